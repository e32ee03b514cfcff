package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// breaks reports whether a line may break at a rune: not at a space that the
// language's typography holds together.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// wrappedRows estimates how many rows a text takes in a column: characters are
// a little narrower than the digits that a column's width counts.
func wrappedRows(text string, width int) int {
	rows := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		rows++
		used := 0
		for word := range strings.FieldsFuncSeq(paragraph, breaks) {
			n := utf8.RuneCountInString(word)
			if used > 0 && used+1+n > width {
				rows++
				used = 0
			}
			if used > 0 {
				used++
			}
			used += n
			for used > width {
				rows++
				used -= width
			}
		}
	}
	return rows
}

// textWidth is how wide a column must be for a text, in the characters that a
// column's width counts.
func textWidth(text string) float64 { return 1.5 + 0.95*float64(utf8.RuneCountInString(text)) }

// fits returns the width of a column that holds the names of a vocabulary: as
// asked for, and more where the names are longer in the workbook's language.
func (b *book) fits(least float64, vocabulary string) float64 {
	const most = 44 // what is longer may be cut: it is rare
	return min(most, max(least, 1.5+0.95*float64(b.texts.Longest(vocabulary))))
}

// noteWidth is how many characters of a note fit over the columns of the Summary.
const noteWidth = 215

// note writes a note in as many rows as it takes, for it stands over several
// columns, where a cell cannot wrap.
func (s *sheet) note(text string) {
	for _, line := range linesOf(text, noteWidth) {
		s.text(1, look{font: quiet}, line)
		s.end()
	}
}

// linesOf breaks a text into lines of a number of characters, at spaces. There is one
// at least.
func linesOf(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsFuncSeq(text, breaks) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

// wrappedText is a text in a column of a width in characters.
type wrappedText struct {
	text  string
	width int
}

// rowHeight returns the height, in points, of a row that holds wrapped texts.
func rowHeight(cells ...wrappedText) float64 {
	const most = 20 // a sheet whose rows fill the screen cannot be read
	rows := 1
	for _, c := range cells {
		rows = max(rows, wrappedRows(c.text, c.width*23/20))
	}
	return float64(3 + 13*min(rows, most))
}
