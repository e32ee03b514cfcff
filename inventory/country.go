package inventory

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// placeNames are the names of countries and of the subdivisions that have
// electricity factors of their own, as words, with their ISO 3166 codes.
type placeNames struct {
	countries    map[string]string
	subdivisions map[string]string            // CA-ON by "ontario"
	within       map[string]map[string]string // CA-ON by CA and "on"
}

// languagesOfCountries are the languages in which names of countries are known:
// the official ones of the Digital Nations and of the EU that CLDR covers.
var languagesOfCountries = []string{
	"en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "et", "lv", "lt", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg", "el", "ko", "he", "ja", "zh",
}

// places returns the names of places. The table takes some milliseconds to
// make, so it waits for the first name that is no code.
var places = sync.OnceValue(func() *placeNames {
	p := &placeNames{countries: make(map[string]string), subdivisions: make(map[string]string), within: make(map[string]map[string]string)}
	var regions []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string(a) + string(b))
			if err == nil && r.IsCountry() && r.Canonicalize() == r && r.ISO3() != "ZZZ" {
				regions = append(regions, r)
				p.countries[strings.ToLower(r.ISO3())] = r.String()
			}
		}
	}
	for _, name := range languagesOfCountries {
		namer := display.Regions(language.Make(name))
		for _, r := range regions {
			if key := words(namer.Name(r)); key != "" {
				if _, taken := p.countries[key]; !taken {
					p.countries[key] = r.String()
				}
			}
		}
	}
	for line := range dataLines("places.tsv") {
		for name := range strings.SplitSeq(line[1], "|") {
			key := words(name)
			country, subdivision, isSubdivision := strings.Cut(line[0], "-")
			if !isSubdivision {
				p.countries[key] = line[0]
				continue
			}
			p.subdivisions[key] = line[0]
			if p.within[country] == nil {
				p.within[country] = make(map[string]string)
			}
			p.within[country][strings.ToLower(subdivision)] = line[0]
			p.within[country][key] = line[0]
		}
	}
	return p
})

// parseCountry returns the ISO 3166-1 code that a text names, or the ISO 3166-2
// code of a subdivision: FR, fra, Frankreich, CA-ON, Ontario. The nations of the
// United Kingdom are the United Kingdom: its factors have no others.
func parseCountry(text string) (code string, ok bool) {
	if len(text) > maxHeaderText {
		return "", false
	}
	if len(text) == 2 && isUpper(text[0]) && isUpper(text[1]) && text != "UK" && text != "EL" {
		if r, err := language.ParseRegion(text); err == nil && r.IsCountry() && r.Canonicalize() == r {
			return text, true
		}
	}
	key := words(text)
	p := places()
	if code, ok := p.countries[key]; ok {
		return code, true
	}
	if len(key) == 2 {
		if r, err := language.ParseRegion(strings.ToUpper(key)); err == nil && r.IsCountry() && r.Canonicalize() == r {
			return strings.ToUpper(key), true
		}
		return "", false
	}
	if code, ok := p.subdivisions[key]; ok {
		return code, true
	}
	if country, subdivision, both := strings.Cut(key, " "); both && len(country) == 2 && len(subdivision) <= 3 {
		return parseSubdivisionCode(strings.ToUpper(country), subdivision)
	}
	// "France (FR)", "Canada, Ontario", "FR - France"
	if head, _, cut := strings.Cut(text, "("); cut && strings.TrimSpace(head) != "" {
		return parseCountry(strings.TrimSpace(head))
	}
	for _, mark := range []string{", ", " - ", " / ", ": "} {
		if head, tail, cut := strings.Cut(text, mark); cut {
			first, ok := parseCountry(strings.TrimSpace(head))
			if !ok {
				return parseCountry(strings.TrimSpace(tail))
			}
			if code, ok := parseSubdivision(first, tail); ok {
				return code, true
			}
			return first, true
		}
	}
	if head, tail, cut := cutEither(text, "/;|"); cut { // France/FR, UK/England
		return parseBoth(strings.TrimSpace(head), strings.TrimSpace(tail))
	}
	return "", false
}

// cutEither cuts a text at the first of several marks.
func cutEither(text, marks string) (head, tail string, cut bool) {
	i := strings.IndexAny(text, marks)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+1:], true
}

// parseBoth returns the place that two texts name both, the narrower of the two;
// false where they name two places: France/Germany.
func parseBoth(a, b string) (string, bool) {
	first, okFirst := parseCountry(a)
	if !okFirst {
		return "", false
	}
	if code, ok := parseSubdivision(first, b); ok {
		return code, true
	}
	second, ok := parseCountry(b)
	country, _, _ := strings.Cut(first, "-")
	other, _, _ := strings.Cut(second, "-")
	switch {
	case !ok || country != other:
		return "", false
	case len(second) > len(first):
		return second, true
	}
	return first, true
}

// parseSubdivisionCode reads an ISO 3166-2 code. One that is in no table keeps
// its country at least.
func parseSubdivisionCode(country, subdivision string) (string, bool) {
	code, ok := parseCountry(country)
	if !ok {
		return "", false
	}
	if known, ok := places().within[code][subdivision]; ok {
		return known, true
	}
	return code, true
}

// parseSubdivision returns the code of a subdivision that a text names, within a
// country if that is known.
func parseSubdivision(country, text string) (string, bool) {
	key := words(text)
	if key == "" {
		return "", false
	}
	p := places()
	if country == "" {
		code, ok := p.subdivisions[key]
		return code, ok
	}
	country, _, _ = strings.Cut(country, "-")
	if code, ok := p.within[country][key]; ok {
		return code, true
	}
	code, ok := p.within[country][strings.TrimPrefix(key, strings.ToLower(country)+" ")]
	return code, ok
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
