package reports

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Action is a step that would make the result better: a finding of the
// assessment, or the problems of one kind in the inventory.
type Action struct {
	Finding *calc.Finding // one of these two is set
	Problem *ProblemCount

	Units decimal.NullDecimal // concerned; null where the rows could not be read
	Rows  int64
	Share decimal.NullDecimal // of the impact's total that it could change; null where nothing tells
}

// actions ranks what to do first: what could change a total most comes first;
// then rows that are in no total at all, by number; then the rest by units.
// Notes ask for nothing and are left out.
func actions(r *Report) []Action {
	var list []Action
	for i := range r.Findings {
		f := &r.Findings[i]
		a := Action{Finding: f, Units: decimal.NewNullDecimal(f.Units), Rows: f.Rows}
		key := f.Impact
		if key == "" {
			key = factors.GWP
		}
		if impact, ok := r.Impact(key); ok && f.Effect.Valid && impact.Total.IsPositive() {
			a.Share = decimal.NewNullDecimal(share(f.Effect.Decimal.Abs(), impact.Total))
		}
		list = append(list, a)
	}
	for i := range r.Problems.Counts {
		p := &r.Problems.Counts[i]
		if p.Severity != inventory.Rejected && p.Severity != inventory.Warning {
			continue
		}
		a := Action{Problem: p, Rows: p.Count}
		if p.Severity == inventory.Rejected {
			a.Share = decimal.NewNullDecimal(share(decimal.NewFromInt(p.Count), decimal.NewFromInt(r.Rows.Read)))
		}
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(a, b Action) int {
		return cmp.Or(
			b.Share.Decimal.Cmp(a.Share.Decimal),
			cmp.Compare(a.rank(), b.rank()),
			b.Units.Decimal.Cmp(a.Units.Decimal),
			cmp.Compare(b.Rows, a.Rows),
		)
	})
	return list
}

// rank orders actions of which nothing tells what they could change.
func (a Action) rank() int {
	switch {
	case a.Problem != nil && a.Problem.Severity == inventory.Rejected:
		return 0
	case a.Finding != nil && a.Finding.Severity == calc.Gap:
		return 1
	case a.Finding != nil && a.Finding.Severity == calc.Assumption:
		return 2
	case a.Problem != nil:
		return 3
	default:
		return 4
	}
}
