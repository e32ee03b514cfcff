package reports

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports/figure"
)

// Inspection is what was found in inventories before anything is worked out:
// what files, sheets and columns were taken for, what was recognised, and what
// only a person can say. It is made by [Inspect] and then only read.
type Inspection struct {
	Period   inventory.Period
	Country  string // default place of rows that name none; empty for none
	Files    []inventory.FileInfo
	Rows     Rows
	Units    decimal.Decimal // assessed
	Activity int64           // rows of activities, which have no units
	Levels   []Level         // how far units were recognised, the surest first
	Kinds    []Kind          // of equipment, most units first
	Problems Problems

	Questions inventory.Questions
}

// LevelKey says how far something was recognised.
type LevelKey string

// How far something was recognised, the surest first.
const (
	ToModel    LevelKey = "model"    // a pack in force knows the exact model
	ToFamily   LevelKey = "family"   // the product family is known
	ToCategory LevelKey = "category" // the kind of equipment is
	ToNothing  LevelKey = "none"
)

// Level is how many units were recognised so far and no further.
type Level struct {
	Key      LevelKey
	Units    decimal.Decimal
	Rows     int64
	Activity int64    // rows of activities among them
	Examples []string // makers and models of most units
}

// Kind is the units of a category.
type Kind struct {
	Category string
	Units    decimal.Decimal // none of activities
	Rows     int64
}

// mostExamples is how many examples a level has.
const mostExamples = 3

// Inspect works out what there is to say about a reading. The library is that in
// force; it says for which models there are figures.
func Inspect(reading *inventory.Result, library *factors.Library, country string) *Inspection {
	in := &Inspection{
		Period:    reading.Estate.Period(),
		Country:   country,
		Files:     reading.Files,
		Rows:      rows(reading.Estate),
		Problems:  problems(reading),
		Questions: reading.Questions,
	}
	subjects := make(map[string]bool)
	for f := range library.Factors() {
		subjects[f.Subject] = true
	}
	levels := map[LevelKey]*recognised{}
	kinds := map[string]*Kind{}
	for profile, amounts := range reading.Estate.All() {
		units := amounts.Units.Decimal()
		in.Units = in.Units.Add(units)
		if profile.Kind.Activity() {
			in.Activity += amounts.Rows
		}
		key := levelOf(profile, subjects)
		if levels[key] == nil {
			levels[key] = &recognised{examples: map[string]decimal.Decimal{}}
		}
		levels[key].add(profile, units, amounts.Rows)
		if key == ToNothing {
			continue
		}
		if kinds[profile.Category] == nil {
			kinds[profile.Category] = &Kind{Category: profile.Category}
		}
		k := kinds[profile.Category]
		k.Units, k.Rows = k.Units.Add(units), k.Rows+amounts.Rows
	}
	for _, key := range []LevelKey{ToModel, ToFamily, ToCategory, ToNothing} {
		if r := levels[key]; r != nil {
			in.Levels = append(in.Levels, Level{key, r.units, r.rows, r.activity, r.most()})
		}
	}
	for _, k := range kinds {
		in.Kinds = append(in.Kinds, *k)
	}
	slices.SortFunc(in.Kinds, func(a, b Kind) int {
		return cmp.Or(b.Units.Cmp(a.Units), cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Category, b.Category))
	})
	return in
}

// levelOf returns how far a profile was recognised.
func levelOf(p inventory.Profile, subjects map[string]bool) LevelKey {
	if p.Recognition == inventory.Unresolved || p.Category == "" {
		return ToNothing
	}
	for _, rung := range factors.DeviceRungs(p.Category, p.Variant, p.Manufacturer, p.Family, p.Model) {
		if rung.Kind == factors.ExactModel && slices.ContainsFunc(rung.Subjects, func(s string) bool { return subjects[s] }) {
			return ToModel
		}
	}
	if p.Family != "" {
		return ToFamily
	}
	return ToCategory
}

// recognised sums the units of a level.
type recognised struct {
	units    decimal.Decimal
	rows     int64
	activity int64
	examples map[string]decimal.Decimal
}

func (r *recognised) add(p inventory.Profile, units decimal.Decimal, rows int64) {
	r.units, r.rows = r.units.Add(units), r.rows+rows
	if p.Kind.Activity() {
		r.activity += rows
	}
	name := p.Manufacturer
	if p.Model != "" {
		if name != "" {
			name += " "
		}
		name += p.Model
	}
	if name != "" {
		r.examples[name] = r.examples[name].Add(units)
	}
}

// most returns the examples of most units.
func (r *recognised) most() []string {
	names := make([]string, 0, len(r.examples))
	for name := range r.examples {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(r.examples[b].Cmp(r.examples[a]), cmp.Compare(a, b))
	})
	return names[:min(mostExamples, len(names))]
}

// Filled says how much of a column holds something, in whole per cent, as a
// language writes it; it is empty where there is no row or no column.
func Filled(c inventory.ColumnInfo, s *inventory.SheetInfo, numbers figure.Style) string {
	if s.Rows == 0 || c.Header == "" {
		return ""
	}
	percent := 100 * min(c.Filled, s.Rows) / s.Rows
	if percent == 0 && c.Filled > 0 {
		percent = 1
	}
	return numbers.Int(percent) + numbers.PercentSign
}
