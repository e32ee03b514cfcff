package inventory

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"govfootprint/inventory/recognition"
)

// Personal data is kept out in five steps; docs/privacy.md has the whole of it.
//
//  1. Columns whose header names a person, a way to one or a single device are
//     not read: of their cells only keyed hashes (identity.go) and comparisons
//     with the rest of their row (name_evidence.go) are made.
//  2. Personal values in the cells that are read are removed here, once for each
//     distinct cell, before recognition, estate and messages see them.
//  3. What a column as a whole shows to be names of people is forgotten at the
//     end of its sheet (name_evidence.go).
//  4. What a message quotes passes the same filter. Departments, sites and
//     services are never quoted.
//  5. An estate file that somebody else made passes it when it is read.

// A textKind is what a text is about, which decides what in it is personal:
// “12 Hill Drive” is an address, “500 GB Hard Drive” is not.
type textKind uint8

const (
	aboutThing textKind = iota // a model, a maker, a type
	aboutPlace                 // a site
	aboutGroup                 // a department, a service
	aboutOther                 // a word, a date, a number, a country; for quoting alone
)

// kindOf returns what the cells of a field are about.
func kindOf(f field) textKind {
	switch f {
	case fieldSite, fieldDataCentre:
		return aboutPlace
	case fieldDepartment, fieldService:
		return aboutGroup
	case fieldCategory, fieldSubcategory, fieldChassis, fieldManufacturer, fieldModel, fieldModelNumber, fieldVariant:
		return aboutThing
	default:
		return aboutOther
	}
}

// home is all that is kept of where somebody works who works at home.
const home = "home"

// mostScrubbed bounds the text that is looked at, in bytes; more is kept of none.
const mostScrubbed = 256

// scrub removes what is personal from a text and tidies the rest. What is left
// contains nothing that scrub would remove: scrubbing twice is scrubbing once.
// Of a very long text only the beginning is left, changed or not.
func scrub(text string, kind textKind) (clean string, changed bool) {
	if len(text) > mostScrubbed {
		text, _ = shorten(text, maxAttribute)
		text = strings.TrimSpace(text[:strings.LastIndexByte(text, ' ')+1]) // no half of anything
	}
	const rounds = 4
	for range rounds {
		next, found := scrubOnce(text, kind)
		if !found {
			return text, changed
		}
		text, changed = next, true
	}
	if _, found := scrubOnce(text, kind); found {
		return "", true
	}
	return text, changed
}

func scrubOnce(text string, kind textKind) (clean string, found bool) {
	m := marksOf(text)
	if kind == aboutPlace {
		if atHome(text, m) {
			if isHomeWord(text) {
				return text, false
			}
			return home, true
		}
	}
	if kind != aboutPlace && atHome(text, m) && !isHomeWord(text) {
		return "", true
	}
	if kind == aboutThing {
		if device, ok := someonesDevice(text, m); ok {
			return device, true
		}
		if left, ok := thingWithout(text, m); ok {
			return left, true
		}
	} else if clean, found := withoutPeople(text, kind, m); found {
		return clean, true
	}
	if clean, found := cutTechnical(text, m); found {
		return tidy(clean), true
	}
	if kind == aboutThing {
		if isStreet(text, m) {
			return "", true
		}
		if clean, found := cutSerials(text, m); found {
			return tidy(clean), true
		}
	} else {
		if clean, found := cutAddress(text, m); found {
			return tidy(clean), true
		}
	}
	return text, false
}

// withoutPeople returns what is left of a text about a place, a department or a
// word that names a person, which is nothing but whether it is a home.
func withoutPeople(text string, kind textKind, m marks) (clean string, found bool) {
	if namesPerson(text, m) {
		return "", true
	}
	if _, ok := someonesDevice(text, m); ok {
		return "", true
	}
	atHome, found := namesInPassing(text)
	if atHome && kind == aboutPlace {
		return home, true
	}
	return "", found
}

// tidy removes what was left hanging by a cut.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, empty := range []string{"()", "[]", "( )", "<>"} {
		text = strings.ReplaceAll(text, empty, "")
	}
	return strings.TrimRight(strings.TrimLeft(strings.TrimSpace(text), ",;:-–—/|)] >"), ",;:-–—/|([ <#")
}

// quotable returns a cell's text as a problem may quote it.
func quotable(text string) string { return quotableAs(text, aboutOther) }

// quotableAs quotes a text by what it is about.
func quotableAs(text string, kind textKind) string {
	const most = 80
	clean, personal := scrub(text, kind)
	if personal {
		return withheld
	}
	if short, cut := shorten(clean, most); cut || len(clean) < len(text) {
		return short + "…"
	}
	return text
}

// withheld stands for a value that a message must not show.
const withheld = "…"

// quotableField quotes the cell of a field. Of departments, sites and services
// nobody can say at that point whether they are names of people.
func quotableField(text string, f field) string {
	switch kind := kindOf(f); kind {
	case aboutPlace, aboutGroup:
		if text == "" || isFormulaError(text) {
			return text
		}
		if recognition.ReasonOfType(text) == recognition.TotalRow {
			return text
		}
		return withheld
	default:
		if mayNameIn(text, f) {
			return withheld
		}
		return quotableAs(text, kind)
	}
}

// mayNameIn reports whether the text of a field, no department, site or service,
// may name a person. In columns of few words, numbers, dates and countries
// whatever is not understood has slipped from another column.
func mayNameIn(text string, f field) bool {
	if kindOf(f) == aboutThing && f != fieldVariant {
		first, _, _ := strings.Cut(text, " ")
		if shaped, given := nameShape(text); shaped && given && !recognition.IsMaker(first) { // Lexmark Marcel
			return true
		}
		return kindOfType(f) && mayName(text) && holdsGivenName(text) && !recognition.KnowsType(text)
	}
	return (mayName(text) || vocabularies()[f] != nil && isAccountText(text)) && !understood(text, f)
}

// publicSheetName returns a sheet's name as everything but the file shows it.
// One that holds an address, an account or the like is told by its place.
func publicSheetName(name string, index int) string {
	if _, personal := scrub(name, aboutOther); personal {
		return "#" + strconv.Itoa(index+1)
	}
	return name
}

// kindOfType reports whether a field says of what type a thing is.
func kindOfType(f field) bool {
	return f == fieldCategory || f == fieldSubcategory || f == fieldChassis
}

// holdsGivenName reports whether a word of a text is a given name, in small letters
// one that is no other word.
func holdsGivenName(text string) bool {
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(token); givenNames()[words(token)] && (unicode.IsUpper(first) || !notNames[words(token)]) {
			return true
		}
	}
	return false
}
