package factors_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/factors"
)

func TestDiff(t *testing.T) {
	before := load(t, "grid", factors.Base,
		grid("changed", "GB", "2025", "0.2"), grid("removed", "GB", "2024", "0.3"), grid("same", "GB", "2023", "0.50"),
		grid("in-grams", "FR", "2025", "0.05"), grid("zero", "NO", "2025", "0"),
		"range,laptop,impact,manufacturing,gwp,,,200,100,,kgCO2e/unit,,report,B,",
	)
	after := load(t, "grid", factors.Base,
		grid("changed", "GB", "2025", "0.15"), grid("added", "GB", "2026", "0.1"), grid("same", "GB", "2023", "0.5"),
		strings.Replace(grid("in-grams", "FR", "2025", "60"), "kgCO2e", "gCO2e", 1), grid("zero", "NO", "2025", "0.01"),
		"range,laptop,impact,manufacturing+distribution,gwp,,,200,50,400,kgCO2e/unit,lognormal,report,A,Again.",
	)
	after.Version = "2026.2"
	after.Sources[0].Year = "2026"
	old, fresh := load(t, "old", factors.Base, grid("a", "GB", "2025", "0.2")), load(t, "fresh", factors.Base, grid("b", "GB", "2025", "0.2"))
	var got []string
	for _, c := range factors.Diff([]*factors.Pack{before, old}, []*factors.Pack{fresh, after}) {
		var text strings.Builder
		fmt.Fprintf(&text, "%s %s %s:", c.Kind, c.Pack, c.ID)
		for _, f := range c.Fields {
			fmt.Fprintf(&text, " %s %q→%q", f.Field, f.Old, f.New)
			if f.Ratio.Valid {
				text.WriteString(" ×" + f.Ratio.Decimal.String())
			}
		}
		line := text.String()
		got = append(got, line)
		if (c.Old == nil) != (c.Kind == factors.Added || c.ID == "") || (c.New == nil) != (c.Kind == factors.Removed || c.ID == "") {
			t.Errorf("%s carries %v and %v", line, c.Old, c.New)
		}
	}
	want := []string{
		"added fresh :", "added fresh b:",
		`changed grid : version "2026.1"→"2026.2" source report "A report | A publisher | 2025 | https://example.com/report | CC-BY-4.0 |  |  | "→"A report | A publisher | 2026 | https://example.com/report | CC-BY-4.0 |  |  | "`,
		"added grid added:",
		`changed grid changed: value "0.2"→"0.15" ×0.75`,
		`changed grid in-grams: value "0.05"→"60" ×1.2 unit "kgCO2e/kWh"→"gCO2e/kWh"`, // 60 g / 50 g
		`changed grid range: stage "manufacturing"→"manufacturing+distribution" low "100"→"50" ×0.5 high ""→"400" distribution ""→"lognormal" quality "B"→"A" note ""→"Again."`,
		"removed grid removed:",
		`changed grid zero: value "0"→"0.01"`,
		"removed old :", "removed old a:",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if changes := factors.Diff([]*factors.Pack{before}, []*factors.Pack{before}); len(changes) != 0 {
		t.Errorf("a pack differs from itself: %v", changes)
	}
}
