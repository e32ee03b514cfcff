package page

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// summary is what to know in a minute: the key figures, what they say, every total.
func (p *page) summary() section {
	blocks := []block{{Cards: p.cards()}, {List: p.facts()}}
	if unread := p.texts.Unread(p.report.Manifest); unread != "" {
		blocks = slices.Insert(blocks, 1, block{Text: clean(unread)})
	}
	blocks = append(blocks, p.howSure()...)
	return p.section("summary", append(blocks, block{Note: p.label("page.coverage.note")}, block{Table: p.totalsByStage()}, block{Note: p.several()})...)
}

// cards are the key figures.
func (p *page) cards() []pair {
	gwp, ok := p.gwp()
	if !ok {
		return nil
	}
	total := p.amount(gwp.Total, gwp.Unit)
	if !gwp.Representative() {
		total = "≥ " + total
	}
	cards := []pair{{Name: p.label("page.card.total"), Value: total, Aside: p.between(gwp)}}
	if gwp.Market.Valid {
		cards = append(cards, pair{Name: p.label("page.card.market"), Value: p.amount(gwp.Market.Decimal, gwp.Unit)})
	}
	if share, ok := p.embodied(gwp); ok {
		cards = append(cards, pair{Name: p.label("page.card.embodied"), Value: p.numbers.Percent(share)})
	}
	if gwp.Representative() {
		if each := p.each(gwp, p.report.Users()); each != "" {
			cards = append(cards, pair{Name: p.label("page.card.user"), Value: each})
		}
		if each := p.each(gwp, p.report.Units); each != "" && p.report.Activity == 0 {
			cards = append(cards, pair{Name: p.label("page.card.unit"), Value: each})
		}
	}
	if energy, ok := p.report.Impact(factors.Energy); ok && energy.Known {
		cards = append(cards, pair{Name: p.label("page.card.energy"), Value: p.amount(energy.Total, energy.Unit)})
	}
	if c := gwp.Coverage; !c.Units.IsZero() || c.Activities == 0 {
		cards = append(cards, pair{Name: p.label("page.card.coverage"), Value: p.numbers.Percent(c.Share)})
	}
	if c := gwp.Coverage; c.Activities > 0 {
		cards = append(cards, pair{Name: p.label("page.card.activities"), Value: p.numbers.Percent(c.ActivityShare())})
	}
	return cards
}

// embodied returns which share of the climate total is not of use, and whether
// that can be told.
func (p *page) embodied(gwp reports.Impact) (decimal.Decimal, bool) {
	if !gwp.Stage(factors.Use).Known || !p.report.Units.IsPositive() || !gwp.Total.IsPositive() {
		return decimal.Zero, false
	}
	return reports.Share(gwp.Embodied(), gwp.Total), true
}

// facts says in sentences what a reader would look for in the tables.
func (p *page) facts() []string {
	gwp, ok := p.gwp()
	if !ok || !gwp.Total.IsPositive() {
		return []string{p.label("page.fact.unknown")}
	}
	var list []string
	say := func(key string, args ...any) { list = append(list, p.label(key, args...)) }
	if !gwp.Representative() {
		say("page.fact.part")
	}
	if kinds := p.report.Breakdown(calc.ByCategory).Slices; len(kinds) > 1 && gwp.Shown.Valid {
		first, _ := kinds[0].Total(factors.GWP)
		name := clean(p.texts.Key("category", kinds[0].Key))
		say("page.fact.kind", name, p.numbers.Percent(reports.Share(first, gwp.Shown.Decimal)))
		if len(kinds) > 4 {
			three, _ := reports.Merge(kinds[:3]).Total(factors.GWP)
			list[len(list)-1] += p.label("page.fact.kinds", p.numbers.Percent(reports.Share(three, gwp.Shown.Decimal)))
		}
		list[len(list)-1] += "."
	}
	if two, three, ok := p.scopeShares(gwp.Total); ok {
		say("page.fact.scopes", p.numbers.Percent(two), p.numbers.Percent(three))
	}
	good := decimal.Zero
	for _, g := range gwp.Grades {
		if g.Grade == factors.GradeA || g.Grade == factors.GradeB {
			good = good.Add(g.Share)
		}
	}
	say("page.fact.quality", p.numbers.Percent(good))
	if rows := p.report.Rows; rows.Rejected+rows.Unrecognised > 0 {
		say("page.fact.missing", rows.Rejected+rows.Unrecognised, rows.Read)
	}
	if len(p.report.Actions) > 0 {
		s := p.step(p.report.Actions[0])
		say("page.fact.first", wording.Within(s.Title), strings.TrimSuffix(s.Fix, "."))
	}
	return list
}

// scopeShares returns the shares of Scope 2 and of Scope 3 of the climate total.
func (p *page) scopeShares(total decimal.Decimal) (two, three decimal.Decimal, ok bool) {
	for _, s := range p.report.Scopes {
		if s.Key == calc.Scope2 {
			two = two.Add(s.Location)
			continue
		}
		three = three.Add(s.Location)
	}
	return reports.Share(two, total), reports.Share(three, total), len(p.report.Scopes) > 0
}

// several says how much of the climate total is of several stages at once.
func (p *page) several() string {
	gwp, ok := p.gwp()
	if !ok || gwp.SeveralStages.IsZero() {
		return ""
	}
	return p.label("summary.several", p.amount(gwp.SeveralStages, gwp.Unit))
}
