package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// findings writes what is missing, assumed and doubtful, one by one: gaps by
// what they could change, assumptions and cautions by units, and then the
// problems with the inventory that somebody should mend, by kind.
func (b *book) findings() {
	columns := b.columns(
		column{header: "rank", width: 7, format: wholeFormat, wrap: true}, column{header: "severity", width: 12, wrap: true},
		column{header: "what", width: 34, wrap: true, look: look{font: bold}}, column{header: "detail", width: 62, wrap: true}, column{header: "todo", width: 56, wrap: true},
		column{header: "stage", width: 15, wrap: true}, column{header: "impact", width: b.fits(16, "impact."), wrap: true}, column{header: "category", width: 18, wrap: true},
		column{header: "place", width: 9, wrap: true}, column{header: "units", width: 10, format: amountFormat, wrap: true}, column{header: "rows", width: 10, format: wholeFormat, wrap: true},
		column{header: "effect", width: 12, format: measureFormat, wrap: true}, column{header: "unit", width: 12, wrap: true},
		column{header: "effect_share", width: 10, format: percentFormat, wrap: true}, column{header: "effect_basis", width: 30, wrap: true},
	)
	t := b.table(b.label("sheet.findings"), b.label("findings.title"), b.label("findings.note"), orange, 3, columns)
	rank := 0
	write := func(severity string, m wording.Message, f calc.Finding, units decimal.NullDecimal, rows int64) {
		rank++
		share, impact := reports.EffectShare(b.report, f)
		unit := ""
		if f.Effect.Valid {
			unit = b.unitOf(impact)
		}
		t.values(
			rank, severity, m.Title, m.Text, m.Fix,
			b.texts.Name("stage", string(f.Stage)), b.texts.Name("impact", string(f.Impact)), b.texts.Name("category", f.Category),
			f.Place, units, rows, f.Effect, unit, share, b.texts.Name("effect", string(f.EffectBasis)),
		)
		t.tall = rowHeight(wrappedText{m.Title, 32}, wrappedText{m.Text, 62}, wrappedText{m.Fix, 56})
		t.end()
	}
	for _, f := range b.report.Findings {
		m := b.texts.Finding(f)
		m.Text = wording.Capital(m.Text)
		write(b.label("severity."+string(f.Severity)), m, f, decimal.NullDecimal{Decimal: f.Units, Valid: !f.Units.IsZero() || f.Rows == 0}, f.Rows) // activities are rows, and no units
	}
	for _, p := range b.report.Problems.Counts {
		if p.Severity == inventory.Rejected || p.Severity == inventory.Warning {
			write(b.texts.ProblemSeverity(p.Severity), b.texts.Problems(p), calc.Finding{}, decimal.NullDecimal{}, p.Rows)
		}
	}
	t.done("Findings")
}

// unitOf names the unit of an impact.
func (b *book) unitOf(impact factors.Impact) string {
	if i, ok := b.report.Impact(impact); ok {
		return figure.UnitName(i.Unit)
	}
	return ""
}
