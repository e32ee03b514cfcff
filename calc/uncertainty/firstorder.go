package uncertainty

import (
	"cmp"
	"context"
	"math"
	"slices"

	"govfootprint/calc"
)

// FirstOrder returns intervals without draws. With w_k the part of a figure y that
// is proportional to quantity k, and s_k the relative standard deviation of that,
//
//	variance of y   V = Σ (w_k · s_k)²        over unknowns k
//
// quantities of one identity being added up before they are squared, for they move
// together. Interactions, which are of the second order, are left out. A figure
// above 0 is taken as lognormal with mean y and variance V,
//
//	σ² = ln(1 + V/y²)    median = y · e^(−σ²/2)    5th, 95th percentile = median · e^(∓1.645 σ)
//
// any other figure, and every difference, as normal.
func FirstOrder(ctx context.Context, assessments []*calc.Assessment, o Options) (*Result, error) {
	m, err := newModel(ctx, assessments, o.withDefaults())
	if err != nil {
		return nil, err
	}
	r := &Result{Method: ByFirstOrder}
	for i := range m.assessments {
		r.Outcomes = append(r.Outcomes, m.firstOrder(i))
	}
	return r, nil
}

func (m *model) firstOrder(number int) Outcome {
	var o Outcome
	own := &m.assessments[number]
	for _, key := range m.keys(number) {
		terms := own.terms(key)
		o.Figures = append(o.Figures, lognormalFigure(key, exact(terms), m.variance(terms)))
	}
	for _, impact := range own.impacts() {
		terms := own.total(impact)
		o.Causes = append(o.Causes, m.causes(Key{Impact: impact}, terms, m.variance(terms)))
	}
	if number == 0 {
		return o
	}
	base := &m.assessments[0]
	for _, key := range m.keys(0, number) {
		terms := minus(own.terms(key), base.terms(key))
		o.Differences = append(o.Differences, normalFigure(key, exact(terms), m.variance(terms)))
		if key.whole() {
			o.DifferenceCauses = append(o.DifferenceCauses, m.causes(key, terms, m.variance(terms)))
		}
	}
	return o
}

// lognormalFigure returns a figure with the interval of a lognormal distribution
// of a mean and a variance; of a normal one where the mean is not above 0.
func lognormalFigure(key Key, mean, variance float64) Figure {
	if mean <= 0 || variance == 0 {
		return normalFigure(key, mean, variance)
	}
	sigma2 := log(1 + variance/float64(mean*mean))
	sigma := math.Sqrt(sigma2)
	median := mean * exp(-sigma2/2)
	return Figure{
		Key: key, Exact: mean, Mean: mean,
		Interval: Interval{median * exp(-float64(zOf95*sigma)), median, median * exp(float64(zOf95*sigma))},
	}
}

// normalFigure returns a figure with the interval of a normal distribution.
func normalFigure(key Key, mean, variance float64) Figure {
	deviation := math.Sqrt(variance)
	half := float64(zOf95 * deviation)
	f := Figure{Key: key, Exact: mean, Mean: mean, Interval: Interval{mean - half, mean, mean + half}}
	switch {
	case deviation > 0:
		f.Saving = normalShare(-mean / deviation)
	case mean < 0:
		f.Saving = 1
	}
	return f
}

// effect is what an unknown does to a figure: the standard deviation that it alone
// causes, with a sign that says which way, and the quantity with the most of it.
type effect struct {
	deviation float64
	largest   float64
	quantity  calc.Quantity
}

// effects returns what each identity does to a figure.
func (m *model) effects(terms []weighted) map[int32]effect {
	parts := make(map[int32]float64) // of the figure, by variable
	var numbers []int32
	for _, t := range terms {
		for _, n := range m.products[t.product] {
			if _, have := parts[n]; !have {
				numbers = append(numbers, n)
			}
			parts[n] += t.weight
		}
	}
	slices.Sort(numbers)
	effects := make(map[int32]effect)
	for _, n := range numbers {
		v := &m.variables[n]
		d := float64(parts[n] * v.deviation)
		if v.spread.divides {
			d = -d // more of it makes less of the figure
		}
		e := effects[v.identity]
		if math.Abs(d) >= e.largest {
			e.largest, e.quantity = math.Abs(d), v.quantity
		}
		e.deviation += d
		effects[v.identity] = e
	}
	return effects
}

// variance returns the variance of a figure, to the first order.
func (m *model) variance(terms []weighted) float64 {
	effects := m.effects(terms)
	total := 0.0
	for i := range m.identities { // in a fixed order, for the sum of floats
		d := effects[int32(i)].deviation //nolint:gosec // as many as were numbered
		total += float64(d * d)
	}
	return total
}

// causesListed is how many causes are named, and leastShare the share from which.
const (
	causesListed = 25
	leastShare   = 0.001
)

// causes ranks unknowns by their share of a figure's variance. With every quantity
// in the first power and its mean kept, the first-order share of the variance
// (Sobol's main effect) is (w·s)²/V exactly; V is the whole variance, interactions
// included, where that is known.
func (m *model) causes(key Key, terms []weighted, variance float64) Causes {
	c := Causes{Key: key}
	if variance == 0 {
		return c
	}
	effects := m.effects(terms)
	named := 0.0
	for i, identity := range m.identities {
		e, ok := effects[int32(i)] //nolint:gosec // as above
		share := float64(e.deviation*e.deviation) / variance
		named += share
		if ok && share >= leastShare {
			c.List = append(c.List, Cause{identity, share, e.quantity, e.quantity.Factor})
		}
	}
	c.Together = max(1-named, 0)
	slices.SortStableFunc(c.List, func(a, b Cause) int { return cmp.Compare(b.Share, a.Share) })
	c.List = c.List[:min(len(c.List), causesListed)]
	return c
}

// whole reports whether the key is that of a total.
func (k Key) whole() bool { return k.Stage == "" && k.Dimension == "" }

// keys lists the figures that any of some assessments has: for each impact the
// total, then its parts.
func (m *model) keys(numbers ...int) []Key {
	have := make(map[Key]bool)
	var keys []Key
	add := func(key Key) {
		if !have[key] {
			have[key] = true
			keys = append(keys, key)
		}
	}
	for _, n := range numbers {
		for _, s := range m.assessments[n].sums {
			add(Key{Impact: s.key.Impact})
			add(s.key)
		}
	}
	return keys
}

// terms returns a figure written out, total or part.
func (m *modelled) terms(key Key) []weighted {
	if key.whole() {
		return m.total(key.Impact)
	}
	return m.of(key)
}
