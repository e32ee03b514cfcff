package uncertainty_test

import (
	"math"
	"testing"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
)

// Two years by the same factors err together: their sum is as wide as twice one of
// them, and their difference is nothing. A limit between is met by as many draws as
// lie below it.
func TestTogether(t *testing.T) {
	a := assess(t, estate(item{"laptop", 10, nil}, item{"monitor", 10, nil}), library(t, lognormalFactors))
	r, err := uncertainty.Run(t.Context(), []*calc.Assessment{a, a}, uncertainty.Options{Draws: 1000, Totals: []factors.Impact{factors.GWP}})
	if err != nil {
		t.Fatal(err)
	}
	one, ok := r.Outcomes[0].Total(factors.GWP)
	if !ok {
		t.Fatal("no climate total")
	}
	both, _ := r.Together(factors.GWP, []int{0, 1}, nil)
	if math.Abs(both.High-2*one.High) > 1e-9*one.High || math.Abs(both.Low-2*one.Low) > 1e-9*one.High {
		t.Errorf("together %v, one %v", both.Interval, one.Interval)
	}
	if none, _ := r.Together(factors.GWP, []int{0}, []int{1}); none.Low != 0 || none.High != 0 || none.Saving != 0 {
		t.Errorf("the difference to itself is %v", none)
	}
	if share, _ := r.AtMost(0, factors.GWP, one.Median); math.Abs(share-0.5) > 0.01 {
		t.Errorf("%v of the draws are at the median or below", share)
	}
	if _, has := r.Outcomes[0].Total(factors.Energy); has {
		t.Error("there is a total that nobody asked for")
	}
}
