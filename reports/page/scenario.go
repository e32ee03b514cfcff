package page

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/chart"
	"govfootprint/reports/figure"
)

// scenario shows what one scenario does, change by change and impact by impact, and
// what a person should know before believing it.
func (p *comparisonPage) scenario(at int) section {
	s := &p.c.Scenarios[at]
	id := "scenario-" + strconv.Itoa(s.Number)
	blocks := []block{{Text: prose(s.Description)}, {List: p.caveats(at)}}
	blocks = append(blocks, p.waterfall(at, id)...)
	blocks = append(blocks, p.impacts(at, id)...)
	blocks = append(blocks, p.byCategory(at, id)...)
	title := p.name(at)
	if p.c.Years {
		title = p.label("compare.title.years", p.before(), p.after())
	}
	return titled(id, title, blocks...)
}

// caption names a table of a scenario, apart from those of others.
func (p *comparisonPage) caption(at int, text string) string {
	if len(p.c.Scenarios) == 1 {
		return text
	}
	return text + " · " + p.name(at)
}

// unit is a cell of a unit, which stands on one line.
func unit(scale figure.Scale) cell { return text(strings.ReplaceAll(scale.Unit, " ", "\u00a0")) }

// caveats are what a person should know, what the scenario costs, and what applying
// it noted.
func (p *comparisonPage) caveats(at int) []string {
	s := &p.c.Scenarios[at]
	var list []string
	for _, f := range s.Flags {
		list = append(list, clean(p.texts.Flag(f, s.Name)))
	}
	for _, c := range s.Costs {
		list = append(list, clean(p.texts.Cost(c)))
	}
	for _, n := range s.Notes {
		list = append(list, clean(p.texts.Error(n)))
	}
	return list
}

// waterfall leads from the baseline over the changes to the scenario.
func (p *comparisonPage) waterfall(at int, id string) []block {
	s, gwp := &p.c.Scenarios[at], p.climate(at)
	if !gwp.Known || len(s.Waterfall) == 0 {
		return nil
	}
	scale := gwp.Scale()
	fall := chart.Waterfall{
		Frame: chart.Frame{
			ID: "chart-" + id, Title: p.label("page.chart.waterfall.title", p.name(at), scale.Unit), Description: p.label("page.chart.waterfall"), Unit: scale.Unit,
		},
		Series: []string{p.label("total"), p.label("column.more"), p.label("column.less")},
	}
	t := &table{ID: id + "-waterfall", Caption: p.caption(at, p.label("page.table.waterfall", scale.Unit)), Heads: []cell{
		text(p.label("column.change")), number(p.label("column.units")), number(p.label("column.difference")), number(p.label("column.running")),
	}}
	total := func(name string, value decimal.Decimal) {
		written := p.numbers.Scaled(value, scale)
		fall.Steps = append(fall.Steps, chart.Step{Label: name, Change: scale.Apply(value), Total: true, Figure: written})
		t.Rows = append(t.Rows, p.totalRow(text(name), absent("–"), absent("–"), number(written)))
	}
	total(p.before(), gwp.Baseline)
	exact := make([]decimal.Decimal, len(s.Waterfall))
	for i := range s.Waterfall {
		exact[i] = scale.Apply(s.Waterfall[i].Difference(factors.GWP, false))
	}
	running := scale.Apply(gwp.Baseline)
	for i, shown := range figure.Apportion(exact, scale.Places) {
		w := &s.Waterfall[i]
		running = running.Add(exact[i])
		written := p.texts.ChangeShown(shown, scale)
		fall.Steps = append(fall.Steps, chart.Step{Label: clean(p.texts.Step(w)), Change: exact[i], Figure: written})
		size := p.count(w.Units)
		if w.Units.IsZero() {
			size = "–"
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(p.texts.Step(w)), number(size), number(written), number(p.numbers.Scaled(running, figure.Scale{Places: scale.Places})),
		}})
	}
	total(p.after(), gwp.Value)
	blocks := []block{{Heading: p.label("compare.waterfall")}, drawing(fall.SVG()), {Table: t}}
	if len(s.Waterfall) > 1 && !p.c.Years {
		blocks = append(blocks, block{Note: p.label("compare.order")})
	}
	return blocks
}

