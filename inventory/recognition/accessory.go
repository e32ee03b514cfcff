package recognition

import (
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// What belongs to a device is named after it: a laptop bag, a monitor arm, printer
// toner, une housse de portable. English names the accessory last, French first.

type accessoryWords struct {
	last, first, any map[string]Reason
	longest          int // words
}

var accessories = sync.OnceValue(func() *accessoryWords {
	a := &accessoryWords{last: make(map[string]Reason), first: make(map[string]Reason), any: make(map[string]Reason)}
	places := map[string]map[string]Reason{"last": a.last, "first": a.first, "any": a.any}
	for line := range dataLines("accessories.tsv") {
		for name := range strings.SplitSeq(line[2], "|") {
			key := fold.Words(name)
			places[line[1]][key] = Reason(line[0])
			a.longest = max(a.longest, 1+strings.Count(key, " "))
		}
	}
	return a
})

// accessoryIn returns the reason for which words name no device but what belongs
// to one; empty for none.
func accessoryIn(key string) Reason {
	a := accessories()
	fields := strings.Fields(key)
	if len(fields) > 1 && fields[len(fields)-1] == "mount" && fields[len(fields)-2] == "rack" {
		return "" // the form of a device; not the mount of a monitor
	}
	for len(fields) > 1 && hasDigit(fields[len(fields)-1]) {
		fields = fields[:len(fields)-1] // toner black 83a
	}
	for i := range fields {
		for n := 1; n <= a.longest && i+n <= len(fields); n++ {
			words := fields[i]
			if n > 1 {
				words = strings.Join(fields[i:i+n], " ")
			}
			if r := reasonOf(a.any, words); r != "" {
				return r
			}
			if i == 0 {
				if r := reasonOf(a.first, words); r != "" {
					return r
				}
			}
			if i+n == len(fields) {
				if r := reasonOf(a.last, words); r != "" && (r != KindUnsupported || !undergoes(fields[:i])) {
					return r
				}
			}
		}
	}
	return ""
}

// carriers are accessories that are bought with devices in them.
var carriers = map[string]bool{"cart": true, "carts": true, "trolley": true, "trolleys": true, "chariot": true, "chariots": true, "locker": true, "lockers": true, "valise": true, "wagen": true, "koffer": true}

// carriesDevices reports whether a text may be about so many devices as well as about
// what they are kept in: Chromebook cart (30).
func carriesDevices(outside, remark string) bool {
	fields := strings.Fields(fold.Words(outside))
	count, _, _ := strings.Cut(fold.Words(remark), " ")
	if len(fields) < 2 || count == "" || !allDigits(count) || len(count) > 3 || count == "1" {
		return false
	}
	return carriers[fields[0]] || carriers[fields[len(fields)-1]]
}

func reasonOf(words map[string]Reason, w string) Reason {
	if r, ok := words[w]; ok {
		return r
	}
	if s, ok := strings.CutSuffix(w, "s"); ok {
		return words[s]
	}
	return ""
}

// undergoes reports whether words end so that a service behind them is the state
// or an extra of a device: laptop under repair, laptop 3 year warranty.
func undergoes(before []string) bool {
	if len(before) == 0 {
		return false
	}
	w := before[len(before)-1]
	return hasDigit(w) || serviceStates[w]
}

var serviceStates = map[string]bool{
	"under": true, "in": true, "on": true, "of": true, "out": true, "awaiting": true, "en": true, "sous": true, "hors": true,
	"year": true, "years": true, "yr": true, "yrs": true, "an": true, "ans": true, "month": true, "months": true, "mois": true,
}
