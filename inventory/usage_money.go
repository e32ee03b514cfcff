package inventory

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// money returns the measure of an amount of money: its currency with the year.
func money(currency string, year int) (measure string, ok bool) {
	code := strings.ToUpper(strings.TrimSpace(currency))
	if len(code) != 3 {
		if sign, is := moneySigns[code]; is {
			code = sign
		}
	}
	if len(code) != 3 {
		return "", false
	}
	unit, err := parseUnitText(code + strconv.Itoa(year))
	return unit, err == nil
}

// money is the same, remembered.
func (u *usageReader) money(currency string, year int) (measure string, ok bool) {
	of := moneyOf{currency, year}
	measure, have := u.monies[of]
	if !have {
		measure, _ = money(currency, year)
		if len(u.monies) < maxMemo {
			u.monies[of] = measure
		}
	}
	return measure, measure != ""
}

// moneySigns are signs and words of one currency each. A dollar alone is of
// several, which a column of currencies tells apart.
var moneySigns = map[string]string{
	"$": "$",
	"£": "GBP", "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
}

// moneyWord reads what stands beside a number for its currency: "€", "GBP", "£k",
// "k€", "£000"; shift is the power of ten.
func moneyWord(word string) (currency string, shift int32, ok bool) {
	word = strings.ToUpper(strings.TrimSpace(word))
	if isCurrency(word) {
		return word, 0, true
	}
	if sign, is := moneySigns[word]; is {
		return sign, 0, true
	}
	for _, scale := range []struct {
		word  string
		shift int32
	}{{"'000", 3}, {"000", 3}, {"K", 3}, {"M", 6}, {"BN", 9}} {
		for _, rest := range []string{strings.TrimPrefix(word, scale.word), strings.TrimSuffix(word, scale.word)} {
			if sign, is := moneySigns[rest]; is && rest != word {
				return sign, scale.shift, true
			}
			if rest != word && isCurrency(rest) {
				return rest, scale.shift, true
			}
		}
	}
	return "", 0, false
}

func isCurrency(code string) bool { return quantity.IsCurrency(code) }

// moneyHeader takes the currency out of a header of a cost: "Cost (GBP)", "Spend £",
// "Coût (k€ HT)", "Spend, £ excluding VAT". It is false for one without, and for
// money with taxes, of which nobody knows how much they are.
func moneyHeader(text string) (rest, unit string, ok bool) {
	if len(text) > maxHeaderText {
		return "", "", false
	}
	var left []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ()[],:;_/\u00a0", r) }) {
		if _, _, is := moneyWord(word); is && unit == "" {
			unit = word
			continue
		}
		switch strings.ToLower(word) {
		case "ttc", "incl", "incl.", "including", "inc", "inc.", "gross":
			return "", "", false
		case "in", "en", "of", "ht", "h.t.", "excl", "excl.", "excluding", "ex", "ex.", "vat", "hors", "taxes", "tva", "net":
			continue
		}
		left = append(left, word)
	}
	return strings.Join(left, " "), unit, unit != "" && len(left) > 0
}

// cutMoney takes the currency off an amount of money: "£1,200.50", "1 200,50 €", "EUR 12".
func cutMoney(text string) (number, currency string, shift int32) {
	isSign := func(c byte) bool {
		return c != ' ' && c != '-' && c != '+' && (c < '0' || c > '9') && c != '.' && c != ','
	}
	sign := ""
	rest := strings.TrimSpace(text)
	if after, is := strings.CutPrefix(rest, "-"); is {
		sign, rest = "-", strings.TrimSpace(after)
	}
	end := 0
	for end < len(rest) && isSign(rest[end]) {
		end++
	}
	begin := strings.LastIndexAny(rest, "0123456789.,") + 1
	if code, by, ok := moneyWord(rest[:end]); ok {
		if _, scale, is := moneyWord(rest[:end] + rest[max(begin, end):]); is { // £1.2m
			return sign + strings.TrimSpace(rest[end:max(begin, end)]), code, scale
		}
		return sign + strings.TrimSpace(rest[end:]), code, by
	}
	if code, by, ok := moneyWord(strings.TrimLeft(rest[begin:], " \u00a0\u202f")); ok {
		return sign + strings.TrimRight(rest[:begin], " "), code, by
	}
	return text, "", 0
}

// spentIn reads an amount of money of a column, and the currency beside it or in
// the header.
func (u *usageReader) spentIn(r *record, column string) (amount decimal.Decimal, currency string, blank, ok bool) {
	text := r.text(column)
	if text == "" {
		return decimal.Zero, "", true, true
	}
	shift := int32(0)
	if strings.Trim(text, "0123456789.,-") != "" {
		text, currency, shift = cutMoney(text)
	}
	parsed, ok := u.parseMoney(r, column, text)
	if !ok || parsed.unit != "" {
		return decimal.Zero, "", false, false
	}
	headed, by, isMoney := "", int32(0), false
	if unit := r.at[column].unit; unit != "" {
		headed, by, isMoney = moneyWord(unit)
	}
	if isMoney && shift == 0 {
		shift = by
	}
	return parsed.value.Decimal().Shift(shift), cmp.Or(currency, headed), false, true
}

// parseMoney reads a number of a column of money. 12,000 and 12.000 are twelve
// thousand: money has two decimal places, hardly ever three.
func (u *usageReader) parseMoney(r *record, column, text string) (parsedNumber, bool) {
	if u.isBill {
		return u.parse(r, column, text)
	}
	parsed, ok := parseNumber(text, u.mark, false)
	if cell, _ := r.cell(column); cell.number || !ok || !parsed.ambiguous {
		return u.parse(r, column, text)
	}
	if other, ok := parseNumber(text, pointMark+commaMark-u.mark, false); ok && other.value.Cmp(parsed.value) > 0 {
		parsed = other
	}
	r.noteOnce(CodeDecimalGuessed, Note, column, text, "thousands")
	return parsed, true
}

// spendOf returns what a row cost and in which money, of the year in which the row
// begins. A row without money says so by an empty measure; one whose money cannot
// be used is rejected.
func (u *usageReader) spendOf(r *record, when usageTime) (amount decimal.Decimal, measure string, ok bool) {
	n, beside, blank, valid := u.spentIn(r, "spend")
	if valid && (blank || n.IsZero()) {
		if billed, of, none, fine := u.spentIn(r, "billed"); fine && !none {
			n, beside, blank = billed, of, false
		}
	}
	switch {
	case !valid:
		r.reject(CodeAmountInvalid, "spend", r.text("spend"))
		return decimal.Zero, "", false
	case blank:
		return decimal.Zero, "", true
	}
	year := u.table.sheet.file.estate.period.Year()
	if when.start.Known() {
		year = when.start.Time().Year()
	}
	stated := r.text("currency")
	measure, known := u.money(cmp.Or(stated, beside), year)
	if other, is := u.money(beside, year); stated != "" && is && other != measure { // £ beside EUR
		known = false
	}
	if !known {
		r.reject(CodeCurrencyUnknown, "currency", stated)
		return decimal.Zero, "", false
	}
	return n, measure, true
}
