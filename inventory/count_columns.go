package inventory

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// A short table may have a row for each kind of device and columns that count
// them: by where they are in their life (In use, In stock, Disposed in year), or
// by who holds them (a column for each colleague or each office). Of the first
// each cell is an item of its own; the second are added up, and their headers,
// which may be names, are shown nowhere.

// countHeaderFillers are words of a header of counts that say nothing about them.
var countHeaderFillers = map[string]bool{
	"number": true, "no": true, "of": true, "units": true, "devices": true, "count": true, "qty": true, "quantity": true, "total": true, "currently": true,
	"in": true, "this": true, "the": true, "during": true, "year": true, "period": true,
	"nombre": true, "nb": true, "d": true, "unites": true, "dans": true, "l": true, "cette": true, "annee": true, "au": true, "cours": true, "de": true, "pendant": true,
}

// stateOf returns the word for a status that a header such as Disposed in year
// stands for, empty for none.
func stateOf(h header) string {
	const longest = 40
	if len(h.text) > longest || h.key == "" {
		return ""
	}
	status := vocabularies()[fieldStatus]
	fields := strings.Fields(words(h.text))
	for from := range fields {
		for to := len(fields); to > from; to-- {
			word := strings.Join(fields[from:to], " ")
			if m, ok := status.word(word); ok && !yesNo[word] && (m.value != "" || m.exclude != "") {
				return stateAmong(word, slices.Concat(fields[:from], fields[to:]))
			}
		}
		if !countHeaderFillers[fields[from]] {
			return ""
		}
	}
	return ""
}

// stateAmong returns a word if nothing else that is said beside it changes it.
func stateAmong(word string, others []string) string {
	if slices.ContainsFunc(others, func(w string) bool { return !countHeaderFillers[w] && !isYear(w) }) {
		return ""
	}
	return word
}

// bindStates finds columns of counts by status.
func (t *table) bindStates(rows []row) {
	if t.refuse != "" || t.states || !t.has(fieldCategory) || t.has(fieldStatus) {
		return
	}
	var found, there []int // there: of what is not gone
	most := 0
	for i, head := range t.header.headers[:t.width] {
		if !t.mayCount(i) || stateOf(head) == "" || !t.countsMostly(rows, i) || holdsYears(rows, i) {
			continue
		}
		found = append(found, i)
		most = max(most, sampleColumn(rows, i).most)
		if m, _ := vocabularies()[fieldStatus].word(stateOf(head)); !leftService(Status(m.value)) {
			there = append(there, i)
		}
	}
	if len(found) < 2 || most < 2 && !t.isRejected() { // of 0 and 1 they are marks
		return
	}
	if total := t.quantityAt(); total >= 0 && !slices.Contains(found, total) {
		if !sumsUp(rows, found, total) && !sumsUp(rows, there, total) {
			return
		}
		t.release(total, whyDuplicate)
	}
	t.states = true
	for n, i := range found {
		head := t.header.headers[i]
		t.release(i, "")
		t.infos[i] = ColumnInfo{Header: head.text, Field: fieldQuantity.String()}
		g := newWideGroup(wideHeader{})
		g.status, g.value, g.counts, g.header = stateOf(head), i, true, head
		t.wide = append(t.wide, g)
		t.wideIndex(i, n)
	}
	for _, g := range t.wide {
		g.aggregate = t.summarises()
	}
	t.replace()
}

// mayCount reports whether a column that no mapping is about may count by status:
// Stock and Disposed are known, too, as headers of quantities and of dates.
func (t *table) mayCount(i int) bool {
	switch info := t.infos[i]; {
	case info.How == howMapping:
		return false
	case info.Field != "":
		return slices.Contains([]string{fieldQuantity.String(), fieldRetired.String(), fieldAcquired.String()}, info.Field)
	default:
		return info.Why == whyUnknown || info.Why == whyDuplicate
	}
}

// countsMostly reports whether a column holds counts, but for some cells that are
// rejected where they stand. Of rows that were rejected that may be all.
func (t *table) countsMostly(rows []row, i int) bool {
	counts, others := countCells(rows, i)
	return t.isRejected() || counts > 0 && others <= counts
}

