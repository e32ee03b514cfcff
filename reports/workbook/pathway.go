package workbook

import (
	"io"
	"strconv"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// WritePathway writes a pathway as a workbook: the climate total of each year and
// course with a native chart, all impacts and stages, what was bought and what left,
// targets, assumptions, changes and factors. Sums over years and differences are
// formulas over the values beside them.
func WritePathway(w io.Writer, p *reports.Pathway, opt Options) (err error) {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	report := &reports.Report{Organisation: p.Organisation, Period: p.Periods[0], Method: p.Method, Factors: p.Factors, Packs: p.Packs, Manifest: p.Manifest}
	for n, i := range p.Impacts {
		v := p.Courses[0].Years[0].Impacts[n]
		report.Impacts = append(report.Impacts, reports.Impact{Key: i.Key, Unit: i.Unit, Total: v.Value, Known: v.Known})
	}
	b := &pathwayBook{p: p, book: &book{
		file: excelize.NewFile(), report: report, texts: texts, numbers: texts.Numbers(), options: opt,
		styles: make(map[look]int), perSheet: linesPerSheet,
	}}
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	b.properties()
	b.pathway()
	b.years()
	b.flows()
	b.targets()
	b.assumptions()
	b.changes()
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

// pathwayBook is a workbook of a pathway being written.
type pathwayBook struct {
	*book

	p *reports.Pathway
}

// title is what the workbook shows, in one line.
func (b *pathwayBook) title() string {
	return b.label("pathway.title", strconv.Itoa(b.p.Year(len(b.p.Periods)-1)))
}

// courseColumns are the columns of the sheet Pathway with the total of each course.
type courseColumns struct {
	first  int // column of business as usual
	header int
	from   int // first row
	to     int
}

// pathway writes the climate total of each year and course, the line to the target,
// and what they come to together; and draws them.
func (b *pathwayBook) pathway() {
	courses, climate := len(b.p.Courses), b.p.Climate()
	widths := []float64{12}
	for range 5*courses + 1 {
		widths = append(widths, 15)
	}
	s := b.add(b.label("sheet.pathway"), layout{tab: darkBlue, widths: widths, columns: 1})
	defer s.close()
	s.titles(b.title(), b.label("pathway.note"))
	if climate < 0 {
		return
	}
	scale := figure.ScaleFor(b.p.Impacts[climate].Unit, b.largest(climate))
	heads := []string{b.label("pathway.year")}
	add := func(key string, from int) {
		for c := from; c < courses; c++ {
			heads = append(heads, b.label(key, b.texts.Course(b.p, c)))
		}
	}
	for c := range courses {
		heads = append(heads, b.texts.Course(b.p, c))
	}
	heads = append(heads, b.label("pathway.target"))
	add("pathway.column.cumulative", 0)
	add("pathway.column.difference", 1)
	add("pathway.column.low", 0)
	add("pathway.column.high", 0)
	s.text(1, look{font: quiet}, b.texts.Name("impact", string(factors.GWP))+", "+scale.Unit)
	s.end()
	s.tall = 92
	for i, head := range heads {
		l := look{font: header, fill: darkBlue, wrap: true, align: "right"}
		if i == 0 {
			l.align = ""
		}
		s.text(i+1, l, head)
	}
	header := s.end()
	first := s.row
	value := func(course int) int { return 2 + course }
	target := 2 + courses
	sum := func(course int) int { return target + 1 + course }
	difference := func(course int) int { return target + courses + course } // from 1
	low := func(course int) int { return target + 2*courses + course }
	high := func(course int) int { return target + 3*courses + course }
	number := look{format: signedFormat, edge: faintEdge}
	for y := range b.p.Periods {
		row := s.row
		s.count(1, look{font: bold, format: yearFormat, edge: faintEdge}, int64(b.p.Year(y)))
		if due := b.due(y); due.Valid {
			s.number(target, number, scale.Apply(due.Decimal))
		}
		for c := range courses {
			v := b.p.Courses[c].Years[y].Impacts[climate]
			s.known(value(c), number, scale.Apply(v.Value), v.Known)
			if v.Summed {
				s.formula(sum(c), number, "SUM("+fixedRow(value(c), first)+":"+ref(value(c), row)+")", scale.Apply(v.Cumulative))
			}
			if c > 0 && v.Summed {
				s.formula(difference(c), number, ref(sum(c), row)+"-"+ref(sum(0), row), scale.Apply(v.CumulativeDifference))
			}
			if v.Band.Known {
				s.number(low(c), number, scale.Apply(v.Band.Low))
				s.number(high(c), number, scale.Apply(v.Band.High))
			}
		}
		s.end()
	}
	b.lines(s, scale, courseColumns{first: value(0), header: header, from: first, to: s.row - 1}, target, low(0), high(0))
}

// fixedRow returns a reference whose row does not move when copied: B$3.
func fixedRow(column, row int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return ""
	}
	return name + "$" + strconv.Itoa(row)
}

// names is how wide the names of the scenarios are.
func (b *pathwayBook) names() float64 {
	const most = 60
	wide := 20.0
	for c := range b.p.Courses {
		wide = max(wide, textWidth(b.texts.Course(b.p, c)))
	}
	return min(wide, most)
}

// largest is the largest figure of an impact.
func (b *pathwayBook) largest(impact int) decimal.Decimal {
	largest := decimal.Zero
	for c := range b.p.Courses {
		for _, y := range b.p.Courses[c].Years {
			largest = decimal.Max(largest, y.Impacts[impact].Value)
		}
	}
	return largest
}

// due is what targets for the climate total ask for in a year.
func (b *pathwayBook) due(period int) decimal.NullDecimal {
	var due decimal.NullDecimal
	for _, t := range b.p.Targets {
		if t.Of == factors.GWP && t.Due[period].Valid {
			due = t.Due[period]
		}
	}
	return due
}

// mostBands is of how many courses the chart shows bands: of more, nobody could tell
// them apart.
const mostBands = 3

// lines draws the courses as lines, with the bands as thinner ones, and the target.
func (b *pathwayBook) lines(s *sheet, scale figure.Scale, at courseColumns, target, low, high int) {
	if b.err != nil {
		return
	}
	cells := func(column, from, to int) string {
		return quoted(s.name) + "!" + fixed(column, from) + ":" + fixed(column, to)
	}
	var data []excelize.ChartSeries
	draw := func(column int, colour string, width float64, dash excelize.LineDashType) {
		data = append(data, excelize.ChartSeries{
			Name: quoted(s.name) + "!" + fixed(column, at.header), Categories: cells(1, at.from, at.to), Values: cells(column, at.from, at.to),
			Line:   excelize.LineOptions{Type: excelize.LineSolid, Width: width, Dash: dash},
			Fill:   solid(colour), // the line takes its colour from it
			Marker: excelize.ChartMarker{Symbol: "none"},
		})
	}
	const thick, thin = 2.5, 0.75
	for c := range b.p.Courses {
		draw(at.first+c, series[c%len(series)], thick, excelize.LineDashSolid)
	}
	if b.hasTarget() {
		draw(target, darkGrey, thick, excelize.LineDashDash)
	}
	if b.p.Uncertainty != nil && len(b.p.Courses) <= mostBands {
		for c := range b.p.Courses {
			draw(low+c, series[c%len(series)], thin, excelize.LineDashSysDot)
			draw(high+c, series[c%len(series)], thin, excelize.LineDashSysDot)
		}
	}
	var (
		heading = b.label("pathway.chart", scale.Unit)
		small   = excelize.Font{Family: family, Size: 8, Color: ink}
		printed = true
		zero    = 0.0
	)
	b.keep(b.file.AddChart(s.name, ref(1, at.to+2), &excelize.Chart{
		Type:         excelize.Line,
		Series:       data,
		Dimension:    excelize.ChartDimension{Width: 980, Height: 460},
		Format:       excelize.GraphicOptions{AltText: b.label("pathway.chart.alt"), Name: heading, PrintObject: &printed, Positioning: "oneCell"},
		Title:        excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: heading, Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: darkBlue}}}},
		Legend:       excelize.ChartLegend{Position: "bottom", Font: &small},
		XAxis:        excelize.ChartAxis{Font: small},
		YAxis:        excelize.ChartAxis{Font: small, MajorGridLines: true, Minimum: &zero, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "General"}},
		Border:       excelize.LineOptions{Type: excelize.LineNone},
		ShowBlanksAs: "gap",
	}))
}

