package uncertainty

import (
	"cmp"
	"context"
	"slices"

	"govfootprint/calc"
	"govfootprint/factors"
)

// model is some assessments written out together: what is the same unknown in
// several of them stands there once.
type model struct {
	identities []Identity
	variables  []variable
	products   [][]int32 // numbers of variables

	assessments []modelled
}

// variable is a quantity with its distribution. Variables of one identity are
// drawn together.
type variable struct {
	identity  int32
	quantity  calc.Quantity // the first of several that vary alike
	spread    spread
	scale     float64 // what makes the mean 1
	deviation float64 // standard deviation, the mean being 1
	skewness  float64
}

// modelled is one assessment: its finest figures, of which the others are sums.
type modelled struct {
	sums []sum // sorted by key
}

// sum is a figure written out.
type sum struct {
	key   Key
	terms []weighted // sorted by product
}

type weighted struct {
	product int32
	weight  float64
}

// builder numbers what a model consists of.
type builder struct {
	model
	identityNumbers map[Identity]int32
	variableNumbers map[variableKey]int32
	productNumbers  map[string]int32
}

func newBuilder() *builder {
	return &builder{
		identityNumbers: make(map[Identity]int32),
		variableNumbers: make(map[variableKey]int32),
		productNumbers:  make(map[string]int32),
	}
}

type variableKey struct {
	identity int32
	spread   spread
}

// newModel writes assessments out.
func newModel(ctx context.Context, assessments []*calc.Assessment, o Options) (*model, error) {
	b := newBuilder()
	for _, a := range assessments {
		x, err := a.Expand(ctx)
		if err != nil {
			return nil, err
		}
		b.assessments = append(b.assessments, b.modelled(a, x, o))
	}
	return &b.model, nil
}

func (b *builder) modelled(a *calc.Assessment, x *calc.Expansion, o Options) modelled {
	numbers, view := b.variablesOf(x, o), o.viewOf(a)
	var m modelled
	add := func(summands []calc.Summand, keep func(calc.CellKey) (Key, bool)) {
		m.sums = append(m.sums, b.sums(x, summands, numbers, keep)...)
	}
	add(x.Total(view), func(cell calc.CellKey) (Key, bool) {
		return Key{Impact: cell.Impact, Stage: cell.Stage}, o.totalled(cell.Impact)
	})
	for _, d := range o.By {
		for _, portion := range x.By(d, view) {
			add(portion.Summands, func(cell calc.CellKey) (Key, bool) {
				return Key{Impact: cell.Impact, Dimension: d, Value: portion.Key}, o.wanted(cell.Impact)
			})
		}
	}
	impacts := a.Impacts()
	slices.SortFunc(m.sums, func(p, q sum) int { return compareKeys(impacts, p.key, q.key) })
	return m
}

// variablesOf returns the number of each quantity's variable, -1 for what is fixed.
func (b *builder) variablesOf(x *calc.Expansion, o Options) []int32 {
	numbers := make([]int32, len(x.Quantities))
	for i, q := range x.Quantities {
		numbers[i] = b.variable(q, o)
	}
	return numbers
}

// cellSum is the figure of one cell, written out.
type cellSum struct {
	number int // of the cell
	terms  []weighted
}

// byCell gathers summands by cell.
func (b *builder) byCell(x *calc.Expansion, summands []calc.Summand, variables []int32) []cellSum {
	var sums []cellSum
	for _, s := range slices.SortedStableFunc(slices.Values(summands), func(p, q calc.Summand) int { return cmp.Compare(p.Cell, q.Cell) }) {
		if len(sums) == 0 || sums[len(sums)-1].number != s.Cell {
			sums = append(sums, cellSum{number: s.Cell})
		}
		last := &sums[len(sums)-1]
		last.terms = append(last.terms, weighted{b.product(x.Product(s.Product), variables), s.Constant})
	}
	return sums
}

// variable returns the number of a quantity's variable, -1 where it does not vary.
func (b *builder) variable(q calc.Quantity, o Options) int32 {
	s := spreadOf(q, o)
	if s.fixed() {
		return -1
	}
	identity := IdentityOf(q)
	at, ok := b.identityNumbers[identity]
	if !ok {
		at = int32(len(b.identities)) //nolint:gosec // no more than factors and kinds of data
		b.identityNumbers[identity] = at
		b.identities = append(b.identities, identity)
	}
	key := variableKey{at, s}
	n, ok := b.variableNumbers[key]
	if !ok {
		n = int32(len(b.variables)) //nolint:gosec // likewise
		b.variableNumbers[key] = n
		mean, deviation, skewness := s.moments()
		b.variables = append(b.variables, variable{at, q, s, 1 / mean, deviation, skewness})
	}
	return n
}

