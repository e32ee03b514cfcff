package reports

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc/lever"
	"govfootprint/factors"
)

// A lever that adds is worth less than nothing, and still stands before one that cannot
// be pulled, of which nothing is known.
func TestLeversByWorth(t *testing.T) {
	of := func(key lever.Key, difference int64) Lever {
		return Lever{Lever: &lever.Lever{Key: key}, Scenario: &ComparedScenario{Impacts: []ComparedImpact{
			{Key: factors.GWP, Known: true, Difference: decimal.NewFromInt(difference)},
		}}}
	}
	levers := []Lever{{Lever: &lever.Lever{Key: lever.PUE}}, of(lever.Refurbished, 5), of(lever.Grid, -1), of(lever.Lifetime, -3)}
	slices.SortStableFunc(levers, byWorth)
	for at, want := range []lever.Key{lever.Lifetime, lever.Grid, lever.Refurbished, lever.PUE} {
		if levers[at].Key != want {
			t.Errorf("%d. is %s, want %s", at+1, levers[at].Key, want)
		}
	}
}
