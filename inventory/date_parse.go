package inventory

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// A parsedDate is what one text can mean as a date. Whether 03/04/2024 is in
// March or in April is for its column to say.
type parsedDate struct {
	date       Date // the day first where that is open
	monthFirst Date // the other reading; zero where there is none
	precision  datePrecision
	order      dateOrder // what the text shows of its column's order
	serial     bool      // a spreadsheet's day number
	quarter    bool      // the month is the middle one of a quarter
}

type datePrecision int

const (
	precisionDay datePrecision = iota
	precisionMonth
	precisionYear
	precisionFiscalYear
	precisionAbout // said to be not exact, or a range of years
)

// dateOrder is the order of day and month in a column.
type dateOrder int

const (
	orderOpen dateOrder = iota
	orderDayFirst
	orderMonthFirst
)

// in returns the date as a column of that order means it.
func (p parsedDate) in(order dateOrder) Date {
	if p.monthFirst.Known() && order == orderMonthFirst {
		return p.monthFirst
	}
	return p.date
}

// ambiguous reports whether the text can be read in two ways.
func (p parsedDate) ambiguous() bool { return p.monthFirst.Known() && p.monthFirst != p.date }

// dateStatus says what became of a text that should be a date.
type dateStatus int

const (
	dateOK dateStatus = iota
	datePlaceholder
	dateInvalid
	dateImplausible
)

const (
	earliestYear = 1970 // no IT in service is older
	latestYear   = 2200 // later ones stand for "never"
)

// parseDate reads a date: 2025-03-31, 31.03.2025, 3/31/25 4:10 PM,
// 2023-07-25T06:12:34Z, 20250331, 31 mars 2025, Mar-25, 2027-10, 2024, 45747.
func parseDate(text string) (parsedDate, dateStatus) {
	if len(text) > maxNumberText {
		return parsedDate{}, dateInvalid
	}
	exact, about := withoutAbout(text)
	p, status := parseExactDate(exact)
	if about && status == dateOK {
		p.precision = precisionAbout
	}
	return p, status
}

// parseExactDate reads a date without the marks of what is not exact.
func parseExactDate(text string) (parsedDate, dateStatus) {
	parts, ok := dateParts(withoutTime(text))
	if !ok {
		return parsedDate{}, dateInvalid
	}
	if d, status, ok := parseShortFiscalYear(parts); ok {
		return parsedDate{date: d, precision: precisionFiscalYear}, status
	}
	if p, status, ok := parseQuarter(parts); ok {
		return p, status
	}
	if len(parts) > 1 && parts[0].word != "" && parts[0].month() == 0 { // Monday, 3 March
		parts = parts[1:]
	}
	switch len(parts) {
	case 1:
		return parseSolidDate(parts[0])
	case 2:
		return parseMonthYear(parts, text)
	case 3:
		return parseDayMonthYear(parts)
	}
	return parsedDate{}, dateInvalid
}

// parseShortFiscalYear reads FY21/22; ok is false for what is none. Without the
// letters, 21/22 is nothing that anybody could know.
func parseShortFiscalYear(parts []datePart) (d Date, status dateStatus, ok bool) {
	if len(parts) != 3 || parts[0].word != "fy" || len(parts[1].digits) != 2 || len(parts[2].digits) != 2 || parts[2].number != (parts[1].number+1)%100 {
		return 0, dateInvalid, false
	}
	d, status = civil(fullYear(parts[1]), int(time.October), 1)
	return d, status, true
}

// longestYears is how many years a range may span of which the middle says anything.
const longestYears = 10

// middleOfYears returns the middle of a range of whole years: 1 July of the middle
// one, or 1 January between two.
func middleOfYears(first, last int) (parsedDate, dateStatus) {
	year, month := (first+last)/2, time.July
	if (last-first)%2 == 1 {
		year, month = year+1, time.January
	}
	d, status := civil(year, int(month), 1)
	return parsedDate{date: d, precision: precisionAbout}, status
}

