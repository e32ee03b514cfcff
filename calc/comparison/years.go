package comparison

import (
	"context"
	"reflect"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
)

// Names of the steps from one year to another, in their order.
const (
	StepEstate  = "estate"  // other equipment and services, more or fewer of them, elsewhere
	StepYear    = "year"    // the same factors, of the later year: the grid, mostly
	StepFactors = "factors" // other packs
	StepMethod  = "method"  // other choices: lifetimes, PUE, contracts, the default country
)

// Years compares a period with an earlier one: what changed through the estate, the
// year of the factors, the packs, and the method, in this order.
func Years(ctx context.Context, earlier, later scenario.State) (*Comparison, error) {
	baseline, err := earlier.Assess(ctx)
	if err != nil {
		return nil, err
	}
	o := Outcome{Assessment: baseline, state: later}
	now := scenario.State{Estate: later.Estate, Library: earlier.Library, Method: earlier.Method}
	now.Method.FactorYear = earlier.Estate.Period().Year()
	take := func(name string) error {
		if o.Assessment, err = now.Assess(ctx); err != nil {
			return err
		}
		step := stepOf(name, o.Assessment)
		step.Units = o.Assessment.Units()
		o.Steps = append(o.Steps, step)
		return nil
	}
	if err := take(StepEstate); err != nil {
		return nil, err
	}
	if now.Method.FactorYear = earlier.Method.FactorYear; later.Estate.Period().Year() != earlier.Estate.Period().Year() {
		if err := take(StepYear); err != nil {
			return nil, err
		}
	}
	if now.Library = later.Library; later.Library != earlier.Library {
		if err := take(StepFactors); err != nil {
			return nil, err
		}
	}
	if now.Method = later.Method; !reflect.DeepEqual(later.Method, earlier.Method) {
		if err := take(StepMethod); err != nil {
			return nil, err
		}
	}
	return &Comparison{Baseline: baseline, Outcomes: []Outcome{o}}, nil
}

// Slices is a dimension's part of a comparison: before and after, by key.
type Slices struct{ Before, After []calc.Slice }

// By breaks an outcome down along a dimension, beside the baseline.
func (c *Comparison) By(d calc.Dimension, outcome int) Slices {
	return Slices{Before: c.Baseline.Breakdown(d), After: c.Outcomes[outcome].Assessment.Breakdown(d)}
}
