package chart

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Lines is a chart of values over something that passes, such as years, each
// with a band where its points have an interval.
type Lines struct {
	Frame

	Series []Series
	Marks  []Mark // of the axis of values, from 0 up
	Labels []Mark // below, along what passes
}

// Series is a line of a chart.
type Series struct {
	Name   string
	Points []Point // in the order of At
}

// Point is a point of a line.
type Point struct {
	At, Value decimal.Decimal
	Low, High decimal.NullDecimal // the band; null for none
}

// Mark is a value of an axis with its text.
type Mark struct {
	At   decimal.Decimal
	Text string
}

// plotHeight is the height of the lines, in pixels.
const plotHeight = 240

// SVG draws the chart.
func (c Lines) SVG() string {
	names := make([]string, len(c.Series))
	for i, s := range c.Series {
		names[i] = s.Name
	}
	legend := legendHeight(names)
	top := legend + lineHeight
	d := open(c.Frame, top+plotHeight+lineHeight+rowSpace)
	if legend > 0 {
		d.legend(names, d.dash)
	}
	a := c.area()
	for _, m := range c.Marks {
		y := top + a.down(m.At)
		d.writef(`<line x1="0%%" y1="%d" x2="100%%" y2="%d" stroke="%s"/>`, y, y, rule)
		d.writef(`<text x="0%%" y="%d" fill="%s">%s</text>`, y-4, quiet, escape(m.Text))
	}
	for i, m := range c.Labels {
		anchor := "middle"
		switch i {
		case 0:
			anchor = "start"
		case len(c.Labels) - 1:
			anchor = "end"
		}
		d.text(percent(a.along(m.At)), top+plotHeight+lineHeight, anchor, "", m.Text)
	}
	// Lines between points cannot be in percentages; so they stand in a drawing of
	// their own, which is stretched to the width while the lines stay as thick.
	d.writef(`<svg x="0" y="%d" width="100%%" height="%d" viewBox="0 0 100 %d" preserveAspectRatio="none" overflow="visible">`, top, plotHeight, plotHeight)
	for i, s := range c.Series {
		d.band(a, i, s)
	}
	for i, s := range c.Series {
		var points []string
		for _, p := range s.Points {
			points = append(points, a.point(p.At, p.Value))
		}
		d.writef(`<polyline points="%s" fill="none" stroke="%s" stroke-width="3" vector-effect="non-scaling-stroke"`, strings.Join(points, " "), patterns[i%len(patterns)].colour)
		if dash := dashes[i%len(dashes)]; dash != "" {
			d.writef(` stroke-dasharray="%s"`, dash)
		}
		d.writef("/>")
	}
	d.writef("</svg>")
	return d.close()
}

// band draws the interval around a line.
func (d *svg) band(a area, series int, s Series) {
	var upper, lower []string
	for _, p := range s.Points {
		if p.Low.Valid && p.High.Valid {
			upper = append(upper, a.point(p.At, p.High.Decimal))
			lower = append(lower, a.point(p.At, p.Low.Decimal))
		}
	}
	if len(upper) < 2 {
		return
	}
	for l, r := 0, len(lower)-1; l < r; l, r = l+1, r-1 {
		lower[l], lower[r] = lower[r], lower[l]
	}
	colour := patterns[series%len(patterns)].colour
	d.writef(`<polygon points="%s %s" fill="%s" fill-opacity="0.2" stroke="%s" vector-effect="non-scaling-stroke"/>`,
		strings.Join(upper, " "), strings.Join(lower, " "), colour, colour)
}

// dash draws the mark of a line in a legend.
func (d *svg) dash(series int, x string, y int) {
	middle := y + lineHeight/2
	d.writef(`<svg x="%s%%" y="%d" width="%d" height="4" overflow="visible"><line x1="0" y1="2" x2="%d" y2="2" stroke="%s" stroke-width="3" stroke-dasharray="%s"/></svg>`,
		x, middle-2, swatch+4, swatch+4, patterns[series%len(patterns)].colour, dashes[series%len(dashes)])
}

// area is what the lines lie in.
type area struct{ first, last, low, high decimal.Decimal }

// area finds the ends of both axes; that of values holds 0.
func (c Lines) area() area {
	var a area
	begun := false
	for _, s := range c.Series {
		for _, p := range s.Points {
			if !begun {
				a.first, a.last, begun = p.At, p.At, true
			}
			a.first, a.last = decimal.Min(a.first, p.At), decimal.Max(a.last, p.At)
			a.low = decimal.Min(a.low, p.Value, p.Low.Decimal)
			a.high = decimal.Max(a.high, p.Value, p.High.Decimal)
		}
	}
	for _, m := range c.Marks {
		a.low, a.high = decimal.Min(a.low, m.At), decimal.Max(a.high, m.At)
	}
	return a
}

// along returns where something stands along the width, in per cent.
func (a area) along(at decimal.Decimal) decimal.Decimal {
	return share(at.Sub(a.first), a.last.Sub(a.first))
}

// fall returns how far below the top a value stands, in pixels.
func (a area) fall(value decimal.Decimal) decimal.Decimal {
	height := decimal.NewFromInt(plotHeight)
	return height.Sub(share(value.Sub(a.low), a.high.Sub(a.low)).Shift(-2).Mul(height))
}

// down is fall in whole pixels.
func (a area) down(value decimal.Decimal) int { return int(a.fall(value).RoundBank(0).IntPart()) }

// point writes a point of a line.
func (a area) point(at, value decimal.Decimal) string {
	return fmt.Sprintf("%s,%s", percent(a.along(at)), percent(a.fall(value)))
}
