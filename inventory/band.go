package inventory

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/recognition"
)

// A band is neighbouring columns of a sheet, apart from others by blank ones.
// Most sheets are one band; where tables stand side by side, each has its own,
// with tables one below the other.
type band struct {
	sheet    *sheetRead
	from, to int // columns; to is 0 for all that follow
	part     row

	region  *region // nil while a header is looked for
	pending []row   // rows of the table to come, its header among them
	size    int
	later   bool // there was a table above

	last  int   // number of the row before
	held  []row // after a blank row: perhaps titles of another table
	tail  bool  // the rows at hand are remarks below the table
	list  bool  // the rows at hand look like a list of something else
	other bool  // the rows at hand are of a list of something else
	lines int   // of that list
	row   int   // its header
	names []string
}

func (b *band) whole() bool { return b.from == 0 && b.to == 0 }

// cut returns the part of a row that stands in the band.
func (b *band) cut(r *row) *row {
	if b.whole() {
		return r
	}
	b.part = *r
	from, to := min(b.from, len(r.cells)), len(r.cells)
	if b.to > 0 {
		to = min(b.to, to)
	}
	b.part.cells = r.cells[from:max(from, to)]
	return &b.part
}

// take takes a row. It reports false once conversion has ended early.
func (b *band) take(r *row) bool {
	if b.region == nil && !b.other {
		if r.blank() {
			return true
		}
		b.pending = append(b.pending, r.clone())
		b.size += r.held()
		if b.later && (len(b.pending) >= b.sheet.reader.options.Limits.HeaderRows || b.size > headBytes) {
			return b.begin()
		}
		return true
	}
	if b.other {
		return b.skip(r)
	}
	judge := b.region.judge
	kind, filled, size := judge.look(r)
	if kind == rowBlank {
		if filled == 0 {
			b.last = -1
		}
		return true
	}
	gap := b.last != r.number-1
	b.last = r.number
	if gap || b.held != nil || b.tail || b.list {
		return b.afterGap(r, kind, filled, size, gap)
	}
	if kind == rowHeader {
		return b.next(r)
	}
	return b.region.put(r, kind, filled, size)
}

// mostHeld is how many rows after a blank one may be titles of another table.
const mostHeld = 12

// afterGap takes a row that follows a blank one. A few short lines there are
// either the titles of another table, or remarks: neither are items.
func (b *band) afterGap(r *row, kind rowKind, filled, size int, gap bool) bool {
	j := b.region.judge
	if b.list {
		if !gap && kind == rowItem && !b.region.table.isKnownItem(r) {
			b.lines++
			if len(b.held) < mostHeld {
				b.held = append(b.held, r.clone())
			}
			return true
		}
		if !b.endList(gap || kind == rowHeader) {
			return false
		}
	}
	switch kind {
	case rowHeader:
		b.drop()
		return b.next(r)
	case rowAgain:
		b.drop()
		b.tail = false
		return b.region.put(r, kind, filled, size)
	default:
	}
	thin := (kind == rowItem || kind == rowSection) &&
		(filled == 1 && j.most >= 2 && gap || filled <= 2 && j.most >= 4 && !b.region.table.isKnownItem(r))
	switch {
	case thin && len(b.held) < mostHeld && !b.tail:
		b.held = append(b.held, r.clone())
		return true
	case thin:
		b.drop()
		b.tail = true
		b.region.dropLine(r)
		return true
	}
	b.tail = false
	if !b.release(gap) {
		return false
	}
	if gap && kind == rowItem && b.region.known && j.most >= 3 && looksLikeHeaders(r) && !b.region.table.isKnownItem(r) {
		b.list, b.lines, b.row = true, 0, r.number
		b.held = append(b.held, r.clone())
		return true
	}
	return b.region.put(r, kind, filled, size)
}

