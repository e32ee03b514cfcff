package boavizta

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// A reading is what a cell of numbers says: nothing, a number, or something that
// is none, with what to write instead.
type reading struct {
	number    decimal.NullDecimal
	fault     string
	ambiguous bool // it is the mark that is at fault
}

var (
	spacedGroups = regexp.MustCompile(`^[+-]?\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$`)
	plainDecimal = regexp.MustCompile(`^[+-]?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?$`)
	unitAfter    = regexp.MustCompile(`^(.*?\d)\s*([A-Za-z%"][A-Za-z0-9%"/]*\.?)$`)
)

// Limits of a number: far beyond any product, and cheap to calculate with.
var largest = decimal.New(1, 9)

const maxDecimals = 40

// readNumber reads a number as people and spreadsheets write it. Where a mark could
// be a decimal mark or a thousands separator and the table does not decide, it is no
// number: a guess would be wrong by a factor of a thousand.
func readNumber(cell string, decimalComma bool, units map[string]string) reading {
	cell = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' ' // the no-break and narrow ones by which groups of digits are set
		}
		return r
	}, cell))
	if isBlank(cell) {
		return reading{}
	}
	factor := decimal.New(1, 0)
	if match := unitAfter.FindStringSubmatch(cell); match != nil && !plainDecimal.MatchString(cell) {
		unit, known := units[strings.ToLower(strings.TrimSuffix(match[2], "."))]
		if !known {
			return reading{fault: "a number, without the unit " + shown(match[2])}
		}
		cell, factor = match[1], decimal.RequireFromString(unit)
	}
	if spacedGroups.MatchString(cell) {
		cell = strings.NewReplacer(" ", "", "'", "", "’", "").Replace(cell)
	}
	plain, fault := pointed(cell, decimalComma)
	if fault != "" {
		return reading{fault: fault, ambiguous: fault != "a number"}
	}
	if !plainDecimal.MatchString(plain) {
		return reading{fault: "a number"}
	}
	number, err := decimal.NewFromString(plain)
	if err != nil || number.Abs().GreaterThan(largest) || number.Exponent() < -maxDecimals {
		return reading{fault: "a number of a product, not more than " + largest.String()}
	}
	return reading{number: decimal.NewNullDecimal(number.Mul(factor))}
}

// pointed writes a number with a decimal point and without thousands separators.
func pointed(s string, decimalComma bool) (plain, fault string) {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case points == 0 && commas == 0:
		return s, ""
	case points > 0 && commas > 0:
		mark, group := ".", ","
		if strings.LastIndex(s, ",") > strings.LastIndex(s, ".") {
			mark, group = ",", "."
		}
		whole, fraction, _ := strings.Cut(s, mark)
		if strings.Count(s, mark) > 1 || !grouped(whole, group) {
			return "", "a number"
		}
		return strings.ReplaceAll(whole, group, "") + "." + fraction, ""
	case points > 1 || commas > 1:
		group := "."
		if commas > 1 {
			group = ","
		}
		if !grouped(s, group) {
			return "", "a number"
		}
		return strings.ReplaceAll(s, group, ""), ""
	}
	mark := "."
	if commas == 1 {
		mark = ","
	}
	whole, fraction, _ := strings.Cut(s, mark)
	if (mark == ",") != decimalComma && len(fraction) == 3 && whole != "0" && whole != "-0" && grouped(s, mark) {
		return "", "a number that can be read in one way only: " + whole + fraction + " or " + whole + "." + fraction
	}
	return whole + "." + fraction, ""
}

// grouped reports whether a separator stands before every third digit.
func grouped(s, separator string) bool {
	parts := strings.Split(strings.TrimLeft(s, "+-"), separator)
	for i, part := range parts {
		if strings.Trim(part, "0123456789") != "" || len(part) > 3 || len(part) < 3 && i > 0 || part == "" {
			return false
		}
	}
	return true
}
