package factors

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

// Rung is one step of the subject ladder. Its subjects are alternatives of
// equal rank, in order of preference.
type Rung struct {
	Kind     RungKind
	Subjects []string
}

// Query asks a library for a factor.
type Query struct {
	Rungs    []Rung
	Property Property
	Stage    Stage
	Route    Route
	Impact   Impact
	Places   []string // most specific first, see [PlacesFor]
	Year     int      // 0 for unknown
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

// YearRung says how near the year of a factor is to the one asked for.
type YearRung int

// The rungs of year.
const (
	YearSame YearRung = iota
	YearEarlier
	YearLater
	YearUndated // the factor holds for any year
)

// Match is the factor found, how near it is, and what it beat.
type Match struct {
	Factor    *Factor
	Rung      RungKind
	Subject   string // the subject it was found under
	PlaceRung PlaceRung
	YearRung  YearRung
	YearGap   int // years between the factor's and the one asked for
	Grade     Grade
	Shadowed  []Shadow // the nearest to winning first
}

// Reason says why a candidate lost.
type Reason int

// The reasons, in the order in which they decide.
const (
	LowerLayer Reason = iota
	BroaderPlace
	LessPreferred // an alternative subject of the same rung
	OtherYear
	EarlierPack // equal in all of these; the pack was selected earlier
)

// Shadow is a factor that would have been used had the winner not existed, or
// one behind it.
type Shadow struct {
	Factor *Factor
	Reason Reason
}
