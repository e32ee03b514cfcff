package summary

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// WritePathway writes what a person reads in a terminal of a pathway.
func WritePathway(w io.Writer, r *reports.Pathway, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.Width == 0 {
		opt.Width = standardWidth
	}
	opt.Width = min(max(opt.Width, leastWidth), mostWidth)
	out := bufio.NewWriter(w)
	p := &walking{comparing: &comparing{printer: &printer{out: out, texts: texts, numbers: texts.Numbers(), options: opt}}, r: r, climate: r.Climate()}
	p.heading()
	if p.climate >= 0 {
		p.scale = p.pathwayScale()
		p.target()
		p.years()
		p.chart()
		p.savings()
		p.goals()
	}
	p.assumptions()
	p.ending()
	return out.Flush() // keeps the first error of any write
}

// walking writes a pathway.
type walking struct {
	*comparing

	r       *reports.Pathway
	climate int // place of the climate total among the impacts
	scale   figure.Scale
	due     []decimal.NullDecimal // by period, of the targets for the climate total
}

func (p *walking) heading() {
	title := p.label("pathway.title", strconv.Itoa(p.r.Year(len(p.r.Periods)-1)))
	if p.r.Organisation != "" {
		title = p.label("compare.title.of", p.r.Organisation, title)
	}
	p.line(p.in(strong, p.short(p.text(title), p.options.Width)))
	subtitle := p.label("basis."+string(p.r.Method.WithDefaults().Basis)) + " · " + p.label("view."+string(p.r.View()))
	for _, l := range wrap(p.text(subtitle), p.options.Width) {
		p.line(p.in(faint, l))
	}
}

// of returns the climate total of a course in a year.
func (p *walking) of(course, year int) reports.YearImpact {
	return p.r.Courses[course].Years[year].Impacts[p.climate]
}

// pathwayScale is that of the largest year, with the places that the smallest needs.
func (p *walking) pathwayScale() figure.Scale {
	largest, smallest := decimal.Zero, p.of(0, 0).Value
	for c := range p.r.Courses {
		for y := range p.r.Periods {
			largest, smallest = decimal.Max(largest, p.of(c, y).Value), decimal.Min(smallest, p.of(c, y).Value)
		}
	}
	scale := figure.ScaleFor(p.r.Impacts[p.climate].Unit, largest)
	if m := figure.Magnitude(scale.Apply(largest)); m < 3 && m >= 0 { // of less than a thousand, four figures
		scale.Places = max(scale.Places, min(3-m, 1))
	}
	return scale
}

// target joins the lines to the targets for the climate total.
func (p *walking) target() {
	p.due = make([]decimal.NullDecimal, len(p.r.Periods))
	for _, t := range p.r.Targets {
		if t.Of != factors.GWP {
			continue
		}
		for y, due := range t.Due {
			if due.Valid {
				p.due[y] = due
			}
		}
	}
}

func (p *walking) hasLine() bool {
	return slices.ContainsFunc(p.due, func(d decimal.NullDecimal) bool { return d.Valid })
}

// mostYears is how many years are listed; of more, every fifth.
const mostYears = 16

// listed reports whether a year stands in the table.
func (p *walking) listed(year int) bool {
	const every = 5
	number := p.r.Year(year)
	return len(p.r.Periods) <= mostYears || year == 0 || year == len(p.r.Periods)-1 || number%every == 0 ||
		slices.ContainsFunc(p.r.Targets, func(t reports.TargetLine) bool { return t.Year == number })
}

