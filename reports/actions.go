package reports

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Action is a step that would make the result better: findings of the
// assessment that one step mends together, or the problems of one kind in the
// inventory, or both where they are about the same thing.
type Action struct {
	Findings []calc.Finding // of one kind; what could change most first
	Problem  *ProblemCount

	Units decimal.NullDecimal // concerned; null where the rows could not be read
	Rows  int64

	Impact factors.Impact      // that Share is of
	Share  decimal.NullDecimal // of the total that it could change; null where nothing tells
}

// sameThing pairs findings with the problems of the inventory that cause them:
// the finding knows what it could change, the problem where it is.
var sameThing = map[calc.FindingCode]inventory.Code{
	calc.UnresolvedCategory: inventory.CodeCategoryUnknown,
	calc.PlaceUnknown:       inventory.CodeCountryMissing,
}

// Rank lists what to do first in a report that has its findings, problems and
// totals. Files that could not be used come first; then what could change a
// total notably, most first, where the climate weighs more than the other
// impacts; then doubts; then small gaps; then assumptions. What was rightly
// left out, and notes, ask for nothing and are not listed.
func Rank(r *Report) {
	var (
		grouped = groupFindings(r)
		paired  = make(map[inventory.Code]bool)
	)
	r.Actions = nil
	for _, a := range grouped {
		if code, ok := sameThing[a.Findings[0].Code]; ok {
			for i := range r.Problems.Counts {
				if r.Problems.Counts[i].Code == code {
					a.Problem = &r.Problems.Counts[i]
					paired[code] = true
				}
			}
		}
		r.Actions = append(r.Actions, a)
	}
	for i := range r.Problems.Counts {
		p := &r.Problems.Counts[i]
		if paired[p.Code] || (p.Severity != inventory.Rejected && p.Severity != inventory.Warning) {
			continue
		}
		a := Action{Problem: p, Rows: p.Rows}
		if p.Severity == inventory.Rejected && p.Rows > 0 && r.Rows.Read > 0 {
			a.Impact = factors.GWP
			a.Share = decimal.NewNullDecimal(share(decimal.NewFromInt(p.Rows), decimal.NewFromInt(r.Rows.Read)))
		}
		r.Actions = append(r.Actions, a)
	}
	slices.SortStableFunc(r.Actions, func(a, b Action) int {
		return cmp.Or(
			cmp.Compare(a.tier(), b.tier()),
			b.weight().Cmp(a.weight()),
			b.Units.Decimal.Cmp(a.Units.Decimal),
			cmp.Compare(b.Rows, a.Rows),
		)
	})
}

// groupFindings gathers the findings of one kind and impact into one action
// each, in the order in which the first of each stands.
func groupFindings(r *Report) []Action {
	type kind struct {
		code   calc.FindingCode
		impact factors.Impact
	}
	var (
		order  []kind
		groups = make(map[kind]*Action)
		most   = make(map[kind]map[string]calc.Finding) // by category: with the most units
	)
	for _, f := range r.Findings {
		k := kind{f.Code, f.Impact}
		a, ok := groups[k]
		if !ok {
			a = &Action{}
			groups[k] = a
			most[k] = make(map[string]calc.Finding)
			order = append(order, k)
		}
		a.Findings = append(a.Findings, f)
		if s, impact := EffectShare(r, f); s.Valid {
			a.Impact = impact
			a.Share = decimal.NewNullDecimal(a.Share.Decimal.Add(s.Decimal))
		}
		about := f.Category + "\x00" + f.Place
		if have, ok := most[k][about]; !ok || f.Units.GreaterThan(have.Units) {
			most[k][about] = f
		}
	}
	var list []Action
	for _, k := range order {
		a := groups[k]
		for _, f := range most[k] {
			a.Units = decimal.NewNullDecimal(a.Units.Decimal.Add(f.Units))
			a.Rows += f.Rows
		}
		list = append(list, *a)
	}
	return list
}

// EffectShare returns which share of an impact's total a finding could change,
// and of which impact; null where nothing tells.
func EffectShare(r *Report, f calc.Finding) (decimal.NullDecimal, factors.Impact) {
	key := cmp.Or(f.EffectImpact, f.Impact, factors.GWP)
	impact, ok := r.Impact(key)
	if !ok || !f.Effect.Valid || !impact.Total.IsPositive() {
		return decimal.NullDecimal{}, key
	}
	return decimal.NewNullDecimal(share(f.Effect.Decimal.Abs(), impact.Total)), key
}

// otherImpacts is how much a change in another impact weighs against one in gwp.
var otherImpacts = decimal.New(25, -2)

// notable is the weight from which a change goes before any doubt.
var notable = decimal.New(1, -2)

// weight is what a step is worth, to rank by.
func (a Action) weight() decimal.Decimal {
	if a.Impact != factors.GWP {
		return a.Share.Decimal.Mul(otherImpacts)
	}
	return a.Share.Decimal
}

// tier orders actions before their weight does.
func (a Action) tier() int {
	var severity calc.FindingSeverity
	if len(a.Findings) > 0 {
		severity = a.Findings[0].Severity
	}
	switch {
	case a.Problem != nil && a.Problem.Severity == inventory.Rejected && a.Problem.Rows == 0:
		return 0 // a whole file
	case a.weight().GreaterThanOrEqual(notable):
		return 1
	case severity == calc.Caution, a.Problem != nil && severity == "":
		return 2
	case severity == calc.Gap:
		return 3
	default:
		return 4
	}
}
