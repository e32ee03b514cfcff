package factors

import (
	"regexp"
	"strconv"
)

// notedPercentiles is how a note says that low and high are others than usual.
var notedPercentiles = regexp.MustCompile(`\bP(\d{1,2}) and P(\d{1,2}) as low and high\b`)

// Percentiles returns which percentiles of its distribution a factor's low and high
// are, as shares: the 5th and the 95th, unless the note says otherwise in the words
// "P10 and P90 as low and high".
func (f *Factor) Percentiles() (low, high float64) {
	if m := notedPercentiles.FindStringSubmatch(f.Note); m != nil {
		from, _ := strconv.Atoi(m[1]) // two digits at most
		to, _ := strconv.Atoi(m[2])
		if 0 < from && from < to {
			return float64(from) / 100, float64(to) / 100
		}
	}
	return 0.05, 0.95
}
