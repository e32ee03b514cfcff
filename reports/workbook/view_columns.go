package workbook

import "govfootprint/reports/disclosure"

// widen makes a column of words as wide as what stands in it, within reason.
func (b *book) widen(p *viewPlan, t *disclosure.Table, column, at int) {
	const most = 26
	if at == 0 || at >= p.narrow {
		return
	}
	for _, r := range t.Rows {
		if c := cellOf(r, column); c != nil && c.Figure == nil && !t.Columns[column].Wide {
			p.widths[at] = max(p.widths[at], min(most, textWidth(b.cellWords(p.view, c))))
		}
	}
}

// widenNames makes the first column as wide as the longest name beside which
// something stands, within reason.
func (b *book) widenNames(p *viewPlan, t *disclosure.Table) {
	const most = 60
	if len(t.Columns) == 0 || t.Columns[0].Wide {
		return
	}
	for _, r := range t.Rows {
		if c := cellOf(r, 0); c != nil && c.Figure == nil && cellOf(r, 1) != nil {
			p.widths[0] = max(p.widths[0], min(most, textWidth(b.cellWords(p.view, c))+float64(2*r.Level)))
		}
	}
}

// overflows reports whether the sentences of a last column are short enough to
// run over the empty cells beside them.
func (b *book) overflows(p *viewPlan, t *disclosure.Table, column, at int) bool {
	if column != len(t.Columns)-1 || at >= p.narrow {
		return false
	}
	room := 0.0
	for _, width := range p.widths[at:p.narrow] {
		room += width
	}
	for _, r := range t.Rows {
		if c := cellOf(r, column); c != nil && textWidth(b.cellWords(p.view, c)) > room {
			return false
		}
	}
	return true
}
