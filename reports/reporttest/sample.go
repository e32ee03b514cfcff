// Package reporttest makes reports for the tests of the formats, without the
// engine and its factors, so that what a format writes changes only when the
// format does.
package reporttest

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
	"govfootprint/reports"
)

// kit is one kind of equipment of the sample: how many there are for each
// hundred people, and what one of them causes in the period.
type kit struct {
	category, variant, maker, family, model string
	hosting                                 inventory.Hosting
	each                                    int64  // units in a department of average size
	made, moved, kWh, treated               string // kgCO2e, kgCO2e, kWh, kgCO2e for one unit in the period
	lifetime                                string
	grade                                   factors.Grade
}

var kits = []kit{
	{"laptop", "14in", "dell", "latitude", "latitude 5420", inventory.Office, 340, "45.25", "2.125", "21.5", "0.41", "4", factors.GradeB},
	{"laptop", "13in", "hp", "elitebook", "elitebook 830 g8", inventory.Office, 122, "41.5", "1.975", "19.25", "0.39", "4", factors.GradeB},
	{"desktop", "micro", "lenovo", "thinkcentre", "thinkcentre m70q", inventory.Office, 64, "38.4", "2.6", "96.5", "0.52", "5", factors.GradeC},
	{"monitor", "24in", "dell", "", "p2422h", inventory.Office, 610, "52.3", "3.15", "32.25", "0.66", "6", factors.GradeB},
	{"monitor", "27in", "", "", "", inventory.Office, 58, "70.1", "4.4", "41", "0.8", "6", factors.GradeC},
	{"dock", "", "dell", "", "wd19s", inventory.Office, 402, "4.9", "0.3", "9.5", "0.05", "5", factors.GradeD},
	{"smartphone", "", "apple", "iphone", "iphone se", inventory.Office, 371, "16.8", "0.9", "3.9", "0.03", "3", factors.GradeB},
	{"printer", "mfp-a3", "", "", "", inventory.Office, 11, "118", "9.25", "275", "2.5", "5", factors.GradeD},
	{"ip-phone", "", "", "", "", inventory.Office, 90, "3.75", "0.2", "29", "0.06", "8", factors.GradeD},
	{"server", "rack", "dell", "poweredge", "poweredge r740", inventory.ServerRoom, 14, "262", "8.75", "2630", "1.6", "5", factors.GradeC},
	{"storage", "", "", "", "", inventory.ServerRoom, 3, "410", "14", "5100", "4.1", "5", factors.GradeE},
	{"switch", "access", "cisco", "catalyst", "catalyst 9200", inventory.Office, 22, "29.5", "1.4", "620", "0.3", "8", factors.GradeC},
	{"access-point", "", "", "", "", inventory.Office, 41, "6.3", "0.35", "88", "0.09", "6", factors.GradeD},
	{"firewall", "", "fortinet", "", "", inventory.ServerRoom, 2, "34", "1.8", "780", "0.4", "6", factors.GradeE},
	{"ups", "", "", "", "", inventory.ServerRoom, 2, "96", "6.5", "1450", "3.2", "10", factors.GradeD},
}

// departments of the sample, with their size against the average in tenths.
var departments = []struct {
	name, site, country string
	size                int64
}{
	{"Digital and Data", "London, Bishopsgate", "GB", 14},
	{"Corporate Services", "London, Bishopsgate", "GB", 9},
	{"Field Operations", "Leeds", "GB", 17},
	{"Field Operations", "Cardiff", "GB", 8},
	{"Policy", "London, Bishopsgate", "GB", 7},
	{"Inspectorate", "Belfast", "GB", 5},
	{"", "Leeds", "GB", 2},
}

