package calc_test

import (
	"fmt"
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// largeEstate is an estate of many profiles: departments, sites, models and
// months of acquisition multiply; drivers are few when annualised.
func largeEstate(profiles int) *inventory.Estate {
	e := inventory.NewEstate(year2025)
	categories := []string{"laptop", "server", "keyboard", "projector"}
	for i := range profiles {
		r := device(categories[i%4], int64(i%7+1)).with(func(p *inventory.Profile) {
			p.Manufacturer, p.Model = "dell", fmt.Sprint("model ", i%997)
			p.Department, p.Site = fmt.Sprint("department ", i%211), fmt.Sprint("site ", i/211)
			p.Country = []string{"GB", "FR", "US", "CA-ON", "NZ"}[i%5]
			p.Hosting = []inventory.Hosting{inventory.Office, inventory.Home, inventory.DataCentre}[i%3]
			p.Acquired = month(2018, time.January) + inventory.Month(i%84)
		})
		if i%2 == 0 {
			r.days = int64(i%364 + 1)
		}
		e.Add(r.Profile, r.amounts())
	}
	return e
}

func BenchmarkAssess(b *testing.B) {
	lib := library(b, propertyFactors)
	for _, profiles := range []int{30_000, 300_000} {
		e := largeEstate(profiles)
		for _, basis := range []calc.Basis{calc.Annualised, calc.Depreciated} {
			b.Run(fmt.Sprintf("%s/profiles=%d", basis, profiles), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					assess(b, e, lib, calc.Method{Basis: basis})
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(profiles), "ns/profile")
			})
		}
	}
}

func BenchmarkBreakdowns(b *testing.B) {
	lib := library(b, propertyFactors)
	for _, profiles := range []int{30_000, 300_000} {
		a := assess(b, largeEstate(profiles), lib, calc.Method{})
		b.Run(fmt.Sprintf("profiles=%d", profiles), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range calc.Dimensions {
					a.Breakdown(d)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(profiles), "ns/profile")
		})
	}
}

func BenchmarkLines(b *testing.B) {
	a := assess(b, largeEstate(30_000), library(b, propertyFactors), calc.Method{})
	for b.Loop() {
		for line := range a.Lines() {
			_ = line.Values.Total(factors.GWP)
		}
	}
}

// BenchmarkGrowth prints the time for ten times the profiles over the time for
// one: about 10 where the work grows with the estate and no faster.
func BenchmarkGrowth(b *testing.B) {
	lib := library(b, propertyFactors)
	small, large := largeEstate(20_000), largeEstate(200_000)
	run := func(e *inventory.Estate) time.Duration {
		start := time.Now()
		a := assess(b, e, lib, calc.Method{})
		for _, d := range calc.Dimensions {
			a.Breakdown(d)
		}
		return time.Since(start)
	}
	var ones, tens time.Duration
	for b.Loop() {
		ones += run(small)
		tens += run(large)
	}
	b.ReportMetric(float64(tens)/float64(ones), "time(10n)/time(n)")
}
