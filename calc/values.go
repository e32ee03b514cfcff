package calc

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Values are exact figures by cell. An absent cell is not known or not
// applicable; a cell of 0 is a known zero. Values do not change once returned.
type Values struct {
	cells []figureOf // sorted, each cell once
}

// figureOf is a figure with its cell: a pointer, for there may be as many values
// as departments, and the cells of all are the same few.
type figureOf struct {
	cell  *CellKey
	value decimal.Decimal
}

// Cells yields every cell, by impact and in the order of a device's life.
func (v Values) Cells() iter.Seq2[CellKey, decimal.Decimal] {
	return func(yield func(CellKey, decimal.Decimal) bool) {
		for _, f := range v.cells {
			if !yield(*f.cell, f.value) {
				return
			}
		}
	}
}

// Len returns the number of cells.
func (v Values) Len() int { return len(v.cells) }

// Cell returns the figure of one cell, and whether there is one.
func (v Values) Cell(key CellKey) (decimal.Decimal, bool) {
	for _, f := range v.cells {
		if *f.cell == key {
			return f.value, true
		}
	}
	return decimal.Zero, false
}

// Has reports whether any cell of the impact is known.
func (v Values) Has(impact factors.Impact) bool {
	for _, f := range v.cells {
		if f.cell.Impact == impact {
			return true
		}
	}
	return false
}

// Total returns the sum over the cells of an impact, in the impact's unit.
// It is 0 where nothing is known: see [Values.Has] and [Assessment.Coverage].
func (v Values) Total(impact factors.Impact) decimal.Decimal {
	return v.Sum(func(k CellKey) bool { return k.Impact == impact })
}

// ByStage returns the total of an impact for each stage that has a cell.
func (v Values) ByStage(impact factors.Impact) map[factors.Stage]decimal.Decimal {
	return groupCells(v, impact, func(k CellKey) factors.Stage { return k.Stage })
}

// ByScope returns the total of an impact for each scope that has a cell.
func (v Values) ByScope(impact factors.Impact) map[Scope]decimal.Decimal {
	return groupCells(v, impact, func(k CellKey) Scope { return k.Scope })
}

// ByComponent returns the total of an impact for each component that has a cell.
func (v Values) ByComponent(impact factors.Impact) map[Component]decimal.Decimal {
	return groupCells(v, impact, func(k CellKey) Component { return k.Component })
}

// Sum returns the sum over the cells that keep holds for. Cells of different
// impacts have different units: keep should hold for one impact only.
func (v Values) Sum(keep func(CellKey) bool) decimal.Decimal {
	sum := decimal.Zero
	for _, f := range v.cells {
		if keep(*f.cell) {
			sum = sum.Add(f.value)
		}
	}
	return sum
}

// Where returns the cells that keep holds for.
func (v Values) Where(keep func(CellKey) bool) Values {
	var kept []figureOf
	for _, f := range v.cells {
		if keep(*f.cell) {
			kept = append(kept, f)
		}
	}
	return Values{kept}
}

// String lists the cells, for tests and debugging.
func (v Values) String() string {
	var b strings.Builder
	for key, value := range v.Cells() {
		fmt.Fprintf(&b, "%s %s %s %s %s\n", key.Impact, key.Stage, key.Component, key.Scope, value)
	}
	return b.String()
}

// Equal reports whether two sets of values have the same cells with the same figures.
func (v Values) Equal(w Values) bool {
	return slices.EqualFunc(v.cells, w.cells, func(f, g figureOf) bool { return *f.cell == *g.cell && f.value.Equal(g.value) })
}

func groupCells[K comparable](v Values, impact factors.Impact, by func(CellKey) K) map[K]decimal.Decimal {
	groups := make(map[K]decimal.Decimal)
	for _, f := range v.cells {
		if key := *f.cell; key.Impact == impact {
			groups[by(key)] = groups[by(key)].Add(f.value)
		}
	}
	return groups
}
