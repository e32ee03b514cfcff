package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// findings writes what is missing, assumed and doubtful, ranked by what it
// could change, problems with the inventory included.
func (b *book) findings() {
	columns := b.columns(
		column{header: "rank", width: 7, format: wholeFormat, wrap: true}, column{header: "severity", width: 12, wrap: true},
		column{header: "what", width: 34, wrap: true, look: look{font: bold}}, column{header: "detail", width: 62, wrap: true}, column{header: "todo", width: 56, wrap: true},
		column{header: "stage", width: 15, wrap: true}, column{header: "impact", width: 16, wrap: true}, column{header: "category", width: 18, wrap: true},
		column{header: "place", width: 9, wrap: true}, column{header: "units", width: 10, format: amountFormat, wrap: true}, column{header: "rows", width: 10, format: wholeFormat, wrap: true},
		column{header: "effect", width: 12, format: measureFormat, wrap: true}, column{header: "unit", width: 12, wrap: true},
		column{header: "effect_share", width: 10, format: percentFormat, wrap: true}, column{header: "effect_basis", width: 30, wrap: true},
	)
	t := b.table(b.label("sheet.findings"), b.label("findings.title"), b.label("findings.note"), orange, 3, columns)
	for i, action := range b.report.Actions {
		m := b.texts.Action(action)
		var (
			f      calc.Finding
			effect decimal.NullDecimal
			unit   string
		)
		if action.Finding != nil {
			f = *action.Finding
			if effect = f.Effect; effect.Valid {
				unit = b.unitOf(f.Impact)
			}
		}
		t.values(
			i+1, b.severity(action), m.Title, m.Text, m.Fix,
			b.texts.Name("stage", string(f.Stage)), b.texts.Name("impact", string(f.Impact)), b.texts.Name("category", f.Category),
			f.Place, action.Units, action.Rows, effect, unit, action.Share, b.texts.Name("effect", string(f.EffectBasis)),
		)
		t.tall = linesTall(m.Title, 32, m.Text, 64, m.Fix, 58)
		t.end()
	}
	t.done("Findings")
}

// severity names how much an action matters.
func (b *book) severity(a reports.Action) string {
	if a.Finding != nil {
		return b.label("severity." + string(a.Finding.Severity))
	}
	return b.label("severity." + string(a.Problem.Severity))
}

// unitOf names the unit of an impact, and that of the climate for none.
func (b *book) unitOf(impact factors.Impact) string {
	if impact == "" {
		impact = factors.GWP
	}
	if i, ok := b.report.Impact(impact); ok {
		return figure.UnitName(i.Unit)
	}
	return ""
}

// linesTall returns the height of a row of wrapped texts: pairs of a text and
// the width of its column, in characters.
func linesTall(pairs ...any) float64 {
	rows := 1
	for i := 0; i+1 < len(pairs); i += 2 {
		rows = max(rows, wrappedRows(pairs[i].(string), pairs[i+1].(int)*23/20))
	}
	return float64(3 + 13*min(rows, 20))
}
