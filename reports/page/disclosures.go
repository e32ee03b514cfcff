package page

import (
	"strconv"
	"strings"

	"govfootprint/reports/disclosure"
	"govfootprint/reports/figure"
)

// longTable is from how many rows on a table is shown when asked for.
const longTable = 16

// disclosures has a section for each table that governments owe, or are asked for:
// the same as the sheets of the workbook.
func (p *page) disclosures() []section {
	views := disclosure.Of(p.report)
	sections := make([]section, 0, len(views))
	for _, v := range views {
		sections = append(sections, p.disclosed(v))
	}
	return sections
}

// disclosed is the section of a view.
func (p *page) disclosed(v *disclosure.View) section {
	id := "view-" + string(v.Key)
	blocks := []block{{Text: prose(v.Asks.In(p.texts))}}
	if v.Duty != nil {
		blocks = append(blocks, block{Text: p.label("disclosure.duty", prose(v.Duty.Who.In(p.texts)))}, p.duties(v.Duty))
	}
	for _, t := range v.Tables {
		blocks = append(blocks, p.disclosedTable(v, id, t)...)
	}
	blocks = append(blocks, p.gaps(v, id)...)
	for _, n := range v.Notes {
		blocks = append(blocks, block{Note: prose(n.In(p.texts))})
	}
	if v.NamesSheets() {
		blocks = append(blocks, block{Note: p.label("page.sheets")})
	}
	return titled(id, clean(v.Title.In(p.texts)), blocks...)
}

// duties are the publications in which a duty was read.
func (p *page) duties(d *disclosure.Duty) block {
	var b block
	for _, s := range d.Sources {
		c := p.linked(s.Title, s.URL)
		if s.Language != p.texts.Language() {
			c.Lang = s.Language
		}
		b.Links = append(b.Links, c)
	}
	return b
}

// disclosedTable is a table of a view, with its note.
func (p *page) disclosedTable(v *disclosure.View, id string, from *disclosure.Table) []block {
	t := &table{ID: id + "-" + from.Key, Caption: clean(from.Title.In(p.texts))}
	for i, c := range from.Columns {
		head := text(c.Head.In(p.texts))
		head.Number, head.Wide = numeric(from, i), c.Wide
		if unit := unitInHead(c.Unit); unit != "" {
			head.Text = p.label("column.total", head.Text, unit.Name().In(p.texts))
		}
		t.Heads = append(t.Heads, head)
	}
	places := from.Places()
	for _, r := range from.Rows {
		out := row{Total: r.Total}
		for i := range from.Columns {
			c := p.disclosedCell(v, id, at(r, i), places)
			c.Number, c.Wide = numeric(from, i), from.Columns[i].Wide
			if !c.Wide {
				c.Text = clean(c.Text)
			}
			if i == 0 {
				c.Level = r.Level
			}
			out.Cells = append(out.Cells, c)
		}
		if out.Cells[0].Text == "" {
			out.Cells[0].Text = "–"
		}
		t.Rows = append(t.Rows, out)
	}
	blocks := []block{{Table: t}, {Note: prose(from.Note.In(p.texts))}}
	if len(t.Rows) >= longTable {
		return []block{{More: &more{Title: p.label("page.more.table", t.Caption, len(t.Rows)), Blocks: blocks}}}
	}
	return blocks
}

func at(r *disclosure.Row, column int) *disclosure.Cell {
	if column >= len(r.Cells) || r.Cells[column] == nil {
		return &disclosure.Cell{}
	}
	return r.Cells[column]
}

// numeric reports whether a column holds figures.
func numeric(t *disclosure.Table, column int) bool {
	if t.Columns[column].Unit != "" {
		return true
	}
	for _, r := range t.Rows {
		if at(r, column).Figure != nil {
			return true
		}
	}
	return false
}

// unitInHead is the unit that a heading states: none where its words or its figures
// say what it counts.
func unitInHead(u disclosure.Unit) disclosure.Unit {
	switch u {
	case disclosure.Share, disclosure.Pieces, disclosure.Rows, disclosure.Year, disclosure.Ratio, disclosure.Count:
		return ""
	default:
		return u
	}
}

// disclosedCell writes a cell of a view. A gap leads to what is said about it.
func (p *page) disclosedCell(v *disclosure.View, id string, from *disclosure.Cell, places map[disclosure.Unit]int32) cell {
	c := cell{Text: prose(from.Words.In(p.texts))}
	if words, url, found := strings.Cut(c.Text, " https://"); found && !strings.Contains(url, " ") {
		c.Text, c.Link = words, "https://"+url
	}
	switch {
	case from.Figure != nil:
		c.Text = p.figure(from.Figure, places)
	case from.None:
		c.Text, c.Quiet = p.label("disclosure.na"), true
	case from.Gap != nil:
		number := v.GapNumber(from)
		name := strings.ReplaceAll(p.label("disclosure.gap", number), " ", "\u00a0")
		if c.Text != "" {
			name = p.label("disclosure.gap.and", c.Text, number)
		}
		c.Text, c.Link, c.Gap = name, "#"+gapID(id, number), true
	}
	return c
}

// figure writes a figure of a view in its unit.
func (p *page) figure(f *disclosure.Figure, places map[disclosure.Unit]int32) string {
	switch f.Unit { //nolint:exhaustive // amounts are written by their size
	case disclosure.Share:
		return p.numbers.Percent(f.Value)
	case disclosure.Year:
		return f.Value.String() // a name, without separators
	case disclosure.PerKWh, disclosure.ForOne:
		return p.numbers.Short(f.Value)
	}
	return p.numbers.Scaled(f.Value, figure.Scale{Places: places[f.Unit]})
}

// gaps say why there is no figure, and what to give.
func (p *page) gaps(v *disclosure.View, id string) []block {
	gaps := v.Gaps()
	if len(gaps) == 0 {
		return nil
	}
	b := block{}
	for i, g := range gaps {
		name := p.label("disclosure.gap.row", p.label("disclosure.gap", i+1), clean(g.Row.Cells[0].Words.In(p.texts)))
		b.Terms = append(b.Terms, pair{Name: name, Value: prose(g.Gap.Why.In(p.texts) + " " + g.Gap.Give.In(p.texts)), ID: gapID(id, i+1)})
	}
	return []block{{Heading: p.label("page.heading.gaps")}, b}
}

func gapID(view string, number int) string { return view + "-gap-" + strconv.Itoa(number) }
