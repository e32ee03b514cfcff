package workbook

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"govfootprint/calc"
)

// methodWidth is how many characters the sheet Method is wide.
const methodWidth = 142.0

// method writes, in words, how the figures were worked out and how to read them.
func (b *book) method() {
	first := 30.0
	for _, n := range b.cellNames {
		first = min(max(first, 3+textWidth(n.name)), methodWidth/2)
	}
	s := b.add(b.label("sheet.method"), layout{tab: darkGrey, widths: []float64{first, methodWidth - first}, portrait: true})
	defer s.close()
	s.titles(b.label("method.title"), b.label("method.note"))
	s.row = 4
	section := func(key string) {
		s.tall = 24
		s.text(1, look{font: heading, edge: strongEdge}, b.label(key))
		s.text(2, look{edge: strongEdge}, "")
		s.end()
	}
	entry := func(name, text string) {
		s.text(1, look{font: bold, top: true, wrap: true, edge: faintEdge}, name)
		s.text(2, look{top: true, wrap: true, edge: faintEdge}, text)
		s.tall = rowHeight(wrappedText{text, int(methodWidth-first) + 2}, wrappedText{name, int(first) - 2})
		s.end()
	}
	for _, part := range []struct {
		heading string
		keys    []string
	}{
		{"method.scope", []string{"unit", "stages", "impacts", "unknown"}},
		{"method.formulas", []string{"manufacturing", "distribution", "use", "end_of_life"}},
		{"method.activities", b.activityFormulas()},
		{"method.choices", []string{"basis." + string(b.basis()), "view." + string(b.view())}},
		{"method.data", []string{"ladder", "grades", "coverage", "avoided"}},
		{"method.reading", []string{"rounding", "precision", "breakdowns"}},
	} {
		if len(part.keys) == 0 {
			continue
		}
		section(part.heading)
		for _, key := range part.keys {
			entry(b.label("method."+key+".name"), b.formula(key))
		}
		if part.heading == "method.choices" {
			for _, choice := range b.choices() {
				entry(choice[0], choice[1])
			}
		}
		s.skip(1)
	}
	section("method.names")
	for _, n := range b.cellNames {
		entry(n.name, n.what)
	}
	s.skip(1)
	section("method.scopes")
	for _, scope := range b.report.Scopes {
		entry(b.texts.Key("scope", string(scope.Key)), b.label("method.scope."+string(scope.Key)))
	}
	if b.basis() != calc.Acquired {
		entry(b.label("method.scope.basis.name"), b.label("summary.scopes.basis", b.basisName()))
	}
}

// activityFormulas lists the formulas of what the report has of activities and services.
func (b *book) activityFormulas() []string {
	var keys []string
	if b.report.Activity > 0 {
		keys = append(keys, "activity", "computing", "provider", "money", "once")
	}
	if len(b.report.Services) > 0 {
		keys = append(keys, "sci")
	}
	return keys
}

// formula returns the text of an entry: where it depends on the basis, that of
// the basis in force.
func (b *book) formula(key string) string {
	if of := "method." + key + "." + string(b.basis()); b.texts.Has(of) {
		return b.label(of)
	}
	return b.label("method." + key)
}

// basisName names the basis in force as a sentence does.
func (b *book) basisName() string { return b.label("basis." + string(b.basis())) }

// basis returns the basis in force, the default where none is named.
func (b *book) basis() calc.Basis { return cmp.Or(b.report.Method.Basis, calc.Annualised) }

// view returns the view of electricity that breakdowns and lines show.
func (b *book) view() calc.View { return b.report.View() }

// choices lists what the user of the program chose, as pairs of a name and a text.
func (b *book) choices() [][2]string {
	m := b.report.Method
	var list [][2]string
	add := func(key, text string) { list = append(list, [2]string{b.label(key), text}) }
	add("choice.period", b.texts.Days(b.report.Period))
	if m.Country == "" {
		add("choice.country", b.label("choice.country.world"))
	} else {
		add("choice.country", m.Country)
	}
	if len(m.Lifetimes) > 0 {
		var lives []string
		for _, category := range slices.Sorted(maps.Keys(m.Lifetimes)) {
			lives = append(lives, b.label("choice.lifetime", b.texts.Key("variant", category), m.Lifetimes[category]))
		}
		add("choice.lifetimes", strings.Join(lives, ", "))
	}
	if m.PUE.Valid {
		add("choice.pue", b.numbers.Exact(m.PUE.Decimal))
	}
	for _, c := range m.Contracts {
		add("choice.contract", b.label("choice.contract.text", c.Name, b.numbers.Percent(c.Share), cmp.Or(c.Site, c.Place, b.label("choice.everywhere")), b.numbers.Exact(c.Factor), cmp.Or(c.Instrument, "–")))
	}
	for _, owner := range slices.Sorted(maps.Keys(m.Attribution)) {
		add("choice.attribution", b.label("choice.attribution.text", b.texts.Name("ownership", string(owner)), b.numbers.Percent(m.Attribution[owner])))
	}
	if len(m.Expensed) > 0 {
		var names []string
		for _, category := range m.Expensed {
			names = append(names, b.texts.Name("category", category))
		}
		add("choice.expensed", strings.Join(names, ", "))
	}
	return list
}
