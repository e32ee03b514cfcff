package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cellText makes any text fit for a cell. Cells are always written as text,
// never as formulas, whatever they begin with; so what is left to do is to
// replace what XML cannot hold, to drop the signs that reorder what stands
// around them, and to shorten what is longer than a cell may be.
func cellText(s string) string {
	if clean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\t' || r == '\n':
			return r
		case r < ' ' || r == 0x7f || (0x80 <= r && r < 0xa0) || r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		case reorders(r):
			return -1
		default:
			return r
		}
	}, s)
	return shorten(s)
}

// likeFormula reports whether a spreadsheet program would take a text for a
// formula if somebody typed it.
func likeFormula(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\n':
		return true
	default:
		return false
	}
}

// clean reports whether a text needs no change: the common case, decided
// without an allocation.
func clean(s string) bool {
	if len(s) > excelize.TotalCellChars {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < ' ' && c != '\n' && c != '\t') || c >= 0x7f {
			return cleanRunes(s)
		}
	}
	return true
}

func cleanRunes(s string) bool {
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case r < ' ' || (0x7f <= r && r < 0xa0) || reorders(r) || r == 0xfffe || r == 0xffff:
			return false
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

// reorders reports whether a rune is one of Unicode's controls that change the
// direction of the text around it. A name in a right-to-left script needs none
// of them; a name that uses them can pass for another.
func reorders(r rune) bool {
	return (0x202a <= r && r <= 0x202e) || (0x2066 <= r && r <= 0x2069)
}

// shortened ends a text that did not fit its cell.
const shortened = " … [shortened]"

// shorten cuts a text to what a cell may hold, which Excel counts in UTF-16 units.
func shorten(s string) string {
	const limit = excelize.TotalCellChars
	if len(s) <= limit { // every UTF-16 unit takes a byte at least
		return s
	}
	units, cut := 0, 0
	room := limit - len([]rune(shortened))
	for i, r := range s {
		if r > 0xffff {
			units++
		}
		units++
		if units <= room {
			cut = i + utf8.RuneLen(r)
		}
	}
	if units <= limit {
		return s
	}
	return s[:cut] + shortened
}
