package summary

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// span is a difference with its interval, to be drawn.
type span struct {
	name             string
	low, value, high decimal.Decimal
}

// marks are what intervals are drawn with.
type marks struct{ line, value, zero, crossing string }

// intervals draws the difference of each scenario as a dot on the line of what it may
// be, over one axis with the baseline at 0: whether it saves, how much, and whether that
// is sure, can be seen without a word.
func (p *comparing) intervals(scale figure.Scale) {
	var spans []span
	names, from, to := 0, decimal.Zero, decimal.Zero
	for _, at := range p.c.Ranking {
		s := &p.c.Scenarios[at]
		gwp, _ := p.climate(s)
		sure, ok := p.c.Sure(at, factors.GWP)
		if !ok || !gwp.Known || gwp.Difference.IsZero() {
			continue
		}
		spans = append(spans, span{p.text(p.name(s)), sure.Low, gwp.Difference, sure.High})
		names = max(names, min(28, width(p.text(p.name(s)))))
		from, to = decimal.Min(from, sure.Low, gwp.Difference), decimal.Max(to, sure.High, gwp.Difference)
	}
	columns := min(p.options.Width-len(indent)-names-2, 48)
	if len(spans) == 0 || columns < 12 || !to.GreaterThan(from) {
		return
	}
	place := func(d decimal.Decimal) int {
		return int(reports.Share(d.Sub(from), to.Sub(from)).InexactFloat64()*float64(columns-1) + 0.5)
	}
	p.section(p.label("compare.intervals"), scale.Unit)
	for _, s := range spans {
		p.line(indent, p.left(s.name, names), "  ", p.in(first, p.drawn(place(s.low), place(s.value), place(s.high), place(decimal.Zero))))
	}
	p.line(indent, strings.Repeat(" ", names), "  ", p.in(faint, p.axis(from, to, place(decimal.Zero), columns, scale)))
}

// drawn draws one line: from low to high, a dot at the value, and the axis at zero.
func (p *comparing) drawn(low, value, high, zero int) string {
	m := marks{line: "─", value: "●", zero: "│", crossing: "┼"}
	if p.options.ASCII {
		m = marks{line: "-", value: "o", zero: "|", crossing: "+"}
	}
	var text strings.Builder
	for i := range max(high, value, zero) + 1 {
		within := i >= low && i <= high
		switch {
		case i == value:
			text.WriteString(m.value)
		case i == zero && within:
			text.WriteString(m.crossing)
		case i == zero:
			text.WriteString(m.zero)
		case within:
			text.WriteString(m.line)
		default:
			text.WriteByte(' ')
		}
	}
	return text.String()
}

// axis writes the ends of the axis and its 0, those that have room.
func (p *comparing) axis(from, to decimal.Decimal, zero, columns int, scale figure.Scale) string {
	line := []rune(strings.Repeat(" ", columns))
	write := func(text string, at int) {
		runes := []rune(p.text(text))
		at = max(0, min(at, columns-len(runes)))
		for i := max(0, at-1); i < min(columns, at+len(runes)+1); i++ {
			if line[i] != ' ' {
				return
			}
		}
		copy(line[at:], runes)
	}
	write("0", zero)
	if from.IsNegative() {
		write(p.texts.Change(from, scale), 0)
	}
	if to.IsPositive() {
		write(p.texts.Change(to, scale), columns)
	}
	return strings.TrimRight(string(line), " ")
}
