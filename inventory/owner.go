package inventory

import "strings"

// personalPhrases say in the text of a type or model that a thing is not its keeper's.
var personalPhrases = []string{"student owned", "pupil owned", "personally owned", "privately owned", "employee owned", "staff owned", "user owned", "byod", "bring your own device"}

// ownerIn returns the ownership that texts of a thing tell in passing, nil for none.
func ownerIn(texts ...string) *wordValue {
	for _, text := range texts {
		if saysPersonal(words(text)) {
			v := vocabularyOf(fieldOwnership, "")
			w := wordValueOf(v, wordMeaning{value: string(Personal)}, text)
			return &w
		}
	}
	return nil
}

// personalEndings say the same as the last word: Screen, own.
var personalEndings = map[string]bool{"own": true, "private": true, "prive": true, "privee": true, "privat": true, "eigen": true}

func saysPersonal(w string) bool {
	spaced := " " + w + " "
	for _, phrase := range personalPhrases {
		if strings.Contains(spaced, " "+phrase+" ") {
			return true
		}
	}
	before, last, found := strings.Cut(w, " ")
	if at := strings.LastIndexByte(w, ' '); at >= 0 {
		last = w[at+1:]
	}
	return found && (before == "own" || personalEndings[last])
}