func (b *pathwayBook) hasTarget() bool {
	for y := range b.p.Periods {
		if b.due(y).Valid {
			return true
		}
	}
	return false
}

// years writes every impact of every year and course, by stage.
func (b *pathwayBook) years() {
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("compare.scenario"), width: b.names(), look: look{font: bold}},
		{header: b.label("pathway.year"), width: 8, format: yearFormat},
		{header: b.label("column.impact"), width: b.fits(18, "impact.")},
		{header: b.label("column.unit"), width: 12},
	}
	const stages = 6
	for _, stage := range factors.Stages {
		columns = append(columns, column{header: b.texts.Name("stage", string(stage)), width: 15, format: signedFormat})
	}
	total := stages + len(factors.Stages)
	columns = append(columns,
		column{header: b.label("terminal.total"), width: 15, format: signedFormat, look: look{font: bold}},
		column{header: b.label("column.difference"), width: 15, format: signedFormat},
		column{header: b.label("column.low"), width: 13, format: signedFormat},
		column{header: b.label("column.high"), width: 13, format: signedFormat},
		column{header: b.label("pathway.column.coverage"), width: 11, format: percentFormat},
	)
	t := b.table(b.label("sheet.years"), b.label("pathway.years.title"), b.label("pathway.years.note"), turquoise, 3, columns)
	usual := make(map[[2]int]int) // rows of business as usual, by year and impact
	for c := range b.p.Courses {
		for y := range b.p.Periods {
			for i, impact := range b.p.Impacts {
				v := b.p.Courses[c].Years[y].Impacts[i]
				if !v.Known {
					continue
				}
				t.values(c, b.texts.Course(b.p, c), b.p.Year(y), b.texts.Name("impact", string(impact.Key)), impact.Unit)
				row := t.row
				for n, stage := range factors.Stages {
					if value, has := v.Stages[stage]; has {
						t.value(stages+n, value)
					}
				}
				t.cell(total, t.styles[total-1], float(v.Value), "SUM("+ref(stages, row)+":"+ref(total-1, row)+")")
				if c == 0 {
					usual[[2]int{y, i}] = row
				} else if before, has := usual[[2]int{y, i}]; has {
					t.cell(total+1, t.styles[total], float(v.Difference), ref(total, row)+"-"+ref(total, before))
				}
				if v.Band.Known {
					t.value(total+2, v.Band.Low)
					t.value(total+3, v.Band.High)
				}
				t.value(total+4, v.Coverage.Share)
				t.end()
			}
		}
	}
	t.done("Years")
}

