package workbook

import (
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Columns of a waterfall.
const (
	fallName    = 1
	fallStep    = 2 // what the step adds
	fallRunning = 3 // what there is after it
	fallBase    = 4 // where its bar begins
	fallTotal   = 5 // the bar of a total
	fallLess    = 6 // the bar of a step that saves
	fallMore    = 7 // the bar of a step that adds
)

// waterfalls writes, for each scenario, how its changes lead from the baseline to it,
// with a native chart: columns that stand on the one before them.
func (b *comparisonBook) waterfalls() {
	s := b.add(b.label("sheet.waterfall"), layout{tab: orange, widths: []float64{44, 15, 15, 15, 15, 15, 15}})
	defer s.close()
	s.titles(b.said("waterfall.title"), b.said("waterfall.note"))
	for n := range b.c.Scenarios {
		if n > 0 {
			s.breakPage()
		}
		scenario := &b.c.Scenarios[n]
		gwp, ok := scenario.Impact(factors.GWP, false)
		if !ok || !gwp.Known {
			continue
		}
		b.waterfall(s, scenario, gwp)
	}
}

// chartRows is how many rows a waterfall's chart stands over.
const chartRows = 20

func (b *comparisonBook) waterfall(s *sheet, scenario *reports.ComparedScenario, gwp reports.ComparedImpact) {
	scale := b.scale(gwp)
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, b.name(scenario))
	s.end()
	heads := []string{scale.Unit, b.label("column.adds"), b.label("column.running"), b.label("column.base"), b.label("column.total_only"), b.label("column.less"), b.label("column.more")}
	header := s.columnHeads(heads...)
	first := s.row
	running := scale.Apply(gwp.Baseline)
	number := look{format: differencesIn(scale), edge: faintEdge}
	total := func(name string, formula string) {
		row := s.row
		s.edges(fallMore)
		s.text(fallName, look{font: bold, edge: faintEdge}, name)
		if formula == "" {
			s.number(fallRunning, number, running)
		} else {
			s.formula(fallRunning, number, formula, running)
		}
		s.formula(fallTotal, number, ref(fallRunning, row), running)
		s.end()
	}
	start := ""
	if row := b.baseline[scenario.Number]; row > 0 {
		start = quoted(b.label("sheet.comparison")) + "!" + fixed(comparedBaseline, row)
	}
	total(b.before(), start)
	for i := range scenario.Waterfall {
		step := &scenario.Waterfall[i]
		change := scale.Apply(step.Difference(factors.GWP, false))
		row := s.row
		above := ref(fallRunning, row-1)
		before := running
		running = running.Add(change)
		s.edges(fallMore)
		s.text(fallName, look{edge: faintEdge}, b.step(step))
		s.number(fallStep, number, change)
		s.formula(fallRunning, number, above+"+"+ref(fallStep, row), running)
		s.formula(fallBase, number, "MIN("+above+","+ref(fallRunning, row)+")", decimal.Min(before, running))
		s.formula(fallLess, number, "MAX(0,-"+ref(fallStep, row)+")", decimal.Max(decimal.Zero, change.Neg()))
		s.formula(fallMore, number, "MAX(0,"+ref(fallStep, row)+")", decimal.Max(decimal.Zero, change))
		s.end()
	}
	total(b.with(), ref(fallRunning, s.row-1))
	b.waterfallChart(s, scenario, scale, header, first, s.row-1)
	s.skip(chartRows)
}

// edges draws the line below a row, under empty cells as well.
func (s *sheet) edges(columns int) {
	for column := range columns {
		s.text(column+1, look{edge: faintEdge}, "")
	}
}

// signed writes by how much a scenario differs, with its sign.
func (b *comparisonBook) signed(scenario *reports.ComparedScenario, scale figure.Scale) string {
	gwp, _ := scenario.Impact(factors.GWP, false)
	if scale.Places < 1 {
		scale.Places = 1
	}
	text := b.numbers.Scaled(gwp.Difference, scale)
	if gwp.Difference.IsPositive() {
		return "+" + text
	}
	return text
}

// waterfallChart draws the rows of a waterfall below them, in the colours of the page.
func (b *comparisonBook) waterfallChart(s *sheet, scenario *reports.ComparedScenario, scale figure.Scale, header, first, last int) {
	if b.err != nil {
		return
	}
	at := func(column, from, to int) string {
		if from == to {
			return quoted(s.name) + "!" + fixed(column, from)
		}
		return quoted(s.name) + "!" + fixed(column, from) + ":" + fixed(column, to)
	}
	bar := func(column int, fill excelize.Fill) excelize.ChartSeries {
		return excelize.ChartSeries{Name: at(column, header, header), Categories: at(fallName, first, last), Values: at(column, first, last), Fill: fill}
	}
	invisible := solid(white)
	invisible.Transparency = 100
	var (
		heading = b.label("chart.waterfall", b.name(scenario), scale.Unit, b.signed(scenario, scale))
		small   = excelize.Font{Family: family, Size: 8, Color: ink}
		gap     = uint(35)
		overlap = 100
		printed = true
		zero    = 0.0 // columns are as long as what they stand for
	)
	b.keep(b.file.AddChart(s.name, ref(1, last+1), &excelize.Chart{
		Type:      excelize.ColStacked,
		Series:    []excelize.ChartSeries{bar(fallBase, invisible), bar(fallTotal, solid(darkBlue)), bar(fallLess, solid(orange)), bar(fallMore, solid(turquoise))},
		Dimension: excelize.ChartDimension{Width: 900, Height: 380},
		Format:    excelize.GraphicOptions{AltText: b.label("chart.waterfall.alt"), Name: heading, PrintObject: &printed, Positioning: "oneCell", OffsetY: 6},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: heading, Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: darkBlue}}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{Font: small},
		YAxis:     excelize.ChartAxis{Font: small, MajorGridLines: true, Minimum: &zero, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "General"}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		GapWidth:  &gap,
		Overlap:   &overlap,
	}))
}
