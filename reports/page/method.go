package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"govfootprint/calc"
)

// method says in words how the figures were worked out, and how to read them.
func (p *page) method() section {
	basis := string(p.report.Method.WithDefaults().Basis)
	var blocks []block
	add := func(heading string, keys ...string) {
		if len(keys) == 0 {
			return
		}
		terms := make([]pair, 0, len(keys))
		for _, key := range keys {
			terms = append(terms, pair{Name: p.label("method." + key + ".name"), Value: p.formula(key, basis)})
		}
		blocks = append(blocks, block{Heading: p.label(heading)}, block{Terms: terms})
	}
	add("method.choices", "basis."+basis, "view."+string(p.report.View()))
	blocks[len(blocks)-1].Terms = append(blocks[len(blocks)-1].Terms, p.choices()...)
	add("method.scope", "unit", "stages", "impacts", "unknown")
	add("method.formulas", "manufacturing", "distribution", "use", "end_of_life")
	add("method.activities", p.activityFormulas()...)
	add("method.data", "ladder", "grades", "coverage", "avoided")
	add("method.reading", "rounding", "breakdowns")
	scopes := make([]pair, 0, len(p.report.Scopes))
	for _, s := range p.report.Scopes {
		scopes = append(scopes, pair{Name: p.texts.Key("scope", string(s.Key)), Value: p.label("method.scope." + string(s.Key))})
	}
	if len(scopes) > 0 {
		blocks = append(blocks, block{Heading: p.label("method.scopes")}, block{Terms: scopes})
	}
	return p.section("method", blocks...)
}

// formula returns the text of an entry: the page's own, where the catalogue has
// one, or that of the basis in force, where it depends on the basis.
func (p *page) formula(key, basis string) string {
	for _, of := range []string{"page.method." + key, "method." + key + "." + basis} {
		if p.texts.Has(of) {
			return p.label(of)
		}
	}
	return p.label("method." + key)
}

// activityFormulas lists the formulas of what the report has of activities and services.
func (p *page) activityFormulas() []string {
	var keys []string
	if p.report.Activity > 0 {
		keys = append(keys, "activity", "computing", "provider", "money", "once")
	}
	if len(p.report.Services) > 0 {
		keys = append(keys, "sci")
	}
	return keys
}

// choices lists what the organisation chose.
func (p *page) choices() []pair {
	m := p.report.Method
	var list []pair
	add := func(key, text string) { list = append(list, pair{Name: p.label(key), Value: clean(text)}) }
	add("choice.period", p.texts.Days(p.report.Period))
	add("choice.country", cmp.Or(m.Country, p.label("choice.country.world")))
	if len(m.Lifetimes) > 0 {
		var lives []string
		for _, category := range slices.Sorted(maps.Keys(m.Lifetimes)) {
			lives = append(lives, p.label("choice.lifetime", p.texts.Key("variant", category), m.Lifetimes[category]))
		}
		add("choice.lifetimes", strings.Join(lives, ", "))
	}
	if m.PUE.Valid {
		add("choice.pue", p.numbers.Exact(m.PUE.Decimal))
	}
	for _, c := range m.Contracts {
		add("choice.contract", p.contract(c))
	}
	for _, owner := range slices.Sorted(maps.Keys(m.Attribution)) {
		add("choice.attribution", p.label("choice.attribution.text", p.texts.Name("ownership", string(owner)), p.numbers.Percent(m.Attribution[owner])))
	}
	if len(m.Expensed) > 0 {
		var names []string
		for _, category := range m.Expensed {
			names = append(names, p.texts.Name("category", category))
		}
		add("choice.expensed", strings.Join(names, ", "))
	}
	return list
}

func (p *page) contract(c calc.Contract) string {
	return p.label("choice.contract.text", c.Name, p.numbers.Percent(c.Share), cmp.Or(c.Site, c.Place, p.label("choice.everywhere")),
		p.numbers.Exact(c.Factor), cmp.Or(c.Instrument, "–"))
}
