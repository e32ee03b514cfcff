package bill

import (
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// anyProvider marks what holds for every provider.
const anyProvider = "*"

// conflicting is the place of a name that stands for several, depending on the provider.
const conflicting = "?"

var regions = sync.OnceValue(func() map[string]map[string]string {
	m := map[string]map[string]string{"": {}}
	for line := range dataLines("regions.tsv", 4) {
		provider, place := line[0], line[1]
		if m[provider] == nil {
			m[provider] = make(map[string]string)
		}
		for _, name := range append(strings.Split(line[3], "|"), line[2]) {
			key := regionKey(name)
			if key == "" {
				continue
			}
			m[provider][key] = place
			if other, taken := m[""][key]; taken && other != place {
				place = conflicting
			}
			m[""][key] = place
			place = line[1]
		}
	}
	return m
})

// regionKey is the form in which names of regions are looked up: UK South, uksouth
// and uk-south are one.
func regionKey(text string) string {
	return strings.ReplaceAll(fold.Words(text), " ", "")
}

// Region returns where a provider's region is: an ISO 3166-1 code, or an ISO 3166-2
// code in the United States, Canada and Australia, whose subdivisions have
// electricity factors of their own. The region is given by its code, its name, the
// short code of Amazon's usage types (EUW2), or a zone of it: eu-west-2, EU (London),
// eu-west-2a, UK South, uksouth, europe-west9-b. It is false for what is nowhere
// in particular (External, global, multi-regions of several countries) and for
// what is not known. Where the provider is not known, so are names that
// providers use for different places.
func Region(provider, text string) (place string, ok bool) {
	text = strings.TrimSpace(cut(text))
	if text == "" {
		return "", false
	}
	all := regions()
	for _, key := range regionKeys(text) {
		for _, p := range []string{provider, anyProvider} {
			switch place, ok = all[p][key]; {
			case ok && place == conflicting:
				return "", false
			case ok:
				return place, true
			}
		}
	}
	return "", false
}

// regionKeys returns the keys of a region, and of the region that a zone is in.
func regionKeys(text string) []string {
	key := regionKey(text)
	keys := []string{key}
	lower := strings.ToLower(text)
	if n := len(key); n > 2 && key[n-1] >= 'a' && key[n-1] <= 'h' && (isDigit(key[n-2]) || strings.HasSuffix(lower, "-"+key[n-1:])) {
		keys = append(keys, key[:n-1]) // eu-west-2a, europe-west9-b
	}
	if head, tail, found := strings.Cut(lower, "-az"); found && len(tail) == 1 && isDigit(tail[0]) {
		if code, other := zoneCodes[head]; other {
			head = code
		}
		keys = append(keys, regionKey(head)) // euw2-az1
	}
	if head, name, found := strings.Cut(text, "("); found { // Paris (europe-west9)
		keys = append(keys, regionKey(strings.TrimRight(name, ") ")), regionKey(head))
	}
	return keys
}

// zoneCodes are the short names in Amazon's identifiers of zones that are others than
// the short codes of usage types: apse3-az1 is in APS4.
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
var zoneCodes = map[string]string{
	"apne1": "apn1", "apne2": "apn2", "apne3": "apn3", "apse1": "aps1", "apse2": "aps2", "apse3": "aps4", "apse4": "aps6", "apse5": "aps7",
	"apse6": "aps8", "apse7": "aps9", "aps1": "aps3", "aps2": "aps5", "cac1": "can1", "caw1": "can2",
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// UsageRegion returns the short code of the region at the front of an Amazon usage
// type, for [Region]: EUW2 of EUW2-BoxUsage:m5.large. A usage type without one is of
// us-east-1.
func UsageRegion(usageType string) string {
	code, _, found := strings.Cut(strings.TrimSpace(cut(usageType)), "-")
	if found {
		if _, known := regions()[AWS][strings.ToLower(code)]; known && code == strings.ToUpper(code) {
			return code
		}
		if code == "EU" {
			return "EUW1" // its first name
		}
	}
	if strings.TrimSpace(usageType) == "" {
		return ""
	}
	return "USE1"
}
