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

// WriteLevers writes what a person reads in a terminal of levers, and of when to
// replace devices.
func WriteLevers(w io.Writer, l *reports.Levers, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.Width == 0 {
		opt.Width = standardWidth
	}
	opt.Width = min(max(opt.Width, leastWidth), mostWidth)
	out := bufio.NewWriter(w)
	p := &levering{comparing: &comparing{printer: &printer{out: out, texts: texts, numbers: texts.Numbers(), options: opt}, c: l.Comparison}, l: l}
	p.heading()
	p.replacements()
	p.levers()
	p.byCategory()
	p.snippet()
	p.ending()
	return out.Flush() // keeps the first error of any write
}

// levering writes levers.
type levering struct {
	*comparing

	l *reports.Levers
}

func (p *levering) heading() {
	title := p.label("levers.title", p.texts.Period(p.c.Period))
	if p.c.Organisation != "" {
		title = p.label("compare.title.of", p.c.Organisation, title)
	}
	p.line(p.in(strong, p.short(p.text(title), p.options.Width)))
	subtitle := p.label("basis."+string(p.c.Method.WithDefaults().Basis)) + " · " + p.label("view."+string(p.c.View()))
	for _, l := range wrap(p.text(subtitle), p.options.Width) {
		p.line(p.in(faint, l))
	}
}

// replacements writes when replacing pays, by climate change.
func (p *levering) replacements() {
	if len(p.l.Replacements) == 0 {
		return
	}
	p.section(p.label("replace.title"), p.texts.Name("impact", string(factors.GWP)))
	rows := [][]gridCell{{{"", faint}, {p.label("column.units"), faint}, {p.label("replace.must"), faint}}}
	sure, pays, beyond := gridCell{p.label("replace.interval"), faint}, gridCell{p.label("replace.pays"), faint}, gridCell{p.label("replace.beyond"), faint}
	if p.l.Assumed {
		rows[0] = append(rows[0], pays, sure, beyond)
	} else {
		rows[0] = append(rows[0], sure, pays, beyond)
	}
	var unknown []string
	for i := range p.l.Replacements {
		r := &p.l.Replacements[i]
		name := p.texts.Key("category", r.Category)
		if r.Kind != "" {
			name = indent + p.texts.Key("variant", r.Kind)
		}
		b, ok := r.Impact(factors.GWP)
		if !ok {
			if r.Kind == "" {
				unknown = append(unknown, name)
			}
			continue
		}
		row := []gridCell{{name, plain}, {p.numbers.Count(r.Units), plain}, {p.less(b.Improvement, b), strong}}
		if p.l.Assumed {
			row = append(row, gridCell{p.texts.Verdict(b), strong}, gridCell{p.texts.AgeRange(b), plain})
		} else {
			row = append(row, gridCell{p.lessRange(b), plain}, gridCell{p.texts.Verdict(b), strong})
		}
		if b.BeyondShare.Valid {
			row = append(row, gridCell{p.numbers.Percent(b.BeyondShare.Decimal), plain})
		}
		if r.Kind != "" {
			for at := range row {
				row[at].ink = faint
			}
		}
		rows = append(rows, row)
	}
	p.grid(rows, 1)
	p.paragraph(p.label("replace.read"))
	p.assumption()
	if p.l.Assumed && p.l.Units.IsPositive() {
		p.bullet(p.label("replace.estate", p.numbers.Count(p.l.Units), p.numbers.Count(p.l.Beyond), p.numbers.Percent(reports.Share(p.l.Beyond, p.l.Units))))
	}
	if len(unknown) > 0 {
		p.note(p.label("replace.unknown", strings.Join(unknown, ", ")))
	}
}

// paragraph writes a text over as many lines as it takes.
func (p *levering) paragraph(text string) {
	for _, l := range wrap(p.text(text), p.options.Width-len(indent)) {
		p.line(indent, p.in(faint, l))
	}
}

// less writes by how much a new device must use less.
func (p *levering) less(share decimal.Decimal, b reports.BreakEven) string {
	switch {
	case !b.Use.IsPositive():
		return p.label("replace.no-use")
	case share.GreaterThan(decimal.NewFromInt(1)):
		return p.label("replace.more-than-all")
	}
	return p.numbers.Percent(share)
}

func (p *levering) lessRange(b reports.BreakEven) string {
	low, high := p.less(b.Low, b), p.less(b.High, b)
	if !b.Use.IsPositive() || low == high {
		return ""
	}
	return p.label("compare.between", low, high)
}

