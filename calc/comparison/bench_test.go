package comparison_test

import (
	"fmt"
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/examples/policy-choices/scenarios" //nolint:depguard // the ready scenarios are what people compare
	"govfootprint/inventory"
)

// register is an estate of a number of devices in 10,000 profiles: eight kinds in six
// countries, forty departments and the months of seven years.
func register(devices int64) *inventory.Estate {
	const profiles = 10_000
	categories := []string{"laptop", "desktop", "monitor", "smartphone", "tablet", "server", "printer", "network-switch"}
	places := []string{"GB", "FR", "DE", "NZ", "CA", "US"}
	e := inventory.NewEstate(inventory.CalendarYear(2025))
	for i := range profiles {
		units := inventory.CountTally(devices / profiles)
		p := inventory.Profile{
			Kind: inventory.Hardware, Category: categories[i%len(categories)], Recognition: inventory.Stated, Status: inventory.InService,
			Country: places[i%len(places)], Department: fmt.Sprint("Department ", i%40), Site: fmt.Sprint("Site ", i/40),
			Acquired: inventory.NewMonth(2018+i%7, time.Month(1+i%12)),
		}
		if p.Category == "server" {
			p.Hosting = inventory.DataCentre
		}
		e.Add(p, inventory.Amounts{Rows: 1, Units: units, Full: units})
	}
	return e
}

// five are the ready scenarios that concern most of a register.
func five(tb testing.TB) []*scenario.Scenario {
	tb.Helper()
	var list []*scenario.Scenario
	for _, name := range []string{"longer-life", "refurbished", "screens-per-desk", "power-management", "server-consolidation"} {
		data, _ := scenarios.Ready(name)
		s, err := scenario.Parse(name, data)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// BenchmarkScenarios is everything that a comparison of five scenarios does after
// reading, with the program's packs: each change, the other family of factors, and
// 10,000 draws. It prints the time for ten million devices over that for ten thousand.
func BenchmarkScenarios(b *testing.B) {
	lib, other := library(b), comparison.With{Name: "equipment-ademe", Library: library(b, "equipment-ademe")}
	list := five(b)
	small, large := int64(10_000), int64(10_000_000)
	estates := map[int64]*inventory.Estate{small: register(small), large: register(large)}
	times := make(map[int64]time.Duration)
	for b.Loop() {
		for devices, estate := range estates {
			start := time.Now()
			c, err := comparison.Scenarios(b.Context(), scenario.State{Estate: estate, Library: lib, Method: calc.Method{Country: "GB"}}, list, scenario.Options{}, other)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := uncertainty.Run(b.Context(), c.Assessments(), uncertainty.Options{Draws: uncertainty.DefaultDraws}); err != nil {
				b.Fatal(err)
			}
			times[devices] += time.Since(start)
		}
	}
	b.ReportMetric(times[large].Seconds()/float64(b.N), "s/10M")
	b.ReportMetric(times[small].Seconds()/float64(b.N), "s/10k")
	b.ReportMetric(times[large].Seconds()/times[small].Seconds(), "time(10M)/time(10k)")
}
