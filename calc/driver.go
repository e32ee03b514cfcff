package calc

import (
	"cmp"
	"strings"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// driver is everything about a profile that decides its coefficients, under the
// method in force. Profiles that share a driver share every coefficient.
type driver struct {
	kind              inventory.Kind
	measure           string  // of an activity
	memory            *device // of computing by a provider
	average           *device // computing by the provider, whatever the instance
	rooms             *ladder // of a provider
	device            *device
	category, variant string

	stocked     bool // held, not used
	ownership   inventory.Ownership
	condition   inventory.Condition
	hosting     inventory.Hosting
	room        string // what is stated about the data centre, of units that stand in one
	place       string // of use; the method's where the profile names none
	placeStated bool
	site        string // only where a contract names it

	ownLifetime, ownShare string // as the row states them, empty where it does not
	rate                  inventory.EnergyRate
	config                string

	route     factors.Route
	withdrawn bool // left within the period
	undated   bool // left, nobody knows when

	dated             bool            // whether the acquisition is known; basis observed only
	acquired, retired inventory.Month // bases depreciated and acquired only
}

// serverCategory is the category that can be assessed by its parts.
const serverCategory = "server"

// driverOf returns the driver of a profile. It may add a device to the engine,
// so it is not for concurrent use.
func (e *engine) driverOf(p *inventory.Profile) driver {
	id := identityOf(p)
	return e.driverWith(p, id, e.deviceOf(id))
}

// knownDriver returns the driver of a profile whose device is known.
func (e *engine) knownDriver(p *inventory.Profile) (driver, bool) {
	id := identityOf(p)
	device, ok := e.identities[id]
	if !ok {
		return driver{}, false
	}
	return e.driverWith(p, id, device), true
}

func (e *engine) driverWith(p *inventory.Profile, id identity, device *device) driver {
	d := driver{
		kind: p.Kind, measure: p.Measure,
		device:   device,
		category: id.category, variant: id.variant,
		stocked:   p.Status == inventory.InStock,
		ownership: p.Ownership, condition: p.Condition, hosting: p.Hosting,
		ownLifetime: p.Lifetime, ownShare: p.Attribution,
		rate:  p.Energy,
		place: e.placeOf(p), placeStated: p.Country != "",
		withdrawn: e.inPeriod(p.Retired),
		undated:   hasLeft(p.Status) && !p.Retired.Known(),
		route:     factors.Route(p.EndOfLife),
	}
	if d.category == serverCategory {
		d.config = p.Config
	}
	if _, hosted := hostedLadders[p.Hosting]; hosted && !id.activity || p.Kind == inventory.Cloud {
		d.room = p.Room
	}
	if e.contractSites[p.Site] {
		d.site = p.Site
	}
	if id.activity {
		if id.category == computing {
			d.memory = e.deviceOf(identity{activity: true, category: memory, manufacturer: id.manufacturer})
			d.average = e.deviceOf(identity{activity: true, category: computing, variant: id.variant, manufacturer: id.manufacturer})
		}
		if p.Kind == inventory.Cloud {
			d.rooms = e.cloudRooms(id.manufacturer)
		}
	}
	if d.route == "" {
		d.route = factors.RouteUnknown
	}
	switch e.method.Basis {
	case Depreciated, Acquired:
		d.acquired, d.retired = p.Acquired, p.Retired
	case Observed:
		d.dated = p.Acquired.Known()
	case Annualised:
	}
	return d
}

// placeOf returns where a profile's units are used, as far as anybody says.
func (e *engine) placeOf(p *inventory.Profile) string {
	return cmp.Or(p.Country, e.method.Country)
}

func hasLeft(s inventory.Status) bool {
	return s == inventory.Retired || s == inventory.Disposed || s == inventory.Lost
}

// inPeriod reports whether a month lies within the period.
func (e *engine) inPeriod(m inventory.Month) bool {
	return m.Known() && m >= e.firstMonth && m <= e.lastMonth
}

// compareDrivers puts drivers into the order in which groups are numbered.
func compareDrivers(a, b driver) int {
	return cmp.Or(
		compareFlags(a.kind.Activity(), b.kind.Activity()),
		cmp.Compare(a.category, b.category),
		cmp.Compare(a.variant, b.variant),
		cmp.Compare(a.device.name, b.device.name),
		cmp.Compare(a.kind, b.kind),
		cmp.Compare(a.measure, b.measure),
		cmp.Compare(a.rooms.called(), b.rooms.called()),
		cmp.Compare(a.place, b.place),
		cmp.Compare(a.hosting, b.hosting),
		cmp.Compare(a.room, b.room),
		cmp.Compare(a.site, b.site),
		cmp.Compare(a.ownership, b.ownership),
		cmp.Compare(a.condition, b.condition),
		compareFlags(a.stocked, b.stocked),
		compareFlags(a.placeStated, b.placeStated),
		cmp.Compare(a.ownLifetime, b.ownLifetime),
		cmp.Compare(a.ownShare, b.ownShare),
		cmp.Compare(a.rate, b.rate),
		cmp.Compare(a.config, b.config),
		cmp.Compare(a.route, b.route),
		compareFlags(a.withdrawn, b.withdrawn),
		compareFlags(a.undated, b.undated),
		compareFlags(a.dated, b.dated),
		cmp.Compare(a.acquired, b.acquired),
		cmp.Compare(a.retired, b.retired),
	)
}

func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// label says in words what the lines of a driver have in common.
func (d *driver) label() string {
	parts := []string{cmp.Or(joinVariant(d.category, d.variant), "not recognised")}
	for _, part := range []string{
		d.device.own(), labelled("counted in ", d.measure),
		string(d.condition), string(d.ownership), string(d.hosting), d.room, d.site, d.place,
		labelled("lifetime ", d.ownLifetime), labelled("attribution ", d.ownShare),
		labelled("energy ", string(d.rate)), d.config,
		labelled("acquired ", d.acquired.String()), labelled("retired ", d.retired.String()),
	} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if d.stocked {
		parts = append(parts, "in stock")
	}
	if d.withdrawn {
		parts = append(parts, "withdrawn, "+string(d.route))
	}
	return strings.Join(parts, ", ")
}

func labelled(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// joinVariant returns category/variant, or the category where there is no variant.
func joinVariant(category, variant string) string {
	if variant == "" || category == "" {
		return category
	}
	return category + "/" + variant
}
