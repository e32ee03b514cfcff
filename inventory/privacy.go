package inventory

import (
	"regexp"
	"strings"
)

// Personal data is kept out at three places. Columns whose header names a person
// or a way to one are not read: their cells never reach the conversion. Values
// that look personal in a column that is read are removed here. And what a
// problem quotes passes here too.

var personalPatterns = regexp.MustCompile(`(?i)[^\s@]+@[^\s@]+\.[a-z]{2,}` + // e-mail
	`|^[a-z0-9-]{2,}\\[a-z0-9._-]{2,}$` + // DOMAIN\account
	`|\b([0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b` + // MAC address
	`|\b(\d{1,3}\.){3}\d{1,3}\b` + // IPv4 address
	`|\b\d{15}\b` + // IMEI
	`|\+\d[\d ().-]{8,}\d`) // telephone

// personalPrefixes begin texts that name a person in a column of places or departments.
var personalPrefixes = []string{
	"staff:", "student:", "user:", "pupil:", "employee:", "person:", "teacher:", "assigned to", "issued to", "c/o", "care of",
	"mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "miss ", "dr ", "dr. ", "mme ", "m. ", "mlle ", "utilisateur:", "agent:", "chez ",
}

// looksPersonal reports whether a text looks like personal data.
func looksPersonal(text string) bool {
	if !strings.ContainsAny(text, "@\\:+") && !hasDigit(text) && strings.IndexByte(text, ' ') < 0 {
		return false
	}
	lower := strings.ToLower(text)
	for _, prefix := range personalPrefixes {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	return personalPatterns.MatchString(text)
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

// homePlaces are words with which a site says that its user works at home; what
// follows them may be a name or an address.
var homePlaces = []string{"home", "remote", "wfh", "working from home", "home worker", "homeworker", "télétravail", "teletravail", "domicile", "à domicile"}

// publicSite returns a site as profiles may keep it: a home is just "home".
func publicSite(text string) (site string, changed bool) {
	if looksPersonal(text) {
		return "", true
	}
	lower := strings.ToLower(text)
	for _, home := range homePlaces {
		if rest, ok := strings.CutPrefix(lower, home); ok {
			if rest == "" {
				return text, false
			}
			if rest[0] == ' ' && strings.HasPrefix(strings.TrimSpace(rest), "-") || strings.IndexByte("-:,(/", rest[0]) >= 0 {
				return "home", true
			}
		}
	}
	return text, false
}

// quotable returns a cell's text as a problem may quote it.
func quotable(text string) string {
	const most = 80
	if looksPersonal(text) {
		return "…"
	}
	if short, cut := shorten(text, most); cut {
		return short + "…"
	}
	return text
}
