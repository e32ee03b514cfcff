package calc

import "govfootprint/factors"

// wasteMass books the mass of units that left in the period, in kg:
//
//	q · a · mass
//
// whatever their route: a device that is reused leaves the department too. It
// applies to nothing else, and does not depend on the basis.
func (v *evaluation) wasteMass() {
	if !v.withdrawn {
		return
	}
	mass := v.parameter("mass of one unit", factors.PropertyMass, kgUnit)
	if mass == nil {
		v.set(factors.Mass, factors.EndOfLife, statusMissing)
		v.note(note{code: NoMass, severity: Gap, stage: factors.EndOfLife, impact: factors.Mass, category: v.category})
		return
	}
	if v.share != nil {
		mass = productOf("mass borne for one unit", "kg/unit", mass, v.share)
	}
	v.waste = mass
	v.set(factors.Mass, factors.EndOfLife, statusCovered)
	v.contribute(CellKey{factors.EndOfLife, Waste, factors.Mass, v.wasteScope()}, PerUnit, mass, inBoth, mass.grade())
}
