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

// Rank lists what to do first in a report that has its findings, problems and
// totals: what could change a total most comes first, then the rest by what
// kind of thing it is and how many units and rows it concerns. What was rightly
// left out, and notes, ask for nothing and are not listed.
func Rank(r *Report) {
	r.Actions = nil
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
		r.Actions = append(r.Actions, a)
	}
	for i := range r.Problems.Counts {
		p := &r.Problems.Counts[i]
		if p.Severity != inventory.Rejected && p.Severity != inventory.Warning {
			continue
		}
		a := Action{Problem: p, Rows: p.Rows}
		if p.Severity == inventory.Rejected && p.Rows > 0 && r.Rows.Read > 0 {
			a.Share = decimal.NewNullDecimal(share(decimal.NewFromInt(p.Rows), decimal.NewFromInt(r.Rows.Read)))
		}
		r.Actions = append(r.Actions, a)
	}
	slices.SortStableFunc(r.Actions, func(a, b Action) int {
		return cmp.Or(
			cmp.Compare(a.wholeFile(), b.wholeFile()),
			b.Share.Decimal.Cmp(a.Share.Decimal),
			cmp.Compare(a.rank(), b.rank()),
			b.Units.Decimal.Cmp(a.Units.Decimal),
			cmp.Compare(b.Rows, a.Rows),
		)
	})
}

// wholeFile puts a file that could not be used before everything else.
func (a Action) wholeFile() int {
	if a.Problem != nil && a.Problem.Severity == inventory.Rejected && a.Problem.Rows == 0 {
		return 0
	}
	return 1
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
