package calc

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"govfootprint/factors"
)

// Subjects of electricity, by what their factors include.
const (
	generation        = "electricity/generation"             // direct, at the plant
	consumptionMix    = "electricity/consumption"            // direct, losses of the grid included
	lifeCycle         = "electricity/life-cycle"             // production mix with upstream and plants; without losses
	lifeCycleConsumed = "electricity/consumption-life-cycle" // of the mix consumed, imports traced
	losses            = "electricity/losses"
	wellToTank        = "electricity/well-to-tank"
	wellToTankLosses  = "electricity/well-to-tank-losses"
	residualMix       = "electricity/residual-mix"
)

// principals are the boundaries that can stand for the electricity itself, of
// equal rank on one rung: what the nearest place and the highest layer have,
// wins. Where one pack has several for one place, the direct one goes first, for
// scope 2 is direct.
var principals = fixedLadder(generation, consumptionMix, lifeCycle, lifeCycleConsumed)

// additive says what may be added to a principal, and as which component.
// Nothing that it includes already: no upstream on a life cycle, no losses on
// consumption, nothing at all on the life cycle of what is consumed.
var additive = map[string][]addend{
	generation:     {{losses, Losses}, {wellToTank, WellToTank}, {wellToTankLosses, WellToTankLosses}},
	consumptionMix: {{wellToTank, WellToTank}},
	lifeCycle:      {{losses, Losses}},
}

type addend struct {
	subject   string
	component Component
}

// grid is what one kWh at a place stands for, in one impact.
type grid struct {
	principal *term
	match     *factors.Match
	addends   []gridAddend
	trend     *trend // nil in the factors' own year
	notes     []note
}

type gridAddend struct {
	component Component
	term      *term
	match     *factors.Match
}

type gridPlace struct {
	place  string
	impact factors.Impact
}

// grid returns the location-based electricity of a place, nil where there is no
// factor for it.
func (e *engine) grid(place string, impact factors.Impact) *grid {
	key := gridPlace{place, impact}
	e.mu.RLock()
	g, known := e.grids[key]
	e.mu.RUnlock()
	if !known {
		g = e.newGrid(place, impact)
		e.mu.Lock()
		defer e.mu.Unlock()
		if first, known := e.grids[key]; known {
			return first
		}
		e.grids[key] = g
	}
	return g
}

func (e *engine) newGrid(place string, impact factors.Impact) *grid {
	match, anchor := e.gridMatch(place, impact)
	if match == nil {
		return nil
	}
	unit := e.units[impact].perKWh
	principal, ok := publishedIn("electricity", match, unit)
	if !ok {
		return nil
	}
	g := &grid{principal: principal, match: match}
	for _, a := range additive[match.Factor.Subject] {
		if m := e.beside(match.Factor, a.subject, impact); m != nil {
			if t, ok := publishedIn(string(a.component), m, unit); ok {
				g.addends = append(g.addends, gridAddend{a.component, t, m})
			}
		}
	}
	g.notes = gridNotes(g, place, impact)
	if impact == factors.GWP {
		g.follow(e.outlook(place, principal, match, anchor))
	}
	return g
}

// follow lets the electricity of a place follow a trend; nil is none.
func (g *grid) follow(t *trend) {
	if t == nil {
		return
	}
	g.trend, g.notes = t, append(g.notes, t.note)
	switch {
	case t.level != nil:
		g.principal = t.level
	case t.ratio != nil:
		g.principal = g.after(g.principal)
	}
	for i := range g.addends {
		g.addends[i].term = g.after(g.addends[i].term)
	}
}

// after returns what a figure per kWh has become by the trend.
func (g *grid) after(perKWh *term) *term {
	if g.trend == nil || g.trend.ratio == nil {
		return perKWh
	}
	return productOf(perKWh.label, perKWh.unit, perKWh, g.trend.ratio)
}

// beside returns the factor of another boundary from the same pack and place as
// a principal, of the principal's year: only a publisher's own rows are sure to
// add up.
func (e *engine) beside(principal *factors.Factor, subject string, impact factors.Impact) *factors.Match {
	alone, err := factors.NewLibrary(principal.Pack)
	if err != nil {
		return nil
	}
	m, ok := alone.Find(factors.Query{
		Rungs:    fixedLadder(subject).rungs,
		Property: factors.PropertyImpact, Stage: factors.Use, Impact: impact,
		Places: []string{principal.Place}, Year: cmp.Or(principal.Year, e.year),
	})
	if !ok || m.Factor.Place != principal.Place {
		return nil
	}
	return &m
}

// gridNotes returns what to know about the electricity of a place.
func gridNotes(g *grid, place string, impact factors.Impact) []note {
	factor := g.match.Factor
	subject := factor.Subject
	about := note{severity: Caution, stage: factors.Use, impact: impact, place: cmp.Or(place, factors.World), args: [2]string{factor.ID}}
	var notes []note
	add := func(code FindingCode, detail string) {
		n := about
		n.code, n.args[1] = code, detail
		notes = append(notes, n)
	}
	if impact == factors.GWP && (subject == lifeCycle || subject == lifeCycleConsumed) {
		add(LifeCycleInScope2, subject)
	}
	if impact == factors.GWP && subject == consumptionMix {
		add(LossesInScope2, subject)
	}
	if missing := missingAddends(g); impact == factors.GWP && len(missing) > 0 {
		add(ElectricityIncomplete, strings.Join(missing, ", "))
		notes[len(notes)-1].severity = Gap
	}
	if g.match.YearRung != factors.YearSame && g.match.YearRung != factors.YearUndated {
		add(ElectricityOtherYear, strconv.Itoa(factor.Year))
	}
	for _, a := range g.addends { // found for the year of the principal
		if a.match.YearRung != factors.YearSame && a.match.YearRung != factors.YearUndated {
			about.args[0] = a.match.Factor.ID
			add(ElectricityOtherYear, strconv.Itoa(a.match.Factor.Year))
		}
	}
	about.args[0] = factor.ID
	if place != "" && g.match.PlaceRung > wantedPlaceRung(place) {
		add(ElectricityOtherPlace, factor.Place)
	}
	return notes
}

// missingAddends returns the boundaries that should be added and are not there.
func missingAddends(g *grid) []string {
	var missing []string
	for _, a := range additive[g.match.Factor.Subject] {
		found := slices.ContainsFunc(g.addends, func(have gridAddend) bool { return have.component == a.component })
		if !found {
			missing = append(missing, a.subject)
		}
	}
	return missing
}

// wantedPlaceRung is the rung of a factor that is as near as the place itself.
func wantedPlaceRung(place string) factors.PlaceRung {
	if strings.Contains(place, "-") {
		return factors.PlaceRegion
	}
	return factors.PlaceCountry
}
