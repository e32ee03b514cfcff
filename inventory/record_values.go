package inventory

import (
	"strings"

	"github.com/shopspring/decimal"
)

// A recordMeasure is a kind of number in a list: what it is called, how its units
// convert, and what it can be.
type recordMeasure struct {
	column      string
	factors     map[string]ratio
	unit        string // for messages
	accepted    string
	least, most Tally
	decimals    bool // of a number such as 1.234, the fraction is the likelier
}

// number reads a cell. ok is false where it says nothing, and where it cannot be
// read; the row is rejected then, and bad is true.
func (r *record) number(m *recordMeasure) (value Tally, ok, bad bool) {
	text := r.text(m.column)
	if text == "" || isFormulaError(text) {
		return Tally{}, false, false
	}
	cell, _ := r.cell(m.column)
	unit := r.at[m.column].unit
	if r.stated(m.column) == "" { // the mapping's, in the column's own unit
		unit = ""
	}
	mark := r.sheet.says.markOr(pointMark)
	n, is := parseNumber(text, mark, cell.number)
	if is && n.ambiguous && !r.sheet.says.statesMark() {
		if other, too := parseNumber(text, commaMark, cell.number); too && (other.value.Cmp(n.value) < 0) == m.decimals {
			n = other
		}
	}
	if !is {
		return Tally{}, false, r.refuse(CodeNumberInvalid, m, text, m.column)
	}
	value, is = m.convert(n, unit)
	if !is {
		return Tally{}, false, r.refuse(CodeUnitWrong, m, text, m.column, quotableUnit(n.unit), m.accepted)
	}
	if value.Cmp(m.least) < 0 || value.Cmp(m.most) > 0 {
		return Tally{}, false, r.refuse(CodeNumberRange, m, text, m.column, m.least.String(), m.most.String(), m.unit)
	}
	return value, true, false
}

func (m *recordMeasure) convert(n parsedNumber, headerUnit string) (Tally, bool) {
	unit := n.unit
	if unit == "" {
		unit = headerUnit
	}
	ratio, ok := m.factor(unit)
	if !ok {
		return Tally{}, false
	}
	product := n.value.Times(ratio.up)
	if ratio.down == 1 {
		return product, true
	}
	return DecimalTally(divideEven(product.Decimal(), decimal.NewFromInt(ratio.down), conversionPlaces)), true
}

// factor returns how a unit converts.
func (m *recordMeasure) factor(unit string) (ratio, bool) {
	r, ok := m.factors[strings.TrimPrefix(unitKey(unit), "in ")] // Memory (in MB)
	return r, ok
}

// refuse tells what is wrong with a number; the caller leaves the row.
func (r *record) refuse(code Code, m *recordMeasure, text string, args ...string) bool {
	r.tell(code, Rejected, m.column, quotableField(text, fieldMemoryGB), args...)
	return true
}

// attribute reads a text that an estate may hold, of a department, a site, a
// service, an application: what is personal in it is taken out.
func (r *record) attribute(column string, kind textKind) string {
	text := r.text(column)
	if text == "" || isFormulaError(text) {
		return ""
	}
	clean, changed := scrub(text, kind)
	if changed {
		r.note(CodePersonalValue, Warning, column, "")
	}
	clean, _ = shorten(clean, maxAttribute)
	if kind == aboutGroup && isPersonsName(clean) {
		r.note(CodePersonalValue, Warning, column, "")
		return ""
	}
	return clean
}

// country reads a country.
func (r *record) country(column string) string {
	text := r.text(column)
	if text == "" {
		return ""
	}
	code, ok := r.sheet.reader.mapping.country(text)
	if !ok {
		if code, ok = parseCountry(text); !ok {
			r.note(CodeCountryUnknown, Warning, column, "", r.sheet.reader.options.DefaultCountry)
			return ""
		}
	}
	return code
}

// yes reports whether a cell says so.
func (r *record) yes(column string) bool {
	switch words(r.text(column)) {
	case "true", "yes", "1", "oui", "vrai", "y", "x", "ja", "wahr", "si", "template", "modele":
		return true
	}
	return false
}
