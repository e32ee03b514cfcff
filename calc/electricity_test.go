package calc_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

const measuredServer = `
	server, annual_energy,,,,, 1000, kWh/year
	data-centre, pue,,,,, 1.5, 1`

func hosted(units int64) row {
	return device("server", units).with(func(p *inventory.Profile) { p.Hosting = inventory.DataCentre })
}

// Direct generation takes losses and upstream of the same pack beside it, each
// on all the electricity, 1000 × 1.5 kWh, and each a line with its own scope:
//
//	electricity           1000 × 0.177   = 177    scope 2
//	overhead               500 × 0.177   =  88.5  scope 2
//	losses                1500 × 0.0185  =  27.75 scope 3.3
//	well-to-tank          1500 × 0.0459  =  68.85 scope 3.3
//	well-to-tank, losses  1500 × 0.00397 =   5.955 scope 3.3
func TestGenerationWithItsAddends(t *testing.T) {
	a := assess(t, estate(year2025, hosted(1)), library(t, measuredServer+`
		electricity/generation, impact, use, gwp, GB, 2025, 0.177, kgCO2e/kWh
		electricity/losses, impact, use, gwp, GB, 2025, 0.0185, kgCO2e/kWh
		electricity/well-to-tank, impact, use, gwp, GB, 2025, 0.0459, kgCO2e/kWh
		electricity/well-to-tank-losses, impact, use, gwp, GB, 2025, 0.00397, kgCO2e/kWh`), calc.Method{})
	v := a.Values()
	use := func(c calc.Component, s calc.Scope) string { return cell(v, factors.Use, c, factors.GWP, s).String() }
	for component, figure := range map[calc.Component]string{calc.Electricity: "177", calc.Overhead: "88.5"} {
		want(t, string(component), dec(use(component, calc.Scope2)), figure)
	}
	for component, figure := range map[calc.Component]string{
		calc.Losses: "27.75", calc.WellToTank: "68.85", calc.WellToTankLosses: "5.955",
	} {
		want(t, string(component), dec(use(component, calc.ScopeFuelAndEnergy)), figure)
	}
	want(t, "total", v.Total(factors.GWP), "368.055")
	want(t, "scope 2", v.ByScope(factors.GWP)[calc.Scope2], "265.5")
	want(t, "kWh by scope", a.Electricity().ByScope[calc.Scope2], "1500")
	checkTraces(t, a)
}

// What may be added to what, and what is left alone although it is there.
func TestAdditivity(t *testing.T) {
	const addends = `
		electricity/losses, impact, use, gwp, GB, 2025, 0.01, kgCO2e/kWh
		electricity/well-to-tank, impact, use, gwp, GB, 2025, 0.02, kgCO2e/kWh
		electricity/well-to-tank-losses, impact, use, gwp, GB, 2025, 0.04, kgCO2e/kWh`
	for _, c := range []struct {
		subject, figure string
		code            calc.FindingCode
	}{
		{"electricity/generation", "170", ""},                                 // 0.1 + 0.01 + 0.02 + 0.04
		{"electricity/consumption", "120", ""},                                // losses are in it
		{"electricity/life-cycle", "110", calc.LifeCycleInScope2},             // upstream is in it
		{"electricity/consumption-life-cycle", "100", calc.LifeCycleInScope2}, // all is in it
	} {
		lib := library(t, `server, annual_energy,,,,, 1000, kWh/year
			`+c.subject+`, impact, use, gwp, GB, 2025, 0.1, kgCO2e/kWh`+addends)
		a := assess(t, estate(year2025, device("server", 1)), lib, calc.Method{})
		want(t, c.subject, a.Values().Total(factors.GWP), c.figure)
		if c.code != "" && len(finding(a, c.code)) != 1 {
			t.Errorf("%s: no finding %s in %+v", c.subject, c.code, a.Findings())
		}
	}
}

