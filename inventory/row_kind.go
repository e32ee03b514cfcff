package inventory

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"govfootprint/inventory/recognition"
)

// A rowKind is what a row below a header is to its table. Nearly every row is an
// item, so that the first look at it costs a few comparisons; only what looks
// suspicious by its first letters is read as words.
type rowKind uint8

const (
	rowItem    rowKind = iota
	rowBlank           // holds nothing that counts
	rowTotal           // a sum of rows above
	rowSum             // a sum of rows above if no item follows, else an item
	rowFooter          // what a program writes below a table: when, who, how many
	rowSection         // a line over a part of the table: Building A
	rowHeader          // the headers of another table
	rowAgain           // the headers of this table
)

// A rowJudge finds out the kind of rows of one table. It is not for two
// goroutines at a time.
type rowJudge struct {
	table *table
	first []byte          // first cell of the header
	upper []header        // the line above the header that belongs to it
	most  int             // cells that rows of the table have at most, of the first rows
	rows  int             // rows that went into that
	usual int             // cells that rows of known kinds of devices have, of the first below the header; see expect
	heads map[string]bool // cells that looked like headers: are they?
	plain map[string]bool // cells that looked like labels and are none
	sums  *quantitySums   // of the items so far
}

func newRowJudge(t *table) *rowJudge {
	j := &rowJudge{table: t, upper: t.header.upper, heads: make(map[string]bool), plain: make(map[string]bool), sums: newQuantitySums(t)}
	for _, h := range t.header.headers {
		if h.text != "" {
			j.first = []byte(h.text)
			break
		}
	}
	return j
}

// expect looks ahead: a line over the first part of the table stands above
// every row by which it could be told from an item.
func (j *rowJudge) expect(rows []row) {
	for i := range rows {
		if j.table.isKnownItem(&rows[i]) {
			j.usual = max(j.usual, filledCells(&rows[i]))
		}
	}
}

const (
	looksHeader = 1 << iota // begins as some header does
	looksLabel              // begins as a line of totals or a footer does
)

// beginnings are the first three letters of what is looked for, as a table.
type beginnings [1 << 15]uint8

func beginning(text []byte) uint {
	var a, b, c byte
	switch len(text) {
	case 0:
		return 0
	case 1:
		a = text[0]
	case 2:
		a, b = text[0], text[1]
	default:
		a, b, c = text[0], text[1], text[2]
	}
	return (uint(a|0x20)<<10 ^ uint(b|0x20)<<5 ^ uint(c|0x20)) & (1<<15 - 1)
}

// suspects are what a first look at a cell goes by: how headers and labels
// begin, and the sums of the letters of headers.
type suspects struct {
	starts beginnings
	whole  [1 << 16]bool
}

// suspicious returns how headers and labels look.
var suspicious = sync.OnceValue(func() *suspects {
	s := new(suspects)
	for text := range headerTexts() {
		s.starts[beginning([]byte(text))] |= looksHeader
		sum, _ := letterSum([]byte(text))
		s.whole[sum] = true
	}
	for _, text := range labelBeginnings {
		s.starts[beginning([]byte(text))] |= looksLabel
	}
	return s
})

// isHeader reports whether a text that begins as a header does may be one.
func (s *suspects) isHeader(text []byte) bool {
	if len(text) > maxHeaderText {
		return false
	}
	sum, plain := letterSum(text)
	return !plain || s.whole[sum]
}

