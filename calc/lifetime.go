package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

var (
	yearUnit = quantity.MustParse("year")
	kgUnit   = quantity.MustParse("kg")
)

// plannedLifetime returns the years L over which a unit's impact is spread, nil
// where nobody states any, and what to say of it where it is used:
//
//	the row's own, else the department's policy, else the packs'
//
// Years of an earlier life elsewhere and of reuse afterwards belong into L, so
// that each user bears a share (ADEME's rules for information systems). Where
// the row states these alone, they add to what policy or packs say.
func (v *evaluation) plannedLifetime() (*term, *note) {
	extra, isExtra := inventory.FurtherLifetime(v.ownLifetime)
	switch own, ok := parsePositive(v.ownLifetime); {
	case v.ownLifetime == "":
		return v.usualLifetime()
	case ok:
		return datum(LifetimeDatum, "lifetime", own, "year", fromInventory), nil
	case isExtra:
		usual, note := v.usualLifetime()
		if usual == nil {
			return nil, nil
		}
		return sumOf("lifetime", "year", usual, given("further lives", extra, "year", fromInventory)), note
	}
	v.note(note{code: InvalidLifetime, severity: Caution, category: v.category, args: [2]string{v.ownLifetime}})
	return v.usualLifetime()
}

// usualLifetime returns the years of the department's policy, else of the packs.
func (v *evaluation) usualLifetime() (*term, *note) {
	for _, key := range []string{joinVariant(v.category, v.variant), v.category} {
		if years, ok := v.method.Lifetimes[key]; ok {
			return datum(LifetimeDatum, "lifetime", years, "year", fromMethod), v.assumedLifetime(LifetimeFromPolicy, years)
		}
	}
	years := v.parameter("lifetime", factors.PropertyLifetime, yearUnit)
	if years == nil || !years.value.IsPositive() {
		return nil, nil
	}
	return years, v.assumedLifetime(LifetimeFromPack, years.value)
}

func (v *evaluation) assumedLifetime(code FindingCode, years decimal.Decimal) *note {
	return &note{code: code, severity: Assumption, category: v.category, args: [2]string{years.String()}}
}

// spreadOver returns the lifetime to spread an impact over, nil with a note
// where there is none.
func (v *evaluation) spreadOver() *term {
	switch {
	case v.lifetime == nil:
		v.note(note{code: NoLifetime, severity: Gap, category: v.category})
	case v.origin != nil:
		v.note(*v.origin)
	}
	return v.lifetime
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
