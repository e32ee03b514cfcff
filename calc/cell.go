package calc

import (
	"cmp"
	"slices"

	"govfootprint/factors"
)

// Component is a part of a life-cycle stage that has a formula of its own.
type Component string

// The components, in the order of a device's life.
const (
	Manufacture      Component = "manufacture"          // making the device, its raw materials included
	Delivery         Component = "delivery"             // distribution, by a factor published for the device
	Freight          Component = "freight"              // distribution, by mass, distance and mode
	Electricity      Component = "electricity"          // what the device itself draws
	Overhead         Component = "data-centre-overhead" // cooling and power of the room around it: (PUE - 1) of the above
	Cooling          Component = "cooling-water"        // what cools the room, per kWh of the device
	Losses           Component = "losses"               // lost in transmission and distribution
	WellToTank       Component = "well-to-tank"         // upstream of the power plant
	WellToTankLosses Component = "well-to-tank-losses"  // upstream of what is lost
	Operation        Component = "operation"            // use of an activity, by a figure published for it
	SeveralStages    Component = "several-stages"       // an activity, by a figure for its use and other stages together
	Treatment        Component = "treatment"            // end of life
	WriteOff         Component = "write-off"            // what was not yet depreciated when the device left
	Waste            Component = "waste"                // mass of devices withdrawn
)

var components = []Component{
	Manufacture, Delivery, Freight, SeveralStages,
	Electricity, Overhead, Cooling, Losses, WellToTank, WellToTankLosses, Operation,
	Treatment, WriteOff, Waste,
}

// Scope is a scope of the GHG Protocol, with its category in scope 3.
type Scope string

// The scopes that hardware falls into.
const (
	Scope2             Scope = "2"   // electricity bought
	ScopeGoods         Scope = "3.1" // goods and services bought and expensed
	ScopeCapitalGoods  Scope = "3.2" // capital goods
	ScopeFuelAndEnergy Scope = "3.3" // upstream of the electricity of scope 2
	ScopeTransport     Scope = "3.4" // upstream transport
	ScopeWaste         Scope = "3.5" // waste
	ScopeCommuting     Scope = "3.7" // employees, working from home included
	ScopeLeased        Scope = "3.8" // leased assets, co-located ones included
)

// Scopes lists the scopes in order.
var Scopes = []Scope{
	Scope2, ScopeGoods, ScopeCapitalGoods, ScopeFuelAndEnergy,
	ScopeTransport, ScopeWaste, ScopeCommuting, ScopeLeased,
}

// CellKey says what a figure is of. Figures of one impact add up over cells.
type CellKey struct {
	Stage     factors.Stage
	Component Component
	Impact    factors.Impact
	Scope     Scope
}

// compareCells orders cells by impact, then in the order of a device's life.
func compareCells(a, b CellKey) int {
	return cmp.Or(
		compareImpacts(a.Impact, b.Impact),
		cmp.Compare(slices.Index(factors.Stages, a.Stage), slices.Index(factors.Stages, b.Stage)),
		cmp.Compare(slices.Index(components, a.Component), slices.Index(components, b.Component)),
		cmp.Compare(a.Scope, b.Scope),
	)
}

var shippedImpacts = []factors.Impact{
	factors.GWP, factors.Energy, factors.PrimaryEnergy, factors.ADPe, factors.Water, factors.Mass,
}

// compareImpacts puts the shipped impacts first, in their order, and those that
// a pack brings after them by name.
func compareImpacts(a, b factors.Impact) int {
	rank := func(i factors.Impact) int {
		if at := slices.Index(shippedImpacts, i); at >= 0 {
			return at
		}
		return len(shippedImpacts)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}