// sums gathers summands by what they are part of.
func (b *builder) sums(x *calc.Expansion, summands []calc.Summand, variables []int32, keep func(calc.CellKey) (Key, bool)) []sum {
	type slot struct {
		key     Key
		product int32
	}
	weights := make(map[slot]float64)
	products := make(map[int]int32)
	for _, s := range summands {
		key, ok := keep(x.Cells[s.Cell])
		if !ok {
			continue
		}
		product, known := products[s.Product]
		if !known {
			product = b.product(x.Product(s.Product), variables)
			products[s.Product] = product
		}
		weights[slot{key, product}] += s.Constant
	}
	byKey := make(map[Key][]weighted)
	for s, weight := range weights {
		byKey[s.key] = append(byKey[s.key], weighted{s.product, weight})
	}
	list := make([]sum, 0, len(byKey))
	for key, terms := range byKey {
		slices.SortFunc(terms, func(p, q weighted) int { return cmp.Compare(p.product, q.product) })
		list = append(list, sum{key, terms})
	}
	return list
}

// product returns the number of a product of quantities.
func (b *builder) product(quantities, variables []int32) int32 {
	var varying []int32
	for _, q := range quantities {
		if n := variables[q]; n >= 0 {
			varying = append(varying, n)
		}
	}
	slices.Sort(varying)
	name := make([]byte, 0, 4*len(varying))
	for _, n := range varying {
		name = append(name, byte(n), byte(n>>8), byte(n>>16), byte(n>>24)) //nolint:gosec // the bytes of a number
	}
	number, ok := b.productNumbers[string(name)]
	if !ok {
		number = int32(len(b.products)) //nolint:gosec // far fewer
		b.productNumbers[string(name)] = number
		b.products = append(b.products, varying)
	}
	return number
}

// compareKeys orders figures by impact as the assessment does, the whole before
// its parts, stages in the order of a device's life.
func compareKeys(impacts []factors.Impact, p, q Key) int {
	return cmp.Or(
		cmp.Compare(slices.Index(impacts, p.Impact), slices.Index(impacts, q.Impact)),
		cmp.Compare(slices.Index(calc.Dimensions, p.Dimension), slices.Index(calc.Dimensions, q.Dimension)),
		cmp.Compare(slices.Index(factors.Stages, p.Stage), slices.Index(factors.Stages, q.Stage)),
		cmp.Compare(p.Value, q.Value),
	)
}

// of returns the sum with a key, nothing where there is none.
func (m *modelled) of(key Key) []weighted {
	at := slices.IndexFunc(m.sums, func(s sum) bool { return s.key == key })
	if at < 0 {
		return nil
	}
	return m.sums[at].terms
}

// exact returns a figure as it is without uncertainty.
func exact(terms []weighted) float64 {
	total := 0.0
	for _, t := range terms {
		total += t.weight
	}
	return total
}

// total returns the sum over the stages of an impact.
func (m *modelled) total(impact factors.Impact) []weighted {
	weights := make(map[int32]float64)
	var products []int32
	for _, s := range m.sums {
		if s.key.Impact != impact || s.key.Dimension != "" {
			continue
		}
		for _, t := range s.terms {
			if _, have := weights[t.product]; !have {
				products = append(products, t.product)
			}
			weights[t.product] += t.weight
		}
	}
	slices.Sort(products)
	terms := make([]weighted, len(products))
	for i, product := range products {
		terms[i] = weighted{product, weights[product]}
	}
	return terms
}

// impacts lists the impacts that have a figure, in order.
func (m *modelled) impacts() []factors.Impact {
	var list []factors.Impact
	for _, s := range m.sums {
		if len(list) == 0 || list[len(list)-1] != s.key.Impact {
			list = append(list, s.key.Impact)
		}
	}
	return list
}

// minus returns the difference of two sums. What is the same in both is not there.
func minus(p, q []weighted) []weighted {
	var difference []weighted
	add := func(t weighted) {
		if t.weight != 0 {
			difference = append(difference, t)
		}
	}
	for len(p) > 0 || len(q) > 0 {
		switch {
		case len(q) == 0 || len(p) > 0 && p[0].product < q[0].product:
			add(p[0])
			p = p[1:]
		case len(p) == 0 || q[0].product < p[0].product:
			add(weighted{q[0].product, -q[0].weight})
			q = q[1:]
		default:
			add(weighted{p[0].product, p[0].weight - q[0].weight})
			p, q = p[1:], q[1:]
		}
	}
	return difference
}
