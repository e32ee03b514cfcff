package inventory

import (
	"bytes"
	"slices"
	"strconv"
)

// A region is the rows of one table of a sheet: from its header to the next
// header, or the end. It has a view for the items that its rows are, and one for
// each group of columns that holds further items.
type region struct {
	sheet *sheetRead
	band  *band
	table *table
	judge *rowJudge
	views []*view
	info  SheetInfo
	seen  *survey
	own   bool
	known bool // most of its first rows name kinds of devices that are known

	place *sheetPlace

	doubtful []row // perhaps totals: they are if no item follows

	outside    int64 // lines that do not belong to it
	outsideRow int
}

// A view is one way to read the rows of a region: columns and constants.
type view struct {
	converter *converter
	group     *wideGroup // nil for the rows' own items
}

// newRegion begins the table of a header. rows are the first below it.
func (b *band) newRegion(t *table, rows []row) *region {
	s := b.sheet
	r := &region{sheet: s, band: b, table: t, judge: newRowJudge(t), own: t.saysWhat() && !t.states}
	r.judge.expect(rows)
	s.assume(t)
	estate := s.file.estateFor(s, t)
	gather := func() *sheetEvidence { return s.gather(r) }
	kept := keepTable(t, b.from)
	add := func(t *table, group int) {
		c := newConverter(t, estate, s.report, &s.reader.options, gather)
		c.item = &readItem{kept, group}
		c.place, c.items = r.place, s.reader.items
		c.says, c.questions = s.reader.mapping, s.questions
		if len(t.identifiers) > 0 {
			c.hash, c.ledger = s.reader.hash, &s.reader.ledger
			c.ledgerSheet = s.reader.ledger.begin(s.report.file, s.report.sheet, t)
		}
		if group == ownItem && s.file.mayHaveMachines() {
			t.hosts = t.hostColumns()
			c.hosts = s.file.hostHolder()
		}
		v := &view{converter: c}
		if group != ownItem {
			v.group = r.table.wide[group]
		}
		r.views = append(r.views, v)
	}
	t.stated = s.says.values()
	r.place = s.newPlace()
	if r.own {
		add(t, ownItem)
	}
	for n, g := range t.wide {
		add(t.wideTable(g), n)
	}
	for _, v := range r.views {
		v.converter.shared.budget /= len(r.views)
	}
	known, looked := 0, 0
	for i := range rows {
		if i > 0 && rows[i].number != rows[i-1].number+1 {
			break // what is below a blank row may be something else
		}
		looked++
		if t.isKnownItem(&rows[i]) {
			known++
		}
	}
	r.known = known*2 > looked
	r.info = SheetInfo{
		Name: s.name, Layout: t.layout, HeaderRow: t.header.row, Mapped: s.says.isNamed(),
		Columns: append(slices.Clip(t.infos), s.says.infos()...), Missing: t.missing(&s.reader.options),
	}
	s.says.tellRefused(t, s.report)
	if s.reader.options.Survey {
		r.seen = newSurvey(t)
	}
	s.regions = append(s.regions, r)
	s.hint.cells = t.width
	if !b.whole() {
		s.hint.cells = 0
	}
	if s.pipeline == nil {
		s.pipeline = startPipeline(s.report)
	}
	r.say(rows)
	return r
}

// say tells what was decided about the table as a whole.
func (r *region) say(rows []row) {
	t, s := r.table, r.sheet
	if len(t.personal) > 0 {
		s.report.add(Problem{Code: CodeColumnsPersonal, Severity: Note, Row: t.header.row, Args: t.personal})
	}
	for _, p := range t.told {
		s.report.add(p)
	}
	if r.own && !t.has(fieldQuantity) {
		s.report.add(Problem{Code: CodeQuantityMissing, Severity: Note, Row: t.header.row})
	}
	if t.header.upper != nil {
		s.report.add(Problem{Code: CodeHeaderTwoLines, Severity: Note, Row: t.header.row})
	}
	for _, twice := range t.repeated {
		s.report.add(Problem{Code: CodeColumnsAlternate, Severity: Note, Row: t.header.row, Column: twice.text, Args: []string{strconv.Itoa(twice.times)}})
	}
	if len(t.wide) > 0 {
		var names []string
		for _, g := range t.wide {
			names = append(names, g.header.text)
		}
		s.report.add(Problem{Code: CodeColumnsItems, Severity: Note, Row: t.header.row, Args: names})
	}
	if t.year != "" {
		s.report.add(Problem{Code: CodeYearColumns, Severity: Warning, Row: t.header.row, Column: t.year, Args: t.otherYears})
	}
	if row, gaps := t.categoryGaps(rows); gaps {
		column := ""
		for _, c := range t.columns {
			if c.field == fieldCategory {
				column = c.header.text
			}
		}
		s.report.add(Problem{Code: CodeCategoryGaps, Severity: Warning, Row: row, Column: column})
	}
}

// sayAbove says that there is more above the header than titles: what looks
// like a table without being one.
func (r *region) sayAbove(above []row) {
	const few = 3
	lines, first := 0, 0
	for i := range above {
		filled := 0
		for _, c := range above[i].cells {
			if len(c.text) > 0 {
				filled++
			}
		}
		if filled >= 2 && (r.table.header.upper == nil || i < len(above)-1) {
			lines++
			if lines == 1 {
				first = above[i].number
			}
		}
	}
	if lines > few {
		r.outside, r.outsideRow = int64(lines), first
	}
}

