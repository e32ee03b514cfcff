package calc

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"govfootprint/inventory"
)

// Expansion writes the figures of an assessment out as sums of products: what to
// simulate, and what to derive from, instead of the formulas themselves. A figure
// has as many products as there are different ways to a figure, however many
// devices the estate has.
type Expansion struct {
	Quantities []Quantity
	Cells      []CellKey

	assessment *Assessment
	plans      [][]expandedEntry // by group
	registry   *quantityRegistry
	products   productRegistry
}

// expandedEntry is a coefficient, multiplied out.
type expandedEntry struct {
	cell    int32
	measure Measure
	views   views
	sum     polynomial
}

// Portion is the part of the totals that has one key in a dimension.
type Portion struct {
	Key      string
	Summands []Summand // by product, then cell
}

// Summand is a constant times a product of quantities, in one cell. The constants
// of a cell add up to its figure.
type Summand struct {
	Product  int // see [Expansion.Product]
	Cell     int // of [Expansion.Cells]
	Constant float64
}

// Expand writes the figures of an assessment out.
func (a *Assessment) Expand(ctx context.Context) (*Expansion, error) {
	x := &Expansion{
		Cells: a.cells, assessment: a, plans: make([][]expandedEntry, len(a.plans)),
		registry: newQuantityRegistry(), products: productRegistry{numbers: make(map[string]int32)},
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(a.plans)) {
		workers.Go(func() {
			for ctx.Err() == nil {
				group := int(next.Add(1)) - 1
				if group >= len(a.plans) {
					return
				}
				x.plans[group] = x.expand(a.plans[group])
			}
		})
	}
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	x.registerAmounts()
	x.sortQuantities()
	return x, nil
}

// expand multiplies the formulas of one group out.
func (x *Expansion) expand(p *plan) []expandedEntry {
	outcome := x.assessment.engine.evaluate(p.driver)
	multiply := &expansionOf{driver: &p.driver, registry: x.registry, known: make(map[*term]polynomial)}
	entries := make([]expandedEntry, 0, len(outcome.coefficients))
	for i, c := range outcome.coefficients {
		if c.measure.Of(p.amounts).IsZero() {
			continue
		}
		entries = append(entries, expandedEntry{p.entries[i].cell, c.measure, c.views, multiply.polynomial(c.term)})
	}
	return entries
}

// amountsOf are lines of one group and data quality that have a key in common.
type amountsOf struct {
	key, group int32
	quality    inventory.Quality
}

// registerAmounts numbers the data that coefficients are multiplied with.
func (x *Expansion) registerAmounts() {
	records := x.assessment.baseRecords()
	for i := range records {
		for m := range Measure(measures) {
			if !m.Of(records[i].amounts).IsZero() {
				x.registry.number(x.amountQuantity(&records[i], m))
			}
		}
	}
}

func (x *Expansion) amountQuantity(r *record, m Measure) Quantity {
	d := &x.assessment.plans[r.group].driver
	return Quantity{Datum: d.datum(m), About: d.category, Quality: r.quality}
}

// sortQuantities renumbers the quantities in their order, so that nothing depends
// on which group was expanded first.
func (x *Expansion) sortQuantities() {
	var places []int32
	x.Quantities, places = x.registry.sorted()
	for _, entries := range x.plans {
		renumbered := make(map[*int32]bool) // quantities are shared between polynomials
		for _, e := range entries {
			for _, m := range e.sum {
				if len(m.quantities) == 0 || renumbered[&m.quantities[0]] {
					continue
				}
				renumbered[&m.quantities[0]] = true
				for i, number := range m.quantities {
					m.quantities[i] = places[number]
				}
				slices.Sort(m.quantities)
			}
		}
	}
	for q, number := range x.registry.numbers {
		x.registry.numbers[q] = places[number]
	}
}

// Product returns the quantities of a product, by their numbers in [Expansion.Quantities].
func (x *Expansion) Product(number int) []int32 { return x.products.list[number] }

// Products returns the number of products that were asked for so far.
func (x *Expansion) Products() int { return len(x.products.list) }

// Total writes the totals out, in a view of electricity.
func (x *Expansion) Total(view View) []Summand {
	portions := x.split(x.assessment.baseRecords(), []string{""}, func(*record) int32 { return 0 }, view)
	if len(portions) == 0 {
		return nil
	}
	return portions[0].Summands
}

