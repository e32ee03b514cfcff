package inventory_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// A number alone is a sum where it is the sum of what stands above it, or where
// nothing follows; anywhere else it is so many things that nobody names.
func TestNumberAloneIsATotalByEvidence(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"another number":  {"category,model,quantity\nlaptop,Dell,10\n,,500\nmonitor,LG,5\n", "rows: 3 read, 3 assessed, 0 rejected"},
		"the sum":         {"category,model,quantity\nlaptop,Dell,10\nlaptop,HP,4\n,,14\nmonitor,LG,5\n", "rows: 4 read, 3 assessed, 0 rejected\nexcluded total_row: 1 rows, 14 units"},
		"since the last":  {"category,model,quantity\nlaptop,Dell,10\n,,10\nmonitor,LG,5\nmonitor,HP,6\n,,11\n,,21\n", "rows: 6 read, 3 assessed, 0 rejected\nexcluded total_row: 3 rows, 42 units"},
		"at the end":      {"category,model,quantity\nlaptop,Dell,10\nmonitor,LG,5\n,,16\n", "rows: 3 read, 2 assessed, 0 rejected\nexcluded total_row: 1 rows, 16 units"},
		"blank counts":    {"category,model,quantity\nlaptop,Dell,10\nlaptop,HP,\n,,11\nmonitor,LG,5\n", "rows: 4 read, 3 assessed, 0 rejected\nexcluded total_row: 1 rows, 11 units"},
		"not a whole sum": {"category,model,quantity\nlaptop,Dell,1.5\n,,500\nmonitor,LG,5\n", "rows: 3 read, 3 assessed, 0 rejected"},
		"a department":    {"department,category,quantity\nNorth,laptop,3\nTOTAL,monitor,7\nSum,laptop,2\nSouth,laptop,1\n", "rows: 4 read, 4 assessed, 0 rejected"},
		"of a category":   {"department,category,quantity\nNorth,laptop,3\nNorth,monitor,7\nSouth,laptop,1\nTOTAL,laptop,4\nTOTAL,monitor,7\n", "rows: 5 read, 3 assessed, 0 rejected\nexcluded total_row: 2 rows, 11 units"},
		"all departments": {"department,category,quantity\nNorth,laptop,2\nSouth,laptop,1\nAll,laptop,3\nAll,monitor,3\nAll,laptop,2\n", "rows: 5 read, 4 assessed, 0 rejected\nexcluded total_row: 1 rows, 3 units"},
		"of no category":  {"department,category,quantity\nNorth,laptop,3\nTotal,,7\nSouth,laptop,1\n", "rows: 3 read, 2 assessed, 0 rejected\nexcluded total_row: 1 rows, 7 units"},
		"two tables":      {"category,model,quantity\nlaptop,Dell,10\n,,12\n\ncategory,model,quantity,country\nmonitor,LG,5,GB\n", "rows: 3 read, 2 assessed, 0 rejected\nexcluded total_row: 1 rows, 12 units"},
		"never filled in": {"category,model,quantity\nlaptop,Dell,10\n,,0\n,,0\nmonitor,LG,5\n", "rows: 4 read, 2 assessed, 0 rejected\nexcluded total_row: 2 rows, 0 units"},
		"many at the end": {"category,model,quantity\nlaptop,Dell,10\n,,1\n,,2\n,,3\n,,4\n,,5\n,,6\n,,7\n,,8\n,,9\n,,11\n,,12\n,,13\n", "rows: 13 read, 13 assessed, 0 rejected"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, c.text)
			if got := rowsText(r); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s\n%s", got, c.want, report(r))
			}
		})
	}
	r := readText(t, "category,model,quantity\nlaptop,Dell,10\n,,500\nmonitor,LG,5\n")
	wantCode(t, r, "category_unknown")
}

// rowsText says what became of the rows.
func rowsText(r *inventory.Result) string {
	c := r.Estate.Counts()
	var text strings.Builder
	fmt.Fprintf(&text, "rows: %d read, %d assessed, %d rejected", c.Read, c.Assessed, c.Rejected)
	for _, code := range slices.Sorted(maps.Keys(c.Excluded)) {
		fmt.Fprintf(&text, "\nexcluded %s: %d rows, %s units", code, c.Excluded[code].Rows, c.Excluded[code].Units)
	}
	return text.String()
}
