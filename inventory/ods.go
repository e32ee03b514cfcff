package inventory

import (
	"bytes"
	"io"
	"strconv"
	"strings"
)

// OpenDocument spreadsheets hold their sheets in one part, content.xml; a flat
// one (.fods) is that part as a file of its own, with the same elements around
// the sheets. Prefixes of names are dropped by the scanner.

var odsDialect = xmlDialect{
	format: "ods",
	sheet:  "table",
	depth:  4, // document-content, body, spreadsheet
	heads:  odsHeads,
	reader: func(b rowBuilder, yield func(row, error) bool) xmlSheetReader {
		return &odsReader{rowBuilder: b, yield: yield}
	},
}

// openODS opens an OpenDocument spreadsheet.
func openODS(a *archive) (*xmlBook, error) {
	encrypted, err := odsEncrypted(a)
	if err != nil {
		return nil, err
	}
	if encrypted {
		return nil, refuse(CodeFileEncrypted)
	}
	return openXMLBook(&xmlBook{
		dialect: odsDialect,
		part:    "content.xml",
		limits:  a.in.limits,
		open:    func() (io.ReadCloser, error) { return a.open("content.xml") },
		release: a.close,
	})
}

// odsEncrypted looks in the list of parts for one that a password protects. It
// looks for the word alone: old lists declare a document type.
func odsEncrypted(a *archive) (bool, error) {
	const longest = 1 << 20
	if a.has("encrypted-package") {
		return true, nil
	}
	if !a.has("META-INF/manifest.xml") {
		return false, nil
	}
	r, err := a.open("META-INF/manifest.xml")
	if err != nil {
		return false, err
	}
	defer r.Close()
	list, err := io.ReadAll(io.LimitReader(r, longest))
	return bytes.Contains(list, []byte("encryption-data")), err
}

// odsKind tells what an OpenDocument file is: "ods", or another word of CodeFileType.
func odsKind(a *archive) string {
	r, err := a.open("mimetype")
	if err != nil {
		return "ods" // its sheets will tell
	}
	defer r.Close()
	kind, err := io.ReadAll(io.LimitReader(r, 200))
	if err == nil && bytes.Contains(kind, []byte("opendocument")) && !bytes.Contains(kind, []byte("spreadsheet")) {
		return "odt"
	}
	return "ods"
}

// odsHeads lists the sheets: their names, and which of them a style hides.
func odsHeads(b *xmlBook, x *xmlScanner) error {
	hidden := make(map[string]bool) // styles
	style := ""
	for place := 0; ; {
		token, err := x.next()
		if err != nil {
			return err
		}
		if token == xmlEOF {
			return nil
		}
		if token != xmlStart {
			continue
		}
		switch name := string(x.name); {
		case name == "style" && x.depth < b.dialect.depth:
			style = x.attrText("name")
		case name == "table-properties" && x.attrText("display") == "false" && len(hidden) < maxArchiveEntries:
			hidden[style] = true
		case name == "table" && x.depth == b.dialect.depth:
			styled := x.attrText("style-name")
			// ta_extref styles what the program remembers of other documents' sheets.
			if styled != "ta_extref" {
				if err := b.addSheet(place, x.attrText("name")); err != nil {
					return err
				}
				b.heads[len(b.heads)-1].hidden = hidden[styled]
			}
			place++
			if !b.nested {
				if err := x.skipElement(); err != nil {
					return err
				}
			}
		}
	}
}

// odsReader follows the tags of a sheet:
// <table-row><table-cell value-type="float" value="7"><p>7</p></table-cell></table-row>.
type odsReader struct {
	rowBuilder
	yield func(row, error) bool

	number  int // of the last row
	inRow   bool
	repeats int // of the row
	column  int // of the next cell
	cell    odsCell
	skip    int // depth of an element that is passed over, 0 for none
}

func (r *odsReader) at() int { return r.number }

// odsPassed are elements whose texts are not those of the cell: remarks, the
// reading of Japanese text, drawings and what they hold.
func odsPassed(name []byte) bool {
	switch string(name) {
	case "annotation", "ruby-text", "note", "shapes", "frame", "custom-shape", "table-source", "forms":
		return true
	}
	return false
}

func (r *odsReader) token(x *xmlScanner, token xmlToken) error {
	if r.skip > 0 {
		if token == xmlEnd && x.depth < r.skip {
			r.skip = 0
		}
		return nil
	}
	switch token {
	case xmlStart:
		return r.start(x)
	case xmlEnd:
		return r.end(x)
	default:
		return r.cell.text(x, r.limits.CellBytes)
	}
}

func (r *odsReader) start(x *xmlScanner) error {
	if odsPassed(x.name) {
		r.skip = x.depth
		return nil
	}
	switch string(x.name) {
	case "table-cell":
		if r.inRow {
			r.cell.begin(x)
		}
	case "covered-table-cell": // beneath a merged one: whatever it holds nobody sees
		r.cell.begin(x)
		r.column += r.cell.repeats
		r.skip = x.depth
	case "table-row":
		r.begin(r.number + 1)
		r.inRow, r.column = true, 0
		r.repeats = repeated(x.attr("number-rows-repeated"))
	case "p", "s", "tab", "line-break":
		r.cell.mark(string(x.name))
	}
	return nil
}

