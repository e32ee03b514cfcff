package inventory

import (
	"cmp"
	"strconv"
	"strings"

	"govfootprint/inventory/recognition"
)

// A converter turns the rows of one sheet into contributions to an estate. Each
// distinct cell is converted once; a row is then a matter of putting numbers
// together. That is why a row costs no memory and little time.
type converter struct {
	table     *table
	estate    *Estate
	report    *reporter
	options   *Options
	evidence  func() *sheetEvidence // looks at the sheet's columns as a whole, once
	says      *mappingUse           // what the mapping says about words and things; may be nil
	questions *Questions            // what nobody but a person can answer; may be nil

	at    [fieldCount]int  // place of each field's cell in the row, -1 where it has none
	fixed [fieldCount]cell // what rows say that do not say it themselves

	quantities cellCache[quantityValue]
	things     [len(thingFields)]textNumbers // cells that say what a thing is
	places     [len(placeFields)]textNumbers // cells that say where it is
	parts      [len(partFields)]cellCache[numberValue]
	vocabulary [len(wordFields)]cellCache[wordValue]
	dates      [3]cellCache[dateValue]
	texts      [3]cellCache[textValue] // department, site, service
	dataCentre cellCache[textValue]
	lifetimes  [3]cellCache[numberValue]
	energy     [3]cellCache[numberValue] // kWh, W, hours
	share      cellCache[numberValue]
	screens    cellCache[screenValue]
	shared     cacheShared

	devices      map[thingKey]*deviceResult
	countries    []*countryResult // by the number of the country's text
	subdivisions map[[len(placeFields)]uint32]*countryResult
	lifetimeIDs  map[[3]Tally]uint32
	shareIDs     map[Tally]uint32
	configs      map[[len(partFields) + 1]Tally]uint32
	termIDs      map[termKey]uint32
	homes        map[uint32]bool // by site: whether it says “at home” and no more

	pending        []Problem // of the row in hand
	row            row
	shifted        bool   // the row in hand has more cells than there are headers
	people         []cell // of the row in hand, in columns that name people
	identifier     uint64 // of the row in hand, hashed
	identifierKind identifierKind
	names          [len(nameFields)]columnNames
	hash           *identifierHash   // of the run; nil where duplicates are not looked for
	ledger         *identifierLedger // likewise
	host           hostRow           // of the row in hand
	hosts          *hostHolder       // of the file; nil where no machine can run on what the table lists
	guessed        bool              // the country of the row in hand
	place          *sheetPlace
	open           map[uint32]*openPlace // by data centre: rows whose country a list of data centres may have
	ledgerSheet    uint32
	items          *itemLedger // of the run; nil where rows need not be told apart
	item           *readItem   // what the rows are items of, for a second pass; nil where there will be none
	strangePlaces  int         // names of countries that are none and were told
	proxied        Code        // what stood for its acquisition, empty for nothing
	assessed       int64
	unrecognised   int64 // of the assessed
	rejects        int64
	excluded       int64
	rows           int64 // rows that hold anything
	out            *tableBatch
	failed         error // of looking at the sheet as a whole
}

// Fields by what is done with them; the order is that of the arrays above.
var (
	thingFields = [...]field{fieldCategory, fieldSubcategory, fieldChassis, fieldManufacturer, fieldModel, fieldVariant, fieldModelNumber}
	placeFields = [...]field{fieldCountry, fieldSubdivision}
	partFields  = [...]field{fieldCPUUnits, fieldCPUCores, fieldDieMM2, fieldMemoryGB, fieldMemoryModules, fieldSSDGB, fieldSSDUnits, fieldHDDUnits, fieldPSUUnits, fieldPSUKG}
	wordFields  = [...]field{fieldKind, fieldVirtual, fieldStatus, fieldHosting, fieldOwnership, fieldCondition, fieldEndOfLife, fieldQuality, fieldCasing}
)

const (
	wordKind = iota
	wordVirtual
	wordStatus
	wordHosting
	wordOwnership
	wordCondition
	wordEndOfLife
	wordQuality
	wordCasing
)

// textNumbers numbers the distinct texts of a column; number 0 is the blank.
// Beyond the budget a text gets no number of its own and is not remembered.
type textNumbers struct {
	cellCache[textNumber]
	next uint32
}

type textNumber struct {
	number uint32 // notNumbered where the budget is spent
	text   string
	note   Code // what cleaning did to it, empty for nothing

	suspect nameWords // words that may name the user; none for nearly all
}

const notNumbered = ^uint32(0)

