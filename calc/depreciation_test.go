package calc_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// bought returns a unit bought, and perhaps withdrawn, in months of years.
func bought(category string, acquired, retired inventory.Month) row {
	return device(category, 1).with(func(p *inventory.Profile) { p.Acquired, p.Retired = acquired, retired })
}

func month(year int, m time.Month) inventory.Month { return inventory.NewMonth(year, m) }

// A laptop of 240 kg bought in October 2022 and depreciated over 4 years, 5 kg a
// month: 3 months in 2022, 12 in each of the next three years, 9 in 2026.
func TestDepreciated(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, lifetime,,,,, 4, year`)
	for year, figure := range map[int]string{2021: "0", 2022: "15", 2023: "60", 2024: "60", 2025: "60", 2026: "45", 2027: "0"} {
		e := estate(inventory.CalendarYear(year), bought("laptop", month(2022, time.October), 0))
		a := assess(t, e, lib, calc.Method{Basis: calc.Depreciated})
		want(t, "manufacturing", a.Values().Total(factors.GWP), figure)
		want(t, "coverage", a.CoverageByStage(factors.GWP)[factors.Manufacturing].Share, "1")
		checkTraces(t, a)
	}
}

// Withdrawn in March 2024, after 18 months in service: 3 months of 5 kg in 2024,
// and the 240 − 18 × 5 = 150 kg that are left are written off.
func TestWrittenOff(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, lifetime,,,,, 4, year`)
	e := estate(inventory.CalendarYear(2024), bought("laptop", month(2022, time.October), month(2024, time.March)))
	a := assess(t, e, lib, calc.Method{Basis: calc.Depreciated})
	want(t, "depreciation", cell(a.Values(), factors.Manufacturing, calc.Manufacture, factors.GWP, calc.ScopeCapitalGoods), "15")
	want(t, "write-off", cell(a.Values(), factors.Manufacturing, calc.WriteOff, factors.GWP, calc.ScopeCapitalGoods), "150")
	checkTraces(t, a)
}