func (r *odsReader) end(x *xmlScanner) error {
	switch string(x.name) {
	case "table-cell":
		return r.endCell()
	case "table-row":
		return r.endRow()
	case "p":
		r.cell.inText = false
	}
	return nil
}

// endCell places a cell as often as it is repeated.
func (r *odsReader) endCell() error {
	if !r.cell.open {
		return nil
	}
	r.cell.open, r.cell.inText = false, false
	c, ok := r.cell.value()
	first := r.column
	r.column += r.cell.repeats
	if !ok {
		return nil
	}
	c.text = r.keep(c.text)
	for i := first; i < r.column; i++ {
		if err := r.put(i, c); err != nil {
			return err
		}
	}
	return r.pad(int64(r.column - first - 1))
}

// lastODSRow is the last row that a spreadsheet program shows. Rows that are
// repeated beyond it are those that fill a sheet.
const lastODSRow = 1 << 20

// endRow yields a row as often as it is repeated. Blank ones only count.
func (r *odsReader) endRow() error {
	if !r.inRow {
		return nil
	}
	r.inRow = false
	if r.used == 0 {
		r.number += r.repeats
		return nil
	}
	for i := range r.repeats {
		r.number++
		if int64(r.number) > r.limits.Rows {
			return overLimit("rows", r.limits.Rows)
		}
		if i > 0 {
			if r.number > lastODSRow {
				return overLimit("rows", lastODSRow)
			}
			if err := r.pad(int64(len(r.row.cells)) + rowCost); err != nil {
				return err
			}
		}
		r.row.number = r.number
		if !r.yield(r.row, nil) {
			return errStop
		}
	}
	return nil
}

// rowCost is what a repeated row counts for, in cells, beside those it has.
const rowCost = 30

// repeated reads how often a row or cell stands there.
func repeated(attr []byte) int {
	if len(attr) == 0 {
		return 1
	}
	const most = 1 << 30
	n, err := strconv.Atoi(string(attr))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}

// odsCell is the cell being read.
type odsCell struct {
	open    bool
	kind    string
	stated  []byte // the value that an attribute states
	formula bool
	repeats int
	words   []byte // its text
	inText  bool
	began   bool // a paragraph began
}

func (c *odsCell) begin(x *xmlScanner) {
	*c = odsCell{open: true, repeats: 1, stated: c.stated[:0], words: c.words[:0]}
	for rest := x.attrs; ; {
		name, value, after, ok := cutAttr(rest)
		if !ok {
			return
		}
		rest = after
		switch string(name) {
		case "value-type": // stands twice where the program tells an error from the text that it shows
			if kind := odsValueType(value); c.kind == "" || kind == "error" {
				c.kind = kind
			}
		case "value", "date-value", "boolean-value", "string-value":
			c.stated = appendUnescaped(c.stated[:0], value)
		case "formula":
			c.formula = true
		case "number-columns-repeated":
			c.repeats = repeated(value)
		}
	}
}

// odsValueType avoids a new string for each cell.
func odsValueType(value []byte) string {
	switch string(value) {
	case "string":
		return "string"
	case "float", "percentage", "currency":
		return "float"
	case "date":
		return "date"
	case "boolean":
		return "boolean"
	case "error":
		return "error"
	}
	return "other"
}

// text takes text within a paragraph.
func (c *odsCell) text(x *xmlScanner, limit int) error {
	if !c.inText {
		return nil
	}
	if c.words = x.appendText(c.words); len(c.words) > limit {
		return overLimit("cell_bytes", limit)
	}
	return nil
}

// mark takes an element that stands for white space. Several spaces count as
// one, here as in every text of a table.
func (c *odsCell) mark(element string) {
	switch {
	case !c.open:
	case element == "p":
		if c.began {
			c.words = append(c.words, '\n')
		}
		c.began, c.inText = true, true
	case !c.inText:
	case element == "s":
		c.words = append(c.words, ' ')
	case element == "tab":
		c.words = append(c.words, '\t')
	default:
		c.words = append(c.words, '\n')
	}
}

// value returns the cell, unless it is blank.
func (c *odsCell) value() (cell, bool) {
	stated := c.stated
	switch c.kind {
	case "float":
		if len(stated) > 0 {
			return cell{text: plainNumber(stated), number: true}, true
		}
	case "date":
		if day, _, _ := strings.Cut(string(stated), "T"); day != "" {
			return cell{text: []byte(day)}, true
		}
	case "boolean":
		if len(stated) > 0 {
			return cell{text: bytes.ToUpper(stated)}, true
		}
	}
	if len(c.words) > 0 {
		return cell{text: c.words}, true
	}
	if c.kind == "string" && len(stated) > 0 {
		return cell{text: stated}, true
	}
	return cell{uncomputed: true}, c.formula && c.kind == ""
}
