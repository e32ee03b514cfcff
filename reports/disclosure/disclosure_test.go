package disclosure_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/aims"
	"govfootprint/reports/disclosure"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/wording"
)

var update = flag.Bool("update", false, "rewrite the expected views")

// write writes views as text, as plainly as they can be compared.
func write(w *bytes.Buffer, views []*disclosure.View, c *wording.Catalogue) {
	for _, v := range views {
		fmt.Fprintf(w, "# %s\n%s\n", v.Title.In(c), v.Asks.In(c))
		if v.Duty != nil {
			fmt.Fprintf(w, "owed by %s\n", v.Duty.Who.In(c))
			for _, s := range v.Duty.Sources {
				fmt.Fprintf(w, "source %s <%s>\n", s.Title, s.URL)
			}
		}
		for _, t := range v.Tables {
			fmt.Fprintf(w, "\n## %s\n", t.Title.In(c))
			if note := t.Note.In(c); note != "" {
				fmt.Fprintf(w, "(%s)\n", note)
			}
			var heads []string
			for _, column := range t.Columns {
				heads = append(heads, strings.TrimSpace(column.Head.In(c)+" "+string(column.Unit)))
			}
			fmt.Fprintln(w, strings.Join(heads, " | "))
			for _, r := range t.Rows {
				var cells []string
				for _, cell := range r.Cells {
					cells = append(cells, text(v, cell, c))
				}
				fmt.Fprintln(w, strings.TrimRight(strings.Repeat("  ", r.Level)+strings.Join(cells, " | "), " |"))
			}
		}
		for i, g := range v.Gaps() {
			fmt.Fprintf(w, "gap %d: %s → %s\n", i+1, g.Gap.Why.In(c), g.Gap.Give.In(c))
		}
		for _, n := range v.Notes {
			fmt.Fprintf(w, "note: %s\n", n.In(c))
		}
		fmt.Fprintln(w)
	}
}

func text(v *disclosure.View, cell *disclosure.Cell, c *wording.Catalogue) string {
	switch {
	case cell == nil:
		return ""
	case cell.None:
		return "n/a"
	case cell.Figure != nil:
		const places = 6
		out := cell.Figure.Value.Round(places).String()
		if cell.Figure.From != nil {
			out = "=" + out
		}
		return out
	case cell.Gap != nil:
		return strings.TrimSpace(fmt.Sprintf("%s [gap %d]", cell.Words.In(c), v.GapNumber(cell)))
	}
	return cell.Words.In(c)
}

// The views of the sample, in both languages, as text.
func TestViews(t *testing.T) {
	for _, language := range wording.Languages {
		c, err := wording.In(language)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		write(&got, disclosure.Of(reporttest.Sample()), c)
		golden := filepath.Join("testdata", "views."+language+".txt")
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s: not as expected (-want +got); -update accepts it:\n%s", language, diff)
		}
	}
}

// The same report gives the same views every time.
func TestOrder(t *testing.T) {
	c, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	r := reporttest.Sample()
	for _, y := range []**reports.Year{&r.Reporting.Previous, &r.Reporting.Base} {
		other := reports.Year{Period: r.Period}
		if *y != nil {
			other = **y
		}
		other.Source = "Annual report"
		*y = &other
	}
	r.Reporting.Returns = []string{"all"}
	var first string
	for range 50 {
		var got bytes.Buffer
		write(&got, disclosure.Of(r), c)
		if first == "" {
			first = got.String()
		}
		if diff := cmp.Diff(first, got.String()); diff != "" {
			t.Fatalf("the same report, other views (-before +now):\n%s", diff)
		}
	}
	if strings.Count(first, "Annual report") != 2 {
		t.Error("the sources of the other years are not noted")
	}
}

// cell returns a cell of a view.
func cell(t *testing.T, views []*disclosure.View, key disclosure.Key, table, row, column string) *disclosure.Cell {
	t.Helper()
	for _, v := range views {
		if v.Key != key {
			continue
		}
		if of := v.Table(table); of != nil {
			if c := of.Cell(row, column); c != nil {
				return c
			}
		}
	}
	t.Fatalf("there is no cell %s/%s/%s/%s", key, table, row, column)
	return nil
}

