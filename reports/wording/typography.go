package wording

import "strings"

// frenchSpaces makes the spaces that French puts beside its signs such that no
// line breaks there: thin before ; : ! ? and %, full inside quotation marks.
var frenchSpaces = strings.NewReplacer(
	" ;", "\u202f;", " :", "\u202f:", " !", "\u202f!", " ?", "\u202f?", " %", "\u202f%",
	"« ", "«\u00a0", " »", "\u00a0»", "'", "’",
)

// Typeset puts a text that stands elsewhere than in the catalogue, such as the
// help of a command, into the typography of the language.
func (c *Catalogue) Typeset(text string) string { return typeset(c.typography, text) }

// typeset puts a catalogue's text into the typography of its language, so that
// the files can be written with the spaces of a keyboard.
func typeset(typography, text string) string {
	if typography == "french" {
		return frenchSpaces.Replace(text)
	}
	return text
}
