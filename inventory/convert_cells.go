package inventory

import (
	"strconv"
	"strings"
)

// What the cells of each kind of column are converted to. A value carries what
// is wrong with it; the row that has it places the problem.

// quantityValue is a number of units.
type quantityValue struct {
	units     Tally
	problem   Code
	text      string
	blank     bool
	ambiguous bool
	thousands Tally // the other reading of an ambiguous number
}

// mostUnits is beyond what a row can mean: more devices than a large country's
// civil service has.
const mostUnits = 10_000_000

func (c *converter) convertQuantity(text string, typed bool) quantityValue {
	if isBlankText(text) {
		return quantityValue{blank: true}
	}
	n, ok := parseNumber(text, pointMark, typed)
	if !ok {
		return quantityValue{problem: CodeQuantityInvalid, text: text}
	}
	if _, ok := measures[fieldQuantity].convert(n, ""); !ok {
		return quantityValue{problem: CodeQuantityInvalid, text: text}
	}
	v := quantityValue{units: n.value, text: text, problem: quantityProblem(n.value), ambiguous: n.ambiguous}
	if n.ambiguous {
		other, _ := parseNumber(text, commaMark, typed)
		v.thousands = n.value
		if other.value.Cmp(n.value) > 0 {
			v.thousands, v.units = other.value, other.value
		}
		v.problem = quantityProblem(v.units)
	}
	return v
}

func quantityProblem(units Tally) Code {
	switch {
	case units.Sign() <= 0:
		return CodeQuantityNotPositive
	case units.Cmp(CountTally(mostUnits)) > 0:
		return CodeQuantityAbsurd
	}
	return ""
}

// quantity returns the number of units of the row in hand; say tells what was assumed.
func (c *converter) quantity(say bool) quantityValue {
	cell, ok := c.cell(fieldQuantity)
	if n, small := smallNumber(cell.text); small {
		return quantityValue{units: CountTally(n)}
	}
	v := quantityValue{blank: true}
	if ok {
		v = c.quantities.get(cell)
	}
	switch {
	case v.blank:
		if say && c.at[fieldQuantity] >= 0 {
			c.note(CodeQuantityBlank, Note, fieldQuantity, "")
		}
		v.units = CountTally(1)
	case v.ambiguous && say:
		// 1,234 devices are a thousand and some, unless the column shows otherwise.
		mark, sure := c.evidence().mark(fieldQuantity)
		if sure {
			n, _ := parseNumber(v.text, mark, false)
			v.units, v.problem = n.value, quantityProblem(n.value)
		} else {
			c.note(CodeDecimalGuessed, Warning, fieldQuantity, v.text, "thousands")
		}
	}
	return v
}

// smallNumber reads a plain number of up to six digits, without a leading 0:
// what nearly every quantity is.
func smallNumber(text []byte) (int64, bool) {
	if len(text) == 0 || len(text) > 6 || text[0] == '0' {
		return 0, false
	}
	var n int64
	for _, d := range text {
		if d < '0' || d > '9' {
			return 0, false
		}
		n = n*10 + int64(d-'0')
	}
	return n, true
}

// numberValue is a number in the unit of its column.
type numberValue struct {
	value   Tally
	known   bool
	problem Code
	args    []string
	text    string
	guessed string // unit told from the number's size

	ambiguous bool
	comma     Tally // the reading with a decimal comma
}

func (c *converter) convertNumber(f field) func(string, bool) numberValue {
	m := measures[f]
	return func(text string, typed bool) numberValue {
		if isBlankText(text) || isFormulaError(text) {
			return numberValue{text: text}
		}
		unit, canonical := c.unitOf(f)
		v := m.read(f, text, unit, pointMark, typed)
		if v.ambiguous {
			v.comma = m.read(f, text, unit, commaMark, typed).value
		}
		if f == fieldMemoryGB && v.problem == "" && unit == "" && !canonical {
			v.guessMemory()
		}
		return v
	}
}

