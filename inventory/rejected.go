package inventory

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
)

// Rows that were rejected can be written to a file in the layout of their input,
// to be corrected and read again. Their cells are fetched in a second pass over
// the sources, for the first keeps no cell. What the file holds is what the
// first pass read: cells of columns that are not read — personal data,
// identifiers, whatever nobody knows — are blank under their header, and the
// others have passed the same filter.

// A RejectedRow is a row that could not be used, in the layout of its input.
type RejectedRow struct {
	File, Sheet string
	Row         int
	Header      []string // of all columns; the same slice for all rows of a table
	Cells       []RejectedCell
	Problems    []Problem // why, one at least
	Delimiter   rune      // between the cells of a text file; 0 for a workbook
}

// A RejectedCell is a cell of such a row.
type RejectedCell struct {
	Text   string
	Number bool // by type: the point in it is a decimal point
}

// readTable is what a second pass must know of a table.
type readTable struct {
	headerRow int
	header    []string
	fields    []field // by place
	names     []int   // places of columns that name people
	withheld  []field // columns that turned out to hold names of people
}

type sheetName struct{ file, sheet string }

// keepTable notes how a table was read.
func (r *Result) keepTable(file, sheet string, t *table) *readTable {
	k := &readTable{headerRow: t.header.row, fields: make([]field, t.width), names: t.names}
	for _, col := range t.columns {
		if col.index >= 0 && col.index < t.width {
			k.fields[col.index] = col.field
		}
	}
	for i, head := range t.header.headers[:t.width] {
		text := head.text
		if k.fields[i] == noField {
			text = quotable(text)
		}
		k.header = append(k.header, text)
	}
	if r.tables == nil {
		r.tables = make(map[sheetName][]*readTable)
	}
	at := sheetName{file, sheet}
	for _, other := range r.tables[at] { // another reading of the same rows
		if other.headerRow == k.headerRow {
			other.merge(k)
			return other
		}
	}
	r.tables[at] = append(r.tables[at], k)
	return k
}

// merge adds the columns that another reading of the same table reads.
func (k *readTable) merge(other *readTable) {
	for i, f := range other.fields {
		if i >= len(k.fields) {
			k.fields, k.header = append(k.fields, f), append(k.header, other.header[i])
		} else if k.fields[i] == noField {
			k.fields[i], k.header[i] = f, other.header[i]
		}
	}
	for _, place := range other.names {
		if !slices.Contains(k.names, place) {
			k.names = append(slices.Clip(k.names), place)
		}
	}
}

// tableOf returns the table that a row of a sheet is in.
func (r *Result) tableOf(at sheetName, row int) *readTable {
	var best *readTable
	for _, k := range r.tables[at] {
		if k.headerRow < row && (best == nil || k.headerRow > best.headerRow) {
			best = k
		}
	}
	return best
}

// Rejected yields the rejected rows whose problems were kept, in the order of
// the sources. The sources and limits must be those that were read; one that
// cannot be read any more ends the rows with an error.
func (r *Result) Rejected(ctx context.Context, sources []Source, limits Limits) iter.Seq2[RejectedRow, error] {
	return func(yield func(RejectedRow, error) bool) {
		wanted := make(map[string]map[string][]Problem) // by file and sheet
		for p := range r.Problems.All() {
			if p.Severity != Rejected || p.Row == 0 || len(r.tables[sheetName{p.File, p.Sheet}]) == 0 {
				continue
			}
			if wanted[p.File] == nil {
				wanted[p.File] = make(map[string][]Problem)
			}
			wanted[p.File][p.Sheet] = append(wanted[p.File][p.Sheet], p)
		}
		for _, source := range sources {
			if !r.rejectedIn(ctx, source, limits.withDefaults(), wanted, yield) {
				return
			}
		}
	}
}

