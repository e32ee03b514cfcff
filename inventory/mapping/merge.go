package mapping

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Merge adds to a mapping file what a draft has that it does not have. What
// stands in the file stays as it is to the last space: lines are put in between,
// none is changed. added says how many entries are new. A file that writes a
// whole list or mapping on one line has no place for more, and is refused.
func Merge(name string, data []byte, d *Draft) (merged []byte, added int, err error) {
	if _, err := Parse(name, data); err != nil {
		return nil, 0, err
	}
	problems := Of(name)
	m := merger{root: document(data, problems), lines: splitLines(data), problems: problems}
	m.sheets(d)
	m.words(d)
	m.pairs(d)
	m.models(d)
	if err := problems.Err(); err != nil {
		return nil, 0, err
	}
	merged = m.bytes()
	if _, err := Parse(name, merged); err != nil {
		problems.Refuse(Position{}, "it cannot be added to as it is written; put the new entries into another file")
		return nil, 0, problems.Err()
	}
	return merged, m.added, nil
}

// merger puts lines in between those of a file.
type merger struct {
	root     *yaml.Node
	lines    []string
	puts     []insertion
	problems *Problems
	added    int
}

// An insertion is text to be put below a line.
type insertion struct {
	line int // of the file, from 1; beyond its last for the end
	text string
}

func splitLines(data []byte) []string {
	lines := slices.Collect(strings.Lines(string(data)))
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	return lines
}

func (m *merger) bytes() []byte {
	slices.SortStableFunc(m.puts, func(a, b insertion) int { return a.line - b.line })
	var b strings.Builder
	next := 0
	for i, line := range m.lines {
		b.WriteString(line)
		for next < len(m.puts) && m.puts[next].line <= i+1 {
			b.WriteString(m.puts[next].text)
			next++
		}
	}
	for _, put := range m.puts[next:] {
		b.WriteString(put.text)
	}
	return []byte(b.String())
}

// valueOf looks a key up in a mapping.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if strings.TrimSpace(key.Value) != name {
			continue
		}
		if isNull(value) { // the parser places what is not there somewhere below
			value.Line = key.Line
		}
		return value
	}
	return nil
}

// lastLine returns the last line of a node.
func lastLine(n *yaml.Node) int {
	last := n.Line + strings.Count(strings.TrimRight(n.Value, "\n"), "\n")
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		last++
	}
	for _, inner := range n.Content {
		last = max(last, lastLine(inner))
	}
	return last
}

// within puts text at the end of a list or mapping, indented as what stands
// there; into a new one at the end of the file where there is none.
func (m *merger) within(name string, n *yaml.Node, comment string, write func(b *lines, indent int)) {
	b := &lines{}
	switch {
	case n == nil:
		b.blank()
		b.comment(0, comment)
		b.add(0, name+":")
		write(b, 2)
		m.puts = append(m.puts, insertion{len(m.lines) + 1, b.String()})
	case len(n.Content) == 0: // `models:`, `models: []`
		if n.Style&yaml.FlowStyle != 0 {
			m.refuse(n, name)
			return
		}
		write(b, 2+m.indentOf(n.Line))
		m.puts = append(m.puts, insertion{n.Line, b.String()})
	case n.Style&yaml.FlowStyle != 0:
		m.refuse(n, name)
	default:
		write(b, n.Column-1)
		m.puts = append(m.puts, insertion{lastLine(n), b.String()})
	}
}

func (m *merger) refuse(n *yaml.Node, name string) {
	m.problems.Refuse(at(n), "%s: is written on one line, where nothing can be added; write each entry on a line of its own", name)
}

// indentOf returns how far a line is indented.
func (m *merger) indentOf(line int) int {
	if line < 1 || line > len(m.lines) {
		return 0
	}
	text := m.lines[line-1]
	return len(text) - len(strings.TrimLeft(text, " "))
}

func (m *merger) sheets(d *Draft) {
	list := valueOf(m.root, "sheets")
	var missing []DraftSheet
	for _, s := range d.Sheets {
		entry := sheetEntry(list, s)
		if entry == nil && s.Elsewhere {
			continue
		}
		if entry == nil {
			missing = append(missing, s)
			continue
		}
		columns := valueOf(entry, "columns")
		var more []DraftColumn
		for _, c := range s.Columns {
			if !c.Closed && c.Value == "" && valueOf(columns, c.Key) == nil {
				more = append(more, c)
			}
		}
		if len(more) == 0 {
			continue
		}
		if columns == nil {
			m.problems.Refuse(at(entry), "the entry has no columns, so that there is no place for more; add a line %q to it", "columns:")
			continue
		}
		m.added += len(more)
		m.within("columns", columns, "", func(b *lines, indent int) { b.columns(indent, more) })
	}
	if len(missing) == 0 {
		return
	}
	m.added += len(missing)
	m.within("sheets", list, d.Parts.Sheets, func(b *lines, indent int) {
		for _, s := range missing {
			b.sheet(indent, s)
		}
	})
}

// sheetEntry returns the last entry that is about a sheet.
func sheetEntry(list *yaml.Node, s DraftSheet) *yaml.Node {
	if list == nil {
		return nil
	}
	for _, entry := range slices.Backward(list.Content) {
		file, sheet := valueOf(entry, "file"), valueOf(entry, "sheet")
		if FileMatches(scalarOf(file), s.File) && Matches(scalarOf(sheet), s.Sheet) {
			return entry
		}
	}
	return nil
}

func scalarOf(n *yaml.Node) string {
	if n == nil || isNull(n) {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (m *merger) words(d *Draft) {
	all := valueOf(m.root, "words")
	var missing []DraftWords
	for _, v := range d.Words {
		have := valueOf(all, v.Field)
		if have == nil {
			missing = append(missing, v)
			m.added += len(v.Words)
			continue
		}
		if more := m.without(have, v.Words); len(more) > 0 {
			m.within(v.Field, have, "", func(b *lines, indent int) { b.pairs(indent, more) })
		}
	}
	if len(missing) > 0 {
		m.within("words", all, d.Parts.Words, func(b *lines, indent int) {
			for _, v := range missing {
				b.add(indent, quoted(v.Field)+":")
				b.pairs(indent+2, v.Words)
			}
		})
	}
}

// without returns those pairs whose key a mapping lacks, and counts them.
func (m *merger) without(n *yaml.Node, pairs []DraftPair) []DraftPair {
	more := slices.DeleteFunc(slices.Clone(pairs), func(p DraftPair) bool { return valueOf(n, p.Key) != nil })
	m.added += len(more)
	return more
}

func (m *merger) pairs(d *Draft) {
	have := valueOf(m.root, "categories")
	if more := m.without(have, d.Categories); len(more) > 0 {
		m.within("categories", have, d.Parts.Categories, func(b *lines, indent int) { b.pairs(indent, more) })
	}
}

func (m *merger) models(d *Draft) {
	list := valueOf(m.root, "models")
	known := map[[2]string]bool{}
	if list != nil {
		for _, entry := range list.Content {
			known[[2]string{scalarOf(valueOf(entry, "manufacturer")), scalarOf(valueOf(entry, "model"))}] = true
		}
	}
	more := slices.DeleteFunc(slices.Clone(d.Models), func(n DraftModel) bool { return known[[2]string{n.Manufacturer, n.Model}] })
	if len(more) == 0 {
		return
	}
	m.added += len(more)
	m.within("models", list, d.Parts.Models, func(b *lines, indent int) {
		for _, n := range more {
			b.model(indent, n)
		}
	})
}
