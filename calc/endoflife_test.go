package calc_test

import (
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

const wasteFactors = `
	laptop, impact, end_of_life, gwp,,, 0.8, kgCO2e/unit
	laptop, impact, end_of_life/reuse, gwp,,, 0.1, kgCO2e/unit
	hardware, impact, end_of_life/landfill, gwp,,, 9, kgCO2e/t
	laptop, mass,,,,, 2, kg
	laptop, lifetime,,,,, 4, year`

// A unit's end of life by its route: by unit (0.1), by mass (2 kg × 9 / 1000 =
// 0.018), else by the figure for end of life in general (0.8), over 4 years.
func TestRoutes(t *testing.T) {
	for route, figure := range map[string]string{
		"": "0.2", "unknown": "0.2", "reuse": "0.025", "landfill": "0.0045", "recycling": "0.2",
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.EndOfLife = route })
		a := assess(t, estate(year2025, r), library(t, wasteFactors), calc.Method{})
		want(t, "route "+route, a.Values().ByStage(factors.GWP)[factors.EndOfLife], figure)
		if assumed := len(finding(a, calc.RouteWithoutFactor)) == 1; assumed != (route == "recycling") {
			t.Errorf("route %q: assumed is %v", route, assumed)
		}
		checkTraces(t, a)
	}
}

// Waste is the mass of units that left in the period, by route: 3 × 2 kg
// recycled, 1 × 2 kg reused; one that leaves next year is none.
func TestWaste(t *testing.T) {
	leaves := func(units int64, route string, when inventory.Month) row {
		return laptop(units).with(func(p *inventory.Profile) { p.EndOfLife, p.Retired = route, when })
	}
	e := estate(year2025,
		leaves(3, "recycling", month(2025, time.May)),
		leaves(1, "reuse", month(2025, time.December)),
		leaves(5, "recycling", month(2026, time.January)),
		leaves(9, "", 0))
	e.Add(device("projector", 2).with(func(p *inventory.Profile) { p.Retired = month(2025, time.May) }).Profile, device("projector", 2).amounts())
	a := assess(t, e, library(t, wasteFactors), calc.Method{})

	want(t, "waste", a.Values().Total(factors.Mass), "8")
	want(t, "coverage", a.Coverage(factors.Mass).UnitsCovered, "4")
	want(t, "applies to", a.Coverage(factors.Mass).Units, "6")
	c := a.Circular()
	want(t, "recycled", c.Waste[factors.RouteRecycling], "6")
	want(t, "reused", c.Waste[factors.RouteReuse], "2")
	want(t, "withdrawn, route unknown", c.Withdrawn[factors.RouteUnknown], "2")
	want(t, "without mass", c.WithoutMass, "2")
	want(t, "mean lifetime", c.Lifetimes["laptop"].Years, "4")
	checkTraces(t, a)
}

func TestCircular(t *testing.T) {
	e := estate(year2025,
		laptop(3).with(func(p *inventory.Profile) { p.Lifetime = "6" }),
		laptop(1).with(func(p *inventory.Profile) { p.Condition = inventory.Refurbished }),
	)
	c := assess(t, e, library(t, wasteFactors), calc.Method{}).Circular()
	want(t, "mean lifetime", c.Lifetime.Years, "5.5") // (3 × 6 + 1 × 4) / 4
	want(t, "second-hand", c.SecondHandShare.Decimal, "0.25")

	unstated := assess(t, estate(year2025, laptop(3)), library(t, wasteFactors), calc.Method{}).Circular()
	if unstated.SecondHandShare.Valid {
		t.Errorf("nobody states a condition, and %s of the laptops are second-hand", unstated.SecondHandShare.Decimal)
	}
}

