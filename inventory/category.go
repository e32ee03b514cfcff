package inventory

import (
	"slices"
	"strings"
	"sync"
)

// A typeMeaning is what a type word stands for.
type typeMeaning struct {
	category string // empty where the word names a class of things
	variant  string
	fallback string // category of a class whose members no model tells apart
	class    bool
	exclude  Code
}

type typeWords struct {
	exact    map[string]typeMeaning
	keywords []typeKeyword // the longest first
	known    map[string]bool
	variants map[string]bool // category/variant
}

type typeKeyword struct {
	words   string
	meaning typeMeaning
}

// types returns the type words of the data files.
var types = sync.OnceValue(func() *typeWords {
	t := &typeWords{exact: make(map[string]typeMeaning), known: make(map[string]bool), variants: make(map[string]bool)}
	for line := range dataLines("categories.tsv") {
		var m typeMeaning
		switch what := line[0]; what[0] {
		case '!':
			m.exclude = Code(what[1:])
		case '?':
			m.class, m.fallback = true, what[1:]
		default:
			m.category, m.variant, _ = strings.Cut(what, "/")
			t.known[m.category] = true
			t.add(words(m.category), typeMeaning{category: m.category})
			if m.variant != "" {
				t.variants[what] = true
				t.add(words(what), m)
			}
		}
		for alias := range strings.SplitSeq(line[1], "|") {
			alias, keyword := strings.CutSuffix(alias, "*")
			key := words(alias)
			t.add(key, m)
			if keyword {
				t.keywords = append(t.keywords, typeKeyword{key, m})
			}
		}
	}
	for _, screen := range screenVariants {
		for _, v := range screen.variants {
			t.variants[screen.category+"/"+v.name] = true
		}
	}
	slices.SortStableFunc(t.keywords, func(a, b typeKeyword) int { return len(b.words) - len(a.words) })
	return t
})

func (t *typeWords) add(key string, m typeMeaning) {
	if _, taken := t.exact[key]; !taken {
		t.exact[key] = m
	}
}

// lookType returns what a type cell means: as a whole, or else by a word in it.
func (t *typeWords) lookType(text string) (m typeMeaning, how Recognition, ok bool) {
	key := words(text)
	if t.variants[text] {
		category, variant, _ := strings.Cut(text, "/")
		return typeMeaning{category: category, variant: variant}, Stated, true
	}
	if m, ok := t.look(key); ok {
		return m, Stated, true
	}
	if slash := strings.LastIndexAny(text, `/>\|`); slash >= 0 { // Computers/Laptops, Hardware > Printers
		if m, ok := t.look(words(text[slash+1:])); ok {
			return m, Stated, true
		}
		if m, ok := t.look(words(text[:slash])); ok {
			return m, Stated, true
		}
	}
	if m, ok := t.keyword(key); ok {
		return m, ByKeyword, true
	}
	return typeMeaning{}, Unresolved, false
}

// look looks words up as they are, then with each word in the singular.
func (t *typeWords) look(key string) (typeMeaning, bool) {
	if m, ok := t.exact[key]; ok {
		return m, true
	}
	fields := strings.Fields(key)
	for i, w := range fields {
		if len(w) > 2 {
			fields[i] = strings.TrimSuffix(w, "s")
		}
	}
	m, ok := t.exact[strings.Join(fields, " ")]
	return m, ok
}

// keyword returns the longest known words that stand within a text.
func (t *typeWords) keyword(key string) (typeMeaning, bool) {
	padded := " " + key + " "
	for _, k := range t.keywords {
		if at := strings.Index(padded, " "+k.words); at >= 0 {
			after := padded[at+1+len(k.words):]
			if after[0] == ' ' || strings.HasPrefix(after, "s ") {
				return k.meaning, true
			}
		}
	}
	return typeMeaning{}, false
}

// chassisTypes are the categories of the chassis types that firmware reports:
// DMTF DSP0134, System Management BIOS, 7.4.1. Type 1 is "other": mostly
// virtual machines, yet not for certain.
var chassisTypes = map[string]typeMeaning{
	"3": {category: "desktop"}, "4": {category: "desktop", variant: "small-form-factor"}, "5": {category: "desktop"}, "6": {category: "desktop", variant: "tower"},
	"7": {category: "desktop", variant: "tower"}, "15": {category: "desktop"}, "16": {category: "desktop", variant: "small-form-factor"},
	"8": {category: "laptop"}, "9": {category: "laptop"}, "10": {category: "laptop"}, "14": {category: "laptop"}, "31": {category: "laptop"}, "32": {category: "laptop"},
	"11": {category: "smartphone"}, "12": {category: "dock"}, "13": {category: "all-in-one"},
	"17": {category: "server"}, "23": {category: "server", variant: "rack"}, "28": {category: "server", variant: "blade"}, "29": {category: "server", variant: "blade"},
	"30": {category: "tablet"}, "35": {category: "desktop", variant: "micro"}, "36": {category: "desktop", variant: "micro"},
	"low profile desktop": {category: "desktop", variant: "small-form-factor"}, "main server chassis": {category: "server"}, "lunch box": {category: "desktop"}, "sub notebook": {category: "laptop"}, "space saving": {category: "desktop", variant: "small-form-factor"},
}

// lookChassis returns what a chassis column means.
func lookChassis(text string) (typeMeaning, bool) {
	key := strings.Trim(text, "{} ")
	if m, ok := chassisTypes[words(key)]; ok {
		return m, true
	}
	m, ok := types().look(words(key))
	return m, ok && m.category != ""
}

// screenVariants are the sub-categories that a screen's size decides, in
// hundredths of an inch from which they begin.
var screenVariants = []struct {
	category string
	variants []struct {
		from int64
		name string
	}
}{
	{"laptop", []struct {
		from int64
		name string
	}{{0, "13in"}, {1400, "14in"}, {1500, "15in"}}},
	{"monitor", []struct {
		from int64
		name string
	}{{0, "22in"}, {2300, "24in"}, {2600, "27in"}, {3000, "30in"}}},
}

// screenVariant returns the sub-category of a screen size, empty where size decides nothing.
func screenVariant(category string, hundredths int64) string {
	name := ""
	for _, s := range screenVariants {
		if s.category != category {
			continue
		}
		for _, v := range s.variants {
			if hundredths >= v.from {
				name = v.name
			}
		}
	}
	return name
}