// impacts lists every impact before and after, and the differences by stage.
func (p *comparisonPage) impacts(at int, id string) []block {
	s := &p.c.Scenarios[at]
	all := &table{ID: id + "-impacts", Caption: p.caption(at, p.label("page.table.impacts")), Heads: append([]cell{
		text(p.label("column.impact")), text(p.label("column.unit")), number(p.before()), number(p.after()),
		number(p.label("column.difference")), number(p.sign("column.relative", "page.column.relative", p.before())),
	}, p.sureHeads()...)}
	stages := &table{ID: id + "-stages", Caption: p.caption(at, p.label("page.table.differences.stages")), Heads: []cell{
		text(p.label("column.impact")), text(p.label("column.unit")),
	}}
	for _, stage := range factors.Stages {
		stages.Heads = append(stages.Heads, number(p.texts.Name("stage", string(stage))))
	}
	var unknown, oneSided []string
	for _, i := range s.Impacts {
		switch {
		case i.OneSided:
			oneSided = append(oneSided, p.impactName(i))
			continue
		case !i.Known:
			unknown = append(unknown, p.impactName(i))
			continue
		}
		scale := i.Scale()
		all.Rows = append(all.Rows, row{Cells: append([]cell{
			text(p.impactName(i)), unit(scale), number(p.numbers.Scaled(i.Baseline, scale)), number(p.numbers.Scaled(i.Value, scale)),
			number(p.texts.Change(i.Difference, scale)), number(p.texts.Relative(i.Relative)),
		}, p.sureCells(at, i, scale)...)})
		all.Rows = append(all.Rows, p.scopesOf(all, i, scale)...)
		stages.Rows = append(stages.Rows, p.stageDifferences(i, scale))
	}
	blocks := []block{{Heading: p.label("compare.impacts")}, {Table: all}}
	if len(unknown) > 0 {
		blocks = append(blocks, block{Note: p.label("compare.unknown", strings.Join(unknown, ", "))})
	}
	if len(oneSided) > 0 {
		blocks = append(blocks, block{Note: p.label("compare.one_sided", strings.Join(oneSided, ", "))})
	}
	return append(blocks, block{Table: stages})
}

// scopesOf writes the parts of an impact in each scope; one alone is the whole.
func (p *comparisonPage) scopesOf(t *table, i reports.ComparedImpact, scale figure.Scale) []row {
	if len(i.Scopes) < 2 {
		return nil
	}
	var rows []row
	for _, s := range i.Scopes {
		name := text(p.label("compare.scope", s.Number))
		name.Level = 1
		rows = append(rows, filledUp(t, name, unit(scale), number(p.numbers.Scaled(s.Baseline, scale)), number(p.numbers.Scaled(s.Value, scale)),
			number(p.texts.Change(s.Difference, scale))))
	}
	return rows
}

// stageDifferences writes the differences of an impact in each stage.
func (p *comparisonPage) stageDifferences(i reports.ComparedImpact, scale figure.Scale) row {
	cells := []cell{text(p.impactName(i)), unit(scale)}
	for _, stage := range factors.Stages {
		c := absent("–")
		for _, s := range i.Stages {
			if s.Stage == stage {
				c = number(p.texts.Change(s.Difference, scale))
			}
		}
		cells = append(cells, c)
	}
	return row{Cells: cells}
}

