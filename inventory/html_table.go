package inventory

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strconv"

	"golang.org/x/net/html"
)

// htmlTable is a web page whose tables are read as one sheet. Asset tools write
// their lists so and name them .xls, which spreadsheet programs accept.
type htmlTable struct {
	in       *input
	encoding string
	mark     []byte // first bytes of the file
}

func (h *htmlTable) format() string      { return "html" }
func (h *htmlTable) sheets() []sheetHead { return []sheetHead{{}} }
func (h *htmlTable) close() error        { return nil }

func (h *htmlTable) rows(_ int, _ *rowHint) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		stream, err := h.in.stream()
		if err != nil {
			yield(row{}, err)
			return
		}
		defer stream.close()
		r := htmlReader{
			rowBuilder: rowBuilder{limits: h.in.limits, padded: new(padding)},
			yield:      yield,
			tokens:     html.NewTokenizer(decode(stream, h.encoding, h.mark)),
		}
		r.tokens.SetMaxBuf(16 * h.in.limits.CellBytes)
		if err := r.read(); err != nil && !errors.Is(err, errStop) {
			yield(row{number: r.row.number}, err)
		}
	}
}

// htmlReader follows the tags of a page. Those that end a cell or a row are
// often left out, so the next one that begins ends the one before.
type htmlReader struct {
	rowBuilder
	yield  func(row, error) bool
	tokens *html.Tokenizer

	inRow   bool
	inCell  bool
	column  int
	columns int   // that the cell spans
	rows    int   // that it spans
	covered []int // by column: how many rows it is covered yet by a cell above
	value   []byte
}

func (r *htmlReader) read() error {
	for {
		switch r.tokens.Next() {
		case html.ErrorToken:
			if err := r.tokens.Err(); !errors.Is(err, io.EOF) {
				return htmlError(err, r.limits)
			}
			return r.endRow()
		case html.TextToken:
			if !r.inCell {
				continue
			}
			if r.value = append(r.value, r.tokens.Text()...); len(r.value) > r.limits.CellBytes {
				return overLimit("cell_bytes", r.limits.CellBytes)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := r.start(); err != nil {
				return err
			}
		case html.EndTagToken:
			if err := r.end(); err != nil {
				return err
			}
		default: // comments and the document type
		}
	}
}

func htmlError(err error, limits Limits) error {
	if errors.Is(err, html.ErrBufferExceeded) {
		return overLimit("cell_bytes", limits.CellBytes)
	}
	return damagedPart("HTML", err)
}

func (r *htmlReader) start() error {
	name, more := r.tokens.TagName()
	switch tag := string(name); tag {
	case "tr", "table":
		if err := r.endRow(); err != nil || tag == "table" {
			return err
		}
		if int64(r.row.number) >= r.limits.Rows {
			return overLimit("rows", r.limits.Rows)
		}
		r.begin(r.row.number + 1)
		r.inRow, r.column = true, 0
	case "td", "th":
		if err := r.endCell(); err != nil || !r.inRow {
			return err
		}
		r.inCell, r.columns, r.rows = true, 1, 1
		r.value = r.value[:0]
		for more {
			var key, value []byte
			key, value, more = r.tokens.TagAttr()
			switch string(key) {
			case "colspan":
				r.columns = span(value)
			case "rowspan":
				r.rows = span(value)
			}
		}
	case "br", "p", "div", "li":
		if r.inCell && len(r.value) > 0 {
			r.value = append(r.value, '\n')
		}
	case "script", "style", "title", "textarea":
		// Their content is one token of text; it is no cell's.
		r.tokens.Next()
	}
	return nil
}

// span reads over how many columns or rows a cell stretches.
func span(value []byte) int {
	const most = 1 << 16
	n, err := strconv.Atoi(string(bytes.TrimSpace(value)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}

func (r *htmlReader) end() error {
	name, _ := r.tokens.TagName()
	switch string(name) {
	case "tr", "table":
		return r.endRow()
	case "td", "th":
		return r.endCell()
	}
	return nil
}

// endCell places a cell, right of those that reach down from the rows above.
func (r *htmlReader) endCell() error {
	if !r.inCell {
		return nil
	}
	r.inCell = false
	for r.column < len(r.covered) && r.covered[r.column] > 0 {
		r.covered[r.column]--
		r.column++
	}
	at := r.column
	r.column += r.columns
	if r.rows > 1 {
		for i := at; i < min(r.column, r.limits.Columns); i++ {
			for len(r.covered) <= i {
				r.covered = append(r.covered, 0)
			}
			r.covered[i] = r.rows - 1
		}
	}
	if len(bytes.TrimSpace(r.value)) == 0 {
		return nil
	}
	return r.put(at, cell{text: r.keep(r.value)})
}

func (r *htmlReader) endRow() error {
	if !r.inRow {
		return nil
	}
	if err := r.endCell(); err != nil {
		return err
	}
	r.inRow = false
	if err := r.pad(int64(len(r.covered))); err != nil {
		return err
	}
	for i := r.column; i < len(r.covered); i++ { // right of the last cell
		r.covered[i] = max(0, r.covered[i]-1)
	}
	if r.used > 0 && !r.yield(r.row, nil) {
		return errStop
	}
	return nil
}