// thingKey is what a row says about the thing, as numbers: its texts, the
// screen's size in hundredths of an inch, the casing.
type thingKey [len(thingFields) + 2]uint32

// deviceResult is what recognition made of it, as a number of the estate.
type deviceResult struct {
	id         uint32
	server     bool
	status     *wordValue // that the type tells in passing, nil for none
	mostKWh    Tally      // that a unit can use in a year
	owner      *wordValue // that the type or model tells: student-owned laptops; nil for none
	pieces     int64      // that a text names: laptops (30 no.); 0 for none
	unresolved bool       // nobody can tell what it is
	exclude    Code
	reason     string
	doubts     []doubt
	ask        *Question // what a person must say about it; nil for nothing
}

// A doubt is a warning about what a cell says, to be placed when a row has it.
type doubt struct {
	code  Code
	field field
	value string
	args  []string
}

func newConverter(t *table, e *Estate, report *reporter, options *Options, evidence func() *sheetEvidence) *converter {
	c := &converter{
		table: t, estate: e, report: report, options: options, evidence: evidence, out: new(tableBatch),
		shared:       newCacheShared(report.countDecoded),
		devices:      make(map[thingKey]*deviceResult),
		subdivisions: make(map[[len(placeFields)]uint32]*countryResult),
		lifetimeIDs:  make(map[[3]Tally]uint32),
		shareIDs:     make(map[Tally]uint32),
		configs:      make(map[[len(partFields) + 1]Tally]uint32),
		termIDs:      make(map[termKey]uint32),
	}
	for f := range c.at {
		c.at[f] = -1
	}
	for i, col := range t.columns {
		c.at[col.field] = i
	}
	for f, value := range t.stated {
		c.fixed[f] = cell{text: []byte(value)}
	}
	c.quantities.begin(&c.shared, c.convertQuantity)
	for i, f := range thingFields {
		convert := c.numberTexts(&c.things[i], f)
		if unit, _ := c.unitOf(f); unit != "" && vocabularyOf(f, unit) != nil {
			convert = translated(vocabularyOf(f, unit), convert)
		}
		c.things[i].begin(&c.shared, convert)
	}
	for i, f := range placeFields {
		c.places[i].begin(&c.shared, c.numberTexts(&c.places[i], f))
	}
	for i, f := range partFields {
		c.parts[i].begin(&c.shared, c.convertNumber(f))
	}
	for i, f := range wordFields {
		c.vocabulary[i].begin(&c.shared, c.convertWord(f))
	}
	c.dates[0].begin(&c.shared, convertDate)
	c.dates[1].begin(&c.shared, convertDate)
	c.dates[2].begin(&c.shared, c.convertProxy())
	c.texts[0].begin(&c.shared, c.convertText(keyDepartment))
	c.texts[1].begin(&c.shared, c.convertText(keySite))
	c.texts[2].begin(&c.shared, c.convertText(keyService))
	c.dataCentre.begin(&c.shared, c.convertText(keySite))
	for i, f := range []field{fieldLifetime, fieldLifetimeBefore, fieldLifetimeAfter} {
		c.lifetimes[i].begin(&c.shared, c.convertNumber(f))
	}
	for i, f := range []field{fieldAnnualKWh, fieldPower, fieldHours} {
		c.energy[i].begin(&c.shared, c.convertNumber(f))
	}
	c.share.begin(&c.shared, c.convertNumber(fieldAttribution))
	c.screens.begin(&c.shared, c.convertScreen)
	return c
}

// cell returns the cell of a field in the row in hand; the blank cell where
// there is none. The cells of the row are those of the columns that are read.
func (c *converter) cell(f field) (cell, bool) {
	if i := c.at[f]; i >= 0 && i < len(c.row.cells) && len(c.row.cells[i].text) > 0 {
		return c.row.cells[i], true
	}
	return c.fixed[f], len(c.fixed[f].text) > 0
}

// text returns the text of a field's cell as it stands.
func (c *converter) text(f field) string {
	cell, _ := c.cell(f)
	text, _ := cleanText(cell.text)
	return text
}

// quote returns what a message may show of a cell of the row in hand.
// Where the row has more cells than there are headers, a cell may stand under the
// header of another: a name, or a serial number, under that of a date.
func (c *converter) quote(text string, f field) string {
	if c.shifted && text != "" {
		return withheld
	}
	if len(c.people) > 0 && text != "" && sharedWords(suspectOf(text), c.people) > 0 {
		return withheld
	}
	return quotableField(text, f)
}

