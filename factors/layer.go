package factors

import (
	"slices"
	"strconv"
)

// Layer says whose factors a pack holds. A higher layer wins over a lower one.
type Layer int

// The layers, from the lowest to the highest.
const (
	Base         Layer = iota // shipped with the program, for everybody
	Jurisdiction              // of a country or a region
	Department                // a department's own
	Scenario                  // of one scenario
)

var layerNames = []string{"base", "jurisdiction", "department", "scenario"}

// String returns the layer's name, as pack.yaml has it.
func (l Layer) String() string {
	if l < 0 || int(l) >= len(layerNames) {
		return "layer " + strconv.Itoa(int(l))
	}
	return layerNames[l]
}

// ParseLayer reads the name of a layer.
func ParseLayer(s string) (Layer, bool) {
	at := slices.Index(layerNames, s)
	return Layer(max(at, 0)), at >= 0
}
