package calc_test

import (
	"slices"
	"testing"

	"govfootprint/calc"
	"govfootprint/inventory"
)

const roomFactors = `
electricity/consumption,impact,use,gwp,GB,2025,0.2,kgCO2e/kWh
electricity/consumption,impact,use,water,GB,2025,0.001,m3/kWh
data-centre,pue,,,,,1.5,1
data-centre/server-room,pue,,,,,2,1
data-centre,wue,,,,,1.8,L/kWh`

// Leeds states a PUE of 1.2 and a WUE of 0.4, York nothing, so that the packs'
// 2 for server rooms and 1.8 for data centres in general apply.
//
//	Leeds: 4 servers · 1000 kWh, PUE (4000 + 800) / 4000 = 1.2, WUE 1600 L / 4000 kWh = 0.4
//	York:  3 servers · 2000 kWh, PUE (6000 + 6000) / 6000 = 2, of the 2 hosts 0.5 are idle
func TestRooms(t *testing.T) {
	server := func(units int64, site, rate string, hosting inventory.Hosting) row {
		r := device("server", units).with(func(p *inventory.Profile) {
			p.Site, p.Hosting, p.Energy = site, hosting, inventory.RateMeasured
		})
		r.rate = rate
		return r
	}
	half := inventory.Amounts{Rows: 1, Units: inventory.DecimalTally(dec("0.5")), Full: inventory.DecimalTally(dec("0.5")), RateFull: inventory.DecimalTally(dec("1000"))}
	e := estate(year2025,
		server(4, "Leeds", "1000", inventory.DataCentre).with(func(p *inventory.Profile) { p.Room = "pue=1.2;wue=0.4" }),
		server(1, "York", "2000", inventory.ServerRoom),
		server(1, "York", "2000", inventory.ServerRoom).with(func(p *inventory.Profile) { p.Capacity = inventory.Allocated }),
		server(9, "Leeds", "1000", inventory.Office),
		laptop(100),
	)
	for _, capacity := range []inventory.Capacity{inventory.Allocated, inventory.Idle} {
		e.Add(server(1, "York", "", inventory.ServerRoom).with(func(p *inventory.Profile) { p.Capacity = capacity }).Profile, half)
	}
	method := calc.Method{Contracts: []calc.Contract{
		{Name: "all", Place: "GB", Share: dec("0.5"), Factor: dec("0")},
		{Name: "York alone", Site: "York", Share: dec("0.25"), Factor: dec("0")},
	}}
	rooms := assess(t, e, library(t, roomFactors), method).Rooms()
	if len(rooms) != 2 || rooms[0].Site != "Leeds" || rooms[1].Site != "York" {
		t.Fatalf("rooms %+v", rooms)
	}
	leeds, york := rooms[0], rooms[1]
	want(t, "PUE of Leeds", leeds.PUE.Decimal, "1.2")
	want(t, "WUE of Leeds", leeds.WUE.Decimal, "0.4")
	if leeds.PUEOrigin != calc.RoomByInventory || leeds.WUEOrigin != calc.RoomByInventory {
		t.Errorf("the inventory states both for Leeds, not %q and %q", leeds.PUEOrigin, leeds.WUEOrigin)
	}
	want(t, "hosts of Leeds", leeds.Hosts, "4")
	want(t, "PUE of York", york.PUE.Decimal, "2")
	want(t, "WUE of York", york.WUE.Decimal, "1.8")
	if york.PUEOrigin != calc.RoomByPack {
		t.Errorf("a pack states the PUE of York, not %q", york.PUEOrigin)
	}
	want(t, "hosts of York", york.Hosts, "3")
	want(t, "hosts whose machines are known", york.Virtual, "2")
	want(t, "idle", york.Idle, "0.5")
	want(t, "kWh of York", york.Equipment.Decimal.Add(york.Overhead.Decimal), "12000")
	if !slices.Equal(york.Contracts, []string{"all", "York alone"}) || !slices.Equal(leeds.Contracts, []string{"all"}) {
		t.Errorf("contracts %q and %q", leeds.Contracts, york.Contracts)
	}
}

// A room of which nobody knows the PUE has none, and one of 1 is a known one.
func TestRoomsWithoutPUE(t *testing.T) {
	room := func(stated string) calc.Room {
		r := device("server", 1).with(func(p *inventory.Profile) {
			p.Hosting, p.Room = inventory.DataCentre, stated
			p.Energy = inventory.RateMeasured
		})
		r.rate = "100"
		return assess(t, estate(year2025, r), library(t, "electricity/consumption,impact,use,gwp,GB,2025,0.2,kgCO2e/kWh"), calc.Method{}).Rooms()[0]
	}
	if r := room(""); r.PUE.Valid || r.WUE.Valid {
		t.Errorf("PUE %v and WUE %v, want none", r.PUE, r.WUE)
	}
	if r := room("pue=1"); !r.PUE.Valid || !r.PUE.Decimal.Equal(dec("1")) {
		t.Errorf("PUE %v, want 1", r.PUE)
	}
}
