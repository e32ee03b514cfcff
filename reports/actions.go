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

// settled are the findings that ask for nothing: somebody chose so, the usual is
// assumed, or nothing better can be had. They are on the list of findings, but no step.
var settled = []calc.FindingCode{
	calc.LifetimeFromPolicy, calc.AttributionFromMethod, calc.FreightByMass,
	calc.InStockUnused, calc.PUEFromMethod, calc.PlaceFromMethod, calc.MarketByLocation,
	calc.PUEOfProvider, calc.PUEStated, calc.InOverhead, calc.InLines, calc.StatusAssumed, calc.OwnershipAssumed, calc.ConditionAssumed,
}

// ofThePacks are the findings that no inventory and no setting can mend: a figure
// is not published, or is in no selected pack. Whoever keeps the list cannot act
// on them, so they are no step; they stand beside the steps.
var ofThePacks = []calc.FindingCode{
	calc.NoFactor, calc.NoActivityUse, calc.StageNotInPacks, calc.UnsuitableUnit, calc.NoMass, calc.NoElectricityFactor, calc.ElectricityIncomplete,
	calc.AssessedAsNew, calc.AssessedByMass, calc.RouteWithoutFactor, calc.LowGrade,
	calc.LifeCycleInScope2, calc.LossesInScope2, calc.ElectricityOtherYear, calc.ElectricityOtherPlace,
}

// Rank lists what to do first in a report that has its findings, problems and
// totals: files that could not be used; what could change the impact on the
// climate notably, most first; rows that were rejected, doubts and cautions;
// gaps in the other impacts; and last, small gaps and assumptions. What was
// rightly left out, and notes, ask for nothing and are not listed. What only
// other factors could mend is a list of its own, ranked likewise.
func Rank(r *Report) {
	var (
		grouped = groupFindings(r)
		paired  = make(map[inventory.Code]bool)
	)
	r.Actions, r.Beyond = nil, nil
	for _, a := range grouped {
		if slices.Contains(ofThePacks, a.Findings[0].Code) {
			r.Beyond = append(r.Beyond, a)
			continue
		}
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
	slices.SortStableFunc(r.Actions, compareActions)
	slices.SortStableFunc(r.Beyond, compareActions)
}

func compareActions(a, b Action) int {
	return cmp.Or(
		cmp.Compare(a.tier(), b.tier()),
		b.Share.Decimal.Cmp(a.Share.Decimal),
		b.Units.Decimal.Cmp(a.Units.Decimal),
		cmp.Compare(b.Rows, a.Rows),
	)
}

// groupFindings gathers the findings of one kind into one action each, in the
// order in which the first of each stands: those about the climate, or about
// everything, apart from those about the other impacts.
func groupFindings(r *Report) []Action {
	type kind struct {
		code  calc.FindingCode
		other bool
	}
	var (
		order  []kind
		groups = make(map[kind]*Action)
		most   = make(map[kind]map[string]calc.Finding) // by what it is about: with the most units
		shares = make(map[kind]map[factors.Impact]decimal.Decimal)
	)
	for _, f := range r.Findings {
		if slices.Contains(settled, f.Code) {
			continue
		}
		k := kind{f.Code, f.Impact != "" && f.Impact != factors.GWP && f.EffectImpact != factors.GWP}
		a, ok := groups[k]
		if !ok {
			a = &Action{}
			groups[k] = a
			most[k] = make(map[string]calc.Finding)
			shares[k] = make(map[factors.Impact]decimal.Decimal)
			order = append(order, k)
		}
		a.Findings = append(a.Findings, f)
		if s, impact := EffectShare(r, f); s.Valid {
			shares[k][impact] = shares[k][impact].Add(s.Decimal)
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
		if len(shares[k]) == 1 { // of several impacts no share can be told
			for impact, s := range shares[k] {
				a.Impact, a.Share = impact, decimal.NewNullDecimal(s)
			}
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

// notable is the share of the climate total from which a change goes before any doubt.
var notable = decimal.New(1, -2)

// tier orders actions before their share does.
func (a Action) tier() int {
	var severity calc.FindingSeverity
	if len(a.Findings) > 0 {
		severity = a.Findings[0].Severity
	}
	rejected := a.Problem != nil && a.Problem.Severity == inventory.Rejected
	switch {
	case rejected && len(a.Problem.Files) > 0:
		return 0
	case a.Impact == factors.GWP && a.Share.Decimal.GreaterThanOrEqual(notable):
		return 1
	case rejected, severity == calc.Caution, severity == "":
		return 2
	case severity == calc.Gap && a.Impact != factors.GWP:
		return 3
	case severity == calc.Gap:
		return 4
	default:
		return 5
	}
}
