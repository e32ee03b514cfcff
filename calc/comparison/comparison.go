package comparison

import (
	"context"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
)

// Comparison is a baseline and what becomes of it.
type Comparison struct {
	Baseline *calc.Assessment
	Outcomes []Outcome
	Families []Family // the same with other factors
}

// Outcome is the footprint after a number of steps.
type Outcome struct {
	Scenario   *scenario.Scenario // nil for another year
	Assessment *calc.Assessment   // after all steps
	Steps      []Step
	Notes      []scenario.Note

	state scenario.State
	packs bool // whether it chooses factors itself
}

// Step is one thing that changes, with the footprint after it.
type Step struct {
	Name   string
	Change *scenario.Change // nil for another year

	Profiles   int64
	Units      decimal.Decimal // that it concerns
	Activities int64
	Changed    bool // whether any of the profiles is another one, or of another amount

	Location, Market calc.Values // after the step
	Shown            calc.Values // in the view of the method
}

func stepOf(name string, a *calc.Assessment) Step {
	market, _ := a.Market()
	return Step{Name: name, Location: a.Values(), Market: market, Shown: a.Shown()}
}

// Family is the comparison with other factors: those of another family of equipment,
// for instance, that measures the same things in another way.
type Family struct {
	Name     string
	Baseline calc.Values
	Outcomes []calc.Values // of the scenarios, in their order
}

// With is a library to repeat a comparison with.
type With struct {
	Name    string
	Library *factors.Library
}

// Scenarios applies scenarios to a baseline and works out the footprint of each, step
// by step. It repeats the ends with other factors.
//
// It fails with a [*scenario.Error] for a change that cannot be made, and as
// [calc.Assess] does.
func Scenarios(ctx context.Context, base scenario.State, scenarios []*scenario.Scenario, opt scenario.Options, others ...With) (*Comparison, error) {
	baseline, err := base.Assess(ctx)
	if err != nil {
		return nil, err
	}
	c := &Comparison{Baseline: baseline}
	for _, s := range scenarios {
		o, err := outcome(ctx, baseline, base, s, opt)
		if err != nil {
			return nil, err
		}
		c.Outcomes = append(c.Outcomes, *o)
	}
	for _, with := range others {
		f, err := c.family(ctx, base, with)
		if err != nil {
			return nil, err
		}
		c.Families = append(c.Families, *f)
	}
	return c, nil
}

// outcome applies a scenario.
func outcome(ctx context.Context, baseline *calc.Assessment, base scenario.State, s *scenario.Scenario, opt scenario.Options) (*Outcome, error) {
	o := &Outcome{Scenario: s, Assessment: baseline, state: base}
	for applied, err := range s.Steps(ctx, base, opt) {
		if err != nil {
			return nil, err
		}
		if o.Assessment, err = applied.Assess(ctx); err != nil {
			return nil, err
		}
		step := stepOf(applied.Name, o.Assessment)
		step.Changed = applied.Changed
		step.Change, step.Profiles, step.Units, step.Activities = applied.Change, applied.Profiles, applied.Units, applied.Activities
		o.Steps = append(o.Steps, step)
		o.Notes = append(o.Notes, applied.Notes...)
		o.state = applied.State
		o.packs = o.packs || applied.Library != base.Library
	}
	return o, nil
}

// family works the comparison out with other factors. A scenario that chooses factors
// itself keeps those.
func (c *Comparison) family(ctx context.Context, base scenario.State, with With) (*Family, error) {
	total := func(st scenario.State) (calc.Values, error) {
		a, err := st.Assess(ctx)
		if err != nil {
			return calc.Values{}, err
		}
		return a.Shown(), nil
	}
	f := &Family{Name: with.Name}
	base.Library = with.Library
	var err error
	if f.Baseline, err = total(base); err != nil {
		return nil, err
	}
	for i := range c.Outcomes {
		state := c.Outcomes[i].state
		if !c.Outcomes[i].packs {
			state.Library = with.Library
		}
		values, err := total(state)
		if err != nil {
			return nil, err
		}
		f.Outcomes = append(f.Outcomes, values)
	}
	return f, nil
}

// Assessments returns those of the comparison, the baseline first: what a simulation
// draws for.
func (c *Comparison) Assessments() []*calc.Assessment {
	all := []*calc.Assessment{c.Baseline}
	for i := range c.Outcomes {
		all = append(all, c.Outcomes[i].Assessment)
	}
	return all
}
