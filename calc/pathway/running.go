package pathway

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/inventory"
)

// running is one course, in the making.
type running struct {
	stock

	base      scenario.State // as all years begin: the estate is that of the first
	scenario  *scenario.Scenario
	course    *scenario.Course
	growth    decimal.Decimal
	firstYear int   // after that of the base
	left      int64 // cohorts that have left in earlier years

	now       scenario.State // library and method of the year
	lifetimes *calc.PlannedLifetimes

	partsBefore []decimal.Decimal // see state

	lives []int32 // months, by kind; -1 where not asked for yet

	// Of the year that is made:
	period      inventory.Period
	first, last inventory.Month
	calendar    int // year in which it ends
	observed    bool
	estate      *inventory.Estate
	gone        int64 // cohorts that leave
	flows       *flows
}

func newRunning(base scenario.State, b *beginning, s *scenario.Scenario, opt Options) *running {
	r := &running{base: base, scenario: s, growth: opt.Growth, firstYear: base.Estate.Period().End.Month().Year() + 1}
	r.profiles = append(r.profiles, b.profiles...)
	r.numbers = maps.Clone(b.numbers)
	r.cohorts = append(r.cohorts, b.cohorts...)
	if s == nil {
		return r
	}
	r.course = s.Course(opt.Scenario)
	untouched := strings.Repeat(string(rune(unmet)), len(s.Changes))
	for i := range r.cohorts {
		r.cohorts[i].passed = untouched
	}
	return r
}

// year makes the next year: first what the scenario changes, at the beginning of it,
// then what is replaced, month by month.
func (r *running) year(ctx context.Context, period inventory.Period) (Year, error) {
	r.begin(period)
	if err := r.state(); err != nil {
		return Year{}, err
	}
	if err := r.changes(); err != nil {
		return Year{}, err
	}
	r.grow()
	next := make([]cohort, 0, len(r.cohorts))
	for _, c := range r.cohorts {
		var err error
		if next, err = r.turnOver(next, c); err != nil {
			return Year{}, err
		}
	}
	r.cohorts = next
	r.unite()
	for i := range r.cohorts {
		r.stay(&r.cohorts[i])
	}
	r.count()
	r.left += r.gone
	a, err := calc.Assess(ctx, r.estate, r.now.Library, r.now.Method)
	if err != nil {
		return Year{}, err
	}
	return Year{Assessment: a, Flows: r.flows.list()}, nil
}

func (r *running) begin(period inventory.Period) {
	r.period, r.first, r.last = period, period.Start.Month(), period.End.Month()
	r.calendar, r.gone = r.last.Year(), 0
	r.estate = inventory.NewEstate(period)
	r.flows = newFlows()
	for i := range r.cohorts {
		r.flows.opening(r.category(&r.cohorts[i]), r.cohorts[i].units)
	}
}

// state works out the method and the library of the year: as they were in the first,
// and what the scenario has changed by now. Where that is what it was in the year
// before, nothing is worked out anew.
func (r *running) state() error {
	parts := r.parts()
	if r.lifetimes != nil && slices.EqualFunc(parts, r.partsBefore, decimal.Decimal.Equal) {
		if r.course != nil {
			r.course.In(r.period, r.now.Method.Country)
		}
		return nil
	}
	r.partsBefore = parts
	r.now = r.base
	for i, part := range parts {
		if part.IsZero() {
			continue
		}
		var err error
		if r.now, err = r.course.Assess(i, r.now, part); err != nil {
			return err
		}
	}
	if r.course != nil {
		r.course.In(r.period, r.now.Method.Country)
	}
	r.lifetimes = calc.NewPlannedLifetimes(r.now.Library, r.now.Method, r.period)
	r.lives = r.lives[:0]
	r.observed = r.now.Method.WithDefaults().Basis == calc.Observed
	return nil
}

// parts returns to which part each change of how the estate is assessed is in force.
// What cannot be done in part, as one of the method, is done when all of it is.
func (r *running) parts() []decimal.Decimal {
	if r.scenario == nil {
		return nil
	}
	parts := make([]decimal.Decimal, len(r.scenario.Changes))
	for i := range r.scenario.Changes {
		c := &r.scenario.Changes[i]
		part := r.inForce(c)
		switch c.Action.(type) {
		case *scenario.Method, *scenario.Packs:
			if part.Equal(whole) {
				parts[i] = whole
			}
		case *scenario.Contract:
			parts[i] = part
		}
	}
	return parts
}

var whole = decimal.NewFromInt(1)

