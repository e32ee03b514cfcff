package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// manifest writes what made the report: inputs and packs by their hashes, the
// options, and the exact totals, which have more digits than a cell of numbers.
func (b *book) manifest() {
	s := b.add(b.label("sheet.manifest"), layout{tab: darkGrey, widths: []float64{b.manifestNames(), 60, 50, 13, 13, 17, 72}})
	defer s.close()
	s.titles(b.label("manifest.title"), b.label("manifest.note"))
	s.row = 4
	m := b.report.Manifest

	s.section("manifest.program")
	first := s.row
	s.pair(b.label("manifest.name"), m.Program)
	s.pair(b.label("manifest.version"), m.Version)
	s.pair(b.label("manifest.layout"), Layout)
	b.nameRows(s, ManifestProgram, first)
	s.skip(1)

	s.section("manifest.options")
	s.heads("column.option", "column.option_value", "column.origin")
	first = s.row
	for _, o := range m.Options {
		if o.Unset { // what stands in the column of values was set
			s.texts(o.Key, "", b.label("option.unset", o.Origin, o.Value))
			continue
		}
		s.texts(o.Key, o.Value, o.Origin)
	}
	b.nameRows(s, ManifestOptions, first)
	s.skip(1)

	s.section("manifest.files")
	s.heads("column.file", "column.sheets", "column.layout", "column.format", "column.size", "column.rows", "column.sha256")
	first = s.row
	for _, f := range m.Files {
		var sheets, layouts []string
		var rows int64
		for _, sheet := range f.Sheets {
			if sheet.Name != "" {
				sheets = append(sheets, sheet.Name)
			}
			if sheet.Layout != "" {
				layouts = append(layouts, sheet.Layout)
			}
			rows += sheet.Rows
		}
		l := look{edge: faintEdge}
		s.text(1, l, f.Name)
		s.text(2, l, strings.Join(sheets, ", "))
		s.text(3, l, strings.Join(layouts, ", "))
		s.text(4, l, f.Format)
		s.count(5, l.as(wholeFormat), f.Size)
		s.count(6, l.as(wholeFormat), rows)
		s.text(7, look{font: mono, edge: faintEdge, indent: 1}, f.SHA256)
		s.end()
	}
	b.nameRows(s, ManifestInputs, first)
	s.skip(1)

	s.section("manifest.packs")
	s.heads("column.pack", "column.pack_title", "column.licence", "column.layer", "column.published", "column.used", "column.sha256")
	first = s.row
	for _, p := range b.report.Packs {
		l := look{edge: faintEdge}
		s.text(1, l, p.Ref())
		s.text(2, l, p.Title)
		s.text(3, l, p.Licence)
		s.text(4, l, b.texts.Name("layer", p.Layer.String()))
		s.text(5, l, p.Published)
		s.count(6, l.as(wholeFormat), int64(p.Used))
		s.text(7, look{font: mono, edge: faintEdge, indent: 1}, strings.TrimPrefix(p.Hash(), "sha256:"))
		s.end()
	}
	b.nameRows(s, ManifestPacks, first)
	s.skip(1)

	s.section("manifest.totals")
	s.heads("column.impact", "column.exact", "column.unit")
	first = s.row
	for _, t := range Totals(b.report, b.texts) {
		s.texts(t.Name, t.Value, t.Unit)
	}
	b.nameRows(s, ManifestTotals, first)
}

// Total is a total with all its digits, as the Manifest has it.
type Total struct{ Name, Value, Unit string }

// Totals lists the totals of a report as its Manifest has them.
func Totals(r *reports.Report, texts *wording.Catalogue) []Total {
	var list []Total
	for _, i := range r.Impacts {
		name, value := texts.Name("impact", string(i.Key)), i.Total.String()
		if !i.Known {
			value = texts.Label("not.known")
		}
		list = append(list, Total{name, value, i.Unit})
		if i.Market.Valid {
			list = append(list, Total{texts.Label("viewed.market", name), i.Market.Decimal.String(), i.Unit})
		}
	}
	return list
}

// Layout is the version of the arrangement of sheets and columns. It rises with
// every change of it, so that a report of another arrangement is compared by its
// totals alone.
const Layout = "2"

// Names of the parts of the Manifest, in every language: what `verify` reads a
// report by. Their columns are, in order: of the program a name and a value; key,
// value and origin of options; name, sheets, layouts, format, size, rows and hash
// of inputs; reference, title, licence, layer, date, use and hash of packs; name,
// exact value and unit of totals.
const (
	ManifestProgram = "Manifest_Program"
	ManifestOptions = "Manifest_Options"
	ManifestInputs  = "Manifest_Inputs"
	ManifestPacks   = "Manifest_Packs"
	ManifestTotals  = "Manifest_Totals"
)

// nameRows names the rows from the first to the one before the current.
func (b *book) nameRows(s *sheet, name string, first int) {
	if b.err != nil || s.row == first {
		return
	}
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: name, RefersTo: quoted(s.name) + "!" + fixed(1, first) + ":" + fixed(manifestColumns, s.row-1),
	}))
}

// manifestNames is the width of the first column: of the files, and of the
// impacts, of which the name with its electricity is the longest.
func (b *book) manifestNames() float64 {
	width := 32.0
	for _, i := range b.report.Impacts {
		if i.Market.Valid {
			width = max(width, textWidth(b.label("viewed.market", b.texts.Name("impact", string(i.Key)))))
		}
	}
	return width
}

// manifestColumns is how many columns the Manifest has.
const manifestColumns = 7

// section writes a heading with a line below it.
func (s *sheet) section(key string) {
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, s.book.label(key))
	for column := 2; column <= manifestColumns; column++ {
		s.text(column, look{edge: strongEdge}, "")
	}
	s.end()
}

// heads writes the column headings of a small table.
func (s *sheet) heads(keys ...string) {
	for i, key := range keys {
		l := look{font: bold, edge: faintEdge, fill: shade}
		switch key {
		case "column.size", "column.rows", "column.used":
			l.align = "right"
		case "column.sha256":
			l.indent = 1
		}
		s.text(i+1, l, s.book.label(key))
	}
	s.end()
}

// pair writes a name and its value.
func (s *sheet) pair(name, value string) { s.texts(name, value) }

// texts writes a row of texts.
func (s *sheet) texts(values ...string) {
	for i, v := range values {
		s.text(i+1, look{edge: faintEdge}, v)
	}
	s.end()
}
