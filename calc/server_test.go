package calc_test

import (
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

const partFactors = `
	component/cpu-die,        impact, manufacturing, gwp,,, 0.02, kgCO2e/mm2
	component/cpu,            impact, manufacturing, gwp,,, 9,    kgCO2e/unit
	component/memory-die,     impact, manufacturing, gwp,,, 2,    kgCO2e/cm2
	component/memory-module,  impact, manufacturing, gwp,,, 5,    kgCO2e/unit
	component/ssd-die,        impact, manufacturing, gwp,,, 2,    kgCO2e/cm2
	component/ssd,            impact, manufacturing, gwp,,, 6,    kgCO2e/unit
	component/hdd,            impact, manufacturing, gwp,,, 31,   kgCO2e/unit
	component/power-supply,   impact, manufacturing, gwp,,, 24,   kgCO2e/kg
	component/casing-rack,    impact, manufacturing, gwp,,, 150,  kgCO2e/unit
	component/casing-blade,   impact, manufacturing, gwp,,, 30,   kgCO2e/unit
	component/blade-enclosure,impact, manufacturing, gwp,,, 880,  kgCO2e/unit
	component/motherboard,    impact, manufacturing, gwp,,, 66,   kgCO2e/unit
	component/assembly,       impact, manufacturing, gwp,,, 7,    kgCO2e/unit
	component/cpu,            die_area_per_core,,,,, 25, mm2
	component/memory-die,     memory_density,,,,, 2, GB/cm2
	component/memory-module,  memory_module_size,,,,, 32, GB
	component/ssd-die,        ssd_density,,,,, 50, GB/cm2
	component/power-supply,   power_supply_mass,,,,, 3, kg
	component/power-supply,   power_supply_count,,,,, 2, 1
	server, impact, manufacturing, gwp,,, 1300, kgCO2e/unit
	server, impact, manufacturing, pe,,, 15000, MJ/unit
	server, lifetime,,,,, 1, year`

func configured(config, variant string) row {
	return device("server", 1).with(func(p *inventory.Profile) { p.Config, p.Variant = config, variant })
}

// What is not stated is taken from the packs, and said:
//
//	processors  2 × 8 cores × 25 mm2 × 0.02 + 2 × 9      =  26
//	memory      100 GB / 2 × 2 + 4 modules (100/32 up) × 5 = 120
//	disks       3 × 31                                    =  93
//	power       2 × 3 kg × 24                             = 144
//	rest        150 + 66 + 7                              = 223
//	together                                                606
func TestServerWithDefaults(t *testing.T) {
	a := assess(t, estate(year2025, configured("cpu_cores=8;cpu_units=2;hdd_units=3;memory_gb=100", "")), library(t, partFactors), calc.Method{})
	want(t, "manufacturing", a.Values().Total(factors.GWP), "606")
	var assumed []string
	for _, f := range finding(a, calc.ServerPartAssumed) {
		assumed = append(assumed, strings.Join(f.Args, " "))
	}
	if len(assumed) != 6 { // area per core, density, module size, count and mass of power supplies, casing
		t.Errorf("assumed %q, want six parts", assumed)
	}
	// Primary energy of the parts is not in the pack: there the server goes by its category.
	want(t, "pe", a.Values().Total(factors.PrimaryEnergy), "15000")
	if found := finding(a, calc.ServerByLadder); len(found) != 1 || found[0].Impact != factors.PrimaryEnergy {
		t.Errorf("findings %+v, want pe by the ladder", found)
	}
	checkTraces(t, a)
}

// A blade bears its own case and a sixteenth of the enclosure: 30 + 880 / 16 = 85.
//
//	processor 1 × 500 × 0.02 + 9 = 19;  no memory;  SSD 1000 / 50 × 2 + 2 × 6 = 52
//	power 1 × 2 × 24 = 48;  66 + 7 + 85 = 158;  together 277
func TestBlade(t *testing.T) {
	config := "casing=blade;cpu_units=1;die_mm2=500;memory_gb=0;psu_kg=2;psu_units=1;ssd_gb=1000;ssd_units=2"
	a := assess(t, estate(year2025, configured(config, "")), library(t, partFactors), calc.Method{})
	want(t, "manufacturing", a.Values().Total(factors.GWP), "277")
	checkTraces(t, a)
}

// Without processors, memory, or a size for the drives, the parts do not make a
// server: its category does, and what is missing is said.
func TestServerByLadder(t *testing.T) {
	for config, missing := range map[string]string{
		"memory_gb=64":                                     "cpu_units",
		"cpu_units=2;memory_gb=64":                         "cpu_cores",
		"cpu_units=2;die_mm2=500":                          "memory_gb",
		"cpu_units=2;die_mm2=500;memory_gb=64;ssd_units=2": "ssd_gb",
		"nonsense": "nonsense",
	} {
		a := assess(t, estate(year2025, configured(config, "")), library(t, partFactors), calc.Method{})
		want(t, config, a.Values().Total(factors.GWP), "1300")
		found := finding(a, calc.ServerByLadder)
		if len(found) == 0 || found[0].Args[0] != missing {
			t.Errorf("%s: findings %+v, want %s missing", config, found, missing)
		}
	}
}

// A configuration is for servers: a laptop's memory changes nothing.
func TestConfigurationOfALaptop(t *testing.T) {
	r := laptop(1).with(func(p *inventory.Profile) { p.Config = "memory_gb=16" })
	a := assess(t, estate(year2025, r), library(t, laptopFactors+partFactors), calc.Method{})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "60")
}
