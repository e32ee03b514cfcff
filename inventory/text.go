package inventory

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"govfootprint/inventory/fold"
)

// cleanText returns a cell's text for use: as UTF-8, in one line with single
// spaces, without what is not seen, and without the `="…"` by which exports keep a spreadsheet from reading a
// text as a number. decoded reports that the text was not UTF-8.
func cleanText(raw []byte) (text string, decoded bool) {
	if !utf8.Valid(raw) {
		raw, decoded = fromWindows1252(raw), true
	}
	raw = bytes.TrimSpace(raw)
	if len(raw) >= 4 && raw[0] == '=' && raw[1] == '"' && raw[len(raw)-1] == '"' {
		raw = raw[2 : len(raw)-1]
	}
	if len(raw) >= 2 && raw[0] == '\'' && (strings.IndexByte("=+-@", raw[1]) >= 0 || beginsWide(string(raw[1:min(len(raw), 1+utf8.UTFMax)]))) {
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
	for _, r := range fold.Visible(string(raw)) {
		if unicode.IsSpace(r) || r == '\u00A0' || r == '\u202F' {
			space = b.Len() > 0
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

// words returns a text in the form in which vocabularies are compared, see [fold.Words].
func words(text string) string { return fold.Words(text) }

// isPlaceholder reports whether a text, given as words, says nothing.
func isPlaceholder(words string) bool { return fold.IsPlaceholder(words) }

// isFormulaError reports whether a cell holds an error of a spreadsheet, which a
// text export writes in the person's language.
func isFormulaError(text string) bool {
	switch {
	case text == "" || text[0] != '#':
		return len(text) == len("Err:502") && strings.HasPrefix(text, "Err:5") // of LibreOffice
	case strings.Trim(text, "#") == "":
		return len(text) > 2 // a column too narrow for its number
	}
	switch text {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!",
		"#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#DIV/0 !", "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ÜBERLAUF!", "#KALK!",
		"#VALOR!", "#¡VALOR!", "#¡REF!", "#¿NOMBRE?", "#¡DIV/0!", "#¡NUM!", "#NOME?", "#RIF!", "#VALORE!", "#N/D", "#N/A!", "#WAARDE!", "#VERW!", "#NAAM?", "#DEEL/0!", "#GETAL!":
		return true
	}
	return false
}

// isScientific reports whether a text is what a spreadsheet makes of a long
// number or a name that looks like one, as in 6.37702E+15. Only the first digits
// of it are left.
func isScientific(text string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(text), "E+")
	if !ok || exponent == "" || len(exponent) > 3 || mantissa == "" {
		return false
	}
	for i := range len(mantissa) {
		if c := mantissa[i]; (c < '0' || c > '9') && (i != 1 || c != '.' && c != ',') {
			return false
		}
	}
	for i := range len(exponent) {
		if c := exponent[i]; c < '0' || c > '9' {
			return false
		}
	}
	return true
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

// maxAttribute is how many characters of a text an attribute keeps.
const maxAttribute = 200

func isAlphanumeric(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
