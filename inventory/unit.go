package inventory

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// A measure is a kind of number that a column states: its unit, those it can be
// converted from, and what it can be at most.
type measure struct {
	unit     string // canonical
	accepted string // for messages
	factors  map[string]ratio
	most     Tally
	least    Tally // 0 is accepted only where this is 0
	likely   bounds
}

// bounds are what a number usually lies between; zero for nothing usual.
type bounds struct{ low, high Tally }

// A ratio converts exactly where it can: value × up ÷ down.
type ratio struct{ up, down int64 }

// conversionPlaces is the number of decimal places to which a conversion that
// does not come out even is rounded, half to even: months to years, centimetres to inches.
const conversionPlaces = 6

var (
	one   = ratio{1, 1}
	years = map[string]ratio{
		"": one, "y": one, "yr": one, "yrs": one, "year": one, "years": one, "a": one, "an": one, "ans": one, "annee": one, "annees": one, "jahre": one, "anos": one, "anni": one,
		"m": {1, 12}, "mo": {1, 12}, "mth": {1, 12}, "mths": {1, 12}, "month": {1, 12}, "months": {1, 12}, "mois": {1, 12}, "monate": {1, 12}, "meses": {1, 12}, "mesi": {1, 12},
	}
	gigabytes = map[string]ratio{
		"": one, "gb": one, "go": one, "gib": one, "gio": one, "g": one,
		"pb": {1 << 20, 1}, "po": {1 << 20, 1}, "pib": {1 << 20, 1}, "pio": {1 << 20, 1},
		"tb": {1024, 1}, "to": {1024, 1}, "tib": {1024, 1}, "tio": {1024, 1}, "t": {1024, 1},
		"mb": {1, 1 << 10}, "mo": {1, 1 << 10}, "mib": {1, 1 << 10}, "mio": {1, 1 << 10}, "m": {1, 1 << 10},
		"kb": {1, 1 << 20}, "ko": {1, 1 << 20}, "kib": {1, 1 << 20}, "kio": {1, 1 << 20}, "k": {1, 1 << 20},
		"b": {1, 1 << 30}, "byte": {1, 1 << 30}, "bytes": {1, 1 << 30}, "octet": {1, 1 << 30}, "octets": {1, 1 << 30},
	}
	driveGigabytes = map[string]ratio{ // makers of drives count in thousands, programs that read them write GiB
		"": one, "gb": one, "go": one, "g": one, "gib": {1 << 30, 1e9}, "gio": {1 << 30, 1e9},
		"pb": {1_000_000, 1}, "po": {1_000_000, 1}, "pib": {1 << 50, 1e9}, "pio": {1 << 50, 1e9},
		"tb": {1000, 1}, "to": {1000, 1}, "t": {1000, 1}, "tib": {1 << 40, 1e9}, "tio": {1 << 40, 1e9},
		"mb": {1, 1000}, "mo": {1, 1000}, "m": {1, 1000}, "mib": {1 << 20, 1e9}, "mio": {1 << 20, 1e9},
		"kb": {1, 1e6}, "ko": {1, 1e6}, "k": {1, 1e6}, "kib": {1 << 10, 1e9}, "kio": {1 << 10, 1e9},
		"b": {1, 1e9}, "byte": {1, 1e9}, "bytes": {1, 1e9}, "octet": {1, 1e9}, "octets": {1, 1e9},
	}
	counts = map[string]ratio{"": one, "x": one, "pcs": one, "units": one, "unit": one, "unites": one, "unite": one, "ea": one, "each": one, "pc": one, "stk": one, "nb": one}
)

