package uncertainty_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// The categories of a large estate, each with four factors: 300 with the grids.
var benchCategories = []string{
	"laptop", "desktop", "monitor", "smartphone", "tablet", "server", "storage", "printer", "projector", "keyboard", "network-switch", "router",
}

var benchPlaces = []string{"GB", "FR", "DE", "NZ", "CA", "US"}

// benchLibrary has 300 factors: 49 models and categories with manufacture, its
// primary energy, distribution, end of life, lifetime and annual electricity, and
// the electricity of six places.
func benchLibrary(tb testing.TB) *factors.Library {
	tb.Helper()
	var rows strings.Builder
	for i := range 49 {
		subject := benchSubject(i)
		value := 100 + 10*i
		fmt.Fprintf(&rows, "%s, impact, manufacturing, gwp, , %d, kgCO2e/unit, %d, %d, lognormal, B\n", subject, value, value/2, value*2)
		fmt.Fprintf(&rows, "%s, impact, manufacturing, pe, , %d, MJ/unit, , , , C\n", subject, value*12)
		fmt.Fprintf(&rows, "%s, impact, distribution, gwp, , %d, kgCO2e/unit, 0, %d, triangular, C\n", subject, 10+i, 20+2*i)
		fmt.Fprintf(&rows, "%s, impact, end_of_life, gwp, , %d, kgCO2e/unit, , , , D\n", subject, 1+i)
		fmt.Fprintf(&rows, "%s, lifetime, , , , %d, year, 3, 8, lognormal, B\n", subject, 4+i%3)
		fmt.Fprintf(&rows, "%s, annual_energy, , , , %d, kWh/year, %d, %d, lognormal, B\n", subject, 20+10*i, 15+7*i, 30+14*i)
	}
	for i, place := range benchPlaces {
		fmt.Fprintf(&rows, "electricity/generation, impact, use, gwp, %s, 0.%d, kgCO2e/kWh, , , , A\n", place, 10+7*i)
	}
	return library(tb, rows.String())
}

func benchSubject(i int) string {
	category := benchCategories[i%len(benchCategories)]
	if i < len(benchCategories) {
		return category
	}
	return fmt.Sprintf("dell:%s %d", category, i)
}

// benchEstate has as many devices, in 40 departments.
func benchEstate(devices int64, change func(*inventory.Profile)) *inventory.Estate {
	const profiles = 49 * 6 * 34 // 9,996: about one device each in the smaller estate
	e := inventory.NewEstate(inventory.CalendarYear(2025))
	for i := range profiles {
		subject := i % 49
		p := inventory.Profile{
			Kind: inventory.Hardware, Category: benchCategories[subject%len(benchCategories)], Recognition: inventory.Stated,
			Status: inventory.InService, Country: benchPlaces[i/49%6], Department: fmt.Sprint("department ", i/(49*6)),
		}
		if subject >= len(benchCategories) {
			p.Manufacturer, p.Model = "dell", fmt.Sprintf("%s %d", p.Category, subject)
		}
		change(&p)
		units := inventory.CountTally(devices / profiles)
		e.Add(p, inventory.Amounts{Rows: 1, Units: units, Full: units})
	}
	return e
}

// benchScenarios are a baseline and five others.
func benchScenarios(tb testing.TB, devices int64) []*calc.Assessment {
	tb.Helper()
	lib := benchLibrary(tb)
	var list []*calc.Assessment
	for _, change := range []func(*inventory.Profile){
		func(*inventory.Profile) {},
		func(p *inventory.Profile) { p.Lifetime = "6" },
		func(p *inventory.Profile) { p.Lifetime = "default+1" },
		func(p *inventory.Profile) { p.Country = "FR" },
		func(p *inventory.Profile) { p.Attribution = "0.9" },
		func(p *inventory.Profile) { p.Quality = inventory.HighQuality },
	} {
		list = append(list, assess(tb, benchEstate(devices, change), lib))
	}
	return list
}

// BenchmarkRun simulates five scenarios beside a baseline with 300 factors and
// 10,000 draws.
func BenchmarkRun(b *testing.B) {
	for _, devices := range []int64{10_000, 10_000_000} {
		assessments := benchScenarios(b, devices)
		b.Run(fmt.Sprintf("devices=%d", devices), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(b, uncertainty.Options{By: []calc.Dimension{calc.ByCategory}}, assessments...)
			}
		})
	}
}

// BenchmarkAnalytic does the same without draws.
func BenchmarkAnalytic(b *testing.B) {
	assessments := benchScenarios(b, 10_000_000)
	for b.Loop() {
		analytic(b, uncertainty.Options{By: []calc.Dimension{calc.ByCategory}}, assessments...)
	}
}

// BenchmarkRatio prints the time for ten million devices over that for ten
// thousand, assessing included: about 1.
func BenchmarkRatio(b *testing.B) {
	times := make(map[int64]time.Duration)
	small, large := int64(10_000), int64(10_000_000)
	for b.Loop() {
		for _, devices := range []int64{small, large} {
			start := time.Now()
			run(b, uncertainty.Options{}, benchScenarios(b, devices)...)
			times[devices] += time.Since(start)
		}
	}
	b.ReportMetric(float64(times[large])/float64(times[small]), "time(10M)/time(10k)")
}
