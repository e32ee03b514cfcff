package calc_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

const laptopFactors = `
	laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
	laptop, impact, distribution,  gwp,,, 12,  kgCO2e/unit
	laptop, impact, end_of_life,   gwp,,, 0.8, kgCO2e/unit
	laptop, lifetime,,,,, 4, year
	laptop, mass,,,,, 2, kg
	laptop, annual_energy,,,,, 20, kWh/year
	electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`

// Ten laptops throughout 2025, four years each:
//
//	manufacturing  10 × 240 × 1 / 4 = 600
//	distribution   10 ×  12 × 1 / 4 =  30
//	use            10 × 20 kWh × 0.2 = 40
//	end of life    10 × 0.8 × 1 / 4 =   2
func TestAnnualised(t *testing.T) {
	a := assess(t, estate(year2025, laptop(10)), library(t, laptopFactors), calc.Method{})
	stages := a.Values().ByStage(factors.GWP)
	want(t, "manufacturing", stages[factors.Manufacturing], "600")
	want(t, "distribution", stages[factors.Distribution], "30")
	want(t, "use", stages[factors.Use], "40")
	want(t, "end of life", stages[factors.EndOfLife], "2")
	want(t, "total", a.Values().Total(factors.GWP), "672")
	checkTraces(t, a)
}

// Ten laptops for 73 of the 365 days, a fifth of the year:
//
//	manufacturing  240 × 1 / (4 × 365) = 0.164383561643835616438356164384 a unit-day
//	               × 730 unit-days = 120.00000000000000000000000000032
//
// The rounding of the coefficient shows in the last digits; nothing else rounds.
func TestAnnualisedForPartOfThePeriod(t *testing.T) {
	r := laptop(10)
	r.days = 73
	a := assess(t, estate(year2025, r), library(t, laptopFactors), calc.Method{})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "120.00000000000000000000000000032")
	checkTraces(t, a)
}

// Ten laptops of which the row states two years of a first life elsewhere and no
// lifetime: they add to the four years of the packs, or the five of the policy.
//
//	packs   10 × 240 × 1 / (4 + 2) = 400
//	policy  10 × 240 × 1 / (5 + 2) = 2400 / 7 = 342.857…
func TestAnnualisedWithFurtherLives(t *testing.T) {
	r := laptop(10).with(func(p *inventory.Profile) { p.Lifetime = "default+2" })
	a := assess(t, estate(year2025, r), library(t, laptopFactors), calc.Method{})
	want(t, "packs", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "400")
	checkTraces(t, a)
	five := calc.Method{Lifetimes: map[string]decimal.Decimal{"laptop": decimal.NewFromInt(5)}}
	a = assess(t, estate(year2025, r), library(t, laptopFactors), five)
	got := a.Values().ByStage(factors.GWP)[factors.Manufacturing]
	if !got.Round(6).Equal(decimal.RequireFromString("342.857143")) {
		t.Errorf("policy: %s", got)
	}
}

// The length of a period in years: a year is 1 whether or not it holds a leap
// day, a quarter is 3/12, and 10 days of 2025 are 10/365.
//
//	one laptop: 240 × T / 4
func TestPeriodLength(t *testing.T) {
	for period, figure := range map[string]string{
		"2024":                  "60",
		"2025":                  "60",
		"2023-04-01/2024-03-31": "60",                               // a fiscal year with a leap day
		"2025-01-01/2025-03-31": "15",                               // 240 × 3 / (4 × 12)
		"2025-01-01/2025-01-10": "1.643835616438356164383561643836", // 240 × 10 / (4 × 365)
		"2024-01-01/2025-12-31": "120",
	} {
		p, err := inventory.ParsePeriod(period)
		if err != nil {
			t.Fatal(err)
		}
		a := assess(t, estate(p, laptop(1)), library(t, laptopFactors), calc.Method{})
		want(t, period, a.Values().ByStage(factors.GWP)[factors.Manufacturing], figure)
		checkTraces(t, a)
	}
}

// A laptop in service for 366 of 366 days bears what one does that is counted as
// in service throughout: 240 / (4 × 366) × 366, rounded in the last digits only.
func TestLeapYearUnitDays(t *testing.T) {
	r := laptop(1)
	r.days = 366
	a := assess(t, estate(inventory.CalendarYear(2024), r), library(t, laptopFactors), calc.Method{})
	wantNear(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "60", "1e-29")
}

