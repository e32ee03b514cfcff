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
	var r recognised
	d := device{kind: Hardware, recognition: Unresolved}

	maker, makerKnown := canonicalMaker(t.manufacturer)
	modelWords := words(t.model)
	if isPlaceholder(modelWords) {
		modelWords = ""
	}
	prefix, rest := makerPrefix(modelWords)
	if prefix != "" && (maker == "" || !makerKnown || makersAgree(maker, prefix)) {
		if maker == "" || !makerKnown {
			maker = prefix
		}
	}
	d.manufacturer, d.model = maker, normalModel(t.model, maker)
	if modelWords == "" || rest == "" {
		d.model = ""
	}

	// A maker may only show in the model; the family then says who it is.
	text := modelWords
	if maker != "" && !strings.HasPrefix(modelWords, words(maker)) {
		text = words(maker) + " " + modelWords
	}
	f := families().find(maker, text)
	if f != nil && f.exclude != "" {
		return recognised{exclude: f.exclude, reason: t.model}
	}

	stated, how, found := typeMeaning{}, Unresolved, false
	for _, cell := range []string{t.subcategory, t.category} {
		if isPlaceholder(words(cell)) {
			continue
		}
		m, h, ok := types().lookType(cell)
		if !ok {
			r.unknownType = r.unknownType || cell == t.category
			continue
		}
		if m.exclude != "" {
			return recognised{exclude: m.exclude, reason: cell}
		}
		if m.category != "" || !found {
			stated, how, found = m, h, true
		}
		if m.category != "" {
			break
		}
	}
	if stated.category == "" && !isPlaceholder(words(t.chassis)) {
		if m, ok := lookChassis(t.chassis); ok {
			stated, how = m, Stated
		}
	}

	switch {
	case stated.category != "":
		d.category, d.variant, d.recognition = stated.category, stated.variant, how
	case f != nil && f.category != "":
		d.category, d.recognition = f.category, ByFamily
	default:
		if m, ok := types().keyword(modelWords); ok && m.category != "" {
			d.category, d.variant, d.recognition = m.category, m.variant, ByKeyword
			break
		}
		if m, h, ok := types().lookType(t.manufacturer); ok && m.category != "" && h == Stated && !makerKnown {
			// Columns are sometimes shifted; a maker called "Monitor" is none.
			d.category, d.variant, d.recognition, d.manufacturer = m.category, m.variant, ByKeyword, ""
			break
		}
		if f := familyOfType(t); f != nil {
			d.category, d.variant, d.recognition = f.category, f.variant, ByFamily
			break
		}
		if stated.fallback != "" {
			d.category, d.recognition = stated.fallback, ByKeyword
		}
	}
	if f != nil {
		r.applyFamily(&d, f, maker, makerKnown)
	}
	d.variant = r.variant(t, d, modelWords)
	if d.category == "" && d.model == "" && d.manufacturer == "" {
		// Nothing names the thing but its type; keep that for whoever must look.
		d.model, _ = shorten(strings.ToLower(firstText(t.category, t.subcategory)), maxAttribute)
	}
	r.device = d
	return r
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
func (r *recognised) applyFamily(d *device, f *family, maker string, makerKnown bool) {
	if f.maker != "" && makerKnown && !makersAgree(maker, f.maker) {
		r.maker = maker
	}
	if f.maker != "" {
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

// variant returns the sub-category: the stated one, what the screen's size
// says, what the type or family said, what a word of the model says.
func (r *recognised) variant(t deviceText, d device, modelWords string) string {
	if v := strings.ReplaceAll(words(t.variant), " ", "-"); v != "" && d.category != "" && !isPlaceholder(words(t.variant)) {
		if types().variants[d.category+"/"+v] {
			return v
		}
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
