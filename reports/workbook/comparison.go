package workbook

import (
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// WriteComparison writes a comparison as a workbook: what each scenario does to each
// impact, the waterfall of each with a native chart, the changes with their reasons,
// the factors of all. Differences are formulas over the values beside them.
func WriteComparison(w io.Writer, c *reports.Comparison, opt Options) (err error) {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	report := &reports.Report{Organisation: c.Organisation, Period: c.Period, Method: c.Method, Factors: c.Factors, Packs: c.Packs, Manifest: c.Manifest}
	for _, i := range c.Impacts {
		if !i.Market {
			report.Impacts = append(report.Impacts, reports.Impact{Key: i.Key, Unit: i.Unit, Total: i.Value, Known: i.Known})
		}
	}
	b := &comparisonBook{c: c, book: &book{
		file: excelize.NewFile(), report: report, texts: texts, numbers: texts.Numbers(), options: opt,
		styles: make(map[look]int), perSheet: linesPerSheet,
	}}
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	b.properties()
	b.differences()
	b.scopes()
	b.waterfalls()
	if !c.Years { // what changed from year to year is no change that anybody wrote down
		b.changes()
	}
	b.families()
	b.ranking()
	b.factors()
	b.manifest()
	if b.err != nil {
		return b.err
	}
	out := &archive{to: w}
	defer out.remove()
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	return b.file.Write(io.Discard)
}

// comparisonBook is a workbook of a comparison being written.
type comparisonBook struct {
	*book

	c        *reports.Comparison
	baseline map[int]int // rows of the impact on the climate on the sheet Comparison, by scenario
}

// title is what is compared, in one line.
func (b *comparisonBook) title() string {
	if b.c.Years {
		return b.label("compare.title.years", b.texts.Period(b.c.Earlier), b.texts.Period(b.c.Period))
	}
	return b.label("compare.title", b.texts.Period(b.c.Period))
}

// name is that of a scenario, or of the later year.
func (b *comparisonBook) name(s *reports.ComparedScenario) string {
	if b.c.Years {
		return b.texts.Period(b.c.Period)
	}
	return s.Name
}

// before names what a scenario is compared with.
func (b *comparisonBook) before() string {
	if b.c.Years {
		return b.texts.Period(b.c.Earlier)
	}
	return b.label("compare.baseline")
}

// with heads the figures of a scenario, or of the later year. A table has no two
// columns of one name.
func (b *comparisonBook) with() string {
	if b.c.Years {
		return b.texts.Period(b.c.Period)
	}
	return b.label("compare.with")
}

// said is a text about scenarios, or its like about years.
func (b *comparisonBook) said(key string) string {
	if b.c.Years {
		return b.label(key+".years", b.texts.Period(b.c.Earlier), b.texts.Period(b.c.Period))
	}
	return b.label(key)
}

// impactName names an impact, and its electricity where that is market-based.
func (b *comparisonBook) impactName(i reports.ComparedImpact) string {
	name := b.texts.Name("impact", string(i.Key))
	if i.Market {
		return b.label("viewed.market", name)
	}
	return name
}

// Columns of the sheet Comparison that formulas point to.
const (
	comparedBaseline = 5
	comparedValue    = 6
	comparedChange   = 7
)

// Widths of the columns of the sheet Comparison that hold words.
const (
	comparedNameWidth = 28
	remarksWidth      = 60
)

// differences writes a row for each impact of each scenario.
func (b *comparisonBook) differences() {
	names, remarks := 18.0, false
	for n := range b.c.Scenarios {
		s := &b.c.Scenarios[n]
		remarks = remarks || b.remarks(s) != ""
		for _, i := range s.Impacts {
			names = max(names, textWidth(b.impactName(i)))
		}
	}
	first := b.label("compare.scenario")
	if b.c.Years {
		first = b.label("choice.period")
	}
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: first, width: comparedNameWidth, wrap: true, look: look{font: bold}},
		{header: b.label("column.impact"), width: names},
		{header: b.label("column.unit"), width: 12},
		{header: b.before(), width: 15, format: signedFormat},
		{header: b.with(), width: 15, format: signedFormat},
		{header: b.label("column.difference"), width: 15, format: signedFormat, look: look{font: bold}},
		{header: b.label("column.relative"), width: 11, format: percentFormat},
		{header: b.label("column.low"), width: 13, format: signedFormat},
		{header: b.label("column.high"), width: 13, format: signedFormat},
		{header: b.label("column.saving"), width: 13, format: b.probability()},
	}
	for _, stage := range factors.Stages {
		columns = append(columns, column{header: b.label("column.difference.in", b.texts.Name("stage", string(stage))), width: 15, format: signedFormat})
	}
	if remarks {
		columns = append(columns, column{header: b.label("column.remarks"), width: remarksWidth, wrap: true})
	}
	b.baseline = make(map[int]int)
	t := b.table(b.label("sheet.comparison"), b.title(), b.said("comparison.note"), darkBlue, 3, columns)
	for n := range b.c.Scenarios {
		s := &b.c.Scenarios[n]
		for at, i := range s.Impacts {
			if i.Known {
				b.difference(t, n, i, at == 0)
			}
		}
	}
	t.done("Comparison")
}

