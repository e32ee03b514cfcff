package calc_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

func office() *inventory.Estate {
	in := func(r row, department, site string, hosting inventory.Hosting) row {
		return r.with(func(p *inventory.Profile) { p.Department, p.Site, p.Hosting = department, site, hosting })
	}
	return estate(year2025,
		in(laptop(10), "Finance", "London", inventory.Office),
		in(laptop(5), "Policy", "", inventory.Home),
		in(hosted(2), "", "Leeds", inventory.DataCentre),
		in(device("projector", 1), "Policy", "London", inventory.Office),
	)
}

const officeFactors = laptopFactors + `
	server, impact, manufacturing, gwp,,, 1200, kgCO2e/unit, D
	server, lifetime,,,,, 5, year
	server, annual_energy,,,,, 1500, kWh/year
	data-centre, pue,,,,, 1.5, 1`

// Ten laptops in Finance (67.2 kg each), five in Policy, two servers:
//
//	Finance  672;  Policy  336;  servers 2 × (1200 / 5 + 1500 × 1.5 × 0.2) = 1380
func TestBreakdown(t *testing.T) {
	a := assess(t, office(), library(t, officeFactors), calc.Method{})
	var got []string
	for _, s := range a.Breakdown(calc.ByDepartment) {
		got = append(got, s.Key+"="+s.Values.Total(factors.GWP).String()+" of "+s.Units.String())
	}
	if expected := []string{"=1380 of 2", "Finance=672 of 10", "Policy=336 of 6"}; !slices.Equal(got, expected) {
		t.Errorf("by department %q, want %q", got, expected)
	}
	if a.Breakdown("colour") != nil {
		t.Error("an unknown dimension has a breakdown")
	}
	checkTraces(t, a)
}

func TestQualityDimension(t *testing.T) {
	a := assess(t, office(), library(t, officeFactors), calc.Method{})
	byGrade := make(map[string]calc.Slice)
	for _, s := range a.Breakdown(calc.ByQuality) {
		byGrade[s.Key] = s
	}
	want(t, "category, grade C", byGrade["C"].Values.Total(factors.GWP), "1008")
	want(t, "factor of quality D", byGrade["D"].Values.Total(factors.GWP), "1380")
	want(t, "nothing known", byGrade[""].Units, "1")
	// Stage by stage: the electricity of the servers is C (their category's consumption).
	grades := a.Grades(factors.GWP)
	want(t, "D in the total", grades[factors.GradeD], "480")
	want(t, "C in the total", grades[factors.GradeC], "1908")
	if len(finding(a, calc.LowGrade)) != 1 {
		t.Errorf("findings %+v, want the server's grade", a.Findings())
	}
}

// What the row says caps the grade.
func TestRowCapsGrade(t *testing.T) {
	lib := library(t, `
		dell:latitude 5420, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		dell:latitude 5420, annual_energy,,,,, 20, kWh/year
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh
		laptop, lifetime,,,,, 4, year`)
	for _, c := range []struct {
		recognition inventory.Recognition
		quality     inventory.Quality
		grade       factors.Grade
	}{
		{inventory.Stated, "", 'A'},
		{inventory.ByModel, inventory.HighQuality, 'A'},
		{inventory.ByFamily, "", 'B'},
		{inventory.ByIdentifier, "", 'A'},
		{inventory.ByKeyword, "", 'C'},
		{inventory.Contradicted, "", 'C'},
		{inventory.Stated, inventory.MediumQuality, 'B'},
		{inventory.ByFamily, inventory.LowQuality, 'C'},
	} {
		r := laptop(1).with(func(p *inventory.Profile) {
			p.Manufacturer, p.Model, p.Recognition, p.Quality = "dell", "latitude 5420", c.recognition, c.quality
		})
		for line := range assess(t, estate(year2025, r), lib, calc.Method{}).Lines() {
			if line.Grade != c.grade {
				t.Errorf("%s, %s: grade %s, want %s", c.recognition, c.quality, line.Grade, c.grade)
			}
		}
	}
}