// Summed over every year, depreciation returns exactly the embodied total, for
// lifetimes that divide badly and withdrawals at any time.
func TestDepreciationReturnsTheWhole(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 241.37, kgCO2e/unit
		laptop, impact, distribution,  gwp,,, 10.003, kgCO2e/unit
		laptop, impact, end_of_life,   gwp,,, 0.49,   kgCO2e/unit`)
	rapid.Check(t, func(t *rapid.T) {
		acquired := month(2015, time.January) + inventory.Month(rapid.IntRange(0, 47).Draw(t, "acquired"))
		retired := inventory.Month(0)
		if months := rapid.IntRange(-1, 160).Draw(t, "months until withdrawal"); months >= 0 {
			retired = acquired + inventory.Month(months)
		}
		lifetime := rapid.SampledFrom([]string{"1", "3", "3.7", "5.25", "7", "0.1", "6.999"}).Draw(t, "lifetime")
		quarters := rapid.Bool().Draw(t, "quarters")

		sum := dec("0")
		for year := 2015; year <= 2034; year++ {
			for _, period := range periodsOf(year, quarters) {
				if retired.Known() && retired < period.Start.Month() {
					continue // the reader leaves it out
				}
				unit := bought("laptop", acquired, retired).with(func(p *inventory.Profile) { p.Lifetime = lifetime })
				a, err := calc.Assess(t.Context(), estate(period, unit), lib, calc.Method{Basis: calc.Depreciated})
				if err != nil {
					t.Fatal(err)
				}
				sum = sum.Add(a.Values().Total(factors.GWP))
			}
		}
		if whole := dec("251.863"); !sum.Equal(whole) { // 241.37 + 10.003 + 0.49
			t.Fatalf("all years together charge %s, want %s", sum, whole)
		}
	})
}

func periodsOf(year int, quarters bool) []inventory.Period {
	if !quarters {
		return []inventory.Period{inventory.CalendarYear(year)}
	}
	var periods []inventory.Period
	for first := time.January; first <= time.December; first += 3 {
		periods = append(periods, inventory.Period{
			Start: inventory.NewDate(year, first, 1), End: inventory.NewDate(year, first+3, 1) - 1,
		})
	}
	return periods
}

func TestDepreciationNeedsADate(t *testing.T) {
	lib := library(t, laptopFactors)
	a := assess(t, estate(year2025, laptop(2)), lib, calc.Method{Basis: calc.Depreciated})
	if found := finding(a, calc.NoAcquisitionDate); len(found) != 1 || !found[0].Units.Equal(dec("2")) {
		t.Errorf("findings %+v, want one for 2 units", found)
	}
	want(t, "use only", a.Values().Total(factors.GWP), "8") // 2 × 20 × 0.2
	want(t, "coverage", a.Coverage(factors.GWP).Share, "0")
	want(t, "partly covered", a.Coverage(factors.GWP).UnitsPartly, "2")
}

func TestWholeMonths(t *testing.T) {
	period, err := inventory.ParsePeriod("2025-01-15/2025-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, basis := range []calc.Basis{calc.Depreciated, calc.Acquired} {
		_, err := calc.Assess(t.Context(), estate(period, laptop(1)), library(t, laptopFactors), calc.Method{Basis: basis})
		var wrong *calc.PeriodError
		if !errors.As(err, &wrong) || wrong.Basis != basis {
			t.Errorf("%s: error %v, want one about the period", basis, err)
		}
	}
}

// Acquired in the period: all of manufacturing and distribution at once, whatever
// the lifetime; end of life in the year of withdrawal.
func TestAcquired(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, impact, distribution,  gwp,,, 12,  kgCO2e/unit
		laptop, impact, end_of_life,   gwp,,, 0.8, kgCO2e/unit`)
	for _, c := range []struct {
		about             string
		acquired, retired inventory.Month
		figure            string
	}{
		{"bought in the year", month(2025, time.June), 0, "252"},
		{"bought earlier", month(2023, time.June), 0, "0"},
		{"bought earlier, withdrawn in the year", month(2021, time.June), month(2025, time.February), "0.8"},
		{"withdrawn later", month(2021, time.June), month(2026, time.February), "0"},
		{"bought and withdrawn in the year", month(2025, time.January), month(2025, time.December), "252.8"},
	} {
		a := assess(t, estate(year2025, bought("laptop", c.acquired, c.retired)), lib, calc.Method{Basis: calc.Acquired})
		want(t, c.about, a.Values().Total(factors.GWP), c.figure)
		want(t, "coverage of manufacturing, "+c.about, a.CoverageByStage(factors.GWP)[factors.Manufacturing].Share, "1")
		checkTraces(t, a)
	}
}

func TestAcquiredWithoutDates(t *testing.T) {
	gone := laptop(1).with(func(p *inventory.Profile) { p.Status = inventory.Disposed })
	a := assess(t, estate(year2025, gone), library(t, laptopFactors), calc.Method{Basis: calc.Acquired})
	for _, code := range []calc.FindingCode{calc.NoAcquisitionDate, calc.NoWithdrawalDate} {
		if len(finding(a, code)) != 1 {
			t.Errorf("no finding %s in %+v", code, a.Findings())
		}
	}
}

// Observed: units over observed lifetimes come from the reader; where the date
// of acquisition is unknown the planned lifetime is used.
func TestObserved(t *testing.T) {
	lib := library(t, laptopFactors)
	e := inventory.NewEstate(year2025)
	dated := bought("laptop", month(2023, time.January), 0)
	amounts := dated.amounts()
	amounts.ObservedFull = inventory.DecimalTally(dec("0.5")) // one unit over two years
	e.Add(dated.Profile, amounts)
	e.Add(laptop(1).Profile, laptop(1).amounts())
	a := assess(t, e, lib, calc.Method{Basis: calc.Observed})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "180") // 240 / 2 + 240 / 4
	checkTraces(t, a)

	_, err := calc.Assess(t.Context(), estate(year2025, dated), lib, calc.Method{Basis: calc.Observed})
	if _, unread := errors.AsType[*calc.ObservationError](err); !unread {
		t.Errorf("error %v, want one that says how to read the estate", err)
	}
}
