package calc

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// record is what is kept of the profiles that agree in everything that decides
// a coefficient, and in one more attribute at most: their group, their keys in
// the dimensions of a breakdown, and their amounts.
type record struct {
	group   int32
	limit   factors.Grade     // the best grade that the row allows
	quality inventory.Quality // of its data
	keys    [rowDimensions]int32
	amounts inventory.Amounts

	acquired inventory.Month // in records that tell the year of acquisition apart
	left     bool            // by the end of the period, or nobody knows when
}

// The dimensions of a breakdown that a record has a key in.
const (
	categoryKey = iota
	variantKey  // with its category
	manufacturerKey
	modelKey // with its maker
	departmentKey
	siteKey
	countryKey
	hostingKey
	serviceKey
	applicationKey
	environmentKey
	capacityKey
	kindKey
	statusKey
	conditionKey
	ownershipKey
	acquiredKey
	rowDimensions int = iota
)

var dimensionKeys = map[Dimension]int{
	ByCategory: categoryKey, ByVariant: variantKey, ByManufacturer: manufacturerKey, ByModel: modelKey,
	ByDepartment: departmentKey, BySite: siteKey, ByCountry: countryKey, ByHosting: hostingKey, ByService: serviceKey,
	ByApplication: applicationKey, ByEnvironment: environmentKey, ByCapacity: capacityKey, ByKind: kindKey,
	ByStatus: statusKey, ByCondition: conditionKey, ByOwnership: ownershipKey, ByAcquired: acquiredKey,
}

// keyring numbers the texts of an attribute. Most rows repeat the text before
// them, so that one is looked at first.
type keyring struct {
	numbers    map[string]int32
	names      []string
	last       string
	lastNumber int32
}

func newKeyring() *keyring { return &keyring{numbers: make(map[string]int32)} }

func (k *keyring) number(name string) int32 {
	if name == k.last && len(k.names) > 0 {
		return k.lastNumber
	}
	n, ok := k.numbers[name]
	if !ok {
		n = int32(len(k.names)) //nolint:gosec // an estate has far fewer keys than 2^31
		k.numbers[name] = n
		k.names = append(k.names, name)
	}
	k.last, k.lastNumber = name, n
	return n
}

// checkEvery is how many profiles are worked through between two looks at the context.
const checkEvery = 4096

// deciding returns the attributes that can decide a coefficient.
func (e *engine) deciding() inventory.Attributes {
	keep := inventory.DeviceAttributes | inventory.TermsAttributes | inventory.CountryAttribute | inventory.RetiredAttribute |
		inventory.LifetimeAttribute | inventory.AttributionAttribute | inventory.ConfigAttribute | inventory.RoomAttribute
	if e.method.Basis != Annualised {
		keep |= inventory.AcquiredAttribute
	}
	if len(e.contractSites) > 0 {
		keep |= inventory.SiteAttribute
	}
	return keep
}

// reporting are the attributes that decide no coefficient, and only break totals
// down. Each gets records of its own: together they would make as many records
// as the estate has profiles.
var reporting = map[Dimension]inventory.Attributes{
	ByDepartment:  inventory.DepartmentAttribute,
	BySite:        inventory.SiteAttribute,
	ByService:     inventory.ServiceAttribute,
	ByApplication: inventory.ApplicationAttribute,
	ByEnvironment: inventory.EnvironmentAttribute,
	ByAcquired:    inventory.AcquiredAttribute,
}

// compress turns the estate into records and returns the drivers of their groups
// in canonical order.
func (a *Assessment) compress(ctx context.Context) ([]driver, error) {
	base := a.attributesBy("")
	var keep []inventory.Attributes
	for _, d := range Dimensions {
		if attributes := a.attributesBy(d); attributes != base && !slices.Contains(keep, attributes) {
			keep = append(keep, attributes)
		}
	}
	projections, err := a.project(ctx, keep)
	if err != nil {
		return nil, err
	}
	keep, projections = append(keep, base), append(projections, a.smallest(projections, base))
	c := newCompressor(a)
	a.records = make(map[inventory.Attributes][]record, len(keep))
	for i, projection := range projections {
		if a.records[keep[i]], err = c.compress(ctx, projection); err != nil {
			return nil, err
		}
	}
	return a.renumber(c.drivers), nil
}

// project projects the estate on each set of attributes, side by side.
func (a *Assessment) project(ctx context.Context, keep []inventory.Attributes) ([]inventory.Projection, error) {
	projections := make([]inventory.Projection, len(keep))
	var workers sync.WaitGroup
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range keep {
		workers.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			if ctx.Err() == nil {
				projections[i] = a.estate.Project(keep[i])
			}
		})
	}
	workers.Wait()
	return projections, context.Cause(ctx)
}

