package recognition

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// A typeMeaning is what a type word stands for.
type typeMeaning struct {
	category string // empty where the word names a class of things
	variant  string
	fallback string // category of a class whose members no model tells apart
	class    bool
	left     Reason
}

type typeWords struct {
	exact    map[string]typeMeaning
	keywords map[string][]typeKeyword // by the first word, the longest first
	known    map[string]bool          // categories
	variants map[string]bool          // category/variant
}

type typeKeyword struct {
	words   string
	meaning typeMeaning
}

// types returns the type words of the data files.
var types = sync.OnceValue(func() *typeWords {
	t := &typeWords{
		exact: make(map[string]typeMeaning), keywords: make(map[string][]typeKeyword),
		known: make(map[string]bool), variants: make(map[string]bool),
	}
	for line := range dataLines("categories.tsv") {
		t.addLine(line[0], line[1])
	}
	for category, sizes := range screenVariants {
		for _, v := range sizes {
			t.variants[category+"/"+v.name] = true
		}
	}
	for _, keywords := range t.keywords {
		slices.SortStableFunc(keywords, func(a, b typeKeyword) int { return len(b.words) - len(a.words) })
	}
	return t
})

func (t *typeWords) addLine(what, names string) {
	var m typeMeaning
	switch what[0] {
	case '!':
		m.left = Reason(what[1:])
	case '?':
		m.class, m.fallback = true, what[1:]
	default:
		m.category, m.variant, _ = strings.Cut(what, "/")
		t.known[m.category] = true
		t.add(fold.Words(m.category), typeMeaning{category: m.category})
		if m.variant != "" {
			t.variants[what] = true
		}
	}
	for name := range strings.SplitSeq(names, "|") {
		name, keyword := strings.CutSuffix(name, "*")
		key := fold.Words(name)
		t.add(key, m)
		if keyword {
			first, _, _ := strings.Cut(key, " ")
			t.keywords[first] = append(t.keywords[first], typeKeyword{key, m})
		}
	}
}

func (t *typeWords) add(key string, m typeMeaning) {
	if _, taken := t.exact[key]; !taken {
		t.exact[key] = m
	}
}

// Categories returns the categories of the catalogue, in alphabetical order.
func Categories() []string { return slices.Sorted(maps.Keys(types().known)) }

// KnowsVariant reports whether the catalogue has the sub-category.
func KnowsVariant(category, variant string) bool { return types().variants[category+"/"+variant] }

// Variants returns the sub-categories of a category, in alphabetical order.
func Variants(category string) []string {
	var names []string
	for name := range types().variants {
		if variant, ok := strings.CutPrefix(name, category+"/"); ok {
			names = append(names, variant)
		}
	}
	slices.Sort(names)
	return names
}

