package calc

import (
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

var plainUnit = quantity.MustParse("1")

var conditionProperties = map[inventory.Condition]factors.Property{
	inventory.Remanufactured: factors.PropertyConditionRemanufactured,
	inventory.Refurbished:    factors.PropertyConditionRefurbished,
	inventory.Reused:         factors.PropertyConditionReused,
}

// conditionFactor returns the factor c that multiplies the manufacture of a
// unit that was not new when it was acquired, nil for 1.
//
// Where no pack has one, the unit is assessed as new. That is the cautious side
// and what ADEME's rules come to when nothing is known of a first life: then
// the whole manufacture lies on the user who is known. It is said.
func (v *evaluation) conditionFactor() *term {
	property, secondHand := conditionProperties[v.condition]
	if !secondHand {
		return nil
	}
	if c := v.parameter("condition: "+string(v.condition), property, plainUnit); c != nil {
		return c
	}
	v.note(note{
		code: AssessedAsNew, severity: Assumption, stage: factors.Manufacturing,
		category: v.category, args: [2]string{string(v.condition)},
	})
	return nil
}
