package calc_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// propertyFactors holds figures that divide badly, several impacts, and gaps.
const propertyFactors = `
	laptop, impact, manufacturing, gwp,,, 238.57, kgCO2e/unit
	laptop, impact, distribution, gwp,,, 10.06, kgCO2e/unit
	laptop, impact, end_of_life, gwp,,, 0.49, kgCO2e/unit
	laptop, impact, end_of_life/reuse, gwp,,, 0.07, kgCO2e/unit
	laptop, impact, manufacturing, water,,, 12.345678901, m3/unit
	laptop/14in, impact, manufacturing, gwp,,, 233.1, kgCO2e/unit
	laptop, lifetime,,,,, 3.7, year
	laptop, mass,,,,, 1.64, kg
	laptop, annual_energy,,,,, 17.98, kWh/year
	laptop, power_active,,,,, 17.3, W
	laptop, condition_refurbished,,,,, 0.31, 1
	server, impact, manufacturing+distribution, gwp,,, 1215.7, kgCO2e/unit, D
	server, impact, manufacturing, adpe,,, 3.78e-2, kgSbeq/unit
	server, lifetime,,,,, 7, year
	server, mass,,,,, 22.23, kg
	server, annual_energy,,,,, 1528.6, kWh/year
	keyboard, mass,,,,, 0.7, kg
	hardware, impact, manufacturing, gwp,,, 24865.48, kgCO2e/t, E
	hardware, lifetime,,,,, 6, year
	hardware, impact, end_of_life, gwp,,, 8.98311, kgCO2e/t
	hardware, freight_distance_sea,,,,, 19000, km
	freight/sea, impact, distribution, gwp,,, 0.01612, kgCO2e/(t.km)
	hardware, hours_active,,,,, 1760, h/year
	data-centre, pue,,,,, 1.54, 1
	electricity/generation, impact, use, gwp, GB, 2025, 0.177, kgCO2e/kWh
	electricity/losses, impact, use, gwp, GB, 2025, 0.01853, kgCO2e/kWh
	electricity/residual-mix, impact, use, gwp, GB, 2025, 0.33, kgCO2e/kWh
	electricity/life-cycle, impact, use, gwp, WORLD, 2024, 473.01, gCO2e/kWh
	electricity/life-cycle, impact, use, pe, WORLD, 2024, 10.7, MJ/kWh`

// drawRow returns a row of an arbitrary inventory.
func drawRow(t *rapid.T) row {
	pick := func(label string, values ...string) string { return rapid.SampledFrom(values).Draw(t, label) }
	r := row{Profile: inventory.Profile{
		Kind:        inventory.Hardware,
		Category:    pick("category", "laptop", "laptop", "server", "server", "keyboard", "projector", ""),
		Variant:     pick("variant", "", "14in"),
		Recognition: inventory.Recognition(pick("recognition", "stated", "stated", "stated", "keyword", "unresolved")),
		Status:      inventory.Status(pick("status", "in_service", "in_stock", "disposed")),
		Ownership:   inventory.Ownership(pick("ownership", "", "leased", "personal")),
		Condition:   inventory.Condition(pick("condition", "", "refurbished", "reused")),
		Hosting:     inventory.Hosting(pick("hosting", "", "office", "home", "data_centre", "colocation")),
		EndOfLife:   pick("route", "", "reuse", "recycling"),
		Quality:     inventory.Quality(pick("quality", "", "medium", "low")),
		Department:  pick("department", "", "Finance", "Policy"),
		Site:        pick("site", "", "HQ"),
		Country:     pick("country", "", "GB", "FR"),
		Lifetime:    pick("lifetime", "", "", "4.3"),
		Attribution: pick("attribution", "", "", "0.57", "0"),
		Energy:      inventory.EnergyRate(pick("rate", "", "", "measured", "power_hours", "power", "hours")),
	}}
	if rapid.Bool().Draw(t, "dated") {
		r.Acquired = month(2019, time.January) + inventory.Month(rapid.IntRange(0, 83).Draw(t, "acquired"))
		if r.Status == inventory.Disposed {
			r.Retired = month(2025, time.January) + inventory.Month(rapid.IntRange(0, 15).Draw(t, "retired"))
		}
	}
	if r.Energy != "" {
		r.rate = decInt(rapid.Int64Range(0, 5_000_000).Draw(t, "rate value")).Shift(-3).String()
	}
	r.units = rapid.Int64Range(0, 1000).Draw(t, "units")
	r.days = int64(rapid.IntRange(0, 364).Draw(t, "days"))
	return r
}

func drawMethod(t *rapid.T) calc.Method {
	m := calc.Method{
		Basis:   rapid.SampledFrom([]calc.Basis{calc.Annualised, calc.Depreciated, calc.Acquired}).Draw(t, "basis"),
		Country: rapid.SampledFrom([]string{"", "GB"}).Draw(t, "default country"),
	}
	if rapid.Bool().Draw(t, "contract") {
		m.Contracts = []calc.Contract{{Name: "wind", Place: "GB", Share: dec("0.37"), Factor: dec("0.011")}}
		m.View = rapid.SampledFrom([]calc.View{calc.LocationBased, calc.MarketBased}).Draw(t, "view")
	}
	return m
}

func drawRows(t *rapid.T) []row {
	return rapid.SliceOfN(rapid.Custom(drawRow), 1, 12).Draw(t, "rows")
}

