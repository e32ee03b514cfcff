package boavizta

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// A modelName is a name under which an inventory may know a product. A given name
// is one that the table states; the others were made of it, and give way to it.
type modelName struct {
	text  string
	given bool
}

const longestName = 150 // bytes; the longest of the published names has 117

var (
	inches       = regexp.MustCompile(`(\d)\s*(?:”|″|''|")`)
	footnoteMark = regexp.MustCompile(`\b(server|System|Module|Plus)\d$`)
	afterForm    = regexp.MustCompile(`(?i)(\bform factor)\b.+$`)
)

// mendName returns a name as the maker writes it: bytes and footnote marks that slipped
// in are gone, spaces and inch signs regular.
func mendName(name string) string {
	name = strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " ")
	name = inches.ReplaceAllString(name, "$1 inch")
	name = footnoteMark.ReplaceAllString(name, "$1")
	name = strings.TrimSuffix(name, " server")
	return afterForm.ReplaceAllString(name, "$1")
}

// uncut completes a name that a program cut at the decimal mark of its screen size: an
// iPad Pro 12 whose screen has 12.9 inches, and whose sheet is iPadPro_12.9-inch.pdf. Without
// the sheet's word a number at the end may be meant as it is: IdeaPad L3 15.
func uncut(name string, screen decimal.NullDecimal, address string) string {
	at := strings.LastIndexByte(name, ' ')
	if !screen.Valid || screen.Decimal.IsInteger() || name[at+1:] != screen.Decimal.Truncate(0).String() || !strings.Contains(address, screen.Decimal.String()+"-inch") {
		return name
	}
	return name[:at+1] + screen.Decimal.String() + "-inch"
}

// lines are words with which names of Lenovo's product lines begin.
var lines = map[string]bool{
	"thinkpad": true, "thinkcentre": true, "thinkvision": true, "thinkbook": true, "thinksmart": true, "thinksystem": true, "ideapad": true, "ideacentre": true, "yoga": true,
	"legion": true, "flex": true, "miix": true, "lenovo": true, "xiaoxin": true, "yangtian": true, "tianyi": true, "chromebook": true, "xiao": true,
}

var (
	betweenNames = regexp.MustCompile(`\s*(?:/|\.\s*([A-Za-z]))`)
	hasDigit     = regexp.MustCompile(`\d`)
	formWords    = map[string]bool{"sff": true, "tiny": true, "tower": true, "desktop": true, "aio": true}
)

// severalNames takes names apart in which Lenovo lists the models that share a sheet:
//
//	ThinkPad T490.ThinkPad P43s    ThinkPad T490, ThinkPad P43s
//	ThinkCentre M93/M93p SFF       ThinkCentre M93 SFF, ThinkCentre M93p SFF
//	ThinkPad T560. P50s            ThinkPad T560, ThinkPad P50s
//
// A part that is no model by itself, and cannot be completed, is left out.
func severalNames(maker, name string) []string {
	if maker != "lenovo" || !betweenNames.MatchString(name) {
		return []string{name}
	}
	parts := strings.Split(betweenNames.ReplaceAllString(name, "\x00$1"), "\x00")
	first := strings.Fields(parts[0])
	if len(first) == 0 {
		return []string{name}
	}
	line := ""
	if lines[strings.ToLower(first[0])] {
		line = first[0] + " "
	}
	form := ""
	if last := strings.Fields(parts[len(parts)-1]); len(last) > 1 && formWords[strings.ToLower(last[len(last)-1])] {
		form = " " + last[len(last)-1]
	}
	var names []string
	for i, part := range parts {
		fields := strings.Fields(part)
		switch {
		case len(fields) == 0:
			continue
		case i > 0 && !lines[strings.ToLower(fields[0])] && !hasDigit.MatchString(fields[0]):
			continue
		case i > 0 && !lines[strings.ToLower(fields[0])]:
			fields[0] = line + fields[0]
		}
		part = strings.Join(fields, " ")
		if i < len(parts)-1 && form != "" && !strings.HasSuffix(part, form) {
			part += form
		}
		names = append(names, part)
	}
	return names
}

