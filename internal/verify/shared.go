package verify

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// formula returns the formula of a cell, or that it is lost. Programs write one that
// is filled down a column once, in the first of its cells, and point to that from the
// others.
func (c Cell) formula(text string, e xml.StartElement, masters map[string]Cell) (formula string, lost bool) {
	kind, shared := attribute(e, "t"), attribute(e, "si")
	if text != "" {
		if kind == "shared" {
			masters[shared] = Cell{Column: c.Column, Row: c.Row, Formula: text}
		}
		return text, false
	}
	if master, ok := masters[shared]; ok && kind == "shared" {
		return moved(master.Formula, c.Column-master.Column, c.Row-master.Row), false
	}
	return "", kind != "" // what a table of data gives, or a formula that is shared with no cell
}

// moved returns a formula as it reads so many columns to the right and rows down:
// its relative references move with it, what follows a $ does not. Texts and
// names of sheets between quotation marks stay as they are.
func moved(formula string, columns, rows int) string {
	var b strings.Builder
	for i := 0; i < len(formula); {
		switch c := formula[i]; {
		case c == '"' || c == '\'':
			end := i + 1
			for end < len(formula) && formula[end] != c {
				end++
			}
			end = min(end+1, len(formula)) // one that is doubled begins the next piece
			b.WriteString(formula[i:end])
			i = end
		case inWord(c):
			end := i
			for end < len(formula) && inWord(formula[end]) {
				end++
			}
			word := formula[i:end]
			next := byte(0)
			if end < len(formula) {
				next = formula[end]
			}
			span := next == ':' || i > 0 && formula[i-1] == ':'
			if next == '(' || next == '!' { // a function such as LOG10, a sheet such as Q1
				b.WriteString(word)
			} else {
				b.WriteString(movedWord(word, columns, rows, span))
			}
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// inWord reports whether a byte belongs to a reference, a name or a number.
func inWord(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '$' || c == '_' || c == '.' || c >= 0x80
}

// movedWord moves a reference: B3, $B3, or as the side of a span B or 3. Other
// words are returned as they are.
func movedWord(word string, columns, rows int, span bool) string {
	rest := word
	fixedColumn := strings.HasPrefix(rest, "$")
	rest = strings.TrimPrefix(rest, "$")
	n := 0
	for n < len(rest) && ('A' <= rest[n] && rest[n] <= 'Z' || 'a' <= rest[n] && rest[n] <= 'z') {
		n++
	}
	name, number := rest[:n], rest[n:]
	fixedRow := strings.HasPrefix(number, "$")
	number = strings.TrimPrefix(number, "$")
	if name == "" {
		number, fixedRow = strings.TrimPrefix(rest, "$"), fixedColumn
	}
	whole := name != "" && number != ""
	if !whole && !span || name == "" && number == "" || len(name) > mostLetters {
		return word
	}
	var b strings.Builder
	if name != "" {
		column := 0
		for _, letter := range strings.ToUpper(name) {
			column = column*letters + int(letter-'A') + 1
		}
		if !fixedColumn {
			column += columns
		}
		if column < 1 {
			return word
		}
		if fixedColumn {
			b.WriteByte('$')
		}
		b.WriteString(columnName(column))
	}
	if number != "" {
		row, err := strconv.Atoi(number)
		if err != nil {
			return word
		}
		if !fixedRow {
			row += rows
		}
		if row < 1 {
			return word
		}
		if fixedRow {
			b.WriteByte('$')
		}
		b.WriteString(strconv.Itoa(row))
	}
	return b.String()
}

// mostLetters is how many letters a column has at most: XFD.
const mostLetters = 3