// A published figure that lumps stages stands under the first of them; nothing
// is added for the others, although a factor for end of life is there.
func TestLumpedStages(t *testing.T) {
	a := assess(t, estate(year2025, device("dock", 2)), library(t, `
		dock, impact, manufacturing+distribution+end_of_life, gwp,,, 30, kgCO2e/unit
		hardware, impact, end_of_life, gwp,,, 9, kgCO2e/t
		dock, mass,,,,, 0.5, kg
		dock, lifetime,,,,, 5, year`), calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "12") // 2 × 30 / 5
	for _, stage := range []factors.Stage{factors.Manufacturing, factors.Distribution, factors.EndOfLife} {
		want(t, "coverage of "+string(stage), a.CoverageByStage(factors.GWP)[stage].Share, "1")
	}
}

// Nothing is published for a webcam: its manufacture goes by mass, grade E.
//
//	0.15 kg × 24.9 t/t = 0.15 × 24,900 / 1000 = 3.735 kg a unit; × 4 / 3 years = 4.98
func TestMassFallback(t *testing.T) {
	a := assess(t, estate(year2025, device("webcam", 4)), library(t, `
		hardware, impact, manufacturing, gwp,,, 24900, kgCO2e/t
		webcam, mass,,,,, 150, g
		hardware, lifetime,,,,, 3, year`), calc.Method{})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "4.98")
	want(t, "grade E", a.Grades(factors.GWP)[factors.GradeE], "4.98")
	if found := finding(a, calc.AssessedByMass); len(found) != 1 || found[0].Category != "webcam" || !found[0].Units.Equal(dec("4")) {
		t.Errorf("findings %+v, want one for 4 webcams", found)
	}
	checkTraces(t, a)
}

// The ladder: the nearest subject wins over the layer, the layer over the place.
func TestNearestFactor(t *testing.T) {
	lib := libraryOf(t,
		pack(t, "base", "base", `
			laptop, impact, manufacturing, gwp,,, 200, kgCO2e/unit
			laptop/14in, impact, manufacturing, gwp,,, 190, kgCO2e/unit
			dell:latitude 5420, impact, manufacturing, gwp,,, 290, kgCO2e/unit
			laptop, lifetime,,,,, 1, year`),
		pack(t, "own", "department", `laptop, impact, manufacturing, gwp,,, 250, kgCO2e/unit`),
	)
	for _, c := range []struct {
		about  string
		change func(*inventory.Profile)
		figure string
	}{
		{"department's category over base's", func(*inventory.Profile) {}, "250"},
		{"base's sub-category over department's category", func(p *inventory.Profile) { p.Variant = "14in" }, "190"},
		{"base's model over all", func(p *inventory.Profile) {
			p.Variant, p.Manufacturer, p.Family, p.Model = "14in", "dell", "latitude", "latitude 5420"
		}, "290"},
	} {
		a := assess(t, estate(year2025, laptop(1).with(c.change)), lib, calc.Method{})
		want(t, c.about, a.Values().Total(factors.GWP), c.figure)
	}
}

// A factor whose unit is for something else is not used, and said to be unusable.
func TestUnsuitableUnit(t *testing.T) {
	wrong := pack(t, "wrong", "base", `laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit`)
	wrong.Factors[0].Unit = quantity.MustParse("kgCO2e/kWh") // loading refuses this; other makers of packs may not
	a := assess(t, estate(year2025, laptop(3)), libraryOf(t, wrong), calc.Method{})
	if a.Values().Has(factors.GWP) {
		t.Error("a factor per kWh was taken for one per unit")
	}
	found := finding(a, calc.UnsuitableUnit)
	if len(found) != 1 || found[0].Args[1] != "kgCO2e/kWh" {
		t.Errorf("findings %+v, want the unit named", found)
	}
	if extra := finding(a, calc.NoFactor); len(extra) != 0 {
		t.Errorf("the same gap is reported twice: %+v", extra)
	}
}

// Unknown is never zero: what is missing is in no total, and lowers the coverage.
func TestMissingFactor(t *testing.T) {
	a := assess(t, estate(year2025, laptop(3), device("projector", 1)), library(t, laptopFactors), calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "201.6") // three laptops at 67.2
	want(t, "coverage", a.Coverage(factors.GWP).Share, "0.75")
	found := finding(a, calc.NoFactor)
	if len(found) != 3 {
		t.Fatalf("findings %+v, want one for each of three stages", found)
	}
	// The largest gap comes first. Its proxy is the mean of the only category there is: 240 / 4.
	want(t, "effect", found[0].Effect.Decimal, "60")
	if found[0].EffectBasis != calc.MedianCategory || found[0].Stage != factors.Manufacturing {
		t.Errorf("first gap %+v, want manufacturing by the median of categories", found[0])
	}
}

