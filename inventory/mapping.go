package inventory

import (
	"errors"
	"sync"

	"govfootprint/inventory/mapping"
)

// A Mapping is what people say about the inventories of a department where
// headers and words do not say it. It is immutable and may be used by several
// readers. Nil is a mapping that says nothing.
type Mapping struct {
	sheets     []sheetRule
	words      map[field]map[string]wordRule // by words of the cell
	countries  map[string]wordRule
	categories map[string]thingRule   // by words of the cell
	models     map[string][]modelRule // by words of the model; "" for any
	rules      []mappingRule          // every one that changes something
}

// A mappingRule is one thing that a mapping says, to be named where it is about
// nothing that was read.
type mappingRule struct {
	file string
	line int
	kind string // sheet, column, word, category, model
	text string

	replaced bool // a later file says something else about the same thing
}

type sheetRule struct {
	rule        int
	file, sheet string // patterns, empty for any
	skip, read  bool
	list        recordKind // what the sheet lists; empty where that is open
	headerRow   int
	headerRule  int
	order       dateOrder
	mark        *decimalMark
	columns     []columnRule
	constants   []constantRule
}

type columnRule struct {
	rule           int
	header         header
	column         string // canonical, of devices or of another list; [leftAlone] to leave it alone
	field          field  // of that name, if devices have one
	unit           string
	notIdentifying bool
}

// A constantRule is a value of a canonical column, of devices or of another list.
type constantRule struct {
	column string
	field  field // that devices have it in; noField where it is none of theirs
	value  string
}

type wordRule struct {
	rule    int
	meaning wordMeaning
	country string // ISO 3166 code
}

// A thingRule says what a thing is: a category with its variant, or why it is left out.
type thingRule struct {
	rule     int
	category string // laptop, laptop/14in
	exclude  Code
}

type modelRule struct {
	thingRule

	maker, makerWords string // canonical, and as words; empty for any
	as                string
}

// NewMapping makes one mapping of mapping files. Where two say something about
// the same thing, the later file holds. The error is a [*mapping.Error] with
// everything that makes no sense.
func NewMapping(files ...*mapping.File) (*Mapping, error) {
	m := &Mapping{
		words: make(map[field]map[string]wordRule), countries: make(map[string]wordRule),
		categories: make(map[string]thingRule), models: make(map[string][]modelRule),
	}
	var wrong mapping.Error
	for _, f := range files {
		c := mappingCheck{mapping: m, file: f, problems: mapping.Of(f.Name)}
		c.sheets()
		c.words()
		c.categories()
		c.models()
		if err, ok := errors.AsType[*mapping.Error](c.problems.Err()); ok {
			wrong.Problems = append(wrong.Problems, err.Problems...)
		}
	}
	if len(wrong.Problems) > 0 {
		return nil, &wrong
	}
	return m, nil
}

// A mappingUse is a mapping in use by one reader: it notes which of its rules
// were about something that was read.
type mappingUse struct {
	*Mapping

	mu   sync.Mutex
	used []bool
}

func (m *Mapping) use() *mappingUse {
	if m == nil {
		m = &Mapping{}
	}
	return &mappingUse{Mapping: m, used: make([]bool, len(m.rules))}
}

func (u *mappingUse) mark(rule int) {
	u.mu.Lock()
	u.used[rule] = true
	u.mu.Unlock()
}

// unused tells the rules that were about nothing that was read: mostly slips of the pen.
func (u *mappingUse) unused(problems *Problems) {
	silent := make(map[int]bool) // columns of sheets that were not there
	for _, s := range u.sheets {
		for _, c := range s.columns {
			silent[c.rule] = !u.used[s.rule]
		}
		if s.headerRow > 0 {
			silent[s.headerRule] = !u.used[s.rule]
		}
	}
	for i, r := range u.rules {
		if !u.used[i] && !silent[i] && !r.replaced {
			problems.Add(Problem{Code: CodeMappingUnused, Severity: Warning, File: r.file, Row: r.line, Value: quotable(r.text), Args: []string{r.kind}})
		}
	}
}

// A sheetMapping is what a mapping says about one sheet.
type sheetMapping struct {
	use        *mappingUse
	found      bool // an entry names the sheet
	skip, read bool
	list       recordKind // what the sheet lists; empty where that is open
	headerRow  int
	headerRule int
	order      dateOrder
	mark       *decimalMark
	columns    []columnRule // the strongest last
	constants  map[field]string
	stated     []constantRule // all of them, the strongest last
}

// sheetOf returns what the mapping says about a sheet, all entries that name it
// taken together, later ones over earlier ones.
func (u *mappingUse) sheetOf(file, sheet string) *sheetMapping {
	s := &sheetMapping{use: u, constants: make(map[field]string)}
	for i := range u.sheets {
		r := &u.sheets[i]
		if !mapping.FileMatches(r.file, file) || !mapping.Matches(r.sheet, sheet) {
			continue
		}
		u.mark(r.rule)
		s.found = true
		if r.skip || r.read {
			s.skip, s.read = r.skip, r.read
		}
		if r.list != "" {
			s.list = r.list
		}
		if r.headerRow > 0 {
			s.headerRow, s.headerRule = r.headerRow, r.headerRule
		}
		if r.order != orderOpen {
			s.order = r.order
		}
		if r.mark != nil {
			s.mark = r.mark
		}
		s.columns = append(s.columns, r.columns...)
		for _, c := range r.constants {
			if c.field != noField {
				s.constants[c.field] = c.value
			}
		}
		s.stated = append(s.stated, r.constants...)
	}
	return s
}
