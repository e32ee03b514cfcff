package calc_test

import (
	"slices"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

const spendFactors = gridFR + `
	software-service, impact, manufacturing+distribution+use+end_of_life, gwp,,, 0.1, kgCO2e/USD2022`

func spent(category, amount, money string) activityRow {
	return activity(inventory.Software, category, "", "", amount, money)
}

// 1,000 GBP2024 at 1.25 USD2022 for one are 1,250 USD2022; × 0.1 kg = 125 kg. Of the
// levels of several years and target moneys, only the one between the two serves.
func TestSpendingInAnotherMoney(t *testing.T) {
	lib := library(t, spendFactors+`
	currency/gbp, price_level,,,, 2024, 1.25, USD2022/GBP2024
	currency/gbp, price_level,,,, 2025, 1.5, USD2022/GBP2025
	currency/gbp, price_level,,,, 2025, 1.2, EUR2023/GBP2025`)
	a := assess(t, activities(spent("software-service", "1000", "GBP2024")), lib, calc.Method{})
	want(t, "all", a.Values().Total(factors.GWP), "125")
	checkTraces(t, a)
	found := finding(a, calc.PriceLevel)
	if len(found) != 1 || !slices.Equal(found[0].Args, []string{"GBP2024", "1.25 USD2022"}) || found[0].Severity != calc.Assumption {
		t.Errorf("findings %+v", found)
	}
	if c := a.Coverage(factors.GWP); c.ActivitiesCovered != 1 {
		t.Errorf("coverage %+v", c)
	}
}

// Money without a rate to that of the factor is a gap that names both, once, and no zero.
func TestSpendingWithoutPriceLevel(t *testing.T) {
	lib := library(t, spendFactors+`
	currency/gbp, price_level,,,, 2024, 1.25, USD2022/GBP2024`)
	for _, money := range []string{"GBP2023", "GBP", "NZD2024", "USD2024"} {
		a := assess(t, activities(spent("software-service", "1000", money)), lib, calc.Method{})
		if a.Values().Has(factors.GWP) {
			t.Errorf("%s: a total of %s", money, a.Values().Total(factors.GWP))
		}
		var gaps []calc.Finding
		for _, f := range a.Findings() {
			if f.Severity == calc.Gap {
				gaps = append(gaps, f)
			}
		}
		if len(gaps) != 1 || gaps[0].Code != calc.NoPriceLevel || !slices.Equal(gaps[0].Args, []string{money, "USD2022"}) {
			t.Errorf("%s: gaps %+v", money, gaps)
		}
	}
}

// The same money needs no rate: 500 USD2022 × 0.1 kg = 50 kg.
func TestSpendingInTheSameMoney(t *testing.T) {
	a := assess(t, activities(spent("software-service", "500", "USD2022")), library(t, spendFactors), calc.Method{})
	want(t, "all", a.Values().Total(factors.GWP), "50")
	if found := finding(a, calc.PriceLevel); len(found) > 0 {
		t.Errorf("findings %+v", found)
	}
}

// What is counted decides between figures of one category, and a figure whose money
// can be had before a nearer one whose money cannot:
//
//	100 GB × 0.01 kg = 1 kg; 100 USD2022 × 0.08 kg = 8 kg
//	100 GBP2024 × 1.25 × 0.08 kg = 10 kg, for there is no way to EUR2023
//	100 EUR2023 × 0.09 kg = 9 kg, by the figure for France
func TestMeasureDecides(t *testing.T) {
	lib := library(t, gridFR+`
	network-data, impact, manufacturing+distribution+use+end_of_life, gwp,,, 0.01, kgCO2e/GB`, `
	network-data, impact, manufacturing+distribution+use+end_of_life, gwp,,, 0.08, kgCO2e/USD2022
	network-data, impact, manufacturing+distribution+use+end_of_life, gwp, FR,, 0.09, kgCO2e/EUR2023
	currency/gbp, price_level,,,,, 1.25, USD2022/GBP2024`)
	for measure, kg := range map[string]string{"GB": "1", "USD2022": "8", "GBP2024": "10", "EUR2023": "9"} {
		a := assess(t, activities(activity(inventory.Network, "network-data", "", "", "100", measure)), lib, calc.Method{})
		want(t, measure, a.Values().Total(factors.GWP), kg)
	}
	users := assess(t, activities(activity(inventory.Network, "network-data", "", "", "100", "user.year")), lib, calc.Method{})
	if users.Values().Has(factors.GWP) || len(finding(users, calc.UnsuitableUnit)) == 0 {
		t.Errorf("users: %s, %+v", users.Values().Total(factors.GWP), users.Findings())
	}
}

// A figure whose money cannot be had says nothing of stages that have a figure of
// their own: of 100 GBP2024 the use is 100 × 0.02 kg = 2 kg, and the making a gap.
func TestFigureBesideMoneyWithoutPriceLevel(t *testing.T) {
	lib := library(t, gridFR+`
	software-service, impact, manufacturing+use, gwp,,, 0.1, kgCO2e/USD2022
	software-service, impact, use, gwp,,, 0.02, kgCO2e/GBP2024`)
	a := assess(t, activities(spent("software-service", "100", "GBP2024")), lib, calc.Method{})
	want(t, "use", a.Values().ByStage(factors.GWP)[factors.Use], "2")
	byStage := a.CoverageByStage(factors.GWP)
	if made, used := byStage[factors.Manufacturing], byStage[factors.Use]; made.ActivitiesCovered != 0 || used.ActivitiesCovered != 1 {
		t.Errorf("covered: manufacturing %+v, use %+v", made, used)
	}
	if found := finding(a, calc.NoPriceLevel); len(found) != 1 || len(finding(a, calc.NoActivityUse)) != 0 {
		t.Errorf("findings %+v", a.Findings())
	}
}
