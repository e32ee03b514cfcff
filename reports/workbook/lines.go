package workbook

import (
	"fmt"
	"iter"
	"strconv"

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

// profileAttributes lists the columns that describe a profile, those left out along
// which the inventory says nothing.
func (b *book) profileAttributes() []attribute {
	name := func(vocabulary string, of func(*reports.Line) string) func(*book, *reports.Line) any {
		return func(b *book, l *reports.Line) any { return b.texts.Name(vocabulary, of(l)) }
	}
	plainText := func(of func(*reports.Line) string) func(*book, *reports.Line) any {
		return func(_ *book, l *reports.Line) any { return of(l) }
	}
	amount := func(of func(inventory.Amounts) inventory.Tally) func(*book, *reports.Line) any {
		return func(_ *book, l *reports.Line) any {
			if t := of(l.Amounts); !t.IsZero() {
				return t.Float64()
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
	add("category", b.fits(20, "category."), look{}, name("category", func(l *reports.Line) string { return l.Profile.Category }))
	when(calc.ByVariant, b.fits(14, "variant."), name("variant", func(l *reports.Line) string { return l.Profile.Variant }))
	when(calc.ByManufacturer, 14, func(b *book, l *reports.Line) any {
		if l.Profile.Manufacturer == "" {
			return ""
		}
		return b.texts.Key("manufacturer", l.Profile.Manufacturer)
	})
	when(calc.ByModel, 22, plainText(func(l *reports.Line) string { return l.Profile.Model }))
	when(calc.ByDepartment, 24, plainText(func(l *reports.Line) string { return l.Profile.Department }))
	when(calc.BySite, 20, plainText(func(l *reports.Line) string { return l.Profile.Site }))
	when(calc.ByCountry, 9, plainText(func(l *reports.Line) string { return l.Profile.Country }))
	when(calc.ByHosting, b.fits(13, "hosting."), name("hosting", func(l *reports.Line) string { return string(l.Profile.Hosting) }))
	when(calc.ByService, 18, plainText(func(l *reports.Line) string { return l.Profile.Service }))
	when(calc.ByApplication, 18, plainText(func(l *reports.Line) string { return l.Profile.Application }))
	when(calc.ByEnvironment, 14, name("environment", func(l *reports.Line) string { return l.Profile.Environment }))
	when(calc.ByCapacity, 12, name("capacity", func(l *reports.Line) string { return string(l.Profile.Capacity) }))
	if len(b.report.Breakdown(calc.ByKind).Slices) > 1 {
		add("kind", 12, look{}, name("kind", func(l *reports.Line) string { return string(l.Profile.Kind) }))
	}
	when(calc.ByStatus, b.fits(12, "status."), name("status", func(l *reports.Line) string { return string(l.Profile.Status) }))
	when(calc.ByOwnership, b.fits(11, "ownership."), name("ownership", func(l *reports.Line) string { return string(l.Profile.Ownership) }))
	when(calc.ByCondition, b.fits(15, "condition."), name("condition", func(l *reports.Line) string { return string(l.Profile.Condition) }))
	has := b.report.Presence
	only := func(present bool, key string, width float64, l look, value func(*book, *reports.Line) any) {
		if present {
			add(key, width, l, value)
		}
	}
	only(has.Acquired, "acquired", 11, look{}, plainText(func(l *reports.Line) string { return l.Profile.Acquired.String() }))
	only(has.Retired, "retired", 11, look{}, plainText(func(l *reports.Line) string { return l.Profile.Retired.String() }))
	only(has.EndOfLife, "route", b.fits(13, "route."), look{}, name("route", func(l *reports.Line) string { return l.Profile.EndOfLife }))
	only(has.Lifetime, "lifetime", 10, look{align: "right"}, plainText(func(l *reports.Line) string { return l.Profile.Lifetime }))
	only(has.Attribution, "attribution", 11, look{align: "right"}, plainText(func(l *reports.Line) string { return l.Profile.Attribution }))
	only(has.Energy, "energy", b.fits(15, "energy."), look{}, name("energy", func(l *reports.Line) string { return string(l.Profile.Energy) }))
	only(has.Room, "room", 18, look{}, plainText(func(l *reports.Line) string { return l.Profile.Room }))
	only(has.Configuration, "configuration", 24, look{}, plainText(func(l *reports.Line) string { return l.Profile.Config }))
	add("rows", 9, look{format: wholeFormat}, func(_ *book, l *reports.Line) any { return l.Amounts.Rows })
	for _, measure := range reports.Measures {
		only(has.Measures[measure], measureKey(measure), 13, look{format: amountFormat},
			amount(func(a inventory.Amounts) inventory.Tally { return measure.Of(a) }))
		if measure == calc.PerActivity {
			only(has.Measures[measure], "counted", 18, look{}, func(b *book, l *reports.Line) any { return b.texts.Counted(l.Profile.Measure) })
		}
	}
	return list
}

// lines writes one row for each profile, streamed, over as many sheets as it takes.
func (b *book) lines() {
	next, stop := iter.Pull(b.report.Lines)
	defer stop()
	var (
		columns = b.lineColumns()
		figures = make([]figureValue, len(b.places.figures))
		after   = b.places.lineFirst + len(figures)
		note    = b.label("lines.note")
	)
	if !b.places.linesAll {
		note = b.label("lines.capped", b.options.MaxLines, b.report.Profiles)
	}
	note += " " + b.label("shown."+string(b.view()))
	for n, part := range b.places.lineSheets {
		t := b.table(part.name, b.label("lines.title"), note, turquoise, 2, columns)
		for range part.lines {
			line, ok := next()
			if !ok || b.err != nil {
				break
			}
			for i, a := range b.attributes {
				t.value(i+1, a.value(b, &line))
			}
			b.spread(line.Cells, figures)
			for i, f := range figures {
				b.lineFigure(t, &line, i, f)
			}
			t.value(after, line.Grade.String())
			t.value(after+1, line.Group)
			t.end()
		}
		name := "Lines"
		if n > 0 {
			name = fmt.Sprintf("Lines%d", n+1)
		}
		t.done(name)
	}
}

// lineFigure writes a figure of a line: a sum of its amounts times coefficients, a
// total the sum of its stages.
func (b *book) lineFigure(t *table, line *reports.Line, index int, f figureValue) {
	column := b.places.lineFirst + index
	if !b.live.lines || !f.known {
		t.value(column, f)
		return
	}
	t.cell(column, t.styles[column-1], float(f.value), b.lineFormula(line, index, t.row))
}

// lineFormula returns the formula of a figure of a line, empty where there is none.
func (b *book) lineFormula(line *reports.Line, index, row int) string {
	figures := b.places.figures
	last := index
	for last+1 < len(figures) && figures[last+1].impact.Key == figures[index].impact.Key {
		last++
	}
	at := strconv.Itoa(row)
	if figures[index].stage == "" && last > index {
		return "SUM(" + letters(b.places.lineFirst+index+1) + at + ":" + letters(b.places.lineFirst+last) + at + ")"
	}
	return b.products(line.Group, index, line.Amounts, row, b.live.measures)
}

// products returns the formula of a figure column: the amounts of a row times the
// coefficients of a group. columns are the letters of those that show the amounts.
func (b *book) products(group string, index int, amounts inventory.Amounts, row int, columns map[calc.Measure]string) string {
	formula := b.formulaSpace[:0]
	for _, c := range b.inFigure(group, index) {
		column := columns[c.Measure]
		if column == "" || c.Measure.Of(amounts).IsZero() {
			continue
		}
		if len(formula) > 0 {
			formula = append(formula, '+')
		}
		formula = strconv.AppendInt(append(formula, column...), int64(row), 10)
		formula = append(append(formula, '*'), b.live.coefficients...)
		formula = strconv.AppendInt(formula, int64(c.row), 10)
	}
	b.formulaSpace = formula
	return string(formula)
}

// lineGroupColumn is the column of the Lines that names the calculation.
func (b *book) lineGroupColumn() int { return b.places.lineFirst + len(b.places.figures) + 1 }

// lineColumns lists the columns of the Lines: what describes the profile, its
// amounts, the results, and where they come from.
func (b *book) lineColumns() []column {
	var columns []column
	for _, a := range b.attributes {
		columns = append(columns, column{header: b.label("column." + a.key), width: a.width, format: a.look.format, look: look{font: a.look.font, align: a.look.align}})
	}
	columns = append(columns, b.figureColumns()...)
	return append(columns,
		column{header: b.label("column.grade"), width: 10, look: look{align: "center"}},
		column{header: b.label("column.group"), width: 18, look: look{font: quiet}})
}
