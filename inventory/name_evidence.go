package inventory

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"govfootprint/inventory/recognition"
)

// Whether “Jane Doe” in a column of departments is a person or a school, the
// cell does not say. Two things do: the columns of the same row that name its
// user, and the column as a whole, if nearly each of its values is another and
// reads like a name. Both are known only at the end of a sheet. Until then
// nothing quotes departments, sites and services, and what turns out to be
// names is then forgotten by the estate: its units count on, without the text.

// mostNameColumns bounds the columns of a row that are compared.
const mostNameColumns = 8

// nameMarks are parts of the keys of headers of columns that name people.
var nameMarks = []string{
	"user", "name", "owner", "assign", "checkedout", "issuedto", "allocatedto", "custodian", "keeper", "holder", "borrower", "contact", "employee", "staff", "person", "email", "mail", "upn", "login", "logon", "manager", "account",
	"initial", "usedby", "loanedto", "issued", "request", "approv", "caller", "technician", "supervisor", "teacher", "student", "pupil", "beneficiar", "receivedby",
	"utilisat", "usager", "nom", "agent", "affect", "attribuea", "detenteur", "proprietaire", "responsab", "gestionnaire", "courriel", "benutzer", "usuario", "utente",
}

// bearsNames reports whether a personal column names people, as opposed to
// telephones or remarks.
func bearsNames(h header) bool { return mentions(h.key, nameMarks...) }

// textEvidence is what the rows of a sheet show about a text of a column.
type textEvidence struct {
	rows, hits, full uint32 // rows that have it; of those, the ones whose user shares a word of it, and all of it
}

// columnNames gathers the evidence on the texts of one column, by their number.
type columnNames struct {
	texts    []textEvidence
	suspects map[uint32]nameWords
	distinct int
}

// nameWords are the words of a text that may be a name, in lower case.
type nameWords struct {
	words  [][]byte
	loose  bool     // not written like a name; only whole words of the person's cell count
	tokens [][]byte // of letters and digits; they count where they are a whole cell of a person, and mostly where they are a word of it
	alone  bool     // the text is one token, so that a word of a person's cell is enough
}

// isNone reports whether nothing of a text may be a name.
func (n *nameWords) isNone() bool { return len(n.words) == 0 && len(n.tokens) == 0 }

// nameWordsOf returns the words of a text that may name a person, none where it
// cannot because it says what it is.
func nameWordsOf(text string) nameWords {
	const longest = 60
	if len(text) > longest {
		return nameWords{}
	}
	tokens, alone := nameTokensOf(text)
	if list := writtenNames(text); len(list) > 0 {
		return nameWords{words: list, tokens: tokens, alone: alone}
	}
	list := looseNames(text)
	list.tokens, list.alone = tokens, alone
	return list
}

// nameTokensOf returns the words of letters and digits of a text that may be a
// short name or an account, and whether the text is nothing but one of them.
func nameTokensOf(text string) (list [][]byte, alone bool) {
	const shortest, number, most = 2, 5, 6
	count := 0
	spaced := isSpacedWords(text)
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isWordRune(r) }) {
		count++
		word := words(token)
		if spaced && placeWords()[word] && !privateWords[word] { // Example Agency, beside a user called Example
			return nil, false
		}
		m := marksOf(token)
		if utf8.RuneCountInString(token) < shortest || m.digits == len(token) && m.digits < number || isOrdinaryWord(word) || len(list) == most || isKnownThing(token) {
			continue
		}
		list = append(list, []byte(strings.ToLower(token)))
	}
	return list, count == 1
}

// isSpacedWords reports whether a text is letters and spaces, as names of
// departments and places are.
func isSpacedWords(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' })
}

// isKnownThing reports whether the catalogue knows a word. The words of a column
// repeat where its texts do not, and recognition takes long: answers are kept.
func isKnownThing(token string) bool {
	kept, _ := knownThings.Load(token)
	if known, ok := kept.(bool); ok {
		return known
	}
	known := recognition.IsMaker(token) || recognition.KnowsType(token) || recognition.Recognise(recognition.Thing{Model: token}).How != recognition.Unresolved
	const most, longest = 1 << 14, 24
	if len(token) <= longest && knownThingsKept.Add(1) <= most {
		knownThings.Store(strings.Clone(token), known)
	}
	return known
}

var (
	knownThings     sync.Map
	knownThingsKept atomic.Int64
)

// looseNames returns the words of a text that is not written like a name which
// may be one all the same.
func looseNames(text string) nameWords {
	const shortest, most = 4, 6
	list := nameWords{loose: true}
	spaced := isSpacedWords(text)
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		word := words(token)
		if spaced && placeWords()[word] { // Example Agency, beside a user called Example
			return nameWords{}
		}
		if utf8.RuneCountInString(token) < shortest || isOrdinaryWord(word) || isKnownThing(token) {
			continue
		}
		if list.words = append(list.words, []byte(strings.ToLower(token))); len(list.words) == most {
			break
		}
	}
	return list
}

