package inventory

import (
	"cmp"
	"slices"
	"strings"

	"govfootprint/internal/nearest"
	"govfootprint/inventory/recognition"
)

// A Question is what nobody but a person can answer: what a type, a model or a
// word stands for. The answer is a line of a mapping.
type Question struct {
	Kind         QuestionKind
	Field        string // of a word: its canonical column
	Manufacturer string // of a model, as the inventory writes it
	Text         string // as the inventory writes it: the type, the model, the word
	Rows         int64
	Units        Tally  // that depend on the answer
	Suggestion   string // of the answer; empty where nothing is near
}

// QuestionKind says what is asked for.
type QuestionKind string

// The kinds of question.
const (
	AskCategory QuestionKind = "category" // the category of things of a type
	AskModel    QuestionKind = "model"    // the category of a maker's model
	AskWord     QuestionKind = "word"     // what a word of a small vocabulary means
)

// Questions are those of a reading.
type Questions struct {
	All     []*Question
	Omitted int64 // rows with further ones, beyond what is kept

	byKey map[questionKey]*Question
}

type questionKey struct {
	kind         QuestionKind
	field        string
	maker, words string
}

// mostQuestions is more than anybody will answer.
const mostQuestions = 10_000

func newQuestions() *Questions { return &Questions{byKey: make(map[questionKey]*Question)} }

// ask returns the question of a kind, new or asked before; nil where there are
// too many, or where the text is nothing to ask a person about.
func (q *Questions) ask(kind QuestionKind, f field, maker, text string) *Question {
	if q == nil || len(text)+len(maker) > 2*maxAttribute || quotableAs(text, aboutThing) != text || quotableAs(maker, aboutThing) != maker {
		return nil
	}
	key := questionKey{kind, f.String(), words(maker), words(text)}
	if key.maker == "" && key.words == "" {
		return nil
	}
	if have, ok := q.byKey[key]; ok {
		return have
	}
	if len(q.All) >= mostQuestions {
		return nil
	}
	question := &Question{Kind: kind, Field: key.field, Manufacturer: maker, Text: text}
	q.byKey[key] = question
	q.All = append(q.All, question)
	return question
}

// merge adds the questions of a file.
func (q *Questions) merge(other *Questions) {
	if q.byKey == nil {
		q.byKey = make(map[questionKey]*Question)
	}
	q.Omitted += other.Omitted
	for key, question := range other.byKey {
		if have, ok := q.byKey[key]; ok {
			have.Rows += question.Rows
			have.Units = have.Units.Add(question.Units)
			continue
		}
		q.byKey[key] = question
		q.All = append(q.All, question)
	}
}

// sort puts those first that most units depend on, and looks for suggestions.
func (q *Questions) sort() {
	q.All = slices.DeleteFunc(q.All, func(a *Question) bool { return a.Rows == 0 })
	slices.SortFunc(q.All, func(a, b *Question) int {
		return cmp.Or(b.Units.Cmp(a.Units), cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field),
			cmp.Compare(a.Manufacturer, b.Manufacturer), cmp.Compare(a.Text, b.Text))
	})
	const most = 200 // worth a look in lists of a thousand words
	for _, question := range q.All[:min(most, len(q.All))] {
		question.Suggestion = suggestion(question)
	}
}

// withhold drops the questions that a column of people shows to name one.
func (q *Questions) withhold(names func(list nameWords) bool) {
	if q == nil {
		return
	}
	q.All = slices.DeleteFunc(q.All, func(a *Question) bool {
		named := names(suspectOf(a.Text)) || names(suspectOf(a.Manufacturer))
		if named {
			delete(q.byKey, questionKey{a.Kind, a.Field, words(a.Manufacturer), words(a.Text)})
		}
		return named
	})
}

// count adds units that depend on the answer.
func (q *Question) count(units Tally) {
	q.Rows++
	q.Units = q.Units.Add(units)
}

// suggestion returns the answer that a question most likely has.
func suggestion(q *Question) string {
	switch q.Kind {
	case AskWord:
		f, _ := fieldByName(q.Field)
		if v := vocabularies()[f]; v != nil {
			return v.nearest(q.Text)
		}
	case AskCategory:
		return nearestType(q.Text)
	case AskModel:
		return nearestType(q.Text)
	}
	return ""
}

// nearest returns the value whose word resembles a text the most.
func (v *vocabulary) nearest(text string) string {
	known := make([]string, 0, len(v.byWord))
	for word, m := range v.byWord {
		if m.value != "" && len(word) > 3 {
			known = append(known, word)
		}
	}
	slices.Sort(known)
	near, ok := nearest.Of(words(text), known)
	if !ok {
		return ""
	}
	return v.byWord[near].value
}

// nearestType returns the category of the type whose name resembles a text, or
// one of its longer words, the most.
func nearestType(text string) string {
	known := recognition.TypeWords()
	const longEnough = 5
	for _, candidate := range append([]string{words(text)}, strings.Fields(words(text))...) {
		if len(candidate) < longEnough {
			continue
		}
		if near, ok := nearest.Of(candidate, known); ok {
			category, variant := recognition.CategoryOfType(near)
			if variant != "" {
				return category + "/" + variant
			}
			return category
		}
	}
	return ""
}

// ask returns what a person must say about a thing that nobody recognises: the
// category of its type, if it has one that is in no list, else that of its model.
func (c *converter) ask(t recognition.Thing, unknownType bool) *Question {
	for _, text := range []string{t.Type, t.Subtype, t.Manufacturer, t.Model} {
		if c.quote(text, fieldModel) != text {
			return nil // it names the user of the row, or may
		}
	}
	if unknownType && !isPlaceholder(words(t.Type)) {
		return c.questions.ask(AskCategory, fieldCategory, "", t.Type)
	}
	maker, model := t.Manufacturer, t.Model
	if isPlaceholder(words(model)) {
		model = ""
	}
	if isPlaceholder(words(maker)) {
		maker = ""
	}
	if maker == "" && model == "" { // a type that names a class of things, or a sub-category alone
		return c.questions.ask(AskCategory, fieldCategory, "", cmp.Or(t.Type, t.Subtype))
	}
	return c.questions.ask(AskModel, fieldModel, maker, model)
}

// askWord asks what a word means.
func (c *converter) askWord(f field, text string) {
	if c.quote(text, f) != text {
		return // it names the user of the row, or may
	}
	if q := c.questions.ask(AskWord, f, "", text); q != nil {
		q.count(c.quantity(false).units)
	}
}
