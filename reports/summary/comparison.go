package summary

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// WriteComparison writes what a person reads in a terminal of a comparison.
func WriteComparison(w io.Writer, c *reports.Comparison, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.Width == 0 {
		opt.Width = standardWidth
	}
	opt.Width = min(max(opt.Width, leastWidth), mostWidth)
	out := bufio.NewWriter(w)
	p := &comparing{printer: &printer{out: out, texts: texts, numbers: texts.Numbers(), options: opt}, c: c}
	p.heading()
	p.answer()
	p.overview()
	for i := range c.Scenarios {
		p.scenario(&c.Scenarios[i])
	}
	p.families()
	p.ending()
	return out.Flush() // keeps the first error of any write
}

// comparing writes a comparison.
type comparing struct {
	*printer

	c *reports.Comparison
}

// heading says what is compared, and how it was worked out.
func (p *comparing) heading() {
	title := p.label("compare.title", p.texts.Period(p.c.Period))
	if p.c.Years {
		title = p.label("compare.title.years", p.texts.Period(p.c.Earlier), p.texts.Period(p.c.Period))
	}
	if p.c.Organisation != "" {
		title = p.label("compare.title.of", p.c.Organisation, title)
	}
	p.line(p.in(strong, p.short(p.text(title), p.options.Width)))
	subtitle := p.label("basis."+string(p.c.Method.WithDefaults().Basis)) + " · " + p.label("view."+string(p.c.View()))
	for _, l := range wrap(p.text(subtitle), p.options.Width) {
		p.line(p.in(faint, l))
	}
}

// climate returns the climate total of a scenario and the scale for it.
func (p *comparing) climate(s *reports.ComparedScenario) (reports.ComparedImpact, figure.Scale) {
	gwp, _ := s.Impact(factors.GWP, false)
	return gwp, gwp.Scale()
}

// overview writes a line for each scenario, that which saves most first.
func (p *comparing) overview() {
	if len(p.c.Scenarios) == 0 {
		return
	}
	gwp, scale := p.c.Climate(), p.c.Scale()
	p.section(p.texts.Name("impact", string(factors.GWP)), scale.Unit)
	rows := [][]gridCell{{{"", faint}, {p.label("terminal.total"), faint}, {p.label("compare.difference"), faint}, {"", faint}}}
	if p.c.Uncertainty != nil {
		rows[0] = append(rows[0], gridCell{p.label("compare.interval"), faint}, gridCell{p.label("compare.saving"), faint})
	}
	before := p.label("compare.baseline")
	if p.c.Years {
		before = p.texts.Period(p.c.Earlier)
	}
	rows = append(rows, []gridCell{{before, plain}, {p.numbers.Scaled(gwp.Baseline, scale), plain}})
	for _, at := range p.c.Ranking {
		s := &p.c.Scenarios[at]
		i, _ := p.climate(s)
		if !i.Known {
			rows = append(rows, []gridCell{{p.name(s), strong}, {"–", faint}, {"–", faint}})
			continue
		}
		row := []gridCell{{p.name(s), strong}, {p.numbers.Scaled(i.Value, scale), plain}, {p.texts.Change(i.Difference, scale), strong}, {p.texts.Relative(i.Relative), plain}}
		if sure, ok := p.c.Sure(at, factors.GWP); ok && !i.Difference.IsZero() {
			row = append(row, gridCell{p.texts.Range(sure, scale), plain}, gridCell{p.texts.Probability(sure.Saving), plain})
		}
		rows = append(rows, row)
	}
	p.grid(rows, 3)
	p.intervals(scale)
	p.beats()
}

// name is that of a scenario, with its number where there are several.
func (p *comparing) name(s *reports.ComparedScenario) string {
	if p.c.Years {
		return p.texts.Period(p.c.Period)
	}
	if len(p.c.Scenarios) == 1 {
		return s.Name
	}
	return strconv.Itoa(s.Number) + ". " + s.Name
}

