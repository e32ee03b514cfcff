package calc_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// shipped loads packs of the program in one version, which never changes once it is
// published: unlike the default packs, they can be calculated with in a test.
func shipped(t *testing.T, refs ...string) *factors.Library {
	t.Helper()
	all, err := factors.EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	packs := slices.DeleteFunc(all, func(p *factors.Pack) bool { return !slices.Contains(refs, p.Ref()) })
	if len(packs) != len(refs) {
		t.Fatalf("%d of the packs %q are in the program", len(packs), refs)
	}
	return libraryOf(t, packs...)
}

func inBritain(r activityRow) activityRow {
	r.Country = "GB"
	return r
}

// A hundred hours of an m5.2xlarge (8 vCPU, 32 GB) and 200 vCPU.h of Azure in the
// United Kingdom in 2025, 0.177 + 0.01853 + 0.0459 + 0.00397 = 0.2454 kg per kWh.
//
//	m5.2xlarge   1.8859 + 0.5 × (5.4959 − 1.8859) = 3.6909 W per vCPU
//	             3.6909 W × 8 × 100 h             = 2.95272 kWh; × 1.14 = 3.3661008 kWh
//	             3.3661008 × 0.2454               = 0.82604113632 kg
//	             0.47873 g × 8 × 100              = 0.382984 kg
//	Azure        0.74 + 0.5 × (3.54 − 0.74)       = 2.14 W per vCPU
//	             2.14 W × 200 h                   = 0.428 kWh; × 1.18 = 0.50504 kWh
//	             0.50504 × 0.2454                 = 0.123936816 kg
//	             0.88047 g × 200                  = 0.176094 kg
//
// The tables of Cloud Carbon Footprint come to the same for the first: Skylake at
// half load draws 2.455 W, and of the server's 384 GB 302.68 are more than the
// servers tested have, 32/384 of that for this type, at 0.392 W per GB. Its PUE is
// 1.135; of the server's 1610.3792 kg, 100 h of 35,040 and 8 vCPU of 96:
//
//	(8 × 2.455 + 302.68 × 32/384 × 0.392) W × 100 h × 1.135 = 3.35137657 kWh
//	1610.3792 × 100/35040 × 8/96                            = 0.38298592 kg
func TestCloudPack(t *testing.T) {
	lib := shipped(t, "cloud@2026.1", "data-centre@2026.1", "electricity-gb@2026.1")
	instance := inBritain(activity(inventory.Cloud, "cloud-compute", "aws", "m5.2xlarge", "100", "h"))
	a := assess(t, activities(instance), lib, calc.Method{})
	want(t, "m5.2xlarge: kWh", a.Values().Total(factors.Energy), "3.3661008")
	stages := a.Values().ByStage(factors.GWP)
	want(t, "m5.2xlarge: use", stages[factors.Use], "0.82604113632")
	want(t, "m5.2xlarge: manufacturing", stages[factors.Manufacturing], "0.382984")
	checkTraces(t, a)

	theirPUE := decimal.RequireFromString("1.135")
	wantNear(t, "m5.2xlarge: kWh of Cloud Carbon Footprint", beforePUE(a).Mul(theirPUE), "3.35137657", "2e-5")
	wantNear(t, "m5.2xlarge: manufacturing of Cloud Carbon Footprint", stages[factors.Manufacturing], "0.38298592", "1e-5")

	a = assess(t, activities(inBritain(activity(inventory.Cloud, "cloud-compute", "azure", "", "200", "vCPU.h"))), lib, calc.Method{})
	want(t, "Azure: kWh", a.Values().Total(factors.Energy), "0.50504")
	stages = a.Values().ByStage(factors.GWP)
	want(t, "Azure: use", stages[factors.Use], "0.123936816")
	want(t, "Azure: manufacturing", stages[factors.Manufacturing], "0.176094")
}

// Twelve hours of an m5zn.2xlarge are among the published tests of Cloud Carbon
// Footprint (packages/aws/src/__tests__/CostAndUsageReports.test.ts, "estimation for
// Memory", Apache-2.0). It prints 0.27848474801323647 kWh and 97.70943717267216 g,
// 350.861 g per kWh, in which the embodied emissions are turned into electricity; without
// 1344094.4 g × 1.5 h / 35040 h × 8/48 = 9.58971 g of these it is 88.11972 g or
//
//	0.25115280 kWh = 8 × 12 h × (0.64 + 0.5 × 3.33) W × 1.135
func TestCloudCarbonFootprintInstance(t *testing.T) {
	lib := shipped(t, "cloud@2026.1", "data-centre@2026.1", "electricity-gb@2026.1")
	a := assess(t, activities(inBritain(activity(inventory.Cloud, "cloud-compute", "aws", "m5zn.2xlarge", "12", "h"))), lib, calc.Method{})
	want(t, "kWh", beforePUE(a).Mul(decimal.RequireFromString("1.135")), "0.2511528")
}

// Storage goes by its kind at the provider, for copies differ: 100 GB of S3 for 730 h
// are 73 TB.h; × 3.9 Wh = 284.7 Wh. Of a provider that the pack does not know they
// are 73 × 1.95 = 142.35 Wh.
func TestCloudStorage(t *testing.T) {
	lib := shipped(t, "cloud@2026.1", "data-centre@2026.1", "electricity-gb@2026.1")
	for provider, kWh := range map[string]string{"aws": "0.2847", "oracle": "0.14235"} {
		row := inBritain(activity(inventory.Cloud, "cloud-storage", provider, "", "73000", "GB.h"))
		row.Variant = "object"
		a := assess(t, activities(row), lib, calc.Method{})
		want(t, provider+": kWh", beforePUE(a), kWh)
	}
}

// beforePUE is the electricity of the equipment alone.
func beforePUE(a *calc.Assessment) decimal.Decimal {
	return cell(a.Values(), factors.Use, calc.Electricity, factors.Energy, calc.ScopeGoods)
}
