package page

import (
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// quality shows on what data the totals rest, for how much they stand, and what
// is missing, assumed or doubtful.
func (p *page) quality() section {
	return p.section("quality",
		block{Table: p.grades()},
		block{Note: p.label("summary.quality.note")},
		block{Heading: p.label("page.heading.coverage")},
		block{Table: p.coverageByStage()},
		block{Heading: p.label("summary.rows")},
		block{Table: p.rows()},
		block{Heading: p.label("page.heading.findings")},
		block{Text: p.label("findings.note")},
		block{Table: p.findings()},
		block{Note: p.beyondList(len(p.report.Findings), mostFindings)},
	)
}

// grades lists which share of each total rests on data of which grade.
func (p *page) grades() *table {
	t := &table{ID: "grades", Caption: p.viewed(p.label("summary.quality")), Heads: []cell{text(p.label("column.grade_name"))}}
	var shown []reports.Impact
	for _, i := range p.report.Impacts {
		if i.Known {
			shown = append(shown, i)
			t.Heads = append(t.Heads, number(p.texts.Name("impact", string(i.Key))))
		}
	}
	if len(shown) == 0 {
		return nil
	}
	for _, grade := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE} {
		cells := []cell{text(p.texts.Name("quality", grade.String()))}
		for _, i := range shown {
			share := decimal.Zero
			for _, g := range i.Grades {
				if g.Grade == grade {
					share = g.Share
				}
			}
			if share.IsZero() {
				cells = append(cells, absent("–"))
				continue
			}
			cells = append(cells, number(p.numbers.Percent(share)))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}

// coverageByStage lists for how many there is a figure, impact by impact and
// stage by stage.
func (p *page) coverageByStage() *table {
	t := &table{ID: "coverage", Caption: p.label("page.table.coverage"), Heads: []cell{text(p.label("column.impact"))}}
	for _, stage := range factors.Stages {
		t.Heads = append(t.Heads, number(p.texts.Name("stage", string(stage))))
	}
	t.Heads = append(t.Heads, number(p.label("column.every_stage")))
	ways := p.coverages()
	for _, of := range ways {
		for _, i := range p.report.Impacts {
			name := p.texts.Name("impact", string(i.Key))
			if len(ways) > 1 {
				name += " · " + wording.Within(of.head)
			}
			cells := []cell{text(name)}
			for _, stage := range factors.Stages {
				if part := i.Stage(stage); part.Applies {
					cells = append(cells, p.covered(of, part.Coverage))
				} else {
					cells = append(cells, absent("–"))
				}
			}
			t.Rows = append(t.Rows, row{Cells: append(cells, p.covered(of, i.Coverage))})
		}
	}
	return t
}

// rows says what became of the rows of the inventory.
func (p *page) rows() *table {
	r := p.report.Rows
	t := &table{ID: "rows", Caption: p.label("page.table.rows"), Heads: []cell{text(p.label("column.what")), number(p.label("column.rows"))}}
	add := func(name string, n int64) {
		t.Rows = append(t.Rows, row{Cells: []cell{text(name), number(p.numbers.Int(n))}})
	}
	add(p.label("rows.read"), r.Read)
	add(p.label("rows.assessed"), r.Recognised())
	if r.Unrecognised > 0 {
		add(p.label("rows.unrecognised"), r.Unrecognised)
	}
	reasons := func(name string, all int64, list []reports.Reason) {
		add(name, all)
		for _, reason := range list {
			add("– "+p.texts.Reason(reason.Code), reason.Rows)
		}
	}
	reasons(p.label("rows.excluded"), r.Excluded, r.Exclusions)
	reasons(p.label("rows.rejected"), r.Rejected, r.Rejections)
	return t
}

// mostFindings is how many findings the page lists.
const mostFindings = 25

// findings lists what is missing, assumed and doubtful, by what it could change.
func (p *page) findings() *table {
	if len(p.report.Findings) == 0 {
		return nil
	}
	t := &table{ID: "findings", Caption: p.label("page.table.findings"), Heads: []cell{
		number(p.label("column.rank")), text(p.label("column.severity")), text(p.label("column.what")), text(p.label("column.todo")),
		number(p.label("column.units")), number(p.label("column.effect")),
	}}
	for n, f := range p.report.Findings[:min(mostFindings, len(p.report.Findings))] {
		m := p.texts.Finding(f)
		size := number(p.label("affected.rows", f.Rows))
		if !f.Units.IsZero() {
			size = number(p.numbers.Short(f.Units))
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			number(strconv.Itoa(n + 1)), text(p.label("severity." + string(f.Severity))), text(wording.Capital(m.Text)), text(m.Fix), size, p.effect(f),
		}})
	}
	return t
}

// effect says what a finding could change.
func (p *page) effect(f calc.Finding) cell {
	share, impact := reports.EffectShare(p.report, f)
	if !f.Effect.Valid {
		return absent("–")
	}
	i, ok := p.report.Impact(impact)
	if !ok {
		return absent("–")
	}
	scale := figure.ScaleFor(i.Unit, f.Effect.Decimal)
	written := p.numbers.Short(scale.Apply(f.Effect.Decimal)) + "\u00a0" + scale.Unit
	if share.Valid {
		written += " (" + p.numbers.Percent(share.Decimal) + ")"
	}
	return number(written)
}

// beyondList says how many more there are than a list shows.
func (p *page) beyondList(all, shown int) string {
	if all <= shown {
		return ""
	}
	return p.label("page.more", all-shown)
}