// letterSum returns a number made of the letters and digits of a text, the same
// in any case and with any punctuation; plain is false where it holds more than
// ASCII. What stands in brackets is left out, as it is in the key of a header.
func letterSum(text []byte) (sum uint16, plain bool) {
	h := uint32(2166136261)
	for _, c := range text {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c >= 0x80, c == '(', c == '[':
			return 0, false
		default:
			continue
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return uint16(h>>16 ^ h), true //nolint:gosec // folded on purpose
}

// labelBeginnings begin labels of totals and footers.
var labelBeginnings = []string{
	"total", "totaux", "grand total", "overall", "sub", "sous", "sum", "summe", "gesamt", "all", "tous", "toutes", "todos", "ensemble", "(", "generated", "report", "end of", "page", "printed", "exported",
	"produced", "extracted", "created on", "rows", "record", "number of", "fin d", "généré", "genere", "édité", "edite", "imprimé", "imprime", "extrait", "rapport",
	"exporté", "nombre d", "***", "---", "===", "* ", "note", "source", "confid", "prepared", "approved", "checked", "verified", "signed", "établi", "préparé", "vérifié", "somme", "erstellt", "seite", "ende",
}

// look returns the kind of a row, how many of its cells hold something, and the
// bytes in them.
func (j *rowJudge) look(r *row) (kind rowKind, filled, size int) {
	look := suspicious()
	var first []byte
	headers, labels := 0, false
	for i := range r.cells {
		text := r.cells[i].text
		n := len(text)
		if n == 0 {
			continue
		}
		size += n
		if filled < 6 {
			if text[0] == ' ' {
				if text = bytes.TrimSpace(text); len(text) == 0 {
					continue
				}
			}
			if filled == 0 {
				first = text
			}
			flags := look.starts[beginning(text)]
			if flags&looksHeader != 0 && look.isHeader(text) {
				headers++
			}
			if filled < 3 && (flags&looksLabel != 0 || endsInTotal(text)) {
				labels = true
			}
		}
		filled++
	}
	switch {
	case filled <= 1:
		return j.lone(r, filled), filled, size
	case headers >= 2 || labels || len(first) == len(j.first) && bytes.Equal(first, j.first):
		kind = j.judge(r, filled, headers, labels)
	case j.upper != nil && filled <= len(j.upper) && j.isUpper(r):
		return rowAgain, filled, size
	}
	if kind == rowItem && j.rows < 50 {
		j.rows++
		j.most = max(j.most, filled)
	}
	return kind, filled, size
}

// mayBeHeader reports whether some cells of a row may be headers.
func mayBeHeader(r *row) bool {
	look, found := suspicious(), 0
	for i := range r.cells {
		text := bytes.TrimSpace(r.cells[i].text)
		if len(text) > 0 && look.starts[beginning(text)]&looksHeader != 0 && look.isHeader(text) {
			found++
			if found >= 2 {
				return true
			}
		}
	}
	return false
}

// endsInTotal reports whether a text ends in total, in any case.
func endsInTotal(text []byte) bool {
	n := len(text)
	return n >= 5 && text[n-1]|0x20 == 'l' && text[n-2]|0x20 == 'a' && text[n-3]|0x20 == 't' && text[n-4]|0x20 == 'o' && text[n-5]|0x20 == 't'
}

// judge looks at a row that is suspicious.
func (j *rowJudge) judge(r *row, filled, headers int, labels bool) rowKind {
	if j.isHeaderAgain(r) {
		return rowAgain
	}
	if j.isUpper(r) {
		return rowAgain
	}
	if headers >= 2 && j.isOtherHeader(r) {
		return rowHeader
	}
	if !labels {
		return rowItem
	}
	seen := 0
	for i := range r.cells {
		if seen >= 3 {
			break
		}
		raw := bytes.TrimSpace(r.cells[i].text)
		if len(raw) == 0 {
			continue
		}
		seen++
		if !j.mayBeLabel(raw) {
			continue
		}
		text := words(string(raw))
		if filled <= 3 && isFooter(string(raw), text) {
			return rowFooter
		}
		switch total, sure := isTotal(text); {
		case everything[text]:
			if j.totalAt(r, i) == rowTotal && j.sums.several(r) {
				return rowTotal
			}
		case !total:
			if len(j.plain) < 1<<12 && (filled <= 3 || !isFooter(string(raw), text)) {
				j.plain[string(raw)] = true
			}
		case sure && !j.isModel(i), filled <= max(3, j.most/2) && !j.saysModelBeside(r, i):
			return j.totalAt(r, i)
		}
	}
	return rowItem
}

// mayBeLabel reports whether a text may say that its row is a total or a footer,
// as far as can be told without reading its words.
func (j *rowJudge) mayBeLabel(raw []byte) bool {
	if len(raw) > maxHeaderText || j.plain[string(raw)] {
		return false
	}
	return suspicious().starts[beginning(raw)]&looksLabel != 0 || endsInTotal(raw)
}

// everything are words that stand for a total only where the number is one.
var everything = map[string]bool{"all": true, "alle": true, "tous": true, "toutes": true, "todos": true, "ensemble": true}

// totalAt returns the kind of a row with a word for totals in a column. Where
// the row names a kind of device beside it, the number decides: a department may
// be called Total.
func (j *rowJudge) totalAt(r *row, index int) rowKind {
	s := j.sums
	if s.quantity < 0 || s.category < 0 || s.category == index || j.isModel(index) {
		return rowTotal
	}
	text, _ := cleanText(cellAt(r, s.category))
	if total, _ := isTotal(words(text)); total || isBlankText(text) || !recognition.KnowsType(text) {
		return rowTotal
	}
	return s.judge(r)
}

// isModel reports whether a column holds models: a model may be called Total.
func (j *rowJudge) isModel(index int) bool {
	for _, col := range j.table.columns {
		if col.index == index {
			return col.field == fieldModel || col.field == fieldManufacturer
		}
	}
	return false
}

// saysModelBeside reports whether a model stands in a column other than index.
func (j *rowJudge) saysModelBeside(r *row, index int) bool {
	for _, col := range j.table.columns {
		if col.field == fieldModel && col.index != index && col.index >= 0 && col.index < len(r.cells) {
			return len(bytes.TrimSpace(r.cells[col.index].text)) > 0
		}
	}
	return false
}

// lone returns the kind of a row with one cell at most.
func (j *rowJudge) lone(r *row, filled int) rowKind {
	if filled == 0 {
		return rowBlank
	}
	i := slices.IndexFunc(r.cells, func(c cell) bool { return len(bytes.TrimSpace(c.text)) > 0 })
	text, _ := cleanText(r.cells[i].text)
	w := words(text)
	if isFooter(text, w) {
		return rowFooter
	}
	if total, _ := isTotal(w); total {
		return rowTotal
	}
	f := noField
	for _, col := range j.table.columns {
		if col.index == i {
			f = col.field
			break
		}
	}
	if titlesPlace(w) && max(j.most, j.usual) >= 2 && (f == fieldCategory || f == fieldModel) && !isCategoryText(text) && !isModelText(text) {
		return rowSection
	}
	if len(j.table.infos) < 3 {
		if f == noField && !j.table.has(fieldCategory) {
			return rowBlank
		}
		return rowItem
	}
	letters := hasLetter(w)
	switch {
	case f == fieldModel:
		return rowItem
	case f == fieldQuantity:
		return j.loneQuantity(r)
	case f == fieldCategory || f == fieldSubcategory:
		if recognition.KnowsType(text) || max(j.most, j.usual) < 3 {
			return rowItem
		}
		return rowSection
	case j.table.wideAt(i) >= 0:
		return rowItem
	case f != noField && letters:
		return rowSection
	case letters && strings.Contains(w, " ") || letters && !hasDigit(w):
		return rowSection
	}
	return rowBlank // a number of a row that was never filled in
}

// placeTitles begin or end the names of places and of parts of an organisation.
var placeTitles = map[string]bool{
	"building": true, "bldg": true, "block": true, "wing": true, "floor": true, "room": true, "site": true, "campus": true, "office": true, "offices": true,
	"headquarters": true, "hq": true, "branch": true, "department": true, "directorate": true, "division": true, "region": true, "zone": true, "area": true,
	"batiment": true, "bat": true, "etage": true, "salle": true, "siege": true, "agence": true, "direction": true, "departement": true, "antenne": true, "aile": true,
	"gebaude": true, "raum": true, "standort": true, "abteilung": true, "edificio": true, "planta": true, "piso": true, "sede": true,
}

// titlesPlace reports whether words are what a part of a list is headed by:
// Building A, North wing, Étage 2.
func titlesPlace(w string) bool {
	fields := strings.Fields(w)
	if len(fields) == 0 || len(fields) > 6 {
		return false
	}
	return placeTitles[fields[0]] || fields[0] == "bureau" || // at the end it is a desk: téléphone de bureau
		placeTitles[fields[len(fields)-1]]
}

// loneQuantity returns the kind of a row that holds a quantity and nothing else:
// the sum of those above it, or of items of which nobody says what they are.
func (j *rowJudge) loneQuantity(r *row) rowKind {
	if n, ok := wholeNumber(cellAt(r, j.sums.quantity)); ok && n == 0 {
		return rowTotal // of a row that was never filled in
	}
	if j.rows == 0 {
		return rowItem
	}
	if kind := j.sums.judge(r); kind != rowItem {
		return kind
	}
	return rowSum
}

func hasLetter(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool { return r > '9' })
}

