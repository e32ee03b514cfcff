package calc

import (
	"slices"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Data quality has two sides. How near a factor is to the device is graded by
// the ladder (see package factors). What the inventory says about the row caps
// that grade: a figure is no better than the recognition of the device or than
// the datum itself.
//
//	recognised by                         at best
//	  its category, an identifier of      A
//	  one product, or its model
//	  its product family                  B
//	  a word in a description             C
//	  statements that contradict          C
//	  each other (HP, Latitude 5420)
//	stated quality of the row
//	  high (±1 %), or not stated          A
//	  medium (±10 %)                      B
//	  low (±20 %)                         C
//
// Measured energy is A, energy from the row's power and hours B, freight
// assumed from mass and distance D at best, everything else as its factors. A
// product is graded as its worst factor.

var recognitionLimits = map[inventory.Recognition]factors.Grade{
	inventory.ByFamily:     factors.GradeB,
	inventory.ByKeyword:    factors.GradeC,
	inventory.Contradicted: factors.GradeC,
}

var qualityLimits = map[inventory.Quality]factors.Grade{
	inventory.MediumQuality: factors.GradeB,
	inventory.LowQuality:    factors.GradeC,
}

// rowLimit returns the best grade that a row allows, none where it sets no limit.
func rowLimit(p *inventory.Profile) factors.Grade {
	return factors.Worse(recognitionLimits[p.Recognition], qualityLimits[p.Quality])
}

// finish grades the driver: the worse of the grades of manufacture and
// electricity in gwp, or in all impacts where gwp is not among them. The two
// carry nearly all of a footprint; were the small stages to count as well, a crude
// figure for a gram of freight would hide a good one for the device. How much of
// a total each grade carries, stage by stage, is in [Assessment.Grades].
func (v *evaluation) finish() {
	for _, c := range v.coefficients {
		main := slices.Contains([]Component{Manufacture, SeveralStages, Electricity, Operation}, c.cell.Component)
		if main && c.views&inLocation != 0 && v.gradedBy(c.cell.Impact) {
			v.grade = factors.Worse(v.grade, c.grade)
		}
	}
	if v.graded(factors.Manufacturing) == statusMissing || v.graded(factors.Use) == statusMissing {
		v.grade = 0 // good data on one half say nothing about the other
	}
}

// graded returns the status of a stage in the impact that grades go by.
func (v *evaluation) graded(stage factors.Stage) status {
	return v.statuses[stageOfImpact{factors.GWP, stage}]
}

func (v *evaluation) gradedBy(impact factors.Impact) bool {
	if _, hasGWP := v.units[factors.GWP]; hasGWP {
		return impact == factors.GWP
	}
	return true
}

// warnAbout notes a factor of a device that should be used with care.
func (v *evaluation) warnAbout(m *factors.Match, impact factors.Impact, stage factors.Stage) {
	n := note{severity: Caution, stage: stage, impact: impact, category: v.category, args: [2]string{m.Factor.ID, m.Grade.String()}}
	if m.Grade >= factors.GradeD && stage == factors.Manufacturing {
		n.code = LowGrade
		v.note(n)
	}
	if wideSpread(m.Factor) {
		n.code = WideSpread
		n.args[1] = m.Factor.Low.Decimal.String() + " to " + m.Factor.High.Decimal.String()
		v.note(n)
	}
}

// wideSpread reports whether a factor's high is more than wide times its low.
func wideSpread(f *factors.Factor) bool {
	return f.Stage == factors.Manufacturing && f.Low.Valid && f.High.Valid && f.Low.Decimal.IsPositive() &&
		f.High.Decimal.GreaterThan(f.Low.Decimal.Mul(wide))
}