func figure(t *testing.T, views []*disclosure.View, key disclosure.Key, table, row, column, want string) {
	t.Helper()
	c := cell(t, views, key, table, row, column)
	if c.Figure == nil {
		t.Errorf("%s/%s/%s/%s is no figure: %+v", key, table, row, column, c)
		return
	}
	if got := c.Figure.Value; !got.Equal(decimal.RequireFromString(want)) {
		t.Errorf("%s/%s/%s/%s is %s, want %s", key, table, row, column, got, want)
	}
}

// report is a small one whose figures can be checked by hand: 50 t in scope 2 and
// 150 t in scope 3.2, 30 t with contracts, 400,000 kWh.
func report() *reports.Report {
	t := func(kg int64) decimal.Decimal { return decimal.NewFromInt(kg * 1000) }
	market := decimal.NewNullDecimal(t(30))
	r := &reports.Report{
		Period: inventory.CalendarYear(2025),
		Method: calc.Method{Users: 800},
		Units:  decimal.NewFromInt(1000),
		Impacts: []reports.Impact{
			{Key: "gwp", Unit: "kgCO2e", Total: t(200), Known: true, Shown: decimal.NewNullDecimal(t(200)), Coverage: calc.Coverage{Share: decimal.NewFromInt(1)}},
			{Key: "energy", Unit: "kWh", Total: decimal.NewFromInt(400_000), Known: true, Shown: decimal.NewNullDecimal(decimal.NewFromInt(400_000)), Coverage: calc.Coverage{Share: decimal.NewFromInt(1)}},
		},
		Scopes: []reports.Scope{
			{Key: calc.Scope2, Location: t(50), Market: market},
			{Key: calc.ScopeCapitalGoods, Location: t(150), Market: decimal.NewNullDecimal(t(150))},
		},
	}
	r.Electricity.Market = decimal.NewNullDecimal(t(30))
	r.Electricity.ByScope = map[calc.Scope]decimal.Decimal{calc.Scope2: decimal.NewFromInt(400_000)}
	return r
}

// The base year 2020 had 400 t, the target is 50 % less by 2030. Half of the time
// has passed in 2025, so 400 · (1 − 0.5 · 0.5) = 300 t are due and 200 t are 100 t
// less; aimed at are 400 · 0.5 = 200 t. 200 t are 50 % less than in the base year.
// Of 400,000 kWh each of 500 full-time equivalents has 800; of 200 t, 400 kg.
func TestYearsAndTargets(t *testing.T) {
	r := report()
	r.Reporting = reports.Reporting{
		FTE:     decimal.NewNullDecimal(decimal.NewFromInt(500)),
		Base:    &reports.Year{Period: inventory.CalendarYear(2020), GWP: decimal.NewNullDecimal(decimal.NewFromInt(400_000))},
		Targets: []reports.Target{{Year: 2030, Cut: decimal.RequireFromString("0.5"), Of: "gwp"}},
		Returns: []string{"nz"},
	}
	views := disclosure.Of(r)
	figure(t, views, disclosure.Scopes, "inventory", "total", "location", "200")
	figure(t, views, disclosure.Scopes, "inventory", "total", "market", "180")
	figure(t, views, disclosure.Scopes, "inventory", "total", "difference", "-20")
	figure(t, views, disclosure.Scopes, "years", "kwh_per_fte", "current", "800")
	figure(t, views, disclosure.Scopes, "years", "kg_per_fte", "current", "400")
	figure(t, views, disclosure.Scopes, "years", "total", "base", "400")
	figure(t, views, disclosure.Scopes, "years", "total", "change_base", "-0.5")
	figure(t, views, disclosure.Scopes, "targets", "target_1", "elapsed", "0.5")
	figure(t, views, disclosure.Scopes, "targets", "target_1", "due", "300")
	figure(t, views, disclosure.Scopes, "targets", "target_1", "aimed", "200")
	figure(t, views, disclosure.Scopes, "targets", "target_1", "above", "-100")
	figure(t, views, disclosure.NewZealand, "targets", "2030", "to_go", "0")
	for _, at := range [][4]string{
		{"scopes", "years", "total", "previous"},
		{"scopes", "years", "scope_1", "current"},
		{"scopes", "years", "energy", "base"},
		{"nz", "targets", "2025", "cut"},
	} {
		if c := cell(t, views, disclosure.Key(at[0]), at[1], at[2], at[3]); c.Gap == nil {
			t.Errorf("%v is not known, and is no gap: %+v", at, c)
		}
	}
}

