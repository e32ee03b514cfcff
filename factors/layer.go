package factors

// Layer says whose factors a pack holds. A higher layer wins over a lower one.
type Layer int

// The layers, from the lowest to the highest.
const (
	Base         Layer = iota // shipped with the program, for everybody
	Jurisdiction              // of a country or a region
	Department                // a department's own
	Scenario                  // of one scenario
)

var layerNames = [...]string{"base", "jurisdiction", "department", "scenario"}

func (l Layer) String() string { return layerNames[l] }

// ParseLayer reads the name of a layer.
func ParseLayer(s string) (Layer, bool) {
	for i, name := range layerNames {
		if s == name {
			return Layer(i), true
		}
	}
	return 0, false
}
