package figure

import "github.com/shopspring/decimal"

// Scale is how figures of one kind are shown: in which multiple of their unit,
// with how many decimal places. A total and its parts share one Scale.
type Scale struct {
	Unit   string // for people, with typographic signs: t CO₂e
	Shift  int32  // power of ten by which a value in the base unit is multiplied
	Places int32  // decimal places after that; negative to round left of the point
}

// Apply returns the value in the scale's unit, not rounded.
func (s Scale) Apply(value decimal.Decimal) decimal.Decimal { return value.Shift(s.Shift) }

// Show returns the value in the scale's unit, rounded for people.
func (s Scale) Show(value decimal.Decimal) decimal.Decimal { return Round(s.Apply(value), s.Places) }

// step is a multiple of a unit, used from a power of ten of the base unit up.
type step struct {
	unit  string
	shift int32
	from  int32 // magnitude in the base unit from which the step is used
}

// steps lists, per unit in full as packs write it, the multiples that people
// use, the largest first. A unit that is not here is shown as it is.
var steps = map[string][]step{
	"kgCO2e": {{"t CO₂e", -3, 3}, {"kg CO₂e", 0, -1}, {"g CO₂e", 3, minMagnitude}},
	"kWh":    {{"GWh", -6, 7}, {"MWh", -3, 4}, {"kWh", 0, minMagnitude}},
	"MJ":     {{"TJ", -6, 7}, {"GJ", -3, 4}, {"MJ", 0, minMagnitude}},
	"kgSbeq": {{"kg Sb eq", 0, 0}, {"g Sb eq", 3, -3}, {"mg Sb eq", 6, minMagnitude}},
	"m3":     {{"m³", 0, -1}, {"litres", 3, minMagnitude}},
	"kg":     {{"t", -3, 4}, {"kg", 0, minMagnitude}},
}

const minMagnitude = -1 << 30

// ScaleFor returns the scale that suits a total in a base unit and the parts
// that it is made of.
func ScaleFor(unit string, total decimal.Decimal) Scale {
	if total.IsZero() {
		return Scale{Unit: UnitName(unit)}
	}
	scale := Scale{Unit: unit}
	for _, m := range steps[unit] {
		if Magnitude(total) >= m.from {
			scale.Unit, scale.Shift = m.unit, m.shift
			break
		}
	}
	scale.Places = Places(scale.Apply(total))
	return scale
}

// UnitName returns a base unit as packs write it in the form that people read:
// kgCO2e becomes kg CO₂e.
func UnitName(unit string) string {
	for _, m := range steps[unit] {
		if m.shift == 0 {
			return m.unit
		}
	}
	return unit
}
