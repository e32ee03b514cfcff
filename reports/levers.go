package reports

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/lever"
	"govfootprint/calc/replacement"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Levers is what every format shows of when to replace devices, and of what one step
// of each parameter is worth. It is made by [NewLevers] and then only read.
type Levers struct {
	Comparison *Comparison // of the scenarios that the levers are, beside what is now

	Levers       []Lever // that which saves most first, those that cannot be pulled last
	Replacements []Replacement
	Assumed      bool // whether anything is assumed of newer devices

	// Units are the devices in service of which it is known whether they are beyond the
	// age from which replacing pays, by climate change, and Beyond those that are: where
	// the age decides, those of known age.
	Units, Beyond decimal.Decimal
}

// Lever is one step of a parameter.
type Lever struct {
	*lever.Lever

	Scenario   *ComparedScenario // nil where the step cannot be made
	Intervals  map[factors.Impact]DifferenceInterval
	Categories []LeverSlice // those that it changes, the largest difference first
}

// LeverSlice is what a lever is worth for one category.
type LeverSlice struct {
	Key         string
	Units       decimal.Decimal
	Differences map[factors.Impact]decimal.Decimal
	Interval    DifferenceInterval // of the climate total

	// PerUnit is what one device less of the mean one is worth, of the lever that makes
	// them fewer; nil for other levers.
	PerUnit map[factors.Impact]decimal.Decimal
}

// Replacement is when replacing the devices of a category, or of a kind within one, pays.
type Replacement struct {
	replacement.Row

	Impacts []BreakEven
}

// BreakEven is when replacing pays by one impact.
type BreakEven struct {
	replacement.BreakEven

	Low, High       decimal.Decimal     // of the break-even improvement
	AgeLow, AgeHigh decimal.NullDecimal // null: never
	BeyondShare     decimal.NullDecimal // of the units in service; null where no age is known
}

// LeversInput is what the report is made from.
type LeversInput struct {
	Levers      *lever.Result
	Replacement *replacement.Result
	Uncertainty *uncertainty.Result // of the comparison's assessments, by category

	Organisation string
	Program      string
	Version      string
	Files        []inventory.FileInfo
	Options      []Option
}

// NewLevers works out what is shown of levers.
func NewLevers(in LeversInput) *Levers {
	l := &Levers{Comparison: NewComparison(ComparisonInput{
		Comparison: in.Levers.Comparison, Organisation: in.Organisation, Program: in.Program, Version: in.Version,
		Files: in.Files, Options: in.Options, Uncertainty: in.Uncertainty,
	})}
	l.Comparison.Factors = in.Levers.Comparison.Baseline.Factors() // of a lever's own pack there is nothing to cite
	l.Comparison.Packs = packs(in.Levers.Comparison.Baseline, l.Comparison.Factors)
	for i := range in.Levers.Levers {
		l.Levers = append(l.Levers, l.lever(&in.Levers.Levers[i], in))
	}
	slices.SortStableFunc(l.Levers, byWorth)
	for _, row := range in.Replacement.Rows {
		l.Replacements = append(l.Replacements, replacementOf(row))
		if b, ok := l.Replacements[len(l.Replacements)-1].Impact(factors.GWP); ok && row.Kind == "" {
			l.Units, l.Beyond = l.Units.Add(judged(row, b.Verdict)), l.Beyond.Add(b.Beyond)
		}
		l.Assumed = l.Assumed || row.Newer.Less.IsPositive()
	}
	return l
}

// byWorth orders that which saves most first, those that cannot be pulled last: also
// after those that add.
func byWorth(a, b Lever) int {
	return cmp.Or(b.pulled()-a.pulled(), a.climate().Cmp(b.climate()))
}

// climate is the difference of the climate total, 0 where there is none.
func (l *Lever) climate() decimal.Decimal {
	if l.Scenario == nil {
		return decimal.Zero
	}
	gwp, _ := l.Scenario.Impact(factors.GWP, false)
	return gwp.Difference
}

func (l *Lever) pulled() int {
	if l.Scenario == nil {
		return 0
	}
	return 1
}

