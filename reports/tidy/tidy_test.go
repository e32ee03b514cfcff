package tidy_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/tidy"
)

func table(t *testing.T, r *reports.Report, opt tidy.Options) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := tidy.Write(&b, r, opt); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// Adding up the values of an impact gives its total to the last digit.
func TestAddsUp(t *testing.T) {
	r := reporttest.Sample()
	sums := make(map[string]decimal.Decimal)
	impact, value := slices.Index(tidy.Columns, "impact"), slices.Index(tidy.Columns, "value")
	for _, record := range table(t, r, tidy.Options{})[1:] {
		sums[record[impact]] = sums[record[impact]].Add(decimal.RequireFromString(record[value]))
	}
	for _, i := range r.Impacts {
		if got := sums[string(i.Key)]; !got.Equal(i.Total) {
			t.Errorf("%s adds up to %s, total %s", i.Key, got, i.Total)
		}
	}
}

// Texts that a spreadsheet would take for a formula get an apostrophe; numbers,
// negative ones too, stay as they are.
func TestFormulas(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"} {
		r := reporttest.Sample()
		line := slices.Collect(r.Lines)[0]
		line.Profile.Department = text
		line.Cells[0].Value = decimal.NewFromInt(-5)
		r.Lines = slices.Values([]reports.Line{line})
		department, value := slices.Index(tidy.Columns, "department"), slices.Index(tidy.Columns, "value")
		record := table(t, r, tidy.Options{})[1]
		// encoding/csv reads a lone carriage return within quotes as it stands.
		if got := record[department]; got != "'"+text {
			t.Errorf("department %q is written as %q", text, got)
		}
		if got := record[value]; got != "-5" {
			t.Errorf("value -5 is written as %q", got)
		}
		if got := table(t, r, tidy.Options{Raw: true})[1][department]; got != text {
			t.Errorf("raw department %q is written as %q", text, got)
		}
	}
}
