package inventory

import (
	"bytes"
	"errors"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/fold"
)

// workbook is an XLSX or XLSM file, read sheet by sheet in a stream. Of its
// many parts it needs five: the relations, the list of sheets, the styles (they
// alone tell a date from a number), the shared texts, and the sheets.
type workbook struct {
	archive *archive
	heads   []sheetHead
	parts   []string // of the sheets
	epoch   Date     // day 0 of its dates
	dates   []bool   // by cell style: is the number a date?
	shared  sharedTexts
	padded  padding
}

func openWorkbook(a *archive) (*workbook, error) {
	w := &workbook{archive: a}
	main := "xl/workbook.xml"
	root, err := w.relations("_rels/.rels")
	if err != nil {
		return nil, err
	}
	if target, ok := root.byType("officeDocument"); ok {
		main = target
	}
	related, err := w.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"))
	if err != nil {
		return nil, err
	}
	if err := w.readMain(main, related); err != nil {
		return nil, err
	}
	base := path.Dir(main)
	styles, ok := related.byType("styles")
	if !ok {
		styles = path.Join(base, "styles.xml")
	}
	if err := w.readStyles(styles); err != nil {
		return nil, err
	}
	shared, ok := related.byType("sharedStrings")
	if !ok {
		shared = path.Join(base, "sharedStrings.xml")
	}
	if err := w.readShared(shared); err != nil {
		return nil, err
	}
	return w, nil
}

func (w *workbook) format() string      { return "xlsx" }
func (w *workbook) sheets() []sheetHead { return w.heads }
func (w *workbook) close() error        { return w.archive.close() }

// relation names a part that another part refers to.
type relation struct{ id, kind, target string }

type relations []relation

// byType returns the part of a kind. Kinds are URLs of two families; their last word is the same.
func (rs relations) byType(kind string) (string, bool) {
	for _, r := range rs {
		if path.Base(r.kind) == kind {
			return r.target, true
		}
	}
	return "", false
}

func (rs relations) byID(id string) (relation, bool) {
	for _, r := range rs {
		if r.id == id {
			return r, true
		}
	}
	return relation{}, false
}

// relations reads a part that lists relations; there may be none.
func (w *workbook) relations(part string) (relations, error) {
	var rs relations
	if !w.archive.has(part) {
		return nil, nil
	}
	base := path.Dir(path.Dir(part))
	err := w.scan(part, func(x *xmlScanner, token xmlToken) error {
		if token == xmlStart && string(x.name) == "Relationship" && x.attrText("TargetMode") != "External" {
			target := x.attrText("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", base, target)
			}
			rs = append(rs, relation{x.attrText("Id"), x.attrText("Type"), strings.TrimPrefix(path.Clean(target), "/")})
			if len(rs) > maxArchiveEntries {
				return overLimit("archive_entries", maxArchiveEntries)
			}
		}
		return nil
	})
	return rs, err
}

// scan reads a part, calling do for each tag and text.
func (w *workbook) scan(part string, do func(*xmlScanner, xmlToken) error) error {
	r, err := w.archive.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	x := newXMLScanner(r, part, w.archive.in.limits.CellBytes)
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		if token == xmlEOF {
			return nil
		}
		if err := do(x, token); err != nil {
			return err
		}
	}
}

// readMain reads the list of sheets and which day is day 0.
func (w *workbook) readMain(part string, related relations) error {
	w.epoch = epoch1900
	return w.scan(part, func(x *xmlScanner, token xmlToken) error {
		if token != xmlStart {
			return nil
		}
		switch string(x.name) {
		case "workbookPr":
			if on := x.attrText("date1904"); on == "1" || on == "true" {
				w.epoch = epoch1904
			}
		case "sheet":
			r, ok := related.byID(x.attrText("id"))
			if !ok || path.Base(r.kind) != "worksheet" {
				return nil // a chart or dialogue sheet
			}
			if slices.Contains(w.parts, r.target) {
				return refuse(CodeFileUnsafe, part, "sheets that share their cells")
			}
			state := x.attrText("state")
			w.heads = append(w.heads, sheetHead{fold.Visible(x.attrText("name")), state == "hidden" || state == "veryHidden"})
			w.parts = append(w.parts, r.target)
			if limit := w.archive.in.limits.Sheets; len(w.parts) > limit {
				return overLimit("sheets", limit)
			}
		}
		return nil
	})
}

// rows yields the rows of a sheet that hold a cell.
func (w *workbook) rows(sheet int, hint *rowHint) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		s := sheetReader{workbook: w, hint: hint, yield: yield}
		s.limits, s.padded = w.archive.in.limits, &w.padded
		err := w.scan(w.parts[sheet], s.token)
		if err != nil && !errors.Is(err, errStop) {
			yield(row{number: s.row.number}, err)
		}
	}
}

// errStop ends the reading of a sheet whose consumer has seen enough.
var errStop = errors.New("stop")

// sheetReader follows the tags of a sheet: <row r="2"><c r="A2" s="1" t="s"><v>7</v></c></row>.
type sheetReader struct {
	workbook *workbook
	hint     *rowHint
	yield    func(row, error) bool
	rowBuilder

	column  int // of the cell being read
	style   int
	kind    []byte // t attribute
	kindBy  [16]byte
	inText  bool // within <v> or the <t> of an inline text
	inCell  bool
	formula bool // the cell has a formula
	valued  bool // and the value it had when the file was saved, if that was only a blank
	skip    int  // within <rPh>
	value   []byte
}

