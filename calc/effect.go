package calc

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// EffectBasis names the proxy behind the effect of a finding.
type EffectBasis string

// The proxies, the best first.
const (
	// CategoryMean is the units times the mean per unit of those of the same
	// category, stage and impact for which there is a figure.
	CategoryMean EffectBasis = "category-mean"

	// ScaledByGWP is the units times the category's mean gwp per unit, times the
	// median ratio of the impact to gwp over the categories that have both.
	ScaledByGWP EffectBasis = "scaled-by-gwp"

	// MedianCategory is the units times the median, over the categories that have
	// figures, of their means per unit.
	MedianCategory EffectBasis = "median-category"
)

// proxies hold what a unit of each category bears on average, by stage of an
// impact: the measuring stick for what gaps could change.
type proxies struct {
	impacts []factors.Impact
	means   map[proxyKey]decimal.Decimal      // per unit
	medians map[stageOfImpact]decimal.Decimal // of the means
	ratios  map[stageOfImpact]decimal.Decimal // to gwp, median

	activities *activityProxies
}

type proxyKey struct {
	stageOfImpact
	category string
}

// newProxies computes the means of the categories, from the groups whose stage
// is covered: Σ location-based figures / Σ units, rounded once.
func (a *Assessment) newProxies() *proxies {
	x := &proxies{impacts: a.engine.impacts, means: make(map[proxyKey]decimal.Decimal), activities: a.newActivityProxies()}
	units, sums := a.coveredByCategory()
	for key, sum := range sums {
		if count := units[key].Decimal(); !count.IsZero() {
			x.means[key] = divide(sum.decimal(), count)
		}
	}
	x.medians = medianOf(x.means, func(key proxyKey) (decimal.Decimal, bool) { return x.means[key], true })
	x.ratios = medianOf(x.means, func(key proxyKey) (decimal.Decimal, bool) {
		gwp := x.means[key.inGWP()]
		if !gwp.IsPositive() {
			return gwp, false
		}
		return divide(x.means[key], gwp), true
	})
	return x
}

// inGWP returns the same stage and category for gwp.
func (k proxyKey) inGWP() proxyKey {
	k.impact = factors.GWP
	return k
}

// coveredByCategory adds up units and figures of the groups with a figure.
func (a *Assessment) coveredByCategory() (map[proxyKey]inventory.Tally, map[proxyKey]*exactSum) {
	units := make(map[proxyKey]inventory.Tally)
	sums := make(map[proxyKey]*exactSum)
	for _, p := range a.plans {
		if p.driver.kind.Activity() {
			continue // see activityProxies
		}
		for at, state := range p.statuses {
			if state == statusCovered {
				key := proxyKey{at, p.driver.category}
				units[key] = units[key].Add(p.amounts.Units)
			}
		}
		for i := range p.entries {
			e := &p.entries[i]
			at := stageOfImpact{a.cells[e.cell].Impact, a.cells[e.cell].Stage}
			if e.views&inLocation == 0 || p.statuses[at] != statusCovered {
				continue
			}
			key := proxyKey{at, p.driver.category}
			if sums[key] == nil {
				sums[key] = &exactSum{}
			}
			sums[key].addProduct(newAmount(e.measure.Of(p.amounts)), &e.value)
		}
	}
	return units, sums
}

// medianOf returns, for each stage of an impact, the median over the categories
// of a number that each has; the lower of two in the middle.
func medianOf(means map[proxyKey]decimal.Decimal, number func(proxyKey) (decimal.Decimal, bool)) map[stageOfImpact]decimal.Decimal {
	lists := make(map[stageOfImpact][]decimal.Decimal)
	for key := range means {
		if n, ok := number(key); ok {
			lists[key.stageOfImpact] = append(lists[key.stageOfImpact], n)
		}
	}
	medians := make(map[stageOfImpact]decimal.Decimal, len(lists))
	for at, list := range lists {
		slices.SortFunc(list, decimal.Decimal.Cmp)
		medians[at] = list[(len(list)-1)/2]
	}
	return medians
}

// perUnit returns the best proxy for what a unit bears.
func (x *proxies) perUnit(key proxyKey) (decimal.Decimal, EffectBasis, bool) {
	if mean, ok := x.means[key]; ok {
		return mean, CategoryMean, true
	}
	ratio, hasRatio := x.ratios[key.stageOfImpact]
	if gwp, ok := x.means[key.inGWP()]; ok && hasRatio {
		return gwp.Mul(ratio), ScaledByGWP, true
	}
	median, ok := x.medians[key.stageOfImpact]
	return median, MedianCategory, ok
}

// rate sets the effect of a gap: for its stage and impact, or for all stages of
// gwp where the gap concerns everything. Gaps in electricity count as the gwp
// of the use stage.
func (x *proxies) rate(f *Finding, t *noteTally) {
	partly := f.Code == NoPUE || f.Code == ElectricityIncomplete // a fraction of a stage; nobody knows which
	if f.Severity != Gap || partly || len(x.impacts) == 0 {
		return
	}
	impact, stages := f.Impact, factors.Stages
	if impact == "" || impact == factors.Energy {
		impact = x.impacts[0]
	}
	if f.Stage != "" {
		stages = []factors.Stage{f.Stage}
	}
	sum, found := decimal.Zero, false
	for _, stage := range embodiedOnly(f.Code, stages) {
		at := stageOfImpact{impact, stage}
		if perUnit, basis, ok := x.perUnit(proxyKey{at, f.Category}); ok && (!f.Units.IsZero() || len(t.activities) == 0) {
			sum, found = sum.Add(f.Units.Mul(perUnit)), true
			f.EffectBasis = basis
		}
		for kind, amounts := range t.activities {
			if effect, basis, ok := x.activities.effect(at, kind, amounts); ok {
				sum, found = sum.Add(effect), true
				f.EffectBasis = basis
			}
		}
	}
	if found {
		f.Effect, f.EffectImpact = decimal.NewNullDecimal(sum), impact
	}
}

// embodiedOnly drops the use stage for gaps that do not touch it.
func embodiedOnly(code FindingCode, stages []factors.Stage) []factors.Stage {
	switch code {
	case NoLifetime, NoAcquisitionDate, NoWithdrawalDate:
		return slices.DeleteFunc(slices.Clone(stages), func(s factors.Stage) bool { return s == factors.Use })
	default:
		return stages
	}
}
