package calc_test

import (
	"testing"
	"time"

	"govfootprint/calc"
	"govfootprint/inventory"
)

// The period ends with December 2025. With a planned lifetime of 4 years, 48
// months:
//
//	acquired 2022-01: its 48th month is December 2025, not beyond; 47 months behind it, 3 full years
//	acquired 2021-12: its 49th month, beyond; 48 months behind it, 4 full years
//	acquired 2025-12: its first month, 0 full years
//	no date: present, of no age
//	left in June 2025: not present
//	retired, nobody knows when: not present
//	leaves in 2026: present
func TestHoldings(t *testing.T) {
	acquired := func(units int64, year int, month time.Month) row {
		return laptop(units).with(func(p *inventory.Profile) { p.Acquired = inventory.NewMonth(year, month) })
	}
	e := estate(year2025,
		acquired(10, 2022, time.January),
		acquired(7, 2021, time.December),
		acquired(3, 2025, time.December).with(func(p *inventory.Profile) { p.Condition = inventory.Refurbished }),
		laptop(20).with(func(p *inventory.Profile) { p.Condition = inventory.New }),
		acquired(5, 2019, time.May).with(func(p *inventory.Profile) { p.Retired = inventory.NewMonth(2025, time.June) }),
		acquired(4, 2019, time.May).with(func(p *inventory.Profile) { p.Status = inventory.Retired }),
		acquired(2, 2021, time.May).with(func(p *inventory.Profile) { p.Retired = inventory.NewMonth(2026, time.June) }),
		device("dock", 6).with(func(p *inventory.Profile) { p.Acquired = inventory.NewMonth(2010, time.May) }),
	)
	holdings := assess(t, e, library(t, "laptop,lifetime,,,,,4,year"), calc.Method{}).Holdings()
	if len(holdings) != 2 || holdings[0].Category != "dock" || holdings[1].Category != "laptop" {
		t.Fatalf("holdings %+v", holdings)
	}
	l := holdings[1]
	want(t, "units", l.Units, "51")
	want(t, "second-hand", l.SecondHand, "3")
	want(t, "condition stated", l.Stated, "23")
	want(t, "present", l.Present, "42")
	want(t, "dated", l.Dated, "22")
	want(t, "planned", l.Planned, "22")
	want(t, "beyond", l.Beyond, "9") // 7 and the 2 that leave in 2026
	for i, g := range []calc.AgeGroup{{0, decInt(3)}, {3, decInt(10)}, {4, decInt(9)}} {
		if l.Ages[i].Years != g.Years || !l.Ages[i].Units.Equal(g.Units) {
			t.Errorf("age group %d is %+v, want %+v", i, l.Ages[i], g)
		}
	}
	dock := holdings[0]
	want(t, "docks dated", dock.Dated, "6")
	want(t, "docks planned", dock.Planned, "0") // no pack and no policy says how long they last
}
