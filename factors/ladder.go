package factors

import (
	"cmp"
	"slices"
)

// RungKind says how near a subject is to the thing that was asked for.
type RungKind int

// The rungs of the ladder, the nearest first.
const (
	Parameter     RungKind = iota // the one subject there is, such as electricity/generation: no ladder
	ExactModel                    // dell:latitude 5420
	Family                        // dell:latitude
	MakerCategory                 // laptop@dell
	SubCategory                   // laptop/14in
	Category                      // laptop
	MassFallback                  // hardware, by mass
)

var rungNames = [...]string{"parameter", "exact model", "family", "maker and category", "sub-category", "category", "mass-based fallback"}

// String returns the name of the rung in English.
func (k RungKind) String() string { return name(rungNames[:], int(k)) }

// Rung is one step of the subject ladder. Its subjects are alternatives of
// equal rank, in order of preference: layer and place decide between them first.
type Rung struct {
	Kind     RungKind
	Subjects []string
}

// Query asks a library for a factor.
//
// Stage, Route and Impact must be those of the factor, and empty for parameters.
// For subjects with one possible stage (electricity, components, freight) the
// stage may be left out; the route unknown is the same as none. A factor that
// only covers the stage by lumping it with an earlier one does not match.
type Query struct {
	Rungs    []Rung
	Property Property
	Stage    Stage
	Route    Route
	Impact   Impact
	Places   []string // most specific first, see [PlacesFor]; factors for other places do not apply
	Year     int      // 0 for unknown

	// Fits, where it is set, says which factors apply at all: those whose unit can
	// be used. A figure per person must not stand before one per pound spent where
	// it is pounds that were counted.
	Fits func(*Factor) bool
}

// PlaceRung says how near the place of a factor is to the one asked for.
type PlaceRung int

// The rungs of place.
const (
	PlaceAny     PlaceRung = iota // the factor holds anywhere
	PlaceRegion                   // CA-ON
	PlaceCountry                  // CA
	PlaceGroup                    // EU27
	PlaceWorld                    // WORLD
)

var placeRungNames = [...]string{"anywhere", "region", "country", "group", "world"}

// String returns the name of the rung in English.
func (p PlaceRung) String() string { return name(placeRungNames[:], int(p)) }

// YearRung says how near the year of a factor is to the one asked for.
type YearRung int

// The rungs of year, the nearest first.
const (
	YearSame    YearRung = iota
	YearEarlier          // the nearest earlier one
	YearLater            // the nearest later one
	YearUndated          // the factor states no year
	YearLatest           // no year was asked for, and this is the latest
)

var yearRungNames = [...]string{"same year", "earlier year", "later year", "undated", "latest year"}

// String returns the name of the rung in English.
func (y YearRung) String() string { return name(yearRungNames[:], int(y)) }

// Match is the factor found, how near it is, and what it beat.
type Match struct {
	Factor    *Factor
	Rung      RungKind
	PlaceRung PlaceRung
	YearRung  YearRung
	YearGap   int      // years between the factor's and the one asked for; 0 unless earlier or later
	Grade     Grade    // see the package documentation
	Shadowed  []Shadow // every other factor that applies on this rung, the nearest to winning first
}

// Reason says in what a factor was beaten.
type Reason int

// The reasons, in the order in which they decide.
const (
	LowerLayer    Reason = iota
	BroaderPlace         // the winner's place is nearer
	LessPreferred        // the winner's subject is preferred, of several of the same rank
	OtherYear            // the winner's year is nearer
	EarlierPack          // equal in all of these, and selected, or written, earlier
)

var reasonNames = [...]string{"lower layer", "broader place", "less preferred subject", "other year", "earlier pack"}

// String returns the reason in English.
func (r Reason) String() string { return name(reasonNames[:], int(r)) }

func name(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return "unknown"
	}
	return names[i]
}

// Shadow is a factor that applied and was beaten.
type Shadow struct {
	Factor *Factor
	Reason Reason
}

// candidate is a factor that applies, with its rank as one number: fields in the
// order in which they decide, the smallest number wins.
//
//	layer     4 bits  the highest first
//	place     8 bits  in the order asked for, then anywhere
//	subject   8 bits  in order of preference
//	year     16 bits  2 of its rung, 14 of the gap
//	order    28 bits  the last selected first
type candidate struct {
	rank  uint64
	entry *entry
}

