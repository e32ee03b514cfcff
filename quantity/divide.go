package quantity

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// Scale is the number of decimal places to which a division is rounded that does
// not come out even. It leaves twenty significant digits to the smallest published
// factors (1e-9 kgSbeq).
const Scale = 30

// ErrDivideByZero is returned for a division by zero.
var ErrDivideByZero = errors.New("division by zero")

// maxExponent bounds the decimal exponents that Divide accepts, far above
// anything a pack or an inventory can hold, so that no input makes it build
// enormous numbers.
const maxExponent = 20000

// Divide returns a/b rounded once to scale decimal places, half to even:
// 0.5 → 0 and 1.5 → 2 at scale 0. It returns [ErrDivideByZero] where b is zero.
//
// It stands in for decimal.Div, whose precision is a global variable, and for
// decimal.DivRound, which rounds halves away from zero and so drifts upwards
// over many rows.
func Divide(a, b decimal.Decimal, scale int32) (decimal.Decimal, error) {
	if b.IsZero() {
		return decimal.Zero, ErrDivideByZero
	}
	for _, exponent := range [...]int32{a.Exponent(), b.Exponent(), scale} {
		if exponent < -maxExponent || exponent > maxExponent {
			return decimal.Zero, fmt.Errorf("division: exponent %d is out of range", exponent)
		}
	}
	quotient, rest := a.QuoRem(b, scale)
	// rest is below |b|·10^-scale; compare twice its size with that.
	step := decimal.New(1, -scale)
	double, whole := rest.Abs().Mul(decimal.New(2, 0)), b.Abs().Mul(step)
	switch double.Cmp(whole) {
	case -1:
		return quotient, nil
	case 0:
		if quotient.Coefficient().Bit(0) == 0 {
			return quotient, nil
		}
	}
	if a.Sign()*b.Sign() < 0 {
		return quotient.Sub(step), nil
	}
	return quotient.Add(step), nil
}
