package page

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// totals lists every impact with its interval, means and coverage.
func (p *page) totals() *table {
	t := &table{ID: "totals", Caption: p.label("page.table.totals"), Heads: []cell{text(p.label("column.impact")), number(p.label("column.total_only"))}}
	sure := p.report.Uncertainty.Method != ""
	if sure {
		for _, end := range []string{"low", "median", "high"} {
			t.Heads = append(t.Heads, number(p.label("page.column."+end)))
		}
	}
	people, units := p.report.Method.Users > 0, p.report.Activity == 0
	if units {
		t.Heads = append(t.Heads, number(p.label("column.per_unit")))
	}
	if people {
		t.Heads = append(t.Heads, number(p.label("column.per_user")))
	}
	for _, c := range p.coverages() {
		t.Heads = append(t.Heads, number(c.head))
	}
	for _, i := range p.report.Impacts {
		cells := []cell{text(p.texts.Name("impact", string(i.Key))), p.total(i)}
		if sure {
			cells = append(cells, p.interval(i)...)
		}
		if units {
			cells = append(cells, p.mean(i, p.report.Units))
		}
		if people {
			cells = append(cells, p.mean(i, p.report.Users()))
		}
		for _, c := range p.coverages() {
			cells = append(cells, p.covered(c, i.Coverage))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
		if i.Market.Valid { // beside the location-based total, never instead of it
			t.Rows = append(t.Rows, filledUp(t, text(p.label("row.market")), number(p.amount(i.Market.Decimal, i.Unit))))
		}
	}
	return t
}

// totalsByStage lists every impact with the parts of its stages.
func (p *page) totalsByStage() *table {
	t := &table{ID: "totals-stages", Caption: p.label("summary.totals"), Heads: []cell{text(p.label("column.impact")), number(p.label("column.total_only"))}}
	for _, stage := range factors.Stages {
		t.Heads = append(t.Heads, number(p.texts.Name("stage", string(stage))))
	}
	for _, i := range p.report.Impacts {
		t.Rows = append(t.Rows, filledUp(t, append([]cell{text(p.texts.Name("impact", string(i.Key))), p.total(i)}, p.stagesOf(i)...)...))
		if i.Market.Valid && p.report.View() == calc.MarketBased && i.Shown.Valid {
			market := []cell{text(p.label("row.market")), number(p.amount(i.Market.Decimal, i.Unit))}
			t.Rows = append(t.Rows, filledUp(t, append(market, p.stagesShown(i)...)...))
		}
	}
	return t
}

// filledUp is a row of a table with dashes where it has nothing.
func filledUp(t *table, cells ...cell) row {
	for len(cells) < len(t.Heads) {
		cells = append(cells, absent("–"))
	}
	return row{Cells: cells}
}

// total writes an impact's total.
func (p *page) total(i reports.Impact) cell {
	if !i.Known {
		return absent(p.label("not.known"))
	}
	return number(p.least(i) + p.amount(i.Total, i.Unit))
}

// least stands before figures of which more is missing than known.
func (*page) least(i reports.Impact) string {
	if i.Representative() {
		return ""
	}
	return "≥\u00a0"
}

// interval writes between what a total lies, in the scale of the total.
func (p *page) interval(i reports.Impact) []cell {
	if !i.Interval.Known || !i.Known {
		return []cell{absent("–"), absent("–"), absent("–")}
	}
	scale := figure.ScaleFor(i.Unit, i.Total)
	return []cell{
		number(p.numbers.Scaled(i.Interval.Low, scale)), number(p.numbers.Scaled(i.Interval.Median, scale)), number(p.numbers.Scaled(i.Interval.High, scale)),
	}
}

// stagesOf writes an impact's stages, in the scale of its total.
func (p *page) stagesOf(i reports.Impact) []cell {
	if !i.Known {
		return nil
	}
	scale := figure.ScaleFor(i.Unit, i.Total)
	var cells []cell
	for _, stage := range factors.Stages {
		part := i.Stage(stage)
		switch {
		case part.Known:
			cells = append(cells, number(p.numbers.Scaled(part.Value, scale)))
		case part.Applies:
			cells = append(cells, absent(p.label("not.known")))
		default:
			cells = append(cells, absent("–"))
		}
	}
	return cells
}

// stagesShown writes the stages of an impact in the view of the breakdowns.
func (p *page) stagesShown(i reports.Impact) []cell {
	scale := figure.ScaleFor(i.Unit, i.Total)
	var cells []cell
	for _, stage := range factors.Stages {
		cells = append(cells, p.shown(i.Stage(stage).Shown, scale))
	}
	return cells
}

// mean writes an impact for each of a number.
func (p *page) mean(i reports.Impact, n decimal.Decimal) cell {
	if each := p.each(i, n); i.Known && each != "" {
		return number(each)
	}
	return absent("–")
}
