package result_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/pathway"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/result"
)

// samplePathway is one with a scenario, a target and bands.
func samplePathway(t *testing.T) *reports.Pathway {
	t.Helper()
	available, err := factors.EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	selected, err := factors.Select(available, nil)
	if err != nil {
		t.Fatal(err)
	}
	library, err := factors.NewLibrary(selected...)
	if err != nil {
		t.Fatal(err)
	}
	period := inventory.CalendarYear(2025)
	e := inventory.NewEstate(period)
	for _, acquired := range []inventory.Month{0, inventory.NewMonth(2019, 4), inventory.NewMonth(2023, 9)} {
		for _, country := range []string{"DK", "GB"} {
			e.Add(inventory.Profile{
				Kind: inventory.Hardware, Category: "laptop", Recognition: inventory.Stated, Status: inventory.InService, Country: country, Acquired: acquired,
			}, inventory.Stay{Acquired: acquired, Units: inventory.CountTally(30), Rows: 30}.In(period))
		}
	}
	s, err := scenario.Parse("s.yaml", []byte("version: 1\nname: Longer\nchanges:\n  - name: Five years\n    reason: A policy\n    where: category == \"laptop\"\n    set: {lifetime_years: 5}\n    from: 2026\n    to: 2028\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := pathway.Run(t.Context(), scenario.State{Estate: e, Library: library, Method: calc.Method{}.WithDefaults()}, []*scenario.Scenario{s}, pathway.Options{To: 2031})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := p.Assessments()
	sure, err := uncertainty.Run(t.Context(), all, uncertainty.Options{Draws: 500, Totals: reports.BandedImpacts})
	if err != nil {
		t.Fatal(err)
	}
	return reports.NewPathway(reports.PathwayInput{
		Pathway: p, Uncertainty: sure, Version: "test",
		Targets: []reports.Target{
			{Year: 2028, Cut: decimal.RequireFromString("0.05"), Of: factors.GWP},
			{Year: 2030, Cut: decimal.RequireFromString("0.5"), Of: factors.GWP, Source: "board"},
			{Year: 2040, Cut: decimal.RequireFromString("0.9"), Of: factors.Energy},
		},
	})
}

// What is written is what the schema says, and its sums are those of its years.
func TestPathway(t *testing.T) {
	p := samplePathway(t)
	var b bytes.Buffer
	if err := result.WritePathway(&b, p, result.Options{}); err != nil {
		t.Fatal(err)
	}
	validateBy(t, result.PathwaySchema, b.Bytes())
	var doc struct {
		Courses []struct {
			Years []struct {
				Impacts map[string]struct {
					Value, Cumulative *decimal.Decimal
					ByStage           map[string]decimal.Decimal `json:"by_stage"`
				}
			}
			Targets []struct {
				Known, Meets bool
				From         *int
			}
		}
		Grid []struct {
			Place string
			Basis []string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil { //nolint:musttag // names without tags are read whatever their case
		t.Fatal(err)
	}
	for c, course := range doc.Courses {
		sum := decimal.Zero
		for y, year := range course.Years {
			gwp := year.Impacts["gwp"]
			stages := decimal.Zero
			for _, part := range gwp.ByStage {
				stages = stages.Add(part)
			}
			if sum = sum.Add(*gwp.Value); !sum.Equal(*gwp.Cumulative) || !stages.Equal(*gwp.Value) {
				t.Errorf("course %d, year %d: %s so far, by the years %s; %s, by stage %s", c, y, gwp.Cumulative, sum, gwp.Value, stages)
			}
		}
	}
	// The grid of Denmark falls and laptops stay for longer: 5% less are met for sure,
	// half is not, and 2040 is beyond.
	longer := doc.Courses[1].Targets
	if !longer[0].Meets || longer[0].From == nil || longer[1].Meets || longer[2].Known {
		t.Errorf("targets: %+v", longer)
	}
	if len(doc.Grid) != 2 || doc.Grid[0].Place != "DK" || doc.Grid[0].Basis[3] != "projected" || doc.Grid[1].Basis[6] != "held" {
		t.Errorf("grid: %+v", doc.Grid)
	}
}
