package mapping

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Draft is a mapping file to be written for a person to complete. What is not
// answered is written with an empty value, which changes nothing.
type Draft struct {
	Head       string // explains the file, above it
	Parts      Parts
	Sheets     []DraftSheet
	Words      []DraftWords
	Categories []DraftPair
	Models     []DraftModel
}

// Parts are the comments above each part of the file.
type Parts struct{ Sheets, Words, Categories, Models string }

// A DraftSheet is an entry of sheets.
type DraftSheet struct {
	Comment     string // above it
	File, Sheet string
	Elsewhere   bool // another mapping has an entry for it
	Skip        bool
	List        DraftColumn // what it lists; no key where there is nothing to say
	HeaderRow   int         // 0 to leave it to the program
	Columns     []DraftColumn
}

// A DraftColumn is a column that asks for an answer, or a comment about one that
// does not. What is understood without the file stays a comment, too: stated, it
// would be stronger than the layouts, alternates and values by which it was
// understood, and the same list would be read in another way.
type DraftColumn struct {
	DraftPair

	Unit       string
	Understood bool // written as a comment, as the line that would state it
	Closed     bool // written as a comment: there is nothing to say about it
}

// A DraftPair is a key with its value and a comment behind it.
type DraftPair struct{ Key, Value, Comment string }

// DraftWords are the words of a field.
type DraftWords struct {
	Field string
	Words []DraftPair
}

// A DraftModel is an entry of models.
type DraftModel struct {
	Comment             string
	Manufacturer, Model string
}

// Write writes the draft as a new file.
func (d *Draft) Write(w io.Writer) error {
	b := &lines{}
	b.comment(0, d.Head)
	b.add(0, "version: "+Version)
	if len(d.Sheets) > 0 {
		b.blank()
		b.comment(0, d.Parts.Sheets)
		b.add(0, "sheets:")
		for _, s := range d.Sheets {
			b.sheet(2, s)
		}
	}
	if len(d.Words) > 0 {
		b.blank()
		b.comment(0, d.Parts.Words)
		b.add(0, "words:")
		for _, v := range d.Words {
			b.add(2, quoted(v.Field)+":")
			b.pairs(4, v.Words)
		}
	}
	if len(d.Categories) > 0 {
		b.blank()
		b.comment(0, d.Parts.Categories)
		b.add(0, "categories:")
		b.pairs(2, d.Categories)
	}
	if len(d.Models) > 0 {
		b.blank()
		b.comment(0, d.Parts.Models)
		b.add(0, "models:")
		for _, m := range d.Models {
			b.model(2, m)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lines are the lines of a file being written.
type lines struct{ strings.Builder }

func (b *lines) add(indent int, text string) {
	fmt.Fprintf(b, "%s%s\n", strings.Repeat(" ", indent), text)
}

func (b *lines) blank() { b.WriteByte('\n') }

// comment writes a text as comment lines.
func (b *lines) comment(indent int, text string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); line == "" {
			b.add(indent, "#")
		} else {
			b.add(indent, "# "+line)
		}
	}
}

// behind returns a comment to stand behind a value.
func behind(text string) string {
	if text == "" {
		return ""
	}
	return "  # " + strings.Join(strings.Fields(text), " ")
}

func (b *lines) pairs(indent int, pairs []DraftPair) {
	for _, p := range pairs {
		b.add(indent, quoted(p.Key)+": "+quoted(p.Value)+behind(p.Comment))
	}
}

func (b *lines) sheet(indent int, s DraftSheet) {
	b.comment(indent, s.Comment)
	b.add(indent, "- file: "+quoted(s.File))
	indent += 2
	if s.Sheet != "" {
		b.add(indent, "sheet: "+quoted(s.Sheet))
	}
	if s.Skip {
		b.add(indent, "skip: true")
	}
	if s.List.Key != "" {
		b.columns(indent, []DraftColumn{s.List})
	}
	if s.HeaderRow > 0 {
		b.add(indent, fmt.Sprintf("header_row: %d", s.HeaderRow))
	}
	if len(s.Columns) > 0 {
		b.add(indent, "columns:")
		b.columns(indent+2, s.Columns)
	}
}

func (b *lines) columns(indent int, columns []DraftColumn) {
	for _, c := range columns {
		switch {
		case c.Closed:
			b.add(indent, "# "+quoted(c.Key)+behind(c.Comment))
		case c.Understood:
			b.add(indent, "# "+quoted(c.Key)+": "+c.understood()+behind(c.Comment))
		case c.Unit != "":
			b.add(indent, fmt.Sprintf("%s: {field: %s, unit: %s}%s", quoted(c.Key), quoted(c.Value), quoted(c.Unit), behind(c.Comment)))
		default:
			b.add(indent, quoted(c.Key)+": "+quoted(c.Value)+behind(c.Comment))
		}
	}
}

// understood writes what a column is taken for.
func (c *DraftColumn) understood() string {
	if c.Unit != "" {
		return "{field: " + quoted(c.Value) + ", unit: " + quoted(c.Unit) + "}"
	}
	return quoted(c.Value)
}

func (b *lines) model(indent int, m DraftModel) {
	b.comment(indent, m.Comment)
	b.add(indent, "- manufacturer: "+quoted(m.Manufacturer))
	b.add(indent+2, "model: "+quoted(m.Model))
	b.add(indent+2, `category: ""`)
}

// quoted writes a text so that YAML reads it as that text, with quotes where it
// needs them.
func quoted(text string) string {
	if text == "" {
		return `""`
	}
	if text == "-" {
		return `"-"`
	}
	node := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	if strings.ContainsAny(text, "\r\n\t") || strings.ContainsAny(text, "#{}[],&*?|<>=!%@:`'\"\\") {
		node.Style = yaml.DoubleQuotedStyle
	}
	out, err := yaml.Marshal(&node)
	if err != nil {
		return fmt.Sprintf("%q", text)
	}
	return string(bytes.TrimRight(out, "\n"))
}