// beats says how sure the order of the scenarios is.
func (p *comparing) beats() {
	if p.c.Uncertainty == nil || p.c.Uncertainty.Below == nil {
		return
	}
	ranked := p.c.Compared()
	for n := 1; n < len(ranked); n++ {
		better, worse := ranked[n-1], ranked[n]
		if p.c.Uncertainty.Below[better][worse].IsZero() && p.c.Uncertainty.Below[worse][better].IsZero() {
			continue // the same in every draw
		}
		p.note(p.label("compare.beats", p.name(&p.c.Scenarios[better]), p.name(&p.c.Scenarios[worse]), p.texts.Probability(p.c.Uncertainty.Below[better][worse])))
	}
}

// scenario writes what one scenario does.
func (p *comparing) scenario(s *reports.ComparedScenario) {
	p.line()
	p.line(p.in(strong, p.short(p.text(p.name(s)), p.options.Width)))
	for _, l := range wrap(p.text(s.Description), p.options.Width-len(indent)) {
		p.line(indent, l)
	}
	if len(p.c.Scenarios) > 1 { // of one, the answer stands at the top
		p.sentence(s, plain)
	}
	p.waterfall(s)
	p.impacts(s)
	p.byCategory(s)
	p.flags(s)
}

// answer says first of all what people came for: what it saves, and how sure that is;
// of several scenarios, that of the one which saves most.
func (p *comparing) answer() {
	ranked := p.c.Compared()
	if len(ranked) == 0 || p.c.Years {
		return
	}
	best := &p.c.Scenarios[ranked[0]]
	p.line()
	p.sentence(best, strong)
	for _, f := range best.Flags {
		if f.Doubts() {
			p.bullet(p.texts.Flag(f, p.name(best)))
		}
	}
}

// sentence says in words what the scenario does to the climate total.
func (p *comparing) sentence(s *reports.ComparedScenario, i ink) {
	gwp, _ := p.climate(s)
	if !gwp.Known || p.c.Years {
		return
	}
	sure, known := p.c.Sure(s.Number-1, factors.GWP)
	text := strings.Join(append([]string{p.texts.Effect(p.name(s), gwp, sure, known)}, p.texts.OtherAnswers(p.c, s.Number-1)...), " ")
	for _, l := range wrap(p.text(text), p.options.Width-len(indent)) {
		p.line(indent, p.in(i, l))
	}
}

// waterfall writes what each change adds to the difference, with bars to the left of
// a line for less and to the right of it for more.
func (p *comparing) waterfall(s *reports.ComparedScenario) {
	gwp, scale := p.climate(s)
	if !gwp.Known || len(s.Waterfall) == 0 {
		return
	}
	p.section(p.label("compare.waterfall"), scale.Unit)
	var (
		names, figures = 20, 0
		largest        = scale.Apply(gwp.Difference.Abs())
		exact          = make([]decimal.Decimal, len(s.Waterfall))
		up, down       bool
	)
	for i := range s.Waterfall {
		exact[i] = scale.Apply(s.Waterfall[i].Difference(factors.GWP, false))
		largest = decimal.Max(largest, exact[i].Abs())
		names = max(names, min(34, width(p.text(p.texts.Step(&s.Waterfall[i])))))
		up, down = up || exact[i].IsPositive(), down || exact[i].IsNegative()
	}
	shown := figure.Apportion(exact, scale.Places)
	amounts := make([]string, len(exact)+1)
	for i := range exact {
		amounts[i] = p.text(p.texts.ChangeShown(shown[i], scale))
	}
	amounts[len(exact)] = p.text(p.texts.Change(gwp.Difference, scale))
	for _, a := range amounts {
		figures = max(figures, width(a))
	}
	bars := min(p.options.Width-len(indent)-names-1-figures-2, 36)
	row := func(name string, value decimal.Decimal, amount string, i ink) {
		p.line(indent, p.in(i, p.left(p.text(name), names)), " ", p.in(i, right(amount, figures)), "  ", p.in(first, p.diverging(value, largest, bars, down, up)))
	}
	for i := range s.Waterfall {
		row(p.texts.Step(&s.Waterfall[i]), exact[i], amounts[i], plain)
	}
	if len(exact) > 1 {
		row(p.label("compare.together"), scale.Apply(gwp.Difference), amounts[len(exact)], strong)
		if !p.c.Years {
			p.note(p.label("compare.order"))
		}
	}
}

