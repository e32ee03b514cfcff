package page

import (
	"cmp"
	"html/template"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/chart"
	"govfootprint/reports/figure"
)

// parts shows what the climate total consists of.
func (p *page) parts() section {
	var blocks []block
	if gwp, ok := p.gwp(); ok && gwp.Shown.Valid {
		if p.report.View() == calc.MarketBased {
			blocks = append(blocks, block{Text: p.label("shown.market")})
		}
		blocks = append(blocks, p.stages(gwp)...)
		blocks = append(blocks, p.categories(gwp)...)
		blocks = append(blocks, p.scopes(gwp)...)
		for _, dimension := range []calc.Dimension{
			calc.ByDepartment, calc.BySite, calc.ByCountry, calc.ByAcquired, calc.ByHosting, calc.ByService, calc.ByApplication, calc.ByKind,
		} {
			blocks = append(blocks, p.dimension(dimension, gwp)...)
		}
	}
	blocks = append(blocks, p.services()...)
	blocks = append(blocks, p.capacity()...)
	return p.section("parts", blocks...)
}

// drawing puts a chart into the page.
func drawing(svg string) block {
	return block{Chart: template.HTML(svg)} //nolint:gosec // package chart escapes every text that it is given
}

// stages leads from stage to stage to the climate total.
func (p *page) stages(gwp reports.Impact) []block {
	var (
		total = gwp.Shown.Decimal
		scale = p.scale(total, gwp.Unit)
		exact []decimal.Decimal
		names []string
	)
	for _, s := range gwp.Stages {
		if s.Shown.Valid {
			exact = append(exact, scale.Apply(s.Shown.Decimal))
			names = append(names, p.texts.Name("stage", string(s.Stage)))
		}
	}
	if len(names) < 2 {
		return nil
	}
	fall := chart.Waterfall{
		Frame:  chart.Frame{ID: "chart-stages", Title: p.label("chart.stages", scale.Unit), Description: p.label("page.chart.stages"), Unit: p.viewed(scale.Unit)},
		Series: []string{p.label("total"), p.label("page.chart.stage")},
	}
	t := &table{ID: "stages", Caption: p.label("page.table.stages", p.viewed(scale.Unit)), Heads: []cell{
		text(p.label("dimension.stage")), number(p.label("column.total_only")), number(p.label("column.share_short")),
	}}
	for n, name := range names {
		written := p.numbers.Part(exact[n], figure.Round(exact[n], scale.Places), scale)
		fall.Steps = append(fall.Steps, chart.Step{Label: name, Change: exact[n], Figure: written})
		t.Rows = append(t.Rows, row{Cells: []cell{text(name), number(written), number(p.numbers.Percent(reports.Share(exact[n], scale.Apply(total))))}})
	}
	written := p.numbers.Scaled(total, scale)
	whole := chart.Step{Label: p.label("total"), Change: scale.Apply(total), Total: true, Figure: written}
	if p.report.View() == calc.LocationBased && gwp.Interval.Known { // an interval is that of the location-based total
		whole.Low = decimal.NewNullDecimal(scale.Apply(gwp.Interval.Low))
		whole.High = decimal.NewNullDecimal(scale.Apply(gwp.Interval.High))
		whole.Label = p.label("page.chart.total.label", whole.Label, written, p.between(gwp)) // a figure at the end of the line would be taken for its own
		whole.Figure = ""
		fall.Description += " " + p.label("page.chart.total", p.between(gwp))
	}
	fall.Steps = append(fall.Steps, whole)
	t.Rows = append(t.Rows, p.totalRow(text(p.label("total")), number(written), number(p.numbers.Percent(decimal.NewFromInt(1)))))
	return []block{{Heading: p.label("dimension.stage")}, drawing(fall.SVG()), {Table: t}}
}

// totalRow is the last row of a table of parts.
func (*page) totalRow(cells ...cell) row { return row{Cells: cells, Total: true} }

// viewed names a unit, and the view of electricity where that is not the totals'.
func (p *page) viewed(unit string) string {
	if p.report.View() == calc.MarketBased {
		return p.label("viewed.market", unit)
	}
	return unit
}

