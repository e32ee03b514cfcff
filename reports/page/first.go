package page

import (
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// mostSteps is how many steps are listed.
const mostSteps = 12

// first is what to do first, and what no change to the inventory would mend.
func (p *page) first() section {
	if len(p.report.Actions)+len(p.report.Beyond) == 0 {
		return p.section("first", block{Text: p.label("summary.nothing")})
	}
	listed := p.report.Actions[:min(mostSteps, len(p.report.Actions))]
	steps := make([]step, 0, len(listed))
	for _, a := range listed {
		steps = append(steps, p.step(a))
	}
	blocks := []block{{Steps: steps}, {Note: p.beyondList(len(p.report.Actions), mostSteps)}}
	if len(p.report.Actions) == 0 {
		blocks = []block{{Text: p.label("summary.nothing")}}
	}
	if len(p.report.Beyond) > 0 {
		t := &table{ID: "beyond", Caption: p.label("page.table.beyond"), Heads: []cell{
			text(p.label("column.what")), text(p.label("column.detail")), number(p.label("page.column.affected")),
		}}
		for _, a := range p.report.Beyond {
			s := p.step(a)
			t.Rows = append(t.Rows, row{Cells: []cell{text(s.Title), text(s.Text), number(s.Aside)}})
		}
		blocks = append(blocks, block{Heading: p.label("summary.beyond")}, block{Text: p.label("summary.beyond.note")}, block{Table: t})
	}
	return p.section("first", blocks...)
}

// step says what an action would mend and how.
func (p *page) step(a reports.Action) step {
	m := p.texts.Action(a)
	s := step{Title: clean(m.Title), Aside: p.texts.Affected(a), Text: clean(wording.Capital(m.Text)), Fix: clean(m.Fix)}
	if worth := p.texts.Worth(a); worth != "" {
		s.Aside += ", " + worth
	}
	return s
}
