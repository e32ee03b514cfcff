package calc

import (
	"cmp"
	"fmt"
	"sync"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/fold"
	"govfootprint/quantity"
)

// engine holds what all drivers of an assessment share: the library, the
// method, the period, and what was already looked up.
type engine struct {
	library *factors.Library
	method  Method
	period  inventory.Period

	year                  int
	firstMonth, lastMonth inventory.Month
	calendar              calendar

	*survey

	lines map[string]bool // of networks: their variants, where the estate has lines and the packs have figures for them

	contractSites map[string]bool
	expensed      map[string]bool
	services      map[string]string // with a functional unit: their names, by how they are compared

	identities map[identity]*device
	devices    map[string]*device
	clouds     map[string]*ladder // of data centres, by provider

	mu    sync.RWMutex
	found map[lookup]*factors.Match
	grids map[gridPlace]*grid
}

// carriedFor is a stage of an impact, of devices or of activities. What packs have
// for the one says nothing of the other: water of a prompt's whole life is no reason
// to find the water of a laptop's end of life missing.
type carriedFor struct {
	stageOfImpact
	activity bool
}

type stageOfImpact struct {
	impact factors.Impact
	stage  factors.Stage
}

func newEngine(lib *factors.Library, m Method, period inventory.Period) *engine {
	e := &engine{
		library: lib, method: m, period: period,
		year: cmp.Or(m.FactorYear, period.Year()), firstMonth: period.Start.Month(), lastMonth: period.End.Month(),
		calendar:      newCalendar(period),
		survey:        surveyOf(lib),
		lines:         make(map[string]bool),
		contractSites: make(map[string]bool),
		expensed:      make(map[string]bool),
		services:      make(map[string]string, len(m.Services)),
		identities:    make(map[identity]*device),
		devices:       make(map[string]*device),
		clouds:        make(map[string]*ladder),
		found:         make(map[lookup]*factors.Match),
		grids:         make(map[gridPlace]*grid),
	}
	for _, c := range m.Contracts {
		if c.Site != "" {
			e.contractSites[c.Site] = true
		}
	}
	for _, category := range m.Expensed {
		e.expensed[category] = true
	}
	for name := range m.Services {
		e.services[fold.Name(name)] = name
	}
	return e
}

// impactUnits are the units in which factors of an impact are used.
type impactUnits struct {
	impact                                                          quantity.Unit
	perItem, perItemYear, perKWh, perKg, perTonneKm, perMM2, perCM2 quantity.Unit
}

func newImpactUnits(impact quantity.Unit) impactUnits {
	per := func(text string) quantity.Unit { return impact.Div(quantity.MustParse(text)) }
	return impactUnits{
		impact: impact, perItem: per("unit"), perItemYear: per("unit.year"), perKWh: per("kWh"), perKg: per("kg"),
		perTonneKm: per("t.km"), perMM2: per("mm2"), perCM2: per("cm2"),
	}
}

// calendar is the length of the period, as terms of the formulas.
type calendar struct {
	length  *term // numerator of the period in years
	perYear *term // its denominator; nil for 1
	days    *term // of the period
	months  int
	whole   bool // whether the period is one of whole months
}

// newCalendar returns the length T of a period in years as a fraction: whole
// years, twelfths of a year for whole months, else days over the days of the
// year that begins with the period (see [inventory.Period.Years]).
func newCalendar(p inventory.Period) calendar {
	numerator, denominator := p.Years()
	c := calendar{days: givenInt("days of the period", int64(p.Days()), "day", fromPeriod)}
	c.months, c.whole = p.Months()
	switch {
	case denominator == 1:
		c.length = givenInt("length of the period", numerator, "year", fromPeriod)
	case c.whole:
		c.length = givenInt("length of the period", numerator, "month", fromPeriod)
		c.perYear = givenInt("months of a year", denominator, "month/year", fromPeriod)
	default:
		c.length = givenInt("length of the period", numerator, "day", fromPeriod)
		c.perYear = givenInt("days of the year", denominator, "day/year", fromPeriod)
	}
	return c
}

func givenInt(label string, value int64, unit, source string) *term {
	return given(label, decimal.NewFromInt(value), unit, source)
}

// PeriodError says that a basis cannot be applied to a period.
type PeriodError struct {
	Basis  Basis
	Period inventory.Period
}

func (err *PeriodError) Error() string {
	return fmt.Sprintf("basis %s counts whole months, and the period %s does not begin with the first and end with the last day of a month: "+
		"choose such a period, or the basis annualised", err.Basis, err.Period)
}

// ObservationError says that an estate was read without observed lifetimes.
type ObservationError struct{}

func (*ObservationError) Error() string {
	return "basis observed needs each row's observed lifetime, which this estate was read without: " +
		"read the inventory again with the basis observed"
}

// check returns an error where the basis cannot be applied to the period, or the
// view has nothing to show.
func (e *engine) check() error {
	if e.method.View == MarketBased && len(e.method.Contracts) == 0 && !e.residual {
		return &MarketError{}
	}
	if (e.method.Basis == Depreciated || e.method.Basis == Acquired) && !e.calendar.whole {
		return &PeriodError{e.method.Basis, e.period}
	}
	return nil
}
