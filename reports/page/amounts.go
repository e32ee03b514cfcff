package page

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// amount writes a figure in the multiple of its unit that suits it.
func (p *page) amount(value decimal.Decimal, unit string) string {
	scale := figure.ScaleFor(unit, value)
	return p.numbers.Scaled(value, scale) + "\u00a0" + scale.Unit
}

// count writes how many units there are: shares of them, too.
func (p *page) count(n decimal.Decimal) string {
	return p.numbers.Count(n)
}

// each writes an impact's total for each of a number: nothing for none, a dash
// where the total stands for too few to be a mean.
func (p *page) each(i reports.Impact, n decimal.Decimal) string {
	switch {
	case !n.IsPositive():
		return ""
	case !i.Representative():
		return p.label("not.representative")
	}
	return p.amount(reports.Share(i.Total, n), i.Unit)
}

// gwp returns the climate total, and whether there is one.
func (p *page) gwp() (reports.Impact, bool) {
	i, ok := p.report.Impact(factors.GWP)
	return i, ok && i.Known
}

// scale is how parts of the climate total are shown: with a place more than the
// total has, up to where a place says nothing.
func (p *page) scale(total decimal.Decimal, unit string) figure.Scale {
	scale := figure.ScaleFor(unit, total)
	if scale.Places >= 0 && scale.Places < 2 && figure.Magnitude(scale.Apply(total)) < 3 {
		scale.Places++
	}
	return scale
}

// coverage is a way of saying for how much a figure stands.
type coverage struct {
	head string
	of   func(calc.Coverage) decimal.Decimal
	any  func(calc.Coverage) bool // whether there is anything to cover
}

// coverages lists the coverage of units, of activities, or of both.
func (p *page) coverages() []coverage {
	units := coverage{p.label("column.coverage"), func(c calc.Coverage) decimal.Decimal { return c.Share }, func(calc.Coverage) bool { return true }}
	activities := coverage{p.label("column.coverage.activities"), calc.Coverage.ActivityShare, func(c calc.Coverage) bool { return c.Activities > 0 }}
	switch {
	case p.report.Activity == 0:
		return []coverage{units}
	case p.report.Units.IsZero():
		return []coverage{activities}
	}
	units.head, units.any = p.label("column.coverage.units"), func(c calc.Coverage) bool { return !c.Units.IsZero() }
	return []coverage{units, activities}
}

// covered writes a coverage, a dash where there is nothing to cover.
func (p *page) covered(of coverage, c calc.Coverage) cell {
	if !of.any(c) {
		return absent("–")
	}
	return number(p.numbers.Percent(of.of(c)))
}
