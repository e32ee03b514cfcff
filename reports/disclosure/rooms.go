package disclosure

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
)

// mostRooms is how many rooms are shown one by one, those that use most first;
// more are one row.
const mostRooms = 100

// dataCentres is a row for each room that equipment stands in, and what the
// European Union asks of operators as far as an inventory knows it.
func (a *author) dataCentres() {
	v := a.view(DataCentres, english(
		"Commission Delegated Regulation (EU) 2024/1364, on the database of data centres", "https://eur-lex.europa.eu/eli/reg_del/2024/1364/oj",
	))
	a.rooms(v)
	a.roomIndicators(v)
	if len(a.report.Rooms) > 0 {
		v.note(said("data_centres.providers"))
	}
}

// rooms are two tables with a row for each room: what stands in it, and what it
// uses.
func (a *author) rooms(v *viewAuthor) {
	held := v.table("rooms", head("room"), head("site"), head("place"), figures("units", Pieces), figures("hosts", Pieces),
		figures("virtual", Pieces), figures("idle", Pieces), figures("idle_share", Share), head("contract"))
	used := v.table("use", head("room"), head("site"), figures("equipment", KWh), figures("overhead", KWh), figures("total", KWh),
		figures("pue", Ratio), head("pue_by"), figures("water", CubicMetre), figures("wue", LitreKWh), figures("gwp", Tonnes))
	used.Note = a.viewed()
	if len(a.report.Rooms) == 0 {
		v.view.Tables = nil
		v.note(said("data_centres.none"))
		return
	}
	rooms, others, rest := mostUsed(a.report.Rooms)
	for i, r := range rooms {
		key := "room_" + decimal.NewFromInt(int64(i)+1).String()
		site, contracts := labelled("not.stated"), said("data_centres.no_contract")
		if r.Site != "" {
			site = plain(r.Site)
		}
		if len(r.Contracts) > 0 {
			contracts = plain(strings.Join(r.Contracts, ", "))
		}
		name := named("hosting", string(r.Hosting))
		row := a.roomHeld(v, held, key, name, figuresOf(r))
		row.Cells[1], row.Cells[2] = words(site), words(plain(r.Place))
		row.Cells[held.column("contract")] = words(contracts)
		row = a.roomUse(v, used, key, name, figuresOf(r))
		row.Cells[1] = words(site)
		if r.PUE.Valid {
			row.Cells[used.column("pue_by")] = words(said("by." + string(r.PUEOrigin)))
		}
	}
	if others > 0 {
		name := labelled("summary.others", others)
		a.roomHeld(v, held, "rest", name, rest)
		a.roomUse(v, used, "rest", name, rest)
	}
	a.roomTotals(v, held)
	a.roomTotals(v, used)
}

// roomHeld adds a row with what stands in a room.
func (a *author) roomHeld(v *viewAuthor, t *Table, key string, name Text, f roomFigures) *Row {
	row := t.add(key, make([]*Cell, len(t.Columns))...)
	set := func(column string, c *Cell) { row.Cells[t.column(column)] = c }
	set("room", words(name))
	set("units", given(f.units, Pieces))
	set("hosts", given(f.hosts, Pieces))
	switch {
	case f.hosts.IsZero():
		for _, column := range []string{"virtual", "idle", "idle_share"} {
			set(column, none())
		}
	case f.virtual.IsZero():
		set("virtual", given(f.virtual, Pieces))
		set("idle", gap(said("gap.machines"), said("give.machines")))
		set("idle_share", gap(said("gap.machines"), said("give.machines")))
	default:
		set("virtual", given(f.virtual, Pieces))
		set("idle", given(f.idle, Pieces))
		set("idle_share", a.worked(Share, op(Over, v.here(t, key, "idle"), v.here(t, key, "virtual"))))
	}
	return row
}

// roomUse adds a row with what a room uses.
func (a *author) roomUse(v *viewAuthor, t *Table, key string, name Text, f roomFigures) *Row {
	row := t.add(key, make([]*Cell, len(t.Columns))...)
	set := func(column string, c *Cell) { row.Cells[t.column(column)] = c }
	set("room", words(name))
	set("gwp", given(f.gwp.Shift(-3), Tonnes))
	set("equipment", known(f.equipment, KWh, gap(said("gap.energy"), said("give.energy"))))
	set("overhead", known(f.overhead, KWh, gap(said("gap.pue"), said("give.pue"))))
	set("total", a.worked(KWh, sum(v.here(t, key, "equipment"), v.here(t, key, "overhead"))))
	set("water", known(f.water, CubicMetre, gap(said("gap.wue"), said("give.wue"))))
	if !f.equipment.Decimal.IsZero() {
		set("pue", a.worked(Ratio, op(Over, v.here(t, key, "total"), v.here(t, key, "equipment"))))
		set("wue", a.worked(LitreKWh, litres(op(Over, v.here(t, key, "water"), v.here(t, key, "equipment")))))
	}
	return row
}

// litres brings cubic metres to litres.
func litres(e Expression) Expression { e.Shift += 3; return e }

