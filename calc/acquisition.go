package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// bookOnce books all of a stage in one month: manufacturing and distribution in
// that of acquisition, end of life in that of withdrawal. A unit whose month
// lies outside the period contributes a known zero.
func (v *evaluation) bookOnce(w *wholeLife) status {
	month := v.acquired
	if w.cell.Stage == factors.EndOfLife {
		month = v.retired
	}
	if missing := v.undatedEvent(w.cell.Stage); missing != "" {
		v.note(note{code: missing, severity: Gap, category: v.category})
		return statusMissing
	}
	booked := w.perUnit
	if !v.inPeriod(month) {
		booked = given(eventLabel(w.cell.Stage, month), decimal.Zero, w.perUnit.unit, fromInventory)
	}
	v.contribute(w.cell, PerUnit, booked, inBoth, w.grade)
	return statusCovered
}

// undatedEvent returns the code of what is missing where the month in which a
// stage is booked cannot be known, and nothing where it can. A unit that has no
// date of withdrawal and has not left is still here.
func (v *evaluation) undatedEvent(stage factors.Stage) FindingCode {
	switch {
	case stage == factors.EndOfLife && v.undated:
		return NoWithdrawalDate
	case stage != factors.EndOfLife && !v.acquired.Known():
		return NoAcquisitionDate
	default:
		return ""
	}
}

func eventLabel(stage factors.Stage, month inventory.Month) string {
	switch {
	case stage != factors.EndOfLife:
		return "acquired in " + month.String() + ", outside the period"
	case month.Known():
		return "withdrawn in " + month.String() + ", outside the period"
	default:
		return "not withdrawn in the period"
	}
}
