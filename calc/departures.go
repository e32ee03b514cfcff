package calc

import (
	"govfootprint/factors"
	"govfootprint/inventory"
)

// departures says what an estate tells about units that left. A list of what is
// in use, with no date of disposal in it, does not say that nothing was disposed
// of: then the mass of waste is not known, and is not 0 kg.
type departures struct {
	told    bool                // whether of any unit anybody says when it left
	undated inventory.Exclusion // units that left, nobody says when; in no other total
}

// departuresOf looks for dates of withdrawal, of whatever year: one shows that
// they are written down where a unit leaves.
func departuresOf(e *inventory.Estate) departures {
	excluded := e.Counts().Excluded
	d := departures{
		told:    excluded[inventory.CodeRetiredBeforePeriod].Rows > 0,
		undated: excluded[inventory.CodeRetiredUndated],
	}
	devices := false
	for profile := range e.Project(inventory.RetiredAttribute | inventory.DeviceAttributes).All() {
		d.told = d.told || profile.Retired.Known()
		devices = devices || !profile.Kind.Activity()
	}
	d.told = d.told || !devices // what is no device never becomes waste
	return d
}

// tallyDepartures adds what is missing from the mass of waste to the tallies of
// findings: all of it, or the units without a date.
func (a *Assessment) tallyDepartures(tallies map[note]*noteTally) {
	missing := note{code: WithdrawalUndated, severity: Gap, stage: factors.EndOfLife, impact: factors.Mass}
	concerned := noteTally{units: a.departures.undated.Units, rows: a.departures.undated.Rows}
	if !a.departures.told {
		missing.code = WithdrawalsUnknown
		if units := a.departures.undated.Units; !units.IsZero() { // they are not among the units of the report
			missing.args[0] = units.Decimal().String()
		}
		for _, p := range a.plans {
			if p.driver.kind.Activity() {
				continue
			}
			concerned.units, concerned.rows = concerned.units.Add(p.amounts.Units), concerned.rows+p.amounts.Rows
		}
	}
	if concerned.rows > 0 {
		tallies[missing] = &concerned
	}
}
