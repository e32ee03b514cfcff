package chart

import "github.com/shopspring/decimal"

// Waterfall is a chart of steps that lead from one total to another: each begins
// where the one before ends, so that the last total is their sum.
type Waterfall struct {
	Frame

	Steps  []Step
	Series []string // what the three fillings mean: a total, what is added, what is taken off
}

// Step is a row of a waterfall: a change, or a total, which begins at 0.
type Step struct {
	Label  string
	Change decimal.Decimal // of a total: its value
	Total  bool
	Figure string // as people read it

	Low, High decimal.NullDecimal // the ends of an interval around a total; null for none
}

// Fillings of a waterfall.
const (
	totals = iota
	additions
	deductions
)

// SVG draws the chart.
func (c Waterfall) SVG() string {
	const rowHeight = lineHeight + barHeight + 2 + rowSpace
	legend := legendHeight(c.Series)
	top := legend + c.unitHeight()
	d := open(c.Frame, top+len(c.Steps)*rowHeight)
	d.define(deductions + 1)
	if legend > 0 {
		d.legend(c.Series, d.square)
	}
	d.unit(legend)
	bars := c.bars()
	low, high := decimal.Zero, decimal.Zero
	for _, b := range bars {
		low, high = decimal.Min(low, b.from), decimal.Max(high, b.to, b.step.High.Decimal)
	}
	place := func(v decimal.Decimal) decimal.Decimal { return scaled(v.Sub(low), high.Sub(low)) }
	for i, b := range bars {
		y := top + i*rowHeight
		d.text("0", y+letters, "", "", shorten(b.step.Label, labelLength))
		y += lineHeight
		if b.to.GreaterThan(b.from) {
			d.rect(place(b.from), place(b.to), y, d.fill(b.filling))
		}
		if i+1 < len(bars) { // leads to where the next begins
			x := percent(place(b.end))
			d.writef(`<line x1="%s%%" y1="%d" x2="%s%%" y2="%d" stroke="%s" stroke-dasharray="2 2"/>`, x, y, x, y+rowHeight+barHeight, quiet)
		}
		d.axis(place(decimal.Zero), y)
		if b.step.Low.Valid && b.step.High.Valid {
			d.whisker(place(b.step.Low.Decimal), place(b.step.High.Decimal), y)
		}
		if b.step.Figure != "" {
			d.figure([]string{b.step.Figure}, 0, place(decimal.Max(b.to, b.step.High.Decimal)), y)
		}
	}
	return d.close()
}

// fallBar is where a step stands: between from and to, and what it leads to.
type fallBar struct {
	step          Step
	from, to, end decimal.Decimal
	filling       int
}

// bars places the steps.
func (c Waterfall) bars() []fallBar {
	bars := make([]fallBar, 0, len(c.Steps))
	at := decimal.Zero
	for _, s := range c.Steps {
		b := fallBar{step: s, filling: additions, from: at, end: at.Add(s.Change)}
		switch {
		case s.Total:
			b.filling, b.from, b.end = totals, decimal.Zero, s.Change
		case s.Change.IsNegative():
			b.filling = deductions
		}
		at = b.end
		b.from, b.to = decimal.Min(b.from, b.end), decimal.Max(b.from, b.end)
		bars = append(bars, b)
	}
	return bars
}
