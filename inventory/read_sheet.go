package inventory

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A sheetRead reads one sheet: it looks for the tables on it, side by side and
// one below the other, and hands each row's cells of the columns that are read
// to a converter of its table.
type sheetRead struct {
	reader *reader
	source int
	doc    document
	index  int
	name   string
	file   *fileRead
	report *reporter

	says      *sheetMapping // what the mapping says about the sheet
	questions *Questions

	places   []*sheetPlace // of its tables
	hint     rowHint
	bands    []*band
	records  *recordTable // the whole sheet, where it lists something else than devices
	merged   *mergedCells
	regions  []*region
	pipeline *pipeline
	refused  error     // why the first place where a table could be has none
	seen     SheetInfo // what the columns there look like, for a survey
}

// headBytes bounds what is held while the header is looked for: in a sheet of
// thousands of columns, that is among fewer rows.
const headBytes = 4 << 20

func (s *sheetRead) read() ([]SheetInfo, error) {
	err := s.readRows()
	if s.pipeline != nil {
		if convertErr := s.pipeline.finish(); convertErr != nil {
			err = convertErr
		}
	}
	if err == nil && len(s.regions) == 0 && s.records == nil {
		err = s.refused
	}
	if err != nil {
		s.seen.Name, s.seen.Mapped = s.name, s.says.isNamed()
		return []SheetInfo{s.seen}, err
	}
	var infos []SheetInfo
	if s.records != nil {
		s.records.end()
		infos = append(infos, s.records.info)
	}
	for _, r := range s.regions {
		for _, v := range r.views {
			v.converter.forgetPeople()
		}
		infos = append(infos, r.end())
	}
	s.sayMerged()
	s.report.endSheet()
	return infos, nil
}

// readRows hands the rows of the sheet to the pipeline.
func (s *sheetRead) readRows() error {
	var head []row
	size := 0
	for r, err := range s.doc.rows(s.index, &s.hint) {
		if err != nil {
			return atRow(err, r.number)
		}
		if s.records != nil {
			s.records.take(&r)
			if err := s.report.full(); err != nil {
				return atRow(err, r.number)
			}
			continue
		}
		if s.bands != nil {
			if !s.take(&r) {
				return s.refusedBy()
			}
			continue
		}
		if r.blank() {
			continue
		}
		head = append(head, r.clone())
		size += r.held()
		if len(head) >= s.reader.options.Limits.HeaderRows || size > headBytes {
			if !s.begin(head) {
				return s.refusedBy()
			}
			head = nil
		}
	}
	if s.bands == nil && s.records == nil && !s.begin(head) {
		return s.refusedBy()
	}
	for _, b := range s.bands {
		if !b.finish() {
			return s.refusedBy()
		}
	}
	return nil
}

// refusedBy returns why reading ended early; nil where finish says why.
func (s *sheetRead) refusedBy() error {
	if len(s.regions) == 0 {
		return s.refused
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

// begin finds out from the first rows where on the sheet tables stand. It
// reports false if there is none.
func (s *sheetRead) begin(head []row) bool {
	if s.beginTables(head) {
		return true
	}
	s.refuseNearly(head)
	return false
}

func (s *sheetRead) beginTables(head []row) bool {
	if len(head) == 0 {
		_, s.refused = findTable(nil, nil)
		return false
	}
	if s.records = s.findRecordTable(head); s.records != nil {
		for i := range head[s.records.header.index+1:] {
			s.records.take(&head[s.records.header.index+1+i])
		}
		return true
	}
	if s.refused != nil {
		return false
	}
	s.merged = s.mergedCells(head)
	for i := range head {
		s.merged.fill(&head[i])
	}
	s.bands = s.findBands(head)
	for i := range head {
		for _, b := range s.bands {
			if !b.take(b.cut(&head[i])) {
				return false
			}
		}
	}
	for _, b := range s.bands {
		if !b.begin() {
			return false
		}
	}
	return len(s.regions) > 0
}

// take hands a row to the tables that it crosses. It reports false once
// conversion has ended early.
func (s *sheetRead) take(r *row) bool {
	if s.merged != nil {
		s.merged.fill(r)
	}
	if len(s.bands) == 1 && s.bands[0].whole() {
		return s.bands[0].take(r)
	}
	for _, b := range s.bands {
		if !b.take(b.cut(r)) {
			return false
		}
	}
	return true
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
		if t, ok := bindCross(head); ok {
			return t, nil
		}
		if t, ok := bindUnknownHeader(head); ok {
			return t, nil
		}
		if t, ok := bindByContent(head); ok {
			return t, nil
		}
		return nil, refuse(CodeHeaderMissing, append([]string{expected}, nearHeaders(rows)...)...)
	}
	return bindTable(h, head[h.index+1:], says)
}

// bindTable binds the columns of a header, as the first rows below it bear them out.
func bindTable(h headerRow, below []row, says *sheetMapping) (*table, error) {
	t := bindColumns(h, says)
	t.bindStates(below)
	t.judgeColumns(below)
	t.bindWide(below)
	t.bindYears(below)
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

// gather looks at the columns of a table as a whole, once.
func (s *sheetRead) gather(r *region) *sheetEvidence {
	c := r.views[0].converter
	e, err := gatherEvidence(s.doc, s.index, c.table, r.band, newRowJudge(r.table))
	if err != nil {
		c.failed = err
		e = new(sheetEvidence)
	}
	s.says.evidence(e)
	e.monthsUS = strings.HasPrefix(s.reader.options.DefaultCountry, "US")
	if d, ok := s.doc.(*delimited); ok && d.delimiter == ';' {
		e.defaults = commaMark // where the comma is taken by decimals
	}
	e.siblings = func() columnEvidence { return s.reader.siblingEvidence(s.source, s.index, r.table) }
	e.said = func(f field, order dateOrder, shown columnEvidence) {
		c.note(CodeDateOrderMixed, Warning, f, "", orderName(order), strconv.Itoa(int(shown.dayFirst)), strconv.Itoa(int(shown.monthFirst)))
	}
	for _, v := range r.views {
		v.converter.evidence = func() *sheetEvidence { return e }
	}
	return e
}

// A siblingSheet is what another sheet, of this or another source, shows.
type siblingSheet struct {
	index int
	keys  []string
	shown columnEvidence
}

// siblingEvidence sums what the other sheets with the same header show, be they
// of this source or of another.
func (r *reader) siblingEvidence(source, sheet int, t *table) columnEvidence {
	keys := headerKeys(t.header.headers)
	var sum columnEvidence
	for i := range r.sources {
		if i == source && sheet == 0 && r.sheets[i] <= 1 {
			continue
		}
		for _, sibling := range r.siblingSheets(i) {
			if slices.Equal(sibling.keys, keys) && (i != source || sibling.index != sheet) {
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
	size := 0
	for r, err := range doc.rows(index, new(rowHint)) {
		if err != nil {
			return siblingSheet{}, false
		}
		if r.blank() {
			continue
		}
		head = append(head, r.clone())
		size += r.held()
		if len(head) >= limits.HeaderRows || size > headBytes {
			break
		}
	}
	t, err := findTable(head, says)
	if err != nil {
		return siblingSheet{}, false
	}
	e, err := gatherEvidence(doc, index, t, new(band), newRowJudge(t))
	if err != nil {
		return siblingSheet{}, false
	}
	shown := e.sum(dateFields)
	shown.add(e.sum(numberFields))
	return siblingSheet{index, headerKeys(t.header.headers), shown}, true
}