// flows writes what came and went of each category.
func (b *pathwayBook) flows() {
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("compare.scenario"), width: b.names(), look: look{font: bold}},
		{header: b.label("pathway.year"), width: 8, format: yearFormat},
		{header: b.label("column.category"), width: b.fits(22, "category.")},
	}
	for _, key := range []string{"opening", "replaced", "removed", "bought", "added", "closing"} {
		columns = append(columns, column{header: b.label("pathway.flow." + key), width: 13, format: amountFormat})
	}
	const opening, closing = 5, 10
	t := b.table(b.label("sheet.flows"), b.label("pathway.flows.title"), b.label("pathway.flows.note"), orange, 4, columns)
	for c := range b.p.Courses {
		for y := range b.p.Periods {
			for _, f := range b.p.Courses[c].Years[y].Flows {
				t.values(c, b.texts.Course(b.p, c), b.p.Year(y), b.texts.Key("category", f.Category), f.Opening, f.Replaced, f.Removed, f.Bought, f.Added)
				cell := func(n int) string { return ref(opening+n, t.row) }
				t.cell(closing, t.styles[closing-1], float(f.Closing), cell(0)+"-"+cell(1)+"-"+cell(2)+"+"+cell(3)+"+"+cell(4))
				t.end()
			}
		}
	}
	t.done("Flows")
}

