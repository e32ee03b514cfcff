package inventory

import (
	"strings"

	"github.com/shopspring/decimal"
)

// typicalTimes begins the energy rate of units that draw so many times what is
// typical of their kind: nobody measured it, so that the packs decide how much it is.
const typicalTimes = "typical*"

// TypicalTimes returns the [Profile.Energy] of units that draw so many times what
// the packs know as typical, such as 0.8 under power management. It has no rate
// amounts.
func TypicalTimes(factor decimal.Decimal) EnergyRate {
	if factor.Equal(decimal.NewFromInt(1)) {
		return RateNone
	}
	return EnergyRate(typicalTimes + factor.String())
}

// Typical returns how many times the typical consumption of their kind units
// draw; false where the profile states more than that.
func (r EnergyRate) Typical() (factor decimal.Decimal, ok bool) {
	if r == RateNone {
		return decimal.NewFromInt(1), true
	}
	text, ok := strings.CutPrefix(string(r), typicalTimes)
	if !ok {
		return decimal.Zero, false
	}
	factor, err := decimal.NewFromString(text)
	return factor, err == nil && !factor.IsNegative()
}