// writtenNames returns the words of a text that is written like a name: in
// capitalised words without figures, none of which says what it is.
func writtenNames(text string) [][]byte {
	const longest = 60
	if len(text) > longest {
		return nil
	}
	var list [][]byte
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '(' || r == ')' }) {
		for _, r := range token {
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
				return nil
			}
		}
		if first, _ := utf8.DecodeRuneInString(token); !unicode.IsUpper(first) {
			if !nameParticles[token] {
				return nil
			}
			continue
		}
		if placeWords()[words(token)] {
			return nil
		}
		if len(token) >= 3 {
			list = append(list, []byte(strings.ToLower(token)))
		}
	}
	const most = 4
	if len(list) > most {
		return nil
	}
	return list
}

// suspectOf returns the words of what should be a thing that may name its user:
// “Jane laptop”, “Jane Doe”. What makers and types are called is none.
func suspectOf(text string) nameWords {
	var kept []string
	for token := range strings.FieldsSeq(text) {
		if w := strings.ToLower(token); begins(w, "device") || hostKindWords[w] {
			continue
		}
		kept = append(kept, token)
	}
	list := nameWordsOf(strings.Join(kept, " "))
	if list.isNone() || recognition.IsTypeWord(text) {
		return nameWords{}
	}
	return list
}

// deviceOnly returns what a cell that names its user says of the device: what the
// catalogue knows of it without the words of the user's name, else the word for
// the device.
func deviceOnly(c cell, people []cell) cell {
	text, _ := cleanText(c.text)
	kept := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ',' })
	kept = slices.DeleteFunc(kept, func(token string) bool {
		list := suspectOf(token)
		return !list.isNone() && sharedWords(list, people) > 0
	})
	if rest := productPart(strings.Join(kept, " ")); rest != "" {
		if list := suspectOf(rest); list.isNone() || sharedWords(list, people) == 0 {
			return cell{text: []byte(rest)}
		}
	}
	for token := range bytes.FieldsSeq(c.text) {
		if begins(strings.ToLower(string(token)), "device") {
			return cell{text: token}
		}
	}
	return cell{}
}

// see counts a row that has a text.
func (n *columnNames) see(id uint32, texts []string, people []cell) {
	for int(id) >= len(n.texts) {
		n.texts = append(n.texts, make([]textEvidence, 1+len(n.texts))...)
	}
	e := &n.texts[id]
	e.rows++
	if e.rows == 1 {
		n.distinct++
		if list := nameWordsOf(texts[id]); !list.isNone() {
			if n.suspects == nil {
				n.suspects = make(map[uint32]nameWords)
			}
			n.suspects[id] = list
		}
	}
	if len(people) == 0 || len(n.suspects) == 0 {
		return
	}
	list, suspect := n.suspects[id]
	if !suspect {
		return
	}
	switch sharedWords(list, people) {
	case 0:
	case max(1, len(list.words)):
		e.hits++
		e.full++
	default:
		e.hits++
	}
}

// sharedWords returns how many words of a text one of the cells contains, at most.
func sharedWords(list nameWords, people []cell) int {
	most := 0
	for _, person := range people {
		if len(person.text) == 0 {
			continue
		}
		account, _, _ := bytes.Cut(person.text, []byte("@")) // an address ends with the organisation
		n := 0
		for _, word := range list.words {
			if list.loose && containsWord(account, word) || !list.loose && containsFold(person.text, word) {
				n++
			}
		}
		if n == 0 && list.sharesToken(account) {
			n = 1
		}
		most = max(most, n)
	}
	return most
}

// sharesToken reports whether a cell of a person is one of the tokens, or has one
// as a word where the text is nothing else, or the word is long enough to be sure.
func (n *nameWords) sharesToken(person []byte) bool {
	for _, token := range n.tokens {
		if bytes.EqualFold(bytes.TrimSpace(person), token) {
			return true
		}
		const sure = 4
		if !n.alone && len(token) < sure || !containsFold(person, token) {
			continue
		}
		for word := range bytes.FieldsFuncSeq(person, func(r rune) bool { return !isWordRune(r) }) {
			if bytes.EqualFold(word, token) {
				return true
			}
		}
	}
	return false
}

// containsFold reports whether a text contains a word that is in lower case.
func containsFold(text, word []byte) bool {
	for _, c := range word {
		if c >= utf8.RuneSelf {
			return bytes.Contains(bytes.ToLower(text), word)
		}
	}
	for i := 0; i+len(word) <= len(text); i++ {
		if text[i]|0x20 != word[0]|0x20 {
			continue
		}
		j := 1
		for j < len(word) && text[i+j]|0x20 == word[j]|0x20 {
			j++
		}
		if j == len(word) {
			return true
		}
	}
	return false
}

