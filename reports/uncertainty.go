package reports

import (
	"context"
	"math"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// Uncertainty says how the intervals of a report were found.
type Uncertainty struct {
	Method uncertainty.Method // empty: there are none
	Draws  int                // of a simulation
	Seed   uint64             // likewise
}

// Interval holds the middle nine tenths of what a figure may be, in the figure's
// unit: the 5th percentile, the median and the 95th percentile, to six significant
// figures. It speaks of what the figure covers, and of nothing else.
type Interval struct {
	Low, Median, High decimal.Decimal
	Known             bool
}

// Cause is an unknown and its share of the variance of a figure.
type Cause struct {
	uncertainty.Identity
	Factor *factors.Factor // nil for a datum of the inventory or the settings
	Share  decimal.Decimal // 0 to 1
}

// intervals returns the intervals of an assessment: as they were simulated, or
// else derived from the spreads.
func intervals(a *calc.Assessment, simulated *uncertainty.Result) (*uncertainty.Result, error) {
	if simulated != nil {
		return simulated, nil
	}
	return uncertainty.Analytic(context.Background(), []*calc.Assessment{a}, uncertainty.Options{View: calc.LocationBased})
}

// addIntervals adds to the impacts what is known about their uncertainty. The
// first of the assessments is the one that is reported on.
func (r *Report) addIntervals(result *uncertainty.Result) {
	r.Uncertainty = Uncertainty{result.Method, result.Draws, result.Seed}
	outcome := &result.Outcomes[0]
	for n := range r.Impacts {
		i := &r.Impacts[n]
		if !i.Known {
			continue
		}
		total, _ := outcome.Total(i.Key) // a known total without figures is 0 for sure
		i.Interval = intervalOf(total.Interval)
		i.Interval.Known = true
		i.SamplingError = intervalOf(total.Error.Interval)
		i.SamplingError.Known = result.Method == uncertainty.BySimulation
		for _, c := range outcome.Causes {
			if c.Impact == i.Key {
				i.Causes = causes(c.List)
			}
		}
	}
}

func causes(list []uncertainty.Cause) []Cause {
	var ranked []Cause
	for _, c := range list {
		ranked = append(ranked, Cause{c.Identity, c.Factor, significant(c.Share)})
	}
	return ranked
}

func intervalOf(i uncertainty.Interval) Interval {
	return Interval{Low: significant(i.Low), Median: significant(i.Median), High: significant(i.High)}
}

// significantFigures of what was computed in floating point. They are more than
// an interval is good for, and fewer than could differ.
const significantFigures = 6

func significant(x float64) decimal.Decimal {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return decimal.Zero // beyond what floating point can hold: a hostile pack
	}
	d := decimal.NewFromFloat(x) //nolint:forbidigo // an interval is computed in floating point, and rounded to what that is good for
	return figure.Round(d, significantFigures-1-figure.Magnitude(d))
}

// RelativeError returns by how much of itself the worse end of a simulated
// interval would be off with other draws.
func (i Impact) RelativeError() decimal.Decimal {
	return decimal.Max(
		share(i.SamplingError.Low, i.Interval.Low.Abs()),
		share(i.SamplingError.High, i.Interval.High.Abs()),
	)
}

// Significant writes a figure that was computed in floating point, to six
// significant figures.
func Significant(x float64) string { return significant(x).String() }
