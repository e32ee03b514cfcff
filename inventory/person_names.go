package inventory

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// givenNames are common names of people, placeWords words that no person is
// called by. Both are evidence, not proof.
var (
	givenNames = sync.OnceValue(func() map[string]bool { return wordFile("given_names.txt") })
	placeWords = sync.OnceValue(func() map[string]bool { return wordFile("place_words.txt") })
)

func wordFile(name string) map[string]bool {
	set := make(map[string]bool)
	for line := range dataLines(name) {
		for word := range strings.FieldsSeq(strings.Join(line, " ")) {
			set[word] = true
		}
	}
	return set
}

// nameParticles stand in the middle of names.
var nameParticles = wordSet("de da do dos di du des del della la le van von der den ter ten al el bin ibn ben st mac mc o")

// nameShape returns whether a text is written like the name of a person — two
// to four capitalised words, or “Surname, Given” —, none of them a word of
// places and organisations, and whether a common given name is among them.
func nameShape(text string) (shaped, given bool) {
	const longest = 60
	if len(text) < 3 || len(text) > longest {
		return false, false
	}
	count, initials := 0, 0
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		first, _ := utf8.DecodeRuneInString(token)
		for _, r := range token {
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
				return false, false
			}
		}
		word := words(token)
		switch {
		case nameParticles[word] && count > 0:
			continue
		case !unicode.IsUpper(first):
			return false, false
		case utf8.RuneCountInString(token) == 1:
			initials++
			continue
		case placeWords()[word]:
			return false, false
		}
		count++
		for part := range strings.FieldsSeq(word) {
			given = given || givenNames()[part]
		}
	}
	if strings.Count(text, ",") > 1 {
		return false, false
	}
	return count >= 1 && count <= 4 && count+initials >= 2, given
}

// looksLikeName reports whether a text is a name where something else, such as
// a title before it, already says so: a single word will do then.
func looksLikeName(text string, single bool) bool {
	text = strings.TrimSpace(text)
	if shaped, _ := nameShape(text); shaped {
		return true
	}
	if !single || strings.ContainsRune(text, ' ') || text == "" {
		return false
	}
	shaped, _ := nameShape("X " + text)
	return shaped
}

// isSurnameGiven reports whether a text is “Surname, Given” with a common given
// name: “Perth, Victoria” is not.
func isSurnameGiven(text string) bool {
	surname, rest, ok := strings.Cut(text, ", ")
	if !ok || strings.Count(surname, " ") > 1 {
		return false
	}
	given, _, _ := strings.Cut(rest, " ")
	if !givenNames()[words(given)] {
		return false
	}
	shaped, _ := nameShape(text)
	return shaped
}