// Losses of another publisher, or of another place, are not added: they may
// count something else. The gap is said.
func TestAddendsOfOthersAreLeftAlone(t *testing.T) {
	lib := library(t, measuredServer+`
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh
		electricity/losses, impact, use, gwp, WORLD, 2025, 0.02, kgCO2e/kWh`, `
		electricity/well-to-tank, impact, use, gwp, GB, 2025, 0.04, kgCO2e/kWh`)
	a := assess(t, estate(year2025, hosted(1)), lib, calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "300")
	if found := finding(a, calc.ElectricityIncomplete); len(found) != 1 || found[0].Args[1] != "electricity/losses, electricity/well-to-tank, electricity/well-to-tank-losses" {
		t.Errorf("findings %+v, want all three missed", found)
	}
}

// A higher layer's factor wins, and brings its own boundary.
func TestOwnElectricityFactor(t *testing.T) {
	lib := libraryOf(t,
		pack(t, "base", "base", measuredServer+`
			electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh
			electricity/losses, impact, use, gwp, GB, 2025, 0.02, kgCO2e/kWh`),
		pack(t, "own", "department", `electricity/consumption-life-cycle, impact, use, gwp, GB, 2025, 0.05, kgCO2e/kWh`))
	a := assess(t, estate(year2025, hosted(1)), lib, calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "75")
}

func TestElectricityOfAnotherYear(t *testing.T) {
	lib := library(t, measuredServer+`
		electricity/consumption-life-cycle, impact, use, gwp, GB, 2022, 0.3, kgCO2e/kWh
		electricity/consumption-life-cycle, impact, use, gwp, GB, 2028, 0.1, kgCO2e/kWh`)
	a := assess(t, estate(year2025, hosted(1)), lib, calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "450")
	if found := finding(a, calc.ElectricityOtherYear); len(found) != 1 || found[0].Args[1] != "2022" {
		t.Errorf("findings %+v, want the year 2022", found)
	}
}

// Addends are of the principal's year; where the publisher has none for it, the
// nearest stands in, and that is said.
func TestAddendsOfAnotherYear(t *testing.T) {
	lib := library(t, measuredServer+`
		electricity/generation, impact, use, gwp, GB, 2024, 0.2, kgCO2e/kWh
		electricity/losses, impact, use, gwp, GB, 2024, 0.02, kgCO2e/kWh
		electricity/losses, impact, use, gwp, GB, 2025, 0.5, kgCO2e/kWh
		electricity/well-to-tank, impact, use, gwp, GB, 2022, 0.04, kgCO2e/kWh
		electricity/well-to-tank-losses, impact, use, gwp, GB,, 0.01, kgCO2e/kWh`)
	a := assess(t, estate(year2025, hosted(1)), lib, calc.Method{})
	want(t, "total", a.Values().Total(factors.GWP), "405") // 1500 × (0.2 + 0.02 + 0.04 + 0.01)
	if found := finding(a, calc.ElectricityOtherYear); len(found) != 2 {
		t.Errorf("findings %+v, want generation of 2024 and well-to-tank of 2022", found)
	}
}

// Other impacts of electricity go the same way.
func TestOtherImpactsOfElectricity(t *testing.T) {
	a := assess(t, estate(year2025, hosted(2)), library(t, measuredServer+`
		electricity/life-cycle, impact, use, pe, GB, 2025, 9.5, MJ/kWh
		electricity/life-cycle, impact, use, water, GB, 2025, 1.5, L/kWh`), calc.Method{})
	want(t, "pe", a.Values().Total(factors.PrimaryEnergy), "28500") // 2 × 1000 × 1.5 × 9.5
	want(t, "water", a.Values().Total(factors.Water), "4.5")        // 2 × 1000 × 1.5 × 0.0015 m3
	checkTraces(t, a)
}

