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

	// When says when, in a pathway, a change in force comes to an item; empty where
	// the file leaves it to the action. See [Change.Timing].
	When Timing

	Cost    *Cost // nil where nobody states it
	Rebound bool  // it is what people do because of the others, and takes back what those save

	Action Action
	Does   string // the action as the file has it, on one line: set: {lifetime_years: 5}
}

// Phase is the years over which a change comes about, evenly: nothing of it before
// From, an equal part more at the beginning of each year, all of it in To. Both are 0 for a change that is there from the
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
