package quantity

import "github.com/shopspring/decimal"

type scale struct{}

const Scale = 30

func Parse(s string) (Unit, error)                                          { return Unit{}, nil }
func MustParse(s string) Unit                                               { return Unit{} }
func (u Unit) String() string                                               { return u.text }
func (u Unit) Dimension() Dimension                                         { return u.dim }
func (u Unit) Mul(v Unit) Unit                                              { return u }
func (u Unit) Div(v Unit) Unit                                              { return u }
func (u Unit) Numerator() Unit                                              { return u }
func (u Unit) Denominator() Unit                                            { return u }
func (u Unit) Convertible(v Unit) bool                                      { return false }
func Convert(value decimal.Decimal, from, to Unit) (decimal.Decimal, error) { return value, nil }

// Divide: half to even at scale places; error on zero divisor.
func Divide(a, b decimal.Decimal, scale int32) (decimal.Decimal, error) { return a, nil }

type Quantity struct {
	Value decimal.Decimal
	Unit  Unit
}

func (q Quantity) Mul(r Quantity) Quantity          { return q }
func (q Quantity) Div(r Quantity) (Quantity, error) { return q, nil }
func (q Quantity) Add(r Quantity) (Quantity, error) { return q, nil }
func (q Quantity) In(u Unit) (Quantity, error)      { return q, nil }
func (q Quantity) String() string                   { return "" }
