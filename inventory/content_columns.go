package inventory

import (
	"slices"
	"strconv"
)

// Shares of rows, in hundredths, from which values decide.
const (
	nearlyAll = 80 // of a column that is taken for something
	most      = 60 // of one where little else fits
	hardlyAny = 20 // of what a column is not
	fewRows   = 3  // below which nothing is decided
)

// A judge decides on the columns of one table by its first rows.
type judge struct {
	table   *table
	rows    []row
	samples map[int]*columnSample
}

// judgeColumns looks at the values of columns whose header is unknown, blank or
// misleading, and binds them anew where that is beyond doubt. rows are the first
// below the header.
func (t *table) judgeColumns(rows []row) {
	if t.refuse != "" || t.layout == "govfootprint" {
		return
	}
	header := newRowJudge(t) // the header once more is no value of any column
	rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return header.isHeaderAgain(&r) })
	j := &judge{table: t, rows: rows, samples: make(map[int]*columnSample)}
	j.preferFilled()
	j.mendThings()
	j.mendNumbers()
	j.claimUnknown()
	j.claimDescription()
	t.bindStates(rows)
	j.bindSums()
	j.doubtQuantity()
	j.doubtDates()
	j.guessUnits()
	t.replace()
}

func (j *judge) sample(index int) *columnSample {
	s := j.samples[index]
	if s == nil {
		s = sampleColumn(j.rows, index)
		j.samples[index] = s
	}
	return s
}

// column returns where the column of a field stands, -1 for nowhere.
func (j *judge) column(f field) int {
	if i := slices.IndexFunc(j.table.columns, func(c column) bool { return c.field == f }); i >= 0 {
		return j.table.columns[i].index
	}
	return -1
}

// unbind gives up a column's field, unless a person said what it is.
func (j *judge) unbind(index int, why string) {
	t := j.table
	if t.infos[index].How == howMapping {
		return
	}
	t.columns = slices.DeleteFunc(t.columns, func(c column) bool { return c.index == index })
	t.infos[index].Field, t.infos[index].Why = "", why
}

// bind takes a column for a field.
func (j *judge) bind(index int, f field, unit string) {
	t := j.table
	if t.infos[index].How == howMapping {
		return
	}
	head := t.header.headers[index]
	if head.text == "" {
		head.text = columnLetters(index)
	}
	t.columns = append(t.columns, column{field: f, index: index, header: head, unit: unit})
	slices.SortFunc(t.columns, func(a, b column) int { return a.index - b.index })
	info := &t.infos[index]
	if info.Why != whyDuplicate { // by the header of which it is known, too
		info.How = howContent
	}
	info.Field, info.Why = f.String(), ""
}

// tell says what was decided about a column.
func (j *judge) tell(code Code, index int, args ...string) {
	name := j.table.header.headers[index].text
	if name == "" || j.table.infos[index].Header == columnLetters(index) { // a name that is shown nowhere
		name = columnLetters(index)
	}
	j.table.told = append(j.table.told, Problem{Code: code, Severity: Warning, Row: j.table.header.row, Column: name, Args: args})
}

// duplicates returns the columns that mean the same as a field's, and are not read.
func (j *judge) duplicates(f field) []int {
	var found []int
	l := headers().layoutOf(j.table.header.headers)
	for i, info := range j.table.infos {
		if info.Why == whyDuplicate && headers().meaningOf(j.table.header.headers[i], l).field == f {
			found = append(found, i)
		}
	}
	return found
}

// preferFilled puts another column of the same meaning in the place of one that
// holds nothing: of model_id and model, either may be blank.
func (j *judge) preferFilled() {
	if len(j.rows) < fewRows {
		return
	}
	for _, f := range []field{fieldCategory, fieldManufacturer, fieldModel, fieldStatus, fieldDepartment, fieldSite, fieldQuantity, fieldCountry} {
		have := j.column(f)
		if have < 0 || j.sample(have).filled > 0 {
			continue
		}
		for _, other := range j.duplicates(f) {
			if j.sample(other).filled > 0 {
				j.unbind(have, whyDuplicate)
				j.bind(other, f, j.unitOf(other))
				break
			}
		}
	}
}

// countsItems reports whether a column counts or names further items of its rows,
// or counts for a year: what these are, other rules know.
func (j *judge) countsItems(index int) bool {
	h := j.table.header.headers[index]
	_, err := strconv.Atoi(h.text)
	return h.text != "" && (err == nil || isCategoryText(h.text) || wideOf(h).category != "")
}

// unitOf returns the unit or the vocabulary that a header gives its column.
func (j *judge) unitOf(index int) string {
	h := j.table.header.headers[index]
	if h.unit != "" {
		return h.unit
	}
	return headers().meaningOf(h, headers().layoutOf(j.table.header.headers)).unit
}

