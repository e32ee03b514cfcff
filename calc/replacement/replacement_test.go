package replacement_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/calc/replacement"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// pack is the pack of the worked example: monitors of 50 kg manufacture, 4 kg transport
// and 6 kg end of life, 5 years and 100 kWh a year at 0.2 kg; 20 kg a year. Laptops have
// no known use.
func pack(tb testing.TB, distribution string) *factors.Library {
	tb.Helper()
	const head = "name: test\nversion: \"1\"\ntitle: Test\ndescription: A test.\npublished: \"2025-01-01\"\nlicence: CC0-1.0\nsources:\n  - {id: s, title: S, publisher: P, year: \"2025\", url: \"https://example.org\", licence: CC0-1.0, redistribution: allowed}\n"
	var rows strings.Builder
	rows.WriteString("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n")
	add := func(id, subject, property, stage, impact, place, value, unit string) {
		fmt.Fprintf(&rows, "%s,%s,%s,%s,%s,%s,,%s,,,%s,%s,s,B,\n", id, subject, property, stage, impact, place, value, unit, distribution)
	}
	add("m1", "monitor", "impact", "manufacturing", "gwp", "", "50", "kgCO2e/unit")
	add("m2", "monitor", "impact", "distribution", "gwp", "", "4", "kgCO2e/unit")
	add("m3", "monitor", "impact", "end_of_life", "gwp", "", "6", "kgCO2e/unit")
	add("m4", "monitor", "lifetime", "", "", "", "5", "year")
	add("m5", "monitor", "annual_energy", "", "", "", "100", "kWh/year")
	add("l1", "laptop", "impact", "manufacturing", "gwp", "", "200", "kgCO2e/unit")
	add("l4", "laptop", "lifetime", "", "", "", "4", "year")
	add("e", "electricity/consumption", "impact", "use", "gwp", "GB", "0.2", "kgCO2e/kWh")
	p, err := factors.LoadPack(fstest.MapFS{"p/pack.yaml": {Data: []byte(head)}, "p/f.csv": {Data: []byte(rows.String())}}, "p")
	if err != nil {
		tb.Fatal(err)
	}
	lib, err := factors.NewLibrary(p)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

// fleet has monitors by the number of years since they were bought, in the month in
// which the period ends.
func fleet(byAge map[int]int64) *inventory.Estate {
	period := inventory.CalendarYear(2025)
	e := inventory.NewEstate(period)
	for years, units := range byAge {
		n := inventory.CountTally(units)
		p := inventory.Profile{Kind: inventory.Hardware, Category: "monitor", Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}
		if years > 0 {
			p.Acquired = period.End.Month() - inventory.Month(years*12) + 1
		}
		e.Add(p, inventory.Amounts{Rows: 1, Units: n, Full: n})
	}
	return e
}

func assess(tb testing.TB, lib *factors.Library, e *inventory.Estate, m calc.Method, assumed replacement.Assumptions) *replacement.Result {
	tb.Helper()
	r, err := replacement.Assess(tb.Context(), scenario.State{Estate: e, Library: lib, Method: m}, assumed, uncertainty.Options{Draws: 500})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// The worked example of breakeven_internal_test.go, from an estate: E 60 kg, L 5 years, U 20 kg,
// so that r is 0.6 and the age at 10 % a year 8.697 years. Of 40 monitors 10 are of 9
// years, 20 of 8 and of 10 nobody knows: a third of those of known age is beyond.
func TestFromAnEstate(t *testing.T) {
	assumed := replacement.Assumptions{"": {Less: dec("0.1"), Yearly: true}}
	for _, basis := range calc.Bases { // which books differently, and decides nothing
		row := assess(t, pack(t, ""), fleet(map[int]int64{9: 10, 8: 20, 0: 10}), calc.Method{Country: "GB", Basis: basis}, assumed).Rows[0]
		b := row.Impacts[0]
		if !b.Embodied.Equal(dec("60")) || !b.Use.Equal(dec("20")) || !b.Lifetime.Equal(dec("5")) || !b.Improvement.Equal(dec("0.6")) {
			t.Errorf("%s: E %s, U %s, L %s, r %s", basis, b.Embodied, b.Use, b.Lifetime, b.Improvement)
		}
		if b.Verdict != replacement.FromAge || !b.Age.Decimal.Round(3).Equal(dec("8.697")) {
			t.Errorf("%s: %s from %s", basis, b.Verdict, b.Age.Decimal)
		}
		if !b.Beyond.Equal(dec("10")) || !row.Dated.Equal(dec("30")) || !row.Units.Equal(dec("40")) {
			t.Errorf("%s: %s of %s of %s", basis, b.Beyond, row.Dated, row.Units)
		}
		if i := b.ImprovementInterval; i.Low >= 0.6 || i.High <= 0.6 || !b.AgeInterval[0].Decimal.LessThan(b.Age.Decimal) {
			t.Errorf("%s: interval %v, ages %v", basis, i, b.AgeInterval)
		}
	}
}

// A device of the same kind uses as much: replacing never pays. One that uses 60 % less
// pays at any age, of those too of which nobody knows it; one that uses less than that
// saves too little, at any.
func TestSameModelAndAltogether(t *testing.T) {
	for less, want := range map[string]struct {
		verdict replacement.Verdict
		beyond  string
	}{"0": {replacement.Never, "0"}, "0.59": {replacement.Never, "0"}, "0.6": {replacement.AnyAge, "40"}} {
		b := assess(t, pack(t, ""), fleet(map[int]int64{9: 10, 0: 30}), calc.Method{Country: "GB"}, replacement.Assumptions{"monitor": {Less: dec(less)}}).Rows[0].Impacts[0]
		if b.Verdict != want.verdict || !b.Beyond.Equal(dec(want.beyond)) {
			t.Errorf("%s less: %s, %s beyond", less, b.Verdict, b.Beyond)
		}
	}
}

// Without spreads the interval has no width.
func TestWithoutSpreads(t *testing.T) {
	e := fleet(map[int]int64{4: 7})
	r, err := replacement.Assess(t.Context(), scenario.State{Estate: e, Library: pack(t, "fixed"), Method: calc.Method{Country: "GB"}},
		replacement.Assumptions{"": {Less: dec("0.1"), Yearly: true}}, uncertainty.Options{Draws: 100, ExactData: true})
	if err != nil {
		t.Fatal(err)
	}
	b := r.Rows[0].Impacts[0]
	if i := b.ImprovementInterval; i.Low != i.High || decimal.NewFromFloat(i.Low).Sub(b.Improvement).Abs().GreaterThan(dec("1e-12")) {
		t.Errorf("interval %v about %s", b.ImprovementInterval, b.Improvement)
	}
}

// What has no use is not known, and no row of it says otherwise; what is no device, in
// stock, or gone, is not looked at.
func TestNotKnown(t *testing.T) {
	e := fleet(map[int]int64{3: 1})
	n := inventory.CountTally(5)
	add := func(p inventory.Profile) { e.Add(p, inventory.Amounts{Rows: 1, Units: n, Full: n}) }
	add(inventory.Profile{Kind: inventory.Hardware, Category: "laptop", Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"})
	add(inventory.Profile{Kind: inventory.Hardware, Category: "monitor", Recognition: inventory.Stated, Status: inventory.InStock, Country: "GB"})
	rows := assess(t, pack(t, ""), e, calc.Method{Country: "GB"}, nil).Rows
	for _, row := range rows {
		switch row.Category {
		case "laptop":
			if len(row.Impacts) > 0 || len(row.Unknown) == 0 {
				t.Errorf("laptops: %+v", row)
			}
		case "monitor":
			if !row.Units.Equal(dec("1")) {
				t.Errorf("%s monitors in service", row.Units)
			}
		}
	}
	if len(rows) != 2 {
		t.Errorf("%d rows", len(rows))
	}
}

// The more newer devices save, the younger the devices that it pays to replace.
func TestMoreSavingEarlierAge(t *testing.T) {
	lib := pack(t, "")
	rapid.Check(t, func(t *rapid.T) {
		one, other := rapid.IntRange(1, 99).Draw(t, "one"), rapid.IntRange(1, 99).Draw(t, "other")
		age := func(percent int) decimal.NullDecimal {
			e := fleet(map[int]int64{rapid.IntRange(1, 12).Draw(t, "age"): 5})
			r, err := replacement.Assess(t.Context(), scenario.State{Estate: e, Library: lib, Method: calc.Method{Country: "GB"}},
				replacement.Assumptions{"": {Less: decimal.New(int64(percent), -2), Yearly: true}}, uncertainty.Options{Draws: 100})
			if err != nil {
				t.Fatal(err)
			}
			return r.Rows[0].Impacts[0].Age
		}
		if a, b := age(min(one, other)), age(max(one, other)); a.Decimal.LessThan(b.Decimal) {
			t.Errorf("%s before %s", a.Decimal, b.Decimal)
		}
	})
}
