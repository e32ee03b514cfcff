package inventory

import (
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Lists of something else than devices have columns of their own, which no
// inventory of devices has: virtual machines, data centres, applications, what
// was used in a cloud. data/records has a file for each kind of list.

// recordKind is a kind of list of something else than devices.
type recordKind string

// A recordSchema says how lists of one kind are laid out.
type recordSchema struct {
	kind     recordKind
	columns  map[string]recordMeaning // by header key, of any list of this kind
	requires []string                 // columns that one must have
	any      []string                 // of which it must have one
	names    map[string]bool          // of all columns, those of programs' lists too
	without  map[string]bool          // header keys of lists of another kind
	layouts  []recordLayout
}

// A recordLayout is how a program writes a list.
type recordLayout struct {
	name     string
	requires []string   // header keys
	any      [][]string // header keys, of which one list must be there
	columns  map[string]recordMeaning
}

// A recordMeaning is what a header of such a list stands for.
type recordMeaning struct {
	column string // empty for one that is not read
	unit   string // of its numbers
	why    string // it is not read
	rank   int    // of two headers of one column, the lower is the surer
	mapped bool   // by a mapping
}

// recordSchemas returns how lists of something else than devices are laid out.
var recordSchemas = sync.OnceValue(func() []recordSchema {
	entries, err := dataFiles.ReadDir("data/records")
	if err != nil {
		defect("records: " + err.Error())
	}
	var schemas []recordSchema
	for _, entry := range entries {
		schemas = append(schemas, parseRecordSchema(entry.Name()))
	}
	return schemas
})

func parseRecordSchema(name string) recordSchema {
	var described struct {
		Columns  map[string][]string `yaml:"columns"`
		Requires []string            `yaml:"requires"`
		Any      []string            `yaml:"any"`
		Without  []string            `yaml:"without"`
		Layouts  []struct {
			Name     string     `yaml:"name"`
			Title    string     `yaml:"title"`
			Requires []string   `yaml:"requires"`
			Any      [][]string `yaml:"any"`
			Columns  yaml.Node  `yaml:"columns"`
		} `yaml:"layouts"`
	}
	if err := yaml.Unmarshal([]byte(readData("records/"+name)), &described); err != nil {
		defect(name + ": " + err.Error())
	}
	s := recordSchema{
		kind: recordKind(strings.TrimSuffix(name, path.Ext(name))), columns: make(map[string]recordMeaning),
		requires: described.Requires, any: described.Any, names: make(map[string]bool), without: make(map[string]bool),
	}
	for column := range described.Columns {
		s.columns[headerKey(column).key] = recordMeaning{column: column, rank: -1}
		s.names[column] = true
	}
	for _, column := range slices.Sorted(maps.Keys(described.Columns)) {
		for rank, header := range described.Columns[column] {
			header, unit, _ := strings.Cut(header, "@")
			key := headerKey(header).key
			if have, taken := s.columns[key]; taken && have.column != column {
				defect(name + ": " + header + " is " + have.column + " and " + column)
			}
			if key != headerKey(column).key || unit != "" {
				s.columns[key] = recordMeaning{column: column, unit: unit, rank: rank}
			}
		}
	}
	for _, key := range keysOf(described.Without) {
		s.without[key] = true
	}
	for _, d := range described.Layouts {
		l := recordLayout{name: d.Name, requires: keysOf(d.Requires), columns: make(map[string]recordMeaning)}
		for _, alternative := range d.Any {
			l.any = append(l.any, keysOf(alternative))
		}
		for i := 0; i+1 < len(d.Columns.Content); i += 2 {
			column, unit, _ := strings.Cut(d.Columns.Content[i+1].Value, "@")
			m := recordMeaning{column: column, unit: unit, rank: layoutRank + i}
			if why, left := strings.CutPrefix(column, "!"); left {
				m = recordMeaning{why: why}
			} else {
				s.names[column] = true
			}
			l.columns[headerKey(d.Columns.Content[i].Value).key] = m
		}
		s.layouts = append(s.layouts, l)
	}
	return s
}

// recordSchemaOf returns the schema of a list by its headers and what a mapping says
// of them, and the layout that they follow, which is nil for headers that somebody chose.
func recordSchemaOf(hs []header, says *sheetMapping) (*recordSchema, *recordLayout) {
	keys := headerSet(hs)
	if len(keys) < 2 {
		return nil, nil
	}
	schemas := recordSchemas()
	for i := range schemas {
		if l := schemas[i].layoutOf(keys); l != nil {
			return &schemas[i], l
		}
	}
	mapped, others := says.listedColumns(hs)
	for _, h := range hs { // what the mapping says of a header is stronger than the header
		if _, ok := says.ruleOf(h); ok {
			delete(keys, h.key)
		}
	}
	for i := range schemas {
		if schemas[i].matches(keys, mapped) {
			return &schemas[i], nil
		}
	}
	if !others {
		return nil, nil
	}
	for i := range schemas { // columns that no device has, and headers that such lists seldom have
		if s := &schemas[i]; len(s.requires) > 0 && s.has(mapped) && len(s.lacks(s.columnsOf(keys, mapped), false)) == 0 {
			return s, nil
		}
	}
	return nil, nil
}

// headerSet returns the keys of headers, and those of costs without their currency.
func headerSet(hs []header) map[string]bool {
	keys := make(map[string]bool, len(hs))
	for _, h := range hs {
		if h.key != "" {
			keys[h.key] = true
		}
		if rest, _, ok := moneyHeader(h.text); ok {
			keys[headerKey(rest).key] = true
		}
	}
	return keys
}

// layoutOf returns the layout that headers follow; nil for none.
func (s *recordSchema) layoutOf(keys map[string]bool) *recordLayout {
	for i := range s.layouts {
		if s.layouts[i].matches(keys) {
			return &s.layouts[i]
		}
	}
	return nil
}

func (l *recordLayout) matches(keys map[string]bool) bool {
	lacks := func(key string) bool { return !keys[key] }
	if slices.ContainsFunc(l.requires, lacks) {
		return false
	}
	return len(l.any) == 0 || slices.ContainsFunc(l.any, func(all []string) bool { return !slices.ContainsFunc(all, lacks) })
}

// matches reports whether a list with these headers, and columns that a mapping
// gives to others, is one of this kind.
func (s *recordSchema) matches(keys, mapped map[string]bool) bool {
	for key := range keys {
		if s.without[key] {
			return false
		}
	}
	return len(s.requires) > 0 && len(s.lacks(s.columnsOf(keys, mapped), true)) == 0
}

// columnsOf returns the columns that headers are, with those that a mapping gives.
func (s *recordSchema) columnsOf(keys, mapped map[string]bool) map[string]bool {
	columns := maps.Clone(mapped)
	for key := range keys {
		columns[s.columns[key].column] = true
	}
	return columns
}

// lacks returns the columns that a list of this kind needs and does not have; of those
// of which it needs any, the first.
func (s *recordSchema) lacks(columns map[string]bool, some bool) (lacking []string) {
	for _, column := range s.requires {
		if !columns[column] {
			lacking = append(lacking, column)
		}
	}
	if some && len(s.any) > 0 && !slices.ContainsFunc(s.any, func(column string) bool { return columns[column] }) {
		lacking = append(lacking, s.any[0])
	}
	return lacking
}

// nearly reports whether most headers are columns of a list of this kind, one of them no
// column of devices, and returns what it lacks all the same.
func (s *recordSchema) nearly(hs []header) (lacking []string, nearly bool) {
	keys := headerSet(hs)
	columns := make(map[string]bool)
	telling := false
	for key := range keys {
		column := s.columns[key].column
		if s.without[key] || column == "" {
			delete(keys, key)
			continue
		}
		columns[column] = true
		telling = telling || slices.Contains(s.any, column) && headers().meanings[key].field == noField
	}
	return s.lacks(columns, true), telling && len(s.requires) > 0 && len(keys)*2 > len(headerSet(hs))
}

// has reports whether lists of this kind have all of these columns.
func (s *recordSchema) has(columns map[string]bool) bool {
	for column := range columns {
		if !s.names[column] {
			return false
		}
	}
	return true
}

// columnNames returns the names of the columns, sorted.
func (s *recordSchema) columnNames() []string { return slices.Sorted(maps.Keys(s.names)) }

// knowsMost reports whether a third of the headers are known columns, by themselves or
// by a mapping: a row of data may hold a word or two that are headers elsewhere.
func (s *recordSchema) knowsMost(hs []header, says *sheetMapping) bool {
	known, texts := 0, 0
	for _, h := range hs {
		if h.key == "" {
			continue
		}
		texts++
		if c, ok := says.ruleOf(h); ok && c.column != leftAlone || s.meaningOf(h, nil).column != "" {
			known++
		}
	}
	return known*3 >= texts
}

// meaningOf returns what a header stands for.
func (s *recordSchema) meaningOf(h header, l *recordLayout) recordMeaning {
	if h.key == "" {
		return recordMeaning{why: whyEmpty}
	}
	if l != nil {
		if m, ok := l.columns[h.key]; ok {
			return m
		}
	}
	m, known := s.columns[h.key]
	if known && m.column != "spend" {
		return m
	}
	if rest, unit, ok := moneyHeader(h.text); ok {
		if m, known := s.columns[headerKey(rest).key]; known && m.column == "spend" {
			m.unit = unit
			return m
		}
	}
	if known {
		return m
	}
	if l == nil {
		return s.meaningElsewhere(h)
	}
	return recordMeaning{why: headers().meaningInOther(h).why}
}

// leastRank is that of what a header means in an inventory of devices: less sure than
// any header of the list's own.
const leastRank = 1 << 20

// meaningElsewhere returns what a header stands for that a list has which somebody
// keeps, and no such list usually: who uses a thing is called the same for devices.
// What nobody knows may be anything.
func (s *recordSchema) meaningElsewhere(h header) recordMeaning {
	m := headers().meaningOf(h, nil)
	switch m.field {
	case fieldDepartment, fieldService, fieldCountry:
		if s.names[m.field.String()] {
			return recordMeaning{column: m.field.String(), rank: leastRank}
		}
	default:
	}
	if m.field == noField && m.why == whyUnknown {
		return recordMeaning{why: whyUnknown}
	}
	return recordMeaning{why: headers().meaningInOther(h).why}
}
