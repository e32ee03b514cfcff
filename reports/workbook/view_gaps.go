package workbook

import (
	"strings"
	"unicode/utf8"
)

// viewGaps lists the gaps of a view: where each is met first, why there is no
// figure, and what to give.
func (b *book) viewGaps(s *sheet, p *viewPlan) {
	gaps := p.view.Gaps()
	if len(gaps) == 0 {
		return
	}
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, b.label("disclosure.gaps"))
	for column := 1; column < p.narrow; column++ {
		s.text(column+1, look{edge: strongEdge}, "")
	}
	s.end()
	room := p.room() - int(p.widths[0])
	for i, g := range gaps {
		name := b.label("disclosure.gap.row", b.label("disclosure.gap", i+1), g.Row.Cells[0].Words.In(b.texts))
		for n, text := range brokenLines(g.Gap.Why.In(b.texts)+" "+g.Gap.Give.In(b.texts), room) {
			if n > 0 {
				name = ""
			}
			s.text(1, look{font: quiet}, cutText(name, int(p.widths[0]*1.1)))
			s.text(2, look{}, text)
			s.end()
		}
	}
	s.skip(1)
}

// cutText shortens a text that would run over what stands beside it.
func cutText(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return strings.TrimSpace(cutRunes(text, most-1)) + "…"
}
