package inventory

import (
	"strings"
)

// deviceText is what a row says about the thing itself, as its cells stand.
type deviceText struct {
	category, subcategory, chassis, manufacturer, model, variant string
	screen                                                       int64 // hundredths of an inch; 0 for unknown
	casing                                                       string
}

// A recognised device, or the reason to leave it out.
type recognised struct {
	device      device
	exclude     Code
	reason      string // the word that gives the reason
	maker       string // stated maker that contradicts the model, canonical
	typeClash   string // category of the model that contradicts the stated one
	unknownType bool   // the row has a type that is in no list
}

// recognise finds out what a row describes, the surest way first: its type in the
// catalogue's words, the product family of its model, a word of its model or type.
// A type that names a class of things, such as "personal computer", leaves it
// to the model. What is not found stays unresolved and visible.
func recognise(t deviceText) recognised {
	m := readModel(t)
	if m.family != nil && m.family.exclude != "" {
		return recognised{exclude: m.family.exclude, reason: t.model}
	}
	stated := readType(t)
	if stated.exclude != "" {
		return recognised{exclude: stated.exclude, reason: stated.reason}
	}
	r := recognised{unknownType: stated.unknown}
	d := device{kind: Hardware, manufacturer: m.maker, model: m.name, recognition: Unresolved}
	if stated.category != "" {
		d.category, d.variant, d.recognition = stated.category, stated.variant, stated.how
	} else {
		d.categorise(t, m, stated)
	}
	if m.family != nil {
		r.applyFamily(&d, m)
	}
	d.variant = subcategory(t, d, m.words)
	if d.category == "" && d.model == "" && d.manufacturer == "" {
		// Nothing names the thing but its type; keep that for whoever must look.
		d.model, _ = shorten(strings.ToLower(firstText(t.category, t.subcategory)), maxAttribute)
	}
	r.device = d
	return r
}

// modelReading is what the maker and the model of a row say.
type modelReading struct {
	maker      string // canonical
	makerKnown bool   // it is in the list of makers
	name       string // the model as profiles keep it
	words      string // the model as words; empty for a placeholder
	family     *family
}

func readModel(t deviceText) modelReading {
	var m modelReading
	m.maker, m.makerKnown = canonicalMaker(t.manufacturer)
	if m.words = words(t.model); isPlaceholder(m.words) {
		m.words = ""
	}
	// A maker may only show in the model.
	prefix, rest := makerPrefix(m.words)
	if prefix != "" && (m.maker == "" || !m.makerKnown) {
		m.maker = prefix
	}
	if m.words != "" && rest != "" {
		m.name = normalModel(t.model, m.maker)
	}
	text := m.words
	if m.maker != "" && !strings.HasPrefix(text, words(m.maker)) {
		text = words(m.maker) + " " + text
	}
	m.family = families().find(m.maker, text)
	return m
}

// typeReading is what the type cells of a row say.
type typeReading struct {
	typeMeaning
	how     Recognition
	reason  string // the word that leaves the row out
	unknown bool   // there is a type, and it is in no list
}

// readType looks the type cells up, the finer first. One that names a class of
// things gives way to one that names a thing.
func readType(t deviceText) typeReading {
	r := typeReading{how: Unresolved}
	found := false
	for _, cell := range []string{t.subcategory, t.category} {
		if isPlaceholder(words(cell)) {
			continue
		}
		m, how, ok := types().lookType(cell)
		switch {
		case !ok:
			r.unknown = r.unknown || cell == t.category
		case m.exclude != "":
			return typeReading{typeMeaning: m, reason: cell}
		case !found || m.category != "":
			r.typeMeaning, r.how, found = m, how, true
		}
		if r.category != "" {
			return r
		}
	}
	if !isPlaceholder(words(t.chassis)) {
		if m, ok := lookChassis(t.chassis); ok {
			r.typeMeaning, r.how = m, Stated
		}
	}
	return r
}

// categorise finds the category of a thing whose type does not tell.
func (d *device) categorise(t deviceText, m modelReading, stated typeReading) {
	if m.family != nil && m.family.category != "" {
		d.category, d.recognition = m.family.category, ByFamily
		return
	}
	if k, ok := types().keyword(m.words); ok && k.category != "" {
		d.category, d.variant, d.recognition = k.category, k.variant, ByKeyword
		return
	}
	if k, how, ok := types().lookType(t.manufacturer); ok && k.category != "" && how == Stated && !m.makerKnown {
		// Columns are sometimes shifted; a maker called "Monitor" is none.
		d.category, d.variant, d.recognition, d.manufacturer = k.category, k.variant, ByKeyword, ""
		return
	}
	if f := familyOfType(t); f != nil {
		d.category, d.variant, d.recognition = f.category, f.variant, ByFamily
		return
	}
	if stated.fallback != "" {
		d.category, d.recognition = stated.fallback, ByKeyword
	}
}

// familyOfType finds a family in the type column: some inventories write models there.
func familyOfType(t deviceText) *family {
	if isPlaceholder(words(t.category)) {
		return nil
	}
	f := families().find("", words(t.category))
	if f == nil || f.exclude != "" || f.category == "" {
		return nil
	}
	return f
}

// applyFamily completes a device with what its family says.
func (r *recognised) applyFamily(d *device, m modelReading) {
	f := m.family
	if f.maker != "" {
		if m.makerKnown && !makersAgree(m.maker, f.maker) {
			r.maker = m.maker
		}
		d.manufacturer = f.maker
		d.model = strings.TrimPrefix(d.model, f.maker+" ")
	}
	d.family = f.name
	if d.category == f.category && d.variant == "" {
		d.variant = f.variant
	}
	if d.recognition == Stated && !f.weak && f.category != "" && categoryClass(d.category) != categoryClass(f.category) {
		r.typeClash = f.category
	}
}