// difference writes the row of an impact.
func (b *comparisonBook) difference(t *table, scenario int, i reports.ComparedImpact, first bool) {
	s := &b.c.Scenarios[scenario]
	for column := range t.columns {
		t.value(column+1, nil)
	}
	scale, row := b.scale(i), t.row
	style := t.inScale(scale)
	t.values(s.Number, b.name(s), b.impactName(i), scale.Unit)
	amount := func(column int, value decimal.Decimal) { t.cell(column, style(column), float(scale.Apply(value)), "") }
	amount(comparedBaseline, i.Baseline)
	amount(comparedValue, i.Value)
	if i.Key == factors.GWP && !i.Market {
		b.baseline[s.Number] = row
	}
	t.cell(comparedChange, style(comparedChange), float(scale.Apply(i.Difference)), ref(comparedValue, row)+"-"+ref(comparedBaseline, row))
	if i.Relative.Valid {
		t.cell(comparedChange+1, t.styles[comparedChange], float(i.Relative.Decimal), ref(comparedChange, row)+"/"+ref(comparedBaseline, row))
	}
	if u := b.c.Uncertainty; u != nil && scenario < len(u.Scenarios) && !i.Market && !i.Difference.IsZero() {
		if sure, ok := u.Scenarios[scenario][i.Key]; ok {
			amount(comparedChange+2, sure.Low)
			amount(comparedChange+3, sure.High)
			t.value(comparedChange+4, sure.Saving)
		}
	}
	column := comparedChange + 5
	for n, stage := range factors.Stages {
		for _, st := range i.Stages {
			if st.Stage == stage {
				amount(column+n, st.Difference)
			}
		}
	}
	remarks := ""
	if last := column + len(factors.Stages); first && last <= len(t.columns) {
		remarks = b.remarks(s)
		t.value(last, remarks)
	}
	t.tall = rowHeight(wrappedText{b.name(s), comparedNameWidth}, wrappedText{remarks, remarksWidth})
	t.end()
}

// remarks are what a person should know before believing the differences.
func (b *comparisonBook) remarks(s *reports.ComparedScenario) string {
	text := ""
	add := func(sentence string) {
		if text != "" {
			text += "\n"
		}
		text += sentence
	}
	for _, f := range s.Flags {
		add(b.texts.Flag(f, s.Name))
	}
	for _, c := range s.Costs {
		add(b.texts.Cost(c))
	}
	for _, n := range s.Notes {
		add(b.texts.Error(n))
	}
	return text
}

