package workbook

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/reports/disclosure"
	"govfootprint/reports/figure"
)

// A sheet for each view of package disclosure. Where its tables stand is worked
// out before anything is written, so that formulas may point from each to any.

// Columns of these sheets: the first names what a row is, figures follow, and
// columns of sentences stand to the right of all figures of the sheet, so that
// one width suits the tables above each other.
const (
	viewNameWidth     = 40
	viewSentenceWidth = 52 // of a first column of sentences
	viewFigureWidth   = 14.5
	viewWideWidth     = 84
	viewPageWidth     = 240 // of what is printed on one page
)

// viewPlan is where the cells of a view stand.
type viewPlan struct {
	view   *disclosure.View
	sheet  string
	narrow int       // columns before those of sentences
	widths []float64 // of all columns
	tables []tablePlan
}

// tablePlan is where a table of a view stands.
type tablePlan struct {
	table   *disclosure.Table
	title   int   // row
	header  int   // row; rows of the table follow it
	columns []int // of the sheet, by column of the table
	notes   []string
}

// planViews works out where every view stands.
func (b *book) planViews() {
	for _, v := range disclosure.Of(b.report) {
		p := viewPlan{view: v, sheet: b.label("sheet." + string(v.Key))}
		b.planColumns(&p)
		row := len(b.preamble(&p)) + 2
		for i := range p.tables {
			t := &p.tables[i]
			t.title = row
			t.header = row + 1 + len(t.notes)
			row = t.header + len(t.table.Rows) + 2
		}
		b.views = append(b.views, p)
	}
}

// planColumns assigns columns of the sheet to the columns of the tables.
func (b *book) planColumns(p *viewPlan) {
	p.narrow = 1
	for _, t := range p.view.Tables {
		narrow := 0
		for i, c := range t.Columns {
			if !c.Wide || i == 0 {
				narrow++
			}
		}
		p.narrow = max(p.narrow, narrow)
	}
	p.widths = make([]float64, p.narrow)
	for i := range p.widths {
		p.widths[i] = viewFigureWidth
	}
	p.widths[0] = viewNameWidth
	for _, t := range p.view.Tables {
		if len(t.Columns) > 0 && t.Columns[0].Wide {
			p.widths[0] = viewSentenceWidth
		}
	}
	for _, t := range p.view.Tables {
		b.widenNames(p, t)
	}
	for _, t := range p.view.Tables {
		plan := tablePlan{table: t}
		next, wide := 0, p.narrow
		for i, c := range t.Columns {
			if c.Wide && i > 0 && !b.overflows(p, t, i, next) {
				plan.columns = append(plan.columns, wide)
				wide++
				continue
			}
			plan.columns = append(plan.columns, next)
			b.widen(p, t, i, next)
			next++
		}
		for len(p.widths) < wide {
			p.widths = append(p.widths, viewWideWidth)
		}
		p.tables = append(p.tables, plan)
	}
	for i := range p.tables {
		p.tables[i].notes = b.prose(p.tables[i].table.Note, p.room())
	}
}

// room is how many characters a line of prose may have on a sheet.
func (p *viewPlan) room() int {
	const least, most = 110, 200
	width := 0.0
	for _, w := range p.widths {
		width += w
	}
	return min(max(least, int(width*1.05)), most)
}

// prose breaks a text into lines, for it stands over several columns, where a
// cell cannot wrap.
func (b *book) prose(t disclosure.Text, room int) []string {
	if t.Empty() {
		return nil
	}
	return brokenLines(t.In(b.texts), room)
}

