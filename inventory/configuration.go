package inventory

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Configuration is what an inventory states about the inside of a server. A
// part that it does not state is not valid; nothing is assumed here.
//
// Profile.Config holds it as text: the parts that are stated, in alphabetical
// order, such as `casing=rack;cpu_units=2;die_mm2=588`.
type Configuration struct {
	Casing        string              // rack, tower, blade
	CPUUnits      decimal.NullDecimal // processors
	CPUCores      decimal.NullDecimal // cores of each processor
	DieMM2        decimal.NullDecimal // die area of each processor, mm²
	MemoryGB      decimal.NullDecimal // memory in all, GB
	MemoryModules decimal.NullDecimal // memory modules
	SSDGB         decimal.NullDecimal // solid-state storage in all, GB
	SSDUnits      decimal.NullDecimal // solid-state drives
	HDDUnits      decimal.NullDecimal // hard disks
	PSUUnits      decimal.NullDecimal // power supplies
	PSUKG         decimal.NullDecimal // mass of each power supply, kg
}

// configurationPart is a part's key in the text form and its place in the struct.
type configurationPart struct {
	key   string
	value *decimal.NullDecimal
}

// partsOf returns the numeric parts of a configuration in alphabetical order of their keys.
func partsOf(c *Configuration) []configurationPart {
	return []configurationPart{
		{"cpu_cores", &c.CPUCores},
		{"cpu_units", &c.CPUUnits},
		{"die_mm2", &c.DieMM2},
		{"hdd_units", &c.HDDUnits},
		{"memory_gb", &c.MemoryGB},
		{"memory_modules", &c.MemoryModules},
		{"psu_kg", &c.PSUKG},
		{"psu_units", &c.PSUUnits},
		{"ssd_gb", &c.SSDGB},
		{"ssd_units", &c.SSDUnits},
	}
}

// String returns the configuration as Profile.Config holds it.
func (c Configuration) String() string {
	var b strings.Builder
	part := func(key, value string) {
		if b.Len() > 0 {
			b.WriteByte(';')
		}
		b.WriteString(key + "=" + value)
	}
	if c.Casing != "" {
		part("casing", c.Casing) // alphabetically the first
	}
	for _, p := range partsOf(&c) {
		if p.value.Valid {
			part(p.key, p.value.Decimal.String())
		}
	}
	return b.String()
}

// casings are the forms of a server's case.
var casings = []string{"blade", "rack", "tower"}

// ParseConfiguration reads the text of a Profile.Config; the empty text is an empty configuration.
func ParseConfiguration(text string) (Configuration, error) {
	var c Configuration
	if text == "" {
		return c, nil
	}
	parts := partsOf(&c)
	for item := range strings.SplitSeq(text, ";") {
		key, value, ok := strings.Cut(item, "=")
		if !ok {
			return Configuration{}, fmt.Errorf("server configuration %q: %q is not a key=value pair such as cpu_units=2", text, item)
		}
		if key == "casing" {
			if !slices.Contains(casings, value) {
				return Configuration{}, fmt.Errorf("server configuration %q: casing %q is none of %s", text, value, strings.Join(casings, ", "))
			}
			c.Casing = value
			continue
		}
		i := slices.IndexFunc(parts, func(p configurationPart) bool { return p.key == key })
		if i < 0 {
			return Configuration{}, fmt.Errorf("server configuration %q: unknown part %q", text, key)
		}
		d, err := decimal.NewFromString(value)
		if err != nil || d.IsNegative() {
			return Configuration{}, fmt.Errorf("server configuration %q: %s is %q, want a number of 0 or more", text, key, value)
		}
		*parts[i].value = decimal.NewNullDecimal(d)
	}
	return c, nil
}
