package inventory

import (
	"strings"
	"unicode"
)

// What an inspection shows of cells: examples of columns that are read, and in
// its questions and the mapping the words that nobody knows. Both go by the rule
// of messages (quotableField): nothing that may name a person. An inspection
// knows more than a message, for it has seen the sheet: no word is shown that
// stands in a column of people, in whatever row.

// mayShow reports whether a text that stands in some rows of a column may be shown
// as an example; told says that other columns name the people of the rows.
func mayShow(text string, f field, rows int, told bool) bool {
	switch kindOf(f) {
	case aboutPlace, aboutGroup:
		return rows >= rowsToShow(text, told) && isPlainText(text)
	default:
	}
	if quotableField(text, f) == withheld {
		return false
	}
	switch {
	case understood(text, f):
		return true
	case kindOfType(f):
		if _, changed := scrub(text, aboutOther); changed || isSerialText(text) && rows <= rowsOfPerson {
			return false
		}
		return quotableField(text, f) == text && quotableField(text, fieldModel) == text
	case vocabularies()[f] != nil:
		return quotableField(text, f) == text
	}
	return false
}

// quotableText returns an example as it is shown.
func quotableText(text string, f field) string {
	if kindOf(f) == aboutPlace || kindOf(f) == aboutGroup {
		return quotableAs(text, kindOf(f))
	}
	return quotableField(text, f)
}

// rowsToShow returns in how many rows a department or site must stand to be
// shown. One that says what it is, or stands beside the names of people who are
// called otherwise, will be none; any other may be a person who has some devices.
func rowsToShow(text string, told bool) int {
	const some = 3
	if told {
		return some
	}
	for word := range strings.FieldsSeq(words(text)) {
		if placeWords()[word] && !privateWords[word] && len(word) > 1 {
			return some
		}
	}
	return rowsOfPerson + 1
}

// isPlainText reports whether the name of a department or site holds nothing by
// which people are called: no given name, no title, no figures.
func isPlainText(text string) bool {
	const longest = 40
	if len(text) > longest || hasDigit(text) || isBlankText(text) || isFormulaError(text) {
		return false
	}
	if _, changed := scrub(text, aboutPlace); changed {
		return false
	}
	if _, changed := scrub(text, aboutGroup); changed {
		return false
	}
	for token := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if word := words(token); givenNames()[word] && !dateWords[word] || titles[word] {
			return false
		}
	}
	return true
}

// isAccountText reports whether a text of a column of few words is an account or
// the number of a device rather than a word.
func isAccountText(text string) bool {
	const shortest = 4
	if isSerialText(text) {
		return true
	}
	letters := strings.TrimRight(text, "0123456789")
	return len(text) >= shortest && len(letters) < len(text) && letters != "" && strings.Trim(letters, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isPlainWord reports whether a text of a column that nobody knows is one or two
// plain words of several rows.
func isPlainWord(text string, rows int) bool {
	const some, most = 3, 2
	return rows >= some && strings.Count(text, " ") < most && isPlainText(text) && !mayName(text) && !strings.ContainsAny(text, "@._\\/")
}

// saysWho reports whether the header of a column that nobody knows asks for a person.
func saysWho(header string) bool {
	for word := range strings.FieldsSeq(words(splitCamel(header))) {
		if whoWords[word] {
			return true
		}
	}
	return false
}

var whoWords = wordSet("who whom whose by has having held with given person people whos wer wem qui chez quien who's colleague officer clerk lead author initials")