// categories shows the kinds of equipment and services, stacked by stage.
func (p *page) categories(gwp reports.Impact) []block {
	list := p.listed(calc.ByCategory, gwp)
	if len(list) == 0 {
		return nil
	}
	scale := p.scale(gwp.Shown.Decimal, gwp.Unit)
	bars := chart.Bars{Frame: chart.Frame{
		ID: "chart-categories", Title: p.texts.Kinds(p.report, "chart.categories", p.viewed(scale.Unit)), Description: p.label("page.chart.categories"),
		Unit: p.viewed(scale.Unit),
	}}
	t := &table{ID: "categories", Caption: p.texts.Kinds(p.report, "summary.categories", p.viewed(scale.Unit)), Heads: p.partHeads("category")}
	for _, stage := range factors.Stages {
		name := p.texts.Name("stage", string(stage))
		bars.Series = append(bars.Series, name)
		t.Heads = append(t.Heads, number(name))
	}
	for _, part := range list {
		cells := p.partCells(part)
		bar := chart.Bar{Label: part.name, Figures: []string{part.written}}
		for _, stage := range factors.Stages {
			value, known := part.slice.Stage(factors.GWP, stage)
			bar.Parts = append(bar.Parts, value)
			if known {
				cells = append(cells, number(p.numbers.Scaled(value, scale)))
			} else {
				cells = append(cells, absent("–"))
			}
		}
		if part.known {
			bars.Rows = append(bars.Rows, bar)
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	total := p.wholeCells(gwp)
	for _, stage := range factors.Stages {
		total = append(total, p.shown(gwp.Stage(stage).Shown, scale))
	}
	t.Rows = append(t.Rows, p.totalRow(total...))
	return []block{{Heading: p.texts.Kinds(p.report, "page.heading.categories")}, drawing(bars.SVG()), {Table: t}}
}

// scopes shows the scopes of the GHG Protocol, location-based and market-based
// side by side.
func (p *page) scopes(gwp reports.Impact) []block {
	if len(p.report.Scopes) == 0 {
		return nil
	}
	var (
		scale            = p.scale(gwp.Total, gwp.Unit)
		market           = p.report.Electricity.Market.Valid
		t                = &table{ID: "scopes", Caption: p.label("summary.scopes", scale.Unit)}
		byPlace, byTrade decimal.Decimal
	)
	bars := chart.Bars{
		Frame:  chart.Frame{ID: "chart-scopes", Title: p.label("chart.scopes", scale.Unit), Description: p.label("page.chart.scopes"), Unit: scale.Unit},
		Series: []string{p.label("column.location")}, Grouped: true,
	}
	t.Heads = []cell{text(p.label("column.scope")), number(p.label("column.location"))}
	if market {
		bars.Series = append(bars.Series, p.label("column.market"))
		t.Heads = append(t.Heads, number(p.label("column.market")))
	}
	for _, s := range p.report.Scopes {
		name := p.texts.Key("scope", string(s.Key))
		bar := chart.Bar{Label: name, Parts: []decimal.Decimal{s.Location}, Figures: []string{p.numbers.Scaled(s.Location, scale)}}
		cells := []cell{text(name), number(bar.Figures[0])}
		byPlace, byTrade = byPlace.Add(s.Location), byTrade.Add(s.Market.Decimal)
		if market {
			written := p.numbers.Scaled(s.Market.Decimal, scale)
			bar.Parts, bar.Figures = append(bar.Parts, s.Market.Decimal), append(bar.Figures, written)
			cells = append(cells, number(written))
		}
		bars.Rows = append(bars.Rows, bar)
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	total := []cell{text(p.label("total")), number(p.numbers.Scaled(byPlace, scale))}
	if market {
		total = append(total, number(p.numbers.Scaled(byTrade, scale)))
	}
	t.Rows = append(t.Rows, p.totalRow(total...))
	blocks := []block{{Heading: p.label("dimension.scope")}, drawing(bars.SVG()), {Table: t}}
	if !market {
		blocks = append(blocks, block{Note: p.label("summary.market.none")})
	}
	if basis := p.report.Method.WithDefaults().Basis; basis != calc.Acquired && !p.report.Units.IsZero() {
		blocks = append(blocks, block{Note: p.label("summary.scopes.basis", p.label("basis."+string(basis)))})
	}
	return blocks
}

// dimension shows the parts along a dimension that the inventory says something of.
func (p *page) dimension(dimension calc.Dimension, gwp reports.Impact) []block {
	list := p.listed(dimension, gwp)
	if len(list) < 2 {
		return nil
	}
	scale := p.scale(gwp.Shown.Decimal, gwp.Unit)
	name := p.label("dimension." + string(dimension))
	t := &table{ID: string(dimension), Caption: p.label("summary.parts", name, p.viewed(scale.Unit)), Heads: p.partHeads(string(dimension))}
	for _, part := range list {
		t.Rows = append(t.Rows, row{Cells: p.partCells(part)})
	}
	t.Rows = append(t.Rows, p.totalRow(p.wholeCells(gwp)...))
	return []block{{Heading: name}, {Table: t}}
}

// part is a slice of a breakdown as the page shows it.
type part struct {
	name, written string
	slice         reports.Slice
	known         bool
	share         decimal.Decimal // of the total, 0 to 1
}

// mostParts is how many slices of a breakdown are named; the rest is one.
const mostParts = 12

// listed prepares a breakdown: the largest parts and the rest, rounded so that
// they add up to the total as it is shown.
func (p *page) listed(dimension calc.Dimension, gwp reports.Impact) []part {
	var (
		all   = p.report.Breakdown(dimension).Slices
		scale = p.scale(gwp.Shown.Decimal, gwp.Unit)
		list  []part
		exact []decimal.Decimal
	)
	add := func(name string, s reports.Slice) {
		value, known := s.Total(factors.GWP)
		exact = append(exact, scale.Apply(value))
		list = append(list, part{name: clean(name), slice: s, known: known, share: reports.Share(value, gwp.Shown.Decimal)})
	}
	shown, rest := all, []reports.Slice(nil)
	if len(all) > mostParts+1 {
		shown, rest = all[:mostParts], all[mostParts:]
	}
	if dimension == calc.ByAcquired { // years stand in their order
		shown = slices.Clone(shown)
		slices.SortStableFunc(shown, func(a, b reports.Slice) int { return cmp.Compare(a.Key, b.Key) })
	}
	for _, s := range shown {
		add(p.texts.Key(string(dimension), s.Key), s)
	}
	if len(rest) > 0 {
		add(p.label("summary.others", len(rest)), reports.Merge(rest))
	}
	for i := range list {
		list[i].written = p.numbers.Part(exact[i], figure.Round(exact[i], scale.Places), scale)
	}
	return list
}

// partHeads are the headings over what every breakdown shows.
func (p *page) partHeads(dimension string) []cell {
	size := p.label("column.units")
	if p.report.Activity > 0 {
		size = p.label("column.amounts")
	}
	return []cell{text(p.label("dimension." + dimension)), number(size), number(p.label("column.total_only")), number(p.label("column.share_short"))}
}

// partCells writes what every breakdown shows of a part.
func (p *page) partCells(s part) []cell {
	size := number(p.count(s.slice.Units))
	if p.report.Activity > 0 {
		size = number(p.texts.Size(s.slice))
	}
	if !s.known {
		return []cell{text(s.name), size, absent(p.label("not.known")), absent("–")}
	}
	share := number(p.numbers.Percent(s.share))
	if s.share.IsPositive() {
		share.Bar = figure.Round(s.share.Shift(2), 2).String()
	}
	return []cell{text(s.name), size, number(s.written), share}
}

// wholeCells writes what the parts of a breakdown add up to.
func (p *page) wholeCells(gwp reports.Impact) []cell {
	size := number(p.count(p.report.Units))
	if p.report.Activity > 0 {
		size = number(p.texts.Whole(p.report))
	}
	return []cell{
		text(p.label("total")), size, p.shown(gwp.Shown, p.scale(gwp.Shown.Decimal, gwp.Unit)), number(p.numbers.Percent(decimal.NewFromInt(1))),
	}
}

// shown writes a figure in a scale, a dash for none.
func (p *page) shown(value decimal.NullDecimal, scale figure.Scale) cell {
	if !value.Valid {
		return absent("–")
	}
	return number(p.numbers.Scaled(value.Decimal, scale))
}
