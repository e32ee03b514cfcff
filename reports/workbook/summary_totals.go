package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// totalStages is the first column of stages among the totals of the Summary.
const totalStages = 4

// totals writes every impact with its stages; the climate comes first.
func (b *book) totals(s *sheet) tableAt {
	s.heading(b.label("summary.totals"))
	heads := []string{b.label("column.impact"), b.label("column.unit"), b.label("column.total_only")}
	for _, stage := range factors.Stages {
		heads = append(heads, b.texts.Name("stage", string(stage)))
	}
	for _, mean := range b.means() {
		heads = append(heads, b.label(mean.head))
	}
	for _, c := range b.coverages() {
		heads = append(heads, b.label(c.head))
	}
	at := tableAt{header: s.columnHeads(heads...), first: s.row}
	at.charted = at.first
	for _, i := range b.report.Impacts {
		b.totalsRow(s, i, totalFigures{
			name: b.texts.Name("impact", string(i.Key)), font: bold,
			total: decimal.NullDecimal{Decimal: i.Total, Valid: i.Known},
			stage: func(part reports.StageTotal) decimal.NullDecimal {
				return decimal.NullDecimal{Decimal: part.Value, Valid: part.Known}
			},
			cell: func(stage factors.Stage) (string, bool) { return b.locationBased(i, stage) },
		})
		if i.Key == factors.GWP && b.view() == calc.MarketBased && i.Shown.Valid {
			at.charted = s.row
			b.totalsRow(s, i, totalFigures{
				name: b.label("row.market"), total: i.Shown,
				stage: func(part reports.StageTotal) decimal.NullDecimal { return part.Shown },
				cell:  func(stage factors.Stage) (string, bool) { return b.breakdownCell(totalRow, i.Key, stage) },
			})
		}
	}
	at.last = s.row - 1
	if unread := b.texts.Unread(b.report.Manifest); unread != "" {
		s.note(unread)
	}
	s.note(b.label("summary.coverage.note"))
	if gwp, _ := b.report.Impact(factors.GWP); !gwp.SeveralStages.IsZero() {
		scale := b.scale(factors.GWP)
		s.note(b.label("summary.several", b.numbers.Scaled(gwp.SeveralStages, scale)+" "+scale.Unit))
	}
	return at
}

// totalFigures are what a row of the totals shows of an impact.
type totalFigures struct {
	name  string
	font  font
	total decimal.NullDecimal
	stage func(reports.StageTotal) decimal.NullDecimal
	cell  func(factors.Stage) (string, bool) // where the Breakdown has the same figure
}

// totalsRow writes an impact's total, its stages, its means and its coverage.
func (b *book) totalsRow(s *sheet, i reports.Impact, row totalFigures) {
	var (
		scale   = b.scale(i.Key)
		l       = look{edge: faintEdge}
		absent  = look{font: quiet, edge: faintEdge, align: "right"}
		figures = scaleFormat(scale)
	)
	s.text(1, look{font: row.font, edge: faintEdge}, row.name)
	s.text(2, look{edge: faintEdge, align: "right"}, scale.Unit)
	put := func(column int, l look, stage factors.Stage, value decimal.Decimal) {
		if cell, ok := row.cell(stage); ok {
			s.formula(column, l, shifted(cell, scale.Shift), scale.Apply(value))
			return
		}
		s.number(column, l, scale.Apply(value))
	}
	means := totalStages + len(factors.Stages)
	columns := means + len(b.means())
	if !row.total.Valid {
		s.text(3, absent, b.label("not.known"))
		for column := totalStages; column < columns+len(b.coverages()); column++ {
			s.text(column, l, "")
		}
		s.end()
		return
	}
	total := look{font: row.font, edge: faintEdge}
	if !i.Representative() {
		total.font = quiet // more is missing than known
		total = total.as("\"≥ \"" + figures)
	} else {
		total = total.as(figures)
	}
	put(3, total, "", row.total.Decimal)
	for n, stage := range factors.Stages {
		part := i.Stage(stage)
		if value := row.stage(part); value.Valid {
			put(totalStages+n, l.as(figures), stage, value.Decimal)
		} else {
			s.text(totalStages+n, absent, b.absent(part))
		}
	}
	each := func(column int, n decimal.Decimal) {
		switch {
		case !n.IsPositive():
			s.text(column, l, "")
			return
		case !i.Representative():
			s.text(column, absent, b.label("not.representative"))
			return
		}
		value := reports.Share(row.total.Decimal, n)
		per := figure.ScaleFor(i.Unit, value)
		f := l.as(scaleFormat(per) + " \"" + per.Unit + "\"")
		if cell, ok := row.cell(""); ok {
			s.formula(column, f, shifted(cell, per.Shift)+"/"+n.String(), per.Apply(value))
		} else {
			s.number(column, f, per.Apply(value))
		}
	}
	for n, mean := range b.means() {
		each(means+n, mean.of)
	}
	for n, c := range b.coverages() {
		s.covered(columns+n, l, c, i.Coverage)
	}
	s.end()
}

// mean is a column of totals divided by how many there are.
type mean struct {
	head string
	of   decimal.Decimal
}

// means lists what totals are divided by: units, where there is nothing but
// devices, and people.
func (b *book) means() []mean {
	var list []mean
	if b.report.Activity == 0 {
		list = append(list, mean{"column.per_unit", b.report.Units})
	}
	if b.report.Method.Users > 0 {
		list = append(list, mean{"column.per_user", b.report.Users()})
	}
	return list
}

// absent says why a stage has no figure: the impact does not have it, or nothing is known.
func (b *book) absent(part reports.StageTotal) string {
	if part.Applies {
		return b.label("not.known")
	}
	return "–"
}
