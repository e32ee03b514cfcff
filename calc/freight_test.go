package calc_test

import (
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
)

const freightFactors = `
	dock, impact, manufacturing, gwp,,, 20, kgCO2e/unit
	dock, lifetime,,,,, 5, year
	dock, mass,,,,, 0.5, kg
	hardware, freight_distance_sea,,,,, 19000, km
	hardware, freight_distance_road,,,,, 1000, km
	freight/sea, impact, distribution, gwp,,, 0.016, kgCO2e/(t.km)
	freight/sea-well-to-tank, impact, distribution, gwp,,, 0.004, kgCO2e/(t.km)
	freight/road, impact, distribution, gwp,,, 100, gCO2e/(t.km)`

// Nothing is published about the way of a dock of half a kilogram:
//
//	sea    19,000 km × (0.016 + 0.004) = 380 kg/t
//	road    1,000 km × 0.1             = 100 kg/t
//	a unit 0.5 kg × 0.001 × 480        = 0.24 kg; × 10 / 5 years = 0.48
func TestFreight(t *testing.T) {
	a := assess(t, estate(year2025, device("dock", 10)), library(t, freightFactors), calc.Method{})
	want(t, "freight", cell(a.Values(), factors.Distribution, calc.Freight, factors.GWP, calc.ScopeTransport), "0.48")
	if found := finding(a, calc.FreightByMass); len(found) != 1 || !found[0].Units.Equal(dec("10")) {
		t.Errorf("findings %+v", found)
	}
	want(t, "grade D at best", a.Grades(factors.GWP)[factors.GradeE].Add(a.Grades(factors.GWP)[factors.GradeD]), "0.48")
	checkTraces(t, a)
}

// A published figure for distribution, alone or lumped, leaves no room for freight.
func TestNoFreightBesideAPublishedFigure(t *testing.T) {
	for rows, figure := range map[string]string{
		"\n dock, impact, distribution, gwp,,, 3, kgCO2e/unit":                     "4.6", // (20 + 3) / 5
		"\n dock@dell, impact, manufacturing+distribution, gwp,,, 25, kgCO2e/unit": "5",
	} {
		dock := device("dock", 1)
		dock.Manufacturer = "dell"
		a := assess(t, estate(year2025, dock), library(t, freightFactors+rows), calc.Method{})
		want(t, "total", a.Values().Total(factors.GWP), figure)
		want(t, "freight", cell(a.Values(), factors.Distribution, calc.Freight, factors.GWP, calc.ScopeTransport), "0")
	}
}

// A distance without a factor is a gap, not a shorter way.
func TestFreightNeedsEveryMode(t *testing.T) {
	a := assess(t, estate(year2025, device("dock", 1)), library(t, freightFactors+`
		hardware, freight_distance_air,,,,, 10, km`), calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "4")
	found := finding(a, calc.NoFactor)
	if len(found) != 1 || found[0].Stage != factors.Distribution {
		t.Errorf("findings %+v, want distribution missing", found)
	}
}
