package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Columns of the Summary: a wide one for names, then figures.
const (
	summaryColumns = 10
	nameWidth      = 30
	figureWidth    = 13.5
)

// topCategories is how many categories the Summary names; the rest is one row.
const topCategories = 8

// topActions is how many steps the Summary lists; all are on the Findings.
const topActions = 8

// summary writes the first sheet: what to know in a minute.
func (b *book) summary() {
	widths := []float64{nameWidth}
	for len(widths) < summaryColumns {
		widths = append(widths, figureWidth)
	}
	s := b.add(b.label("sheet.summary"), layout{tab: darkBlue, widths: widths})
	defer s.close()

	s.tall = 32
	s.text(1, look{font: title}, b.subject())
	s.end()
	s.tall = 16
	s.text(1, look{font: quiet}, b.subtitle())
	s.end()
	b.toContents(s)
	b.keyFigures(s)
	s.skip(1)

	charts := s.row
	s.skip(17)
	totals := b.totals(s)
	s.breakPage()
	b.uncertainty(s)
	categories := b.categories(s)
	s.skip(1)
	scopes := b.scopes(s)
	s.skip(1)
	b.services(s)
	b.capacity(s)
	b.parts(s, calc.ByDepartment)
	b.parts(s, calc.BySite)
	b.parts(s, calc.ByCountry)
	impacts := len(b.report.Impacts)
	s.keepTogether(3 + 2*min(topActions, len(b.report.Actions)))
	b.first(s)
	s.skip(1)
	s.keepTogether(3 + len(b.report.Beyond))
	b.beyond(s)
	s.keepTogether(9)
	b.quality(s)
	s.skip(1)
	s.keepTogether(3 + impacts)
	b.coverage(s)
	s.skip(1)
	b.circularity(s)
	s.keepTogether(5 + len(b.report.Rows.Exclusions) + len(b.report.Rows.Rejections))
	b.rows(s)
	s.skip(1)
	s.text(1, look{font: quiet}, b.label("summary.rounding"))
	s.end()
	b.charts(s, charts, totals, categories, scopes)
}

// subtitle says what the figures are of.
func (b *book) subtitle() string {
	text := b.label("summary.subtitle", b.texts.Days(b.report.Period), b.label("basis."+string(b.basis())), b.label("headline."+string(b.view())), b.texts.Whole(b.report))
	if b.report.Method.Users > 0 {
		text += b.label("summary.users", b.report.Method.Users)
	}
	return text
}

// scale returns how the Summary shows figures of an impact.
func (b *book) scale(impact factors.Impact) figure.Scale {
	i, _ := b.report.Impact(impact)
	return figure.ScaleFor(i.Unit, i.Total)
}

// scaleFormat is the number format of figures in a scale.
func scaleFormat(s figure.Scale) string { return decimals(max(s.Places, 0)) }

// partFormat is the number format of parts of a total in a scale: one more
// place than the total has, for parts are smaller, up to where a place says nothing.
func partFormat(s figure.Scale) string {
	if s.Places < 0 {
		return decimals(0)
	}
	return decimals(s.Places + 1)
}

// decimals is a number format with a number of decimal places.
func decimals(places int32) string {
	if places <= 0 {
		return wholeFormat
	}
	return wholeFormat + "." + strings.Repeat("0", int(min(places, 12)))
}

// shifted writes a formula that brings a figure to a scale: a reference divided
// or multiplied by a power of ten.
func shifted(formula string, shift int32) string {
	switch {
	case shift < 0:
		return formula + "/" + decimal.New(1, -shift).String()
	case shift > 0:
		return formula + "*" + decimal.New(1, shift).String()
	default:
		return formula
	}
}

