package calc

import (
	"slices"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Figures tells for which activities packs have a figure: whoever reads a row with
// an amount and a price must choose one of the two. It is not safe for concurrent use.
type Figures struct{ engine *engine }

// NewFigures returns what a library has figures for, under a method and in a period.
func NewFigures(library *factors.Library, method Method, period inventory.Period) *Figures {
	return &Figures{newEngine(library, method, period)}
}

// Counted reports whether the packs can tell what an activity in its measure means
// for the climate, if only of some stages.
func (f *Figures) Counted(p inventory.Profile) bool {
	outcome := f.engine.evaluate(f.engine.driverOf(&p))
	return slices.ContainsFunc(outcome.coefficients, func(c coefficient) bool { return c.cell.Impact == factors.GWP })
}
