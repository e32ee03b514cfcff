package inventory

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func drawDecimal(t *rapid.T, name string) decimal.Decimal {
	return decimal.New(rapid.Int64().Draw(t, name), -int32(rapid.IntRange(0, 30).Draw(t, name+" places")))
}

// Tallies add and multiply as decimals do, whether they fit the integer or not.
func TestTallyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDecimal(t, "a"), drawDecimal(t, "b")
		n := rapid.Int64().Draw(t, "n")
		x, y := DecimalTally(a), DecimalTally(b)
		if !x.Add(y).Decimal().Equal(a.Add(b)) || !y.Add(x).Decimal().Equal(a.Add(b)) {
			t.Fatalf("%s + %s = %s", a, b, x.Add(y))
		}
		if !x.Times(n).Decimal().Equal(a.Mul(decimal.NewFromInt(n))) {
			t.Fatalf("%s × %d = %s", a, n, x.Times(n))
		}
		if x.Cmp(y) != a.Cmp(b) || x.Sign() != a.Sign() || x.IsZero() != a.IsZero() {
			t.Fatalf("%s and %s compare wrongly", a, b)
		}
	})
}

func TestTallyOverflow(t *testing.T) {
	most := Tally{micro: math.MaxInt64}
	if got := most.Add(most).String(); got != "18446744073709.551614" {
		t.Errorf("got %s", got)
	}
	if got := CountTally(math.MaxInt64).String(); got != "9223372036854775807" {
		t.Errorf("got %s", got)
	}
	least := Tally{micro: math.MinInt64}
	if got := least.Add(least).Add(Tally{micro: 1}).String(); got != "-18446744073709.551615" {
		t.Errorf("got %s", got)
	}
}
