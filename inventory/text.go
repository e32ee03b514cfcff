package inventory

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleanText returns a cell's text for use: as UTF-8, in one line with single
// spaces, without the `="…"` by which exports keep a spreadsheet from reading a
// text as a number. decoded reports that the text was not UTF-8.
func cleanText(raw []byte) (text string, decoded bool) {
	if !utf8.Valid(raw) {
		raw, decoded = fromWindows1252(raw), true
	}
	raw = bytes.TrimSpace(raw)
	if len(raw) >= 4 && raw[0] == '=' && raw[1] == '"' && raw[len(raw)-1] == '"' {
		raw = raw[2 : len(raw)-1]
	}
	if len(raw) >= 2 && raw[0] == '\'' && bytes.IndexByte([]byte("=+-@"), raw[1]) >= 0 {
		raw = raw[1:] // by which exports, ours among them, keep a spreadsheet from reading a text as a formula
	}
	plain := true
	for i, c := range raw {
		if c <= ' ' && (c != ' ' || i == 0 || raw[i-1] == ' ') || c >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return string(bytes.TrimRight(raw, " ")), decoded
	}
	var b strings.Builder
	space := false
	for _, r := range string(raw) {
		switch {
		case unicode.IsSpace(r) || r == '\u00A0' || r == '\u202F':
			space = b.Len() > 0
			continue
		case unicode.IsControl(r) || r == '\u200B' || r == '\uFEFF' || r == '\u00AD' || r == '\u200E' || r == '\u200F':
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String()), decoded
}

// words returns a text as lower-case words of letters and digits, without
// accents, a single space between them: the form in which vocabularies are
// compared. "PC fixe (Écran-24\")" becomes "pc fixe ecran 24".
func words(text string) string {
	var b strings.Builder
	space := false
	write := func(r rune) {
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	ascii := true
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		text = norm.NFKD.String(text)
	}
	for _, r := range text {
		switch {
		case r == 'œ' || r == 'Œ':
			write('o')
			write('e')
		case r == 'æ' || r == 'Æ':
			write('a')
			write('e')
		case r == 'ß':
			write('s')
			write('s')
		case r == 'ø' || r == 'Ø':
			write('o')
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			write(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r): // an accent, apart from its letter
		default:
			space = true
		}
	}
	return b.String()
}

// placeholders are what programs and people write where they know nothing, as words.
var placeholders = map[string]bool{
	"": true, "n a": true, "na": true, "null": true, "nil": true, "none": true, "nan": true, "undefined": true,
	"unknown": true, "inconnu": true, "inconnue": true, "not specified": true, "unspecified": true, "not available": true,
	"not applicable": true, "not known": true, "non renseigne": true, "non renseignee": true, "non defini": true, "sans objet": true,
	"s o": true, "nc": true, "n c": true, "neant": true, "aucun": true, "aucune": true, "vide": true, "blank": true, "empty": true,
	"tbc": true, "tbd": true, "to be confirmed": true, "to be determined": true, "a completer": true, "not checked": true, "no tag": true,
	"default string": true, "to be filled by o e m": true, "to be filled by oem": true, "system product name": true, "system manufacturer": true,
	"system version": true, "product name": true, "o e m": true, "oem": true, "invalid": true, "not set": true, "all series": true,
	"type1productconfigid": true, "sans": true, "unbekannt": true, "desconocido": true, "n d": true, "nd": true, "x": true, "xx": true, "xxx": true,
	"false entry": true, "not recorded": true, "not provided": true, "no data": true, "missing data": true, "dummy": true,
}

// isPlaceholder reports whether a text, given as words, says nothing.
func isPlaceholder(words string) bool { return placeholders[words] }

// isFormulaError reports whether a cell holds an error of a spreadsheet.
func isFormulaError(text string) bool {
	switch text {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA":
		return true
	}
	return false
}

// shorten cuts a text to a number of characters.
func shorten(text string, limit int) (string, bool) {
	if len(text) <= limit {
		return text, false
	}
	count := 0
	for i := range text {
		if count == limit {
			return strings.TrimSpace(text[:i]), true
		}
		count++
	}
	return text, false
}
