package calc

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// plan is what remains of a driver once its formulas have run: coefficients
// ready to be multiplied, and what to say about them.
type plan struct {
	driver   driver
	entries  []entry
	statuses map[stageOfImpact]status
	notes    []note
	matches  []*factors.Match
	avoided  []avoidedTerm
	lifetime decimal.NullDecimal
	waste    decimal.NullDecimal
	grade    factors.Grade

	amounts inventory.Amounts // of all its lines
}

// entry is a coefficient.
type entry struct {
	cell    int32 // in Assessment.cells
	measure Measure
	views   views
	grade   factors.Grade
	value   fixed
}

// groupName returns the name of a group, which lines carry.
func groupName(group int) string { return fmt.Sprintf("G%05d", group+1) }

// plan evaluates every driver, on all processors, and adds up the amounts of its
// lines. Drivers do not depend on each other, so the result does not depend on
// the number of processors.
func (a *Assessment) plan(ctx context.Context, drivers []driver) error {
	a.plans = make([]*plan, len(drivers))
	cells := &cellRegistry{numbers: make(map[CellKey]int32)}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(drivers)) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(drivers) {
					return
				}
				a.plans[i] = newPlan(drivers[i], a.engine.evaluate(drivers[i]), cells)
			}
		})
	}
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	a.sortCells(cells)
	records := a.baseRecords()
	for i := range records {
		p := a.plans[records[i].group]
		p.amounts = p.amounts.Add(records[i].amounts)
	}
	return nil
}

func newPlan(d driver, o outcome, cells *cellRegistry) *plan {
	p := &plan{
		driver: d, statuses: o.statuses, notes: o.notes, matches: o.matches, avoided: o.avoided, grade: o.grade,
		lifetime: valueOf(o.lifetime), waste: valueOf(o.waste),
		entries: make([]entry, len(o.coefficients)),
	}
	for i, c := range o.coefficients {
		p.entries[i] = entry{cell: cells.number(c.cell), measure: c.measure, views: c.views, grade: c.grade, value: newFixed(c.term.value)}
	}
	return p
}

// cellRegistry numbers cells in the order in which they turn up.
type cellRegistry struct {
	mu      sync.Mutex
	numbers map[CellKey]int32
}

func (r *cellRegistry) number(cell CellKey) int32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	n, ok := r.numbers[cell]
	if !ok {
		n = int32(len(r.numbers)) //nolint:gosec // stages × components × impacts × scopes
		r.numbers[cell] = n
	}
	return n
}

// sortCells renumbers the cells in their order.
func (a *Assessment) sortCells(r *cellRegistry) {
	a.cells = slices.SortedFunc(maps.Keys(r.numbers), compareCells)
	renumbered := make([]int32, len(a.cells))
	for i, cell := range a.cells {
		renumbered[r.numbers[cell]] = int32(i)
	}
	for _, p := range a.plans {
		for i := range p.entries {
			p.entries[i].cell = renumbered[p.entries[i].cell]
		}
	}
}

func valueOf(t *term) decimal.NullDecimal {
	if t == nil {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(t.value)
}
