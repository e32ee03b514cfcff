package workbook_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

// digital is a report of a host, part of which is idle, of mails and of computing
// power that nobody has a figure for; with a functional unit.
func digital(t *testing.T, devices bool) *reports.Report {
	t.Helper()
	pack, err := factors.LoadPack(fstest.MapFS{
		"p/pack.yaml": {Data: []byte("name: p\nversion: \"1\"\ntitle: P\npublished: \"2025-01-01\"\nlicence: CC0-1.0\nlayer: base\nsources:\n" +
			"  - {id: s, title: S, publisher: P, year: \"2025\", url: https://example.org, licence: CC0-1.0, redistribution: attribution}\n")},
		"p/factors.csv": {Data: []byte("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n" +
			"a,server,impact,manufacturing,gwp,,,1000,,,kgCO2e/unit,,s,C,\nb,server,lifetime,,,,,4,,,year,,s,C,\n" +
			"c,email,impact,manufacturing+use,gwp,,,4,,,gCO2e/email,,s,C,\n")},
	}, "p")
	if err != nil {
		t.Fatal(err)
	}
	library, err := factors.NewLibrary(pack)
	if err != nil {
		t.Fatal(err)
	}
	period, err := inventory.ParsePeriod("2025")
	if err != nil {
		t.Fatal(err)
	}
	e := inventory.NewEstate(period)
	if devices {
		host := inventory.Profile{Kind: inventory.Hardware, Category: "server", Recognition: inventory.Stated, Status: inventory.InService, Country: "GB"}
		for capacity, units := range map[inventory.Capacity]string{inventory.Allocated: "1.5", inventory.Idle: "0.5"} {
			host.Capacity = capacity
			tally := inventory.DecimalTally(decimal.RequireFromString(units))
			e.Add(host, inventory.Amounts{Rows: 1, Units: tally, Full: tally})
		}
	}
	for category, measure := range map[string]string{"email": "email", "cloud-compute": "vCPU.h"} {
		p := inventory.Profile{Kind: inventory.Software, Category: category, Recognition: inventory.Stated, Measure: measure, Country: "GB", Service: "Passports"}
		e.Add(p, inventory.Amounts{Rows: 1, Activity: inventory.DecimalTally(decimal.NewFromInt(10_000))})
	}
	a, err := calc.Assess(t.Context(), e, library, calc.Method{Services: map[string]calc.FunctionalUnit{"Passports": {Unit: "case", Count: decimal.NewFromInt(100)}}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := reports.New(reports.Input{Assessment: a})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rowOf returns the cells of the first row of a sheet that begins so.
func rowOf(t *testing.T, rows [][]string, first string) []string {
	t.Helper()
	i := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == first })
	if i < 0 {
		t.Fatalf("no row %q", first)
	}
	return rows[i]
}

// Activities stand with their measure, their coverage beside that of units, and
// no mean by units; what of the hosts is idle stands on the Summary.
//
//	hosts 2 · 1000 / 4 = 500 kg, of which 125 idle; mails 10,000 · 4 g = 40 kg, 0.4 a case
func TestActivities(t *testing.T) {
	f := open(t, write(t, digital(t, true), workbook.Options{}))
	rows, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	for first, want := range map[string][]string{
		"Idle capacity of hosts": {"0.5", "125.0", "25%"},
		"E-mail":                 {"10,000 e-mails", "40.0", "7%"},
		"Passports":              {"case", "100", "0.0", "0.0", "40.0", "0.400 kg CO₂e", "–", "50%"},
	} {
		if got := rowOf(t, rows, first)[1:]; len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s: %q, want %q", first, got, want)
		}
	}
	if heads := rowOf(t, rows, "Impact"); slices.Contains(heads, "For each unit") || !slices.Contains(heads, "Coverage of activities") {
		t.Errorf("totals of %q", heads)
	}
	lines, err := f.GetRows("Lines")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(lines[3], "Counted in") || !slices.Contains(lines[3], "Part of host") {
		t.Errorf("lines of %q", lines[3])
	}
}

// Without a device nothing is said of devices, and the workbook still opens.
func TestActivitiesAlone(t *testing.T) {
	f := open(t, write(t, digital(t, false), workbook.Options{}))
	rows, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	rowOf(t, rows, "Climate change by kind of service (kg CO₂e)")
	for _, row := range rows {
		if slices.Contains(row, "E-waste") || slices.Contains(row, "Idle capacity of hosts") {
			t.Errorf("a row of devices: %q", row)
		}
	}
}

// A total that stands for less than half is shown as a part, and stays a number;
// a long file name wraps rather than run into its neighbour.
func TestPartialTotalsAndLongNames(t *testing.T) {
	r := reporttest.Sample()
	for i := range r.Impacts {
		if r.Impacts[i].Key == factors.Water {
			r.Impacts[i].Coverage.Share = decimal.New(49, -2)
		}
	}
	for i := range r.Problems.Items {
		r.Problems.Items[i].File = strings.Repeat("a long name of a file, ", 5) + "final.xlsx"
	}
	f := open(t, write(t, r, workbook.Options{}))
	rows, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	if got := rowOf(t, rows, "Water")[2]; !strings.HasPrefix(got, "≥ ") {
		t.Errorf("the total of water is %q", got)
	}
	if got := rowOf(t, rows, "Climate change")[2]; strings.HasPrefix(got, "≥") {
		t.Errorf("the total of climate change is %q", got)
	}
	height, err := f.GetRowHeight("Problems", 5)
	if err != nil || height < 3+3*13 {
		t.Errorf("the row is %g high, %v", height, err)
	}
}
