package pathway_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/pathway"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/inventory"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// library is one of devices and a few grids alone, which is soon searched.
var library = sync.OnceValues(func() (*factors.Library, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, err
	}
	selected, err := factors.Select(available, nil)
	if err != nil {
		return nil, err
	}
	var some []*factors.Pack
	for _, p := range selected {
		if p.Family == "equipment" || p.Name == "electricity-gb" || p.Name == "electricity-dk" || p.Name == "equipment-fallback" || p.Name == "electricity" {
			some = append(some, p)
		}
	}
	return factors.NewLibrary(some...)
})

// device is some units of a category, acquired in a month such as 2023-03.
type device struct {
	category, acquired string
	units              int64
}

func estate(tb testing.TB, country string, devices ...device) *inventory.Estate {
	tb.Helper()
	period := inventory.CalendarYear(2025)
	e := inventory.NewEstate(period)
	for _, d := range devices {
		acquired, err := inventory.ParseMonth(d.acquired)
		if err != nil {
			tb.Fatal(err)
		}
		p := inventory.Profile{
			Kind: inventory.Hardware, Category: d.category, Recognition: inventory.Stated, Status: inventory.InService,
			Country: country, Acquired: acquired,
		}
		e.Add(p, inventory.Stay{Acquired: acquired, Units: inventory.CountTally(d.units), Rows: d.units}.In(period))
	}
	return e
}

func state(tb testing.TB, e *inventory.Estate, basis calc.Basis) scenario.State {
	tb.Helper()
	lib, err := library()
	if err != nil {
		tb.Fatal(err)
	}
	return scenario.State{Estate: e, Library: lib, Method: calc.Method{Basis: basis, Lifetimes: map[string]decimal.Decimal{"laptop": dec("4"), "monitor": dec("6"), "desktop": dec("5")}}.WithDefaults()}
}

