package summary_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/summary"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

func write(t *testing.T, r *reports.Report, opt summary.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := summary.Write(&b, r, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSummary(t *testing.T) {
	for name, opt := range map[string]summary.Options{
		"80.txt":       {Written: []string{"report.xlsx"}},
		"110.txt":      {Width: 110, Written: []string{"report.xlsx", "result.json"}},
		"60.txt":       {Width: 60},
		"ascii.txt":    {ASCII: true},
		"colour.txt":   {Colour: true},
		"fr.txt":       {Language: "fr", Written: []string{"rapport.xlsx"}},
		"fr-60.txt":    {Language: "fr", Width: 60},
		"fr-ascii.txt": {Language: "fr", ASCII: true},
	} {
		t.Run(name, func(t *testing.T) {
			compare(t, name, write(t, reporttest.Sample(), opt))
		})
	}
}

// The location-based total stays the main one where breakdowns are market-based.
func TestMarketBased(t *testing.T) {
	compare(t, "market.txt", write(t, reporttest.SampleMarket(), summary.Options{}))
}

// compare compares a summary with the expected one.
func compare(t *testing.T, name, got string) {
	t.Helper()
	golden := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("summary differs from %s (-want +got; rewrite it with -update):\n%s", golden, diff)
	}
}

// Scopes on a basis that spreads purchases say so; on the basis acquired there
// is nothing to say.
func TestScopesOfTheBasis(t *testing.T) {
	r := reporttest.Sample()
	const caption = "--basis acquired"
	if got := write(t, r, summary.Options{}); strings.Count(got, caption) != 1 {
		t.Errorf("the scopes are without their caption:\n%s", got)
	}
	r.Method.Basis = calc.Acquired
	if got := write(t, r, summary.Options{}); strings.Contains(got, caption) {
		t.Errorf("the scopes of the basis acquired ask for the basis acquired:\n%s", got)
	}
}

// A kind of equipment of which nothing is known is not shown as 0.
func TestUnknownIsNotZero(t *testing.T) {
	r := reporttest.Sample()
	for d, b := range r.Breakdowns {
		if b.Dimension == calc.ByCategory {
			r.Breakdowns[d].Slices = slices.Concat(b.Slices[:3], []reports.Slice{{Key: "", Units: decimal.NewFromInt(37)}})
		}
	}
	for line := range strings.Lines(write(t, r, summary.Options{})) {
		if strings.HasSuffix(line, " 37 units\n") && (!strings.Contains(line, "not known") || strings.Contains(line, "%")) {
			t.Errorf("nothing known is shown as an amount: %s", line)
		}
	}
}

// No line is wider than the terminal, and none ends in spaces.
func TestWidth(t *testing.T) {
	for _, columns := range []int{60, 72, 80, 100, 110} {
		for line := range strings.Lines(write(t, reporttest.Sample(), summary.Options{Width: columns})) {
			line = strings.TrimSuffix(line, "\n")
			if w := uniseg.StringWidth(line); w > columns {
				t.Errorf("at %d columns a line takes %d: %q", columns, w, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("line ends in spaces: %q", line)
			}
		}
	}
}

func TestASCII(t *testing.T) {
	for _, r := range write(t, reporttest.Sample(), summary.Options{ASCII: true}) {
		if r >= utf8.RuneSelf {
			t.Fatalf("%q is not ASCII", r)
		}
	}
}

// Text from an inventory cannot reach the terminal's controls.
func TestControls(t *testing.T) {
	r := reporttest.Sample()
	r.Organisation = "Ministry\x1b[2J of\u202e Tricks\nand\x07 more"
	got := write(t, r, summary.Options{})
	if strings.ContainsAny(got, "\x1b\x07\u202e") {
		t.Errorf("controls reach the terminal: %q", got[:80])
	}
	if want := "Ministry[2J of Tricks and more: IT footprint 2025\n"; !strings.HasPrefix(got, want) {
		t.Errorf("heading is %q, want %q", got[:80], want)
	}
}

// A report with nothing in it is still a summary.
func TestEmpty(t *testing.T) {
	got := write(t, &reports.Report{Period: reporttest.Sample().Period}, summary.Options{})
	if !strings.HasPrefix(got, "IT footprint 2025\n") {
		t.Errorf("an empty report begins with %q", got)
	}
}

// At the usual width no language leaves out how sure a figure is and
// how much it covers.
func TestFrenchColumns(t *testing.T) {
	levers, err := reporttest.Levers()
	if err != nil {
		t.Fatal(err)
	}
	columns := func(language, title string, heads ...string) {
		t.Helper()
		var b bytes.Buffer
		if err := summary.WriteLevers(&b, levers, summary.Options{Language: language, Width: 80}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(b.String(), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, title) {
				for _, head := range heads {
					if !strings.Contains(lines[i+1], head) {
						t.Errorf("%s: no column %q in %q", language, head, lines[i+1])
					}
				}
				return
			}
		}
		t.Fatalf("%s: no %q in\n%s", language, title, b.String())
	}
	for _, assumed := range []bool{true, false} {
		levers.Assumed = assumed
		columns("en", "Keep or replace  ", "90% interval", "pays from", "beyond")
		columns("fr", "Garder ou remplacer  ", "sûr à 90\u202f%", "payant dès", "au-delà")
	}
}
