package uncertainty

import "govfootprint/factors"

// Together returns the figure that the totals of some assessments make together, those
// of plus less those of minus, by their numbers: emissions of several years, or the
// difference of two. It is false where nothing was drawn.
func (r *Result) Together(impact factors.Impact, plus, minus []int) (Figure, bool) {
	if r.Method != BySimulation {
		return Figure{}, false
	}
	draws := make([]float64, r.Draws)
	for _, number := range plus {
		for d, x := range r.totals[number][impact] {
			draws[d] += x
		}
	}
	for _, number := range minus {
		for d, x := range r.totals[number][impact] {
			draws[d] -= x
		}
	}
	f := Figure{Key: Key{Impact: impact}}
	below := 0
	for _, x := range draws {
		if x < 0 {
			below++
		}
	}
	f.Saving = float64(below) / float64(len(draws))
	f.Interval, f.Mean = summary(draws, make([]float64, len(draws)))
	return f, true
}

// AtMost returns the probability that an assessment's total is not above a limit, and
// false where nothing was drawn.
func (r *Result) AtMost(number int, impact factors.Impact, limit float64) (share float64, simulated bool) {
	draws := r.totals[number][impact]
	if r.Method != BySimulation || draws == nil {
		return 0, false
	}
	below := 0
	for _, x := range draws {
		if x <= limit {
			below++
		}
	}
	return float64(below) / float64(len(draws)), true
}
