package recognition

import (
	"cmp"
	"strings"

	"govfootprint/inventory/fold"
)

// recognise takes the ways to a category in the order of their certainty; see [How].
func (c *catalogue) recognise(t Thing) Result {
	m := c.readModel(t)
	if m.family != nil && m.family.left != "" {
		return Result{Left: m.family.left, LeftWord: cmp.Or(t.Model, t.Manufacturer)}
	}
	stated := readType(t)
	if stated.left != "" {
		return Result{Left: stated.left, LeftWord: stated.word}
	}
	r := Result{Manufacturer: m.maker, Model: m.name, UnknownType: stated.unknown, Remark: stated.remark, How: Unresolved}
	switch {
	case stated.category != "" && stated.how == Stated && !m.particularises(stated.category):
		r.Category, r.Variant, r.How = stated.category, stated.variant, Stated
		r.Why = `the row says "` + stated.word + `"`
	case m.accessory != "":
		return Result{Left: m.accessory, LeftWord: t.Model}
	default:
		if left := r.categorise(t, m, stated); left != "" {
			return Result{Left: left, LeftWord: cmp.Or(t.Model, t.Manufacturer, t.Chassis)}
		}
	}
	if m.family == nil && m.pattern == nil && m.identifier == nil {
		r.Model = saidModel(m.said, r.Manufacturer)
	}
	r.applyIdentifier(m)
	r.applyFamily(m)
	r.Variant = subcategory(t, r, m)
	r.Confidence = r.confidence()
	if r.Category == "" && r.Model == "" && r.Manufacturer == "" {
		// Nothing names the thing but its type; keep that for whoever must look.
		r.Model = shorten(strings.ToLower(cmp.Or(t.Type, t.Subtype)), maxModel)
	}
	return r
}

// confidence says how sure the category is.
func (r *Result) confidence() Confidence {
	if r.How == Unresolved {
		return NoConfidence
	}
	if len(r.Contradictions) > 0 || r.How == Keyword {
		return Low
	}
	if r.How == Family {
		return Medium
	}
	return High
}

// modelReading is what the maker and the model of a row say.
type modelReading struct {
	maker      string // canonical
	makerKnown bool   // it is in the list of makers
	name       string // canonical model
	said       string // the model as the row says it
	words      string // the model as words; empty for a placeholder
	text       string // the same with the maker before it
	family     *family
	read       string // the word of the text that a typing mistake hid, empty for none
	identifier *identifier
	pattern    *pattern
	accessory  Reason
	carries    bool // it may be about what is in it
}

// particularises reports whether the model says more than a type that is general: an
// access point that is called network gear.
func (m *modelReading) particularises(stated string) bool {
	category := ""
	switch {
	case m.family != nil:
		category = m.family.category
	case m.pattern != nil:
		category = m.pattern.category
	}
	return stated == generalNetwork && category != stated && Class(category) == Class(stated)
}

// generalNetwork is the category of network equipment of which no more is known.
const generalNetwork = "network-device"

func (c *catalogue) readModel(t Thing) modelReading {
	t.Model, t.Number = shorten(t.Model, 2*maxModel), shorten(t.Number, 2*maxModel)
	var m modelReading
	m.maker, m.makerKnown = canonicalMaker(t.Manufacturer)
	m.words = realWords(t.Model)
	// A maker may only show in the model.
	prefix, rest := makerPrefix(m.words)
	if prefix != "" && (m.maker == "" || !m.makerKnown) {
		m.maker, m.makerKnown = prefix, true
	}
	if onlyCompany(rest) {
		rest = ""
	}
	number := realWords(t.Number)
	for _, text := range []string{t.Number, t.Model} {
		if m.identifier = c.identify(m.maker, text); m.identifier != nil {
			break
		}
	}
	model := t.Model
	switch {
	case m.identifier != nil:
		m.maker, m.makerKnown = cmp.Or(m.maker, m.identifier.maker), true
		model = m.identifier.name
		rest = fold.Words(model)
	case m.words == "" && number != "":
		m.words, model, rest = number, t.Number, number
	}
	if rest != "" {
		m.name = canonicalWords(model, m.maker)
		m.said = model
	}
	m.text = fold.Words(model)
	if m.words == "" {
		m.text = ""
	}
	if m.maker != "" && !startsWithWords(m.text, m.maker) {
		m.text = fold.Words(m.maker) + " " + m.text
	}
	m.family, m.read = families().find(m.maker, m.text)
	if m.read != "" {
		m.name = strings.Replace(m.name, m.read, families().typos.correct(m.read), 1)
	}
	if m.family == nil && m.identifier == nil && m.words != "" {
		m.pattern = findPattern(m.maker, m.makerKnown, rest)
	}
	if m.identifier == nil && m.words != "" && (m.family == nil || m.family.left == "") {
		m.readAccessory(model)
	}
	return m
}

