package inventory

import (
	"bytes"
	"errors"
	"slices"
	"strings"
)

// A recordTable reads the rows of a list of something else than devices. Its
// rows are read one after the other: there are no more of them than a person, or
// a bill, can list.
type recordTable struct {
	sheet  *sheetRead
	schema *recordSchema
	header headerRow
	at     map[string]recordColumn // the columns that are read
	reader recordReader
	info   SheetInfo
	place  *sheetPlace
	seen   *survey
	item   *readItem         // what its rows are, for a second pass
	texts  map[string]string // as they read, by what cells hold

	constants map[string]string // what the mapping states for rows that do not
}

type recordColumn struct {
	place  int // in the row
	header header
	unit   string // of its numbers, where the header or the layout says so
}

// A recordReader makes something of the rows of a list of one kind.
type recordReader interface {
	read(r *record)
}

// recordReaders has a constructor for each kind of list that is read.
var recordReaders = map[recordKind]func(*recordTable) recordReader{
	"applications":     newApplicationReader,
	"data_centres":     newDataCentreReader,
	"usage":            newUsageReader,
	"users":            newUsersReader,
	"virtual_machines": newMachineReader,
}

// findRecordTable finds the header of a list of something else than devices
// among the first rows of a sheet; nil where there is none.
func (s *sheetRead) findRecordTable(head []row) *recordTable {
	stated, is := s.says.statedList()
	if is && stated == nil || !is && s.says != nil && s.says.read {
		return nil // an inventory of devices, whatever it looks like
	}
	rows := make([]headerRow, len(head))
	for i, r := range head {
		rows[i] = headerRow{row: r.number, index: i, headers: headersOf(r.cells)}
	}
	if is {
		return s.statedRecordTable(stated, rows, head)
	}
	devices, is := findHeader(rows)
	for i := range head {
		hs := rows[i].headers
		schema, layout := recordSchemaOf(hs, s.says)
		if schema == nil || recordReaders[schema.kind] == nil || s.says.headsElsewhere(rows, i) {
			continue
		}
		if _, said := s.says.listedColumns(hs); layout == nil && !said {
			switch {
			case schema.kind == usageList && !listsUsage(schema, hs, head[i+1:], s.says):
				continue
			case is && devices.index < i, !schema.knowsMost(hs, s.says):
				continue // a row of devices that says “Server”, “VM”
			}
		}
		if !s.says.fitsRecords(schema, hs) {
			continue
		}
		t := s.bindRecordTable(schema, layout, rows[i])
		t.start()
		return t
	}
	return nil
}

// statedRecordTable binds the columns of a list of which the mapping says what it
// lists: in the row that the mapping names, else in the one with the most columns of
// such a list. It refuses a list in which no column is one that such a list needs.
func (s *sheetRead) statedRecordTable(schema *recordSchema, rows []headerRow, head []row) *recordTable {
	at, most := -1, 0
	for i, r := range rows {
		n := 0
		layout := schema.layoutOf(headerSet(r.headers))
		for _, h := range r.headers {
			if rule, ok := s.says.ruleOf(h); ok && rule.column != leftAlone || !ok && schema.meaningOf(h, layout).column != "" {
				n++
			}
		}
		if s.says.headerRow == 0 && n > most || s.says.headerRow == r.row {
			at, most = i, n
		}
	}
	if at < 0 {
		s.refused = refuse(CodeHeaderMissing, strings.Join(append(slices.Clone(schema.requires), schema.any...), ","))
		return nil
	}
	s.says.headsElsewhere(rows, at)
	t := s.bindRecordTable(schema, schema.layoutOf(headerSet(rows[at].headers)), rows[at])
	if lacking := schema.lacks(t.columns(), true); len(lacking) > 0 {
		s.refuseRecords(t, lacking, head[at+1:])
		return nil
	}
	t.start()
	return t
}