func TestUnresolvedCategory(t *testing.T) {
	unknown := device("", 7).with(func(p *inventory.Profile) { p.Recognition = inventory.Unresolved })
	a := assess(t, estate(year2025, laptop(3), unknown), library(t, laptopFactors), calc.Method{})
	want(t, "coverage", a.Coverage(factors.GWP).Share, "0.3")
	found := finding(a, calc.UnresolvedCategory)
	if len(found) != 1 || !found[0].Units.Equal(dec("7")) {
		t.Fatalf("findings %+v, want one for 7 units", found)
	}
	// All four stages at the mean of laptops: 60 + 3 + 4 + 0.2 = 67.2 a unit.
	want(t, "effect", found[0].Effect.Decimal, "470.4")
}

func TestImpactsOfAPack(t *testing.T) {
	a := assess(t, estate(year2025, laptop(1)), library(t, `
		laptop, impact, manufacturing, acidification,,, 1.2, molH+eq/unit
		electricity/generation, impact, use, acidification, GB, 2025, 0.004, molH+eq/kWh
		laptop, annual_energy,,,,, 20, kWh/year
		laptop, lifetime,,,,, 4, year`), calc.Method{})
	want(t, "acidification", a.Values().Total("acidification"), "0.38") // 1.2 / 4 + 20 × 0.004
	if unit := a.ImpactUnit("acidification"); unit != "molH+eq" {
		t.Errorf("unit %q", unit)
	}
	checkTraces(t, a)
}

// Attribution and condition multiply; scaling the quantity scales all.
func TestConditionAndAttribution(t *testing.T) {
	lib := library(t, laptopFactors+`
		laptop, condition_refurbished,,,,, 0.25, 1`)
	r := laptop(1).with(func(p *inventory.Profile) {
		p.Condition, p.Ownership, p.Attribution = inventory.Refurbished, inventory.Personal, "0.5"
	})
	stages := assess(t, estate(year2025, r), lib, calc.Method{}).Values().ByStage(factors.GWP)
	want(t, "manufacturing", stages[factors.Manufacturing], "7.5") // 240 × 0.25 × 0.5 / 4
	want(t, "distribution", stages[factors.Distribution], "1.5")   // 12 × 0.5 / 4
	want(t, "use", stages[factors.Use], "2")                       // 20 × 0.5 × 0.2
}

func TestSecondHandWithoutFactorIsAssessedAsNew(t *testing.T) {
	r := laptop(2).with(func(p *inventory.Profile) { p.Condition = inventory.Reused })
	a := assess(t, estate(year2025, r), library(t, laptopFactors), calc.Method{})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "120")
	if found := finding(a, calc.AssessedAsNew); len(found) != 1 || found[0].Args[0] != "reused" {
		t.Errorf("findings %+v, want the condition named", found)
	}
}

// Lifetimes: the row's, else the policy's for the variant, for the category, else the packs'.
func TestLifetime(t *testing.T) {
	policy := calc.Method{Lifetimes: map[string]decimal.Decimal{"laptop": dec("5"), "laptop/14in": dec("6")}}
	for _, c := range []struct {
		about          string
		method         calc.Method
		variant, years string
		figure         string
		code           calc.FindingCode
	}{
		{"row", policy, "14in", "8", "30", ""},
		{"policy for the variant", policy, "14in", "", "40", calc.LifetimeFromPolicy},
		{"policy for the category", policy, "15in", "", "48", calc.LifetimeFromPolicy},
		{"pack", calc.Method{}, "14in", "", "60", calc.LifetimeFromPack},
		{"unusable in the row", calc.Method{}, "", "-3", "60", calc.InvalidLifetime},
		{"fraction", calc.Method{}, "", "2.5", "96", ""},
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.Variant, p.Lifetime = c.variant, c.years })
		a := assess(t, estate(year2025, r), library(t, laptopFactors), c.method)
		want(t, c.about, a.Values().ByStage(factors.GWP)[factors.Manufacturing], c.figure)
		if c.code != "" && len(finding(a, c.code)) != 1 {
			t.Errorf("%s: no finding %s in %+v", c.about, c.code, a.Findings())
		}
	}
}

func TestNoLifetime(t *testing.T) {
	a := assess(t, estate(year2025, laptop(1)), library(t, `laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit`), calc.Method{})
	if a.Values().Has(factors.GWP) {
		t.Error("an embodied impact without a lifetime is in the total")
	}
	if len(finding(a, calc.NoLifetime)) != 1 {
		t.Errorf("findings %+v", a.Findings())
	}
	want(t, "coverage", a.Coverage(factors.GWP).Share, "0")
}