// mendThings puts right columns of types, makers and models that hold something else.
func (j *judge) mendThings() {
	j.mendKind()
	j.mendCategory()
	maker, model := j.column(fieldManufacturer), j.column(fieldModel)
	if model < 0 {
		j.modelElsewhere(maker)
		return
	}
	s := j.sample(model)
	if s.filled < fewRows {
		return
	}
	holdsMakers := s.share(traitMaker) >= most && s.share(traitModel) < hardlyAny
	switch {
	case holdsMakers && maker >= 0 && j.sample(maker).share(traitModel) >= most && j.sample(maker).share(traitMaker) < hardlyAny:
		j.misleads(model, fieldManufacturer, traitMaker)
		j.misleads(maker, fieldModel, traitModel)
		j.unbind(model, whyUnknown)
		j.unbind(maker, whyUnknown)
		j.bind(model, fieldManufacturer, "")
		j.bind(maker, fieldModel, "")
	case holdsMakers && maker < 0:
		j.misleads(model, fieldManufacturer, traitMaker)
		j.unbind(model, whyUnknown)
		j.bind(model, fieldManufacturer, "")
	case j.column(fieldCategory) < 0 && s.share(traitCategory) >= nearlyAll && s.share(traitModel) < hardlyAny:
		j.misleads(model, fieldCategory, traitCategory)
		j.unbind(model, whyUnknown)
		j.bind(model, fieldCategory, "")
	}
}

// mendCategory looks for the types elsewhere where the column of types holds none:
// what things are issued to, or models.
func (j *judge) mendCategory() {
	category := j.column(fieldCategory)
	if category < 0 {
		return
	}
	s := j.sample(category)
	if s.filled < fewRows || s.share(traitCategory) >= hardlyAny {
		return
	}
	for _, other := range j.duplicates(fieldCategory) {
		o := j.sample(other)
		if o.share(traitCategory) < most || o.filled*2 < s.filled {
			continue
		}
		j.misleads(category, noField, traitCategory)
		j.unbind(category, whyNotNeeded)
		j.bind(other, fieldCategory, j.unitOf(other))
		j.tell(CodeColumnByContent, other, fieldCategory.String(), strconv.Itoa(o.fitting(traitCategory)), strconv.Itoa(o.filled))
		return
	}
	if s.share(traitTarget) >= nearlyAll {
		j.misleads(category, noField, traitCategory)
		j.unbind(category, whyNotNeeded)
		return
	}
	j.modelElsewhere(category)
}

// modelElsewhere takes a column of another field for that of the models where it holds them.
func (j *judge) modelElsewhere(index int) {
	if index < 0 || j.column(fieldModel) >= 0 {
		return
	}
	if s := j.sample(index); s.filled >= fewRows && s.share(traitModel) >= nearlyAll {
		j.misleads(index, fieldModel, traitModel)
		j.unbind(index, whyUnknown)
		j.bind(index, fieldModel, "")
	}
}

// misleads tells that a column does not hold what its header says. Where it is
// taken for something, that is named with the rows that fit; else those that fit
// the header.
func (j *judge) misleads(index int, f field, t trait) {
	s := j.sample(index)
	j.tell(CodeColumnMisleading, index, f.String(), strconv.Itoa(s.fitting(t)), strconv.Itoa(s.filled))
}

// mendNumbers leaves columns of numbers and dates alone that hold neither: each
// of their rows would be rejected for a header that means something else.
func (j *judge) mendNumbers() {
	for _, c := range slices.Clone(j.table.columns) {
		s := j.sample(c.index)
		if s.filled < fewRows {
			continue
		}
		fits := 0
		switch {
		case slices.Contains(dateFields, c.field):
			fits = s.fitting(traitDate) + s.typed
		case measures[c.field] != nil:
			for text, rows := range s.values {
				exact, _ := withoutAbout(text)
				if _, ok := parseNumber(exact, pointMark, false); ok {
					fits += rows
				}
			}
		default:
			continue
		}
		if fits*100 < s.filled*hardlyAny || c.field == fieldQuantity && j.numbersRows(c.index) {
			j.tell(CodeColumnMisleading, c.index, "", strconv.Itoa(fits), strconv.Itoa(s.filled))
			j.unbind(c.index, whyUnknown)
		}
	}
}

// numbersRows reports whether the whole numbers of a column count rows, or name them.
func (j *judge) numbersRows(index int) bool {
	const many, large = 8, 10_000
	s := j.sample(index)
	if s.filled < many || s.whole < s.filled {
		return false
	}
	return s.steps >= s.filled-1 || len(s.values) == s.filled && s.least >= large
}

// mendKind takes a column of kinds for that of the types where it names types of
// devices: whether a row is hardware at all, such words do not say.
func (j *judge) mendKind() {
	kind := j.column(fieldKind)
	if kind < 0 || j.column(fieldCategory) >= 0 {
		return
	}
	s := j.sample(kind)
	if s.filled < fewRows || s.share(traitCategory) < most || j.saysKinds(s) {
		return
	}
	j.misleads(kind, fieldCategory, traitCategory)
	j.unbind(kind, whyUnknown)
	j.bind(kind, fieldCategory, "")
}

// saysKinds reports whether words of the vocabulary of kinds are frequent in a column.
func (j *judge) saysKinds(s *columnSample) bool {
	known := 0
	for text, n := range s.values {
		if _, ok := vocabularies()[fieldKind].byWord[words(text)]; ok {
			known += n
		}
	}
	return known*100 >= s.filled*hardlyAny
}
