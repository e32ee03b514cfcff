package inventory

import (
	"bytes"
	"cmp"
	"slices"
)

// A column is one that is read: a field and where it stands.
type column struct {
	field  field
	index  int // place in the row; below 0 for a constant
	header header
	unit   string // of its numbers, where the header says so

	guessed bool // the unit was told from the size of the numbers
}

// A table is a sheet whose header is known.
type table struct {
	layout   string
	refuse   string // what the list is, if it is no inventory of devices
	header   headerRow
	columns  []column
	places   []int // of the columns, in the row
	infos    []ColumnInfo
	personal []string  // headers of personal columns
	told     []Problem // what was decided by the values of columns
	width    int       // cells of the header, without empty ones at its end

	constants  []cell           // of columns that every row has the same in
	alternates map[int][]int    // by place in columns: further columns of the same header
	wide       []*wideGroup     // columns of further items
	wideGroups map[int]int      // the group that a column belongs to
	states     bool             // the groups are counts by status of the rows' own items
	summed     []int            // columns of counts that are added up
	substates  []int            // columns that say more of the status, one at most
	years      []int            // columns of counts by year
	year       string           // header of the one that is read
	otherYears []string         // headers of the others
	repeated   []repeatedHeader // headers of columns that are read and stand there twice

	hosts       hostColumns
	names       []int // places of columns that name people, to compare with
	identifiers []identifierColumn
	models      []int // places among columns of what must not be an identifier

	counted bool // its rows are cells of a column of counts, which are blank for no one unit

	stated map[field]string // by the mapping, for rows that do not say it themselves
}

// A repeatedHeader is one that several columns have.
type repeatedHeader struct {
	text  string
	times int
}

// An identifierColumn is one whose cells are hashed.
type identifierColumn struct {
	kind   identifierKind
	place  int // in the row
	header string
}

// watch notes a column that is not read but compared or hashed.
func (t *table) watch(place int, head header, why string) {
	switch why {
	case whyPersonal:
		if len(t.names) < mostNameColumns && bearsNames(head) {
			t.names = append(t.names, place)
		}
	case whyIdentifier:
		kind := identifierKindOf(head)
		same := func(c identifierColumn) bool { return c.kind == kind }
		if kind == noIdentifier || slices.ContainsFunc(t.identifiers, same) {
			return
		}
		t.identifiers = append(t.identifiers, identifierColumn{kind, place, head.text})
		slices.SortFunc(t.identifiers, func(a, b identifierColumn) int { return cmp.Compare(a.kind, b.kind) })
	}
}

// bindColumns decides for each column of a header what it is taken for.
func bindColumns(h headerRow, says *sheetMapping) *table {
	t := &table{layout: "generic", stated: says.values()}
	catalogue := headers()
	l := catalogue.layoutOf(h.headers)
	if l != nil {
		t.layout, t.refuse = l.name, l.refuse
	}
	meanings := make([]meaning, len(h.headers))
	shown := h.public(catalogue, l)
	for i, head := range h.headers {
		meanings[i] = says.meaning(head, catalogue.meaningOf(head, l))
		if shown[i].hidden {
			meanings[i] = says.meaning(headerKey(shown[i].text), meanings[i])
		}
		if head.text != "" {
			t.width = i + 1
		}
	}
	if l == nil && isCanonical(h.headers, meanings) {
		t.layout = "govfootprint"
	}
	surest := surestColumns(meanings)
	spareDate(meanings, surest)
	h.headers = shown
	t.header = h
	for i, head := range h.headers[:t.width] {
		m := meanings[i]
		if head.hidden && !slices.Contains(h.counted, i) && m.field == noField && m.how != howMapping {
			m.why = whyPersonal
		}
		info := ColumnInfo{Header: head.text, Why: m.why, How: m.how}
		switch {
		case m.field != noField && surest[m.field] != i:
			info = t.bindFurther(i, m, h.headers[surest[m.field]])
		case m.field != noField:
			info.Field = m.field.String()
			unit := unitOfColumn(head, m)
			if measuredIn(m.field, unit) {
				info.Unit = unit
			}
			t.columns = append(t.columns, column{field: m.field, index: i, header: head, unit: unit})
		case m.why == whyPersonal:
			t.personal = append(t.personal, head.text)
		}
		t.watch(i, head, info.Why)
		t.infos = append(t.infos, info)
	}
	t.replace()
	return t
}

// bindFurther settles a column of a field that another column has more surely.
func (t *table) bindFurther(i int, m meaning, surest header) ColumnInfo {
	head := t.header.headers[i]
	if m.field == fieldStatus && m.unit == substateWords {
		t.substates = []int{i}
		return ColumnInfo{Header: head.text, Field: fieldStatus.String(), How: m.how}
	}
	why := whyDuplicate
	if surest.key == head.key {
		why = whyAlternate
	}
	return ColumnInfo{Header: head.text, Why: why, How: m.how, Means: m.field.String(), Instead: surest.text}
}

