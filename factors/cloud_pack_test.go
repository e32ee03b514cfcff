package factors

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// TestCloudMedians: what a provider's vCPU.h stands for, where the instance type is
// unknown, is the median of the types in the same pack; P5 and P95 are between the
// ranks nearest to them, so they are only compared with what lies around them.
func TestCloudMedians(t *testing.T) {
	packs, err := EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(packs, func(p *Pack) bool { return p.Ref() == "cloud@2026.1" })
	if at < 0 {
		t.Fatal("the pack is not in the program")
	}
	types := map[string][]decimal.Decimal{}
	summaries := map[string]*Factor{}
	for _, f := range packs[at].Factors {
		if f.Property != PropertyImpact {
			continue
		}
		if provider, _, ok := strings.Cut(f.Subject, ":"); ok {
			types[provider] = append(types[provider], f.Value)
			types[""] = append(types[""], f.Value)
		} else {
			_, provider, _ := strings.Cut(f.Subject, "@")
			summaries[provider] = f
		}
	}
	if len(types) != 4 || len(summaries) != 4 {
		t.Fatalf("types of %d providers and %d summaries, want 3 providers and all of them", len(types)-1, len(summaries))
	}
	for provider, values := range types {
		f := summaries[provider]
		slices.SortFunc(values, decimal.Decimal.Cmp)
		around := func(percent int) (below, above decimal.Decimal) {
			rank := (len(values) - 1) * percent
			return values[rank/100], values[(rank+99)/100]
		}
		for percent, figure := range map[int]decimal.Decimal{5: f.Low.Decimal, 50: f.Value, 95: f.High.Decimal} {
			below, above := around(percent)
			rounding := figure.Mul(decimal.New(2, -4))
			if figure.LessThan(below.Sub(rounding)) || figure.GreaterThan(above.Add(rounding)) {
				t.Errorf("%s: P%d is %s, want between %s and %s, of %d types", f.ID, percent, figure, below, above, len(values))
			}
		}
	}
}
