package cli

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/quantity"
	"govfootprint/reports/wording"
)

// sampleTrace is a sum of one part, whose only part is 10 units at a third of
// 100 kg each:
//
//	10 × 100 ÷ 3 = 333.33…
func sampleTrace() *calc.Trace {
	third := decimal.RequireFromString("33.333333333333333333333333333333")
	factor := &factors.Factor{
		ID: "laptop.gwp", Subject: "laptop", Property: factors.PropertyImpact, Stage: factors.Manufacturing, Impact: factors.GWP,
		Value: decimal.NewFromInt(100), Unit: quantity.MustParse("kgCO2e/unit"), Note: "Weighed",
		Source: &factors.Source{ID: "own", Title: "Measurements", Publisher: "Us", Year: "2025", URL: "https://example.org"},
		Pack:   &factors.Pack{Name: "ours", Version: "1"}, File: "ours/factors.csv", Line: 2,
	}
	beaten := *factor
	beaten.ID, beaten.Value = "other", decimal.NewFromInt(90)
	match := &factors.Match{
		Factor: factor, Rung: factors.Category, YearRung: factors.YearUndated, Grade: factors.GradeC,
		Shadowed: []factors.Shadow{{Factor: &beaten, Reason: factors.LowerLayer}, {Factor: &beaten, Reason: factors.OtherYear}},
	}
	perUnit := &calc.Trace{
		Label: "each", Formula: "100 × 1 ÷ 3", Value: third, Unit: "kgCO2e/unit",
		Children: []*calc.Trace{
			{Label: "of one unit", Value: decimal.NewFromInt(100), Unit: "kgCO2e/unit", Factor: match},
			{Label: "lifetime", Value: decimal.NewFromInt(3), Unit: "year", Source: "method"},
		},
	}
	group := &calc.Trace{
		Label: "laptops", Formula: "10 × 33.333333333333333333333333333333", Value: third.Mul(decimal.NewFromInt(10)), Unit: "kgCO2e",
		Children: []*calc.Trace{{Label: "units", Value: decimal.NewFromInt(10), Unit: "unit", Source: "inventory"}, perUnit},
	}
	return &calc.Trace{Label: "total", Formula: group.Value.String(), Value: group.Value, Unit: "kgCO2e", Children: []*calc.Trace{group}}
}

func draw(t *testing.T, opt treeOptions) string {
	t.Helper()
	var b strings.Builder
	opt.Texts = english(t)
	if err := writeTree(&b, sampleTrace(), opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTree(t *testing.T) {
	const references = `
[1] laptop.gwp: 100 kgCO2e/unit
    Us, Measurements, 2025
    https://example.org
    in ours@1 (ours/factors.csv:2); found by the category (laptop), any place, any year; quality C
    Weighed
    instead of other in ours@1, 90 kgCO2e/unit (lower layer)
    instead of 1 factor of another year
`
	for name, tc := range map[string]struct {
		options treeOptions
		want    string
	}{
		"whole": {treeOptions{}, `total › laptops: 333.333333333… kgCO2e
│  = 10 × 33.3333333333…
├─ units: 10 unit  (inventory)
└─ each: 33.3333333333… kgCO2e/unit
   │  = 100 × 1 ÷ 3
   ├─ of one unit: 100 kgCO2e/unit  [1]
   └─ lifetime: 3 year  (method)
` + references},
		"exact": {treeOptions{Exact: true, ASCII: true}, "total > laptops: 333.33333333333333333333333333333 kgCO2e\n" +
			"|  = 10 x 33.333333333333333333333333333333\n" +
			"|- units: 10 unit  (inventory)\n" +
			"`- each: 33.333333333333333333333333333333 kgCO2e/unit\n" +
			"   |  = 100 x 1 / 3\n" +
			"   |- of one unit: 100 kgCO2e/unit  [1]\n" +
			"   `- lifetime: 3 year  (method)\n" + references},
		"cut": {treeOptions{Depth: 1}, `total › laptops: 333.333333333… kgCO2e
   = 10 × 33.3333333333…
   … 4 figures below; --depth 0 shows them
`},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, draw(t, tc.options)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestATreeForProgramsIsExact(t *testing.T) {
	r := traceRecordOf(english(t), sampleTrace(), 0)
	each := r.Children[0].Children[1]
	if r.Value != "333.33333333333333333333333333333" || each.Children[0].Factor.Source.URL != "https://example.org" {
		t.Errorf("record = %+v", r)
	}
	if got := traceRecordOf(english(t), sampleTrace(), 2); len(got.Children) != 1 || got.Children[0].Children != nil {
		t.Errorf("two levels: %+v", got)
	}
}

func english(t *testing.T) *wording.Catalogue {
	t.Helper()
	texts, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
