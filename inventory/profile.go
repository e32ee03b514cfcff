package inventory

// Profile is what a set of inventory rows have in common: every attribute that
// decides a coefficient, and the dimensions a report breaks totals down by.
// What is linear (quantities, days, measured energy) is not here but in
// [Amounts], so that profiles stay few.
//
// An empty attribute is one that the inventory does not state. Profile holds no
// personal data: names, serial numbers and host names never leave the parser.
type Profile struct {
	Kind Kind

	Category     string // of the catalogue: laptop, monitor, server …
	Variant      string // sub-category: 14in, rack …
	Manufacturer string // canonical maker, lower case: dell, hp …
	Family       string // product family, lower case: latitude …
	Model        string // model without its maker, lower case: latitude 5420
	Recognition  Recognition
	Measure      string // of an activity: the unit that it is counted in, such as vCPU.h, GB or GBP2024; empty for devices

	Status    Status
	Ownership Ownership
	Condition Condition
	Hosting   Hosting
	EndOfLife string // route: reuse, recycling, recovery, landfill, unknown
	Quality   Quality
	Capacity  Capacity

	Department string
	Site       string
	Country    string // ISO 3166-1 alpha-2, or ISO 3166-2 where the subdivision is known: CA-ON
	Service    string // what the public or the department gets by it: passports, payroll

	Application string // the software that it runs for
	Environment string // production, test …

	Room string // what is stated about the data centre that it stands in, see [Room]

	Acquired Month
	Retired  Month

	Lifetime    string // expected years in use, a plain decimal; empty: policy or pack decides; "default+2": two more than that, see FurtherLifetime
	Attribution string // share borne by the department, a plain decimal; empty: 1, or the pack's for personal devices
	Energy      EnergyRate
	Config      string // canonical server configuration, see [Configuration]

	item uint32 // the row that it stands for, while rows are told apart (see Items); 0 for any
}

// Kind tells devices from activities: what somebody else's equipment does for
// the department.
type Kind string

// Kinds of items. All but hardware are activities: they are counted in a measure
// of their own, in [Amounts.Activity], and have no life that a footprint would be
// spread over.
const (
	Hardware Kind = "hardware" // a physical device
	Cloud    Kind = "cloud"    // infrastructure of a provider: computing, memory, storage, transfer
	Software Kind = "software" // software as a service, licences, mail, meetings, managed services
	Network  Kind = "network"  // data carried by networks of others
)

// Activity reports whether items of the kind are activities.
func (k Kind) Activity() bool { return k != "" && k != Hardware }

// Status says where a unit is in its life with the department.
type Status string

// The states of a unit. A unit in stock bears embodied impact and uses no
// electricity; retired, disposed and lost units count until they left.
const (
	InService Status = "in_service"
	InStock   Status = "in_stock"
	Retired   Status = "retired"
	Disposed  Status = "disposed"
	Lost      Status = "lost"
)

// Ownership decides the scope of a unit's electricity and its attribution.
type Ownership string

// Kinds of ownership. Personal is a person's own device used for work.
const (
	Owned    Ownership = "owned"
	Leased   Ownership = "leased"
	Personal Ownership = "personal"
)

// Condition is the state in which a unit was acquired.
type Condition string

// Conditions at acquisition.
const (
	New            Condition = "new"
	Remanufactured Condition = "remanufactured"
	Refurbished    Condition = "refurbished"
	Reused         Condition = "reused"
)

// Hosting says where a unit runs. Power usage effectiveness applies to the
// server room, the data centre and colocation only.
type Hosting string

// Places to run a unit. PublicCloud is where activities of kind cloud run.
const (
	Office     Hosting = "office"
	Home       Hosting = "home"
	ServerRoom Hosting = "server_room"
	DataCentre Hosting = "data_centre"
	Colocation Hosting = "colocation"

	PublicCloud Hosting = "cloud"
)

// Capacity says which part of a host a profile is, where the virtual machines on
// it are known. Parts are fractions of units; together they are the host.
type Capacity string

// Parts of a host.
const (
	Allocated Capacity = "allocated" // to virtual machines
	Idle      Capacity = "idle"      // to none
)

// Quality is the data quality that the inventory states for a datum, in the
// three classes of ADEME's rules: high ±1 %, medium ±10 %, low ±20 %.
type Quality string

// Data quality classes.
const (
	HighQuality   Quality = "high"
	MediumQuality Quality = "medium"
	LowQuality    Quality = "low"
)

// Recognition says how the category of a unit was found.
type Recognition string

// Ways to a category, the surest first.
const (
	Stated       Recognition = "stated"       // the row names it in the catalogue's own words or a known synonym
	ByIdentifier Recognition = "identifier"   // an identifier of one product does, such as a Lenovo machine type
	ByModel      Recognition = "model"        // the model names one product of a known family
	ByFamily     Recognition = "family"       // the product family is known
	ByKeyword    Recognition = "keyword"      // a word of the model or description says it
	Contradicted Recognition = "contradicted" // the row says two things of it that cannot both be true
	Unresolved   Recognition = "unresolved"   // no way: the units are listed, not assessed
)

// EnergyRate says what the rate amounts of a profile measure.
type EnergyRate string

// What a rate is, strongest first. RateNone means that the inventory says
// nothing, and the pack's typical consumption applies.
const (
	RateNone     EnergyRate = ""
	RateMeasured EnergyRate = "measured"    // kWh a year, as measured
	RatePowered  EnergyRate = "power_hours" // kWh a year, from the row's watts and hours
	RatePower    EnergyRate = "power"       // W; hours come from the pack
	RateHours    EnergyRate = "hours"       // hours a year; watts come from the pack
)
