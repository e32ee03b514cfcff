package disclosure

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
)

// scopes is the inventory by scope of the GHG Protocol, with location-based and
// market-based electricity side by side (Scope 2 Guidance), and other years and
// targets beside it.
func (a *author) scopes() {
	v := a.view(Scopes, english("GHG Protocol Scope 2 Guidance", "https://ghgprotocol.org/scope-2-guidance"))
	a.inventory(v)
	a.electricity(v)
	a.years(v)
	a.targets(v)
	a.contracts(v)
	if a.report.Method.WithDefaults().Basis != calc.Acquired {
		v.note(labelled("summary.scopes.basis", labelled("basis."+string(a.report.Method.WithDefaults().Basis))))
	}
}

// scopeName names a scope with its number.
func scopeName(s calc.Scope) Text { return named("scope", string(s)) }

// inventory is the table of scopes.
func (a *author) inventory(v *viewAuthor) {
	t := v.table("inventory", head("scope"), figures("location", Tonnes), figures("market", Tonnes), figures("difference", Tonnes))
	t.Note = said("scopes.inventory.note", labelled("sheet.method"))
	row := func(key string, name Text, location, market *Cell) *Row {
		r := t.add(key, words(name), location, market, nil)
		if location.Figure != nil && market.Figure != nil {
			r.Cells[3] = a.worked(Tonnes, op(Minus, v.here(t, key, "market"), v.here(t, key, "location")))
		}
		return r
	}
	missing := func(key string) *Cell { return gap(said("scopes.outside."+key), said("scopes.outside."+key+".give")) }
	row("1", said("scopes.holds.1"), missing("1"), missing("1"))
	a.scopeRow(row, calc.Scope2)
	var location, market []Expression
	for _, key := range calc.Scopes {
		if key == calc.Scope2 {
			continue
		}
		if key == calc.ScopeCommuting {
			row("3.6", said("scopes.holds.3.6"), missing("3.6"), missing("3.6")).Level = 1
		}
		r := a.scopeRow(row, key)
		r.Level = 1
		if r.Cells[1].Figure != nil {
			location = append(location, v.here(t, string(key), "location"))
		}
		if r.Cells[2].Figure != nil {
			market = append(market, v.here(t, string(key), "market"))
		}
	}
	three := t.add("3", words(said("scopes.three")), a.sumOrNothing(location), a.marketSum(market), nil)
	three.Total = true
	all := t.add("total", words(said("scopes.total")), nil, nil, nil)
	all.Total = true
	for _, r := range []*Row{three, all} {
		if r == all {
			r.Cells[1] = a.both(v, t, "location")
			r.Cells[2] = a.both(v, t, "market")
		}
		if r.Cells[1] != nil && r.Cells[1].Figure != nil && r.Cells[2] != nil && r.Cells[2].Figure != nil {
			r.Cells[3] = a.worked(Tonnes, op(Minus, v.here(t, r.Key, "market"), v.here(t, r.Key, "location")))
		}
	}
}

// scopeRow adds the row of a scope that a device or an activity can fall into.
func (a *author) scopeRow(row func(key string, name Text, location, market *Cell) *Row, key calc.Scope) *Row {
	name := scopeName(key)
	for _, s := range a.report.Scopes {
		if s.Key != key {
			continue
		}
		location := a.shown(s.Location.Shift(-3), Tonnes, gwpOf(calc.ByScope, string(key)))
		market := a.noMarket()
		if s.Market.Valid {
			market = a.shown(s.Market.Decimal.Shift(-3), Tonnes, gwpOf(calc.ByScope, string(key)))
		}
		return row(string(key), name, location, market)
	}
	return row(string(key), name, words(said("scopes.nothing")), words(said("scopes.nothing")))
}

func (a *author) noMarket() *Cell {
	return gap(labelled("summary.market.none"), said("give.contracts"))
}

func (a *author) sumOrNothing(of []Expression) *Cell {
	if len(of) == 0 {
		return words(said("scopes.nothing"))
	}
	return a.worked(Tonnes, sum(of...))
}

func (a *author) marketSum(of []Expression) *Cell {
	if !a.report.Electricity.Market.Valid {
		return a.noMarket()
	}
	return a.sumOrNothing(of)
}

// both adds up scopes 2 and 3, as far as anything falls into them.
func (a *author) both(v *viewAuthor, t *Table, column string) *Cell {
	if column == "market" && !a.report.Electricity.Market.Valid {
		return a.noMarket()
	}
	var parts []Expression
	for _, key := range []string{"2", "3"} {
		if c := t.Cell(key, column); c != nil && c.Figure != nil {
			parts = append(parts, v.here(t, key, column))
		}
	}
	return a.sumOrNothing(parts)
}

// electricity is the electricity used, by the scope that it falls into.
func (a *author) electricity(v *viewAuthor) {
	energy, ok := a.report.Impact(factors.Energy)
	if !ok || !energy.Known {
		return
	}
	t := v.table("electricity", head("scope"), figures("kwh", KWh), figures("share", Share))
	var parts []Expression
	for _, key := range calc.Scopes {
		kWh, used := a.report.Electricity.ByScope[key]
		if !used || kWh.IsZero() {
			continue
		}
		e := of(Slice{Dimension: calc.ByScope, Key: string(key), Impact: factors.Energy})
		t.add(string(key), words(scopeName(key)), a.shown(kWh, KWh, e), nil)
		parts = append(parts, v.here(t, string(key), "kwh"))
	}
	if len(parts) == 0 {
		t.add("total", words(labelled("total")), given(decimal.Zero, KWh), nil).Total = true
		return
	}
	t.add("total", words(labelled("total")), a.worked(KWh, sum(parts...)), nil).Total = true
	a.shares(v, t, "kwh")
}

// shares fills the column "share" with the share that a figure of each row has of
// that of the row "total".
func (a *author) shares(v *viewAuthor, t *Table, of string) {
	for _, r := range t.Rows {
		if c := t.Cell(r.Key, of); c != nil && c.Figure != nil {
			r.Cells[t.column("share")] = a.worked(Share, op(Over, v.here(t, r.Key, of), v.here(t, "total", of)))
		}
	}
}

// contracts are what the market-based figures rest on.
func (a *author) contracts(v *viewAuthor) {
	if len(a.report.Method.Contracts) == 0 {
		return
	}
	t := v.table("contracts", head("contract"), head("covers"), figures("share", Share), figures("factor", PerKWh), head("instrument"), wide("source"))
	for _, c := range a.report.Method.Contracts {
		covers := labelled("choice.everywhere")
		switch {
		case c.Site != "":
			covers = plain(c.Site)
		case c.Place != "":
			covers = plain(c.Place)
		}
		t.add(c.Name, words(plain(c.Name)), words(covers), given(c.Share, Share), given(c.Factor, PerKWh), words(plain(c.Instrument)), words(plain(c.Source)))
	}
}
