package workbook

import (
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"govfootprint/reports/figure"
)

// as returns the look with a number format.
func (l look) as(format string) look { l.format = format; return l }

// magnitude returns the power of ten of a number.
func magnitude(d decimal.Decimal) int32 { return figure.Magnitude(d) }

// titles writes a sheet's title and, below it, what it shows; the table's
// header follows after an empty row.
func (s *sheet) titles(heading, note string) {
	s.tall = 28
	s.text(1, look{font: title}, heading)
	s.end()
	s.tall = 16
	s.text(1, look{font: quiet}, note)
	s.end()
	s.row = tableHeader
}

// header writes the header of a table: white on dark, wrapped, tall enough for
// its longest text.
func (s *sheet) header(headers []string) int {
	l := look{font: header, fill: darkBlue, wrap: true}
	rows := 1
	for i, h := range headers {
		width := 13
		if s.widths != nil && i < len(s.widths) {
			width = max(4, int(s.widths[i])-2)
		}
		rows = max(rows, (utf8.RuneCountInString(h)+width-1)/width)
		s.text(i+1, l, h)
	}
	s.tall = float64(8 + 14*min(rows, 5))
	return s.end()
}
