package uncertainty_test

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// pack has rows of subject, property, stage, impact, place, value, unit, low, high, distribution, grade.
func pack(tb testing.TB, name, layer, rows string) *factors.Pack {
	tb.Helper()
	var csv strings.Builder
	csv.WriteString("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n")
	for i, line := range strings.Split(strings.TrimSpace(rows), "\n") {
		cells := strings.Split(line+strings.Repeat(",", 11), ",")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		fmt.Fprintf(&csv, "%s.%d,%s,%s,%s,%s,%s,,%s,%s,%s,%s,%s,s,%s,\n", name, i,
			cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[7], cells[8], cells[6], cells[9], cells[10])
	}
	files := fstest.MapFS{
		"p/f.csv": &fstest.MapFile{Data: []byte(csv.String())},
		"p/pack.yaml": &fstest.MapFile{Data: []byte(`{name: ` + name + `, version: "1", title: t, description: d, published: "2026-01-01",
licence: CC0-1.0, layer: ` + layer + `, sources: [{id: s, title: invented, publisher: nobody, year: "2026", url: "https://example.org/", licence: CC0-1.0, redistribution: yes}]}`)},
	}
	p, err := factors.LoadPack(files, "p")
	if err != nil {
		tb.Fatalf("%v\n%s", err, csv.String())
	}
	return p
}

// library is one of a single pack.
func library(tb testing.TB, rows string) *factors.Library {
	tb.Helper()
	return libraryOf(tb, pack(tb, "one", "base", rows))
}

