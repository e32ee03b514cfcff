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
	if len(raw) >= 2 && raw[0] == '\'' && strings.IndexByte("=+-@", raw[1]) >= 0 {
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

// words returns a text in the form in which vocabularies are compared, see [fold.Words].
func words(text string) string { return fold.Words(text) }

// isPlaceholder reports whether a text, given as words, says nothing.
func isPlaceholder(words string) bool { return fold.IsPlaceholder(words) }

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

// maxAttribute is how many characters of a text an attribute keeps.
const maxAttribute = 200

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func isAlphanumeric(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
