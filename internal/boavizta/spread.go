package boavizta

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// A Spread is how the sheets of a category differ: a look at it shows a table that
// was damaged on its way better than any rule.
type Spread struct {
	Category          string
	Footprint, Energy []decimal.Decimal // kgCO2e without use, kWh a year; ascending
}

// spreadsOf sorts the figures of the sheets by category.
func spreadsOf(sheets []*sheet) []Spread {
	var spreads []Spread
	for _, s := range sheets {
		name := cmp.Or(s.category, "other")
		at, found := slices.BinarySearchFunc(spreads, name, func(s Spread, name string) int { return cmp.Compare(s.Category, name) })
		if !found {
			spreads = slices.Insert(spreads, at, Spread{Category: name})
		}
		if whole, made := s.withoutUse(); made {
			spreads[at].Footprint = append(spreads[at].Footprint, whole)
		}
		if s.energy.Valid {
			spreads[at].Energy = append(spreads[at].Energy, s.energy.Decimal)
		}
	}
	for i := range spreads {
		slices.SortFunc(spreads[i].Footprint, decimal.Decimal.Cmp)
		slices.SortFunc(spreads[i].Energy, decimal.Decimal.Cmp)
	}
	return spreads
}

func (s Spread) text() string { return fmt.Sprintf("%-32s %s", spread(s.Footprint), spread(s.Energy)) }

func spread(sorted []decimal.Decimal) string {
	if len(sorted) == 0 {
		return "–"
	}
	short := func(d decimal.Decimal) string { return d.RoundBank(1).String() }
	return fmt.Sprintf("%d: %s, %s, %s", len(sorted), short(sorted[0]), short(median(sorted)), short(sorted[len(sorted)-1]))
}

// median returns the middle of ascending values, or the mean of the two in the middle.
func median(sorted []decimal.Decimal) decimal.Decimal {
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return sorted[middle-1].Add(sorted[middle]).Mul(decimal.New(5, -1))
}

// A sheet stands out if it is this many times above or below the median of at least
// enough sheets of its category. Laptops of the published table lie between a
// quarter and four times theirs.
var (
	farOff = decimal.New(3, 0)
	enough = 20
)

// noteFar names the sheets that stand out from their category.
func (r *Result) noteFar(sheets []*sheet) {
	for _, s := range sheets {
		whole, made := s.withoutUse()
		at := slices.IndexFunc(r.Spreads, func(spread Spread) bool { return spread.Category == s.category })
		if at < 0 || !made || len(r.Spreads[at].Footprint) < enough {
			continue
		}
		middle := median(r.Spreads[at].Footprint)
		if whole.LessThanOrEqual(middle.Mul(farOff)) && whole.Mul(farOff).GreaterThanOrEqual(middle) {
			continue
		}
		times, err := quantity.Divide(whole, middle, 2)
		if err != nil {
			continue
		}
		r.Findings = append(r.Findings, Finding{
			Code: FootprintFar, Row: s.row, Product: s.product, Column: columnNames[colTotal], Value: s.total.String(),
			Args: []string{whole.RoundBank(1).String(), times.String(), strconv.Itoa(len(r.Spreads[at].Footprint)), s.category},
		})
	}
}