// endList ends what looked like a list of something else: a line of texts after
// a blank row, and rows below it of which none names a device. If one does after
// all, they are rows like all others.
func (b *band) endList(ended bool) bool {
	b.list = false
	held := b.held
	b.held = nil
	if ended && b.lines > 0 || b.lines >= mostHeld {
		var names []string
		for _, h := range headersOf(held[0].cells) {
			if _, ok := headers().meanings[h.key]; ok && len(names) < 8 {
				names = append(names, h.text) // any other text may be anything
			}
		}
		b.sheet.pipeline.settle()
		b.sheet.report.add(Problem{Code: CodeTableSkipped, Severity: Note, Row: b.row, Args: append([]string{strconv.Itoa(b.lines)}, names...)})
		return true
	}
	for i := range held {
		kind, filled, size := b.region.judge.look(&held[i])
		if !b.region.put(&held[i], kind, filled, size) {
			return false
		}
	}
	return true
}

// looksLikeHeaders reports whether a row holds nothing but texts without digits.
func looksLikeHeaders(r *row) bool {
	filled := 0
	for _, c := range r.cells {
		if len(c.text) == 0 {
			continue
		}
		filled++
		if c.number || len(c.text) > maxHeaderText || hasDigit(string(c.text)) {
			return false
		}
	}
	return filled >= 2
}

// drop leaves the held lines out: they belong to no row of the table.
func (b *band) drop() {
	for i := range b.held {
		b.region.dropLine(&b.held[i])
	}
	b.held = nil
}

func (r *region) dropLine(line *row) {
	if r.outside == 0 {
		r.outsideRow = line.number
	}
	r.outside++
}

// release hands the held rows on, as what they look like by themselves.
// Remarks are followed by a gap, or by nothing.
func (b *band) release(gap bool) bool {
	if gap && len(b.held) > 1 || len(b.held) > 3 {
		b.drop()
		return true
	}
	held := b.held
	b.held = nil
	for i := range held {
		kind, filled, size := b.region.judge.look(&held[i])
		if !b.region.put(&held[i], kind, filled, size) {
			return false
		}
	}
	return true
}

// isKnownItem reports whether a row names a kind of device.
func (t *table) isKnownItem(r *row) bool {
	for _, col := range t.columns {
		if col.index < 0 || col.index >= len(r.cells) || len(r.cells[col.index].text) > maxHeaderText {
			continue
		}
		text, _ := cleanText(r.cells[col.index].text)
		if text == "" {
			continue
		}
		switch col.field {
		case fieldCategory, fieldSubcategory:
			if recognition.KnowsType(text) {
				return true
			}
		case fieldModel:
			if recognition.Recognise(recognition.Thing{Model: text}).How != recognition.Unresolved {
				return true
			}
		default:
		}
	}
	for _, g := range t.wide {
		if g.item(r, t.saysWhat()).kind != itemNone {
			return true
		}
	}
	return false
}

// next begins to look at another table below the one at hand.
func (b *band) next(r *row) bool {
	if b.region != nil && !b.region.settle(rowTotal) {
		return false
	}
	b.region, b.other, b.later = nil, false, true
	b.held, b.tail, b.list = nil, false, false
	b.pending, b.size = nil, 0
	return b.take(r)
}

// finish ends the band with the sheet.
func (b *band) finish() bool {
	for b.region == nil && !b.other && len(b.pending) > 0 {
		if !b.begin() {
			return false
		}
	}
	if b.list && !b.endList(true) {
		return false
	}
	held := b.held
	b.held = nil
	for i := range held {
		if !b.region.table.isKnownItem(&held[i]) {
			b.region.dropLine(&held[i])
			continue
		}
		kind, filled, size := b.region.judge.look(&held[i])
		if !b.region.put(&held[i], kind, filled, size) {
			return false
		}
	}
	b.endOther()
	return b.region == nil || b.region.settle(rowTotal)
}

