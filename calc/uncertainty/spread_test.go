package uncertainty

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

func factor(value, low, high string, shape factors.Shape, note string) *factors.Factor {
	bound := func(s string) decimal.NullDecimal {
		if s == "" {
			return decimal.NullDecimal{}
		}
		return decimal.NewNullDecimal(decimal.RequireFromString(s))
	}
	return &factors.Factor{
		Subject: "laptop", Property: factors.PropertyMass, Unit: quantity.MustParse("kg"),
		Value: decimal.RequireFromString(value), Low: bound(low), High: bound(high), Distribution: shape, Note: note,
	}
}

// Stated percentiles come out, before the mean is brought to 1.
func TestStatedPercentiles(t *testing.T) {
	for name, c := range map[string]struct {
		factor    *factors.Factor
		low, high float64 // shares below
	}{
		"lognormal":                 {factor("200", "100", "400", factors.Lognormal, ""), 0.05, 0.95},
		"lognormal, 10th and 90th":  {factor("200", "100", "400", factors.Lognormal, "Median, P10 and P90 as low and high."), 0.1, 0.9},
		"uniform":                   {factor("200", "100", "400", factors.Uniform, ""), 0.05, 0.95},
		"triangular":                {factor("200", "150", "400", factors.Triangular, ""), 0.05, 0.95},
		"triangular, 10th and 90th": {factor("200", "150", "400", factors.Triangular, "P10 and P90 as low and high"), 0.1, 0.9},
		"triangular, to one side":   {factor("200", "200", "400", factors.Triangular, ""), 0, 0.95},
	} {
		s := spreadOf(calc.Quantity{Factor: c.factor}, Options{})
		unit := 1.0
		if s.shape == factors.Lognormal { // which is about a median of 1
			unit = math.Sqrt(100 * 400)
		}
		for _, bound := range []struct{ below, want float64 }{
			{c.low, c.factor.Low.Decimal.InexactFloat64()}, {c.high, c.factor.High.Decimal.InexactFloat64()},
		} {
			if bound.below == 0 {
				continue
			}
			if got := s.at(bound.below) * unit; math.Abs(got-bound.want) > 1e-6*bound.want {
				t.Errorf("%s: %v of the cases lie below %v, want below %v", name, bound.below, got, bound.want)
			}
		}
	}
}

// What states no distribution has that of its grade or its quality; what nobody
// rates is no better than medium, or E.
func TestSpreadsByGradeAndQuality(t *testing.T) {
	for name, c := range map[string]struct {
		quantity calc.Quantity
		high     float64 // 95th percentile over the median
	}{
		"grade A":           {calc.Quantity{Factor: factor("200", "", "", "", ""), Grade: factors.GradeA}, 1.05},
		"grade C":           {calc.Quantity{Factor: factor("200", "", "", "", ""), Grade: factors.GradeC}, 1.4},
		"no grade":          {calc.Quantity{Factor: factor("200", "", "", "", "")}, 2.5},
		"one bound":         {calc.Quantity{Factor: factor("200", "100", "", "", ""), Grade: factors.GradeB}, 1.2},
		"high quality":      {calc.Quantity{Datum: calc.CountDatum, Quality: inventory.HighQuality}, 1.01},
		"not stated":        {calc.Quantity{Datum: calc.CountDatum}, 1.1},
		"low quality":       {calc.Quantity{Datum: calc.CountDatum, Quality: inventory.LowQuality}, 1.2},
		"a zero divided by": {calc.Quantity{Factor: factor("4", "0", "5", factors.Triangular, ""), Grade: factors.GradeB, Divides: true}, 1 / 1.2},
	} {
		if got := spreadOf(c.quantity, Options{}).at(0.95); math.Abs(got-c.high) > 1e-12 {
			t.Errorf("%s: the 95th percentile is %v medians, want %v", name, got, c.high)
		}
	}
	for name, f := range map[string]*factors.Factor{
		"fixed": factor("200", "", "", factors.Fixed, ""), "no range": factor("200", "200", "200", "", ""),
	} {
		if s := spreadOf(calc.Quantity{Factor: f}, Options{}); !s.fixed() {
			t.Errorf("%s varies: %+v", name, s)
		}
	}
}

// A quantity, or its reciprocal where figures are divided by it, has a mean of 1
// once it is scaled, whatever its distribution.
func TestScaledMeans(t *testing.T) {
	for _, shape := range []factors.Shape{factors.Lognormal, factors.Triangular, factors.Uniform, factors.Normal} {
		for _, divides := range []bool{false, true} {
			s := spreadOf(calc.Quantity{Factor: factor("200", "120", "400", shape, ""), Divides: divides}, Options{})
			mean, deviation, _ := s.moments()
			const n = 200_000
			var sum, squares float64
			for i := range n {
				x := s.at((float64(i)+0.5)/n) / mean
				sum, squares = sum+x, squares+x*x
			}
			if math.Abs(sum/n-1) > 1e-4 || math.Abs(math.Sqrt(squares/n-1)-deviation) > 1e-3 {
				t.Errorf("%s, divides %v: mean %v, deviation %v, want 1 and %v", shape, divides, sum/n, math.Sqrt(squares/n-1), deviation)
			}
		}
	}
}
