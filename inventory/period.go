package inventory

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Period is the reporting period: every day from Start to End, both included.
type Period struct {
	Start, End Date
}

// CalendarYear returns the period of a calendar year.
func CalendarYear(year int) Period {
	return Period{Start: NewDate(year, time.January, 1), End: NewDate(year, time.December, 31)}
}

// ParsePeriod reads a calendar year (2025) or the first and last day of a
// period (2024-04-01/2025-03-31).
func ParsePeriod(s string) (Period, error) {
	const want = `want a year such as 2025, or a first and last day such as 2024-04-01/2025-03-31`
	first, last, isRange := strings.Cut(strings.TrimSpace(s), "/")
	if !isRange {
		year, err := strconv.Atoi(first)
		if err != nil || year < 1971 || year > 2200 {
			return Period{}, fmt.Errorf("period %q: %s", s, want)
		}
		return CalendarYear(year), nil
	}
	start, errStart := time.Parse(time.DateOnly, first)
	end, errEnd := time.Parse(time.DateOnly, last)
	if errStart != nil || errEnd != nil {
		return Period{}, fmt.Errorf("period %q: %s", s, want)
	}
	p := Period{Start: NewDate(start.Date()), End: NewDate(end.Date())}
	if p.Start > p.End {
		return Period{}, fmt.Errorf("period %q: the first day is after the last; %s", s, want)
	}
	return p, nil
}

// Days returns the number of days in the period.
func (p Period) Days() int { return int(p.End-p.Start) + 1 }

// Contains reports whether the date lies in the period.
func (p Period) Contains(d Date) bool { return d >= p.Start && d <= p.End }

// Years returns the length of the period in years as an exact fraction.
//
// A period of whole months is so many twelfths of a year: a calendar or fiscal
// year is exactly 1, whether or not it holds a leap day. Any other period is
// its days over the days of the twelve months that begin with it.
func (p Period) Years() (numerator, denominator int64) {
	if months, whole := p.Months(); whole {
		if months%monthsPerYear == 0 {
			return int64(months / monthsPerYear), 1
		}
		return int64(months), monthsPerYear
	}
	start := p.Start.Time()
	return int64(p.Days()), int64(NewDate(start.Year()+1, start.Month(), start.Day()) - p.Start)
}

// Months returns how many calendar months the period holds, and whether it
// begins with the first and ends with the last day of a month.
func (p Period) Months() (months int, whole bool) {
	next := (p.End + 1).Time()
	whole = p.Start.Time().Day() == 1 && next.Day() == 1
	return int((p.End + 1).Month() - p.Start.Month()), whole
}

// Year returns the calendar year whose factors apply: the one that holds most
// of the period, the earlier of two that hold the same.
func (p Period) Year() int {
	best, bestDays := 0, 0
	for year := p.Start.Time().Year(); year <= p.End.Time().Year(); year++ {
		whole := CalendarYear(year)
		days := int(min(p.End, whole.End)-max(p.Start, whole.Start)) + 1
		if days > bestDays {
			best, bestDays = year, days
		}
	}
	return best
}

// String returns the period as [ParsePeriod] reads it.
func (p Period) String() string {
	if year := p.Start.Time().Year(); p == CalendarYear(year) {
		return strconv.Itoa(year)
	}
	return p.Start.String() + "/" + p.End.String()
}
