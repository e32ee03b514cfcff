package bill

import "github.com/shopspring/decimal"

// Use is what a line is a use of, in the words of factors' subjects.
type Use struct {
	Category string          // cloud-compute, cloud-memory, cloud-storage, cloud-transfer
	Variant  string          // of storage ssd, hdd, object, archive; of transfer internet, region, zone; of computing the product: database, cache …
	Product  string          // instance type, as packs name it: m5.large, d2s v3, e2-standard-2
	Measure  string          // h with a product, vCPU.h, GB.h, GB
	PerUnit  decimal.Decimal // amount of the measure for one of the line's unit
	Because  Reason          // how it was found, or why nothing was
	Also     []Use           // what the same quantity uses besides, see Function
}

// amountPlaces is the number of places to which Amount rounds: far below what a bill
// can tell, and above what a third of a second leaves behind.
const amountPlaces = 12

// Amount returns what a quantity of the line's unit comes to in the measure,
// rounded once, half to even, to twelve decimal places: 3600 seconds are 1 h.
func (u Use) Amount(quantity decimal.Decimal) decimal.Decimal {
	return quantity.Mul(u.PerUnit).RoundBank(amountPlaces)
}

// Reason is a code for how a line's use was found, or why it has none. Reports
// have the words.
type Reason string

// Reasons for a use.
const (
	Instance   Reason = "instance"    // hours of an instance of the type
	Host       Reason = "host"        // hours of a dedicated host, as the largest instance of its family
	Standby    Reason = "standby"     // a second instance or its storage, in another zone: counted twice
	Processors Reason = "processors"  // hours of virtual processors
	Memory     Reason = "memory"      // memory for a time
	Function   Reason = "function"    // a function's memory; its processors are in Use.Also where the provider says how many
	Disk       Reason = "disk"        // disks of a tier, with the tier's size
	Storage    Reason = "storage"     // data kept for a time
	Snapshot   Reason = "snapshot"    // snapshots and backups
	SecondCopy Reason = "second_copy" // storage with a copy in another place that the customer pays for: counted twice
	Transfer   Reason = "transfer"    // data carried
	BothSides  Reason = "both_sides"  // data carried, of which another line shows the other end: counted half
)

// Reasons for no use.
const (
	Software    Reason = "software"    // licences, software of others, protection: no equipment
	Surcharge   Reason = "surcharge"   // paid on top of what other lines count
	Elsewhere   Reason = "elsewhere"   // another line counts the same equipment
	Performance Reason = "performance" // speed, not an amount
	Processed   Reason = "processed"   // data handled on their way, which other lines count as carried or stored
	OtherSide   Reason = "other_side"  // the receiving end of a transfer whose sending end counts
	Commitment  Reason = "commitment"  // the price of a promise to use
	Counted     Reason = "counted"     // requests, keys, units of capacity: the unit is no amount of equipment
	ByTheHour   Reason = "by_the_hour" // gateways, addresses, control planes: a time, and nothing that says of how much
	UnknownUnit Reason = "unknown_unit"
	UnknownLine Reason = "unknown_line" // nothing but its price says anything
)

// Reasons lists all reasons, for those who put them into words.
func Reasons() []Reason {
	return []Reason{
		Instance, Host, Standby, Processors, Memory, Function, Disk, Storage, Snapshot, SecondCopy, Transfer, BothSides,
		Software, Surcharge, Elsewhere, Performance, Processed, OtherSide, Commitment, Counted, ByTheHour, UnknownUnit, UnknownLine,
	}
}