// By writes the totals out along a dimension that rows have a key in, sorted by
// key; nil where there is no such dimension. It is not safe for concurrent use.
func (x *Expansion) By(d Dimension, view View) []Portion {
	at, ok := dimensionKeys[d]
	if !ok {
		return nil
	}
	a := x.assessment
	return x.split(a.recordsBy(d), a.keys[at].names, func(r *record) int32 { return r.keys[at] }, view)
}

// Kin are lines that share every coefficient and the quality of their data: each of
// their figures varies alike.
type Kin struct {
	Group    string
	Quality  inventory.Quality
	Summands []Summand
}

// Kins writes the figures of all kin out, one after the other. It is not safe for concurrent use.
func (x *Expansion) Kins(view View) iter.Seq[Kin] {
	return func(yield func(Kin) bool) {
		order, sums := addUp(x.assessment.baseRecords(), func(r *record) int32 { return r.group })
		slices.SortFunc(order, func(a, b amountsOf) int {
			return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.quality, b.quality))
		})
		for i, key := range order {
			if !yield(Kin{groupName(int(key.group)), key.quality, x.summands(order[i:i+1], sums, view)}) {
				return
			}
		}
	}
}

// addUp adds the amounts of records up by a number, group and quality.
func addUp(records []record, number func(*record) int32) (order []amountsOf, sums map[amountsOf]*record) {
	sums = make(map[amountsOf]*record)
	for i := range records {
		r := &records[i]
		key := amountsOf{number(r), r.group, r.quality}
		if sums[key] == nil {
			sums[key] = &record{group: r.group, quality: r.quality}
		}
		sums[key].amounts = sums[key].amounts.Add(r.amounts)
	}
	return slices.Collect(maps.Keys(sums)), sums
}

// split writes the totals out by a number that each record has.
func (x *Expansion) split(records []record, names []string, number func(*record) int32, view View) []Portion {
	order, sums := addUp(records, number)
	slices.SortFunc(order, func(a, b amountsOf) int {
		return cmp.Or(cmp.Compare(names[a.key], names[b.key]), cmp.Compare(a.group, b.group), cmp.Compare(a.quality, b.quality))
	})
	var portions []Portion
	for len(order) > 0 {
		end := slices.IndexFunc(order, func(a amountsOf) bool { return a.key != order[0].key })
		if end < 0 {
			end = len(order)
		}
		summands := x.summands(order[:end], sums, view)
		portions = append(portions, Portion{names[order[0].key], summands})
		order = order[end:]
	}
	return portions
}

// summands adds up what is constant times the same product in the same cell.
func (x *Expansion) summands(order []amountsOf, sums map[amountsOf]*record, view View) []Summand {
	type slot struct{ product, cell int32 }
	constants := make(map[slot]float64)
	var quantities []int32
	for _, key := range order {
		r := sums[key]
		var amounts [measures]float64
		var data [measures]int32
		for m := range Measure(measures) {
			if tally := m.Of(r.amounts); !tally.IsZero() {
				amounts[m] = tally.Decimal().InexactFloat64()
				data[m] = x.registry.numbers[x.amountQuantity(r, m)]
			}
		}
		for _, e := range x.plans[key.group] {
			if e.views&view.mask() == 0 || amounts[e.measure] == 0 {
				continue
			}
			for _, m := range e.sum {
				quantities = append(append(quantities[:0], m.quantities...), data[e.measure])
				slices.Sort(quantities)
				constants[slot{x.products.number(quantities), e.cell}] += float64(amounts[e.measure] * m.constant)
			}
		}
	}
	summands := make([]Summand, 0, len(constants))
	for s, constant := range constants {
		summands = append(summands, Summand{int(s.product), int(s.cell), constant})
	}
	slices.SortFunc(summands, func(a, b Summand) int { return cmp.Or(cmp.Compare(a.Product, b.Product), cmp.Compare(a.Cell, b.Cell)) })
	return summands
}

// productRegistry numbers products in the order in which they are asked for.
type productRegistry struct {
	numbers map[string]int32
	list    [][]int32
	name    []byte
}

func (r *productRegistry) number(quantities []int32) int32 {
	r.name = r.name[:0]
	for _, q := range quantities {
		r.name = append(r.name, byte(q), byte(q>>8), byte(q>>16), byte(q>>24)) //nolint:gosec // the bytes of a number
	}
	n, ok := r.numbers[string(r.name)]
	if !ok {
		n = int32(len(r.list)) //nolint:gosec // far fewer
		r.numbers[string(r.name)] = n
		r.list = append(r.list, slices.Clone(quantities))
	}
	return n
}
