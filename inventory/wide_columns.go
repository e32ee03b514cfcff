package inventory

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"govfootprint/inventory/recognition"
)

// A wide table has further items in columns of a row: Monitor 1, Monitor 2,
// Docking station. Or it has nothing else: Department, Laptops, Desktops. Such
// columns are groups, each with a category, and each cell that is filled in is
// an item of its own, with what the row says of place, status and dates.

// wideRole is what a column says of the item of its group.
type wideRole uint8

const (
	wideValue    wideRole = iota // a model, yes or no, or how many
	wideModel                    // its model
	wideMaker                    // its maker
	wideCount                    // how many
	wideScreen                   // its screen's size
	widePresence                 // names the single item: that it is filled in is all that is seen of it
	wideIgnored                  // its price, its warranty …
)

// A wideHeader is what a header says of a group.
type wideHeader struct {
	category, variant string
	text              string // what stands for the category where the header leaves it to the model: PC 1
	ordinal           string // 1 in Monitor 1
	role              wideRole
	plural            bool
}

// wideRoles are the words of a header that say what a column of a group holds.
var wideRoles = map[string]wideRole{
	"model": wideModel, "modele": wideModel, "modell": wideModel, "modelo": wideModel, "product": wideModel,
	"make": wideMaker, "brand": wideMaker, "maker": wideMaker, "manufacturer": wideMaker, "marque": wideMaker, "constructeur": wideMaker, "fabricant": wideMaker,
	"qty": wideCount, "quantity": wideCount, "count": wideCount, "nombre": wideCount,
	"quantite": wideCount, //nolint:misspell // French
	"nb":       wideCount, "nbre": wideCount, "qte": wideCount, "number": wideCount, "anzahl": wideCount,
	"size": wideScreen, "taille": wideScreen, "inch": wideScreen, "inches": wideScreen, "pouces": wideScreen,
	"serial": widePresence, "sn": widePresence, "serie": widePresence, "tag": widePresence, "asset": widePresence, "barcode": widePresence, "id": widePresence, "inventory": widePresence, "inventaire": widePresence,
	"cost": wideIgnored, "price": wideIgnored, "warranty": wideIgnored, "date": wideIgnored, "purchased": wideIgnored, "supplier": wideIgnored, "prix": wideIgnored, "garantie": wideIgnored, "status": wideIgnored,
	"condition": wideIgnored, "connection": wideIgnored, "resolution": wideIgnored, "notes": wideIgnored, "comments": wideIgnored, "location": wideIgnored, "port": wideIgnored, "ip": wideIgnored,
}

// wideFillers are words of a header that say nothing about its group.
var wideFillers = map[string]bool{
	"no": true, "n": true, "nr": true, "num": true, "numero": true, "of": true, "the": true, "de": true, "du": true, "d": true, "des": true, "s": true,
	"additional": true, "extra": true, "external": true, "other": true, "main": true, "primary": true, "secondary": true, "left": true, "right": true, "externe": true, "supplementaire": true,
	"issued": true, "provided": true, "held": true, "total": true, "desk": true, "desktop": false,
}

var ordinalWords = map[string]string{
	"1st": "1", "first": "1", "premier": "1", "premiere": "1", "1er": "1", "1ere": "1", "i": "1", "2nd": "2", "second": "2", "seconde": "2", "deuxieme": "2", "2eme": "2", "2e": "2", "ii": "2",
	"3rd": "3", "third": "3", "troisieme": "3", "3eme": "3", "3e": "3", "iii": "3", "4th": "4", "fourth": "4", "a": "1", "b": "2", "c": "3",
}

// wideOf returns what a header says of a group; the category is empty where it
// says nothing of the kind.
func wideOf(h header) wideHeader {
	var w wideHeader
	if len(h.text) > 60 || h.key == "" || hasLongNumber(h.text) {
		return w
	}
	text := h.text
	if category, _ := recognition.CategoryOfType(singular(text)); category == "" { // iPads is one word
		text = splitDigits(text)
	}
	fields := strings.Fields(strings.ReplaceAll(words(text), " s n", " sn"))
	if len(fields) > 6 {
		return w
	}
	ordinal, role, rest := sortWideWords(fields)
	if len(rest) == 0 {
		return w
	}
	name := strings.Join(rest, " ")
	if name == "cpu" || name == "cpus" || name == "uc" { // how many processors it has; as a type it is a tower
		return wideHeader{}
	}
	category, variant := recognition.CategoryOfType(name)
	if category == "" {
		category, variant = recognition.CategoryOfType(singular(name)) // Telephones
	}
	if whole, _ := recognition.CategoryOfType(singular(words(h.text))); singular(name) == "phone" && whole != "" {
		category, name = whole, words(h.text) // Desk phones
	}
	if category == "" && singular(name) == "phone" {
		category = "smartphone" // or one for the desk: the model says, or nobody
	}
	if category == "" {
		return wideHeader{}
	}
	last := rest[len(rest)-1]
	w.category, w.variant, w.ordinal, w.role = category, variant, ordinal, role
	if w.text = category; name == "pc" || name == "computer" || name == "ordinateur" || name == "pcs" {
		w.text = "personal computer"
	}
	if singular(name) == "phone" {
		w.text = "phone"
	}
	w.plural = len(last) > 3 && strings.HasSuffix(last, "s") || last == "pcs"
	if role == wideValue && ordinal == "" && strings.Contains(strings.ToLower(h.unit), "in") {
		w.role = wideScreen
	}
	return w
}

