package disclosure

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// circularity is how long equipment lasts, how much of it had a life before, and
// where it goes.
func (a *author) circularity() {
	v := a.view(Circularity)
	a.holdings(v)
	a.ages(v)
	a.routes(v)
	a.avoided(v)
	a.notKept(v)
}

// holdings is a row for each category of devices.
func (a *author) holdings(v *viewAuthor) {
	t := v.table("holdings", head("category"), figures("units", Pieces), figures("lifetime", Years),
		figures("second_hand", Pieces), figures("second_hand_share", Share),
		figures("present", Pieces), figures("planned", Pieces), figures("beyond", Pieces), figures("beyond_share", Share))
	t.Note = said("circularity.holdings.note")
	if len(a.report.Holdings) == 0 {
		return
	}
	var keys []string
	for _, h := range a.report.Holdings {
		key := cmp.Or(h.Category, "unrecognised")
		keys = append(keys, key)
		lifetime := gap(said("gap.lifetime"), said("give.lifetime"))
		if l, ok := a.report.Circularity.Lifetimes[h.Category]; ok && !l.Units.IsZero() {
			lifetime = given(l.Years, Years)
		}
		units := a.shown(h.Units, Pieces, of(Slice{Dimension: calc.ByCategory, Key: h.Category}))
		t.add(key, words(named("category", h.Category)), units, lifetime,
			a.stated(h.SecondHand, h.Stated), nil, given(h.Present, Pieces), given(h.Planned, Pieces), given(h.Beyond, Pieces), nil)
		a.holdingShares(v, t, key, h.Planned)
	}
	total := t.add("total", words(labelled("total")), nil, nil, nil, nil, nil, nil, nil, nil)
	total.Total = true
	var planned decimal.Decimal
	for _, column := range []string{"units", "second_hand", "present", "planned", "beyond"} {
		var parts []Expression
		for _, key := range keys {
			if c := t.Cell(key, column); c.Figure != nil {
				parts = append(parts, v.here(t, key, column))
			}
		}
		unit := Pieces
		if len(parts) == 0 {
			total.Cells[t.column(column)] = gap(said("gap.condition"), said("give.condition"))
			continue
		}
		total.Cells[t.column(column)] = a.worked(unit, sum(parts...))
		if column == "planned" {
			planned = total.Cells[t.column(column)].Figure.Value
		}
	}
	if l := a.report.Circularity.Lifetime; !l.Units.IsZero() {
		total.Cells[2] = given(l.Years, Years)
	}
	a.holdingShares(v, t, "total", planned)
}

// stated is how many units came second-hand, a gap where nobody says of any unit
// in which condition it came: what is not said to be second-hand need not be new.
func (a *author) stated(secondHand, stated decimal.Decimal) *Cell {
	if stated.IsZero() {
		return gap(said("gap.condition"), said("give.condition"))
	}
	return given(secondHand, Pieces)
}

// holdingShares fills in the shares of a row.
func (a *author) holdingShares(v *viewAuthor, t *Table, key string, planned decimal.Decimal) {
	r := t.Row(key)
	r.Cells[t.column("second_hand_share")] = a.worked(Share, op(Over, v.here(t, key, "second_hand"), v.here(t, key, "units")))
	if planned.IsZero() {
		r.Cells[t.column("beyond")] = gap(said("gap.age"), said("give.age"))
		r.Cells[t.column("beyond_share")] = gap(said("gap.age"), said("give.age"))
		return
	}
	r.Cells[t.column("beyond_share")] = a.worked(Share, op(Over, v.here(t, key, "beyond"), v.here(t, key, "planned")))
}

// oldest is the age in full years from which units are counted together.
const oldest = 10

// ages is the age of the units that are there at the end of the period.
func (a *author) ages(v *viewAuthor) {
	if len(a.report.Holdings) == 0 {
		return
	}
	t := v.table("ages", head("age"), figures("units", Pieces), figures("share", Share))
	t.Note = said("circularity.ages.note")
	var (
		byYears [oldest + 1]decimal.Decimal
		undated decimal.Decimal
	)
	for _, h := range a.report.Holdings {
		undated = undated.Add(h.Present.Sub(h.Dated))
		for _, g := range h.Ages {
			at := min(g.Years, oldest)
			byYears[at] = byYears[at].Add(g.Units)
		}
	}
	var parts []Expression
	add := func(key string, name Text, units decimal.Decimal) {
		t.add(key, words(name), given(units, Pieces), nil)
		parts = append(parts, v.here(t, key, "units"))
	}
	for years, units := range byYears {
		key := "age_" + decimal.NewFromInt(int64(years)).String()
		switch years {
		case 0:
			add(key, said("circularity.age.first"), units)
		case oldest:
			add(key, said("circularity.age.last", years), units)
		default:
			add(key, said("circularity.age", years), units)
		}
	}
	add("undated", said("circularity.age.unknown"), undated)
	t.add("total", words(labelled("total")), a.worked(Pieces, sum(parts...)), nil).Total = true
	a.shares(v, t, "units")
}

// routes is where the units went that left, and their mass.
func (a *author) routes(v *viewAuthor) {
	t := v.table("routes", head("route"), figures("units", Pieces), figures("mass", Mass), figures("share", Share))
	mass, ok := a.report.Impact(factors.Mass)
	if !ok || !mass.Known {
		missing := func() *Cell { return gap(said("gap.waste"), said("give.waste")) }
		for _, route := range factors.Routes {
			t.add(string(route), words(named("route", string(route))), missing(), missing(), nil)
		}
		t.add("total", words(labelled("total")), missing(), missing(), nil).Total = true
		return
	}
	t.Note = said("circularity.routes.note")
	c := a.report.Circularity
	var units, kg []Expression
	routes := slices.Clone(factors.Routes)
	if !slices.Contains(routes, factors.RouteUnknown) {
		routes = append(routes, factors.RouteUnknown)
	}
	for _, route := range routes {
		left, weight := c.Withdrawn[route], c.Waste[route]
		t.add(string(route), words(named("route", string(route))), given(left, Pieces), given(weight, Mass), nil)
		units = append(units, v.here(t, string(route), "units"))
		kg = append(kg, v.here(t, string(route), "mass"))
	}
	t.add("total", words(labelled("total")), a.worked(Pieces, sum(units...)), a.worked(Mass, sum(kg...)), nil).Total = true
	if !t.Cell("total", "mass").Figure.Value.IsZero() {
		a.shares(v, t, "mass")
	}
	if !c.WithoutMass.IsZero() {
		t.add("without_mass", words(said("circularity.without_mass")), given(c.WithoutMass, Pieces), gap(said("gap.mass"), said("give.mass")), nil)
	}
}

// avoided is what routes avoid elsewhere: apart, and in no total.
func (a *author) avoided(v *viewAuthor) {
	if len(a.report.Avoided) == 0 {
		return
	}
	t := v.table("avoided", head("category"), head("route"), figures("units", Pieces), Column{Key: "avoided", Head: said("column.avoided")}, head("unit"))
	t.Note = labelled("circularity.avoided.note")
	for _, b := range a.report.Avoided {
		i, _ := a.report.Impact(b.Impact)
		t.add(b.Category, words(named("category", b.Category)), words(named("route", string(b.Route))), given(b.Units, Pieces),
			given(b.Value, Unit(i.Unit)), words(plain(figure.UnitName(i.Unit))))
	}
}

// notKept is what is asked about equipment and no column of an inventory holds.
func (a *author) notKept(v *viewAuthor) {
	t := v.table("not_kept", head("figure"), wide("answer"))
	for _, key := range []string{"support", "repairability", "upgraded"} {
		t.add(key, words(said("circularity."+key)), gap(said("gap."+key), said("give."+key)))
	}
}
