// Package wording turns codes into sentences. The libraries below reports find
// problems and name them by code, with arguments and a position; here they
// become texts for a person who must mend something, in that person's language.
//
// The texts are data, one file a language (en.yaml, fr.yaml). They say what is wrong
// with which value, what was expected, and what to do.
package wording

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"govfootprint/reports/figure"
)

//go:embed *.yaml phrases/*.yaml
var files embed.FS

// Catalogue holds the texts of one language. It is immutable.
type Catalogue struct {
	language string
	numbers  figure.Style
	labels   map[string]template

	typography       string
	singularBelowTwo bool // whether the language counts 0 and 0.5 as it counts 1
	messages         map[Origin]map[string]message
	phrases          map[string]string // of the command line, by their English
}

// Origin is where a code comes from; each has its own codes.
type Origin string

// Origins of codes.
const (
	Inventory Origin = "inventory" // problems with rows, sheets and files
	Findings  Origin = "findings"  // what the assessment found: gaps, assumptions, warnings
	Factors   Origin = "factors"   // issues with factor packs
)

// message is what a catalogue says about one code.
type message struct{ title, text, fix template }

// Message is what a person reads about one problem.
type Message struct {
	Title string // a few words for the kind of problem, to count by
	Text  string // what is wrong here, with the value and what was expected
	Fix   string // what to do
}

// document is a catalogue file as written.
type document struct {
	Language string `yaml:"language"`
	Numbers  struct {
		Point            string `yaml:"point"`
		Group            string `yaml:"group"`
		Percent          string `yaml:"percent"`
		SingularBelowTwo bool   `yaml:"singular_below_two"`
	} `yaml:"numbers"`
	Typography string             `yaml:"typography"` // french, or empty
	Labels     map[string]string  `yaml:"labels"`
	Inventory  map[string]written `yaml:"inventory"`
	Findings   map[string]written `yaml:"findings"`
	Factors    map[string]written `yaml:"factors"`
}

type written struct {
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
	Fix   string `yaml:"fix"`
}

// Languages are the codes of the languages that there are texts in, the default first.
var Languages = []string{"en", "fr"}

// Each catalogue is read once: it is embedded and never changes.
var (
	english = sync.OnceValues(func() (*Catalogue, error) { return read(files, "en.yaml") })
	french  = sync.OnceValues(func() (*Catalogue, error) { return readOver(english, "fr.yaml") })
)

// readOver reads a catalogue, with the texts of another for what it lacks: a
// sentence in the wrong language says more than a code. A test keeps anything
// from being lacking for long.
func readOver(other func() (*Catalogue, error), name string) (*Catalogue, error) {
	c, err := read(files, name)
	if err != nil {
		return nil, err
	}
	below, err := other()
	if err != nil {
		return nil, err
	}
	for key, t := range below.labels {
		if _, ok := c.labels[key]; !ok {
			c.labels[key] = t
		}
	}
	for origin, messages := range below.messages {
		for code, m := range messages {
			if _, ok := c.messages[origin][code]; !ok {
				c.messages[origin][code] = m
			}
		}
	}
	return c, nil
}

// In returns the catalogue of a language, by its code: en or fr; empty for English.
func In(language string) (*Catalogue, error) {
	switch language {
	case "", "en":
		return english()
	case "fr":
		return french()
	}
	return nil, fmt.Errorf("language %q: there are no texts in it; there are in %s", language, strings.Join(Languages, ", "))
}

// read reads a catalogue file. The error joins everything that is wrong with it.
func read(from fs.FS, name string) (*Catalogue, error) {
	file, err := from.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var doc document
	decoder := yaml.NewDecoder(file)
	decoder.KnownFields(true)
	if err := decoder.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c := &Catalogue{
		language: doc.Language,
		numbers:  figure.Style{Point: doc.Numbers.Point, Group: doc.Numbers.Group, PercentSign: cmp.Or(doc.Numbers.Percent, "%")},
		labels:   make(map[string]template, len(doc.Labels)),
		messages: make(map[Origin]map[string]message),

		typography:       doc.Typography,
		singularBelowTwo: doc.Numbers.SingularBelowTwo,
	}
	var wrong []error
	parsed := func(key, text string) template {
		t, err := parse(typeset(doc.Typography, text))
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %s: %w", name, key, err))
		}
		return t
	}
	for key, text := range doc.Labels {
		c.labels[key] = parsed(key, text)
	}
	for origin, messages := range map[Origin]map[string]written{Inventory: doc.Inventory, Findings: doc.Findings, Factors: doc.Factors} {
		c.messages[origin] = make(map[string]message, len(messages))
		for code, w := range messages {
			key := string(origin) + "." + code
			c.messages[origin][code] = message{parsed(key, w.Title), parsed(key, w.Text), parsed(key, w.Fix)}
		}
	}
	c.phrases, err = readPhrases(from, "phrases/"+name, doc.Typography)
	return c, errors.Join(append(wrong, err)...)
}

// Language returns the code of the catalogue's language.
func (c *Catalogue) Language() string { return c.language }

// Numbers returns how the language writes numbers.
func (c *Catalogue) Numbers() figure.Style { return c.numbers }

// Label returns the text of a heading, a word or a short sentence, with its
// arguments by position. A label that is missing is its own key.
func (c *Catalogue) Label(key string, args ...any) string {
	return c.LabelWith(key, Positional(args))
}

// LabelWith is [Catalogue.Label] with arguments by name.
func (c *Catalogue) LabelWith(key string, args Args) string {
	t, ok := c.labels[key]
	if !ok {
		return key
	}
	return c.fill(t, args)
}

// Name returns the name of a value of a vocabulary, such as the category
// "all-in-one" or the stage "use"; values that have none, such as departments,
// are their own names.
func (c *Catalogue) Name(vocabulary, value string) string {
	if t, ok := c.labels[vocabulary+"."+value]; ok {
		return c.fill(t, nil)
	}
	return value
}

// Has reports whether the catalogue has a label.
func (c *Catalogue) Has(key string) bool { _, ok := c.labels[key]; return ok }

// HasPrefix reports whether the catalogue has labels that begin so.
func (c *Catalogue) HasPrefix(prefix string) bool {
	for key := range c.labels {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// HasCode reports whether the catalogue says something about a code.
func (c *Catalogue) HasCode(origin Origin, code string) bool {
	_, ok := c.messages[origin][code]
	return ok
}

// Codes returns the codes of an origin that the catalogue knows, sorted.
func (c *Catalogue) Codes(origin Origin) []string {
	return slices.Sorted(maps.Keys(c.messages[origin]))
}

// Message returns what the catalogue says about a code. A code without a text
// is shown as it is, with its arguments, so that nothing is ever hidden.
func (c *Catalogue) Message(origin Origin, code string, args Args) Message {
	m, ok := c.messages[origin][code]
	if !ok {
		text := strings.ReplaceAll(code, "_", " ")
		if value, ok := args["value"]; ok && value != "" {
			text += fmt.Sprintf(": %v", value)
		}
		return Message{Title: strings.ReplaceAll(code, "_", " "), Text: text}
	}
	return Message{
		Title: c.fill(m.title, args),
		Text:  c.fill(m.text, args),
		Fix:   c.fill(m.fix, args),
	}
}
