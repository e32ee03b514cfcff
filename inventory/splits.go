package inventory

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Split tells how a part of a host came about:
//
//	amounts = Of × Σ portion · weight / Whole
//
// rounded to [AllocationScale] decimal places so that the parts make up the host.
// An estate adds parts up and forgets this; it is kept while reading, for whoever
// explains a part (see Options.Splits), and is in no estate file.
type Split struct {
	Profile Profile // of the part, as it is in the estate
	Amounts Amounts // of the part
	Of      Amounts // of the whole host

	By      string        // what its weights are: share, vcpu, memory (GB), storage (GB), or equal for machines themselves
	Weights []SplitWeight // what is borne; of idle capacity what no machine was promised
	Whole   decimal.Decimal
	Scaled  bool // Whole is what all machines were promised together, not what the host can bear
	Assumed bool // the host is in no list
}

// SplitWeight is the weight of machines of which a portion is borne: 1, or what an
// application bears that shares its machines with others.
type SplitWeight struct{ Weight, Portion decimal.Decimal }

// mostSplits bounds what is kept; whoever has more explains one department or host.
const mostSplits = 200_000

// Splits returns how the parts of hosts came about, in the order in which they were
// split. It is empty for an estate that was read without asking for it, or from an
// estate file, or where there are more than can be kept.
func (e *Estate) Splits() []Split {
	if len(e.splits) > mostSplits {
		return nil
	}
	return e.splits
}

func (e *Estate) keepSplit(s Split) {
	if len(e.splits) <= mostSplits {
		e.splits = append(e.splits, s)
	}
}

// A splitting is how a host is split, for its parts to be told.
type splitting struct {
	by              weightKind
	whole           decimal.Decimal
	idle            decimal.Decimal // weight that nobody was promised
	scaled, assumed bool
	of              *Amounts // the whole host, where it is not what is split
}

// newSplitting returns how allocate splits a host by weights; nil where nobody asks.
func (s *settlement) newSplitting(by weightKind, weights []decimal.Decimal, capacity decimal.Decimal, assumed bool) *splitting {
	if !s.options.Splits {
		return nil
	}
	sum := decimal.Sum(decimal.Zero, weights...)
	if !sum.IsPositive() { // allocate splits equally
		return &splitting{by: equally, whole: decimal.NewFromInt(int64(len(weights))), assumed: assumed}
	}
	whole := decimal.Max(sum, capacity)
	return &splitting{by: by, whole: whole, idle: whole.Sub(sum), scaled: sum.GreaterThan(capacity), assumed: assumed}
}

// weigh adds what a part bears of machines.
func (d *splitting) weigh(into []SplitWeight, weight, portion decimal.Decimal) []SplitWeight {
	if d == nil {
		return nil
	}
	if d.by == equally && !weight.IsPositive() {
		weight = decimal.NewFromInt(1)
	}
	if at := slices.IndexFunc(into, func(w SplitWeight) bool { return w.Portion.Equal(portion) }); at >= 0 {
		into[at].Weight = into[at].Weight.Add(weight)
		return into
	}
	return append(into, SplitWeight{weight, portion})
}

// keep keeps how a part came about.
func (d *splitting) keep(e *Estate, p Profile, part, of Amounts, weights []SplitWeight) {
	if d == nil {
		return
	}
	if d.of != nil {
		of = *d.of
	}
	e.keepSplit(Split{
		Profile: p, Amounts: part, Of: of, By: d.by.String(), Weights: weights, Whole: d.whole, Scaled: d.scaled, Assumed: d.assumed,
	})
}
