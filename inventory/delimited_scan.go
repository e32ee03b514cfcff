package inventory

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
)

// delimitedScanner splits a text into rows and cells. It does what encoding/csv
// does with LazyQuotes, and what that cannot: it allocates nothing for a row,
// bounds the length of cells and rows, keeps blank lines in the count of rows as
// a spreadsheet does, and recovers from quotation marks that other programs
// wrote wrongly. `"Dell 24"";"desk"` is a cell that ends in an inch mark, but
// read to the letter it swallows its neighbour; so a row that does not have as
// many cells as the header is read again with quotation marks taken at their
// face, and that reading is kept if it fits the header.
type delimitedScanner struct {
	r         io.Reader
	delimiter byte
	crOnly    bool
	limits    Limits
	hint      *rowHint
	width     int  // cells of a row as far as is known before the hint; 0 for nothing
	trailing  bool // each line ends with a delimiter, behind which no cell is

	eightDelimiters uint64

	expected int // bytes that there are, as far as is known beforehand: for a short text a long buffer is a waste; 0 for unknown
	buf      []byte
	pos, end int
	err      error // of the reader, io.EOF included

	number  int
	cells   []cell
	scratch []byte // texts of cells whose quotation marks were resolved; started anew when full
	repairs int
	suspect bool // the row in hand has a quotation over several lines with a lone mark in it
}

const (
	delimitedBuffer = 256 << 10
	// maxQuotedLines is how many lines a quoted cell may span. An address or a
	// comment spans a few; a quotation mark that is never closed spans the file.
	maxQuotedLines = 200
	// maxRepairs is after how many rows with quotation marks that never close the
	// rest of the file is split by lines alone, so that a file made of them costs
	// no more than any other.
	maxRepairs = 1000
)

func newDelimitedScanner(r io.Reader, delimiter byte, crOnly bool, limits Limits, hint *rowHint) *delimitedScanner {
	const ones = 0x0101010101010101
	return &delimitedScanner{r: r, delimiter: delimiter, eightDelimiters: ones * uint64(delimiter), crOnly: crOnly, limits: limits, hint: hint}
}

// parse states of a row.
var (
	errNeedMore   = errors.New("the row is not complete in the buffer")
	errUnbalanced = errors.New("a quotation is not closed")
)

// next returns the next row, io.EOF after the last.
func (s *delimitedScanner) next() (row, error) {
	for {
		if s.pos == s.end && !s.fill() {
			return row{}, s.atEnd()
		}
		size, quoted, err := s.parse(s.buf[s.pos:s.end], s.err != nil)
		unbalanced := false
		switch {
		case err == nil:
			if quoted && (s.suspect || !s.fits()) {
				unbalanced, size = s.reread(size)
			}
		case errors.Is(err, errNeedMore):
			if s.end-s.pos > s.longestRow() {
				return row{}, overLimit("cell_bytes", s.limits.CellBytes)
			}
			if !s.fill() && !errors.Is(s.err, io.EOF) {
				return row{}, s.atEnd()
			}
			continue
		case errors.Is(err, errUnbalanced):
			s.repairs++
			if size, err = s.parseLine(s.buf[s.pos:s.end], s.err != nil); errors.Is(err, errNeedMore) {
				s.fill()
				continue
			}
			unbalanced = true
		}
		s.number++
		if err != nil {
			return row{}, err
		}
		if int64(s.number) > s.limits.Rows {
			return row{}, overLimit("rows", s.limits.Rows)
		}
		s.pos += size
		return row{number: s.number, cells: s.cells, unbalanced: unbalanced}, nil
	}
}

// longestRow bounds what is held of a row while it is looked for its end.
func (s *delimitedScanner) longestRow() int { return 16 * s.limits.CellBytes }

func (s *delimitedScanner) atEnd() error {
	if s.err != nil && !errors.Is(s.err, io.EOF) {
		var r *refusal
		if errors.As(s.err, &r) || isReadError(s.err) {
			return s.err
		}
		return refuse(CodeFileDamaged, "text", s.err.Error())
	}
	return io.EOF
}

// cellsUsed is the number of cells, not counting an empty last one: some
// programs write a delimiter at the end of each line.
func (s *delimitedScanner) cellsUsed() int {
	n := len(s.cells)
	if n > 0 && len(s.cells[n-1].text) == 0 {
		n--
	}
	return n
}

