package page

import (
	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// How many problems the page lists: kinds of them, and one by one.
const (
	mostKinds    = 40
	mostProblems = 100
)

// problems are what reading found wrong: by kind, and the first one by one.
func (p *page) problems() section {
	found := p.report.Problems
	if found.Total == 0 {
		return p.section("problems", block{Text: p.label("problems.none")})
	}
	kinds := &table{ID: "kinds", Caption: p.label("page.table.kinds"), Heads: []cell{
		text(p.label("column.severity")), text(p.label("column.what")), number(p.label("page.column.cases")), text(p.label("column.todo")),
	}}
	for _, c := range found.Counts[:min(mostKinds, len(found.Counts))] {
		m := p.texts.Problem(c.Example)
		kinds.Rows = append(kinds.Rows, row{Cells: []cell{
			text(p.texts.ProblemSeverity(c.Severity)), text(m.Title), number(p.numbers.Int(c.Count)), text(m.Fix),
		}})
	}
	each := &table{ID: "each", Caption: p.label("page.table.problems"), Heads: []cell{
		text(p.label("page.column.where")), text(p.label("column.severity")), text(p.label("column.detail")),
	}}
	for _, problem := range found.Items[:min(mostProblems, len(found.Items))] {
		each.Rows = append(each.Rows, row{Cells: p.problem(problem)})
	}
	return p.section("problems",
		block{Table: kinds},
		block{More: &more{Title: p.label("page.more.problems", len(each.Rows)), Blocks: []block{
			{Table: each}, {Note: p.label("page.problems.omitted", found.Total, len(each.Rows))},
		}}},
	)
}

// problem writes a problem with its position.
func (p *page) problem(problem inventory.Problem) []cell {
	where := p.texts.Position(problem)
	if where == "" {
		where = "–"
	}
	return []cell{text(where), text(p.texts.ProblemSeverity(problem.Severity)), text(wording.Capital(p.texts.Problem(problem).Text))}
}
