package cli

import (
	"strings"

	"govfootprint/reports/wording"
)

// errorf makes an error that is put into the person's language when it is told.
// The English of its format is what other languages find their own words by; a
// test lists those that French lacks.
func errorf(format string, args ...any) error { return wording.Errorf(format, args...) }

// phrase makes a part of a message, to be put into the person's language with it.
func phrase(format string, args ...any) wording.Phrase { return wording.Phrasef(format, args...) }

// heads says the headings of a table's columns, with tabs between.
func (a *App) heads(names ...string) string {
	for i, name := range names {
		names[i] = a.say(name)
	}
	return strings.Join(names, "\t")
}

// say says a text without arguments in the person's language.
func (a *App) say(text string) string { return a.texts.Say(text) }
