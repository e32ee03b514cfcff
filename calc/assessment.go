package calc

import (
	"context"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Assessment is the footprint of an estate. It does not change, and may be used
// by several goroutines, as long as nobody changes the estate.
type Assessment struct {
	engine     *engine
	estate     *inventory.Estate
	departures departures

	plans   []*plan // by group
	index   map[driver]int32
	cells   []CellKey                         // of all plans, sorted
	records map[inventory.Attributes][]record // by group, for each projection of the estate
	keys    [rowDimensions]*keyring

	location, market Values
	marketKnown      bool
	rows             int64
	units            decimal.Decimal
	findings         []Finding
}

// Assess computes the footprint of an estate.
//
// It fails for an invalid method, for a basis that the period or the estate
// does not allow ([*PeriodError], [*ObservationError]), for contracts that promise
// more than all of a place's electricity ([*ContractsError]), where the view is
// market-based and nothing market-based is known ([*MarketError]), and when ctx
// is done. Whatever is missing in the inventory or in the packs is no error but a
// [Finding].
func Assess(ctx context.Context, e *inventory.Estate, lib *factors.Library, m Method) (*Assessment, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	a := &Assessment{engine: newEngine(lib, m.WithDefaults(), e.Period()), estate: e, departures: departuresOf(e)}
	if err := a.engine.check(); err != nil {
		return nil, err
	}
	drivers, err := a.compress(ctx)
	if err != nil {
		return nil, err
	}
	if err := a.plan(ctx, drivers); err != nil {
		return nil, err
	}
	a.total()
	a.findings = a.collectFindings()
	return a, nil
}

// Period returns the reporting period.
func (a *Assessment) Period() inventory.Period { return a.engine.period }

// Method returns the method, with its defaults filled in.
func (a *Assessment) Method() Method { return a.engine.method }

// Library returns the factors that were used.
func (a *Assessment) Library() *factors.Library { return a.engine.library }

// Estate returns what was assessed.
func (a *Assessment) Estate() *inventory.Estate { return a.estate }

// Units returns the number of units assessed, those included of which nothing is known.
func (a *Assessment) Units() decimal.Decimal { return a.units }

// Activities returns the number of inventory rows assessed that are no devices.
func (a *Assessment) Activities() int64 {
	rows := int64(0)
	for _, p := range a.plans {
		rows += p.activityRows()
	}
	return rows
}

// Rows returns the number of inventory rows assessed.
func (a *Assessment) Rows() int64 { return a.rows }

// Impacts returns the impacts of the result, the shipped ones first: those that
// any selected pack has factors for, electricity and the mass of waste.
func (a *Assessment) Impacts() []factors.Impact {
	return a.engine.allImpacts()
}

// ImpactUnit returns the unit of an impact's figures: kgCO2e, kWh, MJ and so on.
func (a *Assessment) ImpactUnit(impact factors.Impact) string { return a.engine.unitOf(impact) }

// Values returns the totals, with location-based electricity.
func (a *Assessment) Values() Values { return a.location }

// Market returns the totals with market-based electricity, and whether
// anything market-based is known. Where nothing is, they are the
// location-based totals.
func (a *Assessment) Market() (Values, bool) { return a.market, a.marketKnown }

// Shown returns the totals in the view of the method: what lines and
// breakdowns add up to.
func (a *Assessment) Shown() Values {
	if a.engine.method.View == MarketBased {
		return a.market
	}
	return a.location
}

// ElectricityUse is electricity in kWh.
type ElectricityUse struct {
	IT       decimal.Decimal // by the devices themselves
	Overhead decimal.Decimal // by the rooms around them
	Total    decimal.Decimal
	ByScope  map[Scope]decimal.Decimal
}

// Electricity returns the electricity used in the period.
func (a *Assessment) Electricity() ElectricityUse {
	parts := a.location.ByComponent(factors.Energy)
	return ElectricityUse{
		IT: parts[Electricity], Overhead: parts[Overhead],
		Total:   a.location.Total(factors.Energy),
		ByScope: a.location.ByScope(factors.Energy),
	}
}

// Findings returns what is missing, assumed and doubtful: gaps by what they
// could change, then assumptions and cautions by the units they concern.
func (a *Assessment) Findings() []Finding { return slices.Clone(a.findings) }