// containsWord reports whether a text contains a word that is in lower case by
// itself, or behind the initials by which accounts begin: asmith, for smith.
func containsWord(text, word []byte) bool {
	const initials = 2
	lower := bytes.ToLower(text)
	for from := 0; ; {
		i := bytes.Index(lower[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		next, _ := utf8.DecodeRune(lower[end:])
		before := lower[:i]
		letters := len(before) - (bytes.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) + 1)
		if letters <= initials && (end == len(lower) || !unicode.IsLetter(next)) {
			return true
		}
		from = i + 1
	}
}

// rowsOfPerson is how many rows a person has at most: a computer, screens, a telephone and the like.
const rowsOfPerson = 6

// people returns the texts that the evidence shows to be names of people, and
// whether the column as a whole is one of names.
func (n *columnNames) people(text func(id uint32) string) (ids []uint32, whole bool) {
	const least = 4 // names that make a column of names
	var named, shaped []uint32
	for id := range n.texts {
		e := n.texts[id]
		if e.rows == 0 || text(uint32(id)) == "" {
			continue
		}
		isShaped, given := nameShape(text(uint32(id)))
		isShaped = isShaped && !namesakes()[words(text(uint32(id)))]
		switch {
		case e.full*2 >= e.rows && e.full > 0 && len(n.suspects[uint32(id)].words) >= 2 && !n.suspects[uint32(id)].loose,
			e.hits*2 >= e.rows && e.hits > 0 && e.rows <= rowsOfPerson:
			ids = append(ids, uint32(id))
		case isShaped && given && e.rows <= rowsOfPerson:
			named = append(named, uint32(id))
		case isShaped && e.rows <= rowsOfPerson:
			shaped = append(shaped, uint32(id))
		}
	}
	known := len(ids) + len(named)
	switch all := known + len(shaped); {
	case known < least:
	case all*10 >= n.distinct*7 && known*2 >= all:
		ids = ids[:0]
		for id := range n.texts {
			if n.texts[id].rows > 0 && !n.isStock(uint32(id), text) {
				ids = append(ids, uint32(id))
			}
		}
		return ids, true
	default:
		ids = append(ids, named...)
	}
	slices.Sort(ids)
	return ids, false
}

// isStock reports whether a text among names of people says that it is none: more
// rows than a person has, a word of places, no given name.
func (n *columnNames) isStock(id uint32, text func(id uint32) string) bool {
	return n.texts[id].rows > rowsOfPerson && n.texts[id].hits == 0 && rowsToShow(text(id), false) <= rowsOfPerson && isPlainText(text(id))
}

// forgetPeople takes the names of people out of the estate of a file, at the end of a sheet.
func (c *converter) forgetPeople() {
	for i := range c.names {
		n := &c.names[i]
		key := nameKeys[i]
		ids, whole := n.people(func(id uint32) string { return c.estate.texts[key].values[id] })
		if len(ids) == 0 {
			continue
		}
		rows := int64(0)
		for _, id := range ids {
			rows += int64(n.texts[id].rows)
		}
		c.estate.forget(key, ids)
		f := nameFields[i]
		if c.at[f] < 0 {
			f = fieldDataCentre
		}
		column := ""
		if at := c.at[f]; at >= 0 {
			column = c.table.columns[at].header.text
		}
		how := "values"
		if whole {
			how = "column"
			if c.item != nil {
				c.item.table.withheld = append(c.item.table.withheld, f)
			}
		}
		c.report.add(Problem{
			Code: CodePeopleForgotten, Severity: Warning, Column: column,
			Args: []string{strconv.FormatInt(rows, 10), strconv.Itoa(len(ids)), how},
		})
	}
}

// nameFields are the fields that are watched, nameKeys their columns of the estate.
var (
	nameFields = [...]field{fieldDepartment, fieldSite, fieldService}
	nameKeys   = [...]int{keyDepartment, keySite, keyService}
)

// forget takes texts of a column out of the estate; what they were stated for
// counts on without them. The numbers of other texts stay as they are.
func (e *Estate) forget(key int, ids []uint32) {
	in := &e.texts[key]
	gone := make([]bool, len(in.values))
	for _, id := range ids {
		if id == 0 {
			continue
		}
		gone[id] = true
		delete(in.ids, in.values[id])
		in.values[id] = ""
	}
	old := e.table
	e.table = newProfileTable()
	for i := range old.len {
		k := old.key(i)
		if gone[k[key]] {
			k[key] = 0
		}
		a := old.amounts(i)
		e.add(e.table.index(&k), &a)
	}
}
