package recognition

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/fold"
)

// CanonicalModel returns the canonical maker of a model and the form in which
// models are compared: lower-case words without the maker's name, the marketing
// tail, the screen's size, memory, processor and colour; generations and forms
// of case spelled one way. "Dell Latitude 5420", "LATITUDE-5420" and "Latitude 5420 XCTO"
// are all "dell", "latitude 5420"; "HP EliteDesk 800 G5 Desktop Mini PC" is
// "hp", "elitedesk 800 g5 mini". An identifier of one product stands for that
// product: "20XW004AUK" of Lenovo is "thinkpad x1 carbon gen 9".
//
// The subject of the exact model in a factor pack is the two with a colon
// between. Where the model begins with no family word (5420), the family that is
// known otherwise may have to be put before it. A placeholder gives an
// empty model. The function is pure, and its result is its own canonical form.
func CanonicalModel(manufacturer, model string) (maker, canonical string) {
	m := standard().readModel(Thing{Manufacturer: manufacturer, Model: model})
	if m.family != nil && m.family.maker != "" {
		return m.family.maker, trimMaker(m.name, m.family.maker)
	}
	return m.maker, m.name
}

// maxModel is how many characters of a model are kept.
const maxModel = 200

// canonicalWords returns the canonical words of a model by a maker.
func canonicalWords(model, maker string) string {
	if thing := beforeCompany(model); thing != model && isAccessory(model[len(thing):]) {
		model = thing // Latitude 5420 with bag; not MacBook Air with Retina display
	}
	size := int64(0)
	if s, ok := sizeIn(model, 800, 6000, false); ok {
		size = s.size
		model = model[:s.start] + " " + model[s.end:]
	}
	fields := strings.Fields(fold.Words(plus(configured.ReplaceAllString(model, " "))))
	fields = withoutMaker(fields, maker)
	if len(fields) > 1 {
		fields = dropNoise(unify(fields))
	}
	if sizedMakers[maker] || len(fields) > 0 && fields[0] == "zbook" || !slices.ContainsFunc(fields, hasDigit) {
		fields = withSize(fields, size, maker)
	}
	switch maker {
	case "apple":
		fields = appleWords(fields)
	case "samsung":
		fields = withoutCode(fields)
	}
	return shorten(strings.Join(fields, " "), maxModel)
}

// configured is a part of a configuration with a decimal mark, at which words would
// part: 1.4GHz, 1,92 TB, 4.5K.
var configured = regexp.MustCompile(`(?i)\b\d{1,2}[.,]\d{1,2} ?(?:[gm]hz|[gt][bo]|k)\b`)

// plus spells out a plus that belongs to the word before it: a Galaxy S20+ is no Galaxy S20.
func plus(model string) string {
	for i := 1; i < len(model); i++ {
		if model[i] == '+' && isAlphanumeric(model[i-1]|0x20) {
			return model[:i] + " plus " + plus(model[i+1:])
		}
	}
	return model
}

// isAccessory reports whether what comes with a thing is an accessory of it: " with bag".
func isAccessory(company string) bool {
	fields := strings.Fields(fold.Words(company))
	if len(fields) > 0 && fields[0] == "without" {
		return true
	}
	for n := 2; n <= min(3, len(fields)); n++ {
		what := strings.Join(fields[1:n], " ")
		if k, ok := types().keyword(what); ok && belongings[k.category] || accessoryIn(what) != "" {
			return true
		}
	}
	return false
}

// withoutCode drops the code that stands behind a Samsung product's name: galaxy z
// fold3 sm f926b.
func withoutCode(fields []string) []string {
	for i := 1; i+1 < len(fields); i++ {
		if fields[i] == "sm" && hasDigit(fields[i+1]) {
			return append(fields[:i:i], fields[i+2:]...)
		}
	}
	return fields
}

// saidModel returns a model that nobody knows as the row has it: in lower case,
// without its maker's name in front.
func saidModel(model, maker string) string {
	fields := strings.Fields(strings.ToLower(model))
	for len(fields) > 1 {
		n := saidMaker(fields, maker)
		if n == 0 || n == len(fields) {
			break
		}
		fields = fields[n:]
		for len(fields) > 1 && (legalForms[strings.Trim(fields[0], ".,")] || strings.Trim(fields[0], "-–:") == "") {
			fields = fields[1:]
		}
	}
	return shorten(strings.Join(fields, " "), maxModel)
}

