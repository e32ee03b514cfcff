package calc

import (
	"slices"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// activity computes what the equipment of others does for the department. An
// activity accrues in the period as it is counted; there is no life to spread it
// over, whatever the basis. For each impact
//
//	published     A · a · F(stage)            by a figure for the stage, or for several
//	electricity   A · a · e · G(place)        for use without such a figure
//	overhead      A · a · e · (PUE − 1) · G(place)
//
// with A the amount in the activity's measure, a the attribution, F the impact and
// e the kWh per unit of the measure, G as for devices (electricity.go), losses and
// upstream of the electricity included. Where packs know the resources behind the
// measure (see resources.go), F and e are sums over those.
func (v *evaluation) activity() {
	if v.inLines() {
		v.note(note{code: InLines, severity: Assumption, category: v.category})
		return
	}
	resources := v.resources()
	if len(resources) == 0 {
		v.missAll()
		return
	}
	for _, impact := range v.impacts {
		for _, stage := range factors.Stages {
			v.bookPublished(resources, impact, stage)
		}
	}
	v.activityElectricity(resources)
}

// missAll says of an activity that nobody knows what it consists of that
// nothing is covered; why, is noted already.
func (v *evaluation) missAll() {
	v.set(factors.Energy, factors.Use, statusMissing)
	for _, impact := range v.impacts {
		for _, stage := range factors.Stages {
			v.set(impact, stage, statusMissing)
		}
	}
}

// activityComponents are the components of figures published for an activity.
var activityComponents = map[factors.Stage]Component{
	factors.Manufacturing: Manufacture,
	factors.Distribution:  Delivery,
	factors.Use:           Operation,
	factors.EndOfLife:     Treatment,
}

// activityComponent returns the component of a figure. One that holds the use
// beside other stages, as a figure by spend does, is neither embodied nor
// operation, and says so.
func activityComponent(f *factors.Factor) Component {
	if slices.Contains(f.Covers, factors.Use) {
		return SeveralStages
	}
	return activityComponents[f.Stage]
}

// bookPublished books a stage by the figures published for it, of each resource
// that no figure of an earlier stage covers already. Use without such a figure is
// left to the electricity.
func (v *evaluation) bookPublished(resources []resource, impact factors.Impact, stage factors.Stage) {
	at := stageOfImpact{impact, stage}
	for i := range resources {
		r := &resources[i]
		if r.states[at] == statusCovered {
			continue
		}
		figure, match := v.publishedFor(r, impact, stage)
		if figure == nil {
			continue
		}
		v.warnAbout(match, impact, stage)
		cell := CellKey{stage, activityComponent(match.Factor), impact, ScopeGoods}
		v.perActivity(cell, figure.grade(), figure, r.amount)
		r.states[at] = statusCovered
		for _, covered := range match.Factor.Covers {
			r.states[stageOfImpact{impact, covered}] = statusCovered
		}
	}
	result := stateOf(resources, at)
	if stage == factors.Use && result != statusCovered {
		return
	}
	v.set(impact, stage, result)
	if result == statusMissing && !explained(resources, at) {
		v.noteMissing(impact, stage)
	}
}

// publishedFor returns the figure for a stage of a resource per unit of its
// measure: the nearest that is per that, or, of spending, per some money that the
// packs have a price level for.
func (v *evaluation) publishedFor(r *resource, impact factors.Impact, stage factors.Stage) (*term, *factors.Match) {
	w := want{property: factors.PropertyImpact, stage: stage, impact: impact}
	match := v.findIn(units{per: r.measure}, &r.device.ladder, v.place, w)
	usable := match != nil
	if !usable { // what there is instead, to say why it cannot be used
		match = v.find(&r.device.ladder, v.place, w)
	}
	if match == nil {
		return nil, nil
	}
	below := match.Factor.Unit.Denominator()
	if r.measure.Dimension().IsMoney() && below.Dimension().IsMoney() && !below.Convertible(r.measure) {
		if usable {
			return v.inMoney(stagesLabel(match.Factor), match, impact, r.measure), match
		}
		v.noteNoPriceLevel(match, impact, r)
		return nil, nil
	}
	return v.inUnit(stagesLabel(match.Factor)+" per "+r.measure.String(), match, v.units[impact].impact.Div(r.measure)), match
}

// activityElectricity books the electricity of an activity and, where the use of
// resources has no figure of its own for an impact, what their electricity stands for.
func (v *evaluation) activityElectricity(resources []resource) {
	drawn := v.intensities(resources)
	if len(drawn) == 0 {
		v.set(factors.Energy, factors.Use, statusMissing)
		for _, impact := range v.impacts {
			v.leaveUse(resources, impact)
		}
		return
	}
	room, roomKnown := v.overhead()
	resultOf := func(known int) status {
		if !roomKnown || known < len(resources) {
			return statusPartly
		}
		return statusCovered
	}
	v.set(factors.Energy, factors.Use, resultOf(len(drawn)))
	v.drawActivity(factors.Energy, drawn, room, nil)
	for _, impact := range v.impacts {
		if v.known(impact, factors.Use) {
			continue
		}
		at := stageOfImpact{impact, factors.Use}
		open := slices.DeleteFunc(slices.Clone(drawn), func(i intensity) bool { return i.of.states[at] == statusCovered })
		if len(open) == 0 { // some have a figure, of the others nobody knows the electricity
			v.leaveUse(resources, impact)
			continue
		}
		g := v.grid(v.place, impact)
		known := resultOf(len(open) + countOf(resources, at))
		if impact == factors.Water {
			water, stated := v.coolingWater()
			known = v.withCooling(known, water, stated, g)
			v.drawCooling(open, water)
		}
		if g == nil {
			v.noteNoGrid(impact)
			if impact != factors.Water {
				known = stateOf(resources, at)
			}
			v.set(impact, factors.Use, known)
			continue
		}
		for _, n := range g.notes {
			if n.code != LifeCycleInScope2 && n.code != LossesInScope2 { // none of it is scope 2
				v.note(n)
			}
		}
		v.set(impact, factors.Use, known)
		v.drawActivity(impact, open, room, g)
	}
}

// leaveUse leaves the use of an impact with what figures of resources say of it.
func (v *evaluation) leaveUse(resources []resource, impact factors.Impact) {
	if v.known(impact, factors.Use) {
		return
	}
	at := stageOfImpact{impact, factors.Use}
	v.set(impact, factors.Use, stateOf(resources, at))
	if !explained(resources, at) {
		v.note(note{code: NoActivityUse, severity: Gap, stage: factors.Use, impact: impact, category: v.category})
	}
}

// drawCooling books the water that cools a provider's rooms.
func (v *evaluation) drawCooling(drawn []intensity, water *term) {
	if water == nil {
		return
	}
	for _, i := range drawn {
		v.perActivity(CellKey{factors.Use, Cooling, factors.Water, ScopeGoods}, i.perMeasure.grade(), i.perMeasure, i.amount, water)
	}
}

// intensity is the electricity of one resource.
type intensity struct {
	of         *resource
	perMeasure *term // kWh
	amount     *term // of the measure per unit of the activity; nil for 1
}

// intensities returns the electricity of the resources of which it is known.
func (v *evaluation) intensities(resources []resource) []intensity {
	var drawn []intensity
	for i := range resources {
		r := &resources[i]
		if kWh := v.energyIntensity(r); kWh != nil {
			drawn = append(drawn, intensity{r, kWh, r.amount})
		}
	}
	return drawn
}

// drawActivity books electricity times a factor per kWh, or itself where there is none.
func (v *evaluation) drawActivity(impact factors.Impact, drawn []intensity, room overhead, g *grid) {
	for _, i := range drawn {
		var perKWh *term
		grade := i.perMeasure.grade()
		if g != nil {
			perKWh, grade = g.principal, factors.Worse(grade, g.match.Grade)
		}
		v.perActivity(CellKey{factors.Use, Electricity, impact, ScopeGoods}, grade, i.perMeasure, i.amount, perKWh)
		if room.extra != nil {
			v.perActivity(CellKey{factors.Use, Overhead, impact, ScopeGoods}, grade, i.perMeasure, i.amount, room.extra, perKWh)
		}
		if g == nil {
			continue
		}
		for _, a := range g.addends {
			grade := factors.Worse(i.perMeasure.grade(), a.match.Grade)
			v.perActivity(CellKey{factors.Use, a.component, impact, ScopeGoods}, grade, i.perMeasure, i.amount, room.pue, a.term)
		}
	}
}

// perActivity adds the coefficient of one unit of the activity: the product of
// the terms that are there, and the share of the department. A provider's
// contracts are not the department's, so both views of electricity are the same.
func (v *evaluation) perActivity(cell CellKey, grade factors.Grade, terms ...*term) {
	var args []*term
	for _, t := range append(terms, v.share) {
		if t != nil {
			args = append(args, t)
		}
	}
	unit := PerActivity.coefficientUnit(v.unitOf(cell.Impact), inventory.RateNone, v.measure)
	v.contribute(cell, PerActivity, productOf("per unit of the activity", unit, args...), inBoth, grade)
}

// measureUnit returns the unit of an activity's measure.
func (v *evaluation) measureUnit() (quantity.Unit, bool) {
	unit, err := quantity.Parse(v.measure)
	return unit, err == nil
}
