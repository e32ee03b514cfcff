package calc

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Room is a data centre, server room or colocation as the inventory tells them
// apart: by kind, site, place, and by what it states about the room itself.
type Room struct {
	Hosting inventory.Hosting
	Site    string // empty where the inventory does not say
	Place   string // ISO 3166, the method's where the inventory names none

	Units     decimal.Decimal // of equipment
	Hosts     decimal.Decimal // servers among them
	Virtual   decimal.Decimal // of the hosts, those whose virtual machines are known
	Idle      decimal.Decimal // of those, what no virtual machine was promised
	Contracts []string        // that cover its electricity, by name

	// What the equipment uses in the period. Null: nobody knows.
	Equipment decimal.NullDecimal // kWh of the equipment itself
	Overhead  decimal.NullDecimal // kWh of the room around it
	Cooling   decimal.NullDecimal // m3 of water that cool it

	GWP decimal.Decimal // kgCO2e of the equipment in every stage, in the view of the method

	// PUE and WUE are what the room's figures rest on. Null: nobody knows one.
	PUE       decimal.NullDecimal // total electricity over that of the equipment
	PUEOrigin RoomOrigin
	WUE       decimal.NullDecimal // L of cooling water per kWh of the equipment
	WUEOrigin RoomOrigin

	stated string // about the room, to tell those apart that are alike in all else
}

// RoomOrigin says who states a figure of a room.
type RoomOrigin string

// Who states figures of rooms, the strongest first.
const (
	RoomByInventory RoomOrigin = "inventory"
	RoomByMethod    RoomOrigin = "settings"
	RoomByPack      RoomOrigin = "pack"
)

// roomKey tells rooms apart.
type roomKey struct {
	hosting inventory.Hosting
	site    int32 // its number
	place   string
	stated  string // about the room: see inventory.Room
}

// Rooms returns the rooms that devices stand in, by kind, site and place. It
// computes on each call.
//
//	PUE = (kWh of the equipment + kWh of overhead) / kWh of the equipment
//	WUE = L of cooling water / kWh of the equipment
//
// which returns what went into the figures, rounded once.
func (a *Assessment) Rooms() []Room {
	var (
		keys    []roomKey
		numbers = make(map[roomKey]int32)
		hosted  []record
		of      []int32
	)
	for _, r := range a.recordsBy(BySite) {
		d := &a.plans[r.group].driver
		if _, stands := hostedLadders[d.hosting]; !stands || d.kind.Activity() {
			continue
		}
		key := roomKey{d.hosting, r.keys[siteKey], d.place, d.room}
		n, known := numbers[key]
		if !known {
			n = int32(len(keys)) //nolint:gosec // no more than records
			numbers[key] = n
			keys = append(keys, key)
		}
		r.keys[siteKey] = n // of the copy: which room it stands in
		hosted, of = append(hosted, r), append(of, n)
	}
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = a.keys[siteKey].names[key.site]
	}
	slicesOf := a.splitRecords(hosted, names, func(r *record) int32 { return r.keys[siteKey] })
	counts := make([]hostCount, len(keys))
	for i := range hosted {
		counts[of[i]].add(&hosted[i], a)
	}
	rooms := make([]Room, len(slicesOf))
	for i, s := range slicesOf { // splitRecords goes by number, and every number has records
		rooms[i] = a.room(keys[i], s, &counts[i])
	}
	slices.SortFunc(rooms, compareRooms)
	return rooms
}

func compareRooms(x, y Room) int {
	return cmp.Or(
		cmp.Compare(x.Hosting, y.Hosting), cmp.Compare(x.Place, y.Place), cmp.Compare(x.Site, y.Site),
		cmp.Compare(x.stated, y.stated),
	)
}

// hostCount counts the servers of a room.
type hostCount struct{ hosts, virtual, idle inventory.Tally }

func (c *hostCount) add(r *record, a *Assessment) {
	if a.plans[r.group].driver.category != serverCategory {
		return
	}
	c.hosts = c.hosts.Add(r.amounts.Units)
	switch inventory.Capacity(a.keys[capacityKey].names[r.keys[capacityKey]]) {
	case inventory.Idle:
		c.idle = c.idle.Add(r.amounts.Units)
		c.virtual = c.virtual.Add(r.amounts.Units)
	case inventory.Allocated:
		c.virtual = c.virtual.Add(r.amounts.Units)
	}
}

func (a *Assessment) room(key roomKey, s Slice, count *hostCount) Room {
	r := Room{
		stated: key.stated, Hosting: key.hosting, Site: s.Key, Place: key.place, Units: s.Units, GWP: s.Values.Total(factors.GWP),
		Hosts: count.hosts.Decimal(), Virtual: count.virtual.Decimal(), Idle: count.idle.Decimal(),
	}
	for _, c := range a.engine.contractsFor(key.place, s.Key, key.hosting) {
		r.Contracts = append(r.Contracts, c.Name)
	}
	stated, err := inventory.ParseRoom(key.stated)
	if err != nil {
		stated = inventory.Room{}
	}
	energy, water := s.Values.ByComponent(factors.Energy), s.Values.ByComponent(factors.Water)
	r.Equipment, r.Overhead, r.Cooling = part(energy, Electricity), part(energy, Overhead), part(water, Cooling)
	if r.Equipment.Decimal.IsZero() {
		return r
	}
	if r.Overhead.Valid {
		r.PUE = decimal.NewNullDecimal(divide(r.Equipment.Decimal.Add(r.Overhead.Decimal), r.Equipment.Decimal))
		r.PUEOrigin = a.originOfPUE(stated)
	}
	if r.Cooling.Valid {
		r.WUE = decimal.NewNullDecimal(divide(r.Cooling.Decimal.Shift(3), r.Equipment.Decimal))
		r.WUEOrigin = RoomByPack
		if stated.WUE.Valid {
			r.WUEOrigin = RoomByInventory
		}
	}
	return r
}

// part is the part of a component, null where it has none.
func part(of map[Component]decimal.Decimal, c Component) decimal.NullDecimal {
	value, known := of[c]
	return decimal.NullDecimal{Decimal: value, Valid: known}
}

func (a *Assessment) originOfPUE(stated inventory.Room) RoomOrigin {
	switch {
	case stated.PUE.Valid:
		return RoomByInventory
	case a.engine.method.PUE.Valid:
		return RoomByMethod
	default:
		return RoomByPack
	}
}