func TestNoElectricityFactor(t *testing.T) {
	elsewhere := device("laptop", 1).with(func(p *inventory.Profile) { p.Country = "BR" })
	a := assess(t, estate(year2025, elsewhere), library(t, laptopFactors), calc.Method{})
	if found := finding(a, calc.NoElectricityFactor); len(found) != 1 || found[0].Place != "BR" {
		t.Errorf("findings %+v, want one for BR", found)
	}
	want(t, "kWh all the same", a.Electricity().Total, "20")
}

const marketFactors = measuredServer + `
	electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh
	electricity/losses, impact, use, gwp, GB, 2025, 0.02, kgCO2e/kWh`

// A contract for 60 % of the electricity at no emissions, a residual mix of 0.35
// for the rest, 1500 kWh with the room:
//
//	location  1500 × (0.2 + 0.02)                          = 330
//	market    1500 × (0.6 × 0 + 0.4 × 0.35) + 1500 × 0.02  = 240
func TestMarketBased(t *testing.T) {
	lib := library(t, marketFactors+`
		electricity/residual-mix, impact, use, gwp, GB, 2025, 0.35, kgCO2e/kWh`)
	m := calc.Method{Contracts: []calc.Contract{{Name: "wind", Place: "GB", Share: dec("0.6"), Instrument: "REGO"}}}
	a := assess(t, estate(year2025, hosted(1)), lib, m)
	market, known := a.Market()
	if !known {
		t.Fatal("a contract and a residual mix, and nothing market-based is known")
	}
	want(t, "location", a.Values().Total(factors.GWP), "330")
	want(t, "market", market.Total(factors.GWP), "240")
	want(t, "shown", a.Shown().Total(factors.GWP), "330")
	checkTraces(t, a)

	m.View = calc.MarketBased
	a = assess(t, estate(year2025, hosted(1)), lib, m)
	want(t, "shown in the market view", a.Shown().Total(factors.GWP), "240")
	want(t, "broken down", a.Breakdown(calc.ByCategory)[0].Values.Total(factors.GWP), "240")
	checkTraces(t, a)
}

// A contract of no emissions for everything is a known zero.
func TestContractForEverything(t *testing.T) {
	m := calc.Method{Contracts: []calc.Contract{{Name: "hydro", Share: dec("1")}}}
	a := assess(t, estate(year2025, hosted(1)), library(t, marketFactors), m)
	market, known := a.Market()
	if !known {
		t.Fatal("a contract, and nothing market-based is known")
	}
	zero, present := market.Cell(calc.CellKey{Stage: factors.Use, Component: calc.Electricity, Impact: factors.GWP, Scope: calc.Scope2})
	if !present || !zero.IsZero() {
		t.Errorf("electricity under contract is %s, %v; want a known zero", zero, present)
	}
	want(t, "losses remain", market.Total(factors.GWP), "30")
}

// Without a residual mix the rest goes by location, and that is said.
func TestMarketWithoutResidualMix(t *testing.T) {
	m := calc.Method{Contracts: []calc.Contract{{Name: "wind", Place: "GB", Share: dec("0.5"), Factor: dec("0.01")}}}
	a := assess(t, estate(year2025, hosted(1)), library(t, marketFactors), m)
	market, _ := a.Market()
	want(t, "market", market.Total(factors.GWP), "187.5") // 1500 × (0.5 × 0.01 + 0.5 × 0.2 + 0.02)
	if len(finding(a, calc.MarketByLocation)) != 1 {
		t.Errorf("findings %+v", a.Findings())
	}
}

func TestNothingMarketBased(t *testing.T) {
	a := assess(t, estate(year2025, hosted(1)), library(t, marketFactors), calc.Method{})
	market, known := a.Market()
	if known || !market.Equal(a.Values()) {
		t.Error("without contract or residual mix there is a market-based result")
	}
}

