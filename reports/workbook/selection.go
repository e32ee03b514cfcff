package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"govfootprint/calc"
	"govfootprint/reports"
)

// selection says how a formula finds the lines of a slice: those that meet any
// of the alternatives. An empty selection stands for a slice that no formula finds.
type selection []criteria

// criteria are conditions on columns of the Lines, all of which must hold.
type criteria []condition

// condition is the text that a column of the Lines must show; empty for an empty cell.
// A formula never holds the text, which is the inventory's, but points to a cell that does.
type condition struct {
	column int
	text   string
	prefix bool   // the text begins so: the year of a month
	exact  bool   // case matters
	cell   string // on the Lines, that shows it
}

// mostAlternatives is how many sums a formula adds up for one slice.
const mostAlternatives = 6

// dimensionColumns are the attributes of the Lines by which a dimension tells
// lines apart, where they are not called as it is.
var dimensionColumns = map[calc.Dimension][]string{
	calc.ByVariant: {"category", "variant"},
	calc.ByModel:   {"manufacturer", "model"},
}

// mostComparisons bounds what the formulas of one dimension compare, slices ×
// lines × figures: more would keep a spreadsheet program busy for longer than
// anybody waits. A dimension above it, models in a large estate, holds values.
const mostComparisons = 200_000_000

// sorter finds out for a dimension which texts tell its slices apart.
type sorter struct {
	dimension calc.Dimension
	columns   []int
	byTexts   map[string]sorted
	ambiguous map[string]bool   // slices that the texts do not tell apart
	folded    map[string]string // slices by their texts without case
	alike     map[string]bool   // slices that only case tells apart
	texts     []byte
}

// sorted is what lines with the same texts have in common.
type sorted struct {
	key string
	of  criteria
}

// selectSlices looks at every line and finds out by which texts a formula can
// tell the lines of each slice from all others. The conditions of spreadsheet
// programs have no regard to case; two departments that differ in nothing else
// are compared in another way.
func (b *book) selectSlices() {
	b.live.selected = make(map[breakdownKey]selection)
	var sorters []*sorter
	for _, breakdown := range b.report.Stated() {
		columns := b.columnsOf(breakdown.Dimension)
		if columns != nil && len(breakdown.Slices)*b.report.Profiles*len(b.places.figures) <= mostComparisons {
			sorters = append(sorters, &sorter{
				dimension: breakdown.Dimension, columns: columns, byTexts: make(map[string]sorted), ambiguous: make(map[string]bool),
				folded: make(map[string]string), alike: make(map[string]bool),
			})
		}
	}
	if len(sorters) == 0 {
		return
	}
	number := 0
	for line := range b.report.Lines {
		for _, s := range sorters {
			s.see(b, &line, number)
		}
		number++
	}
	for _, s := range sorters {
		for _, texts := range slices.Sorted(maps.Keys(s.byTexts)) {
			if c := s.byTexts[texts]; !s.ambiguous[c.key] {
				at := breakdownKey{s.dimension, c.key}
				for i := range c.of {
					c.of[i].exact = s.alike[c.key]
				}
				b.live.selected[at] = append(b.live.selected[at], c.of)
			}
		}
	}
	maps.DeleteFunc(b.live.selected, func(_ breakdownKey, found selection) bool {
		return len(found) > mostAlternatives
	})
}

// see takes note of a line, the number of which is from 0.
func (s *sorter) see(b *book, line *reports.Line, number int) {
	key := line.Grade.String()
	if s.dimension != calc.ByQuality {
		key = b.report.Key(s.dimension, &line.Profile)
	}
	s.texts = s.texts[:0]
	for _, column := range s.columns {
		text, _ := b.shownIn(s.dimension, column, line)
		s.texts = append(append(s.texts, text...), 0)
	}
	had, seen := s.byTexts[string(s.texts)]
	switch {
	case !seen:
		s.byTexts[string(s.texts)] = sorted{key, b.criteriaOf(s.dimension, s.columns, line, number)}
		folded := strings.ToLower(string(s.texts))
		if other, known := s.folded[folded]; known && other != key {
			s.alike[other], s.alike[key] = true, true
		}
		s.folded[folded] = key
	case had.key != key:
		s.ambiguous[had.key], s.ambiguous[key] = true, true
	}
}

// shownIn returns what a column of the Lines shows of a line, of a month its
// year only, and whether it is only how the text begins.
func (b *book) shownIn(d calc.Dimension, column int, line *reports.Line) (text string, prefix bool) {
	if d == calc.ByQuality {
		return line.Grade.String(), false
	}
	text, _ = b.attributes[column-1].value(b, line).(string)
	text = cellText(text)
	if year, _, dated := strings.Cut(text, "-"); d == calc.ByAcquired && dated {
		return year, true
	}
	return text, false
}

