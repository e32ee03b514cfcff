package bill

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// What units of bills measure.
const (
	Hours         = "h"
	ProcessorTime = "vCPU.h"
	OracleTime    = "OCPU.h"
	MilliTime     = "mCPU.h"
	DataTime      = "GB.h"
	Data          = "GB"
	UnitTime      = "unit.h"     // of what the line names: disks for a month
	DataRate      = "GB/s.h"     // provisioned speed
	CapacityTime  = "capacity.h" // units of capacity of the provider's own
	Count         = "count"      // requests, keys and other things
)

// Unit returns what a bill's unit measures and how much one of it is: "100 Hours"
// are 100 h, "1 GB/Month" is 730 GB.h, "byte-seconds" are 1/3600 of 10⁻⁹ GB.h,
// "10K" is a count of 10000, "1/Month" is 730 unit.h. A month is 730 hours, a day
// 24, a year 8760. What does not come out even is rounded at [quantity.Scale].
//
// OCPUs stay OCPUs, for the line says how many processors each is. A unit with
// a word that is not known is unknown.
func Unit(text string) (measure string, perUnit decimal.Decimal, ok bool) {
	u, ok := parseUnit(text)
	if !ok {
		return "", decimal.Zero, false
	}
	return u.measure, u.per(u.measure), true
}

// A billUnit is a unit taken apart.
type billUnit struct {
	measure string
	number  decimal.Decimal // leading number and thousands
	data    decimal.Decimal // GB
	hours   decimal.Decimal
	parts   int64 // hours are divided by it: 3600 for seconds
}

// per returns how much of a measure one of the unit is, where an unnamed amount is
// one: of "seconds" that stand for GB-seconds, 1/3600 GB.h.
func (u *billUnit) per(measure string) decimal.Decimal {
	amount := u.number
	switch measure {
	case Data, DataTime, DataRate:
		if !u.data.IsZero() {
			amount = amount.Mul(u.data)
		}
	}
	if measure == Data || measure == Count || u.hours.IsZero() {
		return amount
	}
	amount = amount.Mul(u.hours)
	if u.parts == 1 {
		return amount
	}
	quotient, err := quantity.Divide(amount, decimal.NewFromInt(u.parts), quantity.Scale)
	if err != nil {
		return decimal.Zero // no unit has such an exponent
	}
	return quotient
}

type period struct{ hours, parts int64 }

// periods are times in hours. GB-Mp is a misprint on Amazon's bills.
var periods = map[string]period{
	"sec": {1, 3600}, "second": {1, 3600}, "s": {1, 3600}, "minute": {1, 60}, "min": {1, 60},
	"h": {1, 1}, "hr": {1, 1}, "hour": {1, 1}, "heure": {1, 1},
	"day": {24, 1}, "jour": {24, 1}, "week": {168, 1}, "mo": {730, 1}, "mp": {730, 1}, "month": {730, 1}, "mois": {730, 1}, "moi": {730, 1},
	"year": {8760, 1}, "yr": {8760, 1}, "annee": {8760, 1},
}

// eighth is a bit in bytes.
var eighth = decimal.New(125, -3)

// sizes are amounts of data in GB, exact.
var sizes = func() map[string]decimal.Decimal {
	m := make(map[string]decimal.Decimal)
	decimals, binaries := decimal.New(1, -9), decimal.New(1, -9)
	for _, s := range []struct{ decimals, binaries, bits string }{
		{"b byte octet", "", "bit"},
		{"kb ko kilobyte kilooctet", "kib kio kibibyte", "kbit kilobit"},
		{"mb megabyte megaoctet", "mib mio mebibyte", "mbit megabit"},
		{"gb go gigabyte gigaoctet", "gib gio gibibyte", "gbit gigabit"},
		{"tb to terabyte teraoctet", "tib tio tebibyte", "tbit terabit"},
		{"pb po petabyte", "pib pio pebibyte", "pbit petabit"},
	} {
		for name := range strings.FieldsSeq(s.decimals) {
			m[name] = decimals
		}
		for name := range strings.FieldsSeq(s.binaries) {
			m[name] = binaries
		}
		for name := range strings.FieldsSeq(s.bits) {
			m[name] = decimals.Mul(eighth)
		}
		decimals, binaries = decimals.Shift(3), binaries.Mul(decimal.NewFromInt(1024))
	}
	return m
}()

var things = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for line := range dataLines("things.tsv", 2) {
		for name := range strings.SplitSeq(line[1], "|") {
			m[name] = line[0]
		}
	}
	return m
})

// maxUnit is longer than any unit that a bill has.
const maxUnit = 80

func parseUnit(text string) (*billUnit, bool) {
	if text = strings.TrimSpace(text); text == "" || len(text) > maxUnit {
		return nil, false
	}
	if text, ok := bitsNamed(text); !ok {
		return nil, false
	} else if number, rest, ok := leadingNumber(strings.ToLower(text)); ok {
		return parseWords(number, rest)
	}
	return nil, false
}

