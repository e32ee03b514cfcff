package page_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/disclosure"
	"govfootprint/reports/figure"
	"govfootprint/reports/page"
	"govfootprint/reports/page/pagetest"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/wording"
)

func write(t *testing.T, r *reports.Report, language string) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, r, page.Options{Language: language}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// samples are the reports that are checked.
func samples() map[string]*reports.Report {
	empty := reporttest.Sample()
	empty.Impacts, empty.Scopes, empty.Breakdowns, empty.Findings, empty.Actions, empty.Factors, empty.Packs = nil, nil, nil, nil, nil, nil, nil
	empty.Problems, empty.Manifest.Files = reports.Problems{}, nil
	return map[string]*reports.Report{"sample": reporttest.Sample(), "market": reporttest.SampleMarket(), "empty": empty}
}

// Every page is built as WCAG asks, in every language.
func TestStructure(t *testing.T) {
	for name, r := range samples() {
		for _, language := range wording.Languages {
			got := write(t, r, language)
			for _, wrong := range pagetest.Check([]byte(got)) {
				t.Errorf("%s, %s: %s", name, language, wrong)
			}
			if !strings.Contains(got, `<html lang="`+language+`">`) {
				t.Errorf("%s: the page does not say that it is in %s", name, language)
			}
		}
	}
}

// What is wrong with a page is found.
func TestStructureIsChecked(t *testing.T) {
	good := write(t, reporttest.Sample(), "en")
	for _, c := range []struct{ old, replacement, want string }{
		{` lang="en"`, "", "does not say its language"},
		{"<main", "<main><h4>x</h4></main><main", "2 <main>"},
		{"</h1>", "</h1><h4>x</h4>", "level 4 follows one of level 1"},
		{`<th scope="col">`, "<th>", "has no scope"},
		{"<caption", "<b", "caption"},
		{`role="img"`, "", "no role"},
		{"<p", `<p style="color:red"`, "style of its own"},
		{"<p", `<script src="https://example.org/x.js"></script><p`, "<script>"},
		{`href="#main"`, `href="#nowhere"`, "not there"},
		{`href="#main"`, `href="javascript:alert(1)"`, "leads to"},
		{`tabindex="0"`, "", "by keyboard"},
		{`id="rows"`, `id="main"`, "given 2 times"},
	} {
		changed := strings.Replace(good, c.old, c.replacement, 1)
		if changed == good {
			t.Errorf("%q is not in the page", c.old)
		}
		if got := pagetest.Check([]byte(changed)); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, c.want) }) {
			t.Errorf("with %q for %q, found %q; want %q", c.replacement, c.old, got, c.want)
		}
	}
}

// Text from an inventory can run nothing, reorder nothing and push nothing off
// the page, in any place where it stands.
func TestHostileText(t *testing.T) {
	const script = `"><script>alert(1)</script><svg onload=alert(1)>`
	hostile := script + "\u202ereversed\u2066\u200b\x00\x1b[31m" + strings.Repeat("w", 5000)
	r := reporttest.Sample()
	r.Organisation = hostile
	for b := range r.Breakdowns {
		if !slices.Contains([]calc.Dimension{calc.ByDepartment, calc.BySite, calc.ByCategory, calc.ByAcquired}, r.Breakdowns[b].Dimension) {
			continue
		}
		for s := range r.Breakdowns[b].Slices {
			r.Breakdowns[b].Slices[s].Key = hostile + strconv.Itoa(s)
		}
	}
	for i := range r.Problems.Items {
		p := &r.Problems.Items[i]
		p.File, p.Sheet, p.Column, p.Value = hostile, hostile, hostile, hostile
	}
	for i := range r.Problems.Counts {
		r.Problems.Counts[i].Example = r.Problems.Items[0]
	}
	for i := range r.Manifest.Options {
		r.Manifest.Options[i].Value = hostile
	}
	for i := range r.Manifest.Files {
		r.Manifest.Files[i].Name = hostile
	}
	source := *r.Factors[0].Match.Factor.Source
	source.Title, source.Publisher, source.Licence, source.URL = hostile, hostile, hostile, "javascript:alert(1)"
	r.Factors[0].Match.Factor.Source = &source
	r.Services = []calc.Service{{Name: hostile, FunctionalUnit: calc.FunctionalUnit{Unit: hostile, Count: decimal.NewFromInt(1)}}}
	reports.Rank(r)
	got := write(t, r, "en")
	for _, wrong := range pagetest.Check([]byte(got)) {
		t.Error(wrong)
	}
	for _, bad := range []string{"<script", "<svg onload", "\u202e", "\u2066", "\u200b", "\x00", "\x1b", "javascript:", strings.Repeat("w", 1000)} {
		if at := strings.Index(got, bad); at >= 0 {
			t.Errorf("the page holds %q: …%s…", bad, got[max(0, at-80):min(len(got), at+80)])
		}
	}
	if !strings.Contains(got, "&lt;script&gt;") {
		t.Error("the page does not show the text at all")
	}
}