// sortWideWords tells the words of a header apart: those that number a group,
// those that say what the column holds of it, and the rest, which name it. The
// rest is empty where the header cannot be one of a group.
func sortWideWords(fields []string) (ordinal string, role wideRole, rest []string) {
	roles := 0
	for _, f := range fields {
		r, isRole := wideRoles[f]
		switch {
		case f[0] >= '0' && f[0] <= '9' && len(f) <= 2 && strings.Trim(f, "0123456789") == "":
			if ordinal != "" {
				return "", wideValue, nil
			}
			ordinal = strings.TrimLeft(f, "0")
		case ordinalWords[f] != "" && len(fields) > 1:
			ordinal = ordinalWords[f]
		case isRole:
			roles++
			role = max(role, r)
		case f == "type" && ordinal != "": // Monitor 1 type
			role = max(role, wideModel)
		case wideFillers[f] && len(fields) > 1:
		default:
			rest = append(rest, f)
		}
	}
	if roles > 2 {
		return "", wideValue, nil
	}
	return ordinal, role, rest
}

// hasLongNumber reports whether a text has three digits in a row: no header that
// numbers a group has.
func hasLongNumber(text string) bool {
	run := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			run = 0
			continue
		}
		run++
		if run >= 3 {
			return true
		}
	}
	return false
}

