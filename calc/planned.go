package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// PlannedLifetimes tells the planned lifetime of devices, as an assessment would: the
// row's own, else the department's policy, else the packs'. It is not safe for
// concurrent use.
type PlannedLifetimes struct {
	engine *engine
	found  map[plannedKey]decimal.NullDecimal
}

type plannedKey struct {
	identity identity
	place    string
	own      string
}

// NewPlannedLifetimes returns the lifetimes by a library and a method.
func NewPlannedLifetimes(lib *factors.Library, m Method, period inventory.Period) *PlannedLifetimes {
	return &PlannedLifetimes{engine: newEngine(lib, m.WithDefaults(), period), found: make(map[plannedKey]decimal.NullDecimal)}
}

// Of returns the planned years in use of a profile's devices, null where nobody
// states any, and for what has no life of its own: activities, and devices of which
// nobody can tell what they are.
func (l *PlannedLifetimes) Of(p *inventory.Profile) decimal.NullDecimal {
	id := identityOf(p)
	if id.activity || id.category == "" {
		return decimal.NullDecimal{}
	}
	key := plannedKey{id, l.engine.placeOf(p), p.Lifetime}
	years, known := l.found[key]
	if !known {
		v := &evaluation{engine: l.engine, driver: l.engine.driverOf(p), outcome: outcome{statuses: make(map[stageOfImpact]status)}}
		planned, _ := v.plannedLifetime()
		years = valueOf(planned)
		l.found[key] = years
	}
	return years
}