// onlyCompany reports whether words are what every company's name has: the model "Dell
// Inc." is none.
func onlyCompany(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if !companyWords[w] {
			return false
		}
	}
	return true
}

// readAccessory notes whether the model is of what belongs to a device. A charger or
// a dock for a device is one, whatever family of devices it is named after.
func (m *modelReading) readAccessory(model string) {
	outside, remark := withoutBrackets(model)
	main := fold.Words(beforeCompany(outside))
	k, ok := types().keyword(main)
	if m.family == nil && len(m.several(outside)) > 0 {
		return
	}
	switch {
	case carriesDevices(outside, remark):
		m.carries = true
	case ok && belongings[k.category] && (m.family == nil || !belongings[m.family.category]):
		m.family = &family{maker: m.maker, category: k.category, variant: k.variant, words: []string{k.category}}
	case m.family != nil && m.family.category == "power-adapter":
	case main != fold.Words(model) && ReasonOfType(main) != "": // RAM upgrade for laptops
		m.accessory = ReasonOfType(main)
	case strings.Contains(main, " "):
		m.accessory = accessoryIn(main)
	}
}

// several returns the kinds of devices that a model joins by a word for and.
func (m *modelReading) several(model string) []string {
	if !namesTogether(model) {
		return nil
	}
	return lookPlainType(model).alternatives
}

// belongings are categories of things that are named after the device they belong to.
var belongings = map[string]bool{"dock": true, "keyboard": true, "mouse": true, "power-adapter": true, "headset": true, "webcam": true}

func startsWithWords(text, words string) bool {
	rest, ok := strings.CutPrefix(text, words)
	return ok && (rest == "" || rest[0] == ' ')
}

// realWords returns a text as words, empty for a placeholder.
func realWords(text string) string {
	w := fold.Words(text)
	if fold.IsPlaceholder(w) || isPlaceholderModel(w) {
		return ""
	}
	return w
}

// isPlaceholderModel reports whether words are what firmware says of a model
// that nobody filled in.
func isPlaceholderModel(w string) bool {
	if strings.Trim(w, "0 x-") == "" || strings.Trim(w, "1234567890 ") == "" && len(w) > 6 {
		return true
	}
	return strings.HasPrefix(w, "to be filled") || strings.HasPrefix(w, "default string") || strings.HasPrefix(w, "system product name")
}

// typeReading is what the type cells of a row say.
type typeReading struct {
	typeFinding
	word    string // the cell that says it
	unknown bool   // there is a type, and it is in no list
}