// diverging draws a value to the left or right of a line.
func (p *comparing) diverging(value, largest decimal.Decimal, columns int, down, up bool) string {
	if columns < 8 || !largest.IsPositive() {
		return ""
	}
	half := columns
	if down && up {
		half = columns / 2
	}
	line, block := "│", "█"
	if p.options.ASCII {
		line, block = "|", "#"
	}
	left, after := "", ""
	if down {
		left = strings.Repeat(" ", half)
	}
	switch {
	case value.IsNegative():
		drawn := int(reports.Share(value.Neg(), largest).InexactFloat64()*float64(half) + 0.5)
		drawn = min(max(drawn, 1), half)
		left = strings.Repeat(" ", half-drawn) + strings.Repeat(block, drawn)
	case value.IsPositive():
		after = strings.TrimRight(p.bar(value, largest, half), " ")
	}
	return left + line + after
}

// impacts writes every impact of a scenario, and the stages of the climate total.
func (p *comparing) impacts(s *reports.ComparedScenario) {
	before, after := p.label("compare.baseline"), p.label("compare.scenario")
	if p.c.Years {
		before, after = p.texts.Period(p.c.Earlier), p.texts.Period(p.c.Period)
	}
	var unknown, oneSided []string
	rows := [][]gridCell{{{p.label("compare.impacts"), strong}, {"", faint}, {before, faint}, {after, faint}, {p.label("compare.difference"), faint}, {"", faint}}}
	for _, i := range s.Impacts {
		name := p.texts.Name("impact", string(i.Key))
		if i.Market {
			name = p.label("terminal.market")
		}
		if i.OneSided {
			oneSided = append(oneSided, name)
			continue
		}
		if !i.Known {
			unknown = append(unknown, name)
			continue
		}
		scale := i.Scale()
		rows = append(rows, []gridCell{
			{name, plain},
			{scale.Unit, faint},
			{p.numbers.Scaled(i.Baseline, scale), plain},
			{p.numbers.Scaled(i.Value, scale), plain},
			{p.texts.Change(i.Difference, scale), strong},
			{p.texts.Relative(i.Relative), plain},
		})
		if i.Key != factors.GWP || i.Market {
			continue
		}
		for _, st := range i.Stages {
			rows = append(rows, []gridCell{
				{indent + p.texts.Name("stage", string(st.Stage)), faint},
				{"", faint},
				{p.numbers.Scaled(st.Baseline, scale), faint},
				{p.numbers.Scaled(st.Value, scale), faint},
				{p.texts.Change(st.Difference, scale), faint},
			})
		}
		if len(i.Scopes) < 2 { // one alone is the whole
			continue
		}
		for _, sc := range i.Scopes {
			rows = append(rows, []gridCell{
				{indent + p.label("compare.scope", sc.Number), faint},
				{"", faint},
				{p.numbers.Scaled(sc.Baseline, scale), faint},
				{p.numbers.Scaled(sc.Value, scale), faint},
				{p.texts.Change(sc.Difference, scale), faint},
			})
		}
	}
	p.line()
	p.grid(rows, 2, 3)
	if len(unknown) > 0 {
		p.note(p.label("compare.unknown", strings.Join(unknown, ", ")))
	}
	if len(oneSided) > 0 {
		p.note(p.label("compare.one_sided", strings.Join(oneSided, ", ")))
	}
}

