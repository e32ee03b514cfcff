package calc

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// Holding is what a department holds of one category of devices: how much of it
// came second-hand, how old it is, and how much is kept for longer than planned.
type Holding struct {
	Category   string
	Units      decimal.Decimal // assessed, those that left in the period included
	SecondHand decimal.Decimal // of them, acquired remanufactured, refurbished or reused
	Stated     decimal.Decimal // of them, those whose condition at acquisition anybody states

	Present decimal.Decimal // of Units, there at the end of the period
	Dated   decimal.Decimal // of those present, with a known month of acquisition
	Planned decimal.Decimal // of those dated, with a planned lifetime
	Beyond  decimal.Decimal // of those planned, held for longer than that

	Ages []AgeGroup // of those dated, the youngest first
}

// AgeGroup counts units by their full years since acquisition.
type AgeGroup struct {
	Years int // 0: less than one
	Units decimal.Decimal
}

// holding adds up the units of a category.
type holding struct {
	units, secondHand, stated, present, dated, planned, beyond inventory.Tally

	ages map[int]inventory.Tally
}

// Holdings returns what is held of each category of devices, by its name.
//
// A unit acquired in month a is, at the end of the last month z of the period,
// in its month z − a + 1. It has z − a months behind it, of which each twelve are
// a full year; and it is held beyond a planned lifetime of L years where
//
//	z − a + 1 > 12 · L
//
// as depreciation counts, which charges the month of acquisition.
func (a *Assessment) Holdings() []Holding {
	byCategory := make(map[string]*holding)
	records := a.recordsBy(ByAcquired)
	for i := range records {
		r := &records[i]
		p := a.plans[r.group]
		if p.driver.kind.Activity() {
			continue
		}
		h := byCategory[p.driver.category]
		if h == nil {
			h = &holding{ages: make(map[int]inventory.Tally)}
			byCategory[p.driver.category] = h
		}
		h.add(r, p, a.engine.lastMonth)
	}
	list := make([]Holding, 0, len(byCategory))
	for category, h := range byCategory {
		list = append(list, h.holding(category))
	}
	slices.SortFunc(list, func(x, y Holding) int { return cmp.Compare(x.Category, y.Category) })
	return list
}

func (h *holding) add(r *record, p *plan, last inventory.Month) {
	units := r.amounts.Units
	h.units = h.units.Add(units)
	if p.driver.condition != "" {
		h.stated = h.stated.Add(units)
	}
	if secondHand(p.driver.condition) {
		h.secondHand = h.secondHand.Add(units)
	}
	if r.left {
		return
	}
	h.present = h.present.Add(units)
	if !r.acquired.Known() || r.acquired > last {
		return
	}
	h.dated = h.dated.Add(units)
	months := int64(last - r.acquired)
	years := int(months / 12)
	h.ages[years] = h.ages[years].Add(units)
	if !p.lifetime.Valid {
		return
	}
	h.planned = h.planned.Add(units)
	if decimal.NewFromInt(months + 1).GreaterThan(p.lifetime.Decimal.Mul(decimal.NewFromInt(12))) {
		h.beyond = h.beyond.Add(units)
	}
}

func (h *holding) holding(category string) Holding {
	out := Holding{
		Category: category, Units: h.units.Decimal(), SecondHand: h.secondHand.Decimal(), Stated: h.stated.Decimal(),
		Present: h.present.Decimal(), Dated: h.dated.Decimal(), Planned: h.planned.Decimal(), Beyond: h.beyond.Decimal(),
	}
	for years, units := range h.ages {
		out.Ages = append(out.Ages, AgeGroup{years, units.Decimal()})
	}
	slices.SortFunc(out.Ages, func(x, y AgeGroup) int { return cmp.Compare(x.Years, y.Years) })
	return out
}

// left reports whether units are gone by the end of the period, or at a time
// that nobody knows.
func (e *engine) left(p *inventory.Profile) bool {
	if p.Retired.Known() {
		return p.Retired <= e.lastMonth
	}
	return hasLeft(p.Status)
}
