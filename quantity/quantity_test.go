package quantity_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/quantity"
)

func of(value, unit string) quantity.Quantity {
	return quantity.Of(decimal.RequireFromString(value), quantity.MustParse(unit))
}

// TestUsePhase follows METHOD's use stage by hand:
// 48 kWh/year · 0.084 kgCO2e/kWh · 1 year = 4.032 kgCO2e.
func TestUsePhase(t *testing.T) {
	got := of("48", "kWh/year").Mul(of("0.084", "kgCO2e/kWh")).Mul(of("1", "year"))
	if got.String() != "4.032 kgCO2e" {
		t.Errorf("got %s", got)
	}
}

// TestAnnualised: 260 kgCO2e/unit · 1 year / 3 years = 86.666… kgCO2e/unit.
func TestAnnualised(t *testing.T) {
	got, err := of("260", "kgCO2e/unit").Mul(of("1", "year")).Div(of("3", "year"))
	if err != nil || got.String() != "86.666666666666666666666666666667 kgCO2e/unit" {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestAdd(t *testing.T) {
	// 0.177 kg + 18.5 g = 0.1955 kg
	got, err := of("0.177", "kgCO2e/kWh").Add(of("18.5", "gCO2e/kWh"))
	if err != nil || got.String() != "0.1955 kgCO2e/kWh" {
		t.Errorf("got %s, %v", got, err)
	}
	if _, err := of("1", "kWh").Add(of("1", "W")); err == nil {
		t.Error("a kilowatt-hour and a watt were added")
	}
	if _, err := of("1", "kgCO2e").Div(of("0", "year")); !errors.Is(err, quantity.ErrDivideByZero) {
		t.Errorf("got %v, want ErrDivideByZero", err)
	}
	in, err := of("3600", "kWh").In(quantity.MustParse("MJ"))
	if err != nil || in.String() != "12960 MJ" {
		t.Errorf("got %s, %v", in, err)
	}
	if _, err := of("1", "kWh").In(quantity.MustParse("kg")); err == nil {
		t.Error("kilowatt-hours became kilograms")
	}
	if got := of("4", "1").String(); got != "4" {
		t.Errorf("got %q", got)
	}
}

func TestDivideHalfToEven(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		scale int32
		want  string
	}{
		{"1", "2", 0, "0"},
		{"3", "2", 0, "2"},
		{"5", "2", 0, "2"},
		{"-1", "2", 0, "0"},
		{"-3", "2", 0, "-2"},
		{"3", "-2", 0, "-2"},
		{"1", "8", 2, "0.12"}, // 0.125
		{"3", "8", 2, "0.38"}, // 0.375
		{"1", "3", 3, "0.333"},
		{"2", "3", 3, "0.667"},
		{"-2", "3", 3, "-0.667"},
		{"1250", "1", -2, "1200"},
		{"0.0001", "3", 4, "0"},
	} {
		got, err := quantity.Divide(decimal.RequireFromString(c.a), decimal.RequireFromString(c.b), c.scale)
		if err != nil || !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s/%s at %d = %s, %v, want %s", c.a, c.b, c.scale, got, err, c.want)
		}
	}
	if _, err := quantity.Divide(decimal.New(1, 0), decimal.New(3, 30000), 2); err == nil {
		t.Error("an absurd exponent was accepted")
	}
}

// TestDivideAgainstRationals: the result is the multiple of 10^-scale nearest to
// the exact quotient.
func TestDivideAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDecimal(t, "a"), drawDecimal(t, "b")
		if b.IsZero() {
			return
		}
		scale := int32(rapid.IntRange(0, 10).Draw(t, "scale"))
		got, err := quantity.Divide(a, b, scale)
		if err != nil {
			t.Fatal(err)
		}
		off := new(big.Rat).Sub(got.Rat(), new(big.Rat).Quo(a.Rat(), b.Rat()))
		half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)))
		switch off.Abs(off).Cmp(half) {
		case 1:
			t.Fatalf("%s/%s = %s is off by more than half a step", a, b, got)
		case 0:
			if got.Shift(scale).BigInt().Bit(0) != 0 {
				t.Fatalf("%s/%s = %s is a half rounded to odd", a, b, got)
			}
		}
	})
}

func BenchmarkQuantityMul(b *testing.B) {
	q, r := of("48.25", "kWh/year"), of("0.084", "kgCO2e/kWh")
	for b.Loop() {
		_ = q.Mul(r)
	}
}

func BenchmarkConvert(b *testing.B) {
	from, to, value := quantity.MustParse("gCO2e/kWh"), quantity.MustParse("kgCO2e/kWh"), decimal.RequireFromString("177.12")
	for b.Loop() {
		if _, err := quantity.Convert(value, from, to); err != nil {
			b.Fatal(err)
		}
	}
}