func brokenLines(text string, room int) []string {
	var lines []string
	current := ""
	for word := range strings.FieldsFuncSeq(text, breaks) {
		switch {
		case current == "":
			current = word
		case utf8.RuneCountInString(current)+1+utf8.RuneCountInString(word) > room:
			lines = append(lines, current)
			current = word
		default:
			current += " " + word
		}
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines
}

// sentence is a line above or below the tables.
type sentence struct {
	text string
	look look
	link string
	tall float64
}

// preamble is what stands above the tables: title, what the view shows, who owes
// it, and the sources.
func (b *book) preamble(p *viewPlan) []sentence {
	list := []sentence{{text: p.view.Title.In(b.texts), look: look{font: title}, tall: 28}}
	for _, text := range b.prose(p.view.Asks, p.room()) {
		list = append(list, sentence{text: text, look: look{font: quiet}})
	}
	if d := p.view.Duty; d != nil {
		for _, text := range brokenLines(b.label("disclosure.duty", d.Who.In(b.texts)), p.room()) {
			list = append(list, sentence{text: text, look: look{font: quiet}})
		}
		for _, s := range d.Sources {
			list = append(list, sentence{text: b.label("disclosure.source", s.Title), look: look{font: link}, link: s.URL})
		}
	}
	return list
}

// cellAddress is where a cell of a view stands, from another sheet or its own.
func (b *book) cellAddress(from string, ref disclosure.Ref) (string, bool) {
	if ref.View == "" {
		return b.sliceAddress(ref.Breakdown)
	}
	for i := range b.views {
		p := &b.views[i]
		if p.view.Key != ref.View {
			continue
		}
		for _, t := range p.tables {
			if t.table.Key != ref.Table {
				continue
			}
			for n, r := range t.table.Rows {
				for c, column := range t.table.Columns {
					if r.Key == ref.Row && column.Key == ref.Column {
						address := fixed(t.columns[c]+1, t.header+1+n)
						if p.sheet != from {
							address = quoted(p.sheet) + "!" + address
						}
						return address, true
					}
				}
			}
		}
	}
	return "", false
}

// sliceAddress is where a figure of a breakdown stands.
func (b *book) sliceAddress(s disclosure.Slice) (string, bool) {
	row := totalRow
	if s.Dimension != "" {
		var ok bool
		if row, ok = b.places.breakdownRow[breakdownKey{s.Dimension, s.Key}]; !ok {
			return "", false
		}
	}
	if s.Impact == "" {
		const units = 4
		return quoted(b.label("sheet.breakdown")) + "!" + fixed(units, row), true
	}
	return b.breakdownCell(row, s.Impact, s.Stage)
}

// expression writes an expression as a formula, and reports whether everything
// that it points to stands in the workbook.
func (b *book) expression(from string, e disclosure.Expression) (string, bool) {
	var parts []string
	for _, of := range e.Of {
		part, ok := b.expression(from, of)
		if !ok {
			return "", false
		}
		parts = append(parts, part)
	}
	var formula string
	switch e.Op {
	case disclosure.Refer:
		var ok bool
		if formula, ok = b.cellAddress(from, e.Ref); !ok {
			return "", false
		}
	case disclosure.Sum:
		const arguments = 250 // of a function, at most
		if len(parts) > arguments {
			return "", false
		}
		formula = "SUM(" + strings.Join(parts, ",") + ")"
		if area, ok := b.area(from, e.Of); ok {
			formula = "SUM(" + area + ")"
		}
	case disclosure.Minus:
		formula = "(" + parts[0] + "-" + parts[1] + ")"
	case disclosure.Times:
		formula = "(" + parts[0] + "*" + parts[1] + ")"
	case disclosure.Over:
		formula = fmt.Sprintf("IF(%[2]s=0,0,%[1]s/%[2]s)", parts[0], parts[1])
	case disclosure.Change:
		formula = fmt.Sprintf("IF(%[2]s=0,0,%[1]s/%[2]s-1)", parts[0], parts[1])
	default:
		return "", false
	}
	return shifted(formula, e.Shift), true
}

// area is the range of cells that stand right below each other, where all of a
// sum's do.
func (b *book) area(from string, of []disclosure.Expression) (string, bool) {
	if len(of) < 2 {
		return "", false
	}
	first, last := 0, 0
	sheet, column := "", 0
	for i, e := range of {
		if e.Op != disclosure.Refer || e.Shift != 0 || e.Ref.View == "" {
			return "", false
		}
		address, ok := b.cellAddress(from, e.Ref)
		if !ok {
			return "", false
		}
		in, cell, found := strings.Cut(address, "!")
		if !found {
			in, cell = "", address
		}
		c, r, err := excelize.CellNameToCoordinates(strings.ReplaceAll(cell, "$", ""))
		if err != nil || i > 0 && (in != sheet || c != column || r != last+1) {
			return "", false
		}
		if i == 0 {
			first = r
		}
		sheet, column, last = in, c, r
	}
	area := fixed(column, first) + ":" + fixed(column, last)
	if sheet != "" {
		area = sheet + "!" + area
	}
	return area, true
}

// viewSheets writes the sheets of the views.
func (b *book) viewSheets() {
	for i := range b.views {
		b.viewSheet(&b.views[i])
	}
}

func (b *book) viewSheet(p *viewPlan) {
	wide := 0.0
	for _, w := range p.widths {
		wide += w
	}
	s := b.add(p.sheet, layout{tab: turquoise, widths: p.widths, pages: int(math.Ceil(wide / viewPageWidth))})
	defer s.close()

	write := func(list []sentence) {
		for _, line := range list {
			if line.link != "" && b.err == nil {
				b.keep(b.file.SetCellHyperLink(p.sheet, ref(1, s.row), line.link, "External"))
			}
			s.tall = line.tall
			s.text(1, line.look, line.text)
			s.end()
		}
	}
	write(b.preamble(p))
	for i := range p.tables {
		b.viewTable(s, p, &p.tables[i])
	}
	s.row++
	b.viewGaps(s, p)
	for _, n := range p.view.Notes {
		for _, text := range b.prose(n, p.room()) {
			write([]sentence{{text: text, look: look{font: quiet}}})
		}
	}
	b.printArea(s, len(p.widths), s.row-1)
}

// viewTable writes one table.
func (b *book) viewTable(s *sheet, p *viewPlan, t *tablePlan) {
	s.row = t.title
	last := 0
	for _, column := range t.columns {
		last = max(last, column)
	}
	s.tall = 24
	for column := range last + 1 {
		text := ""
		if column == 0 {
			text = t.table.Title.In(b.texts)
		}
		s.text(column+1, look{font: heading, edge: strongEdge}, text)
	}
	s.end()
	for _, text := range t.notes {
		s.text(1, look{font: quiet}, text)
		s.end()
	}
	b.viewHeads(s, p, t, last)
	formats := b.viewFormats(t.table)
	for _, r := range t.table.Rows {
		b.viewRow(s, p, t, r, last, formats)
	}
}

// viewHeads writes the headings of columns, with their units.
func (b *book) viewHeads(s *sheet, p *viewPlan, t *tablePlan, last int) {
	rows := 1
	for column := range last + 1 {
		s.text(column+1, look{font: bold, fill: shade, edge: faintEdge}, "")
	}
	for i, c := range t.table.Columns {
		text := c.Head.In(b.texts)
		if c.Unit != "" && !plainUnit(c.Unit) {
			text = b.label("column.total", text, c.Unit.Name().In(b.texts))
		}
		l := look{font: bold, fill: shade, edge: faintEdge, wrap: !c.Wide || t.columns[i] >= p.narrow || i == 0}
		switch {
		case numeric(t.table, i):
			l.align = "right"
		case standsClear(t.table, i):
			l.indent = 1
		}
		if l.wrap {
			rows = max(rows, wrappedRows(text, int(p.widths[t.columns[i]]*1.05)-1))
		}
		s.text(t.columns[i]+1, l, text)
	}
	s.tall = float64(6 + 13*min(rows, 5))
	s.end()
}

// plainUnit reports whether a heading says the unit itself.
func plainUnit(u disclosure.Unit) bool {
	switch u {
	case disclosure.Share, disclosure.Pieces, disclosure.Rows, disclosure.Year, disclosure.Ratio, disclosure.Count:
		return true
	default:
		return false
	}
}

// numeric reports whether a column holds figures.
func numeric(t *disclosure.Table, column int) bool {
	if t.Columns[column].Unit != "" {
		return true
	}
	for _, r := range t.Rows {
		if c := cellOf(r, column); c != nil && c.Figure != nil {
			return true
		}
	}
	return false
}

// standsClear reports whether a column of words follows one of figures, from which it
// should stand clear.
func standsClear(t *disclosure.Table, column int) bool {
	return column > 0 && numeric(t, column-1) && !numeric(t, column)
}

func cellOf(r *disclosure.Row, column int) *disclosure.Cell {
	if column >= len(r.Cells) {
		return nil
	}
	return r.Cells[column]
}

// viewFormats returns the number format of each unit in a table, by its largest
// figure.
func (b *book) viewFormats(t *disclosure.Table) map[disclosure.Unit]string {
	largest := make(map[disclosure.Unit]decimal.Decimal)
	whole := make(map[disclosure.Unit]bool)
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c == nil || c.Figure == nil {
				continue
			}
			key := c.Figure.Unit
			if _, seen := largest[key]; !seen {
				whole[key] = true
			}
			largest[key] = decimal.Max(largest[key], c.Figure.Value.Abs())
			whole[key] = whole[key] && c.Figure.Value.IsInteger()
		}
	}
	formats := make(map[disclosure.Unit]string, len(largest))
	for unit, most := range largest {
		formats[unit] = unitFormat(unit, most, whole[unit])
	}
	return formats
}

