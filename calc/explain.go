package calc

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// WhereError says that a filter cannot be applied, or leaves nothing.
type WhereError struct {
	Dimension Dimension // empty where the whole filter is to blame
	Value     string
	Known     []string // what could stand there instead
	Reason    string
}

func (err *WhereError) Error() string {
	text := err.Reason
	if err.Dimension != "" {
		text = fmt.Sprintf("%s=%s: %s", err.Dimension, err.Value, err.Reason)
	}
	if len(err.Known) > 0 {
		text += "; known: " + strings.Join(err.Known, ", ")
	}
	return text
}

// Explain returns the tree behind a figure: the total, its stages, their
// components, the groups of lines in each, and for each group its amounts and
// the formula of its coefficient down to the published factors. It returns a
// [*WhereError] where the filter names an unknown dimension or leaves nothing.
func (a *Assessment) Explain(w Where) (*Trace, error) {
	w, err := a.completed(w)
	if err != nil {
		return nil, err
	}
	amounts, err := a.selected(w)
	if err != nil {
		return nil, err
	}
	unit := a.ImpactUnit(w.Impact)
	splits := a.splits(w)
	byCell := make(map[CellKey][]*Trace)
	for _, group := range slices.Sorted(maps.Keys(amounts)) {
		o := a.engine.evaluate(a.plans[group].driver)
		lines := someLines{driver: &a.plans[group].driver, amounts: amounts[group], splits: splits[group]}
		for cell, t := range lines.terms(o, w, unit) {
			trace := t.trace()
			trace.Label = groupName(group) + ": " + a.plans[group].driver.label()
			trace.Group = groupName(group)
			byCell[cell] = append(byCell[cell], trace)
		}
	}
	if len(byCell) == 0 {
		return nil, &WhereError{Reason: fmt.Sprintf("no figure of %s is left by this filter; see the gaps for what is missing", w.Impact)}
	}
	return a.perFunctionalUnit(a.tree(byCell, w), w), nil
}

// perFunctionalUnit divides the tree of a whole service by what it is for, where
// that is stated: the software carbon intensity, of gwp.
func (a *Assessment) perFunctionalUnit(total *Trace, w Where) *Trace {
	f, ok := a.engine.method.Services[w.Filter[ByService]]
	if !ok || len(w.Filter) != 1 || w.Stage != "" || w.Component != "" || w.Scope != "" || w.Group != "" {
		return total
	}
	label := fmt.Sprintf("%s per %s", w.Impact, f.Unit)
	if w.Impact == factors.GWP && w.View == LocationBased && a.engine.method.spreadsEmbodied() {
		label = "software carbon intensity (ISO/IEC 21031) per " + f.Unit
	}
	count := given("functional units in the period", f.Count, f.Unit, fromMethod).trace()
	return &Trace{
		Label: label, Formula: total.Value.String() + " ÷ " + f.Count.String(),
		Value: divide(total.Value, f.Count), Unit: total.Unit + "/" + f.Unit, Children: []*Trace{total, count},
	}
}

// completed returns the filter with its defaults, and with stage and scope moved
// from the dimensions to their own fields.
func (a *Assessment) completed(w Where) (Where, error) {
	w.Impact = cmp.Or(w.Impact, factors.GWP)
	w.View = cmp.Or(w.View, a.engine.method.View)
	w.Filter = maps.Clone(w.Filter)
	for d, value := range w.Filter {
		w.Filter[d] = a.keyMeant(d, value)
	}
	if !slices.Contains(a.Impacts(), w.Impact) {
		return w, &WhereError{Reason: fmt.Sprintf("impact %q is not in this result", w.Impact), Known: textsOf(a.Impacts())}
	}
	for d, value := range w.Filter {
		switch {
		case d == ByStage:
			w.Stage = factors.Stage(value)
		case d == ByScope:
			w.Scope = Scope(value)
		case d != ByQuality && !hasKey(dimensionKeys, d):
			return w, &WhereError{Dimension: d, Value: value, Reason: "unknown dimension", Known: textsOf(Dimensions)}
		}
	}
	if w.Stage != "" && !slices.Contains(factors.Stages, w.Stage) {
		return w, &WhereError{Dimension: ByStage, Value: string(w.Stage), Reason: "unknown stage", Known: textsOf(factors.Stages)}
	}
	if w.Scope != "" && !slices.Contains(Scopes, w.Scope) {
		return w, &WhereError{Dimension: ByScope, Value: string(w.Scope), Reason: "unknown scope", Known: textsOf(Scopes)}
	}
	return w, nil
}

