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

// A RejectedRow is a row that could not be used, in the layout of its input. Of a
// row of several items it holds those that were rejected: what the others say
// was counted, and would be again.
type RejectedRow struct {
	File, Sheet string
	Row         int
	Header      []string // of all columns; the same slice for all rows of a table
	Cells       []RejectedCell
	Problems    []Problem // why, one at least
	Items       int       // that were rejected; each counts as a row
	Delimiter   rune      // between the cells of a text file; 0 for a workbook
}

// A RejectedCell is a cell of such a row.
type RejectedCell struct {
	Text   string
	Number bool // by type: the point in it is a decimal point
}

// readTable is what a second pass must know of a table.
type readTable struct {
	from     int // place in the row of its first column
	header   []string
	fields   []field // by place
	groups   []int   // by place: the item that the column is about; ownItem for the row's own
	wide     []*wideGroup
	states   bool    // the further items are what the row is, by status
	names    []int   // places of columns that name people
	withheld []field // columns that turned out to hold names of people
}

// A readItem is an item of the rows of a table: what a row was rejected as.
type readItem struct {
	table *readTable
	group int // among the further items, or ownItem
}

// ownItem stands for what a row is itself, beside its further items.
const ownItem = -1

// keepTable notes how a table was read whose first column stands at a place of the row.
func keepTable(t *table, from int) *readTable {
	k := &readTable{from: from, fields: make([]field, t.width), groups: make([]int, t.width), wide: t.wide, states: t.states, names: t.names}
	for i := range k.groups {
		k.groups[i] = t.wideAt(i)
	}
	for at, col := range t.columns {
		for _, i := range append([]int{col.index}, t.alternates[at]...) {
			if i >= 0 && i < t.width {
				k.fields[i] = col.field
			}
		}
	}
	for _, i := range t.substates {
		k.fields[i] = fieldStatus
	}
	for i, head := range t.header.headers[:t.width] {
		text := head.text
		if slices.Contains(t.summed, i) {
			k.fields[i], text = fieldQuantity, t.infos[i].Header
		}
		if k.fields[i] == noField && k.groups[i] == ownItem {
			text = quotable(text)
		}
		if text == "" && k.fields[i] != noField { // told by its values, for which a few rejected rows are too few
			text = k.fields[i].String()
		}
		k.header = append(k.header, text)
	}
	return k
}

// isRejected reports whether a table is such rows, given back: its columns were
// found to hold items when there were more rows to tell it by.
func (t *table) isRejected() bool {
	return slices.ContainsFunc(t.header.headers, func(h header) bool { return slices.Contains(rejectedHeaders, h.key) })
}

// rejectedHeaders are the keys of the header of the reasons, in the languages of messages.
var rejectedHeaders = []string{"rejectedbecause", "motifdurejet"}

// Rejected yields the rejected rows whose problems were kept, in the order of
// the sources. The sources and limits must be those that were read; one that
// cannot be read any more ends the rows with an error.
func (r *Result) Rejected(ctx context.Context, sources []Source, limits Limits) iter.Seq2[RejectedRow, error] {
	return func(yield func(RejectedRow, error) bool) {
		wanted := make(map[string]map[string][]Problem) // by file and sheet
		for p := range r.Problems.All() {
			if p.Severity != Rejected || p.item == nil {
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
		name := publicSheetName(head.name, s)
		problems := sheets[name]
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
			for _, out := range rejectedFrom(row, own) {
				out.File, out.Sheet, out.Delimiter = in.source.Name, name, delimiter
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

// rejectedFrom returns what was rejected of a row: once for each table that it
// crosses, with all items that were rejected there.
func rejectedFrom(r row, problems []Problem) []RejectedRow {
	var rows []RejectedRow
	var tables []*readTable
	for _, p := range problems {
		if !slices.Contains(tables, p.item.table) {
			tables = append(tables, p.item.table)
		}
	}
	for _, k := range tables {
		out := RejectedRow{Row: r.number, Header: k.header}
		items := make(map[int]bool)
		for _, p := range problems {
			if p.item.table == k {
				items[p.item.group] = true
				out.Problems = append(out.Problems, p)
			}
		}
		out.Cells, out.Items = k.cells(r.cells[min(k.from, len(r.cells)):], items), len(items)
		rows = append(rows, out)
	}
	return rows
}

// cells returns the cells of the rejected items of a row as they may be written.
func (k *readTable) cells(read []cell, items map[int]bool) []RejectedCell {
	people := make([]cell, 0, len(k.names))
	for _, place := range k.names {
		if place < len(read) {
			people = append(people, read[place])
		}
	}
	cells := make([]RejectedCell, len(k.fields))
	for i, f := range k.fields {
		if i >= len(read) || len(read[i].text) == 0 {
			continue
		}
		text, _ := cleanText(read[i].text)
		switch group := k.groups[i]; {
		case group != ownItem:
			if items[group] {
				cells[i] = RejectedCell{Text: k.publicItem(text, i, people), Number: read[i].number}
			}
		case f != noField && (items[ownItem] || k.states || slices.Contains(sharedFields, f)):
			cells[i] = RejectedCell{Text: k.public(text, f, people), Number: read[i].number}
		}
	}
	return cells
}

// publicItem returns what may be written of a cell of a further item. Of one that
// names the single item, or may be a number to call, it is that there is one.
func (k *readTable) publicItem(text string, place int, people []cell) string {
	const thereIsOne = "x"
	g := k.wide[k.groups[place]]
	item := itemOf(text)
	switch {
	case item.kind == itemNone:
		return text
	case slices.Contains(g.presence, place):
		return thereIsOne
	case place == g.value && g.phones != 0 && item.kind != itemOne && !g.phones.accepts(text), item.kind == itemModel && looksLikePhone(text):
		if g.counts {
			return ""
		}
		return thereIsOne
	}
	if place == g.count || place == g.value && g.counts {
		return k.public(text, fieldQuantity, people)
	}
	return k.public(text, fieldModel, people)
}

// public returns what may be written of the text of a field, beside the cells
// that name people of its row.
func (k *readTable) public(text string, f field, people []cell) string {
	kind := kindOf(f)
	text, _ = scrub(text, kind)
	switch kind {
	case aboutPlace, aboutGroup:
		if _, given := nameShape(text); given && !namesakes()[words(text)] || slices.Contains(k.withheld, f) || sharedWords(nameWordsOf(text), people) > 0 {
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
			return string(deviceOnly(cell{text: []byte(text)}, people).text)
		}
	default:
		if mayNameIn(text, f) || sharedWords(suspectOf(text), people) > 0 {
			return ""
		}
	}
	return text
}
