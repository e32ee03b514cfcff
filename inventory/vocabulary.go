package inventory

import (
	"strings"
	"sync"
)

// A wordMeaning is what a word of a small vocabulary stands for: a value, or a
// reason to leave the row out.
type wordMeaning struct {
	value   string
	exclude Code
	open    bool // the word is known, and leaves the answer open
}

// A vocabulary is the words of one column.
type vocabulary struct {
	byWord map[string]wordMeaning
	values []string    // canonical values, in order
	beyond *vocabulary // where words that this one lacks are looked up, nil for nowhere
}

// vocabularies are the words of each column that has a small vocabulary.
func vocabularies() map[field]*vocabulary { return allWords().byField }

// vocabularyOf returns the words of a column: of its field, or those that its
// layout names.
func vocabularyOf(f field, name string) *vocabulary {
	if v, ok := allWords().named[f.String()+":"+name]; ok {
		return v
	}
	return allWords().byField[f]
}

type wordLists struct {
	byField map[field]*vocabulary
	named   map[string]*vocabulary // by field and name: status:ci
}

var allWords = sync.OnceValue(func() *wordLists {
	lists := &wordLists{byField: make(map[field]*vocabulary), named: make(map[string]*vocabulary)}
	for line := range dataLines("words.tsv") {
		v := lists.of(line[0])
		m := wordMeaning{value: line[1]}
		switch reason, excluded := strings.CutPrefix(line[1], "!"); {
		case excluded:
			m = wordMeaning{exclude: Code(reason)}
		case line[1] == "?":
			m = wordMeaning{open: true}
		case line[1] == "-":
			m.value = ""
		case v.beyond == nil:
			v.values = append(v.values, line[1])
		}
		for word := range strings.SplitSeq(line[2], "|") {
			key := words(word)
			if _, taken := v.byWord[key]; !taken {
				v.byWord[key] = m
			}
		}
	}
	return lists
})

// of returns the vocabulary of the first column of words.tsv: a field, or a
// field with a name.
func (l *wordLists) of(name string) *vocabulary {
	column, special, isNamed := strings.Cut(name, ":")
	f, ok := fieldByName(column)
	if !ok {
		defect("words.tsv: no column is called " + column)
	}
	if !isNamed {
		if l.byField[f] == nil {
			l.byField[f] = &vocabulary{byWord: make(map[string]wordMeaning)}
		}
		return l.byField[f]
	}
	if l.named[column+":"+special] == nil {
		v := &vocabulary{byWord: make(map[string]wordMeaning)}
		if v.beyond = l.byField[f]; v.beyond != nil {
			v.values = v.beyond.values
		}
		l.named[column+":"+special] = v
	}
	return l.named[column+":"+special]
}

// look returns what a cell's text means in the vocabulary. Some programs write a
// value and its meaning together: "Active (in production)", "1 - In use".
func (v *vocabulary) look(text string) (wordMeaning, bool) {
	key := words(text)
	if m, ok := v.word(key); ok {
		return m, true
	}
	if open := strings.IndexByte(text, '('); open > 0 {
		if m, ok := v.word(words(text[:open])); ok {
			return m, true
		}
	}
	if _, rest, ok := strings.Cut(key, " "); ok && len(key)-len(rest) <= 3 {
		if m, ok := v.word(rest); ok {
			return m, true
		}
	}
	return wordMeaning{}, false
}

// word looks words up, here and then beyond.
func (v *vocabulary) word(key string) (wordMeaning, bool) {
	if m, ok := v.byWord[key]; ok || v.beyond == nil {
		return m, ok
	}
	return v.beyond.word(key)
}
