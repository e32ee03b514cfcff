package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"govfootprint/internal/nearest"
	"govfootprint/inventory/fold"
	"govfootprint/reports/wording"
)

// FileName is the settings file that is looked for in the working directory,
// then in the user's configuration directory.
const FileName = "govfootprint.yaml"

// maxFileSize bounds a settings file: contracts and lifetimes of a government
// fit in a hundredth of it.
const maxFileSize = 1 << 20

// file is a settings file as text by key, and the place of every value.
type file struct {
	values  map[string]any // string, []string, map[string]string, []map[string]string or []namedSection
	origins map[string]Origin
}

// parseFile reads the settings in data, which came from the file called name.
// It knows no value's meaning, only which keys there are and which form each has.
// What is wrong with some keys does not keep it from reading the others; the
// file is nil where nothing could be read.
func parseFile(name string, data []byte) (*file, []Problem) {
	p := &fileParser{name: name, file: file{values: map[string]any{}, origins: map[string]Origin{}}}
	if len(data) > maxFileSize {
		p.problems.add(Origin{File: name}, wording.Errorf("the file holds more than %d bytes; a settings file is short text", maxFileSize))
		return nil, p.problems.Problems
	}
	var document, second yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return &p.file, nil
	case err != nil:
		p.problems.add(yamlError(name, err))
		return nil, p.problems.Problems
	}
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		p.problems.add(Origin{File: name}, wording.Errorf("the file holds more than one YAML document (a line with ---); keep one"))
	}
	p.document(document.Content[0])
	return &p.file, p.problems.Problems
}

// yamlError makes of a syntax error of the YAML library one with a position.
func yamlError(name string, err error) (Origin, error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := regexp.MustCompile(`^line (\d+): `).FindStringSubmatch(text); m != nil {
		line, _ := strconv.Atoi(m[1])
		return Origin{File: name, Line: line, Column: 1}, wording.Errorf("not valid YAML: %s", text[len(m[0]):])
	}
	return Origin{File: name}, wording.Errorf("not valid YAML: %s", text)
}

type fileParser struct {
	file
	name     string
	problems Error
}

func (p *fileParser) at(n *yaml.Node) Origin {
	return Origin{File: p.name, Line: n.Line, Column: n.Column}
}

func (p *fileParser) refuse(n *yaml.Node, format string, args ...any) {
	p.problems.add(p.at(n), wording.Errorf(format, args...))
}

func (p *fileParser) document(root *yaml.Node) {
	if isNull(root) {
		return
	}
	if root.Kind != yaml.MappingNode {
		p.refuse(root, "expected settings, one on each line, such as \"country: GB\"")
		return
	}
	p.each(root, "", func(name string, keyNode, value *yaml.Node) {
		k, known := findKey(name)
		if !known {
			p.refuse(keyNode, "%q is not a setting%s", keyNode.Value, hintOrList(name, keyNames()))
			return
		}
		if isNull(value) {
			return
		}
		p.value(k, keyNode, value)
	})
}

// hintOrList suggests the nearest known name, else says what there is.
func hintOrList(name string, known []string) wording.Phrase {
	if near, ok := nearest.Of(name, known); ok {
		return wording.Suggestion(near)
	}
	return wording.Phrasef("; the settings are %s", strings.Join(known, ", "))
}

// each calls f with every key and value of a mapping, refusing what repeats.
func (p *fileParser) each(mapping *yaml.Node, within any, f func(name string, key, value *yaml.Node)) {
	seen := map[string]int{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		keyNode, value := mapping.Content[i], mapping.Content[i+1]
		if keyNode.Kind != yaml.ScalarNode {
			p.refuse(keyNode, "expected the name of a setting")
			continue
		}
		name := strings.ToLower(strings.TrimSpace(keyNode.Value))
		if first, repeated := seen[name]; repeated {
			p.refuse(keyNode, "%q is set twice%s; it stands in line %d already", keyNode.Value, within, first)
			continue
		}
		seen[name] = keyNode.Line
		f(name, keyNode, value)
	}
}

