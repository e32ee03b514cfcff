package scenario_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/inventory"
)

var year2025 = inventory.CalendarYear(2025)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// item is a profile of a test's estate: so many units of a category in service.
type item struct {
	inventory.Profile
	units, rate string
}

func device(category, units string, with ...func(*inventory.Profile)) item {
	p := inventory.Profile{Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}
	for _, w := range with {
		w(&p)
	}
	return item{Profile: p, units: units}
}

func (i item) rated(kind inventory.EnergyRate, rate string) item {
	i.Energy, i.rate = kind, rate
	return i
}

func estate(items ...item) *inventory.Estate {
	e := inventory.NewEstate(year2025)
	for _, i := range items {
		units := inventory.DecimalTally(dec(i.units))
		a := inventory.Amounts{Rows: 1, Units: units, Full: units}
		if i.rate != "" {
			a.RateFull = inventory.DecimalTally(dec(i.units).Mul(dec(i.rate)))
		}
		e.Add(i.Profile, a)
	}
	return e
}

func parsed(tb testing.TB, text string) *scenario.Scenario {
	tb.Helper()
	s, err := scenario.Parse("s.yaml", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// apply returns what becomes of an estate, a line for each profile, and the notes.
func apply(tb testing.TB, text string, e *inventory.Estate) (estate []string, notes []string) {
	tb.Helper()
	state, told, err := parsed(tb, text).Apply(tb.Context(), scenario.State{Estate: e, Method: calc.Method{Country: "GB"}}, scenario.Options{})
	if err != nil {
		return nil, []string{err.Error()}
	}
	for p, a := range state.Estate.Sorted() {
		words := []string{a.Units.String(), p.Category}
		for _, w := range []string{p.Variant, p.Model, string(p.Status), string(p.Condition), string(p.Hosting), p.Site, p.Department, p.Room, p.Lifetime, string(p.Energy), p.Measure} {
			if w != "" {
				words = append(words, w)
			}
		}
		if p.Country != "GB" {
			words = append(words, cmp.Or(p.Country, "nowhere"))
		}
		if !a.RateFull.IsZero() {
			words = append(words, "rate "+a.RateFull.String())
		}
		if !a.Activity.IsZero() {
			words = append(words, "activity "+a.Activity.String())
		}
		estate = append(estate, strings.Join(words, " "))
	}
	for _, n := range told {
		notes = append(notes, n.Error())
	}
	return estate, notes
}

func TestApply(t *testing.T) {
	acquired := func(month string) func(*inventory.Profile) {
		m, err := inventory.ParseMonth(month)
		if err != nil {
			t.Fatal(err)
		}
		return func(p *inventory.Profile) { p.Acquired = m }
	}
	lasting := func(years string) func(*inventory.Profile) {
		return func(p *inventory.Profile) { p.Lifetime = years }
	}
	for name, test := range map[string]struct {
		change string
		estate *inventory.Estate
		want   string
		note   string
	}{
		"set": {
			"where: category == \"laptop\"\nset: {lifetime_years: 60 months, department: IT}",
			estate(device("laptop", "10"), device("monitor", "5")),
			"10 laptop in_service IT 5|5 monitor in_service", "",
		},
		"a share": { // 10 · 30 % = 3
			"where: category == \"laptop\"\nshare: 30%\nset: {condition: refurbished}",
			estate(device("laptop", "10")),
			"7 laptop in_service|3 laptop in_service refurbished", "",
		},
		"age": { // acquired in 2021-01, five years at the end of 2025; what nobody knows is in neither half
			"where: age >= 5\nremove: true",
			estate(device("laptop", "1", acquired("2021-01")), device("laptop", "2", acquired("2021-02")), device("laptop", "4")),
			"4 laptop in_service|2 laptop in_service", "",
		},
		"not of that age": {
			"where: not (age >= 5)\nremove: true",
			estate(device("laptop", "1", acquired("2021-01")), device("laptop", "2", acquired("2021-02")), device("laptop", "4")),
			"4 laptop in_service|1 laptop in_service", "",
		},
		"one or the other": { // a known condition is enough
			"where: category == \"laptop\" or age > 5\nremove: true",
			estate(device("laptop", "1"), device("monitor", "2")),
			"2 monitor in_service", "",
		},
		"longer by a year": {
			"shift: {lifetime_years: +1}",
			estate(device("laptop", "1"), device("laptop", "2", lasting("4")), device("laptop", "3", lasting("default+2"))),
			"2 laptop in_service 5|1 laptop in_service default+1|3 laptop in_service default+3", "",
		},
		"shorter than nothing": {
			"shift: {lifetime_years: -4}",
			estate(device("laptop", "2", lasting("4"))),
			"", "s.yaml:4:5: lifetime_years: 4 years less leave 0; a lifetime is above 0",
		},
		"shorter than nobody knows": {
			"shift: {lifetime_years: -1}",
			estate(device("laptop", "2")),
			"2 laptop in_service", "s.yaml:4:5: 2 units stay as they are: their lifetime is the packs' or the policy's, from which years are not taken away; set it",
		},
		"half as many": { // 3 · 0.5 = 1.5, with their electricity: 3 · 20 · 0.5 = 30
			"scale: {quantity: -50%}",
			estate(device("monitor", "3").rated(inventory.RateMeasured, "20")),
			"1.5 monitor in_service measured rate 30", "",
		},
		"less electricity": { // 2 · 30 · 0.8 = 48; typical ones are the packs'
			"scale: {annual_kwh: 80%}",
			estate(device("laptop", "2").rated(inventory.RateMeasured, "30"), device("monitor", "5")),
			"2 laptop in_service measured rate 48|5 monitor in_service typical*0.8", "",
		},
		"watts by hours": { // 4 units · 50 W · 1,500 h / 1,000 = 300 kWh
			"set: {hours_per_year: 1500}",
			estate(device("desktop", "4").rated(inventory.RatePower, "50"), device("laptop", "2").rated(inventory.RateMeasured, "30"), device("monitor", "5")),
			"4 desktop in_service power_hours rate 300|2 laptop in_service measured rate 60|5 monitor in_service hours rate 7500",
			"s.yaml:4:5: 2 units stay as they are: their electricity is stated in kWh, which hours_per_year does not change; scale annual_kwh",
		},
		"replaced": { // measured electricity, lifetime and room details of the old do not carry over
			"where: category == \"desktop\"\nreplace: {category: thin-client, per_unit: 0.5}",
			estate(device("desktop", "4", lasting("6"), acquired("2021-01"), func(p *inventory.Profile) { p.Department, p.Condition = "IT", inventory.Refurbished }).rated(inventory.RateMeasured, "90")),
			"2 thin-client in_service IT", "",
		},
		"replaced by a model": {
			"replace: {manufacturer: Dell, model: Latitude 5420, annual_kwh: 20}",
			estate(device("desktop", "4")),
			"4 laptop latitude 5420 in_service power_hours rate 80", "",
		},
		"to the cloud": { // 2 servers · 35,040 vCPU.h
			"replace: {category: cloud-compute, manufacturer: AWS, country: IE, per_unit: 35040 vCPU.h}",
			estate(device("server", "2").rated(inventory.RateMeasured, "2000")),
			"0 cloud-compute cloud vCPU.h IE activity 70080", "",
		},
		"moved": { // what was stated of the old room stays there
			"move: {hosting: data_centre, country: Sweden, pue: 1.1}",
			estate(device("server", "2", func(p *inventory.Profile) { p.Hosting, p.Room = inventory.ServerRoom, "pue=2;wue=1" })),
			"2 server in_service data_centre pue=1.1 SE", "",
		},
		"added": {
			"add: {category: monitor, variant: 24in, quantity: 12, annual_kwh: 20}",
			estate(device("laptop", "2")),
			"2 laptop in_service|12 monitor 24in in_service power_hours nowhere rate 240", "",
		},
		"nothing": {
			"where: category == \"smartphone\"\nremove: true",
			estate(device("laptop", "2")),
			"2 laptop in_service", "s.yaml:6:24: where: the inventory has no category \"smartphone\", and the filter selects nothing; the change does nothing; there are laptop",
		},
		"nothing by a slip": {
			"where: department == \"Finanse\"\nremove: true",
			estate(device("laptop", "2", func(p *inventory.Profile) { p.Department = "Finance" })),
			"2 laptop in_service Finance", "s.yaml:6:26: where: the inventory has no department \"Finanse\", and the filter selects nothing; the change does nothing; did you mean \"Finance\"?",
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, notes := apply(t, change(test.change), test.estate)
			if joined := strings.Join(got, "|"); joined != strings.TrimSpace(test.want) {
				t.Errorf("got  %s\nwant %s", joined, test.want)
			}
			if joined := strings.Join(notes, "|"); joined != test.note {
				t.Errorf("noted  %s\nwanted %s", joined, test.note)
			}
		})
	}
}

const later = `  - name: later
    reason: r
    where: category == "laptop" and department == "IT"
    set: {lifetime_years: 6}
`

// Changes that give some items two values are noted; what is removed is gone.
func TestConflicts(t *testing.T) {
	e := estate(device("laptop", "10"), device("laptop", "3", func(p *inventory.Profile) { p.Department = "IT" }))
	got, notes := apply(t, change("where: category == \"laptop\"\nset: {lifetime_years: 5}")+later, e)
	if want := "10 laptop in_service 5|3 laptop in_service IT 6"; strings.Join(got, "|") != want {
		t.Errorf("%v", got)
	}
	if want := `s.yaml:8:5: "later" gives lifetime_years of 3 units another value than "a" in line 4 did; the later one counts`; strings.Join(notes, "|") != want {
		t.Errorf("%v", notes)
	}
	_, notes = apply(t, change("where: category == \"laptop\"\nremove: true")+later, e)
	if want := "s.yaml:10:12: where: the filter selects nothing any more, for earlier changes have removed or replaced what it selects; the change does nothing"; strings.Join(notes, "|") != want {
		t.Errorf("%v", notes)
	}
}

// What the basis does to a longer life is said.
func TestLifetimeUnderEachBasis(t *testing.T) {
	for basis, part := range map[calc.Basis]string{
		calc.Annualised: "", calc.Acquired: "shows in later years", calc.Observed: "decide the lifetime", calc.Depreciated: "charged again",
	} {
		_, notes, err := parsed(t, change("set: {lifetime_years: 5}")).Apply(t.Context(), scenario.State{Estate: estate(device("laptop", "1")), Method: calc.Method{Basis: basis}}, scenario.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if (part == "") != (len(notes) == 0) || part != "" && !strings.Contains(notes[0].Error(), part) {
			t.Errorf("%s: %v", basis, notes)
		}
	}
}

// A share and the rest of it are the whole, to the last digit; the baseline stays as
// it was; a scenario without changes is the baseline.
func TestSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := decimal.New(rapid.Int64Range(1, 1e9).Draw(t, "units"), -rapid.Int32Range(0, 6).Draw(t, "places"))
		share := decimal.New(rapid.Int64Range(1, 1000).Draw(t, "share"), -3)
		base := estate(item{Profile: device("laptop", "1").Profile, units: units.String()}.rated(inventory.RateMeasured, "17.5"))
		s, err := scenario.Parse("s", []byte(change("share: "+share.String()+"\nset: {department: X}")))
		if err != nil {
			t.Fatal(err)
		}
		state, _, err := s.Apply(t.Context(), scenario.State{Estate: base}, scenario.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var sum inventory.Amounts
		for _, a := range state.Estate.All() {
			sum = sum.Add(a)
		}
		for _, a := range base.All() {
			if sum.Units.Cmp(a.Units) != 0 || sum.RateFull.Cmp(a.RateFull) != 0 || sum.Rows != a.Rows {
				t.Fatalf("%v became %v", a, sum)
			}
		}
		empty := scenario.Scenario{}
		if same, _, err := empty.Apply(t.Context(), scenario.State{Estate: base}, scenario.Options{}); err != nil || same.Estate != base {
			t.Fatal("no change is a change")
		}
	})
}
