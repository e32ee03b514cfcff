package inventory

import (
	"errors"
	"io"
	"iter"
	"sync"

	"govfootprint/inventory/fold"
)

// xmlBook is a workbook whose sheets follow one another in a single XML document,
// as those of OpenDocument and of Excel 2003 do. The document is scanned once to
// list the sheets, and once to read them in their order: where one ends the
// scanner waits for the next. Only who goes back to an earlier sheet has the
// document scanned anew.
type xmlBook struct {
	dialect xmlDialect
	part    string // name of the document, for messages
	limits  Limits
	open    func() (io.ReadCloser, error)
	release func() error
	nested  bool // what sheets hold may hold tables of its own, so that each is looked through to list them

	heads  []sheetHead
	places []int // of the sheets, among all that the document holds

	padded padding

	mu      sync.Mutex // a sheet may be looked at as a whole while it is read
	waiting *xmlBookScan
}

// xmlDialect is how a format writes sheets.
type xmlDialect struct {
	format string
	sheet  string // element of a sheet
	depth  int    // at which it stands in the document
	// heads reads what the document says about its sheets.
	heads func(b *xmlBook, x *xmlScanner) error
	// reader returns what reads the tokens of one sheet.
	reader func(b rowBuilder, yield func(row, error) bool) xmlSheetReader
}

// xmlSheetReader reads the tokens of a sheet. errStop ends it.
type xmlSheetReader interface {
	token(x *xmlScanner, token xmlToken) error
	at() int // number of the row in hand
}

// xmlBookScan is a scanner on its way through the document.
type xmlBookScan struct {
	*xmlScanner
	part io.Closer
	next int // the sheet whose beginning comes next
}

// openXMLBook lists the sheets of a document. It takes release over if it succeeds.
func openXMLBook(b *xmlBook) (*xmlBook, error) {
	s, err := b.scan()
	if err != nil {
		return nil, err
	}
	defer s.part.Close()
	if err := b.dialect.heads(b, s.xmlScanner); err != nil {
		return nil, err
	}
	return b, nil
}

func (b *xmlBook) format() string      { return b.dialect.format }
func (b *xmlBook) sheets() []sheetHead { return b.heads }

func (b *xmlBook) close() error {
	err := b.wait(nil)
	if b.release != nil {
		err = errors.Join(err, b.release())
	}
	return err
}

// addSheet adds a sheet that stands at a place among those of the document.
func (b *xmlBook) addSheet(place int, name string) error {
	if len(b.heads) >= b.limits.Sheets {
		return overLimit("sheets", b.limits.Sheets)
	}
	b.heads = append(b.heads, sheetHead{name: fold.Visible(name)})
	b.places = append(b.places, place)
	return nil
}

func (b *xmlBook) scan() (*xmlBookScan, error) {
	r, err := b.open()
	if err != nil {
		return nil, err
	}
	return &xmlBookScan{xmlScanner: newXMLScanner(r, b.part, b.limits.CellBytes), part: r}, nil
}

// wait keeps a scanner for whoever reads the next sheet, and closes the one
// that waited before.
func (b *xmlBook) wait(s *xmlBookScan) error {
	b.mu.Lock()
	before := b.waiting
	b.waiting = s
	b.mu.Unlock()
	if before == nil {
		return nil
	}
	return before.part.Close()
}

// scanTo returns a scanner that stands before a sheet or an earlier one.
func (b *xmlBook) scanTo(place int) (*xmlBookScan, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.waiting; s != nil && s.next <= place {
		b.waiting = nil
		return s, nil
	}
	return b.scan()
}

func (b *xmlBook) rows(sheet int, _ *rowHint) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		s, err := b.scanTo(b.places[sheet])
		if err != nil {
			yield(row{}, err)
			return
		}
		reader := b.dialect.reader(rowBuilder{limits: b.limits, padded: &b.padded}, yield)
		switch err := b.read(s, b.places[sheet], reader); {
		case err == nil:
			_ = b.wait(s)
			return
		case !errors.Is(err, errStop):
			yield(row{number: reader.at()}, err)
		}
		_ = s.part.Close()
	}
}

// read reads the sheet at a place to its end.
func (b *xmlBook) read(s *xmlBookScan, place int, reader xmlSheetReader) error {
	for inside := false; ; {
		token, err := s.xmlScanner.next()
		switch {
		case err != nil:
			return err
		case token == xmlEOF:
			return nil
		case token == xmlStart && s.depth == b.dialect.depth && string(s.name) == b.dialect.sheet:
			inside = s.next == place
			s.next++
		case token == xmlEnd && s.depth == b.dialect.depth-1 && inside:
			return nil
		case inside:
			if err := reader.token(s.xmlScanner, token); err != nil {
				return err
			}
		}
	}
}
