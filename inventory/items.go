package inventory

import (
	"cmp"
	"iter"
	"slices"
)

// Items are the rows of the inventories that were counted, one by one. While rows are
// told apart, the row is an attribute of the profile like any other: whatever reading
// does with profiles afterwards (merging files, splitting hosts, settling rooms, taking
// names out) leads from each row to its line without a word more, and the rows of a
// line add up to it because both are sums of the same amounts.
type Items struct {
	estate  *Estate  // of the lines
	lines   []uint32 // places of the items' lines in its table
	numbers []uint32 // of the rows, in the ledger; 0 for no one row
	amounts *profileTable
	ledger  *itemLedger
}

// Item is what a row adds to a line. A row of a host that is split over its machines
// is several items, each a part of its units; an item of several rows (of an estate
// file, or machines with their host) stands where the first of them does.
type Item struct {
	File, Sheet string // empty for what no one row states
	Row         int    // as a spreadsheet counts; 0 for what no one row states
	Line        int    // place of its profile among [Estate.Sorted], from 1
	Amounts     Amounts
}

// Len returns the number of items.
func (i *Items) Len() int { return len(i.lines) }

// All yields the items in the order of the rows, last those of no one row.
func (i *Items) All() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		rank := make([]uint32, i.estate.table.len)
		for n, at := range i.estate.sortedOrder() {
			rank[at] = uint32(n + 1)
		}
		for _, at := range i.order() {
			item := Item{Line: int(rank[i.lines[at]]), Amounts: i.amounts.amounts(int(at))}
			if n := i.numbers[at]; n > 0 {
				row := i.ledger.rows[n-1]
				place := i.ledger.places[row.place]
				item.File, item.Sheet, item.Row = place.file, place.sheet, int(row.number)
			}
			if !yield(item) {
				return
			}
		}
	}
}

// order returns the items in the order of their rows, which are numbered as they are read.
func (i *Items) order() []uint32 {
	order := make([]uint32, len(i.numbers))
	for at := range order {
		order[at] = uint32(at)
	}
	slices.SortStableFunc(order, func(a, b uint32) int {
		return cmp.Compare(i.numbers[a]-1, i.numbers[b]-1) // of no row: the highest
	})
	return order
}

// itemLedger numbers the rows that are counted.
type itemLedger struct {
	places []*sheetPlace
	rows   []itemRow
}

type itemRow struct{ place, number uint32 }

// see returns the number of a row, 0 where rows are not told apart. It is that of the
// last row where that is the same one.
func (l *itemLedger) see(place *sheetPlace, number int) uint32 {
	if l == nil {
		return 0
	}
	at := len(l.places) - 1
	for at >= 0 && l.places[at] != place { // the last but where tables stand side by side
		at--
	}
	if at < 0 {
		at = len(l.places)
		l.places = append(l.places, place)
	}
	row := itemRow{uint32(at), uint32(number)} //nolint:gosec // Limits.Rows bounds it
	if last := len(l.rows) - 1; last < 0 || l.rows[last] != row {
		l.rows = append(l.rows, row)
	}
	return uint32(len(l.rows)) //nolint:gosec // Limits.Rows bounds it
}

// tellApart makes each profile of an estate file an item of its line; rows are those
// of the profiles.
func (e *Estate) tellApart(l *itemLedger, place *sheetPlace, rows []int) {
	if l == nil {
		return
	}
	old := e.table
	e.table = newProfileTable()
	for i := range old.len {
		key, a := old.key(i), old.amounts(i)
		key[keyItem] = l.see(place, rows[i])
		e.add(e.table.index(&key), &a)
	}
}

// separateItems takes the rows apart from the lines that they make. Of the rows only the
// amounts stay, and to which line they belong.
func (r *reader) separateItems() {
	if r.items == nil {
		return
	}
	rows := r.result.Estate.table
	lines := *r.result.Estate
	lines.table = newProfileTable()
	items := &Items{estate: &lines, lines: make([]uint32, rows.len), numbers: make([]uint32, rows.len), amounts: rows, ledger: r.items}
	for i := range rows.len {
		key := rows.key(i)
		items.numbers[i], key[keyItem] = key[keyItem], 0
		at := lines.table.index(&key)
		items.lines[i] = uint32(at) //nolint:gosec // no more than there are items
		c := rows.contribution(i)
		lines.table.add(at, &c)
		if rest, ok := rows.rest[i]; ok {
			lines.table.rest[at] = lines.table.rest[at].Add(rest)
		}
	}
	rows.keys, rows.slots = nil, nil // nobody looks for a row by its profile
	r.items.rows = slices.Clip(r.items.rows)
	r.result.Estate, r.result.Items = &lines, items
}
