package boavizta

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A date is as exact as the table states it: month and day may be 0. Dates of which one is
// less exact compare as if it were the beginning of its year or month, so a
// report of "August 2019" is newer than one of "2019".
type date struct{ year, month, day int }

func (d date) known() bool { return d.year != 0 }

func (d date) order() int { return d.year*10_000 + d.month*100 + d.day }

// String writes the date as far as it is known: 2021-01-14, January 2021, 2021.
func (d date) String() string {
	switch {
	case d.day != 0:
		return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	case d.month != 0:
		return months[d.month-1] + " " + strconv.Itoa(d.year)
	}
	return strconv.Itoa(d.year)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var frenchMonths = [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	monthName = regexp.MustCompile(`^([\p{L}.]+) (?:(\d{1,2}),? )?(\d{4})$`)
	dayMonth  = regexp.MustCompile(`^(\d{1,2})\.? ([\p{L}.]+) (\d{4})$`)
)

// readDate reads a date as the table writes them: January 2021, September 7 2022,
// 2022-2-6, 26/07/2019 (the day first, as where the table comes from), 2020.
func readDate(cell string) (date, bool) {
	var year, month, day string
	if m := yearFirst.FindStringSubmatch(cell); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := dayFirst.FindStringSubmatch(cell); m != nil {
		year, month, day = m[3], m[2], m[1]
	} else if m := monthName.FindStringSubmatch(cell); m != nil {
		year, month, day = m[3], monthNumber(m[1]), m[2]
	} else if m := dayMonth.FindStringSubmatch(cell); m != nil {
		year, month, day = m[3], monthNumber(m[2]), m[1]
	} else {
		return date{}, false
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	d := date{number(year), number(month), number(day)}
	if d.year < 1990 || d.year > 2100 || d.month > 12 || d.day > 31 || month != "" && d.month == 0 || day != "" && d.day == 0 {
		return date{}, false
	}
	return d, true
}

// monthNumber returns the number of a month in English or French, whole or
// shortened to three letters or more; "0", which is none, for anything else.
func monthNumber(name string) string {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if len(name) < 3 {
		return "0"
	}
	for _, list := range [][12]string{months, frenchMonths} {
		for i, month := range list {
			if strings.HasPrefix(strings.ToLower(month), name) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return "0"
}
