package page

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports/chart"
)

// answer is what is compared and what comes of it: in a sentence, as a chart, as a
// table.
func (p *comparisonPage) answer() section {
	if len(p.c.Compared()) == 0 {
		return p.section("summary", block{Text: p.label("page.fact.unknown")})
	}
	var blocks []block
	if len(p.c.Scenarios) == 1 {
		blocks = append(blocks, block{Cards: p.differenceCards()})
	}
	blocks = append(blocks, p.sentences()...)
	return p.section("summary", append(blocks,
		block{Heading: p.label("page.heading.differences")}, p.differenceChart(), block{Table: p.differenceTable()}, block{Note: p.howDrawn()})...)
}

// differenceCards are the key figures of the only scenario.
func (p *comparisonPage) differenceCards() []pair {
	gwp := p.climate(0)
	scale := gwp.Scale()
	cards := []pair{
		{Name: p.label("column.difference"), Value: p.texts.Change(gwp.Difference, scale) + "\u00a0" + scale.Unit},
		{Name: p.sign("column.relative", "page.column.relative", p.before()), Value: p.texts.Relative(gwp.Relative)},
	}
	if sure, known := p.sure(0, gwp); known {
		cards[0].Aside = p.texts.Range(sure, scale) + "\u00a0" + scale.Unit
		cards = append(cards, pair{Name: p.sign("column.saving", "page.column.lower"), Value: p.texts.Probability(sure.Saving)})
	}
	return cards
}

// sentences say what each scenario does, in the order of the ranking, with the doubts
// without which the answer would mislead.
func (p *comparisonPage) sentences() []block {
	var list []string
	for _, at := range p.c.Ranking {
		gwp := p.climate(at)
		if !gwp.Known {
			list = append(list, p.label("compare.not_known", p.name(at)))
			continue
		}
		sure, known := p.sure(at, gwp)
		text := p.texts.Effect(p.name(at), gwp, sure, known)
		if p.c.Years {
			text = p.yearSentence(known)
		}
		said := []string{text}
		for _, other := range p.texts.OtherAnswers(p.c, at) {
			said = append(said, clean(other))
		}
		for _, f := range p.c.Scenarios[at].Flags {
			if f.Doubts() {
				said = append(said, clean(p.texts.Flag(f, p.name(at))))
			}
		}
		list = append(list, strings.Join(said, " "))
	}
	return []block{{List: list}}
}

// yearSentence says by how much the later of two years differs.
func (p *comparisonPage) yearSentence(known bool) string {
	gwp := p.climate(0)
	scale := gwp.Scale()
	key := "page.years.less"
	switch gwp.Difference.Sign() {
	case 0:
		key = "page.years.same"
	case 1:
		key = "page.years.more"
	}
	text := p.label(key, p.numbers.Scaled(gwp.Difference.Abs(), scale)+" "+scale.Unit, p.numbers.Percent(gwp.Relative.Decimal.Abs()), p.before())
	if known {
		sure, _ := p.sure(0, gwp)
		text = p.label("page.years.sure", text, p.texts.Range(sure, scale)+" "+scale.Unit, p.texts.Probability(sure.Saving))
	}
	return text
}

// differenceChart shows what each scenario saves or adds, and how sure that is, so that
// it can be understood by itself.
func (p *comparisonPage) differenceChart() block {
	scale := p.c.Scale()
	bars := chart.Estimates{
		Frame: chart.Frame{ID: "chart-differences", Title: p.label("page.chart.differences.title", p.before(), scale.Unit)},
		Value: p.label("column.difference"), Interval: p.label("page.chart.interval"),
		Less: p.sign("page.chart.saves.side", "page.chart.less.side"), More: p.sign("page.chart.adds.side", "page.chart.more.side"),
	}
	var said []string
	for _, at := range p.c.Compared() {
		gwp := p.climate(at)
		figure := p.label("page.chart.same")
		switch amount := p.numbers.Scaled(gwp.Difference.Abs(), scale) + " " + scale.Unit; gwp.Difference.Sign() {
		case -1:
			figure = p.sign("page.chart.saves", "page.chart.less", amount, p.texts.Relative(gwp.Relative))
		case 1:
			figure = p.sign("page.chart.adds", "page.chart.more", amount, p.texts.Relative(gwp.Relative))
		}
		e := chart.Estimate{Label: p.name(at), Figure: figure, Value: gwp.Difference}
		if sure, known := p.sure(at, gwp); known {
			e.Asides = []string{p.label("page.chart.range", p.texts.Range(sure, scale)), p.sign("page.chart.saving", "page.chart.lower", p.texts.Probability(sure.Saving))}
			e.Low, e.High = decimal.NewNullDecimal(sure.Low), decimal.NewNullDecimal(sure.High)
		}
		bars.Rows = append(bars.Rows, e)
		said = append(said, p.label("page.chart.row", e.Label, e.Figure, strings.Join(e.Asides, ", ")))
	}
	bars.Description = p.label("page.chart.differences", strings.Join(said, " "))
	return drawing(bars.SVG())
}