// saidMaker returns how many of the first fields are the maker's name, whatever its punctuation.
func saidMaker(fields []string, maker string) int {
	for n := min(makers().longest, len(fields)); n > 0; n-- {
		if words := strings.Fields(fold.Words(strings.Join(fields[:n], " "))); len(words) > 0 && makerFields(words, maker) == len(words) {
			return n
		}
	}
	return 0
}

// sizedMakers sell one name in several sizes, which are different products.
var sizedMakers = map[string]bool{"apple": true, "microsoft": true}

// withSize puts a screen's size in whole inches behind the family's words.
func withSize(fields []string, size int64, maker string) []string {
	if size == 0 || maker == "microsoft" && fields[0] != "surface" {
		return fields
	}
	return append(fields, strconv.FormatInt(size/100, 10))
}

// withoutMaker drops the maker's name at the front, however often it stands there.
func withoutMaker(fields []string, maker string) []string {
	for len(fields) > 1 {
		n := makerFields(fields, maker)
		if n == 0 || n == len(fields) {
			break
		}
		fields = fields[n:]
		for len(fields) > 1 && legalForms[fields[0]] {
			fields = fields[1:]
		}
	}
	return fields
}

var legalForms = map[string]bool{"inc": true, "corp": true, "corporation": true, "co": true, "ltd": true, "gmbh": true, "computer": true}

// makerFields returns how many of the first fields are the maker's name.
func makerFields(fields []string, maker string) int {
	for n := min(makers().longest, len(fields)); n > 0; n-- {
		key := fields[0]
		if n > 1 {
			key = strings.Join(fields[:n], " ")
		}
		if found, ok := makers().prefixes[key]; ok && makersAgree(found, maker) || key == maker {
			return n
		}
	}
	return 0
}

// trimMaker drops a maker's name from the front of a canonical model.
func trimMaker(model, maker string) string {
	rest, ok := strings.CutPrefix(model, maker+" ")
	if !ok {
		return model
	}
	return rest
}

// forms are the forms of case that tell products of one name apart.
var forms = []struct{ words, form []string }{
	{[]string{"ultra", "small", "form", "factor"}, []string{"usff"}},
	{[]string{"small", "form", "factor"}, []string{"sff"}},
	{[]string{"micro", "form", "factor"}, []string{"micro"}},
	{[]string{"desktop", "mini"}, []string{"mini"}},
	{[]string{"mini", "desktop"}, []string{"mini"}},
	{[]string{"ultra", "slim", "desktop"}, []string{"usdt"}},
	{[]string{"all", "in", "one"}, []string{"aio"}},
	{[]string{"mini", "tower"}, []string{"mt"}},
	{[]string{"think", "pad"}, []string{"thinkpad"}},
	{[]string{"think", "centre"}, []string{"thinkcentre"}},
	{[]string{"mac", "book"}, []string{"macbook"}},
	{[]string{"elite", "book"}, []string{"elitebook"}},
	{[]string{"pro", "book"}, []string{"probook"}},
	{[]string{"opti", "plex"}, []string{"optiplex"}},
	{[]string{"wi", "fi"}, []string{"wifi"}},
	{[]string{"2", "in", "1"}, []string{"2in1"}},
}

var formWords = map[string]string{"dm": "mini", "mff": "micro", "twr": "tower", "minitower": "mt", "microtower": "mt", "allinone": "aio"}

