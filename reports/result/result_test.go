package result_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/result"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

func write(t *testing.T, r *reports.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := result.Write(&b, r, result.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// validate checks a result against the published schema.
func validate(t *testing.T, content []byte) {
	t.Helper()
	validateBy(t, result.Schema, content)
}

// validateBy checks JSON against a schema.
func validateBy(t *testing.T, by, content []byte) {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(by))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("urn:test", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("urn:test")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(value); err != nil {
		t.Error(err)
	}
}

func TestInspection(t *testing.T) {
	var b bytes.Buffer
	if err := result.WriteInspection(&b, reporttest.SampleInspection(), result.Options{}); err != nil {
		t.Fatal(err)
	}
	validateBy(t, result.InspectionSchema, b.Bytes())
	golden := filepath.Join("testdata", "inspection.json")
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestResult(t *testing.T) {
	got := write(t, reporttest.Sample())
	validate(t, got)
	golden := filepath.Join("testdata", "sample.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("result differs from %s (-want +got; rewrite it with -update):\n%s", golden, diff)
	}
}

// An empty report is a valid result: everything is there, nothing is known.
func TestEmpty(t *testing.T) {
	r := &reports.Report{Period: inventory.CalendarYear(2025)}
	for _, dimension := range reporttest.Sample().Breakdowns {
		r.Breakdowns = append(r.Breakdowns, reports.Breakdown{Dimension: dimension.Dimension})
	}
	validate(t, write(t, r))
}

// The slices of every dimension add up to the totals, to the last digit.
func TestSlicesAddUp(t *testing.T) {
	var doc struct {
		Totals map[string]struct {
			Value string `json:"value"`
		} `json:"totals"`
		Breakdown map[string][]map[string]any `json:"breakdown"`
	}
	if err := json.Unmarshal(write(t, reporttest.Sample()), &doc); err != nil {
		t.Fatal(err)
	}
	for dimension, slices := range doc.Breakdown {
		for impact, total := range doc.Totals {
			var sum decimal.Decimal
			for _, slice := range slices {
				if value, ok := slice[impact].(string); ok {
					sum = sum.Add(decimal.RequireFromString(value))
				}
			}
			if want := decimal.RequireFromString(total.Value); !sum.Equal(want) {
				t.Errorf("%s by %s adds up to %s, total %s", impact, dimension, sum, want)
			}
		}
	}
}

// Totals are location-based whatever the breakdowns show, and the market-based
// one stands beside.
func TestMarketBased(t *testing.T) {
	type document struct {
		View   string `json:"breakdown_view"`
		Totals map[string]struct {
			Value   string            `json:"value"`
			Market  string            `json:"market_based"`
			ByStage map[string]string `json:"by_stage"`
		} `json:"totals"`
		Breakdown map[string][]map[string]any `json:"breakdown"`
	}
	read := func(content []byte) (d document) {
		validate(t, content)
		if err := json.Unmarshal(content, &d); err != nil {
			t.Fatal(err)
		}
		return d
	}
	location, market := read(write(t, reporttest.Sample())), read(write(t, reporttest.SampleMarket()))
	if location.View != "location" || market.View != "market" {
		t.Errorf("breakdowns are said to be %q and %q", location.View, market.View)
	}
	if diff := cmp.Diff(location.Totals, market.Totals); diff != "" {
		t.Errorf("the totals depend on the view of the breakdowns:\n%s", diff)
	}
	gwp := market.Totals["gwp"]
	if gwp.Value == gwp.Market {
		t.Error("the location-based total is lost")
	}
	for dimension, slices := range market.Breakdown {
		var sum, beside decimal.Decimal
		for _, slice := range slices {
			if value, ok := slice["gwp"].(string); ok {
				sum = sum.Add(decimal.RequireFromString(value))
			}
			if value, ok := slice["gwp_location_based"].(string); ok {
				beside = beside.Add(decimal.RequireFromString(value))
			}
		}
		if !sum.Equal(decimal.RequireFromString(gwp.Market)) {
			t.Errorf("gwp by %s adds up to %s, market-based total %s", dimension, sum, gwp.Market)
		}
		if dimension == "scope" && !beside.Equal(decimal.RequireFromString(gwp.Value)) {
			t.Errorf("location-based gwp by scope adds up to %s, total %s", beside, gwp.Value)
		}
	}
}
