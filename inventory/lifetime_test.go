package inventory_test

import (
	"strings"
	"testing"

	"govfootprint/inventory"
)

// Years of other lives add to the row's own lifetime, and without one to that
// which policy or packs will say. An estate keeps either.
func TestFurtherLives(t *testing.T) {
	r := readText(t, "category,lifetime_years,first life years,years of reuse\nlaptop,4,2,1\nlaptop,,2,1.5\nlaptop,,,\nlaptop,,0,\n")
	wantEstate(t, r, `
		laptop 1 units 7 years
		laptop 1 units default+3.5 years
		laptop 2 units`)
	text := estateText(t, r.Estate)
	again := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("estate.csv", []byte(text)))
	if estateText(t, again.Estate) != text {
		t.Errorf("got %s\nwant %s", estateText(t, again.Estate), text)
	}
	for _, bad := range []string{"default+", "default+x", "default+-1", "default+1.50", "+2"} {
		damaged := strings.Replace(text, "default+3.5", bad, 1)
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("estate.csv", []byte(damaged)))
		if r.Problems.CountByCode()[inventory.CodeEstateDamaged] != 1 {
			t.Errorf("%s is taken for a lifetime", bad)
		}
	}
}
