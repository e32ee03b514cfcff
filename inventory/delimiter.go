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
// known headers and rows of equal length.
func sniffDelimiter(head []byte, crOnly bool, limits Limits) byte {
	best, bestValue := delimiters[0], -1
	for _, d := range delimiters {
		if value := valueDelimiter(head, d, crOnly, limits); value > bestValue {
			best, bestValue = d, value
		}
	}
	return best
}

func valueDelimiter(head []byte, delimiter byte, crOnly bool, limits Limits) int {
	const most = 40
	hint := new(rowHint)
	s := newDelimitedScanner(bytes.NewReader(head), delimiter, crOnly, limits, hint)
	header, widths, rows := 0, make(map[int]int), 0
	for rows < most {
		r, err := s.next()
		if err != nil {
			break
		}
		if r.blank() {
			continue
		}
		rows++
		widths[s.width()]++
		score, _ := scoreHeaders(headersOf(r.cells))
		header = max(header, score)
	}
	same := 0
	for width, n := range widths {
		if width > 1 {
			same = max(same, n)
		}
	}
	if rows == 0 {
		return 0
	}
	return header*100 + same*100/rows
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
	return hs
}
