package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Parse reads a mapping file. The error is an [*Error] with everything that is
// wrong with its form.
func Parse(name string, data []byte) (*File, error) {
	p := parser{problems: Of(name)}
	root := document(data, p.problems)
	if root == nil {
		return nil, p.problems.Err()
	}
	f := &File{Name: name}
	version := Text{At: at(root)}
	p.keys(root, Messagef("a mapping file"), []key{
		{"version", func(n *yaml.Node) { version = p.text(n, Verbatim("version")) }},
		{"sheets", func(n *yaml.Node) {
			p.list(n, Verbatim("sheets"), "- file: inventory.csv", func(n *yaml.Node) { f.Sheets = append(f.Sheets, p.sheet(n)) })
		}},
		{"words", func(n *yaml.Node) {
			p.entries(n, Verbatim("words"), "status:", func(k Text, n *yaml.Node) {
				f.Words = append(f.Words, Vocabulary{k, p.pairs(n, Verbatim("words."+k.Value), `"in gebruik": in_service`)})
			})
		}},
		{"categories", func(n *yaml.Node) { f.Categories = p.pairs(n, Verbatim("categories"), `"big box": server`) }},
		{"models", func(n *yaml.Node) {
			p.list(n, Verbatim("models"), "- model: MK2", func(n *yaml.Node) { f.Models = append(f.Models, p.model(n)) })
		}},
	})
	if version.Value != Version && len(p.problems.all) == 0 {
		if version.Value == "" {
			p.problems.Refuse(version.At, "the file does not say its version; begin it with %q", "version: "+Version)
		} else {
			p.problems.Refuse(version.At, "version %q is not known to this program; it reads version %s", version.Value, Version)
		}
	}
	if err := p.problems.Err(); err != nil {
		return nil, err
	}
	return f, nil
}

type parser struct{ problems *Problems }

// A key is one that a mapping may have, and what takes its value.
type key struct {
	name string
	take func(*yaml.Node)
}

// keys takes the values of a mapping whose keys are known.
func (p parser) keys(n *yaml.Node, what Message, keys []key) {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	p.entries(n, what, names[0]+": …", func(name Text, value *yaml.Node) {
		i := slices.Index(names, name.Value)
		if i < 0 {
			p.problems.Refuse(name.At, "%q is not part of %s%s", name.Value, what, Hint(name.Value, names, Messagef("; it has %s", strings.Join(names, ", "))))
			return
		}
		keys[i].take(value)
	})
}

// entries yields the entries of a mapping, refusing what repeats. Nothing is an
// empty mapping.
func (p parser) entries(n *yaml.Node, what Message, example string, take func(Text, *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		p.problems.Refuse(at(n), "%s: expected indented lines such as %s", what, example)
		return
	}
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		if name.Kind != yaml.ScalarNode {
			p.problems.Refuse(at(name), "%s: expected a name; put quotes around text that begins with a sign such as ? or {", what)
			continue
		}
		text := p.text(name, what)
		if first, again := seen[text.Value]; again {
			p.problems.Refuse(text.At, "%q is in %s twice; it stands in line %d already", text.Value, what, first)
			continue
		}
		seen[text.Value] = text.At.Line
		take(text, n.Content[i+1])
	}
}

// list yields the elements of a list. Nothing is an empty list.
func (p parser) list(n *yaml.Node, what Message, example string, take func(*yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		p.problems.Refuse(at(n), "%s: expected a list, each element beginning with a dash, such as %s", what, example)
		return
	}
	for _, element := range n.Content {
		take(element)
	}
}

// pairs reads a mapping of texts.
func (p parser) pairs(n *yaml.Node, what Message, example string) (pairs []Pair) {
	p.entries(n, what, example, func(k Text, n *yaml.Node) {
		pairs = append(pairs, Pair{k, p.text(n, Messagef("%s: %s", what, k.Value))})
	})
	return pairs
}

func (p parser) into(name string, t *Text) key {
	return key{name, func(n *yaml.Node) { *t = p.text(n, Verbatim(name)) }}
}

func (p parser) sheet(n *yaml.Node) Sheet {
	s := Sheet{At: at(n)}
	p.keys(n, Messagef("an entry of sheets"), []key{
		p.into("file", &s.File), p.into("sheet", &s.Sheet), p.into("skip", &s.Skip), p.into("list", &s.List), p.into("header_row", &s.HeaderRow),
		p.into("date_order", &s.DateOrder), p.into("decimal_mark", &s.DecimalMark),
		{"columns", func(n *yaml.Node) {
			p.entries(n, Verbatim("columns"), "Bezeichnung: model", func(header Text, n *yaml.Node) { s.Columns = append(s.Columns, p.column(header, n)) })
		}},
		{"constants", func(n *yaml.Node) { s.Constants = p.pairs(n, Verbatim("constants"), "country: GB") }},
	})
	return s
}

func (p parser) column(header Text, n *yaml.Node) Column {
	c := Column{Header: header}
	if n.Kind != yaml.MappingNode {
		c.Field = p.text(n, Verbatim("columns: "+header.Value))
		return c
	}
	c.Field.At = at(n)
	p.keys(n, Messagef("a column"), []key{p.into("field", &c.Field), p.into("unit", &c.Unit), p.into("not_identifying", &c.NotIdentifying)})
	return c
}

func (p parser) model(n *yaml.Node) Model {
	m := Model{At: at(n)}
	p.keys(n, Messagef("an entry of models"), []key{
		p.into("manufacturer", &m.Manufacturer), p.into("model", &m.Model), p.into("category", &m.Category), p.into("variant", &m.Variant), p.into("as", &m.As),
	})
	return m
}

// mostRunes is how long one text may be; no header or model is longer.
const mostRunes = 1000

// text reads one value as it is written.
func (p parser) text(n *yaml.Node, what Message) Text {
	t := Text{At: at(n)}
	switch {
	case isNull(n):
	case n.Kind != yaml.ScalarNode:
		p.problems.Refuse(t.At, "%s: expected a single value", what)
	case utf8.RuneCountInString(n.Value) > mostRunes:
		p.problems.Refuse(t.At, "%s: the text is longer than %d characters", what, mostRunes)
	case strings.ContainsFunc(n.Value, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }):
		p.problems.Refuse(t.At, "%s: the text holds control characters", what)
	default:
		t.Value = strings.TrimSpace(n.Value)
	}
	return t
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
