package calc

import (
	"slices"

	"govfootprint/factors"
)

// serviceTerms are the factors of a figure that accrues with time in service:
// its value per year is the product of the dividends over that of the divisors.
type serviceTerms struct {
	dividends, divisors []*term
	grade               factors.Grade
	views               views
}

// overService adds the two coefficients of a figure that accrues with time: one
// for units in service throughout the period, one per unit-day for the others,
//
//	per unit      Π dividends · T / Π divisors
//	per unit-day  Π dividends · T / (Π divisors · D)
//
// where T is the length of the period in years and D its days. Each is rounded
// once, half to even at [Scale] places; where nothing but 1 is divided by, not
// at all.
func (v *evaluation) overService(cell CellKey, full, day Measure, s serviceTerms) {
	dividends := append(slices.Clone(s.dividends), v.calendar.length)
	divisors := slices.Clone(s.divisors)
	if v.calendar.perYear != nil {
		divisors = append(divisors, v.calendar.perYear)
	}
	unit := v.unitOf(cell.Impact)

	perUnit := quotientOf("in service throughout the period", full.coefficientUnit(unit, v.rate, ""), dividends, divisors)
	v.contribute(cell, full, perUnit, s.views, s.grade)

	perDay := quotientOf("a day in service", day.coefficientUnit(unit, v.rate, ""), dividends, append(divisors, v.calendar.days))
	v.contribute(cell, day, perDay, s.views, s.grade)
}

// unitOf returns the unit of an impact's figures.
func (e *engine) unitOf(impact factors.Impact) string {
	if units, ok := e.units[impact]; ok {
		return units.impact.String()
	}
	return impact.Unit().String()
}
