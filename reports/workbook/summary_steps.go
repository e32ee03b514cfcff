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
		room, worth := 120, b.texts.Worth(action)
		if worth != "" {
			room = 98
		}
		names, texts := linesOf(fmt.Sprintf("%d  %s", i+1, m.Title), stepWidth), linesOf(m.Text, room)
		for n := range max(len(names), len(texts)) {
			if n == 0 {
				s.tall = 18
				s.text(summaryColumns, look{font: bold, align: "right"}, worth)
			}
			s.text(1, look{font: bold}, lineAt(names, n))
			s.text(3, look{}, lineAt(texts, n))
			s.end()
		}
		affected, fixes := linesOf(b.texts.Affected(action), stepWidth), linesOf(m.Fix, 140)
		b.stepLines(s, affected, fixes, look{font: quiet}, "")
	}
}

// stepWidth is how many characters of a step's title fit beside its text.
const stepWidth = 46

// stepLines writes texts beside each other over the columns of the Summary, in as many
// rows as the longer takes, the last with an edge; and a text at the end of the first.
func (b *book) stepLines(s *sheet, left, right []string, l look, end string) {
	rows := max(len(left), len(right))
	for n := range rows {
		edge := noEdge
		if n+1 == rows {
			edge = faintEdge
		}
		for column := range summaryColumns {
			s.text(column+1, look{edge: edge}, "")
		}
		l.edge = edge
		s.text(1, l, lineAt(left, n))
		s.text(3, look{edge: edge, font: quiet}, lineAt(right, n))
		if n == 0 && end != "" {
			s.text(summaryColumns, look{edge: edge, font: quiet, align: "right"}, end)
		}
		s.end()
	}
}

// lineAt is a line of a text, nothing after its last.
func lineAt(lines []string, n int) string {
	if n >= len(lines) {
		return ""
	}
	return lines[n]
}

// beyond writes what no step can mend, because only other factors could.
func (b *book) beyond(s *sheet) {
	if len(b.report.Beyond) == 0 {
		return
	}
	s.heading(b.label("summary.beyond"))
	for _, a := range b.report.Beyond {
		m := b.texts.Action(a)
		b.stepLines(s, linesOf(m.Title, stepWidth), linesOf(m.Text, 120), look{}, b.texts.Affected(a))
	}
	s.note(b.label("summary.beyond.note"))
	s.skip(1)
}
