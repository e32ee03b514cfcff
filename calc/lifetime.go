package calc

import (
	"govfootprint/factors"
	"govfootprint/quantity"
)

var (
	yearUnit = quantity.MustParse("year")
	kgUnit   = quantity.MustParse("kg")
)

// plannedLifetime returns the years L over which a unit's impact is spread, nil
// where nobody states any:
//
//	the row's own, else the department's policy, else the packs'
//
// Years of an earlier life elsewhere and of reuse afterwards belong into L, so
// that each user bears a share (ADEME's rules for information systems).
func (v *evaluation) plannedLifetime() *term {
	if v.ownLifetime != "" {
		if years, ok := parsePositive(v.ownLifetime); ok {
			return given("lifetime", years, "year", fromInventory)
		}
		v.note(note{code: InvalidLifetime, severity: Caution, category: v.category, args: [2]string{v.ownLifetime}})
	}
	for _, key := range []string{joinVariant(v.category, v.variant), v.category} {
		if years, ok := v.method.Lifetimes[key]; ok {
			v.note(note{code: LifetimeFromPolicy, severity: Assumption, category: v.category, args: [2]string{years.String()}})
			return given("lifetime", years, "year", fromMethod)
		}
	}
	years := v.parameter("lifetime", factors.PropertyLifetime, yearUnit)
	if years == nil || !years.value.IsPositive() {
		return nil
	}
	v.note(note{code: LifetimeFromPack, severity: Assumption, category: v.category, args: [2]string{years.value.String()}})
	return years
}

// parameter returns a parameter of the device from the packs in a unit, nil
// where there is none.
func (v *evaluation) parameter(label string, p factors.Property, unit quantity.Unit) *term {
	match := v.device.findParameter(v.engine, v.place, p)
	if match == nil {
		return nil
	}
	return v.inUnit(label, match, unit)
}

// inUnit returns a factor in a unit, nil with a note where the factor measures
// something else.
func (v *evaluation) inUnit(label string, m *factors.Match, unit quantity.Unit) *term {
	t, ok := publishedIn(label, m, unit)
	if !ok {
		v.note(note{
			code: UnsuitableUnit, severity: Gap, stage: m.Factor.Stage, impact: m.Factor.Impact, category: v.category,
			args: [2]string{m.Factor.ID, m.Factor.Unit.String()},
		})
		return nil
	}
	return t
}
