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
		requires: described.Requires, any: described.Any, without: make(map[string]bool),
	}
	for column := range described.Columns {
		s.columns[headerKey(column).key] = recordMeaning{column: column, rank: -1}
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
			}
			l.columns[headerKey(d.Columns.Content[i].Value).key] = m
		}
		s.layouts = append(s.layouts, l)
	}
	return s
}

// recordSchemaOf returns the schema of a list by its headers, and the layout
// that they follow, which is nil for headers that somebody chose.
func recordSchemaOf(hs []header) (*recordSchema, *recordLayout) {
	keys := make(map[string]bool, len(hs))
	for _, h := range hs {
		if h.key != "" {
			keys[h.key] = true
		}
		if rest, _, ok := moneyHeader(h.text); ok {
			keys[headerKey(rest).key] = true
		}
	}
	if len(keys) < 2 {
		return nil, nil
	}
	schemas := recordSchemas()
	for i := range schemas {
		for j := range schemas[i].layouts {
			if l := &schemas[i].layouts[j]; l.matches(keys) {
				return &schemas[i], l
			}
		}
	}
	for i := range schemas {
		if schemas[i].matches(keys) {
			return &schemas[i], nil
		}
	}
	return nil, nil
}

func (l *recordLayout) matches(keys map[string]bool) bool {
	lacks := func(key string) bool { return !keys[key] }
	if slices.ContainsFunc(l.requires, lacks) {
		return false
	}
	return len(l.any) == 0 || slices.ContainsFunc(l.any, func(all []string) bool { return !slices.ContainsFunc(all, lacks) })
}

func (s *recordSchema) matches(keys map[string]bool) bool {
	columns := make(map[string]bool)
	for key := range keys {
		if s.without[key] {
			return false
		}
		columns[s.columns[key].column] = true
	}
	lacks := func(column string) bool { return !columns[column] }
	if len(s.requires) == 0 || slices.ContainsFunc(s.requires, lacks) {
		return false
	}
	return len(s.any) == 0 || slices.ContainsFunc(s.any, func(column string) bool { return columns[column] })
}

// hasColumn reports whether lists of this kind have a column of that name.
func (s *recordSchema) hasColumn(name string) bool {
	return s.columns[headerKey(name).key].column == name
}

// knowsMost reports whether a third of the headers are known columns: a row of
// data may hold a word or two that are headers elsewhere.
func (s *recordSchema) knowsMost(hs []header) bool {
	known, texts := 0, 0
	for _, h := range hs {
		if h.key == "" {
			continue
		}
		texts++
		if s.meaningOf(h, nil).column != "" {
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
	return recordMeaning{why: headers().meaningInOther(h).why}
}
