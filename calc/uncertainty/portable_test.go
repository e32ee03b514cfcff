package uncertainty

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The oracle is package math, which is right to the last place or the one before.
func TestPortableFunctions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-50, 50).Draw(t, "x")
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
		y := math.Exp(x)
		if got, want := log(y), math.Log(y); math.Abs(got-want) > 4e-16*math.Abs(want) {
			t.Errorf("log(%v) = %v, want %v", y, got, want)
		}
		p := rapid.Float64Range(1e-300, 1-1e-16).Draw(t, "p")
		if z := normalQuantile(p); p > 1e-15 && p < 1-1e-9 {
			// An error in z is one of about z² times as much in the tail.
			if back := math.Erfc(-z/math.Sqrt2) / 2; math.Abs(back-p) > 1e-15*(1+z*z)*p {
				t.Errorf("Φ(normalQuantile(%v)) = %v", p, back)
			}
		}
		z := rapid.Float64Range(-8, 8).Draw(t, "z")
		if got, want := normalShare(z), math.Erfc(-z/math.Sqrt2)/2; math.Abs(got-want) > 1e-7 {
			t.Errorf("normalShare(%v) = %v, want %v", z, got, want)
		}
	})
}

// Bits that any machine must give, whatever its processor.
func TestSameBitsEverywhere(t *testing.T) {
	for name, c := range map[string]struct {
		got  float64
		bits uint64
	}{
		"exp(1/3)":              {exp(1.0 / 3), 0x3ff6546db1ba2d13},
		"log(238.57)":           {log(238.57), 0x4015e60dff2a24a0},
		"normalQuantile(0.05)":  {normalQuantile(0.05), 0xbffa515209676abd},
		"normalQuantile(0.7)":   {normalQuantile(0.7), 0x3fe0c7e39582c5fa},
		"normalQuantile(1e-20)": {normalQuantile(1e-20), 0xc022865170b43a4b},
		"normalShare(-1.2)":     {normalShare(-1.2), 0x3fbd7535bde796b1},
	} {
		if bits := math.Float64bits(c.got); bits != c.bits {
			t.Errorf("%s = %v, bits %#x, want %#x", name, c.got, bits, c.bits)
		}
	}
}
