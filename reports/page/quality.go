package page

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// quality shows on what data the totals rest, for how much they stand, and what
// is missing, assumed or doubtful.
func (p *page) quality() section {
	return p.section("quality", append([]block{
		{Table: p.grades()},
		{Note: p.label("summary.quality.note")},
		{Heading: p.label("page.heading.coverage")},
		{Table: p.coverageByStage()},
		{Heading: p.label("summary.rows")},
		{Table: p.rows()},
	}, p.findings()...)...)
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
	rejected := p.label("rows.rejected")
	if p.report.Problems.RejectedTwice(r) {
		rejected = p.label("rows.first_reason", rejected)
	}
	reasons(rejected, r.Rejected, r.Rejections)
	return t
}

// mostFindings is how many kinds of findings the page lists.
const mostFindings = 25

// findings lists what is missing, assumed and doubtful, by what it could change:
// findings of one kind, about one impact, together.
func (p *page) findings() []block {
	groups := p.grouped()
	if len(groups) == 0 {
		return nil
	}
	t := &table{ID: "findings", Caption: p.label("page.table.findings"), Heads: []cell{
		text(p.label("column.what")), text(p.label("column.severity")), text(p.label("column.detail")), text(p.label("column.todo")),
		number(p.label("page.column.affected")), text(p.label("column.effect")),
	}}
	for _, a := range groups[:min(mostFindings, len(groups))] {
		m := p.texts.Action(a)
		worth := cell{Text: "–", Quiet: true}
		if w := p.texts.Worth(a); w != "" {
			worth = text(wording.Capital(w))
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(m.Title), text(p.texts.Severity(a)), text(m.Text), text(m.Fix), number(p.texts.Affected(a)), worth,
		}})
	}
	return []block{
		{Heading: p.label("page.heading.findings")}, {Text: p.label("findings.note")}, {Table: t}, {Note: p.beyondList(len(groups), mostFindings)},
	}
}

// grouped gathers the findings of one kind that are about one impact, in the
// order in which the first of each stands.
func (p *page) grouped() []reports.Action {
	type kind struct {
		code   calc.FindingCode
		impact factors.Impact
	}
	var (
		order  []kind
		groups = make(map[kind]*reports.Action)
		most   = make(map[kind]map[string]calc.Finding) // by what they are about: with the most units
	)
	for _, f := range p.report.Findings {
		k := kind{f.Code, f.Impact}
		if groups[k] == nil {
			groups[k], most[k] = &reports.Action{}, make(map[string]calc.Finding)
			order = append(order, k)
		}
		a := groups[k]
		a.Findings = append(a.Findings, f)
		about := f.Category + "\x00" + f.Place // the same units may lack a figure in several stages
		if have, ok := most[k][about]; !ok || f.Units.GreaterThan(have.Units) {
			most[k][about] = f
		}
		if share, impact := reports.EffectShare(p.report, f); share.Valid && (a.Impact == "" || a.Impact == impact) {
			a.Impact, a.Share = impact, decimal.NewNullDecimal(a.Share.Decimal.Add(share.Decimal))
		}
	}
	list := make([]reports.Action, 0, len(order))
	for _, k := range order {
		a := *groups[k]
		for _, f := range most[k] {
			a.Units = decimal.NewNullDecimal(a.Units.Decimal.Add(f.Units))
			a.Rows += f.Rows
		}
		list = append(list, a)
	}
	return list
}

// beyondList says how many more there are than a list shows.
func (p *page) beyondList(all, shown int) string {
	if all <= shown {
		return ""
	}
	return p.label("page.more", all-shown)
}
