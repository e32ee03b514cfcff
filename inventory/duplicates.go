package inventory

import (
	"cmp"
	"slices"
	"strconv"
)

// A device that two rows list counts twice. Nobody but the owner of the list
// can say whether it is one device, so both rows count and a warning names both
// places. Nodes of one chassis share a serial number by right.
//
// A file that lists mostly what another lists, too, is a copy, the snapshot of
// another year, or a summary: one warning says so instead of a thousand.

// A sighting is an identifier at a place, sixteen bytes.
type sighting struct {
	hash  uint64
	sheet uint32 // index of its sheet among those of the run, times two; plus one for a tag
	row   uint32
}

// mostSightings bounds the identifiers that are compared: 64 MiB of them.
const mostSightings = 4 << 20

// identifierLedger holds the identifiers of the rows that were assessed. They lie
// in buckets by their first byte, so that a million grow and sort by small parts.
type identifierLedger struct {
	sheets  []identifiedSheet
	buckets [256][]sighting
	count   int
	left    map[leftRow]bool // rows that were left out afterwards
	full    bool             // identifiers beyond the bound were not looked at
}

// identifiedSheet is where sightings are.
type identifiedSheet struct {
	file, sheet string
	columns     [identifierKinds]string // headers
	count       int
}

// begin makes room for the identifiers of a table and returns its number.
func (l *identifierLedger) begin(file, sheet string, t *table) uint32 {
	s := identifiedSheet{file: file, sheet: sheet}
	for _, col := range t.identifiers {
		s.columns[col.kind] = col.header
	}
	l.sheets = append(l.sheets, s)
	return uint32(len(l.sheets) - 1) //nolint:gosec // of one run
}

// see notes an identifier of a row that was assessed.
func (l *identifierLedger) see(sheet uint32, row int, kind identifierKind, hash uint64) {
	if l.count >= mostSightings {
		l.full = true
		return
	}
	place := sheet * 2
	if kind == assetTag {
		place++
	}
	b := &l.buckets[hash>>56]
	*b = append(*b, sighting{hash, place, uint32(row)}) //nolint:gosec // Limits.Rows bounds it
	l.count++
	l.sheets[sheet].count++
}

// forget drops the sheets from a number on: their file was refused.
func (l *identifierLedger) forget(from int) {
	for i := range l.buckets {
		l.buckets[i] = slices.DeleteFunc(l.buckets[i], func(s sighting) bool { return int(s.sheet/2) >= from })
	}
	for _, s := range l.sheets[from:] {
		l.count -= s.count
	}
	l.sheets = l.sheets[:from]
}

// A leftRow is a row that does not count after all: that of a host in two lists.
type leftRow struct {
	file, sheet string
	row         int
}

// leave notes such a row.
func (l *identifierLedger) leave(p *sheetPlace, row int) {
	if l.left == nil {
		l.left = make(map[leftRow]bool)
	}
	l.left[leftRow{p.file, p.sheet, row}] = true
}

// isLeft reports whether a sighting is of such a row.
func (l *identifierLedger) isLeft(s sighting) bool {
	at := &l.sheets[s.sheet/2]
	return l.left[leftRow{at.file, at.sheet, int(s.row)}]
}

// A duplicate is a sighting of what was seen before.
type duplicate struct{ first, again sighting }

// duplicates returns what was seen more than once, in the order of the later
// sighting, each with the first.
func (l *identifierLedger) duplicates() []duplicate {
	var found []duplicate
	place := func(a, b sighting) int { return cmp.Or(cmp.Compare(a.sheet/2, b.sheet/2), cmp.Compare(a.row, b.row)) }
	for _, all := range l.buckets {
		bucket := perhapsRepeated(all)
		if len(l.left) > 0 {
			bucket = slices.DeleteFunc(bucket, l.isLeft)
		}
		slices.SortFunc(bucket, func(a, b sighting) int { return cmp.Or(cmp.Compare(a.hash, b.hash), place(a, b)) })
		for i, first := 1, 0; i < len(bucket); i++ {
			if bucket[i].hash != bucket[first].hash {
				first = i
				continue
			}
			if place(bucket[i], bucket[i-1]) != 0 { // one row may be several devices, in columns side by side
				found = append(found, duplicate{bucket[first], bucket[i]})
			}
		}
	}
	slices.SortFunc(found, func(a, b duplicate) int { return place(a.again, b.again) })
	return found
}

// perhapsRepeated returns the sightings of a bucket whose hash may be there more
// than once, by sixteen bits of it. In most inventories these are few, and only
// they need be sorted.
func perhapsRepeated(bucket []sighting) (few []sighting) {
	const words = 1 << 16 / 64
	var once, again [words]uint64
	place := func(s sighting) (word int, bit uint64) { return int(s.hash >> 6 % words), 1 << (s.hash % 64) }
	for _, s := range bucket {
		word, bit := place(s)
		again[word] |= once[word] & bit
		once[word] |= bit
	}
	for _, s := range bucket {
		if word, bit := place(s); again[word]&bit != 0 {
			few = append(few, s)
		}
	}
	return few
}

// What makes a sheet a copy of another: so many of its identifiers, and so many
// in a hundred.
const (
	leastCopied      = 10
	leastCopiedShare = 50
)

// tell reports what was seen twice.
func (l *identifierLedger) tell(problems *Problems) {
	found := l.duplicates()
	type pair struct{ first, again uint32 }
	shared := make(map[pair]int)
	var pairs []pair
	for _, d := range found {
		p := pair{d.first.sheet / 2, d.again.sheet / 2}
		shared[p]++
		if shared[p] == 1 {
			pairs = append(pairs, p)
		}
	}
	copies := make(map[pair]bool)
	for _, p := range pairs {
		n := shared[p]
		subject, other := l.sheets[p.again], l.sheets[p.first]
		if n*100 < subject.count*leastCopiedShare { // the earlier one may be the summary
			subject, other = other, subject
		}
		if p.first == p.again || n < leastCopied || n*100 < subject.count*leastCopiedShare {
			continue
		}
		copies[p] = true
		problems.Add(Problem{
			Code: CodeSheetRepeats, Severity: Warning, File: subject.file, Sheet: subject.sheet,
			Args: []string{strconv.Itoa(n), strconv.Itoa(subject.count), strconv.Itoa(n * 100 / subject.count), otherName(subject.file, other.file), otherName(subject.sheet, other.sheet)},
		})
	}
	for _, d := range found {
		if copies[pair{d.first.sheet / 2, d.again.sheet / 2}] {
			continue
		}
		at, other := l.sheets[d.again.sheet/2], l.sheets[d.first.sheet/2]
		kind := serialNumber
		if d.again.sheet%2 == 1 {
			kind = assetTag
		}
		otherSheet := ""
		if d.again.sheet/2 != d.first.sheet/2 {
			otherSheet = other.sheet
		}
		problems.Add(Problem{
			Code: CodeDuplicateIdentifier, Severity: Warning, File: at.file, Sheet: at.sheet, Row: int(d.again.row), Column: at.columns[kind],
			Args: []string{strconv.Itoa(int(d.first.row)), otherSheet, otherName(at.file, other.file)},
		})
	}
	if l.full {
		problems.Add(Problem{Code: CodeDuplicatesBounded, Severity: Note, Args: []string{strconv.Itoa(mostSightings)}})
	}
}

// otherName returns a name, or nothing where it is the same.
func otherName(own, other string) string {
	if own == other {
		return ""
	}
	return other
}
