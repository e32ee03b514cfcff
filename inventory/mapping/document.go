package mapping

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// MostBytes bounds a mapping file: fifty thousand models fit in it.
const MostBytes = 4 << 20

// deepest is how far lists and mappings of a mapping file stand within others.
const deepest = 8

// document parses the only document of a file; nil where there is none.
func document(data []byte, problems *Problems) (root *yaml.Node) {
	defer func() {
		// The parser works through hostile text; should it ever fall over, that is
		// one more way in which a file is not valid YAML.
		if r := recover(); r != nil {
			problems.Refuse(Position{}, "not valid YAML: %v", r)
			root = nil
		}
	}()
	if len(data) > MostBytes {
		problems.Refuse(Position{}, "the file holds more than %d bytes; a mapping file is short text", MostBytes)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var first, second yaml.Node
	switch err := decoder.Decode(&first); {
	case errors.Is(err, io.EOF):
		problems.Refuse(Position{1, 1}, "the file is empty; a mapping file begins with %q", "version: "+Version)
		return nil
	case err != nil:
		refuseSyntax(err, problems)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		problems.Refuse(at(&second), "a second YAML document begins here (a line with ---); keep one")
		return nil
	} else if !errors.Is(err, io.EOF) {
		refuseSyntax(err, problems)
		return nil
	}
	if len(first.Content) != 1 || !plain(first.Content[0], 0, problems) {
		return nil
	}
	return first.Content[0]
}

func at(n *yaml.Node) Position { return Position{n.Line, n.Column} }

var errorLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)

// refuseSyntax reports an error of the parser, whose only position is in its text.
func refuseSyntax(err error, problems *Problems) {
	text := err.Error()
	m := errorLine.FindStringSubmatch(text)
	line, _ := strconv.Atoi(m[1])
	problems.Refuse(Position{Line: line}, "not valid YAML: %s", text[len(m[0]):])
}

// plain refuses whatever is more than mappings, lists and text: aliases, which
// can stand for billions of nodes, anchors, tags.
func plain(n *yaml.Node, depth int, problems *Problems) bool {
	var what Message
	switch {
	case n.Kind == yaml.AliasNode:
		what = Messagef("*%s refers to another value; write the value out here", n.Value)
	case n.Anchor != "":
		what = Messagef("&%s names a value to be used again; a mapping file has none", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		what = Messagef("%s is a YAML tag; put the text in quotes", n.Tag)
	case depth > deepest:
		what = Messagef("lists within lists within lists; a mapping file is not as deep")
	}
	if what.Format != "" {
		problems.Refuse(at(n), what.Format, what.Args...)
		return false
	}
	for _, inner := range n.Content {
		if !plain(inner, depth+1, problems) {
			return false
		}
	}
	return true
}
