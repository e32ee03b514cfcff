package workbook

import (
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/calc/replacement"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// WriteLevers writes levers as a workbook: when to replace devices, with the break-even
// as formulas over what it follows from; what each lever is worth, as a whole and by
// category; the scenarios that say the same.
func WriteLevers(w io.Writer, l *reports.Levers, opt Options) (err error) {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	c := l.Comparison
	report := &reports.Report{Organisation: c.Organisation, Period: c.Period, Method: c.Method, Factors: c.Factors, Packs: c.Packs, Manifest: c.Manifest}
	for _, i := range c.Impacts {
		if !i.Market {
			report.Impacts = append(report.Impacts, reports.Impact{Key: i.Key, Unit: i.Unit, Total: i.Value, Known: i.Known})
		}
	}
	b := &leversBook{l: l, book: &book{
		file: excelize.NewFile(), report: report, texts: texts, numbers: texts.Numbers(), options: opt,
		styles: make(map[look]int), perSheet: linesPerSheet,
	}}
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	b.properties()
	b.replacements()
	b.levers()
	b.leverCategories()
	b.scenarios()
	b.factors()
	b.manifest()
	if b.err != nil {
		return b.err
	}
	b.file.SetActiveSheet(0)
	out := &archive{to: w}
	defer out.remove()
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	return b.file.Write(io.Discard)
}

// leversBook is a workbook of levers being written.
type leversBook struct {
	*book

	l *reports.Levers
}

// Columns of the sheet on replacements that formulas point to.
const (
	replaceEmbodied    = 6
	replaceUse         = 7
	replaceLifetime    = 8
	replaceImprovement = 9
	replaceLess        = 12
	replaceYearly      = 13
	replaceAge         = 14
	replaceVerdict     = 17
	replacePayback     = 18
	replaceBeyond      = 19
	replaceShare       = 20
)

// replacements writes a row for each category or kind of device and each impact. What
// is assumed of newer devices may be changed there.
func (b *leversBook) replacements() {
	t := b.table(b.label("sheet.replace"), b.label("replace.title"), b.label("replace.note"), darkBlue, 2, []column{
		{header: b.label("dimension.category"), width: 24, wrap: true, look: look{font: bold}},
		{header: b.label("column.kind"), width: 22, wrap: true},
		{header: b.label("column.units"), width: 10, format: amountFormat},
		{header: b.label("column.impact"), width: b.fits(18, "impact.")},
		{header: b.label("column.unit"), width: 11},
		{header: b.label("replace.embodied"), width: 15, format: signedFormat},
		{header: b.label("replace.use"), width: 15, format: signedFormat},
		{header: b.label("replace.lifetime"), width: 12, format: "0.0"},
		{header: b.label("replace.improvement"), width: 15, format: percentFormat, look: look{font: bold}},
		{header: b.label("column.low"), width: 11, format: percentFormat},
		{header: b.label("column.high"), width: 11, format: percentFormat},
		{header: b.label("replace.newer"), width: 18, format: percentFormat, look: look{font: input}},
		{header: b.label("replace.newer.each"), width: 20, format: "0", look: look{font: input}},
		{header: b.label("replace.age"), width: 16, format: "0.0", look: look{font: bold}},
		{header: b.label("replace.age.low"), width: 13, format: "0.0"},
		{header: b.label("replace.age.high"), width: 13, format: "0.0"},
		{header: b.label("replace.pays.column"), width: 22},
		{header: b.label("replace.payback"), width: 13, format: "0.0"},
		{header: b.label("replace.beyond.units"), width: 13, format: amountFormat},
		{header: b.label("replace.beyond.share"), width: 13, format: percentFormat},
	})
	for i := range b.l.Replacements {
		r := &b.l.Replacements[i]
		for _, e := range r.Impacts {
			b.replacement(t, r, e)
		}
	}
	t.done("KeepOrReplace")
}

// replacement writes the row of an impact. All that follows from the assumption is a
// formula over its cells, but for the devices beyond the age: their ages stand in no
// cell, so that these are shown for the assumption that they were counted by, and not
// for another.
func (b *leversBook) replacement(t *table, r *reports.Replacement, e reports.BreakEven) {
	kind := ""
	if r.Kind != "" {
		kind = b.texts.Key("variant", r.Kind)
	}
	t.values(b.texts.Key("category", r.Category), kind, r.Units, b.texts.Name("impact", string(e.Impact)), e.Unit, e.Embodied, e.Use, e.Lifetime)
	at := func(column int) string { return ref(column, t.row) }
	formula := func(column int, value any, text string) { t.cell(column, t.styles[column-1], value, text) }
	yearly := 0
	if r.Newer.Yearly {
		yearly = 1
	}
	t.value(replaceLess, r.Newer.Less)
	t.value(replaceYearly, yearly)
	if e.Use.IsPositive() {
		formula(replaceImprovement, float(e.Improvement), "IF("+at(replaceLifetime)+">0,"+at(replaceEmbodied)+"/("+at(replaceLifetime)+"*"+at(replaceUse)+"),0)")
		t.value(replaceImprovement+1, e.ImprovementInterval.Low)
		t.value(replaceImprovement+2, e.ImprovementInterval.High)
	}
	for n, age := range []decimal.NullDecimal{e.Age, e.AgeLow, e.AgeHigh} {
		formula(replaceAge+n, orEmpty(age), ageFormula(at(replaceImprovement+n), at(replaceLess), at(replaceYearly)))
	}
	never, anyAge, fromAge := b.label("replace.never"), b.label("replace.any-age"), b.label("replace.from-age")
	pays := map[replacement.Verdict]string{replacement.Never: never, replacement.AnyAge: anyAge, replacement.FromAge: fromAge}[e.Verdict]
	formula(replaceVerdict, pays, "IF("+at(replaceAge)+`="",`+literal(never)+",IF("+at(replaceAge)+"=0,"+literal(anyAge)+","+literal(fromAge)+"))")
	formula(replacePayback, orEmpty(e.Payback), paybackFormula(at(replaceEmbodied), at(replaceUse), at(replaceLifetime), at(replaceLess), at(replaceYearly)))
	as := "AND(" + at(replaceLess) + "=" + r.Newer.Less.String() + "," + at(replaceYearly) + "=" + strconv.Itoa(yearly) + ")"
	formula(replaceBeyond, float(e.Beyond), "IF("+as+","+e.Beyond.String()+`,"")`)
	if e.BeyondShare.Valid {
		formula(replaceShare, float(e.BeyondShare.Decimal), "IF("+as+","+e.BeyondShare.Decimal.String()+`,"")`)
	}
	t.end()
}

// ageFormula is the age in years from which replacing pays:
//
//	n = ln(1 − r) / ln(1 − g)
//
// with r the break-even improvement and g the share by which newer devices use less for
// each year; 0, any age, where they use g less altogether and that is r or more. Nothing
// where no age is enough.
func ageFormula(r, g, yearly string) string {
	return "IF(" + r + `="","",IF(` + yearly + "=1,IF(" + r + "<=0,0,IF(OR(" + r + ">=1," + g + `<=0),"",IF(` + g + ">=1,0,LN(1-" + r + ")/LN(1-" + g + ")))),IF(AND(" +
		g + ">0," + g + ">=" + r + `),0,"")))`
}

// paybackFormula is after how many years a new device has saved what it took to make, in
// place of one at the end of its lifetime L:
//
//	t = E / (x·U)    x = 1 − (1 − g)^L for each year, g altogether
func paybackFormula(embodied, use, lifetime, g, yearly string) string {
	return "IF(AND(" + g + ">0," + use + ">0)," + "IF(" + yearly + "=1," + embodied + "/" + use + "/(1-(1-" + g + ")^" + lifetime + ")," + embodied + "/" + use + "/" + g + `),"")`
}

// orEmpty is a figure as a formula gives it, which gives an empty text where there is none.
func orEmpty(d decimal.NullDecimal) any {
	if !d.Valid {
		return ""
	}
	return float(d.Decimal)
}

// Columns of the sheet Levers that formulas point to.
const (
	leverBaseline   = 5
	leverDifference = 6
)

// levers writes a row for each lever and impact.
func (b *leversBook) levers() {
	impacts := 38.0
	for _, i := range b.l.Comparison.Impacts {
		name := b.texts.Name("impact", string(i.Key))
		if i.Market {
			name = b.label("viewed.market", name)
		}
		impacts = max(impacts, textWidth(name))
	}
	t := b.table(b.label("sheet.levers"), b.label("levers.worth"), b.label("levers.note"), turquoise, 2, []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("levers.lever"), width: 44, wrap: true, look: look{font: bold}},
		{header: b.label("column.impact"), width: impacts},
		{header: b.label("column.unit"), width: 12},
		{header: b.label("compare.baseline"), width: 16, format: signedFormat},
		{header: b.label("column.difference"), width: 16, format: signedFormat, look: look{font: bold}},
		{header: b.label("column.relative"), width: 11, format: percentFormat},
		{header: b.label("column.low"), width: 14, format: signedFormat},
		{header: b.label("column.high"), width: 14, format: signedFormat},
		{header: b.label("column.remarks"), width: 70, wrap: true},
	})
	for n := range b.l.Levers {
		l := &b.l.Levers[n]
		name, remarks := b.texts.Name("lever", string(l.Key)), strings.Join(b.texts.LeverNotes(l), "\n")
		if l.Scenario == nil {
			t.values(n+1, name)
			t.value(leverDifference+4, remarks)
			t.tall = rowHeight(wrappedText{name, 44}, wrappedText{remarks, 70})
			t.end()
			continue
		}
		for _, i := range l.Scenario.Impacts {
			if !i.Known {
				continue
			}
			impact := b.texts.Name("impact", string(i.Key))
			if i.Market {
				impact = b.label("viewed.market", impact)
			}
			t.values(n+1, name, impact, i.Unit, i.Baseline, i.Difference)
			if i.Relative.Valid {
				t.cell(leverDifference+1, t.styles[leverDifference], float(i.Relative.Decimal), ref(leverDifference, t.row)+"/"+ref(leverBaseline, t.row))
			}
			if sure, ok := l.Intervals[i.Key]; ok && !i.Market {
				t.value(leverDifference+2, sure.Low)
				t.value(leverDifference+3, sure.High)
			}
			t.value(leverDifference+4, remarks)
			t.tall = rowHeight(wrappedText{name, 44}, wrappedText{remarks, 70})
			remarks = ""
			t.end()
		}
	}
	t.done("Levers")
}

