package scenario

import (
	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// Timing says when a change that is in force comes to an item.
type Timing string

// The timings.
const (
	AtOnce       Timing = "at once"
	WhenReplaced Timing = "replaced" // when it is next replaced: nobody throws a new device away for it
)

// Timing returns when the change comes to an item, in a pathway: as the file says;
// where it does not, what is bought instead comes when the old is replaced, and how
// things are used changes at once.
func (c *Change) Timing() Timing {
	if c.When != "" {
		return c.When
	}
	switch action := c.Action.(type) {
	case *Replace:
		return WhenReplaced
	case *Set:
		if _, bought := action.Words["condition"]; bought {
			return WhenReplaced
		}
	}
	return AtOnce
}

// OnItems reports whether the change is made to items of the estate, one by one;
// others are made to how all of it is assessed, or add to it.
func (c *Change) OnItems() bool {
	_, ok := c.Action.(onItems)
	return ok
}

// Course makes the changes of a scenario one at a time, on one profile at a time. A
// pathway needs that: there each item takes a change up in its own time. It is not
// safe for concurrent use.
type Course struct {
	scenario *Scenario
	options  Options
	period   inventory.Period
	view     viewer
	machine  vm.VM
}

// Course returns the course of the scenario.
func (s *Scenario) Course(opt Options) *Course { return &Course{scenario: s, options: opt} }

// In sets the period in which filters look at items, and the country of those that
// name none.
func (c *Course) In(period inventory.Period, country string) {
	c.period, c.view = period, viewer{country, period.End.Month()}
}

// Selects reports whether the filter of a change, by its number, selects a profile.
func (c *Course) Selects(change int, p *inventory.Profile) bool {
	where := c.scenario.Changes[change].Where
	if where == nil {
		return true
	}
	i := c.view.item(p)
	return where.matches(&c.machine, &i)
}

// Edit makes a change to items that are in service throughout a period; false where
// nothing is left of them. Share and filter are not looked at.
func (c *Course) Edit(change int, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool, error) {
	e := c.editing(change)
	action, ok := e.change.Action.(onItems)
	if !ok {
		return p, a, true, nil
	}
	q, after, left := action.edit(e, p, a)
	return q, after, left, e.err()
}

// Items returns what an [Add] puts into the estate, as a profile with its amounts.
func (a *Add) Items(share decimal.Decimal) (inventory.Profile, inventory.Amounts) {
	estate := inventory.NewEstate(inventory.Period{})
	amounts := a.to(estate, share)
	for p := range estate.All() {
		return p, amounts
	}
	return inventory.Profile{}, amounts
}

// Assess makes a change to how the estate is assessed: of the method, the packs or
// the contracts. Of a contract, a part can be had: the electricity that it supplies
// and the share of the contracts that it takes the place of.
func (c *Course) Assess(change int, st State, part decimal.Decimal) (State, error) {
	e := c.editing(change)
	action, ok := e.change.Action.(onState)
	if !ok {
		return st, nil
	}
	if contract, ok := action.(*Contract); ok {
		contract.partly(&st, part)
	} else {
		action.apply(e, &st)
	}
	if err := st.Method.Validate(); err != nil {
		e.refuse("%v", err)
	}
	return st, e.err()
}

func (c *Course) editing(change int) *editing {
	return &editing{problems: problems{file: c.scenario.File}, change: &c.scenario.Changes[change], period: c.period, packs: c.options.Packs}
}
