package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// A column without a unit: its numbers as a whole tell which it is, and a number
// that cannot be in the unit that the header states is told by itself.
func TestUnitsByPlausibility(t *testing.T) {
	const quietly = ""
	for _, c := range []struct {
		header, cells string
		want          string // of the first profile
		told          string // code, unit
	}{
		{"RAM", "16384 32768 65536", "server memory_gb=16", "unit_guessed MB"},
		{"RAM", "16 32 64", "server memory_gb=16", quietly},
		{"RAM", "2048 4096 4096", "server memory_gb=2", "unit_guessed MB"},
		{"RAM", "16777216 33554432 16777216", "server memory_gb=16", "unit_guessed KB"},
		{"RAM", "17179869184 34359738368 17179869184", "server memory_gb=16", "unit_guessed B"},
		{"RAM", "262144 786432 524288", "server memory_gb=256", "unit_guessed MB"},
		{"RAM (MB)", "16384 16384 16384", "server memory_gb=16", quietly},
		{"RAM (MB)", "16 32 64", "server memory_gb=16", "unit_guessed GB"},
		{"RAM (GB)", "16384.5 32768 65536", "server memory_gb=16.000488", "unit_guessed MB"},
		{"memory_gb", "16384 16384 16384", "server memory_gb=16384", quietly},
		{"SSD capacity", "512000 1024000 256000", "server ssd_gb=512", "unit_guessed MB"},
		{"SSD capacity", "1 2 4", "server ssd_gb=1000", "unit_guessed TB"},
		{"SSD capacity", "480 960 1920", "server ssd_gb=480", quietly},
		{"Useful life", "36 48 60", "server 3 years", "unit_guessed months"},
		{"Useful life", "3 4 5", "server 3 years", quietly},
		{"Annual energy", "0.025 0.3 0.03", "server measured 355", "unit_guessed MWh"},
		{"Annual energy", "25000 30000 28000", "server measured 83", "unit_guessed Wh"},
		{"Annual energy", "2500 3000 2800", "server measured 8300", quietly},
		{"Power", "0.25 0.4 0.3", "server power 950", "unit_guessed kW"},
		{"Work share", "80 100 50", "server share 0.8", "unit_guessed %"},
		{"Work share", "0.8 1 0.5", "server share 0.8", quietly},
		{"Lifetime", "0.5 4 4", "server 0.5 years", "number_unlikely "},
	} {
		var text strings.Builder
		text.WriteString("Category," + c.header + "\n")
		for cell := range strings.FieldsSeq(c.cells) {
			text.WriteString("Server," + cell + "\n")
		}
		r := readText(t, text.String())
		got := make(map[string]bool)
		for p, a := range r.Estate.All() {
			a.Units = inventory.CountTally(1)
			got[strings.Replace(describe(p, a), "1 units ", "", 1)] = true
		}
		if !got[c.want] {
			t.Errorf("%s %s: %v, want %s", c.header, c.cells, got, c.want)
		}
		told := ""
		for p := range r.Problems.All() {
			switch p.Code {
			case inventory.CodeUnitGuessed:
				told += string(p.Code) + " " + p.Args[0]
			case inventory.CodeNumberUnlikely, inventory.CodeNumberRange, inventory.CodeNumberInvalid:
				told += string(p.Code) + " "
			default: // of no interest here
			}
		}
		if told != c.told {
			t.Errorf("%s %s: told %q, want %q", c.header, c.cells, told, c.told)
		}
	}
}

// Numbers that cannot be are rejected with what can; fractions of units and
// thousands are read by their whole column, and told.
func TestUnbelievableNumbers(t *testing.T) {
	r := readText(t, "category,quantity,lifetime_years,annual_kwh\nlaptop,1,0.001,\nlaptop,1,400,\nlaptop,1,,1000000\nserver,1,,1000000\nlaptop,v,,\nlaptop,-1,,\nlaptop,0,,\n")
	wantProblems(t, r,
		`rejected number_range row 2 lifetime_years: "0.001" [lifetime_years 0.05 100 year]`,
		`rejected number_range row 3 lifetime_years: "400" [lifetime_years 0.05 100 year]`,
		`rejected number_range row 4 annual_kwh: "1000000" [annual_kwh 0 2000 kWh]`,
		`rejected quantity_invalid row 6 quantity: "v" []`,
		`rejected quantity_not_positive row 7 quantity: "-1" []`,
		`rejected quantity_not_positive row 8 quantity: "0" []`)
	r = readText(t, "category;quantity\nlaptop;1,5\nlaptop;12.000\nmonitor;1.234\n")
	wantEstate(t, r, "laptop 12001.5 units\nmonitor 1234 units")
	wantProblems(t, r, `warning quantity_fraction row 2 quantity: "1,5" [1]`)
	r = readText(t, "category;quantity\nlaptop;1.5\nlaptop;1.250\n")
	wantEstate(t, r, "laptop 2.75 units")
}

// Sizes in a cell and in a header: memory counts in binary units whatever they are
// called, drives in decimal ones unless they say otherwise; data in Gb are refused, for
// nobody knows whether these are bits.
func TestSizesInCellsAndHeaders(t *testing.T) {
	const vm, drive = "VM,Host,%s\na,h,%s\n", "category,model,%s\nServer,PowerEdge R740,%s\n"
	for _, test := range []struct{ form, header, cell, want string }{
		{drive, "memory_gb", "16384 MB", "memory_gb=16"},
		{drive, "memory_gb", "16 Gb", "memory_gb=16"},
		{drive, "Memory (MiB)", "16384", "memory_gb=16"},
		{drive, "Memory (KiB)", "16777216", "memory_gb=16"},
		{drive, "memory_gb", "1 TiB", "memory_gb=1024"},
		{drive, "memory_gb", "16 Gbit", "unit_wrong"},
		{drive, "ssd_gb", "1 TB", "ssd_gb=1000"},
		{drive, "ssd_gb", "1 TiB", "ssd_gb=1099.511628"},
		{drive, "ssd_gb", "1000 GiB", "ssd_gb=1073.741824"},
		{drive, "ssd_gb", "500000 MB", "ssd_gb=500"},
		{vm, "Memory (Gbit)", "16", "unit_wrong"},
		{vm, "Memory", "16 Gbit", "unit_wrong"},
		{vm, "Memory (TiB)", "1", ""},
		{"category,provider,amount,unit\nnetwork data,x,8,%s%s\n", "Gbit", "", "1"},
		{"category,provider,amount,unit\nnetwork data,x,8,%s%s\n", "Gb", "", "usage_unit"},
		{"category,provider,%s,unit\nnetwork data,x,%s,\n", "amount (TB)", "8", "8000"},
		{"category,provider,%s,unit\nnetwork data,x,%s,\n", "amount (Mbit)", "8000", "1"},
		{"category,provider,%s,unit\nnetwork data,x,%s,\n", "amount", "8 GiB", "8.589934592"},
		{"category,provider,%s,unit\nnetwork data,x,%s,\n", "amount", "8 gigabits", "1"},
	} {
		r := readText(t, fmt.Sprintf(test.form, test.header, test.cell))
		var got []string
		for p, a := range r.Estate.All() {
			if a.Activity != (inventory.Tally{}) {
				got = append(got, a.Activity.String())
			}
			if p.Config != "" {
				got = append(got, p.Config)
			}
		}
		for code, n := range r.Problems.CountByCode() {
			if n > 0 && (code == inventory.CodeUnitWrong || code == inventory.CodeUsageUnit) {
				got = append(got, string(code))
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %q: %q, want %q", test.header, test.cell, got, test.want)
		}
	}
}
