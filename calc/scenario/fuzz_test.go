package scenario_test

import (
	"errors"
	"testing"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/examples/policy-choices/scenarios" //nolint:depguard // the ready scenarios are what the parser is tried on
	"govfootprint/inventory"
)

// Whatever a file holds, it is read or refused with positions within it, and what is
// read can be applied or is refused: nothing panics, nothing runs on.
func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	for _, name := range scenarios.Names() {
		ready, _ := scenarios.Ready(name)
		f.Add(ready)
	}
	for _, lines := range []string{
		"where: not (age < 3 or lifetime_years != 4) and model matches \"^lat\"\nset: {annual_kwh: 40 kWh}",
		"where: |\n  category in [\"laptop\"]\n   and site contains \"x\"\nshift: {annual_kwh: -4}",
		"where: -age + 2 * acquired / 3 >= -1e3\nremove: true",
		"replace: {category: cloud-compute, per_unit: 5 vCPU.h}",
		"share: 0.001\nscale: {quantity: +10%}",
	} {
		f.Add([]byte(change(lines)))
	}
	e := estate(device("laptop", "3", func(p *inventory.Profile) { p.Lifetime = "4" }).rated(inventory.RateMeasured, "30"), device("server", "2"))
	e.Add(inventory.Profile{Kind: inventory.Cloud, Category: "cloud-compute", Measure: "vCPU.h"}, inventory.Amounts{Rows: 1, Activity: inventory.CountTally(5)})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := scenario.Parse("s.yaml", data)
		var refused *scenario.Error
		if err != nil {
			if !errors.As(err, &refused) || len(refused.Problems) == 0 {
				t.Fatalf("refused without a problem: %v", err)
			}
			return
		}
		before := e.Len()
		_, _, err = s.Apply(t.Context(), scenario.State{Estate: e, Method: calc.Method{}}, scenario.Options{})
		if err != nil && !errors.As(err, &refused) {
			t.Fatal(err)
		}
		if e.Len() != before {
			t.Fatal("the baseline has changed")
		}
	})
}
