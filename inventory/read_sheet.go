package inventory

import (
	"errors"
	"slices"
	"strings"
)

// A sheetRead reads one sheet: it looks for the header among the first rows,
// then hands each row's cells of the columns that are read to a converter.
type sheetRead struct {
	reader *reader
	source int
	doc    document
	index  int
	name   string
	estate *Estate
	report *reporter

	says      *sheetMapping // what the mapping says about the sheet
	questions *Questions
	survey    *survey

	hint      rowHint
	converter *converter
	pipeline  *pipeline
}

// headBytes bounds the text held while the header is looked for.
const headBytes = 4 << 20

func (s *sheetRead) read() (SheetInfo, error) {
	info := SheetInfo{Name: s.name}
	before := s.estate.Counts()
	err := s.readRows(&info)
	if s.pipeline != nil {
		if convertErr := s.pipeline.finish(); convertErr != nil {
			err = convertErr
		}
	}
	if err != nil {
		return info, err
	}
	info.Rows = s.converter.rows
	if info.Rows == 0 {
		s.report.add(Problem{Code: CodeRowsMissing, Severity: Warning, Row: info.HeaderRow})
	}
	info.count(before, s.estate.Counts())
	info.Missing = s.converter.table.missing(&s.reader.options)
	s.survey.tell(info.Columns)
	s.report.endSheet()
	return info, nil
}

// readRows hands the rows of the sheet to the pipeline.
func (s *sheetRead) readRows(info *SheetInfo) error {
	var head []row
	size := 0
	for r, err := range s.doc.rows(s.index, &s.hint) {
		if err != nil {
			return atRow(err, r.number)
		}
		if s.pipeline != nil {
			s.survey.look(r)
			if !s.pipeline.put(r) {
				return nil // finish says why
			}
			continue
		}
		if r.blank() {
			continue
		}
		head = append(head, r.clone())
		for _, c := range r.cells {
			size += len(c.text)
		}
		if len(head) >= s.reader.options.Limits.HeaderRows || size > headBytes {
			if err := s.begin(head, info); err != nil {
				return err
			}
			head = nil
		}
	}
	if s.pipeline == nil {
		return s.begin(head, info)
	}
	return nil
}

// atRow places a refusal at the row where reading stopped.
func atRow(err error, number int) error {
	var why *refusal
	if errors.As(err, &why) && why.row == 0 {
		why.row = number
	}
	return err
}

// clone copies a row, whose list of cells will be used again.
func (r *row) clone() row { return row{r.number, slices.Clone(r.cells), r.unbalanced} }

// begin finds the header among the first rows and converts those below it.
func (s *sheetRead) begin(head []row, info *SheetInfo) error {
	t, err := findTable(head, s.says)
	if err != nil {
		if s.reader.options.Survey {
			s.surveyRefused(t, head, info)
		}
		return err
	}
	s.says.tellRefused(t, s.report)
	if len(s.doc.sheets()) > 1 && !s.says.asInventory() && !t.resemblesInventory(head[t.header.index+1:]) {
		why := refuse(CodeColumnsMissing, "category,model")
		why.row = t.header.row
		return why
	}
	info.Layout, info.HeaderRow, info.Columns = t.layout, t.header.row, t.infos
	s.hint.cells = t.width
	s.converter = newConverter(t, s.estate, s.report, &s.reader.options, s.gather)
	s.converter.says, s.converter.questions = s.reader.mapping, s.questions
	if s.reader.options.Survey {
		s.survey = newSurvey(t)
	}
	if len(t.personal) > 0 {
		s.report.add(Problem{Code: CodeColumnsPersonal, Severity: Note, Row: t.header.row, Args: t.personal})
	}
	if !t.has(fieldQuantity) {
		s.report.add(Problem{Code: CodeQuantityMissing, Severity: Note, Row: t.header.row})
	}
	s.pipeline = startPipeline(s.converter)
	for _, r := range head[t.header.index+1:] {
		s.survey.look(r)
		if !s.pipeline.put(r) {
			break
		}
	}
	return nil
}

