package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// Tables that stand one below the other go through the same goroutines. What is
// said about the second comes after what is said about the rows of the first,
// however many of these are on their way; under the race detector, the two must
// not meet either.
func TestProblemsKeepTheOrderOfTables(t *testing.T) {
	const tables = 40
	var b strings.Builder
	for n := range tables {
		b.WriteString("category,model,quantity,serial number,user\n")
		for i := range 200 + 30*n {
			fmt.Fprintf(&b, "laptop,Latitude 5420,%s,SN%d%06d,A. Example\n", []string{"1", "some"}[i%2], n, i)
		}
		b.WriteString("\nasset_type,brand,model,quantity,serial number\n")
		for i := range 150 {
			fmt.Fprintf(&b, "monitor,Dell,P2419H,%s,SM%d%06d\n", []string{"1", "some"}[i%2], n, i)
		}
		b.WriteByte('\n')
	}
	r := readText(t, b.String())
	if got := len(r.Files[0].Sheets); got != 2*tables {
		t.Fatalf("%d tables were read, not %d", got, 2*tables)
	}
	last := 0
	for p := range r.Problems.All() {
		if p.Code != inventory.CodeQuantityInvalid && p.Code != inventory.CodeColumnsPersonal {
			continue
		}
		if p.Row < last {
			t.Fatalf("%s of row %d comes after row %d", p.Code, p.Row, last)
		}
		last = p.Row
	}
}
