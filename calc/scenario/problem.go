package scenario

import (
	"cmp"
	"slices"
	"strings"

	"govfootprint/inventory/mapping"
)

// Problem is one thing that is wrong with a scenario, or may not be meant: a message
// with its file, line and column.
type Problem = mapping.Problem

// Note is a problem that does not keep the scenario from being applied.
type Note = Problem //nolint:errname // it is what a person should know, no error

// Error is everything that is wrong with a scenario, in the order of its lines.
type Error struct{ Problems []Problem }

func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// problems gathers what is wrong with one file.
type problems struct {
	file string
	all  []Problem
}

// Refuse adds what is wrong at a position.
func (p *problems) Refuse(at Position, format string, args ...any) {
	p.all = append(p.all, Problem{File: p.file, At: at, Message: mapping.Messagef(format, args...)})
}

// mostProblems is how many are told; what is beyond does not help anybody.
const mostProblems = 50

// err returns all that was refused in one error, nil for nothing.
func (p *problems) err() error {
	if len(p.all) == 0 {
		return nil
	}
	sortProblems(p.all)
	if len(p.all) > mostProblems {
		more := Problem{File: p.file, Message: mapping.Messagef("and %d more", len(p.all)-mostProblems)}
		p.all = append(p.all[:mostProblems], more)
	}
	return &Error{p.all}
}

func sortProblems(all []Problem) {
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
}

// hint suggests the known word that is nearest, or that a word is a part of; where
// there is none it says what it is told to.
func hint(word string, known []string, otherwise mapping.Message) mapping.Message {
	const least = 3 // shorter parts are in anything
	part := ""
	for _, k := range known {
		if len(word) >= least && strings.Contains(k, word) {
			if part != "" {
				part = ""
				break
			}
			part = k
		}
	}
	if part != "" {
		otherwise = mapping.Messagef("; did you mean %q?", part)
	}
	return mapping.Hint(word, known, otherwise)
}