// unify spells forms and generations one way: "gen2", "2nd gen", "2nd generation"
// and "generation 2" are "gen 2"; "840g3" is "840 g3".
func unify(fields []string) []string {
	out := make([]string, 0, len(fields)+1)
	for i := 0; i < len(fields); i++ {
		w := fields[i]
		if n, form := formAt(fields[i:]); n > 0 {
			out = append(out, form...)
			i += n - 1
			continue
		}
		next := ""
		if i+1 < len(fields) {
			next = fields[i+1]
		}
		switch {
		case formWords[w] != "":
			out = append(out, formWords[w])
		case isOrdinal(w) && (next == "gen" || next == "generation"):
			out = append(out, "gen", w[:len(w)-2])
			i++
		case (w == "gen" || w == "generation") && next != "" && isDigit(next[0]):
			out = append(out, "gen", strings.TrimRight(next, "ia"))
			i++
		case strings.HasPrefix(w, "gen") && len(w) > 3 && allDigits(w[3:]) && len(w) < 6:
			out = append(out, "gen", w[3:])
		default:
			if number, generation, ok := splitGeneration(w); ok && (i == 0 || !isProcessor(fields[i-1])) {
				out = append(out, number, generation)
			} else {
				out = append(out, w)
			}
		}
	}
	return out
}

// formAt returns the form of case that a text begins with, and its words.
func formAt(fields []string) (int, []string) {
next:
	for _, f := range forms {
		if len(fields) < len(f.words) {
			continue
		}
		for i, w := range f.words {
			if fields[i] != w {
				continue next
			}
		}
		return len(f.words), f.form
	}
	return 0, nil
}