const (
	grid       = "0.17700" // kgCO2e/kWh, generation
	losses     = "0.01853"
	wellToTank = "0.04590"
	market     = "0.09240"
	overhead   = "0.55" // PUE 1.55
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// Sample returns a report on a ministry of about three thousand people: every
// section has something in it, and all parts add up.
func Sample() *reports.Report { return sample(calc.LocationBased) }

// SampleMarket returns the same with breakdowns and lines that show market-based
// electricity.
func SampleMarket() *reports.Report { return sample(calc.MarketBased) }

func sample(view calc.View) *reports.Report {
	location, contracted := sampleLines(grid), sampleLines(market)
	lines := location
	if view == calc.MarketBased {
		lines = contracted
	}
	r := &reports.Report{
		Organisation: "Ministry of Examples",
		Period:       inventory.CalendarYear(2025),
		Method:       calc.Method{Basis: calc.Annualised, View: view, Country: "GB", Users: 3120},
		Profiles:     len(lines),
		Lines:        slices.Values(lines),
		Key: func(d calc.Dimension, p *inventory.Profile) string {
			if key := keysOf[d]; key != nil {
				return key(reports.Line{Profile: *p})
			}
			return ""
		},
	}
	for _, l := range lines {
		r.Units = r.Units.Add(l.Amounts.Units.Decimal())
		r.Rows.Assessed += l.Amounts.Rows
		if l.Profile.Category == "" {
			r.Rows.Unrecognised += l.Amounts.Rows
		}
	}
	for _, l := range lines {
		r.Presence.See(l.Profile, l.Amounts)
	}
	addTotals(r, location, lines)
	addBreakdowns(r, lines)
	addFactors(r)
	r.Groups = slices.Values(sampleGroups(location, contracted, r.Factors))
	addFindings(r)
	addProblems(r)
	addReporting(r, lines)
	r.Manifest = reports.Manifest{
		Program: "govfootprint", Version: "0.1.0",
		Files: []inventory.FileInfo{
			{Name: "assets-2025.xlsx", SHA256: strings.Repeat("3f7a", 16), Size: 1_482_112, Format: "xlsx", Sheets: []inventory.SheetInfo{{Name: "Assets", Layout: "canonical", HeaderRow: 1, Rows: 6801}}},
			{Name: "network.csv", SHA256: strings.Repeat("c01d", 16), Size: 48_903, Format: "csv", Sheets: []inventory.SheetInfo{{Layout: "canonical", HeaderRow: 1, Rows: 402}}},
		},
		Options: []reports.Option{
			{Key: "period", Value: "2025", Origin: "--period"},
			{Key: "country", Value: "GB", Origin: "govfootprint.yaml:2"},
			{Key: "basis", Value: "annualised", Origin: "default"},
			{Key: "electricity", Value: string(view), Origin: "default"},
			{Key: "users", Value: "3120", Origin: "--users"},
			{Key: "organisation", Value: "Ministry of Examples", Origin: "govfootprint.yaml:1"},
		},
	}
	reports.Rank(r)
	return r
}

// Large returns the sample with its lines repeated up to a number, for
// measurements; its totals stay those of the sample.
func Large(lines int) *reports.Report {
	r := Sample()
	once := slices.Collect(r.Lines)
	r.Profiles = lines
	r.Lines = func(yield func(reports.Line) bool) {
		for n := range lines {
			line := once[n%len(once)]
			line.Number = n + 1
			if !yield(line) {
				return
			}
		}
	}
	return r
}

// sampleLines returns the lines with the electricity of a factor of generation.
func sampleLines(grid string) []reports.Line {
	var lines []reports.Line
	for d, department := range departments {
		for k, kit := range kits {
			units := kit.each * department.size / 10
			if units == 0 || (kit.hosting == inventory.ServerRoom && d%3 == 1) {
				continue
			}
			n := decimal.NewFromInt(units)
			profile := inventory.Profile{
				Kind: inventory.Hardware, Category: kit.category, Variant: kit.variant,
				Manufacturer: kit.maker, Family: kit.family, Model: kit.model, Recognition: inventory.Stated,
				Status: inventory.InService, Ownership: inventory.Owned, Condition: inventory.New, Hosting: kit.hosting,
				Department: department.name, Site: department.site, Country: department.country,
				Acquired: inventory.NewMonth(2019+(d+k)%6, 4), Lifetime: kit.lifetime,
			}
			amounts := inventory.Amounts{Rows: max(1, units/4), Units: inventory.CountTally(units), Full: inventory.CountTally(units)}
			kWh := n.Mul(dec(kit.kWh))
			cell := func(stage factors.Stage, component calc.Component, impact factors.Impact, scope calc.Scope, value decimal.Decimal) reports.Cell {
				return reports.Cell{CellKey: calc.CellKey{Stage: stage, Component: component, Impact: impact, Scope: scope}, Value: value}
			}
			cells := []reports.Cell{
				cell(factors.Manufacturing, calc.Manufacture, factors.GWP, calc.ScopeCapitalGoods, n.Mul(dec(kit.made))),
				cell(factors.Distribution, calc.Delivery, factors.GWP, calc.ScopeCapitalGoods, n.Mul(dec(kit.moved))),
				cell(factors.Use, calc.Electricity, factors.GWP, calc.Scope2, kWh.Mul(dec(grid))),
			}
			total := kWh
			var extra decimal.Decimal
			if kit.hosting == inventory.ServerRoom {
				extra = kWh.Mul(dec(overhead))
				total = total.Add(extra)
				cells = append(cells, cell(factors.Use, calc.Overhead, factors.GWP, calc.Scope2, extra.Mul(dec(grid))))
			}
			cells = append(cells,
				cell(factors.Use, calc.Losses, factors.GWP, calc.ScopeFuelAndEnergy, total.Mul(dec(losses))),
				cell(factors.Use, calc.WellToTank, factors.GWP, calc.ScopeFuelAndEnergy, total.Mul(dec(wellToTank))),
				cell(factors.EndOfLife, calc.Treatment, factors.GWP, calc.ScopeWaste, n.Mul(dec(kit.treated))),
				cell(factors.Use, calc.Electricity, factors.Energy, calc.Scope2, kWh),
			)
			if !extra.IsZero() {
				cells = append(cells, cell(factors.Use, calc.Overhead, factors.Energy, calc.Scope2, extra))
			}
			if kit.grade <= factors.GradeC { // the other impacts are known for less
				cells = append(cells,
					cell(factors.Manufacturing, calc.Manufacture, factors.PrimaryEnergy, calc.ScopeCapitalGoods, n.Mul(dec(kit.made)).Mul(dec("15.2"))),
					cell(factors.Use, calc.Electricity, factors.PrimaryEnergy, calc.Scope2, total.Mul(dec("7.9"))),
					cell(factors.Manufacturing, calc.Manufacture, factors.ADPe, calc.ScopeCapitalGoods, n.Mul(dec(kit.made)).Mul(dec("0.000042"))),
					cell(factors.Manufacturing, calc.Manufacture, factors.Water, calc.ScopeCapitalGoods, n.Mul(dec(kit.made)).Mul(dec("0.031"))),
				)
			}
			group := fmt.Sprintf("g%03d", k+1)
			if d == 2 && k < 4 { // some of these left
				group += "-left"
				cells = append(cells, cell(factors.EndOfLife, calc.Waste, factors.Mass, calc.ScopeWaste, n.Mul(dec("0.12"))))
			}
			lines = append(lines, reports.Line{
				Number: len(lines) + 1, Profile: profile, Amounts: amounts, Grade: kit.grade, Group: group, Cells: cells,
			})
		}
	}
	return lines
}

// sampleGroups gives every kind of equipment one group: what a unit of it
// causes, with electricity of either kind.
func sampleGroups(lines, contracted []reports.Line, used []calc.Used) []calc.Group {
	var groups []calc.Group
	for n, l := range lines {
		if at := slices.IndexFunc(groups, func(g calc.Group) bool { return g.Name == l.Group }); at >= 0 {
			groups[at].Amounts = groups[at].Amounts.Add(l.Amounts)
			continue
		}
		g := calc.Group{Amounts: l.Amounts, Name: l.Group, Label: l.Profile.Category, Lifetime: decimal.NewNullDecimal(dec(l.Profile.Lifetime))}
		for i, c := range l.Cells {
			coefficient := calc.Coefficient{
				Cell: c.CellKey, Measure: calc.PerFull, Value: reports.Share(c.Value, l.Amounts.Full.Decimal()), Grade: l.Grade, Location: true, Market: true,
			}
			if other := contracted[n].Cells[i]; !other.Value.Equal(c.Value) {
				coefficient.Market = false
				g.Coefficients = append(g.Coefficients, calc.Coefficient{
					Cell: c.CellKey, Measure: calc.PerFull, Value: reports.Share(other.Value, l.Amounts.Full.Decimal()), Grade: l.Grade, Market: true,
				})
			}
			g.Coefficients = append(g.Coefficients, coefficient)
		}
		for _, u := range used[:3] {
			g.Factors = append(g.Factors, u.Match)
		}
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(a, b calc.Group) int { return strings.Compare(a.Name, b.Name) })
	return groups
}

// addInterval makes up how sure a total is.
func addInterval(i *reports.Impact) {
	i.Interval = reports.Interval{
		Low: i.Total.Mul(dec("0.78")), Median: i.Total.Mul(dec("0.99")), High: i.Total.Mul(dec("1.27")), Known: true,
	}
	i.Causes = []reports.Cause{
		{Identity: uncertainty.Identity{Subject: "monitor/24in", Property: factors.PropertyImpact, Stage: factors.Manufacturing, Impact: i.Key}, Share: dec("0.41")},
		{Identity: uncertainty.Identity{Datum: calc.LifetimeDatum, Subject: "laptop"}, Share: dec("0.22")},
		{Identity: uncertainty.Identity{Subject: "electricity/generation", Property: factors.PropertyImpact, Stage: factors.Use, Impact: i.Key, Place: "GB"}, Share: dec("0.08")},
	}
}

func addTotals(r *reports.Report, location, lines []reports.Line) {
	units := map[factors.Impact]string{
		factors.GWP: "kgCO2e", factors.Energy: "kWh", factors.PrimaryEnergy: "MJ", factors.ADPe: "kgSbeq", factors.Water: "m3", factors.Mass: "kg",
	}
	var unitsRow int64 = r.Rows.Assessed
	for _, key := range []factors.Impact{factors.GWP, factors.Energy, factors.PrimaryEnergy, factors.ADPe, factors.Water, factors.Mass} {
		i := reports.Impact{Key: key, Unit: units[key], Known: true}
		grades := make(map[factors.Grade]decimal.Decimal)
		covered := decimal.Zero
		var rows int64
		i.Shown.Valid = true
		for n, l := range lines {
			v, ok := l.Total(key)
			if !ok {
				continue
			}
			atLocation, _ := location[n].Total(key)
			i.Total = i.Total.Add(atLocation)
			i.Shown.Decimal = i.Shown.Decimal.Add(v)
			grades[l.Grade] = grades[l.Grade].Add(v)
			covered = covered.Add(l.Amounts.Units.Decimal())
			rows += l.Amounts.Rows
		}
		i.Coverage = calc.Coverage{Units: r.Units, UnitsCovered: covered, Rows: unitsRow, RowsCovered: rows, Share: reports.Share(covered, r.Units)}
		for _, stage := range factors.Stages {
			s := reports.StageTotal{Stage: stage, Coverage: i.Coverage}
			for n, l := range lines {
				if v, ok := l.Stage(key, stage); ok {
					atLocation, _ := location[n].Stage(key, stage)
					s.Value, s.Known, s.Applies = s.Value.Add(atLocation), true, true
					s.Shown = decimal.NewNullDecimal(s.Shown.Decimal.Add(v))
				}
			}
			i.Stages = append(i.Stages, s)
		}
		for _, g := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE} {
			if v, ok := grades[g]; ok {
				i.Grades = append(i.Grades, reports.GradeShare{Grade: g, Value: v, Share: reports.Share(v, i.Shown.Decimal)})
			}
		}
		addInterval(&i)
		r.Impacts = append(r.Impacts, i)
	}
	r.Uncertainty.Method = uncertainty.ByMoments
	gwp, energy := &r.Impacts[0], r.Impacts[1]
	scopes := make(map[calc.Scope]decimal.Decimal)
	for _, l := range location {
		for _, c := range l.Cells {
			if c.Impact == factors.GWP {
				scopes[c.Scope] = scopes[c.Scope].Add(c.Value)
			}
			if c.Impact == factors.Energy && c.Component == calc.Overhead {
				r.Electricity.Overhead = r.Electricity.Overhead.Add(c.Value)
			}
		}
	}
	r.Electricity.Total = energy.Total
	r.Electricity.IT = energy.Total.Sub(r.Electricity.Overhead)
	r.Electricity.ByScope = map[calc.Scope]decimal.Decimal{calc.Scope2: energy.Total}
	r.Electricity.Location = gwp.Stage(factors.Use).Value
	marketTwo := energy.Total.Mul(dec(market))
	r.Electricity.Market = decimal.NewNullDecimal(r.Electricity.Location.Sub(scopes[calc.Scope2]).Add(marketTwo))
	gwp.Market = decimal.NewNullDecimal(gwp.Total.Sub(scopes[calc.Scope2]).Add(marketTwo))
	for _, key := range calc.Scopes {
		if v, ok := scopes[key]; ok {
			s := reports.Scope{Key: key, Location: v, Market: decimal.NewNullDecimal(v)}
			if key == calc.Scope2 {
				s.Market = decimal.NewNullDecimal(marketTwo)
			}
			r.Scopes = append(r.Scopes, s)
		}
	}
}

