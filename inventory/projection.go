package inventory

import "iter"

// Attributes is a set of attributes of a profile, to project an estate on.
type Attributes uint16

// The attributes that a projection keeps or drops together.
const (
	DeviceAttributes     Attributes = 1 << keyDevice // kind, category, variant, maker, family, model, recognition
	TermsAttributes      Attributes = 1 << keyTerms  // status, ownership, condition, hosting, end of life, quality, energy rate
	DepartmentAttribute  Attributes = 1 << keyDepartment
	SiteAttribute        Attributes = 1 << keySite
	CountryAttribute     Attributes = 1 << keyCountry
	ServiceAttribute     Attributes = 1 << keyService
	AcquiredAttribute    Attributes = 1 << keyAcquired
	RetiredAttribute     Attributes = 1 << keyRetired
	LifetimeAttribute    Attributes = 1 << keyLifetime
	AttributionAttribute Attributes = 1 << keyAttribution
	ConfigAttribute      Attributes = 1 << keyConfig
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
	p := Projection{estate: e, table: newProfileTable()}
	var columns []int
	for column, place := range e.table.active {
		if place >= 0 && keep&(1<<column) != 0 {
			columns = append(columns, column)
		}
	}
	for i := range e.table.len {
		row := e.table.row(i)
		var key profileKey
		for _, column := range columns {
			key[column] = row[e.table.active[column]]
		}
		at := p.table.index(&key)
		c := e.table.contribution(i)
		p.table.add(at, &c)
		if rest, ok := e.table.rest[i]; ok {
			p.table.rest[at] = p.table.rest[at].Add(rest)
		}
	}
	return p
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
