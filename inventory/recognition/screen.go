package recognition

import "strings"

// screenVariants are the sub-categories that a screen's size decides, in
// hundredths of an inch from which they begin.
var screenVariants = map[string][]struct {
	from int64
	name string
}{
	"laptop":  {{0, "13in"}, {1400, "14in"}, {1500, "15in"}},
	"monitor": {{0, "22in"}, {2300, "24in"}, {2600, "27in"}, {3000, "30in"}},
}

// screenVariant returns the sub-category of a screen size, empty where size decides nothing.
func screenVariant(category string, hundredths int64) string {
	name := ""
	for _, v := range screenVariants[category] {
		if hundredths >= v.from {
			name = v.name
		}
	}
	return name
}

// A span is a screen's size as it stands in a text.
type span struct {
	size       int64 // hundredths of an inch
	start, end int
}

// inchMarks follow a number that is a size in inches; the last three only where
// the text is known to be of a screen.
var inchMarks = []string{`"`, "''", "”", "″", "inches", "inch", "in)", "pouces", "pouce", "zoll", "in ", "po ", "p "}

const certainMarks = 10

// sizeIn finds the size of a screen that a text states with its unit, between two bounds.
func sizeIn(text string, least, most int64, screen bool) (span, bool) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return span{}, false // letters whose lower case is longer: no place to point at
	}
	marks := inchMarks
	if !screen {
		marks = marks[:certainMarks]
	}
	for i := 0; i < len(lower); i++ {
		if !isDigit(lower[i]) || i > 0 && (isAlphanumeric(lower[i-1]) || lower[i-1] == '.') {
			continue
		}
		size, end := number(lower, i)
		rest := strings.TrimLeft(lower[end:], " -")
		for _, mark := range marks {
			if strings.HasPrefix(rest+" ", mark) && size >= least && size <= most {
				return span{size, i, min(len(lower), len(lower)-len(rest)+len(strings.TrimRight(mark, " )")))}, true
			}
		}
		for end < len(lower) && isDigit(lower[end]) {
			end++
		}
		i = max(i, end-1)
	}
	return span{}, false
}

// number reads a number of up to four digits and a decimal place, in hundredths.
func number(text string, start int) (hundredths int64, end int) {
	end = start
	for end < len(text) && isDigit(text[end]) && end-start < 4 {
		hundredths = hundredths*10 + int64(text[end]-'0')
		end++
	}
	hundredths *= 100
	if end+1 < len(text) && (text[end] == '.' || text[end] == ',') && isDigit(text[end+1]) {
		hundredths += int64(text[end+1]-'0') * 10
		end += 2
	}
	return hundredths, end
}

// ScreenOf returns the size of a screen that a model or type states with a
// unit (27", 15.6-inch, 24 pouces, 27p), in hundredths of an inch; 0 for none.
func ScreenOf(text, category string) int64 {
	least, most := int64(1000), int64(1900)
	if category == "monitor" {
		least, most = 1500, 6000
	}
	if s, ok := sizeIn(text, least, most, true); ok {
		return s.size
	}
	if category == "laptop" {
		if _, after, ok := strings.Cut(strings.ToLower(text), "macbook"); ok { // MacBook Pro 14
			for f := range strings.FieldsSeq(after) {
				if size, end := number(f, 0); end == len(f) && size >= 1100 && size <= 1800 {
					return size
				}
			}
		}
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlphanumeric(c byte) bool { return c >= 'a' && c <= 'z' || isDigit(c) }

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

// sizeOfMonitor returns the size that the number of a monitor begins with, as all makers
// have it: P2419H, S27A600, E24 G4, ProLite XUB2792 are of 24 and 27 inches. In
// hundredths of an inch; 0 for none.
func sizeOfMonitor(name string) int64 {
	for w := range strings.FieldsSeq(name) {
		digits := strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz")
		if len(w)-len(digits) > 4 {
			continue
		}
		n := 0
		for n < len(digits) && isDigit(digits[n]) {
			n++
		}
		if n < 2 || n > 4 {
			continue
		}
		if size := int64(digits[0]-'0')*10 + int64(digits[1]-'0'); size >= 15 && size <= 49 {
			return size * 100
		}
	}
	return 0
}
