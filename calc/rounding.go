package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// Scale is the number of decimal places to which a division is rounded, half to
// even. A coefficient holds at most one such rounding after those of its
// operands, and amounts are multiplied with coefficients exactly, so the error
// of a total is below its number of units times 10^-30 of the impact's unit.
//
// The places where this package divides are: service.go (coefficients per unit
// in service throughout and per unit-day), depreciation.go (the cumulative share
// of an impact), server.go (capacity over density, capacity over module size, a
// blade's share of its enclosure), functional_unit.go (a footprint over its functional
// units), outlook.go (a projection by that of an earlier year), avoided.go (years of
// service), coverage.go (shares), effect.go and effect_activity.go (means that rank
// gaps) and circular.go (mean lifetime, rates). Units are converted in
// package quantity, exactly wherever the result is a finite decimal.
const Scale = quantity.Scale

// divide returns a/b rounded once to [Scale] places, half to even. Callers have
// checked that b is not 0.
func divide(a, b decimal.Decimal) decimal.Decimal {
	quotient, err := quantity.Divide(a, b, Scale)
	if err != nil { // a divisor is a lifetime, a number of days or a density: all checked to be positive
		return decimal.Zero
	}
	return quotient
}

var (
	one  = decimal.NewFromInt(1)
	wide = decimal.NewFromInt(5) // a spread worth a warning: high over low
)
