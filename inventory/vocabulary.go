package inventory

import (
	"strings"
	"sync"
)

// A meaningWord is what a word of a small vocabulary stands for: a value, or a
// reason to leave the row out.
type wordMeaning struct {
	value   string
	exclude Code
}

// A vocabulary is the words of one column.
type vocabulary struct {
	byWord map[string]wordMeaning
	values []string // canonical values, in order
}

// vocabularies are the words of each column that has a small vocabulary.
var vocabularies = sync.OnceValue(func() map[field]*vocabulary {
	all := make(map[field]*vocabulary)
	for line := range dataLines("words.tsv") {
		f, ok := fieldByName(line[0])
		if !ok {
			defect("words.tsv: no column is called " + line[0])
		}
		v := all[f]
		if v == nil {
			v = &vocabulary{byWord: make(map[string]wordMeaning)}
			all[f] = v
		}
		m := wordMeaning{value: line[1]}
		switch reason, excluded := strings.CutPrefix(line[1], "!"); {
		case excluded:
			m = wordMeaning{exclude: Code(reason)}
		case line[1] == "-":
			m.value = ""
		default:
			v.values = append(v.values, line[1])
		}
		for word := range strings.SplitSeq(line[2], "|") {
			key := words(word)
			if _, taken := v.byWord[key]; !taken {
				v.byWord[key] = m
			}
		}
	}
	return all
})

// look returns what a cell's text means in the vocabulary. Some programs write a
// value and its meaning together: "Active (in production)", "1 - In use".
func (v *vocabulary) look(text string) (wordMeaning, bool) {
	key := words(text)
	if m, ok := v.byWord[key]; ok {
		return m, true
	}
	if open := strings.IndexByte(text, '('); open > 0 {
		if m, ok := v.byWord[words(text[:open])]; ok {
			return m, true
		}
	}
	if _, rest, ok := strings.Cut(key, " "); ok && len(key)-len(rest) <= 3 {
		if m, ok := v.byWord[rest]; ok {
			return m, true
		}
	}
	return wordMeaning{}, false
}
