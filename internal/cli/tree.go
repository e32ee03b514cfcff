package cli

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// treeOptions say how a tree is drawn.
type treeOptions struct {
	Texts *wording.Catalogue // of the language
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

// writeTree draws a trace: a line for each figure, below it how it was computed.
// Published factors are numbered, and listed once below the tree with where
// they stand and where they are from.
func writeTree(w io.Writer, root *calc.Trace, opt treeOptions) error {
	d := drawing{options: opt, signs: unicodeBranches, numbers: map[*factors.Factor]int{}}
	if opt.ASCII {
		d.signs = asciiBranches
	}
	d.node(root, "", "", 1)
	for i, match := range d.matches {
		d.reference(i+1, match)
	}
	text := d.String()
	if opt.ASCII {
		text = asciiOf(text)
	}
	_, err := io.WriteString(w, text)
	return err
}

type drawing struct {
	strings.Builder

	options treeOptions
	signs   branches
	matches []*factors.Match        // in the order in which they are first met
	numbers map[*factors.Factor]int // of the factors in matches, from 1
}

// node draws a node: first stands before its first line, rest before the others.
func (d *drawing) node(n *calc.Trace, first, rest string, level int) {
	labels := []string{d.options.Texts.Trace(n)}
	for onlyRestates(n) {
		n = n.Children[0]
		labels = append(labels, d.options.Texts.Trace(n))
	}
	children := n.Children
	cut := d.options.Depth > 0 && level >= d.options.Depth && len(children) > 0
	if cut {
		children = nil
	}
	inner := rest + d.signs.blank
	if len(children) > 0 {
		inner = rest + d.signs.bar
	}
	fmt.Fprintf(d, "%s%s%s\n", first, d.say("%s: %s", oneLine(strings.Join(labels, " › ")), d.figure(n.Value, n.Unit)), d.origin(n))
	if n.Formula != "" {
		fmt.Fprintf(d, "%s= %s\n", inner, d.formula(n.Formula))
	}
	if cut {
		fmt.Fprintf(d, "%s%s\n", inner, d.say("… %s below; --depth 0 shows them", count(size(n)-1, "figure", "figures")))
	}
	for i, child := range children {
		if i == len(children)-1 {
			d.node(child, rest+d.signs.corner, rest+d.signs.blank, level+1)
		} else {
			d.node(child, rest+d.signs.tee, rest+d.signs.bar, level+1)
		}
	}
}

// onlyRestates reports whether a node says nothing that its only child does not
// say: a sum of one part.
func onlyRestates(n *calc.Trace) bool {
	if len(n.Children) != 1 || n.Factor != nil {
		return false
	}
	child := n.Children[0]
	return child.Unit == n.Unit && child.Value.Equal(n.Value) && len(child.Children) > 0
}

// say puts a text of the tree into its language.
func (d *drawing) say(format string, args ...any) string {
	return d.options.Texts.Sayf(format, args...)
}

func size(n *calc.Trace) int {
	total := 1
	for _, child := range n.Children {
		total += size(child)
	}
	return total
}

// significant is how many figures of a value are shown: enough to follow a
// computation with a pocket calculator. --exact shows them all.
const significant = 12

// figure writes a value with its unit.
func (d *drawing) figure(value decimal.Decimal, unit string) string {
	shown := value
	if places := max(significant-1-figure.Magnitude(value), 0); !d.options.Exact {
		shown = figure.Round(value, places)
	}
	text := d.options.Texts.Numbers().Exact(trimmed(shown))
	if !shown.Equal(value) {
		text += "…"
	}
	if unit == "" || unit == "1" {
		return text
	}
	return text + " " + unit
}

// longNumber is a number with more decimal places than anybody types.
var longNumber = regexp.MustCompile(`\d+\.\d{13,}`)

// formula writes a formula with its numbers shortened like the figures.
func (d *drawing) formula(text string) string {
	text = oneLine(text)
	if !d.options.Exact {
		text = shortened(text)
	}
	return d.options.Texts.Formula(text)
}

// shortened writes the numbers of a formula with as many figures as are shown.
func shortened(text string) string {
	return longNumber.ReplaceAllStringFunc(text, func(number string) string {
		value, err := decimal.NewFromString(number)
		if err != nil {
			return number
		}
		places := max(significant-1-figure.Magnitude(value), 0)
		return trimmed(figure.Round(value, places)).String() + "…"
	})
}

// trimmed drops the zeros at the end of a decimal fraction.
func trimmed(d decimal.Decimal) decimal.Decimal {
	text := d.String()
	if !strings.Contains(text, ".") {
		return d
	}
	short, err := decimal.NewFromString(strings.TrimRight(strings.TrimRight(text, "0"), "."))
	if err != nil {
		return d
	}
	return short
}

// origin says at the end of a line where a figure is from: the number of its
// factor, or the inventory, the settings, the period.
func (d *drawing) origin(n *calc.Trace) string {
	switch {
	case n.Factor != nil:
		return fmt.Sprintf("  [%d]", d.number(n.Factor))
	case n.Source != "":
		return "  (" + oneLine(d.options.Texts.Say(n.Source)) + ")"
	}
	return ""
}

func (d *drawing) number(m *factors.Match) int {
	if known, ok := d.numbers[m.Factor]; ok {
		return known
	}
	d.matches = append(d.matches, m)
	d.numbers[m.Factor] = len(d.matches)
	return len(d.matches)
}

// reference lists a factor: what was published, by whom, and how it was found.
func (d *drawing) reference(number int, m *factors.Match) {
	r := recordOf(m.Factor)
	fmt.Fprintf(d, "\n[%d] %s\n", number, d.say("%s: %s", r.ID, d.options.Texts.Numbers().Exact(m.Factor.Value)+" "+r.Unit))
	line := func(text string) {
		if text != "" {
			fmt.Fprintf(d, "    %s\n", oneLine(text))
		}
	}
	line(r.Source.citation())
	line(r.Source.URL)
	where := r.Pack
	if r.File != "" {
		where += fmt.Sprintf(" (%s:%d)", r.File, r.Line)
	}
	line(d.say("in %s; found by %s", where, foundBy(d.options.Texts, m)))
	line(r.Note)
	for _, shadow := range d.shadows(m.Shadowed) {
		line(shadow)
	}
}

// mostShadows is how many of the factors that lost a tree names.
const mostShadows = 2

// shadows names the factors that the one used was preferred to. Those of other
// years are the rest of its own series, so they are counted, not named.
func (d *drawing) shadows(list []factors.Shadow) (lines []string) {
	years, more := 0, 0
	for _, shadow := range list {
		switch {
		case shadow.Reason == factors.OtherYear:
			years++
		case len(lines) == mostShadows:
			more++
		default:
			s := recordOf(shadow.Factor)
			lines = append(lines, d.say("instead of %s in %s, %s %s (%s)", s.ID, s.Pack, d.options.Texts.Numbers().Exact(shadow.Factor.Value), s.Unit, phrase(shadow.Reason.String())))
		}
	}
	if more > 0 {
		lines = append(lines, d.say("instead of %s", count(more, "more factor", "more factors")))
	}
	if years > 0 {
		lines = append(lines, d.say("instead of %s", count(years, "factor of another year", "factors of other years")))
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
	factors.PlaceAny:     "any place",
	factors.PlaceRegion:  "the region",
	factors.PlaceCountry: "the country",
	factors.PlaceGroup:   "a group of countries",
	factors.PlaceWorld:   "the world",
}

// foundBy says how near a factor is to what was asked for.
func foundBy(texts *wording.Catalogue, m *factors.Match) string {
	parts := []string{texts.Say(rungNames[m.Rung])}
	parts[0] += " (" + m.Factor.Subject + ")"
	place := texts.Say(placeNames[m.PlaceRung])
	if m.Factor.Place != "" {
		place += " (" + m.Factor.Place + ")"
	}
	parts = append(parts, place)
	switch m.YearRung {
	case factors.YearSame:
		parts = append(parts, texts.Say("the same year"))
	case factors.YearEarlier:
		parts = append(parts, texts.Sayf("%s", count(m.YearGap, "year earlier", "years earlier")))
	case factors.YearLater:
		parts = append(parts, texts.Sayf("%s", count(m.YearGap, "year later", "years later")))
	case factors.YearUndated:
		parts = append(parts, texts.Say("any year"))
	case factors.YearLatest:
		parts = append(parts, texts.Say("the latest year"))
	}
	text := strings.Join(parts, ", ")
	if grade := m.Grade.String(); grade != "" {
		text = texts.Sayf("%s; quality %s", text, grade)
	}
	return text
}
