package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong with a mapping file.
type Problem struct {
	File    string
	At      Position
	Message string
}

func (p Problem) Error() string {
	switch {
	case p.At.Line == 0:
		return p.File + ": " + p.Message
	case p.At.Column == 0:
		return fmt.Sprintf("%s:%d: %s", p.File, p.At.Line, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.At.Line, p.At.Column, p.Message)
}

// Error is everything that is wrong with mapping files, in the order of their
// lines, so that all of it can be mended at once.
type Error struct{ Problems []Problem }

func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Problems gathers what is wrong with one file.
type Problems struct {
	file string
	all  []Problem
}

// Of returns an empty list for a file.
func Of(file string) *Problems { return &Problems{file: file} }

// Refuse adds what is wrong at a position.
func (p *Problems) Refuse(at Position, format string, args ...any) {
	p.all = append(p.all, Problem{p.file, at, fmt.Sprintf(format, args...)})
}

// Err returns all that was refused in one error, nil for nothing.
func (p *Problems) Err() error {
	if len(p.all) == 0 {
		return nil
	}
	slices.SortStableFunc(p.all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	const most = 50 // what is beyond does not help anybody
	if len(p.all) > most {
		p.all = append(p.all[:most], Problem{File: p.file, Message: fmt.Sprintf("and %d more", len(p.all)-most)})
	}
	return &Error{p.all}
}