// bitsNamed writes bits in full where only their small letter tells them from bytes: a
// speed in Gbps, as networks state theirs, is one of bits, and GBps one of bytes. Gb of
// data is either, for people are careless: ok is false.
func bitsNamed(text string) (named string, ok bool) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		prefix := strings.TrimLeft(word[:1], "bB")
		switch rest := strings.TrimPrefix(word, prefix); {
		case prefix == "" || !strings.Contains("kKMGTPmgtp", prefix):
		case rest == "bps":
			text = strings.Replace(text, word, prefix+"bitps", 1)
		case rest == "b" && strings.Contains(text, word+"/s"):
			text = strings.Replace(text, word, prefix+"bit", 1)
		case rest == "b" && strings.Contains("KMGTP", prefix):
			return "", false
		}
	}
	return text, true
}

func parseWords(number decimal.Decimal, rest string) (_ *billUnit, ok bool) {
	u := &billUnit{number: number, parts: 1}
	thing, times, data, rate := "", 0, 0, false
	slash := strings.HasPrefix(strings.TrimSpace(rest), "/")
	for _, word := range unitWords(rest) {
		if size, speed, isData := dataWord(word); isData {
			u.data = size
			rate = rate || speed
			data++
			continue
		}
		if p, isTime := periodWord(word); isTime {
			times++
			if times > 1 || word == "s" { // GiB/Second-Months, MB/s
				rate = true
			}
			u.hours, u.parts = decimal.NewFromInt(p.hours), p.parts
			continue
		}
		what, known := thingWord(word)
		if !known {
			return nil, false
		}
		if what != "-" && (thing == "" || what != Count) {
			thing = what
		}
	}
	if times > 2 || data > 1 || rate && data == 0 {
		return nil, false
	}
	u.measure, ok = measureOf(thing, data > 0, times > 0, rate, slash)
	ok = ok && (thing != "" || data > 0 || times > 0 || strings.TrimSpace(rest) == "")
	return u, ok
}

// measureOf returns what a unit of a thing, data and a time measures.
func measureOf(thing string, data, time, rate, slash bool) (measure string, ok bool) {
	switch {
	case rate:
		return DataRate, thing == ""
	case data && time:
		return DataTime, true
	case data:
		return Data, true
	case thing == "" && time && slash:
		return UnitTime, true
	case thing == "" && time, thing == "instance" && time:
		return Hours, true
	case thing == "unit" && time:
		return UnitTime, true
	case thing == "vCPU" && time:
		return ProcessorTime, true
	case thing == "OCPU" && time:
		return OracleTime, true
	case thing == "mCPU" && time:
		return MilliTime, true
	case thing == "capacity" && time:
		return CapacityTime, true
	}
	return Count, true
}

// leadingNumber takes the number off the front of a unit, with its thousands: 10K, 1M.
func leadingNumber(text string) (number decimal.Decimal, rest string, ok bool) {
	end := strings.IndexFunc(text, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' })
	if end < 0 {
		end = len(text)
	}
	number = decimal.NewFromInt(1)
	if end > 0 {
		n, err := decimal.NewFromString(strings.ReplaceAll(text[:end], ",", ""))
		if err != nil || !n.IsPositive() {
			return number, "", false
		}
		number = n
	}
	rest = text[end:]
	if end > 0 && rest != "" && (len(rest) == 1 || !unicode.IsLetter(rune(rest[1]))) {
		switch rest[0] {
		case 'k':
			number, rest = number.Shift(3), rest[1:]
		case 'm':
			number, rest = number.Shift(6), rest[1:]
		}
	}
	return number, rest, true
}

// unitWords splits a unit into words: gb, month of "GB-Month", byte, hrs of "ByteHrs".
func unitWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := words[:0]
	for _, word := range words {
		if rest, ok := strings.CutSuffix(word, "hrs"); ok && rest != "" {
			out = append(out, rest, "hr")
			continue
		}
		if rest, ok := strings.CutSuffix(word, "months"); ok && rest != "" {
			out = append(out, rest, "month")
			continue
		}
		out = append(out, word)
	}
	return out
}

func singular(word string) string {
	if utf8.RuneCountInString(word) > 2 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

func dataWord(word string) (size decimal.Decimal, rate, ok bool) {
	if size, ok = sizes[singular(word)]; ok {
		return size, false, word != "s"
	}
	if base, cutOff := strings.CutSuffix(word, "ps"); cutOff {
		size, ok = sizes[base]
		return size, true, ok && len(base) > 1
	}
	return size, false, false
}

func periodWord(word string) (period, bool) {
	if p, ok := periods[word]; ok {
		return p, true
	}
	p, ok := periods[singular(word)]
	return p, ok
}

func thingWord(word string) (string, bool) {
	m := things()
	if what, ok := m[word]; ok {
		return thingKind(what), true
	}
	what, ok := m[singular(word)]
	return thingKind(what), ok
}

func thingKind(what string) string {
	if what == "count" {
		return Count
	}
	return what
}
