package boavizta

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	// Text in which a program wrote bytes as it shows them: \xe2\x80\x9d for ”.
	escapedBytes = regexp.MustCompile(`(?:\\x[0-9a-fA-F]{2})+`)

	// A decimal comma between digits. Apple's identifiers (MacBookPro17,1) have a comma
	// of their own, which no dialect may take away.
	decimalComma    = regexp.MustCompile(`(\d),(\d)`)
	appleIdentifier = regexp.MustCompile(`^[A-Za-z]+\d+,\d+$`)
)

// plainText returns the text of a cell in the form that both dialects share: on one
// line, single spaces, without characters that hide or reorder text, bytes written as
// escapes decoded, and a comma between digits as the point that it was.
func plainText(cell string) (text string, decoded bool) {
	if strings.Contains(cell, `\x`) {
		cell = escapedBytes.ReplaceAllStringFunc(cell, func(escaped string) string {
			plain, err := strconv.Unquote(`"` + escaped + `"`)
			if err != nil || !utf8.ValidString(plain) {
				return escaped
			}
			decoded = true
			return plain
		})
	}
	cell = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, cell)
	text = norm.NFC.String(strings.Join(strings.Fields(cell), " "))
	if !strings.Contains(text, ",") {
		return text, decoded
	}
	fields := strings.Split(text, " ")
	for i, field := range fields {
		if !appleIdentifier.MatchString(field) {
			// Twice, for the digit between two commas belongs to both.
			fields[i] = decimalComma.ReplaceAllString(decimalComma.ReplaceAllString(field, "$1.$2"), "$1.$2")
		}
	}
	return strings.Join(fields, " "), decoded
}

// blanks are what programs and people write into a cell that they have no figure for.
var blanks = map[string]bool{
	"": true, "-": true, "–": true, "—": true, "?": true, "n/a": true, "n.a.": true, "na": true, "#n/a": true, "nan": true, "null": true, "none": true, "nil": true,
	"nc": true, "n/c": true, "nd": true, "n/d": true, "n.d.": true, "tbd": true, "tbc": true, "unknown": true, "inconnu": true, "not available": true, "not stated": true,
	"#ref!": true, "#value!": true, "#div/0!": true, "#name?": true, "#num!": true, "#null!": true,
}

func isBlank(cell string) bool { return blanks[strings.ToLower(strings.TrimSpace(cell))] }

// webAddress returns the address of a product sheet, or nothing for what is none.
func webAddress(cell string) string {
	lower := strings.ToLower(cell)
	if !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") || strings.ContainsAny(cell, " <>\"`{}|\\^") || len(cell) > 500 {
		return ""
	}
	return cell
}

// shown is a value from the table as a message shows it.
func shown(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}
