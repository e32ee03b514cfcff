package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/internal/nearest"
	"govfootprint/inventory/mapping"
)

// Phrase is a sentence of the program that is put into a language only when it
// is said: an English format, as package fmt has it, which is also what other
// languages find their own by, and its arguments. In English a phrase needs no
// catalogue; [Catalogue.Sayf] says it in any language.
type Phrase struct {
	format string
	args   []any
}

// Phrasef makes a phrase.
func Phrasef(format string, args ...any) Phrase { return Phrase{format, args} }

// String returns the phrase in English.
func (p Phrase) String() string { return fmt.Sprintf(verbs(p.format), p.args...) }

// Suggestion asks whether a word was meant.
func Suggestion(word string) Phrase { return Phrasef("; did you mean %q?", word) }

// Hint suggests the nearest known word, nothing where none is near.
func Hint(word string, known []string) Phrase {
	if near, ok := nearest.Of(word, known); ok {
		return Suggestion(near)
	}
	return Phrase{}
}

// phraseError is an error that can be said in any language.
type phraseError struct{ Phrase }

// Errorf makes an error of a phrase. It wraps the errors among its arguments.
func Errorf(format string, args ...any) error { return &phraseError{Phrasef(format, args...)} }

// Error returns the error in English.
func (e *phraseError) Error() string { return e.String() }

// Unwrap returns the errors among the arguments.
func (e *phraseError) Unwrap() []error {
	var inner []error
	for _, arg := range e.args {
		if err, ok := arg.(error); ok {
			inner = append(inner, err)
		}
	}
	return inner
}

// verbs makes a format for errors one for texts.
func verbs(format string) string { return strings.ReplaceAll(format, "%w", "%v") }

// Count is a number of things, among the arguments of a phrase: 1 row, 2 rows.
// The nouns are English; other languages find their own by them.
type Count struct {
	N         int64
	One, Many string
}

// String returns the count in English.
func (n Count) String() string { return spelled((*Catalogue)(nil), n) }

// spelled writes a count in the language of a catalogue, nil for English.
func spelled(c *Catalogue, n Count) string {
	if c == nil {
		c, _ = english() // a catalogue that cannot be read is found by the first test
	}
	if c.singular(n.N) {
		return c.numbers.Int(n.N) + " " + c.Say(n.One)
	}
	return c.numbers.Int(n.N) + " " + c.Say(n.Many)
}

// Speaker is what can say itself in the language of a catalogue.
type Speaker interface{ In(c *Catalogue) string }

// readPhrases reads the phrases of a language, by their English. English has no file.
func readPhrases(from fs.FS, name, typography string) (map[string]string, error) {
	phrases := make(map[string]string)
	data, err := fs.ReadFile(from, name)
	if errors.Is(err, fs.ErrNotExist) {
		return phrases, nil
	}
	if err != nil {
		return nil, err
	}
	var written map[string]string
	if err := yaml.Unmarshal(data, &written); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for english, text := range written {
		phrases[verbs(english)] = typesetFormat(typography, verbs(text))
	}
	return phrases, nil
}

// typesetFormat is typeset for a format, in which a single percent sign begins a verb.
func typesetFormat(typography, text string) string {
	const verb = "\x00"
	text = formatVerb.ReplaceAllString(text, verb+"$1")
	return strings.ReplaceAll(typeset(typography, text), verb, "%")
}

var formatVerb = regexp.MustCompile(`%([^%])`)

// HasPhrase reports whether the language has its own words for an English phrase.
func (c *Catalogue) HasPhrase(english string) bool {
	_, ok := c.phrases[verbs(english)]
	return ok
}

// Phrases returns the phrases of the language by their English.
func (c *Catalogue) Phrases() map[string]string { return c.phrases }

// Sayf says a phrase in the language. Arguments that are phrases, counts and
// errors are said in it, too; %q quotes as the language does. What the language
// has no words for is said in English.
func (c *Catalogue) Sayf(format string, args ...any) string {
	format = verbs(format)
	if own, ok := c.phrases[format]; ok {
		format = own
	}
	said := make([]any, len(args))
	for i, arg := range args {
		said[i] = spoken{c, arg}
	}
	return fmt.Sprintf(format, said...)
}

