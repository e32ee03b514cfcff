package factors

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

// Impact is an impact category. The list is open: a pack may carry any.
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

// Route is what happens to a device at the end of its life. The empty Route is
// a factor for end of life in general.
type Route string

// The routes of end of life.
const (
	RouteReuse     Route = "reuse"
	RouteRecycling Route = "recycling"
	RouteRecovery  Route = "recovery"
	RouteLandfill  Route = "landfill"
	RouteUnknown   Route = "unknown"
)

// Routes lists the routes, the best for the environment first.
var Routes = []Route{RouteReuse, RouteRecycling, RouteRecovery, RouteLandfill, RouteUnknown}

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
