package inventory

import (
	"slices"
	"strings"
)

// Headers are shown: in reports, in messages, in the mapping. Most are words that
// the program knows. One that is none of them may be what somebody called a
// column after: “Laptop of Jane Doe”, an address; or the row is none of headers,
// but of data. Such a header is told by its place, as the name of a sheet is, and
// its column is personal.

// public returns the headers of a row as they may be shown. A person's name over
// nothing but numbers is a header, and says nothing of the others.
func (r *headerRow) public(known *headerCatalogue, l *layout) []header {
	hs := r.headers
	public := slices.Clone(hs)
	found, unknown := 0, 0
	isKnown := func(h header) bool {
		_, is := known.meanings[h.key]
		if !is && l != nil {
			_, is = l.columns[h.key]
		}
		if !is && h.part != "" {
			is = !isPersonalHeader(h.text)
		}
		return is || h.text == ""
	}
	for i, h := range hs {
		if isKnown(h) {
			continue
		}
		unknown++
		if isPersonalHeader(h.text) {
			if !slices.Contains(r.counted, i) {
				found++
			}
			public[i] = h.held(i)
		}
	}
	const some = 2
	isData := found >= some && found*2 >= unknown // a row of data; nothing in it is a header
	for i, h := range hs {
		if found > 0 && !isKnown(h) && !public[i].hidden && (isData || isDataText(h.text)) {
			public[i] = h.held(i)
		}
	}
	return public
}

// held returns the header under the letter of its column.
func (h header) held(index int) header {
	if h.lower == "" {
		h.lower = h.text
	}
	h.text, h.hidden = columnLetters(index), true
	return h
}

// isPersonalHeader reports whether a header that nobody knows is about a person.
func isPersonalHeader(text string) bool {
	if len(text) > maxHeaderText {
		return false
	}
	m := marksOf(text)
	if namesPerson(text, m) || isStreet(text, m) || atHome(text, m) && !isHomeWord(text) || isHostText(text, m) {
		return true
	}
	if _, technical := cutTechnical(text, m); technical {
		return true
	}
	if m.space { // Jane's laptop; laptop_model is no host
		if _, is := someonesDevice(text, m); is {
			return true
		}
	}
	if _, _, is := personInThing(text); is {
		return true
	}
	list := namedWordsOf(text)
	strange, given := false, false
	for i := range list {
		given = given || list[i].isGiven()
		strange = strange || list[i].isStrange() && !list[i].isGiven()
	}
	shaped, _ := nameShape(text)
	return given && (strange || shaped || len(list) == 1)
}

// isHostText reports whether a header is the name of a computer, which is in
// capitals as a header hardly is: LAPTOP-JDOE.
func isHostText(text string, m marks) bool {
	if m.space || !m.dash || strings.ToUpper(text) != text {
		return false
	}
	_, is := someonesDevice(text, m)
	return is && !slices.ContainsFunc(strings.Fields(words(text)), func(word string) bool {
		_, known := headers().meanings[word]
		return known || placeWords()[word] && !begins(word, "device")
	})
}

// isDataText reports whether a text is the number of something, a date or may
// name a person, rather than a header.
func isDataText(text string) bool {
	_, personal := scrub(text, aboutPlace)
	return personal || isSerialText(text) || traitDate.has(text) || mayName(text)
}
