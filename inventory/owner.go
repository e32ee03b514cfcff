package inventory

import "strings"

// personalPhrases say in the text of a type or model that a thing is not its keeper's.
var personalPhrases = []string{"student owned", "pupil owned", "personally owned", "privately owned", "employee owned", "staff owned", "user owned", "byod", "bring your own device"}

// ownerIn returns the ownership that texts of a thing tell in passing, nil for none.
func ownerIn(texts ...string) *wordValue {
	for _, text := range texts {
		spaced := " " + words(text) + " "
		for _, phrase := range personalPhrases {
			if strings.Contains(spaced, " "+phrase+" ") {
				v := vocabularyOf(fieldOwnership, "")
				w := wordValueOf(v, wordMeaning{value: string(Personal)}, text)
				return &w
			}
		}
	}
	return nil
}
