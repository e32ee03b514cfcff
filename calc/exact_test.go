package calc

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// A sum of products in fixed-point integers is what decimals make of it.
func TestExactSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum exactSum
		expected := decimal.Zero
		for range rapid.IntRange(0, 12).Draw(t, "products") {
			coefficient := drawDecimal(t, "coefficient", 48)
			tally := drawTally(t)
			f := newFixed(coefficient)
			if !f.decimal().Equal(coefficient) {
				t.Fatalf("fixed %s, want %s", f.decimal(), coefficient)
			}
			sum.addProduct(newAmount(tally), &f)
			expected = expected.Add(coefficient.Mul(tally.Decimal()))
		}
		if !sum.decimal().Equal(expected) {
			t.Fatalf("sum %s, want %s", sum.decimal(), expected)
		}
	})
}

// drawDecimal returns decimals of all sizes: small and large, with few places
// and with more than fit.
func drawDecimal(t *rapid.T, label string, places int) decimal.Decimal {
	digits := rapid.StringMatching(`-?[0-9]{1,60}`).Draw(t, label)
	d := decimal.RequireFromString(digits)
	return d.Shift(-int32(rapid.IntRange(0, places).Draw(t, label+" places")))
}

func drawTally(t *rapid.T) inventory.Tally {
	if rapid.Bool().Draw(t, "whole") {
		return inventory.CountTally(rapid.Int64().Draw(t, "count"))
	}
	return inventory.DecimalTally(drawDecimal(t, "amount", 30))
}

// The largest products that fit do not overflow the sum: (2^192 − 1) × (2^63 − 1)
// a million times over is below 2^319.
func TestExactSumHolds(t *testing.T) {
	most := newFixed(decimal.RequireFromString("999999999999999999999")) // 21 digits before the point
	if most.wide != nil {
		t.Fatal("a coefficient of 1e21 does not fit")
	}
	tally := inventory.DecimalTally(decimal.RequireFromString("9223372036854.775807"))
	var sum exactSum
	expected := decimal.Zero
	for range 1000 {
		sum.addProduct(newAmount(tally), &most)
		expected = expected.Add(most.decimal().Mul(tally.Decimal()))
	}
	if !sum.decimal().Equal(expected) {
		t.Errorf("sum %s, want %s", sum.decimal(), expected)
	}
}
