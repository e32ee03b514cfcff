package wording

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// Finding says what an assessment found, in words.
func (c *Catalogue) Finding(f calc.Finding) Message { return c.findings([]calc.Finding{f}) }

// findings says in one message what findings of one kind say.
func (c *Catalogue) findings(list []calc.Finding) Message {
	f := list[0]
	args := make(Args)
	for i := range f.Args {
		args[strconv.Itoa(i)] = f.Args[i]
		if strings.HasPrefix(f.Args[i], "component/") { // what is missing a figure
			args[strconv.Itoa(i)] = Within(c.Subject(f.Args[i]))
		}
		if slices.ContainsFunc(list, func(more calc.Finding) bool { return i >= len(more.Args) || more.Args[i] != f.Args[i] }) {
			args[strconv.Itoa(i)] = "" // they differ: the text does without
		}
	}
	units := f.Units
	for _, more := range list[1:] {
		units = units.Add(more.Units)
	}
	args["units"] = units
	args["rows"] = f.Rows
	args["of_units"], args["of_activities"] = units, ""
	if units.IsZero() && f.Rows > 0 { // activities are rows, and no units
		rows := int64(0)
		for _, each := range list {
			rows += each.Rows
		}
		args["of_units"], args["of_activities"] = "", rows
	}
	args["stage"] = Within(c.nameOr("stage", string(f.Stage)))
	args["impact"] = c.list(list, func(f calc.Finding) string { return Within(c.nameOr("impact", string(f.Impact))) })
	args["categories"] = c.list(list, func(f calc.Finding) string { return Within(c.nameOr("category", f.Category)) })
	if args["categories"] == "" {
		args["categories"] = c.Label("category.any")
	}
	args["place"] = c.list(list, func(f calc.Finding) string { return f.Place })
	if args["place"] == "" {
		args["place"] = c.Label("place.any")
	}
	if slices.ContainsFunc(list, func(more calc.Finding) bool { return more.Stage != f.Stage }) {
		args["stage"] = c.list(list, func(f calc.Finding) string { return Within(c.nameOr("stage", string(f.Stage))) })
	}
	return c.Message(Findings, string(f.Code), args)
}

// listed is how many things a sentence names before it counts the rest.
const listed = 4

// list names the different things that findings are about.
func (c *Catalogue) list(findings []calc.Finding, of func(calc.Finding) string) string {
	var names []string
	for _, f := range findings {
		if name := of(f); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > listed+1 {
		return c.Label("list.more", strings.Join(names[:listed], ", "), len(names)-listed)
	}
	return strings.Join(names, ", ")
}

// nameOr names a value, nothing for none.
func (c *Catalogue) nameOr(vocabulary, value string) string {
	if value == "" {
		return ""
	}
	return c.Name(vocabulary, value)
}

// Issue says what is wrong with a factor pack, in words.
func (c *Catalogue) Issue(i factors.Issue) Message {
	if !c.HasCode(Factors, string(i.Code)) {
		return Message{Title: i.Message, Text: i.Message, Fix: i.Hint}
	}
	args := Positional(i.Args)
	args["all"] = strings.Join(i.Args, ", ")
	args["value"] = i.Value
	args["field"] = i.Field
	return c.Message(Factors, string(i.Code), args)
}

// IssueSentence says where a factor pack is wrong, what with, and what to do, on one line.
func (c *Catalogue) IssueSentence(i factors.Issue) string {
	if !c.HasCode(Factors, string(i.Code)) {
		return i.Error()
	}
	const longest = 60
	m := c.Issue(i)
	sentence := m.Text
	if i.Field != "" {
		about := i.Field
		if i.Value != "" {
			value := []rune(i.Value)
			if len(value) > longest {
				value = append(value[:longest:longest], '…')
			}
			about += " " + c.quote(string(value))
		}
		sentence = c.Label("problem.only", about, sentence)
	}
	if position := i.Position(); position != "" {
		sentence = position + ": " + sentence // as compilers write it, for editors that go there
	}
	if m.Fix != "" {
		sentence = c.Label("issue.hint", sentence, m.Fix)
	}
	return sentence
}

// Action says what a step would mend and how. Where it is about problems with
// the inventory, the text is about the first of them, with its position.
func (c *Catalogue) Action(a reports.Action) Message {
	if a.Problem == nil {
		m := c.findings(a.Findings)
		m.Text = Capital(m.Text)
		return m
	}
	return c.Problems(*a.Problem)
}

// Problems says what is wrong with the inventory in several places, with the
// first of them and its position.
func (c *Catalogue) Problems(p reports.ProblemCount) Message {
	m := c.Problem(p.Example)
	where := c.Position(p.Example)
	switch {
	case len(p.Files) > 1: // each is missing as a whole, so each is named
		m.Text = c.Label("problem.only", strings.Join(p.Files, ", "), m.Text)
	case where == "":
		m.Text = Capital(m.Text)
	case p.Count > 1:
		m.Text = c.Label("problem.first", where, m.Text)
	default:
		m.Text = c.Label("problem.only", where, m.Text)
	}
	return m
}

// Severity names how much an action matters.
func (c *Catalogue) Severity(a reports.Action) string {
	if len(a.Findings) > 0 {
		return c.Label("severity." + string(a.Findings[0].Severity))
	}
	return c.ProblemSeverity(a.Problem.Severity)
}

// ProblemSeverity names how much a problem matters.
func (c *Catalogue) ProblemSeverity(s inventory.Severity) string {
	return c.Label("severity." + string(s))
}

// Affected says how many units, or else rows, a step is about.
func (c *Catalogue) Affected(a reports.Action) string {
	switch {
	case a.Units.Valid && a.Units.Decimal.IsPositive():
		return c.Label("affected.units", a.Units.Decimal)
	case a.Problem != nil && len(a.Problem.Files) > 0:
		return c.Label("affected.files", len(a.Problem.Files))
	case a.Rows > 0:
		return c.Label("affected.rows", a.Rows)
	case a.Problem != nil:
		return c.Label("affected.cases", a.Problem.Count)
	default:
		return ""
	}
}

// Worth says which share of a total a step could change, nothing where nothing tells.
func (c *Catalogue) Worth(a reports.Action) string {
	least := decimal.New(1, -3) // below, it is not worth saying
	switch {
	case len(a.Findings) == 0 || a.Share.Decimal.LessThan(least):
		return ""
	case a.Share.Decimal.GreaterThanOrEqual(decimal.NewFromInt(1)):
		return c.Label("action.doubles", Within(c.Name("impact", string(a.Impact))))
	case a.Impact == factors.GWP:
		return c.Label("action.worth", c.numbers.Percent(a.Share.Decimal))
	default:
		return c.Label("action.worth.of", c.numbers.Percent(a.Share.Decimal), Within(c.Name("impact", string(a.Impact))))
	}
}

// Capital returns a text with its first letter a capital.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Within returns a name as it stands within a sentence: with a small letter,
// unless its first word has capitals of its own, as UPS and Wi-Fi do.
func Within(name string) string {
	first, _, _ := strings.Cut(name, " ")
	_, size := utf8.DecodeRuneInString(first)
	if size == 0 || strings.ToLower(first[size:]) != first[size:] || len(first) == size {
		return name
	}
	return strings.ToLower(name[:size]) + name[size:]
}