// refuseNearly says what a list lacks that was refused as an inventory of devices: its
// headers are those of another list, but for one that such a list needs.
func (s *sheetRead) refuseNearly(head []row) {
	var why *refusal
	if !errors.As(s.refused, &why) || why.code != CodeHeaderMissing && why.code != CodeColumnsMissing || s.says.asInventory() {
		return
	}
	for i, r := range head {
		h := headerRow{row: r.number, index: i, headers: headersOf(r.cells)}
		for _, schema := range schemasOf("") {
			lacking, nearly := schema.nearly(h.headers)
			if !nearly {
				continue
			}
			s.refuseRecords(s.bindRecordTable(schema, nil, h), lacking, head[i+1:])
			return
		}
	}
}

// columns returns the columns of which rows say something, by themselves or because
// the mapping states it. What a line of a bill is a use of needs no category.
func (t *recordTable) columns() map[string]bool {
	columns := make(map[string]bool)
	for column := range t.at {
		columns[column] = true
	}
	for column := range t.constants {
		columns[column] = true
	}
	if t.isBill() {
		columns["category"] = true
	}
	return columns
}

// refuseRecords refuses a list that lacks columns, and tells what its columns look
// like, so that a person can say which of them are meant.
func (s *sheetRead) refuseRecords(t *recordTable, lacking []string, below []row) {
	why := refuse(CodeListIncomplete, string(t.schema.kind), strings.Join(lacking, ","))
	why.row = t.header.row
	s.refused = why
	t.survey()
	for i := range below {
		t.info.Rows++
		t.seen.look(&below[i])
	}
	t.seen.tell(t.info.Columns)
	s.seen = t.info
	s.seen.Layout = ""
}

func (s *sheetRead) bindRecordTable(schema *recordSchema, layout *recordLayout, h headerRow) *recordTable {
	t := &recordTable{sheet: s, schema: schema, header: h, at: make(map[string]recordColumn), texts: make(map[string]string), constants: s.says.constantsFor(schema)}
	t.info = SheetInfo{Name: s.name, Layout: string(schema.kind), HeaderRow: h.row, Mapped: s.says.isNamed(), List: string(schema.kind)}
	if layout != nil {
		t.info.Layout = layout.name
	}
	meanings := make([]recordMeaning, len(h.headers))
	surest := make(map[string]int)
	for i, head := range h.headers {
		m := s.says.recordMeaning(head, schema.meaningOf(head, layout))
		meanings[i] = m
		if have, ok := surest[m.column]; m.column != "" && (!ok || m.rank < meanings[have].rank) {
			surest[m.column] = i
		}
	}
	for i, head := range h.headers {
		m := meanings[i]
		info := ColumnInfo{Header: head.text, Why: m.why}
		switch {
		case m.column != "" && surest[m.column] == i:
			info.Field, info.How, info.Unit = m.column, howHeader, firstUnit(head.unit, m.unit)
			if m.mapped && m.unit != "" {
				info.Unit = m.unit
			}
			switch {
			case m.mapped:
				info.How = howMapping
			case layout != nil && m.rank < -1:
				info.How = howLayout
			}
			t.at[m.column] = recordColumn{i, head, info.Unit}
		case m.column != "":
			info.Why, info.Means, info.Instead = whyDuplicate, m.column, h.headers[surest[m.column]].text
		}
		t.info.Columns = append(t.info.Columns, info)
	}
	return t
}

// start makes ready to read the rows.
func (t *recordTable) start() {
	t.reader = recordReaders[t.schema.kind](t)
	t.survey()
	t.keep()
	var personal []string
	for _, info := range t.info.Columns {
		if info.Why == whyPersonal {
			personal = append(personal, info.Header)
		}
	}
	if len(personal) > 0 {
		t.sheet.report.add(Problem{Code: CodeColumnsPersonal, Severity: Note, Row: t.header.row, Args: personal})
	}
}

// firstUnit returns the unit that the header states, else the layout's.
func firstUnit(stated, usual string) string {
	if stated != "" && stated != "%" {
		return stated
	}
	return usual
}

// has reports whether a column is read.
func (t *recordTable) has(column string) bool {
	_, ok := t.at[column]
	return ok
}

// take takes a row below the header.
func (t *recordTable) take(line *row) {
	if line.blank() {
		return
	}
	r := record{recordTable: t, line: line}
	if t.isHeader(line) {
		t.sheet.report.note(noteKey{code: CodeHeaderRepeated}, Note, line.number, "", nil)
		return
	}
	if !slices.ContainsFunc(t.info.Columns, func(c ColumnInfo) bool { return c.Field != "" && r.stated(c.Field) != "" }) {
		return // a remark, or what is no part of the list
	}
	t.info.Rows++
	t.seen.look(line)
	t.reader.read(&r)
}