// leverCategories writes a row for each lever and category, with every impact.
func (b *leversBook) leverCategories() {
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("levers.lever"), width: 44, wrap: true, look: look{font: bold}},
		{header: b.label("dimension.category"), width: 26},
		{header: b.label("column.units"), width: 12, format: amountFormat},
	}
	var shown []factors.Impact
	for _, i := range b.l.Comparison.Impacts {
		if i.Known && !i.Market {
			shown = append(shown, i.Key)
			columns = append(columns, column{header: b.texts.Name("impact", string(i.Key)) + ", " + i.Unit, width: 18, format: signedFormat})
		}
	}
	low := len(columns) + 1
	columns = append(columns,
		column{header: b.label("levers.low"), width: 15, format: signedFormat},
		column{header: b.label("levers.high"), width: 15, format: signedFormat},
		column{header: b.label("levers.one-less"), width: 17, format: signedFormat},
	)
	t := b.table(b.label("sheet.levers.categories"), b.label("levers.categories"), b.label("levers.categories.note"), orange, 3, columns)
	for n := range b.l.Levers {
		l := &b.l.Levers[n]
		for _, c := range l.Categories {
			t.values(n+1, b.texts.Name("lever", string(l.Key)), b.texts.Key("category", c.Key), c.Units)
			for at, impact := range shown {
				if d, ok := c.Differences[impact]; ok {
					t.value(5+at, d)
				}
			}
			if c.Interval.Known {
				t.value(low, c.Interval.Low)
				t.value(low+1, c.Interval.High)
			}
			if less, ok := c.PerUnit[factors.GWP]; ok {
				t.value(low+2, less)
			}
			t.end()
		}
	}
	t.done("LeverCategories")
}

// scenarios writes the file that says the same as each lever.
func (b *leversBook) scenarios() {
	t := b.table(b.label("sheet.levers.scenarios"), b.label("levers.scenarios"), b.label("levers.write"), turquoise, 2, []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("levers.lever"), width: 44, wrap: true, look: look{font: bold}},
		{header: b.label("compare.scenario"), width: 100, wrap: true, look: look{font: mono}},
	})
	for n := range b.l.Levers {
		text := strings.TrimSpace(b.texts.LeverFile(b.l.Levers[n].Lever))
		t.values(n+1, b.texts.Name("lever", string(b.l.Levers[n].Key)), text)
		t.tall = rowHeight(wrappedText{text, 100})
		t.end()
	}
	t.done("LeverScenarios")
}