func hasKey[K comparable, V any](m map[K]V, key K) bool {
	_, ok := m[key]
	return ok
}

func textsOf[S ~string](list []S) []string {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = string(s)
	}
	return texts
}

// selected adds up, by group, the amounts of the lines that the filter leaves.
func (a *Assessment) selected(w Where) (map[int]inventory.Amounts, error) {
	if err := a.checkKeys(w); err != nil {
		return nil, err
	}
	if _, ok := a.groupNumber(w.Group); !ok && w.Group != "" {
		return nil, &WhereError{Reason: fmt.Sprintf("there is no group %q", w.Group)}
	}
	amounts := make(map[int]inventory.Amounts)
	for profile, lines := range a.estate.Project(a.attributesOf(w)).All() {
		if group, ok := a.leaves(w, &profile); ok {
			amounts[group] = amounts[group].Add(lines)
		}
	}
	if len(amounts) == 0 {
		return nil, &WhereError{Reason: "no line of the inventory is left by this filter"}
	}
	return amounts, nil
}

// leaves reports whether a filter leaves a profile, and the group of that.
func (a *Assessment) leaves(w Where, p *inventory.Profile) (int, bool) {
	group, ok := a.groupOf(p)
	if !ok || !a.engine.meets(w.Filter, p) {
		return 0, false
	}
	if only, ok := a.groupNumber(w.Group); ok && group != only {
		return 0, false
	}
	grade, byGrade := w.Filter[ByQuality]
	return group, !byGrade || a.plans[group].lineGrade(rowLimit(p)).String() == grade
}

// attributesOf returns the attributes of a profile that a filter needs, together.
func (a *Assessment) attributesOf(w Where) inventory.Attributes {
	keep := a.engine.deciding()
	for d := range w.Filter {
		keep |= reporting[d]
	}
	return keep
}

// checkKeys refuses a filter by what no line has.
func (a *Assessment) checkKeys(w Where) error {
	for d, value := range w.Filter {
		if at, ok := dimensionKeys[d]; ok && !a.Has(d, value) {
			return &WhereError{Dimension: d, Value: value, Reason: "no line of the inventory has this", Known: someKeys(a.keys[at].names)}
		}
	}
	return nil
}

// Has reports whether a filter by one value of a dimension leaves anything.
func (a *Assessment) Has(d Dimension, value string) bool {
	at, ok := dimensionKeys[d]
	if !ok {
		return slices.ContainsFunc(a.Breakdown(d), func(s Slice) bool { return s.Key == value })
	}
	value = a.keyMeant(d, value)
	if _, ok := a.keys[at].numbers[value]; ok || d != ByModel {
		return ok
	}
	for p := range a.estate.Project(a.engine.deciding()).All() {
		if isModel(&p, value) {
			return true
		}
	}
	return false
}

// keyMeant returns the key that somebody who writes a filter means: that of a
// service by any of its spellings, that of a maker or model in capitals.
func (a *Assessment) keyMeant(d Dimension, value string) string {
	if at, ok := dimensionKeys[d]; ok && hasKey(a.keys[at].numbers, value) {
		return value
	}
	switch d {
	case ByService:
		return a.engine.serviceName(value)
	case ByManufacturer, ByModel:
		return strings.ToLower(value)
	default:
		return value
	}
}

// isModel reports whether a profile is of a model that is given without its maker.
func isModel(p *inventory.Profile, model string) bool { return model != "" && p.Model == model }

// meets reports whether a profile has the keys that a filter asks for.
func (e *engine) meets(filter map[Dimension]string, p *inventory.Profile) bool {
	for d, value := range filter {
		if hasKey(dimensionKeys, d) && e.keyOf(d, p) != value && (d != ByModel || !isModel(p, value)) {
			return false
		}
	}
	return true
}

const keysShown = 20

