package inventory

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"govfootprint/internal/nearest"
)

// A knownKey is the key of a header that is read, with what tells at a glance
// that a word cannot be a misspelling of it.
type knownKey struct {
	key     string
	letters uint32 // which letters and digits it has
}

// knownKeys are the keys of all headers that are read, in order.
var knownKeys = sync.OnceValue(func() []knownKey {
	const shortest = 4
	var keys []knownKey
	for key, m := range headers().meanings {
		if m.field != noField && len(key) >= shortest {
			keys = append(keys, knownKey{key, lettersOf(key)})
		}
	}
	slices.SortFunc(keys, func(a, b knownKey) int { return strings.Compare(a.key, b.key) })
	return keys
})

func lettersOf(key string) (letters uint32) {
	for i := range len(key) {
		letters |= 1 << (key[i] & 31)
	}
	return letters
}

// nearKey returns the known key that a header is nearly. Comparing two words
// costs the product of their lengths, and there are thousands: those that differ
// by more letters than a misspelling may are passed over.
func nearKey(key string) (string, bool) {
	const share = 3 // of the letters, one may be wrong
	may, letters := max(1, len(key)/share), lettersOf(key)
	var candidates []string
	for _, k := range knownKeys() {
		if len(k.key) > len(key)+may || len(k.key)+may < len(key) || bits.OnesCount32(k.letters&^letters) > may || bits.OnesCount32(letters&^k.letters) > may {
			continue
		}
		candidates = append(candidates, k.key)
	}
	return nearest.Of(key, candidates)
}
