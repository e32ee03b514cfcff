package scenario

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

func timesTally(t inventory.Tally, by decimal.Decimal) inventory.Tally {
	if t.IsZero() {
		return inventory.Tally{}
	}
	return inventory.DecimalTally(t.Decimal().Mul(by))
}

// times returns amounts so many times over, exactly; the rows stay what they are.
func times(a inventory.Amounts, by decimal.Decimal) inventory.Amounts {
	return inventory.Amounts{
		Rows:         a.Rows,
		Units:        timesTally(a.Units, by),
		Full:         timesTally(a.Full, by),
		Days:         timesTally(a.Days, by),
		Activity:     timesTally(a.Activity, by),
		RateFull:     timesTally(a.RateFull, by),
		RateDays:     timesTally(a.RateDays, by),
		ObservedFull: timesTally(a.ObservedFull, by),
		ObservedDays: timesTally(a.ObservedDays, by),
	}
}

// split takes a share out of amounts: part and rest are the whole, exactly. The rows
// stay with the larger of the two, for a row cannot be parted.
func split(a inventory.Amounts, share decimal.Decimal) (part, rest inventory.Amounts) {
	one := decimal.NewFromInt(1)
	if share.Equal(one) {
		return a, inventory.Amounts{}
	}
	part, rest = times(a, share), times(a, one.Sub(share))
	if half := decimal.New(5, -1); share.LessThan(half) {
		part.Rows = 0
	} else {
		rest.Rows = 0
	}
	return part, rest
}

// none reports whether there is nothing of a profile.
func none(a inventory.Amounts) bool {
	return a.Units.IsZero() && a.Activity.IsZero() && a.Full.IsZero() && a.Days.IsZero()
}
