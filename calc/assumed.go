package calc

import (
	"govfootprint/factors"
	"govfootprint/inventory"
)

// assumptionsOf returns what is assumed of a profile because its rows do not
// say: the usual, so that nothing need be typed for the usual, and each a
// finding, so that nothing is assumed in silence. They are about rows, not about
// coefficients, so they are no notes of a group.
func (e *engine) assumptionsOf(p *inventory.Profile) []note {
	if p.Kind.Activity() {
		return nil // bought as it is used: no status, owner or life
	}
	var notes []note
	add := func(holds bool, code FindingCode, stage factors.Stage) {
		if holds {
			notes = append(notes, note{code: code, severity: Assumption, stage: stage})
		}
	}
	add(p.Status == "", StatusAssumed, "")
	add(p.Ownership == "", OwnershipAssumed, "")
	add(p.Condition == "", ConditionAssumed, factors.Manufacturing)
	add(p.Hosting == "" && !datacentreEquipment[identityOf(p).category], HostingAssumed, factors.Use)
	add(!p.Acquired.Known(), ServiceAssumed, "")
	unrouted := p.EndOfLife == "" || factors.Route(p.EndOfLife) == factors.RouteUnknown
	add(e.inPeriod(p.Retired) && unrouted, RouteAssumed, factors.EndOfLife)
	return notes
}

// tallyAssumptions adds what is assumed of the rows to the tallies of findings.
func (a *Assessment) tallyAssumptions(tallies map[note]*noteTally) {
	const needed = inventory.DeviceAttributes | inventory.TermsAttributes | inventory.AcquiredAttribute | inventory.RetiredAttribute
	for profile, amounts := range a.estate.Project(needed).All() {
		if identityOf(&profile).category == "" {
			continue // in no total: nothing was assumed
		}
		for _, n := range a.engine.assumptionsOf(&profile) {
			tallies[n] = tallies[n].plus(amounts)
		}
	}
}
