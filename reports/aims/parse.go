package aims

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"govfootprint/internal/nearest"
)

// Version is the version of the form of a file of aims.
const Version = "1"

// MostBytes bounds a file of aims.
const MostBytes = 1 << 20

// File is a file of aims.
type File struct {
	Mapping

	Replace bool // whether it stands instead of the shipped aims, not beside them
}

// Problem is something that is wrong with a file of aims: a format in English,
// as package fmt has it, with its arguments. Lines and columns are from 1; a line
// of 0 is nowhere in particular.
type Problem struct {
	Line, Column int
	Format       string
	Args         []any
}

// Parse reads a file of aims. Where there are problems the file is not to be used.
func Parse(data []byte) (File, []Problem) {
	p := &parser{}
	f := File{}
	if root := p.document(data); root != nil {
		p.file(root, &f)
	}
	slices.SortStableFunc(p.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	const most = 50 // what is beyond helps nobody
	return f, p.problems[:min(len(p.problems), most)]
}

type parser struct{ problems []Problem }

func (p *parser) refuse(n *yaml.Node, format string, args ...any) {
	problem := Problem{Format: format, Args: args}
	if n != nil {
		problem.Line, problem.Column = n.Line, n.Column
	}
	p.problems = append(p.problems, problem)
}

var errorLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)

// document returns the only document of a file; nil where there is none.
func (p *parser) document(data []byte) (root *yaml.Node) {
	defer func() {
		// The library works through whatever text somebody hands in; should it ever
		// fall over, the file is not valid YAML.
		if r := recover(); r != nil {
			p.refuse(nil, "not valid YAML: %s", "cannot be read")
			root = nil
		}
	}()
	if len(data) > MostBytes {
		p.refuse(nil, "the file holds more than %d bytes; a file of aims is short text", MostBytes)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var first, second yaml.Node
	err := decoder.Decode(&first)
	if err == nil {
		if err = decoder.Decode(&second); errors.Is(err, io.EOF) {
			err = nil
		} else if err == nil {
			p.refuse(&second, "the file holds more than one YAML document (a line with ---); keep one")
			return nil
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		p.refuse(nil, "the file is empty; a file of aims begins with %q", "version: "+Version)
		return nil
	case err != nil:
		text := err.Error()
		m := errorLine.FindStringSubmatch(text)
		line, _ := strconv.Atoi(m[1])
		p.refuse(&yaml.Node{Line: line}, "not valid YAML: %s", text[len(m[0]):])
		return nil
	}
	if root = first.Content[0]; !p.plain(root) {
		return nil
	}
	return root
}

// plain refuses aliases, which can stand for any number of nodes.
func (p *parser) plain(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode {
		p.refuse(n, "%q refers to another value; write the value out here", "*"+n.Value)
		return false
	}
	return !slices.ContainsFunc(n.Content, func(inner *yaml.Node) bool { return !p.plain(inner) })
}

// take is what a key of a mapping does with its value.
type take map[string]func(*yaml.Node)

// keys takes the entries of a mapping whose keys are known.
func (p *parser) keys(n *yaml.Node, known []string, takes take) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		p.refuse(n, "expected indented lines such as %q", known[0]+": …")
		return
	}
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := key.Value
		switch first, again := seen[name]; {
		case again:
			p.refuse(key, "%q is given twice; it stands in line %d already", name, first)
		case takes[name] == nil:
			p.unknown(key, known)
		default:
			takes[name](value)
		}
		seen[name] = key.Line
	}
}

// unknown refuses a word that is none of those that are known.
func (p *parser) unknown(n *yaml.Node, known []string) {
	if near, ok := nearest.Of(n.Value, known); ok {
		p.refuse(n, "%q is not known here; did you mean %q?", n.Value, near)
		return
	}
	p.refuse(n, "%q is not known here; write one of %s", n.Value, strings.Join(known, ", "))
}

func (p *parser) file(root *yaml.Node, f *File) {
	version := ""
	p.keys(root, []string{"version", "replace", "title", "date", "url", "aims", "principles"}, take{
		"version":    func(n *yaml.Node) { version = p.text(n) },
		"replace":    func(n *yaml.Node) { f.Replace = p.yesNo(n) },
		"title":      func(n *yaml.Node) { f.Title = p.texts(n) },
		"date":       func(n *yaml.Node) { f.Date = p.text(n) },
		"url":        func(n *yaml.Node) { f.URL = p.address(n) },
		"aims":       func(n *yaml.Node) { f.Aims = p.aims(n) },
		"principles": func(n *yaml.Node) { f.Principles = p.aims(n) },
	})
	if version != Version && len(p.problems) == 0 {
		p.refuse(root, "version %q is not known to this program; write %q", version, "version: "+Version)
	}
	for _, a := range f.Principles {
		if slices.ContainsFunc(f.Aims, func(b Aim) bool { return a.ID != "" && a.ID == b.ID }) {
			p.refuse(root, "%q is the id of an aim and of a principle; give each its own", a.ID)
		}
	}
}

