package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/summary"
)

// Parts of a unit are rounded for people, and activities are rows, not 0 units.
func TestInspectionOfActivities(t *testing.T) {
	in := reporttest.SampleInspection()
	units := decimal.RequireFromString("3.138888888889")
	in.Units = units
	in.Levels = []reports.Level{{Key: reports.ToCategory, Units: units, Rows: 9}, {Key: reports.ToNothing, Rows: 5}}
	in.Kinds = []reports.Kind{{Category: "server", Units: units, Rows: 9}, {Category: "cloud-compute", Rows: 4}}
	in.Questions.All[0].Units = inventory.DecimalTally(units)
	var b bytes.Buffer
	if err := summary.WriteInspection(&b, in, summary.Options{}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{"3.14 units, 4 activities", "5 activities", "Servers 3.14", "Cloud computing power 4 activities"} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
			t.Errorf("without %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "3.138") {
		t.Errorf("not rounded for people:\n%s", text)
	}
}

// A total that stands for less than half is marked as a part, and what is missing
// from activities is told by stage.
func TestPartialTotals(t *testing.T) {
	r := reporttest.Sample()
	r.Activity = 10
	for i := range r.Impacts {
		c := &r.Impacts[i].Coverage
		switch r.Impacts[i].Key {
		case factors.GWP:
			c.Activities, c.ActivitiesCovered = 10, 1
			for s := range r.Impacts[i].Stages {
				stage := &r.Impacts[i].Stages[s]
				stage.Coverage = calc.Coverage{Activities: 10, ActivitiesCovered: 1}
				if stage.Stage == factors.Use {
					stage.Coverage.ActivitiesCovered = 9
				}
			}
		case factors.Water:
			c.Share = decimal.New(49, -2)
		case factors.ADPe:
			c.Share = decimal.New(50, -2)
		default: // as the sample has it
		}
	}
	text := write(t, r, summary.Options{Width: 120})
	for want, times := range map[string]int{"≥ 13,120 m³": 1, "≥ 17.8 kg": 0, "by stage: manufacturing 10%, distribution 10%, use 90%, end of life 10%": 1} {
		if strings.Count(text, want) != times {
			t.Errorf("%q should be there %d times:\n%s", want, times, text)
		}
	}
}
