package calc

// Basis says which period bears the impact of making a device and of treating
// it at the end of its life. Results of different bases must not be added up.
type Basis string

// The bases.
const (
	// Annualised spreads the impact evenly over the lifetime; a unit bears a
	// share for as long as it is in service, even beyond its lifetime. It is what
	// ADEME's rules for information systems and ISO/IEC 21031 (SCI) do.
	Annualised Basis = "annualised"

	// Depreciated is a straight line over the lifetime from the month of
	// acquisition, nothing afterwards, and the rest written off at withdrawal.
	// Over all years it returns exactly the whole impact.
	Depreciated Basis = "depreciated"

	// Acquired books manufacturing and distribution in the year of acquisition
	// and end of life in the year of withdrawal: GHG Protocol, scope 3 category 2.
	Acquired Basis = "acquired"

	// Observed divides by the time between acquisition and withdrawal (or the
	// assessment), in years of 365 days. It serves to reproduce NumEcoEval and
	// G4IT; a device that is still in use looks worse the newer it is.
	Observed Basis = "observed"
)

// Bases lists the bases, the default first.
var Bases = []Basis{Annualised, Depreciated, Acquired, Observed}

// View says which accounting of electricity the lines and breakdowns show.
// Totals always carry both.
type View string

// The views, after the GHG Protocol's Scope 2 Guidance.
const (
	LocationBased View = "location" // the average of the grid in the place of use
	MarketBased   View = "market"   // what the department's contracts say, the residual mix for the rest
)
