package inventory

import (
	"bytes"
	"strings"
)

// delimiters are the characters that may separate cells, the more usual first.
var delimiters = []byte{',', ';', '\t', '|'}

// statedDelimiter returns the delimiter that a first line such as `sep=;` tells a spreadsheet.
func statedDelimiter(head []byte) (byte, bool) {
	line, _, _ := bytes.Cut(head, newline)
	stated, ok := strings.CutPrefix(strings.ToLower(strings.Trim(string(line), "\" \r")), "sep=")
	if !ok || (len(stated) != 1 && stated != "") {
		return 0, false
	}
	if stated == "" { // the tab itself was trimmed, or is what follows
		return '\t', bytes.Contains(line, []byte{'\t'})
	}
	return stated[0], true
}

// sniffDelimiter returns the delimiter by which the head of a text falls into
// known headers and rows of equal length, how many cells that is, and whether
// each line ends with the delimiter.
func sniffDelimiter(head []byte, crOnly bool, limits Limits) (delimiter byte, width int, trailing bool) {
	delimiter, best := delimiters[0], -1
	for _, d := range delimiters {
		if value, cells, ends := valueDelimiter(head, d, crOnly, limits); value > best {
			delimiter, best, width, trailing = d, value, cells, ends
		}
	}
	return delimiter, width, trailing
}

// valueDelimiter returns how well a delimiter does, and how many cells it makes:
// those of the row that has most of known headers, else of most rows. Lines end
// with the delimiter if that row does.
func valueDelimiter(head []byte, delimiter byte, crOnly bool, limits Limits) (value, cells int, trailing bool) {
	const most = 40
	hint := new(rowHint)
	s := newDelimitedScanner(bytes.NewReader(head), delimiter, crOnly, limits, hint)
	s.expected = len(head)
	header, headerWidth, widths, rows := 0, 0, make(map[int]int), 0
	for rows < most {
		r, err := s.next()
		if err != nil {
			break
		}
		if r.blank() {
			continue
		}
		rows++
		widths[s.cellsUsed()]++
		if score, _ := scoreHeaders(headersOf(r.cells)); score > header {
			header, headerWidth = score, s.cellsUsed()
			trailing = len(s.cells) > headerWidth
		}
	}
	same, sameWidth := 0, 0
	for width, n := range widths {
		if width > 1 && (n > same || n == same && width > sameWidth) {
			same, sameWidth = n, width
		}
	}
	if rows == 0 {
		return 0, 0, false
	}
	if headerWidth > 1 {
		sameWidth = headerWidth
	}
	return header*100 + same*100/rows, sameWidth, trailing
}

// headersOf reads the cells of a row as headers.
func headersOf(cells []cell) []header {
	hs := make([]header, len(cells))
	for i, c := range cells {
		if len(c.text) > 4*maxHeaderText {
			hs[i] = header{text: "…"}
			continue
		}
		text, _ := cleanText(c.text)
		hs[i] = headerKey(text)
	}
	tellParts(hs)
	return hs
}
