package summary

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// indent stands before everything below a heading.
const indent = "  "

// heading says whose footprint it is, of which period, and how it was worked out.
func (p *printer) heading() {
	r := p.report
	title := p.label("report.title", p.texts.Period(r.Period))
	if r.Organisation != "" {
		title = p.label("report.title.of", r.Organisation, p.texts.Period(r.Period))
	}
	p.line(p.in(strong, p.short(p.text(title), p.options.Width)))
	basis := p.label("basis." + string(r.Method.WithDefaults().Basis))
	view := p.label("headline." + string(r.View()))
	text := p.label("summary.subtitle", p.texts.Days(r.Period), basis, view, p.texts.Whole(r))
	if r.Method.Users > 0 {
		text += p.label("summary.users", r.Method.Users)
	}
	for _, l := range wrap(p.text(text), p.options.Width) {
		p.line(p.in(faint, l))
	}
}

// section writes the heading of a section after an empty line.
func (p *printer) section(name, aside string) {
	p.line()
	p.line(p.in(strong, p.text(name)), "  ", p.in(faint, p.text(aside)))
}

// totals writes every impact: its total, for each unit and person, its coverage.
func (p *printer) totals() {
	r := p.report
	people, units := r.Method.Users > 0, r.Activity == 0 // the total of devices and activities is of no number of units
	row := func(i ink, name, total, unit, person, covered string, emphasis ink) []gridCell {
		cells := []gridCell{{name, i}, {total, emphasis}}
		if units {
			cells = append(cells, gridCell{unit, i})
		}
		if people {
			cells = append(cells, gridCell{person, i})
		}
		return append(cells, gridCell{covered, i})
	}
	rows := [][]gridCell{row(faint, "", p.label("terminal.total"), p.label("terminal.unit"), p.label("terminal.person"), p.texts.Kinds(r, "terminal.coverage"), faint)}
	for _, i := range r.Impacts {
		name := p.texts.Name("impact", string(i.Key))
		if !i.Known {
			rows = append(rows, []gridCell{{name, plain}, {p.label("terminal.unknown"), faint}})
			continue
		}
		emphasis := plain
		if i.Key == factors.GWP {
			emphasis = strong
		}
		hue := plain
		if !i.Representative() {
			hue = faint // more is missing than known
			if emphasis == plain {
				emphasis = faint
			}
		}
		rows = append(rows, row(hue, name, p.atLeast(i), p.each(i, r.Units), p.each(i, r.Users()), p.coverage(i.Coverage), emphasis))
		if i.Market.Valid { // beside the location-based total, never instead of it
			rows = append(rows, []gridCell{{p.label("terminal.market"), faint}, {p.amount(i.Market.Decimal, i.Unit), plain}})
		}
	}
	var spare []int // never the coverage, which is the last
	if units && people {
		spare = []int{2, 3}
	} else if units || people {
		spare = []int{2}
	}
	p.line()
	p.grid(rows, spare...)
	if unread := p.texts.Unread(r.Manifest); unread != "" {
		for _, l := range wrap(p.text(unread), p.options.Width-len(indent)) {
			p.line(indent, p.in(strong, l))
		}
	}
}

// coverage writes for how much a total stands: units, activities, or one and the other.
func (p *printer) coverage(c calc.Coverage) string {
	share := p.numbers.Percent(c.Share)
	if p.report.Activity == 0 || p.report.Units.IsZero() {
		return share
	}
	switch {
	case c.Activities == 0:
		return share + ", –"
	case c.Units.IsZero():
		return "–, " + share
	}
	return share + ", " + p.numbers.Percent(c.ActivityShare())
}

// atLeast writes an impact's total, and where more is missing than known, that
// it is a part and not the result.
func (p *printer) atLeast(i reports.Impact) string {
	total := p.amount(i.Total, i.Unit)
	if !i.Representative() {
		return "≥ " + total
	}
	return total
}

// amount writes a figure in the multiple of its unit that suits it.
func (p *printer) amount(value decimal.Decimal, unit string) string {
	scale := figure.ScaleFor(unit, value)
	return p.numbers.Scaled(value, scale) + " " + scale.Unit
}

