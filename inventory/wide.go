package inventory

import (
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// wide is a sum of non-negative amounts in units of 10^-24, as 128 bits: units
// over an observed lifetime are rounded to that place (see [ObservedScale]) and
// there may be one such sum for each of a million profiles. It holds sums up to
// 1.7 × 10^14.
type wide struct{ hi, lo uint64 }

// add returns the sum and whether it fits.
func (w wide) add(v wide) (wide, bool) {
	lo, carry := bits.Add64(w.lo, v.lo, 0)
	hi, over := bits.Add64(w.hi, v.hi, carry)
	return wide{hi, lo}, over == 0
}

func (w wide) isZero() bool { return w == wide{} }

func (w wide) decimal() decimal.Decimal {
	n := new(big.Int).SetUint64(w.hi)
	n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(w.lo))
	return decimal.NewFromBigInt(n, -ObservedScale)
}

// wideFromDecimal returns d as a wide, if it has no more than 24 decimal places and fits.
func wideFromDecimal(d decimal.Decimal) (wide, bool) {
	scaled := d.Shift(ObservedScale)
	if d.IsNegative() || !scaled.IsInteger() {
		return wide{}, false
	}
	n := scaled.BigInt()
	if n.BitLen() > 128 {
		return wide{}, false
	}
	lo := new(big.Int).And(n, new(big.Int).SetUint64(^uint64(0))).Uint64()
	return wide{hi: n.Rsh(n, 64).Uint64(), lo: lo}, true
}