// byCategory lists which kinds of equipment differ most, the largest difference first.
func (p *comparisonPage) byCategory(at int, id string) []block {
	gwp := p.climate(at)
	if !gwp.Known {
		return nil
	}
	scale := gwp.Scale()
	t := &table{ID: id + "-categories", Caption: p.caption(at, p.label("page.table.differences.categories", scale.Unit)), Heads: []cell{
		text(p.label("dimension.category")), number(p.label("compare.units", p.before())), number(p.label("compare.units", p.after())),
		number(p.before()), number(p.after()), number(p.label("column.difference")),
	}}
	for _, c := range p.c.Scenarios[at].Categories {
		if c.Difference.IsZero() || len(t.Rows) == mostParts {
			break
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(p.texts.Key("category", c.Key)), number(p.count(c.UnitsBefore)), number(p.count(c.Units)),
			number(p.numbers.Scaled(c.Baseline, scale)), number(p.numbers.Scaled(c.Value, scale)), number(p.texts.Change(c.Difference, scale)),
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []block{{Heading: p.label("dimension.category")}, {Table: t}}
}

// changes lists what each scenario changes, and why anybody believes that it can be
// done.
func (p *comparisonPage) changes() section {
	if p.c.Years {
		return p.section("changes")
	}
	blocks := []block{{Text: p.label("page.changes.note")}}
	for n := range p.c.Scenarios {
		blocks = append(blocks, block{Table: p.changesOf(n)})
	}
	return p.section("changes", blocks...)
}

// changesOf lists the changes of a scenario. Columns in which none says anything are
// left out.
func (p *comparisonPage) changesOf(at int) *table {
	s := &p.c.Scenarios[at]
	columns := []changeColumn{
		{text(p.label("column.change")), func(w *reports.WaterfallStep) cell { return text(p.texts.Step(w)) }},
		{text(p.label("column.selects")), func(w *reports.WaterfallStep) cell {
			if w.Change.Where == nil {
				return text(p.label("page.change.everything"))
			}
			return code(w.Change.Where.Text)
		}},
		{text(p.label("column.does")), func(w *reports.WaterfallStep) cell { return code(w.Change.Does) }},
		{wide(p.label("column.reason")), func(w *reports.WaterfallStep) cell { return wide(w.Change.Reason) }},
		{number(p.label("page.column.part")), func(w *reports.WaterfallStep) cell {
			if w.Change.Share.Equal(decimal.NewFromInt(1)) {
				return cell{}
			}
			return number(p.numbers.Percent(w.Change.Share))
		}},
		{text(p.label("page.column.years")), func(w *reports.WaterfallStep) cell { return text(years(w.Change.Phase)) }},
		{text(p.label("column.cost")), func(w *reports.WaterfallStep) cell { return text(p.cost(w.Change.Cost)) }},
		{text(p.label("column.file")), func(w *reports.WaterfallStep) cell {
			return code(s.File + ":" + strconv.Itoa(w.Change.At.Line))
		}},
	}
	t := &table{ID: "changes-" + strconv.Itoa(s.Number), Caption: p.label("page.table.changes", p.name(at))}
	rows := make([]row, len(s.Waterfall))
	for _, c := range columns {
		said := false
		cells := make([]cell, len(s.Waterfall))
		for i := range s.Waterfall {
			if s.Waterfall[i].Change != nil {
				cells[i] = c.of(&s.Waterfall[i])
			}
			said = said || cells[i].Text != ""
		}
		if !said {
			continue
		}
		t.Heads = append(t.Heads, c.head)
		for i := range rows {
			rows[i].Cells = append(rows[i].Cells, cells[i])
		}
	}
	t.Rows = rows
	return t
}

// changeColumn is a column of the changes of a scenario.
type changeColumn struct {
	head cell
	of   func(*reports.WaterfallStep) cell
}

// years are those in which a change comes about, nothing where it is there at once.
func years(p scenario.Phase) string {
	if !p.Stated() {
		return ""
	}
	return strconv.Itoa(p.From) + "–" + strconv.Itoa(p.To)
}

func (p *comparisonPage) cost(c *scenario.Cost) string {
	if c == nil {
		return ""
	}
	text := p.numbers.Exact(c.Amount) + "\u00a0" + c.Currency
	if c.PerUnit {
		return p.label("page.change.each", text)
	}
	return text
}