// keysOf returns, per dimension, the key of a line.
var keysOf = map[calc.Dimension]func(reports.Line) string{
	calc.ByKind:         func(reports.Line) string { return string(inventory.Hardware) },
	calc.ByCategory:     func(l reports.Line) string { return l.Profile.Category },
	calc.ByVariant:      func(l reports.Line) string { return strings.TrimSuffix(l.Profile.Category+"/"+l.Profile.Variant, "/") },
	calc.ByManufacturer: func(l reports.Line) string { return l.Profile.Manufacturer },
	calc.ByModel: func(l reports.Line) string {
		if l.Profile.Model == "" {
			return ""
		}
		return l.Profile.Manufacturer + " " + l.Profile.Model
	},
	calc.ByDepartment: func(l reports.Line) string { return l.Profile.Department },
	calc.BySite:       func(l reports.Line) string { return l.Profile.Site },
	calc.ByCountry:    func(l reports.Line) string { return l.Profile.Country },
	calc.ByHosting:    func(l reports.Line) string { return string(l.Profile.Hosting) },
	calc.ByAcquired:   func(l reports.Line) string { return strconv.Itoa(l.Profile.Acquired.Year()) },
	calc.ByQuality:    func(l reports.Line) string { return l.Grade.String() },
}

func addBreakdowns(r *reports.Report, lines []reports.Line) {
	for _, dimension := range calc.Dimensions {
		b := reports.Breakdown{Dimension: dimension}
		switch key := keysOf[dimension]; {
		case key != nil:
			b.Slices = slicesBy(slices.Values(lines), key)
		case dimension == calc.ByService || dimension == calc.ByApplication || dimension == calc.ByEnvironment || dimension == calc.ByCapacity ||
			dimension == calc.ByStatus || dimension == calc.ByCondition || dimension == calc.ByOwnership:
			b.Slices = slicesBy(slices.Values(lines), func(reports.Line) string { return "" })
		case dimension == calc.ByStage:
			b.Slices = slicesByCell(lines, func(c reports.Cell) string { return string(c.Stage) })
		case dimension == calc.ByScope:
			b.Slices = slicesByCell(lines, func(c reports.Cell) string { return string(c.Scope) })
		}
		r.Breakdowns = append(r.Breakdowns, b)
	}
}

