package inventory

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"govfootprint/inventory/recognition"
)

// ValueKind says what the values of a column are.
type ValueKind string

// Kinds of values. A column is of a kind if nine in ten of its values are.
const (
	WholeNumbers ValueKind = "whole_numbers"
	Numbers      ValueKind = "numbers"
	Dates        ValueKind = "dates"
	YesNo        ValueKind = "yes_no"
	Texts        ValueKind = "text"
	MixedValues  ValueKind = "mixed"
)

// A survey looks at all columns of a sheet, those that are not read too: how
// full they are, and what their first values are. Columns with personal data
// and identifiers are only counted. Of columns that nobody knows it shows nothing
// but plain words that come again and again, by which a person tells a column:
// nobody knows whether any other value names somebody.
type survey struct {
	columns []surveyed
	rows    int
	budget  int // different values that may still be kept, of all columns
	seed    maphash.Seed
	names   []int               // places of columns that name people
	people  map[uint64]struct{} // hashes of the words in them
	cells   []cell              // of these columns, of the row in hand
}

// A surveyed column.
type surveyed struct {
	filled   int64
	shut     bool // nobody may look into it
	open     bool // its values may be shown
	unread   bool // another column of the field is read instead
	unknown  bool // nobody knows what it is: of its values those may be shown that are words of many rows
	field    field
	kinds    map[ValueKind]int
	texts    map[string]*sampleText // of an open column, up to a limit
	distinct map[uint64]struct{}
}

// A sampleText is a text that may be shown as an example of its column.
type sampleText struct {
	rows    int
	suspect nameWords // words of it that may name a person
	named   bool      // the user of one of its rows is called like that
}

const (
	surveyPeople   = 200_000 // words of columns that name people
	surveyWords    = 40      // different values of a column of words
	surveyRows     = 10_000  // whose values are looked at
	surveyDistinct = 1000    // values of a column that are told apart
	surveySamples  = 3
	surveyBudget   = 100_000
)

func newSurvey(t *table) *survey {
	s := &survey{columns: make([]surveyed, t.width), seed: maphash.MakeSeed(), budget: surveyBudget, names: t.names, people: make(map[uint64]struct{})}
	for i := range s.columns {
		info := t.infos[i]
		c := &s.columns[i]
		c.shut = info.Why == whyPersonal || info.Why == whyIdentifier
		c.open = info.Field != "" || info.Means != ""
		c.unread = info.Field == "" && info.Why != whyAlternate
		c.unknown = info.Why == whyUnknown && !bearsNames(t.header.headers[i]) && !saysWho(info.Header)
		c.field, _ = fieldByName(cmp.Or(info.Field, info.Means))
		c.kinds, c.texts, c.distinct = make(map[ValueKind]int), make(map[string]*sampleText), make(map[uint64]struct{})
	}
	return s
}

// look takes a row.
func (s *survey) look(r *row) {
	if s == nil {
		return
	}
	s.rows++
	if s.rows <= surveyRows {
		s.meet(r)
	}
	for i := range min(len(r.cells), len(s.columns)) {
		raw := r.cells[i].text
		if len(raw) == 0 || len(raw) < maxHeaderText && len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		c := &s.columns[i]
		c.filled++
		if s.rows > surveyRows || c.shut || len(raw) > maxHeaderText {
			continue
		}
		text, _ := cleanText(raw)
		if isBlankText(text) {
			continue
		}
		c.kinds[valueKindOf(text, r.cells[i].number)]++
		hash := maphash.String(s.seed, text)
		if _, known := c.distinct[hash]; !known {
			if len(c.distinct) >= surveyDistinct || s.budget == 0 {
				continue
			}
			s.budget--
			c.distinct[hash] = struct{}{}
		}
		if c.open || c.unknown {
			c.take(text, s.cells)
		}
		if c.unknown && len(c.texts) > surveyWords {
			c.unknown, c.texts = false, nil
		}
	}
}

