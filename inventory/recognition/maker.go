package recognition

import (
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// makerNames are the makers and the names they go by.
type makerNames struct {
	byName   map[string]string // words, without those that every company has
	prefixes map[string]string // names with which models begin
	longest  int               // words of the longest prefix
	typos    typoIndex         // of long names of one word
}

// isName reports whether a word is a maker's name.
func (m *makerNames) isName(word string) bool { _, ok := m.byName[word]; return ok }

// companyWords are words of a maker's name that tell nothing.
var companyWords = map[string]bool{
	"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true, "llc": true, "gmbh": true,
	"ag": true, "sa": true, "sas": true, "plc": true, "bv": true, "ab": true, "oy": true, "spa": true, "pte": true, "computer": true, "computers": true,
	"computing": true, "international": true, "electronics": true, "electronic": true, "technology": true, "technologies": true, "group": true, "mobile": true,
	"communications": true, "systems": true, "connect": true, "the": true, "intl": true, "industries": true, "usa": true, "uk": true, "france": true, "europe": true, "deutschland": true,
}

var makers = sync.OnceValue(func() *makerNames {
	m := &makerNames{byName: make(map[string]string), prefixes: make(map[string]string), typos: make(typoIndex)}
	for line := range dataLines("makers.tsv") {
		maker := line[0]
		m.byName[makerKey(maker)] = maker
		m.typos.add(makerKey(maker))
		for name := range strings.SplitSeq(line[1], "|") {
			name, isPrefix := strings.CutSuffix(name, "*")
			key := fold.Words(name)
			m.byName[makerKey(name)] = maker
			if isPrefix {
				m.prefixes[key] = maker
				m.longest = max(m.longest, 1+strings.Count(key, " "))
			}
		}
	}
	return m
})

// makerKey is the form in which makers are looked up.
func makerKey(name string) string {
	all := strings.Fields(fold.Words(name))
	kept := all[:0:0]
	for _, w := range all {
		if !companyWords[w] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return strings.Join(all, " ")
	}
	return strings.Join(kept, " ")
}

// Maker returns the canonical name of a maker; one that is in no list is its own
// name in lower case, a placeholder is none.
func Maker(text string) string {
	maker, _ := canonicalMaker(text)
	return maker
}

// IsMaker reports whether a text is the name of a known maker and nothing else.
func IsMaker(text string) bool { return makers().isName(makerKey(text)) }

// canonicalMaker returns the canonical name of a maker. One that is in no list
// is its own name in lower case, known is false.
func canonicalMaker(text string) (maker string, known bool) {
	if fold.IsPlaceholder(fold.Words(text)) {
		return "", false
	}
	key := makerKey(text)
	if maker, ok := makers().byName[key]; ok {
		return maker, true
	}
	if first, _, more := strings.Cut(key, " "); more { // Dell Global BV Singapore
		if maker, ok := makers().byName[first]; ok && len(first) > 2 {
			return maker, true
		}
	}
	if right := makers().typos.correct(key); right != "" { // Logitec, Fujistu
		return makers().byName[right], true
	}
	return key, false
}

// makerPrefix returns the maker whose name a model begins with, and the words
// that follow: "hewlett packard hp elitebook 840" is hp, "elitebook 840".
func makerPrefix(model string) (maker, rest string) {
	rest = model
	for {
		found := ""
		cut := rest
		fields := strings.Fields(rest)
		for n := min(makers().longest, len(fields)); n > 0 && found == ""; n-- {
			if m, ok := makers().prefixes[strings.Join(fields[:n], " ")]; ok {
				found, cut = m, strings.Join(fields[n:], " ")
			}
		}
		switch {
		case found == "":
			return maker, rest
		case cut == "": // the whole model is a maker's name
			if maker == "" {
				maker = found
			}
			return maker, ""
		}
		maker, rest = found, cut
	}
}

// sameMakers are makers between whom a model's name does not tell: a company
// that was split, sold or renamed.
var sameMakers = [][]string{
	{"hp", "hpe", "aruba"},
	{"lenovo", "ibm", "motorola"},
	{"toshiba", "dynabook"},
	{"microsoft", "nokia"},
	{"juniper", "hpe"},
	{"sharp nec", "nec", "sharp"},
	{"poly", "polycom", "plantronics", "hp"},
	{"oracle", "fujitsu"},
	{"smart technologies", "smart"},
	{"google", "motorola", "lg", "htc", "huawei"},
	{"intel", "asus"},
	{"bull", "supermicro"},
	{"sony", "vaio"},
	{"wyse", "dell"},
	{"symbol", "zebra", "motorola"},
	{"alcatel", "tcl"},
}

// makersAgree reports whether a model of the one may be sold under the other's name.
func makersAgree(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	for _, group := range sameMakers {
		var hasA, hasB bool
		for _, m := range group {
			hasA = hasA || m == a
			hasB = hasB || m == b
		}
		if hasA && hasB {
			return true
		}
	}
	return false
}
