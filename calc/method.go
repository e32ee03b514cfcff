package calc

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/inventory/fold"
)

// Method holds the choices that are the user's. The zero Method is valid after
// [Method.WithDefaults]: annualised, location-based, world electricity.
type Method struct {
	Basis Basis // empty: annualised

	// View says which electricity the lines and breakdowns show; empty:
	// location-based. Totals always carry both.
	View View

	// Country is where a profile that names no place is taken to be: ISO 3166-1
	// alpha-2, or ISO 3166-2. Empty: the world, said loudly in a finding.
	Country string

	// Lifetimes is the department's policy: years of use by category ("laptop")
	// or category and variant ("laptop/14in"). A row's own lifetime overrides it.
	Lifetimes map[string]decimal.Decimal

	// PUE is the department's own power usage effectiveness, for units in a
	// server room, a data centre or colocation. Null: the packs'.
	PUE decimal.NullDecimal

	// Contracts are the department's electricity contracts, for the market-based view.
	Contracts []Contract

	// Attribution is the share that the department bears, 0 to 1, by ownership.
	// A row's own share overrides it. What is not listed is borne whole.
	Attribution map[inventory.Ownership]decimal.Decimal

	// Expensed names the categories that the department buys as expenses, not as
	// capital goods: their manufacture is scope 3.1 instead of 3.2.
	Expensed []string

	// Services are the functional units of services, by the service's name in the
	// inventory, in whatever letters that writes it. They decide no impact; reports
	// divide by them.
	Services map[string]FunctionalUnit

	// FactorYear is the calendar year whose factors apply; 0: the one that holds most
	// of the period. Comparing two years needs it, to tell what the grid did from what
	// the department did.
	FactorYear int

	// Outlook says what becomes of electricity after that year, in a period of a later
	// one: what a pathway needs. Nil: nothing.
	Outlook *Outlook

	// Users is the number of people served, 0 where unknown. It decides no
	// impact; reports divide by it.
	Users int64
}

// FunctionalUnit is what a service is for, and how often it did that in the period.
type FunctionalUnit struct {
	Unit  string          // case, request, user
	Count decimal.Decimal // in the period
}

// Contract is an electricity contract with its emission factor.
type Contract struct {
	Name string

	// Place (ISO 3166; empty: every place) and Site (empty: every site) say where
	// the contract supplies. Electricity at home and in colocation is only
	// covered by a contract that names the site.
	Place, Site string

	Share  decimal.Decimal // of the electricity there, 0 to 1
	Factor decimal.Decimal // kgCO2e/kWh; 0 is a known zero

	Instrument string // what proves it: REGO, GO, PPA …
	Source     string
}

// WithDefaults returns the method with empty choices filled in.
func (m Method) WithDefaults() Method {
	if m.Basis == "" {
		m.Basis = Annualised
	}
	if m.View == "" {
		m.View = LocationBased
	}
	return m
}

// Validate returns everything that is wrong with the method, joined.
func (m Method) Validate() error {
	m = m.WithDefaults()
	var problems []error
	report := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }

	if !slices.Contains(Bases, m.Basis) {
		report("basis %q: want one of %v", m.Basis, Bases)
	}
	if m.View != LocationBased && m.View != MarketBased {
		report("electricity %q: want location or market", m.View)
	}
	for category, years := range m.Lifetimes {
		if !years.IsPositive() {
			report("lifetime of %s is %s years: want a number above 0", category, years)
		}
	}
	if m.PUE.Valid && m.PUE.Decimal.LessThan(decimal.NewFromInt(1)) {
		report("PUE is %s: want 1 or more (total energy of the room over that of its IT)", m.PUE.Decimal)
	}
	for owner, share := range m.Attribution {
		if !isShare(share) {
			report("attribution of %s devices is %s: want a share between 0 and 1", owner, share)
		}
	}
	for i, c := range m.Contracts {
		if err := c.validate(); err != nil {
			report("electricity contract %d (%q): %w", i+1, c.Name, err)
		}
	}
	spellings := make(map[string]string, len(m.Services))
	for _, service := range slices.Sorted(maps.Keys(m.Services)) {
		f := m.Services[service]
		if other, repeated := spellings[fold.Name(service)]; repeated {
			report("services %q and %q are one name in two spellings: state one functional unit for it", other, service)
		}
		spellings[fold.Name(service)] = service
		if f.Unit == "" || !f.Count.IsPositive() {
			report("functional unit of service %q is %s %q: want how many in the period, above 0, and of what", service, f.Count, f.Unit)
		}
	}
	if m.Users < 0 {
		report("users is %d: want the number of people served, or 0 where unknown", m.Users)
	}
	return errors.Join(problems...)
}

func (c Contract) validate() error {
	var problems []error
	if !isShare(c.Share) {
		problems = append(problems, fmt.Errorf("its share is %s: want a share between 0 and 1", c.Share))
	}
	if c.Factor.IsNegative() {
		problems = append(problems, fmt.Errorf("its factor is %s kgCO2e/kWh: want 0 or more", c.Factor))
	}
	return errors.Join(problems...)
}

func isShare(d decimal.Decimal) bool {
	return !d.IsNegative() && d.LessThanOrEqual(decimal.NewFromInt(1))
}
