package quantity

import "github.com/shopspring/decimal"

// Quantity is a decimal with its unit. The zero Quantity is a plain 0.
type Quantity struct {
	Value decimal.Decimal
	Unit  Unit
}

// Of returns a quantity.
func Of(value decimal.Decimal, unit Unit) Quantity { return Quantity{value, unit} }

// Mul returns q·r, exactly.
func (q Quantity) Mul(r Quantity) Quantity {
	return Quantity{q.Value.Mul(r.Value), q.Unit.Mul(r.Unit)}
}

// Div returns q/r, rounded once to [Scale] decimal places, half to even. It
// returns [ErrDivideByZero] where r is zero.
func (q Quantity) Div(r Quantity) (Quantity, error) {
	value, err := Divide(q.Value, r.Value, Scale)
	if err != nil {
		return Quantity{}, err
	}
	return Quantity{value, q.Unit.Div(r.Unit)}, nil
}

// Add returns q+r in the unit of q. Where the two measure different things it
// returns a [*DimensionError].
func (q Quantity) Add(r Quantity) (Quantity, error) {
	value, err := Convert(r.Value, r.Unit, q.Unit)
	if err != nil {
		return Quantity{}, err
	}
	return Quantity{q.Value.Add(value), q.Unit}, nil
}

// In returns q in another unit, see [Convert].
func (q Quantity) In(unit Unit) (Quantity, error) {
	value, err := Convert(q.Value, q.Unit, unit)
	if err != nil {
		return Quantity{}, err
	}
	return Quantity{value, unit}, nil
}

// String writes value and unit, unrounded: 0.177 kgCO2e/kWh.
func (q Quantity) String() string {
	if q.Unit.text == "" {
		return q.Value.String()
	}
	return q.Value.String() + " " + q.Unit.text
}
