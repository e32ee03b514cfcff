package inventory

import (
	"strings"

	"github.com/shopspring/decimal"
)

// decimalMark says how a column writes numbers.
type decimalMark int

const (
	pointMark decimalMark = iota // 1,234.5
	commaMark                    // 1.234,5
)

// A parsedNumber is a number read from text, with the unit behind it.
type parsedNumber struct {
	value     Tally
	unit      string // lower case, as written; % for a percentage
	ambiguous bool   // 1,234 or 1.234: the column's decimal mark decided
	evidence  numberEvidence
}

// numberEvidence says what a number shows of its column's decimal mark.
type numberEvidence int

const (
	noEvidence numberEvidence = iota
	showsPoint
	showsComma
)

// maxNumberText is longer than any number of an inventory.
const maxNumberText = 64

// parseNumber reads a number with an optional unit: "1 234,5 kWh", "65 W", "50%".
// White space, apostrophes and the mark that is not the decimal one separate
// thousands. A number of a workbook has a point and nothing else.
func parseNumber(text string, mark decimalMark, typed bool) (parsedNumber, bool) {
	text = strings.TrimSpace(text)
	if len(text) > maxNumberText {
		return parsedNumber{}, false
	}
	sign := ""
	switch {
	case strings.HasPrefix(text, "-"), strings.HasPrefix(text, "−"):
		sign = "-"
		text = strings.TrimPrefix(strings.TrimPrefix(text, "-"), "−")
	case strings.HasPrefix(text, "+"):
		text = text[1:]
	}
	end := 0
	for i, r := range text {
		if r >= '0' && r <= '9' || r == '.' || r == ',' || (typed && (r == 'e' || r == 'E' || r == '-' || r == '+')) ||
			(r == ' ' || r == '\'' || r == '’' || r == '\u00A0' || r == '\u202F') && nextIsDigit(text[i:]) {
			end = i + len(string(r))
			continue
		}
		break
	}
	digits, unit := text[:end], strings.ToLower(strings.TrimSpace(text[end:]))
	if exponent, rest, ok := cutExponent(digits, unit); ok {
		digits, unit, typed = exponent, rest, true
	}
	n := parsedNumber{unit: unit}
	if !typed {
		digits = strings.Map(func(r rune) rune {
			if r == ' ' || r == '\'' || r == '’' || r == '\u00A0' || r == '\u202F' {
				return -1
			}
			return r
		}, digits)
		var ok bool
		if digits, ok = n.separators(digits, mark); !ok {
			return parsedNumber{}, false
		}
	}
	value, ok := parseDigits(sign, digits)
	n.value = value
	return n, ok
}

func nextIsDigit(text string) bool {
	for i, r := range text {
		if i > 0 {
			return r >= '0' && r <= '9'
		}
	}
	return false
}

// cutExponent recognises 1.5E+3, as spreadsheets export large numbers: the
// exponent looks like the beginning of a unit.
func cutExponent(digits, unit string) (number, rest string, ok bool) {
	if len(unit) < 2 || unit[0] != 'e' || digits == "" {
		return "", "", false
	}
	i := 1
	if unit[i] == '+' || unit[i] == '-' {
		i++
	}
	start := i
	for i < len(unit) && unit[i] >= '0' && unit[i] <= '9' {
		i++
	}
	if i == start || i-start > 2 || strings.Contains(digits, ",") {
		return "", "", false
	}
	return digits + unit[:i], strings.TrimSpace(unit[i:]), true
}

// separators resolves points and commas to a plain decimal.
func (n *parsedNumber) separators(digits string, mark decimalMark) (string, bool) {
	points, commas := strings.Count(digits, "."), strings.Count(digits, ",")
	switch {
	case points == 0 && commas == 0:
		return digits, true
	case points > 0 && commas > 0: // the last of the two is the decimal mark
		if strings.LastIndexByte(digits, '.') > strings.LastIndexByte(digits, ',') {
			n.evidence = showsPoint
			return grouped(digits, ',', '.')
		}
		n.evidence = showsComma
		return grouped(digits, '.', ',')
	case points > 1:
		n.evidence = showsComma
		return grouped(digits, '.', ',')
	case commas > 1:
		n.evidence = showsPoint
		return grouped(digits, ',', '.')
	}
	separator := byte('.')
	if commas == 1 {
		separator = ','
	}
	whole, fraction, _ := strings.Cut(digits, string(separator))
	if len(fraction) == 3 && len(whole) >= 1 && len(whole) <= 3 && whole[0] != '0' {
		n.ambiguous = true // thousands or decimals
		if (separator == ',') == (mark == commaMark) {
			return whole + "." + fraction, true
		}
		return whole + fraction, true
	}
	if n.evidence = showsPoint; separator == ',' {
		n.evidence = showsComma
	}
	if fraction == "" {
		return whole, whole != ""
	}
	return whole + "." + fraction, true
}

// grouped removes the marks between thousands and writes the decimal mark as a point.
func grouped(digits string, thousands, mark byte) (string, bool) {
	whole, fraction, hasFraction := strings.Cut(digits, string(mark))
	if strings.IndexByte(fraction, thousands) >= 0 || strings.IndexByte(fraction, mark) >= 0 {
		return "", false
	}
	groups := strings.Split(whole, string(thousands))
	for i, g := range groups {
		if g == "" || len(g) > 3 || (i > 0 && len(g) != 3) {
			return "", false
		}
	}
	whole = strings.Join(groups, "")
	if !hasFraction || fraction == "" {
		return whole, true
	}
	return whole + "." + fraction, true
}

// parseDigits reads plain digits with an optional point or exponent.
func parseDigits(sign, digits string) (Tally, bool) {
	if digits == "" || digits == "." {
		return Tally{}, false
	}
	if micro, ok := parseMicro(digits); ok {
		if sign == "-" {
			micro = -micro
		}
		return Tally{micro: micro}, true
	}
	d, err := decimal.NewFromString(sign + digits)
	if err != nil || d.NumDigits() > maxNumberText || d.Exponent() > maxNumberText || d.Exponent() < -maxNumberText {
		return Tally{}, false
	}
	return DecimalTally(d), true
}

// parseMicro reads digits with no more than six decimals as millionths.
func parseMicro(digits string) (int64, bool) {
	const most = 12 // digits before the point, so that millionths fit; one more place for the point
	if len(digits) > most+1 || len(digits) > most && strings.IndexByte(digits, '.') < 0 {
		return 0, false
	}
	var n int64
	places := -1
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
			if places >= 0 {
				places++
			}
		case c == '.' && places < 0:
			places = 0
		default:
			return 0, false
		}
	}
	if places > microPlaces {
		return 0, false
	}
	for range microPlaces - max(places, 0) {
		n *= 10
	}
	return n, true
}