// A model finds its factor whoever spelled it; two models of a pack that differ
// by more than spelling are not taken for each other.
func TestModelInAnotherSpelling(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp,,, 100, kgCO2e/unit
		hp:elitebook 840 g6 notebook pc, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		apple:iphone 12 64gb, impact, manufacturing, gwp,,, 60, kgCO2e/unit
		apple:iphone 12 128gb, impact, manufacturing, gwp,,, 70, kgCO2e/unit
		laptop, lifetime,,,,, 4, year`)
	for _, c := range []struct{ maker, model, value string }{
		{"hp", "elitebook 840 g6", "60"},     // 240 ÷ 4 years
		{"hp", "HP EliteBook-840G6", "60"},   // 240 ÷ 4
		{"hp", "elitebook 840 g7", "25"},     // of its category, 100 ÷ 4
		{"apple", "iphone 12", "25"},         // 100 ÷ 4
		{"apple", "iphone 12 128gb", "17.5"}, // 70 ÷ 4
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.Manufacturer, p.Model = c.maker, c.model })
		sum := decimal.Zero
		for line := range assess(t, estate(year2025, r), lib, calc.Method{}).Lines() {
			sum = sum.Add(line.Values.Total(factors.GWP))
		}
		want(t, c.maker+" "+c.model, sum, c.value)
	}
}

func TestLinesAddUp(t *testing.T) {
	a := assess(t, office(), library(t, officeFactors), calc.Method{})
	sum := decimal.Zero
	count := 0
	for line := range a.Lines() {
		sum = sum.Add(line.Values.Total(factors.GWP))
		count++
		group, ok := a.Group(line.Group)
		if !ok {
			t.Fatalf("line without a group: %+v", line)
		}
		byHand := decimal.Zero
		for _, c := range group.Coefficients {
			if c.Location && c.Cell.Impact == factors.GWP {
				byHand = byHand.Add(c.Value.Mul(c.Measure.Of(line.Amounts).Decimal()))
			}
		}
		want(t, "line by its coefficients", line.Values.Total(factors.GWP), byHand.String())
	}
	want(t, "lines", sum, "2388")
	if count != 4 {
		t.Errorf("%d lines, want 4", count)
	}
}

// The factors used, with what they shadowed and for how many units.
func TestFactorsUsed(t *testing.T) {
	lib := libraryOf(t,
		pack(t, "base", "base", officeFactors),
		pack(t, "own", "department", `electricity/consumption-life-cycle, impact, use, gwp, GB, 2025, 0.05, kgCO2e/kWh`))
	a := assess(t, office(), lib, calc.Method{})
	for _, used := range a.Factors() {
		f := used.Match.Factor
		switch f.Subject {
		case "electricity/generation":
			t.Error("a factor that lost is listed as used")
		case "electricity/consumption-life-cycle":
			want(t, "units with electricity", used.Units, "17")
			if len(used.Match.Shadowed) != 1 || used.Match.Shadowed[0].Reason != factors.LowerLayer {
				t.Errorf("shadowed %+v, want the base layer's", used.Match.Shadowed)
			}
		}
	}
}

func TestExplainPart(t *testing.T) {
	a := assess(t, office(), library(t, officeFactors), calc.Method{})
	for _, c := range []struct {
		where  calc.Where
		figure string
	}{
		{calc.Where{}, "2388"},
		{calc.Where{Filter: map[calc.Dimension]string{calc.ByDepartment: "Policy"}}, "336"},
		{calc.Where{Filter: map[calc.Dimension]string{calc.ByDepartment: "Policy", calc.ByCategory: "laptop"}, Stage: factors.Use}, "20"},
		{calc.Where{Filter: map[calc.Dimension]string{calc.BySite: ""}}, "336"},
		{calc.Where{Filter: map[calc.Dimension]string{calc.ByScope: "3.7"}}, "20"},
		{calc.Where{Filter: map[calc.Dimension]string{calc.ByQuality: "D"}}, "1380"},
		{calc.Where{Component: calc.Overhead}, "300"},
		{calc.Where{Impact: factors.Energy}, "4800"},
		{calc.Where{Limit: 1}, "2388"},
	} {
		tree, err := a.Explain(c.where)
		if err != nil {
			t.Errorf("%+v: %v", c.where, err)
			continue
		}
		want(t, "explained", tree.Value, c.figure)
		recompute(t, tree)
	}
}

// A tree leads to the published source.
func TestExplainLeadsToSources(t *testing.T) {
	a := assess(t, estate(year2025, laptop(10)), library(t, laptopFactors), calc.Method{})
	tree, err := a.Explain(calc.Where{Stage: factors.Use})
	if err != nil {
		t.Fatal(err)
	}
	var formulas, sources []string
	var walk func(*calc.Trace)
	walk = func(n *calc.Trace) {
		if n.Formula != "" {
			formulas = append(formulas, n.Formula)
		}
		if n.Factor != nil {
			sources = append(sources, n.Factor.Factor.Subject+": "+n.Factor.Factor.Source.Title)
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(tree)
	if !slices.Contains(formulas, "20 × 0.2 × 1") || !slices.Contains(formulas, "10 × 4") {
		t.Errorf("formulas %q, want the consumption times the factor, and the units times that", formulas)
	}
	if expected := []string{"laptop: Invented for a test", "electricity/generation: Invented for a test"}; !slices.Equal(sources, expected) {
		t.Errorf("sources %q, want %q", sources, expected)
	}
}

func TestExplainRefuses(t *testing.T) {
	a := assess(t, office(), library(t, officeFactors), calc.Method{})
	for message, where := range map[string]calc.Where{
		"known: laptop, projector, server": {Filter: map[calc.Dimension]string{calc.ByCategory: "lap"}},
		"unknown dimension":                {Filter: map[calc.Dimension]string{"colour": "red"}},
		"not in this result":               {Impact: "noise"},
		"unknown stage":                    {Stage: "birth"},
		"unknown scope":                    {Scope: "4"},
		"no group":                         {Group: "G99999"},
		"no line":                          {Filter: map[calc.Dimension]string{calc.ByDepartment: "Finance", calc.ByCategory: "server"}},
		"no figure":                        {Filter: map[calc.Dimension]string{calc.ByCategory: "projector"}},
	} {
		_, err := a.Explain(where)
		var refused *calc.WhereError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), message) {
			t.Errorf("%+v: error %v, want one with %q", where, err, message)
		}
	}
}

// A stage that no pack knows is out of the boundary: it does not lower the
// coverage of every unit, and it is said once.
func TestStageNotInPacks(t *testing.T) {
	a := assess(t, estate(year2025, laptop(2)), library(t, `
		laptop, impact, manufacturing, gwp,,, 240, kgCO2e/unit
		laptop, lifetime,,,,, 4, year
		laptop, annual_energy,,,,, 20, kWh/year
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`), calc.Method{})
	want(t, "coverage", a.Coverage(factors.GWP).Share, "1")
	want(t, "coverage of distribution", a.CoverageByStage(factors.GWP)[factors.Distribution].Share, "0")
	if found := finding(a, calc.StageNotInPacks); len(found) != 2 {
		t.Errorf("findings %+v, want distribution and end of life", found)
	}
}

func TestAttributionAndZero(t *testing.T) {
	for _, c := range []struct {
		about, share string
		ownership    inventory.Ownership
		method       calc.Method
		figure       string
		code         calc.FindingCode
	}{
		{"whole", "", inventory.Owned, calc.Method{}, "67.2", ""},
		{"row", "0.5", inventory.Owned, calc.Method{}, "33.6", ""},
		{"nothing of it", "0", inventory.Owned, calc.Method{}, "0", ""},
		{"personal, by the method", "", inventory.Personal, personalShare("0.25"), "16.8", calc.AttributionFromMethod},
		{"personal, by the row", "0.5", inventory.Personal, personalShare("0.25"), "33.6", ""},
		{"personal, nobody says", "", inventory.Personal, calc.Method{}, "67.2", calc.PersonalBorneWhole},
		{"unusable", "2", inventory.Owned, calc.Method{}, "67.2", calc.InvalidAttribution},
	} {
		r := laptop(1).with(func(p *inventory.Profile) { p.Attribution, p.Ownership = c.share, c.ownership })
		a := assess(t, estate(year2025, r), library(t, laptopFactors), c.method)
		want(t, c.about, a.Values().Total(factors.GWP), c.figure)
		want(t, "coverage, "+c.about, a.Coverage(factors.GWP).Share, "1")
		if c.code != "" && len(finding(a, c.code)) != 1 {
			t.Errorf("%s: no finding %s in %+v", c.about, c.code, a.Findings())
		}
		checkTraces(t, a)
	}
}

func personalShare(s string) calc.Method {
	return calc.Method{Attribution: map[inventory.Ownership]decimal.Decimal{inventory.Personal: dec(s)}}
}

func TestCautions(t *testing.T) {
	lib := library(t, `
		ups, impact, manufacturing, gwp,,, 300, kgCO2e/unit, B, 100, 900
		ups, lifetime,,,,, 10, year
		ups, annual_energy,,,,, 100, kWh/year
		data-centre, pue,,,,, 1.5, 1
		electricity/generation, impact, use, gwp, GB, 2025, 0.2, kgCO2e/kWh`)
	ups := device("ups", 1).with(func(p *inventory.Profile) { p.Hosting = inventory.ServerRoom })
	a := assess(t, estate(year2025, ups), lib, calc.Method{})
	for _, code := range []calc.FindingCode{calc.WideSpread, calc.InOverhead, calc.PUEFromPack} {
		if len(finding(a, code)) != 1 {
			t.Errorf("no finding %s in %+v", code, a.Findings())
		}
	}
}

// A server and the UPS that feeds it, in a room of PUE 1.5:
//
//	server    1000 kWh · 1.5 = 1500 kWh, of which 500 kWh feed the room: UPS, cooling, light
//	UPS       100 kWh are among the 500, so 0
func TestOverheadEquipmentUnderPUE(t *testing.T) {
	lib := library(t, `
		server, annual_energy,,,,, 1000, kWh/year
		ups, annual_energy,,,,, 100, kWh/year
		data-centre, pue,,,,, 1.5, 1`)
	room := func(p *inventory.Profile) { p.Hosting = inventory.ServerRoom }
	a := assess(t, estate(year2025, device("server", 1).with(room), device("ups", 1).with(room)), lib, calc.Method{})
	want(t, "electricity of the room", a.Values().Total(factors.Energy), "1500")

	office := assess(t, estate(year2025, device("ups", 1)), lib, calc.Method{})
	want(t, "electricity in an office", office.Values().Total(factors.Energy), "100")
}

func TestAssumedOfRows(t *testing.T) {
	silent := device("laptop", 3).with(func(p *inventory.Profile) {
		p.Status, p.Ownership, p.Condition, p.Hosting, p.Acquired = "", "", "", "", 0
		p.Retired = month(2025, time.June)
	})
	a := assess(t, estate(year2025, silent), library(t, laptopFactors), calc.Method{})
	for _, code := range []calc.FindingCode{
		calc.StatusAssumed, calc.OwnershipAssumed, calc.ConditionAssumed, calc.HostingAssumed, calc.ServiceAssumed, calc.RouteAssumed,
	} {
		found := finding(a, code)
		if len(found) != 1 || !found[0].Units.Equal(dec("3")) {
			t.Errorf("finding %s: %+v, want one for 3 units", code, found)
		}
	}
}

func TestMarketViewWithoutMarket(t *testing.T) {
	_, err := calc.Assess(t.Context(), estate(year2025, device("laptop", 1)), library(t, laptopFactors), calc.Method{View: calc.MarketBased})
	if _, ok := errors.AsType[*calc.MarketError](err); !ok {
		t.Errorf("error %v, want that nothing market-based is known", err)
	}
}

func TestEmptyEstate(t *testing.T) {
	a := assess(t, estate(year2025), library(t, laptopFactors), calc.Method{})
	if a.Values().Len() != 0 || len(a.Findings()) != 0 || len(a.Breakdown(calc.ByCategory)) != 0 || len(a.Breakdown(calc.ByStage)) != 0 {
		t.Error("an empty estate has a result")
	}
	want(t, "coverage", a.Coverage(factors.GWP).Share, "1")
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := calc.Assess(ctx, office(), library(t, officeFactors), calc.Method{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestMethodValidate(t *testing.T) {
	for message, m := range map[string]calc.Method{
		"basis":       {Basis: "guessed"},
		"electricity": {View: "both"},
		"lifetime":    {Lifetimes: map[string]decimal.Decimal{"laptop": dec("0")}},
		"PUE":         {PUE: nullDec("0.9")},
		"attribution": {Attribution: map[inventory.Ownership]decimal.Decimal{inventory.Personal: dec("1.1")}},
		"share":       {Contracts: []calc.Contract{{Share: dec("-0.1")}}},
		"factor":      {Contracts: []calc.Contract{{Factor: dec("-1")}}},
		"users":       {Users: -1},
	} {
		if err := m.Validate(); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: error %v", message, err)
		}
	}
	if err := (calc.Method{}).Validate(); err != nil {
		t.Errorf("the zero method: %v", err)
	}
}

// Every code is listed once, so that whoever words them misses none.
func TestFindingCodes(t *testing.T) {
	codes := slices.Clone(calc.FindingCodes)
	slices.Sort(codes)
	if len(slices.Compact(codes)) != len(calc.FindingCodes) {
		t.Error("a code is listed twice")
	}
}

func TestAcquiredDimension(t *testing.T) {
	e := estate(year2025, bought("laptop", month(2023, time.May), 0), bought("laptop", month(2023, time.June), 0), laptop(1))
	a := assess(t, e, library(t, laptopFactors), calc.Method{})
	byYear := a.Breakdown(calc.ByAcquired)
	if len(byYear) != 2 || byYear[0].Key != "2023" || byYear[1].Key != "" {
		t.Errorf("by year %+v, want 2023 and unknown", byYear)
	}
	if groups := slices.Collect(a.Groups()); len(groups) != 1 {
		t.Errorf("%d groups, want one: the month decides nothing when annualised", len(groups))
	}
}
