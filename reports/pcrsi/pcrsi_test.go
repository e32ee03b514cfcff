package pcrsi_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/pcrsi"
	"govfootprint/reports/reporttest"
)

func write(t *testing.T, r *reports.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pcrsi.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// impacts are figures by stage and indicator.
type impacts map[string]map[string]json.Number

type response struct {
	Metadata struct {
		Dataset   string `json:"dataset"`
		Timestamp string `json:"timestamp"`
		Sources   []struct {
			Name string `json:"name"`
		} `json:"sources"`
		Indicators []struct {
			Indicator string `json:"indicator"`
		} `json:"indicators"`
	} `json:"metadata"`
	Total impacts `json:"total_impact"`
	Tags  []struct {
		Name    string  `json:"name"`
		Impacts impacts `json:"impacts"`
	} `json:"tags"`
	Quality *struct {
		High   json.Number `json:"high"`
		Medium json.Number `json:"medium"`
		Low    json.Number `json:"low"`
	} `json:"quality"`
	Details map[string]struct {
		Type    string   `json:"type"`
		Name    string   `json:"name"`
		Quality string   `json:"quality"`
		Tags    []string `json:"tags"`
		Impacts impacts  `json:"impacts"`
	} `json:"details"`
}

func read(t *testing.T, content []byte) response {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	var r response
	if err := decoder.Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

// validate checks a response against the schema.
func validate(t *testing.T, content []byte) error {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(pcrsi.Schema))
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
	return compiled.Validate(value)
}

// The example that the format is published as, with its two notes filled in and
// its doubled key made two, is valid by this project's reading.
// https://github.com/Boavizta/PCR-SI_dataformat/blob/main/response.json
const published = `{
  "metadata": {
    "organization": "My company", "dataset": "LCA of IS", "timestamp": "24-01-01-18:49:52", "provider": "A software",
    "sources": [{"name": "NegaOctet", "version": 1.2}], "version": 4.0,
    "indicators": [{"indicator": "GWP", "source": "Reference to IPPC X", "unit": "kg CO2e"}]
  },
  "total_impact": {"BLD": {"GWP": 123, "ADPe": 13, "ADPf": 23, "WU": 12}, "DIS": {}, "USE": {}, "EOL": {}},
  "tags": [{"name": "Datacenter", "impacts": {"BLD": {"GWP": 123}}}],
  "quality": {"high": 0.23, "medium": 0.47, "low": 0.30},
  "details": {"1": {
    "type": "server", "name": "Dell ProLiant 512", "tags": ["Datacenter"], "quality": "high", "impacts": {"BLD": {"GWP": 123}},
    "source": "http://api.boavizta.org/x", "provider": "BoaviztAPI - 4.0"
  }}
}`

func TestSchema(t *testing.T) {
	if err := validate(t, []byte(published)); err != nil {
		t.Errorf("the published example: %v", err)
	}
	for _, wrong := range [][2]string{{`"USE"`, `"use"`}, {`"GWP": 123, "ADPe"`, `"gwp": 123, "ADPe"`}, {`"high": 0.23`, `"high": 23`}, {`"quality": "high"`, `"quality": "A"`}} {
		changed := bytes.Replace([]byte(published), []byte(wrong[0]), []byte(wrong[1]), 1)
		if validate(t, changed) == nil {
			t.Errorf("%s for %s is valid", wrong[1], wrong[0])
		}
	}
}

// Responses are valid, whatever is known.
func TestValid(t *testing.T) {
	nothing := reporttest.Sample()
	nothing.Impacts, nothing.Breakdowns, nothing.Packs = nil, nil, nil
	for name, r := range map[string]*reports.Report{"sample": reporttest.Sample(), "market": reporttest.SampleMarket(), "nothing known": nothing} {
		if err := validate(t, write(t, r)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Details, and the tags of a dimension that every line states, add up to the
// total exactly, and the total is that of the report.
func TestAddsUp(t *testing.T) {
	r := reporttest.Sample()
	got := read(t, write(t, r))
	details, kinds := make(map[string]decimal.Decimal), make(map[string]decimal.Decimal)
	add := func(sums map[string]decimal.Decimal, parts impacts) {
		for stage, figures := range parts {
			for code, value := range figures {
				sums[stage+code] = sums[stage+code].Add(decimal.RequireFromString(value.String()))
			}
		}
	}
	for _, d := range got.Details {
		add(details, d.Impacts)
	}
	for _, tag := range got.Tags {
		if tag.Name == "kind=hardware" {
			add(kinds, tag.Impacts)
		}
	}
	total := make(map[string]decimal.Decimal)
	add(total, got.Total)
	for _, key := range slices.Sorted(maps.Keys(total)) {
		if !details[key].Equal(total[key]) || !kinds[key].Equal(total[key]) {
			t.Errorf("%s: details %s, tags %s, total %s", key, details[key], kinds[key], total[key])
		}
	}
	for code, impact := range map[string]factors.Impact{"GWP": factors.GWP, "ADPe": factors.ADPe, "TPE": factors.PrimaryEnergy} {
		sum := decimal.Zero
		for _, stage := range []string{"BLD", "DIS", "USE", "EOL"} {
			sum = sum.Add(total[stage+code])
		}
		if want, _ := r.Impact(impact); !sum.Equal(want.Total) {
			t.Errorf("%s is %s, in the report %s", code, sum, want.Total)
		}
	}
}

// What stands in the response, by hand: of grade A and B is high, C medium, all
// else low; the timestamp is the end of the period; what the format has no code
// for, and what is not known, is absent.
func TestContent(t *testing.T) {
	got := read(t, write(t, reporttest.Sample()))
	if got.Metadata.Timestamp != "25-12-31-23:59:59" || got.Metadata.Dataset != "IT footprint 2025, annualised, location-based electricity" {
		t.Errorf("metadata %+v", got.Metadata)
	}
	if len(got.Metadata.Indicators) != 3 || len(got.Metadata.Sources) != 3 {
		t.Errorf("%d indicators, %d sources", len(got.Metadata.Indicators), len(got.Metadata.Sources))
	}
	if _, has := got.Total["DIS"]["TPE"]; has {
		t.Error("the primary energy of distribution is not known, and has a figure")
	}
	levels := map[string]string{"laptop": "high", "desktop": "medium", "dock": "low", "ups": "low"}
	for id, d := range got.Details {
		if want, ok := levels[d.Type]; ok && d.Quality != want {
			t.Errorf("%s, %s: quality %s, want %s", id, d.Type, d.Quality, want)
		}
	}
	var sum decimal.Decimal
	for _, share := range []json.Number{got.Quality.High, got.Quality.Medium, got.Quality.Low} {
		sum = sum.Add(decimal.RequireFromString(share.String()))
	}
	if !sum.Sub(decimal.NewFromInt(1)).Abs().LessThan(decimal.New(1, -27)) {
		t.Errorf("the shares of quality add up to %s", sum)
	}
	if first := got.Details["1"]; first.Name != "dell latitude 5420" || !slices.Contains(first.Tags, "department=Digital and Data") {
		t.Errorf("the first detail is %+v", first)
	}
}
