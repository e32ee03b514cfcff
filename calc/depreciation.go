package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// depreciate charges a straight line over the lifetime, in whole months from the
// month of acquisition, that month included. With C(k) the sum charged in the
// first k months,
//
//	C(k) = 0 for k ≤ 0;  F · k / (12 · L) for k < 12 · L, rounded once;  F afterwards
//
// the period is charged C(months up to its end) − C(months before it). The
// rounded sums cancel between one period and the next, so that all periods
// together charge F to the last digit, however L divides. Where a unit leaves,
// what was not yet charged, F − C(months up to withdrawal), is written off in
// the month of withdrawal.
func (v *evaluation) depreciate(w *wholeLife) status {
	if v.spreadOver() == nil {
		return statusMissing
	}
	if !v.acquired.Known() {
		v.note(note{code: NoAcquisitionDate, severity: Gap, category: v.category})
		return statusMissing
	}
	before := int(v.firstMonth - v.acquired)
	until := int(v.lastMonth-v.acquired) + 1
	inService := until
	if v.retired.Known() {
		inService = min(until, monthsInService(v.acquired, v.retired))
	}
	charged := differenceOf("charged in the period for one unit", w.perUnit.unit,
		v.chargedAfter(w, inService), v.chargedAfter(w, min(before, inService)))
	v.contribute(w.cell, PerUnit, charged, inBoth, w.grade)

	if v.inPeriod(v.retired) {
		cell := w.cell
		cell.Component = WriteOff
		rest := differenceOf("written off at withdrawal for one unit", w.perUnit.unit,
			w.perUnit, v.chargedAfter(w, monthsInService(v.acquired, v.retired)))
		v.contribute(cell, PerUnit, rest, inBoth, w.grade)
	}
	return statusCovered
}

// monthsInService counts the months of acquisition and withdrawal in. A unit
// that leaves before it came is taken to leave in the month in which it came.
func monthsInService(acquired, retired inventory.Month) int {
	return max(int(retired-acquired)+1, 1)
}

const monthsOfYear = 12

// chargedAfter returns C(k).
func (v *evaluation) chargedAfter(w *wholeLife, k int) *term {
	lifetime := v.lifetime
	inMonths := lifetime.value.Mul(decimal.NewFromInt(monthsOfYear))
	months := decimal.NewFromInt(int64(k))
	switch {
	case k <= 0:
		return given("charged before acquisition", decimal.Zero, w.perUnit.unit, fromFormula)
	case months.GreaterThanOrEqual(inMonths):
		return w.perUnit
	}
	return quotientOf("charged in the first months", w.perUnit.unit,
		[]*term{w.perUnit, given("months since acquisition", months, "month", fromInventory)},
		[]*term{givenInt("months of a year", monthsOfYear, "month/year", fromFormula), lifetime})
}
