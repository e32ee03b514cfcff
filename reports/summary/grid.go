package summary

import "strings"

// gridCell is a cell of a small table.
type gridCell struct {
	text string
	ink  ink
}

// grid writes rows in columns as wide as they need to be: the first to the
// left, the others to the right. Where they do not fit they stand closer; then those
// named in spare are left out, the last of them first, and no other: how sure and how
// complete a figure is stays beside it. Last of all the first column is shortened.
func (p *printer) grid(rows [][]gridCell, spare ...int) {
	gap := 3
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	widths := make([]int, columns)
	for _, row := range rows {
		for i, c := range row {
			row[i].text = p.text(c.text)
			widths[i] = max(widths[i], width(row[i].text))
		}
	}
	total := func() int {
		sum := len(indent)
		for i, w := range widths {
			if w > 0 {
				sum += w
				if i > 0 {
					sum += gap
				}
			}
		}
		return sum
	}
	if total() > p.options.Width {
		gap = 2
	}
	for len(spare) > 0 && total() > p.options.Width {
		widths[spare[len(spare)-1]] = 0
		spare = spare[:len(spare)-1]
	}
	if over := total() - p.options.Width; over > 0 {
		widths[0] = max(8, widths[0]-over)
	}
	for _, row := range rows {
		line := []string{indent}
		for i, c := range row {
			switch {
			case i == 0:
				line = append(line, p.in(c.ink, p.left(c.text, widths[0])))
			case widths[i] > 0:
				line = append(line, strings.Repeat(" ", gap), p.in(c.ink, right(c.text, widths[i])))
			}
		}
		p.line(line...)
	}
}
