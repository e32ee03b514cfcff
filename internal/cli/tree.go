package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// treeOptions say how a tree is drawn.
type treeOptions struct {
	ASCII bool
	Depth int // levels; 0 for all
	Exact bool
}

// branches are the signs that a tree is drawn with.
type branches struct{ tee, corner, bar, blank string }

var (
	unicodeBranches = branches{"├─ ", "└─ ", "│  ", "   "}
	asciiBranches   = branches{"|- ", "`- ", "|  ", "   "}
)

// writeTree draws a trace: a line for each figure, below it how it was computed,
// and for a published factor where it stands and where it is from.
func writeTree(w io.Writer, root *calc.Trace, opt treeOptions) error {
	d := drawing{options: opt, signs: unicodeBranches}
	if opt.ASCII {
		d.signs = asciiBranches
	}
	d.node(root, "", "", 1)
	_, err := io.WriteString(w, d.String())
	return err
}

type drawing struct {
	strings.Builder

	options treeOptions
	signs   branches
}

// node draws a node: first stands before its first line, rest before the others.
func (d *drawing) node(n *calc.Trace, first, rest string, level int) {
	children := n.Children
	cut := d.options.Depth > 0 && level >= d.options.Depth && len(children) > 0
	if cut {
		children = nil
	}
	inner := rest + d.signs.blank
	if len(children) > 0 {
		inner = rest + d.signs.bar
	}
	fmt.Fprintf(d, "%s%s: %s\n", first, oneLine(n.Label), d.figure(n.Value, n.Unit))
	if n.Formula != "" {
		fmt.Fprintf(d, "%s= %s\n", inner, oneLine(n.Formula))
	}
	for _, detail := range d.details(n) {
		fmt.Fprintf(d, "%s%s\n", inner, oneLine(detail))
	}
	if cut {
		fmt.Fprintf(d, "%s… %s below; --depth 0 shows them\n", inner, count(size(n)-1, "figure", "figures"))
	}
	for i, child := range children {
		if i == len(children)-1 {
			d.node(child, rest+d.signs.corner, rest+d.signs.blank, level+1)
		} else {
			d.node(child, rest+d.signs.tee, rest+d.signs.bar, level+1)
		}
	}
}

func size(n *calc.Trace) int {
	total := 1
	for _, child := range n.Children {
		total += size(child)
	}
	return total
}

// figure writes a value with its unit. Twelve significant figures are enough to
// follow a computation with a pocket calculator; --exact shows them all.
func (d *drawing) figure(value decimal.Decimal, unit string) string {
	const significant = 12
	text := figure.English.Exact(value)
	if !d.options.Exact {
		if places := significant - 1 - figure.Magnitude(value); -value.Exponent() > places {
			text = figure.English.Exact(figure.Round(value, max(places, 0))) + "…"
		}
	}
	if d.options.ASCII {
		text = strings.NewReplacer("−", "-", "…", "...").Replace(text)
	}
	if unit == "" || unit == "1" {
		return text
	}
	return text + " " + unit
}

// details says where a figure comes from.
func (d *drawing) details(n *calc.Trace) []string {
	if n.Factor == nil {
		if n.Source == "" {
			return nil
		}
		return []string{"from: " + n.Source}
	}
	r := recordOf(n.Factor.Factor)
	published := "factor: " + r.ID + " in " + r.Pack
	if r.File != "" {
		published += fmt.Sprintf(" (%s:%d)", r.File, r.Line)
	}
	if r.Unit != n.Unit || r.Value != n.Value.String() {
		published += ", published as " + r.Value + " " + r.Unit
	}
	details := []string{published, "source: " + r.Source.citation()}
	if r.Source.URL != "" {
		details = append(details, "        "+r.Source.URL)
	}
	details = append(details, "found by: "+foundBy(n.Factor))
	if r.Note != "" {
		details = append(details, "note: "+r.Note)
	}
	return append(details, shadows(n.Factor.Shadowed)...)
}

// mostShadows is how many of the factors that lost a tree names.
const mostShadows = 2

// shadows names the factors that the one used was preferred to. Those of other
// years are the rest of its own series, so they are counted, not named.
func shadows(list []factors.Shadow) (lines []string) {
	years, more := 0, 0
	for _, shadow := range list {
		switch {
		case shadow.Reason == factors.OtherYear:
			years++
		case len(lines) == mostShadows:
			more++
		default:
			s := recordOf(shadow.Factor)
			lines = append(lines, fmt.Sprintf("instead of: %s in %s, %s %s (%s)", s.ID, s.Pack, s.Value, s.Unit, shadow.Reason))
		}
	}
	if more > 0 {
		lines = append(lines, "instead of: "+count(more, "more factor", "more factors"))
	}
	if years > 0 {
		lines = append(lines, "instead of: "+count(years, "factor of another year", "factors of other years"))
	}
	return lines
}

var rungNames = map[factors.RungKind]string{
	factors.Parameter:     "the subject itself",
	factors.ExactModel:    "the exact model",
	factors.Family:        "the product family",
	factors.MakerCategory: "the maker and category",
	factors.SubCategory:   "the sub-category",
	factors.Category:      "the category",
	factors.MassFallback:  "mass, for want of anything nearer",
}

var placeNames = map[factors.PlaceRung]string{
	factors.PlaceAny:     "holds anywhere",
	factors.PlaceRegion:  "the region",
	factors.PlaceCountry: "the country",
	factors.PlaceGroup:   "a group of countries",
	factors.PlaceWorld:   "the world",
}

// foundBy says how near a factor is to what was asked for.
func foundBy(m *factors.Match) string {
	parts := []string{rungNames[m.Rung]}
	parts[0] += " (" + m.Factor.Subject + ")"
	place := placeNames[m.PlaceRung]
	if m.Factor.Place != "" {
		place += " (" + m.Factor.Place + ")"
	}
	parts = append(parts, place)
	switch m.YearRung {
	case factors.YearSame:
		parts = append(parts, "the same year")
	case factors.YearEarlier:
		parts = append(parts, count(m.YearGap, "year earlier", "years earlier"))
	case factors.YearLater:
		parts = append(parts, count(m.YearGap, "year later", "years later"))
	case factors.YearUndated:
		parts = append(parts, "any year")
	case factors.YearLatest:
		parts = append(parts, "the latest year")
	}
	text := strings.Join(parts, ", ")
	if grade := m.Grade.String(); grade != "" {
		text += "; quality " + grade
	}
	return text
}
