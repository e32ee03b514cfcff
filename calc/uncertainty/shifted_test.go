package uncertainty

import (
	"math"
	"testing"
)

// A lognormal comes out of its own moments: with σ = 0.4 and a median of 100 the mean
// is 100 · e^0.08 = 108.33, the 5th percentile 100 · e^(−0.658) = 51.79.
func TestFittedLognormal(t *testing.T) {
	x := math.Exp(0.16)
	m := moments{mean: 100 * math.Sqrt(x)}
	m.variance = m.mean * m.mean * (x - 1)
	m.third = math.Pow(m.variance, 1.5) * (x + 2) * math.Sqrt(x-1)
	d := fitted(m)
	for z, want := range map[float64]float64{0: 100, -zOf95: 51.79, zOf95: 193.08} {
		if got := d.at(z); math.Abs(got-want) > 0.01 {
			t.Errorf("at %v: %v, want %v", z, got, want)
		}
	}
	if got := d.below(100); math.Abs(got-0.5) > 1e-6 {
		t.Errorf("%v lie below the median", got)
	}
	if got := d.below(-1); got != 0 {
		t.Errorf("%v lie below 0", got)
	}
}

// Mirrored moments make the mirrored distribution; without skewness it is normal,
// without variance a number.
func TestFittedOthers(t *testing.T) {
	up, down := fitted(moments{mean: -5, variance: 4, third: 3}), fitted(moments{mean: 5, variance: 4, third: -3})
	if math.Abs(up.at(1)+down.at(-1)) > 1e-12 || math.Abs(up.below(-6)+down.below(6)-1) > 1e-6 {
		t.Errorf("%v and %v, %v and %v: not mirrored", up.at(1), down.at(-1), up.below(-6), down.below(6))
	}
	if d := fitted(moments{mean: 5, variance: 4}); d.at(1) != 7 || math.Abs(d.below(5)-0.5) > 1e-6 {
		t.Errorf("normal: %v at 1, %v below the mean", d.at(1), d.below(5))
	}
	if d := fitted(moments{mean: -5}); d.at(1) != -5 || d.below(0) != 1 || d.below(-5) != 0 {
		t.Errorf("fixed: %v, %v, %v", d.at(1), d.below(0), d.below(-5))
	}
}

// What cannot be below 0 has no interval that is, however uncertain.
func TestFittedStaysAboveNothing(t *testing.T) {
	if low := fitted(moments{mean: 1, variance: 4, third: 0.1, oneSided: true}).at(-zOf95); low < 0 {
		t.Errorf("the 5th percentile is %v", low)
	}
}
