package calc

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// outcome is everything that the formulas say about one driver.
type outcome struct {
	coefficients []coefficient
	statuses     map[stageOfImpact]status
	notes        []note
	matches      []*factors.Match // used, each once
	avoided      []avoidedTerm

	lifetime *term         // planned years, nil where unknown
	waste    *term         // kg per unit, where it left in the period and its mass is known
	grade    factors.Grade // of the manufacturing and electricity figures
}

// coefficient is what one unit of a measure contributes to one cell.
type coefficient struct {
	cell    CellKey
	measure Measure
	term    *term
	grade   factors.Grade
	views   views
}

// views says in which accountings of electricity a coefficient counts.
type views uint8

const (
	inLocation views = 1 << iota
	inMarket
	inBoth = inLocation | inMarket
)

func (v View) mask() views {
	if v == MarketBased {
		return inMarket
	}
	return inLocation
}

// status says whether a stage of an impact could be computed.
type status uint8

// The statuses. Where a stage does not apply (no use in stock), there is none.
const (
	statusNone    status = iota // does not apply
	statusCovered               // a figure, or a known zero
	statusPartly                // a figure that leaves something out
	statusMissing               // no figure
)

// evaluation is the work on one driver.
type evaluation struct {
	*engine
	driver
	outcome

	share  *term // attribution; nil for 1
	origin *note // what to say where the lifetime is used
}

// evaluate applies the formulas to a driver. It may run concurrently.
func (e *engine) evaluate(d driver) outcome {
	v := &evaluation{engine: e, driver: d, outcome: outcome{statuses: make(map[stageOfImpact]status)}}
	if d.category == "" {
		v.leaveOut()
		return v.outcome
	}
	v.checkPlace()
	v.share = v.attributionShare()
	if v.kind.Activity() {
		v.activity()
		v.finish()
		return v.outcome
	}
	v.lifetime, v.origin = v.plannedLifetime()
	for _, impact := range e.impacts {
		v.embodied(impact)
	}
	v.use()
	v.wasteMass()
	v.avoidedBurdens()
	v.finish()
	return v.outcome
}

// leaveOut records a driver whose category nobody knows: its units are in no total.
func (v *evaluation) leaveOut() {
	for _, impact := range v.impacts {
		for _, stage := range factors.Stages {
			v.set(impact, stage, statusMissing)
		}
	}
	v.set(factors.Energy, factors.Use, statusMissing)
	if v.withdrawn {
		v.set(factors.Mass, factors.EndOfLife, statusMissing)
	}
	v.note(note{code: UnresolvedCategory, severity: Gap})
}

// set records the status of a stage.
func (v *evaluation) set(impact factors.Impact, stage factors.Stage, s status) {
	v.statuses[stageOfImpact{impact, stage}] = s
}

// known reports whether the stage was already dealt with, by a factor that covers it.
func (v *evaluation) known(impact factors.Impact, stage factors.Stage) bool {
	return v.statuses[stageOfImpact{impact, stage}] != statusNone
}

// contribute adds a coefficient, with the grade of the factors in it.
func (v *evaluation) contribute(cell CellKey, m Measure, t *term, seen views, grade factors.Grade) {
	v.coefficients = append(v.coefficients, coefficient{cell: cell, measure: m, term: t, grade: grade, views: seen})
	t.matches(v.cite)
}

// note is a finding about one driver; equal notes of several drivers become one finding.
type note struct {
	code     FindingCode
	severity FindingSeverity
	stage    factors.Stage
	impact   factors.Impact
	category string
	place    string
	args     [2]string
}

// note records a finding, once.
func (v *evaluation) note(n note) {
	if !slices.Contains(v.notes, n) {
		v.notes = append(v.notes, n)
	}
}

// parsePositive reads a decimal that the reader of inventories has checked
// already; false is for estates that were made by other means.
func parsePositive(text string) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(text)
	return d, err == nil && d.IsPositive()
}

// cite records a factor as used, once.
func (v *evaluation) cite(m *factors.Match) {
	if !slices.Contains(v.matches, m) {
		v.matches = append(v.matches, m)
	}
}