// countCells counts the cells of a column that are counts, and those that hold
// something else.
func countCells(rows []row, i int) (counts, others int) {
	for n := range rows {
		if len(bytes.TrimSpace(cellAt(&rows[n], i))) == 0 {
			continue
		}
		if _, ok := countIn(&rows[n], i); ok {
			counts++
		} else {
			others++
		}
	}
	return counts, others
}

// holdsYears reports whether the numbers of a column are years.
func holdsYears(rows []row, i int) bool {
	s := sampleColumn(rows, i)
	return s.filled > 0 && s.whole == s.filled && s.least >= 1970 && s.most < 2100
}

// quantityAt returns the place of the column of quantities, -1 for none.
func (t *table) quantityAt() int {
	if at := slices.IndexFunc(t.columns, func(c column) bool { return c.field == fieldQuantity }); at >= 0 {
		return t.columns[at].index
	}
	return -1
}

// release gives up what a column was taken for.
func (t *table) release(i int, why string) {
	t.columns = slices.DeleteFunc(t.columns, func(c column) bool { return c.index == i })
	t.infos[i].Field, t.infos[i].Why = "", why
}

// sumsUp reports whether a column is the sum of others in every row of counts.
func sumsUp(rows []row, parts []int, total int) bool {
	summed := 0
	for i := range rows {
		sum, ok := sumOf(&rows[i], parts)
		all, is := countIn(&rows[i], total)
		if !ok || !is {
			continue
		}
		if sum != all {
			return false
		}
		summed++
	}
	return summed > 0
}

// countIn reads a cell of counts; what says nothing is none.
func countIn(r *row, i int) (n int64, ok bool) {
	const digits = 12
	raw := cellAt(r, i)
	if n, ok := wholeNumber(raw); ok {
		return n, true
	}
	text, _ := cleanText(raw)
	switch {
	case len(text) > maxNumberText:
		return 0, false
	case itemOf(text).kind == itemNone && !isFormulaError(text):
		return 0, true
	case !isNumberText(text) || text[0] == '-':
		return 0, false
	}
	plain := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, text)
	n, err := strconv.ParseInt(plain, 10, 64)
	return n, err == nil && len(plain) <= digits
}