// keyFigures writes a row of large figures with what they are above them.
func (b *book) keyFigures(s *sheet) {
	gwp, ok := b.report.Impact(factors.GWP)
	if !ok || !gwp.Known { // the totals below say that it is not known
		return
	}
	scale := b.scale(factors.GWP)
	type card struct {
		label   string
		formula string
		value   decimal.Decimal
		format  string
	}
	total, pointed := b.locationBased(gwp, "")
	use, hasUse := b.locationBased(gwp, factors.Use)
	to := func(formula string) string { // nothing where the Breakdown does not have the total
		if !pointed {
			return ""
		}
		return formula
	}
	cards := []card{{b.label("card.total", scale.Unit), to(shifted(total, scale.Shift)), scale.Apply(gwp.Total), scaleFormat(scale)}}
	if gwp.Market.Valid {
		formula, ok := b.calculated(calc.MarketBased, factors.GWP, "", "")
		if ok {
			formula = shifted(formula, scale.Shift)
		}
		cards = append(cards, card{b.label("card.market", scale.Unit), formula, scale.Apply(gwp.Market.Decimal), scaleFormat(scale)})
	}
	if gwp.Stage(factors.Use).Known && b.report.Units.IsPositive() {
		formula := ""
		if hasUse && gwp.SeveralStages.IsZero() {
			formula = to("IF(" + total + "=0,0,1-" + use + "/" + total + ")")
		}
		cards = append(cards, card{b.label("card.embodied"), formula, reports.Share(gwp.Embodied(), gwp.Total), "0%"})
	}
	each := func(key string, n decimal.Decimal) {
		if !n.IsPositive() || !gwp.Representative() {
			return
		}
		value := reports.Share(gwp.Total, n)
		per := figure.ScaleFor(gwp.Unit, value)
		cards = append(cards, card{b.label(key, per.Unit), to(fmt.Sprintf("%s/%s", shifted(total, per.Shift), n)), per.Apply(value), scaleFormat(per)})
	}
	each("card.user", b.report.Users())
	if b.report.Activity == 0 {
		each("card.unit", b.report.Units)
	}
	if energy, ok := b.report.Impact(factors.Energy); ok && energy.Known {
		scale := b.scale(factors.Energy)
		formula := ""
		if cell, ok := b.totalCell(energy, ""); ok {
			formula = shifted(cell, scale.Shift)
		}
		cards = append(cards, card{b.label("card.energy", scale.Unit), formula, scale.Apply(energy.Total), scaleFormat(scale)})
	}
	if c := gwp.Coverage; !c.Units.IsZero() || c.Activities == 0 {
		cards = append(cards, card{b.label("card.coverage"), "", c.Share, coverageFormat(c.Share)})
	}
	if c := gwp.Coverage; c.Activities > 0 {
		cards = append(cards, card{b.label("card.activities"), "", c.ActivityShare(), coverageFormat(c.ActivityShare())})
	}

	// The first stands in the wide column; the others follow, each over one column.
	s.tall = 42
	for i, c := range cards {
		s.text(i+1, look{font: quiet, wrap: true, fill: shade, align: "left", indent: 1}, c.label)
	}
	for i := len(cards); i < summaryColumns; i++ {
		s.text(i+1, look{fill: shade}, "")
	}
	s.end()
	s.tall = 34
	for i, c := range cards {
		l := look{font: headline, format: c.format, fill: shade, align: "left", indent: 1}
		if c.formula != "" {
			s.formula(i+1, l, c.formula, c.value)
		} else {
			s.number(i+1, l, c.value)
		}
	}
	for i := len(cards); i < summaryColumns; i++ {
		s.text(i+1, look{fill: shade}, "")
	}
	s.end()
}

// coverageFormat shows a share of less than all never as 100 %, and one of more
// than nothing never as 0 %.
func coverageFormat(share decimal.Decimal) string {
	if share.LessThan(decimal.NewFromInt(1)) && share.GreaterThan(decimal.RequireFromString("0.99")) {
		return "0.0%"
	}
	return "[=0]0%;[<0.005]\"<1%\";0%"
}

// heading writes a section's heading over all columns.
func (s *sheet) heading(text string) {
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, text)
	for column := 2; column <= summaryColumns; column++ {
		s.text(column, look{edge: strongEdge}, "")
	}
	s.end()
}

// columnHeads writes column headings: the first to the left, the others over figures.
func (s *sheet) columnHeads(texts ...string) int {
	rows := 1
	for i, text := range texts {
		l := look{font: bold, fill: shade, wrap: true, edge: faintEdge}
		if i > 0 {
			l.align = "right"
			rows = max(rows, wrappedRows(text, 15))
		}
		s.text(i+1, l, text)
	}
	s.tall = float64(6 + 13*rows)
	return s.end()
}

