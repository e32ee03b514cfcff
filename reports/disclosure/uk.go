package disclosure

import (
	"govfootprint/calc"
	"govfootprint/factors"
)

// unitedKingdom is the IT part of the Greening Government Commitments: the fields
// that the government's yearly report on its IT shows, and the business rules of
// its strategy as far as an inventory speaks to them.
func (a *author) unitedKingdom() {
	v := a.view(UnitedKingdom,
		english("Greening Government Commitments: reporting requirements for 2021 to 2025", "https://www.gov.uk/government/publications/greening-government-commitments-2021-to-2025/greening-government-commitments-reporting-requirements-for-2021-to-2025"),
		english("Greening government: ICT and digital services strategy 2020 to 2025", "https://www.gov.uk/government/publications/greening-government-ict-and-digital-services-strategy-2020-2025/greening-government-ict-and-digital-services-strategy-2020-2025"),
	)
	a.ukYears(v, "emissions", "scope_1", "scope_2", "scope_3", "total")
	a.ukCategories(v)
	a.ukYears(v, "intensity", "energy", "fte", "kwh_per_fte", "kg_per_fte")
	a.ukYears(v, "waste", "reuse", "recycling", "recovery", "landfill", "waste")
	a.ukShares(v)
	a.ukRest(v)
	v.note(said("uk.note.baseline"))
	v.note(said("uk.note.form"))
}

// ukYears are rows of the table of years, pointed to.
func (a *author) ukYears(v *viewAuthor, key string, rows ...string) {
	from := a.yearsTable()
	t := v.table(key, from.Columns...)
	for _, row := range rows {
		source := from.Row(row)
		r := t.add(row, words(source.Cells[0].Words))
		for _, c := range from.Columns[1:] {
			r.Cells = append(r.Cells, a.copied(Scopes, "years", row, c.Key))
		}
		r.Total = row == "total" || row == "waste"
	}
}

// yearsTable is the table of years.
func (a *author) yearsTable() *Table {
	for _, v := range a.views {
		if v.Key == Scopes {
			return v.Table("years")
		}
	}
	return &Table{}
}

// ukCategories is a row for each group of categories.
func (a *author) ukCategories(v *viewAuthor) {
	t := v.table("categories", head("category"), figures("units", Pieces), figures("gwp", Tonnes), figures("share", Share), figures("kwh", KWh))
	t.Note = a.viewed()
	var units, gwp, kWh []Expression
	for _, g := range groups {
		if len(slicesOf(a.report, g)) == 0 {
			continue
		}
		missing := gap(said("gap.no_factor"), said("give.no_factor"))
		r := t.add(g.key, words(said("group."+g.key)), a.overCategories(g, "", Pieces), a.overCategories(g, factors.GWP, Tonnes), nil, a.overCategories(g, factors.Energy, KWh))
		for _, c := range []struct {
			column int
			into   *[]Expression
		}{{1, &units}, {2, &gwp}, {4, &kWh}} {
			if r.Cells[c.column] != nil {
				*c.into = append(*c.into, v.here(t, g.key, t.Columns[c.column].Key))
			}
		}
		if r.Cells[2] == nil {
			r.Cells[2] = missing
		}
	}
	if len(t.Rows) == 0 {
		return
	}
	total := t.add("total", words(labelled("total")), nil, nil, nil, nil)
	total.Total = true
	for _, c := range []struct {
		column int
		parts  []Expression
	}{{1, units}, {2, gwp}, {4, kWh}} {
		if len(c.parts) > 0 {
			total.Cells[c.column] = a.worked(t.Columns[c.column].Unit, sum(c.parts...))
		}
	}
	if total.Cells[2] != nil {
		a.shares(v, t, "gwp")
	}
}

// ukShares are the shares of e-waste by route, with what the strategy asks of
// each.
func (a *author) ukShares(v *viewAuthor) {
	t := v.table("routes", head("route"), figures("share", Share), wide("rule"))
	for _, route := range []factors.Route{factors.RouteReuse, factors.RouteRecycling, factors.RouteRecovery, factors.RouteLandfill, factors.RouteUnknown} {
		share := a.copied(Circularity, "routes", string(route), "share")
		if share == nil {
			if c := a.copied(Circularity, "routes", string(route), "mass"); c != nil && c.Gap != nil {
				share = c
			} else {
				share = words(said("uk.no_waste"))
			}
		}
		rule := Text{}
		switch route { //nolint:exhaustive // there is no rule for the other routes
		case factors.RouteLandfill:
			rule = said("uk.rule.landfill")
		case factors.RouteReuse, factors.RouteRecycling:
			rule = said("uk.rule.yearly")
		}
		t.add(string(route), words(named("route", string(route))), share, words(rule))
	}
	share := a.copied(Circularity, "holdings", "total", "second_hand_share")
	t.add("second_hand", words(said("uk.second_hand")), share, words(said("uk.rule.second_hand")))
}

// ukRest is what else the report shows.
func (a *author) ukRest(v *viewAuthor) {
	t := v.table("rest", head("figure"), wide("answer"))
	covered := gap(said("gap.bodies"), said("give.bodies"))
	if n := namedKeys(a.report, calc.ByDepartment); n > 0 {
		covered = words(said("uk.bodies.count", n))
	}
	t.add("bodies", words(said("uk.bodies")), covered)
	t.add("caveats", words(said("uk.caveats")), words(said("uk.caveats.count", a.gapsFound(), labelled("sheet.findings"))))
	for _, key := range []string{"conferences", "star", "adoption", "suppliers", "landfill_suppliers"} {
		t.add(key, words(said("uk."+key)), gap(said("gap.by_hand"), said("uk."+key+".give")))
	}
}

// gapsFound counts the gaps that the assessment found.
func (a *author) gapsFound() int {
	n := 0
	for _, f := range a.report.Findings {
		if f.Severity == calc.Gap {
			n++
		}
	}
	return n
}
