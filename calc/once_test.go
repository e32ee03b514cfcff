package calc_test

import (
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Each test here holds one pair of things that must not both be counted.

// A UPS in a room whose own PUE is stated is in that PUE, also where no pack has
// one: server 1000 kWh · 1.4 = 1400 kWh. Where the room states 1, or nothing but its
// water, nothing stands for the UPS, and its own 100 kWh count.
func TestOverheadEquipmentInAStatedRoom(t *testing.T) {
	lib := library(t, `
		server, annual_energy,,,,, 1000, kWh/year
		ups, annual_energy,,,,, 100, kWh/year`)
	for room, figure := range map[string]string{"pue=1.4": "1400", "pue=1.4;wue=2": "1400", "pue=1": "1100", "wue=2": "1100"} {
		in := func(p *inventory.Profile) { p.Hosting, p.Room = inventory.DataCentre, room }
		a := assess(t, estate(year2025, device("server", 1).with(in), device("ups", 1).with(in)), lib, calc.Method{})
		want(t, room, a.Values().Total(factors.Energy), figure)
		if (len(finding(a, calc.InOverhead)) == 1) != (figure == "1400") {
			t.Errorf("%s: findings %v", room, a.Findings())
		}
	}
	// The room of the one says nothing of that of the other.
	stated := device("server", 1).with(func(p *inventory.Profile) { p.Hosting, p.Room = inventory.DataCentre, "pue=1.4" })
	other := device("ups", 1).with(func(p *inventory.Profile) { p.Hosting = inventory.DataCentre })
	a := assess(t, estate(year2025, stated, other), lib, calc.Method{})
	want(t, "a UPS in another room", a.Values().Total(factors.Energy), "1500")
}

// The department's PUE is of its own rooms: a provider's instance goes by the
// provider's, 10 kWh · 1.1, and an online service by none, whatever the rows say
// of their hosting. The line's own PUE is the provider's.
func TestProvidersRoomsAreNotTheDepartments(t *testing.T) {
	lib := library(t, gridFR+`
		cloud-compute, energy_intensity,,,,, 1, kWh/(vCPU.h)
		email, energy_intensity,,,,, 1, kWh/email
		data-centre, pue,,,,, 3, 1
		data-centre/cloud@aws, pue,,,,, 1.1, 1`)
	m := calc.Method{PUE: nullDec("2")}
	cloud := activity(inventory.Cloud, "cloud-compute", "aws", "", "10", "vCPU.h")
	email := activity(inventory.Software, "email", "", "", "10", "email")
	want(t, "cloud", assess(t, activities(cloud), lib, m).Values().Total(factors.Energy), "11")
	cloud.Hosting, email.Hosting = inventory.DataCentre, inventory.DataCentre
	want(t, "cloud, said to be in a data centre", assess(t, activities(cloud), lib, m).Values().Total(factors.Energy), "11")
	want(t, "mail, said to be in a data centre", assess(t, activities(email), lib, m).Values().Total(factors.Energy), "10")
	cloud.Room = "pue=1.5"
	want(t, "the line's own", assess(t, activities(cloud), lib, m).Values().Total(factors.Energy), "15")
	email.Room = "pue=1.5"
	want(t, "mail in a room", assess(t, activities(email), lib, m).Values().Total(factors.Energy), "10")
}

// A figure for the whole of an activity holds the rooms, the electricity and its
// upstream: nothing is added to it in that impact. 10 × 1 kg; and 4 × 10 kWh of
// electricity are shown as electricity alone.
func TestFiguresThatHoldOverhead(t *testing.T) {
	lib := library(t, `
		electricity/generation, impact, use, gwp, FR,, 0.05, kgCO2e/kWh
		electricity/losses, impact, use, gwp, FR,, 0.01, kgCO2e/kWh
		electricity/generation, impact, use, water, FR,, 0.02, m3/kWh
		cloud-compute, impact, manufacturing+distribution+use+end_of_life, gwp,,, 1, kgCO2e/(vCPU.h)
		cloud-compute, impact, manufacturing+distribution+use+end_of_life, water,,, 3, m3/(vCPU.h)
		cloud-compute, energy_intensity,,,,, 2, kWh/(vCPU.h)
		data-centre, wue,,,,, 1, L/kWh
		data-centre, pue,,,,, 2, 1`)
	a := assess(t, activities(activity(inventory.Cloud, "cloud-compute", "", "", "10", "vCPU.h")), lib, calc.Method{})
	want(t, "gwp", a.Values().Total(factors.GWP), "10")
	want(t, "water", a.Values().Total(factors.Water), "30")
	want(t, "kWh", a.Values().Total(factors.Energy), "40")
	want(t, "covered", a.Coverage(factors.GWP).Share, "1")
}

// A year of a line holds what the line carries: the data counts only where the
// estate has no lines of its kind, or no figure for them.
func TestNetworkByLineOrByData(t *testing.T) {
	const both = `
		network-line/fixed, impact, manufacturing+distribution+use+end_of_life, gwp,,, 20, kgCO2e/(subscription.year)`
	const data = `
		network-data, impact, manufacturing+distribution+use+end_of_life, gwp,,, 0.1, kgCO2e/GB`
	kind := func(r activityRow, variant string) activityRow { r.Variant = variant; return r }
	line := kind(activity(inventory.Network, "network-line", "", "", "5", "subscription.year"), "fixed")
	gigabytes := activity(inventory.Network, "network-data", "", "", "100", "GB")
	for _, c := range []struct {
		about, packs, figure string
		rows                 []activityRow
	}{
		{"lines and their data", both + data, "100", []activityRow{line, kind(gigabytes, "fixed")}},
		{"lines and data of some kind", both + data, "100", []activityRow{line, gigabytes}},
		{"fixed lines and mobile data", both + data, "110", []activityRow{line, kind(gigabytes, "mobile")}},
		{"data alone", both + data, "10", []activityRow{gigabytes}},
		{"no figure for lines", data, "10", []activityRow{line, gigabytes}},
	} {
		a := assess(t, activities(c.rows...), library(t, c.packs), calc.Method{})
		want(t, c.about, a.Values().Total(factors.GWP), c.figure)
		if left := c.figure == "100"; (len(finding(a, calc.InLines)) == 1) != left {
			t.Errorf("%s: findings %v", c.about, a.Findings())
		}
	}
}
