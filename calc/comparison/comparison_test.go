package comparison_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/inventory"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func library(tb testing.TB, names ...string) *factors.Library {
	tb.Helper()
	available, err := factors.EmbeddedPacks()
	if err != nil {
		tb.Fatal(err)
	}
	selected, err := factors.Select(available, names)
	if err != nil {
		tb.Fatal(err)
	}
	lib, err := factors.NewLibrary(selected...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

// devices is a library of devices and British electricity alone, which is soon searched.
func devices(tb testing.TB) *factors.Library {
	tb.Helper()
	var some []*factors.Pack
	for _, p := range library(tb).Packs() {
		if p.Family == "equipment" || p.Name == "electricity-gb" || p.Name == "equipment-fallback" {
			some = append(some, p)
		}
	}
	lib, err := factors.NewLibrary(some...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

func fleet(year int, laptops, monitors int64) *inventory.Estate {
	e := inventory.NewEstate(inventory.CalendarYear(year))
	add := func(category, department string, units int64) {
		if units == 0 {
			return
		}
		n := inventory.CountTally(units)
		p := inventory.Profile{Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB", Department: department}
		e.Add(p, inventory.Amounts{Rows: 1, Units: n, Full: n})
	}
	add("laptop", "North", laptops)
	add("laptop", "South", laptops/3)
	add("monitor", "North", monitors)
	return e
}

func parsed(tb rapid.TB, changes string) *scenario.Scenario {
	s, err := scenario.Parse("s.yaml", []byte("version: 1\nname: n\nchanges:\n"+changes))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// A laptop lasts 4 years by the packs and 5 in the scenario, so that it bears f/5 a year
// instead of f/4: four fifths of its manufacture, and as much electricity as before.
func TestLongerLife(t *testing.T) {
	lib := library(t)
	base := scenario.State{Estate: fleet(2025, 1000, 0), Library: lib, Method: calc.Method{Country: "GB"}}
	s := parsed(t, "  - {name: a, reason: b, where: category == \"laptop\", set: {lifetime_years: 5}}\n")
	c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{s}, scenario.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := c.Baseline.Values().ByStage(factors.GWP)[factors.Manufacturing]
	after := c.Outcomes[0].Assessment.Values().ByStage(factors.GWP)[factors.Manufacturing]
	if want := before.Mul(dec("0.8")); !after.Equal(want) {
		t.Errorf("manufacturing is %s after %s, want four fifths: %s", after, before, want)
	}
	use := func(a *calc.Assessment) decimal.Decimal { return a.Values().ByStage(factors.GWP)[factors.Use] }
	if !use(c.Baseline).Equal(use(c.Outcomes[0].Assessment)) {
		t.Error("a longer life changes the electricity")
	}
}

// Power management takes a fifth off what the packs know as typical, exactly, and the
// factor stays the packs'.
func TestLessThanTypical(t *testing.T) {
	base := scenario.State{Estate: fleet(2025, 0, 500), Library: library(t), Method: calc.Method{Country: "GB"}}
	s := parsed(t, "  - {name: a, reason: b, scale: {annual_kwh: -20%}}\n")
	c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{s}, scenario.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before, after := c.Baseline.Electricity().Total, c.Outcomes[0].Assessment.Electricity().Total
	if !after.Equal(before.Mul(dec("0.8"))) || before.IsZero() {
		t.Errorf("%s kWh after %s", after, before)
	}
	if len(c.Outcomes[0].Assessment.Factors()) != len(c.Baseline.Factors()) {
		t.Error("the scenario rests on other factors than the baseline")
	}
}

// The steps of any scenario add up to its difference, for each impact and stage, to
// the last digit, and so do departments, categories and whatever else the totals are
// broken down by; an empty one differs by nothing.
func TestStepsAddUp(t *testing.T) {
	lib := devices(t)
	actions := []string{
		"set: {lifetime_years: 7}", "scale: {quantity: 0.37}", "scale: {annual_kwh: 1.3}", "shift: {lifetime_years: +1}", "remove: true",
		"replace: {category: thin-client, per_unit: 0.83}", "move: {country: SE}", "set: {condition: refurbished}",
	}
	filters := []string{`category == "laptop"`, `category == "monitor"`, `department == "South"`, `category != "x"`}
	rapid.Check(t, func(t *rapid.T) {
		var changes strings.Builder
		for i := range rapid.IntRange(0, 4).Draw(t, "changes") {
			fmt.Fprintf(&changes, "  - {name: c%d, reason: r, where: '%s', share: 0.%d, %s}\n", i,
				rapid.SampledFrom(filters[:3]).Draw(t, "where"), rapid.IntRange(1, 9).Draw(t, "share"), rapid.SampledFrom(actions).Draw(t, "action"))
		}
		base := scenario.State{Estate: fleet(2025, rapid.Int64Range(1, 500).Draw(t, "laptops"), rapid.Int64Range(1, 500).Draw(t, "monitors")), Library: lib, Method: calc.Method{Country: "GB"}}
		c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{parsed(t, changes.String())}, scenario.Options{})
		if err != nil {
			t.Fatal(err)
		}
		o := c.Outcomes[0]
		for _, d := range calc.Dimensions {
			slices := c.By(d, 0)
			for _, impact := range c.Baseline.Impacts() {
				sum := decimal.Zero
				for _, s := range slices.After {
					sum = sum.Add(s.Values.Total(impact))
				}
				for _, s := range slices.Before {
					sum = sum.Sub(s.Values.Total(impact))
				}
				if want := o.Assessment.Values().Total(impact).Sub(c.Baseline.Values().Total(impact)); !sum.Equal(want) {
					t.Fatalf("%s by %s: parts %s, difference %s", impact, d, sum, want)
				}
			}
		}
		for _, impact := range c.Baseline.Impacts() {
			before, after := c.Baseline.Values().ByStage(impact), o.Assessment.Values().ByStage(impact)
			for _, stage := range factors.Stages {
				sum, last := decimal.Zero, before[stage]
				for _, step := range o.Steps {
					now := step.Location.ByStage(impact)[stage]
					sum, last = sum.Add(now.Sub(last)), now
				}
				if want := after[stage].Sub(before[stage]); !sum.Equal(want) {
					t.Fatalf("%s, %s: steps %s, difference %s", impact, stage, sum, want)
				}
			}
			sum, last := decimal.Zero, c.Baseline.Values().Total(impact)
			for _, step := range o.Steps {
				now := step.Location.Total(impact)
				sum, last = sum.Add(now.Sub(last)), now
			}
			difference := o.Assessment.Values().Total(impact).Sub(c.Baseline.Values().Total(impact))
			if !sum.Equal(difference) {
				t.Fatalf("%s: steps %s, difference %s", impact, sum, difference)
			}
			if changes.Len() == 0 && !difference.IsZero() {
				t.Fatalf("%s: nothing changes it by %s", impact, difference)
			}
		}
	})
}

// Between years: the estate first, at the factors of the earlier year, then the year,
// the packs, the method; together they are the difference.
func TestYears(t *testing.T) {
	first, second := library(t), library(t, "equipment-ademe")
	earlier := scenario.State{Estate: fleet(2024, 900, 900), Library: first, Method: calc.Method{Country: "GB"}}
	later := scenario.State{Estate: fleet(2025, 1000, 800), Library: second, Method: calc.Method{Country: "GB", Lifetimes: map[string]decimal.Decimal{"laptop": dec("6")}}}
	c, err := comparison.Years(t.Context(), earlier, later)
	if err != nil {
		t.Fatal(err)
	}
	o := c.Outcomes[0]
	var names []string
	for _, s := range o.Steps {
		names = append(names, s.Name)
	}
	if got := fmt.Sprint(names); got != "[estate year factors method]" {
		t.Errorf("steps %s", got)
	}
	direct, err := later.Assess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !o.Assessment.Values().Equal(direct.Values()) {
		t.Error("the last step is not the later year")
	}
	estateAlone, err := calc.Assess(t.Context(), later.Estate, first, calc.Method{Country: "GB", FactorYear: 2024})
	if err != nil {
		t.Fatal(err)
	}
	if !o.Steps[0].Location.Equal(estateAlone.Values()) {
		t.Error("the first step is not the later estate at the earlier factors")
	}
	same, err := comparison.Years(t.Context(), earlier, scenario.State{Estate: fleet(2024, 900, 900), Library: first, Method: earlier.Method})
	if err != nil {
		t.Fatal(err)
	}
	if steps := same.Outcomes[0].Steps; len(steps) != 1 || !steps[0].Location.Equal(same.Baseline.Values()) {
		t.Errorf("a year beside itself: %d steps", len(steps))
	}
}

// The other family of factors is used for both sides.
func TestFamilies(t *testing.T) {
	base := scenario.State{Estate: fleet(2025, 100, 100), Library: library(t), Method: calc.Method{Country: "GB"}}
	s := parsed(t, "  - {name: a, reason: b, where: category == \"monitor\", remove: true}\n")
	other := comparison.With{Name: "ademe", Library: library(t, "equipment-ademe")}
	c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{s}, scenario.Options{}, other)
	if err != nil {
		t.Fatal(err)
	}
	base.Library = other.Library
	whole, err := base.Assess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Families[0]; !f.Baseline.Equal(whole.Values()) || !f.Outcomes[0].Total(factors.GWP).LessThan(f.Baseline.Total(factors.GWP)) {
		t.Error("the other family is not used for both")
	}
}
