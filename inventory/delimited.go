package inventory

import (
	"bytes"
	"errors"
	"io"
	"iter"
)

// delimited is a text file of delimited cells: CSV, TSV and their relatives.
type delimited struct {
	in        *input
	encoding  string
	mark      []byte // first bytes of the file, where a byte-order mark may be
	delimiter byte
	crOnly    bool
	skipLines int // a first line `sep=;` is an instruction to a spreadsheet
}

// openDelimited learns from the head of a text how its cells are delimited.
func openDelimited(in *input, raw []byte) (*delimited, error) {
	d := &delimited{in: in, encoding: sniffEncoding(raw), mark: raw[:min(len(raw), len(bomUTF8))]}
	head, err := io.ReadAll(io.LimitReader(decode(bytes.NewReader(raw), d.encoding, raw), sniffBytes))
	if err != nil && len(head) == 0 {
		return nil, refuse(CodeFileType, "binary")
	}
	d.crOnly = lineEndsCR(head)
	if separator, ok := statedDelimiter(head); ok {
		d.delimiter, d.skipLines = separator, 1
	} else {
		d.delimiter = sniffDelimiter(head, d.crOnly, in.limits)
	}
	return d, nil
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
		s := newDelimitedScanner(decode(stream, d.encoding, d.mark), d.delimiter, d.crOnly, d.in.limits, hint)
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