var (
	kindAtEnd = regexp.MustCompile(`(?i)\s+(?:monitor|display|desktop pc|notebook pc|laptop pc|convertible pc|mobile workstation pc|notebook|laptop|thin client|zero client|laptop pc energy star)$`)
	allInOne  = regexp.MustCompile(`(?i)\ball-in-one desktop$`)

	// 256GB, with 64GB, with 32GB memory 256GB storage, 1TB: what an inventory's model does not tell.
	configured = regexp.MustCompile(`(?i)(?:\s+with)?(?:\s+wi-fi \+ cellular)?(?:\s+(?:with|and|apple|m\d max))*(?:\s+\d+(?:\.\d+)?\s?[gt]b(?:\s+(?:memory|storage))?)`)

	chip        = regexp.MustCompile(`\((M\d) CPU\b`)
	chipAndYear = regexp.MustCompile(`\((M\d) (\d{4})\)`)
	appleOfYear = regexp.MustCompile(`^(\d+(?:\.\d)?)-inch (MacBook Air|MacBook Pro|iMac)\b(.*) - (\d{4})$`)
	retina      = regexp.MustCompile(`with (?:Retina (4K|5K)|(4K|5K) Retina) display`)
	galaxyCode  = regexp.MustCompile(`^(.*) \((SM-[A-Z0-9]+)\)$`)
)

var formFactors = []struct{ long, short string }{
	{"Micro Form Factor", "Micro"}, {"Micro Form Factor", "MFF"}, {"Small Form Factor", "SFF"}, {"Mini Tower", "MT"},
}

// namesOfModel returns the names of one product: as given, and as inventories write it.
func namesOfModel(maker, name string) []modelName {
	names := []modelName{{name, true}}
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			names = append(names, modelName{text, false})
		}
	}
	add(kindAtEnd.ReplaceAllString(name, ""))
	add(allInOne.ReplaceAllString(name, "All-in-One"))
	for _, form := range formFactors {
		if rest, ok := strings.CutSuffix(name, form.long); ok {
			add(rest + form.short)
		}
	}
	switch maker {
	case "apple":
		for _, text := range appleNames(name) {
			add(text)
		}
	case "samsung":
		if m := galaxyCode.FindStringSubmatch(name); m != nil {
			add(m[1])
			add(m[2])
		}
	}
	return names
}

// appleNames returns the names that Apple gives its devices to go by, which
// device management reports: MacBook Pro (13-inch, M1, 2020). The table names the
// configuration instead.
func appleNames(name string) []string {
	plain := configured.ReplaceAllString(name, "")
	if m := chipAndYear.FindStringSubmatch(plain); m != nil && strings.HasPrefix(plain, "MacBook Pro") {
		return []string{"MacBook Pro (13-inch, " + m[1] + ", " + m[2] + ")"}
	}
	m := appleOfYear.FindStringSubmatch(plain)
	if m == nil {
		return []string{chipAndYear.ReplaceAllString(plain, "($1, $2)")}
	}
	size, product, about, year := m[1]+"-inch", m[2], m[3], m[4]
	m1 := ""
	if found := chip.FindStringSubmatch(about); found != nil {
		m1 = found[1] + ", "
	}
	screen := ""
	if found := retina.FindStringSubmatch(about); found != nil && m1 == "" {
		screen = "Retina " + found[1] + found[2] + ", "
	}
	switch {
	case product == "MacBook Air" && m1 != "":
		return []string{product + " (" + m1 + year + ")"}
	case product == "MacBook Air":
		return []string{product + " (Retina, " + size + ", " + year + ")"}
	}
	return []string{product + " (" + screen + size + ", " + m1 + year + ")"}
}