// assumption says what is assumed of newer devices.
func (p *levering) assumption() {
	if !p.l.Assumed {
		p.bullet(p.label("replace.assume.none"))
		return
	}
	said := make(map[string]bool)
	for i := range p.l.Replacements {
		r := &p.l.Replacements[i]
		text := p.label("replace.assume", p.texts.Newer(r.Newer))
		if !said[text] && r.Newer.Less.IsPositive() {
			said[text] = true
			p.bullet(text)
		}
	}
}

// levers writes what each step is worth.
func (p *levering) levers() {
	if len(p.l.Levers) == 0 {
		return
	}
	scale := p.leverScale()
	p.section(p.label("levers.worth"), p.texts.Name("impact", string(factors.GWP))+", "+scale.Unit)
	rows := [][]gridCell{{{"", faint}, {p.label("compare.difference"), faint}, {"", faint}, {p.label("compare.interval"), faint}}}
	for i := range p.l.Levers {
		l := &p.l.Levers[i]
		row := []gridCell{{strconv.Itoa(i+1) + ". " + p.texts.Name("lever", string(l.Key)), plain}}
		if l.Scenario == nil {
			rows = append(rows, append(row, gridCell{p.label("not.representative"), plain}))
			continue
		}
		gwp, _ := l.Scenario.Impact(factors.GWP, false)
		if !gwp.Known {
			rows = append(rows, append(row, gridCell{p.label("not.representative"), plain}))
			continue
		}
		row = append(row, gridCell{p.texts.Change(gwp.Difference, scale), strong}, gridCell{p.texts.Relative(gwp.Relative), plain})
		if sure, ok := l.Intervals[factors.GWP]; ok && !gwp.Difference.IsZero() {
			row = append(row, gridCell{p.texts.Range(sure, scale), plain})
		}
		rows = append(rows, row)
	}
	p.grid(rows, 3)
	p.paragraph(p.label("levers.read"))
	p.leverNotes()
}

// leverNotes writes what there is to know about levers, once for all that it is said of.
func (p *levering) leverNotes() {
	var notes []string
	about := make(map[string][]string)
	for i := range p.l.Levers {
		for _, note := range p.texts.LeverNotes(&p.l.Levers[i]) {
			if about[note] == nil {
				notes = append(notes, note)
			}
			if of := strconv.Itoa(i + 1); !slices.Contains(about[note], of) {
				about[note] = append(about[note], of)
			}
		}
	}
	for _, note := range notes {
		p.bullet(p.label("levers.about", strings.Join(about[note], ", "), note))
	}
}

// leverScale is that of the climate total, with the places that the largest
// difference needs.
func (p *levering) leverScale() figure.Scale {
	for i := range p.l.Levers {
		if s := p.l.Levers[i].Scenario; s != nil {
			_, scale := p.climate(s)
			return scale
		}
	}
	return figure.Scale{}
}

// mostLeverRows is how many categories the terminal shows; files have all.
const mostLeverRows = 10

// byCategory writes what each lever is worth for the categories that it is worth most
// for.
func (p *levering) byCategory() {
	scale := p.leverScale()
	header := []gridCell{{p.label("terminal.categories"), strong}}
	var keys []string
	cells := make(map[string]map[int]decimal.Decimal)
	for i := range p.l.Levers {
		l := &p.l.Levers[i]
		if l.Scenario == nil {
			continue
		}
		header = append(header, gridCell{strconv.Itoa(i + 1), faint})
		for _, c := range l.Categories {
			if cells[c.Key] == nil {
				cells[c.Key] = make(map[int]decimal.Decimal)
				keys = append(keys, c.Key)
			}
			cells[c.Key][i] = c.Differences[factors.GWP]
		}
	}
	rows := [][]gridCell{header}
	for n, key := range keys {
		if n == mostLeverRows {
			break
		}
		row := []gridCell{{p.texts.Key("category", key), plain}}
		for i := range p.l.Levers {
			if p.l.Levers[i].Scenario == nil {
				continue
			}
			text := "·"
			if d, ok := cells[key][i]; ok && !d.IsZero() {
				text = p.texts.Change(d, scale)
			}
			row = append(row, gridCell{text, plain})
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		p.line()
		p.grid(rows)
	}
}

// snippet writes the scenario that says the same as the first lever.
func (p *levering) snippet() {
	if len(p.l.Levers) == 0 || p.l.Levers[0].Scenario == nil || len(p.l.Levers[0].Categories) == 0 {
		return
	}
	p.section(p.label("levers.snippet"), "")
	for line := range strings.Lines(p.texts.LeverFile(p.l.Levers[0].Lever)) {
		p.line(indent, indent, p.text(strings.TrimRight(strings.ReplaceAll(line, "\t", "  "), "\n")))
	}
	p.paragraph(p.label("levers.write"))
}
