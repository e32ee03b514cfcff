package disclosure

import (
	"github.com/shopspring/decimal"

	"govfootprint/reports/figure"
)

// Places says with how many decimal places a table shows figures of each unit: those
// of one unit alike, by the largest of them, so that they can be compared down a
// column. Amounts keep about four leading digits of the largest, and are whole where
// all of them are.
func (t *Table) Places() map[Unit]int32 {
	largest := make(map[Unit]decimal.Decimal)
	parts := make(map[Unit]bool) // whether any is not whole
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c == nil || c.Figure == nil {
				continue
			}
			unit, value := c.Figure.Unit, c.Figure.Value
			largest[unit] = decimal.Max(largest[unit], value.Abs())
			parts[unit] = parts[unit] || !value.IsInteger()
		}
	}
	places := make(map[Unit]int32, len(largest))
	for unit, most := range largest {
		places[unit] = placesOf(unit, most, parts[unit])
	}
	return places
}

func placesOf(u Unit, most decimal.Decimal, parts bool) int32 {
	switch u { //nolint:exhaustive // amounts are written by their size
	case Years:
		return 1
	case Ratio, LitreKWh:
		return 2
	}
	if !parts {
		return 0
	}
	const digits = 3 // after the first of the largest
	return max(0, digits-figure.Magnitude(most))
}
