package inventory

import "iter"

// Attributes is a set of attributes of a profile, to project an estate on.
type Attributes uint16

// The attributes that a projection keeps or drops together.
const (
	DeviceAttributes     Attributes = 1 << keyDevice // kind, category, variant, maker, family, model, recognition
	TermsAttributes      Attributes = 1 << keyTerms  // status, ownership, condition, hosting, end of life, quality, energy rate, capacity
	DepartmentAttribute  Attributes = 1 << keyDepartment
	SiteAttribute        Attributes = 1 << keySite
	CountryAttribute     Attributes = 1 << keyCountry
	ServiceAttribute     Attributes = 1 << keyService
	ApplicationAttribute Attributes = 1 << keyApplication
	EnvironmentAttribute Attributes = 1 << keyEnvironment
	AcquiredAttribute    Attributes = 1 << keyAcquired
	RetiredAttribute     Attributes = 1 << keyRetired
	LifetimeAttribute    Attributes = 1 << keyLifetime
	AttributionAttribute Attributes = 1 << keyAttribution
	ConfigAttribute      Attributes = 1 << keyConfig
	RoomAttribute        Attributes = 1 << keyRoom
)

// Projection is an estate with only some attributes of its profiles left, the
// amounts of those that have become the same added up. It shares the texts of
// its estate, and is good for as long as nothing is added to that.
type Projection struct {
	estate *Estate
	table  *profileTable
}

// Project groups the estate by some attributes. It goes over the numbers that
// profiles are stored as, so that a million profiles take some tens of
// milliseconds and only what is left of them takes memory. Several projections
// of one estate may be made at the same time.
func (e *Estate) Project(keep Attributes) Projection {
	return Projection{estate: e, table: e.table.project(keep)}
}

// Stated returns the attributes that any profile states. Projections that differ
// in others only are the same.
func (e *Estate) Stated() Attributes {
	var stated Attributes
	for column, place := range e.table.active {
		if place >= 0 {
			stated |= 1 << column
		}
	}
	return stated
}

// Project groups what is left by fewer attributes still.
func (p Projection) Project(keep Attributes) Projection {
	return Projection{estate: p.estate, table: p.table.project(keep)}
}

// project groups the profiles of a table by some columns.
func (t *profileTable) project(keep Attributes) *profileTable {
	projected := newProfileTable()
	var columns []int
	for column, place := range t.active {
		if place >= 0 && keep&(1<<column) != 0 {
			columns = append(columns, column)
		}
	}
	for i := range t.len {
		row := t.row(i)
		var key profileKey
		for _, column := range columns {
			key[column] = row[t.active[column]]
		}
		at := projected.index(&key)
		c := t.contribution(i)
		projected.add(at, &c)
		if rest, ok := t.rest[i]; ok {
			projected.rest[at] = projected.rest[at].Add(rest)
		}
	}
	return projected
}

// Len returns the number of profiles that are left.
func (p Projection) Len() int { return p.table.len }

// All yields every profile that is left with its amounts, in no particular
// order. Attributes that were not kept are those of an estate that does not
// state them.
func (p Projection) All() iter.Seq2[Profile, Amounts] {
	return func(yield func(Profile, Amounts) bool) {
		for i := range p.table.len {
			key := p.table.key(i)
			if !yield(p.estate.profile(&key), p.table.amounts(i)) {
				return
			}
		}
	}
}
