package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// A server that is known by machines that are off takes the default country, and
// that is told.
func TestAssumedHostWithoutMachinesHasACountry(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, "virtual_machine,host,state\na,z1,poweredOff\nb,z1,poweredOff\n")
	wantParts(t, r, "1 | idle | GB")
	told := false
	for p := range r.Problems.All() {
		told = told || p.Code == inventory.CodeCountryDefault
	}
	if !told {
		t.Error("nothing tells of the default country")
	}
}
