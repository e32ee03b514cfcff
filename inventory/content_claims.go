package inventory

import (
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/recognition"
)

// claimable are the fields for which a column is taken by its values alone, with
// the trait that its values must have, in how many hundredths of its rows, and
// how many of the distinct values there must be.
var claimable = []struct {
	field    field
	trait    trait
	share    int
	distinct int
}{
	{fieldCategory, traitCategory, most, 1},
	{fieldManufacturer, traitMaker, most, 1},
	{fieldModel, traitModel, most, 1},
	{fieldStatus, traitStatus, nearlyAll, 2},
	{fieldCountry, traitCountry, 90, 1},
	{fieldAnnualKWh, traitEnergy, nearlyAll, 1},
}

// claimUnknown takes columns whose header is unknown or blank for what their
// values are, and notes which hold what is not to be read.
func (j *judge) claimUnknown() {
	t := j.table
	for i := range t.infos {
		info := &t.infos[i]
		if j.claimName(i) || info.Why != whyUnknown && info.Why != whyEmpty || j.countsItems(i) {
			continue
		}
		s := j.sample(i)
		if s.filled < fewRows {
			continue
		}
		switch {
		case s.share(traitPersonal)*2 >= 100:
			info.Why = whyPersonal
			if info.Header != "" {
				t.personal = append(t.personal, info.Header)
			}
		case !j.claim(i, s) && s.share(traitIdentifier) >= nearlyAll && len(s.values)*10 >= s.filled*9:
			info.Why = whyIdentifier
		}
	}
}

// nameHeaders are headers under which some lists have the name of the single
// device, and some that of the product.
var nameHeaders = []string{"name", "assetname", "itemname", "equipmentname", "displayname", "nom", "designation", "item", "asset"}

// claimName takes a column of names for the model, if there is none and nearly
// all of its names are products.
func (j *judge) claimName(index int) bool {
	info := j.table.infos[index]
	if info.Why != whyIdentifier || j.column(fieldModel) >= 0 || !slices.Contains(nameHeaders, j.table.header.headers[index].key) {
		return false
	}
	s := j.sample(index)
	if s.filled < fewRows || s.share(traitModel) < nearlyAll {
		return false
	}
	j.bind(index, fieldModel, "")
	j.tell(CodeColumnByContent, index, fieldModel.String(), strconv.Itoa(s.fitting(traitModel)), strconv.Itoa(s.filled))
	return true
}

// claim takes a column for the field that its values fit best, if no column has
// that and no other field fits nearly as well.
func (j *judge) claim(index int, s *columnSample) bool {
	const margin, personal = 25, 10
	if s.share(traitPersonal) >= personal || s.whole == s.filled {
		return false
	}
	best, second, at := 0, 0, -1
	for i, c := range claimable {
		if c.field == fieldCountry && (best >= most || len(s.values) > 40 || j.column(fieldSubdivision) >= 0) { // names of places take time to make
			continue
		}
		share := s.share(c.trait)
		if share > best {
			best, second, at = share, best, i
		} else if share > second {
			second = share
		}
	}
	if at < 0 || best < claimable[at].share || best-second < margin || len(s.values) < claimable[at].distinct || j.column(claimable[at].field) >= 0 {
		return false
	}
	c := claimable[at]
	j.bind(index, c.field, "")
	j.tell(CodeColumnByContent, index, c.field.String(), strconv.Itoa(s.fitting(c.trait)), strconv.Itoa(s.filled))
	return true
}

