package uncertainty

import "math"

// The functions here give the same bits on every machine. Those of package math
// need not: some processors have versions of their own in assembly, and a compiler
// may fuse a multiplication and an addition into one rounding. An explicit
// conversion, float64(a*b)+c, forbids that (Go specification, floating-point
// operators); so every product that is added to something stands in one.

const (
	ln2High = 6.93147180369123816490e-01 // ln 2 in two parts, the first with zeros at its end
	ln2Low  = 1.90821492927058770002e-10
)

// exp returns e^x for |x| < 700, to within one unit in the last place: the method
// of FreeBSD's e_exp.c, x = k·ln 2 + r and a rational function of r.
func exp(x float64) float64 {
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	high := x - float64(k*ln2High)
	low := float64(k * ln2Low)
	r := high - low
	t := float64(r * r)
	c := polynomial(t, 4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05,
		-2.77777777770155933842e-03, 1.66666666666666019037e-01)
	c = r - float64(t*c)
	y := 1 - ((low - float64(r*c)/(2-c)) - high)
	return math.Ldexp(y, int(k))
}

// log returns the natural logarithm of x > 0 to within one unit in the last
// place: the method of FreeBSD's e_log.c, x = 2^k · (1+f) with 1+f about 1.
func log(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	if fraction < math.Sqrt2/2 {
		fraction, exponent = fraction*2, exponent-1
	}
	f, k := fraction-1, float64(exponent)
	s := f / (2 + f)
	z := float64(s * s)
	r := float64(z * polynomial(z, 1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01,
		2.222219843214978396e-01, 2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01))
	half := float64(0.5 * float64(f*f))
	return float64(k*ln2High) - ((half - (float64(s*(half+r)) + float64(k*ln2Low))) - f)
}

// polynomial returns the value at x of a polynomial, the highest power first.
func polynomial(x float64, coefficients ...float64) float64 {
	sum := 0.0
	for _, c := range coefficients {
		sum = float64(sum*x) + c
	}
	return sum
}

// normalQuantile returns z with Φ(z) = p for 0 < p < 1: algorithm AS 241 (M. J.
// Wichura, Applied Statistics 37(3), 1988), PPND16, accurate to about 16 digits.
func normalQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		return float64(q*polynomial(r, 2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
			1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0)) /
			polynomial(r, 5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
				5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1)
	}
	tail := p
	if q > 0 {
		tail = 1 - p
	}
	r := math.Sqrt(-log(tail))
	var z float64
	if r <= 5 {
		r -= 1.6
		z = polynomial(r, 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
			3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0) /
			polynomial(r, 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
				6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1)
	} else {
		r -= 5
		z = polynomial(r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
			2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0) /
			polynomial(r, 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
				1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1)
	}
	if q < 0 {
		return -z
	}
	return z
}

// normalShare returns Φ(z), the share of a normal distribution below z, to within
// 10^-7: formula 26.2.17 of Abramowitz and Stegun, Handbook of Mathematical Functions.
func normalShare(z float64) float64 {
	t := 1 / (1 + float64(0.2316419*math.Abs(z)))
	density := exp(-float64(z*z)/2) / math.Sqrt(2*math.Pi)
	above := float64(density * float64(t*polynomial(t, 1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530)))
	if z < 0 {
		return above
	}
	return 1 - above
}
