package recognition

import (
	"strings"

	"govfootprint/inventory/fold"
)

// chassisTypes are the categories of the chassis types that firmware reports:
// DMTF DSP0134, System Management BIOS, 7.4.1. Type 1 is "other": mostly
// virtual machines, yet not for certain.
var chassisTypes = map[string]typeMeaning{
	"3": {category: "desktop"}, "4": {category: "desktop", variant: "small-form-factor"}, "5": {category: "desktop"}, "6": {category: "desktop", variant: "tower"},
	"7": {category: "desktop", variant: "tower"}, "15": {category: "desktop"}, "16": {category: "desktop", variant: "small-form-factor"},
	"8": {category: "laptop"}, "9": {category: "laptop"}, "10": {category: "laptop"}, "14": {category: "laptop"}, "31": {category: "laptop"}, "32": {category: "laptop"},
	"11": {category: "smartphone"}, "12": {category: "dock"}, "13": {category: "all-in-one"},
	"17": {category: "server"}, "23": {category: "server", variant: "rack"}, "28": {category: "server", variant: "blade"}, "29": {category: "server", variant: "blade"},
	"30": {category: "tablet"}, "35": {category: "desktop", variant: "micro"}, "36": {category: "desktop", variant: "micro"},
	"low profile desktop": {category: "desktop", variant: "small-form-factor"}, "main server chassis": {category: "server"}, "lunch box": {category: "desktop"}, "sub notebook": {category: "laptop"}, "space saving": {category: "desktop", variant: "small-form-factor"},
}

// lookChassis returns what a chassis column means.
func lookChassis(text string) (typeMeaning, bool) {
	key := fold.Words(strings.Trim(text, "{} "))
	if m, ok := chassisTypes[key]; ok {
		return m, true
	}
	m, ok := types().look(key)
	return m, ok && m.category != ""
}
