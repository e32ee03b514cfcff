package uncertainty

import (
	"slices"

	"govfootprint/calc"
	"govfootprint/factors"
)

// Method says how intervals were found.
type Method string

// The methods.
const (
	ByMoments    Method = "analytic"
	BySimulation Method = "simulation"
)

// Result says how sure the figures of some assessments are.
type Result struct {
	Method Method
	Draws  int    // of a simulation
	Seed   uint64 // likewise

	Outcomes []Outcome // of the assessments, in their order; the first is the baseline

	totals []map[factors.Impact][]float64 // of a simulation: every draw of the totals
}

// Outcome is what is known about one assessment.
type Outcome struct {
	Figures     []Figure // by impact: the total, the stages, then the parts along dimensions
	Differences []Figure // to the baseline, likewise; none of the baseline itself

	Causes []Causes // of the uncertainty of each total, by impact
}

// Key says what a figure is of.
type Key struct {
	Impact factors.Impact

	Stage factors.Stage // empty: all

	Dimension calc.Dimension // empty: the whole
	Value     string         // of the dimension
}

// Figure is a figure with its interval, in the impact's unit.
type Figure struct {
	Key
	Exact float64 // as it is without uncertainty
	Interval
	Mean float64

	// Error is how far each would be off by the number of draws alone (a standard
	// error, from ten batches). It is 0 where nothing was drawn.
	Error struct {
		Interval
		Mean float64
	}

	// Saving is the probability that a difference is below 0; that a figure is, for
	// other figures.
	Saving float64
}

// Interval holds the middle nine tenths: the 5th percentile, the median and the
// 95th percentile.
type Interval struct{ Low, Median, High float64 }

// Causes are what the uncertainty of a figure comes from.
type Causes struct {
	Key
	List []Cause // the weightiest first
}

// Cause is an unknown and the share of a figure's variance that would go if it were
// known: what to measure next.
type Cause struct {
	Identity Identity
	Share    float64         // 0 to 1
	Quantity calc.Quantity   // the one that weighs most, of several with the identity
	Factor   *factors.Factor // its factor; nil for a datum
}

// Figure returns a figure of the assessment, and whether there is one.
func (o *Outcome) Figure(key Key) (Figure, bool) { return find(o.Figures, key) }

// Total returns the total of an impact, and whether there is one.
func (o *Outcome) Total(impact factors.Impact) (Figure, bool) { return o.Figure(Key{Impact: impact}) }

// Difference returns the difference of a figure to the baseline, and whether there is one.
func (o *Outcome) Difference(key Key) (Figure, bool) { return find(o.Differences, key) }

func find(figures []Figure, key Key) (Figure, bool) {
	at := slices.IndexFunc(figures, func(f Figure) bool { return f.Key == key })
	if at < 0 {
		return Figure{}, false
	}
	return figures[at], true
}

// Below returns the probability that one assessment's total is below another's, by
// their numbers, and false where nothing was drawn.
func (r *Result) Below(one, other int, impact factors.Impact) (share float64, simulated bool) {
	if r.Method != BySimulation {
		return 0, false
	}
	a, b := r.totals[one][impact], r.totals[other][impact]
	below := 0
	for i := range r.Draws {
		if at(a, i) < at(b, i) {
			below++
		}
	}
	return float64(below) / float64(r.Draws), true
}

// at returns a draw of a figure that may not be there: 0 then.
func at(draws []float64, i int) float64 {
	if draws == nil {
		return 0
	}
	return draws[i]
}
