package calc_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// Published inputs and results of other tools, reproduced by the engine. The
// figures are theirs; the packs hold their factors, not ours.

// TestBoaviztaR740 follows test_dell_r740_server of BoaviztAPI 2.4.1
// (github.com/Boavizta/boaviztapi, tests/api/test_server.py), whose factors are
// those of UBA, Green Cloud Computing, 2021. Two processors of 24 cores, 12
// modules of 32 GB, one SSD of 400 GB, two power supplies of 2.99 kg, rack:
//
//	CPU          2 × (588 × 0.0197 + 9.14)             =  41.4472
//	memory       384 / 1.79 × 2.2 + 12 × 5.22          = 534.5953…
//	SSD          400 / 50.6 × 2.2 + 6.34               =  23.7313…
//	power        2 × 2.99 × 24.3                       = 145.314
//	rest         150 + 66.1 + 6.68                     = 222.78
//	sum                                                = 967.8678…
func TestBoaviztaR740(t *testing.T) {
	lib := library(t, `
		component/cpu-die,       impact, manufacturing, gwp,,, 0.0197, kgCO2e/mm2
		component/cpu,           impact, manufacturing, gwp,,, 9.14,   kgCO2e/unit
		component/memory-die,    impact, manufacturing, gwp,,, 2.2,    kgCO2e/cm2
		component/memory-module, impact, manufacturing, gwp,,, 5.22,   kgCO2e/unit
		component/ssd-die,       impact, manufacturing, gwp,,, 2.2,    kgCO2e/cm2
		component/ssd,           impact, manufacturing, gwp,,, 6.34,   kgCO2e/unit
		component/power-supply,  impact, manufacturing, gwp,,, 24.3,   kgCO2e/kg
		component/casing-rack,   impact, manufacturing, gwp,,, 150,    kgCO2e/unit
		component/motherboard,   impact, manufacturing, gwp,,, 66.1,   kgCO2e/unit
		component/assembly,      impact, manufacturing, gwp,,, 6.68,   kgCO2e/unit
		component/cpu-die,       impact, manufacturing, pe,,,  0.265,  MJ/mm2
		component/cpu,           impact, manufacturing, pe,,,  156,    MJ/unit
		component/memory-die,    impact, manufacturing, pe,,,  27.3,   MJ/cm2
		component/memory-module, impact, manufacturing, pe,,,  74.0,   MJ/unit
		component/ssd-die,       impact, manufacturing, pe,,,  27.3,   MJ/cm2
		component/ssd,           impact, manufacturing, pe,,,  73.98,  MJ/unit
		component/power-supply,  impact, manufacturing, pe,,,  352,    MJ/kg
		component/casing-rack,   impact, manufacturing, pe,,,  2200,   MJ/unit
		component/motherboard,   impact, manufacturing, pe,,,  836,    MJ/unit
		component/assembly,      impact, manufacturing, pe,,,  68.6,   MJ/unit
		component/cpu-die,       impact, manufacturing, adpe,,, 5.87e-9,  kgSbeq/mm2
		component/cpu,           impact, manufacturing, adpe,,, 0.0204,   kgSbeq/unit
		component/memory-die,    impact, manufacturing, adpe,,, 6.3e-5,   kgSbeq/cm2
		component/memory-module, impact, manufacturing, adpe,,, 0.00169,  kgSbeq/unit
		component/ssd-die,       impact, manufacturing, adpe,,, 6.3e-5,   kgSbeq/cm2
		component/ssd,           impact, manufacturing, adpe,,, 0.000563, kgSbeq/unit
		component/power-supply,  impact, manufacturing, adpe,,, 0.0083,   kgSbeq/kg
		component/casing-rack,   impact, manufacturing, adpe,,, 0.0202,   kgSbeq/unit
		component/motherboard,   impact, manufacturing, adpe,,, 0.00369,  kgSbeq/unit
		component/assembly,      impact, manufacturing, adpe,,, 1.41e-6,  kgSbeq/unit
		component/cpu,           die_area_per_core,,,,, 24.5, mm2
		component/memory-die,    memory_density,,,,, 1.79, GB/cm2
		component/ssd-die,       ssd_density,,,,, 50.6, GB/cm2
		server,                  lifetime,,,,, 1, year`)

	for name, config := range map[string]string{
		"by die area": "casing=rack;cpu_units=2;die_mm2=588;memory_gb=384;memory_modules=12;psu_kg=2.99;psu_units=2;ssd_gb=400;ssd_units=1",
		"by cores":    "casing=rack;cpu_cores=24;cpu_units=2;memory_gb=384;memory_modules=12;psu_kg=2.99;psu_units=2;ssd_gb=400;ssd_units=1",
	} {
		t.Run(name, func(t *testing.T) {
			server := device("server", 1).with(func(p *inventory.Profile) { p.Config = config })
			values := assess(t, estate(year2025, server), lib, calc.Method{}).Values()
			wantNear(t, "gwp", values.Total(factors.GWP), "967.8678", "1e-6")
			wantNear(t, "gwp as published", values.Total(factors.GWP), "967.9", "0.0005")
			wantNear(t, "pe as published", values.Total(factors.PrimaryEnergy), "12870", "0.0005")
			wantNear(t, "adp as published", values.Total(factors.ADPe), "0.1492", "0.0005")
		})
	}
}

