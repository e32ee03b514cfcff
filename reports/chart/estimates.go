package chart

import "github.com/shopspring/decimal"

// Estimates is a chart of values that are not sure, one below the other: each a bar
// from a line at 0, to the left for less and to the right for more, with the interval
// in which it lies across its end. What is to know of a value stands in words above
// its bar, so that a bar may be as long as the chart is wide.
type Estimates struct {
	Frame

	Rows []Estimate

	// Value and Interval name the two marks. Less and More say what the two sides of
	// the line at 0 mean; each is shown where anything lies on its side.
	Value, Interval, Less, More string
}

// Estimate is a row of a chart of estimates.
type Estimate struct {
	Label  string
	Figure string   // the value as people read it
	Asides []string // between what it lies, how probable that is

	Value     decimal.Decimal
	Low, High decimal.NullDecimal // null for none
}

// SVG draws the chart.
func (c Estimates) SVG() string {
	low, high := c.ends()
	sided := c.Less != "" && low.IsNegative() || c.More != "" && high.IsPositive()
	names := []string{c.Value, c.Interval}
	legend := legendHeight(names)
	height := legend
	if sided {
		height += lineHeight
	}
	top := height
	for _, row := range c.Rows {
		height += row.height()
	}
	d := open(c.Frame, height)
	d.define(1)
	d.legend(names, d.estimateMark)
	if sided {
		d.sides(c, low, high, legend+letters)
	}
	full := decimal.NewFromInt(100)
	place := func(v decimal.Decimal) decimal.Decimal { return share(v.Sub(low), high.Sub(low)) }
	y := top
	for _, row := range c.Rows {
		line := y
		for n, text := range row.words() {
			weight := ""
			if n == 1 {
				weight = "bold"
			}
			d.text("0", line+letters, "", weight, shorten(text, labelLength+2))
			line += lineHeight
		}
		d.writef(`<line x1="0%%" y1="%d" x2="100%%" y2="%d" stroke="%s"/>`, line+barHeight/2, line+barHeight/2, rule)
		from, to := decimal.Min(decimal.Zero, row.Value), decimal.Max(decimal.Zero, row.Value)
		if to.GreaterThan(from) {
			d.rect(place(from), place(to), line, d.fill(0))
		}
		d.axis(decimal.Min(place(decimal.Zero), full), line)
		if row.Low.Valid && row.High.Valid {
			d.whisker(place(row.Low.Decimal), place(row.High.Decimal), line)
		}
		y += row.height()
	}
	return d.close()
}

// sides says what it means to lie on a side of the line at 0.
func (d *svg) sides(c Estimates, low, high decimal.Decimal, y int) {
	if c.Less != "" && low.IsNegative() {
		d.writef(`<text x="0%%" y="%d" fill="%s">← %s</text>`, y, quiet, escape(c.Less))
	}
	if c.More != "" && high.IsPositive() {
		d.writef(`<text x="100%%" y="%d" text-anchor="end" fill="%s">%s →</text>`, y, quiet, escape(c.More))
	}
}

// words are the lines above a bar.
func (e Estimate) words() []string { return append([]string{e.Label, e.Figure}, e.Asides...) }

func (e Estimate) height() int { return len(e.words())*lineHeight + barHeight + rowSpace + rowSpace/2 }

// ends are the least and the most that the chart has room for; 0 is between them.
func (c Estimates) ends() (low, high decimal.Decimal) {
	for _, row := range c.Rows {
		low = decimal.Min(low, row.Value)
		high = decimal.Max(high, row.Value)
		if row.Low.Valid && row.High.Valid {
			low, high = decimal.Min(low, row.Low.Decimal), decimal.Max(high, row.High.Decimal)
		}
	}
	return low, high
}

// estimateMark draws the mark of a bar, or that of an interval, in a legend.
func (d *svg) estimateMark(series int, x string, y int) {
	if series == 0 {
		d.square(series, x, y)
		return
	}
	middle := y + lineHeight/2 - 1
	d.writef(`<svg x="%s%%" y="%d" width="%d" height="%d" overflow="visible"><path d="M1 0V10M1 5H15M15 0V10" stroke="%s" stroke-width="2" fill="none"/></svg>`,
		x, middle-5, swatch+2, 10, ink)
}
