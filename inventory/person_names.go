package inventory

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"govfootprint/inventory/recognition"
)

// givenNames are common names of people, placeWords words that no person is
// called by. Both are evidence, not proof.
var (
	givenNames = sync.OnceValue(func() map[string]bool { return wordFile("given_names.txt") })
	placeWords = sync.OnceValue(func() map[string]bool { return wordFile("place_words.txt") })
)

// namesakes are people after whom places are called.
var namesakes = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for line := range dataLines("namesakes.txt") {
		for name := range strings.SplitSeq(strings.Join(line, " "), ";") {
			set[strings.TrimSpace(name)] = true
		}
	}
	return set
})

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
	if lead := leadOf(text); saints[lead] && strings.ContainsRune(text, ' ') { // St Thomas
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

// saints begin the names of places that are called after one.
var saints = wordSet("st saint sainte san santa santo sankt sint")

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

// notNames are given names that are ordinary words as well, in small letters.
var notNames = wordSet("will mark max bill joy june dawn grant rob pat ray sue jan dean guy jade iris art hazel holly lily rosie ivy grace ruby faith hope an ed al les jo max see may")

// introductions are words after which a name stands.
var introductions = wordSet("by to for with attn attention c/o loan lent herr frau fraulein senor senora senorita sig signora lord lady sir dame mr mrs ms miss dr prof de chez a par pour von fur")

// dateWords are read in dates; some of them are names of people, too.
var dateWords = wordSet("jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december mon tue wed thu fri sat sun")

// mayName reports whether a text that should be a word, a number or a date may
// name a person all the same: it holds a given name, two capitalised words side
// by side of which nobody knows one, or a capitalised one after “to”, “Herr” and
// the like. It errs on the side of the person.
func mayName(text string) bool {
	capitals, introduced := false, false // of the word before
	neutral := false
	for text != "" {
		start := strings.IndexFunc(text, unicode.IsLetter)
		if start < 0 {
			return false
		}
		if gap := text[:start]; strings.ContainsAny(gap, "0123456789()[]/<>|") || strings.Contains(gap, " - ") || strings.Contains(gap, "–") {
			capitals = false
		}
		end := start + strings.IndexFunc(text[start:]+" ", func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
		token := text[start:end]
		text = text[end:]
		word := words(token)
		first, _ := utf8.DecodeRuneInString(token)
		upper := unicode.IsUpper(first)
		known := isOrdinaryWord(word)
		for part := range strings.FieldsSeq(word) {
			if givenNames()[part] && !dateWords[part] && (upper || !notNames[part]) {
				return true
			}
		}
		count := utf8.RuneCountInString(token)
		isName := upper && count != 2 && (count > 3 || count == 1 || strings.ToUpper(token) != token)
		if isName && (capitals && (!known || !neutral) || introduced && !known && count > 1) {
			return true
		}
		capitals, neutral, introduced = isName, known, introductions[word]
	}
	return false
}

// isOrdinaryWord reports whether a word is one of places, organisations,
// devices, dates or the vocabularies of inventories.
func isOrdinaryWord(word string) bool {
	return placeWords()[word] || hostKindWords[word] || dateWords[word] || begins(word, "device") || vocabularyWords()[word]
}

// vocabularyWords are all words of the small vocabularies.
var vocabularyWords = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for _, v := range vocabularies() {
		if v == nil {
			continue
		}
		for words := range v.byWord {
			for word := range strings.FieldsSeq(words) {
				set[word] = true
			}
		}
	}
	return set
})

// isPersonsName reports whether a text is two or three capitalised words, a
// given name among them, of which the catalogue of things knows none.
func isPersonsName(text string) bool {
	const longest = 3
	if shaped, given := nameShape(text); !shaped || !given || strings.Count(text, " ") >= longest {
		return false
	}
	for token := range strings.FieldsSeq(text) {
		if recognition.KnowsType(token) || recognition.IsMaker(token) {
			return false
		}
	}
	return !recognition.KnowsType(text) && !recognition.IsMaker(text)
}
