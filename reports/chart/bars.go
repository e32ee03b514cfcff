package chart

import "github.com/shopspring/decimal"

// Bars is a chart of horizontal bars, one below the other. The parts of a bar
// are stacked, or stand below each other where Grouped is set.
type Bars struct {
	Frame

	Series  []string // names of the parts; one or none needs no legend
	Rows    []Bar
	Grouped bool
}

// Bar is a row of a chart of bars.
type Bar struct {
	Label   string
	Parts   []decimal.Decimal // one for each series, from 0 up
	Figures []string          // as people read them: of the row, or of each part where the chart is grouped

	// Low and High are the ends of an interval around the sum of the parts, drawn as
	// a line across the end of the bar; null for none.
	Low, High decimal.NullDecimal
}

// sum is the length of a stacked bar.
func (b Bar) sum() decimal.Decimal {
	sum := decimal.Zero
	for _, part := range b.Parts {
		sum = sum.Add(positive(part))
	}
	return sum
}

// SVG draws the chart.
func (c Bars) SVG() string {
	legend := legendHeight(c.Series)
	lines := 1
	if c.Grouped {
		lines = max(1, len(c.Series))
	}
	rowHeight := lineHeight + lines*(barHeight+2) + rowSpace
	top := legend + c.unitHeight()
	d := open(c.Frame, top+len(c.Rows)*rowHeight)
	d.define(max(1, len(c.Series)))
	if legend > 0 {
		d.legend(c.Series, d.square)
	}
	d.unit(legend)
	largest := c.largest()
	for i, row := range c.Rows {
		y := top + i*rowHeight
		d.text("0", y+letters, "", "", shorten(row.Label, labelLength))
		y += lineHeight
		if c.Grouped {
			for n, part := range row.Parts {
				end := scaled(positive(part), largest)
				d.rect(decimal.Zero, end, y, d.fill(n))
				d.axis(decimal.Zero, y)
				d.figure(row.Figures, n, end, y)
				y += barHeight + 2
			}
			continue
		}
		at := decimal.Zero
		for n, part := range row.Parts {
			to := at.Add(positive(part))
			if to.GreaterThan(at) {
				d.rect(scaled(at, largest), scaled(to, largest), y, d.fill(n))
			}
			at = to
		}
		d.axis(decimal.Zero, y)
		d.interval(row.Low, row.High, largest, y)
		d.figure(row.Figures, 0, scaled(decimal.Max(at, row.High.Decimal), largest), y)
	}
	return d.close()
}

// largest is what the longest bar stands for.
func (c Bars) largest() decimal.Decimal {
	var largest decimal.Decimal
	for _, row := range c.Rows {
		largest = decimal.Max(largest, row.High.Decimal)
		if c.Grouped {
			for _, part := range row.Parts {
				largest = decimal.Max(largest, part)
			}
			continue
		}
		largest = decimal.Max(largest, row.sum())
	}
	return largest
}

// figure writes a figure behind the end of its bar.
func (d *svg) figure(figures []string, n int, end decimal.Decimal, y int) {
	if n < len(figures) {
		d.writef(`<text x="%s%%" dx="8" y="%d" font-weight="bold">%s</text>`, percent(end), y+letters, escape(figures[n]))
	}
}

// interval draws the ends of an interval across a bar.
func (d *svg) interval(low, high decimal.NullDecimal, largest decimal.Decimal, y int) {
	if !low.Valid || !high.Valid {
		return
	}
	d.whisker(scaled(low.Decimal, largest), scaled(high.Decimal, largest), y)
}

// whisker draws an interval from one percentage of the width to another.
func (d *svg) whisker(low, high decimal.Decimal, y int) {
	from, to := percent(low), percent(high)
	middle, top, bottom := y+barHeight/2, y+3, y+barHeight-3
	for _, stroke := range []struct {
		colour string
		width  int
	}{{paper, 4}, {ink, 2}} { // white around it, to be seen on the bar
		d.writef(`<g stroke="%s" stroke-width="%d"><line x1="%s%%" y1="%d" x2="%s%%" y2="%d"/>`, stroke.colour, stroke.width, from, middle, to, middle)
		for _, x := range []string{from, to} {
			d.writef(`<line x1="%s%%" y1="%d" x2="%s%%" y2="%d"/>`, x, top, x, bottom)
		}
		d.writef("</g>")
	}
}

// axis draws the line from which a bar begins, at a percentage of the width.
func (d *svg) axis(at decimal.Decimal, y int) {
	x := percent(at)
	d.writef(`<line x1="%s%%" y1="%d" x2="%s%%" y2="%d" stroke="%s" stroke-width="2"/>`, x, y-2, x, y+barHeight+2, ink)
}

// positive is a value, and 0 for one below: a bar has no negative length.
func positive(v decimal.Decimal) decimal.Decimal { return decimal.Max(v, decimal.Zero) }
