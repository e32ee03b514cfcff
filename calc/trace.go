package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Trace is a figure with the figures it was computed from, down to inventory
// amounts, the user's choices and published factors. Each step can be
// recomputed by hand from its children.
type Trace struct {
	Label   string // what the figure is
	Formula string // how its children make it, with their numbers filled in; empty for a figure that was given
	Value   decimal.Decimal
	Unit    string

	Factor *factors.Match // the published factor, for a leaf that is one
	Source string         // where any other leaf comes from: inventory, method, period …

	Cell  *CellKey // for a node that is the total of one cell
	Group string   // for a node that belongs to one group of lines

	Step     Step // how the children make the value, of a node that is a coefficient or within one
	Divisors int  // of a quotient: how many of the last children it is divided by

	Children []*Trace
}

// Where says which part of a total to explain. The zero Where explains the
// total of gwp.
type Where struct {
	// Filter must hold in all its dimensions; an empty value stands for what the
	// inventory does not state. A model may be given with its maker or without.
	Filter    map[Dimension]string
	Impact    factors.Impact // empty: gwp
	Stage     factors.Stage  // empty: all
	Component Component      // empty: all
	Scope     Scope          // empty: all
	Group     string         // the group of a line; empty: all
	View      View           // empty: the method's

	// Limit is how many groups of lines a component lists, the largest first;
	// those behind are one node with their sum. 0: all.
	Limit int
}
