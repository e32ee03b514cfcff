package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/quantity"
)

// freightModes are the modes of freight, with the parameter of the packs that
// says how far a device travels by each.
var freightModes = []struct {
	name     string
	distance factors.Property
	direct   *ladder // from the tank to the wheel, or all of it where nothing stands beside
	upstream *ladder // from the well to the tank
}{
	{"sea", factors.PropertyFreightDistanceSea, fixedLadder("freight/sea"), fixedLadder("freight/sea-well-to-tank")},
	{"road", factors.PropertyFreightDistanceRoad, fixedLadder("freight/road"), fixedLadder("freight/road-well-to-tank")},
	{"rail", factors.PropertyFreightDistanceRail, fixedLadder("freight/rail"), fixedLadder("freight/rail-well-to-tank")},
	{"air", factors.PropertyFreightDistanceAir, fixedLadder("freight/air"), fixedLadder("freight/air-well-to-tank")},
}

var (
	kmUnit = quantity.MustParse("km")

	// tonnesPerKg is 0.001 t/kg, exactly.
	tonnesPerKg = given("tonnes of a kilogram", decimal.New(1, -3), "t/kg", fromFormula)
)

// freight returns the inbound transport of one unit where nothing was published
// for it:
//
//	mass · Σ distance(mode) · (direct(mode) + upstream(mode))
//
// in t, km and the impact's unit per t.km. It needs the mass of the unit, a
// distance, and a factor for every mode that has a distance; it is nil where one of
// them is missing. It is an assumption about where devices come from, and grade D
// at best.
func (v *evaluation) freight(impact factors.Impact) *wholeLife {
	mass := v.parameter("mass of one unit", factors.PropertyMass, kgUnit)
	if mass == nil {
		return nil
	}
	var legs []*term
	for _, mode := range freightModes {
		distance := v.parameter("distance by "+mode.name, mode.distance, kmUnit)
		if distance == nil || distance.value.IsZero() {
			continue
		}
		direct := v.find(mode.direct, v.place, want{factors.PropertyImpact, factors.Distribution, "", impact})
		if direct == nil {
			return nil
		}
		upstream := v.find(mode.upstream, v.place, want{factors.PropertyImpact, factors.Distribution, "", impact})
		leg := v.freightLeg(mode.name, distance, direct, upstream, impact)
		if leg == nil {
			return nil
		}
		legs = append(legs, leg)
	}
	if len(legs) == 0 {
		return nil
	}
	units := v.units[impact]
	perTonne := sumOf("freight of one tonne", units.impact.String()+"/t", legs...)
	perUnit := productOf("freight of one unit", units.perItem.String(), mass, tonnesPerKg, perTonne)
	v.note(note{code: FreightByMass, severity: Assumption, stage: factors.Distribution, impact: impact, category: v.category})
	return &wholeLife{perUnit: perUnit, grade: factors.Worse(perUnit.grade(), factors.GradeD)}
}

// freightLeg returns the impact of carrying one tonne over a distance.
func (v *evaluation) freightLeg(mode string, distance *term, direct, upstream *factors.Match, impact factors.Impact) *term {
	units := v.units[impact]
	perTonneKm := v.inUnit(mode+", direct", direct, units.perTonneKm)
	if perTonneKm == nil {
		return nil
	}
	if upstream != nil {
		above := v.inUnit(mode+", upstream", upstream, units.perTonneKm)
		if above == nil {
			return nil
		}
		perTonneKm = sumOf(mode+", direct and upstream", units.perTonneKm.String(), perTonneKm, above)
	}
	return productOf("freight by "+mode, units.impact.String()+"/t", distance, perTonneKm)
}
