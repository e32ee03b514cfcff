package inventory

import (
	"bytes"
	"iter"
)

// A row is a line of a table. The list of its cells is used again for the next
// one, what they hold is not: it stays as it is for as long as anyone refers to it.
type row struct {
	number     int // as a spreadsheet counts, the first is 1
	cells      []cell
	unbalanced bool // its quotation marks do not pair up
}

// A cell is its text. Dates of a workbook are written as 2025-03-31.
type cell struct {
	text   []byte
	number bool // a number by type, as only workbooks have: its point is a decimal point
	// uncomputed is a formula whose value nobody stored: it holds something, and
	// nobody knows what.
	uncomputed bool
}

// blank reports whether the row holds nothing but white space.
func (r *row) blank() bool {
	for _, c := range r.cells {
		if c.uncomputed || len(bytes.TrimSpace(c.text)) > 0 {
			return false
		}
	}
	return true
}

// held returns how much memory the row takes while it is kept, its cells and
// their texts: a row of thousands of short cells takes more for the cells.
func (r *row) held() (size int) {
	const perCell = 32
	for _, c := range r.cells {
		size += perCell + len(c.text)
	}
	return size
}

// A document is an opened file: one or more tables.
type document interface {
	format() string
	sheets() []sheetHead
	// rows yields the rows of a sheet from the first, blank ones too where the
	// file has them. It may be called again, to look at a column as a whole
	// before converting it. A refusal or an error of reading ends the rows.
	rows(sheet int, hint *rowHint) iter.Seq2[row, error]
	close() error
}

type sheetHead struct {
	name   string // empty for a file without sheets
	hidden bool
}

// rowHint is what the reader of rows learns from whoever consumes them, and what
// it tells in return beside the rows.
type rowHint struct {
	cells  int        // number of cells in the header; 0 while it is not known
	merged mergedArea // the first cells that are merged over several rows, if any were met
}