// begin begins the table that is pending. It reports false if conversion has
// ended early, or there is no table where the sheet must have its first.
func (b *band) begin() bool {
	if b.region != nil || b.other || len(b.pending) == 0 {
		return true
	}
	rows := b.pending
	b.pending, b.size = nil, 0
	t, err := b.find(rows)
	s := b.sheet
	s.pipeline.settle()
	var why *refusal
	switch {
	case err == nil && (len(s.doc.sheets()) > 1 || b.later || len(s.bands) > 1) && !s.says.asInventory() && !t.resemblesInventory(rows[t.header.index+1:]):
		why = refuse(CodeColumnsMissing, "category,model")
		why.row = t.header.row
		err = why
	case err != nil:
		errors.As(err, &why)
	}
	if err != nil {
		if s.reader.options.Survey && s.seen.HeaderRow == 0 {
			s.surveyRefused(t, rows)
		}
		return b.refuse(why, rows)
	}
	below := rows[t.header.index+1:]
	b.region = b.newRegion(t, below)
	b.last = t.header.row
	if !b.later {
		b.region.sayAbove(rows[:max(0, t.header.index)])
	}
	for i := range below {
		if !b.take(&below[i]) {
			return false
		}
	}
	return true
}

// find finds the table among pending rows. That of a later table begins with its header.
func (b *band) find(rows []row) (*table, error) {
	if !b.later {
		return findTable(rows, b.sheet.says)
	}
	heads := make([]headerRow, min(2, len(rows)))
	for i := range heads {
		heads[i] = headerRow{row: rows[i].number, index: i, headers: headersOf(rows[i].cells)}
	}
	h := heads[0]
	h.score, _ = h.value()
	if two, ok := twoLines(heads, h, true); ok {
		h = two
	}
	return bindTable(h, rows[h.index+1:], b.sheet.says)
}

// refuse says that what stands here is no inventory, and goes on to look for one
// below it.
func (b *band) refuse(why *refusal, rows []row) bool {
	s := b.sheet
	if !b.later && b.whole() {
		s.refused = why
		return false
	}
	if s.refused == nil {
		s.refused = why
	}
	b.other, b.lines, b.row, b.names = true, 0, max(why.row, rows[0].number), nil
	for _, r := range rows {
		if r.number == why.row {
			for _, h := range (&headerRow{headers: headersOf(r.cells)}).public(headers(), nil) {
				if h.text != "" && len(b.names) < 8 {
					b.names = append(b.names, h.text)
				}
			}
			continue
		}
		if r.number > why.row {
			if !b.skip(&r) {
				return false
			}
		}
	}
	return true
}

// skip passes over a row of a list of something else.
func (b *band) skip(r *row) bool {
	if r.blank() {
		return true
	}
	if mayBeHeader(r) && isHeaderAmongData(headersOf(r.cells)) {
		b.endOther()
		return b.next(r)
	}
	b.lines++
	return true
}

// endOther says what list was passed over.
func (b *band) endOther() {
	if b.other {
		b.sheet.pipeline.settle()
		b.sheet.report.add(Problem{Code: CodeTableSkipped, Severity: Note, Row: b.row, Args: append([]string{strconv.Itoa(b.lines)}, b.names...)})
	}
	b.other = false
}

// findBands finds the columns that are apart: blank in all of the first rows,
// with a table of their own on either side.
func (s *sheetRead) findBands(head []row) []*band {
	parts := filledColumns(head)
	if len(parts) < 2 {
		return []*band{{sheet: s}}
	}
	// A part that says again what was said before begins a band, and so does a list
	// of its own; any other belongs to the part before it.
	var bands []*band
	var have []field
	for _, p := range parts {
		cut := cutColumns(head, p[0], p[1])
		t, err := findTable(cut, s.says)
		apart := len(bands) > 0 && (repeats(tableIn(cut, t, err), have) || isLookup(cut, head, bands[len(bands)-1].from, p[0]))
		if apart {
			bands[len(bands)-1].to = p[0]
			have = nil
		}
		if apart || len(bands) == 0 {
			bands = append(bands, &band{sheet: s, from: p[0]})
		}
		if err == nil {
			for _, c := range t.columns {
				have = append(have, c.field)
			}
		}
	}
	if len(bands) == 1 || identifying(bands, head) == 0 {
		return []*band{{sheet: s}}
	}
	return bands
}

