package reporttest

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/aims"
)

// addReporting gives the sample what returns ask for: rooms, ages, routes, other
// years, targets, contracts, and the tables of every country.
func addReporting(r *reports.Report, lines []reports.Line) {
	null := func(s string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(s)) }
	r.Holdings = holdings(lines)
	r.Circularity = calc.Circularity{
		Withdrawn:  map[factors.Route]decimal.Decimal{factors.RouteReuse: dec("400"), factors.RouteRecycling: dec("550"), factors.RouteUnknown: dec("12")},
		Waste:      map[factors.Route]decimal.Decimal{factors.RouteReuse: dec("98.5"), factors.RouteRecycling: dec("120.25"), factors.RouteUnknown: dec("4.25")},
		Lifetimes:  map[string]calc.MeanLifetime{"laptop": {Years: dec("4"), Units: dec("2863")}, "monitor": {Years: dec("6"), Units: dec("4141")}},
		Lifetime:   calc.MeanLifetime{Years: dec("5.2"), Units: r.Units},
		SecondHand: null("120"), SecondHandShare: decimal.NewNullDecimal(reports.Share(dec("120"), r.Units)),
	}
	r.Evidence = reports.Evidence{Units: r.Units, Measured: dec("64"), Classes: []reports.QualityClass{{Class: inventory.HighQuality, Rows: 40}, {Rows: r.Rows.Assessed - 40}}}
	r.Rooms = []calc.Room{
		{
			Hosting: inventory.ServerRoom, Site: "Leeds", Place: "GB", Units: dec("60"), Hosts: dec("40"), Virtual: dec("30"), Idle: dec("7.5"),
			Equipment: null("120000"), Overhead: null("66000"), Cooling: null("48"), GWP: dec("61000"),
			PUE: null("1.55"), PUEOrigin: calc.RoomByPack, WUE: null("0.4"), WUEOrigin: calc.RoomByInventory, Contracts: []string{"Framework"},
		},
		{Hosting: inventory.ServerRoom, Place: "GB", Units: dec("3"), Equipment: null("900"), GWP: dec("400")},
	}
	r.Method.Contracts = []calc.Contract{{Name: "Framework", Place: "GB", Share: dec("0.4"), Factor: dec("0.012"), Instrument: "REGO", Source: "supplier"}}
	r.Reporting = reports.Reporting{
		FTE: null("3050.5"),
		Base: &reports.Year{
			Period: inventory.Period{Start: inventory.NewDate(2017, 4, 1), End: inventory.NewDate(2018, 3, 31)}, Source: "annual report 2017–18",
			FTE: null("3200"), GWP: null("1000000"), Scopes: [3]decimal.NullDecimal{null("1000"), null("400000"), null("599000")}, Energy: null("900000"),
			Waste: null("1000"), Routes: map[factors.Route]decimal.NullDecimal{factors.RouteReuse: null("600"), factors.RouteLandfill: null("4")},
		},
		Previous:    &reports.Year{Period: inventory.CalendarYear(2024), GWP: null("800000")},
		Targets:     []reports.Target{{Year: 2030, Cut: dec("0.42"), Of: factors.GWP, Source: "net zero plan"}, {Year: 2025, Cut: dec("0.1"), Of: factors.Energy}},
		Initiatives: []string{"Laptops are kept for five years", "Screens are off at night"},
		Exclusions:  []reports.Exclusion{{What: "meeting rooms", Why: "run by the landlord"}},
		Returns:     []string{"all"},
		Aims:        aims.SharedApproach(),
	}
}

// holdings counts the units of each category, as if a tenth came second-hand and a
// quarter of what is older than three years were kept beyond its lifetime.
func holdings(lines []reports.Line) []calc.Holding {
	byCategory := make(map[string]*calc.Holding)
	for _, l := range lines {
		category := l.Profile.Category
		h := byCategory[category]
		if h == nil {
			h = &calc.Holding{Category: category}
			byCategory[category] = h
		}
		units := l.Amounts.Units.Decimal()
		h.Units, h.Present = h.Units.Add(units), h.Present.Add(units)
		h.Dated, h.Planned = h.Dated.Add(units), h.Planned.Add(units)
		h.Stated = h.Stated.Add(units)
		h.SecondHand = h.SecondHand.Add(units.Mul(dec("0.1")))
		age := 2025 - l.Profile.Acquired.Year()
		if age > 3 {
			h.Beyond = h.Beyond.Add(units.Mul(dec("0.25")))
		}
		at := slices.IndexFunc(h.Ages, func(g calc.AgeGroup) bool { return g.Years == age })
		if at < 0 {
			h.Ages = append(h.Ages, calc.AgeGroup{Years: age, Units: units})
			continue
		}
		h.Ages[at].Units = h.Ages[at].Units.Add(units)
	}
	var list []calc.Holding
	for _, h := range byCategory {
		slices.SortFunc(h.Ages, func(x, y calc.AgeGroup) int { return cmp.Compare(x.Years, y.Years) })
		list = append(list, *h)
	}
	slices.SortFunc(list, func(x, y calc.Holding) int { return cmp.Compare(x.Category, y.Category) })
	return list
}
