package inventory

import "bytes"

// quantitySums are the sums of the quantities of a table so far, as its cells
// stand: what a row of totals can be told by. A quantity that is no plain whole
// number makes them unknown.
type quantitySums struct {
	quantity, category int // columns; -1 for none
	unknown            bool
	all, since         sumOfRows // since the last row of totals
	ofCategory         map[string]*sumOfRows
	last               []byte // the category of the row before
	lastSum            *sumOfRows
}

// A sumOfRows is a sum of quantities. Whoever summed rows with a blank quantity
// may have taken it for none or for one.
type sumOfRows struct{ quantities, blanks, rows int64 }

func (s *sumOfRows) is(n int64) bool {
	return n == s.quantities || n == s.quantities+s.blanks
}

func newQuantitySums(t *table) *quantitySums {
	s := &quantitySums{quantity: -1, category: -1, ofCategory: make(map[string]*sumOfRows)}
	for _, col := range t.columns {
		switch {
		case col.index < 0:
		case col.field == fieldQuantity && s.quantity < 0:
			s.quantity = col.index
		case col.field == fieldCategory && s.category < 0:
			s.category = col.index
		}
	}
	return s
}

// mostSums bounds the categories whose quantities are summed.
const mostSums = 1 << 12

// add adds a row that is an item.
func (s *quantitySums) add(r *row) {
	if s.quantity < 0 || s.unknown {
		return
	}
	text := cellAt(r, s.quantity)
	n, ok := wholeNumber(text)
	blank := int64(0)
	if !ok {
		if len(bytes.TrimSpace(text)) > 0 {
			s.unknown = true
			return
		}
		blank = 1
	}
	for _, sum := range [...]*sumOfRows{&s.all, &s.since, s.categoryOf(r)} {
		sum.quantities += n
		sum.blanks += blank
		sum.rows++
	}
}

// categoryOf returns the sum of the category of a row.
func (s *quantitySums) categoryOf(r *row) *sumOfRows {
	text := cellAt(r, s.category)
	if s.lastSum != nil && bytes.Equal(text, s.last) {
		return s.lastSum
	}
	sum := s.ofCategory[string(text)]
	if sum == nil {
		sum = new(sumOfRows)
		if len(s.ofCategory) < mostSums {
			s.ofCategory[string(text)] = sum
		}
	}
	s.last, s.lastSum = append(s.last[:0], text...), sum
	return sum
}

// total begins the sums that run from one row of totals to the next.
func (s *quantitySums) total() { s.since = sumOfRows{} }

// judge returns what a row is that may be one of totals: one, or an item, by its
// quantity; the place decides where the sums are not known.
func (s *quantitySums) judge(r *row) rowKind {
	n, ok := wholeNumber(cellAt(r, s.quantity))
	switch {
	case !ok || s.unknown:
		return rowSum
	case s.all.is(n), s.since.is(n), s.category >= 0 && s.ofCategory[string(cellAt(r, s.category))] != nil && s.categoryOf(r).is(n):
		return rowTotal
	}
	return rowItem
}

// several reports whether the number of a row sums several rows of its category.
func (s *quantitySums) several(r *row) bool {
	n, ok := wholeNumber(cellAt(r, s.quantity))
	if !ok || s.unknown || s.ofCategory[string(cellAt(r, s.category))] == nil {
		return false
	}
	sum := s.categoryOf(r)
	return sum.rows >= 2 && sum.is(n)
}

func cellAt(r *row, index int) []byte {
	if index < 0 || index >= len(r.cells) {
		return nil
	}
	return r.cells[index].text
}

// wholeNumber reads a plain whole number.
func wholeNumber(text []byte) (int64, bool) {
	const mostDigits = 10
	text = bytes.TrimSpace(text)
	if len(text) == 0 || len(text) > mostDigits {
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
