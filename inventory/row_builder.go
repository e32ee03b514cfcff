package inventory

import "sync/atomic"

// rowBuilder puts the rows of a workbook's sheet together, cell by cell.
type rowBuilder struct {
	limits Limits
	row    row
	used   int    // cells of the row that hold something
	arena  []byte // texts of cells; started anew when full
	padded *padding
}

// padding counts the cells of a file that it does not spell out, in all its
// sheets and each time they are read.
type padding struct{ cells atomic.Int64 }

// sheetArena is the size at which the memory for texts is started anew.
const sheetArena = 128 << 10

// begin starts a row.
func (b *rowBuilder) begin(number int) {
	b.row.number = number
	clear(b.row.cells)
	b.row.cells = b.row.cells[:0]
	if len(b.arena) > sheetArena {
		b.arena = nil
	}
	b.used = 0
}

// keep returns a text in memory that stays as it is: the caller's is used again.
func (b *rowBuilder) keep(text []byte) []byte {
	if b.arena == nil {
		b.arena = make([]byte, 0, sheetArena+len(text)+shortCell)
	}
	from := len(b.arena)
	b.arena = append(b.arena, text...)
	return b.arena[from:len(b.arena):len(b.arena)]
}

// put places a cell in a column.
func (b *rowBuilder) put(column int, c cell) error {
	if column >= b.limits.Columns {
		return overLimit("columns", b.limits.Columns)
	}
	if gap := column - len(b.row.cells); gap > 0 {
		if err := b.pad(int64(gap)); err != nil {
			return err
		}
	}
	for len(b.row.cells) <= column {
		b.row.cells = append(b.row.cells, cell{})
	}
	b.row.cells[column] = c
	b.used++
	return nil
}

// pad counts cells that the file does not spell out.
func (b *rowBuilder) pad(cells int64) error {
	if b.padded.cells.Add(cells) > b.limits.RepeatedCells {
		return overLimit("repeated_cells", b.limits.RepeatedCells)
	}
	return nil
}