func libraryOf(tb testing.TB, packs ...*factors.Pack) *factors.Library {
	tb.Helper()
	lib, err := factors.NewLibrary(packs...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

type item struct {
	category string
	units    int64
	change   func(*inventory.Profile)
}

func estate(items ...item) *inventory.Estate {
	e := inventory.NewEstate(inventory.CalendarYear(2025))
	for _, i := range items {
		p := inventory.Profile{
			Kind: inventory.Hardware, Category: i.category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB",
		}
		if i.change != nil {
			i.change(&p)
		}
		units := inventory.CountTally(i.units)
		e.Add(p, inventory.Amounts{Rows: 1, Units: units, Full: units})
	}
	return e
}

func assess(tb testing.TB, e *inventory.Estate, lib *factors.Library) *calc.Assessment {
	tb.Helper()
	a, err := calc.Assess(tb.Context(), e, lib, calc.Method{})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func run(tb testing.TB, o uncertainty.Options, assessments ...*calc.Assessment) *uncertainty.Result {
	tb.Helper()
	r, err := uncertainty.Run(tb.Context(), assessments, o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func analytic(tb testing.TB, o uncertainty.Options, assessments ...*calc.Assessment) *uncertainty.Result {
	tb.Helper()
	r, err := uncertainty.Analytic(tb.Context(), assessments, o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// total returns the total of gwp.
func total(tb testing.TB, o uncertainty.Outcome) uncertainty.Figure {
	tb.Helper()
	f, ok := o.Total(factors.GWP)
	if !ok {
		tb.Fatal("there is no total of gwp")
	}
	return f
}

func near(tb testing.TB, what string, got, want, tolerance float64) {
	tb.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		tb.Errorf("%s is %v, want %v within a relative %v", what, got, want, tolerance)
	}
}

const fixedFactors = `
	laptop, impact, manufacturing, gwp, , 238.57, kgCO2e/unit, , , fixed, B
	laptop, lifetime, , , , 3.7, year, , , fixed, B
	laptop, annual_energy, , , , 17.98, kWh/year, , , fixed, B
	server, impact, manufacturing, gwp, , 1277.77, kgCO2e/unit, , , fixed, B
	server, lifetime, , , , 4.3, year, , , fixed, B
	server, annual_energy, , , , 1508.33, kWh/year, , , fixed, B
	data-centre, pue, , , , 1.58, 1, , , fixed, B
	electricity/generation, impact, use, gwp, GB, 0.177, kgCO2e/kWh, , , fixed, A
	electricity/losses, impact, use, gwp, GB, 0.01853, kgCO2e/kWh, , , fixed, A`

func hosted(p *inventory.Profile) { p.Hosting = inventory.DataCentre }

// Where nothing varies, every draw of a difference is the exact difference: each of the
// laptops bears F/5 instead of F/3.7 a year, and a third of the servers is gone.
func TestNoSpreadIsExactOfDifferences(t *testing.T) {
	lib := library(t, fixedFactors)
	base := assess(t, estate(item{"laptop", 1234, nil}, item{"server", 57, hosted}), lib)
	less := assess(t, estate(item{"laptop", 1234, func(p *inventory.Profile) { p.Lifetime = "5" }}, item{"server", 38, hosted}), lib)
	r := run(t, uncertainty.Options{Draws: 1000, ExactData: true}, base, less)
	d, ok := r.Outcomes[1].Difference(uncertainty.Key{Impact: factors.GWP})
	if !ok || d.Saving != 1 {
		t.Fatalf("%+v", d)
	}
	exact := less.Values().Total(factors.GWP).Sub(base.Values().Total(factors.GWP)).InexactFloat64()
	for _, x := range []float64{d.Exact, d.Low, d.Median, d.High, d.Mean} {
		near(t, "the difference", x, exact, 1e-12)
	}
}

// Where nothing varies, every draw is the exact result.
func TestNoSpreadIsExact(t *testing.T) {
	a := assess(t, estate(item{"laptop", 1234, nil}, item{"server", 56, hosted}), library(t, fixedFactors))
	r := run(t, uncertainty.Options{Draws: 1000, ExactData: true, By: []calc.Dimension{calc.ByCategory}}, a)
	byStage := a.Values().ByStage(factors.GWP)
	for _, f := range r.Outcomes[0].Figures {
		var exact float64
		switch {
		case f.Impact != factors.GWP:
			continue
		case f.Dimension != "":
			for _, s := range a.Breakdown(f.Dimension) {
				if s.Key == f.Value {
					exact = s.Values.Total(factors.GWP).InexactFloat64()
				}
			}
		case f.Stage != "":
			exact = byStage[f.Stage].InexactFloat64()
		default:
			exact = a.Values().Total(factors.GWP).InexactFloat64()
		}
		for _, x := range []float64{f.Exact, f.Low, f.Median, f.High, f.Mean} {
			near(t, fmt.Sprint(f.Key), x, exact, 1e-12)
		}
	}
}

const lognormalFactors = `
	laptop, impact, manufacturing, gwp, , 200, kgCO2e/unit, 100, 400, lognormal, B
	laptop, lifetime, , , , 4, year, , , fixed, B
	monitor, impact, manufacturing, gwp, , 300, kgCO2e/unit, 200, 450, lognormal, B
	monitor, lifetime, , , , 6, year, , , fixed, B`

// The sum of two lognormals, 10 · 200/4 = 500 with σ = ln(4)/3.29 = 0.42145 and
// 10 · 300/6 = 500 with σ = ln(2.25)/3.29 = 0.24653: the mean is 1000, the variance
//
//	500² · (e^(0.42145²) − 1) + 500² · (e^(0.24653²) − 1) = 48,590 + 15,669 = 64,259
//
// and the standard deviation 253.5. Known data leave the factors alone.
func TestLognormalSum(t *testing.T) {
	a := assess(t, estate(item{"laptop", 10, nil}, item{"monitor", 10, nil}), library(t, lognormalFactors))
	o := uncertainty.Options{Draws: 100_000, ExactData: true}
	r := run(t, o, a)
	f := total(t, r.Outcomes[0])
	near(t, "mean", f.Mean, 1000, 1e-3)
	causes := r.Outcomes[0].Causes[0] // shares of the simulated variance, which so is 64,259 within 1 %
	near(t, "share of the laptop", causes.List[0].Share, 48_590./64_259, 0.01)
	near(t, "share of the monitor", causes.List[1].Share, 15_669./64_259, 0.01)

	derived := total(t, analytic(t, o, a).Outcomes[0])
	near(t, "derived median", derived.Median, f.Median, 0.005)
	near(t, "derived 5th percentile", derived.Low, f.Low, 0.01)
	near(t, "derived 95th percentile", derived.High, f.High, 0.005)
}

// One factor alone has the 5th and 95th percentile that its publication states,
// scaled such that the mean is the value: 100 and 400 lie about a median of
// 200 · e^(−0.42145²/2) = 183.0, at 91.5 and 366.0.
func TestPercentilesOfOneFactor(t *testing.T) {
	a := assess(t, estate(item{"laptop", 4, nil}), library(t, lognormalFactors))
	f := total(t, run(t, uncertainty.Options{ExactData: true}, a).Outcomes[0])
	near(t, "5th percentile", f.Low, 91.5, 0.001)
	near(t, "median", f.Median, 183.0, 0.001)
	near(t, "95th percentile", f.High, 366.0, 0.001)
}

// A further factor changes no other draw.
func TestStreamsDoNotMeet(t *testing.T) {
	lib := library(t, lognormalFactors)
	key := uncertainty.Key{Impact: factors.GWP, Dimension: calc.ByCategory, Value: "laptop"}
	o := uncertainty.Options{Draws: 1000, By: []calc.Dimension{calc.ByCategory}}
	alone, _ := run(t, o, assess(t, estate(item{"laptop", 10, nil}), lib)).Outcomes[0].Figure(key)
	beside, _ := run(t, o, assess(t, estate(item{"keyboard", 3, nil}, item{"laptop", 10, nil}, item{"monitor", 7, nil}), lib)).Outcomes[0].Figure(key)
	if alone != beside {
		t.Errorf("the laptops' figure is %+v alone and %+v beside monitors", alone, beside)
	}
}

// Another seed gives other draws.
func TestSeed(t *testing.T) {
	a := assess(t, estate(item{"laptop", 10, nil}), library(t, lognormalFactors))
	if run(t, uncertainty.Options{}, a).Outcomes[0].Figures[0] == run(t, uncertainty.Options{Seed: 1}, a).Outcomes[0].Figures[0] {
		t.Error("seeds 0 and 1 give the same draws")
	}
}

// The number of processors does not show.
func TestProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	lib := library(t, lognormalFactors)
	results := make([]*uncertainty.Result, 2)
	for i, processors := range []int{1, 7} {
		runtime.GOMAXPROCS(processors)
		base, more := assess(t, estate(item{"laptop", 10, nil}, item{"monitor", 9, nil}), lib), assess(t, estate(item{"laptop", 8, nil}), lib)
		results[i] = run(t, uncertainty.Options{Draws: 1001, By: []calc.Dimension{calc.ByCategory}}, base, more)
	}
	for i := range results[0].Outcomes {
		one, many := results[0].Outcomes[i], results[1].Outcomes[i]
		if !reflect.DeepEqual(one.Figures, many.Figures) || !reflect.DeepEqual(one.Differences, many.Differences) {
			t.Errorf("one processor gives\n%+v\nseven give\n%+v", one, many)
		}
	}
}

// Two assessments of the same differ by exactly nothing, and nothing is saved.
func TestSameDiffersByNothing(t *testing.T) {
	e, lib := estate(item{"laptop", 10, nil}, item{"monitor", 10, nil}), library(t, lognormalFactors)
	for _, r := range []*uncertainty.Result{
		run(t, uncertainty.Options{}, assess(t, e, lib), assess(t, e, lib)),
		analytic(t, uncertainty.Options{}, assess(t, e, lib), assess(t, e, lib)),
	} {
		for _, d := range r.Outcomes[1].Differences {
			if (d != uncertainty.Figure{Key: d.Key}) {
				t.Errorf("%s: %+v differs", r.Method, d)
			}
		}
	}
}

// Profiles that share a factor move together: ten departments with a laptop each
// are as uncertain as one with ten, and not less by √10.
func TestSharedFactorIsNotDiluted(t *testing.T) {
	lib := library(t, lognormalFactors)
	var items []item
	for i := range 10 {
		items = append(items, item{"laptop", 1, func(p *inventory.Profile) {
			p.Department, p.Site = fmt.Sprint("department ", i), strconv.Itoa(i)
			p.Lifetime = strconv.Itoa(4 + i%2)
		}})
	}
	many := total(t, run(t, uncertainty.Options{}, assess(t, estate(items...), lib)).Outcomes[0])
	one := total(t, run(t, uncertainty.Options{}, assess(t, estate(item{"laptop", 10, nil}), lib)).Outcomes[0])
	near(t, "high over low of many", many.High/many.Low, one.High/one.Low, 0.05)
}

// A scenario that buys fewer laptops saves for sure, although the totals' intervals
// overlap: the difference is drawn with the same factors.
func TestDifferenceUnderCommonDraws(t *testing.T) {
	lib := library(t, lognormalFactors)
	r := run(t, uncertainty.Options{}, assess(t, estate(item{"laptop", 100, nil}), lib), assess(t, estate(item{"laptop", 90, nil}), lib))
	before, after, d := total(t, r.Outcomes[0]), total(t, r.Outcomes[1]), r.Outcomes[1].Differences[0]
	if after.High < before.Low || d.High >= 0 || d.Saving != 1 {
		t.Errorf("before %+v, after %+v, difference %+v: want overlapping totals and a saving for sure", before, after, d)
	}
	near(t, "difference", d.Mean, -500, 0.02)
	if share, ok := r.Below(1, 0, factors.GWP); !ok || share != 1 {
		t.Errorf("the scenario is below the baseline with probability %v, want 1", share)
	}
}

// The lifetime of a row is the same unknown as that of the packs, and another
// pack's figure is the same as the one that it stands in for: what keeping laptops
// for five years instead of four saves is not drowned by two doubts about lifetimes.
func TestStandInsShareTheirDraw(t *testing.T) {
	const rows = `
	laptop, impact, manufacturing, gwp, , 200, kgCO2e/unit, 100, 400, lognormal, B
	laptop, lifetime, , , , 4, year, 3.6, 4.4, lognormal, B`
	five := func(p *inventory.Profile) { p.Lifetime = "5" }
	lib := library(t, rows)
	r := run(t, uncertainty.Options{}, assess(t, estate(item{"laptop", 100, nil}), lib), assess(t, estate(item{"laptop", 100, five}), lib))
	if d := r.Outcomes[1].Differences[0]; d.Saving < 0.999 {
		t.Errorf("five years instead of four: %+v, want a saving nearly for sure", d)
	}
	other := libraryOf(t, pack(t, "one", "base", rows), pack(t, "other", "department", strings.Replace(rows, "200, kgCO2e/unit, 100, 400", "180, kgCO2e/unit, 90, 360", 1)))
	r = run(t, uncertainty.Options{}, assess(t, estate(item{"laptop", 100, nil}), lib), assess(t, estate(item{"laptop", 100, nil}), other))
	if d := r.Outcomes[1].Differences[0]; d.Saving != 1 {
		t.Errorf("a tenth less, as uncertain: %+v, want a saving for sure", d)
	}
}

// Simulated means follow the exact values, scenario by scenario, whatever varies
// and whatever is divided by; and analytic intervals are near the simulated.
func TestMeansAreKept(t *testing.T) {
	lib := library(t, `
	laptop, impact, manufacturing, gwp, , 238.57, kgCO2e/unit, 132.36, 331.88, lognormal, B
	laptop, impact, distribution, gwp, , 10.06, kgCO2e/unit, 0, 16.25, triangular, B
	laptop, lifetime, , , , 4, year, 3, 5, lognormal, B
	laptop, annual_energy, , , , 17.98, kWh/year, 12.95, 26.19, uniform, B
	server, impact, manufacturing, gwp, , 1277, kgCO2e/unit, , , , C
	server, lifetime, , , , 4.3, year, 3, 6, triangular, B
	server, annual_energy, , , , 1508, kWh/year, 900, 2100, normal, B
	data-centre, pue, , , , 1.3, 1, 1.1, 1.6, lognormal, C
	electricity/generation, impact, use, gwp, GB, 0.177, kgCO2e/kWh, , , , A`)
	rapid.Check(t, func(rt *rapid.T) {
		var assessments []*calc.Assessment
		for range 3 {
			life := func(p *inventory.Profile) {
				p.Lifetime = rapid.SampledFrom([]string{"", "3", "5.5", "default+2"}).Draw(rt, "lifetime")
				p.Quality = rapid.SampledFrom([]inventory.Quality{"", "high", "low"}).Draw(rt, "quality")
			}
			assessments = append(assessments, assess(t, estate(
				item{"laptop", rapid.Int64Range(1, 1000).Draw(rt, "laptops"), life},
				item{"server", rapid.Int64Range(1, 100).Draw(rt, "servers"), hosted},
			), lib))
		}
		drawn, derived := run(t, uncertainty.Options{Draws: 2000, Seed: rapid.Uint64().Draw(rt, "seed")}, assessments...), analytic(t, uncertainty.Options{}, assessments...)
		for i, a := range assessments {
			f, d := total(t, drawn.Outcomes[i]), total(t, derived.Outcomes[i])
			exact := a.Values().Total(factors.GWP).InexactFloat64()
			near(t, "mean", f.Mean, exact, 0.005)
			near(t, "exact", f.Exact, exact, 1e-12)
			near(t, "low", d.Low, f.Low, 0.06)
			near(t, "median", d.Median, f.Median, 0.06)
			near(t, "high", d.High, f.High, 0.06)
		}
	})
}

func TestDrawsAreChecked(t *testing.T) {
	a := assess(t, estate(item{"laptop", 10, nil}), library(t, lognormalFactors))
	_, err := uncertainty.Run(t.Context(), []*calc.Assessment{a}, uncertainty.Options{Draws: 5})
	if want := "5 draws: want a number between 100 and 1000000; 10000 do for most purposes"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	// a thousand assessments with two figures each, the stage and the total, take 16 kB a
	// draw: 67,108 draws fill 1 GiB
	many := slices.Repeat([]*calc.Assessment{a}, 1000)
	_, err = uncertainty.Run(t.Context(), many, uncertainty.Options{Draws: 67_109, Totals: []factors.Impact{factors.GWP}})
	if want := "67109 draws: want a number between 100 and 67108; 10000 do for most purposes"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// What is saved is as sure as what would be added: the difference of B to A is that of A
// to B, mirrored, however skewed.
func TestDifferencesMirror(t *testing.T) {
	lib := library(t, `
	laptop, impact, manufacturing, gwp, , 200, kgCO2e/unit, 50, 800, lognormal, E
	laptop, lifetime, , , , 4, year, 2, 8, lognormal, E`)
	less, more := assess(t, estate(item{"laptop", 10, nil}), lib), assess(t, estate(item{"laptop", 30, nil}), lib)
	o := uncertainty.Options{ExactData: true}
	up := analytic(t, o, less, more).Outcomes[1].Differences
	down := analytic(t, o, more, less).Outcomes[1].Differences
	for i, f := range up {
		near(t, "low", down[i].Low, -f.High, 1e-9)
		near(t, "high", down[i].High, -f.Low, 1e-9)
		if f.Low < 0 || f.Saving != 0 || down[i].Saving != 1 {
			t.Errorf("more is %v to %v with probability %v of a saving, less %v", f.Low, f.High, f.Saving, down[i].Saving)
		}
	}
}
