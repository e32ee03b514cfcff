package scenario

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory/mapping"
)

// Position is where something stands in a scenario file, both from 1.
type Position = mapping.Position

// Version is the version of the form that is read.
const Version = "1"

// Scenario is a scenario file.
type Scenario struct {
	File        string // as messages name it
	Name        string
	Description string
	Changes     []Change
}

// Change is one thing that is done to a part of the estate, or to how it is assessed.
type Change struct {
	At     Position
	Name   string
	Reason string // why anybody believes that it can be done, and the source

	Where *Filter         // nil for everything
	Share decimal.Decimal // of what the filter selects, above 0 and up to 1

	// Phase says in which years a pathway brings the change about. A comparison of
	// one year shows it complete.
	Phase Phase

	Cost    *Cost // nil where nobody states it
	Rebound bool  // it is what people do because of the others, and takes back what those save

	Action Action
	Does   string // the action as the file has it, on one line: set: {lifetime_years: 5}
}

// Phase is the years over which a change comes about, evenly: nothing of it before
// From, all of it from the end of To. Both are 0 for a change that is there from the
// beginning.
type Phase struct{ From, To int }

// Stated reports whether the change comes about in time.
func (p Phase) Stated() bool { return p.From != 0 }

// Cost is what a change costs in the period; negative for what it saves.
type Cost struct {
	Amount   decimal.Decimal
	Currency string
	PerUnit  bool // for each unit that the change concerns; else as a whole
}

// Total returns the cost for a number of units.
func (c *Cost) Total(units decimal.Decimal) decimal.Decimal {
	if c.PerUnit {
		return c.Amount.Mul(units)
	}
	return c.Amount
}

// WithShare returns the change done to a part of what it is done to, 0 to 1: what a
// pathway needs while it phases the change in. It is false for a change that cannot
// be done in part, such as one of the method.
func (c Change) WithShare(part decimal.Decimal) (Change, bool) {
	if _, ok := c.Action.(onEstate); !ok {
		return c, false
	}
	c.Share = c.Share.Mul(part)
	return c, true
}
