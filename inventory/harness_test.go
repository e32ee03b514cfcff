package inventory_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// read reads sources; whatever is wrong with them must be a problem, not an error.
func read(tb testing.TB, options inventory.Options, sources ...inventory.Source) *inventory.Result {
	tb.Helper()
	r, err := inventory.Read(context.Background(), sources, options)
	if err != nil {
		tb.Fatal(err)
	}
	c := r.Estate.Counts()
	sum := c.Assessed + c.Rejected
	for _, x := range c.Excluded {
		sum += x.Rows
	}
	if sum != c.Read {
		tb.Errorf("rows do not add up: %+v", c)
	}
	return r
}

// readText reads one inventory for 2024.
func readText(tb testing.TB, text string) *inventory.Result {
	tb.Helper()
	return read(tb, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("inventory.csv", []byte(text)))
}

// wantEstate compares an estate with a list of its profiles in any order and
// with any white space: what is not empty of category and variant, maker, model,
// units, recognition (unless stated), status, ownership, condition, hosting,
// route, quality, department, site, country, service, months, lifetime, share,
// energy and rate, configuration, days in part.
func wantEstate(tb testing.TB, r *inventory.Result, want string) {
	tb.Helper()
	var got, wanted []string
	for p, a := range r.Estate.All() {
		got = append(got, describe(p, a))
	}
	for line := range strings.Lines(want) {
		if line := strings.Join(strings.Fields(line), " "); line != "" {
			wanted = append(wanted, line)
		}
	}
	slices.Sort(got)
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		tb.Errorf("estate:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(wanted, "\n"))
	}
}

func describe(p inventory.Profile, a inventory.Amounts) string {
	category := p.Category
	if category == "" {
		category = "?"
	}
	if p.Variant != "" {
		category += "/" + p.Variant
	}
	parts := []string{category, p.Manufacturer, p.Model, a.Units.String() + " units"}
	if p.Recognition != inventory.Stated {
		parts = append(parts, "("+string(p.Recognition)+")")
	}
	parts = append(parts, string(p.Status), string(p.Ownership), string(p.Condition), string(p.Hosting), p.EndOfLife, string(p.Quality),
		p.Department, p.Site, p.Country, p.Service, p.Acquired.String())
	if p.Retired.Known() {
		parts = append(parts, "until "+p.Retired.String())
	}
	if p.Lifetime != "" {
		parts = append(parts, p.Lifetime+" years")
	}
	if p.Attribution != "" {
		parts = append(parts, "share "+p.Attribution)
	}
	if p.Energy != "" {
		parts = append(parts, string(p.Energy), a.RateFull.Add(a.RateDays).String())
	}
	parts = append(parts, p.Config)
	if !a.Days.IsZero() {
		parts = append(parts, a.Days.String()+" days")
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// quiet are problems that nearly every test inventory has.
var quiet = []inventory.Code{inventory.CodeQuantityMissing, inventory.CodeCountryMissing, inventory.CodeCountryDefault}

// wantProblems compares the problems that were found, in order, those that
// nearly every inventory has left out.
func wantProblems(tb testing.TB, r *inventory.Result, want ...string) {
	tb.Helper()
	var got []string
	for p := range r.Problems.All() {
		if slices.Contains(quiet, p.Code) {
			continue
		}
		where := ""
		if p.Sheet != "" {
			where += " " + p.Sheet
		}
		if p.Row > 0 {
			where += fmt.Sprintf(" row %d", p.Row)
		}
		if p.Column != "" {
			where += " " + p.Column
		}
		got = append(got, fmt.Sprintf("%s %s%s: %q %v", p.Severity, p.Code, where, p.Value, p.Args))
	}
	if !slices.Equal(got, want) {
		tb.Errorf("problems:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// estateText returns an estate as its file, which orders profiles canonically.
func estateText(tb testing.TB, e *inventory.Estate) string {
	tb.Helper()
	var b strings.Builder
	if err := e.WriteCSV(&b); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}
