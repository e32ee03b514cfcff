package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// rowsAt are rows of the Breakdown: that of a slice, or of several that a short
// table shows as one. The zero value is none.
type rowsAt struct{ first, last int }

// slicesAt returns where slices of a dimension stand, which follow each other.
func (b *book) slicesAt(d calc.Dimension, list []reports.Slice) rowsAt {
	return rowsAt{b.places.breakdownRow[breakdownKey{d, list[0].Key}], b.places.breakdownRow[breakdownKey{d, list[len(list)-1].Key}]}
}

// overBreakdown returns a reference to a cell of the Breakdown, or the sum of several.
func (b *book) overBreakdown(column int, at rowsAt) string {
	cell := quoted(b.label("sheet.breakdown")) + "!" + fixed(column, at.first)
	if at.last == at.first {
		return cell
	}
	return "SUM(" + cell + ":" + fixed(column, at.last) + ")"
}

// point puts a figure of the impact on the climate on the Breakdown into a cell: a formula that points
// there, with its value, in the scale's unit.
func (b *book) point(s *sheet, column int, l look, at rowsAt, stage factors.Stage, value decimal.Decimal, scale figure.Scale) {
	if i := b.places.figureIndex(factors.GWP, stage); i >= 0 && at.first > 0 {
		s.formula(column, l, shifted(b.overBreakdown(b.places.breakdownFirst+i, at), scale.Shift), scale.Apply(value))
		return
	}
	s.number(column, l, scale.Apply(value))
}

// perUnit puts what a unit of the row bears: its total over its units.
func (b *book) perUnit(s *sheet, column int, l look, scale figure.Scale, value decimal.Decimal, known bool) {
	if !known {
		s.text(column, l, "")
		return
	}
	s.formula(column, l, "("+shifted(ref(3, s.row), -scale.Shift)+")/"+ref(2, s.row), value)
}
