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
// and identifiers are only counted. Of columns that nobody knows it keeps no
// value, since nobody knows whether one names a person.
type survey struct {
	columns []surveyed
	rows    int
	budget  int // different values that may still be kept, of all columns
	seed    maphash.Seed
}

// A surveyed column.
type surveyed struct {
	filled   int64
	shut     bool // nobody may look into it
	open     bool // its values may be shown
	field    field
	kinds    map[ValueKind]int
	texts    map[string]int // of an open column, up to a limit
	distinct map[uint64]struct{}
}

const (
	surveyRows     = 10_000 // whose values are looked at
	surveyDistinct = 1000   // values of a column that are told apart
	surveySamples  = 3
	surveyBudget   = 100_000
)

func newSurvey(t *table) *survey {
	s := &survey{columns: make([]surveyed, t.width), seed: maphash.MakeSeed(), budget: surveyBudget}
	for i := range s.columns {
		info := t.infos[i]
		c := &s.columns[i]
		c.shut = info.Why == whyPersonal || info.Why == whyIdentifier
		c.open = info.Field != "" || info.Means != ""
		c.field, _ = fieldByName(cmp.Or(info.Field, info.Means))
		c.kinds, c.texts, c.distinct = make(map[ValueKind]int), make(map[string]int), make(map[uint64]struct{})
	}
	return s
}

// look takes a row.
func (s *survey) look(r *row) {
	if s == nil {
		return
	}
	s.rows++
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
		if c.open {
			c.texts[text]++
		}
	}
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
		if c.open {
			info.Samples = c.samples()
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

// samples returns the most frequent values that may be shown.
func (c *surveyed) samples() (samples []string) {
	byCount := slices.SortedFunc(maps.Keys(c.texts), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.texts[b], c.texts[a]), cmp.Compare(a, b))
	})
	for _, text := range byCount {
		if text = quotableField(text, c.field); text == withheld || !understood(text, c.field) {
			continue
		}
		if !slices.Contains(samples, text) {
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
		case cell.key == "" || seen[cell.key] || hasDigit(cell.text) || quotable(cell.text) == withheld:
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
		if t.has(f) || f == fieldCountry && (t.has(fieldSubdivision) || options.DefaultCountry != "") {
			continue
		}
		missing = append(missing, f.String())
	}
	return missing
}
