package uncertainty

import "math"

// shifted is a lognormal distribution that is moved and, for a negative skewness,
// mirrored: from + sign · e^(μ + σZ) with Z standard normal. Without skewness it is
// the normal distribution.
type shifted struct { //nolint:recvcheck // it is small and passed on, and only its making changes it
	from, median, sigma, sign float64 // median of the exponential: e^μ

	mean, deviation float64 // where sigma is 0: of the normal distribution
}

// leastSkewness is where the difference to the normal distribution ends to matter.
const leastSkewness = 1e-4

// fitted returns the distribution with some moments. With x = e^(σ²), the skewness
// of a lognormal is (x + 2)·√(x − 1); its square makes x³ + 3x² − 4 = γ², whose one
// root is
//
//	x = t + 1/t − 1    t = ∛(1 + γ²/2 + |γ|·√(1 + γ²/4))
//
// and the standard deviation is that of e^(μ+σZ), e^μ · √(x·(x − 1)).
func fitted(m moments) shifted {
	if m.mean < 0 {
		d := fitted(m.mirrored())
		d.from, d.sign, d.mean = -d.from, -d.sign, -d.mean
		return d
	}
	deviation := math.Sqrt(m.variance)
	d := shifted{mean: m.mean, deviation: deviation, sign: 1}
	if deviation == 0 {
		return d
	}
	skewness := m.third / float64(m.variance*deviation)
	if skewness < 0 {
		d.sign, skewness = -1, -skewness
	}
	d.skew(min(skewness, m.mostSkewness()))
	if m.oneSided && d.at(-zOf95) < 0 {
		d.sign = 1
		d.skew(m.ownSkewness())
	}
	return d
}

// skew gives the distribution a skewness.
func (d *shifted) skew(skewness float64) {
	if skewness < leastSkewness {
		return
	}
	squared := float64(skewness * skewness)
	t := exp(log(1+float64(squared/2)+float64(skewness*math.Sqrt(1+float64(squared/4)))) / 3)
	x := t + 1/t - 1
	d.sigma = math.Sqrt(log(x))
	d.median = d.deviation / math.Sqrt(float64(x*(x-1)))
	d.from = d.mean - float64(d.sign*float64(d.median*math.Sqrt(x)))
}

// mostSkewness bounds the skewness that is believed. A few quantities with long
// tails give a figure a skewness that says much of its tail and little of the middle
// nine tenths, and would make those too narrow. A figure has that of the
// lognormal distribution of its mean and variance, which begins at 0, or half more at most.
func (m moments) mostSkewness() float64 {
	if m.mean == 0 {
		return 1
	}
	return 1.5 * m.ownSkewness()
}

// ownSkewness is that of the lognormal distribution of the mean and the variance,
// which begins at 0.
func (m moments) ownSkewness() float64 {
	x := 1 + m.variance/float64(m.mean*m.mean)
	return float64((x + 2) * math.Sqrt(x-1))
}

// at returns the quantile of a standard normal z.
func (d shifted) at(z float64) float64 {
	if d.sigma == 0 {
		return d.mean + float64(d.deviation*z)
	}
	return d.from + float64(d.sign*float64(d.median*exp(float64(float64(d.sigma*z)*d.sign))))
}

// below returns the probability of less than a number.
func (d shifted) below(limit float64) float64 {
	switch {
	case d.deviation == 0 && d.mean < limit:
		return 1
	case d.deviation == 0:
		return 0
	case d.sigma == 0:
		return normalShare((limit - d.mean) / d.deviation)
	}
	beyond := float64((limit - d.from) * d.sign)
	if beyond <= 0 { // outside: below all of it, or above
		return (1 - d.sign) / 2
	}
	return normalShare(d.sign * log(beyond/d.median) / d.sigma)
}
