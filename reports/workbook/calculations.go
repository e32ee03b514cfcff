package workbook

import (
	"fmt"
	"strings"

	"govfootprint/calc"
	"govfootprint/reports/figure"
)

// calculations writes what lines share: for every calculation and every part of
// its result the amount of all its lines, the coefficient that it is multiplied
// with, worked out from the factors, and the result. A figure on the Lines is the
// sum of the line's own amounts times the same coefficients.
func (b *book) calculations() {
	columns := b.columns(
		column{header: "group", width: 10}, column{header: "of", width: 40}, column{header: "impact", width: b.fits(18, "impact.")},
		column{header: "stage", width: 15}, column{header: "component", width: b.fits(34, "component.")}, column{header: "scope", width: b.fits(26, "scope.")},
		column{header: "measure", width: b.fits(28, "column.measure.")}, column{header: "amount_of", width: 15, format: amountFormat},
		column{header: "coefficient", width: 15, format: factorFormat}, column{header: "coefficient_unit", width: 18},
		column{header: "result_location", width: 16, format: tinyFormat}, column{header: "result_market", width: 16, format: tinyFormat}, column{header: "unit", width: 10},
		column{header: "views", width: b.fits(16, "views.")}, column{header: "grade", width: 8, look: look{align: "center"}},
		column{header: "lifetime_used", width: 10, format: durationFormat}, column{header: "factors", width: 70},
	)
	t := b.table(b.label("sheet.calculations"), b.label("calculations.title"), b.label("calculations.note"), turquoise, 1, columns)
	units := make(map[string]string)
	for _, i := range b.report.Impacts {
		units[string(i.Key)] = figure.UnitName(i.Unit)
	}
	for group := range b.report.Groups {
		if b.err != nil || t.row > b.live.last {
			break
		}
		var ids []string
		for _, m := range group.Factors {
			ids = append(ids, m.Factor.ID)
		}
		var (
			factors     = strings.Join(ids, ", ")
			derivations = b.derivations(group)
			amounts     = make(map[calc.Measure]int) // rows that have them already
		)
		for i, c := range b.counted(group) {
			if t.row > b.live.last {
				break
			}
			unit := units[string(c.Cell.Impact)]
			t.values(
				group.Name, b.texts.Group(group.Label), b.texts.Name("impact", string(c.Cell.Impact)),
				b.texts.Name("stage", string(c.Cell.Stage)), b.texts.Name("component", string(c.Cell.Component)), b.texts.Key("scope", string(c.Cell.Scope)),
				b.measure(c.Measure, group), nil, c.Value, unit, nil, nil, unit,
				b.label(views(c)), c.Grade.String(), group.Lifetime, factors,
			)
			b.amount(t, group, c.Measure, amounts)
			if derivations != nil {
				t.formula(calcCoefficient, t.body[calcCoefficient-1], b.derivation(group, derivations[i]), c.Value)
				t.value(calcCoefficientUnit, derivations[i].Unit)
			}
			for column, counts := range map[int]bool{calcLocation: c.Location, calcMarket: c.Market} {
				if counts {
					product := ref(calcAmount, t.row) + "*" + ref(calcCoefficient, t.row)
					t.formula(column, t.body[column-1], product, c.Measure.Of(group.Amounts).Decimal().Mul(c.Value))
				}
			}
			t.end()
		}
	}
	t.done("Calculations")
}

// derivations returns how the coefficients that [book.counted] lists were
// computed, nil where nobody knows.
func (b *book) derivations(group calc.Group) []*calc.Trace {
	if b.report.Derivations == nil {
		return nil
	}
	all := b.report.Derivations(group.Name)
	if len(all) != len(group.Coefficients) {
		return nil
	}
	var list []*calc.Trace
	for i, c := range group.Coefficients {
		if b.report.Presence.Measures[c.Measure] {
			list = append(list, all[i])
		}
	}
	return list
}

// amount writes the amount of all lines of a group: the sum over the Lines, once
// for each measure, to which the other rows of the group point.
func (b *book) amount(t *table, group calc.Group, m calc.Measure, rows map[calc.Measure]int) {
	value, l := m.Of(group.Amounts).Decimal(), t.body[calcAmount-1]
	if row, ok := rows[m]; ok {
		t.formula(calcAmount, l, ref(calcAmount, row), value)
		return
	}
	rows[m] = t.row
	letter, ok := b.live.measures[m]
	if !b.live.lines || !ok {
		t.number(calcAmount, l, value)
		return
	}
	var sums []string
	groups := letters(b.lineGroupColumn())
	for _, s := range b.places.lineSheets {
		over := func(letter string) string {
			return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(s.name), letter, tableFirst, letter, tableHeader+s.lines)
		}
		sums = append(sums, fmt.Sprintf("SUMIF(%s,%s,%s)", over(groups), ref(calcGroup, t.row), over(letter)))
	}
	t.formula(calcAmount, l, strings.Join(sums, "+"), value)
}

// measure names what a coefficient is multiplied with.
func (b *book) measure(m calc.Measure, group calc.Group) string {
	name := b.label("column." + measureKey(m))
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
