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

// spread adds the cells of a result up into the figure columns, in one pass.
func (b *book) spread(cells []reports.Cell, figures []figureValue) {
	clear(figures)
	for _, c := range cells {
		for i := range b.places.figures {
			f := &b.places.figures[i]
			if f.impact.Key == c.Impact && (f.stage == "" || f.stage == c.Stage) {
				figures[i].value = figures[i].value.Add(c.Value)
				figures[i].known = true
			}
		}
	}
}