func (s *sheetReader) token(x *xmlScanner, token xmlToken) error {
	switch token {
	case xmlStart:
		switch string(x.name) {
		case "c":
			return s.beginCell(x)
		case "v", "t":
			s.inText, s.valued = s.inCell, true
		case "f":
			s.formula = s.inCell
		case "rPh":
			s.skip++
		case "mergeCell":
			s.seeMerged(x)
		case "row":
			s.beginRow(x)
			if int64(s.row.number) > s.limits.Rows {
				return overLimit("rows", s.limits.Rows)
			}
		}
	case xmlEnd:
		switch string(x.name) {
		case "v", "t":
			s.inText = false
		case "c":
			return s.endCell()
		case "rPh":
			s.skip--
		case "row":
			return s.endRow()
		}
	default:
		if s.inText && s.skip == 0 {
			s.value = x.appendText(s.value)
			if len(s.value) > s.limits.CellBytes {
				return overLimit("cell_bytes", s.limits.CellBytes)
			}
		}
	}
	return nil
}

// seeMerged remembers the first area that is merged over several rows.
func (s *sheetReader) seeMerged(x *xmlScanner) {
	if s.hint.merged.fromRow == 0 {
		if a, ok := parseArea(x.attr("ref")); ok {
			s.hint.merged = a
		}
	}
}

func (s *sheetReader) beginRow(x *xmlScanner) {
	number := s.row.number + 1
	if n, err := strconv.Atoi(string(x.attr("r"))); err == nil && n > 0 {
		number = n
	}
	s.begin(number)
	s.column = -1
}

func (s *sheetReader) endRow() error {
	if s.used == 0 {
		return nil
	}
	if !s.yield(s.row, nil) {
		return errStop
	}
	return nil
}

func (s *sheetReader) beginCell(x *xmlScanner) error {
	s.column++
	s.style, s.kind = 0, s.kindBy[:0]
	for rest := x.attrs; ; {
		name, value, after, ok := cutAttr(rest)
		if !ok {
			break
		}
		rest = after
		switch string(name) {
		case "r":
			if column, ok := columnNumber(value); ok {
				s.column = column
			}
		case "s":
			s.style = styleNumber(value)
		case "t":
			s.kind = append(s.kind, value...)
		}
	}
	if s.column >= s.limits.Columns {
		return overLimit("columns", s.limits.Columns)
	}
	s.value = s.value[:0]
	s.inCell, s.inText, s.formula, s.valued = true, false, false, false
	return nil
}

// styleNumber reads the number of a style; one that makes no sense is the first.
func styleNumber(digits []byte) int {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > 1<<24 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// columnNumber returns the column of a cell's reference, 0 for A1.
func columnNumber(ref []byte) (int, bool) {
	n := 0
	for i, c := range ref {
		switch {
		case c >= 'A' && c <= 'Z':
			n = n*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			n = n*26 + int(c-'a') + 1
		default:
			return n - 1, i > 0
		}
		if n > 1<<24 {
			break
		}
	}
	return n - 1, n > 0
}

func (s *sheetReader) endCell() error {
	s.inCell, s.inText = false, false
	if s.column < 0 {
		return nil
	}
	if len(s.value) == 0 {
		if s.formula && !s.valued {
			return s.put(s.column, cell{uncomputed: true})
		}
		return nil
	}
	c := cell{text: s.value}
	switch string(s.kind) {
	case "s":
		i, err := strconv.Atoi(string(bytes.TrimSpace(s.value)))
		if err != nil {
			return nil //nolint:nilerr // a place that is none holds nothing
		}
		c.text = s.workbook.shared.at(i)
		if len(c.text) == 0 {
			return nil
		}
		return s.put(s.column, c)
	case "b":
		if c.text = []byte("FALSE"); string(s.value) == "1" {
			c.text = []byte("TRUE")
		}
	case "str", "inlineStr", "e", "d":
	default:
		c = s.number()
	}
	c.text = s.keep(c.text)
	return s.put(s.column, c)
}

// number returns a numeric cell: a date if its style says so.
func (s *sheetReader) number() cell {
	dates := s.workbook.dates
	if s.style >= 0 && s.style < len(dates) && dates[s.style] {
		if serial, err := strconv.ParseFloat(string(s.value), 64); err == nil {
			if d, ok := dateOfSerial(serial, s.workbook.epoch); ok {
				return cell{text: []byte(d.String())}
			}
		}
	}
	return cell{text: plainNumber(s.value), number: true}
}

// plainNumber writes a number of a workbook as a spreadsheet shows it: with the
// 15 significant digits that its double holds for certain, so that 15.3 does not
// become 15.300000000000001.
func plainNumber(text []byte) []byte {
	digits := 0
	for _, c := range text {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	if digits <= 15 && !bytes.ContainsAny(text, "eE") {
		return text
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return text
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return text
	}
	return strconv.AppendFloat(nil, rounded, 'f', -1, 64)
}
