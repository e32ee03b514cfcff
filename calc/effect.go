package calc

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// EffectBasis names the proxy behind the effect of a finding.
type EffectBasis string

// The proxies.
const (
	// CategoryMean is the units times the mean per unit of those of the same
	// category, stage and impact for which there is a figure.
	CategoryMean EffectBasis = "category-mean"

	// MedianCategory is the units times the median, over the categories that have
	// figures, of their means per unit.
	MedianCategory EffectBasis = "median-category"
)

// proxies hold what a unit of each category bears on average, by stage of an
// impact: the measuring stick for what gaps could change.
type proxies struct {
	means   map[proxyKey]decimal.Decimal
	medians map[stageOfImpact]decimal.Decimal
	impacts []factors.Impact
}

type proxyKey struct {
	stageOfImpact
	category string
}

// newProxies computes the means of the categories from the groups whose stage is
// covered: Σ location-based figures / Σ units, rounded once.
func (a *Assessment) newProxies() *proxies {
	units := make(map[proxyKey]inventory.Tally)
	sums := make(map[proxyKey]*exactSum)
	for _, p := range a.plans {
		for at, state := range p.statuses {
			if state == statusCovered {
				key := proxyKey{at, p.driver.category}
				units[key] = units[key].Add(p.amounts.Units)
			}
		}
		for i := range p.entries {
			e := &p.entries[i]
			cell := a.cells[e.cell]
			at := stageOfImpact{cell.Impact, cell.Stage}
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
	x := &proxies{means: make(map[proxyKey]decimal.Decimal), medians: make(map[stageOfImpact]decimal.Decimal), impacts: a.engine.impacts}
	byStage := make(map[stageOfImpact][]decimal.Decimal)
	for key, sum := range sums {
		if count := units[key].Decimal(); !count.IsZero() {
			x.means[key] = divide(sum.decimal(), count)
			byStage[key.stageOfImpact] = append(byStage[key.stageOfImpact], x.means[key])
		}
	}
	for at, means := range byStage {
		slices.SortFunc(means, decimal.Decimal.Cmp)
		x.medians[at] = means[(len(means)-1)/2] // the lower of two in the middle
	}
	return x
}

// rate sets the effect of a gap: for its stage and impact, or for all stages of
// gwp where the gap concerns everything. Gaps in electricity count as the gwp
// of the use stage.
func (x *proxies) rate(f *Finding) {
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
	sum, basis := decimal.Zero, CategoryMean
	found := false
	for _, stage := range embodiedOnly(f.Code, stages) {
		perUnit, ok := x.means[proxyKey{stageOfImpact{impact, stage}, f.Category}]
		if !ok {
			perUnit, ok = x.medians[stageOfImpact{impact, stage}]
			basis = MedianCategory
		}
		found = found || ok
		sum = sum.Add(perUnit)
	}
	if found {
		f.Effect, f.EffectImpact, f.EffectBasis = decimal.NewNullDecimal(f.Units.Mul(sum)), impact, basis
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
