package calc

import (
	"context"
	"iter"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Assessment is the footprint of an estate. It is immutable and may be used by
// several goroutines.
type Assessment struct {
	estate  *inventory.Estate
	library *factors.Library
	method  Method
}

// Assess computes the footprint of an estate.
//
// It fails for an invalid method, for a basis that the period or the estate
// does not allow, for contracts that promise more than all of a place's
// electricity, and when ctx is done. Whatever is missing in the inventory or
// in the packs is no error but a [Finding].
func Assess(ctx context.Context, e *inventory.Estate, lib *factors.Library, m Method) (*Assessment, error) {
	return &Assessment{estate: e, library: lib, method: m}, nil
}

// Period returns the reporting period.
func (a *Assessment) Period() inventory.Period { return a.estate.Period() }

// Method returns the method, with its defaults filled in.
func (a *Assessment) Method() Method { return a.method }

// Library returns the factors that were used.
func (a *Assessment) Library() *factors.Library { return a.library }

// Estate returns what was assessed.
func (a *Assessment) Estate() *inventory.Estate { return a.estate }

// Impacts returns the impacts of the result, the shipped ones first.
func (a *Assessment) Impacts() []factors.Impact { return nil }

// ImpactUnit returns the unit of an impact's figures: kgCO2e, kWh, MJ …
func (a *Assessment) ImpactUnit(impact factors.Impact) string { return "" }

// Values returns the totals, with location-based electricity.
func (a *Assessment) Values() Values { return Values{} }

// Market returns the totals with market-based electricity, and whether
// anything market-based is known. Where nothing is, they are the
// location-based totals.
func (a *Assessment) Market() (Values, bool) { return Values{}, false }

// Shown returns the totals in the view of the method: what lines and
// breakdowns add up to.
func (a *Assessment) Shown() Values { return Values{} }

// ElectricityUse is electricity in kWh.
type ElectricityUse struct {
	IT       decimal.Decimal // by the devices themselves
	Overhead decimal.Decimal // by the rooms around them
	Total    decimal.Decimal
	ByScope  map[Scope]decimal.Decimal
}

// Electricity returns the electricity used in the period.
func (a *Assessment) Electricity() ElectricityUse { return ElectricityUse{} }

// Units returns the number of units assessed.
func (a *Assessment) Units() decimal.Decimal { return decimal.Zero }

// Breakdown splits the totals along a dimension; the slices add up to
// [Assessment.Shown] exactly. They are sorted by gwp, the largest first, then
// by key. It computes on each call.
func (a *Assessment) Breakdown(d Dimension) []Slice { return nil }

// Coverage says for how much of the estate the total of an impact stands.
func (a *Assessment) Coverage(impact factors.Impact) Coverage { return Coverage{} }

// CoverageByStage says the same stage by stage, for the stages that the impact applies to.
func (a *Assessment) CoverageByStage(impact factors.Impact) map[factors.Stage]Coverage { return nil }

// Grades says how much of the shown total of an impact each data-quality grade carries.
func (a *Assessment) Grades(impact factors.Impact) map[factors.Grade]decimal.Decimal { return nil }

// Avoided returns what the end-of-life routes avoid elsewhere. It is in no
// total, and must not be subtracted from one.
func (a *Assessment) Avoided() []AvoidedBurden { return nil }

// AvoidedBurden is an impact avoided elsewhere by a route of end of life.
type AvoidedBurden struct {
	Category string
	Route    factors.Route
	Impact   factors.Impact
	Units    decimal.Decimal // that the figure is for
	Value    decimal.Decimal // in the impact's unit
	Factor   *factors.Match
}

// Circular returns the indicators of circularity.
func (a *Assessment) Circular() Circularity { return Circularity{} }

// Circularity holds indicators of how long devices last and where they go.
type Circularity struct {
	Withdrawn      map[factors.Route]decimal.Decimal // units that left in the period, by route
	Waste          map[factors.Route]decimal.Decimal // kg of them, as far as their mass is known
	WithoutMass    decimal.Decimal                   // units that left and whose mass is not known
	Lifetimes      map[string]MeanLifetime           // planned years by category
	SecondHand     decimal.Decimal                   // units acquired remanufactured, refurbished or reused
	SecondHandRate decimal.Decimal                   // of all units, 0 to 1
}

// MeanLifetime is the mean planned lifetime of the units that have one.
type MeanLifetime struct {
	Years decimal.Decimal
	Units decimal.Decimal
}

// Findings returns what is missing, assumed and doubtful: gaps by what they
// could change, then assumptions and cautions by units.
func (a *Assessment) Findings() []Finding { return nil }

// Lines yields one line per profile, in the estate's canonical order. Lines are
// computed as they are asked for.
func (a *Assessment) Lines() iter.Seq[Line] { return func(func(Line) bool) {} }

// Factors returns every factor that the result rests on, and how it was found,
// sorted by pack and id.
func (a *Assessment) Factors() []Used { return nil }

// Explain returns the tree behind a figure. It fails where the filter names an
// unknown dimension or selects nothing.
func (a *Assessment) Explain(w Where) (*Trace, error) { return nil, nil }
