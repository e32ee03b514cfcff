package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns a text without what steers a terminal or how other
// characters are shown, and shows nothing itself: control and format
// characters, escapes and changes of direction among them. White space that
// breaks a line becomes a space; a joiner stays between letters of a script
// that needs it.
func Visible(text string) string {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7F {
			return visibleOf(strings.ToValidUTF8(text, "\uFFFD"))
		}
	}
	return text
}

func visibleOf(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var last rune
	for i, r := range text {
		switch {
		case r == ' ' || r == '\u00A0':
		case unicode.IsSpace(r) && (unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp)):
			r = ' '
		case unicode.IsControl(r):
			continue
		case r == '\u200C' || r == '\u200D':
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if !joins(last) || !joins(next) {
				continue
			}
		case unicode.Is(unicode.Cf, r):
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// joins reports whether a character is a letter, or a sign on one, beside which
// a joiner may decide how it is written: none of the Latin script.
func joins(r rune) bool {
	return r >= 0x370 && unicode.In(r, unicode.L, unicode.M)
}
