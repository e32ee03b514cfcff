package calc_test

import (
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

const powerFactors = `
	laptop, power_active,,,,, 30, W
	laptop, power_idle,,,,, 10, W
	laptop, power_sleep,,,,, 1, W
	laptop, hours_active,,,,, 1000, h/year
	laptop, hours_idle,,,,, 500, h/year
	laptop, hours_off,,,,, 7260, h/year
	electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`

// Energy, the first that exists. Of the power profile the states count of which
// both power and hours are known: 30 × 1000 + 10 × 500 = 35,000 Wh.
func TestEnergyPrecedence(t *testing.T) {
	for _, c := range []struct {
		about string
		packs string
		rate  inventory.EnergyRate
		value string // of the rate
		kWh   string // of two laptops
		code  calc.FindingCode
	}{
		{"measured", powerFactors, inventory.RateMeasured, "41.5", "83", ""},
		{"power and hours of the row", powerFactors, inventory.RatePowered, "26.4", "52.8", ""},
		{"power of the row, hours of the pack", powerFactors, inventory.RatePower, "17", "34", calc.EnergyCompleted},
		{"hours of the row, power of the pack", powerFactors, inventory.RateHours, "1760", "105.6", calc.EnergyCompleted},
		{"profile of the pack", powerFactors, "", "", "70", calc.TypicalEnergy},
		{"profile before consumption on one rung", powerFactors + `
			laptop, annual_energy,,,,, 20, kWh/year`, "", "", "70", calc.TypicalEnergy},
		{"consumption of the model before the category's profile", powerFactors + `
			dell:xps, annual_energy,,,,, 22, kWh/year`, "", "", "44", calc.TypicalEnergy},
		{"consumption of the category before hours of all hardware", `
			laptop, power_active,,,,, 30, W
			laptop, annual_energy,,,,, 20, kWh/year
			hardware, hours_active,,,,, 1000, h/year
			electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`, "", "", "40", calc.TypicalEnergy},
		{"power of the row, hours unknown", laptopFactors, inventory.RatePower, "17", "40", calc.RateIncomplete},
	} {
		t.Run(c.about, func(t *testing.T) {
			r := laptop(2).with(func(p *inventory.Profile) { p.Energy, p.Manufacturer, p.Family = c.rate, "dell", "xps" })
			r.rate = c.value
			a := assess(t, estate(year2025, r), library(t, c.packs), calc.Method{})
			want(t, "kWh", a.Electricity().Total, c.kWh)
			want(t, "gwp", a.Values().ByStage(factors.GWP)[factors.Use], dec(c.kWh).Mul(dec("0.2")).String())
			if c.code != "" && len(finding(a, c.code)) != 1 {
				t.Errorf("no finding %s in %+v", c.code, a.Findings())
			}
			checkTraces(t, a)
		})
	}
}

func TestNoEnergy(t *testing.T) {
	a := assess(t, estate(year2025, laptop(3)), library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, lifetime,,,,, 4, year
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`), calc.Method{})
	if a.Values().Has(factors.Energy) {
		t.Error("electricity without a figure")
	}
	if found := finding(a, calc.NoEnergy); len(found) != 1 || found[0].Category != "laptop" {
		t.Errorf("findings %+v", found)
	}
	want(t, "coverage of energy", a.Coverage(factors.Energy).Share, "0")
}

// A server of 400 W round the clock, measured as 3504 kWh, for 100 of 366 days
// in a data centre of PUE 1.5:
//
//	3504 × 1 / 366 × 100 = 957.377… kWh, half as much again for the room
func TestOverheadForPartOfALeapYear(t *testing.T) {
	server := device("server", 1).with(func(p *inventory.Profile) {
		p.Hosting, p.Energy = inventory.DataCentre, inventory.RateMeasured
	})
	server.rate, server.days = "3504", 100
	a := assess(t, estate(inventory.CalendarYear(2024), server), library(t, `
		data-centre, pue,,,,, 1.5, 1
		electricity/generation, impact, use, gwp, GB,, 0.2, kgCO2e/kWh`), calc.Method{})
	wantNear(t, "IT", a.Electricity().IT, "957.37704918032786885245901639344", "1e-24")
	wantNear(t, "overhead", a.Electricity().Overhead, "478.68852459016393442622950819672", "1e-24")
	wantNear(t, "gwp", a.Values().Total(factors.GWP), "287.21311475409836065573770491803", "1e-24")
	checkTraces(t, a)
}

// PUE: the department's own, else that of the kind of room, else that of data
// centres; none for a device in an office.
func TestPUE(t *testing.T) {
	lib := library(t, `
		data-centre, pue,,,,, 1.5, 1
		data-centre/server-room, pue,,,,, 2, 1
		server, annual_energy,,,,, 1000, kWh/year
		electricity/generation, impact, use, gwp, GB,, 0.2, kgCO2e/kWh`)
	for _, c := range []struct {
		hosting inventory.Hosting
		method  calc.Method
		total   string
	}{
		{inventory.DataCentre, calc.Method{}, "1500"},
		{inventory.Colocation, calc.Method{}, "1500"},
		{inventory.ServerRoom, calc.Method{}, "2000"},
		{inventory.ServerRoom, calc.Method{PUE: nullDec("1.2")}, "1200"},
		{inventory.Office, calc.Method{PUE: nullDec("1.2")}, "1000"},
		{inventory.Home, calc.Method{}, "1000"},
		{"", calc.Method{}, "1000"},
	} {
		server := device("server", 1).with(func(p *inventory.Profile) { p.Hosting = c.hosting })
		a := assess(t, estate(year2025, server), lib, c.method)
		want(t, "kWh in "+string(c.hosting), a.Electricity().Total, c.total)
		if unknown := len(finding(a, calc.HostingUnknown)) == 1; unknown != (c.hosting == "") {
			t.Errorf("hosting %q: unknown is %v", c.hosting, unknown)
		}
		checkTraces(t, a)
	}
}

// A PUE of 1 adds nothing.
func TestPUEOfOne(t *testing.T) {
	server := device("server", 3).with(func(p *inventory.Profile) { p.Hosting = inventory.DataCentre })
	lib := library(t, `
		server, annual_energy,,,,, 1000, kWh/year
		electricity/generation, impact, use, gwp, GB,, 0.2, kgCO2e/kWh`)
	a := assess(t, estate(year2025, server), lib, calc.Method{PUE: nullDec("1")})
	want(t, "overhead", a.Electricity().Overhead, "0")
	want(t, "gwp", a.Values().Total(factors.GWP), "600")
}

// Where nobody knows the overhead of a room, the devices' own electricity counts,
// and the units are only partly covered.
func TestUnknownPUE(t *testing.T) {
	server := device("server", 1).with(func(p *inventory.Profile) { p.Hosting = inventory.DataCentre })
	a := assess(t, estate(year2025, server), library(t, `
		server, annual_energy,,,,, 1000, kWh/year
		electricity/generation, impact, use, gwp, GB,, 0.2, kgCO2e/kWh`), calc.Method{})
	want(t, "gwp", a.Values().Total(factors.GWP), "200")
	if len(finding(a, calc.NoPUE)) != 1 {
		t.Errorf("findings %+v", a.Findings())
	}
	want(t, "covered", a.Coverage(factors.Energy).UnitsCovered, "0")
	want(t, "partly covered", a.Coverage(factors.Energy).UnitsPartly, "1")
}

// Units in stock bear embodied impact and use nothing, and that is no gap.
func TestInStock(t *testing.T) {
	spare := laptop(4).with(func(p *inventory.Profile) { p.Status = inventory.InStock })
	a := assess(t, estate(year2025, spare), library(t, laptopFactors), calc.Method{})
	want(t, "manufacturing", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "240")
	if _, used := a.Values().ByStage(factors.GWP)[factors.Use]; used {
		t.Error("stock uses electricity")
	}
	want(t, "coverage", a.Coverage(factors.GWP).Share, "1")
	if found := finding(a, calc.InStockUnused); len(found) != 1 || !found[0].Units.Equal(dec("4")) {
		t.Errorf("findings %+v", found)
	}
}

func TestPlaceOfUse(t *testing.T) {
	lib := library(t, `
		laptop, annual_energy,,,,, 20, kWh/year
		electricity/consumption-life-cycle, impact, use, gwp, CA-ON, 2025, 0.03, kgCO2e/kWh
		electricity/consumption-life-cycle, impact, use, gwp, CA, 2025, 0.12, kgCO2e/kWh
		electricity/consumption-life-cycle, impact, use, gwp, EU27, 2025, 0.25, kgCO2e/kWh
		electricity/consumption-life-cycle, impact, use, gwp, WORLD, 2025, 0.5, kgCO2e/kWh`)
	for _, c := range []struct {
		place, country, figure string
		code                   calc.FindingCode
	}{
		{"CA-ON", "", "0.6", ""},
		{"CA-QC", "", "2.4", calc.ElectricityOtherPlace},
		{"FR", "", "5", calc.ElectricityOtherPlace},
		{"", "CA", "2.4", calc.PlaceFromMethod},
		{"", "", "10", calc.PlaceUnknown},
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.Country = c.place })
		a := assess(t, estate(year2025, r), lib, calc.Method{Country: c.country})
		want(t, "gwp in "+c.place, a.Values().Total(factors.GWP), c.figure)
		if c.code != "" && len(finding(a, c.code)) != 1 {
			t.Errorf("%q, %q: no finding %s in %+v", c.place, c.country, c.code, a.Findings())
		}
	}
}

// The water of a server in a room: 8760 kWh × 0.3 L/kWh = 2.628 m3 that cool it,
// and 8760 × 1.4 × 1.5 L/kWh = 18.396 m3 behind its electricity.
func TestCoolingWater(t *testing.T) {
	const server = `
		server, annual_energy,,,,, 8760, kWh/year
		electricity/life-cycle, impact, use, water, FR,, 1.5, L/kWh
		data-centre, pue,,,,, 2, 1
		data-centre, wue,,,,, 1.8, L/kWh`
	in := func(room string) inventory.Profile {
		return inventory.Profile{Kind: inventory.Hardware, Category: "server", Recognition: inventory.Stated, Hosting: inventory.DataCentre, Country: "FR", Room: room}
	}
	assessed := func(p inventory.Profile, lib string) *calc.Assessment {
		e := inventory.NewEstate(year2025)
		e.Add(p, inventory.Amounts{Rows: 1, Units: inventory.CountTally(1), Full: inventory.CountTally(1)})
		return assess(t, e, library(t, lib), calc.Method{})
	}
	a := assessed(in("pue=1.4;wue=0.3"), server)
	want(t, "cooling water", cell(a.Values(), factors.Use, calc.Cooling, factors.Water, calc.Scope2), "2.628")
	want(t, "water", a.Values().Total(factors.Water), "21.024")
	want(t, "kWh", a.Values().Total(factors.Energy), "12264")
	checkTraces(t, a)

	a = assessed(in("pue=1.4"), server) // the packs' WUE: 8760 × 1.8 L
	want(t, "cooling water by the pack", cell(a.Values(), factors.Use, calc.Cooling, factors.Water, calc.Scope2), "15.768")

	a = assessed(in(""), `
		server, annual_energy,,,,, 8760, kWh/year
		electricity/life-cycle, impact, use, water, FR,, 1.5, L/kWh
		data-centre, pue,,,,, 2, 1`)
	want(t, "water behind the electricity alone", a.Values().Total(factors.Water), "26.28")
	if got := len(finding(a, calc.NoWUE)); got != 1 {
		t.Errorf("%d findings about cooling water, want 1", got)
	}
	if a.Coverage(factors.Water).Share.Equal(dec("1")) {
		t.Error("the water is said to be known")
	}

	office := in("pue=1.4;wue=0.3") // what is stated about a room is nothing to what does not stand in one
	office.Hosting = inventory.Office
	a = assessed(office, server)
	want(t, "kWh in an office", a.Values().Total(factors.Energy), "8760")
	want(t, "water in an office", a.Values().Total(factors.Water), "13.14")
}
