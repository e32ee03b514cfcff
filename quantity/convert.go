package quantity

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Convertible reports whether a value in u can be expressed in v: whether both
// measure the same thing.
func (u Unit) Convertible(v Unit) bool { return u.dim == v.dim }

// DimensionError says that a value cannot be expressed in, or added to one of,
// another unit.
type DimensionError struct {
	From, To Unit
}

func (e *DimensionError) Error() string {
	return fmt.Sprintf("cannot turn %s into %s: one measures %s, the other %s", e.From, e.To, e.From.dim, e.To.dim)
}

// Convert returns value, which is in the unit from, in the unit to. Where the
// result is a finite decimal it is exact; otherwise (hours into years, say) it is
// rounded once to [Scale] decimal places, half to even. Units of different
// dimensions return a [*DimensionError].
//
//	value[to] = value[from] · size(from) / size(to)
func Convert(value decimal.Decimal, from, to Unit) (decimal.Decimal, error) {
	if from == to {
		return value, nil
	}
	if !from.Convertible(to) {
		return decimal.Zero, &DimensionError{from, to}
	}
	return from.scale.plus(to.scale, -1).apply(value), nil
}