// TestTechnologyCarbonStandardFleet follows the fleet of Scott Logic's
// Technology Carbon Standard (github.com/ScottLogic/Technology-Carbon-Standard,
// pages/technology_categories/lifecycle/examples/employee.md, CC BY-SA 4.0),
// used 8 h on 220 days, 1760 h a year:
//
//	500 laptops,   15 W: 26.4 kWh each,  13,200 kWh × 0.328 =  4,329.6 kg
//	300 laptops,   15 W: 26.4 kWh each,   7,920 kWh × 0.410 =  3,247.2 kg
//	1000 monitors, 60 W: 105.6 kWh each, 105,600 kWh × 0.328 = 34,636.8 kg
//	together                             126,720 kWh          42,213.6 kg
func TestTechnologyCarbonStandardFleet(t *testing.T) {
	lib := library(t, `
		electricity/consumption-life-cycle, impact, use, gwp, EU27,, 0.328, kgCO2e/kWh
		electricity/consumption-life-cycle, impact, use, gwp, US,,   0.410, kgCO2e/kWh`)
	fleet := func(category, country string, units int64, kWh string) row {
		r := device(category, units).with(func(p *inventory.Profile) {
			p.Country, p.Energy = country, inventory.RatePowered
		})
		r.rate = kWh
		return r
	}
	a := assess(t, estate(year2025,
		fleet("laptop", "FR", 500, "26.4"), fleet("laptop", "US", 300, "26.4"), fleet("monitor", "DE", 1000, "105.6"),
	), lib, calc.Method{})
	want(t, "electricity", a.Electricity().Total, "126720")
	want(t, "gwp", a.Values().Total(factors.GWP), "42213.6")
	wantNear(t, "gwp as published", a.Values().Total(factors.GWP), "42214", "5e-5")
}

