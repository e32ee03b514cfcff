package workbook

import (
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// Height of the charts of the Summary and the space between two, in pixels.
const (
	chartHeight = 330
	chartSpace  = 12
)

// chartWidths are the widths of the charts, side by side over the width of the Summary.
var chartWidths = [...]int{425, 300, 360}

// chartPlace returns the cell at which the nth chart of a row begins, and how
// many pixels into the cell. Columns are as many pixels wide as excelize and
// spreadsheet programs make them.
func chartPlace(n, row int) (cell string, right int) {
	for _, width := range chartWidths[:n] {
		right += width + chartSpace
	}
	column := 1
	for width := columnPixels(nameWidth); right >= width; width = columnPixels(figureWidth) {
		right -= width
		column++
	}
	return ref(column, row), right
}

// columnPixels is the width of a column in pixels: seven for a digit, and five of margin.
func columnPixels(characters float64) int { return int(characters*7+0.5) + 5 }

// charts puts three native charts side by side. Each shows a table that stands
// below on the same sheet, so that nothing is in a picture only.
func (b *book) charts(s *sheet, row int, totals, categories, scopes tableAt) {
	if b.err != nil || categories.last < categories.first {
		return
	}
	var (
		scale  = b.scale(factors.GWP)
		unit   = scale.Unit
		gwp, _ = b.report.Impact(factors.GWP)
		most   = func(values ...decimal.Decimal) decimal.Decimal {
			return scale.Apply(decimal.Max(decimal.Zero, values...))
		}
		largest decimal.Decimal
	)
	at := func(firstColumn, first, lastColumn, last int) string {
		if firstColumn == lastColumn && first == last {
			return quoted(s.name) + "!" + fixed(firstColumn, first)
		}
		return quoted(s.name) + "!" + fixed(firstColumn, first) + ":" + fixed(lastColumn, last)
	}
	down := func(column int, t tableAt) string { return at(column, t.first, column, t.last) }
	head := func(column int, t tableAt) string { return at(column, t.header, column, t.header) }

	// Kinds of equipment: a bar for each, stacked by stage.
	var stages []excelize.ChartSeries
	for n := range factors.Stages {
		column := categoryStages + n
		stages = append(stages, excelize.ChartSeries{
			Name: head(column, categories), Categories: down(1, categories), Values: down(column, categories), Fill: solid(series[n]),
		})
	}
	b.chart(s, 0, row, excelize.BarStacked, b.kindsKey("chart.categories"), b.viewed(unit), stages, most(categories.largest), 40)

	// Stages: a bar for each.
	for _, stage := range gwp.Stages {
		largest = decimal.Max(largest, stage.Shown.Decimal)
	}
	last := totalStages + len(factors.Stages) - 1
	b.chart(s, 1, row, excelize.Bar, "chart.stages", b.viewed(unit), []excelize.ChartSeries{{
		Name:       at(1, totals.charted, 1, totals.charted),
		Categories: at(totalStages, totals.header, last, totals.header),
		Values:     at(totalStages, totals.charted, last, totals.charted),
		Fill:       solid(darkBlue),
	}}, most(largest), 45)

	// Scopes: a bar for each of the two ways of accounting for electricity.
	if scopes.last < scopes.first {
		return
	}
	views := []excelize.ChartSeries{{Name: head(2, scopes), Categories: down(1, scopes), Values: down(2, scopes), Fill: solid(darkBlue)}}
	if b.report.Electricity.Market.Valid {
		views = append(views, excelize.ChartSeries{Name: head(3, scopes), Categories: down(1, scopes), Values: down(3, scopes), Fill: solid(orange)})
	}
	b.chart(s, 2, row, excelize.Bar, "chart.scopes", unit, views, most(scopes.largest), 45)
}

// chart adds the nth chart of those side by side in a row. Its title is a text
// of the catalogue, its description for those who cannot see it another. The
// largest bar decides where its axis has marks.
func (b *book) chart(s *sheet, n, row int, kind excelize.ChartType, key, unit string, data []excelize.ChartSeries, largest decimal.Decimal, gap uint) {
	if b.err != nil {
		return
	}
	var (
		cell, right = chartPlace(n, row)
		heading     = b.label(key, unit)
		small       = excelize.Font{Family: family, Size: 8, Color: ink}
		legend      = excelize.ChartLegend{Position: "bottom", Font: &small}
		overlap     = 0
		printed     = true
	)
	if len(data) < 2 {
		legend.Position = "none"
	}
	values := excelize.ChartAxis{Font: small, MajorGridLines: true, MajorUnit: axisStep(largest), NumFmt: excelize.ChartNumFmt{CustomNumFmt: "General"}}
	names := excelize.ChartAxis{Font: small}
	if kind == excelize.BarStacked {
		overlap = 100
	}
	names.ReverseOrder = true // the first row of the table on top
	values.TickLabelPosition = excelize.ChartTickLabelHigh
	b.keep(b.file.AddChart(s.name, cell, &excelize.Chart{
		Type:      kind,
		Series:    data,
		Dimension: excelize.ChartDimension{Width: uint(chartWidths[n]), Height: chartHeight},
		Format:    excelize.GraphicOptions{AltText: b.label(chartText(key) + ".alt"), Name: heading, OffsetX: right, PrintObject: &printed, Positioning: "oneCell"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: heading, Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: darkBlue}}}},
		Legend:    legend,
		XAxis:     names,
		YAxis:     values,
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		GapWidth:  &gap,
		Overlap:   &overlap,
	}))
}

// kindsKey is the key of a label for what the report is about.
func (b *book) kindsKey(key string) string {
	switch {
	case b.report.Activity == 0:
		return key
	case b.report.Units.IsZero():
		return key + ".services"
	default:
		return key + ".both"
	}
}

// chartText is the key of a chart's description, which all kinds share.
func chartText(key string) string {
	return strings.TrimSuffix(strings.TrimSuffix(key, ".services"), ".both")
}

// axisStep returns a round number that goes three to six times into the largest value.
func axisStep(largest decimal.Decimal) float64 {
	if !largest.IsPositive() {
		return 0 // the program's own choice
	}
	step := decimal.New(1, figure.Magnitude(largest))
	for _, factor := range []string{"0.2", "0.25", "0.5", "1", "2"} {
		f := decimal.RequireFromString(factor)
		if largest.LessThanOrEqual(step.Mul(f).Mul(decimal.NewFromInt(5))) {
			return float(step.Mul(f))
		}
	}
	return float(step.Mul(decimal.NewFromInt(2)))
}

// solid fills with one colour.
func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