// years writes the climate total of each year and course.
func (p *walking) years() {
	p.section(p.texts.Name("impact", string(factors.GWP)), p.scale.Unit)
	if len(p.r.Courses) > 2 {
		for c := 1; c < len(p.r.Courses); c++ {
			p.line(indent, p.short(p.text(p.texts.Course(p.r, c)), p.options.Width-len(indent)))
		}
	}
	columns := len(p.r.Courses)
	if p.hasLine() {
		columns++
	}
	const names, gap = 24, 3
	room := max((p.options.Width-len(indent)-names)/columns-gap, 9)
	head := []gridCell{{p.label("pathway.year"), faint}, {p.label("pathway.usual.short"), strong}}
	for c := 1; c < len(p.r.Courses); c++ {
		name := p.texts.Course(p.r, c)
		if width(p.text(name)) > room && len(p.r.Courses) > 2 {
			name = p.numbers.Int(int64(c)) + "." // the names stand above
		}
		head = append(head, gridCell{p.short(p.text(name), room), strong})
	}
	if p.hasLine() {
		head = append(head, gridCell{p.label("pathway.target"), faint})
	}
	rows := [][]gridCell{head}
	for y := range p.r.Periods {
		if !p.listed(y) {
			continue
		}
		row := []gridCell{{strconv.Itoa(p.r.Year(y)), plain}}
		for c := range p.r.Courses {
			row = append(row, p.figure(p.of(c, y).Known, p.of(c, y).Value))
		}
		if p.hasLine() {
			cell := gridCell{"", faint}
			if p.due[y].Valid {
				cell.text = p.numbers.Scaled(p.due[y].Decimal, p.scale)
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	last := len(p.r.Periods) - 1
	p.grid(append(rows, p.sums(last)...))
}

// sums are the rows below the years.
func (p *walking) sums(last int) [][]gridCell {
	sum := []gridCell{{p.label("pathway.cumulative", strconv.Itoa(p.r.Year(0))), strong}}
	fewer := []gridCell{{p.label("pathway.fewer"), plain}, {"", plain}}
	band := []gridCell{{p.label("pathway.band", strconv.Itoa(p.r.Year(last))), faint}}
	bought := []gridCell{{p.label("pathway.flow"), faint}}
	for c := range p.r.Courses {
		v := p.of(c, last)
		sum = append(sum, gridCell{p.numbers.Scaled(v.Cumulative, p.scale), strong})
		if c > 0 {
			fewer = append(fewer, gridCell{p.texts.Change(v.CumulativeDifference, p.scale), plain})
		}
		if v.Band.Known {
			band = append(band, gridCell{p.numbers.Scaled(v.Band.Low, p.scale) + "–" + p.numbers.Scaled(v.Band.High, p.scale), faint})
		}
		units := decimal.Zero
		for y := range p.r.Courses[c].Years {
			units = units.Add(p.r.Courses[c].Years[y].Bought())
		}
		bought = append(bought, gridCell{p.numbers.Short(units), faint})
	}
	rows := [][]gridCell{sum}
	if len(p.r.Courses) > 1 {
		rows = append(rows, fewer)
	}
	if len(band) > 1 {
		rows = append(rows, band)
	}
	return append(rows, bought)
}

func (p *walking) figure(known bool, value decimal.Decimal) gridCell {
	if !known {
		return gridCell{p.label("not.representative"), faint}
	}
	return gridCell{p.numbers.Scaled(value, p.scale), plain}
}

// Size of the chart, in lines and in columns of its axis.
const (
	chartLines = 12
	chartAxis  = 9
	widestYear = 6
)

// courseMark is the sign of a course in the chart.
func courseMark(course int) string {
	if course == 0 {
		return "o"
	}
	const signs = "123456789abcdefghijklmnpqrstuvwxyz"
	return string(signs[min(course-1, len(signs)-1)])
}

// chart draws the years from left to right, 0 at the bottom. Where two courses meet in
// one place, that with the lower number shows.
func (p *walking) chart() {
	years := len(p.r.Periods)
	wide := min((p.options.Width-len(indent)-chartAxis-2)/years, widestYear)
	largest := decimal.Zero
	for y := range years {
		largest = decimal.Max(largest, p.due[y].Decimal)
		for c := range p.r.Courses {
			largest = decimal.Max(largest, p.of(c, y).Value)
		}
	}
	if wide < 1 || !largest.IsPositive() {
		return
	}
	dot, up, corner, along := "·", "│", "└", "─"
	if p.options.ASCII {
		dot, up, corner, along = ".", "|", "+", "-"
	}
	var cells [chartLines + 1][]string
	for l := range cells {
		cells[l] = slices.Repeat([]string{" "}, years*wide)
	}
	put := func(y int, value decimal.Decimal, sign string) {
		if value.IsNegative() {
			return
		}
		at := int(reports.Share(value, largest).InexactFloat64()*chartLines + 0.5)
		cells[chartLines-at][y*wide+wide/2] = sign
	}
	for y := range years {
		if p.due[y].Valid {
			put(y, p.due[y].Decimal, dot)
		}
		for c := range slices.Backward(p.r.Courses) {
			if v := p.of(c, y); v.Known {
				put(y, v.Value, courseMark(c))
			}
		}
	}
	p.line()
	for l, row := range cells[:] {
		label := ""
		switch l {
		case 0:
			label = p.numbers.Scaled(largest, p.scale)
		case chartLines / 2:
			label = p.numbers.Scaled(half(largest), p.scale)
		case chartLines:
			label = "0"
		}
		axis, body := up, strings.Join(row, "")
		if l == chartLines {
			axis, body = corner, strings.ReplaceAll(body, " ", along)
		}
		p.line(indent, p.in(faint, right(p.text(label), chartAxis)), " ", p.in(faint, axis), p.in(first, body))
	}
	p.axis(years, wide)
	p.legend(dot)
}

func half(d decimal.Decimal) decimal.Decimal { return d.Mul(decimal.New(5, -1)) }

// axis writes the years below the chart, as many as there is room for.
func (p *walking) axis(years, wide int) {
	const digits = 4
	text := slices.Repeat([]string{" "}, years*wide+digits)
	next := 0
	for y := range years {
		at := max(y*wide+wide/2-digits/2, 0)
		if at < next {
			continue
		}
		for i, r := range strconv.Itoa(p.r.Year(y)) {
			text[at+i] = string(r)
		}
		next = at + digits + 1
	}
	p.line(indent, strings.Repeat(" ", chartAxis+2), p.in(faint, strings.Join(text, "")))
}

func (p *walking) legend(dot string) {
	var parts []string
	for c := range p.r.Courses {
		parts = append(parts, courseMark(c)+" "+strings.TrimPrefix(p.texts.Course(p.r, c), strconv.Itoa(c)+". "))
	}
	if p.hasLine() {
		parts = append(parts, dot+" "+p.label("pathway.target"))
	}
	for _, l := range wrap(p.text(strings.Join(parts, ", ")), p.options.Width-len(indent)-chartAxis-2) {
		p.line(indent, strings.Repeat(" ", chartAxis+2), l)
	}
}

// savings says in words what each scenario does.
func (p *walking) savings() {
	last := len(p.r.Periods) - 1
	horizon := strconv.Itoa(p.r.Year(last))
	if len(p.r.Courses) > 1 {
		p.line()
	}
	for c := 1; c < len(p.r.Courses); c++ {
		v, name := p.of(c, last), p.texts.Course(p.r, c)
		scale := p.scale
		key := "pathway.saves"
		switch v.CumulativeDifference.Sign() {
		case 0:
			p.sentenceOf(p.label("pathway.same", name))
			p.noted(c)
			continue
		case 1:
			key = "pathway.adds"
		}
		share := p.numbers.Percent(reports.Share(v.CumulativeDifference.Abs(), p.of(0, last).Cumulative))
		text := p.label(key, name, p.numbers.Scaled(v.CumulativeDifference.Abs(), scale)+" "+scale.Unit, horizon, share)
		if v.DifferenceBand.Known && v.Saving.Valid {
			between := p.label("compare.between", p.texts.Change(v.DifferenceBand.Low, scale), p.texts.Change(v.DifferenceBand.High, scale)) + " " + scale.Unit
			text = p.label("pathway.sure", text, between, p.texts.Probability(v.Saving.Decimal))
		}
		p.sentenceOf(text)
		p.noted(c)
	}
}

// noted writes what applying a scenario noted.
func (p *walking) noted(course int) {
	for _, n := range p.r.Courses[course].Notes {
		p.bullet(p.texts.Error(n))
	}
}

func (p *walking) sentenceOf(text string) {
	for _, l := range wrap(p.text(text), p.options.Width-len(indent)) {
		p.line(indent, l)
	}
}

// goals says of each target where each course meets it.
func (p *walking) goals() {
	last := p.r.Year(len(p.r.Periods) - 1)
	for n := range p.r.Targets {
		t := &p.r.Targets[n]
		p.line()
		scale := figure.ScaleFor(t.Unit, t.Base)
		if m := figure.Magnitude(scale.Apply(t.Base)); m < 3 && m >= 0 {
			scale.Places = max(scale.Places, 1)
		}
		amount := func(d decimal.Decimal) string { return p.numbers.Scaled(d, scale) + " " + scale.Unit }
		if t.Year > last {
			p.sentenceOf(p.label("pathway.beyond", strconv.Itoa(t.Year), strconv.Itoa(last)))
			continue
		}
		for c := range p.r.Courses {
			m := p.r.Courses[c].Targets[n]
			if !m.Known {
				continue
			}
			p.sentenceOf(p.met(c, t, &m, amount, last))
		}
	}
}

// met says where a course meets a target.
func (p *walking) met(course int, t *reports.TargetLine, m *reports.TargetMet, amount func(decimal.Decimal) string, last int) string {
	name, year, cut, base := p.texts.Course(p.r, course), strconv.Itoa(t.Year), p.numbers.Percent(t.Cut), strconv.Itoa(t.BaseYear)
	var text string
	switch {
	case m.Meets:
		text = p.label("pathway.meets", name, year, cut, base, amount(t.Aimed), amount(m.Value))
		if m.Year != 0 {
			text = p.label("pathway.meets.from", strings.TrimSuffix(text, "."), strconv.Itoa(m.Year))
		}
	default:
		text = p.label("pathway.misses", name, year, cut, base, amount(t.Aimed), amount(m.Above))
		if m.Year != 0 {
			text = p.label("pathway.misses.late", text, strconv.Itoa(m.Year))
		} else {
			text = p.label("pathway.misses.never", text, strconv.Itoa(last))
		}
	}
	if m.Probability.Valid {
		text = p.label("pathway.probability", text, p.texts.Probability(m.Probability.Decimal))
	}
	return text
}

// assumptions lists what nobody knows, and what is taken in its place.
func (p *walking) assumptions() {
	p.line()
	p.line(p.in(strong, p.text(p.label("pathway.assumed"))))
	for _, a := range p.r.Assumptions {
		for i, l := range wrap(p.text(p.texts.PathwayAssumption(a)), p.options.Width-len(indent)-2) {
			mark := "· "
			switch {
			case i > 0:
				mark = "  "
			case p.options.ASCII:
				mark = "- "
			}
			p.line(indent, mark, l)
		}
	}
}

func (p *walking) ending() {
	p.line()
	if u := p.r.Uncertainty; u != nil {
		p.note(p.label("pathway.simulated", u.Draws, strconv.FormatUint(u.Seed, 10)))
	}
	if len(p.options.Written) > 0 {
		p.pair(p.label("terminal.written"), strings.Join(p.options.Written, ", "))
	}
}
