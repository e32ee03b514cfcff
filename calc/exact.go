package calc

import (
	"math/big"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// Sums of amount × coefficient are taken in fixed-point integers: a decimal
// product costs a hundred times as much, and a breakdown of a large estate
// takes millions of them. Nothing is lost: a coefficient or an amount that has
// more places than fit goes the slow way, as a decimal, beside the sum.
const (
	fixedPlaces  = 36 // decimal places of a fixed coefficient
	amountPlaces = 6  // of an amount
	fixedWords   = 3  // 192 bits: coefficients below 6e21
	sumWords     = fixedWords + 2
)

// fixed is a decimal as a count of 10^-36, with its sign apart.
type fixed struct {
	words    [fixedWords]uint64 // the lowest first
	negative bool
	wide     *decimal.Decimal // the number itself where the words cannot hold it
}

func newFixed(d decimal.Decimal) fixed {
	if d.Exponent() < -fixedPlaces {
		d = trimmed(d)
	}
	scaled := d.Shift(fixedPlaces)
	if scaled.Exponent() < 0 || scaled.NumDigits()+int(scaled.Exponent()) > 57 { // 2^192 has 58 digits
		return fixed{wide: &d}
	}
	f := fixed{negative: d.IsNegative()}
	count := scaled.Abs().BigInt()
	for i := range f.words {
		f.words[i] = new(big.Int).Rsh(count, uint(64*i)).Uint64()
	}
	return f
}

// trimmed returns d without trailing zeros after the decimal point.
func trimmed(d decimal.Decimal) decimal.Decimal {
	if cut, err := decimal.NewFromString(d.String()); err == nil {
		return cut
	}
	return d
}

func (f fixed) decimal() decimal.Decimal {
	if f.wide != nil {
		return *f.wide
	}
	return fromWords(f.words[:], -fixedPlaces, f.negative)
}

// amount is a tally as a count of millionths, or as a decimal where it has more places.
type amount struct {
	micro int64
	wide  *decimal.Decimal
}

func newAmount(t inventory.Tally) amount {
	if t.IsZero() {
		return amount{}
	}
	d := t.Decimal()
	if d.Exponent() == -amountPlaces && d.NumDigits() < 19 { // 2^63 has 19 digits
		return amount{micro: d.CoefficientInt64()}
	}
	return amount{wide: &d}
}

func (a amount) decimal() decimal.Decimal {
	if a.wide != nil {
		return *a.wide
	}
	return decimal.New(a.micro, -amountPlaces)
}

// exactSum is a sum of products, exact. The zero exactSum is 0.
type exactSum struct {
	words   [sumWords]uint64 // two's complement, a count of 10^-42
	rest    *decimal.Decimal // what did not fit
	touched bool             // whether anything was added, a 0 included
}

// addProduct adds a × f.
func (s *exactSum) addProduct(a amount, f *fixed) {
	s.touched = true
	if a.wide != nil || f.wide != nil {
		product := a.decimal().Mul(f.decimal())
		if s.rest != nil {
			product = product.Add(*s.rest)
		}
		s.rest = &product
		return
	}
	if a.micro < 0 {
		s.accumulate(&f.words, -uint64(a.micro), !f.negative)
		return
	}
	s.accumulate(&f.words, uint64(a.micro), f.negative)
}

// accumulate adds words × by, or subtracts it.
func (s *exactSum) accumulate(words *[fixedWords]uint64, by uint64, subtract bool) {
	var product [sumWords]uint64
	var carry uint64
	for i, word := range words {
		high, low := bits.Mul64(word, by)
		var c uint64
		product[i], c = bits.Add64(low, carry, 0)
		carry = high + c // high is at most 2^64-2
	}
	product[fixedWords] = carry

	var c uint64
	for i := range s.words {
		if subtract {
			s.words[i], c = bits.Sub64(s.words[i], product[i], c)
		} else {
			s.words[i], c = bits.Add64(s.words[i], product[i], c)
		}
	}
}

// decimal returns the sum.
func (s *exactSum) decimal() decimal.Decimal {
	words, negative := s.words, s.words[sumWords-1]>>63 == 1
	if negative {
		carry := uint64(1)
		for i := range words {
			words[i], carry = bits.Add64(^words[i], 0, carry)
		}
	}
	total := fromWords(words[:], -fixedPlaces-amountPlaces, negative)
	if s.rest != nil {
		total = total.Add(*s.rest)
	}
	return total
}

func fromWords(words []uint64, exponent int32, negative bool) decimal.Decimal {
	count := new(big.Int)
	for _, word := range slices.Backward(words) {
		count.Lsh(count, 64)
		count.Or(count, new(big.Int).SetUint64(word))
	}
	if negative {
		count.Neg(count)
	}
	return decimal.NewFromBigInt(count, exponent)
}