// What is not known is a gap with a remedy, never a zero: a report of nothing has
// no figure but counts of what was found.
func TestNothingIsKnown(t *testing.T) {
	for _, returns := range []string{"all", "none"} {
		r := &reports.Report{Period: inventory.CalendarYear(2025), Reporting: reports.Reporting{Returns: []string{returns}}}
		views := disclosure.Of(r)
		for _, at := range [][4]string{
			{"scopes", "years", "energy", "current"},
			{"scopes", "years", "fte", "current"},
			{"circularity", "routes", "landfill", "mass"},
			{"circularity", "routes", "total", "mass"},
		} {
			if c := cell(t, views, disclosure.Key(at[0]), at[1], at[2], at[3]); c.Gap == nil || c.Gap.Give.Empty() {
				t.Errorf("%v is no gap with a remedy: %+v", at, c)
			}
		}
	}
}

// Without a market-based figure there is none, and what to give.
func TestNoMarket(t *testing.T) {
	r := report()
	r.Electricity.Market = decimal.NullDecimal{}
	for i := range r.Scopes {
		r.Scopes[i].Market = decimal.NullDecimal{}
	}
	views := disclosure.Of(r)
	for _, row := range []string{"2", "3.2", "3", "total"} {
		if c := cell(t, views, disclosure.Scopes, "inventory", row, "market"); c.Gap == nil {
			t.Errorf("scope %s has a market-based figure: %+v", row, c)
		}
	}
}

// The returns shown are those of the countries that the settings name, else of
// those in which the equipment is.
func TestReturns(t *testing.T) {
	for name, c := range map[string]struct {
		places  []string
		returns []string
		want    []disclosure.Key
	}{
		"by place":     {places: []string{"GB", "NZ-AUK"}, want: []disclosure.Key{disclosure.UnitedKingdom, disclosure.NewZealand}},
		"elsewhere":    {places: []string{"CA-ON", ""}},
		"by setting":   {places: []string{"GB"}, returns: []string{"fr"}, want: []disclosure.Key{disclosure.France}},
		"all of them":  {returns: []string{"all"}, want: disclosure.Returns},
		"none of them": {places: []string{"AU"}, returns: []string{"none"}},
	} {
		r := report()
		r.Reporting.Returns = c.returns
		b := reports.Breakdown{Dimension: calc.ByCountry}
		for _, place := range c.places {
			b.Slices = append(b.Slices, reports.Slice{Key: place})
		}
		r.Breakdowns = append(r.Breakdowns, b)
		var got []disclosure.Key
		for _, v := range disclosure.Of(r) {
			for _, key := range disclosure.Returns {
				if v.Key == key {
					got = append(got, key)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A principle is shown as an empty slot until somebody fills it in, and an aim of
// one's own with its words.
func TestSharedApproach(t *testing.T) {
	views := disclosure.Of(report())
	if c := cell(t, views, disclosure.SharedApproach, "principles", "P1", "evidence"); c.Gap == nil {
		t.Errorf("an empty slot shows %+v", c)
	}
	own, problems := aims.Parse([]byte("version: 1\nreplace: true\naims:\n  - {id: X, aim: Ours, quotation: we will, source: page 1, verified: true, indicators: [trend, services]}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := report()
	r.Reporting.Aims = own.Mapping
	english, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	views = disclosure.Of(r)
	if got := cell(t, views, disclosure.SharedApproach, "aims", "X", "evidence").Words.In(english); got != "“we will” (page 1)" {
		t.Errorf("the words are shown as %q", got)
	}
	for _, v := range views {
		if v.Key == disclosure.SharedApproach && len(v.Tables) != 1 {
			t.Errorf("a mapping that replaces leaves %d tables", len(v.Tables))
		}
	}
}
