package reports_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// What a comparison shows adds up to the last digit: steps, stages, scopes and
// categories to the difference, for each impact, location-based and market-based.
func TestComparisonAddsUp(t *testing.T) {
	packs, err := factors.EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	selected, err := factors.Select(packs, nil)
	if err != nil {
		t.Fatal(err)
	}
	library, err := factors.NewLibrary(selected...)
	if err != nil {
		t.Fatal(err)
	}
	estate := inventory.NewEstate(inventory.CalendarYear(2025))
	for category, units := range map[string]int64{"laptop": 1037, "monitor": 811, "smartphone": 613, "server": 7} {
		n := inventory.CountTally(units)
		estate.Add(inventory.Profile{Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}, inventory.Amounts{Rows: 1, Units: n, Full: n})
	}
	s, err := scenario.Parse("s.yaml", []byte(`version: 1
name: n
changes:
  - {name: a, reason: r, where: category == "laptop", share: 37%, set: {lifetime_years: 7}}
  - {name: b, reason: r, where: category == "monitor", scale: {quantity: -33%, annual_kwh: +7%}}
  - {name: c, reason: r, where: category == "server", replace: {category: cloud-compute, manufacturer: aws, country: IE, per_unit: 140160 vCPU.h}}
  - {name: d, reason: r, contract: {name: tariff, share: 60%, factor: 25 gCO2e/kWh}}
  - {name: e, reason: r, where: category == "smartphone", share: 30%, set: {attribution: 0.57}}
`))
	if err != nil {
		t.Fatal(err)
	}
	compared, err := comparison.Scenarios(t.Context(), scenario.State{Estate: estate, Library: library, Method: calc.Method{Country: "GB"}}, []*scenario.Scenario{s}, scenario.Options{})
	if err != nil {
		t.Fatal(err)
	}
	shown := &reports.NewComparison(reports.ComparisonInput{Comparison: compared}).Scenarios[0]
	same := func(what string, sum, difference decimal.Decimal) {
		t.Helper()
		if !sum.Equal(difference) {
			t.Errorf("%s add up to %s, the difference is %s", what, sum, difference)
		}
	}
	for _, i := range shown.Impacts {
		steps, stages, scopes := decimal.Zero, decimal.Zero, decimal.Zero
		for k := range shown.Waterfall {
			steps = steps.Add(shown.Waterfall[k].Difference(i.Key, i.Market))
		}
		for _, st := range i.Stages {
			stages = stages.Add(st.Difference)
		}
		for _, sc := range i.Scopes {
			scopes = scopes.Add(sc.Difference)
		}
		same(string(i.Key)+": steps", steps, i.Difference)
		same(string(i.Key)+": stages", stages, i.Difference)
		if i.Key == factors.GWP {
			same("scopes", scopes, i.Difference)
		}
	}
	gwp, _ := shown.Impact(factors.GWP, false)
	market, there := shown.Impact(factors.GWP, true)
	if !there || gwp.Difference.IsZero() || market.Difference.Equal(gwp.Difference) {
		t.Error("the contract does not show in the market-based difference")
	}
	categories := decimal.Zero
	for _, c := range shown.Categories {
		categories = categories.Add(c.Difference)
	}
	same("categories", categories, gwp.Difference)
}
