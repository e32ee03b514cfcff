package pathway

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

// Flow is what came and went of one category of devices in a year:
//
//	closing = opening − replaced − removed + bought + added
//
// As much is bought as is replaced, unless a scenario replaces so many by fewer or more,
// or by devices of another category.
type Flow struct {
	Category string

	Opening, Closing decimal.Decimal

	Replaced decimal.Decimal // left at the end of their life
	Bought   decimal.Decimal // came in place of those, of this category or another
	Removed  decimal.Decimal // left because a scenario says so, or there are fewer each year
	Added    decimal.Decimal // came because a scenario says so, or there are more each year
}

// flows gathers the flows of a year.
type flows struct{ byCategory map[string]*Flow }

func newFlows() *flows { return &flows{byCategory: make(map[string]*Flow)} }

func (f *flows) of(category string) *Flow {
	flow := f.byCategory[category]
	if flow == nil {
		flow = &Flow{Category: category}
		f.byCategory[category] = flow
	}
	return flow
}

func (f *flows) opening(category string, units decimal.Decimal) {
	if !units.IsZero() {
		f.of(category).Opening = f.of(category).Opening.Add(units)
	}
}

func (f *flows) closing(category string, units decimal.Decimal) {
	if !units.IsZero() {
		f.of(category).Closing = f.of(category).Closing.Add(units)
	}
}

// list returns the flows by category, without those of which there is nothing.
func (f *flows) list() []Flow {
	list := make([]Flow, 0, len(f.byCategory))
	for _, flow := range f.byCategory {
		if !flow.Opening.IsZero() || !flow.Closing.IsZero() || !flow.Replaced.IsZero() || !flow.Removed.IsZero() {
			list = append(list, *flow)
		}
	}
	slices.SortFunc(list, func(a, b Flow) int { return cmp.Compare(a.Category, b.Category) })
	return list
}
