package calc_test

import (
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/inventory"
)

// Three projectors have no figure at all. The kiosk in use lacks its manufacture
// only: 100 kWh × 0.2 kgCO2e are in the total, so it is partly there. The one in
// stock uses no electricity, which is known and no figure; nothing of it is there.
func TestUnassessed(t *testing.T) {
	lib := library(t, laptopFactors+`
	kiosk, annual_energy,,,,, 100, kWh/year`)
	stored := device("kiosk", 4).with(func(p *inventory.Profile) { p.Status = inventory.InStock })
	for _, c := range []struct {
		name string
		row  row
		want string
	}{
		{"whole", laptop(10), ""},
		{"in use", device("kiosk", 2), ""},
		{"in stock", stored, "kiosk 4"},
		{"nothing known of it", device("projector", 3), "projector 3"},
		{"not recognised", device("", 1), ""},
	} {
		var got strings.Builder
		for _, u := range assess(t, estate(year2025, c.row), lib, calc.Method{}).Unassessed() {
			got.WriteString(u.Category + " " + u.Units.String())
		}
		if got.String() != c.want {
			t.Errorf("%s: unassessed %q, want %q", c.name, got.String(), c.want)
		}
	}
}
