package inventory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
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
	fraction  bool  // it is not whole
	about     bool  // it is said to be not exact: ~60
	thousands Tally // the other reading of an ambiguous number
}

// mostUnits is beyond what a row can mean: more devices than a large country's
// civil service has.
const mostUnits = 10_000_000

// manyUnits is what a row hardly means; it counts, and is named.
const manyUnits = 100_000

func (c *converter) convertQuantity(text string, typed bool) quantityValue {
	if isBlankText(text) {
		if c.table.counted { // n/k below Laptops: how many is not known, and one would be made up
			return quantityValue{problem: CodeQuantityInvalid, text: text}
		}
		return quantityValue{blank: true}
	}
	exact, about := withoutAbout(text)
	n, ok := parseNumber(exact, pointMark, typed)
	if !ok {
		return quantityValue{problem: CodeQuantityInvalid, text: text}
	}
	if _, ok := measures[fieldQuantity].convert(n, ""); !ok {
		return quantityValue{problem: CodeQuantityInvalid, text: text}
	}
	v := quantityValue{units: n.value, text: text, problem: quantityProblem(n.value), ambiguous: n.ambiguous, about: about}
	v.fraction = !n.ambiguous && (n.value.rest != nil || n.value.micro%microUnit != 0)
	if n.ambiguous {
		other, _ := parseNumber(exact, commaMark, typed)
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
		v = *c.quantities.get(cell)
	}
	switch {
	case v.blank:
		if say && c.at[fieldQuantity] >= 0 {
			c.note(CodeQuantityBlank, Note, fieldQuantity, "")
		}
		v.units = CountTally(1)
	case say && v.about && v.problem == "":
		c.note(CodeQuantityAbout, Warning, fieldQuantity, v.text)
	case say && v.fraction:
		c.note(CodeQuantityFraction, Warning, fieldQuantity, v.text)
	case v.ambiguous && say:
		// 1,234 devices are a thousand and some, unless the column itself shows otherwise.
		if shown := c.evidence().columns[fieldQuantity]; shown.comma != shown.point {
			mark := pointMark
			if shown.comma > shown.point {
				mark = commaMark
			}
			n, _ := parseNumber(v.text, mark, false)
			v.units, v.problem = n.value, quantityProblem(n.value)
		} else {
			c.note(CodeDecimalGuessed, Note, fieldQuantity, v.text, "thousands")
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
	value Tally
	known bool
	doubt *numberDoubt // nil for nearly all
}

// numberDoubt is what must be said of a number.
type numberDoubt struct {
	text    string
	problem Code
	args    []string
	comma   *numberValue // of an ambiguous number: as read with a decimal comma
	guessed string       // unit told from the number's size

	unlikely []string // of a number that may be, and hardly is: the usual bounds, the unit
}

func (c *converter) convertNumber(f field) func(string, bool) numberValue {
	m := measures[f]
	return func(text string, typed bool) numberValue {
		if isFormulaError(text) {
			return numberValue{doubt: &numberDoubt{text: text}}
		}
		if isBlankText(text) {
			return numberValue{}
		}
		unit, canonical := c.unitOf(f)
		v, ambiguous := m.read(f, text, unit, pointMark, typed)
		if ambiguous {
			comma, _ := m.read(f, text, unit, commaMark, typed)
			if v.doubt == nil {
				v.doubt = &numberDoubt{text: text}
			}
			v.doubt.comma = &comma
		}
		if f == fieldMemoryGB && v.known && !canonical {
			v.guessMemory(text, unit)
		}
		if c.guessedUnit(f) && v.known && !hasLetters(text) {
			if v.doubt == nil {
				v.doubt = &numberDoubt{text: text}
			}
			v.doubt.guessed = cmp.Or(v.doubt.guessed, unit)
		}
		return v
	}
}

func hasLetters(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// unitOf returns the unit that the header of a field states, and whether the
// header is the canonical one, which implies the canonical unit.
func (c *converter) unitOf(f field) (unit string, canonical bool) {
	if i := c.at[f]; i >= 0 {
		col := c.table.columns[i]
		return col.unit, col.header.key == headerKey(f.String()).key
	}
	return "", false
}

// guessedUnit reports whether the unit of a field was told from the size of its
// numbers. A number that the mapping states for all rows has no column.
func (c *converter) guessedUnit(f field) bool {
	i := c.at[f]
	return i >= 0 && c.table.columns[i].guessed
}

// read reads a number and checks that it can be.
func (m *measure) read(f field, text, unit string, mark decimalMark, typed bool) (v numberValue, ambiguous bool) {
	n, ok := parseNumber(text, mark, typed)
	if !ok {
		return numberValue{doubt: &numberDoubt{text: text, problem: CodeNumberInvalid, args: []string{f.String()}}}, false
	}
	value, ok := m.convert(n, unit)
	if !ok {
		return numberValue{doubt: &numberDoubt{text: text, problem: CodeUnitWrong, args: []string{f.String(), cmp.Or(quotableUnit(n.unit), unit), m.accepted}}}, false
	}
	if value.Cmp(m.least) < 0 || value.Cmp(m.most) > 0 {
		return numberValue{doubt: &numberDoubt{text: text, problem: CodeNumberRange, args: []string{f.String(), m.least.String(), m.most.String(), m.unit}}}, n.ambiguous
	}
	v = numberValue{value: value, known: true}
	if value.Sign() > 0 && m.likely != (bounds{}) && (value.Cmp(m.likely.low) < 0 || value.Cmp(m.likely.high) > 0) {
		v.doubt = &numberDoubt{text: text, unlikely: []string{m.likely.low.String(), m.likely.high.String(), m.unit}}
	}
	return v, n.ambiguous
}

// quotableUnit returns what a message shows of what stands behind a number.
func quotableUnit(unit string) string {
	if unit == "" || isHeaderUnit(unit) {
		return unit
	}
	for _, m := range measures {
		if m == nil {
			continue
		}
		if _, known := m.factors[unitKey(unit)]; known {
			return unit
		}
	}
	return withheld
}

// guessMemory tells the unit of memory from its size where that which the column
// states cannot be: no computer in use has as little as 64 MB, and none 16 TB.
func (v *numberValue) guessMemory(text, unit string) {
	const least, most = 62_500, 16_384 // millionths of a GB, GB
	if v.value.Sign() <= 0 || unit != "" && v.value.Cmp(microTally(least)) >= 0 && v.value.Cmp(CountTally(most)) <= 0 {
		return
	}
	n, ok := parseNumber(text, pointMark, false)
	if !ok || n.unit != "" {
		return
	}
	const mega, kilo, bytes = 4096, 8 << 20, 1 << 30
	guessed := "GB"
	switch {
	case n.value.Cmp(CountTally(bytes)) >= 0:
		guessed = "B"
	case n.value.Cmp(CountTally(kilo)) >= 0:
		guessed = "KB"
	case n.value.Cmp(CountTally(mega)) >= 0:
		guessed = "MB"
	}
	if unit == "" && guessed == "GB" {
		return
	}
	v.value, _ = measures[fieldMemoryGB].convert(parsedNumber{value: n.value}, guessed)
	if v.doubt == nil {
		v.doubt = &numberDoubt{text: text}
	}
	v.doubt.guessed = guessed
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
	if v.doubt != nil {
		return c.doubtfulNumber(f, v)
	}
	return v.value, v.known
}

func (c *converter) doubtfulNumber(f field, v *numberValue) (Tally, bool) {
	d := v.doubt
	if d.comma != nil {
		mark, sure := c.evidence().mark(f)
		if !sure {
			c.note(CodeDecimalGuessed, Warning, f, d.text, decimalMarkName(mark))
		}
		if mark == commaMark {
			v = d.comma
			if v.doubt == nil {
				return v.value, v.known
			}
			d = v.doubt
		}
	}
	switch {
	case d.problem != "" && refines(f):
		c.warn(d.problem, f, d.text, d.args...)
	case d.problem != "":
		c.reject(d.problem, f, d.text, d.args...)
	case isFormulaError(d.text):
		c.note(CodeFormulaError, Warning, f, d.text)
	case d.guessed != "":
		c.note(CodeUnitGuessed, Warning, f, d.text, d.guessed)
	case d.unlikely != nil:
		c.note(CodeNumberUnlikely, Warning, f, d.text, d.unlikely...)
	}
	return v.value, v.known
}

// screenValue is the size of a screen. It only refines, so that one that makes
// no sense is as good as none.
type screenValue struct {
	hundredths uint32
	guessed    string // the text of one whose unit was guessed
}

func (c *converter) convertScreen(text string, typed bool) screenValue {
	if isBlankText(text) {
		return screenValue{}
	}
	unit, _ := c.unitOf(fieldScreenInches)
	v, ambiguous := measures[fieldScreenInches].read(fieldScreenInches, text, unit, pointMark, typed)
	if ambiguous || !v.known || v.value.rest != nil {
		return screenValue{}
	}
	screen := screenValue{hundredths: uint32(v.value.micro / (microUnit / 100))} //nolint:gosec // at most 500 inches
	if c.guessedUnit(fieldScreenInches) {
		screen.guessed = text
	}
	return screen
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
	number  uint8 // place of the value among those of the vocabulary, from 1; 0 for none
	exclude Code
	say     Code // what must be said of it: that it is unknown, or leaves the answer open
	text    string
	quoted  string // the text as a note names it; empty where a column has too many
}

var noWord wordValue

// mostWords is how many words of a column are named one by one in notes.
const mostWords = 40

func (c *converter) convertWord(f field) func(string, bool) wordValue {
	unit, _ := c.unitOf(f)
	v := vocabularyOf(f, unit)
	named := 0
	return func(text string, _ bool) wordValue {
		if isBlankText(text) || isFormulaError(text) {
			return wordValue{}
		}
		m, ok := c.says.word(f, text)
		if !ok {
			m, ok = v.look(text)
		}
		w := wordValueOf(v, m, text)
		switch {
		case m.open:
			w.say = CodeWordOpen
		case !ok && f != fieldKind && f != fieldVirtual:
			w.say = CodeWordUnknown
		}
		if w.say != "" && named < mostWords {
			named++
			w.quoted = c.quote(text, f)
		}
		return w
	}
}

func wordValueOf(v *vocabulary, m wordMeaning, text string) wordValue {
	return wordValue{value: m.value, number: uint8(1 + slices.Index(v.values, m.value)), exclude: m.exclude, text: text} //nolint:gosec // no vocabulary has 200 values
}

// word returns the value of a field with a small vocabulary.
func (c *converter) word(i int) *wordValue {
	f := wordFields[i]
	cell, ok := c.cell(f)
	if !ok {
		return &noWord
	}
	v := c.vocabulary[i].get(cell)
	switch v.say {
	case CodeWordUnknown:
		c.noteOf(v.quoted, CodeWordUnknown, f, f.String(), strings.Join(vocabularies()[f].values, ","))
		c.askWord(f, v.text)
	case CodeWordOpen:
		c.noteOf(v.quoted, CodeWordOpen, f, f.String())
	default: // nothing to say of nearly all
	}
	return v
}

// dateValue is what the text of a date can mean. Months are kept beside dates,
// because finding them takes longer than finding the cell.
type dateValue struct {
	day, month datedMonth // as read with the day, and with the month first
	text       string     // where something must be said of it
	status     dateStatus
	known      bool
	ambiguous  bool
	assumed    Code // what was assumed to make it a date
}

// A datedMonth is a date and its month.
type datedMonth struct {
	date  Date
	month Month
}

func inMonth(d Date) datedMonth { return datedMonth{d, d.Month()} }

func convertDate(text string, _ bool) dateValue {
	if isBlankText(text) || isFormulaError(text) {
		return dateValue{}
	}
	p, status := parseDate(text)
	v := dateValue{
		day: inMonth(p.in(orderDayFirst)), month: inMonth(p.in(orderMonthFirst)), ambiguous: p.ambiguous(),
		status: status, known: status == dateOK, text: text,
	}
	switch {
	case p.precision == precisionYear:
		v.assumed = CodeDateYear
	case p.precision == precisionMonth:
		v.assumed = CodeDateMonth
	case p.precision == precisionFiscalYear:
		v.assumed = CodeDateFiscalYear
	case p.precision == precisionAbout:
		v.assumed = CodeDateAbout
	case p.serial:
		v.assumed = CodeDateSerial
	}
	return v
}

// date returns the date of a field of the row in hand, rejecting the row if it
// makes no sense.
func (c *converter) date(i int, f field) datedMonth {
	cell, ok := c.cell(f)
	if !ok {
		return datedMonth{}
	}
	v := c.dates[i].get(cell)
	if v.known {
		return c.known(v, f)
	}
	switch v.status {
	case datePlaceholder:
		c.note(CodeDatePlaceholder, Note, f, v.text)
	case dateInvalid:
		c.reject(CodeDateInvalid, f, v.text)
	case dateImplausible:
		c.reject(CodeDateImplausible, f, v.text, strconv.Itoa(earliestYear))
	default: // blank
	}
	return datedMonth{}
}

// known returns a date in the order of its column, and notes what was assumed.
func (c *converter) known(v *dateValue, f field) datedMonth {
	if !v.ambiguous {
		if v.assumed == CodeDateAbout {
			c.note(v.assumed, Warning, f, v.text)
		} else if v.assumed != "" {
			c.note(v.assumed, Note, f, v.text)
		}
		return v.day
	}
	order, sure := c.evidence().order(f)
	if !sure {
		c.note(CodeDateOrderGuessed, Warning, f, v.text, orderName(order))
	}
	if order == orderMonthFirst {
		return v.month
	}
	return v.day
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
		if isFormulaError(text) {
			return textValue{note: CodeFormulaError}
		}
		if isBlankText(text) {
			return textValue{}
		}
		var v textValue
		kind := aboutGroup
		if key == keySite {
			kind = aboutPlace
		}
		if clean, changed := scrub(text, kind); changed {
			text, v.note = clean, CodePersonalValue
		} else if len(clean) < len(text) {
			text, v.note = clean, CodeTextShortened
		}
		if text == "" {
			return v
		}
		if short, cut := shorten(text, maxAttribute); cut {
			text = short
			if v.note == "" {
				v.note = CodeTextShortened
			}
		}
		before := len(c.estate.texts[key].values)
		v.id = c.estate.texts[key].id(text)
		if len(c.estate.texts[key].values) > before {
			c.report.countText(len(text))
		}
		return v
	}
}

// textID returns the number of a text of the row in hand.
func (c *converter) textID(f field, cache *cellCache[textValue]) uint32 {
	cell, ok := c.cell(f)
	if !ok {
		return 0
	}
	v := cache.get(cell)
	if v.note != "" {
		c.noteText(v.note, f)
	}
	return v.id
}