// slicesBy adds up lines by key.
func slicesBy(lines iter.Seq[reports.Line], key func(reports.Line) string) []reports.Slice {
	byKey := make(map[string]*reports.Slice)
	grades := make(map[string]map[factors.Grade]decimal.Decimal)
	for l := range lines {
		k := key(l)
		s, ok := byKey[k]
		if !ok {
			s = &reports.Slice{Key: k}
			byKey[k] = s
			grades[k] = make(map[factors.Grade]decimal.Decimal)
		}
		s.Rows += l.Amounts.Rows
		s.Units = s.Units.Add(l.Amounts.Units.Decimal())
		grades[k][l.Grade] = grades[k][l.Grade].Add(l.Amounts.Units.Decimal())
		for _, c := range l.Cells {
			s.Cells = addCell(s.Cells, c)
		}
	}
	for k, s := range byKey {
		for _, g := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE} {
			if v, ok := grades[k][g]; ok {
				s.Grades = append(s.Grades, reports.GradeShare{Grade: g, Value: v, Share: reports.Share(v, s.Units)})
			}
		}
	}
	return sorted(byKey)
}

func slicesByCell(lines []reports.Line, key func(reports.Cell) string) []reports.Slice {
	byKey := make(map[string]*reports.Slice)
	for _, l := range lines {
		for _, c := range l.Cells {
			s, ok := byKey[key(c)]
			if !ok {
				s = &reports.Slice{Key: key(c)}
				byKey[key(c)] = s
			}
			s.Cells = addCell(s.Cells, c)
		}
	}
	return sorted(byKey)
}