// measures are the numeric columns. The bounds are of one unit, and generous.
var measures = map[field]*measure{
	fieldLifetime:       {unit: "year", accepted: "years,months", factors: years, most: CountTally(100), least: microTally(50_000), likely: bounds{CountTally(1), CountTally(25)}}, // 0.05: eighteen days
	fieldLifetimeBefore: {unit: "year", accepted: "years,months", factors: years, most: CountTally(100)},
	fieldLifetimeAfter:  {unit: "year", accepted: "years,months", factors: years, most: CountTally(100)},
	fieldAnnualKWh: {unit: "kWh", accepted: "kWh,Wh,MWh", most: CountTally(10_000_000), factors: map[string]ratio{
		"": one, "kwh": one, "wh": {1, 1000}, "mwh": {1000, 1}, "kwh year": one, "kwh an": one, "kwh yr": one, "kwh a": one, "kwh y": one, "kwh per year": one, "kwh par an": one, "kwh pa": one,
		"kwh unit": one, "kwh per unit": one, "wh year": {1, 1000}, "mwh year": {1000, 1}, "mwh an": {1000, 1},
	}},
	fieldPower: {unit: "W", accepted: "W,kW", most: CountTally(1_000_000), factors: map[string]ratio{
		"": one, "w": one, "watt": one, "watts": one, "kw": {1000, 1}, "kilowatt": {1000, 1}, "kilowatts": {1000, 1},
	}},
	fieldHours: {unit: "h", accepted: "hours a year", most: CountTally(8784), likely: bounds{CountTally(50), CountTally(8784)}, factors: map[string]ratio{
		"": one, "h": one, "hr": one, "hrs": one, "hour": one, "hours": one, "heure": one, "heures": one, "h year": one, "h an": one, "h a": one, "h y": one, "h yr": one,
		"hours year": one, "hours per year": one, "heures par an": one, "heures an": one,
	}},
	fieldAttribution:   {unit: "1", accepted: "a share from 0 to 1,%", most: CountTally(1), factors: map[string]ratio{"": one, "%": {1, 100}, "percent": {1, 100}, "pour cent": {1, 100}}},
	fieldCPUUnits:      {unit: "1", accepted: "a count", most: CountTally(1024), factors: counts},
	fieldCPUCores:      {unit: "1", accepted: "a count", most: CountTally(4096), factors: counts},
	fieldDieMM2:        {unit: "mm2", accepted: "mm2,cm2", most: CountTally(100_000), factors: map[string]ratio{"": one, "mm2": one, "mm": one, "cm2": {100, 1}}},
	fieldMemoryGB:      {unit: "GB", accepted: "GB,MB,TB", most: CountTally(1_000_000), factors: gigabytes},
	fieldMemoryModules: {unit: "1", accepted: "a count", most: CountTally(4096), factors: counts},
	fieldSSDGB:         {unit: "GB", accepted: "GB,TB", most: CountTally(100_000_000), factors: driveGigabytes},
	fieldSSDUnits:      {unit: "1", accepted: "a count", most: CountTally(10_000), factors: counts},
	fieldHDDUnits:      {unit: "1", accepted: "a count", most: CountTally(10_000), factors: counts},
	fieldPSUUnits:      {unit: "1", accepted: "a count", most: CountTally(1000), factors: counts},
	fieldPSUKG:         {unit: "kg", accepted: "kg,g", most: CountTally(1000), factors: map[string]ratio{"": one, "kg": one, "g": {1, 1000}}},
	fieldScreenInches: {unit: "in", accepted: "inches,cm", most: CountTally(500), factors: map[string]ratio{
		"": one, "in": one, "inch": one, "inches": one, "pouces": one, "pouce": one, "p": one, "zoll": one, "pulgadas": one, "cm": {100, 254}, "mm": {10, 254},
	}},
	fieldQuantity: {unit: "1", accepted: "a count", factors: counts},
}

// microTally returns a Tally of millionths.
func microTally(n int64) Tally { return Tally{micro: n} }

// mostKWh is the electricity that a unit of a category uses in a year at most, by
// far: a laptop uses 10 to 60 kWh, a monitor 20 to 200, a desktop 50 to 300, a
// server 500 to 20,000. What is beyond is in another unit, or of many devices.
func mostKWh(category string) int64 {
	switch category {
	case "smartphone", "feature-phone", "tablet", "keyboard", "mouse", "headset", "webcam", "usb-key", "external-drive", "speaker", "power-adapter", "barcode-scanner":
		return 500
	case "laptop", "mobile-workstation", "dock", "monitor", "ip-phone", "thin-client", "modem-router", "access-point", "vr-headset", "games-console":
		return 2000
	case "desktop", "all-in-one", "workstation", "television", "projector", "printer", "scanner", "plotter", "video-conference", "iot", "kvm":
		return 10_000
	}
	return 10_000_000
}

// unitKey is the form in which units are looked up.
func unitKey(text string) string {
	switch strings.TrimSpace(text) {
	case "%":
		return "%"
	case `"`, "''", "”", "″":
		return "in"
	}
	key := words(text)
	if strings.HasPrefix(key, "m2") || key == "mm²" {
		return "mm2"
	}
	return key
}

// convert converts a number to the measure's unit. The unit of the cell is
// stronger than the header's.
func (m *measure) convert(n parsedNumber, headerUnit string) (Tally, bool) {
	unit := n.unit
	if unit == "" {
		unit = headerUnit
	}
	r, ok := m.factors[unitKey(unit)]
	if !ok {
		return Tally{}, false
	}
	if r == one {
		return n.value, true
	}
	product := n.value.Times(r.up)
	if r.down == 1 {
		return product, true
	}
	return DecimalTally(divideEven(product.Decimal(), decimal.NewFromInt(r.down), conversionPlaces)), true
}

// divideEven divides, rounding once to a number of places, half to even. The
// divisor is a positive constant or a count of days, so that nothing can go wrong.
func divideEven(d, by decimal.Decimal, places int32) decimal.Decimal {
	quotient, err := quantity.Divide(d, by, places)
	if err != nil {
		return decimal.Zero
	}
	return quotient
}