// smallest projects on attributes that all of the projections keep, starting
// from the one that has the least left.
func (a *Assessment) smallest(projections []inventory.Projection, keep inventory.Attributes) inventory.Projection {
	if len(projections) == 0 {
		return a.estate.Project(keep)
	}
	return slices.MinFunc(projections, func(p, q inventory.Projection) int { return cmp.Compare(p.Len(), q.Len()) }).Project(keep)
}

// attributesBy returns the attributes of the records that tell a dimension apart:
// those that can decide a coefficient and the dimension's own, as far as the
// estate states them.
func (a *Assessment) attributesBy(d Dimension) inventory.Attributes {
	return (a.engine.deciding() | reporting[d]) & a.estate.Stated()
}

// recordsBy returns the records that tell a dimension apart.
func (a *Assessment) recordsBy(d Dimension) []record { return a.records[a.attributesBy(d)] }

// baseRecords returns the records that tell apart what decides a coefficient.
func (a *Assessment) baseRecords() []record { return a.recordsBy("") }

// compressor gives each profile of a projection its group and its keys.
type compressor struct {
	*Assessment
	drivers []driver
}

func newCompressor(a *Assessment) *compressor {
	for i := range a.keys {
		a.keys[i] = newKeyring()
	}
	a.index = make(map[driver]int32)
	return &compressor{Assessment: a}
}

// compress returns a record for each profile of a projection.
func (c *compressor) compress(ctx context.Context, projection inventory.Projection) ([]record, error) {
	records := make([]record, 0, projection.Len())
	for p, amounts := range projection.All() {
		if len(records)%checkEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		r, err := c.record(&p, amounts)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

func (c *compressor) record(p *inventory.Profile, amounts inventory.Amounts) (record, error) {
	if c.engine.unobserved(p, amounts) {
		return record{}, &ObservationError{}
	}
	group, err := c.group(p)
	if err != nil {
		return record{}, err
	}
	r := record{
		group: group, limit: rowLimit(p), quality: datumQuality(p), amounts: amounts,
		acquired: p.Acquired, left: c.engine.left(p),
	}
	for d, at := range dimensionKeys {
		r.keys[at] = c.keys[at].number(c.engine.keyOf(d, p))
	}
	return r, nil
}

// group returns the number of a profile's group, a new one where there is none.
func (c *compressor) group(p *inventory.Profile) (int32, error) {
	d := c.engine.driverOf(p)
	group, ok := c.index[d]
	if !ok {
		if err := c.engine.checkContracts(&d); err != nil {
			return 0, err
		}
		group = int32(len(c.drivers)) //nolint:gosec // no more than profiles
		c.engine.noteLine(&d)
		c.index[d] = group
		c.drivers = append(c.drivers, d)
	}
	return group, nil
}

// keyOf returns the key of a profile in a dimension.
func (e *engine) keyOf(d Dimension, p *inventory.Profile) string {
	switch id := identityOf(p); d {
	case ByCategory:
		return id.category
	case ByVariant:
		return joinVariant(id.category, id.variant)
	case ByManufacturer:
		return p.Manufacturer
	case ByModel:
		return joinModel(p.Manufacturer, p.Model)
	case ByDepartment:
		return p.Department
	case BySite:
		return p.Site
	case ByCountry:
		return e.placeOf(p)
	case ByHosting:
		return string(p.Hosting)
	case ByService:
		return e.serviceName(p.Service)
	case ByApplication:
		return p.Application
	case ByEnvironment:
		return p.Environment
	case ByCapacity:
		return string(p.Capacity)
	case ByKind:
		return string(p.Kind)
	case ByStatus:
		return string(p.Status)
	case ByCondition:
		return string(p.Condition)
	case ByOwnership:
		return string(p.Ownership)
	case ByAcquired:
		return yearText(p.Acquired.Year())
	default:
		return "" // not a dimension of profiles
	}
}

// renumber sorts the groups and the records by group, so that nothing depends on
// the order in which the estate yields its profiles.
func (a *Assessment) renumber(drivers []driver) []driver {
	sorted := slices.Clone(drivers)
	slices.SortFunc(sorted, compareDrivers)
	for i, d := range sorted {
		a.index[d] = int32(i)
	}
	for keep, records := range a.records {
		for i := range records {
			records[i].group = a.index[drivers[records[i].group]]
		}
		a.records[keep] = sortedByNumber(records, len(sorted), func(r *record) int32 { return r.group })
	}
	return sorted
}

// sortedByNumber returns items sorted by a small number that each has; equals
// keep their order.
func sortedByNumber[T any](items []T, numbers int, number func(*T) int32) []T {
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
