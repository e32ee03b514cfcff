package inventory

import (
	"math"
	"strconv"
	"strings"
)

// Day 0 of a workbook's dates. A serial number counts days from it; the first
// system takes 1900 for a leap year, so that it is right from March 1900 on only.
const (
	epoch1900 Date = -25569 // 30 December 1899
	epoch1904 Date = -24107 // 1 January 1904
)

// dateOfSerial returns the date of a workbook's day number.
func dateOfSerial(serial float64, epoch Date) (Date, bool) {
	const lastSerial = 2_958_465 // 31 December 9999
	if math.IsNaN(serial) || serial < 0 || serial > lastSerial+1 {
		return 0, false
	}
	days := Date(math.Floor(serial))
	if epoch == epoch1900 && days < 60 { // before the day that never was, 29 February 1900
		days++
	}
	d := epoch + days
	return d, d.Known()
}

// readStyles learns which cell styles show a number as a date.
func (w *workbook) readStyles(part string) error {
	if !w.archive.has(part) {
		return nil
	}
	custom := make(map[int]bool)
	inCells := false
	const limit = 1 << 20 // a spreadsheet allows 64,000 styles
	return w.scan(part, func(x *xmlScanner, token xmlToken) error {
		switch {
		case token == xmlStart && string(x.name) == "numFmt":
			if id, err := strconv.Atoi(x.attrText("numFmtId")); err == nil && len(custom) < limit {
				custom[id] = isDateFormat(x.attrText("formatCode"))
			}
		case token == xmlStart && string(x.name) == "cellXfs":
			inCells = true
		case token == xmlEnd && string(x.name) == "cellXfs":
			inCells = false
		case token == xmlStart && inCells && string(x.name) == "xf":
			id, _ := strconv.Atoi(x.attrText("numFmtId"))
			date, ok := custom[id]
			if len(w.dates) < limit {
				w.dates = append(w.dates, (ok && date) || (!ok && isBuiltInDate(id)))
			}
		}
		return nil
	})
}

// isBuiltInDate reports whether a format that workbooks do not spell out shows a
// date or a time: ECMA-376 part 1, 18.8.30, the formats of East Asian locales included.
func isBuiltInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat reports whether a format code shows a date: whether it holds a
// day, month or year outside of quoted text, escapes, colours and conditions.
func isDateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";") // positive numbers
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			i += end
		case '\\', '_', '*':
			i++
		case 'd', 'D', 'm', 'M', 'y', 'Y':
			return true
		case 'G', 'g':
			if strings.HasPrefix(strings.ToLower(code[i:]), "general") {
				return false
			}
		}
	}
	return false
}
