package factors

import (
	"strings"
	"testing"
)

func TestPercentiles(t *testing.T) {
	for note, want := range map[string][2]float64{
		"":                            {0.05, 0.95},
		"Between makers.":             {0.05, 0.95},
		"P90 and P10 as low and high": {0.05, 0.95},
		"Median of 233 product sheets (Apple, Dell), P10 and P90 as low and high.": {0.1, 0.9},
		"Own median of the 1,097 instance types, P5 and P95 as low and high.":      {0.05, 0.95},
	} {
		f := Factor{Note: note}
		if low, high := f.Percentiles(); low != want[0] || high != want[1] {
			t.Errorf("%q: %v and %v, want %v", note, low, high, want)
		}
	}
}

// Every shipped factor whose note speaks of percentiles says so in the words that
// are understood.
func TestShippedPercentilesAreUnderstood(t *testing.T) {
	packs, err := EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range packs {
		for _, f := range p.Factors {
			if low, _ := f.Percentiles(); low == 0.1 {
				found++
			} else if f.Low.Valid && (strings.Contains(f.Note, "P10") || strings.Contains(f.Note, "P90")) {
				t.Errorf("%s, %s: %q is not understood", p.Ref(), f.ID, f.Note)
			}
		}
	}
	if found == 0 {
		t.Error("no shipped factor states other percentiles")
	}
}
