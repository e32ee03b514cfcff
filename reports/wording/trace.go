package wording

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"govfootprint/calc"
)

// labelForms are the labels of a trace that hold something of their own.
var labelForms = []string{
	"%s borne for one unit", "consumption, %s", "freight by %s", "distance by %s", "%s, direct and upstream", "share of %s",
	"under contract: %s", "condition: %s", "%s power", "%s hours", "%s density", "%s die area", "%s dies", "%s die",
	"%s of one unit", "%s further groups", "%s of waste", "lifetime %s", "attribution %s", "energy %s", "acquired %s", "retired %s", "withdrawn, %s",
	"software carbon intensity (ISO/IEC 21031) per %s", "electricity per %s", "counted in %s",
	"of a whole host: %s", "%s, undivided",
}

// Trace returns what a figure of a trace is. Codes that filters and packs go by
// stay as they are.
func (c *Catalogue) Trace(n *calc.Trace) string {
	if c.language == Languages[0] {
		return n.Label
	}
	if n.Cell != nil {
		return c.Sayf("%s, scope %s", c.Name("component", string(n.Cell.Component)), string(n.Cell.Scope))
	}
	if n.Group != "" && strings.HasPrefix(n.Label, n.Group+": ") {
		return c.Sayf("%s: %s", n.Group, c.parts(strings.TrimPrefix(n.Label, n.Group+": ")))
	}
	if c.Has("stage." + n.Label) {
		return c.Name("stage", n.Label)
	}
	if said := c.traceLabel(n.Label); said != n.Label {
		return said
	}
	return c.parts(n.Label)
}

// partsIn says the parts of a list one by one.
func (c *Catalogue) parts(list string) string {
	parts := strings.Split(list, ", ")
	for i, part := range parts {
		parts[i] = c.traceLabel(part)
	}
	return strings.Join(parts, ", ")
}

// traceLabel says a label, or the form that it has with what it holds.
func (c *Catalogue) traceLabel(label string) string {
	if said := c.Say(label); said != label {
		return said
	}
	if said, ok := c.sayForm(labelForms, label); ok {
		return said
	}
	if stages, measure, ok := strings.Cut(label, " per "); ok { // manufacturing+use per GB
		parts := strings.Split(stages, "+")
		for i, part := range parts {
			parts[i] = Within(c.Name("stage", part))
		}
		return c.Sayf("%s per %s", strings.Join(parts, "+"), measure)
	}
	return label
}

// A number in a formula, and the words that formulas hold.
var (
	fraction    = regexp.MustCompile(`(\d)\.(\d)`)
	roundingUp  = regexp.MustCompile(`^round up (.*)$`)
	converting  = regexp.MustCompile(`^(\S+ \S+) in (\S+)$`)
	formulaSign = "$1%s$2"
)

// Formula writes a formula of a trace: its numbers, and its few words.
func (c *Catalogue) Formula(text string) string {
	if c.language == Languages[0] {
		return text
	}
	text = fraction.ReplaceAllString(text, strings.Replace(formulaSign, "%s", c.numbers.Point, 1))
	if m := roundingUp.FindStringSubmatch(text); m != nil {
		return c.Sayf("round up %s", m[1])
	}
	if m := converting.FindStringSubmatch(text); m != nil {
		return c.Sayf("%s in %s", m[1], m[2])
	}
	return text
}

// groupVocabularies are the vocabularies of what a group of lines has in common.
var groupVocabularies = []string{"category", "condition", "ownership", "hosting", "status", "route"}

// Group names what a group of lines has in common, for a reader who needs none
// of the codes. In English they are words already.
func (c *Catalogue) Group(label string) string {
	if c.language == Languages[0] {
		return label
	}
	parts := strings.Split(label, ", ")
	for i, part := range parts {
		parts[i] = c.groupPart(part)
	}
	return strings.Join(parts, ", ")
}

func (c *Catalogue) groupPart(part string) string {
	if category, variant, found := strings.Cut(part, "/"); found && c.Has("category."+category) {
		return Within(c.Name("category", category)) + ", " + c.Name("variant", variant)
	}
	for _, vocabulary := range groupVocabularies {
		if c.Has(vocabulary + "." + part) {
			return Within(c.Name(vocabulary, part))
		}
	}
	return c.traceLabel(part)
}

// Longest returns how many letters the longest label has that begins so, to
// choose the width of a column by.
func (c *Catalogue) Longest(prefix string) int {
	longest := 0
	for key := range c.labels {
		if strings.HasPrefix(key, prefix) {
			longest = max(longest, utf8.RuneCountInString(c.Label(key)))
		}
	}
	return longest
}