// end sums up the region when all its rows have been converted.
func (r *region) end() SheetInfo {
	for _, v := range r.views {
		v.converter.endPlaces()
		r.info.Rows = max(r.info.Rows, v.converter.rows)
		r.info.Assessed += v.converter.assessed
		r.info.Unrecognised += v.converter.unrecognised
		r.info.Rejected += v.converter.rejects
		r.info.Excluded += v.converter.excluded
	}
	if r.seen != nil {
		r.seen.shut(r.views[0].converter.item.table.withheld)
		r.seen.tell(r.info.Columns)
		r.sheet.questions.withhold(r.seen.namesOne)
	}
	if r.info.Rows == 0 {
		r.sheet.report.add(Problem{Code: CodeRowsMissing, Severity: Warning, Row: r.info.HeaderRow})
	}
	if r.outside > 0 {
		r.sheet.report.add(Problem{Code: CodeLinesOutside, Severity: Note, Row: r.outsideRow, Args: []string{strconv.FormatInt(r.outside, 10)}})
	}
	return r.info
}

// put hands a row to each view that it concerns.
func (r *region) put(line *row, kind rowKind, filled, size int) bool {
	switch kind {
	case rowSum:
		return r.doubt(line)
	case rowItem:
		if len(r.doubtful) > 0 && !r.settle(rowItem) {
			return false
		}
		r.judge.sums.add(line)
	case rowAgain:
		if !r.settle(rowTotal) {
			return false
		}
	case rowTotal:
		r.judge.sums.total()
	default:
	}
	r.seen.look(line)
	p := r.sheet.pipeline
	if kind == rowItem && r.table.summed != nil && r.table.hasNone(line) {
		return true
	}
	if kind != rowItem {
		return p.put(line, r.views[0].converter, kind, filled, size)
	}
	if len(r.table.wide) == 0 {
		return p.put(line, r.views[0].converter, kind, filled, size)
	}
	items := 0
	for _, v := range r.views {
		if v.group == nil {
			continue
		}
		if item := v.group.item(line, r.own); item.kind != itemNone {
			items++
		}
	}
	for _, v := range r.views {
		if v.group == nil {
			if (items > 0 || r.table.isRejected()) && !r.table.isItem(line) {
				continue // a person without a computer, but with a monitor
			}
			if !p.put(line, v.converter, kind, filled, size) {
				return false
			}
			continue
		}
		item := v.group.item(line, r.own)
		if item.kind == itemNone {
			continue
		}
		if !p.putItem(line, v.converter, item, filled, size) {
			return false
		}
	}
	return true
}

// doubt holds a row that may be one of totals. Totals are few.
func (r *region) doubt(line *row) bool {
	r.doubtful = append(r.doubtful, line.clone())
	return len(r.doubtful) < mostHeld || r.settle(rowItem)
}

// settle hands the rows that were in doubt on as what they are.
func (r *region) settle(kind rowKind) bool {
	rows := r.doubtful
	r.doubtful = nil
	for i := range rows {
		filled, size := 0, 0
		for _, c := range rows[i].cells {
			if len(bytes.TrimSpace(c.text)) > 0 {
				filled++
			}
			size += len(c.text)
		}
		if !r.put(&rows[i], kind, filled, size) {
			return false
		}
	}
	return true
}

// putItem hands the further item of a row to the conversion.
func (p *pipeline) putItem(r *row, to *converter, item wideItem, filled, size int) bool {
	p.filling.put(r, to, rowItem, filled, size)
	cells := p.filling.cells
	count := item.count
	if count == "" {
		count = "1"
	}
	cells[len(cells)-2] = cell{text: []byte(item.model)}
	cells[len(cells)-1] = cell{text: []byte(count)}
	if !p.filling.full() {
		return true
	}
	return p.send()
}

// isItem reports whether a row says what an item it is itself.
func (t *table) isItem(r *row) bool {
	for _, col := range t.columns {
		if saysWhat(col.field) && col.index >= 0 && col.index < len(r.cells) {
			if text, _ := cleanText(r.cells[col.index].text); !isBlankText(text) {
				return true
			}
		}
	}
	return false
}

// sharedFields are what the items of one row have in common.
var sharedFields = []field{
	fieldKind, fieldStatus, fieldDepartment, fieldSite, fieldCountry, fieldSubdivision, fieldHosting, fieldDataCentre, fieldAcquired, fieldRetired,
	fieldOwnership, fieldCondition, fieldEndOfLife, fieldAttribution, fieldQuality, fieldService,
}

// wideTable returns the columns by which the items of a group are read. The last
// two, model and quantity, are filled in for each row.
func (t *table) wideTable(g *wideGroup) *table {
	w := &table{layout: t.layout, header: t.header, width: t.width, infos: t.infos, names: t.names, stated: t.stated, counted: g.counts, substates: t.substates, constants: slices.Clone(t.constants)}
	at := func(f field, index int) {
		if index >= 0 {
			head := t.header.headers[index]
			w.columns = append(w.columns, column{field: f, index: index, header: head, unit: head.unit})
		}
	}
	for _, c := range t.columns {
		if slices.Contains(sharedFields, c.field) || t.states {
			w.columns = append(w.columns, c)
		}
	}
	if t.states { // the status takes the place of the model; see wideGroup.item
		w.setConstant(fieldStatus, g.status, g.header)
		w.setConstant(fieldQuantity, "1", g.header)
		w.replace()
		return w
	}
	at(fieldManufacturer, g.maker)
	at(fieldScreenInches, g.screen)
	w.setConstant(fieldCategory, g.text, g.header)
	if g.variant != "" {
		w.setConstant(fieldVariant, g.variant, g.header)
	}
	w.setConstant(fieldModel, "", g.header)
	counted := g.header
	if g.count >= 0 {
		counted = t.header.headers[g.count]
	}
	w.setConstant(fieldQuantity, "1", counted)
	w.replace()
	return w
}