func parsed(tb testing.TB, changes string) *scenario.Scenario {
	tb.Helper()
	s, err := scenario.Parse("s.yaml", []byte("version: 1\nname: S\nchanges:\n"+changes))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// change is one of a scenario file, by its lines after name and reason.
func change(name, lines string) string {
	return "  - name: " + name + "\n    reason: for the test\n    " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n"
}

func run(tb testing.TB, st scenario.State, to int, opt pathway.Options, scenarios ...*scenario.Scenario) *pathway.Pathway {
	tb.Helper()
	opt.To = to
	p, err := pathway.Run(tb.Context(), st, scenarios, opt)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// flows writes what came and went, a line for each year.
func flows(c *pathway.Course) string {
	var lines []string
	for i, y := range c.Years[1:] {
		var line strings.Builder
		line.WriteString(strconv.Itoa(2026 + i))
		for _, f := range y.Flows {
			fmt.Fprintf(&line, " %s %s", f.Category, f.Opening)
			for _, part := range []struct {
				name  string
				units decimal.Decimal
			}{{"replaced", f.Replaced}, {"bought", f.Bought}, {"removed", f.Removed}, {"added", f.Added}} {
				if !part.units.IsZero() {
					fmt.Fprintf(&line, " %s %s", part.name, part.units)
				}
			}
			fmt.Fprintf(&line, " = %s", f.Closing)
		}
		lines = append(lines, line.String())
	}
	return strings.Join(lines, "\n")
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.TrimSpace(strings.ReplaceAll(want, "\n\t\t", "\n")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Ten laptops that are kept for four years: four of March 2022, three of July 2023, two
// of 2024 and one of 2025, from 2025 to 2031.
//
//	March 2022 → March 2026 → March 2030
//	July 2023  → July 2027  → July 2031
//	2024       → 2028
//	2025       → 2029
func TestTenLaptops(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2022-03", 4}, device{"laptop", "2023-07", 3}, device{"laptop", "2024-01", 2}, device{"laptop", "2025-10", 1})
	p := run(t, state(t, e, calc.Annualised), 2031, pathway.Options{})
	expect(t, flows(&p.Courses[0]), `
		2026 laptop 10 replaced 4 bought 4 = 10
		2027 laptop 10 replaced 3 bought 3 = 10
		2028 laptop 10 replaced 2 bought 2 = 10
		2029 laptop 10 replaced 1 bought 1 = 10
		2030 laptop 10 replaced 4 bought 4 = 10
		2031 laptop 10 replaced 3 bought 3 = 10`)
	for i, y := range p.Courses[0].Years[1:] { // as many bought as left, to the day
		full, days := decimal.Zero, decimal.Zero
		for _, a := range y.Assessment.Estate().All() {
			full, days = full.Add(a.Full.Decimal()), days.Add(a.Days.Decimal())
		}
		length := decimal.NewFromInt(int64(p.Periods[i+1].Days()))
		if got := full.Mul(length).Add(days); !got.Equal(length.Mul(dec("10"))) {
			t.Errorf("%s: %s unit-days, want those of ten units", p.Periods[i+1], got)
		}
	}
}

// What is acquired in a year is booked in it, by the basis acquired: a laptop of
// F kg in the years in which as many are bought, and nothing else.
func TestAcquiredIsBookedWhenBought(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2022-03", 4}, device{"laptop", "2023-07", 3}, device{"laptop", "2025-10", 1})
	p := run(t, state(t, e, calc.Acquired), 2030, pathway.Options{})
	made := func(year int) decimal.Decimal {
		return p.Courses[0].Years[year-2025].Assessment.Values().ByStage(factors.GWP)[factors.Manufacturing]
	}
	one := made(2025) // of the one of 2025
	if !one.IsPositive() {
		t.Fatal("a laptop is made of nothing")
	}
	for year, units := range map[int]string{2026: "4", 2027: "3", 2028: "0", 2029: "1", 2030: "4"} {
		if want := one.Mul(dec(units)); !made(year).Equal(want) {
			t.Errorf("%d: %s kg, want %s of %s", year, made(year), units, one)
		}
	}
}

// Of units older than their lifetime a third goes in each of three years; of those of
// unknown age a quarter in each of four.
func TestBacklogAndUnknownAges(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2019-05", 30}, device{"laptop", "", 100}, device{"fan", "", 7})
	p := run(t, state(t, e, calc.Annualised), 2030, pathway.Options{})
	if s := p.Start; s.Overdue.String() != "30" || s.Undated.String() != "100" || s.Lasting.String() != "7" || s.Units.String() != "137" {
		t.Errorf("the beginning is %+v", s)
	}
	expect(t, flows(&p.Courses[0]), `
		2026 fan 7 = 7 laptop 130 replaced 35 bought 35 = 130
		2027 fan 7 = 7 laptop 130 replaced 35 bought 35 = 130
		2028 fan 7 = 7 laptop 130 replaced 35 bought 35 = 130
		2029 fan 7 = 7 laptop 130 replaced 25 bought 25 = 130
		2030 fan 7 = 7 laptop 130 replaced 35 bought 35 = 130`)
}

// Keeping laptops a year longer, a third more of them each year from 2026 to 2028:
// 100 of May 2022 would go in 2026, 100 of May 2023 in 2027.
//
// Of the first, a third is kept for five years and goes in 2027; of the second, two
// thirds, and they go in 2028.
func TestLongerLifePhasedIn(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2022-05", 90}, device{"laptop", "2023-05", 90})
	s := parsed(t, change("longer", "where: category == \"laptop\"\nset: {lifetime_years: 5}\nfrom: 2026\nto: 2028"))
	p := run(t, state(t, e, calc.Annualised), 2029, pathway.Options{}, s)
	expect(t, flows(&p.Courses[1]), `
		2026 laptop 180 replaced 60 bought 60 = 180
		2027 laptop 180 replaced 60 bought 60 = 180
		2028 laptop 180 replaced 60 bought 60 = 180
		2029 laptop 180 = 180`)
}

// Desktops become thin clients, nine for ten, when they are replaced; what is a thin
// client is not replaced by nine tenths again.
func TestReplacedWhenDue(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"desktop", "2022-05", 10}, device{"desktop", "2023-05", 20})
	s := parsed(t, change("thin", "where: category == \"desktop\"\nreplace: {category: thin-client, lifetime_years: 2, per_unit: 0.9}"))
	p := run(t, state(t, e, calc.Annualised), 2030, pathway.Options{}, s)
	expect(t, flows(&p.Courses[1]), `
		2026 desktop 30 = 30
		2027 desktop 30 replaced 10 = 20 thin-client 0 bought 9 = 9
		2028 desktop 20 replaced 20 = 0 thin-client 9 bought 18 = 27
		2029 thin-client 27 replaced 9 bought 9 = 27
		2030 thin-client 27 replaced 18 bought 18 = 27`)
	at := parsed(t, change("thin", "where: category == \"desktop\"\nreplace: {category: thin-client, lifetime_years: 2, per_unit: 0.9}\nwhen: at once\nfrom: 2027"))
	p = run(t, state(t, e, calc.Annualised), 2028, pathway.Options{}, at)
	expect(t, flows(&p.Courses[1]), `
		2026 desktop 30 = 30
		2027 desktop 30 removed 30 = 0 thin-client 0 added 27 = 27
		2028 thin-client 27 = 27`)
}

// Half of the monitors go, in two years; twenty laptops come, in two; ten devices are
// removed at once.
func TestFewerAndMore(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"monitor", "2025-05", 40}, device{"desktop", "2025-05", 10})
	s := parsed(t, change("fewer", "where: category == \"monitor\"\nscale: {quantity: -50%}\nfrom: 2026\nto: 2027")+
		change("more", "add: {category: laptop, quantity: 20}\nfrom: 2026\nto: 2027")+
		change("none", "where: category == \"desktop\"\nremove: true\nfrom: 2027"))
	p := run(t, state(t, e, calc.Annualised), 2028, pathway.Options{}, s)
	expect(t, flows(&p.Courses[1]), `
		2026 desktop 10 = 10 laptop 0 added 10 = 10 monitor 40 removed 10 = 30
		2027 desktop 10 removed 10 = 0 laptop 10 added 10 = 20 monitor 30 removed 10 = 20
		2028 laptop 20 = 20 monitor 20 = 20`)
}

