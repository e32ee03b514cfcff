package inventory

import (
	"bytes"
	"io"
	"strconv"
)

// Asset tools of the 2000s write "Excel" files in XML, usually named .xls:
// <Workbook><Worksheet Name="S"><Table><Row><Cell><Data Type="Number">7</Data></Cell></Row></Table></Worksheet></Workbook>.

var excel2003Dialect = xmlDialect{
	format: "xml",
	sheet:  "Worksheet",
	depth:  2,
	heads:  excel2003Heads,
	reader: func(b rowBuilder, yield func(row, error) bool) xmlSheetReader {
		return &excel2003Reader{rowBuilder: b, yield: yield}
	},
}

// openXMLFile opens a workbook that is a single XML file.
func openXMLFile(in *input, dialect xmlDialect, head []byte) (*xmlBook, error) {
	encoding, mark := sniffEncoding(head), head[:min(len(head), len(bomUTF8))]
	return openXMLBook(&xmlBook{
		dialect: dialect,
		part:    "XML",
		limits:  in.limits,
		nested:  true,
		open: func() (io.ReadCloser, error) {
			s, err := in.stream()
			if err != nil {
				return nil, err
			}
			return &decodedStream{decode(s, encoding, mark), s}, nil
		},
	})
}

// decodedStream is a source being read as UTF-8.
type decodedStream struct {
	io.Reader
	stream *inputStream
}

func (d *decodedStream) Close() error { return d.stream.close() }

// excel2003Heads lists the sheets. Whether one is hidden stands behind its rows.
func excel2003Heads(b *xmlBook, x *xmlScanner) error {
	inVisible := false
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token {
		case xmlEOF:
			return nil
		case xmlStart:
			inVisible = string(x.name) == "Visible"
			if x.depth == b.dialect.depth && string(x.name) == b.dialect.sheet {
				if err := b.addSheet(len(b.heads), x.attrText("Name")); err != nil {
					return err
				}
			}
		case xmlText:
			if inVisible && len(b.heads) > 0 && bytes.HasSuffix(bytes.TrimSpace(x.text), []byte("Hidden")) {
				b.heads[len(b.heads)-1].hidden = true
			}
		default:
			inVisible = false
		}
	}
}

// excel2003Reader follows the tags of a sheet.
type excel2003Reader struct {
	rowBuilder
	yield func(row, error) bool

	number  int // of the last row
	rows    int // blank rows that the row's tag stands for as well
	column  int // of the cell
	merged  int // cells that it covers
	formula bool
	kind    byte // first letter of the type of its data, 0 where it has none
	inData  bool
	value   []byte
	skip    int // depth of an element that is passed over
}

func (r *excel2003Reader) at() int { return r.number }

func (r *excel2003Reader) token(x *xmlScanner, token xmlToken) error {
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
		if !r.inData {
			return nil
		}
		if r.value = x.appendText(r.value); len(r.value) > r.limits.CellBytes {
			return overLimit("cell_bytes", r.limits.CellBytes)
		}
	}
	return nil
}

func (r *excel2003Reader) start(x *xmlScanner) error {
	switch string(x.name) {
	case "Row":
		r.number = place(x.attr("Index"), r.number+1)
		r.rows = place(x.attr("Span"), 0)
		r.column, r.merged = -1, 0
		if int64(r.number) > r.limits.Rows {
			return overLimit("rows", r.limits.Rows)
		}
		r.begin(r.number)
	case "Cell":
		r.column = place(x.attr("Index"), r.column+r.merged+2) - 1
		r.merged = place(x.attr("MergeAcross"), 0)
		r.formula, r.kind = len(x.attr("Formula")) > 0, 0
		r.value = r.value[:0]
	case "Data":
		r.inData = true
		if kind := x.attr("Type"); len(kind) > 0 {
			r.kind = kind[0]
		}
	case "Comment", "PhoneticText":
		r.skip = x.depth
	}
	return nil
}

// place reads the number of a row or column, or returns the one that is next.
func place(attr []byte, next int) int {
	const most = 1 << 30
	if n, err := strconv.Atoi(string(attr)); err == nil && n > 0 && n < most {
		return n
	}
	return min(next, most)
}

func (r *excel2003Reader) end(x *xmlScanner) error {
	switch string(x.name) {
	case "Data":
		r.inData = false
	case "Cell":
		return r.endCell()
	case "Row":
		if r.used > 0 && !r.yield(r.row, nil) {
			return errStop
		}
		r.number = min(r.number+r.rows, 1<<30)
	}
	return nil
}

func (r *excel2003Reader) endCell() error {
	if r.column < 0 {
		return nil
	}
	c := cell{text: r.value}
	switch {
	case len(r.value) == 0:
		if !r.formula || r.kind != 0 {
			return nil
		}
		c = cell{uncomputed: true}
	case r.kind == 'N':
		c = cell{text: plainNumber(r.value), number: true}
	case r.kind == 'D':
		day, _, _ := bytes.Cut(r.value, []byte("T"))
		c.text = day
	case r.kind == 'B':
		if c.text = []byte("FALSE"); string(r.value) == "1" {
			c.text = []byte("TRUE")
		}
	}
	c.text = r.keep(c.text)
	return r.put(r.column, c)
}