// targets writes where each course meets each target.
func (b *pathwayBook) targets() {
	if len(b.p.Targets) == 0 {
		return
	}
	columns := []column{
		{header: b.label("column.impact"), width: b.fits(18, "impact.")},
		{header: b.label("pathway.year"), width: 8, format: yearFormat},
		{header: b.label("pathway.column.cut"), width: 9, format: percentFormat},
		{header: b.label("pathway.column.base_year"), width: 11, format: yearFormat},
		{header: b.label("pathway.column.base"), width: 15, format: signedFormat},
		{header: b.label("pathway.column.aimed"), width: 15, format: signedFormat, look: look{font: bold}},
		{header: b.label("column.unit"), width: 10},
		{header: b.label("compare.scenario"), width: b.names(), look: look{font: bold}},
		{header: b.label("pathway.column.reached"), width: 15, format: signedFormat},
		{header: b.label("pathway.column.above"), width: 15, format: signedFormat},
		{header: b.label("pathway.column.met"), width: 13, format: yearFormat},
		{header: b.label("pathway.column.probability"), width: 13, format: percentFormat},
		{header: b.label("column.source"), width: 40, wrap: true},
	}
	t := b.table(b.label("sheet.targets"), b.label("pathway.targets.title"), b.label("pathway.targets.note"), darkPink, 2, columns)
	for n := range b.p.Targets {
		line := &b.p.Targets[n]
		for c := range b.p.Courses {
			m := b.p.Courses[c].Targets[n]
			t.values(b.texts.Name("impact", string(line.Of)), line.Year, line.Cut, line.BaseYear, line.Base)
			row := t.row
			t.cell(6, t.styles[5], float(line.Aimed), ref(5, row)+"*(1-"+ref(3, row)+")")
			t.value(7, line.Unit)
			t.value(8, b.texts.Course(b.p, c))
			if m.Known {
				t.value(9, m.Value)
				t.cell(10, t.styles[9], float(m.Above), ref(9, row)+"-"+ref(6, row))
			}
			t.value(11, positive(m.Year))
			t.value(12, m.Probability)
			t.value(13, line.Source)
			t.end()
		}
	}
	t.done("Targets")
}

// assumptions writes what is assumed, and the electricity of each place through the years.
func (b *pathwayBook) assumptions() {
	widths := []float64{34, 14, 34}
	for range b.p.Periods {
		widths = append(widths, 11)
	}
	s := b.add(b.label("sheet.assumptions"), layout{tab: lightPurple, widths: widths})
	defer s.close()
	s.titles(b.label("pathway.assumed"), b.label("pathway.assumptions.note"))
	for _, a := range b.p.Assumptions {
		s.text(1, look{}, b.texts.PathwayAssumption(a))
		s.end()
	}
	s.skip(1)
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, b.label("pathway.grid.title"))
	s.end()
	heads := []string{b.label("column.place"), b.label("column.unit"), b.label("column.factor")}
	for y := range b.p.Periods {
		heads = append(heads, strconv.Itoa(b.p.Year(y)))
	}
	s.columnHeads(heads...)
	for _, g := range b.p.Grid {
		place := g.Place
		if place == "" {
			place = factors.World
		}
		s.text(1, look{font: bold}, place)
		s.text(2, look{}, g.Unit)
		s.text(3, look{}, g.Factor.ID)
		for y, v := range g.Values {
			s.known(4+y, look{format: factorFormat}, v.Decimal, v.Valid)
		}
		s.end()
		s.text(1, look{font: quiet, edge: faintEdge}, b.label("pathway.grid.how"))
		for y := range g.Values {
			if g.Values[y].Valid {
				s.text(4+y, look{font: quiet, edge: faintEdge, wrap: true, align: "right"}, b.texts.GridBasis(g.Codes[y]))
			}
		}
		s.tall = 40
		s.end()
	}
}

// changes writes what each scenario changes, and when.
func (b *pathwayBook) changes() {
	columns := []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat},
		{header: b.label("compare.scenario"), width: 30, wrap: true},
		{header: b.label("column.change"), width: 34, wrap: true, look: look{font: bold}},
		{header: b.label("column.selects"), width: 44, wrap: true},
		{header: b.label("column.does"), width: 44, wrap: true},
		{header: b.label("column.reason"), width: 60, wrap: true},
		{header: b.label("column.share"), width: 9, format: percentFormat},
		{header: b.label("column.from"), width: 7, format: yearFormat},
		{header: b.label("column.to"), width: 7, format: yearFormat},
		{header: b.label("pathway.column.when"), width: 18},
		{header: b.label("column.file"), width: 34, wrap: true},
	}
	t := b.table(b.label("sheet.changes"), b.label("changes.title"), b.label("pathway.changes.note"), turquoise, 3, columns)
	for c := range b.p.Courses {
		course := &b.p.Courses[c]
		for i := range course.Changes {
			change := &course.Changes[i]
			selects := ""
			if change.Where != nil {
				selects = change.Where.Text
			}
			t.values(c, course.Name, change.Name, selects, change.Does, change.Reason, change.Share, positive(change.Phase.From), positive(change.Phase.To),
				b.label("pathway.when."+string(change.Timing())), course.File+":"+strconv.Itoa(change.At.Line))
			t.tall = rowHeight(wrappedText{change.Name, 32}, wrappedText{selects, 44}, wrappedText{change.Does, 44}, wrappedText{change.Reason, 60}, wrappedText{course.Name, 30})
			t.end()
		}
	}
	t.done("Changes")
}
