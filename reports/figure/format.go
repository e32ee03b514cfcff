package figure

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Style is how a language writes numbers.
type Style struct {
	Point string // decimal sign
	Group string // between groups of three digits, from 1,000 up

	PercentSign string // after a percentage, with the space before it where the language has one
}

// English writes 12,345.6 and 12%.
var English = Style{Point: ".", Group: ",", PercentSign: "%"}

// Fixed writes a value with exactly the given number of decimal places, rounded
// half to even; negative places round left of the point.
func (s Style) Fixed(value decimal.Decimal, places int32) string {
	return s.plain(Round(value, places).StringFixed(max(places, 0)))
}

// Exact writes every digit of a value, with separators.
func (s Style) Exact(value decimal.Decimal) string { return s.plain(value.String()) }

// Short writes a value with about three significant figures.
func (s Style) Short(value decimal.Decimal) string {
	places := Places(value)
	rounded := Round(value, places)
	if m := Magnitude(rounded); m < -4 || m > 15 {
		return s.scientific(rounded, m)
	}
	return s.plain(rounded.StringFixed(max(Places(rounded), 0)))
}

// Count writes how many there are: whole as it is, of parts the leading digits.
func (s Style) Count(n decimal.Decimal) string {
	if n.IsInteger() {
		return s.Exact(n)
	}
	return s.Short(n)
}

// Int writes a whole number.
func (s Style) Int(n int64) string { return s.plain(decimal.NewFromInt(n).String()) }

// Scaled writes a value in the scale's unit, rounded for people, without the
// unit. What is more than nothing but too little for the scale's places is
// written as less than the least of them.
func (s Style) Scaled(value decimal.Decimal, scale Scale) string {
	return s.Part(value, scale.Show(value), scale)
}

// Part writes a part of a total, which already stands in the scale's unit,
// rounded; value is what it was before.
func (s Style) Part(value, shown decimal.Decimal, scale Scale) string {
	if shown.IsZero() && value.IsPositive() {
		return "<" + s.Rounded(decimal.New(1, -scale.Places), scale)
	}
	return s.Rounded(shown, scale)
}

// Rounded writes a value that already stands in the scale's unit, rounded.
func (s Style) Rounded(shown decimal.Decimal, scale Scale) string {
	if m := Magnitude(shown); m < -4 || m > 15 {
		return s.scientific(shown, m)
	}
	return s.Fixed(shown, scale.Places)
}

// Percent writes a share of 1 as a percentage: whole from 10 % up, with one
// place below. What is not all but nearly is never written as 100 %, and what
// is not nothing never as 0 %.
func (s Style) Percent(share decimal.Decimal) string {
	var (
		percent = share.Shift(2)
		places  = int32(0)
		hundred = decimal.NewFromInt(100)
		least   = decimal.New(1, -1)
		most    = decimal.New(999, -1)
	)
	switch {
	case percent.IsZero() || percent.Equal(hundred):
	case percent.IsPositive() && percent.LessThan(least):
		return "<" + s.Fixed(least, 1) + s.PercentSign
	case percent.GreaterThan(most) && percent.LessThan(hundred):
		return ">" + s.Fixed(most, 1) + s.PercentSign
	case percent.Abs().LessThan(decimal.NewFromInt(10)), percent.GreaterThan(decimal.NewFromInt(99)) && percent.LessThan(hundred):
		places = 1
	}
	return s.Fixed(percent, places) + s.PercentSign
}

// plain puts the style's signs into a plain decimal number.
func (s Style) plain(number string) string {
	sign := ""
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		sign, number = "−", rest
	}
	whole, fraction, hasFraction := strings.Cut(number, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(s.Group)
		}
		b.WriteByte(digit)
	}
	if hasFraction {
		b.WriteString(s.Point)
		b.WriteString(fraction)
	}
	return b.String()
}

// superscripts of the digits of an exponent.
var superscripts = strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// scientific writes a very large or small value as 1.23 × 10⁻⁵.
func (s Style) scientific(value decimal.Decimal, magnitude int32) string {
	return s.Fixed(value.Shift(-magnitude), 2) + " × 10" + superscripts.Replace(decimal.NewFromInt32(magnitude).String())
}
