package reports

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/quantity"
)

// shareScale is the number of decimal places of shares and means. They are for
// people only, and nothing is computed from them; but the workbook caches them
// beside formulas that must give the same to more digits than a cell holds.
const shareScale = 30

// share returns part ÷ whole, 0 where there is no whole.
func share(part, whole decimal.Decimal) decimal.Decimal {
	if whole.IsZero() {
		return decimal.Zero
	}
	s, err := quantity.Divide(part, whole, shareScale)
	if err != nil {
		return decimal.Zero
	}
	return s
}

// Share returns part ÷ whole to thirty decimal places, 0 where the whole is 0.
func Share(part, whole decimal.Decimal) decimal.Decimal { return share(part, whole) }

// impacts collects the totals of every impact of an assessment: location-based,
// with the market-based total beside, and with what the breakdowns add up to.
func impacts(a *calc.Assessment) []Impact {
	var (
		list             []Impact
		values, shown    = a.Values(), a.Shown()
		market, marketOK = a.Market()
	)
	for _, key := range a.Impacts() {
		if key == factors.Mass && a.Activities() > 0 && a.Units().IsZero() {
			continue // nothing that could become waste
		}
		impact := Impact{Key: key, Unit: a.ImpactUnit(key), Total: values.Total(key), Coverage: a.Coverage(key)}
		impact.Known = tells(impact.Total, values.Has(key), impact.Coverage)
		impact.Shown = decimal.NullDecimal{Decimal: shown.Total(key)}
		impact.Shown.Valid = shown.Has(key) && tells(impact.Shown.Decimal, true, impact.Coverage)
		impact.Stages = stages(a, key)
		impact.SeveralStages = values.ByComponent(key)[calc.SeveralStages]
		if marketOK && key == factors.GWP {
			impact.Market = decimal.NewNullDecimal(market.Total(key))
		}
		impact.Grades = gradeShares(a.Grades(key), impact.Shown.Decimal)
		list = append(list, impact)
	}
	return list
}

// stages collects the parts of an impact's total.
func stages(a *calc.Assessment, key factors.Impact) []StageTotal {
	var (
		list          []StageTotal
		coverages     = a.CoverageByStage(key)
		values, shown = a.Values().ByStage(key), a.Shown().ByStage(key)
	)
	for _, stage := range factors.Stages {
		value, has := values[stage]
		seen, inShown := shown[stage]
		coverage, applies := coverages[stage]
		list = append(list, StageTotal{
			Stage: stage, Value: value, Applies: applies || has, Coverage: coverage,
			Known: (applies || has) && tells(value, has, coverage),
			Shown: decimal.NullDecimal{Decimal: seen, Valid: inShown && tells(seen, true, coverage)},
		})
	}
	return list
}

// tells reports whether a value says anything. One without parts is 0 where all
// that it applies to is covered, as the mass of waste is where nothing left; one
// of 0 of which nothing is covered is not known.
func tells(value decimal.Decimal, has bool, coverage calc.Coverage) bool {
	switch {
	case !value.IsZero():
		return true
	case coverage.UnitsCovered.Equal(coverage.Units) && coverage.ActivitiesCovered == coverage.Activities:
		return true
	default:
		return has && (coverage.UnitsCovered.IsPositive() || coverage.UnitsPartly.IsPositive() || coverage.ActivitiesCovered > 0)
	}
}

// gradeShares lists amounts by grade, the best first, each with its share of a
// whole. Grade 0, nothing known, comes last.
func gradeShares(by map[factors.Grade]decimal.Decimal, whole decimal.Decimal) []GradeShare {
	var list []GradeShare
	for _, grade := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE, 0} {
		if value, ok := by[grade]; ok && !value.IsZero() {
			list = append(list, GradeShare{Grade: grade, Value: value, Share: share(value, whole)})
		}
	}
	return list
}

// electricity puts the electricity used beside what it emits, in both ways of
// accounting for it.
func electricity(a *calc.Assessment) Electricity {
	e := Electricity{ElectricityUse: a.Electricity(), Location: a.Values().ByStage(factors.GWP)[factors.Use]}
	if market, ok := a.Market(); ok {
		e.Market = decimal.NewNullDecimal(market.ByStage(factors.GWP)[factors.Use])
	}
	return e
}

// scopes splits gwp by scope, location-based and market-based side by side.
func scopes(a *calc.Assessment) []Scope {
	var (
		list             []Scope
		location         = a.Values().ByScope(factors.GWP)
		market, marketOK = a.Market()
		byMarket         = market.ByScope(factors.GWP)
	)
	for _, key := range calc.Scopes {
		l, inLocation := location[key]
		m, inMarket := byMarket[key]
		if !inLocation && !(marketOK && inMarket) {
			continue
		}
		scope := Scope{Key: key, Location: l}
		if marketOK {
			scope.Market = decimal.NewNullDecimal(m)
		}
		list = append(list, scope)
	}
	return list
}

// breakdowns splits the totals along every dimension.
func breakdowns(a *calc.Assessment) []Breakdown {
	var list []Breakdown
	for _, dimension := range calc.Dimensions {
		b := Breakdown{Dimension: dimension}
		for _, s := range a.Breakdown(dimension) {
			b.Slices = append(b.Slices, Slice{
				Key: s.Key, Rows: s.Rows, Units: s.Units, Cells: cells(s.Values), Grades: gradeShares(s.Grades, s.Units),
				Activities: s.Activities, Amounts: amounts(s.Amounts),
			})
		}
		list = append(list, b)
	}
	return list
}

// packs lists the packs in force, with the number of factors used of each.
func packs(a *calc.Assessment, used []calc.Used) []Pack {
	counts := make(map[*factors.Pack]int)
	for _, u := range used {
		if u.Match != nil && u.Match.Factor != nil {
			counts[u.Match.Factor.Pack]++
		}
	}
	var list []Pack
	for _, p := range a.Library().Packs() {
		list = append(list, Pack{Pack: p, Used: counts[p]})
	}
	return list
}

// manifest gathers what made the report.
func manifest(in Input) Manifest {
	m := Manifest{Program: in.Program, Version: in.Version, Options: in.Options}
	if m.Program == "" {
		m.Program = "govfootprint"
	}
	if in.Reading != nil {
		m.Files = in.Reading.Files
	}
	return m
}

// Merge adds slices up, for the rest that a short table does not name.
func Merge(list []Slice) Slice {
	var (
		merged Slice
		at     = make(map[calc.CellKey]int)
	)
	measured := make(map[string]decimal.Decimal)
	for _, s := range list {
		merged.Rows += s.Rows
		merged.Units = merged.Units.Add(s.Units)
		merged.Activities += s.Activities
		for _, a := range s.Amounts {
			measured[a.Measure] = measured[a.Measure].Add(a.Value)
		}
		for _, c := range s.Cells {
			if i, ok := at[c.CellKey]; ok {
				merged.Cells[i].Value = merged.Cells[i].Value.Add(c.Value)
				continue
			}
			at[c.CellKey] = len(merged.Cells)
			merged.Cells = append(merged.Cells, c)
		}
	}
	merged.Amounts = amounts(measured)
	return merged
}
