package inventory

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"govfootprint/inventory/recognition"
)

// Names of people inside other text: “Ms Smith house”, “Office of Jane Doe”,
// “Latitude 5420 (Jane Doe)”. A title, a phrase that is said of people alone or a
// given name beside another name tell them; a building or a department that is
// called after somebody says what it is: Dr Gray's Hospital.

// titles are those by which people are called in passing. Capitals alone are
// other things: MS is Microsoft, DR disaster recovery.
var titles = wordSet("mr mrs ms mx miss mister dr prof professor mme mlle madame monsieur herr frau")

// privateWords are what of a person's stands behind the name, be it the person's
// home or the desk at work; other words of places make an institution of it.
var privateWords = wordSet("house home flat office room desk residence cottage team place house apartment address bureau laptop pc")

// A namedWord is a word of a text, with where it begins and ends.
type namedWord struct {
	text     string // as it stands
	word     string // as it is looked up
	from, to int
	capital  bool // a capitalised word of letters, written as names are
	apart    bool // something other than a space stands before it
}

// namedWordsOf splits a text into words. A possessive s is none of the word.
func namedWordsOf(text string) (list []namedWord) {
	const most = 40
	for at := 0; at < len(text) && len(list) < most; {
		start := strings.IndexFunc(text[at:], isWordRune)
		if start < 0 {
			break
		}
		start += at
		end := start + strings.IndexFunc(text[start:]+" ", func(r rune) bool { return !isWordRune(r) && r != '\'' && r != '’' && r != '-' })
		w := namedWord{text: text[start:end], from: start, to: end}
		for _, own := range []string{"'s", "’s", "'", "’"} {
			w.text = strings.TrimSuffix(w.text, own)
		}
		w.word = words(w.text)
		first, _ := utf8.DecodeRuneInString(w.text)
		w.capital = unicode.IsUpper(first) && !strings.ContainsFunc(w.text, unicode.IsDigit)
		w.apart = !sideBySide(text[at:start])
		list = append(list, w)
		at = end
	}
	return list
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isStrange reports whether a word is one that a surname may be: capitalised, and
// no word of places, devices, makers or products.
func (w *namedWord) isStrange() bool {
	return w.capital && !isOrdinaryWord(w.word) && !introductions[w.word] && (len(w.text) < 2 || !isKnownThing(w.text))
}

// isGiven reports whether a word is a given name and nothing else as well.
func (w *namedWord) isGiven() bool {
	return w.capital && givenNames()[w.word] && !dateWords[w.word] && !notNames[w.word] && !recognition.IsMaker(w.text)
}

// isTitle reports whether a word is a title.
func (w *namedWord) isTitle() bool {
	return titles[w.word] && (sureTitles[w.word] || w.text != strings.ToUpper(w.text))
}

// sureTitles are nothing else, in whatever letters.
var sureTitles = wordSet("mr mrs miss mme mlle")

// isLowerName reports whether a word in small letters may be a surname.
func (w *namedWord) isLowerName() bool {
	return !w.capital && !hasDigit(w.word) && len(w.word) > 2 && !isOrdinaryWord(w.word) && !introductions[w.word] && !isKnownThing(w.text)
}

// titled returns from which word to which a text calls somebody by a title: the
// title and the names after it.
func titled(list []namedWord) (from, to int, ok bool) {
	const most = 4 // names
	for i := range list {
		if !list[i].isTitle() {
			continue
		}
		end := i + 1
		if end < len(list) && articles[list[end].word] {
			continue // Mme la Maire holds an office
		}
		if end < len(list) && sureTitles[list[i].word] && list[end].isLowerName() { // mr smith
			end++
		}
		for end < len(list) && end <= i+most && (nameParticles[list[end].word] || list[end].isStrange() || list[end].capital && givenNames()[list[end].word]) {
			end++
		}
		if end > i+1 && (utf8.RuneCountInString(list[end-1].text) > 1 || end > i+2) {
			return i, end, true
		}
	}
	return 0, 0, false
}

var articles = wordSet("le la les l the")

// isInstitution reports whether the words behind a name make a place or a
// department of it: Miss Porter's School, Dr Gray's Hospital.
func isInstitution(behind []namedWord) bool {
	for i := range behind {
		if behind[i].apart {
			return false
		}
		if w := behind[i].word; placeWords()[w] && !privateWords[w] && len(w) > 3 {
			return true
		}
	}
	return false
}

// belongings are words after which “of” and a person may stand.
var belongings = wordSet("office desk room team house home flat residence laptop notebook pc computer phone tablet monitor secretary pa assistant bureau cabinet study mailbox property device equipment")

// belonging returns from which word to which a text says whose something is:
// Office of Jane Doe, bureau de Mme Durand. Office of Fair Trading is none.
func belonging(list []namedWord) (from, to int, ok bool) {
	for i := 0; i+2 < len(list); i++ {
		if !belongings[list[i].word] || !introductions[list[i+1].word] && list[i+1].word != "of" && list[i+1].word != "du" {
			continue
		}
		at := i + 2
		if list[at].isTitle() {
			at++
		}
		if at == len(list) || !list[at].capital || !givenNames()[list[at].word] {
			continue
		}
		end := at + 1
		for end < len(list) && (list[end].isStrange() || nameParticles[list[end].word]) {
			end++
		}
		if !isInstitution(list[end:]) && (list[at].isGiven() || end > at+1) {
			return i, end, true
		}
	}
	return 0, 0, false
}

// namesInPassing reports whether a text about a place or a department names a
// person by a title or a phrase, and whether it is that person's home.
func namesInPassing(text string) (atHome, ok bool) {
	if !strings.Contains(text, " ") {
		return false, false
	}
	list := namedWordsOf(text)
	if n := len(list); (n == 2 || n == 3 && list[1].isStrange()) && list[0].isGiven() && len(list[n-2].text) < list[n-2].to-list[n-2].from && privateWords[list[n-1].word] { // Jane's desk
		return homes[list[n-1].word], true
	}
	if _, end, is := titled(list); is && !isInstitution(list[end:]) && !calledAfter(list[:end]) {
		return end < len(list) && homes[list[end].word], true
	}
	for i := 1; i+1 < len(list); i++ { // used by Jane Doe
		if handing[list[i-1].word] && list[i].isGiven() && list[i+1].isStrange() && !list[i+1].apart && !isInstitution(list[i+2:]) {
			return false, true
		}
	}
	if from, _, is := belonging(list); is {
		return homes[list[from].word], true
	}
	return false, false
}

// handing are words after which in the name of a department or site a person stands.
var handing = wordSet("by ask contact to attn")

// calledAfter reports whether the word before a title makes a place of it: Hôpital
// Mme Curie, Library of Professor Hall.
func calledAfter(list []namedWord) bool {
	for i := range list {
		if !list[i].isTitle() {
			continue
		}
		before := i - 1
		for before > 0 && (nameParticles[list[before].word] || list[before].word == "of") {
			before--
		}
		return before >= 0 && institutions[list[before].word]
	}
	return false
}

// institutions are words before which people stand after whom a place is called.
var institutions = wordSet("school ecole lycee college hopital hospital library bibliotheque centre center square building rue avenue institute institut clinic clinique foundation fondation museum musee stade gymnase")

var homes = wordSet("house home flat residence cottage apartment")

var (
	asideStart = regexp.MustCompile(`[(\[<]|\s[-–—/|]\s|,\s|;\s|:\s`)
	asideEnd   = regexp.MustCompile(`[)\]>]|\s[-–—/|]\s|,\s|;\s|$`)
)

// personInThing returns where a text about a thing names a person: by a title, a
// phrase, an aside that is a name, or a given name before one that no catalogue
// knows.
func personInThing(text string) (from, to int, ok bool) {
	list := namedWordsOf(text)
	if i, end, is := titled(list); is {
		return list[i].from, list[end-1].to, true
	}
	if i, end, is := belonging(list); is {
		return list[i+1].from, list[end-1].to, true
	}
	if from, to, ok = nameAside(text); ok {
		return from, to, true
	}
	for i := range list {
		if first, last, is := nameAt(text, list, i); is {
			return list[first].from, list[last].to, true
		}
	}
	return 0, 0, false
}

// nameAside returns where a name stands that marks or brackets set off from the
// rest of a text.
func nameAside(text string) (from, to int, ok bool) {
	starts := asideStart.FindAllStringIndex(text, -1)
	if len(starts) > 0 && text[starts[0][0]] == ',' { // Doe, Jane - Latitude 5420
		given := starts[0][1]
		if end := given + asideEnd.FindStringIndex(text[given:])[0]; end < len(text) && isSurnameGiven(text[:end]) {
			return 0, end, true
		}
	}
	for _, start := range starts {
		end := asideEnd.FindStringIndex(text[start[1]:])
		aside := text[start[1] : start[1]+end[0]]
		if shaped, given := nameShape(aside); shaped && given && !isProduct(aside) {
			return start[0], start[1] + end[0], true
		}
	}
	return 0, 0, false
}

// nameAt returns the first and the last word of a name in running text, of which a
// word is the initial or the given name.
func nameAt(text string, list []namedWord, i int) (first, last int, ok bool) {
	next := i + 1
	if next < len(list) && list[i].capital && len(list[i].text) == 1 && strings.HasPrefix(text[list[i].to:], ".") && len(list[next].text) > 2 && list[next].isStrange() { // J. Doe
		return i, next, true
	}
	if i > 0 && hasDigit(list[i-1].word) && !list[i].apart && endsAsName(list[i:]) { // Latitude 5420 jane doe
		return i, len(list) - 1, true
	}
	if !list[i].isGiven() {
		return 0, 0, false
	}
	if i > 0 && (introductions[list[i-1].word] || asking[list[i-1].word]) {
		for next < len(list) && (list[next].isStrange() || nameParticles[list[next].word]) {
			next++
		}
		return i - 1, next - 1, true
	}
	for next < len(list) && (nameParticles[list[next].word] || utf8.RuneCountInString(list[next].text) == 1 && list[next].capital) {
		next++
	}
	if next == len(list) || !list[next].isStrange() || !sideBySide(text[list[next-1].to:list[next].from]) {
		return 0, 0, false
	}
	return i, next, !makersLikePeople[list[i].word+" "+list[next].word]
}

// makersLikePeople are makers that are called like people.
var makersLikePeople = map[string]bool{
	"allen bradley": true, "allen heath": true, "ashley audio": true, "carl zeiss": true, "christie digital": true, "elizabeth arden": true, "herman miller": true,
	"karl storz": true, "martin audio": true, "martin professional": true, "robert bosch": true, "rupert neve": true, "thomas krenn": true, "thomas betts": true,
}

// asking are further words before the name of a person.
var asking = wordSet("of ask contact see user from via")

// endsAsName reports whether the last words of a text are a given name, in
// whatever letters, and at most two that nobody knows.
func endsAsName(list []namedWord) bool {
	const most = 3
	first := list[0].word
	if len(list) > most || !givenNames()[first] || dateWords[first] || notNames[first] || recognition.IsMaker(list[0].text) {
		return false
	}
	for i := range list[1:] {
		if w := &list[i+1]; w.apart || !w.isStrange() && !w.isLowerName() {
			return false
		}
	}
	return true
}

// sideBySide reports whether nothing but spaces and a point stand between two words.
func sideBySide(gap string) bool { return strings.Trim(gap, " .") == "" }

// isProduct reports whether the catalogue knows a text or a word of it.
func isProduct(text string) bool {
	for token := range strings.FieldsSeq(text) {
		if recognition.IsMaker(token) || recognition.KnowsType(token) {
			return true
		}
	}
	return recognition.IsMaker(text) || recognition.Recognise(recognition.Thing{Model: text}).How != recognition.Unresolved
}

// productPart returns what the catalogue knows of a text in which a person was
// named, and nothing else of it: nobody can tell what else belongs to the person.
func productPart(text string) string {
	found := recognition.Recognise(recognition.Thing{Model: text})
	switch {
	case found.Left != "":
		return leftWordOf(text, found.Left)
	case found.How == recognition.Unresolved:
	case found.How == recognition.Identifier:
		return strings.TrimSpace(found.Manufacturer + " " + found.Model)
	case found.Family != "":
		return withoutNumbers(strings.TrimSpace(found.Manufacturer + " " + designationOf(text, found.Family)))
	}
	var known []string
	for token := range strings.FieldsSeq(text) {
		token = strings.Trim(token, ",;:()[]")
		if begins(strings.ToLower(token), "device") || recognition.IsTypeWord(token) || recognition.IsMaker(token) {
			known = append(known, token)
		}
	}
	return strings.Join(known, " ")
}

// leftWordOf returns the word for which a thing is left out.
func leftWordOf(text string, reason recognition.Reason) string {
	for token := range strings.FieldsSeq(text) {
		if token = strings.Trim(token, ",;:()[]"); recognition.Recognise(recognition.Thing{Model: token}).Left == reason {
			return token
		}
	}
	return ""
}

// withoutNumbers drops words that may be numbers of a device, a line or a person
// rather than a designation of a model.
func withoutNumbers(text string) string {
	const longest = 7
	var kept []string
	for word := range strings.FieldsSeq(text) {
		if m := marksOf(word); m.digits > 0 && (len(word) > longest || m.digits > 5 || len(word) == longest && m.digits < longest-1 && m.digits > 2) {
			continue
		}
		kept = append(kept, word)
	}
	return strings.Join(kept, " ")
}

// withoutContacts removes addresses, accounts and telephone numbers.
func withoutContacts(text string) string {
	for _, pattern := range []*regexp.Regexp{wholeEmail, phoneLabel, phonePattern, accountPattern} {
		text = pattern.ReplaceAllString(text, " ")
	}
	return text
}

var (
	wholeEmail     = regexp.MustCompile(`[^\s<>,;:"()]*@[^\s<>,;:"()]+`)
	accountPattern = regexp.MustCompile(`\S+\\\S+`)
)

// thingWithout returns what is left of a text about a thing that names a person
// or a way to one; ok reports whether it does.
func thingWithout(text string, m marks) (left string, ok bool) {
	if namesPerson(text, m) {
		return productOf(withoutContacts(text)), true
	}
	if !m.space || len(text) > maxAttribute {
		return text, false
	}
	if m.digits > 0 && streetInText.MatchString(text) {
		return productOf(text), true
	}
	from, to, ok := personInThing(text)
	if !ok {
		return text, false
	}
	return productOf(text[:from] + " " + text[to:]), true
}

// productOf returns the product part of a text without the people it names.
func productOf(text string) string {
	text = streetInText.ReplaceAllString(text, " ")
	for range 4 {
		from, to, ok := personInThing(text)
		if !ok {
			break
		}
		text = text[:from] + " " + text[to:]
	}
	text, _ = cutTechnical(text, marksOf(text))
	return productPart(tidy(text))
}
