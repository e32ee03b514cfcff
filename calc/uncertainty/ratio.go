package uncertainty

import (
	"context"
	"math"
	"slices"

	"govfootprint/calc"
	"govfootprint/factors"
)

// Part is a part of the figures of one of several assessments: some stages of an
// impact, of one key in a dimension.
type Part struct {
	Assessment int // number of it

	Dimension calc.Dimension
	Value     string

	Impact factors.Impact
	Stages []factors.Stage
}

// Ratio is one part over another.
type Ratio struct{ Over, Under Part }

// Ratios simulates ratios of parts under common draws: what is uncertain in both, such
// as the number of devices, is drawn once and cancels. Where the lower part is 0 in
// a draw, the ratio is infinite there. It returns a [*DrawsError] as [Run] does.
func Ratios(ctx context.Context, assessments []*calc.Assessment, ratios []Ratio, o Options) ([]Interval, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	b := newBuilder()
	b.assessments = make([]modelled, 1)
	places := make([]int, 2*len(ratios)) // of each part among the sums
	for number, a := range assessments {
		x, err := a.Expand(ctx)
		if err != nil {
			return nil, err
		}
		parts := partsOf{builder: b, expansion: x, view: o.viewOf(a), variables: b.variablesOf(x, o), split: make(map[calc.Dimension][]calc.Portion)}
		for i, r := range ratios {
			for j, p := range []Part{r.Over, r.Under} {
				if p.Assessment == number {
					places[2*i+j] = len(b.assessments[0].sums)
					b.assessments[0].sums = append(b.assessments[0].sums, parts.sum(p))
				}
			}
		}
	}
	if err := o.checkMemory(2 * len(ratios)); err != nil {
		return nil, err
	}
	s := newSimulation(&b.model, o)
	if err := inParallel(ctx, batches, func(number int) { s.run(ctx, number) }); err != nil {
		return nil, err
	}
	intervals := make([]Interval, len(ratios))
	err := inParallel(ctx, len(ratios), func(i int) {
		intervals[i] = quotient(s.figures[0][places[2*i]], s.figures[0][places[2*i+1]])
	})
	return intervals, err
}

// partsOf writes parts of one assessment out.
type partsOf struct {
	*builder

	expansion *calc.Expansion
	view      calc.View
	variables []int32
	split     map[calc.Dimension][]calc.Portion
}

func (b *partsOf) sum(p Part) sum {
	portions, known := b.split[p.Dimension]
	if !known {
		portions = b.expansion.By(p.Dimension, b.view)
		b.split[p.Dimension] = portions
	}
	at := slices.IndexFunc(portions, func(portion calc.Portion) bool { return portion.Key == p.Value })
	if at < 0 {
		return sum{}
	}
	sums := b.sums(b.expansion, portions[at].Summands, b.variables, func(cell calc.CellKey) (Key, bool) {
		return Key{Impact: p.Impact}, cell.Impact == p.Impact && slices.Contains(p.Stages, cell.Stage)
	})
	if len(sums) == 0 {
		return sum{}
	}
	return sums[0]
}

// quotient returns the interval of the draws of one figure over those of another.
func quotient(over, under []float64) Interval {
	draws := make([]float64, len(over))
	for d := range draws {
		draws[d] = over[d] / under[d]
		if under[d] <= 0 {
			draws[d] = math.MaxFloat64 // orders like infinity, and is interpolated without becoming no number
		}
	}
	i, _ := summary(draws, make([]float64, len(draws)))
	return i
}
