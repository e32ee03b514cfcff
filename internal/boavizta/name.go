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
	kindAtEnd = regexp.MustCompile(`(?i)\s+(?:convertible pc|thin client|zero client)$`)

	// 256GB, with 64GB, with 32GB memory 256GB storage, 1TB: what an inventory's model does not tell.
	configured = regexp.MustCompile(`(?i)(?:\s+with)?(?:\s+(?:with|and|apple|m\d max))*(?:\s+\d+(?:\.\d+)?\s?[gt]b(?:\s+(?:memory|storage))?)`)

	chipAndYear = regexp.MustCompile(`^MacBook Pro \((M\d) (\d{4})\)`)
	galaxyCode  = regexp.MustCompile(`^(.*) \((SM-[A-Z0-9]+)\)$`)
)

// namesOfModel returns the names of one product: as given, and as inventories write
// it, where that is another model to recognition.
func namesOfModel(maker, name string) []modelName {
	names := []modelName{{name, true}}
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" && text != name {
			names = append(names, modelName{text, false})
		}
	}
	add(kindAtEnd.ReplaceAllString(name, ""))
	switch maker {
	case "apple":
		// Device management reports no configuration, and the size of each MacBook Pro.
		add(chipAndYear.ReplaceAllString(configured.ReplaceAllString(name, ""), "MacBook Pro (13-inch, $1, $2)"))
	case "samsung":
		if m := galaxyCode.FindStringSubmatch(name); m != nil {
			add(m[1])
			add(m[2])
		}
	}
	return names
}
