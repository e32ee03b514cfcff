package workbook

import (
	"strings"
	"unicode/utf8"
)

// wrappedRows estimates how many rows a text takes in a column: characters are
// a little narrower than the digits that a column's width counts.
func wrappedRows(text string, width int) int {
	rows := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		rows++
		used := 0
		for word := range strings.FieldsSeq(paragraph) {
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