// each writes an impact's total for each of a number, nothing for none, and a
// dash where the total stands for too few to be a mean.
func (p *printer) each(i reports.Impact, n decimal.Decimal) string {
	if !n.IsPositive() {
		return ""
	}
	if !i.Representative() {
		return p.label("not.representative")
	}
	return p.amount(reports.Share(i.Total, n), i.Unit)
}

// part is a row of a chart: a name, an amount, its share of the total.
type part struct {
	name, aside string
	value       decimal.NullDecimal // null where nothing is known
}

// chart writes parts of a climate total with bars. The figures are rounded so
// that they add up to the total as it is shown.
func (p *printer) chart(parts []part, total decimal.Decimal, unit string) {
	scale := figure.ScaleFor(unit, total)
	if scale.Places >= 0 && scale.Places < 2 && figure.Magnitude(scale.Apply(total)) < 3 {
		scale.Places++
	}
	var (
		exact   = make([]decimal.Decimal, len(parts))
		largest decimal.Decimal
		names   = 14
		asides  = 0
	)
	for i, part := range parts {
		exact[i] = scale.Apply(part.value.Decimal)
		largest = decimal.Max(largest, exact[i])
		names = max(names, min(26, width(p.text(part.name))))
		asides = max(asides, width(p.text(part.aside)))
	}
	figures := 0
	amounts := make([]string, len(parts))
	for i := range exact { // each alone, so that every report shows the same figure
		amounts[i] = p.text(p.numbers.Part(exact[i], figure.Round(exact[i], scale.Places), scale))
		if !parts[i].value.Valid {
			amounts[i] = p.text(p.label("terminal.unknown"))
		}
		figures = max(figures, width(amounts[i]))
	}
	const share = 7
	bars := p.options.Width - len(indent) - names - 1 - figures - 1 - share
	if asides > 0 {
		bars -= asides + 2
	}
	bars = min(max(bars, 8), 44)
	for i, part := range parts {
		percent := ""
		if part.value.Valid {
			percent = p.numbers.Percent(reports.Share(part.value.Decimal, total))
		}
		cells := []string{
			indent, p.left(p.text(part.name), names), " ",
			p.in(first, p.bar(exact[i], largest, bars)), " ",
			right(amounts[i], figures), right(p.text(percent), share),
		}
		if asides > 0 {
			cells = append(cells, "  ", p.in(faint, right(p.text(part.aside), asides)))
		}
		p.line(cells...)
	}
}

// gwp returns the climate total, and whether there is one.
func (p *printer) gwp() (reports.Impact, bool) {
	i, ok := p.report.Impact(factors.GWP)
	return i, ok && i.Known
}

// breakdownUnit names the unit in which a breakdown of the climate total is
// shown, and its view of electricity where that is not the total's.
func (p *printer) breakdownUnit(i reports.Impact) string {
	unit := figure.ScaleFor(i.Unit, i.Shown.Decimal).Unit
	if p.report.View() == calc.MarketBased {
		return p.label("viewed.market", unit)
	}
	return unit
}

// stages writes the climate total by life-cycle stage.
func (p *printer) stages() {
	gwp, ok := p.gwp()
	if !ok || !gwp.Shown.Valid {
		return
	}
	p.section(p.label("terminal.stages"), p.breakdownUnit(gwp))
	var parts []part
	for _, s := range gwp.Stages {
		if s.Shown.Valid {
			parts = append(parts, part{name: p.texts.Name("stage", string(s.Stage)), value: s.Shown})
		}
	}
	p.chart(parts, gwp.Shown.Decimal, gwp.Unit)
	if !gwp.SeveralStages.IsZero() {
		p.note(p.label("summary.several", p.amount(gwp.SeveralStages, gwp.Unit)))
	}
}

// topCategories is how many kinds of equipment are named; the rest is one row.
const topCategories = 8

