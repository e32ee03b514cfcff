package calc

import (
	"strings"

	"govfootprint/inventory"
)

// Measure is the amount of a line that a coefficient is multiplied with.
type Measure uint8

// The measures, see [inventory.Amounts].
const (
	PerUnit         Measure = iota // units, whatever their service
	PerFull                        // units in service throughout the period
	PerDay                         // unit-days of units in service for part of the period
	PerRateFull                    // Σ units × rate of the former: kWh/year, W or h/year
	PerRateDay                     // Σ units × rate × days of the latter
	PerObservedFull                // Σ units over observed lifetime in years, of the former
	PerObservedDay                 // Σ units × days over observed lifetime in years, of the latter
	PerActivity                    // amount of an activity, in its own measure
	measures        int     = iota
)

// Of returns the amount of a line that the measure names.
func (m Measure) Of(a inventory.Amounts) inventory.Tally {
	switch m {
	case PerUnit:
		return a.Units
	case PerFull:
		return a.Full
	case PerDay:
		return a.Days
	case PerRateFull:
		return a.RateFull
	case PerRateDay:
		return a.RateDays
	case PerObservedFull:
		return a.ObservedFull
	case PerObservedDay:
		return a.ObservedDays
	default:
		return a.Activity
	}
}

// String names the measure, in words for a trace.
func (m Measure) String() string {
	return [measures]string{
		"units", "units in service throughout the period", "unit-days of units in service for part of the period",
		"sum of the rates of units in service throughout the period", "sum of rate × days of units in service for part of the period",
		"sum of units over observed lifetime, in service throughout the period", "sum of unit-days over observed lifetime",
		"amount of the activity",
	}[m]
}

// unit returns the unit of the measure, given what the rate of its lines is, or
// in what an activity is counted.
func (m Measure) unit(rate inventory.EnergyRate, activity string) string {
	switch m {
	case PerActivity:
		return activity
	case PerUnit, PerFull:
		return "unit"
	case PerDay:
		return "unit.day"
	case PerRateFull:
		return rateUnits[rate].full
	case PerRateDay:
		return rateUnits[rate].day
	case PerObservedFull:
		return "unit/year"
	default:
		return "unit.day/year"
	}
}

// coefficientUnit returns the unit of a coefficient: that of an impact per unit
// of the measure.
func (m Measure) coefficientUnit(impact string, rate inventory.EnergyRate, activity string) string {
	above, below, _ := strings.Cut(m.unit(rate, activity), "/")
	if strings.Contains(above, ".") {
		above = "(" + above + ")"
	}
	if below != "" {
		impact += "." + below
	}
	return impact + "/" + above
}

// rateUnits are the units of the rate amounts.
var rateUnits = map[inventory.EnergyRate]struct{ full, day string }{
	inventory.RateMeasured: {"kWh/year", "kWh.day/year"},
	inventory.RatePowered:  {"kWh/year", "kWh.day/year"},
	inventory.RatePower:    {"W", "W.day"},
	inventory.RateHours:    {"h/year", "h.day/year"},
}
