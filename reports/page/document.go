package page

import (
	"html/template"
	"strings"
)

// A document is what the layout shows. Texts are plain: the layout escapes them.
type document struct {
	Language, Title, Lead     string
	Brand, Skip, ContentsName string
	Sections                  []section
	Footer                    []string
}

// section is a part of the page with a heading of the second level.
type section struct {
	ID, Title string
	Blocks    []block
}

// block is one thing of a section: what of it is set is shown.
type block struct {
	Heading string // of the third level
	Text    string
	Note    string // a quieter text
	Cards   []pair // key figures
	List    []string
	Links   []cell // where something was read
	Terms   []pair // a name and what is to say about it
	Chart   template.HTML
	Table   *table
	Steps   []step
	More    *more
}

// empty reports whether there is nothing to show.
func (b block) empty() bool {
	return b.Heading == "" && b.Text == "" && b.Note == "" && len(b.Cards) == 0 && len(b.List) == 0 && len(b.Links) == 0 &&
		len(b.Terms) == 0 && b.Chart == "" && (b.Table == nil || len(b.Table.Rows) == 0) && len(b.Steps) == 0 && b.More == nil
}

// pair is a name and its value.
type pair struct {
	Name, Value string
	Aside       string // what to know about the value
	ID          string // where something leads to it
}

// step is something to do.
type step struct{ Title, Aside, Text, Fix string }

// more is what is shown when asked for, and printed.
type more struct {
	Title  string
	Blocks []block
}

// table is a table; the first cell of a row names the row.
type table struct {
	ID, Caption string
	Heads       []cell
	Rows        []row
}

// row is a row of a table.
type row struct {
	Cells []cell
	Total bool
}

// cell is a cell of a table.
type cell struct {
	Text   string
	Link   string // an address that the text leads to
	Number bool   // aligned by its end
	Quiet  bool
	Code   bool   // a hash or a key, to be broken anywhere
	Wide   bool   // sentences
	Gap    bool   // where there should be something; the text says so
	Level  int    // how far the row is set in below those above it
	Lang   string // of the text, where that is not the page's
	Bar    string // the length of a bar below the text, in per cent; it repeats the text
}

// wideFrom is how many columns a table has that a narrow screen scrolls.
const wideFrom = 4

// Wide reports whether a narrow screen has to scroll the table.
func (t *table) Wide() bool { return len(t.Heads) >= wideFrom }

// text is a cell of text.
func text(s string) cell { return cell{Text: clean(s)} }

// wide is a cell of sentences.
func wide(s string) cell { return cell{Text: prose(s), Wide: true} }

// number is a cell with a figure.
func number(s string) cell { return cell{Text: s, Number: true} }

// absent is a cell of a figure that there is not.
func absent(s string) cell { return cell{Text: s, Number: true, Quiet: true} }

// Outside reports whether the cell leads to another place.
func (c cell) Outside() bool { return !strings.HasPrefix(c.Link, "#") }

// Class is how the cell is shown.
func (c cell) Class() string {
	var names []string
	for _, n := range []struct {
		is   bool
		name string
	}{
		{c.Code, "code"}, {c.Number, "number"}, {c.Quiet, "quiet"}, {c.Wide, "wide"}, {c.Gap, "gap"}, {c.Level > 0, "level"},
	} {
		if n.is {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, " ")
}

// code is a cell of what machines read.
func code(s string) cell { return cell{Text: clean(s), Code: true} }
