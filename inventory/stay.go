package inventory

import (
	"time"

	"github.com/shopspring/decimal"
)

// Stay is the stay of some units with the department, to the month: each begins and
// ends with the first day of a month. It is for whoever makes an estate by other means
// than reading rows, as a pathway does.
type Stay struct {
	Acquired, Retired Month // zero: before the period, and not by its end

	Units Tally
	Rate  Tally // Σ units × rate, whatever the profile's EnergyRate measures
	Rows  int64

	// Observed asks for units over their observed lifetime, too: see [Amounts.ObservedFull].
	Observed bool
}

// In returns the amounts of a stay in a period. Those of units that follow each other
// in a month add up to those of one that was there all the time.
func (s Stay) In(period Period) Amounts {
	acquired, retired := s.Acquired.firstDay(), s.Retired.firstDay()
	a := Amounts{Rows: s.Rows, Units: s.Units}
	days, full := serviceDays(period, acquired, retired)
	if full {
		a.Full, a.RateFull = s.Units, s.Rate
	} else {
		a.Days, a.RateDays = s.Units.Times(int64(days)), s.Rate.Times(int64(days))
	}
	observed := observedDays(acquired, retired, period.End)
	if !s.Observed || observed == 0 {
		return a
	}
	over := func(t Tally) Tally {
		if t.IsZero() {
			return Tally{}
		}
		return DecimalTally(divideEven(t.Decimal().Mul(decimal.NewFromInt(daysPerYear)), decimal.NewFromInt(int64(observed)), ObservedScale))
	}
	a.ObservedFull, a.ObservedDays = over(a.Full), over(a.Days)
	return a
}

// firstDay returns the first day of a month, the unknown date for the unknown month.
func (m Month) firstDay() Date {
	if !m.Known() {
		return 0
	}
	return NewDate(m.Year(), time.Month(int(m)%monthsPerYear+1), 1)
}

// PeriodsTo returns the periods of a year that follow each other, from p to the one
// that ends in a year; false where p is no year of whole months.
func (p Period) PeriodsTo(year int) ([]Period, bool) {
	if months, whole := p.Months(); !whole || months != monthsPerYear {
		return nil, false
	}
	first, last := p.Start.Time(), p.End.Time().Year()
	all := []Period{p}
	for i := 1; last+i <= year; i++ {
		all = append(all, Period{
			Start: NewDate(first.Year()+i, first.Month(), 1),
			End:   NewDate(first.Year()+i+1, first.Month(), 1) - 1,
		})
	}
	return all, true
}