func (p *fileParser) value(k key, keyNode, value *yaml.Node) {
	switch k.kind {
	case text, flag:
		if s, ok := p.scalar(value, k.name); ok {
			p.set(k.name, s, value)
		}
	case list:
		p.list(k, value)
	case section:
		if values, ok := p.section(value, k.name, k.hint); ok {
			p.values[k.name] = values
			p.origins[k.name] = p.at(keyNode)
		}
	case sections:
		p.sections(k, keyNode, value)
	case named:
		p.named(k, keyNode, value)
	}
}

func (p *fileParser) set(name string, value any, n *yaml.Node) {
	p.values[name] = value
	p.origins[name] = p.at(n)
}

func (p *fileParser) list(k key, value *yaml.Node) {
	if value.Kind == yaml.ScalarNode { // one element needs no list
		if s, ok := p.scalar(value, k.name); ok {
			p.set(k.name, []string{s}, value)
		}
		return
	}
	if value.Kind != yaml.SequenceNode {
		p.refuse(value, "%s: expected a list, each element on a line that begins with \"- \"", k.name)
		return
	}
	elements := []string{}
	for _, n := range value.Content {
		if s, ok := p.scalar(n, k.name); ok {
			elements = append(elements, s)
		}
	}
	p.set(k.name, elements, value)
}

func (p *fileParser) section(value *yaml.Node, name, hint string) (map[string]string, bool) {
	if value.Kind != yaml.MappingNode {
		p.refuse(value, "%s: expected indented lines such as %q", name, hint)
		return nil, false
	}
	values := map[string]string{}
	p.each(value, wording.Phrasef(" in %s", name), func(inner string, _, n *yaml.Node) {
		path := name + "." + inner
		if isNull(n) {
			return
		}
		if s, ok := p.scalar(n, path); ok {
			values[inner] = s
			p.origins[path] = p.at(n)
		}
	})
	return values, true
}

func (p *fileParser) sections(k key, keyNode, value *yaml.Node) {
	if value.Kind != yaml.SequenceNode {
		p.refuse(value, "%s: expected a list, each element on lines that begin with %q", k.name, k.hint)
		return
	}
	all := []map[string]string{}
	for i, n := range value.Content {
		path := fmt.Sprintf("%s[%d]", k.name, i+1)
		if values, ok := p.section(n, path, k.hint); ok {
			p.origins[path] = p.at(n)
			all = append(all, values)
		}
	}
	p.values[k.name] = all
	p.origins[k.name] = p.at(keyNode)
}

// namedSection is a section with a name of the user's own.
type namedSection struct {
	name   string
	values map[string]string
}

func (p *fileParser) named(k key, keyNode, value *yaml.Node) {
	if value.Kind != yaml.MappingNode {
		p.refuse(value, "%s: expected indented lines such as %q", k.name, k.hint)
		return
	}
	all := []namedSection{}
	spelled := map[string]int{}
	p.each(value, wording.Phrasef(" in %s", k.name), func(_ string, name, inner *yaml.Node) {
		s := namedSection{name: strings.TrimSpace(name.Value)}
		if first, repeated := spelled[fold.Name(s.name)]; repeated {
			p.refuse(name, "%q is the name in line %d in another spelling; in %s, write each name once", s.name, first, k.name)
			return
		}
		spelled[fold.Name(s.name)] = name.Line
		path := k.name + "." + s.name
		if values, ok := p.section(inner, path, k.hint); ok {
			p.origins[path] = p.at(name)
			s.values = values
			all = append(all, s)
		}
	})
	p.values[k.name] = all
	p.origins[k.name] = p.at(keyNode)
}

// scalar returns the text of a value exactly as it is written.
func (p *fileParser) scalar(n *yaml.Node, name string) (string, bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		return strings.TrimSpace(n.Value), true
	case yaml.AliasNode:
		p.refuse(n, "%s: %q refers to another value; write the value out here", name, "*"+n.Value)
	default:
		p.refuse(n, "%s: expected a single value", name)
	}
	return "", false
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
