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

// partsOf returns the numeric parts of a configuration in alphabetical order of their keys.
func partsOf(c *Configuration) []part {
	return []part{
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
	var casing []string
	if c.Casing != "" {
		casing = append(casing, "casing="+c.Casing) // alphabetically the first
	}
	return writeParts(casing, partsOf(&c))
}

// casings are the forms of a server's case.
var casings = []string{"blade", "rack", "tower"}

// ParseConfiguration reads the text of a Profile.Config; the empty text is an empty configuration.
func ParseConfiguration(text string) (Configuration, error) {
	var c Configuration
	err := readParts(text, partsOf(&c), "server configuration", "cpu_units=2", func(key, value string) (bool, error) {
		if key != "casing" {
			return false, nil
		}
		if !slices.Contains(casings, value) {
			return true, fmt.Errorf("casing %q is none of %s", value, strings.Join(casings, ", "))
		}
		c.Casing = value
		return true, nil
	})
	if err != nil {
		return Configuration{}, err
	}
	return c, nil
}