// readType looks the type cells up, the finer first. One that names a class of
// things gives way to one that names a thing.
func readType(t Thing) typeReading {
	r := typeReading{typeFinding: typeFinding{how: Unresolved}}
	found := false
	for i, cell := range [...]string{t.Subtype, t.Type} {
		if fold.IsPlaceholder(fold.Words(cell)) {
			continue
		}
		f := lookType(cell)
		switch {
		case !f.known():
			r.carries = r.carries || f.carries
			r.unknown = r.unknown || i == 1
		case f.left != "":
			return typeReading{typeFinding: f, word: cell}
		case !found || f.category != "":
			remark := cmp.Or(r.remark, f.remark)
			r.typeFinding, r.word, found = f, cell, true
			r.remark = remark
		}
		if r.category != "" {
			return r
		}
	}
	if !fold.IsPlaceholder(fold.Words(t.Chassis)) && len(r.alternatives) == 0 {
		if m, ok := lookChassis(t.Chassis); ok {
			r.typeMeaning, r.how, r.word = m, Stated, "chassis "+t.Chassis
		}
	}
	return r
}

// categorise finds the category of a thing whose type does not tell for certain.
// It returns the reason to leave the thing out, if it finds one.
func (r *Result) categorise(t Thing, m modelReading, stated typeReading) Reason {
	if (m.carries || stated.carries) && stated.category == "" {
		return ""
	}
	if m.family != nil && m.family.category != "" {
		r.byFamily(m)
		return ""
	}
	if p := m.pattern; p != nil && m.particularises(stated.category) {
		r.Category, r.Variant, r.How, r.Why = p.category, p.variant, Family, p.says
		return ""
	}
	if id := m.identifier; id != nil && id.category != "" {
		r.Category, r.How = id.category, Identifier
		return ""
	}
	if stated.category != "" { // by a word of the type
		r.Category, r.Variant, r.How, r.Alternatives = stated.category, stated.variant, stated.how, stated.alternatives
		r.Why = `a word of "` + stated.word + `" says so`
		return ""
	}
	if len(stated.alternatives) > 0 {
		r.Alternatives = stated.alternatives
		r.Why = `"` + stated.word + `" can be ` + strings.Join(stated.alternatives, " or ")
		return ""
	}
	if several := m.several(t.Model); len(several) > 0 {
		r.Alternatives = several
		r.Why = `"` + t.Model + `" names ` + strings.Join(several, " and ")
		return ""
	}
	if k, ok := types().keyword(m.words); ok && (k.category != "" || k.left != "") {
		if k.left != "" {
			return k.left
		}
		r.Category, r.Variant, r.How = k.category, k.variant, Keyword
		r.Why = `a word of the model "` + t.Model + `" says so`
		return ""
	}
	if p := m.pattern; p != nil {
		r.Category, r.Variant, r.How, r.Why = p.category, p.variant, Family, p.says
		return ""
	}
	if strings.Trim(t.Chassis, "{} ") == "1" && virtualMakers[m.maker] {
		return VirtualMachine
	}
	if k := lookType(t.Manufacturer); k.category != "" && k.how == Stated && !m.makerKnown {
		// Columns are sometimes shifted; a maker called "Monitor" is none.
		r.Category, r.Variant, r.How, r.Manufacturer = k.category, k.variant, Keyword, ""
		return ""
	}
	if f := lookType(t.Model); f.category != "" && f.how == Stated && m.words != "" { // a type in the column of models: Screen, own
		r.Category, r.Variant, r.How = f.category, f.variant, Keyword
		r.Why = `the model "` + t.Model + `" is a type`
		return ""
	}
	if f := familyOfType(t); f != nil {
		r.Category, r.Variant, r.How = f.category, f.variant, Family
		r.Why = `the type "` + t.Type + `" names a product family`
		return ""
	}
	if stated.fallback != "" {
		r.Category, r.How = stated.fallback, Keyword
		r.Why = `"` + stated.word + `" mostly means that`
	}
	return ""
}

// virtualMakers make machines that have no hardware of their own; firmware
// gives those the chassis type 1, "other".
var virtualMakers = map[string]bool{"": true, "microsoft": true, "vmware": true, "qemu": true, "xen": true, "red hat": true, "innotek": true, "parallels": true, "amazon": true, "google": true, "nutanix": true, "oracle": true, "openstack foundation": true, "openstack": true}