// splitDigits puts a space between letters and digits: Monitor1.
func splitDigits(text string) string {
	if !hasDigit(text) {
		return splitCamel(text)
	}
	var b strings.Builder
	before := ' '
	for _, r := range text {
		if unicode.IsDigit(r) && unicode.IsLetter(before) || unicode.IsUpper(r) && unicode.IsDigit(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// A wideGroup is the columns of one further item of a row.
type wideGroup struct {
	category, variant, ordinal string
	text                       string // of the category
	header                     header // of the column that tells most
	value, model, maker, count int    // places; -1 for none
	screen                     int
	presence                   []int
	phones                     phoneColumn // what it accepts, where its header is personal
	aggregate                  bool        // the table is one of counts: what is not known is no 0
	counts                     bool        // its value column holds numbers of units
	plural                     bool        // by its header
	status                     string      // of what it counts, where it is a kind of its row's own; see bindStates
	memo                       map[string]wideItem
}

func newWideGroup(h wideHeader) *wideGroup {
	return &wideGroup{category: h.category, text: h.text, variant: h.variant, ordinal: h.ordinal, plural: h.plural, value: -1, model: -1, maker: -1, count: -1, screen: -1}
}

// add takes a column into the group. It reports false where the group has one
// of that kind already.
func (g *wideGroup) add(index int, h header, role wideRole) bool {
	var place *int
	switch role {
	case wideValue:
		place = &g.value
	case wideModel:
		place = &g.model
	case wideMaker:
		place = &g.maker
	case wideCount:
		place = &g.count
	case wideScreen:
		place = &g.screen
	case widePresence:
		g.presence = append(g.presence, index)
	case wideIgnored:
		return true
	}
	if place != nil {
		if *place >= 0 {
			return false
		}
		*place = index
	}
	if g.header.text == "" || role == wideValue || role == wideModel && g.value < 0 {
		g.header = h
	}
	return true
}

// explicit reports whether a header of the group says that it holds the item's
// model, or how many there are.
func (g *wideGroup) explicit() bool { return g.model >= 0 || g.count >= 0 || g.ordinal != "" }

// bindWide finds the groups among the columns that are not known, as the first
// rows below the header bear them out.
func (t *table) bindWide(rows []row) {
	if t.refuse != "" || t.states {
		return
	}
	groups := t.wideGroupsOf(rows)
	own := t.identifies()
	groups = slices.DeleteFunc(groups, func(g *wideGroup) bool { return !t.borneOut(g, rows, own) })
	if !own && len(groups) == 1 && !groups[0].explicit() && !groups[0].counts {
		return
	}
	if own && t.has(fieldQuantity) {
		// A table with a type and a quantity, and columns of counts beside them: what
		// they count is in doubt, and nothing is counted twice.
		groups = slices.DeleteFunc(groups, func(g *wideGroup) bool { return g.counts && !g.explicit() })
	}
	t.wide = groups
	defer t.shutNumbers()
	for _, g := range groups {
		g.aggregate = t.summarises()
	}
	for n, g := range groups {
		for i := range t.header.headers[:t.width] {
			if g.holds(i) {
				if t.infos[i].Why == whyPersonal {
					g.phones = t.phonesAt(rows, i)
					t.notPersonal(i)
				}
				t.infos[i] = ColumnInfo{Header: t.infos[i].Header, Field: g.fieldAt(i), Item: g.category}
				t.columns = slices.DeleteFunc(t.columns, func(c column) bool { return c.index == i })
				t.wideIndex(i, n)
			}
		}
	}
	t.replace()
	t.tellUnreadItems(rows)
}

// tellUnreadItems warns of columns of numbers that are named after a kind of
// device and are not read: units may be missing.
func (t *table) tellUnreadItems(rows []row) {
	for i, head := range t.header.headers[:t.width] {
		h := wideOf(head)
		if t.infos[i].Why != whyUnknown || h.category == "" || h.role != wideValue && h.role != wideCount || partOfComputer(h.category) {
			continue
		}
		s := sampleColumn(rows, i)
		if s.whole == 0 || recognition.Class(h.category) == "screen" && t.saysWhat() && s.least >= leastScreen {
			continue // sizes of the rows' own screens
		}
		t.told = append(t.told, Problem{Code: CodeColumnItemsUnread, Severity: Warning, Row: t.header.row, Column: head.text, Args: []string{strconv.Itoa(s.whole)}})
	}
}

// leastScreen is the smallest size, in inches, that a number below Monitor may be.
const leastScreen = 10

// wideGroupsOf puts the columns whose headers name a group together.
func (t *table) wideGroupsOf(rows []row) []*wideGroup {
	groups := make(map[[2]string]*wideGroup)
	var order []*wideGroup
	begin := func(h wideHeader) *wideGroup {
		g := newWideGroup(h)
		order = append(order, g)
		return g
	}
	for _, mayBegin := range []bool{true, false} { // a size may stand before its monitor
		for i, head := range t.header.headers[:t.width] {
			h, begins := t.wideColumn(rows, i)
			if h.category == "" || begins != mayBegin {
				continue
			}
			key := [2]string{h.category, h.ordinal}
			g := groups[key]
			if g == nil {
				if !begins {
					continue
				}
				g = begin(h)
				groups[key] = g
			}
			if !g.add(i, head, h.role) && begins { // Monitor, Monitor
				g = begin(h)
				g.ordinal = "+"
				g.add(i, head, h.role)
			}
		}
	}
	return order
}

// wideColumn returns what a column says of a group, and whether it is enough to
// begin one.
func (t *table) wideColumn(rows []row, i int) (h wideHeader, begins bool) {
	why := t.infos[i].Why
	named := why == whyIdentifier && !t.saysWhat() // PC: its name, unless models stand there
	phones := why == whyPersonal && t.phonesAt(rows, i) > 0
	if !phones && why != whyUnknown && why != whyDuplicate && t.infos[i].Field != fieldScreenInches.String() && !named {
		return wideHeader{}, false
	}
	h = wideOf(t.header.headers[i])
	if h.category == "" || named && !t.holdsModels(rows, i) {
		return wideHeader{}, false
	}
	begins = (why == whyUnknown || named || phones) && h.role != wideIgnored && h.role != wideScreen
	return h, begins && !t.numbersDevice(h)
}

// numbersDevice reports whether a header such as Laptop serial number says what the
// row's own device is called by: the row names one, and nothing counts another.
func (t *table) numbersDevice(h wideHeader) bool {
	return h.role == widePresence && h.ordinal == "" && t.saysWhat()
}

// shutNumbers closes the columns of such numbers that belong to no group.
func (t *table) shutNumbers() {
	for i, head := range t.header.headers[:t.width] {
		if t.infos[i].Why != whyUnknown {
			continue
		}
		h := wideOf(head)
		if h.category == "" || !t.numbersDevice(h) {
			continue
		}
		t.infos[i].Why = whyIdentifier
		if recognition.Class(h.category) != "screen" { // that of a screen is not the computer's
			t.watch(i, head, whyIdentifier)
		}
	}
}

func (t *table) wideIndex(i, group int) {
	if t.wideGroups == nil {
		t.wideGroups = make(map[int]int)
	}
	t.wideGroups[i] = group
}

// wideAt returns the group that a column belongs to, -1 for none.
func (t *table) wideAt(index int) int {
	if g, ok := t.wideGroups[index]; ok {
		return g
	}
	return -1
}

func (g *wideGroup) holds(index int) bool {
	return index == g.value || index == g.model || index == g.maker || index == g.count || index == g.screen || slices.Contains(g.presence, index)
}

func (g *wideGroup) fieldAt(index int) string {
	switch index {
	case g.maker:
		return fieldManufacturer.String()
	case g.count:
		return fieldQuantity.String()
	case g.screen:
		return fieldScreenInches.String()
	case g.value:
		if g.counts {
			return fieldQuantity.String()
		}
	}
	if slices.Contains(g.presence, index) {
		return ""
	}
	return fieldModel.String()
}

// nameable are categories after which people call a column of host names or of
// ports: Server, Laptop, Switch. A text in it is a model only if it is known as one.
func nameable(category string) bool {
	switch recognition.Class(category) {
	case "portable", "desktop", "server", "network", "handheld":
		return true
	}
	return false
}

// holdsModels reports whether most texts of a column name known models.
func (t *table) holdsModels(rows []row, index int) bool {
	texts, models := 0, 0
	for _, r := range rows {
		if index >= len(r.cells) || len(r.cells[index].text) > 4*maxHeaderText {
			continue
		}
		if text, _ := cleanText(r.cells[index].text); !isBlankText(text) {
			texts++
			if recognition.Recognise(recognition.Thing{Model: text}).How != recognition.Unresolved {
				models++
			}
		}
	}
	return texts > 0 && models*2 > texts
}

// partOfComputer reports whether a column of that category more likely says what
// is in the row's own item: Hard drive, Camera.
func partOfComputer(category string) bool {
	switch category {
	case "external-drive", "usb-key", "storage", "power-adapter", "cooling", "speaker", "webcam", "ups":
		return true
	}
	return false
}

// borneOut reports whether the first rows agree that a group holds items.
func (t *table) borneOut(g *wideGroup, rows []row, own bool) bool {
	numbers, answers, texts, models, sizes, phones := 0, 0, 0, 0, 0, 0
	index := g.value
	if index < 0 {
		return true // a header that says model, number or serial says enough
	}
	for _, r := range rows {
		if index >= len(r.cells) || len(r.cells[index].text) > 4*maxHeaderText {
			continue
		}
		text, _ := cleanText(r.cells[index].text)
		switch item := itemOf(text); {
		case text == "":
		case looksLikePhone(text):
			phones++
		case isNumberText(text):
			if n, ok := smallNumber([]byte(text)); own && ok && n >= 10 && n < 100 && recognition.Class(g.category) == "screen" {
				sizes++
			} else {
				numbers++
			}
		case isScreenSpec(text) || len(text) <= 5 && !hasLetter(words(text)) && hasDigit(text):
			sizes++
		case item.kind == itemNone || item.kind == itemOne:
			answers++
		default:
			texts++
			if recognition.Recognise(recognition.Thing{Model: item.model}).How != recognition.Unresolved || isMakerWithCode(item.model) {
				models++
			}
		}
	}
	filled := numbers + answers + texts + sizes + phones
	if phones*4 > filled {
		return false
	}
	// One bad cell among counts is that cell's fault, not the column's: it is
	// rejected where it stands, and the others count.
	const countsToTexts = 2
	g.counts = numbers > 0 && texts*countsToTexts <= numbers && models == 0
	if t.isRejected() && models == 0 && g.ordinal == "" { // of rows that were rejected, bad cells are most
		g.counts = numbers > 0 || texts > 0 && g.plural
	}
	switch {
	case filled == 0:
		return own // nothing in it yet; nothing to count either
	case sizes > numbers+answers+texts && g.ordinal == "":
		return false // Screen: 24 is the size of the row's own
	case texts > 0 && partOfComputer(g.category) && g.ordinal == "" && own:
		return false
	case g.counts, t.isRejected() && g.explicit():
		return true
	case texts > 0 && nameable(g.category) && g.model < 0:
		return models*2 >= texts
	}
	return true
}