// roomTotals adds the rooms of a table up. A total or a ratio over rooms of which
// one is not known would mislead, so there is none then.
func (a *author) roomTotals(v *viewAuthor, t *Table) {
	rows := t.Rows
	total := t.add("total", make([]*Cell, len(t.Columns))...)
	total.Total = true
	total.Cells[0] = words(labelled("total"))
	complete := make(map[string]bool)
	for i, c := range t.Columns {
		switch c.Unit {
		case Pieces, KWh, CubicMetre, Tonnes:
		default:
			continue
		}
		var parts []Expression
		for _, r := range rows {
			if cell := t.Cell(r.Key, c.Key); cell != nil && cell.Figure != nil {
				parts = append(parts, v.here(t, r.Key, c.Key))
			}
		}
		switch {
		case len(parts) < len(rows) && c.Unit != Pieces: // units have their own column for how many are known
			total.Cells[i] = gap(said("gap.some_room"), said("give.some_room"))
		case len(parts) > 0:
			total.Cells[i] = a.worked(c.Unit, sum(parts...))
			complete[c.Key] = !total.Cells[i].Figure.Value.IsZero()
		}
	}
	for _, ratio := range []string{"pue", "wue"} {
		if at := t.column(ratio); at >= 0 {
			total.Cells[at] = gap(said("gap.some_room"), said("give.some_room"))
		}
	}
	if complete["equipment"] && complete["total"] {
		total.Cells[t.column("pue")] = a.worked(Ratio, op(Over, v.here(t, "total", "total"), v.here(t, "total", "equipment")))
	}
	if complete["equipment"] && complete["water"] {
		total.Cells[t.column("wue")] = a.worked(LitreKWh, litres(op(Over, v.here(t, "total", "water"), v.here(t, "total", "equipment"))))
	}
	if c := t.Cell("total", "virtual"); c != nil && c.Figure != nil && !c.Figure.Value.IsZero() {
		total.Cells[t.column("idle_share")] = a.worked(Share, op(Over, v.here(t, "total", "idle"), v.here(t, "total", "virtual")))
	}
}

// roomIndicators is what operators report, as far as an inventory knows it.
func (a *author) roomIndicators(v *viewAuthor) {
	if len(a.report.Rooms) == 0 {
		return
	}
	t := v.table("indicators", head("figure"), head("unit"), Column{Key: "value", Head: said("column.value")})
	for _, of := range []struct {
		key, column string
		unit        Unit
	}{{"energy", "total", KWh}, {"pue", "pue", Ratio}, {"water", "water", CubicMetre}, {"wue", "wue", LitreKWh}} {
		c := a.copied(DataCentres, "use", "total", of.column)
		t.add(of.key, words(said("data_centres.indicator."+of.key)), unitOf(of.unit), c)
	}
	for _, key := range []string{"power", "ref", "erf", "heat", "set_point"} {
		t.add(key, words(said("data_centres.indicator."+key)), nil, gap(said("gap.operator"), said("give.operator")))
	}
}

// roomFigures are the figures of a room, or of several together: what is not known
// of one is not known of all.
type roomFigures struct {
	units, hosts, virtual, idle, gwp decimal.Decimal
	equipment, overhead, water       decimal.NullDecimal
}

func figuresOf(r calc.Room) roomFigures {
	return roomFigures{
		units: r.Units, hosts: r.Hosts, virtual: r.Virtual, idle: r.Idle, gwp: r.GWP,
		equipment: r.Equipment, overhead: r.Overhead, water: r.Cooling,
	}
}

func (f roomFigures) add(g roomFigures) roomFigures {
	both := func(x, y decimal.NullDecimal) decimal.NullDecimal {
		return decimal.NullDecimal{Decimal: x.Decimal.Add(y.Decimal), Valid: x.Valid && y.Valid}
	}
	return roomFigures{
		units: f.units.Add(g.units), hosts: f.hosts.Add(g.hosts), virtual: f.virtual.Add(g.virtual), idle: f.idle.Add(g.idle), gwp: f.gwp.Add(g.gwp),
		equipment: both(f.equipment, g.equipment), overhead: both(f.overhead, g.overhead), water: both(f.water, g.water),
	}
}

// mostUsed returns the rooms that are shown one by one, in their order, and how
// many others there are with their figures added up.
func mostUsed(all []calc.Room) (shown []calc.Room, others int, rest roomFigures) {
	if len(all) <= mostRooms {
		return all, 0, rest
	}
	byUse := slices.Clone(all)
	slices.SortStableFunc(byUse, func(x, y calc.Room) int {
		return y.Equipment.Decimal.Add(y.Overhead.Decimal).Cmp(x.Equipment.Decimal.Add(x.Overhead.Decimal))
	})
	for i, r := range byUse[mostRooms:] {
		if i == 0 {
			rest = figuresOf(r)
			continue
		}
		rest = rest.add(figuresOf(r))
	}
	return byUse[:mostRooms], len(all) - mostRooms, rest
}
