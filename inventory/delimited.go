package inventory

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"sync/atomic"
)

// delimited is a text file of delimited cells: CSV, TSV and their relatives.
type delimited struct {
	in        *input
	encoding  string
	mark      []byte // first bytes of the file, where a byte-order mark may be
	delimiter byte
	crOnly    bool
	width     int                           // cells of a row as the head of the file shows, until the header is known
	trailing  bool                          // each line ends with a delimiter
	zeros     bool                          // zero bytes fill its fields
	counted   atomic.Pointer[encodingCount] // of a text that was read to its end, if it may be UTF-8
	skipLines int                           // a first line `sep=;` is an instruction to a spreadsheet
}

// openDelimited learns from the head of a text how its cells are delimited.
func openDelimited(in *input, raw []byte) (*delimited, error) {
	d := &delimited{in: in, encoding: sniffEncoding(raw), mark: raw[:min(len(raw), len(bomUTF8))]}
	if d.encoding == encodingUTF8 {
		further, err := furtherHead(in, raw)
		if err != nil {
			return nil, err
		}
		if further != nil {
			d.encoding = sniffEightBits(further)
		}
	}
	head, err := io.ReadAll(io.LimitReader(decode(bytes.NewReader(raw), d.encoding, raw), sniffBytes))
	if err != nil && len(head) == 0 {
		return nil, refuse(CodeFileType, "binary")
	}
	if bytes.IndexByte(head, 0) >= 0 {
		d.zeros = true
		head = bytes.ReplaceAll(head, []byte{0}, nil)
	}
	d.crOnly = lineEndsCR(head)
	if separator, ok := statedDelimiter(head); ok {
		d.delimiter, d.skipLines = separator, 1
		_, d.width, d.trailing = valueDelimiter(head, separator, d.crOnly, in.limits)
	} else {
		d.delimiter, d.width, d.trailing = sniffDelimiter(head, d.crOnly, in.limits)
	}
	return d, nil
}

// text returns the stream as UTF-8.
func (d *delimited) text(stream io.Reader) io.Reader {
	text := decode(stream, d.encoding, d.mark)
	if d.encoding == encodingUTF8 {
		text = &encodingCounter{r: text, done: func(c encodingCount) { d.counted.Store(&c) }}
	}
	if d.zeros {
		return &zeroDropper{text}
	}
	return text
}

// zeroDropper leaves out the zero bytes by which some programs fill fields of a fixed width.
type zeroDropper struct{ r io.Reader }

func (z *zeroDropper) Read(p []byte) (int, error) {
	n, err := z.r.Read(p)
	kept := p[:0]
	for _, c := range p[:n] {
		if c != 0 {
			kept = append(kept, c)
		}
	}
	return len(kept), err
}

func (d *delimited) format() string      { return "csv" }
func (d *delimited) sheets() []sheetHead { return []sheetHead{{}} }
func (d *delimited) close() error        { return nil }

func (d *delimited) rows(_ int, hint *rowHint) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		stream, err := d.in.stream()
		if err != nil {
			yield(row{}, err)
			return
		}
		defer stream.close()
		s := newDelimitedScanner(d.text(stream), d.delimiter, d.crOnly, d.in.limits, hint)
		s.width, s.trailing, s.expected = d.width, d.trailing, int(max(d.in.size, 0))
		for {
			r, err := s.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(row{number: s.number}, err)
				return
			}
			if r.number <= d.skipLines {
				continue
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}