// sign is a text about scenarios, which save and add, or about years, of which one has
// less or more.
func (p *comparisonPage) sign(scenarios, years string, args ...any) string {
	if p.c.Years {
		return p.label(years, args...)
	}
	return p.label(scenarios, args...)
}

// differenceTable holds the figures of the chart.
func (p *comparisonPage) differenceTable() *table {
	scale := p.c.Scale()
	t := &table{ID: "differences", Caption: p.label("page.table.differences", scale.Unit), Heads: append([]cell{
		text(p.sign("compare.scenario", "choice.period")), number(p.label("column.total_only")), number(p.label("column.difference")), number(p.sign("column.relative", "page.column.relative", p.before())),
	}, p.sureHeads()...)}
	t.Rows = append(t.Rows, filledUp(t, text(p.before()), number(p.numbers.Scaled(p.c.Climate().Baseline, scale))))
	for _, at := range p.c.Ranking {
		gwp := p.climate(at)
		if !gwp.Known {
			t.Rows = append(t.Rows, filledUp(t, text(p.name(at))))
			continue
		}
		t.Rows = append(t.Rows, row{Cells: append([]cell{
			text(p.name(at)), number(p.numbers.Scaled(gwp.Value, scale)), number(p.texts.Change(gwp.Difference, scale)), number(p.texts.Relative(gwp.Relative)),
		}, p.sureCells(at, gwp, scale)...)})
	}
	return t
}

// ranking says how probable it is that one scenario has less than another.
func (p *comparisonPage) ranking() section {
	u, ranked := p.c.Uncertainty, p.c.Compared()
	if u == nil || u.Below == nil || len(ranked) < 2 {
		return p.section("ranking")
	}
	t := &table{ID: "ranking-table", Caption: p.label("page.table.ranking"), Heads: []cell{text(p.label("compare.scenario"))}}
	for _, at := range ranked {
		t.Heads = append(t.Heads, number(p.label("page.column.below", p.c.Scenarios[at].Number)))
	}
	for _, one := range ranked {
		cells := []cell{text(p.name(one))}
		for _, other := range ranked {
			if one == other || u.Below[one][other].IsZero() && u.Below[other][one].IsZero() { // the same in every draw
				cells = append(cells, absent("–"))
				continue
			}
			cells = append(cells, number(p.texts.Probability(u.Below[one][other])))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	var list []string
	for n := 1; n < len(ranked); n++ {
		better, worse := ranked[n-1], ranked[n]
		if u.Below[better][worse].IsZero() && u.Below[worse][better].IsZero() {
			continue
		}
		list = append(list, p.label("compare.beats", p.name(better), p.name(worse), p.texts.Probability(u.Below[better][worse])))
	}
	return p.section("ranking", block{List: list}, block{Table: t})
}

// families says whether the answer holds with other published factors.
func (p *comparisonPage) families() section {
	ranked := p.c.Compared()
	if len(p.c.Families) == 0 || len(ranked) == 0 {
		return p.section("families")
	}
	scale := p.c.Scale()
	t := &table{ID: "families-table", Caption: p.label("page.table.families", scale.Unit), Heads: []cell{
		text(p.label("page.column.family")), number(p.before()),
	}}
	own := []cell{text(p.label("compare.families.own")), number(p.numbers.Scaled(p.c.Climate().Baseline, scale))}
	for _, at := range ranked {
		head := p.label("column.difference")
		if len(p.c.Scenarios) > 1 {
			head = p.label("column.difference.in", p.name(at))
		}
		t.Heads = append(t.Heads, number(head))
		own = append(own, number(p.texts.Change(p.climate(at).Difference, scale)))
	}
	t.Rows = append(t.Rows, row{Cells: own})
	var list []string
	for _, f := range p.c.Families {
		cells := []cell{text(f.Name), number(p.numbers.Scaled(f.Baseline, scale))}
		for _, at := range ranked {
			cells = append(cells, number(p.texts.Change(f.Differences[at], scale)))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
		list = append(list, clean(p.texts.FamilySentence(p.c, f)))
	}
	return p.section("families", block{List: list}, block{Table: t})
}
