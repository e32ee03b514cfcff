package calc

import (
	"slices"
	"strings"

	"govfootprint/factors"
)

// wholeLife is what one unit bears of one stage over its whole life, before the
// basis decides what of it falls into the period.
type wholeLife struct {
	cell    CellKey
	perUnit *term // in the impact's unit per unit of equipment
	grade   factors.Grade
	covers  []factors.Stage // further stages that the figure includes
}

// embodied computes the stages other than use for one impact:
//
//	manufacturing   q · a · c · F(manufacturing)
//	distribution    q · a · F(distribution)
//	end of life     q · a · F(end of life, route)
//
// with q units, attribution a, condition c and F in the impact's unit per unit
// of equipment, spread by the basis (see spread.go). A published figure that
// lumps stages stands under the first of them and covers the others; c then
// multiplies all of it, because it cannot be taken apart.
func (v *evaluation) embodied(impact factors.Impact) {
	stages := []struct {
		stage factors.Stage
		find  func(factors.Impact) *wholeLife
	}{
		{factors.Manufacturing, v.manufacture},
		{factors.Distribution, v.distribution},
		{factors.EndOfLife, v.treatment},
	}
	for _, s := range stages {
		if v.known(impact, s.stage) {
			continue
		}
		whole := s.find(impact)
		if whole == nil {
			v.set(impact, s.stage, statusMissing)
			v.noteMissing(impact, s.stage)
			continue
		}
		v.set(impact, s.stage, v.spread(whole))
		for _, covered := range whole.covers {
			v.set(impact, covered, v.statuses[stageOfImpact{impact, s.stage}])
		}
	}
}

// manufacture returns the making of one unit: from its parts where the
// configuration of a server is known, else by the ladder.
func (v *evaluation) manufacture(impact factors.Impact) *wholeLife {
	whole := v.serverByParts(impact)
	if whole == nil {
		whole = v.byLadder(impact, factors.Manufacturing, "")
	}
	if whole == nil {
		return nil
	}
	whole.cell = CellKey{factors.Manufacturing, Manufacture, impact, v.hardwareScope()}
	return v.borne(whole, v.conditionFactor())
}

// distribution returns the way of one unit to its user: by the factor published
// for it, else as freight.
func (v *evaluation) distribution(impact factors.Impact) *wholeLife {
	if whole := v.byLadder(impact, factors.Distribution, ""); whole != nil {
		whole.cell = CellKey{factors.Distribution, Delivery, impact, v.hardwareScope()}
		return v.borne(whole)
	}
	whole := v.freight(impact)
	if whole == nil {
		return nil
	}
	whole.cell = CellKey{factors.Distribution, Freight, impact, v.freightScope()}
	return v.borne(whole)
}

// byLadder returns the published figure for one unit, nil where there is none.
// A figure by mass is multiplied with the mass of the unit.
func (v *evaluation) byLadder(impact factors.Impact, stage factors.Stage, route factors.Route) *wholeLife {
	match := v.find(&v.device.ladder, v.place, want{factors.PropertyImpact, stage, route, impact})
	if match == nil {
		return nil
	}
	perUnit := v.perItem(stagesLabel(match.Factor)+" of one unit", match, impact)
	if perUnit == nil {
		return nil
	}
	v.warnAbout(match, impact, stage)
	return &wholeLife{perUnit: perUnit, grade: perUnit.grade(), covers: match.Factor.Covers}
}

// stagesLabel names the stages that a factor is for: manufacturing+distribution.
func stagesLabel(f *factors.Factor) string {
	return strings.Join(textsOf(append([]factors.Stage{f.Stage}, f.Covers...)), "+")
}

// perItem returns a factor per unit of equipment: as it is, or times the mass of
// the unit where it is one per mass. It returns nil, with a note, where the
// factor is neither, or the mass is not known.
func (v *evaluation) perItem(label string, m *factors.Match, impact factors.Impact) *term {
	units := v.units[impact]
	if !m.Factor.Unit.Convertible(units.perKg) {
		return v.inUnit(label, m, units.perItem)
	}
	perKg, _ := publishedIn("factor by mass", m, units.perKg)
	mass := v.parameter("mass of one unit", factors.PropertyMass, kgUnit)
	if mass == nil {
		v.note(note{code: NoMass, severity: Gap, stage: m.Factor.Stage, impact: impact, category: v.category})
		return nil
	}
	if m.Rung == factors.MassFallback && m.Factor.Stage == factors.Manufacturing {
		v.note(note{code: AssessedByMass, severity: Assumption, stage: m.Factor.Stage, impact: impact, category: v.category, args: [2]string{m.Factor.ID}})
	}
	return productOf(label, units.perItem.String(), perKg, mass)
}

// borne multiplies what one unit bears with the share of the department and
// with further factors; nil ones are 1.
func (v *evaluation) borne(whole *wholeLife, further ...*term) *wholeLife {
	args := []*term{whole.perUnit}
	for _, t := range append(further, v.share) {
		if t != nil {
			args = append(args, t)
		}
	}
	if len(args) > 1 {
		whole.perUnit = productOf(string(whole.cell.Component)+" borne for one unit", whole.perUnit.unit, args...)
	}
	return whole
}

// noteMissing records that there is no factor for a stage, for this category or
// in all the packs, unless the reason was recorded already.
func (v *evaluation) noteMissing(impact factors.Impact, stage factors.Stage) {
	if slices.ContainsFunc(v.notes, func(n note) bool {
		return n.severity == Gap && n.stage == stage && n.impact == impact
	}) {
		return
	}
	if !v.carried[carriedFor{stageOfImpact{impact, stage}, v.kind.Activity()}] {
		v.note(note{code: StageNotInPacks, severity: Gap, stage: stage, impact: impact})
		return
	}
	v.note(note{code: NoFactor, severity: Gap, stage: stage, impact: impact, category: v.category})
}
