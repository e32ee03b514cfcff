package inventory

import (
	"bytes"
	"errors"
	"io"
)

// Cells that are merged downwards hold their text once, in the first; it holds
// for all of them. A workbook lists them after its rows, so that they can be
// known before only by unpacking the sheet once more. That is done for sheets of
// the size that people make by hand, and only where a cell below a filled one is
// blank; of larger ones it is said that it was not done.

// A mergedArea is cells that are one. Columns count from 0, rows from 1.
type mergedArea struct{ fromRow, toRow, column int }

// A mergingDocument knows which cells of a sheet are merged over several rows.
type mergingDocument interface {
	// mergedAreas looks for them before the rows are read; looked is false where
	// the sheet is too large for that.
	mergedAreas(sheet int) (areas []mergedArea, looked bool, err error)
}

// mergedCells carries texts down merged areas as the rows go by.
type mergedCells struct {
	byRow  map[int][]mergedArea
	active []carried
}

type carried struct {
	mergedArea
	cell cell
}

// mergedCells returns what must be carried down on a sheet; nil for nothing.
func (s *sheetRead) mergedCells(head []row) *mergedCells {
	doc, ok := s.doc.(mergingDocument)
	if !ok || !hasGaps(head) {
		return nil
	}
	areas, looked, err := doc.mergedAreas(s.index)
	if err != nil || !looked || len(areas) == 0 {
		return nil // an error turns up when the rows are read
	}
	m := &mergedCells{byRow: make(map[int][]mergedArea)}
	for _, a := range areas {
		m.byRow[a.fromRow] = append(m.byRow[a.fromRow], a)
	}
	return m
}

// hasGaps reports whether a cell below a filled one is blank.
func hasGaps(head []row) bool {
	for i := 1; i < len(head); i++ {
		for c, above := range head[i-1].cells {
			if len(above.text) > 0 && (c >= len(head[i].cells) || len(head[i].cells[c].text) == 0) {
				return true
			}
		}
	}
	return false
}

// fill puts the texts of merged cells into the cells of a row that they cover.
func (m *mergedCells) fill(r *row) {
	if m == nil {
		return
	}
	kept := m.active[:0]
	for _, c := range m.active {
		if c.toRow < r.number {
			continue
		}
		kept = append(kept, c)
		for len(r.cells) <= c.column {
			r.cells = append(r.cells, cell{})
		}
		if len(r.cells[c.column].text) == 0 {
			r.cells[c.column] = c.cell
		}
	}
	m.active = kept
	for _, a := range m.byRow[r.number] {
		if a.column < len(r.cells) && len(r.cells[a.column].text) > 0 {
			held := r.cells[a.column]
			held.text = bytes.Clone(held.text)
			m.active = append(m.active, carried{a, held})
		}
	}
}

// mergedLimit is the size of a sheet, unpacked, up to which it is searched for
// merged cells before it is read: some hundred thousand cells.
const mergedLimit = 16 << 20

func (w *workbook) mergedAreas(sheet int) ([]mergedArea, bool, error) {
	r, err := w.archive.open(w.parts[sheet])
	if err != nil {
		return nil, false, err
	}
	defer r.Close()
	// The list stands at the end: what is before is not looked at as XML.
	data := make([]byte, 0, 1<<16)
	mark := []byte("mergeCell")
	buf := make([]byte, 64<<10)
	for read := 0; ; {
		n, err := r.Read(buf)
		read += n
		if read > mergedLimit {
			return nil, false, nil
		}
		data = append(data, buf[:n]...)
		if bytes.Contains(data, mark) {
			break
		}
		if errors.Is(err, io.EOF) {
			return nil, true, nil
		}
		if err != nil {
			return nil, false, err
		}
		if keep := len(mark); len(data) > keep {
			data = append(data[:0], data[len(data)-keep:]...)
		}
	}
	rest, err := io.ReadAll(io.LimitReader(r, mergedLimit))
	if err != nil {
		return nil, false, err
	}
	return parseMerged(append(data, rest...)), true, nil
}

// mostMerged bounds the merged areas that are looked at.
const mostMerged = 100_000

// parseMerged reads <mergeCell ref="A2:A11"/> tags.
func parseMerged(data []byte) []mergedArea {
	var areas []mergedArea
	for len(areas) < mostMerged {
		i := bytes.Index(data, []byte("mergeCell "))
		if i < 0 {
			break
		}
		data = data[i+len("mergeCell "):]
		end := bytes.IndexByte(data, '>')
		if end < 0 {
			break
		}
		for rest := data[:end]; ; {
			name, value, after, ok := cutAttr(rest)
			if !ok {
				break
			}
			rest = after
			if string(name) == "ref" {
				if a, ok := parseArea(value); ok {
					areas = append(areas, a)
				}
			}
		}
		data = data[end:]
	}
	return areas
}

// parseArea reads A2:A11, if it spans rows.
func parseArea(ref []byte) (mergedArea, bool) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return mergedArea{}, false
	}
	column, ok := columnNumber(from)
	first, last := rowNumber(from), rowNumber(to)
	return mergedArea{first, last, column}, ok && column < 1<<14 && first > 0 && last > first
}

func rowNumber(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c >= '0' && c <= '9' && n < 1<<24 {
			n = n*10 + int(c-'0')
		}
	}
	return n
}

// sayMerged says that merged cells were not carried down.
func (s *sheetRead) sayMerged() {
	a := s.hint.merged
	if a.fromRow == 0 || s.merged != nil {
		return
	}
	for _, r := range s.regions {
		for _, col := range r.table.columns {
			if a.fromRow > r.table.header.row && col.index+r.band.from == a.column && col.index >= 0 {
				s.report.add(Problem{Code: CodeMergedCells, Severity: Warning, Row: a.fromRow, Column: col.header.text})
				return
			}
		}
	}
}
