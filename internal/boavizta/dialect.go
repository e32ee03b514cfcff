package boavizta

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Dialect is how a copy of the table writes cells and numbers.
type Dialect struct {
	Separator    rune
	DecimalComma bool
}

// String names the dialect for a person.
func (d Dialect) String() string {
	separator := map[rune]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}[d.Separator]
	if d.DecimalComma {
		return separator + ", decimal comma"
	}
	return separator + ", decimal point"
}

var separators = []rune{',', ';', '\t', '|'}

// separatorOf returns the separator by which a header line has most of the
// table's columns, and how many it has then.
func separatorOf(line string) (separator rune, columns int) {
	separator = ','
	for _, candidate := range separators {
		known := 0
		for cell := range strings.SplitSeq(line, string(candidate)) {
			if _, ok := columnOf(strings.Trim(strings.TrimSpace(cell), `"`)); ok {
				known++
			}
		}
		if known > columns {
			separator, columns = candidate, known
		}
	}
	return separator, columns
}

// usesDecimalComma decides by the cells of the number columns: those with one
// comma and no point against those with one point and no comma. A table that shows
// neither is what its separator suggests.
func usesDecimalComma(rows []tableRow, separator rune) bool {
	commas, points := 0, 0
	for i := range rows {
		for column := range unitsOf {
			cell := rows[i].cells[column]
			switch c, p := strings.Count(cell, ","), strings.Count(cell, "."); {
			case c == 1 && p == 0:
				commas++
			case c == 0 && p == 1:
				points++
			}
		}
	}
	return commas > points || commas == points && separator == ';'
}

// decode returns a file as UTF-8 text without a byte order mark: UTF-16 where its mark
// says so, Windows-1252 where it is no UTF-8.
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "")
	}
	return string(text)
}

func fromUTF16(data []byte, unit func([]byte) uint16) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = unit(data[2*i:])
	}
	return string(utf16.Decode(units))
}