// isTotal reports whether words mark a row of totals, and whether they say
// nothing else: "laptop total" may also be a name.
func isTotal(w string) (total, sure bool) {
	if recognition.ReasonOfType(w) == recognition.TotalRow {
		return true, true
	}
	fields := strings.Fields(w)
	if len(fields) < 2 || len(fields) > 6 {
		return false, false
	}
	for _, of := range []string{fields[0], fields[len(fields)-1]} {
		switch of {
		case "total", "totals", "totaux", "subtotal", "subtotals":
			return true, false
		}
	}
	for _, start := range []string{"grand total", "sub total", "sous total", "sum of", "overall total", "summe", "gesamt"} {
		if strings.HasPrefix(w, start+" ") {
			return true, false
		}
	}
	return false, false
}

// footers begin lines that programs write below a table, as words.
var footers = []string{
	"generated on", "generated by", "generated at", "report generated", "report run", "report produced", "end of report", "end of file", "end of list", "end of data",
	"end of table", "printed on", "printed by", "printed at", "exported on", "exported by", "exported from", "produced on", "produced by", "extracted on", "created on",
	"report date", "report created", "page ", "rows affected", "rows returned", "record count", "records found", "total records", "number of records", "number of rows",
	"fin du rapport", "fin de rapport", "fin du fichier", "fin de liste", "genere le", "genere par", "edite le", "edite par", "imprime le", "imprime par", "extrait le",
	"exporte le", "rapport genere", "rapport edite", "date d edition", "nombre de lignes", "nombre d enregistrements", "erstellt am", "ende des berichts", "seite ",
	"confidential", "confidentiel", //nolint:misspell // French
	"prepared by", "approved by", "checked by", "verified by", "signed", "signature", "etabli par", "prepare par", "verifie par", "source ", "note ", "notes ",
}

