package figure_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/reports/figure"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestShort(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"0", "0"},
		{"0.043217", "0.0432"},
		{"4.3217", "4.32"},
		{"43.217", "43.2"},
		{"432.17", "432"},
		{"999.6", "1,000"},
		{"1234.5", "1,234"}, // half to even
		{"12345", "12,340"}, // half to even at ten
		{"12355", "12,360"},
		{"1234567", "1,235,000"},
		{"-43.217", "−43.2"},
		{"0.0000012345", "1.23 × 10⁻⁶"},
		{"12345678901234567890", "1.24 × 10¹⁹"},
	} {
		if got := figure.English.Short(d(c.value)); got != c.want {
			t.Errorf("Short(%s) = %q, want %q", c.value, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct{ value, want string }{{"0", "0"}, {"8", "8"}, {"12345", "12,345"}, {"2.5", "2.50"}, {"8.00", "8"}} {
		if got := figure.English.Count(d(c.value)); got != c.want {
			t.Errorf("Count(%s) = %q, want %q", c.value, got, c.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct{ share, want string }{
		{"0", "0%"},
		{"1", "100%"},
		{"0.0004", "<0.1%"},
		{"0.0123", "1.2%"},
		{"0.123", "12%"},
		{"0.99", "99%"},
		{"0.994", "99.4%"},
		{"0.99999", ">99.9%"},
		{"-0.03", "−3.0%"},
	} {
		if got := figure.English.Percent(d(c.share)); got != c.want {
			t.Errorf("Percent(%s) = %q, want %q", c.share, got, c.want)
		}
	}
}

func TestScaleFor(t *testing.T) {
	for _, c := range []struct{ unit, total, value, want string }{
		{"kgCO2e", "342874000", "342874000", "342,900 t CO₂e"},
		{"kgCO2e", "1234567", "1234567", "1,235 t CO₂e"},
		{"kgCO2e", "1234567", "4567", "5 t CO₂e"},
		{"kgCO2e", "43210", "43210", "43.2 t CO₂e"},
		{"kgCO2e", "43210", "3", "<0.1 t CO₂e"},
		{"kgCO2e", "1234567", "300", "<1 t CO₂e"},
		{"kgCO2e", "1234567", "0", "0 t CO₂e"},
		{"kgCO2e", "999", "999", "999 kg CO₂e"},
		{"kgCO2e", "0.02854", "0.02854", "28.5 g CO₂e"},
		{"kgCO2e", "0", "0", "0 kg CO₂e"},
		{"kWh", "126720", "126720", "127 MWh"},
		{"kgSbeq", "0.01234", "0.01234", "12.3 g Sb eq"},
		{"disease incidence", "0.00000123", "0.00000123", "1.23 × 10⁻⁶ disease incidence"},
	} {
		scale := figure.ScaleFor(c.unit, d(c.total))
		if got := figure.English.Scaled(d(c.value), scale) + " " + scale.Unit; got != c.want {
			t.Errorf("ScaleFor(%s, %s) shows %s as %q, want %q", c.unit, c.total, c.value, got, c.want)
		}
	}
}

// Thirds of 100 at no decimal places: 33.33 three times rounds to 33 each, 99 in
// all; the one that is missing goes to the first, 34 + 33 + 33 = 100.
func TestApportionThirds(t *testing.T) {
	third := d("33.333333")
	got := figure.Apportion([]decimal.Decimal{third, third, third}, 0)
	for i, want := range []string{"34", "33", "33"} {
		if !got[i].Equal(d(want)) {
			t.Errorf("part %d is %s, want %s", i, got[i], want)
		}
	}
}

func TestApportionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.Int32Range(-3, 4).Draw(t, "places")
		coefficients := rapid.SliceOfN(rapid.Int64Range(-1_000_000_000, 1_000_000_000), 1, 20).Draw(t, "parts")
		parts := make([]decimal.Decimal, len(coefficients))
		var total decimal.Decimal
		for i, c := range coefficients {
			parts[i] = decimal.New(c, -5)
			total = total.Add(parts[i])
		}
		var sum decimal.Decimal
		unit := decimal.New(1, -places)
		for i, shown := range figure.Apportion(parts, places) {
			sum = sum.Add(shown)
			if off := shown.Sub(parts[i]).Abs(); !off.LessThan(unit) {
				t.Fatalf("part %s is shown as %s", parts[i], shown)
			}
		}
		if !sum.Equal(figure.Round(total, places)) {
			t.Fatalf("parts add up to %s, total %s", sum, figure.Round(total, places))
		}
	})
}
