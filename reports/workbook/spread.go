package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/reports"
)

// figureValue is the value of a figure column for a line.
type figureValue struct {
	value decimal.Decimal
	known bool
}

// add adds a value.
func (f *figureValue) add(value decimal.Decimal) {
	if f.known {
		value = f.value.Add(value)
	}
	f.value, f.known = value, true
}

// spreadTotals adds the cells of a result up into those figure columns that are totals.
func (b *book) spreadTotals(cells []reports.Cell, totals []int, figures []figureValue) {
	clear(figures)
	for _, c := range cells {
		for _, i := range totals {
			if b.places.figures[i].impact.Key == c.Impact {
				figures[i].add(c.Value)
				break
			}
		}
	}
}

// spread adds the cells of a result up into the figure columns, in one pass.
func (b *book) spread(cells []reports.Cell, figures []figureValue) {
	clear(figures)
	for _, c := range cells {
		for i := range b.places.figures {
			f := &b.places.figures[i]
			if f.impact.Key == c.Impact && (f.stage == "" || f.stage == c.Stage) {
				figures[i].add(c.Value)
			}
		}
	}
}
