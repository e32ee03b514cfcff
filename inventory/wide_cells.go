package inventory

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"govfootprint/inventory/recognition"
)

// A cell of a group of columns (see wideGroup) says in many ways that there is an
// item: yes, 2, P2419H, 2 x P2419H.

// isNumberText reports whether a text is a whole number, with or without
// separators between thousands. 15.6 is a size.
func isNumberText(text string) bool {
	digits := 0
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case i == 0 && (r == '-' || r == '+'):
		case (r == ',' || r == '.' || r == ' ' || r == '\u00A0' || r == '\u202F' || r == '\'' || r == '’') && i > 0 && digitsAfter(text, i+len(string(r))) == 3:
		default:
			return false
		}
	}
	return digits > 0
}

func digitsAfter(text string, from int) int {
	n := 0
	for from+n < len(text) && text[from+n] >= '0' && text[from+n] <= '9' {
		n++
	}
	return n
}

func looksLikePhone(text string) bool {
	digits, letters := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits >= 7 && letters <= 3 || strings.Contains(text, "@")
}

// isScreenSpec reports whether a text is a size or a resolution: 15.6", 1920x1080.
func isScreenSpec(text string) bool {
	lower := strings.ToLower(text)
	if recognition.ScreenOf(lower, "laptop")+recognition.ScreenOf(lower, "monitor") > 0 && len(words(text)) <= 12 {
		return true
	}
	w, h, ok := strings.Cut(strings.ReplaceAll(lower, " ", ""), "x")
	_, wide := smallNumber([]byte(w))
	return ok && wide && len(w) >= 3 && len(h) >= 3 && h[0] >= '0' && h[0] <= '9'
}

// A wideItem is what a cell of a group says.
type wideItem struct {
	kind  itemKind
	model string
	count string
}

type itemKind uint8

const (
	itemNone  itemKind = iota
	itemOne            // yes
	itemCount          // so many
	itemModel          // one of that model, or several: 2 x P2419H
)

var (
	yesWords = map[string]bool{"yes": true, "y": true, "oui": true, "ja": true, "si": true, "sim": true, "true": true, "vrai": true, "x": true, "xx": true, "ok": true, "issued": true, "provided": true, "fourni": true, "fournie": true, "included": true, "present": true, "have": true}
	noWords  = map[string]bool{"no": true, "non": true, "nein": true, "nao": true, "false": true, "faux": true, "not required": true, "not issued": true, "not provided": true, "built in": true, "integrated": true, "integre": true, "integree": true, "n": true, "without": true, "returned": true}
)

// itemOf reads a cell of a group.
func itemOf(text string) wideItem {
	w := words(text)
	switch {
	case text == "✓" || text == "✔" || text == "☑" || yesWords[w]:
		return wideItem{kind: itemOne}
	case noWords[w] || isBlankText(text) || isFormulaError(text):
		return wideItem{kind: itemNone}
	}
	if isNumberText(text) {
		if n, ok := parseNumber(text, pointMark, false); ok && n.value.IsZero() {
			return wideItem{kind: itemNone}
		}
		return wideItem{kind: itemCount, count: text}
	}
	if n, rest, ok := timesModel(text); ok {
		return wideItem{kind: itemModel, count: n, model: rest}
	}
	return wideItem{kind: itemModel, model: text}
}

// timesModel reads 2 x P2419H, 2× Dell P2419H, 2 monitors.
func timesModel(text string) (count, model string, ok bool) {
	digits := 0
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 3 || text[0] == '0' {
		return "", "", false
	}
	rest := strings.TrimLeft(text[digits:], " ")
	if after, found := strings.CutPrefix(strings.ToLower(rest), "x "); found && digits <= 2 {
		return text[:digits], strings.TrimSpace(rest[len(rest)-len(after):]), true
	}
	if after, found := strings.CutPrefix(rest, "×"); found {
		return text[:digits], strings.TrimSpace(after), true
	}
	if category, _ := recognition.CategoryOfType(rest); category != "" {
		return text[:digits], "", true
	}
	return "", "", false
}

