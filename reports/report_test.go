package reports_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/result"
	"govfootprint/reports/summary"
	"govfootprint/reports/tidy"
	"govfootprint/reports/workbook"
)

const packYAML = `name: test
version: "1"
title: Figures made up for a test
published: 2026-01-01
licence: CC0-1.0
layer: base
sources:
  - {id: made-up, title: Made up for this test, publisher: Nobody, year: "2025", url: "https://example.org/", licence: CC0-1.0, redistribution: free}
`

const packCSV = `id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note
laptop-made,laptop,impact,manufacturing,gwp,,,200,150,300,kgCO2e/unit,,made-up,B,
laptop-moved,laptop,impact,distribution,gwp,,,8,,,kgCO2e/unit,,made-up,C,
laptop-treated,laptop,impact,end_of_life,gwp,,,2,,,kgCO2e/unit,,made-up,C,
laptop-life,laptop,lifetime,,,,,4,,,year,,made-up,C,
laptop-energy,laptop,annual_energy,,,,,30,,,kWh/year,,made-up,C,
monitor-made,monitor,impact,manufacturing,gwp,,,300,,,kgCO2e/unit,,made-up,B,
monitor-life,monitor,lifetime,,,,,6,,,year,,made-up,C,
monitor-energy,monitor,annual_energy,,,,,40,,,kWh/year,,made-up,C,
grid-gb,electricity/life-cycle,impact,use,gwp,GB,2025,0.2,,,kgCO2e/kWh,,made-up,B,
grid-world,electricity/life-cycle,impact,use,gwp,WORLD,2025,0.5,,,kgCO2e/kWh,,made-up,C,
`

const inventoryCSV = `category,quantity,department,country,acquired
laptop,10,Policy,GB,2024-05-01
laptop,6,Delivery,GB,2024-05-01
monitor,20,Policy,GB,2023-05-01
monitor,-2,Policy,GB,2023-05-01
toner,5,Policy,GB,
crystal ball,1,Policy,GB,
`

// assessed reads the inventory and assesses it with the pack.
func assessed(t *testing.T) reports.Input {
	t.Helper()
	return assessedBy(t, calc.Method{Users: 16})
}

// assessedBy does so by a method.
func assessedBy(t *testing.T, method calc.Method) reports.Input {
	t.Helper()
	return assessedFrom(t, inventoryCSV, method)
}

// assessedFrom does so for an inventory.
func assessedFrom(t *testing.T, text string, method calc.Method) reports.Input {
	t.Helper()
	return assessedFromFiles(t, method, fromMemory("inventory.csv", []byte(text)))
}

// assessedFromSources does so for several, by the method's defaults.
func assessedFromSources(t *testing.T, sources ...inventory.Source) reports.Input {
	t.Helper()
	return assessedFromFiles(t, calc.Method{Country: "GB"}, sources...)
}

func assessedFromFiles(t *testing.T, method calc.Method, sources ...inventory.Source) reports.Input {
	t.Helper()
	pack, err := factors.LoadPack(fstest.MapFS{
		"test/pack.yaml":   {Data: []byte(packYAML)},
		"test/factors.csv": {Data: []byte(packCSV)},
	}, "test")
	if err != nil {
		t.Fatal(err)
	}
	library, err := factors.NewLibrary(pack)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := inventory.Read(context.Background(), sources, inventory.Options{Period: inventory.CalendarYear(2025)})
	if err != nil {
		t.Fatal(err)
	}
	assessment, err := calc.Assess(context.Background(), reading.Estate, library, method)
	if err != nil {
		t.Fatal(err)
	}
	return reports.Input{Assessment: assessment, Reading: reading, Organisation: "Test", Version: "test"}
}

