package config

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"govfootprint/reports/wording"
)

// Problem is one setting that cannot be used, and where it was set.
type Problem struct {
	Origin Origin
	Why    error
}

func (p Problem) Error() string { return p.Origin.String() + ": " + p.Why.Error() }

// In returns the problem in a language.
func (p Problem) In(c *wording.Catalogue) string {
	if p.Origin.Line > 0 {
		return p.Origin.String() + ": " + c.Error(p.Why) // as compilers write it, for editors that go there
	}
	return c.Label("problem.only", p.Origin.In(c), c.Error(p.Why))
}

// Error holds every problem found, in the order of the file, so that all of
// them can be mended at once.
type Error struct {
	Problems []Problem
}

func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// In returns the problems in a language.
func (e *Error) In(c *wording.Catalogue) string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.In(c)
	}
	return strings.Join(lines, "\n")
}

func (e *Error) add(origin Origin, why error) {
	e.Problems = append(e.Problems, Problem{Origin: origin, Why: why})
}

// sort puts the problems of the file in the order of its lines, before others.
func (e *Error) sort() {
	slices.SortStableFunc(e.Problems, func(a, b Problem) int {
		if a.Origin.File == "" || b.Origin.File == "" {
			return cmp.Compare(b.Origin.File, a.Origin.File)
		}
		return cmp.Or(cmp.Compare(a.Origin.Line, b.Origin.Line), cmp.Compare(a.Origin.Column, b.Origin.Column))
	})
}

func (e *Error) errorOrNil() error {
	if len(e.Problems) == 0 {
		return nil
	}
	return e
}

// IsProblem reports whether err is about what the person has set, rather than
// about reading it.
func IsProblem(err error) bool {
	var e *Error
	return errors.As(err, &e)
}
