package reports

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// FlagKind is what a person should know before believing a difference.
type FlagKind string

// The flags.
const (
	// BurdenShift: the climate total goes down and another impact up, or the other way
	// round.
	BurdenShift FlagKind = "burden-shift"

	// ReboundFlag: changes that are stated as rebound take back a part of what the
	// others save.
	ReboundFlag FlagKind = "rebound"

	// CoverageFalls: less of the estate has a figure than in the baseline, so that a
	// part of the difference may be what is not known.
	CoverageFalls FlagKind = "coverage-falls"

	// PhasedIn: changes come about over years; the comparison shows them complete.
	PhasedIn FlagKind = "phased-in"

	// MarketOnly: the market-based total changes and the location-based one does not.
	MarketOnly FlagKind = "market-only"

	// StepBetweenScopes: a change moves a part of the climate total from one scope to
	// the other, and leaves the total.
	StepBetweenScopes FlagKind = "step-between-scopes"

	// StepWithoutFigure: a change makes items others, and changes no figure.
	StepWithoutFigure FlagKind = "step-without-figure"

	// StepWithoutEffect: a change concerns items and changes nothing, for they are so
	// already.
	StepWithoutEffect FlagKind = "step-without-effect"

	// NoEffect: nothing differs.
	NoEffect FlagKind = "no-effect"
)

// Flag is one of them, with what it is about.
type Flag struct {
	Kind   FlagKind
	Impact factors.Impact      // of a shift and of coverage
	Share  decimal.NullDecimal // by which the impact rises; of the saving that is taken back
	Step   string              // of a step without effect: its name
	Moved  []ComparedScope     // of a step between scopes: 2 and 3
}

// Doubts reports whether a flag belongs beside the answer, for without it the answer
// would mislead: what is not known may be what seems to be saved, another impact rises,
// or nothing but the market-based result moves.
func (f Flag) Doubts() bool {
	switch f.Kind { //nolint:exhaustive // the others explain the answer and do not qualify it
	case BurdenShift, MarketOnly:
		return true
	case CoverageFalls:
		return f.Impact == factors.GWP
	}
	return false
}

// flag finds what a person should know about a scenario.
func (s *ComparedScenario) flag() {
	gwp, _ := s.Impact(factors.GWP, false)
	differs := false
	for _, i := range s.Impacts {
		differs = differs || !i.Difference.IsZero() || i.OneSided ||
			slices.ContainsFunc(i.Scopes, func(s ComparedScope) bool { return !s.Difference.IsZero() })
		if i.Key == factors.GWP || i.Key == factors.Mass || !i.Known {
			continue
		}
		if i.Difference.Sign()*gwp.Difference.Sign() < 0 {
			s.Flags = append(s.Flags, Flag{Kind: BurdenShift, Impact: i.Key, Share: i.Relative})
		}
	}
	s.rebound()
	for _, i := range s.Impacts {
		if (i.Known || i.OneSided) && !i.Market && i.Key != factors.Mass && fallsBack(i) {
			s.Flags = append(s.Flags, Flag{Kind: CoverageFalls, Impact: i.Key})
		}
	}
	for _, step := range s.Waterfall {
		if step.Change != nil && step.Profiles > 0 && step.idle() {
			s.Flags = append(s.Flags, step.without())
		}
	}
	phased := false
	for _, step := range s.Waterfall {
		phased = phased || step.Change != nil && step.Change.Phase.Stated()
	}
	if phased {
		s.Flags = append(s.Flags, Flag{Kind: PhasedIn})
	}
	if market, ok := s.Impact(factors.GWP, true); ok && gwp.Difference.IsZero() && !market.Difference.IsZero() {
		s.Flags = append(s.Flags, Flag{Kind: MarketOnly})
	}
	if !differs {
		s.Flags = append(s.Flags, Flag{Kind: NoEffect})
	}
}

// without says of an idle step why it changes no total.
func (w *WaterfallStep) without() Flag {
	for _, i := range w.Impacts {
		if i.Key == factors.GWP && !i.Market && slices.ContainsFunc(i.Scopes, func(s ComparedScope) bool { return !s.Difference.IsZero() }) {
			return Flag{Kind: StepBetweenScopes, Step: w.Name, Moved: i.Scopes}
		}
	}
	if w.Changed {
		return Flag{Kind: StepWithoutFigure, Step: w.Name}
	}
	return Flag{Kind: StepWithoutEffect, Step: w.Name}
}

// idle reports whether a step changes no figure.
func (w *WaterfallStep) idle() bool {
	for _, i := range w.Impacts {
		if !i.Difference.IsZero() {
			return false
		}
	}
	return true
}

// fallsBack reports whether more units or activities lack a figure than before.
func fallsBack(i ComparedImpact) bool {
	missing := i.Coverage.Units.Sub(i.Coverage.UnitsCovered).GreaterThan(i.CoverageBefore.Units.Sub(i.CoverageBefore.UnitsCovered))
	return missing && i.Coverage.Share.LessThan(i.CoverageBefore.Share) ||
		i.Coverage.Activities-i.Coverage.ActivitiesCovered > i.CoverageBefore.Activities-i.CoverageBefore.ActivitiesCovered
}

// rebound tells how much of what the other changes save those take back that are
// stated as rebound.
func (s *ComparedScenario) rebound() {
	var saved, back decimal.Decimal
	stated := false
	for i := range s.Waterfall {
		step := &s.Waterfall[i]
		d := step.Difference(factors.GWP, false)
		if step.Change != nil && step.Change.Rebound {
			stated = true
			back = back.Add(d)
			continue
		}
		saved = saved.Sub(d)
	}
	if !stated {
		return
	}
	f := Flag{Kind: ReboundFlag}
	if saved.IsPositive() {
		f.Share = decimal.NewNullDecimal(share(back, saved))
	}
	s.Flags = append(s.Flags, f)
}
