package inventory

import "strings"

// Headers in two languages say a column twice: “Modèle / Model”, “Qté | Qty”,
// “Date d'achat (purchase)”. Where a header as a whole is in no list, its parts
// are looked up. Two parts that are known to be different columns say nothing.

// betweenLanguages are what stands between a header and itself in another language.
var betweenLanguages = []string{" / ", " | ", " - ", " – ", " — "}

// tellParts notes in the headers of a row what their parts say. That one half is
// known counts only in a row that has both halves of another known as one column:
// “CO2 / Device” is no kind of device.
func tellParts(hs []header) {
	bilingual := false
	half := make(map[int]string) // by place: the one half that is known
	for i := range hs {
		h := &hs[i]
		if h.key == "" || h.isKnown() {
			continue
		}
		if left, right, ok := languages(h.text); ok {
			switch key, both := agree(left, right); {
			case both:
				h.part, bilingual = key, true
			case key != "" && !strings.Contains(h.text, " - "):
				half[i] = key
			}
		} else if before, inside, ok := brackets(h.text); ok {
			h.part = outside(before, inside)
		}
	}
	if bilingual {
		for i, key := range half {
			hs[i].part = key
		}
	}
}

// languages returns the halves of a header.
func languages(text string) (left, right string, ok bool) {
	for _, mark := range betweenLanguages {
		if left, right, ok = strings.Cut(text, mark); ok {
			return left, right, !strings.Contains(right, mark)
		}
	}
	return "", "", false
}

// brackets returns what stands before and in the brackets that end a header.
func brackets(text string) (before, inside string, ok bool) {
	for _, pair := range []string{"()", "[]"} {
		rest, ends := strings.CutSuffix(text, pair[1:])
		before, inside, ok = strings.Cut(rest, pair[:1])
		if ends && ok {
			return before, inside, !strings.ContainsAny(inside, "()[]")
		}
	}
	return "", "", false
}

// agree returns the key of what two halves say, and whether both say it.
func agree(left, right string) (key string, both bool) {
	known := headers().meanings
	l, r := headerKey(left).key, headerKey(right).key
	a, okLeft := known[l]
	b, okRight := known[r]
	switch {
	case okLeft && okRight && a.field == b.field && a.why == b.why:
		if b.rank < a.rank {
			return r, true
		}
		return l, true
	case okLeft && okRight:
		return "", false
	case okLeft:
		return l, false
	case okRight:
		return r, false
	}
	return "", false
}

// outside returns the key of what stands before brackets, if the brackets cannot
// change it: they may hold the unit of a number, or what a column that is not read
// is a number of.
func outside(before, inside string) string {
	key, both := agree(before, inside)
	m := headers().meanings[key]
	if both || m.field != noField && measures[m.field] == nil && key == headerKey(before).key {
		return key
	}
	return ""
}

// known returns what a header stands for wherever it is, or else its parts do.
func (c *headerCatalogue) known(h header) (meaning, bool) {
	if m, ok := c.meanings[h.key]; ok || h.part == "" {
		return m, ok
	}
	m, ok := c.meanings[h.part]
	return m, ok
}
