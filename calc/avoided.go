package calc

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// AvoidedBurden is an impact that a route of end of life avoids elsewhere.
type AvoidedBurden struct {
	Category string
	Route    factors.Route
	Impact   factors.Impact
	Units    decimal.Decimal // units that left by the route, or unit-years of second-hand use
	Value    decimal.Decimal // in the impact's unit
	Factor   *factors.Match
}

// avoidedTerm is what one unit of some measures avoids.
type avoidedTerm struct {
	route  factors.Route
	impact factors.Impact
	match  *factors.Match
	per    map[Measure]decimal.Decimal // avoided
	count  map[Measure]decimal.Decimal // units or unit-years
}

// avoidedBurdens books what routes avoid elsewhere, apart from every total:
//
//	per unit        q · a · F          units that left in the period by the route
//	per unit.year   q · a · s · T · F  units acquired second-hand: the use that reuse made possible
//
// They are never netted: the footprint is what was caused, whatever else did
// not happen (ADEME's rules, GHG Protocol).
func (v *evaluation) avoidedBurdens() {
	for _, impact := range v.impacts {
		if v.withdrawn && v.route != factors.RouteUnknown {
			v.avoidedPerUnit(impact)
		}
		if secondHand(v.condition) && !v.stocked {
			v.avoidedPerYear(impact)
		}
	}
}

func secondHand(c inventory.Condition) bool {
	_, ok := conditionProperties[c]
	return ok
}

func (v *evaluation) avoidedPerUnit(impact factors.Impact) {
	match := v.avoidedFactor(v.route, impact)
	if match == nil {
		return
	}
	t, ok := publishedIn("avoided", match, v.units[impact].perItem)
	if !ok {
		return // a figure per year of use, for units that came second-hand
	}
	v.avoid(avoidedTerm{
		route: v.route, impact: impact, match: match,
		per:   map[Measure]decimal.Decimal{PerUnit: t.value.Mul(v.shareValue())},
		count: map[Measure]decimal.Decimal{PerUnit: one},
	})
}

func (v *evaluation) avoidedPerYear(impact factors.Impact) {
	match := v.avoidedFactor(factors.RouteReuse, impact)
	if match == nil {
		return
	}
	t, ok := publishedIn("avoided", match, v.units[impact].perItemYear)
	if !ok {
		return // a figure per unit that left
	}
	full, day := v.serviceYears()
	perYear := t.value.Mul(v.shareValue())
	v.avoid(avoidedTerm{
		route: factors.RouteReuse, impact: impact, match: match,
		per:   map[Measure]decimal.Decimal{PerFull: full.Mul(perYear), PerDay: day.Mul(perYear)},
		count: map[Measure]decimal.Decimal{PerFull: full, PerDay: day},
	})
}

func (v *evaluation) avoidedFactor(route factors.Route, impact factors.Impact) *factors.Match {
	return v.find(&v.device.ladder, v.place, want{factors.PropertyAvoided, factors.EndOfLife, route, impact})
}

func (v *evaluation) avoid(t avoidedTerm) {
	v.avoided = append(v.avoided, t)
	v.cite(t.match)
}

func (v *evaluation) shareValue() decimal.Decimal {
	if v.share == nil {
		return one
	}
	return v.share.value
}

// serviceYears returns the years of service of a unit that was in service
// throughout the period, and those of one unit-day, each rounded once.
func (e *engine) serviceYears() (full, day decimal.Decimal) {
	divisor := one
	if e.calendar.perYear != nil {
		divisor = e.calendar.perYear.value
	}
	full = divide(e.calendar.length.value, divisor)
	day = divide(e.calendar.length.value, divisor.Mul(e.calendar.days.value))
	return full, day
}

// Avoided returns what routes of end of life avoid elsewhere, sorted by category,
// route, impact and factor. It is in no total, and must not be subtracted from
// one.
func (a *Assessment) Avoided() []AvoidedBurden {
	type key struct {
		category string
		route    factors.Route
		impact   factors.Impact
		factor   *factors.Factor
	}
	burdens := make(map[key]*AvoidedBurden)
	for _, p := range a.plans {
		for _, t := range p.avoided {
			k := key{p.driver.category, t.route, t.impact, t.match.Factor}
			b := burdens[k]
			if b == nil {
				b = &AvoidedBurden{Category: k.category, Route: k.route, Impact: k.impact, Factor: t.match}
				burdens[k] = b
			}
			for m := range t.per {
				amount := m.Of(p.amounts).Decimal()
				b.Value = b.Value.Add(amount.Mul(t.per[m]))
				b.Units = b.Units.Add(amount.Mul(t.count[m]))
			}
		}
	}
	sorted := make([]AvoidedBurden, 0, len(burdens))
	for _, b := range burdens {
		sorted = append(sorted, *b)
	}
	slices.SortFunc(sorted, compareAvoided)
	return sorted
}

func compareAvoided(a, b AvoidedBurden) int {
	return cmp.Or(
		cmp.Compare(a.Category, b.Category),
		cmp.Compare(a.Route, b.Route),
		compareImpacts(a.Impact, b.Impact),
		cmp.Compare(a.Factor.Factor.Pack.Ref(), b.Factor.Factor.Pack.Ref()),
		cmp.Compare(a.Factor.Factor.ID, b.Factor.Factor.ID),
	)
}
