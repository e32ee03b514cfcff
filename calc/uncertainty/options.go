package uncertainty

import (
	"cmp"
	"fmt"
	"slices"

	"govfootprint/calc"
	"govfootprint/factors"
)

// Draws of a simulation.
const (
	DefaultDraws = 10_000
	LeastDraws   = 100       // ten batches of ten
	MostDraws    = 1_000_000 // beyond which nothing is gained but memory lost
)

// batches is how many independent parts a simulation has, which tell how much its
// results depend on the draws.
const batches = 10

// Options say what to find out.
type Options struct {
	Draws int // 0: DefaultDraws
	Seed  uint64

	// View says with which electricity; empty: for each assessment that of its own
	// method, which is what [calc.Assessment.Shown] returns.
	View calc.View

	// By are dimensions to split the figures of some impacts along: those of gwp
	// where none are named. Totals and stages are always there, of every impact.
	By      []calc.Dimension
	Impacts []factors.Impact

	// Totals are the impacts of which there are totals; those of all where none are
	// named. A pathway has hundreds of assessments, and few impacts that bands are for.
	Totals []factors.Impact

	// ExactData takes what inventory and settings state as certain: what is left is
	// the uncertainty of the factors.
	ExactData bool
}

func (o Options) wanted(impact factors.Impact) bool {
	if len(o.Impacts) == 0 {
		return impact == factors.GWP
	}
	return slices.Contains(o.Impacts, impact)
}

// totalled reports whether there are totals of an impact.
func (o Options) totalled(impact factors.Impact) bool {
	return len(o.Totals) == 0 || slices.Contains(o.Totals, impact)
}

// mostMemory bounds what the draws of all figures take, in bytes: 1 GiB.
const mostMemory = 1 << 30

// DrawsError says that a simulation cannot have so many draws.
type DrawsError struct {
	Draws int
	Most  int // that are possible, for so many figures
}

// check refuses a number of draws that is impossible whatever is drawn.
func (o Options) check() error {
	if o.Draws < LeastDraws || o.Draws > MostDraws {
		return &DrawsError{o.Draws, MostDraws}
	}
	return nil
}

// checkMemory refuses draws that take more than mostMemory, at 8 bytes for each draw of
// each figure. As few as LeastDraws are always made.
func (o Options) checkMemory(figures int) error {
	most := max(LeastDraws, mostMemory/8/max(figures, 1))
	if o.Draws > most {
		return &DrawsError{o.Draws, most}
	}
	return nil
}

func (err *DrawsError) Error() string {
	return fmt.Sprintf("%d draws: want a number between %d and %d; %d do for most purposes", err.Draws, LeastDraws, err.Most, min(err.Most, DefaultDraws))
}

// viewOf returns with which electricity an assessment is written out.
func (o Options) viewOf(a *calc.Assessment) calc.View {
	return cmp.Or(o.View, a.Method().WithDefaults().View)
}

func (o Options) withDefaults() Options {
	if o.Draws == 0 {
		o.Draws = DefaultDraws
	}
	return o
}
