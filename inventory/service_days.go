package inventory

import (
	"math/bits"

	"github.com/shopspring/decimal"
)

// serviceDays returns for how many days of the period a unit was in service, and
// whether it was on all of them. The day of acquisition counts, the day of
// retirement does not, so that the days of two periods add up. A date that is
// not known bounds nothing.
func serviceDays(period Period, acquired, retired Date) (days int, full bool) {
	from, until := period.Start, period.End+1
	if acquired.Known() && acquired > from {
		from = acquired
	}
	if retired.Known() && retired < until {
		until = retired
	}
	if until <= from {
		return 0, false
	}
	return int(until - from), from == period.Start && until == period.End+1
}

// observedDays returns the days of a unit's observed lifetime: from acquisition
// to retirement, else to the end of observation; one day at least, 0 where the
// acquisition is not known.
func observedDays(acquired, retired, asOf Date) int {
	if !acquired.Known() {
		return 0
	}
	end := asOf
	if retired.Known() {
		end = retired
	}
	return max(1, int(end-acquired))
}

// daysPerYear converts observed days to years, as the tool does whose results
// the basis `observed` reproduces.
const daysPerYear = 365

// perObservedYear returns an amount (units, or unit-days) over the observed
// lifetime in years, amount × 365 ÷ days, rounded to 24 decimal places, half to even.
func perObservedYear(amount Tally, days int) decimal.Decimal {
	return divideEven(amount.Times(daysPerYear).Decimal(), decimal.NewFromInt(int64(days)), ObservedScale)
}

// perObservedYearWide is perObservedYear for a whole amount, without a decimal:
// amount × 365 × 10^24 ÷ days in 128 bits. It reports false where that does not fit.
func perObservedYearWide(amount int64, days int) (wide, bool) {
	const most = 40_000_000_000 // times 365 million is within 64 bits
	if amount < 0 || amount > most || days <= 0 {
		return wide{}, false
	}
	const tenTo18, tenTo6 = 1_000_000_000_000_000_000, 1_000_000
	hi, lo := bits.Mul64(uint64(amount)*daysPerYear*tenTo6, tenTo18)
	by := uint64(days)
	high, remainder := hi/by, hi%by
	low, remainder := bits.Div64(remainder, lo, by)
	if twice := remainder * 2; twice > by || twice == by && low&1 == 1 {
		var carry uint64
		low, carry = bits.Add64(low, 1, 0)
		high += carry
	}
	return wide{high, low}, true
}