// filledColumns returns the runs of columns that hold something in some row.
func filledColumns(head []row) (parts [][2]int) {
	width := 0
	for _, r := range head {
		width = max(width, len(r.cells))
	}
	used := make([]bool, width)
	for _, r := range head {
		for i, c := range r.cells {
			used[i] = used[i] || len(c.text) > 0 && strings.TrimSpace(string(c.text)) != ""
		}
	}
	for i := 0; i < width; i++ {
		if !used[i] {
			continue
		}
		from := i
		for i < width && used[i] {
			i++
		}
		parts = append(parts, [2]int{from, i})
	}
	return parts
}

// cutColumns returns some columns of rows.
func cutColumns(rows []row, from, to int) []row {
	var cut []row
	for _, r := range rows {
		if from < len(r.cells) {
			cut = append(cut, row{number: r.number, cells: r.cells[from:min(to, len(r.cells))]})
		}
	}
	return cut
}

// tableIn returns the table that was found, or the columns of the header of one
// that does not say what items are; nil for none.
func tableIn(rows []row, t *table, err error) *table {
	var why *refusal
	if errors.As(err, &why) && why.code == CodeColumnsMissing {
		return headerAt(rows, why.row)
	}
	if err != nil {
		return nil
	}
	return t
}

// isLookup reports whether columns beside a table are a list of their own: it
// ends before the table does and says nothing twice, or goes on below it.
func isLookup(cut, head []row, from, to int) bool {
	lines, last, twice := 0, 0, false
	seen := make(map[string]bool)
	for _, r := range cut {
		if r.blank() {
			continue
		}
		lines, last = lines+1, r.number
		for i, c := range r.cells {
			if text := strings.TrimSpace(string(c.text)); text != "" {
				key := strconv.Itoa(i) + text
				twice = twice || seen[key]
				seen[key] = true
			}
		}
	}
	rows, below, end := 0, 0, 0
	for _, r := range head {
		part := row{cells: r.cells[min(from, len(r.cells)):min(to, len(r.cells))]}
		if part.blank() {
			continue
		}
		rows++
		if r.number > last {
			below++
		}
		end = r.number
	}
	const few = 3 // a header and two lines
	beyond := 0
	for i := range cut {
		if cut[i].number > end && !cut[i].blank() {
			beyond++
			if saysTotal(&cut[i]) {
				return false
			}
		}
	}
	if rows >= 2 && beyond >= 2 {
		return true
	}
	return !twice && lines >= few && below > 0 && len(seen) > lines && rows > lines
}

// saysTotal reports whether a cell of a row is a word for totals.
func saysTotal(r *row) bool {
	for _, c := range r.cells {
		if len(c.text) > 0 && len(c.text) <= maxHeaderText {
			if total, _ := isTotal(words(string(c.text))); total {
				return true
			}
		}
	}
	return false
}

// identifying counts the bands that hold a table of devices.
func identifying(bands []*band, head []row) int {
	n := 0
	for _, b := range bands {
		var cut []row
		for i := range head {
			part := *b.cut(&head[i])
			if !part.blank() {
				cut = append(cut, part)
			}
		}
		if _, err := findTable(cut, b.sheet.says); err == nil {
			n++
		}
	}
	return n
}

// headerAt binds the columns of the header in a row.
func headerAt(rows []row, number int) *table {
	for i, r := range rows {
		if r.number == number {
			return bindColumns(headerRow{row: number, index: i, headers: headersOf(r.cells)}, nil)
		}
	}
	return nil
}

// repeats reports whether columns say again what was said before, as those of
// another table do and those of the same table behind a blank column do not.
func repeats(t *table, have []field) bool {
	return t != nil && slices.ContainsFunc(t.columns, func(c column) bool { return slices.Contains(have, c.field) })
}
