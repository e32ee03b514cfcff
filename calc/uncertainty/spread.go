package uncertainty

import (
	"math"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// spread is the distribution of a quantity relative to its stated value, about 1.
// Its mean is 1, and where figures are divided by the quantity, the mean of its
// reciprocal is; so the mean of every figure is its stated value. spreads are
// comparable.
type spread struct {
	shape factors.Shape // lognormal, triangular, uniform, normal or fixed

	// Of a lognormal the standard deviation of the logarithm; of a normal one the
	// standard deviation.
	sigma float64

	// Of the others the ends and the peak, in any unit.
	from, peak, to float64

	divides bool
}

// gradeFactors are the spreads of factors whose publication states none: nine in
// ten lie between value / k and value · k. They are this project's own choice, for
// want of a published table by these grades; docs/uncertainty.md compares them with
// what the shipped packs publish.
var gradeFactors = map[factors.Grade]float64{
	factors.GradeA: 1.05, factors.GradeB: 1.2, factors.GradeC: 1.4, factors.GradeD: 1.7, factors.GradeE: 2.5,
}

// qualityFactors are the spreads of inventory data: ±1 %, ±10 % and ±20 % in
// ADEME's rules for information systems (data quality high, medium, low), taken
// as the half-width of the middle nine tenths. What nobody rates is taken as medium.
var qualityFactors = map[inventory.Quality]float64{
	inventory.HighQuality: 1.01, inventory.MediumQuality: 1.1, inventory.LowQuality: 1.2, "": 1.1,
}

// zOf95 is the 95th percentile of the standard normal distribution.
var zOf95 = normalQuantile(0.95)

// spreadOf returns the distribution of a quantity.
func spreadOf(q calc.Quantity, o Options) spread {
	if q.Factor == nil {
		if o.ExactData {
			return spread{shape: factors.Fixed}
		}
		return byFactor(qualityFactors[q.Quality], q.Divides)
	}
	if s, ok := published(q.Factor, q.Divides); ok {
		return s
	}
	k, graded := gradeFactors[q.Grade]
	if !graded {
		k = gradeFactors[factors.GradeE]
	}
	return byFactor(k, q.Divides)
}

// byFactor returns the lognormal of which nine tenths lie within a factor k either way.
func byFactor(k float64, divides bool) spread {
	return lognormal(1/k, k, divides)
}

func lognormal(low, high float64, divides bool) spread {
	sigma := log(high/low) / (2 * zOf95)
	if sigma == 0 {
		return spread{shape: factors.Fixed}
	}
	return spread{shape: factors.Lognormal, sigma: sigma, divides: divides}
}

// published returns the distribution that a publication states, and false where it
// states none. Low and high are the 5th and the 95th percentile.
func published(f *factors.Factor, divides bool) (spread, bool) {
	if f.Distribution == factors.Fixed {
		return spread{shape: factors.Fixed}, true
	}
	if !f.Low.Valid || !f.High.Valid {
		return spread{}, false
	}
	value, low, high := f.Value.InexactFloat64(), f.Low.Decimal.InexactFloat64(), f.High.Decimal.InexactFloat64()
	if f.Property == factors.PropertyPUE { // what exceeds 1 is in doubt, see calc
		value, low, high = value-1, low-1, high-1
	}
	if value < 0 {
		value, low, high = -value, -high, -low
	}
	low = max(low, 0)
	switch {
	case value == 0 || high < value || low > value || low == high:
		return spread{shape: factors.Fixed}, low == high
	case low > 0 && (divides || f.Distribution == factors.Lognormal || f.Distribution == ""):
		return lognormal(low, high, divides), true
	case divides:
		return spread{}, false // by what may be nothing, nobody can divide
	case f.Distribution == factors.Uniform:
		return uniform(low, high), true
	case f.Distribution == factors.Normal:
		return spread{shape: factors.Normal, sigma: (high - low) / (2 * zOf95) / value}, true
	default:
		return triangular(low, value, high), true
	}
}

// uniform returns the uniform distribution whose 5th and 95th percentile are
// given: a twentieth of its length lies on either side. It does not go below 0.
func uniform(low, high float64) spread {
	beyond := (high - low) / 18
	return spread{shape: factors.Uniform, from: max(low-beyond, 0), to: high + beyond}
}

// triangular returns the triangular distribution with a peak whose 5th and 95th
// percentile are given. With p and q the lengths either side of the peak and w
// their sum,
//
//	p − (peak − low) = √(0.05·w·p)      q − (high − peak) = √(0.05·w·q)
//
// which is solved by iteration. It does not go below 0; there, the 5th percentile
// is higher than stated.
func triangular(low, peak, high float64) spread {
	p, q := peak-low, high-peak
	for range 100 { // each step leaves less than a third of the error
		w := p + q
		p, q = peak-low+math.Sqrt(0.05*float64(w*p)), high-peak+math.Sqrt(0.05*float64(w*q))
	}
	return spread{shape: factors.Triangular, from: max(peak-p, 0), peak: peak, to: peak + q}
}

// fixed reports whether the quantity does not vary.
func (s spread) fixed() bool { return s.shape == factors.Fixed }

// at returns the quantity, or its reciprocal where figures are divided by it,
// at a quantile 0 < u < 1 of the quantity, not yet scaled to a mean of 1.
func (s spread) at(u float64) float64 {
	switch s.shape {
	case factors.Lognormal:
		z := normalQuantile(u)
		if s.divides {
			z = -z
		}
		return exp(float64(s.sigma * z))
	case factors.Normal:
		return max(1+float64(s.sigma*normalQuantile(u)), 0)
	case factors.Uniform:
		return s.from + float64(u*(s.to-s.from))
	case factors.Triangular:
		w, p, q := s.to-s.from, s.peak-s.from, s.to-s.peak
		if float64(u*w) < p {
			return s.from + math.Sqrt(float64(u*float64(w*p)))
		}
		rest := float64((1 - u) * w)
		return s.to - math.Sqrt(float64(rest*q))
	default:
		return 1
	}
}

// moments returns the mean of what [spread.at] returns, and the standard deviation
// relative to it: by formula for a lognormal, else by the midpoints of its quantiles.
func (s spread) moments() (mean, deviation float64) {
	switch s.shape {
	case factors.Fixed:
		return 1, 0
	case factors.Lognormal: // mean e^(σ²/2), variance (e^(σ²) − 1) · mean²
		variance := float64(s.sigma * s.sigma)
		return exp(variance / 2), math.Sqrt(exp(variance) - 1)
	}
	const points = 4096
	var sum, squares float64
	for i := range points {
		x := s.at((float64(i) + 0.5) / points)
		sum += x
		squares += float64(x * x)
	}
	mean = sum / points
	return mean, math.Sqrt(max(squares/points-float64(mean*mean), 0)) / mean
}