// A page of a large estate is bounded.
func TestBounded(t *testing.T) {
	r := reporttest.Sample()
	for b := range r.Breakdowns {
		if r.Breakdowns[b].Dimension == calc.ByDepartment {
			one := r.Breakdowns[b].Slices[0]
			for i := range 5000 {
				one.Key = "Department " + strconv.Itoa(i)
				r.Breakdowns[b].Slices = append(r.Breakdowns[b].Slices, one)
			}
		}
	}
	for len(r.Problems.Items) < 5000 {
		r.Problems.Items = append(r.Problems.Items, r.Problems.Items[0])
	}
	for len(r.Factors) < 5000 {
		r.Factors = append(r.Factors, r.Factors[0])
	}
	for len(r.Findings) < 5000 {
		r.Findings = append(r.Findings, r.Findings[0])
	}
	if got := len(write(t, r, "en")); got > 400_000 {
		t.Errorf("the page has %d bytes", got)
	}
}

// Nothing of the page is a key of the catalogue, and each language has its own
// way of writing numbers and dates.
func TestLanguages(t *testing.T) {
	key := regexp.MustCompile(`>\s*(page|summary|column|dimension|method|card|chart|label)\.[a-z_.]+\s*<|\{[0-9]`)
	for language, wants := range map[string][]string{
		"en": {"Skip to main content", "1 January 2025 to 31 December 2025", "3,120 people"},
		"fr": {"Aller au contenu principal", "du 01/01/2025 au 31/12/2025", "3\u202f120 personnes"},
	} {
		got := write(t, reporttest.Sample(), language)
		if found := key.FindString(got); found != "" {
			t.Errorf("%s: %q", language, found)
		}
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the page does not say %q", language, want)
			}
		}
	}
}

// The same report gives the same bytes.
func TestSameBytes(t *testing.T) {
	if first, second := write(t, reporttest.Sample(), "fr"), write(t, reporttest.Sample(), "fr"); first != second {
		t.Error("two pages of one report differ")
	}
}

// A part of a total is rounded by itself: every report shows the same figure for it,
// and the parts need not add up to the total in the last place.
func TestPartsAreRoundedAlone(t *testing.T) {
	r := reporttest.Sample()
	got := write(t, r, "en")
	gwp, _ := r.Impact(factors.GWP)
	scale := figure.ScaleFor(gwp.Unit, gwp.Shown.Decimal)
	_, table, _ := strings.Cut(got, `<table id="stages">`)
	table, _, _ = strings.Cut(table, "</table>")
	cells := regexp.MustCompile(`</th><td class="number">([0-9,.]+)</td>`).FindAllStringSubmatch(table, -1)
	for i, s := range gwp.Stages {
		shown := decimal.RequireFromString(strings.ReplaceAll(cells[i][1], ",", ""))
		if want := figure.Round(scale.Apply(s.Shown.Decimal), -shown.Exponent()); !shown.Equal(want) {
			t.Errorf("%s shows %s, want %s", s.Stage, shown, want)
		}
	}
}

// A page of an estate without any figure says so.
func TestNothingKnown(t *testing.T) {
	r := reporttest.Sample()
	for i := range r.Impacts {
		r.Impacts[i].Known, r.Impacts[i].Shown.Valid = false, false
	}
	r.Rows.Rejections = append(r.Rows.Rejections, reports.Reason{Code: inventory.CodeDateInvalid, Rows: 1})
	if got := write(t, r, "en"); !strings.Contains(got, "is not known") || len(pagetest.Check([]byte(got))) > 0 {
		t.Errorf("%v", pagetest.Check([]byte(got)))
	}
}