func isOrdinal(w string) bool {
	return len(w) > 2 && isDigit(w[0]) && (strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd") || strings.HasSuffix(w, "th")) && allDigits(w[:len(w)-2])
}

// splitGeneration splits 840g3 into 840 and g3.
func splitGeneration(w string) (number, generation string, ok bool) {
	at := strings.LastIndexByte(w, 'g')
	if at < 3 || at == len(w)-1 || at < len(w)-3 || !allDigits(w[:at]) || !allDigits(w[at+1:]) {
		return "", "", false
	}
	return w[:at], w[at:], true
}

// noise are words of a model's name that tell no product from another.
var noise = map[string]bool{
	"notebook": true, "laptop": true, "pc": true, "computer": true, "desktop": true, "workstation": true, "server": true, "monitor": true, "display": true,
	"smartphone": true, "xcto": true, "cto": true, "btx": true, "bto": true, "base": true, "model": true, "bundle": true, "qwerty": true, "azerty": true, "qwertz": true,
	"touchscreen": true, "cpu": true, "gpu": true, "intel": true, "amd": true, "celeron": true, "pentium": true, "vpro": true, "windows": true, "win10": true, "w10p": true,
	"win11": true, "w11p": true, "black": true, "silver": true, "white": true, "grey": true, "gray": true, "graphite": true, "noir": true, "argent": true, "gris": true, "blanc": true, "inches": true, "inch": true,
	"dual": true, "sim": true, "ssd": true, "hdd": true, "ram": true, "ddr4": true, "series": true, "retina": true, "energy": true, "star": true, "wifi": true, "cellular": true,
	"unlocked": true, "lcd": true, "led": true, "backlit": true, "widescreen": true, "uhd": true, "fhd": true, "wuxga": true,
}

// keptNoise are phrases whose words would be noise elsewhere.
var keptNoise = map[string]bool{"studio display": true, "thunderbolt display": true, "pro display": true, "cinema display": true, "surface laptop": true, "galaxy book": true}

// dropNoise drops the words that tell no product from another: those between a
// name and the end, as long as a name remains.
func dropNoise(fields []string) []string {
	out := make([]string, 0, len(fields))
	for i := 0; i < len(fields); i++ {
		w := fields[i]
		switch {
		case i == 0:
			out = append(out, w)
		case w == "core" && i+1 < len(fields) && isProcessor(fields[i+1]):
		case isProcessor(w):
			for i+1 < len(fields) && isProcessorNumber(fields[i+1]) {
				i++
			}
		case isCapacity(w):
		case allDigits(w) && i+1 < len(fields) && isCapacityUnit(fields[i+1]):
			i++
		case w == "mobile" && i+1 < len(fields) && fields[i+1] == "workstation":
			i++
		case noise[w] && !keptNoise[fields[i-1]+" "+w]:
		default:
			out = append(out, w)
		}
	}
	for len(out) > 1 && (out[len(out)-1] == "with" || out[len(out)-1] == "and") {
		out = out[:len(out)-1]
	}
	if len(out) > 1 && noise[out[0]] && slices.ContainsFunc(out[1:], isFamilyWord) {
		out = out[1:] // laptop probook x360 11
	}
	if !slices.ContainsFunc(out, hasDigit) && !keepsName[fields[0]] {
		return fields // what is left names no product: rack server with hdd
	}
	return out
}

// isFamilyWord reports whether a word is like no other the name of a family.
func isFamilyWord(w string) bool {
	for _, f := range families().byFirst[w] {
		if !f.weak && f.maker != "" && len(f.words) == 1 {
			return true
		}
	}
	return false
}

// keepsName are names that need no number.
var keepsName = map[string]bool{"macbook": true, "imac": true, "mac": true, "ipad": true, "iphone": true, "surface": true, "homepod": true}

// isProcessor reports whether a word begins a processor's name: i5, i7, r5.
func isProcessor(w string) bool {
	return len(w) == 2 && w[0] == 'i' && (w[1] == '3' || w[1] == '5' || w[1] == '7' || w[1] == '9') || w == "ryzen"
}

// isProcessorNumber reports whether a word goes on with it: 8250u, 1135g7, pro, 5.
func isProcessorNumber(w string) bool {
	return w == "pro" || len(w) == 1 && isDigit(w[0]) || len(w) >= 4 && isDigit(w[0]) && hasDigit(w[1:])
}

// isCapacity reports whether a word is a size of memory or storage: 16gb, 1to.
func isCapacity(w string) bool {
	return len(w) > 2 && isDigit(w[0]) && isCapacityUnit(strings.TrimLeft(w, "0123456789"))
}

func isCapacityUnit(w string) bool {
	switch w {
	case "gb", "tb", "go", "to", "mb", "ghz":
		return true
	}
	return false
}

// appleWords puts the words of an Apple product in one order: the family, the size, the
// chip where the size and the year do not tell it, the generation, the year.
// "13-inch MacBook Air (M1 CPU) 256GB - 2020" and "MacBook Air (M1, 2020)" are the same.
func appleWords(fields []string) []string {
	var p appleProduct
	for rest := fields; len(rest) > 0; {
		rest = rest[p.take(rest):]
	}
	if len(p.name) == 0 {
		return fields
	}
	if strings.Join(p.name, " ") == "macbook air" && len(p.chip) > 0 && p.chip[0] == "m1" {
		p.size = nil // there is one size only, which not everybody states
	}
	return slices.Concat(p.name, p.size, p.chip, p.generation, p.year)
}

type appleProduct struct{ name, size, chip, generation, year []string }

// take puts the first of the fields where it belongs, and returns how many it took.
func (p *appleProduct) take(fields []string) int {
	w, next := fields[0], ""
	if len(fields) > 1 {
		next = fields[1]
	}
	switch {
	case len(w) == 2 && w[0] == 'm' && isDigit(w[1]):
		if next == "pro" || next == "max" || next == "ultra" {
			return 2 // of a size and a year there is no other
		}
		p.chip = append(p.chip, w)
	case len(w) == 4 && strings.HasPrefix(w, "20") && allDigits(w):
		p.year = []string{w}
	case allDigits(w) && next == "core", w == "thunderbolt" && allDigits(next) && next != "":
		return 2
	case p.isSize(fields):
		p.size = []string{w}
	case w == "gen" && next != "":
		p.generation = []string{w, next}
		return 2
	case w == "touch" && next == "bar":
		return 2
	case !appleNoise[w]:
		p.name = append(p.name, w)
	}
	return 1
}

// isSize reports whether the first of the fields is a screen's size: behind the name
// of what has several sizes, of an iPad at the end.
func (p *appleProduct) isSize(fields []string) bool {
	if len(fields[0]) != 2 || !allDigits(fields[0]) || len(p.name) == 0 {
		return false
	}
	return p.name[0] == "macbook" || p.name[0] == "imac" || p.name[0] == "ipad" && len(fields) == 1
}

// appleNoise are words that tell no Apple product from another of the same year.
var appleNoise = map[string]bool{
	"early": true, "mid": true, "late": true, "with": true, "and": true, "apple": true, "5k": true, "4k": true, "quad": true, "ports": true, "two": true, "four": true, "core": true,
}