// byCategory writes which kinds of equipment differ most between two years: a
// scenario says itself what it changes.
func (p *comparing) byCategory(s *reports.ComparedScenario) {
	if !p.c.Years {
		return
	}
	gwp, scale := p.climate(s)
	if !gwp.Known {
		return
	}
	const most = 8
	rows := [][]gridCell{{
		{p.label("terminal.categories"), strong},
		{p.label("compare.units", p.texts.Period(p.c.Earlier)), faint},
		{p.label("compare.units", p.texts.Period(p.c.Period)), faint},
		{p.label("compare.difference.of", scale.Unit), faint},
	}}
	for i, c := range s.Categories {
		if i == most || c.Difference.IsZero() {
			break
		}
		rows = append(rows, []gridCell{{p.texts.Key("category", c.Key), plain}, {p.numbers.Short(c.UnitsBefore), plain}, {p.numbers.Short(c.Units), plain}, {p.texts.Change(c.Difference, scale), plain}})
	}
	p.line()
	p.grid(rows)
}

// flags writes what a person should know before believing the difference, what it
// costs, and what applying the scenario noted.
func (p *comparing) flags(s *reports.ComparedScenario) {
	var texts []string
	for _, f := range s.Flags {
		if len(p.c.Scenarios) == 1 && !p.c.Years && f.Doubts() { // it stands beside the answer
			continue
		}
		texts = append(texts, p.texts.Flag(f, p.name(s)))
	}
	for _, c := range s.Costs {
		texts = append(texts, p.texts.Cost(c))
	}
	for _, n := range s.Notes {
		texts = append(texts, p.texts.Error(n))
	}
	if len(texts) > 0 {
		p.line()
	}
	for _, text := range texts {
		p.bullet(text)
	}
}

// bullet writes a sentence with a mark before it.
func (p *comparing) bullet(text string) {
	for i, l := range wrap(p.text(text), p.options.Width-len(indent)-2) {
		mark := "! "
		if i > 0 {
			mark = "  "
		}
		p.line(indent, p.in(strong, mark), l)
	}
}

// families says whether the ranking holds with other factors.
func (p *comparing) families() {
	ranked := p.c.Compared()
	if len(p.c.Families) == 0 || len(ranked) == 0 {
		return
	}
	scale := p.c.Scale()
	p.section(p.label("compare.families"), scale.Unit)
	rows := [][]gridCell{{{"", faint}, {p.label("compare.baseline"), faint}}}
	own := []gridCell{{p.label("compare.families.own"), plain}}
	own = append(own, gridCell{p.numbers.Scaled(p.c.Climate().Baseline, scale), plain})
	for _, at := range ranked {
		s := &p.c.Scenarios[at]
		name := p.label("compare.difference")
		if len(p.c.Scenarios) > 1 {
			name = p.numbers.Int(int64(s.Number))
		}
		rows[0] = append(rows[0], gridCell{name, faint})
		i, _ := p.climate(s)
		own = append(own, gridCell{p.texts.Change(i.Difference, scale), plain})
	}
	rows = append(rows, own)
	for _, f := range p.c.Families {
		row := []gridCell{{f.Name, plain}, {p.numbers.Scaled(f.Baseline, scale), plain}}
		for _, at := range ranked {
			row = append(row, gridCell{p.texts.Change(f.Differences[at], scale), plain})
		}
		rows = append(rows, row)
	}
	p.grid(rows)
	for _, f := range p.c.Families {
		p.note(p.texts.FamilySentence(p.c, f))
	}
}

// ending says how sure the figures are, and where reports were written.
func (p *comparing) ending() {
	p.line()
	switch u := p.c.Uncertainty; {
	case u == nil:
	case u.Method == uncertainty.BySimulation:
		p.note(p.label("compare.simulated", u.Draws, strconv.FormatUint(u.Seed, 10)))
	default:
		p.note(p.label("compare.first_order"))
	}
	if len(p.options.Written) > 0 {
		p.pair(p.label("terminal.written"), strings.Join(p.options.Written, ", "))
	}
}
