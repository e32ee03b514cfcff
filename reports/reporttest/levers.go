package reporttest

import (
	"context"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/lever"
	"govfootprint/calc/replacement"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// Levers is a report of levers by the packs of the program: of devices of several kinds,
// with an assumption on newer ones, a lever that cannot be pulled, and devices of which
// nothing is known.
func Levers() (*reports.Levers, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, err
	}
	packs, err := factors.Select(available, nil)
	if err != nil {
		return nil, err
	}
	library, err := factors.NewLibrary(packs...)
	if err != nil {
		return nil, err
	}
	base := scenario.State{Estate: leversEstate(), Library: library, Method: calc.Method{Country: "GB"}}
	ctx, options := context.Background(), uncertainty.Options{Draws: 200, By: []calc.Dimension{calc.ByCategory}}
	levers, err := lever.Assess(ctx, base)
	if err != nil {
		return nil, err
	}
	sure, err := uncertainty.Run(ctx, levers.Comparison.Assessments(), options)
	if err != nil {
		return nil, err
	}
	assumed := replacement.Assumptions{"": {Less: decimal.New(5, -2), Yearly: true}, "monitor": {Less: decimal.New(2, -1)}}
	replace, err := replacement.Assess(ctx, base, assumed, options)
	if err != nil {
		return nil, err
	}
	return reports.NewLevers(reports.LeversInput{
		Levers: levers, Replacement: replace, Uncertainty: sure, Organisation: "Department for Tides (invented)", Version: "test",
	}), nil
}

func leversEstate() *inventory.Estate {
	e := inventory.NewEstate(inventory.CalendarYear(2025))
	last := e.Period().End.Month()
	for _, kind := range []struct {
		category, variant string
		hosting           inventory.Hosting
		energy            inventory.EnergyRate
		units, years      int64
	}{
		{"laptop", "14in", inventory.Office, "", 700, 3},
		{"laptop", "", inventory.Office, "", 40, 7},
		{"monitor", "24in", inventory.Office, inventory.RateHours, 900, 9},
		{"server", "", inventory.ServerRoom, "", 12, 8},
		{"switch", "", inventory.ServerRoom, "", 20, 6},
		{"", "", "", "", 3, 1},
	} {
		units := inventory.CountTally(kind.units)
		p := inventory.Profile{
			Kind: inventory.Hardware, Category: kind.category, Variant: kind.variant, Recognition: inventory.Stated, Status: inventory.InService,
			Country: "GB", Hosting: kind.hosting, Energy: kind.energy, Acquired: last - inventory.Month(12*kind.years),
		}
		a := inventory.Amounts{Rows: 1, Units: units, Full: units}
		if kind.energy == inventory.RateHours { // 300 hours a year: an hour a day less cannot be
			a.RateFull = inventory.CountTally(300 * kind.units)
		}
		e.Add(p, a)
	}
	return e
}