// refines says where the category of an identified product tells more than that of
// its family, which has both.
var refines = map[string]string{"desktop": "all-in-one", "laptop": "tablet"}

// byFamily takes the category of the model's family.
func (r *Result) byFamily(m modelReading) {
	f := m.family
	r.Category, r.Variant, r.How = f.category, f.variant, Family
	if id := m.identifier; id != nil {
		if refines[f.category] == id.category && id.category != "" {
			r.Category, r.Variant = id.category, ""
		}
		r.How = Identifier
		return
	}
	if f.namesProduct(m.name) && m.read == "" && !f.broad {
		r.How = Model
	}
	switch name := strings.TrimSpace(title(f.maker) + " " + f.name); {
	case m.read != "":
		r.Why = `"` + m.read + `" was read as ` + f.words[0] + ", a family of " + title(f.maker)
	case r.How == Model:
		r.Why = m.name + " is a model of " + name
	default:
		r.Why = "the model is of the family " + name
	}
}

// familyOfType finds a family in the type column: some inventories write models there.
func familyOfType(t Thing) *family {
	w := fold.Words(t.Type)
	if fold.IsPlaceholder(w) {
		return nil
	}
	f, read := families().find("", w)
	if f == nil || read != "" || f.left != "" || f.category == "" {
		return nil
	}
	return f
}

// applyIdentifier says what the identifier told.
func (r *Result) applyIdentifier(m modelReading) {
	id := m.identifier
	if id == nil {
		return
	}
	says := id.kind + " " + id.code + " is " + id.name
	if r.How == Stated {
		r.Why += "; " + says
		return
	}
	r.Why = says
}

// applyFamily completes a thing with what its family says.
func (r *Result) applyFamily(m modelReading) {
	f := m.family
	if f == nil {
		return
	}
	if f.maker != "" {
		if m.makerKnown && !makersAgree(m.maker, f.maker) {
			r.Contradictions = append(r.Contradictions, Contradiction{MakerAgainstModel, m.maker, f.maker})
		}
		r.Manufacturer = f.maker
		r.Model = trimMaker(r.Model, f.maker)
	}
	r.Family = f.name
	if r.Category == f.category && r.Variant == "" {
		r.Variant = f.variant
	}
	if r.How == Stated && !f.weak && f.category != "" && Class(r.Category) != Class(f.category) {
		r.Contradictions = append(r.Contradictions, Contradiction{TypeAgainstModel, r.Category, f.category})
	}
}

// subcategory returns the variant: the stated one, what the screen's size
// says, what the type or family said, what a word of the model says.
func subcategory(t Thing, r Result, m modelReading) string {
	if v := strings.ReplaceAll(fold.Words(t.Variant), " ", "-"); v != "" && KnowsVariant(r.Category, v) {
		return v
	}
	if t.Screen > 0 {
		if v := screenVariant(r.Category, t.Screen); v != "" {
			return v
		}
	}
	if r.Variant != "" {
		return r.Variant
	}
	switch r.Category {
	case "laptop", "monitor":
		text := t.Model
		if m.identifier != nil {
			text = m.identifier.name
		}
		size := ScreenOf(text, r.Category)
		if size == 0 && r.Category == "monitor" {
			size = sizeOfMonitor(m.name)
		}
		if size > 0 {
			return screenVariant(r.Category, size)
		}
	case "desktop":
		return desktopVariant(m.words)
	case "server":
		return cmp.Or(t.Casing, serverVariant(m.words))
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

// Class groups categories between which inventories do not draw the line
// where the catalogue does.
func Class(category string) string {
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

// title writes a maker's name for a person.
func title(maker string) string {
	switch {
	case maker == "":
		return ""
	case len(maker) <= 3 || acronyms[maker]:
		return strings.ToUpper(maker)
	}
	return strings.ToUpper(maker[:1]) + maker[1:]
}

var acronyms = map[string]bool{"asus": true, "benq": true, "eizo": true, "qnap": true}