// problem places a problem at a field of the row in hand.
func (c *converter) problem(code Code, severity Severity, f field, value string, args ...string) Problem {
	p := Problem{Code: code, Severity: severity, Row: c.row.number, Value: c.quote(value, f), Args: args}
	if i := c.at[f]; i >= 0 {
		p.Column = c.table.columns[i].header.text
	}
	return p
}

// reject notes why the row in hand cannot be used.
func (c *converter) reject(code Code, f field, value string, args ...string) {
	p := c.problem(code, Rejected, f, value, args...)
	p.item = c.item
	c.pending = append(c.pending, p)
}

// warn notes a doubt about the row in hand.
func (c *converter) warn(code Code, f field, value string, args ...string) {
	c.pending = append(c.pending, c.problem(code, Warning, f, value, args...))
}

// note counts an assumption for a whole column.
func (c *converter) note(code Code, severity Severity, f field, value string, args ...string) {
	column := ""
	if i := c.at[f]; f != noField && i >= 0 {
		column = c.table.columns[i].header.text
	}
	c.report.note(noteKey{code: code, column: column}, severity, c.row.number, c.quote(value, f), args)
}

// noteOf counts a doubt about a value of a column, a warning; the text is as it
// may be quoted, empty to count several values together.
func (c *converter) noteOf(quoted string, code Code, f field, args ...string) {
	if quoted != "" && (c.shifted || len(c.people) > 0 && sharedWords(suspectOf(quoted), c.people) > 0) {
		quoted = withheld
	}
	column := ""
	if i := c.at[f]; i >= 0 {
		column = c.table.columns[i].header.text
	}
	c.report.note(noteKey{code: code, column: column, value: quoted}, Warning, c.row.number, quoted, args)
}

// flush tells the problems of the row in hand: all of them, or its rejections alone.
func (c *converter) flush(onlyRejections bool) {
	for _, p := range c.pending {
		if !onlyRejections || p.Severity == Rejected {
			c.report.add(p)
		}
	}
}

// exclude leaves the row in hand out.
func (c *converter) exclude(code Code, f field, value string, args ...string) {
	c.report.add(c.problem(code, Excluded, f, value, args...))
	units := Tally{}
	if q := c.quantity(false); q.problem == "" {
		units = q.units
	}
	c.estate.exclude(code, 1, units)
	c.excluded++
}

// convert takes a row: its cells are those of the columns that are read, others
// counts the cells of other columns that hold something.
func (c *converter) convert(r row, others int, kind rowKind) {
	c.row = r
	c.pending = c.pending[:0]
	if kind == rowAgain {
		c.report.note(noteKey{code: CodeHeaderRepeated}, Note, r.number, "", nil)
		return
	}
	if kind == rowItem && c.blank(others) {
		return
	}
	c.rows++
	c.estate.counts.Read++
	if r.unbalanced {
		c.note(CodeQuoteUnbalanced, Warning, noField, "")
	}
	if kind != rowItem {
		c.leaveOut(kind)
		return
	}
	if code, f, value := c.outOfScope(); code != "" {
		c.exclude(code, f, value)
		return
	}
	thing := c.thing()
	if thing.exclude != "" {
		f := fieldCategory
		for _, from := range [...]field{fieldSubcategory, fieldChassis, fieldManufacturer, fieldModelNumber, fieldModel} {
			if c.at[from] >= 0 && thing.reason != "" && thing.reason == c.text(from) {
				f = from
			}
		}
		c.exclude(thing.exclude, f, thing.reason)
		return
	}
	c.count(thing)
}

// blank reports whether the row says nothing. A lone cell in a column that is
// not read is a remark below the table, not a device.
func (c *converter) blank(others int) bool {
	for _, cell := range c.row.cells {
		for _, b := range cell.text {
			if b != ' ' && b != '\t' && b != '\r' {
				return false
			}
		}
	}
	return others < 2
}

// leaveOut leaves out a row that is no item. What it quotes stands in a column
// that is read.
func (c *converter) leaveOut(kind rowKind) {
	f, value := noField, ""
	for i, col := range c.table.columns {
		if text, _ := cleanText(c.row.cells[i].text); hasLetter(words(text)) && col.index >= 0 {
			f, value = col.field, text
			break
		}
	}
	code := CodeSectionRow
	switch kind {
	case rowTotal:
		c.exclude(CodeTotalRow, f, value)
		return
	case rowFooter:
		code = CodeFooterRow
	default:
	}
	c.report.add(c.problem(code, Excluded, f, value)) // whatever number stands in it counts no units
	c.estate.exclude(code, 1, Tally{})
	c.excluded++
}

