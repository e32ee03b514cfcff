// Package fold brings texts into the form in which vocabularies are compared:
// "PC fixe (Écran-24\")" and "pc  FIXE, ecran 24" are the same words.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words returns a text as lower-case words of letters and digits, without
// accents, a single space between them. "PC fixe (Écran-24\")" becomes "pc fixe
// ecran 24". Folding what is folded changes nothing.
func Words(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return wordsOfUnicode(text)
		}
	}
	return wordsOfASCII(text)
}

// Name returns a name of the user's own in the form in which two spellings of it
// are compared: its words, or the name itself where it has none. "Passports",
// "passports " and "PASSPORTS" are one name, and so are "C++" and "c".
func Name(text string) string {
	if words := Words(text); words != "" {
		return words
	}
	return strings.TrimSpace(text)
}

// wordsOfASCII does for nearly all texts of an inventory in one pass what
// wordsOfUnicode does for the rest.
func wordsOfASCII(text string) string {
	folded := true
	for i := range len(text) {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ' && i > 0 && i < len(text)-1 && text[i-1] != ' ' {
			continue
		}
		folded = false
		break
	}
	if folded {
		return text
	}
	b := make([]byte, 0, len(text))
	space := false
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		default:
			space = len(b) > 0
			continue
		}
		if space {
			b = append(b, ' ')
			space = false
		}
		b = append(b, c)
	}
	return string(b)
}

func wordsOfUnicode(text string) string {
	var b strings.Builder
	space := false
	write := func(letters string) {
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(letters)
	}
	for _, r := range norm.NFKD.String(text) {
		switch {
		case r == 'œ' || r == 'Œ':
			write("oe")
		case r == 'æ' || r == 'Æ':
			write("ae")
		case r == 'ß':
			write("ss")
		case r == 'ø' || r == 'Ø':
			write("o")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			write(string(unicode.ToLower(r)))
		case unicode.Is(unicode.Mn, r): // an accent, apart from its letter
		default:
			space = true
		}
	}
	return b.String()
}
