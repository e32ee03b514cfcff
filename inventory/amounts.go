package inventory

// Amounts are what adds up within a profile. All of them are exact sums, so
// that the order of rows, their split into files, and the number of processors
// never show in a result.
//
// Service comes in two kinds so that the common case stays exact: units that
// were in service throughout the period, counted whole, and unit-days of those
// that were in service for part of it. A coefficient per full unit and one per
// unit-day follow in package calc; nothing is divided here.
type Amounts struct {
	Rows  int64 // inventory rows
	Units Tally // units, whatever their service

	Full Tally // units in service throughout the period
	Days Tally // Σ units × days, for units in service for part of the period

	// Activity is the amount of an activity, in the profile's measure. Activities
	// have no units, so that units are always devices.
	Activity Tally

	RateFull Tally // Σ units × rate, units in service throughout; the profile's EnergyRate names the unit
	RateDays Tally // Σ units × rate × days, units in service for part of the period

	// ObservedFull and ObservedDays are Full and Days with each row divided by
	// its observed lifetime in years, rounded once per row (see ObservedScale).
	// They are zero unless the reader was asked for them.
	ObservedFull Tally
	ObservedDays Tally
}

// ObservedScale is the number of decimal places to which a row's units over its
// observed lifetime are rounded, half to even.
const ObservedScale = 24

// Add returns the sum of two amounts.
func (a Amounts) Add(b Amounts) Amounts {
	return Amounts{
		Rows:         a.Rows + b.Rows,
		Units:        a.Units.Add(b.Units),
		Full:         a.Full.Add(b.Full),
		Days:         a.Days.Add(b.Days),
		Activity:     a.Activity.Add(b.Activity),
		RateFull:     a.RateFull.Add(b.RateFull),
		RateDays:     a.RateDays.Add(b.RateDays),
		ObservedFull: a.ObservedFull.Add(b.ObservedFull),
		ObservedDays: a.ObservedDays.Add(b.ObservedDays),
	}
}