// unitFormat is the number format of figures of a unit, the largest of which is
// given.
func unitFormat(u disclosure.Unit, most decimal.Decimal, whole bool) string {
	switch u { //nolint:exhaustive // amounts are written by their size
	case disclosure.Share:
		return percentFormat
	case disclosure.Year:
		return yearFormat
	case disclosure.Years:
		return durationFormat
	case disclosure.Ratio, disclosure.LitreKWh:
		return decimals(2)
	case disclosure.PerKWh, disclosure.ForOne:
		return factorFormat
	}
	if whole {
		return wholeFormat
	}
	const digits = 3 // after the first of the largest
	return decimals(max(0, digits-figure.Magnitude(most)))
}

// viewRow writes a row.
func (b *book) viewRow(s *sheet, p *viewPlan, t *tablePlan, r *disclosure.Row, last int, formats map[disclosure.Unit]string) {
	base := look{edge: faintEdge, top: b.sentences(p, t)}
	if r.Total {
		base.font, base.edge, base.fill = bold, totalEdge, shade
	}
	for column := range last + 1 {
		s.text(column+1, base, "")
	}
	var wrapped []wrappedText
	for i := range t.table.Columns {
		c := cellOf(r, i)
		if c == nil {
			continue
		}
		l, at := base, t.columns[i]
		switch {
		case i == 0:
			l.indent = r.Level
		case numeric(t.table, i):
			l.align = "right"
		case standsClear(t.table, i):
			l.indent = 1
		}
		if f := c.Figure; f != nil {
			l.format = formats[f.Unit]
			if f.From != nil {
				if formula, ok := b.expression(p.sheet, *f.From); ok {
					s.formula(at+1, l, formula, f.Value)
					continue
				}
			}
			s.number(at+1, l, f.Value)
			continue
		}
		text := b.cellWords(p.view, c)
		if c.Gap != nil && c.Words.Empty() {
			l.font, l.fill = quiet, gapFill
		}
		if t.table.Columns[i].Wide && (at >= p.narrow || i == 0) {
			l.wrap = true
			wrapped = append(wrapped, wrappedText{text, int(p.widths[at]) - 2*r.Level})
		}
		s.text(at+1, l, text)
	}
	if len(wrapped) > 0 {
		s.tall = rowHeight(wrapped...)
	}
	s.end()
}

// sentences reports whether a table has a column that wraps, beside which all
// else stands at the top of its row.
func (b *book) sentences(p *viewPlan, t *tablePlan) bool {
	for i, c := range t.table.Columns {
		if c.Wide && (i == 0 || t.columns[i] >= p.narrow) {
			return true
		}
	}
	return false
}

// cellWords is what a cell that holds no figure says.
func (b *book) cellWords(v *disclosure.View, c *disclosure.Cell) string {
	text := c.Words.In(b.texts)
	switch {
	case c.None:
		return b.label("disclosure.na")
	case c.Gap != nil && text != "":
		return b.label("disclosure.gap.and", text, v.GapNumber(c))
	case c.Gap != nil:
		return b.label("disclosure.gap", v.GapNumber(c))
	}
	return text
}