// TypeWords returns the words that stand for a category by themselves, longer
// than three letters and in alphabetical order: for suggestions.
var TypeWords = sync.OnceValue(func() []string {
	var words []string
	for word, m := range types().exact {
		if m.category != "" && len(word) > 3 {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
})

// KnowsType reports whether a type cell says anything that the catalogue knows:
// a category, a class of things, a reason to leave the row out.
func KnowsType(text string) bool {
	f := lookType(text)
	return f.known()
}

// CategoryOfType returns the category and sub-category that a type word alone, as
// a whole, stands for; empty for none, and for words of a whole class of things.
func CategoryOfType(text string) (category, variant string) {
	m, _ := types().look(fold.Words(text))
	return m.category, m.variant
}

// IsTypeWord reports whether a text is a type word and nothing else.
func IsTypeWord(text string) bool {
	_, ok := types().look(fold.Words(text))
	return ok
}

// ReasonOfType returns the reason for which a type word alone, as a whole,
// leaves a row out; empty for none.
func ReasonOfType(text string) Reason { return types().exact[fold.Words(text)].left }

// A typeFinding is what a type cell was found to say.
type typeFinding struct {
	typeMeaning
	how          How
	alternatives []string // categories that it names side by side
	remark       string   // what it says in brackets
	carries      bool     // it may be about what is in the thing; see carriesDevices
}

func (f *typeFinding) known() bool {
	return f.category != "" || f.class || f.left != "" || len(f.alternatives) > 0
}

// lookType finds out what a type cell means: as a whole; without what stands in
// brackets, before a size, after a maker; by the parts of which it is made; or
// else by a word in it.
func lookType(text string) typeFinding {
	if category, variant, ok := strings.Cut(text, "/"); ok && KnowsVariant(category, variant) {
		return typeFinding{typeMeaning: typeMeaning{category: category, variant: variant}, how: Stated}
	}
	if strings.ContainsAny(text, "&+") { // laptop + dock is no laptop dock
		text = strings.NewReplacer("&", " and ", "+", " and ").Replace(text)
	}
	if m, ok := types().look(fold.Words(text)); ok {
		return typeFinding{typeMeaning: m, how: Stated}
	}
	outside, remark := withoutBrackets(text)
	f := lookPlainType(outside)
	if f.left == Consumable && carriesDevices(outside, remark) {
		return typeFinding{how: Unresolved, carries: true}
	}
	if !f.known() && remark != "" {
		f = lookPlainType(remark) // Hardware-42 (Laptop)
	}
	f.remark = remark
	if f.category == "monitor" || f.category == "laptop" {
		if v := screenVariant(f.category, ScreenOf(text, f.category)); v != "" && f.variant == "" && ScreenOf(text, f.category) > 0 {
			f.variant = v
		}
	}
	return f
}

// withoutBrackets splits a text into what stands outside and what inside its brackets.
func withoutBrackets(text string) (outside, inside string) {
	open := strings.IndexAny(text, "([")
	if open < 0 {
		return text, ""
	}
	end := strings.IndexAny(text[open:], ")]")
	if end < 0 {
		return text, ""
	}
	return text[:open] + " " + text[open+end+1:], strings.TrimSpace(text[open+1 : open+end])
}

func lookPlainType(text string) typeFinding {
	text = beforeCompany(text)
	key := fold.Words(text)
	if m, ok := types().look(key); ok {
		return typeFinding{typeMeaning: m, how: Stated}
	}
	bare := withoutSizeAndMaker(key)
	if m, ok := types().look(bare); ok && bare != "" {
		return typeFinding{typeMeaning: m, how: Stated}
	}
	if parts := partsOf(text); len(parts) > 1 {
		if f, ok := lookParts(text, parts); ok {
			return f
		}
	}
	if left := accessoryIn(bare); left != "" {
		return typeFinding{typeMeaning: typeMeaning{left: left}, how: Stated}
	}
	if m, ok := types().keyword(key); ok {
		return typeFinding{typeMeaning: m, how: Keyword}
	}
	return typeFinding{how: Unresolved}
}

// company are the words before what comes with a device: a laptop with a bag is a laptop.
var company = []string{" with ", " without ", " w/", " incl", " including ", " avec ", " sans ", " y compris ", " mit ", " con ", " for ", " pour ", " für "}

// beforeCompany returns a text without what comes with the thing, or what it is for.
func beforeCompany(text string) string {
	for at := 1; at < len(text); at++ {
		if text[at] != ' ' && text[at] != '(' {
			continue
		}
		for _, c := range company {
			if len(text)-at >= len(c) && text[at+1]|0x20 == c[1] && strings.EqualFold(text[at+1:at+len(c)], c[1:]) {
				return text[:at]
			}
		}
	}
	return text
}

// withoutSizeAndMaker drops what stands before a type word without changing it: "24
// inch monitor", "2 x dell laptop", "new desktop".
func withoutSizeAndMaker(key string) string {
	fields := strings.Fields(key)
	for len(fields) > 1 {
		w := fields[0]
		if n := portsAt(fields); n > 0 && n < len(fields) { // 24 port switch
			fields = fields[n:]
			continue
		}
		if allDigits(w) || typeFillers[w] || makers().prefixes[w] != "" && !makerTypeWords[w] {
			fields = fields[1:]
			continue
		}
		break
	}
	for len(fields) > 1 {
		last := fields[len(fields)-1]
		if len(fields) > 2 && portsAt(fields[len(fields)-2:]) == 2 { // switch 24 ports
			fields = fields[:len(fields)-2]
			continue
		}
		maker := makers().prefixes[last] != "" && !makerTypeWords[last] // TV 65" Samsung
		if !maker && !allDigits(last) && !typeFillers[last] && !setWords[last] && portsAt(fields[len(fields)-1:]) == 0 {
			break
		}
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " ")
}

// portsAt returns how many words at the beginning say how many ports a thing has: 24
// ports, 24port; 0 for none.
func portsAt(fields []string) int {
	rest := strings.TrimLeft(fields[0], "0123456789")
	switch {
	case rest == fields[0]:
		return 0
	case rest == "port", rest == "ports", rest == "p":
		return 1
	case rest == "" && len(fields) > 1 && (fields[1] == "port" || fields[1] == "ports"):
		return 2
	}
	return 0
}

// setWords end what is named for being given together: a dock and monitor bundle.
var setWords = map[string]bool{"bundle": true, "bundles": true, "package": true, "packages": true, "combo": true, "lot": true, "ensemble": true}

// typeFillers say nothing of what a thing is.
var typeFillers = map[string]bool{
	"in": true, "inch": true, "inches": true, "pouces": true, "pouce": true, "x": true, "new": true, "old": true, "spare": true, "standard": true, "staff": true, "user": true,
	"nouveau": true, "ancien": true, "the": true, "a": true, "an": true, "s": true, "other": true, "autre": true, "autres": true, "it": true, "misc": true,
	"15p": true, "24p": true, "22p": true, "27p": true, "23p": true, "19p": true, "professional": true, "corporate": true, "business": true, "windows": true,
}

// makerTypeWords are makers' names that are words of types, too.
var makerTypeWords = map[string]bool{"mac": true}

func allDigits(w string) bool { return strings.Trim(w, "0123456789") == "" }

// partsOf splits a type cell into what it names side by side, or one below the other.
func partsOf(text string) []string {
	lower := strings.ToLower(text)
	for _, word := range []string{" and ", " et ", " und ", " y ", " or ", " ou ", " e ", " - ", " – "} {
		lower = strings.ReplaceAll(lower, word, ",")
	}
	parts := strings.FieldsFunc(lower, func(r rune) bool { return strings.ContainsRune(`/>\|&+,;:`, r) })
	return slices.DeleteFunc(parts, func(p string) bool { return fold.Words(p) == "" })
}

// lookParts finds out what a type cell of several parts means. A path goes from
// the general to the particular (Computers > Laptops): its last part that names a
// thing does. Names side by side (laptop + dock) are one thing each.
func lookParts(text string, parts []string) (typeFinding, bool) {
	var found, mostly []typeMeaning
	var other typeMeaning
	joined := namesTogether(text)
	for _, p := range parts {
		key := fold.Words(p)
		m, ok := types().look(withoutSizeAndMaker(key))
		if !ok && joined && accessoryIn(key) == "" { // docking station and large monitor: half of it is not all of it
			m, ok = types().keyword(key)
		}
		if !ok {
			if left := accessoryIn(fold.Words(p)); left != "" {
				other.left = left
			}
			continue
		}
		switch {
		case m.category != "":
			found = append(found, m)
		case m.fallback != "":
			mostly = append(mostly, typeMeaning{category: m.fallback})
			other = m
		default:
			other = m
		}
	}
	if len(found) > 0 && !strings.ContainsAny(text, `/>\|`) {
		found = append(found, mostly...) // phones and tablets
	}
	if len(found) == 0 {
		return typeFinding{typeMeaning: other, how: Stated}, other.class || other.left != ""
	}
	if strings.ContainsAny(text, `>\|`) {
		return typeFinding{typeMeaning: found[len(found)-1], how: Stated}, true
	}
	first := found[0]
	var categories []string
	for _, m := range found {
		if m.category == generalNetwork && len(found) > 1 {
			continue // the general word of a path
		}
		if !slices.Contains(categories, m.category) {
			categories = append(categories, m.category)
		}
		switch {
		case m.category != first.category:
			first = m
		case first.variant == "":
			first.variant = m.variant
		case m.variant != "" && m.variant != first.variant:
			first.variant = ""
		}
	}
	switch {
	case len(categories) < 2:
		return typeFinding{typeMeaning: first, how: Stated}, true
	case sameClass(categories) == "network":
		return typeFinding{typeMeaning: typeMeaning{category: generalNetwork}, how: Keyword, alternatives: categories}, true
	}
	return typeFinding{how: Unresolved, alternatives: categories}, true
}

// namesTogether reports whether a text joins names by a word for and.
func namesTogether(text string) bool {
	spaced := " " + fold.Words(text) + " "
	return slices.ContainsFunc([]string{" and ", " et ", " und "}, func(word string) bool { return strings.Contains(spaced, word) })
}

func sameClass(categories []string) string {
	class := Class(categories[0])
	for _, c := range categories[1:] {
		if Class(c) != class {
			return ""
		}
	}
	return class
}

// look looks words up as they are, then with each word in the singular.
func (t *typeWords) look(key string) (typeMeaning, bool) {
	if m, ok := t.exact[key]; ok {
		return m, true
	}
	if !strings.Contains(key, "s") {
		return typeMeaning{}, false
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
	var best typeKeyword
	for start := 0; start < len(key); {
		end := strings.IndexByte(key[start:], ' ')
		if end < 0 {
			end = len(key) - start
		}
		for _, first := range [2]string{key[start : start+end], strings.TrimSuffix(key[start:start+end], "s")} {
			for _, k := range t.keywords[first] {
				if len(k.words) <= len(best.words) {
					break
				}
				if standsAt(key[start:], k.words) {
					best = k
					break
				}
			}
			if !strings.HasSuffix(key[start:start+end], "s") {
				break
			}
		}
		start += end + 1
	}
	return best.meaning, best.words != ""
}

// standsAt reports whether a text begins with words, as they are or with an s behind.
func standsAt(text, words string) bool {
	rest, ok := strings.CutPrefix(text, words)
	return ok && (rest == "" || rest[0] == ' ' || rest == "s" || strings.HasPrefix(rest, "s "))
}
