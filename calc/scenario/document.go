package scenario

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"govfootprint/inventory/mapping"
)

// MostBytes bounds a scenario file: a thousand changes fit in it.
const MostBytes = 1 << 20

// deepest is how far lists and mappings of a scenario file stand within others.
const deepest = 8

// document parses the only document of a file; nil where there is none.
func (p *parser) document(data []byte) (root *yaml.Node) {
	defer func() {
		// The YAML parser works through hostile text; should it ever fall over, that
		// is one more way in which a file is not valid YAML.
		if r := recover(); r != nil {
			p.Refuse(Position{}, "not valid YAML: %v", r)
			root = nil
		}
	}()
	if len(data) > MostBytes {
		p.Refuse(Position{}, "the file holds more than %d bytes; a scenario is short text", MostBytes)
		return nil
	}
	if !p.readable(data) {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var first, second yaml.Node
	switch err := decoder.Decode(&first); {
	case errors.Is(err, io.EOF):
		p.Refuse(Position{Line: 1, Column: 1}, "the file is empty; a scenario begins with %q", "version: "+Version)
		return nil
	case err != nil:
		p.refuseSyntax(err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		p.Refuse(at(&second), "a second YAML document begins here (a line with ---); keep one")
		return nil
	} else if !errors.Is(err, io.EOF) {
		p.refuseSyntax(err)
		return nil
	}
	if len(first.Content) != 1 || !p.plain(first.Content[0], 0) {
		return nil
	}
	return first.Content[0]
}

// readable refuses what the YAML parser would, in words that say what to do and where:
// bytes that are not UTF-8, and tabs before the text of a line. What begins with the
// byte order mark of UTF-16 is left to the parser, which reads it.
func (p *parser) readable(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return true
	}
	for i, line := range p.lines {
		if !utf8.ValidString(line) {
			column := strings.IndexFunc(line, func(r rune) bool { return r == utf8.RuneError })
			p.Refuse(Position{Line: i + 1, Column: utf8.RuneCountInString(line[:column]) + 1}, "this character is not UTF-8; save the file as UTF-8")
			return false
		}
	}
	return true
}

// tabbed refuses the first tab that indents a line, which YAML does not know; false
// where there is none.
func (p *parser) tabbed() bool {
	for i, line := range p.lines {
		margin := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if column := strings.IndexByte(margin, '\t'); column >= 0 && len(margin) < len(strings.TrimRight(line, "\r")) {
			p.Refuse(Position{Line: i + 1, Column: column + 1}, "a tab stands here; YAML is indented by spaces")
			return true
		}
	}
	return false
}

func at(n *yaml.Node) Position { return Position{Line: n.Line, Column: n.Column} }

var errorLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)

// refuseSyntax reports an error of the YAML parser, whose only position is in its text.
func (p *parser) refuseSyntax(err error) {
	if strings.Contains(err.Error(), "cannot start any token") && p.tabbed() {
		return
	}
	text := err.Error()
	m := errorLine.FindStringSubmatch(text)
	line, _ := strconv.Atoi(m[1])
	p.Refuse(Position{Line: line}, "not valid YAML: %s", text[len(m[0]):])
}

// plain refuses whatever is more than mappings, lists and text: aliases, which can
// stand for billions of nodes, anchors, tags.
func (p *parser) plain(n *yaml.Node, depth int) bool {
	var what mapping.Message
	switch {
	case n.Kind == yaml.AliasNode:
		what = mapping.Messagef("*%s refers to another value; write the value out here", n.Value)
	case n.Anchor != "":
		what = mapping.Messagef("&%s names a value to be used again; a scenario has none", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		what = mapping.Messagef("%s is a YAML tag; put the text in quotes", n.Tag)
	case depth > deepest:
		what = mapping.Messagef("lists within lists within lists; a scenario is not as deep")
	}
	if what.Format != "" {
		p.Refuse(at(n), what.Format, what.Args...)
		return false
	}
	for _, inner := range n.Content {
		if !p.plain(inner, depth+1) {
			return false
		}
	}
	return true
}
