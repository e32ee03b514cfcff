package calc

import (
	"context"
	"slices"
	"strconv"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// record is what is kept of a profile: its group, its keys in the dimensions of
// a breakdown, and its amounts.
type record struct {
	group   int32
	cap     factors.Grade // the best grade that the row allows
	keys    [rowDimensions]int32
	amounts inventory.Amounts
}

// The dimensions that a profile has a key in, in the order of record.keys.
const (
	categoryKey = iota
	variantKey
	manufacturerKey
	modelKey
	departmentKey
	siteKey
	countryKey
	hostingKey
	serviceKey
	statusKey
	conditionKey
	ownershipKey
	acquiredKey
	rowDimensions int = iota
)

var dimensionKeys = map[Dimension]int{
	ByCategory: categoryKey, ByVariant: variantKey, ByManufacturer: manufacturerKey, ByModel: modelKey,
	ByDepartment: departmentKey, BySite: siteKey, ByCountry: countryKey, ByHosting: hostingKey, ByService: serviceKey,
	ByStatus: statusKey, ByCondition: conditionKey, ByOwnership: ownershipKey, ByAcquired: acquiredKey,
}

// keyring numbers the keys of a dimension.
type keyring struct {
	numbers map[string]int32
	names   []string
}

func newKeyring() *keyring { return &keyring{numbers: make(map[string]int32)} }

func (k *keyring) number(name string) int32 {
	n, ok := k.numbers[name]
	if !ok {
		n = int32(len(k.names)) //nolint:gosec // an estate has far fewer keys than 2^31
		k.numbers[name] = n
		k.names = append(k.names, name)
	}
	return n
}

// checkEvery is how many profiles are worked through between two looks at the context.
const checkEvery = 4096

// compress turns the estate into records, sorted by group, and returns the
// drivers of the groups in canonical order.
func (a *Assessment) compress(ctx context.Context) ([]driver, error) {
	for i := range a.keys {
		a.keys[i] = newKeyring()
	}
	a.index = make(map[driver]int32)
	a.records = make([]record, 0, a.estate.Len())
	var drivers []driver
	for p, amounts := range a.estate.All() {
		if len(a.records)%checkEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if a.engine.unobserved(&p, amounts) {
			return nil, &ObservationError{}
		}
		d := a.engine.driverOf(&p)
		group, ok := a.index[d]
		if !ok {
			if err := a.engine.checkContracts(&d); err != nil {
				return nil, err
			}
			group = int32(len(drivers)) //nolint:gosec // no more than profiles
			a.index[d] = group
			drivers = append(drivers, d)
		}
		a.records = append(a.records, record{group: group, cap: rowCap(&p), keys: a.keysOf(&p, &d), amounts: amounts})
	}
	return a.renumber(drivers), nil
}

// renumber sorts the groups and the records, so that nothing depends on the
// order in which the estate yields its profiles.
func (a *Assessment) renumber(drivers []driver) []driver {
	sorted := slices.Clone(drivers)
	slices.SortFunc(sorted, compareDrivers)
	for i, d := range sorted {
		a.index[d] = int32(i) //nolint:gosec // no more than profiles
	}
	for i := range a.records {
		a.records[i].group = a.index[drivers[a.records[i].group]]
	}
	a.records = sortedByCount(a.records, len(sorted), func(r *record) int32 { return r.group })
	return sorted
}

// sortedByCount returns items sorted by a small number, keeping the order of equals.
func sortedByCount[T any](items []T, numbers int, number func(*T) int32) []T {
	starts := make([]int, numbers+1)
	for i := range items {
		starts[number(&items[i])+1]++
	}
	for n := range numbers {
		starts[n+1] += starts[n]
	}
	sorted := make([]T, len(items))
	for i := range items {
		n := number(&items[i])
		sorted[starts[n]] = items[i]
		starts[n]++
	}
	return sorted
}

// keysOf returns the keys of a profile in every dimension of its own.
func (a *Assessment) keysOf(p *inventory.Profile, d *driver) [rowDimensions]int32 {
	var keys [rowDimensions]int32
	for i, name := range [rowDimensions]string{
		categoryKey: d.category, variantKey: joinVariant(d.category, d.variant),
		manufacturerKey: p.Manufacturer, modelKey: joinModel(p.Manufacturer, p.Model),
		departmentKey: p.Department, siteKey: p.Site, countryKey: d.place, hostingKey: string(p.Hosting),
		serviceKey: p.Service, statusKey: string(p.Status), conditionKey: string(p.Condition),
		ownershipKey: string(p.Ownership), acquiredKey: yearText(p.Acquired.Year()),
	} {
		keys[i] = a.keys[i].number(name)
	}
	return keys
}

func joinModel(manufacturer, model string) string {
	if manufacturer == "" || model == "" {
		return model
	}
	return manufacturer + " " + model
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// unobserved reports whether the basis needs observed lifetimes of a profile
// that was read without them.
func (e *engine) unobserved(p *inventory.Profile, a inventory.Amounts) bool {
	if e.method.Basis != Observed || !p.Acquired.Known() {
		return false
	}
	inService := !a.Full.IsZero() || !a.Days.IsZero()
	return inService && a.ObservedFull.IsZero() && a.ObservedDays.IsZero()
}
