package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// Finding says what an assessment found, in words.
func (c *Catalogue) Finding(f calc.Finding) Message {
	args := Positional(f.Args)
	args["all"] = strings.Join(f.Args, ", ")
	args["units"] = f.Units
	args["rows"] = f.Rows
	args["stage"] = ""
	args["impact"] = ""
	args["category"] = ""
	args["place"] = f.Place
	if f.Stage != "" {
		args["stage"] = c.Name("stage", string(f.Stage))
	}
	if f.Impact != "" {
		args["impact"] = c.Name("impact", string(f.Impact))
	}
	if f.Category != "" {
		args["category"] = c.Name("category", f.Category)
	}
	return c.Message(Findings, string(f.Code), args)
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

// Action says what a step would mend and how. For the problems of one kind the
// text is about the first of them, with its position.
func (c *Catalogue) Action(a reports.Action) Message {
	if a.Finding != nil {
		m := c.Finding(*a.Finding)
		m.Text = Capital(m.Text)
		return m
	}
	m := c.Problem(a.Problem.Example)
	where := c.Position(a.Problem.Example)
	switch {
	case where == "":
		m.Text = Capital(m.Text)
	case a.Problem.Count > 1:
		m.Text = c.Label("problem.first", where, m.Text)
	default:
		m.Text = c.Label("problem.only", where, m.Text)
	}
	return m
}

// Capital returns a text with its first letter a capital.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Affected says how many units, or else rows, a step is about.
func (c *Catalogue) Affected(a reports.Action) string {
	switch {
	case a.Units.Valid && a.Units.Decimal.IsPositive():
		return c.Label("affected.units", a.Units.Decimal)
	case a.Rows > 0:
		return c.Label("affected.rows", a.Rows)
	case a.Problem != nil:
		return c.Label("affected.cases", a.Problem.Count)
	default:
		return ""
	}
}
