package calc

import (
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

var waterPerKWh = quantity.MustParse("m3/kWh")

// coolingWater returns the water that cools the room around the equipment, in m3
// for each kWh that the equipment itself draws, and whether it is known: nil and
// known for what stands in no such room.
//
//	cooling water = kWh of the equipment · WUE
//
// The water usage effectiveness (ISO/IEC 30134-9) is the one that the inventory
// states for that very data centre, else the packs'. It has nothing to do with
// the water behind the electricity, which G(place) has.
func (v *evaluation) coolingWater() (*term, bool) {
	rooms, hosted := v.roomsOf()
	if !hosted {
		return nil, true
	}
	if stated, err := inventory.ParseRoom(v.room); err == nil && stated.WUE.Valid {
		litres := datum(WUEDatum, "water usage effectiveness", stated.WUE.Decimal, "L/kWh", fromInventory)
		return &term{op: Converted, label: litres.label, value: litres.value.Shift(-3), unit: waterPerKWh.String(), args: []*term{litres}}, true
	}
	match := v.find(rooms, v.place, want{property: factors.PropertyWUE})
	if match == nil {
		return nil, false
	}
	water := v.inUnit("water usage effectiveness", match, waterPerKWh)
	return water, water != nil
}

// withCooling returns how far the water of the use stage is known: in a room
// without a WUE in part, without water behind the electricity in part, with
// neither not at all.
func (v *evaluation) withCooling(electricity status, cooling *term, known bool, g *grid) status {
	switch {
	case !known && g == nil, cooling == nil && g == nil:
		return statusMissing
	case !known:
		v.note(note{code: NoWUE, severity: Gap, stage: factors.Use, impact: factors.Water, args: [2]string{v.roomName()}})
		return statusPartly
	case g == nil:
		return statusPartly
	}
	return electricity
}