func sumOf(r *row, places []int) (sum int64, ok bool) {
	for _, i := range places {
		n, ok := countIn(r, i)
		if !ok {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// bindSums adds columns of counts up whose headers nobody knows, where nothing
// else stands in the table but the types, each once.
func (j *judge) bindSums() {
	const largest = 100_000
	t := j.table
	category := j.column(fieldCategory)
	if category < 0 || t.states || t.has(fieldQuantity) || len(j.rows) == 0 {
		return
	}
	var found []int
	for i, head := range t.header.headers[:t.width] {
		switch {
		case i == category || t.infos[i].Why == whyNotNeeded:
			continue
		case t.infos[i].Why == whyEmpty && j.sample(i).filled == 0:
			continue
		case t.infos[i].Why != whyUnknown || !head.mayHoldCounts() || !countsNearly(j.rows, i) || j.sample(i).most > largest || holdsYears(j.rows, i):
			return
		}
		found = append(found, i)
	}
	types := j.sample(category)
	if len(found) < 2 || len(types.order) != types.filled || types.share(traitCategory) < most {
		return
	}
	t.summed, t.counted = found, true
	people := slices.ContainsFunc(found, func(i int) bool { return t.header.headers[i].hidden || headsPerson(t.header.headers[i].text) })
	for _, i := range found {
		t.infos[i] = ColumnInfo{Header: t.infos[i].Header, Field: fieldQuantity.String()}
		if people { // then the others are colleagues
			t.infos[i].Header = columnLetters(i)
		}
	}
	t.setConstant(fieldQuantity, "", header{})
	t.told = append(t.told, Problem{Code: CodeColumnsSummed, Severity: Warning, Row: t.header.row, Args: []string{strconv.Itoa(len(found)), columnLetters(found[0]), columnLetters(found[len(found)-1])}})
}

// countsNearly reports whether a column whose header nobody knows holds counts:
// one cell in three that is none is that cell's fault.
func countsNearly(rows []row, i int) bool {
	counts, others := countCells(rows, i)
	return counts > 0 && others*2 <= counts
}

// mayHoldCounts reports whether a header that is not known may be that of a part
// of the units: it is no measure, no number and no time.
func (h header) mayHoldCounts() bool {
	if h.text == "" || h.unit != "" || len(h.text) > maxHeaderText || hasDigit(h.text) || wideOf(h).category != "" {
		return false
	}
	for w := range strings.FieldsSeq(words(h.text)) {
		if monthNames()[w] > 0 && len(w) >= 3 {
			return false
		}
	}
	return true
}

// headsPerson reports whether a header is the name of a person, if only the given one.
func headsPerson(text string) bool { return isPersonsName(text) || holdsGivenName(text) }

// sum fills in the quantity of a row whose columns of counts are added up. What
// is no count there is not quoted: in such a cell anything may stand.
func (t *table) sum(r *row, cells []cell) {
	sum, ok := sumOf(r, t.summed)
	text := withheld
	if ok {
		text = strconv.FormatInt(sum, 10)
	}
	for at, col := range t.columns {
		if col.field == fieldQuantity {
			cells[at] = cell{text: []byte(text)}
		}
	}
}

// hasNone reports whether a row counts nothing in columns that are added up.
func (t *table) hasNone(r *row) bool {
	sum, ok := sumOf(r, t.summed)
	return ok && sum == 0
}

// bindCross binds the columns of a table of counts whose header is in no list,
// however few rows it has: a line of texts above types and numbers.
func bindCross(rows []row) (*table, bool) {
	const looked = 15
	for i := range rows[:min(looked, len(rows))] {
		below := rows[i+1:]
		if !crosses(&rows[i], below) {
			continue
		}
		hs := headersOf(rows[i].cells)
		t := bindColumns(headerRow{row: rows[i].number, index: i, headers: hs, counted: personsCounts(hs, below)}, nil)
		if !t.has(fieldCategory) {
			first := firstFilled(below)
			if t.infos[first].Why != whyUnknown && t.infos[first].Why != whyEmpty {
				return nil, false
			}
			j := &judge{table: t, rows: below, samples: make(map[int]*columnSample)}
			j.bind(first, fieldCategory, "")
			j.tell(CodeColumnByContent, first, fieldCategory.String(), strconv.Itoa(j.sample(first).fitting(traitCategory)), strconv.Itoa(j.sample(first).filled))
			t.replace()
		}
		t.bindStates(below)
		t.judgeColumns(below)
		return t, t.refuse == "" && (t.states || t.has(fieldQuantity))
	}
	return nil, false
}

// crosses reports whether a row of texts stands above rows of a type and counts.
func crosses(head *row, below []row) bool {
	first := firstFilled(below)
	if first < 0 || first >= len(head.cells) {
		return false
	}
	types := sampleColumn(below, first)
	if types.filled == 0 || types.share(traitCategory) < most {
		return false
	}
	counts := 0
	for i, h := range headersOf(head.cells) {
		switch {
		case h.isValue() && !(i != first && isPersonalHeader(h.text) && countsNearly(below, i)) || i != first && h.isThing():
			return false
		case i == first || h.text == "":
		case countsNearly(below, i):
			counts++
		case !h.isKnown():
			return false
		}
	}
	return counts >= 2
}

// firstFilled returns the first column in which rows hold something, -1 for none.
func firstFilled(rows []row) int {
	filled := func(c cell) bool { return len(bytes.TrimSpace(c.text[:min(len(c.text), maxHeaderText)])) > 0 }
	first := -1
	for i := range rows {
		if n := slices.IndexFunc(rows[i].cells, filled); n >= 0 && (first < 0 || n < first) {
			first = n
		}
	}
	return first
}
