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
	Values    Values          // in the view of the method
	Contracts []string        // that cover its electricity, by name

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
		stated: key.stated, Hosting: key.hosting, Site: s.Key, Place: key.place, Values: s.Values, Units: s.Units,
		Hosts: count.hosts.Decimal(), Virtual: count.virtual.Decimal(), Idle: count.idle.Decimal(),
	}
	for _, c := range a.engine.contractsFor(key.place, s.Key, key.hosting) {
		r.Contracts = append(r.Contracts, c.Name)
	}
	stated, err := inventory.ParseRoom(key.stated)
	if err != nil {
		stated = inventory.Room{}
	}
	own := s.Values.ByComponent(factors.Energy)
	equipment, overhead := own[Electricity], own[Overhead]
	_, pueKnown := own[Overhead]
	if pueKnown && !equipment.IsZero() {
		r.PUE = decimal.NewNullDecimal(divide(equipment.Add(overhead), equipment))
		r.PUEOrigin = a.originOfPUE(stated)
	}
	water, wueKnown := s.Values.ByComponent(factors.Water)[Cooling]
	if wueKnown && !equipment.IsZero() {
		r.WUE = decimal.NewNullDecimal(divide(water.Shift(3), equipment))
		r.WUEOrigin = RoomByPack
		if stated.WUE.Valid {
			r.WUEOrigin = RoomByInventory
		}
	}
	return r
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
