package reports

import (
	"govfootprint/calc"
	"govfootprint/inventory"
)

// Presence says what any profile of an estate states, so that a format can
// leave out columns that would be empty from top to bottom.
type Presence struct {
	Acquired, Retired, Lifetime, Attribution, Energy, EndOfLife, Configuration, Room bool

	Measures map[calc.Measure]bool // amounts other than zero
}

// See takes note of a profile and its amounts.
func (p *Presence) See(profile inventory.Profile, amounts inventory.Amounts) {
	p.Acquired = p.Acquired || profile.Acquired.Known()
	p.Retired = p.Retired || profile.Retired.Known()
	p.Lifetime = p.Lifetime || profile.Lifetime != ""
	p.Attribution = p.Attribution || profile.Attribution != ""
	p.Energy = p.Energy || profile.Energy != inventory.RateNone
	p.EndOfLife = p.EndOfLife || profile.EndOfLife != ""
	p.Room = p.Room || profile.Room != ""
	p.Configuration = p.Configuration || profile.Config != ""
	if p.Measures == nil {
		p.Measures = make(map[calc.Measure]bool)
	}
	for _, measure := range Measures {
		if !p.Measures[measure] && !measure.Of(amounts).IsZero() {
			p.Measures[measure] = true
		}
	}
}

// Measures lists the amounts of a line, in the order in which formats show them.
var Measures = []calc.Measure{
	calc.PerUnit, calc.PerFull, calc.PerDay, calc.PerActivity, calc.PerRateFull, calc.PerRateDay, calc.PerObservedFull, calc.PerObservedDay,
}

// presence looks at what the profiles of an estate state, apart from what they are
// and where.
func presence(e *inventory.Estate) Presence {
	const looked = inventory.TermsAttributes | inventory.AcquiredAttribute | inventory.RetiredAttribute |
		inventory.LifetimeAttribute | inventory.AttributionAttribute | inventory.ConfigAttribute | inventory.RoomAttribute
	var p Presence
	for profile, amounts := range e.Project(looked).All() {
		p.See(profile, amounts)
	}
	return p
}