// isCanonical reports whether all headers are the names of fields.
func isCanonical(hs []header, meanings []meaning) bool {
	for i, h := range hs {
		if h.text != "" && h.text != meanings[i].field.String() {
			return false
		}
	}
	return true
}

// surestColumns returns the column of each field: of several the one whose header
// says it most surely, else the first.
func surestColumns(meanings []meaning) map[field]int {
	surest := make(map[field]int)
	for i, m := range meanings {
		if m.field == noField {
			continue
		}
		if have, ok := surest[m.field]; !ok || m.rank < meanings[have].rank {
			surest[m.field] = i
		}
	}
	return surest
}

// unitOfColumn returns the unit of a column's numbers: the one in its header,
// unless the mapping states another or the column holds no numbers.
func unitOfColumn(head header, m meaning) string {
	_, isNumber := measures[m.field]
	if head.unit == "" || !isNumber || m.how == howMapping && m.unit != "" {
		return m.unit
	}
	return head.unit
}

// measuredIn reports whether a unit is one that a field's numbers may be in.
func measuredIn(f field, unit string) bool {
	m := measures[f]
	if m == nil {
		return false
	}
	_, known := m.factors[unitKey(unit)]
	return known
}

// spareDate makes the second of the columns that say when units were acquired
// the one to look at where the first is blank: it is better than any guess.
func spareDate(meanings []meaning, surest map[field]int) {
	first, ok := surest[fieldAcquired]
	if !ok {
		return
	}
	spare := -1
	for i, m := range meanings {
		if m.field == fieldAcquired && i != first && (spare < 0 || m.rank < meanings[spare].rank) {
			spare = i
		}
	}
	if spare >= 0 {
		meanings[spare] = meaning{field: fieldAcquiredProxy, unit: proxyDated, how: meanings[spare].how}
		surest[fieldAcquiredProxy] = spare
	}
}

// replace works out where the cells of the columns stand, once these are settled.
func (t *table) replace() {
	t.places, t.models, t.alternates, t.repeated = nil, nil, nil, nil
	for at, col := range t.columns {
		t.places = append(t.places, col.index)
		if col.field == fieldModel {
			t.models = append(t.models, at)
		}
		if col.index < 0 {
			continue
		}
		times := 1
		for i, info := range t.infos {
			if info.Why == whyAlternate && t.header.headers[i].key == col.header.key {
				if t.alternates == nil {
					t.alternates = make(map[int][]int)
				}
				t.alternates[at] = append(t.alternates[at], i)
				times++
			}
		}
		if times > 1 {
			t.repeated = append(t.repeated, repeatedHeader{col.header.text, times})
		}
	}
}

// alternate fills blank cells from the further columns of the same header.
func (t *table) alternate(r *row, cells []cell) {
	for at, others := range t.alternates {
		if len(bytes.TrimSpace(cells[at].text)) > 0 {
			continue
		}
		for _, i := range others {
			if i < len(r.cells) && len(bytes.TrimSpace(r.cells[i].text)) > 0 {
				cells[at] = r.cells[i]
				break
			}
		}
	}
}

// setConstant gives every row the same value in a field that no column has.
func (t *table) setConstant(f field, value string, head header) {
	t.constants = append(t.constants, cell{text: []byte(value)})
	t.columns = append(t.columns, column{field: f, index: -len(t.constants), header: head})
	t.places = append(t.places, -len(t.constants))
}

// layoutOf returns the first layout whose conditions the headers meet.
func (c *headerCatalogue) layoutOf(hs []header) *layout {
	keys := make(map[string]bool, len(hs))
	fields := make(map[field]bool)
	for _, h := range hs {
		keys[h.key] = true
		m, _ := c.known(h)
		fields[m.field] = true
	}
	for i := range c.layouts {
		l := &c.layouts[i]
		lacks := func(key string) bool { return !keys[key] }
		lacksField := func(f field) bool { return !fields[f] }
		if slices.ContainsFunc(l.requires, lacks) || slices.ContainsFunc(l.requireFields, lacksField) ||
			slices.ContainsFunc(l.withoutFields, func(f field) bool { return fields[f] }) {
			continue
		}
		if len(l.any) > 0 && !slices.ContainsFunc(l.any, func(all []string) bool { return !slices.ContainsFunc(all, lacks) }) {
			continue
		}
		return l
	}
	return nil
}

// has reports whether a field is read.
func (t *table) has(f field) bool {
	if _, stated := t.stated[f]; stated {
		return true
	}
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.field == f })
}

// identifies reports whether anything says what an item is.
func (t *table) identifies() bool {
	return len(t.wide) > 0 || t.saysWhat()
}

// saysWhat reports whether a row's own columns say what an item is.
func (t *table) saysWhat() bool {
	return t.has(fieldCategory) || t.has(fieldModel) || t.has(fieldModelNumber) || t.has(fieldSubcategory) || t.has(fieldChassis)
}
