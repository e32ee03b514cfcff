package factors

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Limits of a number in a pack. They are far beyond any published figure and
// keep arithmetic on hostile packs cheap.
const (
	maxNumberText = 40
	maxExponent   = 30
)

// parseNumber reads a decimal: digits with a decimal point, and at most an
// exponent of two digits, in all no more than a published figure needs. It reports false for anything else, NaN and infinities included.
func parseNumber(s string) (decimal.Decimal, bool) {
	if len(s) > maxNumberText {
		return decimal.Zero, false
	}
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(s), "e")
	if !isPlainNumber(strings.TrimLeft(mantissa, "+-")) || len(mantissa)-len(strings.TrimLeft(mantissa, "+-")) > 1 {
		return decimal.Zero, false
	}
	if scientific {
		digits := strings.TrimPrefix(strings.TrimPrefix(exponent, "-"), "+")
		if digits == "" || len(digits) > 2 || strings.Trim(digits, "0123456789") != "" || len(exponent)-len(digits) > 1 {
			return decimal.Zero, false
		}
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.Zero, false
	}
	if e := d.Exponent(); e > maxExponent || e < -maxExponent-maxNumberText {
		return decimal.Zero, false
	}
	return d, true
}

// isPlainNumber: digits, and at most one point with digits on both sides.
func isPlainNumber(s string) bool {
	whole, fraction, pointed := strings.Cut(s, ".")
	allDigits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return allDigits(whole) && (!pointed || allDigits(fraction))
}

// numberHint says what to write instead of text that is no number.
func numberHint(s string) string {
	if guess := plainNumber(s); guess != "" {
		return "write " + guess
	}
	if d, err := decimal.NewFromString(s); err == nil && !d.IsZero() {
		return "a published figure has at most 40 characters, and powers of ten up to 30"
	}
	return "use digits only, without thousands separators, units or words"
}

// plainNumber guesses what a number written another way should be: 1.2 for
// "1,2", 1200 for "1 200". It returns nothing where it could mean two things.
func plainNumber(s string) string {
	guess := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "_", "").Replace(strings.TrimSpace(s))
	points, commas := strings.Count(guess, "."), strings.Count(guess, ",")
	switch {
	case commas == 1 && points == 0 && len(guess)-strings.IndexByte(guess, ',') == 4 && strings.TrimLeft(guess, "+-")[0] != '0':
		return "" // 1,200 may be twelve hundred or one and a fifth; 0,177 can only be one thing
	case commas == 1 && points == 0:
		guess = strings.Replace(guess, ",", ".", 1)
	case commas > 0 && points == 1 && strings.LastIndexByte(guess, ',') < strings.IndexByte(guess, '.'):
		guess = strings.ReplaceAll(guess, ",", "") // 1,234.5
	case commas > 1 && points == 0:
		guess = strings.ReplaceAll(guess, ",", "") // 1,234,567
	case strings.HasPrefix(guess, "."):
		guess = "0" + guess
	}
	if _, ok := parseNumber(guess); !ok || guess == s {
		return ""
	}
	return guess
}