// changes writes what each change is, and why.
func (b *comparisonBook) changes() {
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("compare.scenario"), width: 30, wrap: true},
		{header: b.label("column.step"), width: 6, format: wholeFormat},
		{header: b.label("column.change"), width: 34, wrap: true, look: look{font: bold}},
		{header: b.label("column.selects"), width: 44, wrap: true},
		{header: b.label("column.does"), width: 44, wrap: true},
		{header: b.label("column.reason"), width: 60, wrap: true},
		{header: b.label("column.units"), width: 12, format: amountFormat},
		{header: b.label("column.share_short"), width: 9, format: percentFormat},
		{header: b.label("column.from"), width: 7, format: yearFormat},
		{header: b.label("column.to"), width: 7, format: yearFormat},
		{header: b.label("column.cost"), width: 16, wrap: true},
		{header: b.label("column.file"), width: 34, wrap: true},
	}
	t := b.table(b.label("sheet.changes"), b.label("changes.title"), b.label("changes.note"), turquoise, 4, columns)
	for n := range b.c.Scenarios {
		s := &b.c.Scenarios[n]
		for i := range s.Waterfall {
			b.change(t, s, i)
		}
	}
	t.done("Changes")
}

func (b *comparisonBook) change(t *table, s *reports.ComparedScenario, at int) {
	w := &s.Waterfall[at]
	name, selects, does, reason, cost, place := b.step(w), "", "", "", "", ""
	if c := w.Change; c != nil {
		does, reason = c.Does, c.Reason
		if c.Where != nil {
			selects = c.Where.Text
		}
		if c.Cost != nil {
			cost = b.numbers.Exact(c.Cost.Amount) + " " + c.Cost.Currency
			if c.Cost.PerUnit {
				cost += "/unit"
			}
		}
		place = s.File + ":" + strconv.Itoa(c.At.Line)
	}
	for column := range t.columns {
		t.value(column+1, nil)
	}
	t.values(s.Number, b.name(s), at+1, name, selects, does, reason, w.Units)
	if c := w.Change; c != nil {
		t.value(9, c.Share)
		t.value(10, positive(c.Phase.From))
		t.value(11, positive(c.Phase.To))
	}
	t.value(12, cost)
	t.value(13, place)
	t.tall = rowHeight(wrappedText{name, 32}, wrappedText{selects, 44}, wrappedText{does, 44}, wrappedText{reason, 60}, wrappedText{b.name(s), 30})
	t.end()
}

// step names a step of the waterfall.
func (b *comparisonBook) step(w *reports.WaterfallStep) string {
	switch {
	case w.Change == nil:
		return b.label("compare.step." + w.Name)
	case w.Change.Rebound:
		return b.label("compare.rebound.step", w.Name)
	}
	return w.Name
}

// scale is the multiple of its unit in which an impact is shown on every sheet, that of
// the largest total of any scenario, with the places that the finest difference needs.
func (b *comparisonBook) scale(of reports.ComparedImpact) figure.Scale {
	largest, places := decimal.Zero, int32(0)
	for n := range b.c.Scenarios {
		if i, ok := b.c.Scenarios[n].Impact(of.Key, of.Market); ok && i.Known {
			largest = decimal.Max(largest, i.Baseline, i.Value)
		}
	}
	scale := figure.ScaleFor(of.Unit, largest)
	for n := range b.c.Scenarios {
		if i, ok := b.c.Scenarios[n].Impact(of.Key, of.Market); ok && i.Known {
			fine := i.Scale()
			places = max(places, fine.Places+fine.Shift-scale.Shift)
		}
	}
	scale.Places = places
	return scale
}

// differencesIn is the number format of amounts in a scale.
func differencesIn(scale figure.Scale) string {
	const least = 2
	number := "#,##0." + strings.Repeat("0", int(max(scale.Places, least)))
	return number + ";-" + number + ";0"
}

// inScale returns the styles of the columns for amounts in a scale.
func (t *table) inScale(scale figure.Scale) func(column int) int {
	return func(column int) int { return t.book.style(t.body[column-1].as(differencesIn(scale))) }
}

// probability is the number format of probabilities, which says nothing more certain
// than draws can tell.
func (b *comparisonBook) probability() string {
	return `[>=0.9995]"` + b.texts.Probability(decimal.NewFromInt(1)) + `";[<0.0005]"` + b.texts.Probability(decimal.Zero) + `";` + percentFormat
}

// signedFormat keeps the leading digits of numbers of many magnitudes, with the sign
// of a difference.
const signedFormat = "#,##0.00;-#,##0.00;0"
