package inventory

import (
	"cmp"
	"math"

	"github.com/shopspring/decimal"
)

// Tally is an exact sum of decimals.
//
// Nearly every amount in an inventory has six decimal places or fewer, and a
// decimal costs a hundred times what an integer does; so a Tally counts
// millionths in an int64 and keeps what does not fit in a decimal beside it.
// The zero Tally is 0. A Tally is a value: adding returns a new one.
type Tally struct {
	micro int64
	rest  *decimal.Decimal // nil for 0; never mutated
}

const (
	microPlaces = 6
	microUnit   = 1_000_000
)

// CountTally returns a Tally of n.
func CountTally(n int64) Tally {
	if n > math.MaxInt64/microUnit || n < math.MinInt64/microUnit {
		return DecimalTally(decimal.NewFromInt(n))
	}
	return Tally{micro: n * microUnit}
}

// DecimalTally returns a Tally of d.
func DecimalTally(d decimal.Decimal) Tally {
	if scaled := d.Shift(microPlaces); scaled.IsInteger() && scaled.BigInt().IsInt64() {
		return Tally{micro: scaled.BigInt().Int64()}
	}
	return Tally{rest: &d}
}

// Add returns the sum of two tallies.
func (t Tally) Add(u Tally) Tally {
	sum := Tally{micro: t.micro + u.micro}
	if (sum.micro > t.micro) != (u.micro > 0) && u.micro != 0 { // overflow: both go to the rest
		sum.micro = 0
		sum.rest = addRest(sum.rest, decimal.New(t.micro, -microPlaces))
		sum.rest = addRest(sum.rest, decimal.New(u.micro, -microPlaces))
	}
	if t.rest != nil {
		sum.rest = addRest(sum.rest, *t.rest)
	}
	if u.rest != nil {
		sum.rest = addRest(sum.rest, *u.rest)
	}
	return sum
}

func addRest(rest *decimal.Decimal, d decimal.Decimal) *decimal.Decimal {
	if rest != nil {
		d = d.Add(*rest)
	}
	return &d
}

// Times returns the tally n times over, exactly.
func (t Tally) Times(n int64) Tally {
	if t.rest == nil {
		if product := t.micro * n; t.micro == 0 || (product/t.micro == n && (t.micro != -1 || n != math.MinInt64)) {
			return Tally{micro: product}
		}
	}
	return DecimalTally(t.Decimal().Mul(decimal.NewFromInt(n)))
}

// Decimal returns the sum as a decimal.
func (t Tally) Decimal() decimal.Decimal {
	if t.micro == 0 && t.rest != nil {
		return *t.rest
	}
	d := decimal.New(t.micro, -microPlaces)
	if t.rest != nil {
		d = d.Add(*t.rest)
	}
	return d
}

// Float64 returns the floating-point number nearest to the sum.
func (t Tally) Float64() float64 {
	const exact = 1 << 53 // integers up to there are floating-point numbers
	if t.rest == nil && t.micro < exact && t.micro > -exact {
		return float64(t.micro) / microUnit // rounded once, to the nearest
	}
	return t.Decimal().InexactFloat64()
}

// IsZero reports whether the sum is 0.
func (t Tally) IsZero() bool {
	if t.rest == nil {
		return t.micro == 0
	}
	return t.Decimal().IsZero()
}

// Sign returns -1, 0 or 1 as the sum is below, at or above 0.
func (t Tally) Sign() int {
	if t.rest == nil {
		switch {
		case t.micro < 0:
			return -1
		case t.micro > 0:
			return 1
		}
		return 0
	}
	if t.micro == 0 {
		return t.rest.Sign()
	}
	return t.Decimal().Sign()
}

// Cmp returns -1, 0 or 1 as the sum is below, equal to or above u.
func (t Tally) Cmp(u Tally) int {
	if t.rest == nil && u.rest == nil {
		return cmp.Compare(t.micro, u.micro)
	}
	return t.Decimal().Cmp(u.Decimal())
}

// String returns the sum in plain decimal notation without trailing zeros.
func (t Tally) String() string { return t.Decimal().String() }
