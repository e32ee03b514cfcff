package workbook

import (
	"cmp"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
)

// parameter is a number in a formula that no pack published: a lifetime of the
// settings, the days of the period, what a row of the inventory says of a server.
type parameter struct {
	label, category, unit, source string
	value                         string // exact
}

// parameters are the rows of the sheet, in the order in which formulas first need them.
type parameters struct {
	list []parameter
	rows map[parameter]int
	used map[parameter]int // by how many calculations
}

// parameterValue is the column of the values.
const parameterValue = 3

// row returns the row of a parameter.
func (p *parameters) row(of parameter) int {
	if p.rows == nil {
		p.rows, p.used = make(map[parameter]int), make(map[parameter]int)
	}
	row, ok := p.rows[of]
	if !ok {
		row = tableFirst + len(p.list)
		p.rows[of] = row
		p.list = append(p.list, of)
	}
	p.used[of]++
	return row
}

// parameterOf returns the parameter that a given number of a derivation is. What
// an inventory states, and every lifetime, belongs to a category: two that
// happen to be equal can be changed one by one.
func (b *book) parameterOf(group calc.Group, t *calc.Trace) parameter {
	of := parameter{label: t.Label, unit: t.Unit, source: t.Source, value: t.Value.String()}
	if t.Source == calc.FromInventory || t.Label == "lifetime" {
		of.category = group.Category
	}
	return of
}

// parametersUsed writes the parameters.
func (b *book) parametersUsed() {
	columns := b.columns(
		column{header: "parameter", width: 58}, column{header: "category", width: 30},
		column{header: "value_of", width: 16, format: factorFormat, look: look{font: input}}, column{header: "unit", width: 16},
		column{header: "stated_in", width: b.fits(26, "parameter.")}, column{header: "used_in", width: 16, format: wholeFormat},
	)
	t := b.table(b.label("sheet.parameters"), b.label("parameters.title"), b.label("parameters.note"), turquoise, 1, columns)
	for _, p := range b.live.settings.list {
		value, err := decimal.NewFromString(p.value)
		b.keep(err)
		category := ""
		if p.category != "" {
			category = b.texts.Key("variant", p.category)
		}
		label := cmp.Or(b.texts.Trace(&calc.Trace{Label: p.label}), p.label)
		t.values(label, category, value, p.unit, b.texts.Name("parameter", p.source), b.live.settings.used[p])
		what := label
		if category != "" {
			what += ", " + category
		}
		b.nameParameter(p, what, t.end())
	}
	t.done("Parameters")
}
