package calc

import (
	"cmp"
	"slices"

	"govfootprint/factors"
)

// use computes the electricity of a device and what it stands for:
//
//	q · a · kWh · s · T                  the device's own electricity
//	q · a · kWh · s · T · (PUE − 1)      overhead of the room
//
// in kWh, each times G(place, year) for every other impact; and for losses and
// upstream of the electricity, each with a factor of its own
//
//	q · a · kWh · s · T · PUE · G(losses), …
//
// For water, that which cools the room comes on top (coolingWater).
//
// with q units, attribution a, kWh a year for a unit, s the share of the period
// in service and T its length in years. A device in stock is not used; that of a
// UPS, PDU or cooling unit under a PUE is in the overhead of what it serves.
func (v *evaluation) use() {
	if v.stocked {
		v.note(note{code: InStockUnused, severity: Assumption, stage: factors.Use, category: v.category})
		return
	}
	if v.inOverhead() {
		v.note(note{code: InOverhead, severity: Assumption, stage: factors.Use, category: v.category})
		return
	}
	drawn := v.consumption()
	if drawn == nil {
		v.note(note{code: NoEnergy, severity: Gap, stage: factors.Use, impact: factors.Energy, category: v.category})
		v.set(factors.Energy, factors.Use, statusMissing)
		for _, impact := range v.impacts {
			v.setUnlessKnown(impact, statusMissing)
		}
		return
	}
	room, known := v.overhead()
	result := statusCovered
	if !known {
		result = statusPartly
	}
	v.set(factors.Energy, factors.Use, result)
	v.draw(factors.Energy, drawn, room, nil, 0, inBoth)
	for _, impact := range v.impacts {
		if !v.known(impact, factors.Use) {
			v.set(impact, factors.Use, v.electricityOf(impact, drawn, room, result))
		}
	}
}

func (v *evaluation) setUnlessKnown(impact factors.Impact, s status) {
	if !v.known(impact, factors.Use) {
		v.set(impact, factors.Use, s)
	}
}

// electricityOf books one impact of the electricity drawn.
func (v *evaluation) electricityOf(impact factors.Impact, drawn *consumption, room overhead, result status) status {
	g := v.grid(v.place, impact)
	var located *term
	if g != nil {
		located = g.principal
	}
	if impact == factors.Water {
		water, known := v.coolingWater()
		if water != nil {
			s := serviceTerms{dividends: v.yearly(drawn, water, nil), grade: drawn.grade, views: inBoth}
			v.overService(CellKey{factors.Use, Cooling, impact, v.electricityScope()}, drawn.full, drawn.day, s)
		}
		result = v.withCooling(result, water, known, g)
	}
	seen := inBoth
	if impact == factors.GWP {
		if market, known := v.marketBased(located); known {
			seen = inLocation
			v.draw(impact, drawn, room, market, 0, inMarket)
		}
	}
	if g == nil {
		v.noteNoGrid(impact)
		if impact == factors.Water {
			return result
		}
		return statusMissing
	}
	for _, n := range g.notes {
		if n.code != LifeCycleInScope2 || v.electricityScope() == Scope2 {
			v.note(n)
		}
	}
	v.draw(impact, drawn, room, g.principal, g.match.Grade, seen)
	for _, a := range g.addends {
		v.addend(impact, a, drawn, room)
	}
	return result
}

func (v *evaluation) noteNoGrid(impact factors.Impact) {
	if !v.carried[carriedFor{stageOfImpact{impact, factors.Use}, v.kind.Activity()}] {
		v.note(note{code: StageNotInPacks, severity: Gap, stage: factors.Use, impact: impact})
		return
	}
	v.note(note{code: NoElectricityFactor, severity: Gap, stage: factors.Use, impact: impact, place: cmp.Or(v.place, factors.World)})
}

// draw books the device's own electricity and its overhead, times a factor per
// kWh unless that is nil.
func (v *evaluation) draw(impact factors.Impact, drawn *consumption, room overhead, perKWh *term, grade factors.Grade, seen views) {
	scope := v.electricityScope()
	s := serviceTerms{grade: factors.Worse(drawn.grade, grade), views: seen}
	s.dividends = v.yearly(drawn, nil, perKWh)
	v.overService(CellKey{factors.Use, Electricity, impact, scope}, drawn.full, drawn.day, s)
	if room.pue != nil {
		s.dividends = v.yearly(drawn, room.extra, perKWh)
		v.overService(CellKey{factors.Use, Overhead, impact, scope}, drawn.full, drawn.day, s)
	}
}

// addend books losses or upstream of all the electricity, overhead included.
func (v *evaluation) addend(impact factors.Impact, a gridAddend, drawn *consumption, room overhead) {
	s := serviceTerms{
		dividends: v.yearly(drawn, room.pue, a.term),
		grade:     factors.Worse(drawn.grade, a.match.Grade), views: inBoth,
	}
	cell := CellKey{factors.Use, a.component, impact, upstreamScope(v.electricityScope())}
	v.overService(cell, drawn.full, drawn.day, s)
}

// yearly returns what a year's figure of one unit is the product of; nil is 1.
func (v *evaluation) yearly(drawn *consumption, room, perKWh *term) []*term {
	args := slices.Clone(drawn.perYear)
	for _, t := range []*term{v.share, room, perKWh} {
		if t != nil {
			args = append(args, t)
		}
	}
	return args
}

// checkPlace notes where the place of use was not stated.
func (v *evaluation) checkPlace() {
	switch {
	case v.placeStated:
	case v.place != "":
		v.note(note{code: PlaceFromMethod, severity: Assumption, place: v.place})
	default:
		v.note(note{code: PlaceUnknown, severity: Caution, place: factors.World})
	}
}