// categories writes the climate total by kind of equipment.
func (p *printer) categories() {
	gwp, ok := p.gwp()
	slices := p.report.Breakdown(calc.ByCategory).Slices
	if !ok || !gwp.Shown.Valid || len(slices) == 0 {
		return
	}
	p.section(p.texts.Kinds(p.report, "terminal.categories"), p.breakdownUnit(gwp))
	var parts []part
	add := func(name string, s reports.Slice) {
		value, known := s.Total(factors.GWP)
		parts = append(parts, part{
			name: name, aside: p.texts.Size(s), value: decimal.NullDecimal{Decimal: value, Valid: known},
		})
	}
	shown := slices
	if len(slices) > topCategories+1 {
		shown = slices[:topCategories]
	}
	for _, s := range shown {
		add(p.texts.Key("category", s.Key), s)
	}
	if rest := slices[len(shown):]; len(rest) > 0 {
		add(p.label("summary.others", len(rest)), reports.Merge(rest))
	}
	p.chart(parts, gwp.Shown.Decimal, gwp.Unit)
}

// scopes writes the climate total by scope, location- and market-based side by side.
func (p *printer) scopes() {
	gwp, ok := p.gwp()
	if !ok || len(p.report.Scopes) == 0 {
		return
	}
	scale := figure.ScaleFor(gwp.Unit, gwp.Total)
	if scale.Places >= 0 && scale.Places < 2 {
		scale.Places++
	}
	p.section(p.label("terminal.scopes"), scale.Unit)
	market := p.report.Electricity.Market.Valid
	var rows [][]gridCell
	if market {
		rows = append(rows, []gridCell{{"", faint}, {p.label("terminal.location"), faint}, {p.label("terminal.market_based"), faint}})
	}
	for _, s := range p.report.Scopes {
		row := []gridCell{{p.texts.Key("scope", string(s.Key)), plain}, {p.numbers.Scaled(s.Location, scale), plain}}
		if s.Market.Valid {
			row = append(row, gridCell{p.numbers.Scaled(s.Market.Decimal, scale), plain})
		}
		rows = append(rows, row)
	}
	p.grid(rows)
	if !market {
		p.note(p.label("terminal.market.none"))
	}
	if p.report.Method.WithDefaults().Basis != calc.Acquired && !p.report.Units.IsZero() {
		p.note(p.label("terminal.scopes.basis"))
	}
}

// note writes a sentence about what stands above it.
func (p *printer) note(text string) {
	for _, l := range wrap(p.text(text), p.options.Width-len(indent)) {
		p.line(indent, p.in(faint, l))
	}
}

// quality writes on data of which quality the climate total rests, and how much
// of the equipment it covers.
func (p *printer) quality() {
	gwp, ok := p.gwp()
	if !ok {
		return
	}
	var grades []string
	for _, g := range gwp.Grades {
		if g.Grade != 0 {
			grades = append(grades, g.Grade.String()+" "+p.numbers.Percent(g.Share))
		}
	}
	aside := ""
	if p.report.View() == calc.MarketBased {
		aside = p.label("view.market")
	}
	p.section(p.label("terminal.quality"), aside)
	p.pair(p.label("terminal.grades"), strings.Join(grades, "   "))
	heading := p.label("terminal.covered")
	if c := gwp.Coverage; !c.Units.IsZero() || c.Activities == 0 {
		covered := p.label("terminal.covered.text", c.UnitsCovered, c.Units, p.numbers.Percent(c.Share))
		if c.UnitsPartly.IsPositive() {
			covered += p.label("terminal.partly", c.UnitsPartly)
		}
		p.pair(heading, covered)
		heading = ""
	}
	if c := gwp.Coverage; c.Activities > 0 {
		p.pair(heading, p.label("terminal.covered.activities", c.ActivitiesCovered, c.Activities, p.numbers.Percent(c.ActivityShare())))
		p.coveredByStage(gwp)
	}
}