// meet notes whom a row names.
func (s *survey) meet(r *row) {
	s.cells = s.cells[:0]
	for _, place := range s.names {
		if place >= len(r.cells) || len(r.cells[place].text) == 0 {
			continue
		}
		s.cells = append(s.cells, r.cells[place])
		account, _, _ := bytes.Cut(r.cells[place].text, []byte("@"))
		for word := range bytes.FieldsFuncSeq(bytes.ToLower(account), func(r rune) bool { return !isWordRune(r) }) {
			if len(s.people) < surveyPeople {
				s.people[maphash.Bytes(s.seed, word)] = struct{}{}
			}
		}
	}
}

// take counts a text of a column that may be shown, beside the people of its row.
func (c *surveyed) take(text string, people []cell) {
	t := c.texts[text]
	if t == nil {
		t = &sampleText{suspect: suspectOf(text)}
		c.texts[text] = t
	}
	t.rows++
	t.named = t.named || !t.suspect.isNone() && sharedWords(t.suspect, people) > 0
}

// mayShow reports whether a text may be shown as an example; told says that other
// columns name the people of the rows.
func (c *surveyed) mayShow(text string, rows int, told bool) bool {
	if c.unknown {
		const repeated = 2 // a value of a column of words stands in so many rows on average
		return int64(len(c.distinct)*repeated) <= c.filled && isPlainWord(text, rows)
	}
	if c.unread { // and its cells have passed no filter
		return quotableField(text, c.field) != withheld && understood(text, c.field)
	}
	return mayShow(text, c.field, rows, told)
}

// shut shows nothing of columns that turned out to hold names of people.
func (s *survey) shut(fields []field) {
	for i := range s.columns {
		s.columns[i].open = s.columns[i].open && !slices.Contains(fields, s.columns[i].field)
	}
}

// namesOne reports whether words that may name a person are those of one whom the
// sheet names, in whatever row.
func (s *survey) namesOne(list nameWords) bool {
	for _, word := range slices.Concat(list.words, list.tokens) {
		if _, is := s.people[maphash.Bytes(s.seed, word)]; is {
			return true
		}
	}
	return false
}

// valueKindOf returns what one value is.
func valueKindOf(text string, typed bool) ValueKind {
	switch strings.ToLower(text) {
	case "true", "false", "yes", "no", "oui", "non", "y", "n":
		return YesNo
	}
	if n, ok := parseNumber(text, pointMark, typed); ok && n.unit == "" {
		const longest = 12 // digits; what is longer is no number, but a number of something
		switch {
		case len(text) > longest:
			return Texts
		case strings.ContainsAny(text, ".,"):
			return Numbers
		}
		return WholeNumbers
	}
	if hasDigit(text) {
		if _, status := parseDate(text); status == dateOK {
			return Dates
		}
	}
	return Texts
}

// tell completes what is known of the columns.
func (s *survey) tell(infos []ColumnInfo) {
	if s == nil {
		return
	}
	for i := range s.columns {
		c, info := &s.columns[i], &infos[i]
		info.Filled = c.filled
		info.Values, info.Distinct = c.kind(), len(c.distinct)
		if c.open || c.unknown {
			info.Samples = s.samples(c)
		}
	}
}

// kind returns what the values are as a whole.
func (c *surveyed) kind() ValueKind {
	all := 0
	for _, n := range c.kinds {
		all += n
	}
	if all == 0 {
		return ""
	}
	if n := c.kinds[WholeNumbers]; c.kinds[Numbers] > 0 && (n+c.kinds[Numbers])*10 >= all*9 {
		return Numbers
	}
	for _, kind := range []ValueKind{WholeNumbers, Numbers, Dates, YesNo, Texts} {
		if c.kinds[kind]*10 >= all*9 {
			return kind
		}
	}
	return MixedValues
}

// samples returns the most frequent values of a column that may be shown.
func (s *survey) samples(c *surveyed) (samples []string) {
	byCount := slices.SortedFunc(maps.Keys(c.texts), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.texts[b].rows, c.texts[a].rows), cmp.Compare(a, b))
	})
	for _, text := range byCount {
		t := c.texts[text]
		if t.named || s.namesOne(t.suspect) || !c.mayShow(text, t.rows, len(s.names) > 0) {
			continue
		}
		if text = quotableText(text, c.field); !slices.Contains(samples, text) {
			samples = append(samples, text)
		}
		if len(samples) == surveySamples {
			break
		}
	}
	return samples
}