// TestEcoDiagStock follows the stock method of EcoDiag
// (gitlab.inria.fr/guenneba/ecodiag, src/device_utils.js): a laptop of 260 kg
// over 3 years, 48 kWh a year at 0.084 kg; lasting half as long again
//
//	260 / 3 = 86.66…    48 × 0.084 = 4.032    260 / 4.5 = 57.77…
func TestEcoDiagStock(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 260, kgCO2e/unit
		laptop, lifetime,,,,, 3, year
		laptop, annual_energy,,,,, 48, kWh/year
		electricity/life-cycle, impact, use, gwp, FR,, 0.084, kgCO2e/kWh`)
	laptops := estate(year2025, laptop(1).with(func(p *inventory.Profile) { p.Country = "FR" }))

	values := assess(t, laptops, lib, calc.Method{}).Values()
	stages := values.ByStage(factors.GWP)
	want(t, "grey", stages[factors.Manufacturing], "86.666666666666666666666666666667")
	want(t, "use", stages[factors.Use], "4.032")

	longer := calc.Method{Lifetimes: map[string]decimal.Decimal{"laptop": dec("4.5")}}
	want(t, "objective", assess(t, laptops, lib, longer).Values().ByStage(factors.GWP)[factors.Manufacturing],
		"57.777777777777777777777777777778")
}

// TestNumEcoEvalNominal follows the end-to-end fixture eval_nominal of the French
// ministry's engine NumEcoEval, as kept by G4IT (github.com/G4ITTeam/g4it,
// services/backend/src/test/resources/apievaluating/eval_nominal, Apache-2.0;
// the factor is labelled test data there). Lifetimes are days over 365:
//
//	1 × 2226.09317222576 / (1596 / 365) =  509.1002555528837
//	2 × 2226.09317222576 / ( 907 / 365) = 1791.6736667307662
//	together                              2300.77392228365
func TestNumEcoEvalNominal(t *testing.T) {
	lib := library(t, `server, impact, manufacturing, gwp,,, 2226.09317222576, kgCO2e/unit`)
	e := inventory.NewEstate(inventory.CalendarYear(2022))
	for _, item := range []struct{ units, days int64 }{{1, 1596}, {2, 907}} {
		server := device("server", item.units).with(func(p *inventory.Profile) {
			p.Acquired = inventory.NewMonth(2020, 7)
			p.Site = decInt(item.days).String()
		})
		amounts := server.amounts()
		observed, err := quantity.Divide(decInt(item.units).Mul(dec("365")), decInt(item.days), inventory.ObservedScale)
		if err != nil {
			t.Fatal(err)
		}
		amounts.ObservedFull = inventory.DecimalTally(observed)
		e.Add(server.Profile, amounts)
	}
	a := assess(t, e, lib, calc.Method{Basis: calc.Observed})
	wantNear(t, "total", a.Values().Total(factors.GWP), "2300.77392228365", "1e-14")
	for _, slice := range a.Breakdown(calc.BySite) {
		figure := map[string]string{"1596": "509.1002555528837", "907": "1791.6736667307662"}[slice.Key]
		wantNear(t, "lifetime of "+slice.Key+" days", slice.Values.Total(factors.GWP), figure, "1e-14")
	}
}

// TestCloudCarbonFootprintOnPremise follows the on-premise test of Cloud Carbon
// Footprint (github.com/cloud-carbon-footprint/cloud-carbon-footprint,
// packages/on-premise/src/__tests__/OnPremiseDataReport.test.ts, Apache-2.0): a
// Skylake server at half load, its memory below the family's baseline:
//
//	88.9 + 0.5 × (733 − 88.9) = 410.95 W
//	410.95 × 4 h / 1000 × 1.58 = 2.597204 kWh; × 0.42394 kg = 1.10105866376 kg
//
// The interpolation between idle and full load is the user's; power and hours,
// PUE and factor are ours.
func TestCloudCarbonFootprintOnPremise(t *testing.T) {
	lib := library(t, `electricity/generation, impact, use, gwp, US,, 0.42394, kgCO2e/kWh`)
	for _, c := range []struct{ hours, kWh, kg string }{
		{"4", "2.597204", "1.10105866376"},
		{"36", "23.374836", "9.90952797384"},
	} {
		server := device("server", 1).with(func(p *inventory.Profile) {
			p.Country, p.Hosting, p.Energy = "US", inventory.DataCentre, inventory.RatePowered
		})
		server.rate = dec("0.41095").Mul(dec(c.hours)).String()
		pue := calc.Method{PUE: nullDec("1.58")}
		a := assess(t, estate(year2025, server), lib, pue)
		want(t, "kWh", a.Electricity().Total, c.kWh)
		want(t, "kg", a.Values().Total(factors.GWP), c.kg)
	}
}