// unitOf returns the unit that the header of a field states, and whether the
// header is the canonical one, which implies the canonical unit.
func (c *converter) unitOf(f field) (unit string, canonical bool) {
	if i := c.at[f]; i >= 0 {
		col := c.table.columns[i]
		return col.unit, col.header.key == headerKey(f.String()).key
	}
	return "", false
}

// read reads a number and checks that it can be.
func (m *measure) read(f field, text, unit string, mark decimalMark, typed bool) numberValue {
	v := numberValue{text: text}
	n, ok := parseNumber(text, mark, typed)
	if !ok {
		v.problem, v.args = CodeNumberInvalid, []string{f.String()}
		return v
	}
	value, ok := m.convert(n, unit)
	if !ok {
		v.problem, v.args = CodeUnitWrong, []string{f.String(), firstText(n.unit, unit), m.accepted}
		return v
	}
	v.value, v.known, v.ambiguous = value, true, n.ambiguous
	if value.Sign() < 0 || m.positive && value.Sign() == 0 || value.Cmp(m.most) > 0 {
		least := "0"
		if m.positive {
			least = "more than 0"
		}
		v.problem, v.args, v.known = CodeNumberRange, []string{f.String(), least, m.most.String(), m.unit}, false
	}
	return v
}

// guessMemory tells the unit of memory from its size: no server has as little
// as 4,096 KB, and few as much as 4,096 GB.
func (v *numberValue) guessMemory() {
	const mega, kilo, bytes = 4096, 8 << 20, 16 << 30
	switch {
	case v.value.Cmp(CountTally(bytes/16)) >= 0:
		v.guessed = "B"
	case v.value.Cmp(CountTally(kilo)) >= 0:
		v.guessed = "KB"
	case v.value.Cmp(CountTally(mega)) >= 0:
		v.guessed = "MB"
	default:
		return
	}
	v.value, _ = measures[fieldMemoryGB].convert(parsedNumber{value: v.value}, v.guessed)
}

// number returns the number of a field of the row in hand. One that makes no
// sense rejects the row, or is left out with a warning where it only refines:
// a server counts whether or not its memory is legible.
func (c *converter) number(f field, cache *cellCache[numberValue]) (Tally, bool) {
	cell, ok := c.cell(f)
	if !ok {
		return Tally{}, false
	}
	v := cache.get(cell)
	if v.ambiguous {
		mark, sure := c.evidence().mark(f)
		if !sure {
			c.note(CodeDecimalGuessed, Warning, f, v.text, decimalMarkName(mark))
		}
		if mark == commaMark {
			v.value = v.comma
		}
	}
	switch {
	case v.problem != "" && refines(f):
		c.warn(v.problem, f, v.text, v.args...)
		return Tally{}, false
	case v.problem != "":
		c.reject(v.problem, f, v.text, v.args...)
		return Tally{}, false
	case !v.known:
		if isFormulaError(v.text) {
			c.note(CodeFormulaError, Warning, f, v.text)
		}
		return Tally{}, false
	case v.guessed != "":
		c.note(CodeUnitGuessed, Warning, f, v.text, v.guessed)
	}
	return v.value, true
}

// refines reports whether a field only makes a footprint finer.
func refines(f field) bool { return f >= fieldCPUUnits && f <= fieldScreenInches }

func decimalMarkName(mark decimalMark) string {
	if mark == commaMark {
		return "decimal_comma"
	}
	return "decimal_point"
}

// wordValue is a word of a small vocabulary.
type wordValue struct {
	value   string
	exclude Code
	unknown bool
	text    string
}

func (c *converter) convertWord(f field) func(string, bool) wordValue {
	v := vocabularies()[f]
	return func(text string, _ bool) wordValue {
		if isBlankText(text) || isFormulaError(text) {
			return wordValue{}
		}
		m, ok := v.look(text)
		return wordValue{value: m.value, exclude: m.exclude, unknown: !ok, text: text}
	}
}

