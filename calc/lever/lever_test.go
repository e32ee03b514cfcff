package lever_test

import (
	"math"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/lever"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func library(tb testing.TB) *factors.Library {
	tb.Helper()
	available, err := factors.EmbeddedPacks()
	if err != nil {
		tb.Fatal(err)
	}
	selected, err := factors.Select(available, nil)
	if err != nil {
		tb.Fatal(err)
	}
	var some []*factors.Pack // of devices, of rooms and of British electricity, which are soon searched
	for _, p := range selected {
		if p.Family == "equipment" || p.Name == "electricity-gb" || p.Name == "equipment-fallback" || p.Name == "data-centre" {
			some = append(some, p)
		}
	}
	lib, err := factors.NewLibrary(some...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

func device(category string) inventory.Profile {
	return inventory.Profile{Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}
}

// fleet has devices on desks, and servers in rooms with a stated PUE and without.
func fleet(laptops, servers int64) *inventory.Estate {
	e := inventory.NewEstate(inventory.CalendarYear(2025))
	add := func(p inventory.Profile, units int64) {
		n := inventory.CountTally(units)
		e.Add(p, inventory.Amounts{Rows: 1, Units: n, Full: n})
	}
	add(device("laptop"), laptops)
	add(device("monitor"), 2*laptops)
	room := device("server")
	room.Hosting = inventory.ServerRoom
	add(room, servers)
	centre := device("server")
	centre.Hosting, centre.Room = inventory.DataCentre, inventory.Room{PUE: decimal.NewNullDecimal(dec("1.6"))}.String()
	add(centre, servers)
	return e
}

func state(tb testing.TB, laptops, servers int64) scenario.State {
	tb.Helper()
	return scenario.State{Estate: fleet(laptops, servers), Library: library(tb), Method: calc.Method{Country: "GB"}}
}

func pulled(tb testing.TB, base scenario.State) *lever.Result {
	tb.Helper()
	r, err := lever.Assess(tb.Context(), base)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func difference(r *lever.Result, l *lever.Lever, impact factors.Impact) decimal.Decimal {
	return r.Comparison.Outcomes[l.Outcome].Assessment.Shown().Total(impact).Sub(r.Comparison.Baseline.Shown().Total(impact))
}

// A lever says what a comparison says of the file that it writes, to the last digit;
// and its pack is read back as it was.
func TestALeverIsItsScenario(t *testing.T) {
	base := state(t, 700, 9)
	r := pulled(t, base)
	if len(r.Levers) < 6 {
		t.Fatalf("%d levers", len(r.Levers))
	}
	for i := range r.Levers {
		l := &r.Levers[i]
		s, err := scenario.Parse("s.yaml", []byte(l.Text(lever.Words{Name: `A "name": with signs`, Reason: "reason"})))
		if err != nil {
			t.Fatalf("%s: %v", l.Key, err)
		}
		chooser := func(below *factors.Library, _, folders []string) (*factors.Library, error) {
			files := fstest.MapFS{}
			for name, data := range lever.PackFiles(l.Pack) {
				files[folders[0]+"/"+name] = &fstest.MapFile{Data: data}
			}
			pack, err := factors.LoadPack(files, folders[0])
			if err != nil {
				return nil, err
			}
			return below.With(pack)
		}
		c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{s}, scenario.Options{Packs: chooser})
		if err != nil {
			t.Fatalf("%s: %v", l.Key, err)
		}
		if !c.Outcomes[0].Assessment.Shown().Equal(r.Comparison.Outcomes[l.Outcome].Assessment.Shown()) {
			t.Errorf("%s: the file that it writes gives another footprint", l.Key)
		}
		if difference(r, l, factors.GWP).Sign() >= 0 {
			t.Errorf("%s saves nothing", l.Key)
		}
	}
}

// The parts of a lever by category are what the same step does to that category alone,
// and add up to the whole.
func TestCategoriesAddUp(t *testing.T) {
	lib := library(t)
	alone := map[lever.Key]string{
		lever.Devices: "scale: {quantity: -10%}", lever.Lifetime: "shift: {lifetime_years: +1}", lever.Electricity: "scale: {annual_kwh: -10%}",
	}
	rapid.Check(t, func(t *rapid.T) {
		base := scenario.State{
			Estate:  fleet(rapid.Int64Range(1, 900).Draw(t, "laptops"), rapid.Int64Range(1, 90).Draw(t, "servers")),
			Library: lib, Method: calc.Method{Country: "GB", Basis: rapid.SampledFrom([]calc.Basis{calc.Annualised, calc.Depreciated}).Draw(t, "basis")},
		}
		r, err := lever.Assess(t.Context(), base)
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Levers {
			l := &r.Levers[i]
			slices := r.Comparison.By(calc.ByCategory, l.Outcome)
			parts := make(map[string]decimal.Decimal)
			for _, s := range slices.After {
				parts[s.Key] = parts[s.Key].Add(s.Values.Total(factors.GWP))
			}
			sum := decimal.Zero
			for _, s := range slices.Before {
				parts[s.Key] = parts[s.Key].Sub(s.Values.Total(factors.GWP))
				sum = sum.Add(parts[s.Key])
			}
			if whole := difference(r, l, factors.GWP); !sum.Equal(whole) {
				t.Errorf("%s: categories %s, whole %s", l.Key, sum, whole)
			}
			if alone[l.Key] == "" {
				continue
			}
			s, err := scenario.Parse("s.yaml", []byte("version: 1\nname: n\nchanges:\n  - {name: a, reason: b, where: category == \"monitor\", "+alone[l.Key]+"}\n"))
			if err != nil {
				t.Fatal(err)
			}
			c, err := comparison.Scenarios(t.Context(), base, []*scenario.Scenario{s}, scenario.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := c.Outcomes[0].Assessment.Shown().Total(factors.GWP).Sub(c.Baseline.Shown().Total(factors.GWP)); !d.Equal(parts["monitor"]) {
				t.Errorf("%s: monitors alone %s, as a part %s", l.Key, d, parts["monitor"])
			}
		}
	})
}

// Of 1,000 kWh of servers at a PUE of 1.6, 100 go with 0.1; at 1.05 only 50 can; a PUE
// of the settings is lowered where the inventory states none.
func TestPUE(t *testing.T) {
	for _, c := range []struct{ stated, own, want string }{{"1.6", "", "-100"}, {"1.05", "", "-50"}, {"", "1.6", "-100"}, {"1", "", ""}, {"", "1.02", "-20"}} {
		e := inventory.NewEstate(inventory.CalendarYear(2025))
		p := device("server")
		p.Hosting, p.Energy = inventory.ServerRoom, inventory.RateMeasured
		method := calc.Method{Country: "GB"}
		if c.stated != "" {
			p.Room = inventory.Room{PUE: decimal.NewNullDecimal(dec(c.stated))}.String()
		}
		if c.own != "" {
			method.PUE = decimal.NewNullDecimal(dec(c.own))
		}
		one := inventory.CountTally(1)
		e.Add(p, inventory.Amounts{Rows: 1, Units: one, Full: one, RateFull: inventory.CountTally(1000)})
		r := pulled(t, scenario.State{Estate: e, Library: library(t), Method: method})
		got := ""
		for i := range r.Levers {
			if r.Levers[i].Key == lever.PUE {
				got = difference(r, &r.Levers[i], factors.Energy).String()
			}
		}
		if got != c.want {
			t.Errorf("PUE %s%s: %s kWh, want %s", c.stated, c.own, got, c.want)
		}
	}
}

// A cleaner grid takes a tenth off the greenhouse gas of the electricity, and nothing
// off anything else.
func TestGrid(t *testing.T) {
	r := pulled(t, state(t, 100, 4))
	for i := range r.Levers {
		l := &r.Levers[i]
		if l.Key != lever.Grid {
			continue
		}
		use := r.Comparison.Baseline.Shown().ByStage(factors.GWP)[factors.Use]
		if d := difference(r, l, factors.GWP); !d.Equal(use.Mul(dec("-0.1"))) {
			t.Errorf("%s of %s", d, use)
		}
		for _, impact := range r.Comparison.Baseline.Impacts() {
			if d := difference(r, l, impact); impact != factors.GWP && !d.IsZero() {
				t.Errorf("%s: %s", impact, d)
			}
		}
	}
}

// Without spreads the interval of each lever has no width, and is the difference itself.
func TestWithoutSpreads(t *testing.T) {
	var fixed []*factors.Pack
	for _, p := range library(t).Packs() {
		other := &factors.Pack{Name: p.Name, Version: p.Version, Family: p.Family, Layer: p.Layer, Sources: p.Sources}
		for _, f := range p.Factors {
			g := *f
			g.Pack, g.Distribution = other, factors.Fixed
			other.Factors = append(other.Factors, &g)
		}
		fixed = append(fixed, other)
	}
	lib, err := factors.NewLibrary(fixed...)
	if err != nil {
		t.Fatal(err)
	}
	r := pulled(t, scenario.State{Estate: fleet(70, 5), Library: lib, Method: calc.Method{Country: "GB"}})
	sure, err := uncertainty.Run(t.Context(), r.Comparison.Assessments(), uncertainty.Options{Draws: 100, ExactData: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Levers {
		l := &r.Levers[i]
		d, _ := sure.Outcomes[l.Outcome+1].Difference(uncertainty.Key{Impact: factors.GWP})
		want := difference(r, l, factors.GWP).InexactFloat64()
		if d.Low != d.High || math.Abs(d.Low-want) > 1e-12*r.Comparison.Baseline.Shown().Total(factors.GWP).InexactFloat64() {
			t.Errorf("%s: %v to %v, want %v", l.Key, d.Low, d.High, want)
		}
	}
}

// A step that errs with what it changes has no more doubt than that: no interval reaches
// a rise, that of a lower PUE neither.
func TestIntervalsAreOfTheStep(t *testing.T) {
	r := pulled(t, state(t, 10, 50))
	sure, err := uncertainty.Run(t.Context(), r.Comparison.Assessments(), uncertainty.Options{Draws: 500})
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Levers {
		if l := &r.Levers[i]; l.Key != lever.Refurbished {
			d, ok := sure.Outcomes[l.Outcome+1].Difference(uncertainty.Key{Impact: factors.GWP})
			if !ok || d.High >= 0 {
				t.Errorf("%s: %v to %v", l.Key, d.Low, d.High)
			}
		}
	}
}

// One hour a day less takes 365 hours off; where fewer are stated, the step cannot be
// made, and it is said why.
func TestHours(t *testing.T) {
	for hours, possible := range map[int64]bool{2000: true, 300: false} {
		e := inventory.NewEstate(inventory.CalendarYear(2025))
		p := device("monitor")
		p.Energy = inventory.RateHours
		one := inventory.CountTally(1)
		e.Add(p, inventory.Amounts{Rows: 1, Units: one, Full: one, RateFull: inventory.CountTally(hours)})
		r := pulled(t, scenario.State{Estate: e, Library: library(t), Method: calc.Method{Country: "GB"}})
		for i := range r.Levers {
			if l := &r.Levers[i]; l.Key == lever.Hours && ((l.Outcome >= 0) != possible || (l.Why == nil) != possible) {
				t.Errorf("%d hours: outcome %d, %v", hours, l.Outcome, l.Why)
			}
		}
	}
}