// subcategory returns the variant: the stated one, what the screen's size
// says, what the type or family said, what a word of the model says.
func subcategory(t deviceText, d device, modelWords string) string {
	if v := strings.ReplaceAll(words(t.variant), " ", "-"); types().variants[d.category+"/"+v] {
		return v
	}
	if v := screenVariant(d.category, t.screen); v != "" && t.screen > 0 {
		return v
	}
	if d.variant != "" {
		return d.variant
	}
	switch d.category {
	case "laptop", "monitor":
		if size := screenOfModel(t.model, d.category); size > 0 {
			return screenVariant(d.category, size)
		}
	case "desktop":
		return desktopVariant(modelWords)
	case "server":
		return firstText(t.casing, serverVariant(modelWords))
	}
	return ""
}

// desktopVariant returns the form of a desktop that its model names.
func desktopVariant(modelWords string) string {
	for w := range strings.FieldsSeq(modelWords) {
		switch w {
		case "micro", "mini", "tiny", "usff", "mff", "dm", "nano", "nuc":
			return "micro"
		case "sff", "sf":
			return "small-form-factor"
		case "mt", "tower", "tour", "minitower", "microtower", "twr", "cmt":
			return "tower"
		}
	}
	if strings.Contains(modelWords, "small form factor") {
		return "small-form-factor"
	}
	return ""
}

// serverVariant returns the form of a server that its model names.
func serverVariant(modelWords string) string {
	for w := range strings.FieldsSeq(modelWords) {
		switch w {
		case "rack", "rackmount", "1u", "2u", "4u":
			return "rack"
		case "blade", "lame":
			return "blade"
		case "tower", "tour":
			return "tower"
		}
	}
	return ""
}

// screenOfModel returns the size of a screen that a model states with a unit
// (27", 15.6-inch, 24 pouces, 27p), in hundredths of an inch; 0 for none.
func screenOfModel(model, category string) int64 {
	least, most := int64(1000), int64(1900)
	if category == "monitor" {
		least, most = 1500, 6000
	}
	lower := strings.ToLower(model)
	for i := 0; i < len(lower); i++ {
		if lower[i] < '0' || lower[i] > '9' || i > 0 && (isAlphanumeric(lower[i-1]) || lower[i-1] == '.') {
			continue
		}
		size, end := int64(0), i
		for end < len(lower) && lower[end] >= '0' && lower[end] <= '9' && end-i < 4 {
			size = size*10 + int64(lower[end]-'0')
			end++
		}
		size *= 100
		if end+1 < len(lower) && (lower[end] == '.' || lower[end] == ',') && lower[end+1] >= '0' && lower[end+1] <= '9' {
			size += int64(lower[end+1]-'0') * 10
			end += 2
		}
		rest := strings.TrimLeft(lower[end:], " -")
		for _, unit := range []string{`"`, "''", "”", "″", "inch", "in ", "in)", "pouce", "po ", "p ", "zoll"} {
			if strings.HasPrefix(rest+" ", unit) && size >= least && size <= most {
				return size
			}
		}
		if category == "laptop" && size >= 1100 && size <= 1800 && strings.Contains(lower[:i], "macbook") {
			return size // MacBook Pro 14
		}
		i = end - 1
	}
	return 0
}

func isAlphanumeric(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// categoryClass groups categories between which inventories do not draw the line
// where the catalogue does.
func categoryClass(category string) string {
	switch category {
	case "laptop", "mobile-workstation", "tablet":
		return "portable"
	case "desktop", "workstation", "all-in-one", "thin-client":
		return "desktop"
	case "smartphone", "feature-phone", "barcode-scanner", "iot":
		return "handheld"
	case "monitor", "television", "video-conference", "projector":
		return "screen"
	case "printer", "plotter", "scanner":
		return "print"
	case "switch", "router", "firewall", "access-point", "modem-router", "load-balancer", "network-device":
		return "network"
	case "server", "storage", "tape-library":
		return "server"
	}
	return category
}

// maxAttribute is how many characters of a text an attribute keeps.
const maxAttribute = 200

// normalModel returns a model as profiles keep it: in lower case, without its
// maker's name in front.
func normalModel(model, maker string) string {
	fields := strings.Fields(strings.ToLower(model))
	for len(fields) > 1 {
		n := makerFields(fields, maker)
		if n == 0 || n == len(fields) {
			break
		}
		fields = fields[n:]
		for len(fields) > 1 && legalForms[strings.Trim(fields[0], ".,")] {
			fields = fields[1:]
		}
		if len(fields) > 1 && strings.Trim(fields[0], "-–:") == "" {
			fields = fields[1:]
		}
	}
	m, _ := shorten(strings.Join(fields, " "), maxAttribute)
	return m
}

var legalForms = map[string]bool{"inc": true, "corp": true, "corporation": true, "co": true, "ltd": true, "gmbh": true, "computer": true}

// makerFields returns how many of the first fields are the maker's name.
func makerFields(fields []string, maker string) int {
	for n := min(makers().longest, len(fields)); n > 0; n-- {
		key := words(strings.Join(fields[:n], " "))
		if found, ok := makers().prefixes[key]; ok && makersAgree(found, maker) || key == words(maker) && key != "" {
			return n
		}
	}
	return 0
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
