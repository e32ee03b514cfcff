package workbook

import (
	"iter"

	"govfootprint/calc"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// attribute is a column of the Lines that describes the profile.
type attribute struct {
	key   string // of its header: column.<key>
	width float64
	value func(b *book, l *reports.Line) any // nil or "" for an empty cell
	look  look
}

// attributes lists the columns that describe a profile, those left out along
// which the inventory says nothing.
func (b *book) attributes() []attribute {
	name := func(vocabulary string, of func(*reports.Line) string) func(*book, *reports.Line) any {
		return func(b *book, l *reports.Line) any { return b.texts.Name(vocabulary, of(l)) }
	}
	plainText := func(of func(*reports.Line) string) func(*book, *reports.Line) any {
		return func(_ *book, l *reports.Line) any { return of(l) }
	}
	amount := func(of func(inventory.Amounts) inventory.Tally) func(*book, *reports.Line) any {
		return func(_ *book, l *reports.Line) any {
			if t := of(l.Amounts); !t.IsZero() {
				return float(t.Decimal())
			}
			return nil
		}
	}
	var list []attribute
	add := func(key string, width float64, l look, value func(*book, *reports.Line) any) {
		list = append(list, attribute{key: key, width: width, look: l, value: value})
	}
	when := func(d calc.Dimension, width float64, value func(*book, *reports.Line) any) {
		if b.report.Breakdown(d).Stated() {
			add(string(d), width, look{}, value)
		}
	}
	add("line", 8, look{format: yearFormat, font: quiet}, func(_ *book, l *reports.Line) any { return l.Number })
	add("category", 20, look{}, name("category", func(l *reports.Line) string { return l.Profile.Category }))
	when(calc.ByVariant, 14, plainText(func(l *reports.Line) string { return l.Profile.Variant }))
	when(calc.ByManufacturer, 14, plainText(func(l *reports.Line) string { return l.Profile.Manufacturer }))
	when(calc.ByModel, 22, plainText(func(l *reports.Line) string { return l.Profile.Model }))
	when(calc.ByDepartment, 24, plainText(func(l *reports.Line) string { return l.Profile.Department }))
	when(calc.BySite, 20, plainText(func(l *reports.Line) string { return l.Profile.Site }))
	when(calc.ByCountry, 9, plainText(func(l *reports.Line) string { return l.Profile.Country }))
	when(calc.ByHosting, 13, name("hosting", func(l *reports.Line) string { return string(l.Profile.Hosting) }))
	when(calc.ByService, 18, plainText(func(l *reports.Line) string { return l.Profile.Service }))
	when(calc.ByStatus, 12, name("status", func(l *reports.Line) string { return string(l.Profile.Status) }))
	when(calc.ByOwnership, 11, name("ownership", func(l *reports.Line) string { return string(l.Profile.Ownership) }))
	when(calc.ByCondition, 15, name("condition", func(l *reports.Line) string { return string(l.Profile.Condition) }))
	when(calc.ByAcquired, 11, plainText(func(l *reports.Line) string { return l.Profile.Acquired.String() }))
	add("retired", 11, look{}, plainText(func(l *reports.Line) string { return l.Profile.Retired.String() }))
	add("lifetime", 10, look{align: "right"}, plainText(func(l *reports.Line) string { return l.Profile.Lifetime }))
	add("rows", 8, look{format: wholeFormat}, func(_ *book, l *reports.Line) any { return l.Amounts.Rows })
	add("units", 10, look{format: amountFormat}, amount(func(a inventory.Amounts) inventory.Tally { return a.Units }))
	add("full", 12, look{format: amountFormat}, amount(func(a inventory.Amounts) inventory.Tally { return a.Full }))
	add("days", 12, look{format: amountFormat}, amount(func(a inventory.Amounts) inventory.Tally { return a.Days }))
	add("energy", 14, look{}, func(b *book, l *reports.Line) any { return b.texts.Name("energy", string(l.Profile.Energy)) })
	return list
}

// lines writes one row for each profile, streamed, over as many sheets as it takes.
func (b *book) lines() {
	var (
		attributes = b.attributes()
		columns    = b.lineColumns()
		next, stop = iter.Pull(b.report.Lines)
		bodies     = make([]int, len(columns))
	)
	defer stop()
	for i, c := range columns {
		l := c.look
		l.edge = faintEdge
		bodies[i] = b.style(l)
	}
	if len(b.places.lineSheets) == 0 {
		return
	}
	for _, part := range b.places.lineSheets {
		widths := make([]float64, len(columns))
		headers := make([]string, len(columns))
		for i, c := range columns {
			widths[i], headers[i] = c.width, c.header
		}
		s := b.add(part.name, layout{tab: turquoise, widths: widths, frozen: tableHeader, columns: 2, repeat: tableHeader})
		note := b.label("lines.note")
		if !b.places.linesAll {
			note = b.label("lines.capped", b.options.MaxLines, b.report.Profiles)
		}
		s.titles(b.label("lines.title"), note)
		s.header(headers)
		figures := make([]figureValue, len(b.places.figures))
		for range part.lines {
			line, ok := next()
			if !ok || b.err != nil {
				break
			}
			for i, a := range attributes {
				s.value(i+1, bodies[i], a.value(b, &line))
			}
			b.spread(line.Cells, figures)
			for i, f := range figures {
				column := b.places.lineFirst + i
				if f.known {
					s.cell(column, bodies[column-1], float(f.value), "")
				} else {
					s.cell(column, bodies[column-1], nil, "")
				}
			}
			after := b.places.lineFirst + len(figures)
			s.value(after, bodies[after-1], line.Grade.String())
			s.value(after+1, bodies[after], line.Group)
			s.end()
		}
		s.table("Lines"+suffix(part.name, b.label("sheet.lines")), tableHeader, s.row-1, len(columns))
		s.close()
	}
}

// lineColumn is a column of the Lines.
type lineColumn struct {
	header string
	width  float64
	look   look
}

// lineColumns lists the columns of the Lines: what describes the profile, its
// amounts, the results, and where they come from.
func (b *book) lineColumns() []lineColumn {
	var columns []lineColumn
	for _, a := range b.attributes() {
		columns = append(columns, lineColumn{b.label("column." + a.key), a.width, a.look})
	}
	for i, f := range b.figureHeaders() {
		columns = append(columns, lineColumn{f, 13, look{format: format(b.places.figures[i].impact.Total)}})
	}
	return append(columns,
		lineColumn{b.label("column.grade"), 9, look{align: "center"}},
		lineColumn{b.label("column.group"), 18, look{font: quiet}})
}

// value puts a value with a known style; texts are made fit for a cell.
func (s *sheet) value(column, style int, value any) {
	if text, ok := value.(string); ok {
		if text == "" {
			s.cell(column, style, nil, "")
			return
		}
		value = cellText(text)
	}
	s.cell(column, style, value, "")
}

// suffix returns what makes a sheet of several one of its own: 2, 3 …
func suffix(name, first string) string {
	if len(name) > len(first) {
		return name[len(first)+1:]
	}
	return ""
}