// isFooter reports whether a cell is a line below a table.
func isFooter(text, w string) bool {
	for _, f := range footers {
		rest, ok := strings.CutPrefix(w, strings.TrimSuffix(f, " "))
		if !ok || rest != "" && rest[0] != ' ' {
			continue
		}
		switch f {
		case "page ", "seite ":
			if !hasDigit(rest) || hasLetter(strings.NewReplacer("of", "", "sur", "", "von", "", "de", "").Replace(rest)) {
				continue
			}
		case "source ", "note ", "notes ":
			if !strings.Contains(text, ":") {
				continue
			}
		}
		return true
	}
	_, counted, _ := strings.Cut(w, " ") // (12 rows affected)
	switch counted {
	case "rows affected", "row affected", "rows returned", "rows selected", "records", "rows", "row s affected", "lignes affectees", "lignes", "enregistrements":
		return hasDigit(w) && !hasLetter(w[:strings.IndexByte(w, ' ')])
	}
	return w == "" && len(text) >= 3 // a line of dashes or stars
}

// isHeaderAgain reports whether a row is the header once more, as in files that
// were put together from several and in pages printed one after the other.
func (j *rowJudge) isHeaderAgain(r *row) bool {
	same := 0
	for i, h := range j.table.header.headers {
		if h.text == "" {
			continue
		}
		if i >= len(r.cells) {
			return false
		}
		text := bytes.TrimSpace(r.cells[i].text)
		if len(text) > 2*maxHeaderText {
			return false
		}
		lower := h.lower
		if lower == "" {
			lower = h.text
		}
		if string(text) != lower {
			if clean, _ := cleanText(text); clean != lower && headerKey(clean).key != headerKey(lower).key {
				if len(text) == 0 && h.lower == "" && j.upper != nil {
					continue // of two lines, only the upper has it
				}
				return false
			}
		}
		same++
	}
	return same > 0
}

