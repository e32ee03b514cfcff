package disclosure

import (
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
)

// yearRows are the rows of the table of years, with their units.
var yearRows = []struct {
	key  string
	unit Unit
}{
	{"scope_1", Tonnes},
	{"scope_2", Tonnes},
	{"scope_3", Tonnes},
	{"total", Tonnes},
	{"energy", KWh},
	{"fte", FTE},
	{"kwh_per_fte", KWhPerFTE},
	{"kg_per_fte", KgPerFTE},
	{"waste", Mass},
	{"reuse", Mass},
	{"recycling", Mass},
	{"recovery", Mass},
	{"landfill", Mass},
}

// years puts this year beside the year before and the base year. The figures of
// other years are what their own reports said; they need not cover the same.
func (a *author) years(v *viewAuthor) {
	t := v.table("years",
		head("figure"), head("unit"), Column{Key: "current", Head: said("column.period", a.report.Period)},
		yearColumn("previous", a.report.Reporting.Previous), figures("change_previous", Share),
		yearColumn("base", a.report.Reporting.Base), figures("change_base", Share))
	t.Note = said("scopes.years.note")
	for _, row := range yearRows {
		r := t.add(row.key, words(said("years."+row.key)), unitOf(row.unit), nil, nil, nil, nil, nil)
		r.Total = row.key == "total"
		if row.key == "reuse" || row.key == "recycling" || row.key == "recovery" || row.key == "landfill" {
			r.Level = 1
		}
		r.Cells[2] = a.thisYear(v, t, row.key, row.unit)
		for i, y := range a.otherYears() {
			column, name := 3+2*i, y.key // figures of a year, and the change since then
			r.Cells[column] = a.otherYear(v, t, row.key, row.unit, y.year, name)
			if here, there := r.Cells[2], r.Cells[column]; here != nil && here.Figure != nil && there != nil && there.Figure != nil && !there.Figure.Value.IsZero() {
				r.Cells[column+1] = a.worked(Share, op(Change, v.here(t, row.key, "current"), v.here(t, row.key, name)))
			}
		}
	}
	for _, y := range a.otherYears() {
		if y.year != nil && y.year.Source != "" {
			v.note(said("scopes.years.source."+y.key, y.year.Source))
		}
	}
}

// yearBeside is another year in the table of years; nil where none is given.
type yearBeside struct {
	key  string
	year *reports.Year
}

// otherYears are the years beside this one, in the order of their columns.
func (a *author) otherYears() []yearBeside {
	return []yearBeside{{"previous", a.report.Reporting.Previous}, {"base", a.report.Reporting.Base}}
}

func yearColumn(key string, y *reports.Year) Column {
	c := Column{Key: key, Head: said("column." + key)}
	if y != nil {
		c.Head = said("column."+key+".of", y.Period)
	}
	return c
}

// perFTE are the rows that divide another by full-time equivalents.
var perFTE = map[string]string{"kwh_per_fte": "energy", "kg_per_fte": "total"}

// thisYear is a figure of the period.
func (a *author) thisYear(v *viewAuthor, t *Table, key string, unit Unit) *Cell {
	switch key {
	case "scope_1", "scope_2", "scope_3":
		return a.copied(Scopes, "inventory", key[len("scope_"):], "location")
	case "total":
		return a.copied(Scopes, "inventory", "total", "location")
	case "energy":
		if c := a.copied(Scopes, "electricity", "total", "kwh"); c != nil {
			return c
		}
		return gap(said("gap.energy"), said("give.energy"))
	case "fte":
		return known(a.report.Reporting.FTE, FTE, gap(said("gap.fte"), said("give.fte")))
	case "waste":
		return a.copied(Circularity, "routes", "total", "mass")
	case "reuse", "recycling", "recovery", "landfill":
		return a.copied(Circularity, "routes", key, "mass")
	}
	return a.perFTE(v, t, key, unit, "current")
}

// perFTE divides a figure of a column by the column's full-time equivalents.
func (a *author) perFTE(v *viewAuthor, t *Table, key string, unit Unit, column string) *Cell {
	e := op(Over, v.here(t, perFTE[key], column), v.here(t, "fte", column))
	if unit == KgPerFTE {
		e.Shift = 3
	}
	return a.worked(unit, e)
}

// otherYear is a figure of another year, by its own report.
func (a *author) otherYear(v *viewAuthor, t *Table, key string, unit Unit, y *reports.Year, column string) *Cell {
	if y == nil {
		return gap(said("gap."+column), said("give."+column))
	}
	missing := gap(said("gap.year", y.Period), said("give.year", map[string]string{"previous": "previous-year", "base": "base-year"}[column]))
	tonne := func(kg decimal.NullDecimal) *Cell {
		kg.Decimal = kg.Decimal.Shift(-3)
		return known(kg, Tonnes, missing)
	}
	switch key {
	case "scope_1", "scope_2", "scope_3":
		return tonne(y.Scopes[key[len(key)-1]-'1'])
	case "total":
		return tonne(y.GWP)
	case "energy":
		return known(y.Energy, KWh, missing)
	case "fte":
		return known(y.FTE, FTE, missing)
	case "waste":
		return known(y.Waste, Mass, missing)
	case "reuse", "recycling", "recovery", "landfill":
		return known(y.Routes[factors.Route(key)], Mass, missing)
	}
	return a.perFTE(v, t, key, unit, column)
}

// targetOf are the rows of the table of years that targets are of.
var targetOf = map[factors.Impact]string{factors.GWP: "total", factors.Energy: "energy", factors.Mass: "waste"}

// targets says how far this year is from the straight line between the base year
// and each target:
//
//	aimed  = base · (1 − cut)
//	due    = base · (1 − cut · elapsed)      elapsed: years since the base year over years to the target
//	beyond = this year − due
//
// Years are those in which periods end. The straight line is a yardstick of this
// report; few targets prescribe a path.
func (a *author) targets(v *viewAuthor) {
	targets := a.report.Reporting.Targets
	if len(targets) == 0 {
		return
	}
	t := v.table("targets", head("target"), head("year"), head("unit"), figures("cut", Share), Column{Key: "base", Head: said("column.base")},
		Column{Key: "aimed", Head: said("column.aimed")}, figures("elapsed", Share), Column{Key: "due", Head: said("column.due")},
		Column{Key: "current", Head: said("column.period", a.report.Period)}, Column{Key: "above", Head: said("column.above")})
	t.Note = said("scopes.targets.note")
	for i, target := range targets {
		of := targetOf[target.Of]
		key := targetKey(i)
		unit := map[string]Unit{"total": Tonnes, "energy": KWh, "waste": Mass}[of]
		t.add(key, words(named("impact", string(target.Of))), words(plain(strconv.Itoa(target.Year))), unitOf(unit), given(target.Cut, Share),
			a.copied(Scopes, "years", of, "base"), nil, a.elapsed(target.Year), nil, a.copied(Scopes, "years", of, "current"), nil)
		if target.Source != "" {
			v.note(said("scopes.targets.source", strconv.Itoa(target.Year), target.Source))
		}
		r := t.Row(key)
		base, cut := v.here(t, key, "base"), v.here(t, key, "cut")
		r.Cells[5] = a.worked(unit, op(Minus, base, op(Times, base, cut)))
		r.Cells[7] = a.worked(unit, op(Minus, base, op(Times, base, op(Times, cut, v.here(t, key, "elapsed")))))
		r.Cells[9] = a.worked(unit, op(Minus, v.here(t, key, "current"), v.here(t, key, "due")))
	}
}

func targetKey(i int) string { return "target_" + decimal.NewFromInt(int64(i)+1).String() }

// elapsed is how much of the time from the base year to a target has passed.
func (a *author) elapsed(year int) *Cell {
	base := a.report.Reporting.Base
	if base == nil {
		return gap(said("gap.base"), said("give.base"))
	}
	from, now := base.Period.End.Month().Year(), a.report.Period.End.Month().Year()
	switch {
	case year <= from:
		return gap(said("gap.target_past", strconv.Itoa(year), strconv.Itoa(from)), said("give.target_past"))
	case now <= from:
		return given(decimal.Zero, Share)
	case now >= year:
		return given(decimal.NewFromInt(1), Share)
	}
	return given(reports.Share(decimal.NewFromInt(int64(now-from)), decimal.NewFromInt(int64(year-from))), Share)
}
