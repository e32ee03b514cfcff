package workbook

import (
	"strconv"
	"unicode/utf8"

	"govfootprint/calc/uncertainty"
	"govfootprint/reports"
)

// causesLength is how long the names of causes may be beside an interval, to end
// with the sheet's columns.
const causesLength = 80

// uncertainty writes between what each total lies, and what that comes from.
func (b *book) uncertainty(s *sheet) {
	u := b.report.Uncertainty
	if u.Method == "" {
		return
	}
	s.heading(b.label("uncertainty.heading") + " · " + b.label("uncertainty.share"))
	s.columnHeads(b.label("column.impact"), b.label("column.unit"), b.label("uncertainty.low"), b.label("uncertainty.median"),
		b.label("uncertainty.high"), b.label("uncertainty.causes"))
	for _, i := range b.report.Impacts {
		if !i.Interval.Known {
			continue
		}
		scale := b.scale(i.Key)
		format, plain := scaleFormat(scale), look{edge: faintEdge}
		if !i.Representative() {
			format = "\"≥ \"" + format
		}
		s.text(1, look{font: bold, edge: faintEdge}, b.texts.Name("impact", string(i.Key)))
		s.text(2, look{edge: faintEdge, align: "right"}, scale.Unit)
		s.number(3, plain.as(format), scale.Apply(i.Interval.Low))
		s.number(4, plain.as(format), scale.Apply(i.Interval.Median))
		s.number(5, plain.as(format), scale.Apply(i.Interval.High))
		s.text(6, look{indent: 1}, b.causes(i))
		s.end()
	}
	if u.Method == uncertainty.BySimulation {
		gwp := b.report.Impacts[0]
		s.note(b.label("uncertainty.simulated", u.Draws, strconv.FormatUint(u.Seed, 10), b.numbers.Percent(gwp.RelativeError())))
	} else {
		s.note(b.label("uncertainty.analytic"))
	}
	s.note(b.label("uncertainty.part"))
	s.skip(1)
}

// causes names what an interval comes from, as far as there is room.
func (b *book) causes(i reports.Impact) string {
	var text string
	for _, c := range i.Causes {
		next := b.texts.Cause(c) + " " + b.numbers.Percent(c.Share)
		if text != "" {
			next = text + "; " + next
		}
		if utf8.RuneCountInString(next) > causesLength {
			break
		}
		text = next
	}
	return text
}
