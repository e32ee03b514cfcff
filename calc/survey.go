package calc

import (
	"context"
	"slices"
	"strings"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Survey is a library with what it has factors for noted: what takes most of the time
// of assessing a small estate, and is the same for all. It does not change; whoever
// assesses often by one library makes it once.
type Survey struct {
	library *factors.Library

	impacts     []factors.Impact // characterised by factors: all but energy and mass
	units       map[factors.Impact]impactUnits
	carried     map[carriedFor]bool // what any pack has factors for
	subjects    map[string]bool
	models      map[string]string  // subjects of models by their canonical form
	residual    bool               // whether any pack has a residual mix
	currencies  map[string]*ladder // of price levels, by subject
	projections map[string]projections
}

// NewSurvey surveys a library.
func NewSurvey(library *factors.Library) *Survey {
	s := &Survey{
		library:     library,
		units:       make(map[factors.Impact]impactUnits),
		carried:     make(map[carriedFor]bool),
		subjects:    make(map[string]bool),
		models:      make(map[string]string),
		currencies:  make(map[string]*ladder),
		projections: make(map[string]projections),
	}
	for f := range library.Factors() {
		s.note(f)
	}
	s.impacts = slices.DeleteFunc(library.Impacts(), func(i factors.Impact) bool {
		return i == factors.Energy || i == factors.Mass
	})
	for _, impact := range s.impacts {
		if unit, ok := library.ImpactUnit(impact); ok {
			s.units[impact] = newImpactUnits(unit)
		}
	}
	return s
}

// Assess is [Assess] by the library that was surveyed.
func (s *Survey) Assess(ctx context.Context, e *inventory.Estate, m Method) (*Assessment, error) {
	return assess(ctx, e, s, m)
}

// note notes what a factor is for.
func (s *Survey) note(f *factors.Factor) {
	s.noteSubject(f.Subject)
	if f.Property == factors.PropertyPriceLevel && s.currencies[f.Subject] == nil {
		s.currencies[f.Subject] = fixedLadder(f.Subject)
	}
	if f.Property != factors.PropertyImpact {
		return
	}
	family, _, _ := strings.Cut(f.Subject, "/")
	switch family {
	case "electricity":
		use := stageOfImpact{f.Impact, factors.Use}
		s.carried[carriedFor{use, false}], s.carried[carriedFor{use, true}] = true, true
		s.residual = s.residual || f.Subject == residualMix
	case "freight":
		s.carried[carriedFor{stageOfImpact{f.Impact, factors.Distribution}, false}] = true
	case projectionFamily:
		s.noteProjection(f)
	case "equivalence": // not what a footprint is made of
	default:
		activity := factors.IsActivity(f.Subject)
		for _, stage := range slices.Concat(f.Covers, []factors.Stage{f.Stage}) {
			s.carried[carriedFor{stageOfImpact{f.Impact, stage}, activity}] = true
		}
	}
}
