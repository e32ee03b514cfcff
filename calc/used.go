package calc

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Used is a factor that the result rests on, and the way it was found.
type Used struct {
	Match *factors.Match // with the factor, the rungs and what it shadowed
	Units decimal.Decimal
	Rows  int64
}

// usedKey tells ways of finding a factor apart that differ in what they are worth.
type usedKey struct {
	factor *factors.Factor
	rung   factors.RungKind
	place  factors.PlaceRung
	year   factors.YearRung
}

// Factors returns every factor that the result rests on, and how it was found,
// sorted by pack, id and the rung it was found on.
func (a *Assessment) Factors() []Used {
	type tally struct {
		match *factors.Match
		units inventory.Tally
		rows  int64
	}
	tallies := make(map[usedKey]*tally)
	for _, p := range a.plans {
		for _, m := range p.matches {
			key := usedKey{m.Factor, m.Rung, m.PlaceRung, m.YearRung}
			t := tallies[key]
			if t == nil {
				t = &tally{match: m}
				tallies[key] = t
			}
			t.units, t.rows = t.units.Add(p.amounts.Units), t.rows+p.amounts.Rows
		}
	}
	used := make([]Used, 0, len(tallies))
	for _, t := range tallies {
		used = append(used, Used{Match: t.match, Units: t.units.Decimal(), Rows: t.rows})
	}
	slices.SortFunc(used, compareUsed)
	return used
}

func compareUsed(a, b Used) int {
	x, y := a.Match, b.Match
	return cmp.Or(
		cmp.Compare(x.Factor.Pack.Ref(), y.Factor.Pack.Ref()),
		cmp.Compare(x.Factor.ID, y.Factor.ID),
		cmp.Compare(x.Rung, y.Rung),
		cmp.Compare(x.PlaceRung, y.PlaceRung),
		cmp.Compare(x.YearRung, y.YearRung),
	)
}
