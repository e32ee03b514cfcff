package pathway

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/inventory"
)

// Options say how far a pathway goes, and what is assumed on the way.
type Options struct {
	To       int // the year in which its last period ends
	Scenario scenario.Options

	// Grid are the user's assumptions about electricity. See [calc.Outlook].
	Grid []calc.GridAssumption

	// Backlog is over how many years devices are replaced that are older at the
	// beginning than their lifetime; 0: [DefaultBacklog].
	Backlog int

	// Growth is by how much there are more devices and services of each kind each year
	// than the year before, 0.02 for two in a hundred; below 0 for fewer.
	Growth decimal.Decimal
}

// DefaultBacklog is over how many years what is overdue is replaced. Nobody replaces
// it all in the first year, for then it would have been replaced already; and nobody
// keeps it for a second life. It is this project's own choice.
const DefaultBacklog = 3

// MostYears is how many years a pathway may have: to 2050 and beyond.
const MostYears = 60

// Pathway is what becomes of an estate, year by year.
type Pathway struct {
	Periods []inventory.Period
	Courses []Course // business as usual first, then the scenarios
	Start   Start
}

// Start is what was assumed of the estate at the beginning.
type Start struct {
	Backlog int // see [Options]
	Growth  decimal.Decimal

	Units    decimal.Decimal // of devices that are there at the end of the first period
	Overdue  decimal.Decimal // of them, older than their lifetime
	Undated  decimal.Decimal // of them, of unknown age
	Lasting  decimal.Decimal // of them, without a lifetime: they stay
	Measured decimal.Decimal // of them, whose own electricity goes on with what replaces them
}

// Course is what becomes of the estate by one scenario.
type Course struct {
	Scenario *scenario.Scenario // nil for business as usual
	Years    []Year             // as the periods of the pathway
	Notes    []scenario.Note
}

// Year is a course in a period.
type Year struct {
	Assessment *calc.Assessment
	Flows      []Flow // by category; none of the first year, which is as it was read
}

// PeriodError says that a pathway cannot set out from a period.
type PeriodError struct{ Period inventory.Period }

func (err *PeriodError) Error() string {
	return fmt.Sprintf("a pathway goes by years, and %s is none; choose a period of twelve whole months, such as 2025 or 2024-04-01/2025-03-31", err.Period)
}

// HorizonError says that a pathway cannot go to a year.
type HorizonError struct{ First, To int }

func (err *HorizonError) Error() string {
	return fmt.Sprintf("a pathway from %d cannot go to %d; choose a year after it, and not beyond %d", err.First, err.To, err.First+MostYears)
}

// Run works out what becomes of a state: business as usual, then each scenario. The
// first year is the state as it is, in all of them.
//
// It fails with a [*PeriodError], with a [*HorizonError], with a [*scenario.Error] for
// a change that cannot be made, and as [calc.Assess] does.
func Run(ctx context.Context, base scenario.State, scenarios []*scenario.Scenario, opt Options) (*Pathway, error) {
	periods, whole := base.Estate.Period().PeriodsTo(opt.To)
	switch first := base.Estate.Period().End.Month().Year(); {
	case !whole:
		return nil, &PeriodError{base.Estate.Period()}
	case opt.To <= first || opt.To > first+MostYears:
		return nil, &HorizonError{first, opt.To}
	}
	if opt.Backlog == 0 {
		opt.Backlog = DefaultBacklog
	}
	base.Method.FactorYear = base.Estate.Period().Year()
	base.Method.Outlook = &calc.Outlook{Stated: opt.Grid}
	first, err := base.Assess(ctx)
	if err != nil {
		return nil, err
	}
	p := &Pathway{Periods: periods}
	begin := newBeginning(base, opt)
	p.Start = begin.start
	for i := range len(scenarios) + 1 {
		c := Course{Years: []Year{{Assessment: first}}}
		if i > 0 {
			c.Scenario = scenarios[i-1]
			alone := opt.Scenario
			alone.InTime = true
			if _, c.Notes, err = c.Scenario.Apply(ctx, base, alone); err != nil {
				return nil, err
			}
		}
		r := newRunning(base, begin, c.Scenario, opt)
		for _, period := range periods[1:] {
			year, err := r.year(ctx, period)
			if err != nil {
				return nil, err
			}
			c.Years = append(c.Years, year)
		}
		p.Courses = append(p.Courses, c)
	}
	return p, nil
}

// Assessments returns the assessments of all years of all courses, each once, and
// where in that list the years of each course are: what a simulation draws for, and
// how its outcomes are found.
func (p *Pathway) Assessments() (all []*calc.Assessment, places [][]int) {
	seen := make(map[*calc.Assessment]int)
	for i := range p.Courses {
		var course []int
		for _, y := range p.Courses[i].Years {
			at, known := seen[y.Assessment]
			if !known {
				at = len(all)
				seen[y.Assessment] = at
				all = append(all, y.Assessment)
			}
			course = append(course, at)
		}
		places = append(places, course)
	}
	return all, places
}