// Text and its ground differ as much as WCAG asks: 4.5 to 1, and 3 to 1 for
// large text and for what tells things apart.
func TestContrast(t *testing.T) {
	style, err := os.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	named := make(map[string]string)
	for _, m := range regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(string(style), -1) {
		named[m[1]] = m[2]
	}
	for _, c := range []struct {
		over, under string
		least       float64
	}{
		{named["ink"], "#ffffff", 7},
		{named["quiet"], "#ffffff", 7},
		{named["quiet"], named["shade"], 7},
		{named["ink"], named["shade"], 7},
		{named["link"], "#ffffff", 4.5},
		{"#54319f", "#ffffff", 4.5},
		{"#ffffff", named["brand"], 4.5},
		{named["ink"], named["focus"], 4.5},
		{named["brand"], "#ffffff", 3},
		{"#12436d", "#f3f3f3", 3},
	} {
		if got := contrast(t, c.over, c.under); got < c.least {
			t.Errorf("%s on %s: %.2f to 1, want %.1f", c.over, c.under, got, c.least)
		}
	}
}

// contrast is the ratio of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative
// luminances. By hand: black on white is (1 + 0.05) / (0 + 0.05) = 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	one, two := luminance(t, a), luminance(t, b)
	return (max(one, two) + 0.05) / (min(one, two) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// The tables that governments owe are on the page, each in a section that the contents
// lead to; every gap leads to what is said about it.
func TestDisclosures(t *testing.T) {
	r := reporttest.Sample()
	r.Reporting.Returns = []string{"all"}
	for language, title := range map[string]string{"en": "RCP « Systèmes d’information », version 2 (2024)", "fr": "GHG Protocol Scope 2 Guidance"} {
		got := write(t, r, language)
		for _, wrong := range pagetest.Check([]byte(got)) {
			t.Errorf("%s: %s", language, wrong)
		}
		for _, v := range disclosure.Of(r) {
			if !strings.Contains(got, `<li><a href="#view-`+string(v.Key)+`">`) {
				t.Errorf("%s: the contents do not lead to %s", language, v.Key)
			}
			for _, table := range v.Tables {
				if !strings.Contains(got, `<table id="view-`+string(v.Key)+"-"+table.Key+`">`) {
					t.Errorf("%s: there is no table %s of %s", language, table.Key, v.Key)
				}
			}
			for n := range v.Gaps() {
				id := fmt.Sprintf("view-%s-gap-%d", v.Key, n+1)
				if !strings.Contains(got, `href="#`+id+`"`) || !strings.Contains(got, `id="`+id+`"`) {
					t.Errorf("%s: the gap %s is not marked, or not explained", language, id)
				}
			}
		}
		other := map[string]string{"en": "fr", "fr": "en"}[language]
		if !regexp.MustCompile(`<li lang="` + other + `"><a href="https://[^>]*>[^<]*` + regexp.QuoteMeta(title)).MatchString(got) {
			t.Errorf("%s: the title %q does not say that it is in another language", language, title)
		}
	}
}

// A total stands with its interval: by hand, 0.78 and 1.27 of it in the sample.
func TestIntervals(t *testing.T) {
	r := reporttest.Sample()
	got := write(t, r, "en")
	gwp := r.Impacts[0]
	scale := figure.ScaleFor(gwp.Unit, gwp.Total)
	low := figure.English.Scaled(gwp.Total.Mul(decimal.RequireFromString("0.78")), scale)
	high := figure.English.Scaled(gwp.Total.Mul(decimal.RequireFromString("1.27")), scale)
	for _, want := range []string{low + " to " + high, `<td class="number">` + low + "</td>", `<td class="number">` + high + "</td>", `id="chart-totals-title"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// Units that lack a figure in two stages are the same units: by hand, ten of
// them, and not twenty.
func TestFindingsCountUnitsOnce(t *testing.T) {
	r := reporttest.Sample()
	missing := calc.Finding{
		Code: calc.NoFactor, Severity: calc.Gap, Impact: factors.Water, Category: "dock", Units: decimal.NewFromInt(10), Rows: 1,
		Stage: factors.Manufacturing,
	}
	other := missing
	other.Stage = factors.Distribution
	r.Findings = []calc.Finding{missing, other}
	got := write(t, r, "en")
	_, table, _ := strings.Cut(got, `<table id="findings">`)
	table, _, _ = strings.Cut(table, "</table>")
	if !strings.Contains(table, ">10 units<") || strings.Contains(table, "20 units") {
		t.Errorf("%s", table)
	}
}
