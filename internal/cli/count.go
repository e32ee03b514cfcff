package cli

import "govfootprint/reports/wording"

// count is a number with its noun, in a message: 1 row, 2 rows.
func count[N ~int | ~int64](n N, one, many string) wording.Count {
	return wording.Count{N: int64(n), One: one, Many: many}
}
