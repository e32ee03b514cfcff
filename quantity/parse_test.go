package quantity_test

import (
	"errors"
	"testing"

	"govfootprint/quantity"
)

func TestParseCanonical(t *testing.T) {
	for text, want := range map[string]string{
		"1":                     "1",
		"ratio":                 "1",
		"%":                     "%",
		"kgCO2e/unit":           "kgCO2e/unit",
		"kgCO2eq/device":        "kgCO2e/unit",
		"kg CO2e / unit":        "kgCO2e/unit",
		"gCO2e/kWh":             "gCO2e/kWh",
		"MJ/kWh":                "MJ/kWh",
		"kgSbeq/unit":           "kgSbeq/unit",
		"kg Sb-eq/unit":         "kgSbeq/unit",
		"m3/unit":               "m3/unit",
		"m³/unit":               "m3/unit",
		"m^3/unit":              "m3/unit",
		"L/kWh":                 "L/kWh",
		"litre/kWh":             "L/kWh",
		"kgCO2e/t":              "kgCO2e/t",
		"kgCO2e/tonne":          "kgCO2e/t",
		"kgCO2e/(t.km)":         "kgCO2e/(t.km)",
		"kgCO2e/(km.t)":         "kgCO2e/(t.km)",
		"kgCO2e/(tonne·km)":     "kgCO2e/(t.km)",
		"kgCO2e/t/km":           "kgCO2e/(t.km)",
		"kgCO2e/unit/year":      "kgCO2e/(unit.year)",
		"kgCO2e/(year.unit)":    "kgCO2e/(unit.year)",
		"kgCO2e/mm2":            "kgCO2e/mm2",
		"kgCO2e/cm²":            "kgCO2e/cm2",
		"kgCO2e/GBP":            "kgCO2e/GBP",
		"kgCO2e/USD2022":        "kgCO2e/USD2022",
		"kWh/year":              "kWh/year",
		"kWh/yr":                "kWh/year",
		"h/year":                "h/year",
		"GB/cm2":                "GB/cm2",
		"kgCO2e/(passenger.km)": "kgCO2e/(passenger.km)",
		"kgCO2e/meal":           "kgCO2e/meal",
		"kgCO2e/{cup of tea}":   "kgCO2e/{cup of tea}",
		"molH+eq/kWh":           "molH+eq/kWh",
		"mol H+ eq/kWh":         "molH+eq/kWh",
		"kBq U235eq/unit":       "kBqU235eq/unit",
		"kgCFC-11eq/year":       "kgCFC-11eq/year",
		"disease incidence/kWh": "disease incidence/kWh",
		"W":                     "W",
		"1/year":                "1/year",
		"kWh.kWh":               "kWh^2",
		"kWh/kWh":               "1",
		"W.h":                   "W.h",
		"kgCO2e/(vCPU.h)":       "kgCO2e/(vCPU.h)",
	} {
		unit, err := quantity.Parse(text)
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			continue
		}
		if got := unit.String(); got != want {
			t.Errorf("Parse(%q) = %q, want %q", text, got, want)
		}
		again, err := quantity.Parse(unit.String())
		if err != nil || again != unit {
			t.Errorf("Parse(%q) again = %#v, %v, want %#v", unit, again, err, unit)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                      `unit "": is empty; write 1 for a plain number`,
		"KWh/yeer":              `unit "KWh/yeer": "KWh" at character 1 is not a known unit; did you mean "kWh"?`,
		"kWh/yeer":              `unit "kWh/yeer": "yeer" at character 5 is not a known unit; did you mean "year"?`,
		"gCO2/kWh":              `unit "gCO2/kWh": "gCO2" at character 1 leaves out the other greenhouse gases; where the figure includes them, write CO2e`,
		"kgCO2e/t.km":           `unit "kgCO2e/t.km": "/t.km" at character 7 could mean two things; put what is divided by in parentheses, as in kgCO2e/(t.km)`,
		"kgCO2e/(t.km":          `unit "kgCO2e/(t.km": "(t.km" at character 8 lacks its closing parenthesis`,
		"kgCO2e/(t/km)":         `unit "kgCO2e/(t/km)": "/km)" at character 10 does not belong inside parentheses; multiply with a point, as in kgCO2e/(t.km)`,
		"kgCO2e/((t))":          `unit "kgCO2e/((t))": "(" at character 9 is a second parenthesis inside the first; one is enough`,
		"kgCO2e)":               `unit "kgCO2e)": ")" at character 7 does not belong here; a unit is written as in kgCO2e/kWh or kgCO2e/(t.km)`,
		"kgCO2e/":               `unit "kgCO2e/": lacks a symbol at character 8`,
		"/kWh":                  `unit "/kWh": lacks a symbol at character 1`,
		"kWh^x":                 `unit "kWh^x": "^" at character 4 takes one digit from 1 to 9; divide with /`,
		"1000 kWh":              `unit "1000 kWh": "1000 kWh" at character 1 begins with a number; a unit holds none but 1, so scale the value instead`,
		"kgCO2e per unit":       `unit "kgCO2e per unit": "kgCO2e per unit" at character 1 is not a known unit; write / for per`,
		"12":                    `unit "12": "12" at character 1 begins with a number; a unit holds none but 1, so scale the value instead`,
		"kWh/GB-month":          `unit "kWh/GB-month": "GB-month" at character 5 is not a known unit; did you mean "GB.month"?`,
		"kgCO2e/drive":          `unit "kgCO2e/drive": "drive" at character 8 is not a known unit; something counted is written unit, or in braces: {drive}`,
		"kgCO2e/{a.b}":          `unit "kgCO2e/{a.b}": "{a.b}" at character 8 is not the name of something counted; write letters, digits and single spaces between braces, as in {cup of tea}`,
		"m.m.m.m.m.m.m.m.m.m.m": `unit "m.m.m.m.m.m.m.m.m.m.m": "m" at character 21 is one symbol too many; a unit has at most 10`,
	} {
		_, err := quantity.Parse(text)
		if _, ok := errors.AsType[*quantity.ParseError](err); !ok {
			t.Errorf("Parse(%q): %v, want a *ParseError", text, err)
			continue
		}
		if got := err.Error(); got != want {
			t.Errorf("Parse(%q):\n got %s\nwant %s", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"kgCO2e/(t.km)", "molH+eq/kWh", "{cup of tea}/USD2022", "m³.m^2", "%", "((", "1/1/1", "disease incidence", "µg.nm2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		unit, err := quantity.Parse(text)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without a message")
			}
			return
		}
		again, err := quantity.Parse(unit.String())
		if err != nil || again != unit {
			t.Fatalf("Parse(%q) = %q, which reads back as %q, %v", text, unit, again, err)
		}
		if got := unit.Numerator().Div(unit.Denominator()); got != unit {
			t.Fatalf("numerator over denominator of %q is %q", unit, got)
		}
		if got := unit.Div(unit); got != (quantity.Unit{}) {
			t.Fatalf("%q over itself is %q", unit, got)
		}
	})
}
