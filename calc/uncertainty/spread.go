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
	return lognormal(bounds{1 / k, k, 0.05, 0.95}, divides)
}

// bounds are two values of a quantity and the shares of cases below them.
type bounds struct{ low, high, belowLow, belowHigh float64 }

// deviations is how many standard deviations of a normal distribution lie between.
func (b bounds) deviations() float64 { return normalQuantile(b.belowHigh) - normalQuantile(b.belowLow) }

func lognormal(b bounds, divides bool) spread {
	sigma := log(b.high/b.low) / b.deviations()
	if sigma == 0 {
		return spread{shape: factors.Fixed}
	}
	return spread{shape: factors.Lognormal, sigma: sigma, divides: divides}
}

// published returns the distribution that a publication states, and false where it
// states none. What percentiles low and high are, the factor says.
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
	b := bounds{low: low, high: high}
	b.belowLow, b.belowHigh = f.Percentiles()
	switch {
	case value == 0 || high < value || low > value || low == high:
		return spread{shape: factors.Fixed}, low == high
	case low > 0 && (divides || f.Distribution == factors.Lognormal || f.Distribution == ""):
		return lognormal(b, divides), true
	case divides:
		return spread{}, false // by what may be nothing, nobody can divide
	case f.Distribution == factors.Uniform:
		return uniform(b), true
	case f.Distribution == factors.Normal:
		return spread{shape: factors.Normal, sigma: (high - low) / b.deviations() / value}, true
	default:
		return triangular(b, value), true
	}
}

// uniform returns the uniform distribution between whose ends the shares of its
// length lie that the bounds state. It does not go below 0.
func uniform(b bounds) spread {
	length := (b.high - b.low) / (b.belowHigh - b.belowLow)
	return spread{
		shape: factors.Uniform,
		from:  max(b.low-float64(b.belowLow*length), 0),
		to:    b.high + float64((1-b.belowHigh)*length),
	}
}

// triangular returns the triangular distribution with a peak that has the bounds.
// With p and q the lengths either side of the peak, w their sum, α the share below
// low and β that above high,
//
//	p − (peak − low) = √(α·w·p)      q − (high − peak) = √(β·w·q)
//
// which is solved by iteration. It does not go below 0; where it would, fewer cases
// than stated lie below low.
func triangular(b bounds, peak float64) spread {
	p, q := peak-b.low, b.high-peak
	for range 200 { // each step leaves less than half of the error
		w := p + q
		p, q = peak-b.low+math.Sqrt(float64(b.belowLow*float64(w*p))), b.high-peak+math.Sqrt(float64((1-b.belowHigh)*float64(w*q)))
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
		rest := w - float64(u*w)
		return s.to - math.Sqrt(float64(rest*q))
	default:
		return 1
	}
}

// moments returns the mean of what [spread.at] returns, the standard deviation
// relative to it, and the skewness: by formula for a lognormal, else by the midpoints
// of its quantiles.
func (s spread) moments() (mean, deviation, skewness float64) {
	switch s.shape { //nolint:exhaustive // the others go by their quantiles
	case factors.Fixed:
		return 1, 0, 0
	case factors.Lognormal: // with x = e^(σ²): mean √x, variance (x − 1)·mean², skewness (x + 2)·√(x − 1)
		x := exp(float64(s.sigma * s.sigma))
		return math.Sqrt(x), math.Sqrt(x - 1), float64((x + 2) * math.Sqrt(x-1))
	}
	const points = 4096
	for i := range points {
		mean += float64(s.at((float64(i)+0.5)/points) / points)
	}
	var squares, cubes float64
	for i := range points {
		d := s.at((float64(i)+0.5)/points)/mean - 1
		squares += float64(float64(d*d) / points)
		cubes += float64(float64(float64(d*d)*d) / points)
	}
	deviation = math.Sqrt(squares)
	if deviation == 0 {
		return mean, 0, 0
	}
	return mean, deviation, cubes / float64(squares*deviation)
}