// isHeader reports whether a row is the header once more.
func (t *recordTable) isHeader(line *row) bool {
	for i, h := range t.header.headers {
		if h.text == "" {
			continue
		}
		if i >= len(line.cells) || string(bytes.TrimSpace(line.cells[i].text)) != h.text {
			return false
		}
	}
	return true
}

// A record is a row of such a list.
type record struct {
	*recordTable
	line *row
	why  Code // the first of the reasons for which it cannot be used
}

// text returns the text of a column: what the row states, else what the mapping
// states for all rows; nothing where neither does.
func (r *record) text(column string) string {
	if text := r.stated(column); text != "" {
		return text
	}
	return r.constants[column]
}

// stated returns the text of a cell, nothing where the row or the list has none.
// NULL and the like say nothing.
func (r *record) stated(column string) string {
	cell, ok := r.cell(column)
	if !ok {
		return ""
	}
	if len(cell.text) == 0 {
		return ""
	}
	if isPlainNumber(cell.text) {
		return string(cell.text)
	}
	if text, known := r.texts[string(cell.text)]; known {
		return text
	}
	text, _ := cleanText(cell.text)
	if isBlankText(text) {
		text = ""
	}
	if len(r.texts) < maxMemo && len(cell.text) <= maxRepeated {
		r.texts[string(cell.text)] = text
	}
	return text
}

// maxRepeated is the length up to which texts of lists are remembered: those of
// bills repeat by the million.
const maxRepeated = 200

// isPlainNumber reports whether a text is digits and a point, and nothing to clean.
func isPlainNumber(text []byte) bool {
	digit := false
	for _, c := range text {
		if c != '.' && (c < '0' || c > '9') {
			return false
		}
		digit = digit || c != '.'
	}
	return digit
}

func (r *record) cell(column string) (cell, bool) {
	c, ok := r.at[column]
	if !ok || c.place >= len(r.line.cells) {
		return cell{}, false
	}
	return r.line.cells[c.place], true
}

// items counts the row among those read: it is an item, or would be one.
func (r *record) items() { r.sheet.file.estate.counts.Read++ }

// assess counts the row as one that is in the estate.
func (r *record) assess() {
	r.sheet.file.estate.counts.Assessed++
	r.info.Assessed++
}

// reject tells why the row cannot be used. The value of a column is quoted only
// where it can be nobody's name.
func (r *record) reject(code Code, column, value string, args ...string) {
	r.tell(code, Rejected, column, value, args...)
	r.sheet.file.estate.reject(code)
	r.info.Rejected++
}

// drop counts a row that cannot be used, of which the reason has been told.
func (r *record) drop() {
	r.sheet.file.estate.reject(r.why)
	r.info.Rejected++
}

// exclude leaves the row out for a good reason.
func (r *record) exclude(code Code, column, value string, args ...string) {
	r.tell(code, Excluded, column, value, args...)
	r.sheet.file.estate.exclude(code, 1, Tally{})
	r.info.Excluded++
}

// note counts what is said of many rows, to be told once for the list.
func (r *record) note(code Code, severity Severity, column, value string, args ...string) {
	r.sheet.report.note(noteKey{code: code, column: r.at[column].header.text, value: value}, severity, r.line.number, value, args)
}

// noteOnce is note for what is said of a column, whichever its values; the first
// one is the example.
func (r *record) noteOnce(code Code, severity Severity, column, value string, args ...string) {
	head := r.at[column].header.text
	r.sheet.report.note(noteKey{code: code, column: head}, severity, r.line.number, value, args)
}

func (r *record) tell(code Code, severity Severity, column, value string, args ...string) {
	p := Problem{Code: code, Severity: severity, Row: r.line.number, Column: r.at[column].header.text, Value: quotable(value), Args: args}
	if severity == Rejected {
		if r.why == "" {
			r.why = code
		}
		if !r.schema.tied() {
			p.item = r.item
		}
	}
	r.sheet.report.add(p)
}
