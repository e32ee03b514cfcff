package workbook

import (
	"math"
	"slices"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// column is a column of a table.
type column struct {
	header string
	width  float64
	format string // of its numbers; empty for a column of texts
	wrap   bool
	look   look // font and alignment, where they are not the usual ones
}

// table is a sheet that holds one Excel table, with a filter, below a title.
type table struct {
	*sheet
	columns []column
	body    []look // of a plain row, by column
	styles  []int  // of body
}

const (
	tableHeader = 4 // row of the header of every table
	tableFirst  = tableHeader + 1
)

// pageWidth and largeWidth are how many characters a printed page holds across
// and can still be read, of A4 and of A3. A table that is wider than the latter
// goes over several.
const (
	pageWidth  = 190
	largeWidth = 430
)

// table starts a sheet with a table. Columns of numbers have their headers to
// the right, as the numbers are; a text that follows a number stands clear of it.
func (b *book) table(name, heading, note string, tab string, fixedColumns int, columns []column) *table {
	var (
		widths = make([]float64, len(columns))
		wide   float64
		rows   = 1
		heads  = make([]look, len(columns))
		t      = &table{columns: columns}
	)
	tall := slices.ContainsFunc(columns, func(c column) bool { return c.wrap })
	before := "" // the format of the column to the left
	for i, c := range columns {
		widths[i] = c.width
		wide += c.width
		rows = max(rows, wrappedRows(c.header, int(c.width*1.05)-1))
		heads[i] = look{font: header, fill: darkBlue, wrap: true, align: c.look.align}
		l := c.look
		l.edge, l.format, l.wrap, l.top = faintEdge, c.format, c.wrap, tall
		switch {
		case c.format != "" && c.look.align == "":
			heads[i].align = "right"
		case c.format == "" && before != "" && c.look.align == "":
			heads[i].indent, l.indent = 1, 1
			heads[i].align, l.align = "left", "left"
		}
		before = c.format
		t.body = append(t.body, l)
		t.styles = append(t.styles, b.style(l))
	}
	t.sheet = b.add(name, layout{
		tab: tab, widths: widths, frozen: tableHeader, columns: fixedColumns,
		repeat: tableHeader, pages: int(math.Ceil(wide / largeWidth)), large: wide > pageWidth,
	})
	t.titles(heading, note)
	for i, c := range columns {
		t.text(i+1, heads[i], c.header)
	}
	t.tall = float64(8 + 13*min(rows, 6))
	t.end()
	return t
}

// titles writes a sheet's title and, below it, what it shows.
func (s *sheet) titles(heading, note string) {
	s.tall = 28
	s.text(1, look{font: title}, heading)
	s.end()
	s.tall = 16
	s.text(1, look{font: quiet}, note)
	s.end()
	s.row = tableHeader
}

// value puts a value into a column with the column's own look. Texts are made
// fit for a cell, exact numbers become the nearest that a cell can hold, and
// what is empty or not known leaves the cell empty.
func (t *table) value(column int, value any) { t.cell(column, t.styles[column-1], fit(value), "") }

// values puts values into the columns from the first.
func (t *table) values(values ...any) {
	for i, v := range values {
		t.value(i+1, v)
	}
}

// underline puts a line below the current row, the last of a group.
func (t *table) underline() {
	for i := range t.cells[:min(len(t.cells), len(t.body))] {
		l := t.body[i]
		l.edge = strongEdge
		t.cells[i].StyleID = t.book.style(l)
	}
}

// fit turns a value into one that a cell can hold.
func fit(value any) any {
	switch v := value.(type) {
	case string:
		if v == "" {
			return nil
		}
		return cellText(v)
	case decimal.Decimal:
		return float(v)
	case decimal.NullDecimal:
		if !v.Valid {
			return nil
		}
		return float(v.Decimal)
	case figureValue:
		if !v.known {
			return nil
		}
		return float(v.value)
	default:
		return v
	}
}

// done makes the rows an Excel table with a filter and ends the sheet. A table
// without rows stays a header.
func (t *table) done(name string) {
	last := t.row - 1
	if t.book.err == nil && last > tableHeader {
		stripes := false
		t.book.keep(t.stream.AddTable(&excelize.Table{
			Range: ref(1, tableHeader) + ":" + ref(len(t.columns), last), Name: name, ShowRowStripes: &stripes,
		}))
		t.book.nameTable(name, t.name)
	}
	t.close()
	t.book.printArea(t.sheet, len(t.columns), last)
}

// as returns the look with a number format.
func (l look) as(format string) look { l.format = format; return l }

// in returns the look with the number format, alignment and indent of another:
// a row that stands out in a column keeps the column's shape.
func (l look) in(column look) look {
	l.format, l.align, l.indent = column.format, column.align, column.indent
	return l
}
