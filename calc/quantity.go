package calc

import (
	"cmp"
	"slices"
	"sync"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Quantity is something that a result rests on and that nobody knows exactly: a
// published factor, or a datum of the inventory or the settings. Quantities are
// comparable; equal ones are the same unknown.
type Quantity struct {
	Factor *factors.Factor // nil for a datum
	Grade  factors.Grade   // of the factor, as it was found

	Datum   Datum             // empty for a factor
	Quality inventory.Quality // of an amount, empty where nobody states one

	// About says what a datum is about: the category of the devices (laptop) or what
	// is stated of a room. It is there for a factor too where a datum could stand in
	// its place, as a row's own lifetime does for the packs'.
	About string

	// Divides says that figures are divided by it, as by a lifetime.
	Divides bool
}

// Datum is a kind of what inventories and settings state.
type Datum string

// The data that carry an uncertainty of their own. What else is stated (shares,
// contracts, configurations) is a choice or a description, and taken as it is.
const (
	CountDatum    Datum = "count"    // of devices, and their time in service
	EnergyDatum   Datum = "energy"   // kWh that rows state
	PowerDatum    Datum = "power"    // W that rows state
	HoursDatum    Datum = "hours"    // h/year that rows state
	ActivityDatum Datum = "activity" // the amount of an activity, in its measure
	LifetimeDatum Datum = "lifetime" // years that a row or a policy states
	PUEDatum      Datum = "pue"      // that an inventory or the settings state
	WUEDatum      Datum = "wue"      // that an inventory states
)

// rateData are what the rates of rows measure.
var rateData = map[inventory.EnergyRate]Datum{
	inventory.RateMeasured: EnergyDatum, inventory.RatePowered: EnergyDatum,
	inventory.RatePower: PowerDatum, inventory.RateHours: HoursDatum,
}

// datum returns what an amount of a driver's lines is.
func (d *driver) datum(m Measure) Datum {
	switch m {
	case PerActivity:
		return ActivityDatum
	case PerRateFull, PerRateDay:
		return rateData[d.rate]
	default:
		return CountDatum
	}
}

// datumQuality returns how good the data of a row are: as the row states, and low
// where what it is was told by a word alone, or contradicts itself, for then its
// devices may be counted under the wrong kind.
func datumQuality(p *inventory.Profile) inventory.Quality {
	if p.Recognition == inventory.ByKeyword || p.Recognition == inventory.Contradicted {
		return inventory.LowQuality
	}
	return p.Quality
}

func compareQuantities(a, b Quantity) int {
	return cmp.Or(
		cmp.Compare(a.Datum, b.Datum),
		cmp.Compare(a.About, b.About),
		cmp.Compare(a.Quality, b.Quality),
		compareFactors(a.Factor, b.Factor),
		cmp.Compare(a.Grade, b.Grade),
		compareFlags(a.Divides, b.Divides),
	)
}

// compareFactors orders by pack and id, which together name a factor; nil goes first.
func compareFactors(a, b *factors.Factor) int {
	switch {
	case a == nil || b == nil:
		return compareFlags(a != nil, b != nil)
	default:
		return cmp.Or(cmp.Compare(a.Pack.Ref(), b.Pack.Ref()), cmp.Compare(a.ID, b.ID))
	}
}

// quantityRegistry numbers quantities in the order in which they turn up. It is
// safe for concurrent use.
type quantityRegistry struct {
	mu      sync.Mutex
	numbers map[Quantity]int32
	list    []Quantity
}

func newQuantityRegistry() *quantityRegistry {
	return &quantityRegistry{numbers: make(map[Quantity]int32)}
}

func (r *quantityRegistry) number(q Quantity) int32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.numberOf(q)
}

// divisor returns the number of a quantity that figures are divided by.
func (r *quantityRegistry) divisor(number int32) int32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	q := r.list[number]
	q.Divides = true
	return r.numberOf(q)
}

func (r *quantityRegistry) numberOf(q Quantity) int32 {
	n, ok := r.numbers[q]
	if !ok {
		n = int32(len(r.list)) //nolint:gosec // no more than factors and kinds of data
		r.numbers[q] = n
		r.list = append(r.list, q)
	}
	return n
}

// sorted returns the quantities in order, and the place of each number in it.
func (r *quantityRegistry) sorted() (quantities []Quantity, places []int32) {
	order := make([]int32, len(r.list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compareQuantities(r.list[a], r.list[b]) })
	quantities, places = make([]Quantity, len(order)), make([]int32, len(order))
	for place, number := range order {
		quantities[place], places[number] = r.list[number], int32(place)
	}
	return quantities, places
}