// bounds returns the years over which a change comes about: those of its phase, as far
// as they are still to come.
func (r *running) bounds(c *scenario.Change) (from, to int) {
	from = max(c.Phase.From, r.firstYear)
	return from, max(c.Phase.To, from)
}

// inForce returns the part of a change that has come about in the year:
//
//	(year − from + 1) / (to − from + 1)
//
// nothing before, all afterwards.
func (r *running) inForce(c *scenario.Change) decimal.Decimal {
	from, to := r.bounds(c)
	switch {
	case r.calendar < from:
		return decimal.Zero
	case r.calendar >= to:
		return whole
	}
	return part(whole, int64(r.calendar-from+1), int64(to-from+1))
}

// life returns after how many months a kind of unit is replaced, 0 for never.
func (r *running) life(c *cohort) int {
	for len(r.lives) < len(r.profiles) {
		r.lives = append(r.lives, -1)
	}
	if r.lives[c.kind] < 0 {
		r.lives[c.kind] = int32(months(r.lifetimes.Of(&r.profiles[c.kind]))) //nolint:gosec // bounded by months
	}
	return int(r.lives[c.kind])
}

// turnOver lets units be replaced that are due in the year, and appends what is there
// in the end. What has become due before the year began, because a lifetime was
// shortened, goes in the middle of it.
func (r *running) turnOver(to []cohort, c cohort) ([]cohort, error) {
	if r.profiles[c.kind].Kind.Activity() {
		return append(to, c), nil
	}
	due, stays := r.due(&c)
	if stays {
		return append(to, c), nil
	}
	r.leave(&c, due)
	category := r.category(&c)
	r.flows.of(category).Replaced = r.flows.of(category).Replaced.Add(c.units)
	bought := c
	bought.acquired, bought.clock, bought.leaving = due, due, 0
	if p := r.profiles[c.kind]; gone(&p, 0) { // the inventory says when it will be retired; what comes is in use
		p.Status = inventory.InService
		bought.kind = r.number(p)
	}
	pieces, err := r.meet(nil, bought, due, true)
	if err != nil {
		return nil, err
	}
	for _, piece := range pieces {
		flow := r.flows.of(r.category(&piece))
		flow.Bought = flow.Bought.Add(piece.units)
		if to, err = r.turnOver(to, piece); err != nil {
			return nil, err
		}
	}
	return to, nil
}

// due returns the month in which units leave, or that they stay.
func (r *running) due(c *cohort) (due inventory.Month, stays bool) {
	life := r.life(c)
	due = c.leaving
	if life > 0 && c.clock.Known() {
		planned := c.clock + inventory.Month(life) //nolint:gosec // bounded by months
		if planned < r.first {
			planned = max(r.first+middle, c.acquired+1)
		}
		if !due.Known() || planned < due {
			due = planned
		}
	}
	return due, !due.Known() || due > r.last
}

// leave books units that go at the beginning of a month.
func (r *running) leave(c *cohort, month inventory.Month) {
	p := r.profile(c)
	p.Retired = month
	r.gone++
	r.estate.Add(p, inventory.Stay{
		Acquired: c.acquired, Retired: month, Observed: r.observed,
		Units: inventory.DecimalTally(c.units), Rate: inventory.DecimalTally(c.rate),
	}.In(r.period))
}

// stay books what is there at the end of the year.
func (r *running) stay(c *cohort) {
	p := r.profile(c)
	stay := inventory.Stay{
		Acquired: c.acquired, Observed: r.observed, Rows: c.rows,
		Units: inventory.DecimalTally(c.units), Rate: inventory.DecimalTally(c.rate),
	}
	r.flows.closing(r.category(c), c.units)
	if !p.Kind.Activity() {
		r.estate.Add(p, stay.In(r.period))
		return
	}
	activity := c.activity
	if c.acquired > r.first { // of this year, the months from then on
		activity = part(activity, int64(r.last-c.acquired+1), yearMonths)
	}
	c.acquired, c.clock = 0, 0 // from the next year on there is all of it
	r.estate.Add(p, inventory.Amounts{Rows: c.rows, Activity: inventory.DecimalTally(activity)})
}

// count says what the estate was made from. That units left before the period shows
// that it is known when they leave.
func (r *running) count() {
	counts := inventory.Counts{}
	for i := range r.cohorts {
		counts.Read += r.cohorts[i].rows
	}
	counts.Assessed = counts.Read
	if r.left > 0 {
		counts.Excluded = map[inventory.Code]inventory.Exclusion{inventory.CodeRetiredBeforePeriod: {Rows: r.left}}
		counts.Read += r.left
	}
	r.estate.CountRows(counts)
}

func (r *running) category(c *cohort) string { return r.profiles[c.kind].Category }
