package inventory

import "slices"

// A column is one that is read: a field and where it stands.
type column struct {
	field  field
	index  int // place in the row
	header header
	unit   string // of its numbers, where the header says so
}

// A table is a sheet whose header is known.
type table struct {
	layout   string
	refuse   string // what the list is, if it is no inventory of devices
	header   headerRow
	columns  []column
	places   []int // of the columns, in the row
	infos    []ColumnInfo
	personal []string // headers of personal columns
	width    int      // cells of the header, without empty ones at its end

	constants map[field]string // what the mapping states for rows that do not
}

// bindColumns decides for each column of a header what it is taken for.
func bindColumns(h headerRow, says *sheetMapping) *table {
	t := &table{header: h, constants: says.values()}
	catalogue := headers()
	l := catalogue.layoutOf(h.headers)
	t.layout = "generic"
	if l != nil {
		t.layout, t.refuse = l.name, l.refuse
	}
	meanings := make([]meaning, len(h.headers))
	surest := make(map[field]int) // column of each field
	canonical := true
	for i, head := range h.headers {
		m := says.meaning(head, catalogue.meaningOf(head, l))
		meanings[i] = m
		if head.text != "" {
			t.width = i + 1
		}
		if head.text != "" && head.text != m.field.String() {
			canonical = false
		}
		if m.field == noField {
			continue
		}
		if have, ok := surest[m.field]; !ok || m.rank < meanings[have].rank {
			surest[m.field] = i
		}
	}
	if canonical && l == nil {
		t.layout = "govfootprint"
	}
	for i, head := range h.headers[:t.width] {
		m := meanings[i]
		info := ColumnInfo{Header: head.text, Why: m.why, How: m.how}
		switch {
		case m.field != noField && surest[m.field] != i:
			info.Why, info.Means, info.Instead = whyDuplicate, m.field.String(), h.headers[surest[m.field]].text
		case m.field != noField:
			info.Field = m.field.String()
			unit := head.unit
			if unit == "" || m.how == howMapping && m.unit != "" {
				unit = m.unit
			}
			if m := measures[m.field]; m != nil {
				if _, known := m.factors[unitKey(unit)]; known {
					info.Unit = unit
				}
			}
			t.columns = append(t.columns, column{field: m.field, index: i, header: head, unit: unit})
			t.places = append(t.places, i)
		case m.why == whyPersonal:
			t.personal = append(t.personal, head.text)
		}
		t.infos = append(t.infos, info)
	}
	t.infos = append(t.infos, says.infos()...)
	return t
}

// layoutOf returns the first layout whose conditions the headers meet.
func (c *headerCatalogue) layoutOf(hs []header) *layout {
	keys := make(map[string]bool, len(hs))
	fields := make(map[field]bool)
	for _, h := range hs {
		keys[h.key] = true
		fields[c.meanings[h.key].field] = true
	}
	for i := range c.layouts {
		l := &c.layouts[i]
		lacks := func(key string) bool { return !keys[key] }
		lacksField := func(f field) bool { return !fields[f] }
		if slices.ContainsFunc(l.requires, lacks) || slices.ContainsFunc(l.requireFields, lacksField) ||
			slices.ContainsFunc(l.withoutFields, func(f field) bool { return fields[f] }) {
			continue
		}
		return l
	}
	return nil
}

// has reports whether a field is read.
func (t *table) has(f field) bool {
	if _, stated := t.constants[f]; stated {
		return true
	}
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.field == f })
}

// identifies reports whether anything says what an item is.
func (t *table) identifies() bool {
	return t.has(fieldCategory) || t.has(fieldModel) || t.has(fieldSubcategory) || t.has(fieldChassis)
}