// maxWideMemo bounds the cells of a group that are remembered.
const maxWideMemo = 1 << 12

// read reads a cell of the group, remembering what it read before.
func (g *wideGroup) read(text []byte) wideItem {
	if len(text) == 0 {
		return wideItem{}
	}
	if found, ok := g.memo[string(text)]; ok {
		return found
	}
	clean, _ := cleanText(text)
	item := itemOf(clean)
	if looksLikePhone(clean) && item.kind == itemModel {
		item = wideItem{kind: itemOne}
	}
	if g.memo == nil {
		g.memo = make(map[string]wideItem)
	}
	if len(g.memo) < maxWideMemo {
		g.memo[string(text)] = item
	}
	return item
}

// item returns what a row says of the group's item. The row's own item decides
// what a number below Monitor is: 24 beside a laptop is a size.
func (g *wideGroup) item(r *row, own bool) wideItem {
	at := func(i int) []byte {
		if i < 0 || i >= len(r.cells) {
			return nil
		}
		return r.cells[i].text
	}
	none := func(cell []byte, item wideItem) bool { // 0 of them, whatever else the row says
		return item.kind == itemNone && len(cell) > 0 && isNumberText(string(cell))
	}
	item := g.phones.guard(at(g.value), g.counts, g.read(at(g.value)))
	if bad, is := g.badCount(at(g.value), item); is {
		bad.model = g.status
		return bad
	}
	if none(at(g.value), item) {
		return item
	}
	if g.status != "" {
		item.model = g.status
		return item
	}
	if item.kind == itemCount && own && recognition.Class(g.category) == "screen" {
		if n, ok := smallNumber([]byte(item.count)); ok && n >= 10 {
			item = wideItem{kind: itemModel, model: item.count + `"`}
		}
	}
	item.addModel(g.read(at(g.model)))
	if count := g.read(at(g.count)); count.kind == itemCount {
		item.kind, item.count = itemCount, count.count
	} else if count.kind == itemModel { // many: rejected where it stands, for one would be made up
		item.kind, item.count = itemCount, cmp.Or(count.count, count.model)
	} else if none(at(g.count), count) {
		return wideItem{}
	}
	if item.kind == itemNone && g.shown(at) {
		item.kind = itemOne
	}
	return item
}

// badCount returns a cell of a column of counts that is none: c. 550, n/k. It
// goes on as a count, for the conversion to reject it with its place and value.
func (g *wideGroup) badCount(cell []byte, item wideItem) (bad wideItem, is bool) {
	if !g.counts || item.kind == itemCount || item.kind == itemOne || item.count != "" {
		return item, false
	}
	text, _ := cleanText(cell)
	if w := words(text); item.kind == itemNone && (!g.aggregate || !hasLetter(w) || noWords[w] || zeroWords[w] || isFormulaError(text)) {
		return item, false
	}
	return wideItem{kind: itemCount, count: text}, true
}

// zeroWords say in a column of counts that there are none.
var zeroWords = map[string]bool{"none": true, "nil": true, "null": true, "zero": true, "aucun": true, "aucune": true, "neant": true, "keine": true, "ninguno": true}

// addModel takes what the column of the model says into the item.
func (item *wideItem) addModel(m wideItem) {
	if m.kind == itemNone {
		return
	}
	if item.kind == itemNone {
		item.kind = itemOne
	}
	switch m.kind {
	case itemModel:
		item.model = m.model
		if m.count != "" {
			item.count = m.count
		}
	case itemCount:
		item.model = m.count // a model that is a number
	default:
	}
}

// shown reports whether only a maker or a serial number shows that there is an item.
func (g *wideGroup) shown(at func(int) []byte) bool {
	if g.read(at(g.maker)).kind == itemModel {
		return true
	}
	return slices.ContainsFunc(g.presence, func(i int) bool {
		text, _ := cleanText(at(i)) // not remembered: it names a single device
		return itemOf(text).kind != itemNone
	})
}
