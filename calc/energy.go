package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

var (
	kWhPerYearUnit  = quantity.MustParse("kWh/year")
	wattUnit        = quantity.MustParse("W")
	hourPerYearUnit = quantity.MustParse("h/year")

	// kiloPerUnit turns W·h into kWh.
	kiloPerUnit = given("kWh of a Wh", decimal.New(1, -3), "kWh/Wh", fromFormula)
)

// consumption is the electricity that a unit draws in a year, as what to
// multiply each measure with.
type consumption struct {
	full, day Measure
	perYear   []*term // kWh a year per unit of the measure: the product of these
	grade     factors.Grade
}

// consumption returns the electricity of a device, the first that exists of
//
//	measured         kWh a year, by the inventory
//	power and hours  W · h / 1000, both by the inventory, or one of them with the
//	                 packs' other
//	the packs'       nearest rung: a power profile Σ W(state) · h(state) / 1000 over
//	                 active, idle, sleep and off, or a typical annual consumption;
//	                 on the same rung the profile; times what a scenario states of it
//
// and nil where there is none. A published consumption is at the plug: overhead
// of a data centre is never in it.
func (v *evaluation) consumption() *consumption {
	switch v.rate {
	case inventory.RateMeasured:
		return &consumption{full: PerRateFull, day: PerRateDay, grade: factors.GradeA}
	case inventory.RatePowered:
		return &consumption{full: PerRateFull, day: PerRateDay, grade: factors.GradeB}
	case inventory.RatePower:
		if c := v.withOther("hours in use", factors.PropertyHoursActive, hourPerYearUnit); c != nil {
			return c
		}
	case inventory.RateHours:
		if c := v.withOther("power in use", factors.PropertyPowerActive, wattUnit); c != nil {
			return c
		}
	case inventory.RateNone:
	}
	return v.typicalConsumption()
}

// withOther completes a rate of the inventory with the packs' other half.
func (v *evaluation) withOther(label string, p factors.Property, unit quantity.Unit) *consumption {
	other := v.parameter(label, p, unit)
	if other == nil {
		v.note(note{code: RateIncomplete, severity: Caution, stage: factors.Use, category: v.category, args: [2]string{string(v.rate), string(p)}})
		return nil
	}
	v.note(note{code: EnergyCompleted, severity: Assumption, stage: factors.Use, category: v.category, args: [2]string{string(p), other.value.String()}})
	return &consumption{full: PerRateFull, day: PerRateDay, perYear: []*term{other, kiloPerUnit}, grade: other.grade()}
}

// typicalConsumption returns what the packs know about the device.
func (v *evaluation) typicalConsumption() *consumption {
	profile, rung := v.powerProfile()
	published := v.device.findParameter(v.engine, v.place, factors.PropertyAnnualEnergy)
	kWh := profile
	if published != nil && (profile == nil || published.Rung < rung) {
		kWh = v.inUnit("typical consumption", published, kWhPerYearUnit)
	}
	if kWh == nil {
		return nil
	}
	v.note(note{code: TypicalEnergy, severity: Assumption, stage: factors.Use, category: v.category, args: [2]string{kWh.value.String()}})
	perYear := []*term{kWh}
	if factor, ok := v.rate.Typical(); ok && v.rate != inventory.RateNone {
		perYear = append(perYear, given("of the typical consumption", factor, "1", fromInventory))
	}
	return &consumption{full: PerFull, day: PerDay, perYear: perYear, grade: kWh.grade()}
}

// powerStates are the states of a device. Without the first there is no profile.
var powerStates = []struct {
	name         string
	power, hours factors.Property
}{
	{"active", factors.PropertyPowerActive, factors.PropertyHoursActive},
	{"idle", factors.PropertyPowerIdle, factors.PropertyHoursIdle},
	{"sleep", factors.PropertyPowerSleep, factors.PropertyHoursSleep},
	{"off", factors.PropertyPowerOff, factors.PropertyHoursOff},
}

// powerProfile returns Σ W · h / 1000 over the states of which both are known,
// and the broadest rung among them. It needs the active state.
func (v *evaluation) powerProfile() (*term, factors.RungKind) {
	var states []*term
	broadest := factors.Parameter
	for i, state := range powerStates {
		watts, wattsRung := v.parameterRung(state.name+" power", state.power, wattUnit)
		hours, hoursRung := v.parameterRung(state.name+" hours", state.hours, hourPerYearUnit)
		switch {
		case watts != nil && hours != nil:
			states = append(states, productOf("consumption, "+state.name, "kWh/year", watts, hours, kiloPerUnit))
			broadest = max(broadest, wattsRung, hoursRung)
		case i == 0:
			return nil, broadest
		}
	}
	return sumOf("consumption by power and hours", "kWh/year", states...), broadest
}

// parameterRung returns a parameter with the rung on which it was found.
func (v *evaluation) parameterRung(label string, p factors.Property, unit quantity.Unit) (*term, factors.RungKind) {
	match := v.device.findParameter(v.engine, v.place, p)
	if match == nil {
		return nil, 0
	}
	return v.inUnit(label, match, unit), match.Rung
}