func addCell(cells []reports.Cell, c reports.Cell) []reports.Cell {
	for i, have := range cells {
		if have.CellKey == c.CellKey {
			cells[i].Value = have.Value.Add(c.Value)
			return cells
		}
	}
	return append(cells, c)
}

func sorted(byKey map[string]*reports.Slice) []reports.Slice {
	var list []reports.Slice
	for _, s := range byKey {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b reports.Slice) int {
		x, _ := a.Total(factors.GWP)
		y, _ := b.Total(factors.GWP)
		if c := y.Cmp(x); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return list
}

func addFactors(r *reports.Report) {
	electricity := &factors.Pack{Name: "electricity", Version: "2026.1", Title: "Electricity by country and year", Licence: "OGL-UK-3.0", Layer: factors.Base, Published: "2026-10-01" + strings.Repeat("9b1c", 16)}
	equipment := &factors.Pack{Name: "equipment-pcf", Version: "2026.1", Title: "Equipment: medians of manufacturers’ product carbon footprints", Licence: "CC-BY-4.0", Layer: factors.Base, Family: "equipment", Published: "2026-10-01" + strings.Repeat("07ad", 16)}
	own := &factors.Pack{Name: "ministry", Version: "1", Title: "The ministry’s own figures", Licence: "internal", Layer: factors.Department, Published: "2026-02-01" + strings.Repeat("e4f2", 16)}
	desnz := &factors.Source{ID: "desnz-2025", Title: "Greenhouse gas reporting: conversion factors 2025", Publisher: "Department for Energy Security and Net Zero", Year: "2025", URL: "https://www.gov.uk/government/publications/greenhouse-gas-reporting-conversion-factors-2025", Licence: "OGL-UK-3.0"}
	pcf := &factors.Source{ID: "pcf-medians", Title: "Medians of product carbon footprints that manufacturers publish", Publisher: "Sample publisher", Year: "2025", URL: "https://example.org/pcf", Licence: "CC-BY-4.0"}
	meter := &factors.Source{ID: "meters", Title: "Sub-metering of the Leeds server room", Publisher: "Ministry of Examples", Year: "2025", Licence: "internal"}
	add := func(p *factors.Pack, s *factors.Source, id, subject, stage, place string, year int, value, low, high, unit string, grade factors.Grade, rung factors.RungKind, units int64, property factors.Property, impact factors.Impact, shadowed ...factors.Shadow) *factors.Factor {
		f := &factors.Factor{
			ID: id, Subject: subject, Property: property, Stage: factors.Stage(stage), Impact: impact, Place: place, Year: year,
			Value: dec(value), Unit: quantity.MustParse(unit), Source: s, Quality: grade, Pack: p, File: id + ".csv", Line: 2,
		}
		if low != "" {
			f.Low, f.High = decimal.NewNullDecimal(dec(low)), decimal.NewNullDecimal(dec(high))
			f.Distribution = factors.Lognormal
		}
		r.Factors = append(r.Factors, calc.Used{
			Match: &factors.Match{Factor: f, Rung: rung, PlaceRung: factors.PlaceCountry, YearRung: factors.YearSame, Grade: grade, Shadowed: shadowed},
			Units: decimal.NewFromInt(units), Rows: units / 4,
		})
		return f
	}
	gwp := factors.GWP
	add(electricity, desnz, "el-gb-2025-generation", "electricity/generation", "use", "GB", 2025, grid, "", "", "kgCO2e/kWh", factors.GradeA, factors.Parameter, 13264, factors.PropertyImpact, gwp)
	add(electricity, desnz, "el-gb-2025-losses", "electricity/losses", "use", "GB", 2025, losses, "", "", "kgCO2e/kWh", factors.GradeA, factors.Parameter, 13264, factors.PropertyImpact, gwp)
	add(electricity, desnz, "el-gb-2025-wtt", "electricity/well-to-tank", "use", "GB", 2025, wellToTank, "", "", "kgCO2e/kWh", factors.GradeA, factors.Parameter, 13264, factors.PropertyImpact, gwp)
	general := &factors.Factor{ID: "pcf-server", Subject: "server", Value: dec("1290"), Unit: quantity.MustParse("kgCO2e/unit"), Pack: equipment, Source: pcf}
	add(equipment, pcf, "pcf-laptop-14in-made", "laptop/14in", "manufacturing", "", 0, "181", "120", "262", "kgCO2e/unit", factors.GradeB, factors.SubCategory, 2863, factors.PropertyImpact, gwp)
	add(equipment, pcf, "pcf-laptop-lifetime", "laptop", "", "", 0, "4", "", "", "year", factors.GradeC, factors.Category, 2863, factors.PropertyLifetime, "")
	add(equipment, pcf, "pcf-monitor-24in-made", "monitor/24in", "manufacturing", "", 0, "313.8", "240", "402", "kgCO2e/unit", factors.GradeB, factors.SubCategory, 3782, factors.PropertyImpact, gwp)
	add(equipment, pcf, "pcf-storage-made", "hardware", "manufacturing", "", 0, "35", "12", "80", "kgCO2e/kg", factors.GradeE, factors.MassFallback, 17, factors.PropertyImpact, gwp)
	add(own, meter, "leeds-room-pue", "data-centre/server-room", "", "GB", 2025, "1.55", "", "", "1", factors.GradeA, factors.Parameter, 92, factors.PropertyPUE, "")
	add(own, meter, "server-r740-made", "dell:poweredge r740", "manufacturing", "", 2024, "1310", "1100", "1600", "kgCO2e/unit", factors.GradeA, factors.ExactModel, 70, factors.PropertyImpact, gwp, factors.Shadow{Factor: general, Reason: factors.LowerLayer})
	r.Packs = []reports.Pack{{Pack: electricity, Used: 3}, {Pack: equipment, Used: 4}, {Pack: own, Used: 2}}
}

func addFindings(r *reports.Report) {
	r.Findings = sampleFindings()
}

func addProblems(r *reports.Report) {
	rejected := []inventory.Problem{
		{Code: inventory.CodeQuantityInvalid, Severity: inventory.Rejected, File: "assets-2025.xlsx", Sheet: "Assets", Row: 118, Column: "Quantity", Value: "ten"},
		{Code: inventory.CodeQuantityNotPositive, Severity: inventory.Rejected, File: "assets-2025.xlsx", Sheet: "Assets", Row: 2204, Column: "Quantity", Value: "-3"},
		{Code: inventory.CodeQuantityNotPositive, Severity: inventory.Rejected, File: "network.csv", Row: 77, Column: "qty", Value: "0"},
		{Code: inventory.CodeRetiredBeforeAcquired, Severity: inventory.Rejected, File: "assets-2025.xlsx", Sheet: "Assets", Row: 3019, Column: "Disposed", Value: "01/03/2021", Args: []string{"2022-06-14", "2021-03-01"}},
		{Code: inventory.CodeDateInvalid, Severity: inventory.Rejected, File: "assets-2025.xlsx", Sheet: "Assets", Row: 411, Column: "Purchased", Value: "31/02/2024"},
	}
	others := []inventory.Problem{
		{Code: inventory.CodeRetiredBeforePeriod, Severity: inventory.Excluded, File: "assets-2025.xlsx", Sheet: "Assets", Row: 90, Column: "Disposed", Value: "12/11/2023", Args: []string{"2023-11-12", "2025-01-01"}},
		{Code: inventory.CodeVirtualMachine, Severity: inventory.Excluded, File: "assets-2025.xlsx", Sheet: "Assets", Row: 5120, Column: "Type", Value: "VMware"},
		{Code: inventory.CodeCategoryUnknown, Severity: inventory.Warning, File: "assets-2025.xlsx", Sheet: "Assets", Row: 640, Column: "Type", Value: "MISC-7", Args: []string{"MISC-7", "Acme"}},
		{Code: inventory.CodeCategoryUnknown, Severity: inventory.Warning, File: "assets-2025.xlsx", Sheet: "Assets", Row: 641, Column: "Type", Value: "=HYPERLINK(\"http://evil.example\";\"click\")", Args: []string{"=HYPERLINK(\"http://evil.example\";\"click\")"}},
		{Code: inventory.CodeDateOrderGuessed, Severity: inventory.Warning, File: "assets-2025.xlsx", Sheet: "Assets", Row: 2, Column: "Purchased", Value: "03/04/2022", Args: []string{"day_first"}},
		{Code: inventory.CodeColumnsPersonal, Severity: inventory.Note, File: "assets-2025.xlsx", Sheet: "Assets", Args: []string{"User", "Serial number"}},
		{Code: inventory.CodeQuantityBlank, Severity: inventory.Note, File: "network.csv", Column: "qty", Args: []string{"31"}},
	}
	r.Problems.Items = slices.Concat(rejected, others)
	r.Problems.Counts = []reports.ProblemCount{
		{Code: inventory.CodeQuantityNotPositive, Severity: inventory.Rejected, Count: 2, Rows: 2, Example: rejected[1]},
		{Code: inventory.CodeDateInvalid, Severity: inventory.Rejected, Count: 1, Rows: 1, Example: rejected[4]},
		{Code: inventory.CodeQuantityInvalid, Severity: inventory.Rejected, Count: 1, Rows: 1, Example: rejected[0]},
		{Code: inventory.CodeRetiredBeforeAcquired, Severity: inventory.Rejected, Count: 1, Rows: 1, Example: rejected[3]},
		{Code: inventory.CodeRetiredBeforePeriod, Severity: inventory.Excluded, Count: 212, Rows: 212, Example: others[0]},
		{Code: inventory.CodeVirtualMachine, Severity: inventory.Excluded, Count: 48, Rows: 48, Example: others[1]},
		{Code: inventory.CodeCategoryUnknown, Severity: inventory.Warning, Count: 37, Rows: 37, Example: others[2]},
		{Code: inventory.CodeDateOrderGuessed, Severity: inventory.Warning, Count: 1, Example: others[4]},
		{Code: inventory.CodeColumnsPersonal, Severity: inventory.Note, Count: 1, Example: others[5]},
		{Code: inventory.CodeQuantityBlank, Severity: inventory.Note, Count: 1, Rows: 31, Example: others[6]},
	}
	for _, c := range r.Problems.Counts {
		r.Problems.Total += c.Count
	}
	r.Problems.Omitted = r.Problems.Total - int64(len(r.Problems.Items))
	r.Rows.Rejected = 5
	r.Rows.Excluded = 260
	r.Rows.Read = r.Rows.Assessed + r.Rows.Rejected + r.Rows.Excluded
	r.Rows.Exclusions = []reports.Reason{
		{Code: inventory.CodeRetiredBeforePeriod, Rows: 212, Units: decimal.NewNullDecimal(decimal.NewFromInt(240))},
		{Code: inventory.CodeVirtualMachine, Rows: 48, Units: decimal.NewNullDecimal(decimal.NewFromInt(48))},
	}
	r.Rows.Rejections = []reports.Reason{
		{Code: inventory.CodeQuantityNotPositive, Rows: 2},
		{Code: inventory.CodeDateInvalid, Rows: 1},
		{Code: inventory.CodeQuantityInvalid, Rows: 1},
		{Code: inventory.CodeRetiredBeforeAcquired, Rows: 1},
	}
}
