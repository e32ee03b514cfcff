package factors

import (
	"slices"
	"strings"

	"govfootprint/quantity"
)

// Stage is a life-cycle stage, named after ISO 14040/44 and the French product
// category rules for information systems (codes BLD, DIS, USE, EOL).
type Stage string

// The stages of a device's life.
const (
	Manufacturing Stage = "manufacturing" // BLD: raw materials and production
	Distribution  Stage = "distribution"  // DIS
	Use           Stage = "use"           // USE
	EndOfLife     Stage = "end_of_life"   // EOL
)

// Stages lists the stages in the order of a device's life.
var Stages = []Stage{Manufacturing, Distribution, Use, EndOfLife}

// Impact is an impact category. The list is open: a pack may carry any, named
// in lower case with underscores.
type Impact string

// The impacts that the shipped packs carry.
const (
	GWP           Impact = "gwp"    // climate change, kgCO2e
	Energy        Impact = "energy" // electricity, kWh; derived from parameters, never a factor
	PrimaryEnergy Impact = "pe"     // primary energy, MJ
	ADPe          Impact = "adpe"   // depletion of minerals and metals, kgSbeq
	Water         Impact = "water"  // m3
	Mass          Impact = "mass"   // electrical waste, kg
)

// Impacts lists the shipped impacts in the order in which reports show them.
var Impacts = []Impact{GWP, Energy, PrimaryEnergy, ADPe, Water, Mass}

var impactUnits = map[Impact]quantity.Unit{
	GWP:           quantity.MustParse("kgCO2e"),
	Energy:        quantity.MustParse("kWh"),
	PrimaryEnergy: quantity.MustParse("MJ"),
	ADPe:          quantity.MustParse("kgSbeq"),
	Water:         quantity.MustParse("m3"),
	Mass:          quantity.MustParse("kg"),
}

// Unit returns the unit in which a shipped impact is reported, and the unit 1
// for any other; see [Library.ImpactUnit] for those.
func (i Impact) Unit() quantity.Unit { return impactUnits[i] }

// compareImpacts orders the shipped impacts first, as listed, and the others by name.
func compareImpacts(a, b Impact) int {
	rank := func(i Impact) int {
		if at := slices.Index(Impacts, i); at >= 0 {
			return at
		}
		return len(Impacts)
	}
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	return strings.Compare(string(a), string(b))
}

// Route is what happens to a device at the end of its life. The empty Route is
// that of a factor for end of life in general, which is also what serves a device
// whose route is unknown.
type Route string

// The routes of end of life.
const (
	RouteReuse     Route = "reuse"
	RouteRecycling Route = "recycling"
	RouteRecovery  Route = "recovery"
	RouteLandfill  Route = "landfill"
	RouteUnknown   Route = "unknown" // the same as none
)

// Routes lists the routes, the best for the environment first.
var Routes = []Route{RouteReuse, RouteRecycling, RouteRecovery, RouteLandfill, RouteUnknown}

// known returns the route under which factors are filed.
func (r Route) known() Route {
	if r == RouteUnknown {
		return ""
	}
	return r
}

// Shape is the distribution of a factor's uncertainty between its low and its
// high value (the 5th and the 95th percentile unless its source says
// otherwise). Empty means that the grade of the factor supplies one.
type Shape string

// The shapes.
const (
	Lognormal  Shape = "lognormal"
	Triangular Shape = "triangular"
	Uniform    Shape = "uniform"
	Normal     Shape = "normal"
	Fixed      Shape = "fixed"
)

// Shapes lists the shapes.
var Shapes = []Shape{Lognormal, Triangular, Uniform, Normal, Fixed}

// words turns a vocabulary into plain strings.
func words[S ~string](vocabulary []S) []string {
	list := make([]string, len(vocabulary))
	for i, word := range vocabulary {
		list[i] = string(word)
	}
	return list
}

// parseStage reads a stage cell: `use`, `end_of_life/recycling`, or several
// stages that one published value lumps together, in the order of a device's life:
// `manufacturing+distribution+end_of_life`.
func parseStage(cell string) (first Stage, covers []Stage, route Route, ok bool) {
	if stage, way, routed := strings.Cut(cell, "/"); routed {
		route = Route(way)
		if Stage(stage) != EndOfLife || !slices.Contains(Routes, route) {
			return "", nil, "", false
		}
		return EndOfLife, nil, route.known(), true
	}
	last := -1
	for part := range strings.SplitSeq(cell, "+") {
		at := slices.Index(Stages, Stage(part))
		if at <= last {
			return "", nil, "", false
		}
		last = at
		if first == "" {
			first = Stages[at]
		} else {
			covers = append(covers, Stages[at])
		}
	}
	return first, covers, "", true
}

// StageText returns the stage as the pack's stage cell has it, with its route or
// the further stages it covers.
func (f *Factor) StageText() string {
	if f.Route != "" {
		return string(f.Stage) + "/" + string(f.Route)
	}
	return strings.Join(append([]string{string(f.Stage)}, words(f.Covers)...), "+")
}
