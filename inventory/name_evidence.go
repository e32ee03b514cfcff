package inventory

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
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
const mostNameColumns = 4

// nameMarks are parts of the keys of headers of columns that name people.
var nameMarks = []string{
	"user", "name", "owner", "assign", "checkedout", "issuedto", "allocatedto", "custodian", "keeper", "holder", "borrower", "contact", "employee", "staff", "person", "email", "mail", "upn", "login", "logon", "manager", "account",
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
	words [][]byte
	loose bool // not written like a name; only whole words of the person's cell count
}

// nameWordsOf returns the words of a text that may name a person, none where it
// cannot because it says what it is.
func nameWordsOf(text string) nameWords {
	if list := writtenNames(text); len(list) > 0 {
		return nameWords{words: list}
	}
	const longest, shortest, most = 60, 4, 6
	if len(text) > longest {
		return nameWords{}
	}
	list := nameWords{loose: true}
	spaced := !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' })
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		word := words(token)
		if spaced && placeWords()[word] { // Example Agency, beside a user called Example
			return nameWords{}
		}
		if utf8.RuneCountInString(token) < shortest || isOrdinaryWord(word) || recognition.IsMaker(token) || recognition.KnowsType(token) ||
			recognition.Recognise(recognition.Thing{Model: token}).How != recognition.Unresolved {
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
	if len(list.words) == 0 || recognition.IsTypeWord(text) {
		return nameWords{}
	}
	return list
}

// deviceOnly returns what a cell that names its user says of the device.
func deviceOnly(c cell) cell {
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
		if list := nameWordsOf(texts[id]); len(list.words) > 0 {
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
	case len(list.words):
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
		most = max(most, n)
	}
	return most
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
			if n.texts[id].rows > 0 {
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
			if c.kept != nil {
				c.kept.withheld = append(c.kept.withheld, f)
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