// word returns the value of a field with a small vocabulary.
func (c *converter) word(i int) wordValue {
	f := wordFields[i]
	cell, ok := c.cell(f)
	if !ok {
		return wordValue{}
	}
	v := c.vocabulary[i].get(cell)
	if v.unknown && f != fieldKind && f != fieldVirtual {
		c.warn(CodeWordUnknown, f, v.text, f.String(), strings.Join(vocabularies()[f].values, ","))
	}
	return v
}

// dateValue is what the text of a date can mean.
type dateValue struct {
	parsed parsedDate
	status dateStatus
	known  bool
	text   string
}

func (c *converter) convertDate(field) func(string, bool) dateValue {
	return func(text string, typed bool) dateValue {
		if isBlankText(text) || isFormulaError(text) {
			return dateValue{}
		}
		p, status := parseDate(text, epoch1900)
		return dateValue{parsed: p, status: status, known: status == dateOK, text: text}
	}
}

// date returns the date of a field of the row in hand, rejecting the row if it
// makes no sense.
func (c *converter) date(i int, f field) Date {
	cell, ok := c.cell(f)
	if !ok {
		return 0
	}
	v := c.dates[i].get(cell)
	switch v.status {
	case datePlaceholder:
		c.note(CodeDatePlaceholder, Note, f, v.text)
		return 0
	case dateInvalid:
		c.reject(CodeDateInvalid, f, v.text)
		return 0
	case dateImplausible:
		c.reject(CodeDateImplausible, f, v.text, strconv.Itoa(earliestYear))
		return 0
	}
	if !v.known {
		return 0
	}
	switch {
	case v.parsed.precision == precisionYear:
		c.note(CodeDateYear, Note, f, v.text)
	case v.parsed.precision == precisionMonth:
		c.note(CodeDateMonth, Note, f, v.text)
	case v.parsed.serial:
		c.note(CodeDateSerial, Note, f, v.text)
	}
	if !v.parsed.ambiguous() {
		return v.parsed.date
	}
	order, sure := c.evidence().order(f)
	if !sure {
		c.note(CodeDateOrderGuessed, Warning, f, v.text, orderName(order))
	}
	return v.parsed.in(order)
}

func orderName(order dateOrder) string {
	if order == orderMonthFirst {
		return "month_first"
	}
	return "day_first"
}

// textValue is a text kept as it stands, as a number of the estate.
type textValue struct {
	id   uint32
	note Code
}

func (c *converter) convertText(key int) func(string, bool) textValue {
	return func(text string, _ bool) textValue {
		if isBlankText(text) {
			return textValue{}
		}
		if isFormulaError(text) {
			return textValue{note: CodeFormulaError}
		}
		var v textValue
		switch key {
		case keySite:
			site, changed := publicSite(text)
			if changed {
				text, v.note = site, CodePersonalValue
			}
		default:
			if looksPersonal(text) {
				return textValue{note: CodePersonalValue}
			}
		}
		if short, cut := shorten(text, maxAttribute); cut {
			text, v.note = short, CodeTextShortened
		}
		before := len(c.estate.texts[key].values)
		v.id = c.estate.texts[key].id(text)
		if len(c.estate.texts[key].values) > before {
			c.report.countText(len(text))
		}
		return v
	}
}

// textID returns the number of a text of the row in hand. A text that the estate
// knows as it stands needs no conversion.
func (c *converter) textID(f field, key int, cache *cellCache[textValue]) uint32 {
	cell, ok := c.cell(f)
	if !ok {
		return 0
	}
	if id, ok := c.estate.texts[key].ids[string(cell.text)]; ok {
		return id
	}
	v := cache.get(cell)
	if v.note != "" {
		c.noteText(v.note, f)
	}
	return v.id
}

func decimalText(n int) string { return strconv.Itoa(n) }