func report(t *testing.T) *reports.Report {
	t.Helper()
	r, err := reports.New(assessed(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// 16 laptops: 16 × (200 + 8 + 2) / 4 = 840 embodied, 16 × 30 × 0.2 = 96 in use;
// 20 monitors: 20 × 300 / 6 = 1,000 embodied, 20 × 40 × 0.2 = 160 in use.
// Together 840 + 96 + 1,000 + 160 = 2,096 kg.
func TestTotals(t *testing.T) {
	gwp, ok := report(t).Impact(factors.GWP)
	if !ok || !gwp.Total.Equal(decimal.NewFromInt(2096)) {
		t.Fatalf("the total is %s, want 2096", gwp.Total)
	}
	if use := gwp.Stage(factors.Use).Value; !use.Equal(decimal.NewFromInt(256)) {
		t.Errorf("use is %s, want 256", use)
	}
	if embodied := gwp.Embodied(); !embodied.Equal(decimal.NewFromInt(1840)) {
		t.Errorf("embodied is %s, want 1840", embodied)
	}
}

// Slices, stages, lines and scopes add up to the totals exactly.
func TestEverythingAddsUp(t *testing.T) {
	r := report(t)
	for _, i := range r.Impacts {
		for _, b := range r.Breakdowns {
			var sum decimal.Decimal
			for _, s := range b.Slices {
				value, _ := s.Total(i.Key)
				sum = sum.Add(value)
			}
			if !sum.Equal(i.Total) {
				t.Errorf("%s by %s adds up to %s, total %s", i.Key, b.Dimension, sum, i.Total)
			}
		}
		var lines, stages decimal.Decimal
		for l := range r.Lines {
			value, _ := l.Total(i.Key)
			lines = lines.Add(value)
		}
		for _, s := range i.Stages {
			stages = stages.Add(s.Value)
		}
		if !lines.Equal(i.Total) || !stages.Equal(i.Total) {
			t.Errorf("%s: lines add up to %s, stages to %s, total %s", i.Key, lines, stages, i.Total)
		}
	}
}

// A figure of a line is the sum of its amounts times the coefficients of its
// calculation: what the workbook says of itself.
func TestLinesFollowFromCalculations(t *testing.T) {
	r := report(t)
	groups := make(map[string]calc.Group)
	for g := range r.Groups {
		groups[g.Name] = g
	}
	for l := range r.Lines {
		sums := make(map[calc.CellKey]decimal.Decimal)
		for _, c := range groups[l.Group].Coefficients {
			if c.Location {
				sums[c.Cell] = sums[c.Cell].Add(c.Measure.Of(l.Amounts).Decimal().Mul(c.Value))
			}
		}
		for _, c := range l.Cells {
			if !sums[c.CellKey].Equal(c.Value) {
				t.Errorf("line %d, %v: amounts × coefficients are %s, the line says %s", l.Number, c.CellKey, sums[c.CellKey], c.Value)
			}
		}
	}
}

func TestRowsAndProblems(t *testing.T) {
	r := report(t)
	if got := r.Rows; got.Read != 6 || got.Assessed+got.Excluded+got.Rejected != got.Read || got.Unrecognised != 1 || got.Recognised() != got.Assessed-1 || got.Excluded != 1 || got.Rejected != 1 {
		t.Errorf("rows are %+v", got)
	}
	if len(r.Rows.Rejections) != 1 || r.Rows.Rejections[0].Code != inventory.CodeQuantityNotPositive {
		t.Errorf("rejections are %+v", r.Rows.Rejections)
	}
	if len(r.Actions) == 0 {
		t.Fatal("there is nothing to do")
	}
	rank := func(found func(reports.Action) bool) int { return slices.IndexFunc(r.Actions, found) }
	unknown := rank(func(a reports.Action) bool {
		return len(a.Findings) > 0 && a.Findings[0].Code == calc.UnresolvedCategory
	})
	lifetime := rank(func(a reports.Action) bool {
		return len(a.Findings) > 0 && a.Findings[0].Code == calc.LifetimeFromPack
	})
	if unknown < 0 || lifetime < 0 || unknown > lifetime {
		t.Errorf("a thing nobody recognises is step %d, an assumed lifetime step %d", unknown+1, lifetime+1)
	}
	if a := r.Actions[unknown]; a.Problem == nil || a.Problem.Example.Row != 7 {
		t.Errorf("the step about the thing nobody recognises does not say where it is: %+v", a.Problem)
	}
}

// A figure that no pack has is nothing that a change of the inventory could mend:
// it is no step, and not forgotten.
func TestStepsCanBeTaken(t *testing.T) {
	r := report(t)
	r.Findings = []calc.Finding{
		{Code: calc.NoFactor, Severity: calc.Gap, Impact: factors.GWP, Units: decimal.NewFromInt(5), Rows: 1},
		{Code: calc.HostingAssumed, Severity: calc.Assumption, Units: decimal.NewFromInt(3), Rows: 1},
	}
	r.Problems.Counts = nil
	reports.Rank(r)
	if len(r.Actions) != 1 || r.Actions[0].Findings[0].Code != calc.HostingAssumed {
		t.Errorf("the steps are %+v", r.Actions)
	}
	if len(r.Beyond) != 1 || r.Beyond[0].Findings[0].Code != calc.NoFactor {
		t.Errorf("beside the steps stand %+v", r.Beyond)
	}
}

// Every format takes what the engine makes.
func TestEveryFormat(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *reports.Report) error{
		"summary":  func(w io.Writer, r *reports.Report) error { return summary.Write(w, r, summary.Options{}) },
		"workbook": func(w io.Writer, r *reports.Report) error { return workbook.Write(w, r, workbook.Options{}) },
		"result":   func(w io.Writer, r *reports.Report) error { return result.Write(w, r, result.Options{}) },
		"tidy":     func(w io.Writer, r *reports.Report) error { return tidy.Write(w, r, tidy.Options{}) },
	} {
		var first, second bytes.Buffer
		if err := write(&first, report(t)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := write(&second, report(t)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs of the same inventory differ", name)
		}
	}
}

func TestNewWithoutAssessment(t *testing.T) {
	if _, err := reports.New(reports.Input{}); err == nil {
		t.Error("a report on nothing was made")
	}
}

// With a contract for all electricity in Great Britain at 0.05 kg, the 256 kg of
// its use become 64; the total stays 2,096, and breakdowns add up to 1,904.
func TestMarketBased(t *testing.T) {
	r, err := reports.New(assessedBy(t, calc.Method{View: calc.MarketBased, Contracts: []calc.Contract{{
		Name: "green", Place: "GB", Share: decimal.NewFromInt(1), Factor: decimal.New(5, -2),
	}}}))
	if err != nil {
		t.Fatal(err)
	}
	gwp, _ := r.Impact(factors.GWP)
	for name, got := range map[string][2]int64{
		"total":        {gwp.Total.IntPart(), 2096},
		"market-based": {gwp.Market.Decimal.IntPart(), 1904},
		"shown":        {gwp.Shown.Decimal.IntPart(), 1904},
		"use":          {gwp.Stage(factors.Use).Value.IntPart(), 256},
		"use, shown":   {gwp.Stage(factors.Use).Shown.Decimal.IntPart(), 64},
		"embodied":     {gwp.Embodied().IntPart(), 1840},
	} {
		if got[0] != got[1] {
			t.Errorf("%s is %d, want %d", name, got[0], got[1])
		}
	}
	for _, b := range r.Breakdowns {
		var sum decimal.Decimal
		for _, s := range b.Slices {
			value, _ := s.Total(factors.GWP)
			sum = sum.Add(value)
		}
		if !sum.Equal(gwp.Shown.Decimal) {
			t.Errorf("gwp by %s adds up to %s, shown %s", b.Dimension, sum, gwp.Shown.Decimal)
		}
	}
}

// Where dates say that nothing left, the mass of waste is known to be 0; where no
// date says when anything left, it is not known. An impact of which nothing is
// covered is never 0.
func TestZeroAndUnknown(t *testing.T) {
	r := report(t)
	dated, err := reports.New(assessedFrom(t, "category,quantity,retired\nlaptop,10,\nlaptop,1,2023-05-01\n", calc.Method{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		report *reports.Report
		known  bool
		says   string
		json   string
	}{
		{r, false, "not known", `"value": null`},
		{dated, true, "0 kg", `"value": "0"`},
	} {
		mass, _ := c.report.Impact(factors.Mass)
		if mass.Known != c.known || !mass.Total.IsZero() {
			t.Errorf("the waste is %s (known: %t)", mass.Total, mass.Known)
		}
		var terminal, document bytes.Buffer
		if err := errors.Join(summary.Write(&terminal, c.report, summary.Options{}), result.Write(&document, c.report, result.Options{})); err != nil {
			t.Fatal(err)
		}
		if !regexp.MustCompile(`(?m)^  E-waste +` + c.says).MatchString(terminal.String()) {
			t.Errorf("the summary does not say %q of the waste", c.says)
		}
		if _, after, _ := strings.Cut(document.String(), `"mass": {`); !strings.HasPrefix(strings.TrimSpace(after), c.json) {
			t.Errorf("the JSON does not say %s of the waste", c.json)
		}
	}
	for _, i := range r.Impacts {
		nothing := i.Coverage.Units.IsPositive() && i.Coverage.UnitsCovered.IsZero() && i.Coverage.UnitsPartly.IsZero()
		if nothing && i.Known {
			t.Errorf("nothing of %s is covered, and it is known to be %s", i.Key, i.Total)
		}
	}
}
