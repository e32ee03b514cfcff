package disclosure

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// Years between which the programme lets an agency choose its base year, by the
// calendar year in which it ends: 2015/16 to 2022/23.
const (
	firstBase = 2016
	lastBase  = 2023
)

// minimumCuts are the programme's minimum gross reductions. That of 2025 is for
// base years up to 2019/20.
var minimumCuts = []struct {
	year int
	cut  decimal.Decimal
}{{2025, decimal.New(21, -2)}, {2030, decimal.New(42, -2)}}

// newZealand is the IT part of an agency's report to the Carbon Neutral Government
// Programme: base year and this year, targets for 2025 and 2030, initiatives.
func (a *author) newZealand() {
	v := a.view(NewZealand,
		english("Further information on CNGP reporting", "https://environment.govt.nz/what-government-is-doing/areas-of-work/climate-change/carbon-neutral-government-programme/tracking-progress/further-information-on-cngp-reporting"),
		english("Carbon Neutral Government Programme: a guide to managing your greenhouse gas emissions", "https://environment.govt.nz/publications/cngp-measuring-and-reporting-ghg-emissions"),
	)
	a.nzEmissions(v)
	a.nzTargets(v)
	a.nzStatements(v)
	v.note(said("nz.note"))
}

// nzEmissions is base year and this year by scope, and this year by category of
// scope 3.
func (a *author) nzEmissions(v *viewAuthor) {
	years := a.yearsTable()
	t := v.table("emissions", head("scope"), years.Columns[years.column("base")], years.Columns[years.column("current")], figures("change_base", Share))
	add := func(key string, name Text) *Row {
		return t.add(key, words(name), a.copied(Scopes, "years", key, "base"), a.copied(Scopes, "years", key, "current"), a.copied(Scopes, "years", key, "change_base"))
	}
	for _, key := range []string{"scope_1", "scope_2", "scope_3"} {
		add(key, said("years."+key))
	}
	for _, key := range calc.Scopes {
		if key == calc.Scope2 {
			continue
		}
		c := a.copied(Scopes, "inventory", string(key), "location")
		if c != nil && c.Figure != nil {
			t.add(string(key), words(scopeName(key)), gap(said("gap.base_category"), said("give.base_category")), c, nil).Level = 1
		}
	}
	add("total", said("years.total")).Total = true
}

// nzTargets are the targets for 2025 and 2030 beside the programme's minimum.
func (a *author) nzTargets(v *viewAuthor) {
	t := v.table("targets", head("year"), figures("minimum", Share), figures("cut", Share),
		Column{Key: "base", Head: said("column.base"), Unit: Tonnes}, figures("aimed", Tonnes), Column{Key: "current", Head: said("column.period", a.report.Period), Unit: Tonnes}, figures("to_go", Tonnes))
	t.Note = said("nz.targets.note")
	for _, m := range minimumCuts {
		key := decimal.NewFromInt(int64(m.year)).String()
		cut := gap(said("gap.target", key), said("give.target", key, share(m.cut)))
		for _, target := range a.report.Reporting.Targets {
			if target.Year == m.year && target.Of == factors.GWP {
				cut = given(target.Cut, Share)
			}
		}
		minimum := given(m.cut, Share)
		if b := a.report.Reporting.Base; m.year == 2025 && b != nil && b.Period.End.Month().Year() > 2020 {
			minimum = words(said("nz.later_base"))
		}
		t.add(key, words(plain(key)), minimum, cut, a.copied(Scopes, "years", "total", "base"), nil, a.copied(Scopes, "years", "total", "current"), nil)
		r := t.Row(key)
		base := v.here(t, key, "base")
		r.Cells[4] = a.worked(Tonnes, op(Minus, base, op(Times, base, v.here(t, key, "cut"))))
		r.Cells[6] = a.worked(Tonnes, op(Minus, v.here(t, key, "current"), v.here(t, key, "aimed")))
	}
}

// nzStatements is what the report says in words.
func (a *author) nzStatements(v *viewAuthor) {
	t := v.table("statements", head("figure"), wide("answer"))
	initiatives := gap(said("gap.initiatives"), said("give.initiatives"))
	if list := a.report.Reporting.Initiatives; len(list) > 0 {
		initiatives = words(plain(strings.Join(list, "; ")))
	}
	t.add("initiatives", words(said("nz.initiatives")), initiatives)
	t.add("base", words(said("nz.base")), baseYear(a.report.Reporting.Base))
	t.add("assurance", words(said("nz.assurance")), gap(said("gap.by_hand"), said("nz.assurance.give")))
	t.add("other", words(said("nz.other")), gap(said("gap.not_it"), said("nz.other.give")))
}

// baseYear says whether a base year is one that the programme allows.
func baseYear(y *reports.Year) *Cell {
	switch {
	case y == nil:
		return gap(said("gap.base"), said("give.base"))
	case y.Period.End.Month().Year() < firstBase, y.Period.End.Month().Year() > lastBase:
		return gap(said("nz.base.outside", y.Period), said("nz.base.give"))
	}
	return words(said("nz.base.within", y.Period))
}