// fits reports whether the row has as many cells as the header, where that is known.
func (s *delimitedScanner) fits() bool {
	want := s.hint.cells
	if want == 0 {
		want = s.width
	}
	used := s.cellsUsed()
	return want == 0 || used == want || len(s.cells) == want && !(s.trailing && used < want)
}

// reread splits the first line of the row just parsed with quotation marks at
// their face, and keeps that if it is the better reading: if it fits the header
// where the row does not; or, of a row that fits but has a lone mark in a
// quotation over several lines, if the next line fits too. A mark that is never
// closed ends at the next one anywhere below; what is quoted over several lines
// does not fit line by line.
func (s *delimitedScanner) reread(size int) (kept bool, newSize int) {
	last, wrong := s.err != nil, !s.fits()
	data := s.buf[s.pos:s.end]
	lineSize, err := s.parseLine(data, last)
	better := err == nil && s.fits()
	if better && !wrong {
		_, err = s.parseLine(data[lineSize:], last)
		better = err == nil && s.fits()
	}
	if better {
		if lineSize < size {
			s.repairs++ // looking so far ahead in vain must not become a habit
		}
		_, err = s.parseLine(data, last)
		return err == nil, lineSize
	}
	if _, _, err := s.parse(data, last); err != nil { // the cells as they were
		return false, size // it went well a moment ago
	}
	return false, size
}

// fill reads more, behind what is not consumed yet, into memory of its own: the
// cells of rows that were handed out stay where they are.
func (s *delimitedScanner) fill() bool {
	if s.err != nil {
		return false
	}
	rest := s.buf[s.pos:s.end]
	size := delimitedBuffer
	if s.buf == nil && s.expected > 0 {
		size = min(size, s.expected+1) // and one to meet the end with
	}
	buf := make([]byte, max(size, 2*len(rest))+shortCell) // see cellKey for what is beyond the end
	s.pos, s.end = 0, copy(buf, rest)
	s.buf = buf
	before := s.end
	for empty := 0; s.err == nil && s.end < len(buf)-shortCell; {
		n, err := s.r.Read(buf[s.end : len(buf)-shortCell])
		s.end += n
		s.err = err
		if n == 0 && err == nil {
			empty++
			if empty > maxEmptyReads {
				s.err = io.ErrNoProgress
			}
		}
	}
	return s.end > before
}

// maxEmptyReads is after how many reads of nothing a reader is given up.
const maxEmptyReads = 100

// parse splits the row at the start of data into cells. It returns the row's
// size with its line end, and whether a cell was quoted.
func (s *delimitedScanner) parse(data []byte, last bool) (size int, quoted bool, err error) {
	s.cells, s.suspect = s.cells[:0], false
	if len(s.scratch) > delimitedBuffer {
		s.scratch = nil
	}
	for i := 0; ; {
		if len(s.cells) >= s.limits.Columns {
			return 0, false, overLimit("columns", s.limits.Columns)
		}
		if i < len(data) && data[i] == '"' && s.repairs < maxRepairs {
			quoted = true
			if i, err = s.quotedCell(data, i, last); err != nil {
				return 0, quoted, err
			}
		} else {
			start := i
			i += s.plainCell(data[i:])
			if i == len(data) && !last {
				return 0, quoted, errNeedMore
			}
			if i-start > s.limits.CellBytes {
				return 0, quoted, overLimit("cell_bytes", s.limits.CellBytes)
			}
			s.cells = append(s.cells, cell{text: data[start:i]})
		}
		if i == len(data) {
			if !last {
				return 0, quoted, errNeedMore
			}
			return i, quoted, nil
		}
		if data[i] == s.delimiter {
			i++
			continue
		}
		size, err := lineEnd(data, i, last)
		return size, quoted, err
	}
}

// plainCell returns the length of the unquoted cell at the start of data. It is
// where most of splitting a file goes, so it looks at eight bytes at a time: a
// delimiter or a line end is a byte that equals the delimiter or is below 14.
func (s *delimitedScanner) plainCell(data []byte) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(data); i += 8 {
		eight := binary.LittleEndian.Uint64(data[i:])
		other := eight ^ s.eightDelimiters
		found := ((other-ones)&^other | (eight-ones*('\r'+1))&^eight) & tops
		for ; found != 0; found &= found - 1 {
			at := i + bits.TrailingZeros64(found)/8
			if s.endsCell(data, at) {
				return at
			}
		}
	}
	for ; i < len(data); i++ {
		if s.endsCell(data, i) {
			return i
		}
	}
	return i
}

