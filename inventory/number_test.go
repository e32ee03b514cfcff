package inventory

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		text string
		mark decimalMark
		want string // empty: no number
		unit string
	}{
		{"5", pointMark, "5", ""},
		{"-1", pointMark, "-1", ""},
		{"1234.5", pointMark, "1234.5", ""},
		{"1,234.5", pointMark, "1234.5", ""},
		{"1.234,5", pointMark, "1234.5", ""}, // the last of two marks is the decimal one
		{"1 234,5 kWh", commaMark, "1234.5", "kwh"},
		{"1\u00A0234,5", commaMark, "1234.5", ""},
		{"1'234.50", pointMark, "1234.5", ""},
		{"0,5", pointMark, "0.5", ""},     // no thousands begin with 0
		{"12,34", pointMark, "12.34", ""}, // nor have groups of two
		{"1,234", pointMark, "1234", ""},
		{"1,234", commaMark, "1.234", ""},
		{"1.234", pointMark, "1.234", ""},
		{"1.234", commaMark, "1234", ""},
		{"1,234,567", commaMark, "1234567", ""},
		{"65 W", pointMark, "65", "w"},
		{"50%", pointMark, "50", "%"},
		{"5 years", pointMark, "5", "years"},
		{"1.5E+3", pointMark, "1500", ""},
		{"2e2", pointMark, "200", ""},
		{"10.", pointMark, "10", ""},
		{"", pointMark, "", ""},
		{"v", pointMark, "", ""},
		{"-", pointMark, "", ""},
		{"1,23,45", pointMark, "", ""},
		{"1.2.3.4.5", pointMark, "", ""},
		{"9675731014451", pointMark, "9675731014451", ""}, // more than fits in millionths
		{"999999999999.9", pointMark, "999999999999.9", ""},
		{"9999999999999999999999999999", pointMark, "9999999999999999999999999999", ""},
	} {
		n, ok := parseNumber(c.text, c.mark, false)
		if ok != (c.want != "") {
			t.Errorf("parseNumber(%q): ok = %v", c.text, ok)
			continue
		}
		if ok && (n.value.String() != c.want || n.unit != c.unit) {
			t.Errorf("parseNumber(%q) = %s %q, want %s %q", c.text, n.value, n.unit, c.want, c.unit)
		}
	}
}

func TestParseNumberTyped(t *testing.T) {
	// A workbook writes a point and exponents, whatever the language it shows.
	for text, want := range map[string]string{"1.234": "1.234", "1.5E-2": "0.015", "1E3": "1000", "-4": "-4"} {
		n, ok := parseNumber(text, commaMark, true)
		if !ok || n.value.String() != want || n.ambiguous {
			t.Errorf("parseNumber(%q, typed) = %v %v %v, want %s", text, n.value, n.ambiguous, ok, want)
		}
	}
}

func TestNumberRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "digits"), -int32(rapid.IntRange(0, 9).Draw(t, "places")))
		n, ok := parseNumber(d.String(), pointMark, true)
		if !ok || !n.value.Decimal().Equal(d) {
			t.Fatalf("%s became %s", d, n.value)
		}
	})
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		field   field
		text    string
		unit    string // of the header
		want    string
		problem Code
	}{
		{fieldLifetime, "5", "", "5", ""},
		{fieldLifetime, "48 months", "", "4", ""},
		{fieldLifetime, "50", "months", "4.166667", ""}, // 50 ÷ 12 = 4.1666…, to six places
		{fieldLifetime, "4 ans", "", "4", ""},
		{fieldLifetime, "0", "", "", CodeNumberRange},
		{fieldLifetime, "101", "", "", CodeNumberRange},
		{fieldLifetime, "5 kg", "", "", CodeUnitWrong},
		{fieldAnnualKWh, "1.2 MWh", "", "1200", ""},
		{fieldAnnualKWh, "28,5 kWh/an", "", "28.5", ""},
		{fieldAnnualKWh, "500", "Wh", "0.5", ""},
		{fieldAnnualKWh, "65 W", "", "", CodeUnitWrong},
		{fieldAnnualKWh, "-1", "", "", CodeNumberRange},
		{fieldPower, "0.3 kW", "", "300", ""},
		{fieldHours, "8785", "", "", CodeNumberRange},
		{fieldAttribution, "50 %", "", "0.5", ""},
		{fieldAttribution, "30", "%", "0.3", ""},
		{fieldAttribution, "1.5", "", "", CodeNumberRange},
		{fieldMemoryGB, "16384 MB", "", "16", ""},
		{fieldSSDGB, "2 TB", "", "2000", ""},
		{fieldScreenInches, "61 cm", "", "24.015748", ""}, // 61 ÷ 2.54 = 24.01574803…
		{fieldScreenInches, `24"`, "", "24", ""},
		{fieldDieMM2, "5.88 cm²", "", "588", ""},
		{fieldPSUKG, "2990 g", "", "2.99", ""},
	} {
		v, _ := measures[c.field].read(c.field, c.text, c.unit, pointMark, false)
		problem := Code("")
		if v.doubt != nil {
			problem = v.doubt.problem
		}
		if problem != c.problem || c.problem == "" && v.value.String() != c.want {
			t.Errorf("%s %q [%s] = %s %q, want %s %q", c.field, c.text, c.unit, v.value, problem, c.want, c.problem)
		}
	}
}

func TestDivideEven(t *testing.T) {
	for _, c := range []struct{ d, by, want string }{
		{"1", "3", "0.33"},
		{"2", "3", "0.67"},
		{"0.01", "2", "0"},    // 0.005 lies halfway: to the even 0.00
		{"0.03", "2", "0.02"}, // 0.015: to the even 0.02
		{"-0.03", "2", "-0.02"},
		{"6", "3", "2"},
	} {
		got := divideEven(decimal.RequireFromString(c.d), decimal.RequireFromString(c.by), 2)
		if got.String() != c.want {
			t.Errorf("%s ÷ %s = %s, want %s", c.d, c.by, got, c.want)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1,234.5 kWh", "1.5E+300", "−5", "1e99999999999", ".", "0x10", "٣"} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		for _, mark := range []decimalMark{pointMark, commaMark} {
			for _, typed := range []bool{false, true} {
				if n, ok := parseNumber(text, mark, typed); ok {
					_ = n.value.String()
				}
			}
		}
	})
}
