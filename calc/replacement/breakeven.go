package replacement

import (
	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// scale is the number of decimal places to which each of the divisions and logarithms
// of this package is rounded, half to even. Their results are for people: nothing is
// added up from them.
const scale = 30

// logPrecision is the number of decimal places of logarithms.
const logPrecision = 40

var one = decimal.NewFromInt(1)

// improvement returns how much less electricity a new device must use for replacing
// to pay within its lifetime:
//
//	r = (E/L) / U
//
// with E/L the embodied impact of a year, U the impact of the use of a year, in the
// impact's unit each; r is a share of 1. It is false where there is no use: nothing
// can be saved then. Above 1 no saving is enough, not even all of it.
func improvement(embodiedAYear, useAYear decimal.Decimal) (decimal.Decimal, bool) {
	r, err := quantity.Divide(embodiedAYear, useAYear, scale)
	return r, err == nil
}

// paybackYears returns the years for which a new device must be used until it has
// saved what it took to make:
//
//	t = E / (x·U)
//
// with E in the impact's unit, U in that a year, and x the share of 1 by which it
// uses less electricity. It is false where nothing is saved.
func paybackYears(embodied, useAYear, less decimal.Decimal) (decimal.Decimal, bool) {
	t, err := quantity.Divide(embodied, useAYear.Mul(less), scale)
	return t, err == nil && less.IsPositive()
}

// breakEvenAge returns the age in years from which replacing pays, where a device
// uses a share g less electricity than one made a year earlier, so that a new one
// uses (1 − g)ⁿ of what one of n years does:
//
//	1 − (1 − g)ⁿ = r    n = ln(1 − r) / ln(1 − g)
//
// with r the break-even improvement. It is false where no age is enough: r is 1 or
// more, or newer devices use no less.
func breakEvenAge(r, yearly decimal.Decimal) (decimal.Decimal, bool) {
	switch {
	case !r.IsPositive():
		return decimal.Zero, true
	case r.GreaterThanOrEqual(one) || !yearly.IsPositive():
		return decimal.Zero, false
	case yearly.GreaterThanOrEqual(one): // a device of a year uses endlessly more
		return decimal.Zero, true
	}
	kept, err := one.Sub(r).Ln(logPrecision)
	if err != nil {
		return decimal.Zero, false
	}
	lost, err := one.Sub(yearly).Ln(logPrecision)
	if err != nil {
		return decimal.Zero, false
	}
	n, err := quantity.Divide(kept, lost, scale)
	return n, err == nil
}

// after returns the share by which a new device uses less than one of some years.
//
//	x = 1 − (1 − g)ⁿ
func after(yearly, years decimal.Decimal) decimal.Decimal {
	left, err := one.Sub(yearly).PowWithPrecision(years, logPrecision)
	if err != nil { // of a base of 0
		return one
	}
	return one.Sub(left).Round(scale)
}
