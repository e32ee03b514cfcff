package workbook

import (
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
)

// Size of a chart, in pixels.
const (
	chartWidth  = 352
	chartHeight = 330
)

// charts puts three native charts side by side. Each shows a table that stands
// below on the same sheet, so that nothing is in a picture only.
func (b *book) charts(s *sheet, row int, categories, scopes tableAt) {
	if b.err != nil || categories.last < categories.first {
		return
	}
	unit := b.scale(factors.GWP).Unit
	sheet := quoted(s.name)
	at := func(column, first, last int) string {
		return sheet + "!" + fixed(column, first) + ":" + fixed(column, last)
	}
	across := func(row, first, last int) string {
		return sheet + "!" + fixed(first, row) + ":" + fixed(last, row)
	}

	// Stages, stacked by the top categories: a series for each category.
	const firstStage = 5
	var stages []excelize.ChartSeries
	for n, row := 0, categories.first; row <= categories.last && n < len(series); n, row = n+1, row+1 {
		stages = append(stages, excelize.ChartSeries{
			Name:       sheet + "!" + fixed(1, row),
			Categories: across(categories.header, firstStage, firstStage+len(factors.Stages)-1),
			Values:     across(row, firstStage, firstStage+len(factors.Stages)-1),
			Fill:       solid(series[n]),
		})
	}
	b.chart(s, ref(1, row), 0, excelize.ColStacked, b.label("chart.stages", unit), b.label("chart.stages.alt"), stages, 55)

	b.chart(s, ref(1, row), chartWidth+8, excelize.Bar, b.label("chart.categories", unit), b.label("chart.categories.alt"), []excelize.ChartSeries{{
		Name:       sheet + "!" + fixed(3, categories.header),
		Categories: at(1, categories.first, categories.last),
		Values:     at(3, categories.first, categories.last),
		Fill:       solid(darkBlue),
	}}, 35)

	if scopes.last < scopes.first {
		return
	}
	views := []excelize.ChartSeries{{
		Name:       sheet + "!" + fixed(2, scopes.header),
		Categories: at(1, scopes.first, scopes.last),
		Values:     at(2, scopes.first, scopes.last),
		Fill:       solid(darkBlue),
	}}
	if b.report.Electricity.Market.Valid {
		views = append(views, excelize.ChartSeries{
			Name:       sheet + "!" + fixed(3, scopes.header),
			Categories: at(1, scopes.first, scopes.last),
			Values:     at(3, scopes.first, scopes.last),
			Fill:       solid(orange),
		})
	}
	b.chart(s, ref(1, row), 2*(chartWidth+8), excelize.Bar, b.label("chart.scopes", unit), b.label("chart.scopes.alt"), views, 45)
}

// chart adds a chart at a cell, moved to the right by some pixels.
func (b *book) chart(s *sheet, cell string, right int, kind excelize.ChartType, heading, alt string, data []excelize.ChartSeries, gap uint) {
	if b.err != nil {
		return
	}
	var (
		small   = excelize.Font{Family: family, Size: 9, Color: ink}
		legend  = excelize.ChartLegend{Position: "bottom", Font: &small}
		overlap = 0
		print   = true
	)
	if len(data) < 2 {
		legend.Position = "none"
	}
	values := excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0.##"}}
	names := excelize.ChartAxis{Font: small}
	if kind == excelize.Bar {
		names.ReverseOrder = true // the first row of the table on top
		values.TickLabelPosition = excelize.ChartTickLabelHigh
	} else {
		overlap = 100
	}
	b.keep(b.file.AddChart(s.name, cell, &excelize.Chart{
		Type:      kind,
		Series:    data,
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Format:    excelize.GraphicOptions{AltText: alt, Name: heading, OffsetX: right, PrintObject: &print, Positioning: "oneCell"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: heading, Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: darkBlue}}}},
		Legend:    legend,
		XAxis:     names,
		YAxis:     values,
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		GapWidth:  &gap,
		Overlap:   &overlap,
	}))
}

// solid fills with one colour.
func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