// outOfScope returns the reason for which a row is no hardware at all.
func (c *converter) outOfScope() (Code, field, string) {
	for _, i := range [...]int{wordKind, wordVirtual} {
		if cell, ok := c.cell(wordFields[i]); ok {
			if m := c.vocabulary[i].get(cell); m.exclude != "" {
				return m.exclude, wordFields[i], m.text
			}
		}
	}
	if _, ok := c.cell(fieldCategory); ok {
		return "", noField, ""
	}
	if _, ok := c.cell(fieldModel); ok {
		return "", noField, ""
	}
	if _, ok := c.cell(fieldModelNumber); ok {
		return "", noField, ""
	}
	for _, f := range [...]field{fieldDepartment, fieldSite, fieldManufacturer, fieldCountry} { // "Total" stands where the names stand
		if cell, ok := c.cell(f); ok && len(cell.text) < maxHeaderText {
			if recognition.ReasonOfType(string(cell.text)) == recognition.TotalRow {
				return CodeTotalRow, f, string(cell.text)
			}
		}
	}
	return "", noField, ""
}

// thing returns what the row says the thing is.
func (c *converter) thing() *deviceResult {
	var key thingKey
	numbered := true
	for i, f := range thingFields {
		cell, ok := c.cell(f)
		if !ok {
			continue
		}
		n, removed := c.thingText(i, cell)
		if removed {
			c.noteText(CodePersonalValue, f)
		}
		key[i] = n.number
		numbered = numbered && n.number != notNumbered
		if n.note != "" {
			c.noteText(n.note, f)
		}
	}
	if cell, ok := c.cell(fieldScreenInches); ok {
		screen := c.screens.get(cell)
		key[len(thingFields)] = screen.hundredths
		if screen.guessed != "" {
			unit, _ := c.unitOf(fieldScreenInches)
			c.note(CodeUnitGuessed, Warning, fieldScreenInches, screen.guessed, unit)
		}
	}
	if cell, ok := c.cell(fieldCasing); ok {
		key[len(thingFields)+1] = uint32(c.vocabulary[wordCasing].get(cell).number)
	}
	if result, ok := c.devices[key]; ok && numbered {
		c.placeDoubts(result.doubts)
		return result
	}
	t := recognition.Thing{Screen: int64(key[len(thingFields)])}
	if n := key[len(thingFields)+1]; n > 0 {
		t.Casing = vocabularies()[fieldCasing].values[n-1]
	}
	for i, into := range []*string{&t.Type, &t.Subtype, &t.Chassis, &t.Manufacturer, &t.Model, &t.Variant, &t.Number} {
		if cell, ok := c.cell(thingFields[i]); ok {
			n, _ := c.thingText(i, cell)
			*into = n.text
		}
	}
	result := c.recognise(t)
	const size = 256 // of an entry, roughly
	if numbered && c.shared.budget > size {
		c.shared.budget -= size
		c.devices[key] = result
	}
	c.placeDoubts(result.doubts)
	return result
}

// thingText returns the text of a cell that says what a thing is, without the
// name of its user; removed reports that it was called by that.
func (c *converter) thingText(i int, cell cell) (n *textNumber, removed bool) {
	n = c.things[i].get(cell)
	if n.suspect.isNone() || sharedWords(n.suspect, c.people) == 0 {
		return n, false
	}
	return c.things[i].get(deviceOnly(cell, c.people)), true
}

// recognise recognises a thing and turns the result into a number of the estate.
func (c *converter) recognise(t recognition.Thing) *deviceResult {
	pieces := max(piecesIn(t.Type), piecesIn(t.Model))
	owner := ownerIn(t.Type, t.Model)
	if c.describesThings() {
		t, _ = describedThing(t)
	}
	stated := t
	t, reason := c.says.thing(t)
	if reason != "" {
		return &deviceResult{exclude: reason, reason: cmp.Or(t.Type, t.Model, t.Manufacturer)}
	}
	r := recognise(t)
	if r.exclude != "" {
		return &deviceResult{exclude: r.exclude, reason: r.reason}
	}
	result := &deviceResult{server: r.device.category == "server", status: statusIn(r.remark), mostKWh: CountTally(mostKWh(r.device.category)), pieces: pieces, owner: owner}
	if r.device.recognition == Unresolved {
		result.unresolved = true
		f, value := fieldCategory, t.Type
		if value == "" || !r.unknownType && t.Model != "" {
			f, value = fieldModel, t.Model
		}
		if value == "" {
			f, value = fieldManufacturer, t.Manufacturer
		}
		if len(r.alternatives) > 0 {
			f, value = fieldCategory, t.Type
			if isBlankText(value) {
				f, value = fieldModel, t.Model
			}
			result.doubts = append(result.doubts, doubt{CodeCategoryAmbiguous, f, value, r.alternatives})
		} else {
			result.doubts = append(result.doubts, doubt{CodeCategoryUnknown, f, value, []string{c.quote(t.Type, fieldCategory), c.quote(t.Manufacturer, fieldManufacturer), c.quote(t.Model, fieldModel)}})
		}
		result.ask, result.unresolved = c.ask(stated, r.unknownType), true
	}
	if r.maker != "" {
		result.doubts = append(result.doubts, doubt{CodeMakerConflict, fieldModel, t.Model, []string{r.maker, r.device.manufacturer}})
	}
	if r.typeClash != "" {
		result.doubts = append(result.doubts, doubt{CodeCategoryConflict, fieldModel, t.Model, []string{r.device.category, r.typeClash}})
	}
	if accepted, known := variantsOf(r.device.category); r.device.category != "" && !isBlankText(t.Variant) && !known(t.Variant) {
		result.doubts = append(result.doubts, doubt{CodeVariantUnknown, fieldVariant, t.Variant, []string{r.device.category, strings.Join(accepted, ",")}})
	}
	result.id = c.estate.devices.id(r.device)
	c.report.countText(len(r.device.model) + len(r.device.manufacturer))
	return result
}

