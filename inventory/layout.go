package inventory

import (
	"iter"
	"strings"
	"sync"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// Reasons why a column is not read, as ColumnInfo.Why gives them.
const (
	whyPersonal   = "personal"   // it may hold personal data
	whyIdentifier = "identifier" // it names single devices; nothing needs that
	whyNotNeeded  = "not_needed" // it says nothing that decides a footprint
	whyDuplicate  = "duplicate"  // another column says the same, and more surely
	whyAlternate  = "alternate"  // it has the same header as one that is read, and is read where that is blank
	whyOtherYear  = "other_year" // it counts the same for another year
	whyUnknown    = "unknown"    // its header is in no list
	whyEmpty      = "empty"      // it has no header
	whyMapping    = "mapping"    // the mapping says so
	whyHidden     = "hidden"     // of a sheet
)

// How it was decided what a column is, as ColumnInfo.How gives it.
const (
	howHeader   = "header"   // its header is known
	howLayout   = "layout"   // its header is one of the layout's own
	howContent  = "content"  // its values say so
	howMapping  = "mapping"  // the mapping says so
	howConstant = "constant" // there is no column: the mapping states the value
)

// A meaning is what a header stands for.
type meaning struct {
	field field
	why   string // for a column that is not read
	unit  string // that the header implies
	rank  int    // of two headers of one field, the lower is the surer
	how   string // how it is known
}

// A layout is a set of headers with meanings of their own.
type layout struct {
	name          string
	requires      []string   // header keys
	any           [][]string // header keys, of which one list must be there
	requireFields []field
	withoutFields []field
	columns       map[string]meaning
	refuse        string // what the list is, if it is no inventory of devices
}

type headerCatalogue struct {
	meanings map[string]meaning // by header key
	layouts  []layout
}

// headers returns what headers mean, as the data files say.
var headers = sync.OnceValue(func() *headerCatalogue {
	c := &headerCatalogue{meanings: make(map[string]meaning)}
	for line := range dataLines("headers.tsv") {
		for rank, alias := range strings.Split(line[1], "|") {
			header, unit, _ := strings.Cut(alias, "@")
			m := parseMeaning(line[0])
			m.unit, m.rank, m.how = unit, rank, howHeader
			key := headerKey(header).key
			if _, taken := c.meanings[key]; !taken {
				c.meanings[key] = m
			}
		}
	}
	for f := fieldKind; f < fieldCount; f++ { // a canonical name means itself, more surely than anything else
		c.meanings[headerKey(fieldNames[f]).key] = meaning{field: f, rank: -1, how: howHeader}
	}
	var described []struct {
		Name          string     `yaml:"name"`
		Title         string     `yaml:"title"`
		Requires      []string   `yaml:"requires"`
		Any           [][]string `yaml:"any"`
		RequireFields []string   `yaml:"requires_fields"`
		WithoutFields []string   `yaml:"without_fields"`
		Columns       yaml.Node  `yaml:"columns"`
		Refuse        string     `yaml:"refuse"`
	}
	if err := yaml.Unmarshal([]byte(readData("layouts.yaml")), &described); err != nil {
		defect("layouts.yaml: " + err.Error())
	}
	for _, d := range described {
		l := layout{name: d.Name, refuse: d.Refuse, columns: make(map[string]meaning)}
		l.requires = keysOf(d.Requires)
		for _, alternative := range d.Any {
			l.any = append(l.any, keysOf(alternative))
		}
		l.requireFields = mustFields(d.RequireFields)
		l.withoutFields = mustFields(d.WithoutFields)
		for i := 0; i+1 < len(d.Columns.Content); i += 2 {
			what, unit, _ := strings.Cut(d.Columns.Content[i+1].Value, "@")
			m := parseMeaning(what)
			m.unit, m.rank, m.how = unit, layoutRank+i, howLayout
			l.columns[headerKey(d.Columns.Content[i].Value).key] = m
		}
		c.layouts = append(c.layouts, l)
	}
	return c
})

// layoutRank is the rank of a layout's first column: surer than any header of
// headers.tsv, canonical ones included.
const layoutRank = -1 << 20

// mappedRank is that of what a mapping says, surer than any layout.
const mappedRank = 2 * layoutRank

func keysOf(texts []string) []string {
	var keys []string
	for _, text := range texts {
		keys = append(keys, headerKey(text).key)
	}
	return keys
}

// headerTexts yields headers as the data files write them, and some as keys.
func headerTexts() iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range dataLines("headers.tsv") {
			for alias := range strings.SplitSeq(line[1], "|") {
				if !yield(alias) {
					return
				}
			}
		}
		for _, l := range headers().layouts {
			for key := range l.columns {
				if !yield(key) {
					return
				}
			}
		}
		for key := range headers().meanings {
			if !yield(key) {
				return
			}
		}
	}
}

func mustFields(names []string) []field {
	var fields []field
	for _, name := range names {
		fields = append(fields, parseMeaning(name).field)
	}
	return fields
}

// parseMeaning reads the first column of headers.tsv.
func parseMeaning(what string) meaning {
	if why, ignored := strings.CutPrefix(what, "!"); ignored {
		return meaning{why: why}
	}
	f, ok := fieldByName(what)
	if !ok {
		defect("headers: no column is called " + what)
	}
	return meaning{field: f}
}

// personalMarks are parts of header keys that betray a column of personal data
// whose header is in no list.
var personalMarks = []string{
	"user", "utilisateur", "email", "courriel", "mail", "phone", "telephone", "imei", "macaddr", "ipaddr", "upn", "login", "logon",
	"firstname", "lastname", "fullname", "surname", "prenom", "employee", "employe", "matricule", "personnel", "custodian", "assignee", "assignedto",
	"owner", "proprietaire", "contact", "manager", "comment", "note", "remark", "remarque", "address", "adresse",
}

// meaningOf returns what a header stands for in a layout, nil for none in particular.
func (c *headerCatalogue) meaningOf(h header, l *layout) meaning {
	if h.key == "" {
		return meaning{why: whyEmpty}
	}
	if l != nil {
		if m, ok := l.columns[h.key]; ok {
			return m
		}
	}
	if l != nil && l.refuse != "" {
		return c.meaningInOther(h)
	}
	if m, ok := c.meanings[h.key]; ok {
		return m
	}
	if key, cut := strings.CutSuffix(h.key, "0"); cut { // Configuration Manager's views: Model0
		if m, ok := c.meanings[key]; ok {
			return m
		}
	}
	for _, mark := range personalMarks {
		if strings.HasPrefix(h.key, mark) || strings.HasSuffix(h.key, mark) || strings.Contains(" "+words(splitCamel(h.text)), " "+mark) {
			return meaning{why: whyPersonal}
		}
	}
	if m, ok := c.known(h); ok {
		return m
	}
	return meaning{why: whyUnknown}
}

// meaningInOther returns what a header stands for in a list of something else:
// nothing of it is needed, and what is personal stays so.
func (c *headerCatalogue) meaningInOther(h header) meaning {
	if m := c.meaningOf(h, nil); m.why == whyPersonal || m.why == whyIdentifier {
		return m
	}
	return meaning{why: whyNotNeeded}
}

// splitCamel puts a space before each capital that follows a small letter:
// lastUserName is three words.
func splitCamel(text string) string {
	var b strings.Builder
	small := false
	for _, r := range text {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}