// coveredByStage says of which stages the figures of activities are missing
// most: hardly anybody publishes the distribution and end of life of services,
// and the share with a figure for every stage tells only of those.
func (p *printer) coveredByStage(i reports.Impact) {
	if i.Coverage.ActivitiesCovered == i.Coverage.Activities {
		return
	}
	var stages []string
	for _, s := range i.Stages {
		if s.Applies && s.Coverage.Activities > 0 {
			stages = append(stages, wording.Within(p.texts.Name("stage", string(s.Stage)))+" "+p.numbers.Percent(s.Coverage.ActivityShare()))
		}
	}
	p.pair("", p.label("terminal.covered.stages", strings.Join(stages, ", ")))
}

// capacity writes how much of the hosts of virtual machines is idle.
func (p *printer) capacity() {
	c, stated := p.report.Capacity()
	if !stated {
		return
	}
	gwp, _ := p.report.Impact(factors.GWP)
	p.section(p.label("terminal.capacity"), "")
	p.pair(p.label("terminal.idle"), p.label("terminal.idle.text", c.Idle, c.Hosts, p.amount(c.TotalIdle, gwp.Unit), p.numbers.Percent(c.Share())))
}

// services writes the footprint of each service by what it is for.
func (p *printer) services() {
	if len(p.report.Services) == 0 {
		return
	}
	p.section(p.label("terminal.services"), "")
	gwp, _ := p.report.Impact(factors.GWP)
	for _, s := range p.report.Services {
		text := p.label("not.known")
		if per, known := s.PerUnit[factors.GWP]; known {
			text = p.label("terminal.service", p.amount(per, gwp.Unit), s.Unit, p.numbers.Exact(s.Count))
			if i := s.Intensity; i.Value.Valid {
				text += p.label("terminal.service.sci", p.amount(i.Operational, gwp.Unit), p.amount(i.Embodied, gwp.Unit))
				if !i.Whole.IsZero() {
					text += p.label("terminal.service.whole", p.amount(i.Whole, gwp.Unit))
				}
			} else {
				text += p.label("terminal.service.none")
			}
		}
		if c := s.Coverage[factors.GWP]; c.RowsCovered < c.Rows {
			text += p.label("terminal.service.covered", c.RowsCovered, c.Rows)
		}
		p.pair(s.Name, text)
	}
	p.note(p.label("terminal.services.note"))
}

// pair writes a name and what is to say about it, over as many lines as it takes. A
// name that is too long to stand before it stands above.
func (p *printer) pair(name, text string) {
	const names = 16
	if width(p.text(name)) >= names {
		p.line(indent, p.short(p.text(name), p.options.Width-len(indent)))
		name = ""
	}
	for i, l := range wrapped(p.text(text), p.options.Width-len(indent)-names) {
		if i > 0 {
			name = ""
		}
		p.line(indent, p.left(p.text(name), names), l)
	}
}

// wrapped is wrap, with runs of spaces kept where everything fits on one line.
func wrapped(text string, columns int) []string {
	if width(text) <= columns {
		return []string{text}
	}
	return wrap(text, columns)
}

// rows writes what became of the rows of the inventory.
func (p *printer) rows() {
	r := p.report.Rows
	p.section(p.label("terminal.rows"), p.label("terminal.rows.read", r.Read))
	p.pair(p.label("terminal.assessed"), p.numbers.Int(r.Recognised()))
	if r.Unrecognised > 0 {
		p.pair(p.label("terminal.unrecognised"), p.label("terminal.listed", r.Unrecognised))
	}
	if r.Excluded > 0 {
		p.pair(p.label("terminal.excluded"), p.reasons(r.Excluded, r.Exclusions))
	}
	if r.Rejected > 0 {
		p.pair(p.label("terminal.rejected"), p.rejections(r, p.report.Problems))
	}
	p.columns()
	p.asked()
}

// reasons says how many rows were left out, and why, with their numbers.
func (p *printer) reasons(all int64, reasons []reports.Reason) string {
	return p.listed(p.numbers.Int(all), reasons)
}

func (p *printer) listed(all string, reasons []reports.Reason) string {
	var list []string
	for _, reason := range reasons {
		list = append(list, p.label("terminal.reason", wording.Within(p.texts.Reason(reason.Code)), reason.Rows))
	}
	if len(list) == 0 {
		return all
	}
	return p.label("terminal.reasons", all, strings.Join(list, ", "))
}

