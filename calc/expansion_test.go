package calc_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Ten laptops over a lifetime of 5 years, 200 kg each, and 10 × 32 kWh at 0.2:
//
//	manufacturing   10 · 200 / 5 = 400     count · F · 1/L
//	use             10 · 32 · 0.2 = 64     count · kWh · G
func TestExpand(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 200, kgCO2e/unit, B
		laptop, lifetime,,,,, 5, year
		laptop, annual_energy,,,,, 32, kWh/year
		electricity/generation, impact, use, gwp,,, 0.2, kgCO2e/kWh, A`)
	x := expand(t, assess(t, estate(year2025, laptop(10)), lib, calc.Method{}))
	got := make(map[string]float64)
	for _, s := range x.Total(calc.LocationBased) {
		cell := x.Cells[s.Cell]
		if cell.Impact != factors.GWP {
			continue
		}
		parts := []string{string(cell.Stage)}
		for _, number := range x.Product(s.Product) {
			parts = append(parts, nameOf(x.Quantities[number]))
		}
		got[strings.Join(parts, " · ")] += s.Constant
	}
	for name, constant := range map[string]float64{
		"manufacturing · impact · 1/lifetime · count of laptop": 400,
		"use · annual_energy · impact · count of laptop":        64,
	} {
		if math.Abs(got[name]-constant) > 1e-12*constant {
			t.Errorf("%s: %g, want %g; got %v", name, got[name], constant, got)
		}
	}
	if len(got) != 2 {
		t.Errorf("got %d products, want 2: %v", len(got), got)
	}
}

func nameOf(q calc.Quantity) string {
	name := string(q.Datum) + " of " + q.About
	if q.Factor != nil {
		name = string(q.Factor.Property)
	}
	if q.Divides {
		name = "1/" + name
	}
	return name
}

// Of a PUE of 1.5 nothing but the half that exceeds 1 is in doubt.
func TestExpandPUE(t *testing.T) {
	x := expand(t, assess(t, office(), library(t, officeFactors), calc.Method{}))
	for _, s := range x.Total(calc.LocationBased) {
		overhead := x.Cells[s.Cell].Component == calc.Overhead
		doubted := slices.ContainsFunc(x.Product(s.Product), func(number int32) bool {
			f := x.Quantities[number].Factor
			return f != nil && f.Property == factors.PropertyPUE
		})
		if overhead != doubted {
			t.Errorf("%v rests on the PUE: %v", x.Cells[s.Cell], doubted)
		}
	}
}

// A total written out adds up to the total, in every cell, dimension and view.
func TestExpansionAddsUp(t *testing.T) {
	lib := library(t, propertyFactors)
	rapid.Check(t, func(t *rapid.T) {
		e := inventory.NewEstate(year2025)
		for _, r := range drawRows(t) {
			e.Add(r.Profile, r.amounts())
		}
		a := mustAssess(t, e, lib, drawMethod(t))
		x, err := a.Expand(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		checkSum(t, "total", x, x.Total(calc.LocationBased), a.Values())
		market, _ := a.Market()
		checkSum(t, "market-based total", x, x.Total(calc.MarketBased), market)
		for _, d := range []calc.Dimension{calc.ByCategory, calc.ByDepartment} {
			portions := x.By(d, a.Method().View)
			for _, s := range a.Breakdown(d) {
				at := slices.IndexFunc(portions, func(p calc.Portion) bool { return p.Key == s.Key })
				if at < 0 {
					t.Fatalf("no portion %s=%q", d, s.Key)
				}
				checkSum(t, string(d)+"="+s.Key, x, portions[at].Summands, s.Values)
			}
		}
	})
}

func checkSum(t tester, what string, x *calc.Expansion, summands []calc.Summand, values calc.Values) {
	t.Helper()
	sums := make(map[calc.CellKey]float64)
	for _, s := range summands {
		sums[x.Cells[s.Cell]] += s.Constant
	}
	for cell, value := range values.Cells() {
		exact := value.InexactFloat64()
		if math.Abs(sums[cell]-exact) > 1e-12*math.Abs(exact) {
			t.Errorf("%s, %v: the products add up to %v, want %v", what, cell, sums[cell], exact)
		}
		delete(sums, cell)
	}
	for cell, sum := range sums {
		if sum != 0 {
			t.Errorf("%s, %v: %v of nothing", what, cell, sum)
		}
	}
}

func expand(t *testing.T, a *calc.Assessment) *calc.Expansion {
	t.Helper()
	x, err := a.Expand(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return x
}