// Contracts of the department do not reach into homes and colocation, unless
// they name the site; a contract for a site leaves other sites alone.
func TestWhereContractsApply(t *testing.T) {
	lib := library(t, `
		server, annual_energy,,,,, 1000, kWh/year
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`)
	for _, c := range []struct {
		about    string
		contract calc.Contract
		hosting  inventory.Hosting
		site     string
		figure   string
	}{
		{"own estate", calc.Contract{Place: "GB"}, inventory.Office, "", "0"},
		{"home", calc.Contract{Place: "GB"}, inventory.Home, "", "200"},
		{"colocation", calc.Contract{Place: "GB"}, inventory.Colocation, "dc1", "200"},
		{"colocation by its site", calc.Contract{Site: "dc1"}, inventory.Colocation, "dc1", "0"},
		{"another site", calc.Contract{Site: "dc1"}, inventory.Office, "hq", "200"},
		{"another country", calc.Contract{Place: "FR"}, inventory.Office, "", "200"},
	} {
		c.contract.Name, c.contract.Share = "wind", dec("1")
		server := device("server", 1).with(func(p *inventory.Profile) { p.Hosting, p.Site = c.hosting, c.site })
		m := calc.Method{Contracts: []calc.Contract{c.contract}, PUE: nullDec("1")}
		market, _ := assess(t, estate(year2025, server), lib, m).Market()
		want(t, c.about, market.Total(factors.GWP), c.figure)
	}
}

func TestTooMuchUnderContract(t *testing.T) {
	m := calc.Method{Contracts: []calc.Contract{
		{Name: "wind", Place: "GB", Share: dec("0.7")}, {Name: "solar", Share: dec("0.4")},
	}}
	_, err := calc.Assess(t.Context(), estate(year2025, hosted(1)), library(t, marketFactors), m)
	var wrong *calc.ContractsError
	if !errors.As(err, &wrong) || !wrong.Share.Equal(dec("1.1")) || len(wrong.Contracts) != 2 {
		t.Errorf("error %v, want both contracts and their share", err)
	}
}

func TestScopes(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, impact, end_of_life,   gwp,,, 4, kgCO2e/unit
		laptop, lifetime,,,,, 4, year
		laptop, annual_energy,,,,, 20, kWh/year
		data-centre, pue,,,,, 1.5, 1
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh
		electricity/losses, impact, use, gwp, GB, 2025, 0.02, kgCO2e/kWh`)
	for _, c := range []struct {
		about     string
		ownership inventory.Ownership
		hosting   inventory.Hosting
		method    calc.Method
		scopes    string // hardware, end of life, electricity, losses
	}{
		{"owned in the office", inventory.Owned, inventory.Office, calc.Method{}, "3.2 3.5 2 3.3"},
		{"nothing stated", "", "", calc.Method{}, "3.2 3.5 2 3.3"},
		{"expensed", "", "", calc.Method{Expensed: []string{"laptop"}}, "3.1 3.5 2 3.3"},
		{"owned, at home", inventory.Owned, inventory.Home, calc.Method{}, "3.2 3.5 3.7 3.7"},
		{"owned, in colocation", inventory.Owned, inventory.Colocation, calc.Method{}, "3.2 3.5 3.8 3.8"},
		{"leased", inventory.Leased, inventory.Office, calc.Method{}, "3.8 3.8 3.8 3.8"},
		{"leased, at home", inventory.Leased, inventory.Home, calc.Method{}, "3.8 3.8 3.7 3.7"},
		{"personal", inventory.Personal, "", calc.Method{}, "3.7 3.7 3.7 3.7"},
		{"personal, in the office", inventory.Personal, inventory.Office, calc.Method{}, "3.7 3.7 2 3.3"},
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.Ownership, p.Hosting = c.ownership, c.hosting })
		v := assess(t, estate(year2025, r), lib, c.method).Values()
		var got []string
		for _, component := range []calc.Component{calc.Manufacture, calc.Treatment, calc.Electricity, calc.Losses} {
			for key := range v.Cells() {
				if key.Component == component && key.Impact == factors.GWP {
					got = append(got, string(key.Scope))
				}
			}
		}
		if !slices.Equal(got, strings.Fields(c.scopes)) {
			t.Errorf("%s: scopes %s, want %s", c.about, got, c.scopes)
		}
	}
}
