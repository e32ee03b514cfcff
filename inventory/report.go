package inventory

import "strconv"

// A reporter places problems in a file and a sheet, and gathers what would
// otherwise be said of each row into one note for the column.
type reporter struct {
	problems *Problems
	file     string
	sheet    string
	limits   Limits

	notes   map[noteKey]*gathered
	order   []noteKey
	decoded int64 // distinct cells that were not UTF-8
	legacy  bool  // there were any, on any sheet
	text    int64 // bytes of distinct text in the estate
}

type noteKey struct {
	code   Code
	column string
	value  string // where each value is counted on its own
}

type gathered struct {
	severity Severity
	row      int // first
	rows     int64
	value    string
	args     []string
}

func newReporter(problems *Problems, file string, limits Limits) *reporter {
	return &reporter{problems: problems, file: file, limits: limits, notes: make(map[noteKey]*gathered)}
}

// add tells a problem of a row.
func (r *reporter) add(p Problem) {
	p.File, p.Sheet = r.file, r.sheet
	r.problems.Add(p)
}

// note counts an assumption; it is told at the end of the sheet.
func (r *reporter) note(key noteKey, severity Severity, row int, value string, args []string) {
	if g, ok := r.notes[key]; ok {
		g.rows++
		return
	}
	r.notes[key] = &gathered{severity: severity, row: row, rows: 1, value: value, args: args}
	r.order = append(r.order, key)
}

// encoding tells an encoding that was guessed for a file as a whole.
func (r *reporter) encoding(doc document) {
	if d, ok := doc.(*delimited); ok && d.encoding == encodingMacRoman {
		r.add(Problem{Code: CodeEncodingGuessed, Severity: Note, Args: []string{encodingMacRoman}})
	}
}

func (r *reporter) countDecoded() { r.decoded++ }

// countText counts text that the estate holds from now on.
func (r *reporter) countText(n int) { r.text += int64(n) }

// full returns the refusal of a file with more distinct text than an estate may hold.
func (r *reporter) full() error {
	if r.text <= r.limits.TextBytes {
		return nil
	}
	return overLimit("distinct_text", r.limits.TextBytes)
}

// leadsWithValue are the codes whose last argument is the number of rows.
var leadsWithValue = map[Code]bool{CodeDateOrderGuessed: true, CodeDecimalGuessed: true, CodeWordUnknown: true, CodeCountryUnknown: true, CodeWordOpen: true, CodeVariantUnknown: true, CodeAcquiredProxy: true, CodeAcquiredProxyLate: true, CodeNumberUnlikely: true}

// endSheet tells the notes gathered on a sheet.
func (r *reporter) endSheet() {
	for _, key := range r.order {
		g := r.notes[key]
		p := Problem{Code: key.code, Severity: g.severity, Row: g.row, Column: key.column, Value: g.value}
		rows := strconv.FormatInt(g.rows, 10)
		switch {
		case key.code == CodeDateOrderMixed:
			p.Args, p.Row = g.args, 0
		case leadsWithValue[key.code]:
			p.Args = append(append([]string{}, g.args...), rows)
		case key.code == CodeUnitGuessed:
			p.Args = []string{g.args[0], rows}
		default:
			p.Args = append([]string{rows}, g.args...)
		}
		r.add(p)
	}
	clear(r.notes)
	r.order = r.order[:0]
	if r.decoded > 0 {
		r.add(Problem{Code: CodeEncodingGuessed, Severity: Note, Args: []string{encodingWindows1252, strconv.FormatInt(r.decoded, 10)}})
		r.decoded, r.legacy = 0, true
	}
}

// refused tells why a file or sheet was not read.
func (r *reporter) refused(why *refusal, severity Severity) {
	r.add(Problem{Code: why.code, Severity: severity, Row: why.row, Column: why.column, Value: why.value, Args: why.args, Whole: severity == Rejected})
}
