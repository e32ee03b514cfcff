// Package chart draws charts as SVG: bars, stacked or side by side, estimates with
// their intervals, a waterfall, and lines with a band.
//
// A chart is as wide as what it stands in: positions along it are percentages,
// letters and heights are pixels, so that its text stays as large on a
// telephone and on paper as on a screen. It can be read without colours: series
// differ by pattern or by dashes, every bar has its figure beside it, and a
// chart names itself and says in a sentence what it shows. It needs no style
// sheet, script or font from elsewhere, and the same chart gives the same bytes.
//
// A chart is never the only place of a figure: whoever shows one puts the table
// with the same figures beside it.
package chart

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/shopspring/decimal"

	"govfootprint/inventory/fold"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Frame is what every chart has.
type Frame struct {
	ID          string // unique in the document: it begins every id of the chart
	Title       string // what is shown, with its unit
	Description string // what somebody who cannot see it should know
	Unit        string // of the figures beside bars, written above the first; empty where each has its own
}

// Measures of a chart, in pixels.
const (
	letters    = 14 // size of text
	lineHeight = 20 // of a line of text
	barHeight  = 18
	rowSpace   = 10 // below a bar
	swatch     = 14 // of a legend
)

// barSpace is the part of the width that bars have, in per cent; the rest is for figures.
const barSpace = 74

// labelLength is how many columns of letters fit on the narrowest screen, 320 pixels wide.
const labelLength = 38

// svg is a drawing that is being made.
type svg struct {
	b      strings.Builder
	frame  Frame
	height int
}

// open begins a drawing of a height in pixels.
func open(f Frame, height int) *svg {
	d := &svg{frame: f, height: height}
	id := escape(f.ID)
	d.writef(`<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="100%%" height="%d" role="img" aria-labelledby="%s-title %s-description" `+
		`font-family="arial, helvetica, sans-serif" font-size="%d" fill="%s">`, height, id, id, letters, ink)
	d.writef(`<title id="%s-title">%s</title>`, id, escape(f.Title))
	d.writef(`<desc id="%s-description">%s</desc>`, id, escape(f.Description))
	return d
}

// close ends the drawing and returns it.
func (d *svg) close() string {
	d.b.WriteString("</svg>")
	return d.b.String()
}

func (d *svg) writef(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

// text writes a text whose line ends at y pixels, at x per cent of the width.
func (d *svg) text(x string, y int, anchor, weight, s string) {
	d.writef(`<text x="%s%%" y="%d"`, x, y)
	if anchor != "" {
		d.writef(` text-anchor="%s"`, anchor)
	}
	if weight != "" {
		d.writef(` font-weight="%s"`, weight)
	}
	d.writef(">%s</text>", escape(s))
}

// rect draws a bar from one percentage of the width to another.
func (d *svg) rect(from, to decimal.Decimal, y int, fill string) {
	d.writef(`<rect x="%s%%" y="%d" width="%s%%" height="%d" fill="%s" stroke="%s"/>`,
		percent(from), y, percent(to.Sub(from)), barHeight, fill, ink)
}

// fill names the pattern of a series.
func (d *svg) fill(series int) string {
	return "url(#" + escape(d.frame.ID) + "-" + strconv.Itoa(series%len(patterns)) + ")"
}

// legend names the series, in two columns where their names are short, and
// returns the height it takes. One series needs none.
func (d *svg) legend(names []string, mark func(series int, x string, y int)) {
	columns, width := legendColumns(names), decimal.NewFromInt(100)
	if columns == 2 {
		width = decimal.NewFromInt(50)
	}
	for i, name := range names {
		x := percent(width.Mul(decimal.NewFromInt(int64(i % columns))))
		y := i / columns * lineHeight
		mark(i, x, y)
		d.writef(`<text x="%s%%" dx="%d" y="%d">%s</text>`, x, swatch+8, y+letters, escape(shorten(name, labelLength-4)))
	}
}

// unit writes the unit of the figures of bars.
func (d *svg) unit(y int) {
	if d.frame.Unit != "" {
		d.writef(`<text x="0%%" y="%d" fill="%s">%s</text>`, y+letters, quiet, escape(shorten(d.frame.Unit, labelLength)))
	}
}

// unitHeight is the height that the unit takes.
func (f Frame) unitHeight() int {
	if f.Unit == "" {
		return 0
	}
	return lineHeight
}

// legendHeight is the height of a legend with the space below it.
func legendHeight(names []string) int {
	if len(names) < 2 {
		return 0
	}
	columns := legendColumns(names)
	return (len(names)+columns-1)/columns*lineHeight + rowSpace
}

// legendColumns is how many names stand side by side.
func legendColumns(names []string) int {
	for _, name := range names {
		if uniseg.StringWidth(name) > labelLength/2-5 {
			return 1
		}
	}
	return 2
}

// percent writes a percentage of the width to a thousandth.
func percent(p decimal.Decimal) string { return figure.Round(p, 3).String() }

// share returns part ÷ whole as a percentage.
func share(part, whole decimal.Decimal) decimal.Decimal { return reports.Share(part, whole).Shift(2) }

// scaled returns part ÷ whole of the width that bars have, in per cent.
func scaled(part, whole decimal.Decimal) decimal.Decimal {
	return reports.Share(part, whole).Mul(decimal.NewFromInt(barSpace))
}

// escape makes any text harmless within the drawing.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(fold.Visible(s))); err != nil {
		return "" // a strings.Builder takes everything
	}
	return b.String()
}

// shorten cuts a text to a number of columns.
func shorten(s string, columns int) string {
	s = fold.Visible(s)
	if uniseg.StringWidth(s) <= columns {
		return s
	}
	used, cut := 0, 0
	for graphemes := uniseg.NewGraphemes(s); graphemes.Next(); {
		if used += graphemes.Width(); used > columns-1 {
			break
		}
		_, cut = graphemes.Positions()
	}
	return strings.TrimRight(s[:cut], " ") + "…"
}