// findTable finds the header among the first rows of a sheet. A table comes with
// an error where there is a header that is none of an inventory.
func findTable(head []row, says *sheetMapping) (*table, error) {
	rows := make([]headerRow, len(head))
	for i, r := range head {
		rows[i] = headerRow{row: r.number, index: i, headers: headersOf(r.cells)}
	}
	const expected = "category,model,quantity"
	h, ok := findHeader(rows)
	if stated, is := says.statedHeader(rows, h); is {
		h, ok = stated, true
	}
	if !ok {
		return nil, refuse(CodeHeaderMissing, append([]string{expected}, nearHeaders(rows)...)...)
	}
	t := bindColumns(h, says)
	if t.refuse != "" && !says.asInventory() {
		why := refuse(CodeOtherList, t.refuse)
		why.row = h.row
		return t, why
	}
	if !t.identifies() {
		why := refuse(CodeColumnsMissing, append([]string{"category,model"}, nearHeaders([]headerRow{h})...)...)
		why.row = h.row
		return t, why
	}
	return t, nil
}

// gather looks at the columns of the sheet as a whole, once.
func (s *sheetRead) gather() *sheetEvidence {
	c := s.converter
	e, err := gatherEvidence(s.doc, s.index, c.table, &s.hint)
	if err != nil {
		c.failed = err
		e = new(sheetEvidence)
	}
	s.says.evidence(e)
	e.monthsUS = strings.HasPrefix(s.reader.options.DefaultCountry, "US")
	if d, ok := s.doc.(*delimited); ok && d.delimiter == ';' {
		e.defaults = commaMark // where the comma is taken by decimals
	}
	e.siblings = func() columnEvidence { return s.reader.siblingEvidence(s.source, c.table) }
	e.said = func(f field, order dateOrder, shown columnEvidence) {
		c.note(CodeDateOrderMixed, Warning, f, "", orderName(order), decimalText(int(shown.dayFirst)), decimalText(int(shown.monthFirst)))
	}
	c.evidence = func() *sheetEvidence { return e }
	return e
}

// A siblingSheet is what a sheet of another source shows.
type siblingSheet struct {
	keys  []string
	shown columnEvidence
}

// siblingEvidence sums what the sheets of the other sources with the same header show.
func (r *reader) siblingEvidence(source int, t *table) columnEvidence {
	keys := headerKeys(t.header.headers)
	var sum columnEvidence
	for i := range r.sources {
		if i == source {
			continue
		}
		for _, sibling := range r.siblingSheets(i) {
			if slices.Equal(sibling.keys, keys) {
				sum.add(sibling.shown)
			}
		}
	}
	return sum
}

func headerKeys(hs []header) []string {
	var keys []string
	for _, h := range hs {
		keys = append(keys, h.key)
	}
	return keys
}

// siblingSheets looks at the sheets of a source. One that cannot be read shows
// nothing; why will be said when its turn comes.
func (r *reader) siblingSheets(i int) []siblingSheet {
	if sheets, ok := r.siblings[i]; ok {
		return sheets
	}
	var sheets []siblingSheet
	in := r.input(i)
	if doc, kind, err := openDocument(in); err == nil && kind != kindEstate {
		for s := range doc.sheets() {
			if sheet, ok := siblingOf(doc, s, r.options.Limits, r.options.Mapping.use().sheetOf(in.source.Name, doc.sheets()[s].name)); ok {
				sheets = append(sheets, sheet)
			}
		}
		_ = doc.close()
	}
	if r.siblings == nil {
		r.siblings = make(map[int][]siblingSheet)
	}
	r.siblings[i] = sheets
	return sheets
}

func siblingOf(doc document, index int, limits Limits, says *sheetMapping) (siblingSheet, bool) {
	var head []row
	hint := new(rowHint)
	size := 0
	for r, err := range doc.rows(index, hint) {
		if err != nil {
			return siblingSheet{}, false
		}
		if r.blank() {
			continue
		}
		head = append(head, r.clone())
		for _, c := range r.cells {
			size += len(c.text)
		}
		if len(head) >= limits.HeaderRows || size > headBytes {
			break
		}
	}
	t, err := findTable(head, says)
	if err != nil {
		return siblingSheet{}, false
	}
	hint.cells = t.width
	e, err := gatherEvidence(doc, index, t, hint)
	if err != nil {
		return siblingSheet{}, false
	}
	shown := e.sum(dateFields)
	shown.add(e.sum(numberFields))
	return siblingSheet{headerKeys(t.header.headers), shown}, true
}
