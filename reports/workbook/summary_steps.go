package workbook

import "fmt"

// first writes what to do first.
func (b *book) first(s *sheet) {
	s.heading(b.label("summary.first"))
	if len(b.report.Actions) == 0 {
		s.text(1, look{}, b.label("summary.nothing"))
		s.end()
		return
	}
	for i, action := range b.report.Actions[:min(topActions, len(b.report.Actions))] {
		m := b.texts.Action(action)
		s.tall = 18
		s.text(1, look{font: bold}, oneLine(fmt.Sprintf("%d  %s", i+1, m.Title), 46))
		room, worth := 120, b.texts.Worth(action)
		if worth != "" {
			room = 98
		}
		s.text(3, look{}, oneLine(m.Text, room))
		s.text(summaryColumns, look{font: bold, align: "right"}, worth)
		s.end()
		s.text(1, look{edge: faintEdge, font: quiet}, b.texts.Affected(action))
		s.text(2, look{edge: faintEdge}, "")
		s.text(3, look{edge: faintEdge, font: quiet}, oneLine(m.Fix, 140))
		for column := 4; column <= summaryColumns; column++ {
			s.text(column, look{edge: faintEdge}, "")
		}
		s.end()
	}
}

// beyond writes what no step can mend, because only other factors could.
func (b *book) beyond(s *sheet) {
	if len(b.report.Beyond) == 0 {
		return
	}
	s.heading(b.label("summary.beyond"))
	for _, a := range b.report.Beyond {
		m := b.texts.Action(a)
		s.text(1, look{edge: faintEdge}, oneLine(m.Title, 46))
		s.text(2, look{edge: faintEdge}, "")
		s.text(3, look{edge: faintEdge, font: quiet}, oneLine(m.Text, 120))
		for column := 4; column < summaryColumns; column++ {
			s.text(column, look{edge: faintEdge}, "")
		}
		s.text(summaryColumns, look{edge: faintEdge, font: quiet, align: "right"}, b.texts.Affected(a))
		s.end()
	}
	s.note(b.label("summary.beyond.note"))
	s.skip(1)
}

// oneLine shortens a text to what fits beside others.
func oneLine(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}
