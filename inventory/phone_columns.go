package inventory

import (
	"slices"
	"strings"

	"govfootprint/inventory/recognition"
)

// A column Mobile phones may hold the numbers of people, which are personal, or
// say how many phones there are, or which. Its values decide, and any of them
// that may be a number to call makes the whole column personal.

// A phoneColumn is how many digits a count in it may have; 0 where it is personal.
type phoneColumn int

// phonesAt looks at a column whose header is personal.
func (t *table) phonesAt(rows []row, index int) phoneColumn {
	h := wideOf(t.header.headers[index])
	if !isPhone(h.category) {
		return 0
	}
	const counts, besidePeople = 4, 2 // an extension beside a name has three digits and more
	most := phoneColumn(counts)
	if t.saysWhat() || slices.ContainsFunc(t.infos, func(c ColumnInfo) bool { return c.Why == whyPersonal && !namesPhones(headerKey(c.Header)) }) {
		most = besidePeople
	}
	filled := 0
	for _, r := range rows {
		if index >= len(r.cells) || len(r.cells[index].text) == 0 {
			continue
		}
		if len(r.cells[index].text) > maxHeaderText {
			return 0
		}
		text, _ := cleanText(r.cells[index].text)
		if isBlankText(text) {
			continue
		}
		filled++
		if isNumberText(text) && !h.plural || !most.accepts(text) {
			return 0
		}
	}
	if filled == 0 {
		return 0
	}
	return most
}

func isPhone(category string) bool {
	return category == "smartphone" || category == "feature-phone" || category == "ip-phone"
}

// accepts reports whether a text is a small count or a known product, and
// nothing that anybody could call.
func (p phoneColumn) accepts(text string) bool {
	m := marksOf(text)
	if isNumberText(text) {
		return m.digits <= int(p) && text[0] >= '0' && text[0] <= '9' && (text[0] != '0' || text == "0")
	}
	const shortest = 5 // digits of a number to call
	_, personal := scrub(text, aboutThing)
	return m.digits < shortest && !personal && (isModelText(text) || isMakerWithCode(text))
}

// isMakerWithCode accepts Samsung A52: a maker, and one short word with letters
// and digits in it.
func isMakerWithCode(text string) bool {
	const longest = 8
	maker, code, _ := strings.Cut(text, " ")
	return recognition.IsMaker(maker) && len(code) <= longest && !strings.Contains(code, " ") &&
		strings.ContainsFunc(code, isLetter) && strings.ContainsAny(code, "0123456789")
}

// notPersonal takes a column out of those that are personal.
func (t *table) notPersonal(index int) {
	t.personal = slices.DeleteFunc(t.personal, func(header string) bool { return header == t.header.headers[index].text })
	t.names = slices.DeleteFunc(t.names, func(place int) bool { return place == index })
}

// namesPhones reports whether a header that is known as personal may as well
// count phones: it is in the plural.
func namesPhones(h header) bool {
	w := wideOf(h)
	return w.plural && isPhone(w.category)
}

// guard hides a cell that may be a number to call, below those that were looked at.
func (p phoneColumn) guard(cell []byte, counts bool, item wideItem) wideItem {
	text, _ := cleanText(cell)
	if p == 0 || item.kind == itemNone || item.kind == itemOne || p.accepts(text) {
		return item
	}
	if counts {
		return wideItem{kind: itemCount, count: withheld}
	}
	return wideItem{kind: itemOne}
}

// singular returns a header's words without the s of a plural.
func singular(name string) string { return strings.TrimSuffix(name, "s") }
