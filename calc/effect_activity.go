package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// activityKind tells activities apart that have a common measure.
type activityKind struct{ category, measure string }

// activityProxies are the measuring stick for gaps in activities, which have no
// units: the mean by the measure of the same category, else by row the median
// over the categories.
type activityProxies struct {
	byAmount map[stageOfImpact]map[activityKind]decimal.Decimal
	medians  map[stageOfImpact]decimal.Decimal // over the categories, of their means by row
}

// newActivityProxies computes the means of what is covered, each rounded once.
func (a *Assessment) newActivityProxies() *activityProxies {
	type known struct {
		amount inventory.Tally
		rows   int64
		sum    exactSum
	}
	byKind := make(map[stageOfImpact]map[activityKind]*known)
	for _, p := range a.plans {
		if !p.driver.kind.Activity() {
			continue
		}
		kind := activityKind{p.driver.category, p.driver.measure}
		for at, state := range p.statuses {
			if state != statusCovered {
				continue
			}
			if byKind[at] == nil {
				byKind[at] = make(map[activityKind]*known)
			}
			if byKind[at][kind] == nil {
				byKind[at][kind] = &known{}
			}
			k := byKind[at][kind]
			k.amount, k.rows = k.amount.Add(p.amounts.Activity), k.rows+p.amounts.Rows
			for i := range p.entries {
				e := &p.entries[i]
				if cell := a.cells[e.cell]; e.views&inLocation != 0 && (stageOfImpact{cell.Impact, cell.Stage}) == at {
					k.sum.addProduct(newAmount(e.measure.Of(p.amounts)), &e.value)
				}
			}
		}
	}
	x := &activityProxies{byAmount: make(map[stageOfImpact]map[activityKind]decimal.Decimal)}
	byRow := make(map[proxyKey]decimal.Decimal)
	for at, kinds := range byKind {
		x.byAmount[at] = make(map[activityKind]decimal.Decimal)
		sums, rows := make(map[string]decimal.Decimal), make(map[string]int64)
		for kind, k := range kinds {
			sum := k.sum.decimal()
			if amount := k.amount.Decimal(); !amount.IsZero() {
				x.byAmount[at][kind] = divide(sum, amount)
			}
			sums[kind.category] = sums[kind.category].Add(sum)
			rows[kind.category] += k.rows
		}
		for category, sum := range sums {
			byRow[proxyKey{at, category}] = divide(sum, decimal.NewFromInt(max(rows[category], 1)))
		}
	}
	x.medians = medianOf(byRow, func(key proxyKey) (decimal.Decimal, bool) { return byRow[key], true })
	return x
}

// effect returns what activities of a kind may bear in a stage of an impact.
func (x *activityProxies) effect(at stageOfImpact, kind activityKind, amounts inventory.Amounts) (decimal.Decimal, EffectBasis, bool) {
	if mean, ok := x.byAmount[at][kind]; ok {
		return amounts.Activity.Decimal().Mul(mean), CategoryMean, true
	}
	median, ok := x.medians[at]
	return median.Mul(decimal.NewFromInt(amounts.Rows)), MedianCategory, ok
}
