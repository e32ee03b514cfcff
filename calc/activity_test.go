package calc_test

import (
	"slices"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// activity is a line of what others do for the department.
func activity(kind inventory.Kind, category, provider, product, amount, measure string) activityRow {
	return activityRow{inventory.Profile{
		Kind: kind, Category: category, Manufacturer: provider, Model: product, Recognition: inventory.Stated, Measure: measure, Country: "FR",
	}, amount}
}

type activityRow struct {
	inventory.Profile
	amount string
}

func activities(rows ...activityRow) *inventory.Estate {
	e := inventory.NewEstate(year2025)
	for _, r := range rows {
		e.Add(r.Profile, inventory.Amounts{Rows: 1, Activity: inventory.DecimalTally(dec(r.amount))})
	}
	return e
}

const gridFR = `
	electricity/life-cycle, impact, use, gwp, FR,, 59, gCO2e/kWh`

// A hundred hours of an instance of 2 vCPU and 4 GB, by its resources, follow the
// example of Carbonifer (github.com/carboniferio/carbonifer,
// internal/estimate/estimate_test.go, Apache-2.0): its test coefficients
// 0.716 to 4.266 W per vCPU at half load, 0.3926 W per GB, PUE 1.16, 59 g per kWh
//
//	2 × (0.716 + 0.5 × (4.266 − 0.716)) = 4.982 W; 4 × 0.3926 = 1.5704 W
//	(4.982 + 1.5704) × 1.16 = 7.600784 W; × 59 g/kWh = 0.448446256 g an hour
func TestCarbonifer(t *testing.T) {
	lib := library(t, gridFR+`
	cloud-compute@gcp, vcpu_power_idle,,,,, 0.716, W/vCPU
	cloud-compute@gcp, vcpu_power_full,,,,, 4.266, W/vCPU
	cloud-compute, load,,,,, 0.5, 1
	cloud-memory, energy_intensity,,,,, 0.3926, Wh/(GB.h)
	gcp:e2-standard-2, vcpus,,,,, 2, vCPU
	gcp:e2-standard-2, memory,,,,, 4, GB
	data-centre/cloud@gcp, pue,,,,, 1.16, 1`)
	hours := activities(activity(inventory.Cloud, "cloud-compute", "gcp", "e2-standard-2", "100", "h"))
	parts := activities(
		activity(inventory.Cloud, "cloud-compute", "gcp", "", "200", "vCPU.h"),
		activity(inventory.Cloud, "cloud-memory", "gcp", "", "400", "GB.h"),
	)
	for name, e := range map[string]*inventory.Estate{"by instance": hours, "by resources": parts} {
		a := assess(t, e, lib, calc.Method{})
		want(t, name+": kWh", a.Values().Total(factors.Energy), "0.7600784")
		want(t, name+": kg", a.Values().Total(factors.GWP), "0.0448446256")
		want(t, name+": scope 3.1", a.Values().ByScope(factors.GWP)[calc.ScopeGoods], "0.0448446256")
		want(t, name+": units", a.Units(), "0")
		checkTraces(t, a)
	}
}

// The embodied share follows Cloud Carbon Footprint, M = TE × TR/EL × RR/ToR
// (packages/core/src/embodiedEmissions, Apache-2.0): 1 of 96 vCPU of a server of
// 1,795.7 kg over 35,040 h is 1795.7 / 35040 / 96 kg per vCPU.h; a day of it is
// published as 1.2811786529680366e-5 t. And the operation of the same day at 0.74
// to 3.5 W, PUE 1.135:
//
//	(0.74 + 0.5 × 2.76) / 1000 × 24 × 1.135 × 0.059 = 0.0034071792 kg
func TestCloudCarbonFootprintEmbodied(t *testing.T) {
	lib := library(t, gridFR+`
	cloud-compute@aws, impact, manufacturing, gwp,,, 0.00053382443873668189, kgCO2e/(vCPU.h)
	cloud-compute@aws, energy_intensity,,,,, 2.12, Wh/(vCPU.h)
	data-centre/cloud, pue,,,,, 1.135, 1`)
	a := assess(t, activities(activity(inventory.Cloud, "cloud-compute", "aws", "", "24", "vCPU.h")), lib, calc.Method{})
	stages := a.Values().ByStage(factors.GWP)
	wantNear(t, "embodied", stages[factors.Manufacturing], "0.012811786529680366", "1e-12")
	want(t, "use", stages[factors.Use], "0.0034071792")
	want(t, "overhead", cell(a.Values(), factors.Use, calc.Overhead, factors.Energy, calc.ScopeGoods), "0.0068688")
}

// An hour of an instance with a figure of its own goes by that: Impact Framework's
// sci-embodied (src/__tests__/if-run/builtins/sci-embodied.test.ts, MIT) for 2 vCPU,
// (1,000,000 + 100,000) g × 3600 s / 126,144,000 s = 31.39269406392694 g.
func TestImpactFrameworkEmbodied(t *testing.T) {
	lib := library(t, gridFR+`
	azure:b2, impact, manufacturing, gwp,,, 31.392694063926940639, gCO2e/h
	azure:b2, vcpus,,,,, 2, vCPU
	cloud-compute, impact, manufacturing, gwp,,, 99, gCO2e/(vCPU.h)`)
	a := assess(t, activities(activity(inventory.Cloud, "cloud-compute", "azure", "b2", "1", "h")), lib, calc.Method{})
	wantNear(t, "embodied", a.Values().ByStage(factors.GWP)[factors.Manufacturing], "0.03139269406392694", "1e-12")
}

// A gigabyte carried follows co2.js, Sustainable Web Design model 4
// (src/sustainable-web-design-v4.test.js, Apache-2.0): 494 g/kWh, kWh per GB
// 0.055 + 0.059 + 0.080 in operation, 0.012 + 0.013 + 0.081 embodied, the latter
// turned into gCO2e by the same 494:
//
//	27.17 + 29.146 + 39.52 + 5.928 + 6.422 + 40.014 = 148.2 g
func TestSustainableWebDesign(t *testing.T) {
	lib := library(t, `
	electricity/life-cycle, impact, use, gwp,,, 494, gCO2e/kWh
	network-data, energy_intensity,,,,, 0.194, kWh/GB
	network-data, impact, manufacturing, gwp,,, 52.364, gCO2e/GB`)
	a := assess(t, activities(activity(inventory.Network, "network-data", "", "", "1", "GB")), lib, calc.Method{})
	want(t, "all", a.Values().Total(factors.GWP), "0.1482")
	want(t, "operation", a.Values().ByStage(factors.GWP)[factors.Use], "0.095836")
}

// Spending goes by one figure for all stages from cradle to purchase; nothing is
// added to it. 2,000 USD2022 × 0.1 kg = 200 kg.
func TestSpending(t *testing.T) {
	lib := library(t, gridFR+`
	software-service, impact, manufacturing+distribution+use, gwp,,, 0.1, kgCO2e/USD2022
	software-service, energy_intensity,,,,, 1, kWh/user`)
	a := assess(t, activities(activity(inventory.Software, "software-service", "", "", "2000", "USD2022")), lib, calc.Method{})
	want(t, "all", a.Values().Total(factors.GWP), "200")
	for line := range a.Lines() {
		if line.Grade != factors.GradeC { // a factor of the category
			t.Errorf("grade %s", line.Grade)
		}
	}
	if a.Values().Has(factors.Energy) {
		t.Error("spending has electricity")
	}
}

// What nobody has a figure for is a gap, and no zero.
func TestUnknownActivities(t *testing.T) {
	lib := library(t, gridFR+`
	cloud-compute, energy_intensity,,,,, 2, Wh/(vCPU.h)
	cloud-storage, energy_intensity,,,,, 1.2, Wh/(TB.h)`)
	a := assess(t, activities(
		activity(inventory.Cloud, "cloud-compute", "aws", "x9.huge", "10", "h"),
		activity(inventory.Cloud, "cloud-storage", "aws", "", "10", "GB"),
		activity(inventory.Software, "meeting", "", "", "10", "h"),
	), lib, calc.Method{})
	if a.Values().Has(factors.GWP) {
		t.Errorf("a total of %s", a.Values().Total(factors.GWP))
	}
	if types := finding(a, calc.InstanceUnknown); len(types) != 1 || !slices.Equal(types[0].Args, []string{"aws x9.huge"}) {
		t.Errorf("the type that nobody knows is not named: %+v", types)
	}
	for code, findings := range map[calc.FindingCode]int{calc.InstanceUnknown: 1, calc.UnsuitableUnit: 0, calc.NoActivityUse: 2} {
		if got := len(finding(a, code)); got != findings {
			t.Errorf("%d findings %s, want %d", got, code, findings)
		}
	}
}

// A gap in a measure that others have a figure for is ranked by that: 30 of 10
// hours of another instance type at 2 kg are 60 kg. One in a measure that nothing
// is known of goes by the median row: (20 + 4) kg in rows of 20 and 4, so 4 kg.
func TestGapsOfActivitiesAreRanked(t *testing.T) {
	lib := library(t, `
	aws:known, impact, manufacturing+distribution+use+end_of_life, gwp,,, 2, kgCO2e/h
	email, impact, manufacturing+distribution+use+end_of_life, gwp,,, 1, kgCO2e/email`)
	a := assess(t, activities(
		activity(inventory.Cloud, "cloud-compute", "aws", "known", "10", "h"),
		activity(inventory.Cloud, "cloud-compute", "aws", "unknown", "30", "h"),
		activity(inventory.Software, "email", "", "", "4", "email"),
		activity(inventory.Software, "meeting", "", "", "1000", "person.h"),
	), lib, calc.Method{})
	effects := map[string]string{}
	for _, f := range a.Findings() {
		if f.Stage == factors.Manufacturing || f.Code == calc.InstanceUnknown {
			effects[f.Category] = f.Effect.Decimal.String()
		}
	}
	if effects["cloud-compute"] != "60" || effects["meeting"] != "4" {
		t.Errorf("effects %v of %v", effects, a.Findings())
	}
	if first := a.Findings()[0]; first.Code != calc.InstanceUnknown || first.Rows != 1 {
		t.Errorf("first comes %+v", first)
	}
}

// A gap in a stage that is 0 wherever there is a figure for it could change
// nothing and goes last, also after those of which nobody knows what they could.
func TestGapsThatChangeNothingGoLast(t *testing.T) {
	lib := library(t, `
	email, impact, manufacturing+use, gwp,,, 1, kgCO2e/email
	email, impact, distribution, gwp,,, 0, kgCO2e/email
	email, impact, manufacturing, water,,, 1, L/email
	laptop, impact, end_of_life, water,,, 1, L/unit`)
	a := assess(t, activities(
		activity(inventory.Software, "email", "", "", "4", "email"),
		activity(inventory.Software, "meeting", "", "", "1000", "person.h"),
	), lib, calc.Method{})
	var order []string
	for _, f := range a.Findings() {
		if f.Severity != calc.Gap {
			continue
		}
		switch {
		case !f.Effect.Valid:
			order = append(order, "unknown")
		case f.Effect.Decimal.IsZero():
			order = append(order, "nothing")
		default:
			order = append(order, "something")
		}
	}
	got := strings.Join(slices.Compact(order), ", ")
	if got != "something, unknown, nothing" {
		t.Errorf("gaps that change %s", got)
	}
}

// Where the packs have no figure for a stage of a provider's machines, that is a
// gap that is said, for each stage: none is silently nothing.
func TestStagesOfClouds(t *testing.T) {
	lib := library(t, gridFR+`
	cloud-compute, energy_intensity,,,,, 2, Wh/(vCPU.h)
	cloud-compute, impact, manufacturing, gwp,,, 1, gCO2e/(vCPU.h)`)
	a := assess(t, activities(activity(inventory.Cloud, "cloud-compute", "aws", "", "10", "vCPU.h")), lib, calc.Method{})
	said := map[factors.Stage]bool{}
	for _, f := range a.Findings() {
		if f.Severity == calc.Gap && f.Impact == factors.GWP && f.Code != calc.ElectricityIncomplete {
			said[f.Stage] = true
		}
	}
	values := a.Values().ByStage(factors.GWP)
	for _, stage := range factors.Stages {
		if _, has := values[stage]; has == said[stage] {
			t.Errorf("%s: a figure %v, a gap %v", stage, has, said[stage])
		}
	}
	if len(finding(a, calc.NoPUE)) != 1 {
		t.Error("nothing says that the PUE is missing")
	}
}

// Devices are covered by units, activities by rows: they have no common measure.
func TestCoverageOfActivities(t *testing.T) {
	lib := library(t, laptopFactors+`
	cloud-compute, impact, manufacturing+distribution+use+end_of_life, gwp,,, 1, gCO2e/(vCPU.h)`)
	known := activity(inventory.Cloud, "cloud-compute", "", "", "5", "vCPU.h")
	unknown := activity(inventory.Software, "email", "", "", "5", "email")
	both := activities(known, unknown)
	c := assess(t, both, lib, calc.Method{}).Coverage(factors.GWP)
	if c.Activities != 2 || c.ActivitiesCovered != 1 || c.Rows != 2 {
		t.Errorf("coverage %+v", c)
	}
	want(t, "share of activities", c.Share, "0.5")
	both.Add(laptop(10).Profile, laptop(10).amounts())
	c = assess(t, both, lib, calc.Method{}).Coverage(factors.GWP)
	want(t, "share beside devices", c.Share, "1")
	if c.Activities != 2 || c.ActivitiesCovered != 1 || c.Rows != 3 {
		t.Errorf("coverage %+v", c)
	}
}

// What packs have for activities leaves no device uncovered, nor the other way round.
func TestStagesOfActivitiesAndDevices(t *testing.T) {
	e := activities(activity(inventory.Software, "ai-inference", "", "", "5", "prompt"))
	e.Add(laptop(10).Profile, laptop(10).amounts())
	lib := library(t, `
	electricity/life-cycle, impact, use, water,,, 1, L/kWh
	laptop, impact, manufacturing, water,,, 2, m3/unit
	laptop, lifetime,,,,, 4, year
	laptop, annual_energy,,,,, 10, kWh/year
	ai-inference, impact, manufacturing+distribution+use+end_of_life, water,,, 45, mL/prompt`)
	a := assess(t, e, lib, calc.Method{})
	c := a.Coverage(factors.Water)
	if c.ActivitiesCovered != 1 || c.RowsCovered != 2 {
		t.Errorf("coverage %+v", c)
	}
	want(t, "units covered", c.UnitsCovered, "10")
	for _, f := range finding(a, calc.NoFactor) {
		t.Errorf("finding %+v", f)
	}
}

// Whoever describes an instance type in a pack of their own is not given the power
// that another pack has for the type, memory included: that of the provider applies.
func TestInstanceDescribedAnew(t *testing.T) {
	base := pack(t, "base", "base", gridFR+`
	cloud-compute@gcp, vcpu_power_idle,,,,, 1, W/vCPU
	cloud-compute@gcp, vcpu_power_full,,,,, 3, W/vCPU
	cloud-compute, load,,,,, 0.5, 1
	cloud-memory, energy_intensity,,,,, 0.5, Wh/(GB.h)
	gcp:e2, vcpus,,,,, 2, vCPU
	gcp:e2, vcpu_power_idle,,,,, 5, W/vCPU
	gcp:e2, vcpu_power_full,,,,, 5, W/vCPU
	data-centre/cloud, pue,,,,, 1, 1`)
	own := pack(t, "own", "department", `
	gcp:e2, vcpus,,,,, 2, vCPU
	gcp:e2, memory,,,,, 4, GB`)
	hours := activities(activity(inventory.Cloud, "cloud-compute", "gcp", "e2", "1", "h"))
	for name, c := range map[string]struct {
		packs []*factors.Pack
		kWh   string
	}{
		"by the type":     {[]*factors.Pack{base}, "0.01"},       // 2 × 5 W
		"by the provider": {[]*factors.Pack{base, own}, "0.006"}, // 2 × (1 + 0.5 × 2) W + 4 × 0.5 W
	} {
		want(t, name, assess(t, hours, libraryOf(t, c.packs...), calc.Method{}).Values().Total(factors.Energy), c.kWh)
	}
}

// A figure covers stages of the resource that it is of, and of no other: that of
// virtual processors holds their use, and the memory beside them still draws.
// 100 h of 2 vCPU and 4 GB in France:
//
//	processors  200 vCPU.h × 0.01 kg = 2 kg, use included
//	memory      400 GB.h × 0.001 kg = 0.4 kg made; × 0.5 Wh × 59 g/kWh = 0.0118 kg used
func TestCoversOneResource(t *testing.T) {
	rest := `
	cloud-memory, energy_intensity,,,,, 0.5, Wh/(GB.h)
	gcp:e2, vcpus,,,,, 2, vCPU
	gcp:e2, memory,,,,, 4, GB
	data-centre/cloud, pue,,,,, 1, 1`
	const processors = `
	cloud-compute, impact, manufacturing+use, gwp,,, 0.01, kgCO2e/(vCPU.h)`
	const made = `
	cloud-memory, impact, manufacturing, gwp,,, 0.001, kgCO2e/(GB.h)`
	hours := activities(activity(inventory.Cloud, "cloud-compute", "gcp", "e2", "100", "h"))

	a := assess(t, hours, library(t, gridFR+processors+made+rest), calc.Method{})
	want(t, "all", a.Values().Total(factors.GWP), "2.4118")
	want(t, "use", cell(a.Values(), factors.Use, calc.Electricity, factors.GWP, calc.ScopeGoods), "0.0118")
	checkTraces(t, a)
	if c := a.Coverage(factors.GWP); c.ActivitiesCovered != 1 {
		t.Errorf("coverage %+v of %v", c, a.Findings())
	}

	// Without electricity the use of the memory is unknown, and the row covered in part.
	a = assess(t, hours, library(t, processors+made+rest), calc.Method{})
	want(t, "all without electricity", a.Values().Total(factors.GWP), "2.4")
	if c := a.CoverageByStage(factors.GWP)[factors.Use]; c.ActivitiesCovered != 0 || len(finding(a, calc.NoElectricityFactor)) != 1 {
		t.Errorf("use: coverage %+v of %v", c, a.Findings())
	}
}
