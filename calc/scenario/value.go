package scenario

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/mapping"
	"govfootprint/quantity"
)

// longestNumber is how many characters a number may have.
const longestNumber = 40

// decimalOf reads a plain decimal number: no exponent, which would make a short text
// a number of a billion digits.
func decimalOf(text string) (decimal.Decimal, bool) {
	if len(text) > longestNumber || strings.ContainsAny(text, "eE") {
		return decimal.Zero, false
	}
	d, err := decimal.NewFromString(text)
	return d, err == nil
}

// measured reads a number with its unit, which may be left out where wanted is the
// only one that makes sense, and returns it in that unit.
func (p *parser) measured(t located, name, wanted string) (decimal.Decimal, bool) {
	number, unit, _ := strings.Cut(t.Value, " ")
	d, ok := decimalOf(number)
	if !ok {
		p.Refuse(t.At, "%s: %q is not a number; write one such as %s", name, t.Value, "5 "+wanted)
		return d, false
	}
	if unit = strings.TrimSpace(unit); unit == "" {
		return d, true
	}
	from, err := quantity.Parse(singular(unit))
	if err != nil {
		p.Refuse(t.At, "%s: %q is no unit; write %s", name, unit, wanted)
		return d, false
	}
	for _, to := range []string{wanted, strings.TrimSuffix(wanted, "/year")} { // 40 kWh of a year are 40 kWh/year
		if converted, err := quantity.Convert(d, from, quantity.MustParse(to)); err == nil {
			return converted, true
		}
	}
	p.Refuse(t.At, "%s: %q cannot be said in %s; write %s", name, unit, wanted, wanted)
	return d, false
}

// singular is a unit as it is written after one: people write 5 years.
func singular(unit string) string {
	switch unit {
	case "years", "months", "weeks", "days", "hours", "units":
		return strings.TrimSuffix(unit, "s")
	case "litres", "liters":
		return "L"
	}
	return unit
}

// factor reads what something is multiplied with: 0.8 or 80 %, and a change of -20 %
// or +20 %, which a sign tells from that.
func (p *parser) factor(t located, name string) (decimal.Decimal, bool) {
	text, percent := strings.CutSuffix(t.Value, "%")
	text = strings.TrimSpace(text)
	signed := strings.HasPrefix(text, "+") || strings.HasPrefix(text, "-")
	d, ok := decimalOf(strings.TrimPrefix(text, "+"))
	if ok && percent {
		d = d.Shift(-2)
		if signed {
			d = d.Add(decimal.NewFromInt(1))
		}
	}
	if !ok || signed && !percent || d.IsNegative() {
		p.Refuse(t.At, "%s: %q is nothing to multiply with; write a factor such as 0.8, or a change such as -20%%", name, t.Value)
		return d, false
	}
	return d, true
}

// part reads a share above 0 and up to 1: 0.3 or 30 %.
func (p *parser) part(t located, name string) (decimal.Decimal, bool) {
	text, percent := strings.CutSuffix(t.Value, "%")
	d, ok := decimalOf(strings.TrimSpace(text))
	if percent {
		d = d.Shift(-2)
	}
	if point := strings.Replace(t.Value, ",", ".", 1); !ok && point != t.Value {
		if _, number := decimalOf(strings.TrimSpace(strings.TrimSuffix(point, "%"))); number {
			p.Refuse(t.At, "%s: %q has a decimal comma; write %s", name, t.Value, mapping.Verbatim(point))
			return d, false
		}
	}
	if !ok || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(1)) {
		p.Refuse(t.At, "%s: %q is no share; write one above 0 and up to 1, such as 0.3 or 30%%", name, t.Value)
		return d, false
	}
	return d, true
}

// yearOf reads a calendar year.
func (p *parser) yearOf(t located, name string) int {
	const earliest, latest = 1990, 2200
	n, err := strconv.Atoi(t.Value)
	if err != nil || n < earliest || n > latest {
		p.Refuse(t.At, "%s: %q is no year; write one such as 2030", name, t.Value)
		return 0
	}
	return n
}

// truth reads true or false.
func (p *parser) truth(t located, name string) bool {
	switch t.Value {
	case "true":
		return true
	case "false":
	default:
		p.Refuse(t.At, "%s: %q is neither true nor false", name, t.Value)
	}
	return false
}

// cost reads an amount of money, as a whole or for each unit.
func (p *parser) cost(t located) *Cost {
	number, unit, _ := strings.Cut(t.Value, " ")
	money, per, each := strings.Cut(strings.TrimSpace(unit), "/")
	d, ok := decimalOf(number)
	parsed, err := quantity.Parse(money)
	if !ok || err != nil || !parsed.Dimension().IsMoney() || each && per != "unit" {
		p.Refuse(t.At, "cost: %q is no cost; write an amount with its currency such as 120000 GBP, or for each unit such as 40 GBP/unit; below 0 for what is saved", t.Value)
		return nil
	}
	return &Cost{Amount: d, Currency: money, PerUnit: each}
}

// contractFactor reads an emission factor with its unit, in kgCO2e/kWh. The unit is
// asked for because suppliers state grams as often as kilograms.
func (p *parser) contractFactor(t located) decimal.Decimal {
	const wanted = "kgCO2e/kWh"
	number, unit, found := strings.Cut(t.Value, " ")
	d, ok := decimalOf(number)
	if !ok || !found {
		p.Refuse(t.At, "factor: %q is no emission factor; write a number and its unit, such as 0 kgCO2e/kWh or 25 gCO2e/kWh", t.Value)
		return d
	}
	from, err := quantity.Parse(strings.TrimSpace(unit))
	if err == nil {
		d, err = quantity.Convert(d, from, quantity.MustParse(wanted))
	}
	if err != nil || d.IsNegative() {
		p.Refuse(t.At, "factor: %q is no emission factor; write a number and its unit, such as 0 kgCO2e/kWh or 25 gCO2e/kWh", t.Value)
	}
	return d
}

// word reads a value of an attribute, refusing what its vocabulary lacks.
func (p *parser) word(t located, a *attribute) (string, bool) {
	value, known := a.known(t.Value)
	if value == unknownPlace && a.name == "country" {
		p.Refuse(t.At, "%s: %q is no country; write its ISO 3166 code such as GB, its English name, or a region such as CA-ON", a.name, t.Value)
		return "", false
	}
	if !known {
		p.Refuse(t.At, "%s: %q is not among its values%s", a.name, t.Value, a.meant(t.Value))
		return "", false
	}
	return value, true
}
