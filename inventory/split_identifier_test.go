package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// The comma of an Apple identifier without quotation marks makes one cell too
// many: its halves are joined. A row that is too long for another reason is read
// as it stands, and none of its values is quoted, for a name may stand under the
// header of a date.
func TestIdentifierSplitByItsComma(t *testing.T) {
	const header = "Category,Model,Purchased,Location\n"
	for name, tc := range map[string]struct{ rows, estate, problem, quoted string }{
		"joined":         {"Laptops,MacBookPro17,1,2021-05-12,HQ\n", "laptop/13in apple macbook pro 13 m1 2020 1 units HQ 2021-05", "identifier_split", ""},
		"comma at end":   {"Laptops,MacBookPro17,1,2021-05-12,HQ,\n", "laptop/13in apple macbook pro 13 m1 2020 1 units HQ 2021-05", "identifier_split", ""},
		"quoted":         {"Laptops,\"MacBookPro17,1\",2021-05-12,HQ\n", "laptop/13in apple macbook pro 13 m1 2020 1 units HQ 2021-05", "", ""},
		"another comma":  {"Laptops,Latitude 5420, blue,Quentina Veilford,HQ\n", "", "cells_beyond_header", "…"},
		"no second half": {"Laptops,MacBookPro17,Quentina,Veilford,HQ\n", "", "cells_beyond_header", "…"},
	} {
		t.Run(name, func(t *testing.T) {
			result := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.csv", []byte(header+tc.rows)))
			wantEstate(t, result, tc.estate)
			found := tc.problem == ""
			for p := range result.Problems.All() {
				found = found || string(p.Code) == tc.problem
				if p.Code == inventory.CodeDateInvalid && p.Value != tc.quoted {
					t.Errorf("a message quotes %q", p.Value)
				}
			}
			if !found {
				t.Errorf("no problem %s", tc.problem)
			}
		})
	}
}