// someKeys returns the first keys in order, for an error message.
func someKeys(names []string) []string {
	sorted := slices.DeleteFunc(slices.Sorted(slices.Values(names)), func(s string) bool { return s == "" })
	if len(sorted) > keysShown {
		sorted = append(sorted[:keysShown], "…")
	}
	return sorted
}

func (a *Assessment) groupNumber(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, "G")
	number, err := strconv.Atoi(digits)
	if !ok || err != nil || number < 1 || number > len(a.plans) {
		return 0, false
	}
	return number - 1, true
}

// someLines are those lines of a group that a filter leaves.
type someLines struct {
	*driver
	amounts inventory.Amounts
	splits  []inventory.Split // how parts of hosts among them came about
}

// terms returns what the lines contribute to each cell that the filter leaves: the
// sum over the measures of amount × coefficient.
func (l someLines) terms(o outcome, w Where, unit string) map[CellKey]*term {
	products := make(map[CellKey][]*term)
	for _, c := range o.coefficients {
		if !w.leaves(c) {
			continue
		}
		amount := l.amount(c.measure)
		if amount.value.IsZero() && len(products[c.cell]) > 0 {
			continue // the other measure says it all
		}
		product := productOf("contribution", unit, amount, c.term)
		if have := products[c.cell]; len(have) == 1 && have[0].args[0].value.IsZero() {
			products[c.cell] = nil
		}
		products[c.cell] = append(products[c.cell], product)
	}
	terms := make(map[CellKey]*term, len(products))
	for cell, list := range products {
		terms[cell] = list[0]
		if len(list) > 1 {
			terms[cell] = sumOf("contribution", list[0].unit, list...)
		}
	}
	return terms
}

func (w Where) leaves(c coefficient) bool {
	return c.views&w.View.mask() != 0 && c.cell.Impact == w.Impact &&
		(w.Stage == "" || c.cell.Stage == w.Stage) &&
		(w.Component == "" || c.cell.Component == w.Component) &&
		(w.Scope == "" || c.cell.Scope == w.Scope)
}

// tree puts the groups under their components, those under their stages, and
// those under the total.
func (a *Assessment) tree(byCell map[CellKey][]*Trace, w Where) *Trace {
	unit := a.ImpactUnit(w.Impact)
	byStage := make(map[factors.Stage][]*Trace)
	for _, cell := range slices.SortedFunc(maps.Keys(byCell), compareCells) {
		node := sumTrace(fmt.Sprintf("%s, scope %s", cell.Component, cell.Scope), unit, limited(byCell[cell], w.Limit, unit))
		node.Cell = &cell
		byStage[cell.Stage] = append(byStage[cell.Stage], node)
	}
	var stages []*Trace
	for _, stage := range factors.Stages {
		if cells := byStage[stage]; len(cells) > 0 {
			stages = append(stages, sumTrace(string(stage), unit, cells))
		}
	}
	return sumTrace(fmt.Sprintf("%s, %s-based, %s, %s", w.Impact, w.View, a.engine.method.Basis, a.Period()), unit, stages)
}

// limited returns the groups, the largest first, with those behind the limit as one.
func limited(groups []*Trace, limit int, unit string) []*Trace {
	slices.SortStableFunc(groups, func(a, b *Trace) int {
		return cmp.Or(b.Value.Abs().Cmp(a.Value.Abs()), cmp.Compare(a.Group, b.Group))
	})
	if limit <= 0 || len(groups) <= limit+1 {
		return groups
	}
	rest := decimal.Zero
	for _, g := range groups[limit:] {
		rest = rest.Add(g.Value)
	}
	others := &Trace{Label: strconv.Itoa(len(groups)-limit) + " further groups", Value: rest, Unit: unit}
	return append(slices.Clip(groups[:limit]), others)
}

// sumTrace returns the sum of traces.
func sumTrace(label, unit string, children []*Trace) *Trace {
	sum := decimal.Zero
	values := make([]string, len(children))
	for i, c := range children {
		sum = sum.Add(c.Value)
		values[i] = c.Value.String()
	}
	return &Trace{Label: label, Formula: strings.Join(values, " + "), Value: sum, Unit: unit, Children: children}
}