// suggestion is what package nearest adds to a message.
var suggestion = regexp.MustCompile(`^; did you mean "?(.*?)"?\?$`)

// partForms are parts of messages about factor packs that hold something of their own.
var partForms = []string{"write %s", "the impact %s", "the subject %s", "at least %s", "a %s distribution needs low and high"}

// yearRun is several years in a row.
var yearRun = regexp.MustCompile(`(\d{4}) to (\d{4})`)

// Say says a text without arguments, a suggestion, or a part of a message, in
// the language.
func (c *Catalogue) Say(text string) string {
	if len(c.phrases) == 0 {
		return text
	}
	if own, ok := c.phrases[text]; ok {
		return own
	}
	if m := suggestion.FindStringSubmatch(text); m != nil {
		return c.Sayf("; did you mean %q?", m[1])
	}
	if said, ok := c.sayForm(partForms, text); ok {
		return said
	}
	return yearRun.ReplaceAllString(text, c.Label("range", "$1", "$2"))
}

// sayForm says a text that has one of several forms, with what it holds.
func (c *Catalogue) sayForm(forms []string, text string) (string, bool) {
	for _, form := range forms {
		before, after, _ := strings.Cut(form, "%s")
		inner, ok := strings.CutPrefix(text, before)
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, after); ok && inner != "" {
			own := inner
			if said, ok := c.phrases[inner]; ok {
				own = said
			}
			return c.Sayf(form, own), true
		}
	}
	return text, false
}

// Error says an error in the language.
func (c *Catalogue) Error(err error) string {
	switch e := err.(type) { //nolint:errorlint // what wraps an error says more than what it wraps
	case nil:
		return ""
	case *phraseError:
		return c.Sayf(e.format, e.args...)
	case Speaker:
		return e.In(c)
	case mapping.Problem:
		return c.Sayf("%s: %s", e.Place(), e.Message)
	case *mapping.Error:
		lines := make([]string, len(e.Problems))
		for i, problem := range e.Problems {
			lines[i] = c.Error(problem)
		}
		return strings.Join(lines, "\n")
	case *scenario.Error:
		lines := make([]string, len(e.Problems))
		for i, problem := range e.Problems {
			lines[i] = c.Error(problem)
		}
		return strings.Join(lines, "\n")
	case factors.Issue:
		return c.IssueSentence(e)
	case *factors.LoadError:
		lines := make([]string, len(e.Issues))
		for i, issue := range e.Issues {
			lines[i] = c.IssueSentence(issue)
		}
		return strings.Join(lines, "\n")
	case interface{ Unwrap() []error }:
		lines := make([]string, len(e.Unwrap()))
		for i, inner := range e.Unwrap() {
			lines[i] = c.Error(inner)
		}
		return strings.Join(lines, "\n")
	default:
		return c.Say(err.Error())
	}
}

// quote puts a value from outside between the language's quotation marks, with
// what cannot be seen written out.
func (c *Catalogue) quote(s string) string {
	quoted := strconv.Quote(s)
	text := c.Label("quoted", quoted[1:len(quoted)-1])
	if strings.HasPrefix(text, `"`) {
		return text
	}
	return strings.ReplaceAll(text, `\"`, `"`) // between other marks it stands as it is
}

// spoken is an argument of a phrase on its way into a language.
type spoken struct {
	catalogue *Catalogue
	value     any
}

// Format is what package fmt calls for a verb.
func (s spoken) Format(state fmt.State, verb rune) {
	value := s.value
	switch v := value.(type) {
	case Phrase:
		value = s.catalogue.Sayf(v.format, v.args...)
	case mapping.Message:
		value = s.catalogue.Sayf(v.Format, v.Args...)
	case Count:
		value = spelled(s.catalogue, v)
	case Speaker:
		value = v.In(s.catalogue)
	case error:
		value = s.catalogue.Error(v)
	case fmt.Stringer:
		value = v.String()
	}
	if text, ok := value.(string); ok && verb == 'q' {
		value, verb = s.catalogue.quote(text), 's'
	}
	fmt.Fprintf(state, fmt.FormatString(state, verb), value)
}
