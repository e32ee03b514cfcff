package page

import (
	"strconv"
	"strings"
)

// manifest says what made the report, so that anyone can make it again.
func (p *page) manifest() section {
	return p.section("manifest", append(p.madeFrom(), block{Table: p.exact()})...)
}

// madeFrom lists the inputs, the settings and the packs.
func (p *page) madeFrom() []block {
	return []block{{Text: p.label("manifest.note")}, {Table: p.files()}, {Table: p.options()}, {Table: p.packs()}}
}

// files lists the inputs with their hashes.
func (p *page) files() *table {
	if len(p.report.Manifest.Files) == 0 {
		return nil
	}
	t := &table{ID: "files", Caption: p.label("manifest.files"), Heads: []cell{
		text(p.label("column.file")), number(p.label("column.size")), number(p.label("column.rows")), text(p.label("column.sha256")),
	}}
	for _, f := range p.report.Manifest.Files {
		var rows int64
		for _, s := range f.Sheets {
			rows += s.Rows
		}
		t.Rows = append(t.Rows, row{Cells: []cell{text(f.Name), number(p.numbers.Int(f.Size)), number(p.numbers.Int(rows)), code(f.SHA256)}})
	}
	return t
}

// options lists the settings in force, and the program.
func (p *page) options() *table {
	m := p.report.Manifest
	t := &table{ID: "options", Caption: p.label("manifest.options"), Heads: []cell{
		text(p.label("column.option")), text(p.label("column.option_value")), text(p.label("column.origin")),
	}}
	t.Rows = append(t.Rows, row{Cells: []cell{text(p.label("manifest.program")), text(strings.TrimSpace(m.Program + " " + m.Version)), text("–")}})
	for _, o := range m.Options {
		t.Rows = append(t.Rows, row{Cells: []cell{code(o.Key), text(o.Value), text(o.Origin)}})
	}
	return t
}

// packs lists the factor packs with their hashes.
func (p *page) packs() *table {
	t := &table{ID: "packs", Caption: p.label("manifest.packs"), Heads: []cell{
		text(p.label("column.pack")), text(p.label("column.pack_title")), text(p.label("column.licence")), text(p.label("column.layer")),
		number(p.label("column.used")), text(p.label("column.sha256")),
	}}
	for _, pack := range p.report.Packs {
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(pack.Ref()), text(pack.Title), text(pack.Licence), text(p.texts.Name("layer", pack.Layer.String())),
			number(strconv.Itoa(pack.Used)), code(strings.TrimPrefix(pack.Hash(), "sha256:")),
		}})
	}
	return t
}

// exact lists the totals with all their digits.
func (p *page) exact() *table {
	t := &table{ID: "exact", Caption: p.label("manifest.totals"), Heads: []cell{
		text(p.label("column.impact")), text(p.label("column.exact")), text(p.label("column.unit")),
	}}
	for _, i := range p.report.Impacts {
		value := cell{Text: p.label("not.known"), Quiet: true}
		if i.Known {
			value = code(i.Total.String())
		}
		t.Rows = append(t.Rows, row{Cells: []cell{text(p.texts.Name("impact", string(i.Key))), value, text(i.Unit)}})
		if i.Market.Valid {
			t.Rows = append(t.Rows, row{Cells: []cell{
				text(p.label("viewed.market", p.texts.Name("impact", string(i.Key)))), code(i.Market.Decimal.String()), text(i.Unit),
			}})
		}
	}
	return t
}
