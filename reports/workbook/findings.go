package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// findings writes what is missing, assumed and doubtful, ranked by what it
// could change, problems with the inventory included.
func (b *book) findings() {
	columns := []struct {
		key   string
		width float64
	}{
		{"rank", 7}, {"severity", 12}, {"what", 34}, {"detail", 62}, {"todo", 56},
		{"stage", 15}, {"impact", 16}, {"category", 18}, {"place", 9}, {"units", 10}, {"rows", 10},
		{"effect", 14}, {"unit", 10}, {"effect_share", 12}, {"effect_basis", 30},
	}
	widths := make([]float64, len(columns))
	headers := make([]string, len(columns))
	for i, c := range columns {
		widths[i], headers[i] = c.width, b.label("column."+c.key)
	}
	s := b.add(b.label("sheet.findings"), layout{tab: orange, widths: widths, frozen: tableHeader, columns: 3, repeat: tableHeader})
	defer s.close()
	s.titles(b.label("findings.title"), b.label("findings.note"))
	s.header(headers)

	l := look{edge: faintEdge, top: true}
	wrapped := look{edge: faintEdge, top: true, wrap: true}
	for i, action := range b.report.Actions {
		m := b.texts.Action(action)
		s.count(1, l.as(wholeFormat), int64(i+1))
		s.text(2, l, b.severity(action))
		s.text(3, look{font: bold, edge: faintEdge, top: true, wrap: true}, m.Title)
		s.text(4, wrapped, m.Text)
		s.text(5, wrapped, m.Fix)
		var (
			f      calc.Finding
			effect decimal.NullDecimal
			unit   string
		)
		if action.Finding != nil {
			f = *action.Finding
			effect = f.Effect
			unit = b.unitOf(f.Impact)
		}
		s.text(6, l, b.texts.Name("stage", string(f.Stage)))
		s.text(7, l, b.texts.Name("impact", string(f.Impact)))
		s.text(8, l, b.texts.Name("category", f.Category))
		s.text(9, l, f.Place)
		s.known(10, l.as(amountFormat), action.Units.Decimal, action.Units.Valid)
		s.count(11, l.as(wholeFormat), action.Rows)
		s.known(12, l.as(measureFormat), effect.Decimal, effect.Valid)
		s.text(13, l, unit)
		s.known(14, l.as(percentFormat), action.Share.Decimal, action.Share.Valid)
		s.text(15, wrapped, b.texts.Name("effect", string(f.EffectBasis)))
		s.tall = linesTall(m.Text, 62, m.Fix, 56, m.Title, 32)
		s.end()
	}
	s.table("Findings", tableHeader, s.row-1, len(columns))
}

// severity names how much an action matters.
func (b *book) severity(a reports.Action) string {
	if a.Finding != nil {
		return b.label("severity." + string(a.Finding.Severity))
	}
	return b.label("severity." + string(a.Problem.Severity))
}

// unitOf names the unit of an impact, empty for the climate.
func (b *book) unitOf(impact factors.Impact) string {
	if impact == "" {
		impact = factors.GWP
	}
	if i, ok := b.report.Impact(impact); ok {
		return figure.UnitName(i.Unit)
	}
	return ""
}

// problems writes every problem of the inventory that was kept, one by one.
func (b *book) problems() {
	columns := []struct {
		key   string
		width float64
	}{
		{"severity", 12}, {"file", 26}, {"sheet", 16}, {"row", 9}, {"header", 20}, {"cell", 22},
		{"what", 32}, {"detail", 64}, {"todo", 58}, {"code", 24},
	}
	widths := make([]float64, len(columns))
	headers := make([]string, len(columns))
	for i, c := range columns {
		widths[i], headers[i] = c.width, b.label("column."+c.key)
	}
	s := b.add(b.label("sheet.problems"), layout{tab: orange, widths: widths, frozen: tableHeader, repeat: tableHeader})
	defer s.close()
	note := b.label("problems.note", b.report.Problems.Total)
	switch {
	case b.report.Problems.Total == 0:
		note = b.label("problems.none")
	case b.report.Problems.Omitted > 0:
		note = b.label("problems.omitted", b.report.Problems.Total, len(b.report.Problems.Items))
	}
	s.titles(b.label("problems.title"), note)
	s.header(headers)
	l := b.style(look{edge: faintEdge})
	count := b.style(look{edge: faintEdge, format: yearFormat})
	for _, p := range b.report.Problems.Items {
		m := b.texts.Problem(p)
		s.value(1, l, b.label("severity."+string(p.Severity)))
		s.value(2, l, p.File)
		s.value(3, l, p.Sheet)
		if p.Row > 0 {
			s.value(4, count, p.Row)
		} else {
			s.value(4, count, "")
		}
		s.value(5, l, p.Column)
		s.value(6, l, p.Value)
		s.value(7, l, m.Title)
		s.value(8, l, wording.Capital(m.Text))
		s.value(9, l, m.Fix)
		s.value(10, l, string(p.Code))
		s.end()
	}
	s.table("Problems", tableHeader, s.row-1, len(columns))
}

// linesTall returns the height of a row of wrapped texts: pairs of a text and
// the width of its column, in characters.
func linesTall(pairs ...any) float64 {
	rows := 1
	for i := 0; i+1 < len(pairs); i += 2 {
		rows = max(rows, wrappedRows(pairs[i].(string), pairs[i+1].(int)))
	}
	return float64(4 + 13*min(rows, 20))
}