// lever collects what one lever is worth.
func (l *Levers) lever(from *lever.Lever, in LeversInput) Lever {
	out := Lever{Lever: from}
	if from.Outcome < 0 {
		return out
	}
	out.Scenario = &l.Comparison.Scenarios[from.Outcome]
	if u := l.Comparison.Uncertainty; u != nil {
		out.Intervals = maps.Clone(u.Scenarios[from.Outcome])
		for _, i := range out.Scenario.Impacts {
			if i.Difference.IsZero() && !i.Market {
				delete(out.Intervals, i.Key) // of nothing; what draws leave there is rounding
			}
		}
	}
	slice := in.Levers.Comparison.By(calc.ByCategory, from.Outcome)
	out.Categories = leverSlices(slice, from.Key, in.Levers.Comparison.Baseline.Impacts())
	if in.Uncertainty != nil {
		differences := &in.Uncertainty.Outcomes[from.Outcome+1]
		for i := range out.Categories {
			c := &out.Categories[i]
			if f, ok := differences.Difference(uncertainty.Key{Impact: factors.GWP, Dimension: calc.ByCategory, Value: c.Key}); ok {
				c.Interval = DifferenceInterval{intervalOf(f.Interval), significant(f.Saving)}
				c.Interval.Known = true
			}
		}
	}
	return out
}

// leverSlices subtracts a breakdown from another, key by key.
func leverSlices(s comparison.Slices, key lever.Key, impacts []factors.Impact) []LeverSlice {
	var list []LeverSlice
	for _, before := range s.Before {
		var now calc.Slice
		if at := slices.IndexFunc(s.After, func(a calc.Slice) bool { return a.Key == before.Key }); at >= 0 {
			now = s.After[at]
		}
		slice := LeverSlice{Key: before.Key, Units: before.Units, Differences: make(map[factors.Impact]decimal.Decimal)}
		changed := false
		for _, impact := range impacts {
			if !before.Values.Has(impact) {
				continue
			}
			slice.Differences[impact] = now.Values.Total(impact).Sub(before.Values.Total(impact))
			changed = changed || !slice.Differences[impact].IsZero()
			if key == lever.Devices && before.Units.IsPositive() {
				if slice.PerUnit == nil {
					slice.PerUnit = make(map[factors.Impact]decimal.Decimal)
				}
				slice.PerUnit[impact] = share(before.Values.Total(impact).Neg(), before.Units)
			}
		}
		if changed {
			list = append(list, slice)
		}
	}
	slices.SortStableFunc(list, func(a, b LeverSlice) int {
		return cmp.Or(b.Differences[factors.GWP].Abs().Cmp(a.Differences[factors.GWP].Abs()), cmp.Compare(a.Key, b.Key))
	})
	return list
}

func replacementOf(row replacement.Row) Replacement {
	out := Replacement{Row: row}
	for _, b := range row.Impacts {
		e := BreakEven{
			BreakEven: b, Low: significant(b.ImprovementInterval.Low), High: significant(b.ImprovementInterval.High),
			AgeLow: b.AgeInterval[0], AgeHigh: b.AgeInterval[1],
		}
		if of := judged(row, b.Verdict); of.IsPositive() {
			e.BeyondShare = decimal.NewNullDecimal(share(b.Beyond, of))
		}
		out.Impacts = append(out.Impacts, e)
	}
	return out
}

// judged are the units of which it is known whether they are beyond the age from which
// replacing pays: where that is some age, those of known age; else all.
func judged(row replacement.Row, v replacement.Verdict) decimal.Decimal {
	if v == replacement.FromAge {
		return row.Dated
	}
	return row.Units
}

// Impact returns when replacing pays by an impact, and whether that is known.
func (r *Replacement) Impact(key factors.Impact) (BreakEven, bool) {
	at := slices.IndexFunc(r.Impacts, func(b BreakEven) bool { return b.Impact == key })
	if at < 0 {
		return BreakEven{}, false
	}
	return r.Impacts[at], true
}