func mustAssess(t *rapid.T, e *inventory.Estate, lib *factors.Library, m calc.Method) *calc.Assessment {
	a, err := calc.Assess(t.Context(), e, lib, m)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// No order of rows and no split into shards shows in a result.
func TestOrderAndShardsDoNotMatter(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		rows, m := drawRows(t), drawMethod(t)
		first := mustAssess(t, estate(year2025, rows...), lib, m)

		shuffled := rapid.Permutation(rows).Draw(t, "order")
		cut := rapid.IntRange(0, len(rows)).Draw(t, "cut")
		merged := estate(year2025, shuffled[:cut]...)
		if err := merged.Merge(estate(year2025, shuffled[cut:]...)); err != nil {
			t.Fatal(err)
		}
		second := mustAssess(t, merged, lib, m)

		if !first.Values().Equal(second.Values()) {
			t.Fatal("totals differ")
		}
		if a, b := fmt.Sprint(first.Findings()), fmt.Sprint(second.Findings()); a != b {
			t.Fatalf("findings differ:\n%s\n%s", a, b)
		}
		for _, d := range calc.Dimensions {
			if a, b := fmt.Sprint(first.Breakdown(d)), fmt.Sprint(second.Breakdown(d)); a != b {
				t.Fatalf("breakdowns by %s differ:\n%s\n%s", d, a, b)
			}
		}
	})
}

// Two shards' totals add up to the total of both, to the last digit.
func TestShardsAddUp(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		rows, m := drawRows(t), drawMethod(t)
		cut := rapid.IntRange(0, len(rows)).Draw(t, "cut")
		whole := mustAssess(t, estate(year2025, rows...), lib, m)
		left := mustAssess(t, estate(year2025, rows[:cut]...), lib, m)
		right := mustAssess(t, estate(year2025, rows[cut:]...), lib, m)
		for _, impact := range whole.Impacts() {
			sum := left.Values().Total(impact).Add(right.Values().Total(impact))
			if !sum.Equal(whole.Values().Total(impact)) {
				t.Fatalf("%s: %s in shards, %s together", impact, sum, whole.Values().Total(impact))
			}
		}
	})
}

// Every dimension, the stages, the scopes, the lines and the grades add up to
// the total exactly, and every figure can be explained step by step.
func TestEverythingAddsUp(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		a := mustAssess(t, estate(year2025, drawRows(t)...), lib, drawMethod(t))
		for _, impact := range a.Impacts() {
			total := a.Shown().Total(impact)
			parts := map[string][]decimal.Decimal{
				"stages": slices.Collect(maps.Values(a.Shown().ByStage(impact))),
				"scopes": slices.Collect(maps.Values(a.Shown().ByScope(impact))),
				"grades": slices.Collect(maps.Values(a.Grades(impact))),
			}
			for line := range a.Lines() {
				parts["lines"] = append(parts["lines"], line.Values.Total(impact))
			}
			for _, d := range calc.Dimensions {
				for _, s := range a.Breakdown(d) {
					parts[string(d)] = append(parts[string(d)], s.Values.Total(impact))
				}
			}
			for name, list := range parts {
				if sum := sumOf(list); !sum.Equal(total) {
					t.Fatalf("%s by %s add up to %s, want %s", impact, name, sum, total)
				}
			}
		}
		checkTraces(t, a)
	})
}

// Units and rows of every breakdown by a dimension of rows are those of the estate.
func TestUnitsAddUp(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		a := mustAssess(t, estate(year2025, drawRows(t)...), lib, calc.Method{})
		for _, d := range calc.Dimensions {
			if d == calc.ByStage || d == calc.ByScope {
				continue // every unit is in each
			}
			units, graded, rows := decimal.Zero, decimal.Zero, int64(0)
			for _, s := range a.Breakdown(d) {
				units, rows = units.Add(s.Units), rows+s.Rows
				graded = graded.Add(sumOf(slices.Collect(maps.Values(s.Grades))))
			}
			if !units.Equal(a.Units()) || !graded.Equal(a.Units()) || rows != a.Rows() {
				t.Fatalf("by %s: %s units, %s graded, %d rows; want %s and %d", d, units, graded, rows, a.Units(), a.Rows())
			}
		}
	})
}

// n times the units, n times the result.
func TestScaling(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		rows, m := drawRows(t), drawMethod(t)
		n := rapid.Int64Range(0, 1_000_000).Draw(t, "times")
		once := mustAssess(t, estate(year2025, rows...), lib, m)
		for i := range rows {
			rows[i].units *= n
		}
		many := mustAssess(t, estate(year2025, rows...), lib, m)
		for key, value := range once.Values().Cells() {
			got, _ := many.Values().Cell(key)
			if !got.Equal(value.Mul(decInt(n))) {
				t.Fatalf("%v is %s for %d times the units, want %s", key, got, n, value.Mul(decInt(n)))
			}
		}
	})
}

// Nothing is borne of units of which the department bears no share.
func TestNoShareBearsNothing(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		for i := range rows {
			rows[i].Attribution = "0"
		}
		for key, value := range mustAssess(t, estate(year2025, rows...), lib, drawMethod(t)).Values().Cells() {
			if !value.IsZero() {
				t.Fatalf("%v is %s", key, value)
			}
		}
	})
}

// A unit is covered, partly covered, or not; and none is counted twice.
func TestCoverageIsAShare(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		a := mustAssess(t, estate(year2025, drawRows(t)...), lib, drawMethod(t))
		for _, impact := range a.Impacts() {
			c := a.Coverage(impact)
			if c.UnitsCovered.Add(c.UnitsPartly).GreaterThan(c.Units) || c.Units.GreaterThan(a.Units()) {
				t.Fatalf("%s: coverage %+v of %s units", impact, c, a.Units())
			}
		}
	})
}

func sumOf(list []decimal.Decimal) decimal.Decimal {
	sum := decimal.Zero
	for _, d := range list {
		sum = sum.Add(d)
	}
	return sum
}