// isUpper reports whether a row is the upper line of a header of two lines.
func (j *rowJudge) isUpper(r *row) bool {
	if j.upper == nil {
		return false
	}
	for i, c := range r.cells {
		text := bytes.TrimSpace(c.text)
		if i >= len(j.upper) {
			if len(text) > 0 {
				return false
			}
			continue
		}
		if string(text) != j.upper[i].text {
			if len(text) > 2*maxHeaderText {
				return false
			}
			if clean, _ := cleanText(text); clean != j.upper[i].text {
				return false
			}
		}
	}
	return true
}

// isOtherHeader reports whether a row is the header of another table: at least
// half of what it holds are headers, and they are those of a table of devices or
// of some other list.
func (j *rowJudge) isOtherHeader(r *row) bool {
	seen, known := 0, 0
	for i := range r.cells {
		text := bytes.TrimSpace(r.cells[i].text)
		if len(text) == 0 {
			continue
		}
		seen++
		if seen > 6 {
			break
		}
		if len(text) > maxHeaderText || text[0] >= '0' && text[0] <= '9' {
			continue
		}
		is, ok := j.heads[string(text)]
		if !ok {
			clean, _ := cleanText(text)
			_, is = headers().meanings[headerKey(clean).key]
			if len(j.heads) < 1<<12 {
				j.heads[string(text)] = is
			}
		}
		if is {
			known++
		}
	}
	if known < 2 {
		return false
	}
	return isHeaderAmongData(headersOf(r.cells))
}

// isHeaderAmongData reports whether a row below a table is a header.
func isHeaderAmongData(hs []header) bool {
	texts, known, numbers, identifies := 0, 0, 0, false
	fields := make(map[field]bool)
	for _, h := range hs {
		if h.text == "" {
			continue
		}
		texts++
		m, ok := headers().known(h)
		switch {
		case ok:
			known++
			if m.field != noField {
				fields[m.field] = true
			}
			identifies = identifies || saysWhat(m.field)
		case !hasLetter(words(h.text)) && !isYear(h.text):
			numbers++
		case wideOf(h).category != "":
			known++
			identifies = true
		}
	}
	if numbers > 0 || known*2 < texts {
		return false
	}
	if identifies {
		return known >= 3 || len(fields) >= 2 || texts == 2 && known == 2 && len(fields) > 0
	}
	return known >= 3 && known*3 >= texts*2
}

// saysWhat reports whether a field says what an item is.
func saysWhat(f field) bool {
	return f == fieldCategory || f == fieldModel || f == fieldSubcategory || f == fieldChassis
}

func isYear(text string) bool {
	return len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20")) && text[2] >= '0' && text[2] <= '9' && text[3] >= '0' && text[3] <= '9'
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }
