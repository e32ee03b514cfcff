package scenario_test

import (
	"fmt"
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/inventory"
)

// fleet is an estate of a number of devices in 4,800 profiles: what a ministry's
// register becomes, and that of a whole government, if its departments are alike.
func fleet(devices int64) *inventory.Estate {
	e := inventory.NewEstate(year2025)
	const departments, months = 40, 60
	categories := []string{"laptop", "monitor"}
	each := devices / (departments * months * int64(len(categories)))
	for d := range departments {
		for m := range months {
			for _, category := range categories {
				units := inventory.CountTally(each)
				e.Add(inventory.Profile{
					Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService,
					Department: fmt.Sprintf("Department %d", d), Acquired: inventory.NewMonth(2020+m/12, time.Month(1+m%12)),
				}, inventory.Amounts{Rows: each, Units: units, Full: units})
			}
		}
	}
	return e
}

// A scenario costs what the estate has profiles, however many devices they stand for.
func BenchmarkApply(b *testing.B) {
	s, err := scenario.Parse("s.yaml", []byte(change("where: category == \"laptop\" and age >= 3 and department != \"Department 7\"\nset: {lifetime_years: 5}")))
	if err != nil {
		b.Fatal(err)
	}
	for _, devices := range []int64{10_000, 10_000_000} {
		state := scenario.State{Estate: fleet(devices), Method: calc.Method{Country: "GB"}}
		b.Run(fmt.Sprintf("devices=%d", devices), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := s.Apply(b.Context(), state, scenario.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