// doubtQuantity warns where there is no column of quantities and some other holds
// only small whole numbers that may be counts: its header resembles one, or no
// other column is like it.
func (j *judge) doubtQuantity() {
	t := j.table
	if j.column(fieldQuantity) >= 0 || t.states || t.summed != nil {
		return
	}
	const largest, longest, told = 100_000, 4, 3
	var named, unnamed []int
	for i, info := range t.infos {
		head := t.header.headers[i]
		numbered := j.isNumberColumn(i)
		if info.Why != whyUnknown && info.Why != whyEmpty && !numbered || j.countsItems(i) {
			continue
		}
		s := j.sample(i)
		if s.filled < fewRows || s.whole < s.filled || s.most > largest || s.most < 2 || s.steps >= s.filled-1 {
			continue
		}
		if _, ok := measures[fieldQuantity].factors[unitKey(head.unit)]; !ok {
			continue
		}
		switch text := " " + words(splitCamel(info.Header)) + " "; {
		case strings.Count(text, " ") > longest+1: // a sentence about something else
		case numbered:
			if s.most < 1000 && s.least < s.most { // what names single things has other numbers
				named = append(named, i)
			}
		case slices.ContainsFunc(countMarks, func(mark string) bool { return strings.Contains(text, " "+mark) }):
			named = append(named, i)
		default:
			unnamed = append(unnamed, i)
		}
	}
	if len(named) == 0 && j.isCrossTable(unnamed) {
		j.tell(CodeTableCrossed, unnamed[0], strconv.Itoa(len(unnamed)))
		return
	}
	if len(named) == 0 && len(unnamed) == 1 && len(j.sample(unnamed[0]).values)*10 <= j.sample(unnamed[0]).filled*8 {
		named = unnamed
	}
	for _, i := range named[:min(told, len(named))] {
		j.tell(CodeQuantityDoubt, i, strconv.Itoa(j.sample(i).least), strconv.Itoa(j.sample(i).most))
	}
}

// isCrossTable reports whether a table holds types, and beside them nothing but
// columns of whole numbers under headers that nobody knows: how many of each type
// each office has, as a pivot table shows it.
func (j *judge) isCrossTable(counts []int) bool {
	const others = 1 // the types
	if len(counts) < 2 || j.column(fieldCategory) < 0 {
		return false
	}
	filled := 0
	for i := range j.table.infos {
		if j.sample(i).filled > 0 {
			filled++
		}
	}
	return filled <= len(counts)+others
}

// isNumberColumn reports whether a column is taken for one of identifiers only
// because its header is No. or the like, which heads quantities, too.
func (j *judge) isNumberColumn(index int) bool {
	return j.table.infos[index].Why == whyIdentifier && slices.Contains(numberHeaders, j.table.header.headers[index].key)
}

var numberHeaders = []string{"no", "nr", "nº", "n", "num"}

// countMarks begin words with which a header says that it counts.
var countMarks = []string{"count", "qty", "quant", "number", "nb", "nbre", "nombre", "no of", "units", "anzahl", "antal", "aantal", "cant", "num", "total", "amount", "pcs", "pieces", "held", "stock"}

// bindUnknownHeader binds the columns of a sheet whose header is in no list, or
// too little of it: a row of names that are nothing else, above rows whose
// values say what items are. It reports false where there is none.
func bindUnknownHeader(rows []row) (*table, bool) {
	const looked, tried = 15, 4
	width, tries := 0, 0
	for i := range rows {
		width = max(width, filledCells(&rows[i]))
	}
	for i := range rows[:min(looked, len(rows))] {
		r := &rows[i]
		if n := filledCells(r); n < 2 || 2*n < width || len(rows)-i-1 < fewRows {
			continue
		}
		hs := headersOf(r.cells)
		if slices.ContainsFunc(hs, header.isThing) {
			return nil, false // items have begun
		}
		if holdsValues(hs, rows[i+1:]) {
			continue
		}
		tries++
		if tries > tried {
			break
		}
		t := bindColumns(headerRow{row: r.number, index: i, headers: hs, counted: personsCounts(hs, rows[i+1:])}, nil)
		t.judgeColumns(rows[i+1:])
		if t.refuse == "" && t.identifies() && (len(t.told) > 0 || t.bornOut(rows[i+1:])) {
			return t, true
		}
	}
	return nil, false
}

