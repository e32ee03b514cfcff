package quantity_test

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/quantity"
)

// TestConvert works each conversion by hand.
func TestConvert(t *testing.T) {
	for _, c := range []struct{ value, from, to, want string }{
		{"177", "gCO2e/kWh", "kgCO2e/kWh", "0.177"},                        // 177/1000
		{"1", "kWh", "MJ", "3.6"},                                          // 1000 W · 3600 s = 3.6e6 J
		{"3.6", "MJ", "kWh", "1"},                                          // 3.6e6/3.6e6, even although 3.6 does not divide 1
		{"2", "kWh", "Wh", "2000"},                                         //
		{"65", "W", "kWh/year", "569.4"},                                   // 65 · 8760 / 1000
		{"65", "W.h/year", "kWh/year", "0.065"},                            // watts times hours a year
		{"1", "L/kWh", "m3/MWh", "1"},                                      // 0.001 m3 / 0.001 MWh
		{"0.5", "MJ/kWh", "kWh/MWh", "138.888888888888888888888888888889"}, // 0.5/3.6·1000, the 30th place rounded up
		{"2.5", "cm2", "mm2", "250"},                                       //
		{"24857", "kgCO2e/t", "kgCO2e/kg", "24.857"},                       //
		{"24.857", "kgCO2e/kg", "kgCO2e/t", "24857"},                       //
		{"100", "kgCO2e/(t.km)", "gCO2e/(kg.km)", "100"},                   // 1e5 g / 1000 kg
		{"4", "year", "h", "35040"},                                        // 4 · 8760, the SCI specification's four years
		{"8766", "h", "year", "1.000684931506849315068493150685"},          // 8766/8760 = 1.00068493150684931506849315068493…
		{"36", "month", "year", "3"},                                       //
		{"26280", "h", "year", "3"},                                        //
		{"14", "in", "cm", "35.56"},                                        // 14 · 2.54
		{"1000", "lb/MWh", "kg/MWh", "453.59237"},                          // eGRID publishes pounds
		{"1", "gal", "L", "3.785411784"},                                   // 231 cubic inches
		{"1", "mile", "km", "1.609344"},                                    //
		{"1", "GiB", "B", "1073741824"},                                    //
		{"8", "Mbit", "MB", "1"},                                           //
		{"50", "%", "1", "0.5"},                                            //
		{"12", "mol H+ eq/unit", "mmolH+eq/unit", "12000"},
	} {
		got, err := quantity.Convert(decimal.RequireFromString(c.value), quantity.MustParse(c.from), quantity.MustParse(c.to))
		if err != nil {
			t.Errorf("%s %s in %s: %v", c.value, c.from, c.to, err)
			continue
		}
		if got.String() != c.want {
			t.Errorf("%s %s = %s %s, want %s", c.value, c.from, got, c.to, c.want)
		}
	}
}

func TestConvertRefusesOtherDimensions(t *testing.T) {
	for _, pair := range [][2]string{
		{"kgCO2e/unit", "kgCO2e/kWh"},
		{"kgCO2e", "kg"},               // a kilogram of device is no kilogram of CO2e
		{"kgCO2e", "kgSbeq"},           //
		{"molNeq", "kgNeq"},            // terrestrial and marine eutrophication
		{"kgNeq", "kgPeq"},             //
		{"kgCO2e/user", "kgCO2e/unit"}, //
		{"GBP", "EUR"},                 //
		{"USD2022", "USD2019"},         // prices of another year want deflating
		{"USD2022", "USD"},
		{"W", "kWh"},
		{"mm2", "mm"},
	} {
		_, err := quantity.Convert(decimal.New(1, 0), quantity.MustParse(pair[0]), quantity.MustParse(pair[1]))
		if _, ok := errors.AsType[*quantity.DimensionError](err); !ok {
			t.Errorf("%s in %s: %v, want a *DimensionError", pair[0], pair[1], err)
		}
	}
	_, err := quantity.Convert(decimal.New(1, 0), quantity.MustParse("kgCO2e/(t.km)"), quantity.MustParse("GB/cm2"))
	if want := "cannot turn kgCO2e/(t.km) into GB/cm2: one measures co2e/(length.mass), the other data/length^2"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

var unitTexts = []string{
	"1", "kgCO2e", "gCO2e/kWh", "kgCO2e/(t.km)", "kWh/year", "MJ", "W", "h/year", "mm2", "m3/unit", "L/kWh", "GB/cm2",
	"molH+eq/kWh", "GBP", "USD2022", "%", "lb/MWh", "{cup}/day", "disease incidence/unit", "month", "B",
}

func drawUnit(t *rapid.T, label string) quantity.Unit {
	return quantity.MustParse(rapid.SampledFrom(unitTexts).Draw(t, label))
}

func drawDecimal(t *rapid.T, label string) decimal.Decimal {
	return decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, label), int32(rapid.IntRange(-12, 3).Draw(t, label+" exponent")))
}

// TestUnitArithmetic: multiplication of units is commutative and associative,
// division undoes it, and dimensions follow.
func TestUnitArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawUnit(t, "a"), drawUnit(t, "b"), drawUnit(t, "c")
		if a.Mul(b) != b.Mul(a) {
			t.Fatalf("%s · %s = %s, but the other way round %s", a, b, a.Mul(b), b.Mul(a))
		}
		if a.Mul(b).Mul(c) != a.Mul(b.Mul(c)) {
			t.Fatalf("(%s · %s) · %s = %s, but %s", a, b, c, a.Mul(b).Mul(c), a.Mul(b.Mul(c)))
		}
		if got := a.Mul(b).Div(b); got != a {
			t.Fatalf("%s · %s / %s = %s", a, b, b, got)
		}
		if got, want := a.Mul(b).Dimension(), a.Dimension().Mul(b.Dimension()); got != want {
			t.Fatalf("dimension of %s is %s, want %s", a.Mul(b), got, want)
		}
		if got, want := a.Div(b).Dimension(), a.Dimension().Div(b.Dimension()); got != want {
			t.Fatalf("dimension of %s is %s, want %s", a.Div(b), got, want)
		}
		if coherent := a.Dimension().Unit(); coherent.Dimension() != a.Dimension() {
			t.Fatalf("the coherent unit of %s is %s", a.Dimension(), coherent)
		}
	})
}

// TestConvertBack: a conversion whose ratio is a finite decimal comes back exactly;
// any other within the last place, scaled.
func TestConvertBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := drawDecimal(t, "value")
		for _, pair := range [][2]string{{"gCO2e/kWh", "kgCO2e/MWh"}, {"mm2", "m2"}, {"lb", "mg"}, {"MiB", "B"}, {"day", "s"}} {
			from, to := quantity.MustParse(pair[0]), quantity.MustParse(pair[1])
			there, err := quantity.Convert(value, from, to)
			if err != nil {
				t.Fatal(err)
			}
			back, err := quantity.Convert(there, to, from)
			if err != nil || !back.Equal(value) {
				t.Fatalf("%s %s → %s %s → %s, %v", value, from, there, to, back, err)
			}
		}
		hours, year := quantity.MustParse("h"), quantity.MustParse("year")
		years, _ := quantity.Convert(value, hours, year)
		back, _ := quantity.Convert(years, year, hours)
		if back.Sub(value).Abs().GreaterThan(decimal.New(8760, -quantity.Scale)) {
			t.Fatalf("%s h → %s years → %s h", value, years, back)
		}
	})
}