func (c *converter) placeDoubts(doubts []doubt) {
	for _, d := range doubts {
		if d.code == CodeVariantUnknown {
			c.noteOf(c.quote(d.value, d.field), d.code, d.field, d.args...)
			continue
		}
		c.warn(d.code, d.field, d.value, d.args...)
	}
}

// variantsOf returns the sub-categories of a category, and whether a text is one of them.
func variantsOf(category string) (names []string, is func(text string) bool) {
	return recognition.Variants(category), func(text string) bool {
		return recognition.KnowsVariant(category, strings.ReplaceAll(words(text), " ", "-"))
	}
}

// numberTexts returns the conversion of a column whose texts are numbered.
func (c *converter) numberTexts(n *textNumbers, f field) func(string, bool) textNumber {
	return func(text string, _ bool) textNumber {
		t := textNumber{text: text, number: notNumbered}
		if isFormulaError(text) {
			return textNumber{note: CodeFormulaError}
		}
		if isScientific(text) {
			return textNumber{note: CodeTextScientific}
		}
		if clean, changed := scrub(text, kindOf(f)); changed && f != fieldCountry {
			t.text, t.note = clean, CodePersonalValue
		} else if len(clean) < len(text) {
			t.text, t.note = clean, CodeTextShortened
		}
		if short, cut := shorten(t.text, maxAttribute); cut && t.note == "" {
			t.text, t.note = short, CodeTextShortened
		} else if cut {
			t.text = short
		}
		if kindOfType(f) && isPersonsName(t.text) {
			t.text, t.note = "", CodePersonalValue
		}
		if t.text == "" {
			t.number = 0
			return t
		}
		if len(c.table.names) > 0 && f != fieldCountry && f != fieldSubdivision {
			t.suspect = suspectOf(t.text)
		}
		const spare = 4096
		if c.shared.budget > spare {
			n.next++
			t.number = n.next
		}
		return t
	}
}

// translated converts a text after putting the catalogue's word for that of a
// layout's own vocabulary: for Intune, "desktop" is any computer with Windows.
func translated(v *vocabulary, convert func(string, bool) textNumber) func(string, bool) textNumber {
	return func(text string, typed bool) textNumber {
		if m, ok := v.look(text); ok {
			text = m.value
		}
		return convert(text, typed)
	}
}

// noteText notes what cleaning did to a text.
func (c *converter) noteText(code Code, f field) {
	switch code {
	case CodePersonalValue:
		c.note(code, Warning, f, "")
	case CodeFormulaError, CodeTextScientific:
		c.note(code, Warning, f, c.text(f))
	case CodeTextShortened:
		c.note(code, Note, f, "", strconv.Itoa(maxAttribute))
	default: // cleaning leaves no other note
	}
}

// noteUncomputed notes formulas of a row whose values the file does not hold.
func (c *converter) noteUncomputed(number int, cells []cell) {
	for i := range cells {
		if cells[i].uncomputed {
			c.report.note(noteKey{code: CodeFormulaUncomputed, column: c.table.columns[i].header.text}, Warning, number, "", nil)
		}
	}
}

// isBlankText reports whether a text says nothing.
func isBlankText(text string) bool {
	return text == "" || len(text) < 40 && isPlaceholder(words(text)) || strings.Trim(text, "-–—_.?*/ ") == ""
}