// rejectedIn yields the rejected rows of a source, or of the files in it.
func (r *Result) rejectedIn(ctx context.Context, source Source, limits Limits, wanted map[string]map[string][]Problem, yield func(RejectedRow, error) bool) bool {
	u, err := unpack(ctx, source, limits)
	if err != nil {
		return yield(RejectedRow{File: source.Name}, changedSince(&input{source: source}, err))
	}
	defer u.close()
	for _, part := range u.sources {
		sheets := wanted[part.Name]
		if len(sheets) == 0 {
			continue
		}
		delete(wanted, part.Name)
		in := &input{ctx: ctx, source: part, limits: limits, size: part.Size}
		if !r.rejectedOf(in, sheets, yield) {
			return false
		}
	}
	return true
}

// rejectedOf yields the rejected rows of one source.
func (r *Result) rejectedOf(in *input, sheets map[string][]Problem, yield func(RejectedRow, error) bool) bool {
	doc, _, err := openDocument(in)
	if err != nil {
		return yield(RejectedRow{File: in.source.Name}, changedSince(in, err))
	}
	if doc == nil {
		return true
	}
	defer doc.close()
	delimiter := rune(0)
	if d, ok := doc.(*delimited); ok {
		delimiter = rune(d.delimiter)
	}
	for s, head := range doc.sheets() {
		at := sheetName{in.source.Name, publicSheetName(head.name, s)}
		problems := sheets[at.sheet]
		if len(problems) == 0 {
			continue
		}
		slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Row, b.Row) })
		for row, err := range doc.rows(s, new(rowHint)) {
			if err != nil {
				return yield(RejectedRow{File: in.source.Name}, changedSince(in, err))
			}
			var own []Problem
			own, problems = problemsOf(row.number, problems)
			if k := r.tableOf(at, row.number); k != nil && len(own) > 0 {
				out := RejectedRow{File: at.file, Sheet: at.sheet, Row: row.number, Header: k.header, Cells: k.cells(row), Problems: own, Delimiter: delimiter}
				if !yield(out, nil) {
					return false
				}
			}
			if len(problems) == 0 {
				break
			}
		}
	}
	return true
}

// problemsOf splits the problems of a row from those of the rows below. Those of
// rows above, which are no more, are dropped.
func problemsOf(row int, problems []Problem) (own, rest []Problem) {
	for len(problems) > 0 && problems[0].Row < row {
		problems = problems[1:]
	}
	n := 0
	for n < len(problems) && problems[n].Row == row {
		n++
	}
	return slices.Clone(problems[:n]), problems[n:]
}

// errChanged tells that a source is not what it was.
var errChanged = errors.New("it is not what it was when it was read; leave it alone while the command runs")

func changedSince(in *input, err error) error {
	if isReadError(err) {
		return err
	}
	return &SourceError{in.source.Name, errChanged}
}

// cells returns the cells of a row as they may be written.
func (k *readTable) cells(r row) []RejectedCell {
	people := make([]cell, 0, len(k.names))
	for _, place := range k.names {
		if place < len(r.cells) {
			people = append(people, r.cells[place])
		}
	}
	cells := make([]RejectedCell, len(k.fields))
	for i, f := range k.fields {
		if f == noField || i >= len(r.cells) || len(r.cells[i].text) == 0 {
			continue
		}
		text, _ := cleanText(r.cells[i].text)
		cells[i] = RejectedCell{Text: k.public(text, f, people), Number: r.cells[i].number}
	}
	return cells
}

// public returns what may be written of the text of a field, beside the cells
// that name people of its row.
func (k *readTable) public(text string, f field, people []cell) string {
	kind := kindOf(f)
	text, _ = scrub(text, kind)
	switch kind {
	case aboutPlace, aboutGroup:
		if _, given := nameShape(text); given || slices.Contains(k.withheld, f) || sharedWords(nameWordsOf(text), people) > 0 {
			return ""
		}
	case aboutThing:
		if (f == fieldVariant || kindOfType(f)) && mayNameIn(text, f) {
			return ""
		}
		if slices.ContainsFunc(people, func(c cell) bool { return len(c.text) > 0 && string(c.text) == text }) {
			return ""
		}
		if sharedWords(suspectOf(text), people) > 0 {
			return string(deviceOnly(cell{text: []byte(text)}).text)
		}
	default:
		if mayNameIn(text, f) || sharedWords(suspectOf(text), people) > 0 {
			return ""
		}
	}
	return text
}
