package scenario

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory/mapping"
)

// mostChanges bounds a scenario: the footprint is worked out anew after each change, and
// each is held against all before it.
const mostChanges = 200

// Parse reads a scenario file. The error is an [*Error] with everything that is wrong
// with it.
func Parse(name string, data []byte) (*Scenario, error) {
	p := &parser{problems: problems{file: name}, lines: strings.Split(string(data), "\n")}
	root := p.document(data)
	if root == nil {
		return nil, p.err()
	}
	s := &Scenario{File: name}
	version := located{Text: mapping.Text{At: at(root)}}
	listed := false
	p.keys(root, mapping.Messagef("a scenario"), []key{
		{"version", func(n *yaml.Node) { version = p.text(n, "version") }},
		{"name", func(n *yaml.Node) { s.Name = p.text(n, "name").Value }},
		{"description", func(n *yaml.Node) { s.Description = p.text(n, "description").Value }},
		{"changes", func(n *yaml.Node) {
			listed = true
			if len(n.Content) > mostChanges {
				p.Refuse(at(n.Content[mostChanges]), "a scenario has %d changes at most; put the others into another file", mostChanges)
				return
			}
			p.list(n, "changes", "- name: Keep laptops five years", func(n *yaml.Node) {
				if c := p.change(n); c != nil {
					s.Changes = append(s.Changes, *c)
				}
			})
		}},
	})
	if root.Kind == yaml.MappingNode {
		p.whole(s, version, listed, root)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	return s, nil
}

type parser struct {
	problems

	lines []string // of the file, to find the column of something within a text
}

// whole refuses what only the whole file tells.
func (p *parser) whole(s *Scenario, version located, listed bool, root *yaml.Node) {
	switch {
	case lacks(root, "version"):
		p.Refuse(version.At, "the file does not say its version; begin it with %q", "version: "+Version)
	case version.Value != "" && version.Value != Version:
		p.Refuse(version.At, "version %q is not known to this program; it reads version %s", version.Value, Version)
	}
	if lacks(root, "name") {
		p.Refuse(at(root), "the scenario has no name; add \"name: …\", by which reports call it")
	}
	if !listed {
		p.Refuse(at(root), "the scenario has no changes; add \"changes:\" and below it what is done")
	}
	first := make(map[string]int)
	for _, c := range s.Changes {
		if line, again := first[c.Name]; again {
			p.Refuse(c.At, "the change %q is there twice; it stands in line %d already, and reports could not tell the two apart", c.Name, line)
			continue
		}
		first[c.Name] = c.At.Line
	}
	if len(p.all) == 0 { // what is refused may be what contradicts
		p.contradictions(s)
	}
}

// lacks reports whether a mapping has no value of a key. One that was refused is there.
func lacks(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			value := n.Content[i+1]
			return isNull(value) || value.Kind == yaml.ScalarNode && strings.TrimSpace(value.Value) == ""
		}
	}
	return true
}

// located is a text with what it takes to place what stands within it.
type located struct {
	mapping.Text

	style yaml.Style
	lines []string
}

// within returns the position of a character of the text, as far as the way in which
// it is written lets tell.
func (t located) within(runes int) Position {
	switch {
	case t.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		margin := -1                                // of the first line, which all have
		for i := t.At.Line; i < len(t.lines); i++ { // the line below the | is number At.Line of lines
			line := strings.TrimRight(t.lines[i], "\r")
			if margin < 0 {
				margin = len(line) - len(strings.TrimLeft(line, " "))
			}
			length := max(0, utf8.RuneCountInString(line)-margin)
			if runes <= length {
				return Position{Line: i + 1, Column: margin + runes + 1}
			}
			runes -= length + 1
		}
		return t.At
	case t.style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		runes++
	}
	return Position{Line: t.At.Line, Column: t.At.Column + runes}
}

// A key is one that a mapping may have, and what takes its value.
type key struct {
	name string
	take func(*yaml.Node)
}

// keys takes the values of a mapping whose keys are known.
func (p *parser) keys(n *yaml.Node, what mapping.Message, keys []key) {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		p.Refuse(at(n), "%s: expected indented lines such as %s", what, names[0]+": …")
		return
	}
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Kind != yaml.ScalarNode {
			p.Refuse(at(n.Content[i]), "%s: a key is a single word, such as %s", what, names[0])
			continue
		}
		name := p.text(n.Content[i], "")
		first, again := seen[name.Value]
		at := slices.Index(names, name.Value)
		switch {
		case again:
			p.Refuse(name.At, "%q is in %s twice; it stands in line %d already", name.Value, what, first)
		case at < 0:
			p.Refuse(name.At, "%q is not part of %s%s", name.Value, what, hint(name.Value, names, mapping.Messagef("; it has %s", strings.Join(names, ", "))))
		default:
			keys[at].take(n.Content[i+1])
		}
		seen[name.Value] = name.At.Line
	}
}

// list yields the elements of a list. Nothing is an empty list.
func (p *parser) list(n *yaml.Node, what, example string, take func(*yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		p.Refuse(at(n), "%s: expected a list, each element beginning with a dash, such as %s", what, example)
		return
	}
	for _, element := range n.Content {
		take(element)
	}
}

// mostRunes is how long one text may be.
const mostRunes = 4000