// understood reports whether a value is one that the column is known to have: a
// word of its vocabulary, a known type, maker or model, a number, a date, a
// country. Any other may be anything, and is not shown.
func understood(text string, f field) bool {
	switch f {
	case fieldCategory, fieldSubcategory, fieldChassis, fieldVariant:
		return recognition.KnowsType(text)
	case fieldManufacturer:
		return recognition.IsMaker(text)
	case fieldModel, fieldModelNumber:
		return recognition.Recognise(recognition.Thing{Model: text}).How != recognition.Unresolved
	case fieldCountry, fieldSubdivision:
		_, ok := parseCountry(text)
		return ok
	default:
	}
	if v := vocabularies()[f]; v != nil {
		_, ok := v.look(text)
		return ok
	}
	if m := measures[f]; m != nil {
		n, ok := parseNumber(text, pointMark, false)
		_, known := m.convert(n, "")
		return ok && known
	}
	return valueKindOf(text, false) != Texts
}

// surveyRefused tells what the columns of a sheet look like that nobody can read
// as it is, so that a person can say what they are.
func (s *sheetRead) surveyRefused(t *table, head []row) {
	if t == nil {
		h, ok := foreignHeader(head)
		if !ok {
			return
		}
		t = bindColumns(h, s.says)
	}
	survey := newSurvey(t)
	for _, r := range head[t.header.index+1:] {
		survey.look(&r)
	}
	s.seen.HeaderRow, s.seen.Columns, s.seen.Rows = t.header.row, t.infos, int64(survey.rows)
	survey.tell(s.seen.Columns)
}

// foreignHeader returns the row that must be the header of a table although no
// header in it is known. Its texts will be shown, and a row of data may hold a
// name; so it has to be certain: texts without a digit, no two alike, and
// numbers or dates below some of them.
func foreignHeader(head []row) (headerRow, bool) {
	const looked = 10
	for i, r := range head[:min(looked, len(head))] {
		h := headerRow{row: r.number, index: i, headers: headersOf(r.cells)}
		if !onlyWords(h.headers) {
			continue
		}
		for column, cell := range h.headers {
			if cell.key != "" && allNumbers(head[i+1:], column) {
				return h, true
			}
		}
	}
	return headerRow{}, false
}

// onlyWords reports whether a row holds nothing but different texts without digits.
func onlyWords(cells []header) bool {
	const least = 3
	seen := make(map[string]bool)
	for _, cell := range cells {
		switch {
		case cell.text == "":
			continue
		case cell.key == "" || seen[cell.key] || hasDigit(cell.text) || isPersonalHeader(cell.text):
			return false
		}
		seen[cell.key] = true
	}
	return len(seen) >= least
}

// allNumbers reports whether a column holds no text, but numbers and dates.
func allNumbers(rows []row, column int) bool {
	const least = 2
	numbers := 0
	for _, r := range rows {
		if column >= len(r.cells) || len(r.cells[column].text) == 0 {
			continue
		}
		if text, _ := cleanText(r.cells[column].text); valueKindOf(text, r.cells[column].number) == Texts {
			return false
		}
		numbers++
	}
	return numbers >= least
}

// missing returns what a sheet could say and does not, and what would make the
// result better.
func (t *table) missing(options *Options) (missing []string) {
	for _, f := range []field{fieldAcquired, fieldModel, fieldCountry, fieldQuantity, fieldStatus} {
		switch {
		case t.has(f), t.states && (f == fieldQuantity || f == fieldStatus):
		case f == fieldCountry && (t.has(fieldSubdivision) || options.DefaultCountry != ""):
		case f == fieldAcquired && t.has(fieldAcquiredProxy): // another date stands for it, which is told
		default:
			missing = append(missing, f.String())
		}
	}
	return missing
}