const (
	layerShift   = 60
	placeShift   = 52
	subjectShift = 44
	yearShift    = 28
	gapBits      = 14
	maxPlaces    = 1<<8 - 1
)

// Find returns the factor that fits a query best, and false where none applies.
// The result depends on nothing but the library and the query.
func (l *Library) Find(q Query) (Match, bool) {
	var space [48]candidate // most ladders end with a handful; this keeps them off the heap
	for _, rung := range q.Rungs {
		found := space[:0]
		for i, subject := range rung.Subjects {
			index := l.index[subject]
			if index == nil {
				continue
			}
			kind := factorKind{q.Property, q.Stage, q.Route.known(), q.Impact}
			if kind.stage == "" && q.Property == PropertyImpact {
				kind.stage = impliedStage(subject)
			}
			if factors := index.find(kind); factors != nil {
				found = factors.candidates(found, q, min(i, maxPlaces))
			}
		}
		if len(found) > 0 {
			return match(found, q, rung.Kind), true
		}
	}
	return Match{}, false
}

// candidates appends the factors whose places were asked for.
func (k *kindIndex) candidates(found []candidate, q Query, subject int) []candidate {
	add := func(entries []entry, place int) {
		for i := range entries {
			e := &entries[i]
			if q.Fits != nil && !q.Fits(e.factor) {
				continue
			}
			rank := uint64(Scenario-e.layer)<<layerShift |
				uint64(min(place, maxPlaces))<<placeShift |
				uint64(subject)<<subjectShift |
				yearRank(e.factor.Year, q.Year)<<yearShift |
				uint64(1<<yearShift-1-e.order)
			found = append(found, candidate{rank, e})
		}
	}
	if k.places != nil {
		for i, place := range q.Places {
			add(k.places[place], i)
		}
	}
	add(k.anywhere, len(q.Places))
	return found
}

// yearRank orders years: the one asked for, the nearest earlier, the nearest
// later, none. Where no year is asked for, factors without a year come first, then
// the latest.
func yearRank(year, asked int) uint64 {
	const most = 1<<gapBits - 1
	rung, gap := YearUndated, 0
	switch {
	case year == 0 && asked == 0:
		rung = YearSame
	case year == 0:
	case asked == 0:
		rung, gap = YearEarlier, most-year
	case year == asked:
		rung = YearSame
	case year < asked:
		rung, gap = YearEarlier, asked-year
	default:
		rung, gap = YearLater, year-asked
	}
	return uint64(rung)<<gapBits | uint64(min(max(gap, 0), most))
}

// match makes the result of the candidates on one rung.
func match(found []candidate, q Query, rung RungKind) Match {
	if len(found) > 1 {
		slices.SortFunc(found, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	}
	winner := found[0].entry
	m := Match{Factor: winner.factor, Rung: rung, PlaceRung: winner.place}
	m.YearRung, m.YearGap = yearRung(winner.factor.Year, q.Year)
	m.Grade = gradeOf(m.Factor, rung, m.PlaceRung, m.YearRung, m.YearGap)
	if len(found) > 1 {
		m.Shadowed = make([]Shadow, len(found)-1)
		for i, loser := range found[1:] {
			m.Shadowed[i] = Shadow{loser.entry.factor, reasonOf(found[0].rank, loser.rank)}
		}
	}
	return m
}

func yearRung(year, asked int) (YearRung, int) {
	switch {
	case year == 0:
		return YearUndated, 0
	case asked == 0:
		return YearLatest, 0
	case year < asked:
		return YearEarlier, asked - year
	case year > asked:
		return YearLater, year - asked
	}
	return YearSame, 0
}

// reasonOf finds the first field in which two ranks differ.
func reasonOf(winner, loser uint64) Reason {
	switch {
	case winner>>layerShift != loser>>layerShift:
		return LowerLayer
	case winner>>placeShift != loser>>placeShift:
		return BroaderPlace
	case winner>>subjectShift != loser>>subjectShift:
		return LessPreferred
	case winner>>yearShift != loser>>yearShift:
		return OtherYear
	}
	return EarlierPack
}
