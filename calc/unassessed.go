package calc

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// Unassessed is the units, or the rows of activities, of a category of which
// nothing is in any total.
type Unassessed struct {
	Category   string
	Units      decimal.Decimal
	Activities int64
}

// Unassessed returns, by category, the units that are recognised and of which no
// impact has a figure in any stage although some should. Units that bear nothing
// in the period, such as those written off before, are not among them: for their
// category nothing is missing. Units that nobody could recognise have a finding
// of their own ([UnresolvedCategory]).
func (a *Assessment) Unassessed() []Unassessed {
	byCategory := make(map[string]inventory.Tally)
	activities := make(map[string]int64)
	for _, p := range a.plans {
		if p.driver.category != "" && p.unassessed() {
			byCategory[p.driver.category] = byCategory[p.driver.category].Add(p.amounts.Units)
			activities[p.driver.category] += p.activityRows()
		}
	}
	var all []Unassessed
	for _, category := range slices.Sorted(maps.Keys(byCategory)) {
		all = append(all, Unassessed{category, byCategory[category].Decimal(), activities[category]})
	}
	return all
}

// unassessed reports whether something is missing and nothing is there: a unit in
// stock uses no electricity, which is known and yet no figure.
func (p *plan) unassessed() bool {
	return len(p.entries) == 0 && slices.Contains(slices.Collect(maps.Values(p.statuses)), statusMissing)
}
