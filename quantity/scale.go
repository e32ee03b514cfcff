package quantity

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// scaleBases are pairwise coprime numbers whose powers make up the size of every
// known unit: 3600 = 2⁴·3²·5² seconds an hour, 73 in the 365 days of a year, 127
// in an inch of 0.0254 m, 11 and 127 in a mile, and 589081 in a pound of
// 0.45359237 kg.
var scaleBases = [...]int64{2, 3, 5, 7, 11, 73, 127, 589081}

// scale is the exact size of a unit against the coherent unit of its dimension,
// as exponents of scaleBases. Held so, sizes compare with ==, multiply by
// adding, and never overflow or round.
type scale [len(scaleBases)]int16

// scaleOf returns the scale n·10^pow10. It reports false where n has a factor
// outside scaleBases.
func scaleOf(n int64, pow10 int16) (scale, bool) {
	var s scale
	for i, base := range scaleBases {
		for n%base == 0 && n != 0 {
			n /= base
			s[i]++
		}
	}
	s[0] += pow10
	s[2] += pow10
	return s, n == 1
}

// plus returns s·t^n.
func (s scale) plus(t scale, n int16) scale {
	for i := range s {
		s[i] += t[i] * n
	}
	return s
}

// apply returns value·s. It is exact unless s divides by something other than
// twos and fives and the division does not come out even.
func (s scale) apply(value decimal.Decimal) decimal.Decimal {
	if s == (scale{}) {
		return value
	}
	// Tens move the decimal point. What is left of twos and fives goes on top of
	// the fraction: 2^-a is 5^a/10^a, and the other way round.
	twos, fives := s[0], s[2]
	var shift int16
	switch {
	case twos > 0 && fives > 0:
		shift = min(twos, fives)
	case twos < 0 && fives < 0:
		shift = max(twos, fives)
	}
	twos, fives = twos-shift, fives-shift
	if twos < 0 {
		twos, fives, shift = 0, fives-twos, shift+twos
	}
	if fives < 0 {
		twos, fives, shift = twos-fives, 0, shift+fives
	}
	num, den := big.NewInt(1), big.NewInt(1)
	power := func(into *big.Int, base int64, exponent int16) {
		into.Mul(into, new(big.Int).Exp(big.NewInt(base), big.NewInt(int64(exponent)), nil))
	}
	power(num, 2, twos)
	power(num, 5, fives)
	for i, base := range scaleBases {
		switch {
		case base == 2 || base == 5:
		case s[i] > 0:
			power(num, base, s[i])
		case s[i] < 0:
			power(den, base, -s[i])
		}
	}
	value = value.Shift(int32(shift))
	if num.Cmp(big.NewInt(1)) != 0 {
		value = value.Mul(decimal.NewFromBigInt(num, 0))
	}
	if den.Cmp(big.NewInt(1)) == 0 {
		return value
	}
	if q, r := new(big.Int).QuoRem(value.Coefficient(), den, new(big.Int)); r.Sign() == 0 {
		return decimal.NewFromBigInt(q, value.Exponent())
	}
	quotient, err := Divide(value, decimal.NewFromBigInt(den, 0), Scale)
	if err != nil { // den is never zero and never large
		return decimal.Zero
	}
	return quotient
}
