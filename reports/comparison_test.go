package reports_test

import (
	"math"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// What a comparison shows adds up to the last digit: steps, stages, scopes and
// categories to the difference, for each impact, location-based and market-based.
func TestComparisonAddsUp(t *testing.T) {
	compared := compareWith(t, `
  - {name: a, reason: r, where: category == "laptop", share: 37%, set: {lifetime_years: 7}}
  - {name: b, reason: r, where: category == "monitor", scale: {quantity: -33%, annual_kwh: +7%}}
  - {name: c, reason: r, where: category == "server", replace: {category: cloud-compute, manufacturer: aws, country: IE, per_unit: 140160 vCPU.h}}
  - {name: d, reason: r, contract: {name: tariff, share: 60%, factor: 25 gCO2e/kWh}}
  - {name: e, reason: r, where: category == "smartphone", share: 30%, set: {attribution: 0.57}}
`)
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

// compareWith puts scenarios, of which the changes are given, beside some British devices.
func compareWith(tb testing.TB, scenarios ...string) *comparison.Comparison {
	tb.Helper()
	packs, err := factors.EmbeddedPacks()
	if err != nil {
		tb.Fatal(err)
	}
	selected, err := factors.Select(packs, nil)
	if err != nil {
		tb.Fatal(err)
	}
	library, err := factors.NewLibrary(selected...)
	if err != nil {
		tb.Fatal(err)
	}
	estate := inventory.NewEstate(inventory.CalendarYear(2025))
	for category, units := range map[string]int64{"laptop": 1037, "monitor": 811, "smartphone": 613, "server": 7} {
		n := inventory.CountTally(units)
		estate.Add(inventory.Profile{Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}, inventory.Amounts{Rows: 1, Units: n, Full: n})
	}
	var list []*scenario.Scenario
	for _, changes := range scenarios {
		s, err := scenario.Parse("s.yaml", []byte("version: 1\nname: n\nchanges: "+changes))
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, s)
	}
	compared, err := comparison.Scenarios(tb.Context(), scenario.State{Estate: estate, Library: library, Method: calc.Method{Country: "GB"}}, list, scenario.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return compared
}

// The interval of a difference is about the difference that is shown, also where a
// scenario counts its electricity in another way than the baseline.
func TestShownDifferenceIsTheSimulated(t *testing.T) {
	compared := compareWith(t,
		"[{name: a, reason: r, contract: {name: green, share: 100%, factor: 0 gCO2e/kWh}}, {name: b, reason: r, method: {electricity: market}}]",
		"[{name: a, reason: r, contract: {name: green, share: 100%, factor: 0 gCO2e/kWh}}]",
		"[{name: a, reason: r, scale: {annual_kwh: -10%}}]")
	sure, err := uncertainty.Run(t.Context(), compared.Assessments(), uncertainty.Options{Draws: 100})
	if err != nil {
		t.Fatal(err)
	}
	for n, s := range reports.NewComparison(reports.ComparisonInput{Comparison: compared}).Scenarios {
		gwp, _ := s.Impact(factors.GWP, false)
		shown, simulated := gwp.Difference.InexactFloat64(), 0.0
		for _, f := range sure.Outcomes[n+1].Differences {
			if (f.Key == uncertainty.Key{Impact: factors.GWP}) {
				simulated = f.Exact
			}
		}
		if math.Abs(shown-simulated) > 1e-6 || n == 0 && shown == 0 {
			t.Errorf("scenario %d differs by %v, and the interval is about %v", n+1, shown, simulated)
		}
	}
}

// A scenario whose climate total is not known stands last: it saves nothing that anybody
// knows of.
func TestUnknownIsNotRankedFirst(t *testing.T) {
	c := reports.NewComparison(reports.ComparisonInput{Comparison: compareWith(t,
		"[{name: a, reason: r, remove: true}]", "[{name: a, reason: r, scale: {annual_kwh: -10%}}]")})
	if got := c.Ranking; !slices.Equal(got, []int{1, 0}) {
		t.Errorf("ranked %v", got)
	}
	if got := c.Compared(); !slices.Equal(got, []int{1}) {
		t.Errorf("compared are %v", got)
	}
	if !c.Climate().Baseline.IsPositive() {
		t.Error("the baseline has no climate total")
	}
}

// A cost is for each tonne that is saved by what costs it: of the whole scenario where
// every change states one, of the steps that do where another change saves as well. What
// does nothing needs no cost.
func TestCostPerTonne(t *testing.T) {
	const laptops = `{name: a, reason: r, where: category == "laptop", set: {lifetime_years: 6}, cost: 40 CAD/unit}`
	c := reports.NewComparison(reports.ComparisonInput{Comparison: compareWith(t,
		"["+laptops+"]",
		"["+laptops+`, {name: b, reason: r, where: category == "monitor", scale: {quantity: -50%}}]`,
		"["+laptops+`, {name: b, reason: r, where: category == "tablet", remove: true}]`)})
	of := func(n int) reports.Cost { return c.Scenarios[n].Costs[0] }
	if alone := of(0); alone.Partial || !alone.PerTonne.Valid || !of(1).PerTonne.Decimal.Equal(alone.PerTonne.Decimal) {
		t.Errorf("alone %s, beside another change %s for each tonne", alone.PerTonne.Decimal, of(1).PerTonne.Decimal)
	}
	if !of(1).Partial || of(2).Partial {
		t.Errorf("partial: %v beside a change without a cost, %v beside one that does nothing", of(1).Partial, of(2).Partial)
	}
}

// What moves from one scope to another and leaves the total is said to; what is so
// already is another thing.
func TestMoveBetweenScopes(t *testing.T) {
	c := reports.NewComparison(reports.ComparisonInput{Comparison: compareWith(t,
		`[{name: a, reason: r, where: category == "laptop", move: {hosting: home}}, {name: b, reason: r, where: category == "laptop", move: {hosting: home}}]`)})
	var kinds []reports.FlagKind
	for _, f := range c.Scenarios[0].Flags {
		if f.Step != "" {
			kinds = append(kinds, f.Kind)
		}
	}
	if want := []reports.FlagKind{reports.StepBetweenScopes, reports.StepWithoutEffect}; !slices.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
}