// Avoided burdens stand apart: 27 kg for each year of use of a refurbished
// laptop, 2 of them for a whole year and one for 73 days; 50 kg for each laptop
// that left for reuse. The total knows nothing of it.
func TestAvoided(t *testing.T) {
	refurbished := func(units, days int64) row {
		r := laptop(units).with(func(p *inventory.Profile) { p.Condition = inventory.Refurbished })
		r.days = days
		return r
	}
	perYear := library(t, `
		laptop, avoided, end_of_life/reuse, gwp,,, 27, kgCO2e/(unit.year)
		laptop, annual_energy,,,,, 0, kWh/year`)
	e := estate(year2025, refurbished(2, 0))
	e.Add(refurbished(1, 73).Profile, refurbished(1, 73).amounts())
	a := assess(t, e, perYear, calc.Method{})
	if got := a.Avoided(); len(got) != 1 {
		t.Fatalf("avoided %+v, want one line", got)
	}
	wantNear(t, "avoided by reuse", a.Avoided()[0].Value, "59.4", "1e-25") // 27 × 2.2
	wantNear(t, "unit-years", a.Avoided()[0].Units, "2.2", "1e-25")
	if a.Values().Has(factors.GWP) {
		t.Error("avoided burdens are in the total")
	}

	perUnit := library(t, `laptop, avoided, end_of_life/reuse, gwp,,, 50, kgCO2e/unit`)
	given := laptop(3).with(func(p *inventory.Profile) { p.EndOfLife, p.Retired = "reuse", month(2025, time.May) })
	got := assess(t, estate(year2025, given), perUnit, calc.Method{}).Avoided()
	if len(got) != 1 {
		t.Fatalf("avoided %+v, want one line", got)
	}
	want(t, "avoided by units that left", got[0].Value, "150")
}

// A list in which nothing has a date of withdrawal says nothing about what left.
// One date, be it of another year or of a row that was left out, shows that dates
// are written down; then nothing that left is 0 kg. Units that left at a time
// that nobody knows lower the coverage: 3 of 4 units, or all of 1.
func TestWasteUnknown(t *testing.T) {
	left := func(units int64, at inventory.Month) row {
		return laptop(units).with(func(p *inventory.Profile) { p.Retired = at })
	}
	excluded := func(code inventory.Code, units int64) inventory.Counts {
		return inventory.Counts{Excluded: map[inventory.Code]inventory.Exclusion{code: {Rows: 1, Units: inventory.CountTally(units)}}}
	}
	for _, c := range []struct {
		name     string
		row      row
		counts   inventory.Counts
		coverage string
		finding  calc.FindingCode
		units    string
	}{
		{name: "no date", row: laptop(5), coverage: "0", finding: calc.WithdrawalsUnknown, units: "5"},
		{name: "left, without a date", row: laptop(5), counts: excluded(inventory.CodeRetiredUndated, 2), coverage: "0", finding: calc.WithdrawalsUnknown, units: "7"},
		{name: "left before", row: laptop(5), counts: excluded(inventory.CodeRetiredBeforePeriod, 2), coverage: "1"},
		{name: "leaves later", row: left(5, month(2026, time.May)), coverage: "1"},
		{name: "left in the period", row: left(3, month(2025, time.May)), coverage: "1"},
		{name: "one of them undated", row: left(3, month(2025, time.May)), counts: excluded(inventory.CodeRetiredUndated, 1), coverage: "0.75", finding: calc.WithdrawalUndated, units: "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := estate(year2025, c.row)
			e.CountRows(c.counts)
			a := assess(t, e, library(t, wasteFactors), calc.Method{})
			want(t, "coverage", a.Coverage(factors.Mass).Share, c.coverage)
			want(t, "coverage of the stage", a.CoverageByStage(factors.Mass)[factors.EndOfLife].Share, c.coverage)
			var found []calc.Finding
			for _, f := range a.Findings() {
				if f.Impact == factors.Mass {
					found = append(found, f)
				}
			}
			switch {
			case c.finding == "" && len(found) > 0:
				t.Errorf("findings %+v, want none", found)
			case c.finding != "" && (len(found) != 1 || found[0].Code != c.finding || found[0].Units.String() != c.units):
				t.Errorf("findings %+v, want %s for %s units", found, c.finding, c.units)
			}
		})
	}
}

// The units of the finding are more than those of the result where some are known
// to have left: how many says the finding, so that they add up, 5 + 2 = 7.
func TestUnitsThatLeftAreTold(t *testing.T) {
	e := estate(year2025, laptop(5))
	e.CountRows(inventory.Counts{Excluded: map[inventory.Code]inventory.Exclusion{inventory.CodeRetiredUndated: {Rows: 1, Units: inventory.CountTally(2)}}})
	a := assess(t, e, library(t, wasteFactors), calc.Method{})
	found := finding(a, calc.WithdrawalsUnknown)
	if len(found) != 1 || len(found[0].Args) != 1 || found[0].Args[0] != "2" || found[0].Units.Sub(a.Units()).String() != "2" {
		t.Errorf("found %+v beside %s units", found, a.Units())
	}
}