// text reads one value as it is written.
func (p *parser) text(n *yaml.Node, what string) located {
	t := located{Text: mapping.Text{At: at(n)}, style: n.Style, lines: p.lines}
	switch {
	case isNull(n):
	case n.Kind != yaml.ScalarNode:
		p.Refuse(t.At, "%s: expected a single value", what)
	case utf8.RuneCountInString(n.Value) > mostRunes:
		p.Refuse(t.At, "%s: the text is longer than %d characters", what, mostRunes)
	case strings.ContainsFunc(n.Value, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }):
		p.Refuse(t.At, "%s: the text holds control characters", what)
	default:
		t.Value = strings.TrimSpace(n.Value)
	}
	return t
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// change reads an entry of changes; nil where it cannot be used.
func (p *parser) change(n *yaml.Node) *Change {
	c := &Change{At: at(n), Share: decimal.NewFromInt(1)}
	before := len(p.all)
	var actions []string
	var where, share, from, to, when *yaml.Node
	keys := []key{
		{"name", func(n *yaml.Node) { c.Name = p.text(n, "name").Value }},
		{"reason", func(n *yaml.Node) { c.Reason = p.text(n, "reason").Value }},
		{"where", func(n *yaml.Node) { where = n }},
		{"share", func(n *yaml.Node) { share = n }},
		{"from", func(n *yaml.Node) { from = n }},
		{"to", func(n *yaml.Node) { to = n }},
		{"when", func(n *yaml.Node) { when, c.When = n, p.timing(p.text(n, "when")) }},
		{"cost", func(n *yaml.Node) { c.Cost = p.cost(p.text(n, "cost")) }},
		{"rebound", func(n *yaml.Node) { c.Rebound = p.truth(p.text(n, "rebound"), "rebound") }},
	}
	for _, a := range actionReaders {
		keys = append(keys, key{a.name, func(n *yaml.Node) {
			actions = append(actions, a.name)
			c.Action, c.Does = a.read(p, n), a.name+": "+onOneLine(n)
		}})
	}
	p.keys(n, mapping.Messagef("a change"), keys)
	if where != nil {
		refused := len(p.all)
		if text := p.text(where, "where"); len(p.all) == refused {
			c.Where = p.filter(text)
		}
	}
	if share != nil {
		c.Share, _ = p.part(p.text(share, "share"), "share")
	}
	c.Phase = p.phase(from, to)
	if n.Kind == yaml.MappingNode || isNull(n) {
		p.complete(c, n, actions)
	}
	if len(p.all) > before {
		return nil
	}
	p.fits(c, actions[0], where, share, when)
	if len(p.all) > before {
		return nil
	}
	return c
}

// complete refuses a change that lacks something, or does several things.
func (p *parser) complete(c *Change, n *yaml.Node, actions []string) {
	if lacks(n, "name") {
		p.Refuse(c.At, "the change has no name; add \"name: …\", by which the waterfall calls it")
	}
	if lacks(n, "reason") {
		p.Refuse(c.At, "the change has no reason; add \"reason: …\": why anybody believes that it can be done, and where that stands")
	}
	switch {
	case len(actions) == 0:
		p.Refuse(c.At, "the change changes nothing; it needs one of %s", strings.Join(actionNames(), ", "))
	case len(actions) > 1:
		p.Refuse(c.At, "the change does %s at once; make a change of each, for they take effect one after the other", strings.Join(actions, ", "))
	}
}

// fits refuses what an action cannot be told.
func (p *parser) fits(c *Change, action string, where, share, when *yaml.Node) {
	_, selects := c.Action.(onItems)
	if !selects && where != nil {
		p.Refuse(at(where), "where: %s concerns no items of the inventory; leave the filter out", action)
	}
	if !selects && share != nil {
		p.Refuse(at(share), "share: %s concerns no items of the inventory; leave the share out", action)
	}
	if !selects && when != nil {
		p.Refuse(at(when), "when: %s concerns no items of the inventory; leave it out, and say from which year by from", action)
	}
}

// phase reads the years over which a change comes about.
func (p *parser) phase(from, to *yaml.Node) Phase {
	var phase Phase
	if from != nil {
		phase.From = p.yearOf(p.text(from, "from"), "from")
		phase.To = phase.From
	}
	if to == nil {
		return phase
	}
	if from == nil {
		p.Refuse(at(to), "to: there is no from; say in which year the change begins")
		return phase
	}
	if phase.To = p.yearOf(p.text(to, "to"), "to"); phase.To != 0 && phase.To < phase.From {
		p.Refuse(at(to), "to: %d is before %d, in which the change begins", phase.To, phase.From)
	}
	return phase
}

// timing reads when a change comes to an item.
func (p *parser) timing(t located) Timing {
	if when := Timing(t.Value); when == AtOnce || when == WhenReplaced {
		return when
	}
	p.Refuse(t.At, "when: %q is not among its values; there are %s", t.Value, string(AtOnce)+", "+string(WhenReplaced))
	return ""
}

// onOneLine returns a value as YAML on one line.
func onOneLine(n *yaml.Node) string {
	flow := *n
	flow.Style |= yaml.FlowStyle
	flow.HeadComment, flow.LineComment, flow.FootComment = "", "", ""
	text, err := yaml.Marshal(&flow)
	if err != nil { // of what was just read: never
		return ""
	}
	return strings.Join(strings.Fields(string(text)), " ")
}
