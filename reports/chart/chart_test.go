package chart_test

import (
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/reports/chart"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func known(s string) decimal.NullDecimal { return decimal.NewNullDecimal(d(s)) }

// The charts that the tests draw. By hand, of the stacked bars: the longest has
// 30 + 10 = 40 and takes 74 % of the width, so 30 ends at 74 × 30 ÷ 40 = 55.5 %.
// Of the waterfall: 100, then up by 50 and down by 30 to 120; 150 is 74 %, so
// the fall goes from 74 % back to 74 × 120 ÷ 150 = 59.2 %.
var (
	stacked = chart.Bars{
		Frame:  chart.Frame{ID: "stacked", Title: "Kinds (t)", Description: "Two bars of two parts"},
		Series: []string{"Making", "Use"},
		Rows: []chart.Bar{
			{Label: "Laptops", Parts: []decimal.Decimal{d("30"), d("10")}, Figures: []string{"40"}, Low: known("35"), High: known("40")},
			{Label: "Servers", Parts: []decimal.Decimal{d("5"), d("0")}, Figures: []string{"5"}},
		},
	}
	grouped = chart.Bars{
		Frame:  chart.Frame{ID: "grouped", Title: "Scopes (t)", Description: "Two ways of accounting"},
		Series: []string{"Location-based", "Market-based"}, Grouped: true,
		Rows: []chart.Bar{{Label: "2 Electricity", Parts: []decimal.Decimal{d("8"), d("2")}, Figures: []string{"8", "2"}}},
	}
	waterfall = chart.Waterfall{
		Frame:  chart.Frame{ID: "fall", Title: "From year to year (t)", Description: "A total, two changes, a total", Unit: "t"},
		Series: []string{"Total", "More", "Less"},
		Steps: []chart.Step{
			{Label: "2024", Change: d("100"), Total: true, Figure: "100"},
			{Label: "Estate", Change: d("50"), Figure: "+50"},
			{Label: "Factors", Change: d("-30"), Figure: "−30"},
			{Label: "2025", Change: d("120"), Total: true, Figure: "120", Low: known("110"), High: known("135")},
		},
	}
	// From −60 to 15 is 75 wide: 0 stands at 60 ÷ 75 = 80 %, and −45 at 15 ÷ 75 = 20 %,
	// so that the first bar is 60 % long.
	estimates = chart.Estimates{
		Frame: chart.Frame{ID: "estimates", Title: "What each saves (t)", Description: "Two bars with intervals"},
		Value: "Difference", Interval: "90% interval", Less: "less", More: "more",
		Rows: []chart.Estimate{
			{Label: "Laptops", Figure: "−45 t", Asides: []string{"−60 to −30"}, Value: d("-45"), Low: known("-60"), High: known("-30")},
			{Label: "Screens", Figure: "+10 t", Asides: []string{"+5 to +15"}, Value: d("10"), Low: known("5"), High: known("15")},
			{Label: "Servers", Figure: "0 t", Value: d("0")},
		},
	}
)

func TestCharts(t *testing.T) {
	for name, svg := range map[string]string{"stacked": stacked.SVG(), "grouped": grouped.SVG(), "waterfall": waterfall.SVG(), "estimates": estimates.SVG()} {
		wellFormed(t, name, svg)
		golden := filepath.Join("testdata", name+".svg")
		svg = strings.ReplaceAll(svg, "><", ">\n<") + "\n" // to be read and compared line by line
		if *update {
			if err := os.WriteFile(golden, []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), svg); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for svg, want := range map[string]string{stacked.SVG(): `width="55.5%"`, waterfall.SVG(): `<rect x="59.2%"`, estimates.SVG(): `<rect x="20%" y="110" width="60%"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("there is no %s in %s", want, svg)
		}
	}
}

// wellFormed checks that a drawing is XML, names and describes itself, and loads
// nothing.
func wellFormed(t interface {
	Helper()
	Errorf(format string, args ...any)
}, name, svg string,
) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(svg))
	var elements []string
	for {
		token, err := decoder.Token()
		if token == nil {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if start, ok := token.(xml.StartElement); ok {
			elements = append(elements, start.Name.Local)
		}
	}
	if len(elements) < 3 || elements[1] != "title" || elements[2] != "desc" || !strings.Contains(svg, `role="img"`) {
		t.Errorf("%s: begins with %q", name, elements[:min(3, len(elements))])
	}
	for _, bad := range []string{"<script", "href=", "url(http", "NaN", "onload="} {
		if strings.Contains(svg, bad) {
			t.Errorf("%s holds %q", name, bad)
		}
	}
}

var rect = regexp.MustCompile(`<rect x="([0-9.]+)%" y="\d+" width="([0-9.]+)%"`)

// Whatever the figures and labels, a drawing is well-formed and no bar leaves
// the space that bars have.
func TestBarsStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := chart.Bars{Frame: chart.Frame{ID: "x", Title: rapid.String().Draw(t, "title") + "t", Description: "d"}, Series: []string{"a", "b"}, Grouped: rapid.Bool().Draw(t, "grouped")}
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			value := func() decimal.Decimal {
				return decimal.New(rapid.Int64Range(-5, 1e12).Draw(t, "value"), rapid.Int32Range(-9, 3).Draw(t, "exponent"))
			}
			c.Rows = append(c.Rows, chart.Bar{Label: rapid.String().Draw(t, "label"), Parts: []decimal.Decimal{value(), value()}, Figures: []string{"1", "2"}})
		}
		svg := c.SVG()
		wellFormed(t, "bars", svg)
		for _, m := range rect.FindAllStringSubmatch(svg, -1) {
			if end := d(m[1]).Add(d(m[2])); end.GreaterThan(d("74.01")) {
				t.Fatalf("a bar ends at %s %%", end)
			}
		}
		if again := c.SVG(); again != svg {
			t.Fatal("the same chart gives other bytes")
		}
	})
}

// Whatever the figures, what a chart of estimates draws is within it.
func TestEstimatesStayInside(t *testing.T) {
	place := regexp.MustCompile(`[x12]="(-?[0-9.]+)%"`)
	rapid.Check(t, func(t *rapid.T) {
		c := chart.Estimates{Frame: chart.Frame{ID: "x", Title: "t", Description: "d"}, Value: "v", Interval: "i", Less: "l", More: "m"}
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			value := func(name string) decimal.Decimal {
				return decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, name), rapid.Int32Range(-9, 3).Draw(t, "exponent"))
			}
			e := chart.Estimate{Label: rapid.String().Draw(t, "label"), Figure: "1", Value: value("value")}
			if rapid.Bool().Draw(t, "sure") {
				a, b := value("one end"), value("other end")
				e.Low, e.High = decimal.NewNullDecimal(decimal.Min(a, b)), decimal.NewNullDecimal(decimal.Max(a, b))
			}
			c.Rows = append(c.Rows, e)
		}
		svg := c.SVG()
		wellFormed(t, "estimates", svg)
		for _, m := range place.FindAllStringSubmatch(svg, -1) {
			if at := d(m[1]); at.IsNegative() || at.GreaterThan(d("100")) {
				t.Fatalf("something is drawn at %s %%", at)
			}
		}
	})
}

// A waterfall whose changes add up ends where its last total ends.
func TestWaterfallEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := chart.Waterfall{Frame: chart.Frame{ID: "x", Title: "t", Description: "d"}}
		sum := decimal.NewFromInt(rapid.Int64Range(0, 1000).Draw(t, "start"))
		c.Steps = append(c.Steps, chart.Step{Label: "a", Change: sum, Total: true})
		for range rapid.IntRange(0, 5).Draw(t, "steps") {
			change := decimal.NewFromInt(rapid.Int64Range(-1500, 1500).Draw(t, "change"))
			sum = sum.Add(change)
			c.Steps = append(c.Steps, chart.Step{Label: "b", Change: change})
		}
		c.Steps = append(c.Steps, chart.Step{Label: "c", Change: sum, Total: true})
		svg := c.SVG()
		wellFormed(t, "waterfall", svg)
		ends := connector.FindAllStringSubmatch(svg, -1)
		if len(ends) != len(c.Steps)-1 {
			t.Fatalf("%d steps are joined by %d lines", len(c.Steps), len(ends))
		}
		last := d(ends[len(ends)-1][1])
		zero := d(axis.FindAllStringSubmatch(svg, -1)[0][1])
		if sum.IsZero() { // a total of nothing has no bar
			if !near(last, zero) {
				t.Fatalf("the steps end at %s %%, where nothing is at %s %%", last, zero)
			}
			return
		}
		bars := rect.FindAllStringSubmatch(svg, -1)
		total := bars[len(bars)-1]
		from, to := d(total[1]), d(total[1]).Add(d(total[2]))
		if sum.IsNegative() {
			from, to = to, from
		}
		if !near(from, zero) || !near(to, last) {
			t.Fatalf("the last total goes from %s %% to %s %%, where nothing is at %s %% and the steps end at %s %%", from, to, zero, last)
		}
	})
}

// connector leads from the end of a step to the next, and axis is where nothing is.
var (
	connector = regexp.MustCompile(`<line x1="([0-9.]+)%" y1="\d+" x2="[0-9.]+%" y2="\d+" stroke="[^"]*" stroke-dasharray`)
	axis      = regexp.MustCompile(`<line x1="([0-9.]+)%" y1="\d+" x2="[0-9.]+%" y2="\d+" stroke="[^"]*" stroke-width="2"/>`)
)

// near reports whether two places are the same but for the rounding, to a tenth of a
// percent, of each and of a width.
func near(a, b decimal.Decimal) bool { return a.Sub(b).Abs().LessThan(d("0.16")) }

// Labels are cut to what the narrowest screen holds, and harmless.
func TestLabels(t *testing.T) {
	c := stacked
	c.Rows = []chart.Bar{{Label: "<script>" + strings.Repeat("w", 200) + "\u202e", Parts: []decimal.Decimal{d("1"), d("1")}}}
	svg := c.SVG()
	wellFormed(t, "labels", svg)
	if strings.Contains(svg, strings.Repeat("w", 60)) || !strings.Contains(svg, "&lt;script&gt;www") || !strings.Contains(svg, "…") || strings.Contains(svg, "\u202e") {
		t.Error(svg)
	}
}
