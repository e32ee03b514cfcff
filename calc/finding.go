package calc

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// FindingSeverity says what a finding does to the result.
type FindingSeverity string

// The severities, in the order in which findings are listed.
const (
	Gap        FindingSeverity = "gap"        // something is missing from a total
	Assumption FindingSeverity = "assumption" // something was assumed so that a total could be had
	Caution    FindingSeverity = "caution"    // a figure that should be used with care
)

var severities = []FindingSeverity{Gap, Assumption, Caution}

// FindingCode names a kind of finding. Codes are stable: scripts rely on them.
type FindingCode string

// Finding is something to know about a result: what is missing, assumed or
// doubtful, for how many units, and what it could change. Package reports turns
// it into a sentence.
type Finding struct {
	Code     FindingCode
	Severity FindingSeverity
	Stage    factors.Stage  // empty: all
	Impact   factors.Impact // empty: all
	Category string         // empty: any
	Place    string         // empty: any

	Units decimal.Decimal
	Rows  int64

	// Effect is by how much the total of EffectImpact could change, in its unit: an
	// order of magnitude to rank by, not a result. Null where there is no proxy.
	// EffectBasis names the proxy.
	Effect       decimal.NullDecimal
	EffectImpact factors.Impact
	EffectBasis  EffectBasis

	Args []string // see the code
}

// collectFindings makes one finding of the equal notes of all groups.
func (a *Assessment) collectFindings() []Finding {
	tallies := make(map[note]*noteTally)
	for _, p := range a.plans {
		for _, n := range p.notes {
			tallies[n] = tallies[n].plus(p.amounts)
			tallies[n].note(p)
		}
	}
	a.tallyAssumptions(tallies)
	a.tallyDepartures(tallies)
	proxies := a.newProxies()
	findings := make([]Finding, 0, len(tallies))
	for n, t := range tallies {
		f := Finding{
			Code: n.code, Severity: n.severity, Stage: n.stage, Impact: n.impact,
			Category: n.category, Place: n.place, Units: t.units.Decimal(), Rows: t.rows,
			Args: slices.DeleteFunc(n.args[:], func(s string) bool { return s == "" }),
		}
		proxies.rate(&f, t)
		findings = append(findings, f)
	}
	findings = append(findings, a.unknownServices()...)
	slices.SortFunc(findings, compareFindings)
	return findings
}

// noteTally is how much one note is about.
type noteTally struct {
	units      inventory.Tally
	rows       int64
	activities map[activityKind]inventory.Amounts // of those among the rows
}

// note takes note of the kind of a plan's activities.
func (t *noteTally) note(p *plan) {
	if !p.driver.kind.Activity() {
		return
	}
	if t.activities == nil {
		t.activities = make(map[activityKind]inventory.Amounts)
	}
	kind := activityKind{p.driver.category, p.driver.measure}
	t.activities[kind] = t.activities[kind].Add(p.amounts)
}

// plus returns the tally with amounts added; nil is the empty tally.
func (t *noteTally) plus(amounts inventory.Amounts) *noteTally {
	if t == nil {
		t = &noteTally{}
	}
	t.units, t.rows = t.units.Add(amounts.Units), t.rows+amounts.Rows
	return t
}

// compareFindings ranks gaps in gwp before those in other impacts, which have
// other units, and within an impact by what they could change; what by all that
// is known could change nothing goes last.
func compareFindings(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(slices.Index(severities, a.Severity), slices.Index(severities, b.Severity)),
		compareFlags(changesNothing(a), changesNothing(b)),
		compareFlags(!a.Effect.Valid, !b.Effect.Valid),
		compareImpacts(a.EffectImpact, b.EffectImpact),
		b.Effect.Decimal.Cmp(a.Effect.Decimal),
		b.Units.Cmp(a.Units),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Category, b.Category),
		cmp.Compare(a.Place, b.Place),
		compareImpacts(a.Impact, b.Impact),
		cmp.Compare(a.Stage, b.Stage),
		slices.Compare(a.Args, b.Args),
	)
}

// changesNothing reports whether the proxy says that a gap is about nothing, as
// the distribution of a service is where those that have a figure have 0.
func changesNothing(f Finding) bool { return f.Effect.Valid && f.Effect.Decimal.IsZero() }