// Two in a hundred more each year, new at its beginning.
func TestGrowth(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2025-05", 100})
	p := run(t, state(t, e, calc.Annualised), 2027, pathway.Options{Growth: dec("0.02")})
	expect(t, flows(&p.Courses[0]), `
		2026 laptop 100 added 2 = 102
		2027 laptop 102 added 2.04 = 104.04`)
}

// The electricity of Denmark falls as its authority projects: 0.135 kg for 2025, 0.047
// for 2030, and a straight line between: 0.0998 for 2027. Nobody projects that of Great
// Britain, so that it stays; and an assumption of the user stands above both.
func TestGrid(t *testing.T) {
	t.Parallel()
	use := func(country string, year int, stated ...calc.GridAssumption) decimal.Decimal {
		e := estate(t, country, device{"monitor", "2025-01", 10})
		p := run(t, state(t, e, calc.Annualised), 2031, pathway.Options{Grid: stated})
		return p.Courses[0].Years[year-2025].Assessment.Values().ByStage(factors.GWP)[factors.Use]
	}
	ratio := func(a, b decimal.Decimal) string { return a.DivRound(b, 6).String() }
	if got, want := ratio(use("DK", 2030), use("DK", 2025)), dec("0.047").DivRound(dec("0.135"), 6).String(); got != want {
		t.Errorf("Denmark in 2030: %s of 2025, want %s", got, want)
	}
	if got, want := ratio(use("DK", 2027), use("DK", 2025)), dec("0.0998").DivRound(dec("0.135"), 6).String(); got != want {
		t.Errorf("Denmark in 2027: %s of 2025, want %s", got, want)
	}
	if !use("GB", 2030).Equal(use("GB", 2026)) {
		t.Error("the British grid changes, and nobody said so")
	}
	decline := calc.GridAssumption{Decline: decimal.NewNullDecimal(dec("0.1"))}
	if got := ratio(use("GB", 2028, decline), use("GB", 2026)); got != "0.81" { // there is a factor for 2026
		t.Errorf("a tenth less each year is %s after two", got)
	}
	points := calc.GridAssumption{Place: "DK", Points: []calc.GridPoint{{Year: 2030, Value: dec("0.01")}}}
	if got, want := use("DK", 2031, points), use("DK", 2030, points); !got.Equal(want) {
		t.Errorf("after the last figure: %s, want %s", got, want)
	}
}

func TestCannotGo(t *testing.T) {
	t.Parallel()
	e := estate(t, "GB", device{"laptop", "2025-01", 1})
	for _, to := range []int{2025, 2086} {
		if _, err := pathway.Run(t.Context(), state(t, e, calc.Annualised), nil, pathway.Options{To: to}); err == nil {
			t.Errorf("it went to %d", to)
		}
	}
	half, err := inventory.ParsePeriod("2025-01-01/2025-06-30")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pathway.Run(t.Context(), state(t, inventory.NewEstate(half), calc.Annualised), nil, pathway.Options{To: 2030}); err == nil {
		t.Error("half a year is no year")
	}
}

// estates draws estates of a few devices of all ages.
func estates(tb testing.TB, rt *rapid.T) *inventory.Estate {
	tb.Helper()
	count := rapid.IntRange(1, 8).Draw(rt, "profiles")
	var list []device
	for range count {
		d := device{
			category: rapid.SampledFrom([]string{"laptop", "monitor", "desktop", "server", "smartphone", "fan"}).Draw(rt, "category"),
			units:    rapid.Int64Range(1, 1000).Draw(rt, "units"),
		}
		if rapid.Bool().Draw(rt, "dated") {
			d.acquired = inventory.NewMonth(rapid.IntRange(2012, 2025).Draw(rt, "year"), time.Month(rapid.IntRange(1, 12).Draw(rt, "month"))).String()
		}
		list = append(list, d)
	}
	return estate(tb, "GB", list...)
}

