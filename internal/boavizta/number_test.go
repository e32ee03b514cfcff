package boavizta

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestReadNumber(t *testing.T) {
	kilograms := unitsOf[colWeight]
	for _, c := range []struct {
		cell  string
		comma bool
		want  string // "" for blank, "!" for no number
	}{
		{"0.1500", false, "0.15"},
		{"0,1500", true, "0.15"},
		{"0,15", false, "0.15"},
		{"0.15", true, "0.15"},
		{"0,150", false, "0.15"},
		{"0.150", true, "0.15"}, // a thousand never begins with 0
		{"12,700", false, "!"},
		{"12.700", true, "!"}, // twelve, or twelve thousand
		{"12.700", false, "12.7"},
		{"12,700", true, "12.7"},
		{"12,700.5", true, "12700.5"},
		{"12.700,5", false, "12700.5"},
		{"1,234,567", true, "1234567"},
		{"1,23,567", true, "!"},
		{"1 300", true, "1300"},
		{"1\u202f300,5", true, "1300.5"},
		{"1'300", false, "1300"},
		{"1 30", false, "!"},
		{" 1.4 kg", false, "1.4"},
		{"1400 g", false, "1.4"},
		{"3.42 lb", false, "1.5512859054"},
		{"2 stone", false, "!"},
		{"1.5e3", false, "1500"},
		{"1e400", false, "!"},
		{"9e99", false, "!"},
		{"1e-9", false, "0.000000001"},
		{"", false, ""},
		{"n/a", false, ""},
		{"#DIV/0!", false, ""},
		{"–", false, ""},
		{"NaN0", false, "!"},
		{"0x10", false, "!"},
		{"=1+1", false, "!"},
		{".", false, "!"},
		{",5", true, "!"},
		{"5.", false, "!"},
		{"--5", false, "!"},
		{"-0.06", false, "-0.06"},
		{strings.Repeat("9", 5000), false, "!"},
	} {
		read := readNumber(c.cell, c.comma, kilograms)
		got := ""
		switch {
		case read.fault != "":
			got = "!"
		case read.number.Valid:
			got = read.number.Decimal.String()
		}
		if got != c.want {
			t.Errorf("%q (decimal comma %v): %q, want %q", c.cell, c.comma, got, c.want)
		}
	}
}

// TestDialectsReadAlike: a number written with a point in one dialect and with a
// comma in the other is the same number.
func TestDialectsReadAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "digits"), -rapid.Int32Range(0, 5).Draw(t, "places"))
		text := number.StringFixed(rapid.Int32Range(0, 6).Draw(t, "shown"))
		us, fr := readNumber(text, false, nil), readNumber(strings.Replace(text, ".", ",", 1), true, nil)
		if us.fault != "" || us != fr && !us.number.Decimal.Equal(fr.number.Decimal) {
			t.Fatalf("%s: %+v and %+v", text, us, fr)
		}
	})
}

func TestReadDate(t *testing.T) {
	for cell, want := range map[string]string{
		"January 2021": "January 2021", "Feb 2021": "February 2021", "September 7 2022": "2022-09-07", "October 18, 2022": "2022-10-18", "2022-2-6": "2022-02-06",
		"26/07/2019": "2019-07-26", "23-02-2023": "2023-02-23", "2020": "2020", "2021-03": "March 2021", "7 septembre 2022": "2022-09-07", "août 2021": "August 2021",
		"soon": "", "13/13/2020": "", "2020-00-10": "", "1899": "", "Ma 2020": "", "32 May 2020": "", "Maybe 2020": "",
	} {
		d, ok := readDate(cell)
		got := ""
		if ok {
			got = d.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
	for _, c := range [][2]string{{"August 2019", "2019"}, {"2020-11-10", "November 2020"}, {"January 2021", "December 2020"}} {
		newer, _ := readDate(c[0])
		older, _ := readDate(c[1])
		if newer.order() <= older.order() {
			t.Errorf("%s is not newer than %s", c[0], c[1])
		}
	}
}
