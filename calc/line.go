package calc

import (
	"iter"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Line is the footprint of one profile.
type Line struct {
	Profile inventory.Profile
	Amounts inventory.Amounts
	Values  Values // in the view of the method
	Grade   factors.Grade
	Quality inventory.Quality // of its data; empty where nobody states one

	// Group names the lines that share every coefficient, for [Where] and
	// [Assessment.Group].
	Group string
}

// Lines yields one line per profile, in the estate's canonical order. Lines are
// computed as they are asked for; they add up to [Assessment.Shown] exactly.
func (a *Assessment) Lines() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		books := a.newLedger()
		seen := a.engine.method.View.mask()
		for profile, amounts := range a.estate.Sorted() {
			group, ok := a.groupOf(&profile)
			if !ok {
				continue // added to the estate after it was assessed
			}
			p := a.plans[group]
			books.reset()
			books.add(p, amounts, seen)
			line := Line{
				Profile: profile, Amounts: amounts, Values: books.values(),
				Grade: p.lineGrade(rowLimit(&profile)), Quality: datumQuality(&profile), Group: groupName(group),
			}
			if !yield(line) {
				return
			}
		}
	}
}

// groupOf returns the group of a profile that was assessed.
func (a *Assessment) groupOf(p *inventory.Profile) (int, bool) {
	d, ok := a.engine.knownDriver(p)
	if !ok {
		return 0, false
	}
	group, ok := a.index[d]
	return int(group), ok
}

// Group is what a set of lines shares: every coefficient, and the factors behind
// them.
type Group struct {
	Name         string
	Label        string
	Category     string // with its variant: laptop/14in
	Measure      string // of activities; empty for devices
	Coefficients []Coefficient
	Factors      []*factors.Match
	Lifetime     decimal.NullDecimal // planned years
	Amounts      inventory.Amounts   // of all its lines
}

// Coefficient is what one unit of a measure contributes to a cell: the value of
// the cell is Σ amount × coefficient over the lines, exactly.
type Coefficient struct {
	Cell     CellKey
	Measure  Measure
	Value    decimal.Decimal
	Grade    factors.Grade
	Location bool // counts in the location-based view
	Market   bool // counts in the market-based view
}

// Groups yields every group, in order of its name.
func (a *Assessment) Groups() iter.Seq[Group] {
	return func(yield func(Group) bool) {
		for i := range a.plans {
			if !yield(a.group(i)) {
				return
			}
		}
	}
}

// Group returns a group by its name.
func (a *Assessment) Group(name string) (Group, bool) {
	i, ok := a.groupNumber(name)
	if !ok {
		return Group{}, false
	}
	return a.group(i), true
}

func (a *Assessment) group(i int) Group {
	p := a.plans[i]
	g := Group{
		Name: groupName(i), Label: p.driver.label(), Category: joinVariant(p.driver.category, p.driver.variant),
		Measure: p.driver.measure, Factors: p.matches, Lifetime: p.lifetime, Amounts: p.amounts,
	}
	for _, e := range p.entries {
		g.Coefficients = append(g.Coefficients, Coefficient{
			Cell: a.cells[e.cell], Measure: e.measure, Value: e.value.decimal(), Grade: e.grade,
			Location: e.views&inLocation != 0, Market: e.views&inMarket != 0,
		})
	}
	return g
}

// Derivations returns how each coefficient of a group was computed, in the order
// of [Group.Coefficients]. It runs the formulas again, because keeping what they
// remember would cost every assessment more than the few that ask.
func (a *Assessment) Derivations(group string) []*Trace {
	i, ok := a.groupNumber(group)
	if !ok {
		return nil
	}
	o := a.engine.evaluate(a.plans[i].driver)
	traces := make([]*Trace, len(o.coefficients))
	for n, c := range o.coefficients {
		traces[n] = c.term.trace()
	}
	return traces
}

// Key returns the key of a profile in a dimension of lines, empty where the
// inventory does not state it. It is that of the profile's slice in a breakdown.
func (a *Assessment) Key(d Dimension, p *inventory.Profile) string { return a.engine.keyOf(d, p) }
