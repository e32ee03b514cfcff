package uncertainty

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"govfootprint/calc"
)

// Analytic returns intervals without draws, from the moments of the quantities. A
// figure y is a sum of products; with D_i the standard deviation that unknown i alone
// gives it, γ_i the skewness of that, and H_ij what i and j give it only together,
//
//	variance of y          V  = Σ D_i² + Σ H_ij²                       over i, and over pairs i, j
//	third central moment   μ3 = Σ γ_i · D_i³ + 6 Σ D_i · D_j · H_ij
//
// exactly but for three and more unknowns at once. Quantities of one identity move
// together: theirs are added up before anything is squared. To mean y, variance V
// and skewness μ3/V^1.5 a shifted lognormal distribution is fitted (shifted.go), which
// for a single product is the lognormal that begins at 0, and for a sum of very many
// the normal distribution.
func Analytic(ctx context.Context, assessments []*calc.Assessment, o Options) (*Result, error) {
	m, err := newModel(ctx, assessments, o.withDefaults())
	if err != nil {
		return nil, err
	}
	r := &Result{Method: ByMoments}
	for i := range m.assessments {
		r.Outcomes = append(r.Outcomes, m.analytic(i))
	}
	return r, nil
}

func (m *model) analytic(number int) Outcome {
	var o Outcome
	own := &m.assessments[number]
	for _, key := range m.keys(number) {
		terms := own.terms(key)
		o.Figures = append(o.Figures, m.analyticFigure(key, terms))
	}
	for _, impact := range own.impacts() {
		terms := own.total(impact)
		o.Causes = append(o.Causes, m.causes(Key{Impact: impact}, terms, m.moments(terms).variance))
	}
	if number == 0 {
		return o
	}
	base := &m.assessments[0]
	for _, key := range m.keys(0, number) {
		terms := minus(own.terms(key), base.terms(key))
		o.Differences = append(o.Differences, m.analyticFigure(key, terms))
	}
	return o
}

// analyticFigure returns a figure with its interval.
func (m *model) analyticFigure(key Key, terms []weighted) Figure {
	moments := m.moments(terms)
	d := fitted(moments)
	return Figure{
		Key: key, Exact: moments.mean, Mean: moments.mean, Saving: d.below(0),
		Interval: Interval{d.at(-zOf95), d.at(0), d.at(zOf95)},
	}
}

// effect is what an unknown does to a figure: the standard deviation that it alone
// causes, with a sign that says which way, and the quantity with the most of it.
type effect struct {
	identity  int32
	deviation float64
	largest   float64
	variable  *variable
}

// direction says whether more of the quantity makes more of a figure, 1, or less, −1.
func (v *variable) direction() float64 {
	if v.spread.divides {
		return -1
	}
	return 1
}

// effects returns what each identity does to a figure, sorted by its number.
func (m *model) effects(terms []weighted) []effect {
	var parts []weighted // of the figure, by variable
	for _, t := range terms {
		for _, n := range m.products[t.product] {
			parts = append(parts, weighted{n, t.weight})
		}
	}
	slices.SortStableFunc(parts, func(p, q weighted) int { return cmp.Compare(p.product, q.product) })
	var effects []effect
	for len(parts) > 0 {
		n, part := parts[0].product, 0.0
		for len(parts) > 0 && parts[0].product == n {
			part += parts[0].weight
			parts = parts[1:]
		}
		v := &m.variables[n]
		d := float64(part * v.deviation)
		at, have := slices.BinarySearchFunc(effects, v.identity, effect.compare)
		if !have {
			effects = slices.Insert(effects, at, effect{identity: v.identity})
		}
		e := &effects[at]
		if math.Abs(d) >= e.largest {
			e.largest, e.variable = math.Abs(d), v
		}
		e.deviation += float64(d * v.direction())
	}
	return effects
}

func (e effect) compare(identity int32) int { return cmp.Compare(e.identity, identity) }

// deviationOf returns the deviation that an identity causes.
func deviationOf(effects []effect, identity int32) float64 {
	at, have := slices.BinarySearchFunc(effects, identity, effect.compare)
	if !have {
		return 0
	}
	return effects[at].deviation
}

// pair is two identities, the smaller number first.
type pair struct{ one, other int32 }

// interactions returns what pairs of identities do to a figure only together.
func (m *model) interactions(terms []weighted) map[pair]float64 {
	together := make(map[pair]float64)
	for _, t := range terms {
		variables := m.products[t.product]
		for i, one := range variables {
			for _, other := range variables[i+1:] {
				v, w := &m.variables[one], &m.variables[other]
				p := pair{min(v.identity, w.identity), max(v.identity, w.identity)}
				deviations := float64(v.deviation * w.deviation)
				signs := v.direction() * w.direction()
				together[p] += float64(float64(t.weight*deviations) * signs)
			}
		}
	}
	return together
}

// moments of a figure's distribution.
type moments struct {
	mean, variance, third float64
	oneSided              bool // whether the figure cannot be on the other side of 0 than its mean
}

// mirrored returns the moments of the negative.
func (m moments) mirrored() moments {
	m.mean, m.third = -m.mean, -m.third
	return m
}

// moments returns the moments of a figure.
func (m *model) moments(terms []weighted) moments {
	above := !slices.ContainsFunc(terms, func(t weighted) bool { return t.weight < 0 })
	below := !slices.ContainsFunc(terms, func(t weighted) bool { return t.weight > 0 })
	if below && !above {
		return m.moments(minus(nil, terms)).mirrored()
	}
	out := moments{mean: exact(terms), oneSided: len(terms) > 0 && above}
	if out.oneSided && len(terms) == 1 {
		return m.ofProduct(out, m.products[terms[0].product])
	}
	effects := m.effects(terms)
	for _, e := range effects {
		squared := float64(e.deviation * e.deviation)
		out.variance += squared
		out.third += float64(float64(squared*e.deviation) * float64(e.variable.skewness*e.variable.direction()))
	}
	together := m.interactions(terms)
	for _, p := range slices.SortedFunc(maps.Keys(together), comparePairs) { // in a fixed order, for the sum of floats
		h := together[p]
		out.variance += float64(h * h)
		out.third += float64(6 * float64(float64(deviationOf(effects, p.one)*deviationOf(effects, p.other))*h))
	}
	return out
}

// ofProduct completes the moments of a single product, that of whose lognormal
// quantities is lognormal:
//
//	1 + V/y² = Π (1 + s²)
func (m *model) ofProduct(out moments, variables []int32) moments {
	x := 1.0
	for _, n := range variables {
		s := m.variables[n].deviation
		x *= 1 + float64(s*s)
	}
	out.variance = float64(float64(out.mean*out.mean) * (x - 1))
	out.third = float64(float64(out.variance*math.Sqrt(out.variance)) * out.ownSkewness())
	return out
}

func comparePairs(p, q pair) int {
	return cmp.Or(cmp.Compare(p.one, q.one), cmp.Compare(p.other, q.other))
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
	for _, e := range m.effects(terms) {
		share := float64(e.deviation*e.deviation) / variance
		if share >= leastShare {
			c.List = append(c.List, Cause{m.identities[e.identity], share, e.variable.quantity, e.variable.quantity.Factor})
		}
	}
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
