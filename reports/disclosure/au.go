package disclosure

import (
	"govfootprint/calc"
)

// sources of the inventory table that no inventory of IT holds, with the scopes
// that each has.
var auSources = []struct{ key, scopes string }{
	{"natural_gas", "13"}, {"solid_waste", "3"}, {"refrigerants", "1"}, {"fleet", "13"}, {"flights", "13"}, {"hire_car", "3"}, {"accommodation", "3"}, {"other_energy", "13"},
}

// additional are the scopes outside of the framework's sources, which are shown
// apart from its table.
var additional = []calc.Scope{calc.ScopeGoods, calc.ScopeCapitalGoods, calc.ScopeTransport, calc.ScopeCommuting, calc.ScopeLeased}

// australia is the IT part of the two tables that Commonwealth entities publish
// under the APS Net Zero Emissions Reporting Framework.
func (a *author) australia() {
	v := a.view(Australia,
		english("Additional annual report guidance on APS emissions reporting", "https://www.finance.gov.au/government/climate-action-government-operations/commonwealth-emission-reporting/additional-annual-report-guidance-aps-emissions-reporting"),
		english("Australian Public Service Net Zero Emissions Reporting Framework", "https://finance.gov.au/government/climate-action-government-operations/commonwealth-emission-reporting/australian-public-service-net-zero-emissions-reporting-framework"),
	)
	a.auInventory(v)
	a.auElectricity(v)
	a.auAdditional(v)
	v.note(said("au.note.tools"))
	v.note(said("au.note.nger"))
}

// auColumns are the columns of both tables.
func auColumns(first Column) []Column {
	return []Column{first, figures("scope_1", Tonnes), figures("scope_2", Tonnes), figures("scope_3", Tonnes), figures("total", Tonnes)}
}

// located is the location-based figure of a scope.
func (a *author) located(s calc.Scope) *Cell {
	return a.copied(Scopes, "inventory", string(s), "location")
}

// auInventory is the location-based inventory by source.
func (a *author) auInventory(v *viewAuthor) {
	t := v.table("inventory", auColumns(head("emission_source"))...)
	t.Note = said("au.inventory.note")
	t.add("electricity", words(said("au.electricity_location")), none(), a.located(calc.Scope2), a.located(calc.ScopeFuelAndEnergy), nil)
	for _, s := range auSources {
		r := t.add(s.key, words(said("au.source."+s.key)), none(), none(), none(), nil)
		for i, scope := range []string{"1", "2", "3"} {
			for _, has := range s.scopes {
				if string(has) == scope {
					r.Cells[i+1] = words(said("au.not_it"))
				}
			}
		}
		if s.key == "solid_waste" {
			r.Cells[3] = a.located(calc.ScopeWaste)
		}
	}
	t.add("total", words(said("au.total")), nil, nil, nil, nil).Total = true
	a.cross(v, t)
}

// cross fills in the column and the row of totals.
func (a *author) cross(v *viewAuthor, t *Table) {
	last := t.Row("total")
	for _, r := range t.Rows {
		if r != last {
			r.Cells[4] = a.overCells(v, t, []string{r.Key}, []string{"scope_1", "scope_2", "scope_3"})
		}
	}
	var rows []string
	for _, r := range t.Rows {
		if r != last {
			rows = append(rows, r.Key)
		}
	}
	for i, c := range t.Columns[1:] {
		last.Cells[i+1] = a.overCells(v, t, rows, []string{c.Key})
	}
}

// overCells adds up the figures among cells, nothing where there are none.
func (a *author) overCells(v *viewAuthor, t *Table, rows, columns []string) *Cell {
	var parts []Expression
	for _, row := range rows {
		for _, column := range columns {
			if c := t.Cell(row, column); c != nil && c.Figure != nil {
				parts = append(parts, v.here(t, row, column))
			}
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return a.worked(Tonnes, sum(parts...))
}

// auElectricity is the table of electricity in both ways of accounting for it.
func (a *author) auElectricity(v *viewAuthor) {
	t := v.table("electricity", head("approach"), figures("scope_2", Tonnes), figures("scope_3", Tonnes), figures("total", Tonnes))
	t.Note = said("au.electricity.note")
	for _, view := range []string{"location", "market"} {
		r := t.add(view, words(labelled("column."+view)), a.copied(Scopes, "inventory", "2", view), a.copied(Scopes, "inventory", "3.3", view), nil)
		r.Cells[3] = a.overCells(v, t, []string{view}, []string{"scope_2", "scope_3"})
	}
}

// auAdditional are the sources that the framework has shown apart.
func (a *author) auAdditional(v *viewAuthor) {
	t := v.table("additional", auColumns(head("emission_source"))...)
	t.Note = said("au.additional.note")
	for _, s := range additional {
		c := a.located(s)
		if c == nil || c.Figure == nil {
			continue
		}
		t.add(string(s), words(scopeName(s)), none(), none(), c, nil)
	}
	t.add("total", words(labelled("total")), nil, nil, nil, nil).Total = true
	a.cross(v, t)
}