// columnsOf returns the columns of the Lines by which a dimension tells lines
// apart, nil for a dimension that is no attribute of a line.
func (b *book) columnsOf(d calc.Dimension) []int {
	switch {
	case b.report.Key == nil, d == calc.ByStage, d == calc.ByScope:
		return nil
	case d == calc.ByQuality:
		return []int{b.places.lineFirst + len(b.places.figures)}
	}
	keys := dimensionColumns[d]
	if keys == nil {
		keys = []string{string(d)}
	}
	var columns []int
	for _, key := range keys {
		if column := b.attributeColumn(key); column > 0 {
			columns = append(columns, column)
		}
	}
	return columns
}

// criteriaOf returns what the columns show of a line.
func (b *book) criteriaOf(d calc.Dimension, columns []int, line *reports.Line, number int) criteria {
	of := make(criteria, len(columns))
	sheet, row := b.places.lineSheets[number/b.perSheet].name, tableFirst+number%b.perSheet
	for i, column := range columns {
		text, prefix := b.shownIn(d, column, line)
		of[i] = condition{column: column, text: text, prefix: prefix, cell: quoted(sheet) + "!" + fixed(column, row)}
	}
	return of
}

// plain reports whether all conditions are.
func (c criteria) plain() bool {
	return !slices.ContainsFunc(c, func(of condition) bool { return !of.plain() })
}

// plain reports whether a spreadsheet program takes a text in a condition as
// nothing but itself: no number, no date, no pattern, no comparison.
func (c condition) plain() bool {
	if c.text == "" || c.prefix {
		return true
	}
	const longest = 200 // of the 255 characters that a condition may have
	if c.exact || len(c.text) > longest || slices.Contains([]string{"true", "false", "vrai", "faux"}, strings.ToLower(c.text)) {
		return false
	}
	letter, digit := false, false
	for _, r := range c.text {
		switch {
		case unicode.IsLetter(r):
			letter = true
		case unicode.IsDigit(r):
			digit = true
		case !strings.ContainsRune(" .,&'()/_-+", r):
			return false
		}
	}
	first := []rune(c.text)[0]
	return letter && (unicode.IsLetter(first) || unicode.IsDigit(first)) && !(digit && dateLike(c.text))
}

// dateLike reports whether a text with a digit could pass for a date, a time, or
// a number with an exponent: May 2024, 5 pm, 1e5.
func dateLike(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool {
		return word == "e" || word == "am" || word == "pm" || slices.ContainsFunc([]string{
			"jan", "feb", "fév", "fev", "mar", "apr", "avr", "may", "mai", "jun", "juin", "jul", "juil", "aug", "aoû", "aou", "sep", "oct", "nov", "dec", "déc",
		}, func(month string) bool { return strings.HasPrefix(word, month) })
	})
}

// criterion writes the condition as SUMIFS takes it: where a text stands, which
// is the row of the slice itself where that shows it.
func (c condition) criterion(row int, shown string) string {
	switch {
	case c.prefix:
		return literal(c.text + "-*")
	case c.text == "":
		return literal("=")
	case c.text == shown:
		return "$B" + strconv.Itoa(row)
	default:
		return c.cell
	}
}

// selectedSum returns a formula that adds up a column of the Lines over the lines
// of a slice, and false where none does. A condition on what the Breakdown shows
// in the row of the slice points there.
func (b *book) selectedSum(at breakdownKey, row, column int, shown string) (string, bool) {
	found := b.live.selected[at]
	if len(found) == 0 {
		return "", false
	}
	var sums []string
	for _, sheet := range b.places.lineSheets {
		over := func(column int, dollar string) string {
			name := letters(column)
			return fmt.Sprintf("%s!%s%s$%d:%s%s$%d", quoted(sheet.name), dollar, name, tableFirst, dollar, name, tableHeader+sheet.lines)
		}
		for _, of := range found {
			sum := "SUMIFS(" + over(column, "")
			if !of.plain() {
				sum = "SUMPRODUCT(1"
			}
			for _, c := range of {
				criterion := c.criterion(row, shown)
				switch {
				case of.plain():
					sum += "," + over(c.column, "$") + "," + criterion
				case c.text == "":
					sum += "*(" + over(c.column, "$") + `="")`
				default:
					sum += "*EXACT(" + over(c.column, "$") + "," + criterion + ")"
				}
			}
			if !of.plain() {
				sum += "," + over(column, "")
			}
			sums = append(sums, sum+")")
		}
	}
	return strings.Join(sums, "+"), true
}
