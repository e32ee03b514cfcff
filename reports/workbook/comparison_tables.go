package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Columns of amounts on the sheets of scopes and of other factors, that formulas point to.
const (
	besideBaseline = 5
	besideValue    = 6
	besideChange   = 7
)

// beside starts a sheet of amounts beside those of the baseline.
func (b *comparisonBook) beside(name, heading, note, tab string, first, second column) *table {
	return b.table(name, heading, note, tab, 3, []column{
		{header: b.label("column.number"), width: 6, format: wholeFormat}, first, second,
		{header: b.label("column.unit"), width: 12},
		{header: b.before(), width: 15, format: signedFormat},
		{header: b.with(), width: 15, format: signedFormat},
		{header: b.label("column.difference"), width: 15, format: signedFormat, look: look{font: bold}},
		{header: b.label("column.relative"), width: 11, format: percentFormat},
	})
}

// besideRow writes two amounts and, as formulas, the difference.
func (b *comparisonBook) besideRow(t *table, scale figure.Scale, before, after decimal.Decimal) {
	style, row := t.inScale(scale), t.row
	before, after = scale.Apply(before), scale.Apply(after)
	change := after.Sub(before)
	t.value(besideBaseline-1, scale.Unit)
	t.cell(besideBaseline, style(besideBaseline), float(before), "")
	t.cell(besideValue, style(besideValue), float(after), "")
	t.cell(besideChange, style(besideChange), float(change), ref(besideValue, row)+"-"+ref(besideBaseline, row))
	if !before.IsZero() {
		t.cell(besideChange+1, t.styles[besideChange], float(reports.Share(change, before)), ref(besideChange, row)+"/"+ref(besideBaseline, row))
	}
	t.end()
}

// named is the column of the scenarios, or of the year.
func (b *comparisonBook) named() column {
	first := b.label("compare.scenario")
	if b.c.Years {
		first = b.label("choice.period")
	}
	return column{header: first, width: comparedNameWidth, wrap: true, look: look{font: bold}}
}

// scopes writes the climate total of each scenario by scope of the GHG Protocol, where
// there are several: what moves to a provider moves from one to another.
func (b *comparisonBook) scopes() {
	most := 0
	for n := range b.c.Scenarios {
		gwp, _ := b.c.Scenarios[n].Impact(factors.GWP, false)
		most = max(most, len(gwp.Scopes))
	}
	if most < 2 { // one alone is the whole
		return
	}
	t := b.beside(b.label("sheet.scopes"), b.label("compare.scopes"), b.label("compare.scopes.note"), darkBlue,
		b.named(), column{header: b.label("column.scope"), width: 22})
	for n := range b.c.Scenarios {
		s := &b.c.Scenarios[n]
		gwp, _ := s.Impact(factors.GWP, false)
		for _, part := range gwp.Scopes {
			t.values(s.Number, b.name(s), b.label("compare.scope", part.Number))
			t.tall = rowHeight(wrappedText{b.name(s), comparedNameWidth})
			b.besideRow(t, b.scale(gwp), part.Baseline, part.Value)
		}
	}
	t.done("ComparedScopes")
}

// families writes whether the answer holds with other published factors.
func (b *comparisonBook) families() {
	if len(b.c.Families) == 0 {
		return
	}
	note := ""
	for n, f := range b.c.Families {
		if n > 0 {
			note += " "
		}
		note += b.texts.FamilySentence(b.c, f)
	}
	t := b.beside(b.label("sheet.families"), b.label("page.section.families"), cellText(note), orange,
		b.named(), column{header: b.label("page.column.family"), width: 44, wrap: true})
	row := func(s *reports.ComparedScenario, family string, scale figure.Scale, before, difference decimal.Decimal) {
		t.values(s.Number, b.name(s), family)
		t.tall = rowHeight(wrappedText{b.name(s), comparedNameWidth}, wrappedText{family, 44})
		b.besideRow(t, scale, before, before.Add(difference))
	}
	for _, at := range b.c.Ranking {
		s := &b.c.Scenarios[at]
		gwp, _ := s.Impact(factors.GWP, false)
		if !gwp.Known {
			continue
		}
		row(s, b.label("compare.families.own"), b.scale(gwp), gwp.Baseline, gwp.Difference)
		for _, f := range b.c.Families {
			row(s, f.Name, b.scale(gwp), f.Baseline, f.Differences[at])
		}
	}
	t.done("OtherFactors")
}

// ranking writes how probable it is that one scenario has less than another.
func (b *comparisonBook) ranking() {
	u := b.c.Uncertainty
	if u == nil || u.Below == nil || len(b.c.Scenarios) < 2 {
		return
	}
	columns := []column{{header: b.label("column.number"), width: 6, format: wholeFormat}, b.named()}
	for _, at := range b.c.Ranking {
		columns = append(columns, column{header: b.label("page.column.below", b.c.Scenarios[at].Number), width: 12, format: b.probability()})
	}
	t := b.table(b.label("sheet.ranking"), b.label("page.table.ranking"), b.label("compare.ranking.note"), turquoise, 2, columns)
	for _, one := range b.c.Ranking {
		s := &b.c.Scenarios[one]
		t.values(s.Number, s.Name)
		for n, other := range b.c.Ranking {
			if one != other && !(u.Below[one][other].IsZero() && u.Below[other][one].IsZero()) { // the same in every draw
				t.value(3+n, u.Below[one][other])
			}
		}
		t.tall = rowHeight(wrappedText{s.Name, comparedNameWidth})
		t.end()
	}
	t.done("Ranking")
}
