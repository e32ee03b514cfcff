package scenario

import (
	"maps"
	"slices"
	"strings"

	"github.com/expr-lang/expr/vm"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// selected returns the units and the number of profiles that a filter selects.
func selected(st State, filters ...*Filter) (units inventory.Tally, profiles int) {
	var machine vm.VM
	view := viewer{st.Method.Country, st.Estate.Period().End.Month()}
	for p, a := range st.Estate.All() {
		i := view.item(&p)
		if !slices.ContainsFunc(filters, func(f *Filter) bool { return !f.matches(&machine, &i) }) {
			units = units.Add(a.Units)
			profiles++
		}
	}
	return units, profiles
}

// explainNothing notes why a filter selects nothing, as far as that can be told.
func (s *Scenario) explainNothing(e *editing, base, now State) {
	f := e.change.Where
	if f == nil {
		e.note(e.change.At, "the estate is empty, so that the change does nothing")
		return
	}
	if now.Estate != base.Estate {
		if _, before := selected(base, f); before > 0 {
			e.note(f.At, "where: the filter selects nothing any more, for earlier changes have removed or replaced what it selects; the change does nothing")
			return
		}
	}
	for _, l := range f.literals {
		if values := valuesOf(now.Estate, l.attribute); l.text != "" && !values[l.text] {
			list := slices.Sorted(maps.Keys(values))
			e.note(l.at, "where: the inventory has no %s %q, and the filter selects nothing; the change does nothing%s",
				mapping.Verbatim(l.attribute.name), l.text, hint(l.text, list, listed(list)))
			return
		}
	}
	e.note(f.At, "where: the filter selects nothing; the change does nothing")
}

// listed lists a few values of an attribute.
func listed(values []string) mapping.Message {
	const most = 8
	values = slices.DeleteFunc(values, func(v string) bool { return v == "" })
	more := ""
	if len(values) > most {
		values, more = values[:most], ", …"
	}
	if len(values) == 0 {
		return mapping.Verbatim("")
	}
	return mapping.Messagef("; there are %s", strings.Join(values, ", ")+more)
}

// valuesOf returns what profiles have as the value of an attribute.
func valuesOf(e *inventory.Estate, a *attribute) map[string]bool {
	values := make(map[string]bool)
	for p := range e.All() {
		values[a.of(&p)] = true
	}
	return values
}
