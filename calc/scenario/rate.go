package scenario

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// rateOf is the energy rate of units of which only one number is known.
var rateOf = map[string]inventory.EnergyRate{
	annualKWh:    inventory.RatePowered, // stated by somebody, not measured
	powerW:       inventory.RatePower,
	hoursPerYear: inventory.RateHours,
}

// setRate gives units a rate. Watts and hours complete each other; neither changes
// what was measured.
func (e *editing) setRate(p inventory.Profile, a inventory.Amounts, name string, value decimal.Decimal) (inventory.Profile, inventory.Amounts) {
	other := inventory.RatePower
	if name == powerW {
		other = inventory.RateHours
	}
	switch {
	case name == annualKWh || p.Energy == rateOf[name]:
	case p.Energy == other: // W · h / 1000
		p.Energy = inventory.RatePowered
		a.RateFull, a.RateDays = timesTally(a.RateFull, value.Shift(-3)), timesTally(a.RateDays, value.Shift(-3))
		return p, a
	case p.Energy == inventory.RateMeasured || p.Energy == inventory.RatePowered:
		e.skip(a, mapping.Messagef("their electricity is stated in kWh, which %s does not change; scale annual_kwh", mapping.Verbatim(name)))
		return p, a
	}
	p.Energy = rateOf[name]
	a.RateFull, a.RateDays = timesTally(a.Full, value), timesTally(a.Days, value)
	return p, a
}

// shiftRate adds to the rate of units that state it.
func (e *editing) shiftRate(p inventory.Profile, a inventory.Amounts, name string, by decimal.Decimal) (inventory.Profile, inventory.Amounts) {
	has := p.Energy == rateOf[name] || name == annualKWh && p.Energy == inventory.RateMeasured
	if !has {
		e.skip(a, mapping.Messagef("the inventory does not state their %s, so that nothing can be added to it; set it, or scale annual_kwh", mapping.Verbatim(name)))
		return p, a
	}
	full, days := a.RateFull.Add(timesTally(a.Full, by)), a.RateDays.Add(timesTally(a.Days, by))
	if full.Sign() < 0 || days.Sign() < 0 {
		e.refuse("%s: %s is more than some of the items have", name, by.Neg())
		return p, a
	}
	a.RateFull, a.RateDays = full, days
	return p, a
}

// scaleElectricity multiplies the electricity of units, whatever it is known by. Of
// units that the packs know typical electricity of, the profile says how many times
// that they draw.
func scaleElectricity(p inventory.Profile, a inventory.Amounts, by decimal.Decimal) (inventory.Profile, inventory.Amounts) {
	if typical, ok := p.Energy.Typical(); ok {
		p.Energy = inventory.TypicalTimes(typical.Mul(by))
		return p, a
	}
	a.RateFull, a.RateDays = timesTally(a.RateFull, by), timesTally(a.RateDays, by)
	return p, a
}