// rejections is reasons of the rows that were rejected. What to fix lists each reason
// of a row, so that a row may stand there more often than here.
func (p *printer) rejections(r reports.Rows, problems reports.Problems) string {
	all := p.numbers.Int(r.Rejected)
	if problems.RejectedTwice(r) {
		all = p.label("rows.first_reason", all)
	}
	return p.listed(all, r.Rejections)
}

// topActions is how many steps are listed.
const topActions = 8

// mostStepLines is over how many lines the text of a step may go: more than any of the
// catalogue's own needs, and an end to a name that somebody made endless.
const mostStepLines = 8

// titled writes a title with what stands beside it, below it where both do not fit.
func (p *printer) titled(number, title, aside string, i ink) {
	room := p.options.Width - len(indent) - len(number)
	if width(title)+2+width(aside) <= room {
		p.line(indent, number, p.in(i, title), "  ", p.in(faint, aside))
		return
	}
	for _, l := range p.lines(title, room, mostStepLines) {
		p.line(indent, number, p.in(i, l))
		number = strings.Repeat(" ", len(number))
	}
	for _, l := range wrap(aside, room) {
		p.line(indent, number, p.in(faint, l))
	}
}

// actions writes what to fix first, numbered, each with what to do.
func (p *printer) actions() {
	if len(p.report.Actions) == 0 {
		return
	}
	p.section(p.label("summary.first"), "")
	listed := p.report.Actions[:min(topActions, len(p.report.Actions))]
	for n, a := range listed {
		m := p.texts.Action(a)
		aside := p.texts.Affected(a)
		if worth := p.texts.Worth(a); worth != "" {
			aside += ", " + worth
		}
		number := fmt.Sprintf("%d ", n+1)
		room := p.options.Width - len(indent) - len(number)
		p.titled(number, p.text(m.Title), p.text(aside), strong)
		most := mostStepLines
		if a.Problem != nil {
			most += len(a.Problem.Files) // each of them is named
		}
		for _, l := range p.lines(m.Text+".", room, most) {
			p.line(indent, strings.Repeat(" ", len(number)), l)
		}
		arrow := p.text("→ ")
		for i, l := range wrap(p.text(m.Fix), room-width(arrow)) {
			if i > 0 {
				arrow = strings.Repeat(" ", width(arrow))
			}
			p.line(indent, strings.Repeat(" ", len(number)), p.in(first, arrow), l)
		}
	}
	if more := len(p.report.Actions) - len(listed); more > 0 {
		p.line(indent, p.in(faint, p.text(p.label("terminal.more", more))))
	}
}

// beyond names what no step can mend, because only other factors could.
func (p *printer) beyond() {
	if len(p.report.Beyond) == 0 {
		return
	}
	p.section(p.label("summary.beyond"), "")
	for _, a := range p.report.Beyond {
		title, aside := p.text(p.texts.Action(a).Title), p.text(p.texts.Affected(a))
		p.titled("", title, aside, plain)
	}
	for _, l := range wrap(p.text(p.label("summary.beyond.note")), p.options.Width-len(indent)) {
		p.line(indent, p.in(faint, l))
	}
}

// sources names the factor packs used and where the report was written.
func (p *printer) sources() {
	used := 0
	var packs []string
	for _, pack := range p.report.Packs {
		if pack.Used > 0 {
			packs = append(packs, pack.Ref())
			used += pack.Used
		}
	}
	p.line()
	if len(packs) > 0 {
		p.foot(p.label("terminal.packs"), p.label("terminal.packs.text", used, strings.Join(packs, ", ")))
	}
	for i, name := range p.options.Written {
		heading := ""
		if i == 0 {
			heading = p.label("terminal.written")
		}
		p.foot(heading, name)
	}
}

// foot writes a name and a text at the margin.
func (p *printer) foot(name, text string) {
	const names = 10
	for i, l := range wrapped(p.text(text), p.options.Width-names) {
		if i > 0 {
			name = ""
		}
		p.line(p.in(faint, p.left(p.text(name), names)), l)
	}
}