var kept = []string{
	"where: category == \"laptop\"\nset: {lifetime_years: 5.5}\nfrom: 2026\nto: 2029",
	"where: age >= 4\nshift: {lifetime_years: +1}\nshare: 30%",
	"set: {lifetime_years: 2}\nfrom: 2028",
	"where: category in [\"laptop\", \"smartphone\"]\nset: {condition: refurbished, lifetime_years: 7}\nshare: 50%\nfrom: 2027\nto: 2029",
	"where: category == \"desktop\"\nreplace: {category: thin-client}\nfrom: 2026\nto: 2031",
	"where: category == \"server\"\nmove: {hosting: data_centre, country: DK}\nwhen: replaced",
	"scale: {annual_kwh: -20%}\nfrom: 2026\nto: 2028",
}

// Whatever a scenario changes that neither adds nor takes away, there are as many
// units every year as at the beginning, and what comes is what goes.
func TestUnitsAreConserved(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		var text strings.Builder
		for i, lines := range rapid.SliceOfNDistinct(rapid.SampledFrom(kept), 1, 4, rapid.ID).Draw(rt, "changes") {
			text.WriteString(change(fmt.Sprint("c", i), lines))
		}
		st := state(t, estates(t, rt), rapid.SampledFrom(calc.Bases[:3]).Draw(rt, "basis"))
		p := run(t, st, 2031, pathway.Options{}, parsed(t, text.String()))
		for _, c := range p.Courses {
			for i, y := range c.Years[1:] {
				closing := decimal.Zero
				for _, f := range y.Flows {
					if !f.Opening.Sub(f.Replaced).Sub(f.Removed).Add(f.Bought).Add(f.Added).Equal(f.Closing) {
						rt.Fatalf("%d: %s does not add up: %+v", 2026+i, f.Category, f)
					}
					closing = closing.Add(f.Closing)
				}
				if !closing.Equal(p.Start.Units) {
					rt.Fatalf("%d: %s units, and %s at the beginning", 2026+i, closing, p.Start.Units)
				}
			}
		}
	})
}

// A scenario without changes is business as usual to the last digit, and so is one whose
// changes select nothing; the first year is what assess says.
func TestNothingChanges(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		st := state(t, estates(t, rt), rapid.SampledFrom(calc.Bases[:3]).Draw(rt, "basis"))
		p := run(t, st, 2029, pathway.Options{}, parsed(t, ""), parsed(t, change("none", "where: category == \"printer\"\nset: {lifetime_years: 9}")))
		alone, err := st.Assess(t.Context())
		if err != nil {
			rt.Fatal(err)
		}
		for i, y := range p.Courses[0].Years {
			for _, impact := range alone.Impacts() {
				want := y.Assessment.Values().Total(impact)
				if i == 0 && !want.Equal(alone.Values().Total(impact)) {
					rt.Fatalf("%s of the first year is %s, and %s by assess", impact, want, alone.Values().Total(impact))
				}
				for _, other := range p.Courses[1:] {
					if got := other.Years[i].Assessment.Values().Total(impact); !got.Equal(want) {
						rt.Fatalf("%s in year %d: %s, want %s", impact, i, got, want)
					}
				}
			}
		}
	})
}

// fleet is an estate of a number of devices in some thousand profiles.
func fleet(devices int64) *inventory.Estate {
	period := inventory.CalendarYear(2025)
	e := inventory.NewEstate(period)
	const departments, months = 40, 60
	categories := []string{"laptop", "monitor"}
	each := devices / (departments * months * int64(len(categories)))
	for d := range departments {
		for m := range months {
			for _, category := range categories {
				acquired := inventory.NewMonth(2021+m/12, time.Month(1+m%12))
				e.Add(inventory.Profile{
					Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService,
					Department: fmt.Sprintf("Department %d", d), Acquired: acquired, Country: "GB",
				}, inventory.Stay{Acquired: acquired, Units: inventory.CountTally(each), Rows: each}.In(period))
			}
		}
	}
	return e
}

// A pathway to 2050 costs what the estate has profiles, however many devices they
// stand for.
func BenchmarkTo2050(b *testing.B) {
	s := parsed(b, change("longer", "where: category == \"laptop\"\nset: {lifetime_years: 5}\nfrom: 2026\nto: 2030"))
	for _, devices := range []int64{10_000, 10_000_000} {
		st := state(b, fleet(devices), calc.Annualised)
		b.Run(fmt.Sprintf("devices=%d", devices), func(b *testing.B) {
			for b.Loop() {
				if _, err := pathway.Run(b.Context(), st, []*scenario.Scenario{s}, pathway.Options{To: 2050}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
