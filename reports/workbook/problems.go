package workbook

import (
	"govfootprint/reports/wording"
)

// problems writes every problem of the inventory that was kept, one by one.
func (b *book) problems() {
	columns := b.columns(
		column{header: "severity", width: 12}, column{header: "file", width: 38, wrap: true}, column{header: "sheet", width: 20, wrap: true},
		column{header: "row", width: 9, format: yearFormat}, column{header: "header", width: 20}, column{header: "cell", width: 22},
		column{header: "what", width: 32}, column{header: "detail", width: 70}, column{header: "todo", width: 64}, column{header: "code", width: 24, look: look{font: quiet}},
	)
	note := b.label("problems.note", b.report.Problems.Total)
	switch {
	case b.report.Problems.Total == 0:
		note = b.label("problems.none")
	case b.report.Problems.Omitted > 0:
		note = b.label("problems.omitted", b.report.Problems.Total, len(b.report.Problems.Items))
	}
	t := b.table(b.label("sheet.problems"), b.label("problems.title"), note, orange, 0, columns)
	for _, p := range b.report.Problems.Items {
		m := b.texts.Problem(p)
		t.values(
			b.label("severity."+string(p.Severity)), p.File, p.Sheet, positive(p.Row), p.Column, p.Value,
			m.Title, wording.Capital(m.Text), m.Fix, string(p.Code),
		)
		t.tall = rowHeight(wrappedText{p.File, 36}, wrappedText{p.Sheet, 18}) // a long name ran into its neighbour
		t.end()
	}
	t.done("Problems")
}
