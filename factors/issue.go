package factors

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Severity says how bad an issue is.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"   // the pack cannot be used, or would give wrong results
	SeverityWarning Severity = "warning" // the pack can be used; somebody should look
	SeverityNote    Severity = "note"    // worth knowing
)

// Issue is something wrong with a pack: where, what was found, what was
// expected, and what to do. Code and Args carry the same as Message and Hint for
// whoever words them in another language.
type Issue struct {
	Code         Code
	Severity     Severity
	File         string
	Line, Column int    // from 1; 0 where unknown. Columns count bytes, as editors' "go to" does for plain text.
	Field        string // a column of the table or a key of pack.yaml
	Value        string // what stands there
	Args         []string
	Message      string
	Hint         string // empty where there is nothing to add
}

// newIssue makes an issue in the words of its code.
func newIssue(code Code, args ...string) Issue {
	w := wordings[code]
	var numbered []string
	for i, arg := range args {
		numbered = append(numbered, "{"+strconv.Itoa(i+1)+"}", arg)
	}
	fill := strings.NewReplacer(numbered...)
	return Issue{Code: code, Severity: w.severity, Args: args, Message: fill.Replace(w.message), Hint: fill.Replace(w.hint)}
}

// at returns the issue with its place.
func (i Issue) at(file string, line, column int) Issue {
	i.File, i.Line, i.Column = file, line, column
	return i
}

// in returns the issue with the field it is about, and what stands there.
func (i Issue) in(field, value string) Issue {
	i.Field, i.Value = field, value
	return i
}

// Position returns file, line and column as far as they are known, as in
// packs/x/grid.csv:12:8.
func (i Issue) Position() string {
	position := i.File
	if i.Line > 0 {
		position += ":" + strconv.Itoa(i.Line)
		if i.Column > 0 {
			position += ":" + strconv.Itoa(i.Column)
		}
	}
	return position
}

// Error writes the issue on one line:
//
//	packs/x/grid.csv:12:8: value "1,2": expected a number with a decimal point; write 1.2
func (i Issue) Error() string {
	var b strings.Builder
	if position := i.Position(); position != "" {
		b.WriteString(position + ": ")
	}
	if i.Field != "" {
		b.WriteString(i.Field)
		if i.Value != "" {
			b.WriteString(" " + quote(i.Value))
		}
		b.WriteString(": ")
	}
	b.WriteString(i.Message)
	if i.Hint != "" {
		b.WriteString("; " + i.Hint)
	}
	return b.String()
}

// quote shows a value from a file: on one line, without control characters, and
// not longer than a line can bear.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}

// LoadError holds everything that is wrong with what was loaded. It is made of
// [Issue] values, which errors.As and errors.Is find.
type LoadError struct {
	Issues []Issue
}

// Error writes one issue a line.
func (e *LoadError) Error() string {
	lines := make([]string, len(e.Issues))
	for i, issue := range e.Issues {
		lines[i] = issue.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the issues as errors.
func (e *LoadError) Unwrap() []error {
	errs := make([]error, len(e.Issues))
	for i, issue := range e.Issues {
		errs[i] = issue
	}
	return errs
}

// Is makes errors.Is find an issue by its code.
func (i Issue) Is(target error) bool {
	other, ok := target.(Issue)
	return ok && other.Code == i.Code
}

// maxIssues bounds what is collected: a file in the wrong format has an issue in
// every cell, and nobody reads the ten-thousandth.
const maxIssues = 200

// collector gathers the issues of one pack.
type collector struct {
	issues  []Issue
	dropped int
}

func (c *collector) add(issue Issue) {
	if len(c.issues) >= maxIssues {
		c.dropped++
		return
	}
	c.issues = append(c.issues, issue)
}

// err returns all that was collected, sorted by place, or nil.
func (c *collector) err() error {
	if len(c.issues) == 0 {
		return nil
	}
	sortIssues(c.issues)
	if c.dropped > 0 {
		c.issues = append(c.issues, newIssue(TooManyIssues, strconv.Itoa(c.dropped)))
	}
	return &LoadError{c.issues}
}

func sortIssues(issues []Issue) {
	slices.SortStableFunc(issues, func(a, b Issue) int {
		if d := strings.Compare(a.File, b.File); d != 0 {
			return d
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
}
