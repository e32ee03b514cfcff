package pathway

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc/scenario"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// changes makes the changes of the scenario that are in force, in their order, at the
// beginning of the year. They are rules that hold from then on: what a filter selects
// for the first time in a later year, they come to then; and to what replaces an item
// they do not come twice.
func (r *running) changes() error {
	if r.scenario == nil {
		return nil
	}
	r.add()
	var next []cohort
	for _, c := range r.cohorts {
		var err error
		if next, err = r.meet(next, c, r.first, false); err != nil {
			return err
		}
	}
	r.cohorts = next
	return nil
}

// add puts in what is not there: each year of the phase its part. What stands before
// it in the file does not concern it.
func (r *running) add() {
	for i := range r.scenario.Changes {
		c := &r.scenario.Changes[i]
		action, ok := c.Action.(*scenario.Add)
		from, to := r.bounds(c)
		if !ok || r.calendar < from || r.calendar > to {
			continue
		}
		p, a := action.Items(c.Share)
		passed := make([]byte, len(r.scenario.Changes))
		for j := range passed {
			passed[j] = unmet
			if j <= i {
				passed[j] = finished
			}
		}
		all := cohort{
			cohortKey: cohortKey{kind: r.number(p), acquired: r.first, clock: r.first, passed: string(passed)},
			units:     a.Units.Decimal(), rate: wholeRate(a), activity: a.Activity.Decimal(), rows: a.Rows,
		}
		if p.Kind.Activity() {
			all.acquired, all.clock = 0, 0
		}
		// The parts of all years are the whole: each is what is there after the year, less
		// what was there before it.
		span, done := int64(to-from+1), int64(r.calendar-from)
		yearly := func(d decimal.Decimal) decimal.Decimal { return part(d, done+1, span).Sub(part(d, done, span)) }
		now := all.take(yearly)
		now.rows = a.Rows
		r.come(&now)
		r.cohorts = append(r.cohorts, now)
	}
}

// meet lets the changes come to units at the beginning of a month, and appends what
// becomes of them. While they are bought, what waited for that comes, too.
func (r *running) meet(to []cohort, c cohort, month inventory.Month, buying bool) ([]cohort, error) {
	return r.meetFrom(to, c, 0, month, buying)
}

func (r *running) meetFrom(to []cohort, c cohort, from int, month inventory.Month, buying bool) ([]cohort, error) {
	if r.scenario == nil {
		return append(to, c), nil
	}
	for i := from; i < len(r.scenario.Changes); i++ {
		change := &r.scenario.Changes[i]
		if !change.OnItems() {
			continue
		}
		comes, rest := r.turn(&c, i, change, buying)
		for _, other := range rest {
			var err error
			if to, err = r.meetFrom(to, other, i+1, month, buying); err != nil {
				return nil, err
			}
		}
		if c.none() {
			return to, nil
		}
		if !comes {
			continue
		}
		if device := !r.profiles[c.kind].Kind.Activity(); device && change.Timing() == scenario.WhenReplaced && !buying {
			c.pass(i, pending)
			continue
		}
		c.pass(i, finished)
		more, err := r.edit(&c, i, change, month, buying)
		if err != nil {
			return nil, err
		}
		if !more.none() {
			if to, err = r.meetFrom(to, more, i+1, month, buying); err != nil {
				return nil, err
			}
		}
		if c.none() {
			return to, nil
		}
	}
	return append(to, c), nil
}

// turn works out to which part of a cohort a change comes now: that stays in c, and
// comes is true; where it comes to none of it, comes is false. rest is what it leaves as
// it is for now.
func (r *running) turn(c *cohort, i int, change *scenario.Change, buying bool) (comes bool, rest []cohort) {
	from, to := r.bounds(change)
	state := c.passed[i]
	if r.calendar < from || state == finished {
		return false, nil
	}
	if state == pending {
		return buying, nil
	}
	if state == waiting && buying {
		return false, nil // its turn of the year has been
	}
	if state == unmet {
		p := r.profile(c)
		if !r.course.Selects(i, &p) {
			return false, nil
		}
		if !change.Share.Equal(whole) {
			out := *c
			selected := out.take(func(d decimal.Decimal) decimal.Decimal { return d.Mul(change.Share).RoundBank(places) })
			out.pass(i, finished)
			rest = append(rest, out)
			*c = selected
		}
	}
	if r.calendar >= to {
		return true, rest
	}
	later := *c
	now := later.take(func(d decimal.Decimal) decimal.Decimal { return part(d, 1, int64(to-r.calendar+1)) })
	later.pass(i, waiting)
	*c = now
	return true, append(rest, later)
}

// pass notes what a change has done.
func (c *cohort) pass(change int, what byte) {
	passed := []byte(c.passed)
	passed[change] = what
	c.passed = string(passed)
}

// edit makes a change to all of a cohort, of which nothing may be left. What goes by it
// leaves at the beginning of the month; what comes is new, and where it is more of the
// same it is returned by itself.
func (r *running) edit(c *cohort, i int, change *scenario.Change, month inventory.Month, buying bool) (more cohort, err error) {
	before, p := *c, r.profile(c)
	units := inventory.DecimalTally(c.units)
	q, after, left, err := r.course.Edit(i, p, inventory.Amounts{
		Rows: c.rows, Units: units, Full: units, RateFull: inventory.DecimalTally(c.rate), Activity: inventory.DecimalTally(c.activity),
	})
	if err != nil {
		return more, err
	}
	c.kind = r.number(q)
	c.units, c.rate, c.activity = after.Units.Decimal(), wholeRate(after), after.Activity.Decimal()
	if !left {
		c.units, c.rate, c.activity = decimal.Zero, decimal.Zero, decimal.Zero
	}
	if _, replaced := change.Action.(*scenario.Replace); replaced {
		c.acquired, c.clock, c.leaving = month, month, 0
		if !buying {
			r.retire(&before, month)
			r.come(c)
		}
		return more, nil
	}
	if buying || p.Kind.Activity() {
		return more, nil
	}
	switch c.units.Cmp(before.units) {
	case -1:
		before.rate = portion(before.rate, before.units.Sub(c.units), before.units)
		before.units = before.units.Sub(c.units)
		r.retire(&before, month)
	case 1:
		more = *c
		more.acquired, more.clock, more.leaving, more.rows = month, month, 0, 0
		more.units = c.units.Sub(before.units)
		more.rate = portion(c.rate, more.units, c.units)
		c.units, c.rate = before.units, c.rate.Sub(more.rate)
		r.come(&more)
	}
	return more, nil
}

// portion returns the part of a whole that falls to some of all units.
func portion(all, units, of decimal.Decimal) decimal.Decimal {
	quotient, err := quantity.Divide(all.Mul(units), of, places)
	if err != nil { // of no units
		return decimal.Zero
	}
	return quotient
}

// come books units that come in addition.
func (r *running) come(c *cohort) {
	flow := r.flows.of(r.category(c))
	flow.Added = flow.Added.Add(c.units)
}

// retire lets units leave that nothing replaces.
func (r *running) retire(c *cohort, month inventory.Month) {
	if c.units.IsZero() {
		return
	}
	r.leave(c, month)
	flow := r.flows.of(r.category(c))
	flow.Removed = flow.Removed.Add(c.units)
}
