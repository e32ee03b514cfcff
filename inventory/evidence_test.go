package inventory_test

import (
	"strings"
	"testing"

	"govfootprint/inventory"
)

// How 03/04/2022 is read: by its column, by the other column of dates, by other
// files with the same header, by a default that is announced.
func TestOrderOfDayAndMonth(t *testing.T) {
	const header = "category,acquired,retired,country\n"
	options := inventory.Options{Period: inventory.CalendarYear(2022)}
	for name, c := range map[string]struct {
		rows    string
		sibling string
		country string
		want    string // month of acquisition of the first row
		problem string
	}{
		"its column, day first":     {"laptop,03/04/2022,,GB\nlaptop,23/04/2022,,GB\n", "", "", "2022-04", ""},
		"its column, month first":   {"laptop,03/04/2022,,GB\nlaptop,04/23/2022,,GB\n", "", "", "2022-03", ""},
		"points":                    {"laptop,03/04/2022,,GB\nlaptop,03.04.2022,,GB\n", "", "", "2022-04", ""},
		"the other column of dates": {"laptop,03/04/2022,12/31/2022,GB\n", "", "", "2022-03", ""},
		"another file":              {"laptop,03/04/2022,,GB\n", "phone,04/23/2022,,GB\n", "", "2022-03", ""},
		"nothing":                   {"laptop,03/04/2022,,GB\n", "", "", "2022-04", "date_order_guessed [day_first 1]"},
		"nothing, in America":       {"laptop,03/04/2022,,GB\n", "", "US-CA", "2022-03", "date_order_guessed [month_first 1]"},
		"both, more of one":         {"laptop,03/04/2022,,GB\nlaptop,23/04/2022,,GB\nlaptop,24/04/2022,,GB\nlaptop,04/23/2022,,GB\n", "", "", "2022-04", "date_order_mixed [day_first 2 1]"},
		"the same either way":       {"laptop,04/04/2022,,GB\n", "", "", "2022-04", ""},
	} {
		t.Run(name, func(t *testing.T) {
			sources := []inventory.Source{memorySource("a.csv", []byte(header+c.rows))}
			if c.sibling != "" {
				sources = append(sources, memorySource("b.csv", []byte(header+c.sibling)))
			}
			o := options
			o.DefaultCountry = c.country
			r := read(t, o, sources...)
			found := false
			for p := range r.Estate.All() {
				found = found || p.Category == "laptop" && p.Acquired.String() == c.want
			}
			problem := ""
			for p := range r.Problems.All() {
				if strings.HasPrefix(string(p.Code), "date_") {
					problem = string(p.Code) + " [" + strings.Join(p.Args, " ") + "]"
				}
			}
			if !found || problem != c.problem {
				t.Errorf("no laptop of %s, or said %q instead of %q:\n%s", c.want, problem, c.problem, report(r))
			}
		})
	}
}

// A later row decides how an earlier one is read, also a million rows later and
// in a workbook's second thousand.
func TestLaterRowDecides(t *testing.T) {
	text := "category,acquired,country\n" + strings.Repeat("laptop,03/04/2022,GB\n", 5000) + "laptop,04/23/2022,GB\n"
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2023)}, memorySource("a.csv", []byte(text)))
	wantEstate(t, r, "laptop 5000 units GB 2022-03\nlaptop 1 units GB 2022-04")
}

func TestDecimalMark(t *testing.T) {
	const header = "category;annual_kwh;lifetime_years;country\n"
	for name, c := range map[string]struct{ text, want string }{
		"a column that shows a comma":         {header + "laptop;1.234;;GB\nlaptop;0,5;;GB\n", "laptop 2 units GB measured 1234.5"},
		"a column that shows a point":         {header + "laptop;1,234;;GB\nlaptop;0.5;;GB\n", "laptop 2 units GB measured 1234.5"},
		"another column shows it":             {header + "laptop;1.234;4,5;GB\n", "laptop 1 units GB 4.5 years measured 1234"},
		"semicolons hint at a decimal comma":  {header + "laptop;1,234;;GB\n", "laptop 1 units GB measured 1.234"},
		"commas between cells at the reverse": {"category,annual_kwh,country\nlaptop,\"1,234\",GB\n", "laptop 1 units GB measured 1234"},
	} {
		t.Run(name, func(t *testing.T) { wantEstate(t, readText(t, c.text), c.want) })
	}
}

func TestKeepPersonal(t *testing.T) {
	source := memorySource("a.csv", []byte("category,ownership,country\nsmartphone,BYOD,GB\n"))
	wantEstate(t, read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, source), "")
	wantEstate(t, read(t, inventory.Options{Period: inventory.CalendarYear(2024), KeepPersonal: true}, source), "smartphone 1 units personal GB")
}
