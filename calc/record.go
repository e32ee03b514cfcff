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
	limit   factors.Grade // the best grade that the row allows
	keys    [rowDimensions]int32
	amounts inventory.Amounts
}

// The attributes of a profile whose texts are numbered: first those that a
// breakdown goes by, in the order of record.keys, then others that decide a
// coefficient.
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
	statusKey
	conditionKey
	ownershipKey
	acquiredKey
	rowDimensions int = iota
)

const (
	bareVariantKey = iota + rowDimensions
	bareModelKey
	familyKey
	lifetimeKey
	attributionKey
	rateKey
	configKey
	routeKey
	attributes int = iota + rowDimensions
)

var dimensionKeys = map[Dimension]int{
	ByCategory: categoryKey, ByVariant: variantKey, ByManufacturer: manufacturerKey, ByModel: modelKey,
	ByDepartment: departmentKey, BySite: siteKey, ByCountry: countryKey, ByHosting: hostingKey, ByService: serviceKey,
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

// compress turns the estate into records and returns the drivers of their groups
// in canonical order.
func (a *Assessment) compress(ctx context.Context) ([]driver, error) {
	c := newCompressor(a)
	for p, amounts := range a.estate.All() {
		if len(a.records)%checkEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err := c.add(&p, amounts); err != nil {
			return nil, err
		}
	}
	return a.renumber(c.drivers), nil
}

// compressor finds the group of each profile. Comparing structs of many texts is
// what costs, so texts become numbers first; only a combination of numbers that
// was not seen before is turned into a driver.
type compressor struct {
	*Assessment
	rings   [attributes]*keyring
	models  map[[5]int32]knownModel
	groups  map[groupKey]int32
	drivers []driver
}

// knownModel is what follows from a combination of category, variant, maker,
// family and model.
type knownModel struct {
	device         *device
	variant, model int32 // their keys
}

// groupKey holds the numbers of everything that can decide a driver.
type groupKey struct {
	device                                          int
	category, variant, status, ownership, condition int32
	hosting, country, site, lifetime, attribution   int32
	rate, config, route                             int32
	acquired, retired                               inventory.Month
	placed, dated, withdrawn, undated               bool
}

func newCompressor(a *Assessment) *compressor {
	c := &compressor{Assessment: a, models: make(map[[5]int32]knownModel), groups: make(map[groupKey]int32)}
	for i := range c.rings {
		c.rings[i] = newKeyring()
	}
	copy(a.keys[:], c.rings[:rowDimensions])
	a.index = make(map[driver]int32)
	a.records = make([]record, 0, a.estate.Len())
	return c
}

func (c *compressor) add(p *inventory.Profile, amounts inventory.Amounts) error {
	if c.engine.unobserved(p, amounts) {
		return &ObservationError{}
	}
	numbers := c.number(p)
	model := c.model(p, &numbers)
	numbers[variantKey], numbers[modelKey] = model.variant, model.model
	group, err := c.group(p, &numbers, model.device)
	if err != nil {
		return err
	}
	r := record{group: group, limit: rowLimit(p), amounts: amounts}
	copy(r.keys[:], numbers[:])
	c.records = append(c.records, r)
	return nil
}

// number returns the numbers of a profile's texts.
func (c *compressor) number(p *inventory.Profile) [attributes]int32 {
	var n [attributes]int32
	id := identityOf(p)
	set := func(at int, text string) { n[at] = c.rings[at].number(text) }
	set(categoryKey, id.category)
	set(bareVariantKey, id.variant)
	set(manufacturerKey, p.Manufacturer)
	set(familyKey, p.Family)
	set(bareModelKey, p.Model)
	set(departmentKey, p.Department)
	set(siteKey, p.Site)
	set(countryKey, c.engine.placeOf(p))
	set(hostingKey, string(p.Hosting))
	set(serviceKey, p.Service)
	set(statusKey, string(p.Status))
	set(conditionKey, string(p.Condition))
	set(ownershipKey, string(p.Ownership))
	set(acquiredKey, yearText(p.Acquired.Year()))
	set(lifetimeKey, p.Lifetime)
	set(attributionKey, p.Attribution)
	set(rateKey, string(p.Energy))
	set(configKey, p.Config)
	set(routeKey, p.EndOfLife)
	return n
}

// model returns what follows from the device that a profile names.
func (c *compressor) model(p *inventory.Profile, n *[attributes]int32) knownModel {
	key := [5]int32{n[categoryKey], n[bareVariantKey], n[manufacturerKey], n[familyKey], n[bareModelKey]}
	known, ok := c.models[key]
	if !ok {
		id := identityOf(p)
		known = knownModel{
			device:  c.engine.deviceOf(id),
			variant: c.rings[variantKey].number(joinVariant(id.category, id.variant)),
			model:   c.rings[modelKey].number(joinModel(p.Manufacturer, p.Model)),
		}
		c.models[key] = known
	}
	return known
}

// group returns the number of a profile's group, a new one where there is none.
func (c *compressor) group(p *inventory.Profile, n *[attributes]int32, on *device) (int32, error) {
	key := groupKey{
		device: on.index, category: n[categoryKey], variant: n[variantKey], status: n[statusKey],
		ownership: n[ownershipKey], condition: n[conditionKey], hosting: n[hostingKey], country: n[countryKey],
		lifetime: n[lifetimeKey], attribution: n[attributionKey], rate: n[rateKey], config: n[configKey], route: n[routeKey],
		placed: p.Country != "", dated: p.Acquired.Known(), withdrawn: c.engine.inPeriod(p.Retired), undated: !p.Retired.Known(),
	}
	if c.engine.contractSites[p.Site] {
		key.site = n[siteKey] + 1
	}
	if basis := c.engine.method.Basis; basis == Depreciated || basis == Acquired {
		key.acquired, key.retired = p.Acquired, p.Retired
	}
	if group, ok := c.groups[key]; ok {
		return group, nil
	}
	d := c.engine.driverOf(p)
	group, ok := c.index[d]
	if !ok {
		if err := c.engine.checkContracts(&d); err != nil {
			return 0, err
		}
		group = int32(len(c.drivers)) //nolint:gosec // no more than profiles
		c.index[d] = group
		c.drivers = append(c.drivers, d)
	}
	c.groups[key] = group
	return group, nil
}

// renumber sorts the groups and the records by group, so that nothing depends on
// the order in which the estate yields its profiles.
func (a *Assessment) renumber(drivers []driver) []driver {
	sorted := slices.Clone(drivers)
	slices.SortFunc(sorted, compareDrivers)
	for i, d := range sorted {
		a.index[d] = int32(i)
	}
	for i := range a.records {
		a.records[i].group = a.index[drivers[a.records[i].group]]
	}
	a.records = sortedByNumber(a.records, len(sorted), func(r *record) int32 { return r.group })
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
