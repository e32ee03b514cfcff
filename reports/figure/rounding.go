// Package figure rounds exact numbers for people and writes them out.
//
// It is the only place in the project that rounds for display: significant
// figures, thousands separators, the step from kilograms to tonnes, and parts
// that add up to the total beside them.
package figure

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Places returns how many decimal places show about three significant figures
// of a value: 0.0432, 4.32, 43.2, 432; four for 1,000 and more, so that 1,234
// stays whole and 12,345 becomes 12,350. It is negative for places left of the
// decimal point, and 0 for zero.
func Places(value decimal.Decimal) int32 {
	if value.IsZero() {
		return 0
	}
	magnitude := Magnitude(value)
	if magnitude >= 3 {
		return 3 - magnitude
	}
	return 2 - magnitude
}

// Magnitude returns the power of ten of a value's leading digit: 0 for 4.32,
// 3 for 1,234, -2 for 0.0432. It is 0 for zero.
func Magnitude(value decimal.Decimal) int32 {
	if value.IsZero() {
		return 0
	}
	return digits(value.Coefficient()) + value.Exponent() - 1
}

// digits counts the decimal digits of an integer.
func digits(n *big.Int) int32 {
	return int32(len(new(big.Int).Abs(n).String())) //nolint:gosec // no number has two billion digits
}

// Round rounds to a number of decimal places, half to even; places may be
// negative.
func Round(value decimal.Decimal, places int32) decimal.Decimal {
	return value.RoundBank(places)
}

// Apportion rounds parts to a number of decimal places so that they add up to
// the rounded sum of the exact parts: each is rounded down, and what is then
// missing goes to the parts with the largest remainders, the earlier of two
// equal ones first. No part moves by a whole unit of the last place.
func Apportion(parts []decimal.Decimal, places int32) []decimal.Decimal {
	unit := decimal.New(1, -places)
	var exact, sum decimal.Decimal
	shown := make([]decimal.Decimal, len(parts))
	remainders := make([]decimal.Decimal, len(parts))
	for i, part := range parts {
		exact = exact.Add(part)
		shown[i] = floor(part, places)
		remainders[i] = part.Sub(shown[i])
		sum = sum.Add(shown[i])
	}
	for missing := Round(exact, places).Sub(sum); missing.IsPositive(); missing = missing.Sub(unit) {
		best := -1
		for i, r := range remainders {
			if r.IsPositive() && (best < 0 || r.GreaterThan(remainders[best])) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		shown[best] = shown[best].Add(unit)
		remainders[best] = decimal.Zero
	}
	return shown
}

// floor rounds towards minus infinity at a number of decimal places, which may
// be negative.
func floor(value decimal.Decimal, places int32) decimal.Decimal {
	return value.Shift(places).Floor().Shift(-places)
}
