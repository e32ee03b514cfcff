package recognition

// A typoIndex finds the word that was meant by one with a single letter wrong,
// missing, too many or in its neighbour's place: by what remains of both without
// one letter. Only long words are in it, which no other word is that near to.
type typoIndex map[string]string

// leastTypo is how many letters a word must have: "vostro" is too near to other words.
const leastTypo = 7

func (x typoIndex) add(word string) {
	if len(word) < leastTypo || hasDigit(word) {
		return
	}
	x[word] = word
	for i := range len(word) {
		key := word[:i] + word[i+1:]
		if have, taken := x[key]; taken && have != word {
			x[key] = "" // two words: neither
			continue
		}
		x[key] = word
	}
}

// correct returns the known word that a word was meant to be, empty for none and
// for one that is right.
func (x typoIndex) correct(word string) string {
	if len(word) < leastTypo-1 || len(word) > 20 || hasDigit(word) {
		return ""
	}
	if right, ok := x[word]; ok {
		if right == word {
			return ""
		}
		return right
	}
	for i := range len(word) {
		if right := x[word[:i]+word[i+1:]]; right != "" && right[0] == word[0] {
			return right
		}
	}
	return ""
}