// mostAims bounds a list: no document of principles has as many.
const mostAims = 200

func (p *parser) aims(n *yaml.Node) (list []Aim) {
	if isNull(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) > mostAims {
		p.refuse(n, "expected a list of at most %d, each beginning with %q", mostAims, "- id: …")
		return nil
	}
	ids := make(map[string]bool)
	for _, element := range n.Content {
		a := p.aim(element)
		switch {
		case a.ID == "":
			p.refuse(element, "it has no id; add one such as %q", "id: P1")
		case ids[a.ID]:
			p.refuse(element, "the id %q is given twice; give each its own", a.ID)
		case a.Verified && (a.Quotation == "" || len(a.Source) == 0):
			p.refuse(element, "%s is called verified without the words that were read and where they stand; add quotation and source, or write verified: false", a.ID)
		}
		ids[a.ID] = true
		list = append(list, a)
	}
	return list
}

func (p *parser) aim(n *yaml.Node) Aim {
	var a Aim
	p.keys(n, []string{"id", "aim", "quotation", "source", "url", "verified", "indicators"}, take{
		"id":        func(n *yaml.Node) { a.ID = p.text(n) },
		"aim":       func(n *yaml.Node) { a.Aim = p.texts(n) },
		"quotation": func(n *yaml.Node) { a.Quotation = p.text(n) },
		"source":    func(n *yaml.Node) { a.Source = p.texts(n) },
		"url":       func(n *yaml.Node) { a.URL = p.address(n) },
		"verified":  func(n *yaml.Node) { a.Verified = p.yesNo(n) },
		"indicators": func(n *yaml.Node) {
			if n.Kind != yaml.SequenceNode {
				p.refuse(n, "expected a list such as %q", "[footprint, trend]")
				return
			}
			for _, element := range n.Content {
				a.Indicators = append(a.Indicators, p.indicator(element)...)
			}
		},
	})
	return a
}

func (p *parser) indicator(n *yaml.Node) []Indicator {
	known := make([]string, len(Indicators))
	for i, indicator := range Indicators {
		known[i] = string(indicator)
	}
	name := p.text(n)
	if !slices.Contains(known, name) {
		p.unknown(n, known)
		return nil
	}
	return []Indicator{Indicator(name)}
}

// texts reads a text, or one for each language.
func (p *parser) texts(n *yaml.Node) Text {
	if n.Kind != yaml.MappingNode {
		if text := p.text(n); text != "" {
			return Text{"": text}
		}
		return nil
	}
	t := make(Text)
	p.keys(n, []string{"en", "fr"}, take{
		"en": func(n *yaml.Node) { t["en"] = p.text(n) },
		"fr": func(n *yaml.Node) { t["fr"] = p.text(n) },
	})
	return t
}

// mostBytesOfText is how long one text may be.
const mostBytesOfText = 4000

func (p *parser) text(n *yaml.Node) string {
	switch {
	case isNull(n):
		return ""
	case n.Kind != yaml.ScalarNode:
		p.refuse(n, "expected a single value")
		return ""
	case len(n.Value) > mostBytesOfText:
		p.refuse(n, "the text is longer than %d bytes", mostBytesOfText)
		return ""
	case strings.ContainsFunc(n.Value, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }):
		p.refuse(n, "the text holds control characters")
		return ""
	}
	return strings.Join(strings.Fields(n.Value), " ")
}

// address reads the address of a page. Nothing but pages can be linked to.
func (p *parser) address(n *yaml.Node) string {
	text := p.text(n)
	if text != "" && !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") {
		p.refuse(n, "%q is no address of a page; it begins with https://", text)
		return ""
	}
	return text
}

func (p *parser) yesNo(n *yaml.Node) bool {
	switch text := p.text(n); text {
	case "true", "false", "":
		return text == "true"
	default:
		p.refuse(n, "%q is not one of true, false", text)
		return false
	}
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
