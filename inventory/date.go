package inventory

import (
	"fmt"
	"time"
)

// Date is a civil date, counted in days since 1 January 1970.
//
// The zero Date means that the date is not known. That costs nothing: an asset
// register in which a device was bought on 1 January 1970 holds an empty
// timestamp, not a date.
type Date int32

// NewDate returns the date of a year, month and day, normalised as [time.Date] does.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay) //nolint:gosec // a date that overflows is 5.8 million years away
}

const secondsPerDay = 24 * 60 * 60

// Known reports whether the date is known.
func (d Date) Known() bool { return d != 0 }

// Time returns midnight UTC at the start of the date.
func (d Date) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// Month returns the month that holds the date, and the zero Month for an unknown date.
func (d Date) Month() Month {
	if !d.Known() {
		return 0
	}
	t := d.Time()
	return NewMonth(t.Year(), t.Month())
}

// String returns the date as 2025-03-31, or nothing where it is unknown.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Month is a calendar month, counted since January of year 0. The zero Month
// means unknown.
//
// A profile keeps months, not days: accounting depreciates by the month, charts
// show years, and a month says less about a person than a day does.
type Month int32

const monthsPerYear = 12

// NewMonth returns the month of a year.
func NewMonth(year int, month time.Month) Month {
	return Month(year*monthsPerYear + int(month) - 1) //nolint:gosec // years have four digits
}

// ParseMonth reads a month written as 2025-03; the empty string is the unknown month.
func ParseMonth(s string) (Month, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return 0, fmt.Errorf("month %q: want a year and month such as 2025-03", s)
	}
	return NewMonth(t.Year(), t.Month()), nil
}

// Known reports whether the month is known.
func (m Month) Known() bool { return m != 0 }

// Year returns the calendar year of the month, 0 where it is unknown.
func (m Month) Year() int { return int(m) / monthsPerYear }

// String returns the month as 2025-03, or nothing where it is unknown.
func (m Month) String() string {
	if !m.Known() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year(), int(m)%monthsPerYear+1)
}
