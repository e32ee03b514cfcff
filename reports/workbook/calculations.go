package workbook

import (
	"strconv"
	"strings"

	"govfootprint/calc"
	"govfootprint/reports/figure"
)

// calculations writes what lines share: for every calculation and every part of
// its result, the coefficient and the amount of a line that it is multiplied
// with. A figure on the Lines is the sum of these products.
func (b *book) calculations() {
	columns := b.columns(
		column{header: "group", width: 18}, column{header: "of", width: 40}, column{header: "impact", width: b.fits(18, "impact.")},
		column{header: "stage", width: 15}, column{header: "component", width: b.fits(34, "component.")}, column{header: "scope", width: b.fits(26, "scope.")},
		column{header: "measure", width: b.fits(28, "column.measure.")}, column{header: "coefficient", width: 15, format: factorFormat}, column{header: "unit", width: 14},
		column{header: "views", width: b.fits(16, "views.")}, column{header: "grade", width: 10, look: look{align: "center"}},
		column{header: "lifetime_used", width: 10, format: durationFormat}, column{header: "factors", width: 70},
	)
	t := b.table(b.label("sheet.calculations"), b.label("calculations.title"), b.label("calculations.note"), turquoise, 1, columns)
	units := make(map[string]string)
	for _, i := range b.report.Impacts {
		units[string(i.Key)] = figure.UnitName(i.Unit)
	}
	for group := range b.report.Groups {
		if b.err != nil || t.row > linesPerSheet {
			break
		}
		var ids []string
		for _, m := range group.Factors {
			ids = append(ids, m.Factor.ID)
		}
		factors := strings.Join(ids, ", ")
		for _, c := range group.Coefficients {
			if !b.report.Presence.Measures[c.Measure] {
				continue // no line has anything to multiply it with
			}
			t.values(
				group.Name, b.texts.Group(group.Label), b.texts.Name("impact", string(c.Cell.Impact)),
				b.texts.Name("stage", string(c.Cell.Stage)), b.texts.Name("component", string(c.Cell.Component)), b.texts.Key("scope", string(c.Cell.Scope)),
				b.measure(c.Measure, group), c.Value, units[string(c.Cell.Impact)],
				b.label(views(c)), c.Grade.String(), group.Lifetime, factors,
			)
			t.end()
		}
	}
	t.done("Calculations")
}

// measure names what a coefficient is multiplied with.
func (b *book) measure(m calc.Measure, group calc.Group) string {
	name := b.label("column.measure." + strconv.Itoa(int(m)))
	if m == calc.PerActivity {
		name += ", " + b.texts.Counted(group.Measure)
	}
	return name
}

// views says in which accounting of electricity a coefficient counts.
func views(c calc.Coefficient) string {
	switch {
	case c.Location && c.Market:
		return "views.both"
	case c.Market:
		return "views.market"
	default:
		return "views.location"
	}
}
