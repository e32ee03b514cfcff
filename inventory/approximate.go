package inventory

import (
	"slices"
	"strings"
)

// People who are not sure say so: ~60, env. 60, 2009?, c. 2019. What they mean is
// read, and told.

// aboutWords stand before or behind what is not exact.
var aboutWords = []string{"c", "ca", "circa", "approx", "approximately", "about", "around", "roughly", "env", "environ", "approximativement", "etwa", "ungefähr", "ungefaehr"}

// withoutAbout returns a text without the marks that say it is not exact, and
// whether it had any.
func withoutAbout(text string) (exact string, about bool) {
	exact = strings.Trim(text, "~≈± ?")
	about = strings.ContainsAny(text[:len(text)-len(strings.TrimLeft(text, "~≈± "))], "~≈±") || strings.HasSuffix(strings.TrimSpace(text), "?")
	if rest, ok := cutAboutWord(exact); ok {
		return rest, true
	}
	if i := strings.LastIndexByte(exact, ' '); i > 0 && isAboutWord(exact[i+1:]) {
		return strings.TrimSpace(exact[:i]), true
	}
	if !about {
		return text, false
	}
	return exact, true
}

// cutAboutWord cuts a word such as "env." off the beginning of a text.
func cutAboutWord(text string) (rest string, ok bool) {
	end := strings.IndexAny(text, ". 0123456789")
	if end <= 0 || !isAboutWord(text[:end]) {
		return text, false
	}
	return strings.TrimLeft(text[end:], ". "), true
}

func isAboutWord(word string) bool {
	return slices.Contains(aboutWords, strings.ToLower(strings.TrimSuffix(word, ".")))
}
