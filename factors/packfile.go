package factors

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"govfootprint/internal/nearest"
)

var (
	packName    = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	packVersion = regexp.MustCompile(`^\d[0-9A-Za-z]*([.+-][0-9A-Za-z]+)*$`)
)

// yamlFile reads the YAML that packs are described in: mappings, lists and plain
// text. It works on the nodes, which know their lines and columns, and expands
// nothing, so that no file can grow in memory.
type yamlFile struct {
	*collector
	file string
}

// document parses the only document of the file, or reports why not.
func (y yamlFile) document(data []byte) (root *yaml.Node, ok bool) {
	defer func() {
		// The parser works through pointers into hostile text; should it ever fall over,
		// that is one more way in which a file is not valid YAML.
		if r := recover(); r != nil {
			y.add(newIssue(YAMLSyntax, fmt.Sprint(r)).at(y.file, 0, 0))
			root, ok = nil, false
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	if err := decoder.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			y.add(newIssue(YAMLShape, "keys and values, but the file is empty").at(y.file, 1, 1))
		} else {
			y.syntax(err)
		}
		return nil, false
	}
	if err := decoder.Decode(&second); err == nil {
		y.add(newIssue(YAMLShape, "one document, but a second begins here").at(y.file, second.Line, second.Column))
		return nil, false
	} else if !errors.Is(err, io.EOF) {
		y.syntax(err)
		return nil, false
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) != 1 || !y.plain(document.Content[0], 0) {
		return nil, false
	}
	return document.Content[0], true
}

var yamlErrorLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntax reports an error of the parser, whose only position is in its text.
func (y yamlFile) syntax(err error) {
	text := err.Error()
	line := 0
	if m := yamlErrorLine.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = text[len(m[0]):]
	}
	y.add(newIssue(YAMLSyntax, text).at(y.file, line, 0))
}

// plain reports everything in a tree that is more than mappings, lists and text:
// aliases (which can stand for billions of nodes), anchors, and tags.
func (y yamlFile) plain(n *yaml.Node, depth int) bool {
	refuse := func(what string) bool {
		y.add(newIssue(YAMLFeature, what).at(y.file, n.Line, n.Column))
		return false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		return refuse("an alias (*" + n.Value + ")")
	case n.Anchor != "":
		return refuse("an anchor (&" + n.Anchor + ")")
	case n.Style&yaml.TaggedStyle != 0:
		return refuse("a tag (" + n.Tag + ")")
	case depth > 10:
		return refuse("lists within lists")
	}
	for _, child := range n.Content {
		if !y.plain(child, depth+1) {
			return false
		}
	}
	return true
}

// key is one key of a mapping: how to take its value, and what to write where
// it is missing.
type key struct {
	name    string
	take    func(y yamlFile, value *yaml.Node)
	example string // not empty where the key is required
}

// text takes a value as text.
func text(name string, into *string, example string, checks ...func(string) (Issue, bool)) key {
	return key{name, func(y yamlFile, n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			y.add(newIssue(YAMLShape, "text").at(y.file, n.Line, n.Column).in(name, ""))
			return
		}
		if n.Tag == "!!null" {
			return
		}
		if hasControl(n.Value) || utf8.RuneCountInString(n.Value) > maxCellRunes {
			y.add(newIssue(CellText, strconv.Itoa(maxCellRunes)).at(y.file, n.Line, n.Column).in(name, n.Value))
			return
		}
		*into = strings.TrimSpace(n.Value)
		for _, check := range checks {
			if issue, wrong := check(*into); wrong && *into != "" {
				y.add(issue.at(y.file, n.Line, n.Column).in(name, *into))
			}
		}
	}, example}
}

// mapping takes the keys of a mapping and reports unknown, repeated and missing ones.
func (y yamlFile) mapping(n *yaml.Node, what string, keys []key) {
	if n.Kind != yaml.MappingNode {
		y.add(newIssue(YAMLShape, what).at(y.file, n.Line, n.Column))
		return
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		at := slices.IndexFunc(keys, func(k key) bool { return k.name == name.Value })
		switch {
		case at < 0:
			y.add(newIssue(KeyUnknown, nearest.Hint(name.Value, names), strings.Join(names, ", ")).at(y.file, name.Line, name.Column).in("key", name.Value))
		case seen[name.Value]:
			y.add(newIssue(KeyDuplicate).at(y.file, name.Line, name.Column).in("key", name.Value))
		default:
			seen[name.Value] = true
			keys[at].take(y, value)
		}
	}
	for _, k := range keys {
		if k.example != "" && !seen[k.name] {
			y.add(newIssue(KeyMissing, k.example).at(y.file, n.Line, n.Column).in("key", k.name))
		}
	}
}

// readPackFile reads pack.yaml into the pack.
func (l *loader) readPackFile(file string) {
	data, ok := l.read(file, maxPackFileSize)
	if !ok {
		return
	}
	y := yamlFile{&l.collector, file}
	root, ok := y.document(data)
	if !ok {
		return
	}
	l.sourcesRead = true
	p := l.pack
	p.Layer = Department // whose pack it is that says nothing else
	layer, layerExample := "", ""
	if l.strict {
		layerExample = "layer: base"
	}
	y.mapping(root, "keys and values, as in `name: my-pack`", []key{
		text("name", &p.Name, "name: my-pack", matches(packName, NameInvalid)),
		text("version", &p.Version, `version: "2026.1"`, matches(packVersion, VersionInvalid)),
		text("title", &p.Title, ""),
		text("description", &p.Description, ""),
		text("published", &p.Published, "", isDate),
		text("licence", &p.Licence, ""),
		text("layer", &layer, layerExample, func(s string) (Issue, bool) {
			parsed, ok := ParseLayer(s)
			p.Layer = parsed
			return newIssue(LayerInvalid, nearest.Hint(s, layerNames)), !ok
		}),
		text("family", &p.Family, "", matches(packName, NameInvalid)),
		{"sources", l.readSources, ""},
	})
}

func matches(pattern *regexp.Regexp, code Code) func(string) (Issue, bool) {
	return func(s string) (Issue, bool) { return newIssue(code), !pattern.MatchString(s) || len(s) > 64 }
}

func isDate(s string) (Issue, bool) {
	_, err := time.Parse(time.DateOnly, s)
	return newIssue(DateInvalid), err != nil
}

func (l *loader) readSources(y yamlFile, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.SequenceNode {
		y.add(newIssue(YAMLShape, "a list of sources, each beginning with `- id:`").at(y.file, n.Line, n.Column).in("sources", n.Value))
		return
	}
	for _, item := range n.Content {
		s := &Source{line: item.Line}
		y.mapping(item, "a source, beginning with `- id:`", []key{
			text("id", &s.ID, "id: my-source"),
			text("title", &s.Title, ""),
			text("publisher", &s.Publisher, ""),
			text("year", &s.Year, ""),
			text("url", &s.URL, ""),
			text("licence", &s.Licence, ""),
			text("redistribution", &s.Redistribution, ""),
			text("note", &s.Note, ""),
			text("expires", &s.Expires, "", isDate),
		})
		if s.ID == "" {
			continue
		}
		if earlier, ok := l.sources[s.ID]; ok {
			y.add(newIssue(SourceDuplicate, strconv.Itoa(earlier.line)).at(y.file, item.Line, item.Column).in("id", s.ID))
			continue
		}
		l.sources[s.ID] = s
		l.pack.Sources = append(l.pack.Sources, s)
	}
}
