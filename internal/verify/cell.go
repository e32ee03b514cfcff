package verify

import (
	"encoding/xml"
	"iter"
	"math"
	"strconv"
	"strings"

	"govfootprint/reports/wording"
)

// Cell is what a cell holds.
type Cell struct {
	Column, Row int    // from 1
	Formula     string // without its sign; empty for a value; of a shared formula as it reads in this cell
	Text        string // the value: a number as the file writes it, or a text
	Number      bool

	lost bool // has a formula that stands nowhere
}

// Empty reports whether the cell holds nothing, whatever it looks like.
func (c Cell) Empty() bool { return c.Formula == "" && c.Text == "" && !c.lost }

// Name returns the reference of the cell: B3.
func (c Cell) Name() string { return columnName(c.Column) + strconv.Itoa(c.Row) }

func columnName(column int) string {
	name := ""
	for n := column; n > 0; n = (n - 1) / letters {
		name = string(rune('A'+(n-1)%letters)) + name
	}
	return name
}

const letters = 26

// position reads a reference.
func position(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' && i < 4; i++ {
		column = column*letters + int(ref[i]-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column, row, err == nil && i > 0 && row > 0
}

// before reports whether a cell stands before another as one reads.
func (c Cell) before(d Cell) bool { return c.Row < d.Row || c.Row == d.Row && c.Column < d.Column }

// precision is how far apart two numbers may be, relative to the larger, and be
// the same: programs that save a workbook write fewer digits than they hold.
const precision = 1e-9

// sameValue reports whether two cells hold the same value. A text that looks like
// a number is none: sums pass over it.
func sameValue(a, b Cell) bool {
	if a.Text == "" && b.Text == "" {
		return true
	}
	if a.Number != b.Number {
		return false
	}
	if a.Text == b.Text {
		return true
	}
	x, err1 := strconv.ParseFloat(a.Text, 64)
	y, err2 := strconv.ParseFloat(b.Text, 64)
	return a.Number && err1 == nil && err2 == nil && math.Abs(x-y) <= precision*max(math.Abs(x), math.Abs(y))
}

// sameFormula reports whether two cells have the same formula, or none. Programs
// differ in blanks and in which names of sheets they put between quotation marks.
func sameFormula(a, b Cell) bool {
	if a.lost != b.lost {
		return false
	}
	return a.Formula == b.Formula || plainFormula(a.Formula) == plainFormula(b.Formula)
}

var plainer = strings.NewReplacer("'", "", " ", "")

func plainFormula(formula string) string { return strings.ToUpper(plainer.Replace(formula)) }

// cells yields the cells of a worksheet that hold anything, as one reads.
func (b *Book) cells(part string) iter.Seq2[Cell, error] {
	return func(yield func(Cell, error) bool) {
		var last Cell
		masters := make(map[string]Cell)
		for at, err := range b.elements(part) {
			if err != nil {
				yield(Cell{}, err)
				return
			}
			if at.element.Name.Local != "c" {
				continue
			}
			c, err := b.cell(at.decoder, at.element, masters)
			if err == nil && !last.before(c) {
				err = wording.Errorf("its cells are not in order at %s", c.Name())
			}
			if err != nil {
				yield(Cell{}, err)
				return
			}
			last = c
			if !c.Empty() && !yield(c, nil) {
				return
			}
		}
	}
}

// cell reads a cell. Masters are the cells so far whose formulas others share.
func (b *Book) cell(d *xml.Decoder, e xml.StartElement, masters map[string]Cell) (Cell, error) {
	var c Cell
	var ok bool
	if c.Column, c.Row, ok = position(attribute(e, "r")); !ok || c.Column > b.limits.Columns {
		return c, wording.Errorf("it has a cell that says %q of where it is", attribute(e, "r"))
	}
	kind := attribute(e, "t")
	for {
		token, err := d.Token()
		if err != nil {
			return c, err
		}
		switch token := token.(type) {
		case xml.EndElement:
			return c, nil
		case xml.StartElement:
			text, err := b.text(d)
			if err != nil {
				return c, err
			}
			switch token.Name.Local {
			case "f":
				c.Formula, c.lost = c.formula(text, token, masters)
			case "v", "is":
				c.Text, c.Number = text, kind == "" || kind == "n"
				if kind == "s" {
					n, err := strconv.Atoi(text)
					if err != nil || n < 0 || n >= len(b.shared) {
						return c, wording.Errorf("the cell %s points to a text that is not there", c.Name())
					}
					c.Text = b.shared[n]
				}
				if !c.Number {
					c.Text = unescaped(strings.ReplaceAll(c.Text, "\r\n", "\n"))
				}
			}
		}
	}
}

// unescaped turns the _x000D_ of a workbook into the character that it stands for.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if rest := text[i:]; len(rest) >= 7 && rest[:2] == "_x" && rest[6] == '_' {
			if n, err := strconv.ParseUint(rest[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