// personsCounts returns the columns with a person's name over nothing but numbers:
// so many things that the person has.
func personsCounts(hs []header, below []row) (columns []int) {
	for i, h := range hs {
		if isPersonalHeader(h.text) && countsNearly(below, i) {
			columns = append(columns, i)
		}
	}
	return columns
}

// holdsValues reports whether a row that may be a header holds a value: then it is
// one of data.
func holdsValues(hs []header, below []row) bool {
	counted := personsCounts(hs, below)
	for i, h := range hs {
		if h.isValue() && !slices.Contains(counted, i) {
			return true
		}
	}
	return false
}

func filledCells(r *row) int {
	n := 0
	for _, c := range r.cells {
		if strings.TrimSpace(string(c.text[:min(len(c.text), maxHeaderText)])) != "" {
			n++
		}
	}
	return n
}

// isThing reports whether a cell names a type, a maker or a product and is no header.
func (h header) isThing() bool {
	return !h.isKnown() && (isCategoryText(h.text) || recognition.IsMaker(h.text) || isModelText(h.text))
}

// isValue reports whether a cell is a number, a date or personal rather than a header.
func (h header) isValue() bool {
	if h.isKnown() {
		return false
	}
	_, number := parseNumber(h.text, pointMark, false)
	return number || traitDate.has(h.text) || isPersonalHeader(h.text)
}

func (h header) isKnown() bool {
	_, known := headers().meanings[h.key]
	return known || h.text == "" || len(h.text) > maxHeaderText
}

// bornOut reports whether the values of the column of types or of models are such.
func (t *table) bornOut(rows []row) bool {
	for _, c := range t.columns {
		s := sampleColumn(rows, c.index)
		if c.field == fieldCategory && s.share(traitCategory) >= most || c.field == fieldModel && s.share(traitModel) >= most {
			return true
		}
	}
	return false
}

// bindByContent binds the columns of a sheet without a header by what its first
// rows hold. All rows are items then: the header's row is 0, and its index -1. It
// reports false where the cells do not tell what items are.
func bindByContent(rows []row) (*table, bool) {
	width := 0
	for _, r := range rows {
		for i, c := range r.cells {
			if len(c.text) > 0 {
				width = max(width, i+1)
			}
		}
	}
	const widest = 200
	if len(rows) < fewRows || width == 0 || width > widest {
		return nil, false
	}
	t := &table{layout: "generic", header: headerRow{row: 0, index: -1, headers: make([]header, width)}, width: width}
	for range width {
		t.infos = append(t.infos, ColumnInfo{Why: whyEmpty})
	}
	j := &judge{table: t, rows: rows, samples: make(map[int]*columnSample)}
	j.claimUnknown()
	if !t.has(fieldCategory) && !t.has(fieldModel) {
		return nil, false
	}
	j.claimLone(fieldAcquired, func(s *columnSample) int {
		if s.whole > 0 {
			return 0
		}
		return s.fitting(traitDate)
	})
	j.claimLone(fieldQuantity, func(s *columnSample) int {
		if s.most > 100_000 || s.steps >= s.filled-1 {
			return 0
		}
		return s.whole
	})
	t.replace()
	return t, true
}

// claimLone takes the one column all of whose values fit a field; two such
// columns are none: nobody knows which.
func (j *judge) claimLone(f field, fitting func(s *columnSample) int) {
	found := -1
	for i, info := range j.table.infos {
		if info.Why != whyEmpty {
			continue
		}
		if s := j.sample(i); s.filled >= fewRows && fitting(s)*100 >= s.filled*95 {
			if found >= 0 {
				return
			}
			found = i
		}
	}
	if found >= 0 {
		s := j.sample(found)
		j.bind(found, f, "")
		j.tell(CodeColumnByContent, found, f.String(), strconv.Itoa(fitting(s)), strconv.Itoa(s.filled))
	}
}
