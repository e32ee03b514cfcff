package inventory

import (
	"strings"
	"time"
)

// A usageTime is the days that a row is about; none where it does not say.
type usageTime struct {
	start, end Date // both included
	lasts      bool // it is a time, not a day on which somebody looked
}

// spanOf returns the first and last day that a row is about: a month or a year that
// it names as a whole, else the day, until its end. A bill's charge ends when the
// next begins, so that midnight is the day before; in a list of people's the end
// is the last day.
func (u *usageReader) spanOf(r *record) (s usageTime, ok bool) {
	text := r.text("start")
	if text == "" {
		return usageTime{}, true
	}
	parsed, status := u.date(text)
	if status != dateOK {
		r.reject(CodeDateInvalid, "start", text)
		return usageTime{}, false
	}
	if parsed.ambiguous() && !u.isBill && (r.sheet.says == nil || r.sheet.says.order == orderOpen) {
		r.noteOnce(CodeDateOrderGuessed, Warning, "start", text, orderName(u.order))
	}
	s = u.whole(parsed)
	if text = r.text("end"); text == "" {
		return s, true
	}
	if parsed, status = u.date(text); status != dateOK {
		r.reject(CodeDateInvalid, "end", text)
		return usageTime{}, false
	}
	last := u.whole(parsed).end
	if u.isBill && last > s.start && (len(text) <= len("2024-04-01") || strings.Contains(text, "00:00")) {
		last--
	}
	if last < s.start {
		r.reject(CodeDateInvalid, "end", text)
		return usageTime{}, false
	}
	return usageTime{s.start, last, true}, true
}

// whole returns the days of a date that may be no more exact than its month or its year.
func (u *usageReader) whole(p parsedDate) usageTime {
	d := p.in(u.order)
	t := d.Time()
	switch {
	case p.precision == precisionYear:
		return usageTime{NewDate(t.Year(), time.January, 1), NewDate(t.Year(), time.December, 31), true}
	case p.quarter:
		return usageTime{NewDate(t.Year(), t.Month()-1, 1), NewDate(t.Year(), t.Month()+2, 0), true}
	case p.precision == precisionMonth, u.byMonth && t.Day() == 1: // a spreadsheet's way to write a month
		return usageTime{NewDate(t.Year(), t.Month(), 1), NewDate(t.Year(), t.Month()+1, 0), true}
	}
	return usageTime{start: d, end: d}
}

// date reads a date; lines of bills have few different ones.
func (u *usageReader) date(text string) (parsedDate, dateStatus) {
	if d, ok := u.dates[text]; ok {
		return d.date, d.status
	}
	date, status := parseDate(text)
	if len(u.dates) < maxMemo {
		u.dates[text] = dateRead{date, status}
	}
	return date, status
}

type dateRead struct {
	date   parsedDate
	status dateStatus
}

// inPeriod reports whether a row belongs to the reporting period: by the day on
// which it begins, so that no row belongs to two periods. One that does not say
// when does.
func (u *usageReader) inPeriod(r *record) (when usageTime, ok bool) {
	when, ok = u.spanOf(r)
	if !ok || !when.start.Known() {
		return when, ok
	}
	period := u.table.sheet.file.estate.period
	if !period.Contains(when.start) {
		u.days.missed(when.start)
		r.exclude(CodeUsageOutsidePeriod, "start", r.text("start"), period.Start.String(), period.End.String())
		return when, false
	}
	u.days.see(when.start, when.end)
	return when, true
}
