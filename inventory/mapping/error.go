package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"govfootprint/internal/nearest"
)

// Problem is one thing that is wrong with a mapping file.
type Problem struct {
	File    string
	At      Position
	Message Message
}

// A Message is what is wrong, or a part of that: a format in English, as package
// fmt has it, and its arguments, among which messages may be. Who says it in
// another language finds its words by the format.
type Message struct {
	Format string
	Args   []any
}

// Messagef makes a message.
func Messagef(format string, args ...any) Message { return Message{format, args} }

// Verbatim makes a message of a text that is the same in all languages, such as a key.
func Verbatim(text string) Message { return Message{"%s", []any{text}} }

// Hint suggests the nearest known word; where none is near it says what it is
// told to.
func Hint(word string, known []string, otherwise Message) Message {
	if near, ok := nearest.Of(word, known); ok {
		return Messagef("; did you mean %q?", near)
	}
	return otherwise
}

// String returns the message in English.
func (m Message) String() string { return fmt.Sprintf(m.Format, m.Args...) }

// Place says where the problem is: file, line, column.
func (p Problem) Place() string {
	switch {
	case p.At.Line == 0:
		return p.File
	case p.At.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.At.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.At.Line, p.At.Column)
}

func (p Problem) Error() string { return p.Place() + ": " + p.Message.String() }

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
	p.all = append(p.all, Problem{p.file, at, Message{format, args}})
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
		p.all = append(p.all[:most], Problem{File: p.file, Message: Messagef("and %d more", len(p.all)-most)})
	}
	return &Error{p.all}
}
