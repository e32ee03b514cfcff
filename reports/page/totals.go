package page

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// totals lists every impact with its stages, means and coverage. The interval of
// a total, where there is one, belongs in a column beside it.
func (p *page) totals() *table {
	t := &table{ID: "totals", Caption: p.label("summary.totals"), Heads: []cell{text(p.label("column.impact")), number(p.label("column.total_only"))}}
	for _, stage := range factors.Stages {
		t.Heads = append(t.Heads, number(p.texts.Name("stage", string(stage))))
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
		cells := append([]cell{text(p.texts.Name("impact", string(i.Key)))}, p.totalAndStages(i)...)
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
			market := []cell{text(p.label("row.market")), number(p.amount(i.Market.Decimal, i.Unit))}
			if p.report.View() == calc.MarketBased && i.Shown.Valid {
				market = append(market, p.stagesShown(i)...)
			}
			for len(market) < len(t.Heads) {
				market = append(market, absent("–"))
			}
			t.Rows = append(t.Rows, row{Cells: market})
		}
	}
	return t
}

// totalAndStages writes an impact's total and its stages, in one scale.
func (p *page) totalAndStages(i reports.Impact) []cell {
	if !i.Known {
		cells := []cell{absent(p.label("not.known"))}
		for range factors.Stages {
			cells = append(cells, absent("–"))
		}
		return cells
	}
	scale := figure.ScaleFor(i.Unit, i.Total)
	total := p.numbers.Scaled(i.Total, scale) + "\u00a0" + scale.Unit
	if !i.Representative() {
		total = "≥\u00a0" + total // more is missing than known
	}
	cells := []cell{number(total)}
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
