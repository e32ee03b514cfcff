package reporttest

import (
	"context"
	"testing"

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
func Levers(tb testing.TB) *reports.Levers {
	tb.Helper()
	must := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	available, err := factors.EmbeddedPacks()
	must(err)
	packs, err := factors.Select(available, nil)
	must(err)
	library, err := factors.NewLibrary(packs...)
	must(err)
	base := scenario.State{Estate: leversEstate(), Library: library, Method: calc.Method{Country: "GB"}}
	ctx, options := context.Background(), uncertainty.Options{Draws: 200, By: []calc.Dimension{calc.ByCategory}}
	levers, err := lever.Assess(ctx, base)
	must(err)
	sure, err := uncertainty.Run(ctx, levers.Comparison.Assessments(), options)
	must(err)
	replace, err := replacement.Assess(ctx, base, replacement.Assumptions{"": {Less: decimal.New(5, -2), Yearly: true}, "monitor": {Less: decimal.New(2, -1)}}, options)
	must(err)
	return reports.NewLevers(reports.LeversInput{
		Levers: levers, Replacement: replace, Uncertainty: sure, Organisation: "Department for Tides (invented)", Version: "test",
	})
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
