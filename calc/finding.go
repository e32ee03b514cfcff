package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// FindingSeverity says what a finding does to the result.
type FindingSeverity string

// The severities, in the order in which findings are listed.
const (
	Gap        FindingSeverity = "gap"        // something is missing from a total
	Assumption FindingSeverity = "assumption" // something was assumed so that a total could be had
	Caution    FindingSeverity = "caution"    // a figure that should be used with care
)

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

	// Effect is by how much the impact's total could change, in its unit: an
	// order of magnitude to rank by, not a result. Null where there is no proxy.
	// EffectBasis names the proxy.
	Effect      decimal.NullDecimal
	EffectBasis EffectBasis

	Args []string // see the code
}

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

	// OwnAmount is what the units in question now contribute.
	OwnAmount EffectBasis = "own-amount"
)

// FindingCode names a kind of finding. Codes are stable: scripts rely on them.
type FindingCode string
