package cli

import (
	"regexp"
	"strings"

	"govfootprint/calc"
	"govfootprint/reports/wording"
)

// labelForms are the labels of a trace that hold something of their own.
var labelForms = []string{
	"%s borne for one unit", "consumption, %s", "freight by %s", "distance by %s", "%s, direct and upstream", "share of %s",
	"under contract: %s", "condition: %s", "%s power", "%s hours", "%s density", "%s die area", "%s dies", "%s die",
	"%s of one unit", "%s further groups", "%s of waste", "lifetime %s", "attribution %s", "energy %s", "acquired %s", "retired %s", "withdrawn, %s",
}

// labelIn returns what a figure of a trace is, in a language. Codes that
// --where and packs go by stay as they are.
func labelIn(texts *wording.Catalogue, n *calc.Trace) string {
	if texts.Language() == wording.Languages[0] {
		return n.Label
	}
	if n.Cell != nil {
		return texts.Sayf("%s, scope %s", texts.Name("component", string(n.Cell.Component)), string(n.Cell.Scope))
	}
	if n.Group != "" && strings.HasPrefix(n.Label, n.Group+": ") {
		return texts.Sayf("%s: %s", n.Group, partsIn(texts, strings.TrimPrefix(n.Label, n.Group+": ")))
	}
	if texts.Has("stage." + n.Label) {
		return texts.Name("stage", n.Label)
	}
	if said := labelText(texts, n.Label); said != n.Label {
		return said
	}
	return partsIn(texts, n.Label)
}

// partsIn says the parts of a list one by one.
func partsIn(texts *wording.Catalogue, list string) string {
	parts := strings.Split(list, ", ")
	for i, part := range parts {
		parts[i] = labelText(texts, part)
	}
	return strings.Join(parts, ", ")
}

func labelText(texts *wording.Catalogue, label string) string {
	if said := texts.Say(label); said != label {
		return said
	}
	for _, form := range labelForms {
		before, after, _ := strings.Cut(form, "%s")
		inner, ok := strings.CutPrefix(label, before)
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, after); ok && inner != "" {
			return texts.Sayf(form, texts.Say(inner))
		}
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

// formulaIn writes a formula in a language: its numbers, and its few words.
func formulaIn(texts *wording.Catalogue, text string) string {
	if texts.Language() == wording.Languages[0] {
		return text
	}
	text = fraction.ReplaceAllString(text, strings.Replace(formulaSign, "%s", texts.Numbers().Point, 1))
	if m := roundingUp.FindStringSubmatch(text); m != nil {
		return texts.Sayf("round up %s", m[1])
	}
	if m := converting.FindStringSubmatch(text); m != nil {
		return texts.Sayf("%s in %s", m[1], m[2])
	}
	return text
}
