package calc

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Coverage says for how much of the estate an impact could be computed.
type Coverage struct {
	// Units and Rows are those that the impact applies to.
	Units decimal.Decimal
	Rows  int64

	// UnitsCovered and RowsCovered are those with a figure for every stage that
	// counts: see [Assessment.Coverage].
	UnitsCovered decimal.Decimal
	RowsCovered  int64

	// UnitsPartly are units of which some, but not all, is in the total.
	UnitsPartly decimal.Decimal

	// Activities are the rows that are no devices, ActivitiesCovered those of them
	// with a figure for every stage that counts. Both are among the rows above.
	Activities, ActivitiesCovered int64

	// Share is UnitsCovered over Units, rounded once. Where there are activities
	// and no units it is ActivitiesCovered over Activities, for activities have no
	// common measure; 1 where there is neither.
	Share decimal.Decimal
}

// ActivityShare is ActivitiesCovered over Activities, rounded once; 1 without any.
func (c Coverage) ActivityShare() decimal.Decimal {
	if c.Activities == 0 {
		return one
	}
	return divide(decimal.NewFromInt(c.ActivitiesCovered), decimal.NewFromInt(c.Activities))
}

// Coverage says for how much of the estate the total of an impact stands. A unit
// is covered when every stage that applies to it has a figure. Manufacturing and
// use always count; distribution and end of life only where the selected packs
// have factors of this impact for them at all, of devices or of activities, for
// otherwise no unit would ever be covered and the share would say nothing. That a
// stage is left out of the boundary altogether is a finding ([StageNotInPacks]).
//
// Electricity applies to units that are used, the mass of waste to those that
// left in the period, and to those of which nobody says when they left. Where
// nobody says so of any, it may apply to all, and covers none.
func (a *Assessment) Coverage(impact factors.Impact) Coverage {
	return a.cover(impact, a.engine.countedStages(impact, false), a.engine.countedStages(impact, true))
}

// countedStages are the stages without which a unit, or an activity, is not covered.
func (e *engine) countedStages(impact factors.Impact, activity bool) []factors.Stage {
	return slices.DeleteFunc(slices.Clone(factors.Stages), func(s factors.Stage) bool { return !e.counts(impact, s, activity) })
}

// CoverageByStage says the same stage by stage, for the stages that the impact
// can have.
func (a *Assessment) CoverageByStage(impact factors.Impact) map[factors.Stage]Coverage {
	byStage := make(map[factors.Stage]Coverage)
	for _, stage := range factors.Stages {
		if a.engine.applies(impact, stage) {
			byStage[stage] = a.cover(impact, []factors.Stage{stage}, []factors.Stage{stage})
		}
	}
	return byStage
}

// applies reports whether an impact can have a figure in a stage.
func (e *engine) applies(impact factors.Impact, stage factors.Stage) bool {
	switch impact {
	case factors.Energy:
		return stage == factors.Use
	case factors.Mass:
		return stage == factors.EndOfLife
	default:
		return true
	}
}

// counts reports whether a unit, or an activity, without a figure in a stage is not covered.
func (e *engine) counts(impact factors.Impact, stage factors.Stage, activity bool) bool {
	if !e.applies(impact, stage) {
		return false
	}
	minor := stage == factors.Distribution || stage == factors.EndOfLife
	return !minor || impact == factors.Mass || e.carried[carriedFor{stageOfImpact{impact, stage}, activity}]
}

// cover counts the units and rows whose stages have figures.
func (a *Assessment) cover(impact factors.Impact, ofDevices, ofActivities []factors.Stage) Coverage {
	portions := make([]coveredPlan, len(a.plans))
	for i, p := range a.plans {
		portions[i] = coveredPlan{p, p.amounts}
	}
	return coverageOf(portions, a.departures, impact, ofDevices, ofActivities)
}

// coveredPlan is a plan and some of its amounts.
type coveredPlan struct {
	*plan
	some inventory.Amounts
}

// coverageOf says how far an impact of portions is known. What nobody says of
// departures makes waste unknown.
func coverageOf(portions []coveredPlan, gone departures, impact factors.Impact, ofDevices, ofActivities []factors.Stage) Coverage {
	var units, covered, partly inventory.Tally
	var c Coverage
	for i := range portions {
		p, some := portions[i].plan, &portions[i].some
		stages := ofDevices
		if p.driver.kind.Activity() {
			stages = ofActivities
		}
		state := p.stateOf(impact, stages)
		if impact == factors.Mass && !p.driver.kind.Activity() && !gone.told {
			state = statusMissing
		}
		if state == statusNone {
			continue
		}
		units, c.Rows = units.Add(some.Units), c.Rows+some.Rows
		activities := int64(0)
		if p.driver.kind.Activity() {
			activities = some.Rows
		}
		c.Activities += activities
		if state == statusCovered {
			covered, c.RowsCovered = covered.Add(some.Units), c.RowsCovered+some.Rows
			c.ActivitiesCovered += activities
		}
		if state == statusPartly {
			partly = partly.Add(some.Units)
		}
	}
	if impact == factors.Mass {
		units, c.Rows = units.Add(gone.undated.Units), c.Rows+gone.undated.Rows
	}
	c.Units, c.UnitsCovered, c.UnitsPartly = units.Decimal(), covered.Decimal(), partly.Decimal()
	c.Share = one
	switch {
	case !c.Units.IsZero():
		c.Share = divide(c.UnitsCovered, c.Units)
	case c.Activities > 0:
		c.Share = c.ActivityShare()
	}
	return c
}

// activityRows returns the number of rows of a plan that are no devices.
func (p *plan) activityRows() int64 {
	if p.driver.kind.Activity() {
		return p.amounts.Rows
	}
	return 0
}

// stateOf sums up the statuses of several stages: covered where all that apply
// are, missing where none is.
func (p *plan) stateOf(impact factors.Impact, stages []factors.Stage) status {
	var seen [4]bool
	for _, stage := range stages {
		seen[p.statuses[stageOfImpact{impact, stage}]] = true
	}
	some := seen[statusCovered] || seen[statusPartly]
	switch {
	case seen[statusPartly], some && seen[statusMissing]:
		return statusPartly
	case seen[statusMissing]:
		return statusMissing
	case seen[statusCovered]:
		return statusCovered
	default:
		return statusNone
	}
}

// allImpacts returns the impacts of a result.
func (e *engine) allImpacts() []factors.Impact {
	all := append([]factors.Impact{factors.Energy, factors.Mass}, e.impacts...)
	slices.SortFunc(all, compareImpacts)
	return all
}