// endsCell reports whether the byte at i ends an unquoted cell.
func (s *delimitedScanner) endsCell(data []byte, i int) bool {
	c := data[i]
	return c == s.delimiter || c == '\n' || c == '\r' && s.endsLine(data, i)
}

// endsLine reports whether the carriage return at i ends a line. In a file with
// line feeds, one without is part of a cell.
func (s *delimitedScanner) endsLine(data []byte, i int) bool {
	return s.crOnly || i+1 >= len(data) || data[i+1] == '\n'
}

// lineEnd returns the size of a row whose line end begins at i.
func lineEnd(data []byte, i int, last bool) (int, error) {
	if data[i] == '\r' {
		if i+1 == len(data) && !last {
			return 0, errNeedMore
		}
		if i+1 < len(data) && data[i+1] == '\n' {
			i++
		}
	}
	return i + 1, nil
}

// quotedCell reads a cell that begins with the quotation mark at i, and returns
// where its delimiter or line end is. A mark within is written twice; one that
// is followed by neither a mark nor an end is taken as it stands.
func (s *delimitedScanner) quotedCell(data []byte, i int, last bool) (int, error) {
	i++
	start, from := i, len(s.scratch)
	resolved := false // the text is in scratch
	lines := 0
	for {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			n = len(data) - i
		}
		if lines += bytes.Count(data[i:i+n], newline); lines > maxQuotedLines || len(s.scratch)-from+i+n-start > s.limits.CellBytes {
			return 0, errUnbalanced
		}
		i += n
		if i == len(data) {
			if last {
				return 0, errUnbalanced
			}
			return 0, errNeedMore
		}
		if i+1 == len(data) && !last {
			return 0, errNeedMore
		}
		if i+1 == len(data) || data[i+1] == s.delimiter || data[i+1] == '\n' || data[i+1] == '\r' {
			text := data[start:i]
			if resolved {
				s.scratch = append(s.scratch, text...)
				text = s.scratch[from:len(s.scratch):len(s.scratch)]
			}
			s.cells = append(s.cells, cell{text: text})
			return i + 1, nil
		}
		// A mark inside: keep one of two, or the one.
		s.scratch = append(s.scratch, data[start:i+1]...)
		resolved = true
		i++
		if data[i] == '"' {
			i++
		} else if lines > 0 {
			s.suspect = true
		}
		start = i
	}
}

var newline = []byte{'\n'}

// parseLine splits the first line of data into cells, taking quotation marks at
// their face: those around a cell are dropped, those within stay.
func (s *delimitedScanner) parseLine(data []byte, last bool) (size int, err error) {
	s.cells = s.cells[:0]
	end := bytes.IndexByte(data, '\n')
	if s.crOnly {
		end = bytes.IndexByte(data, '\r')
	}
	if end < 0 {
		if !last {
			if len(data) > s.longestRow() {
				return 0, overLimit("cell_bytes", s.limits.CellBytes)
			}
			return 0, errNeedMore
		}
		end = len(data)
		size = end
	} else if size, err = lineEnd(data, end, last); err != nil {
		return 0, err
	}
	line := data[:end]
	if !s.crOnly {
		line = bytes.TrimRight(line, "\r")
	}
	for {
		if len(s.cells) >= s.limits.Columns {
			return 0, overLimit("columns", s.limits.Columns)
		}
		text, rest, more := s.cutCell(line)
		if len(text) > s.limits.CellBytes {
			return 0, overLimit("cell_bytes", s.limits.CellBytes)
		}
		s.cells = append(s.cells, cell{text: text})
		if !more {
			return size, nil
		}
		line = rest
	}
}

// cutCell cuts the first cell off a line: up to a quotation mark that a
// delimiter follows if it begins with one, else up to the delimiter.
func (s *delimitedScanner) cutCell(line []byte) (text, rest []byte, more bool) {
	if len(line) > 1 && line[0] == '"' {
		if end := bytes.Index(line[1:], []byte{'"', s.delimiter}); end >= 0 {
			return undouble(line[1 : 1+end]), line[end+3:], true
		}
		if line[len(line)-1] == '"' {
			return undouble(line[1 : len(line)-1]), nil, false
		}
	}
	text, rest, more = bytes.Cut(line, []byte{s.delimiter})
	return text, rest, more
}

// undouble writes each pair of quotation marks as one.
func undouble(text []byte) []byte {
	if !bytes.Contains(text, []byte(`""`)) {
		return text
	}
	return bytes.ReplaceAll(text, []byte(`""`), []byte(`"`))
}