// tableAt is where a small table of the Summary stands, for a chart to point to.
type tableAt struct {
	header, first, last int
	charted             int             // the row that a chart of one row shows
	largest             decimal.Decimal // of the values that a chart shows, in their base unit
}

// categoryStages is the first column of stages among the categories of the Summary.
const categoryStages = 5

// categories writes the categories with the largest impact on the climate.
func (b *book) categories(s *sheet) tableAt {
	scale := b.scale(factors.GWP)
	s.heading(b.texts.Kinds(b.report, "summary.categories", b.viewed(scale.Unit)))
	heads := []string{b.label("column.category"), b.sizeHead(), b.label("column.total_only"), b.label("column.share_short")}
	for _, stage := range factors.Stages {
		heads = append(heads, b.texts.Name("stage", string(stage)))
	}
	if !b.report.Units.IsZero() {
		heads = append(heads, b.label("column.each", figure.UnitName("kgCO2e")))
	}
	at := tableAt{header: s.columnHeads(heads...), first: s.row}
	gwp, _ := b.report.Impact(factors.GWP)
	l := look{edge: faintEdge}
	f := l.as(partFormat(scale))
	all := b.report.Breakdown(calc.ByCategory).Slices
	write := func(name string, rows rowsAt, slice reports.Slice) {
		total, known := slice.Total(factors.GWP)
		at.largest = decimal.Max(at.largest, total)
		s.text(1, l, name)
		b.size(s, l, rows, slice)
		b.part(s, f, rows, slice, gwp, scale)
		for n, st := range factors.Stages {
			if value, known := slice.Stage(factors.GWP, st); known {
				b.point(s, categoryStages+n, f, rows, st, value, scale)
			} else {
				s.text(categoryStages+n, l, "")
			}
		}
		each := reports.Share(total, slice.Units)
		b.perUnit(s, categoryStages+len(factors.Stages), l.as(measureFormat), scale, each, known && slice.Units.IsPositive() && slice.Activities == 0)
		s.end()
	}
	shown := all
	if len(shown) > topCategories+1 {
		shown = all[:topCategories]
	}
	for _, slice := range shown {
		write(b.texts.Key("category", slice.Key), b.slicesAt(calc.ByCategory, []reports.Slice{slice}), slice)
	}
	if rest := all[len(shown):]; len(rest) > 0 {
		write(b.label("summary.others", len(rest)), b.slicesAt(calc.ByCategory, rest), reports.Merge(rest))
	}
	at.last = s.row - 1
	return at
}

// eachHead is the heading over what a unit bears, empty where there are no units.
func (b *book) eachHead() string {
	if b.report.Units.IsZero() {
		return ""
	}
	return b.label("column.each", figure.UnitName("kgCO2e"))
}

// sizeHead is the heading over how large slices are.
func (b *book) sizeHead() string {
	if b.report.Activity == 0 {
		return b.label("column.units")
	}
	return b.label("column.amounts")
}

// size writes how large a slice is: units as a number, activities in words.
func (b *book) size(s *sheet, l look, at rowsAt, slice reports.Slice) {
	if slice.Activities == 0 {
		if at.first > 0 && slice.Rows > 0 {
			s.formula(2, l.as(amountFormat), b.overBreakdown(breakdownUnits, at), slice.Units)
			return
		}
		s.number(2, l.as(amountFormat), slice.Units)
		return
	}
	l.align, l.wrap = "right", true
	text := b.texts.Size(slice)
	s.tall = rowHeight(wrappedText{text, 14})
	s.text(2, l, text)
}

// part writes a slice's impact on the climate and its share of the whole.
func (b *book) part(s *sheet, l look, at rowsAt, slice reports.Slice, gwp reports.Impact, scale figure.Scale) {
	total, known := slice.Total(factors.GWP)
	if !known {
		s.text(3, look{font: quiet, edge: faintEdge, align: "right"}, b.label("not.known"))
		s.text(4, look{edge: faintEdge}, "")
		return
	}
	b.point(s, 3, l, at, "", total, scale)
	s.formula(4, l.as("0%"), fmt.Sprintf("IF(%[2]s=0,0,%[1]s/(%[2]s))", ref(3, s.row), b.totalFormula(scale)), reports.Share(total, gwp.Shown.Decimal))
}