// parseQuarter reads Q3 2021 and 2021-T3; ok is false for what is no quarter. Its
// month is the middle one.
func parseQuarter(parts []datePart) (p parsedDate, status dateStatus, ok bool) {
	if len(parts) != 3 {
		return parsedDate{}, dateInvalid, false
	}
	if len(parts[0].digits) == 4 { // 2021 Q3
		parts = []datePart{parts[1], parts[2], parts[0]}
	}
	word, quarter, year := parts[0].word, parts[1], parts[2]
	if (word != "q" && word != "t") || len(quarter.digits) != 1 || quarter.number < 1 || quarter.number > 4 || len(year.digits) != 4 {
		return parsedDate{}, dateInvalid, false
	}
	d, status := civil(year.number, 3*quarter.number-1, middleOfMonth)
	return parsedDate{date: d, precision: precisionMonth, quarter: true}, status, true
}

// withoutTime cuts a time of day off a date.
func withoutTime(text string) string {
	if len(text) > 10 && (text[10] == 'T' || text[10] == 't') {
		return text[:10]
	}
	if colon := strings.IndexByte(text, ':'); colon > 0 {
		if space := strings.LastIndexByte(text[:colon], ' '); space > 0 {
			return strings.TrimRight(text[:space], ", ")
		}
	}
	return text
}

// A datePart is a number or a word of a date.
type datePart struct {
	digits string
	number int
	word   string // lower case, without accents
	mark   byte   // the separator before it
}

// dateParts splits a date into its numbers and words. It reports false for text
// that is no date: with other characters in it, or too many parts.
func dateParts(text string) ([]datePart, bool) {
	const most = 6
	var parts []datePart
	text = strings.ToLower(text)
	if hasWideRunes(text) {
		text = foldAccents(eastAsianDates.Replace(text))
	}
	mark := byte(' ')
	for i := 0; i < len(text); {
		part, size := cutDatePart(text[i:])
		switch {
		case size > 0:
			part.mark = mark
			mark = ' '
			if !dateJoiners[part.word] {
				parts = append(parts, part)
			}
			i += size
		case strings.IndexByte("-/. ,'", text[i]) >= 0:
			if text[i] != ' ' || mark == ' ' {
				mark = text[i]
			}
			i++
		default:
			return nil, false
		}
		if len(parts) > most {
			return nil, false
		}
	}
	return parts, len(parts) > 0
}

// eastAsianDates turns 2021년 3월 4일 into 2021-3-4.
var eastAsianDates = strings.NewReplacer("년", "-", "월", "-", "일", " ", "年", "-", "月", "-", "日", " ") //nolint:gosmopolitan // dates in these scripts are what it reads

// dateJoiners are words that only join: 3 de marzo de 2021, den 3. März.
var dateJoiners = map[string]bool{"de": true, "of": true, "den": true, "le": true, "del": true}

// cutDatePart cuts a number, with its ordinal suffix, or a word off a text.
func cutDatePart(text string) (part datePart, size int) {
	for size < len(text) && text[size] >= '0' && text[size] <= '9' {
		size++
	}
	if size > 0 {
		const longest = 9 // digits of a number that fits
		n, err := strconv.Atoi(text[:min(size, longest)])
		if err != nil || size > longest {
			return datePart{digits: text[:size], number: -1}, size
		}
		part = datePart{digits: text[:size], number: n}
		for _, suffix := range []string{"st", "nd", "rd", "th", "er"} { // 1st, 1er
			if rest, ok := strings.CutPrefix(text[size:], suffix); ok && (rest == "" || !isAlphanumeric(rest[0])) {
				return part, size + len(suffix)
			}
		}
		return part, size
	}
	for size < len(text) && text[size] >= 'a' && text[size] <= 'z' {
		size++
	}
	return datePart{word: text[:size]}, size
}

