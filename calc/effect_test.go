package calc_test

import (
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// What a gap could change, by the best proxy there is.
//
//	dock, gwp           no figure; the median of 60 (laptop) and 240 (server) a unit is 60
//	laptop, metals      servers have 0.024 kgSbeq for 240 kgCO2e, a ratio of 0.0001;
//	                    laptops have 60 kgCO2e, so 0.006 a unit
func TestEffects(t *testing.T) {
	a := assess(t, estate(year2025, laptop(10), device("server", 2), device("dock", 5)), library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, lifetime,,,,, 4, year
		server, impact, manufacturing, gwp,,, 1200, kgCO2e/unit
		server, impact, manufacturing, adpe,,, 0.12, kgSbeq/unit
		server, lifetime,,,,, 5, year`), calc.Method{})
	for _, f := range finding(a, calc.NoFactor) {
		switch {
		case f.Category == "dock" && f.Impact == factors.GWP:
			want(t, "dock, gwp", f.Effect.Decimal, "300")
			if f.EffectBasis != calc.MedianCategory {
				t.Errorf("dock, gwp by %s", f.EffectBasis)
			}
		case f.Category == "laptop" && f.Impact == factors.ADPe:
			want(t, "laptop, metals", f.Effect.Decimal, "0.06")
			if f.EffectBasis != calc.ScaledByGWP {
				t.Errorf("laptop, metals by %s", f.EffectBasis)
			}
		}
	}
}

// Units of a category of which others have a figure count with their mean.
func TestEffectByTheCategorysMean(t *testing.T) {
	lib := library(t, `
		server, impact, manufacturing, gwp,,, 1200, kgCO2e/unit
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit`)
	e := estate(year2025, laptop(3).with(func(p *inventory.Profile) { p.Lifetime = "4" }), laptop(2))
	found := finding(assess(t, e, lib, calc.Method{}), calc.NoLifetime)
	if len(found) != 1 || found[0].EffectBasis != calc.CategoryMean {
		t.Fatalf("findings %+v, want one by the category's mean", found)
	}
	want(t, "two laptops without a lifetime", found[0].Effect.Decimal, "120")
}
