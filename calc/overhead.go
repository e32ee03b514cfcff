package calc

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// hostedLadders are where to look for the PUE of a room: its kind, then data
// centres in general.
var hostedLadders = map[inventory.Hosting]*ladder{
	inventory.ServerRoom: roomLadder("data-centre/server-room"),
	inventory.DataCentre: roomLadder(),
	inventory.Colocation: roomLadder("data-centre/colocation"),
}

func roomLadder(kinds ...string) *ladder {
	l := &ladder{name: "data-centre"}
	if len(kinds) > 0 {
		l.name = kinds[0]
		l.rungs = append(l.rungs, factors.Rung{Kind: factors.SubCategory, Subjects: kinds})
	}
	l.rungs = append(l.rungs, factors.Rung{Kind: factors.Category, Subjects: []string{"data-centre"}})
	return l
}

// overheadEquipment is what a PUE stands for: total electricity of a room over
// that of its IT (ISO/IEC 30134-2).
var overheadEquipment = map[string]bool{"ups": true, "pdu": true, "cooling": true}

// cloudRooms returns where to look for the PUE of a provider: its own, that of
// public clouds, then data centres in general. It is not safe for concurrent use
// where a provider is new.
func (e *engine) cloudRooms(provider string) *ladder {
	l, ok := e.clouds[provider]
	if !ok {
		l = roomLadder("data-centre/cloud")
		if provider != "" {
			own := "data-centre/cloud@" + factors.NormalizeSubject(provider)
			l.name = own
			l.rungs = slices.Insert(l.rungs, 0, factors.Rung{Kind: factors.MakerCategory, Subjects: []string{own}})
		}
		e.clouds[provider] = l
	}
	return l
}

// roomsOf returns where to look for the PUE of the room that a driver's equipment
// stands in, and whether it stands in one at all. What others do for the
// department stands in no room of the department, whatever the inventory says of
// its hosting; and a figure for software or a network holds the rooms of those
// who run it.
func (d *driver) roomsOf() (*ladder, bool) {
	if d.kind.Activity() {
		return d.rooms, d.rooms != nil
	}
	rooms, hosted := hostedLadders[d.hosting]
	return rooms, hosted
}

// roomName names the kind of room for findings.
func (d *driver) roomName() string {
	if d.rooms != nil {
		return string(inventory.PublicCloud)
	}
	return string(d.hosting)
}

// inOverhead reports whether the electricity of a device is overhead that the PUE
// of its room adds to the other equipment there already. A PUE of 1 adds nothing,
// so such equipment counts one by one there.
func (v *evaluation) inOverhead() bool {
	rooms, hosted := v.roomsOf()
	if !hosted || !overheadEquipment[v.category] {
		return false
	}
	pue := v.roomPUE(rooms)
	return pue != nil && pue.value.GreaterThan(one)
}

// datacentreEquipment rarely stands in an office; where nothing says where it
// is, it is assessed without overhead, and that is said.
var datacentreEquipment = map[string]bool{"server": true, "storage": true, "tape-library": true}

// overhead is what the room around a device adds to its electricity.
type overhead struct {
	pue   *term // nil: none
	extra *term // PUE − 1
}

// overhead returns the power usage effectiveness that applies, and whether it
// is known: the department's own, else the packs', for units in a server room, a
// data centre or colocation; none anywhere else.
//
//	overhead = kWh of the device · (PUE − 1)
func (v *evaluation) overhead() (overhead, bool) {
	rooms, hosted := v.roomsOf()
	if !hosted {
		if v.hosting == "" && datacentreEquipment[v.category] {
			v.note(note{code: HostingUnknown, severity: Assumption, stage: factors.Use, category: v.category})
		}
		return overhead{}, true
	}
	pue := v.roomPUE(rooms)
	if pue == nil {
		v.note(note{code: NoPUE, severity: Gap, stage: factors.Use, place: v.place, args: [2]string{v.roomName()}})
		return overhead{}, false
	}
	return overhead{
		pue:   pue,
		extra: differenceOf("overhead per kWh of the device", "1", pue, given("the device itself", one, "1", fromFormula)),
	}, true
}

// roomPUE returns the PUE of a room: the one that the inventory states for that
// very data centre, else the configuration's, else the packs'.
func (v *evaluation) roomPUE(rooms *ladder) *term {
	if stated, err := inventory.ParseRoom(v.room); err == nil && stated.PUE.Valid {
		v.note(note{code: PUEStated, severity: Assumption, stage: factors.Use, args: [2]string{v.roomName(), stated.PUE.Decimal.String()}})
		return datum(PUEDatum, "power usage effectiveness", stated.PUE.Decimal, "1", fromInventory)
	}
	if v.method.PUE.Valid && v.rooms == nil { // a provider's rooms are not the department's
		v.note(note{code: PUEFromMethod, severity: Assumption, stage: factors.Use, args: [2]string{v.roomName(), v.method.PUE.Decimal.String()}})
		return datum(PUEDatum, "power usage effectiveness", v.method.PUE.Decimal, "1", fromMethod)
	}
	match := v.find(rooms, v.place, want{property: factors.PropertyPUE})
	if match == nil {
		return nil
	}
	pue := v.inUnit("power usage effectiveness", match, plainUnit)
	if pue == nil || pue.value.LessThan(decimal.NewFromInt(1)) {
		return nil
	}
	code := PUEFromPack
	if v.rooms != nil {
		code = PUEOfProvider
	}
	v.note(note{code: code, severity: Assumption, stage: factors.Use, args: [2]string{v.roomName(), pue.value.String()}})
	return pue
}