func hasWideRunes(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}

// foldAccents drops the accents of a text and keeps its punctuation.
func foldAccents(text string) string {
	var b strings.Builder
	for i, part := range strings.FieldsFunc(text, func(r rune) bool { return r < 0x80 && (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(words(part))
	}
	return b.String()
}

// monthNames are the names of months in English, French, German, Spanish,
// Italian, Portuguese and Dutch, without accents; an abbreviation is the
// beginning of a name, with three letters or more.
var monthNames = sync.OnceValue(func() map[string]int {
	names := make(map[string]int)
	for _, year := range []string{
		"january february march april may june july august september october november december",
		"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre", //nolint:misspell // French
		"januar februar marz april mai juni juli august september oktober november dezember",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari maart april mei juni juli augustus september oktober november december",
	} {
		for i, name := range strings.Fields(year) {
			for n := 3; n <= len(name); n++ {
				if prefix := name[:n]; prefix != "jui" { // juin or juillet
					if _, taken := names[prefix]; !taken {
						names[prefix] = i + 1
					}
				}
			}
		}
	}
	names["sept"] = 9
	names["maerz"] = 3
	return names
})

// month returns the month that a word names, 0 for none.
func (p datePart) month() int { return monthNames()[p.word] }

// parseSolidDate reads a date without separators.
func parseSolidDate(p datePart) (parsedDate, dateStatus) {
	switch len(p.digits) {
	case 8:
		if d, status := civil(p.number/10000, p.number/100%100, p.number%100); status != dateInvalid {
			return parsedDate{date: d}, status
		}
		d, status := civil(p.number%10000, p.number/10000%100, p.number/1000000)
		return parsedDate{date: d, order: orderDayFirst}, status
	case 6:
		d, status := civil(p.number/100, p.number%100, middleOfMonth)
		return parsedDate{date: d, precision: precisionMonth}, status
	case 5:
		return parseSerial(float64(p.number))
	case 4:
		d, status := civil(p.number, int(time.July), 1)
		return parsedDate{date: d, precision: precisionYear}, status
	case 1, 2:
		if p.number == 0 {
			return parsedDate{}, datePlaceholder
		}
	}
	return parsedDate{}, dateInvalid
}

// middleOfMonth is the day taken for a date that is only a month.
const middleOfMonth = 15

func parseSerial(serial float64) (parsedDate, dateStatus) {
	const since1970, until2119 = 25_569, 80_000
	if serial < since1970 || serial > until2119 {
		return parsedDate{}, dateInvalid
	}
	d, ok := dateOfSerial(serial, epoch1900)
	if !ok {
		return parsedDate{}, dateInvalid
	}
	return parsedDate{date: d, serial: true}, dateOK
}

// parseMonthYear reads 2027-10, 10/2027, November 2020, Nov-20 and 45747.5.
func parseMonthYear(parts []datePart, text string) (parsedDate, dateStatus) {
	a, b := parts[0], parts[1]
	year, month := 0, 0
	switch {
	case a.word != "" && b.digits != "":
		year, month = fullYear(b), a.month()
	case a.digits != "" && b.word != "":
		year, month = fullYear(a), b.month()
	case len(a.digits) == 5 && b.mark == '.':
		if serial, err := strconv.ParseFloat(text, 64); err == nil {
			return parseSerial(serial)
		}
	case len(a.digits) == 4 && len(b.digits) == 2 && b.number > monthsPerYear && b.number == (a.number+1)%100,
		len(a.digits) == 4 && len(b.digits) == 4 && b.number == a.number+1: // 2020/21, 2020/2021
		d, status := civil(a.number, int(time.October), 1)
		return parsedDate{date: d, precision: precisionFiscalYear}, status
	case len(a.digits) == 4 && len(b.digits) == 4 && b.number > a.number && b.number-a.number <= longestYears: // 2019-2021
		return middleOfYears(a.number, b.number)
	case len(a.digits) == 4 && len(b.digits) <= 2:
		year, month = a.number, b.number
	case len(b.digits) == 4 && len(a.digits) <= 2:
		year, month = b.number, a.number
	}
	d, status := civil(year, month, middleOfMonth)
	return parsedDate{date: d, precision: precisionMonth}, status
}

func parseDayMonthYear(parts []datePart) (parsedDate, dateStatus) {
	a, b, c := parts[0], parts[1], parts[2]
	switch {
	case a.word == "" && b.word != "" && c.word == "" && len(a.digits) == 4: // 2021 Mar 3
		return onlyDate(civil(a.number, b.month(), c.number))
	case a.word == "" && b.word != "" && c.word == "": // 3 Mar 2021
		return onlyDate(civil(fullYear(c), b.month(), a.number))
	case a.word != "" && b.word == "" && c.word == "": // Mar 3 2021
		return onlyDate(civil(fullYear(c), a.month(), b.number))
	case a.word != "" || b.word != "" || c.word != "":
		return parsedDate{}, dateInvalid
	case len(a.digits) == 4: // 2021-03-31
		return onlyDate(civil(a.number, b.number, c.number))
	case len(a.digits) > 2 || len(b.digits) > 2 || (len(c.digits) != 4 && len(c.digits) != 2):
		return parsedDate{}, dateInvalid
	case len(c.digits) == 2 && a.number > 31: // 99-03-31
		return onlyDate(civil(fullYear(a), b.number, c.number))
	}
	year := fullYear(c)
	dayFirst, dayStatus := civil(year, b.number, a.number)
	if b.mark == '.' { // nobody writes the month first with points
		return parsedDate{date: dayFirst, order: orderDayFirst}, dayStatus
	}
	monthFirst, monthStatus := civil(year, a.number, b.number)
	switch {
	case dayStatus != dateInvalid && monthStatus == dateInvalid:
		return parsedDate{date: dayFirst, order: orderDayFirst}, dayStatus
	case dayStatus == dateInvalid:
		return parsedDate{date: monthFirst, order: orderMonthFirst}, monthStatus
	case a.number == b.number || dayStatus != dateOK:
		return parsedDate{date: dayFirst}, dayStatus
	}
	return parsedDate{date: dayFirst, monthFirst: monthFirst}, dateOK
}

func onlyDate(d Date, status dateStatus) (parsedDate, dateStatus) {
	return parsedDate{date: d}, status
}

// fullYear returns a year of four digits, or of two: 70 to 99 are in the last century.
func fullYear(p datePart) int {
	switch {
	case len(p.digits) == 4:
		return p.number
	case len(p.digits) != 2:
		return -1
	case p.number >= 70:
		return 1900 + p.number
	}
	return 2000 + p.number
}

// civil returns a date of the calendar, or what is wrong with it.
func civil(year, month, day int) (Date, dateStatus) {
	if year == 0 && month == 0 && day == 0 {
		return 0, datePlaceholder
	}
	if year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, dateInvalid
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return 0, dateInvalid // 30 February
	}
	switch {
	case year >= latestYear, isSentinel(year, month, day):
		return 0, datePlaceholder
	case year < earliestYear:
		return 0, dateImplausible
	}
	d := Date(t.Unix() / secondsPerDay) //nolint:gosec // the year has four digits
	if !d.Known() {
		return 0, datePlaceholder // 1 January 1970: an empty timestamp
	}
	return d, dateOK
}

// isSentinel reports whether a date is one that programs write for none: the
// day 0 or 1 of spreadsheets and of databases.
func isSentinel(year, month, day int) bool {
	switch year {
	case 1, 1601, 1753, 1900:
		return month == 1 && day == 1
	case 1899:
		return month == 12 && day >= 30
	case 2099, 2100:
		return month == 12 && day == 31 || month == 1 && day == 1
	}
	return false
}
