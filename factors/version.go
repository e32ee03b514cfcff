package factors

import (
	"cmp"
	"strconv"
	"strings"
)

// compareVersions orders versions by their parts, numbers as numbers: 2026.9
// comes before 2026.10.
func compareVersions(a, b string) int {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' || r == '+' })
	}
	x, y := split(a), split(b)
	for i := range min(len(x), len(y)) {
		m, mErr := strconv.Atoi(x[i])
		n, nErr := strconv.Atoi(y[i])
		var d int
		if mErr == nil && nErr == nil {
			d = cmp.Compare(m, n)
		} else {
			d = cmp.Compare(x[i], y[i])
		}
		if d != 0 {
			return d
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a, b))
}