// totalFormula is what breakdowns of the impact on the climate add up to, in a
// scale's unit.
func (b *book) totalFormula(scale figure.Scale) string {
	if cell, ok := b.breakdownCell(totalRow, factors.GWP, ""); ok {
		return shifted(cell, scale.Shift)
	}
	gwp, _ := b.report.Impact(factors.GWP)
	return scale.Apply(gwp.Shown.Decimal).String()
}

// sum puts a sum over the rows of a small table.
func (s *sheet) sum(column int, l look, at tableAt, value decimal.Decimal) {
	s.formula(column, l, fmt.Sprintf("SUM(%s:%s)", ref(column, at.first), ref(column, at.last)), value)
}

// parts writes the largest slices along a dimension, where there are several.
func (b *book) parts(s *sheet, dimension calc.Dimension) {
	const most = 8
	all := b.report.Breakdown(dimension).Slices
	if len(all) < 2 {
		return
	}
	scale := b.scale(factors.GWP)
	gwp, _ := b.report.Impact(factors.GWP)
	s.keepTogether(2 + min(len(all), most+1))
	s.heading(b.label("summary.parts", b.label("dimension."+string(dimension)), b.viewed(scale.Unit)))
	s.columnHeads(b.label("dimension."+string(dimension)), b.sizeHead(), b.label("column.total_only"), b.label("column.share_short"), b.eachHead())
	l := look{edge: faintEdge}
	shown := all
	if len(shown) > most+1 {
		shown = all[:most]
	}
	write := func(name string, at rowsAt, slice reports.Slice) {
		total, known := slice.Total(factors.GWP)
		s.text(1, l, name)
		b.size(s, l, at, slice)
		b.part(s, l.as(partFormat(scale)), at, slice, gwp, scale)
		b.perUnit(s, 5, l.as(measureFormat), scale, reports.Share(total, slice.Units), known && slice.Units.IsPositive() && slice.Activities == 0)
		s.end()
	}
	for _, slice := range shown {
		write(b.texts.Key(string(dimension), slice.Key), b.slicesAt(dimension, []reports.Slice{slice}), slice)
	}
	if rest := all[len(shown):]; len(rest) > 0 {
		write(b.label("summary.others", len(rest)), b.slicesAt(dimension, rest), reports.Merge(rest))
	}
	s.skip(1)
}

// rows writes what became of the rows of the inventory.
func (b *book) rows(s *sheet) {
	r := b.report.Rows
	s.heading(b.label("summary.rows"))
	l := look{edge: faintEdge}
	line := func(name look, text string, n int64) {
		s.text(1, name, text)
		s.count(2, look{font: name.font, edge: faintEdge, format: wholeFormat}, n)
		s.end()
	}
	line(look{font: bold, edge: faintEdge}, b.label("rows.read"), r.Read)
	line(l, b.label("rows.assessed"), r.Recognised())
	if r.Unrecognised > 0 {
		line(l, b.label("rows.unrecognised"), r.Unrecognised)
	}
	line(l, b.label("rows.excluded"), r.Excluded)
	in := look{font: quiet, edge: faintEdge, indent: 1}
	for _, reason := range r.Exclusions {
		line(in, b.texts.Reason(reason.Code), reason.Rows)
	}
	rejected := b.label("rows.rejected")
	if b.report.Problems.RejectedTwice(r) {
		rejected = b.label("rows.first_reason", rejected)
	}
	line(l, rejected, r.Rejected)
	for _, reason := range r.Rejections {
		line(in, b.texts.Reason(reason.Code), reason.Rows)
	}
}

// toContents links to the sheet that lists the others.
func (b *book) toContents(s *sheet) {
	name := b.label("sheet.contents")
	if b.err == nil {
		b.keep(b.file.SetCellHyperLink(s.name, ref(1, s.row), quoted(name)+"!A1", "Location", excelize.HyperlinkOpts{Tooltip: &name}))
	}
	s.text(1, look{font: link}, b.label("summary.contents"))
	s.end()
}
