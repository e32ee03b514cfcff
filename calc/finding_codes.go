package calc

// Codes of gaps: something is missing from a total.
const (
	// UnresolvedCategory: nobody could tell what the units are; they are in no total.
	UnresolvedCategory FindingCode = "unresolved-category"
	// NoFactor: the packs have a factor for the stage and impact, but none for this category.
	NoFactor FindingCode = "no-factor"
	// StageNotInPacks: no selected pack has any factor for the stage and impact.
	StageNotInPacks FindingCode = "stage-not-in-packs"
	// UnsuitableUnit: a factor was found and its unit measures something else.
	// Args: the factor's id, its unit.
	UnsuitableUnit FindingCode = "unsuitable-unit"
	// NoLifetime: neither row nor policy nor packs say how long the device lasts,
	// so its embodied impact cannot be spread.
	NoLifetime FindingCode = "no-lifetime"
	// NoAcquisitionDate: the basis needs the month of acquisition.
	NoAcquisitionDate FindingCode = "no-acquisition-date"
	// NoWithdrawalDate: the units have left, and the basis needs to know when.
	NoWithdrawalDate FindingCode = "no-withdrawal-date"
	// WithdrawalsUnknown: nobody says of any unit when it left, so the mass of waste is not known.
	// Args: how many of the units are known to have left and are in no other total, where there are any.
	WithdrawalsUnknown FindingCode = "withdrawals-unknown"
	// WithdrawalUndated: units that left, nobody says when; those of the period are missing from the mass of waste.
	WithdrawalUndated FindingCode = "withdrawal-undated"
	// NoMass: a figure by mass, or the mass of waste, needs the mass of the device.
	NoMass FindingCode = "no-mass"
	// NoEnergy: neither inventory nor packs say what the device consumes.
	NoEnergy FindingCode = "no-energy"
	// NoActivityUse: the packs have neither a figure for the use of an activity nor
	// the electricity that it takes.
	NoActivityUse FindingCode = "no-activity-use"
	// NoElectricityFactor: no pack has a factor for the electricity of the place.
	NoElectricityFactor FindingCode = "no-electricity-factor"
	// NoPUE: the units stand in a room whose overhead nobody knows; their own
	// electricity is counted. Args: the hosting.
	NoPUE FindingCode = "no-pue"
	// NoWUE: the units stand in a room of which nobody knows how much water cools it;
	// the water of their electricity is counted. Args: the hosting.
	NoWUE FindingCode = "no-wue"
	// InstanceUnknown: no pack knows how many virtual processors an instance type has.
	// Args: the type, after its provider.
	InstanceUnknown FindingCode = "instance-unknown"
	// NoPriceLevel: the spending has a factor per another money, and no pack says how
	// much of that one unit of the bill's is. Args: the bill's money, the factor's.
	NoPriceLevel FindingCode = "no-price-level"
	// ElectricityIncomplete: the place's pack lacks losses or upstream that could be
	// added to its factor. Args: the factor's id, the subjects missing.
	ElectricityIncomplete FindingCode = "electricity-incomplete"
)

// Codes of assumptions: something was assumed so that a total could be had.
const (
	// LifetimeFromPolicy: years by the department's policy. Args: years.
	LifetimeFromPolicy FindingCode = "lifetime-from-policy"
	// LifetimeFromPack: years by the packs. Args: years.
	LifetimeFromPack FindingCode = "lifetime-from-pack"
	// TypicalEnergy: consumption by the packs, not measured. Args: kWh a year.
	TypicalEnergy FindingCode = "typical-energy"
	// EnergyCompleted: the row states power or hours; the packs have the other.
	// Args: the property, its value.
	EnergyCompleted FindingCode = "energy-completed"
	// AttributionFromMethod: share borne, by the configuration. Args: ownership, share.
	AttributionFromMethod FindingCode = "attribution-from-method"
	// PersonalBorneWhole: personal devices without a stated share are borne whole.
	PersonalBorneWhole FindingCode = "personal-borne-whole"
	// AssessedAsNew: second-hand units without a condition factor. Args: the condition.
	AssessedAsNew FindingCode = "assessed-as-new"
	// AssessedByMass: no factor for the category; manufacture by mass. Args: the factor's id.
	AssessedByMass FindingCode = "assessed-by-mass"
	// FreightByMass: distribution from mass and default distances.
	FreightByMass FindingCode = "freight-by-mass"
	// RouteWithoutFactor: the route has no factor; end of life in general is used.
	// Args: the route.
	RouteWithoutFactor FindingCode = "route-without-factor"
	// InStockUnused: units in stock use no electricity.
	InStockUnused FindingCode = "in-stock-unused"
	// HostingUnknown: nobody says where servers stand; no overhead is counted.
	HostingUnknown FindingCode = "hosting-unknown"
	// PUEStated, PUEFromMethod, PUEFromPack: overhead of a room. Args: hosting, PUE.
	PUEStated     FindingCode = "pue-stated"
	PUEFromMethod FindingCode = "pue-from-method"
	PUEFromPack   FindingCode = "pue-from-pack"
	// PUEOfProvider: overhead of a provider's rooms, by the packs. Args: hosting, PUE.
	PUEOfProvider FindingCode = "pue-of-provider"
	// InOverhead: the electricity of a UPS, PDU or cooling unit is part of what the
	// PUE of its room adds to the other equipment; on its own it is not counted.
	InOverhead FindingCode = "in-overhead"
	// InLines: data carried by networks is in the figure of the lines that it is
	// carried by; on its own it is not counted.
	InLines FindingCode = "in-lines"
	// PlaceFromMethod: units without a place are taken to be in the default country.
	PlaceFromMethod FindingCode = "place-from-method"
	// ServerPartAssumed: a part of a server that its configuration does not state.
	// Args: the part or parameter, the value.
	ServerPartAssumed FindingCode = "server-part-assumed"
	// ServerWithoutDrives: the configuration states no drives, so none are counted.
	ServerWithoutDrives FindingCode = "server-without-drives"
	// ServerByLadder: a configuration is stated, but cannot be used; the server goes
	// by the factor for servers. Args: what is missing.
	ServerByLadder FindingCode = "server-by-ladder"
	// StatusAssumed, OwnershipAssumed, ConditionAssumed, HostingAssumed: the
	// inventory does not say; the units are taken to be in use, the department's
	// own, new, and on its own premises.
	StatusAssumed    FindingCode = "status-assumed"
	OwnershipAssumed FindingCode = "ownership-assumed"
	ConditionAssumed FindingCode = "condition-assumed"
	HostingAssumed   FindingCode = "hosting-assumed"
	// ServiceAssumed: no date of acquisition; in service throughout the period,
	// or until the units left.
	ServiceAssumed FindingCode = "service-assumed"
	// RouteAssumed: units left in the period, nobody says where to; end of life in
	// general is used.
	RouteAssumed FindingCode = "route-assumed"
	// LoadAssumed: how busy virtual processors are, by the packs. Args: the load.
	LoadAssumed FindingCode = "load-assumed"
	// PriceLevel: spending was turned into the money of a factor by the packs' price
	// level. Args: the bill's money, how much of the factor's one unit of it is.
	PriceLevel FindingCode = "price-level"
	// MarketByLocation: no residual mix for the place; the market-based figure
	// uses the location's for electricity without a contract.
	MarketByLocation FindingCode = "market-by-location"
	// ElectricityProjected, ElectricityStated, ElectricityHeld: the electricity of a
	// year to come, by the trend of a published projection (Args: the id of its last
	// factor, the year of that), by the user's own assumption (Args: the figure, its
	// unit), or as it was last published (Args: the factor's id, its year).
	ElectricityProjected FindingCode = "electricity-projected"
	ElectricityStated    FindingCode = "electricity-stated"
	ElectricityHeld      FindingCode = "electricity-held"
)

// Codes of cautions: a figure that should be used with care.
const (
	// PlaceUnknown: nobody says where the units are; the world's electricity is used.
	PlaceUnknown FindingCode = "place-unknown"
	// InvalidLifetime, InvalidAttribution: the row's own value is unusable and was
	// passed over. Args: the value.
	InvalidLifetime    FindingCode = "invalid-lifetime"
	InvalidAttribution FindingCode = "invalid-attribution"
	// RateIncomplete: the row states power or hours, nobody knows the other; the
	// packs' typical consumption is used. Args: what is stated, the property missing.
	RateIncomplete FindingCode = "rate-incomplete"
	// LifeCycleInScope2: the place's electricity factor is a life-cycle one, so
	// scope 2 holds upstream emissions too. Args: the factor's id, its subject.
	LifeCycleInScope2 FindingCode = "life-cycle-in-scope-2"
	// LossesInScope2: the place's electricity factor is of consumption, so scope 2
	// holds the losses of the grid too. Args: the factor's id, its subject.
	LossesInScope2 FindingCode = "losses-in-scope-2"
	// ElectricityOtherYear: Args: the factor's id, its year.
	ElectricityOtherYear FindingCode = "electricity-other-year"
	// ElectricityOtherPlace: the factor is for a larger area. Args: the factor's id, its place.
	ElectricityOtherPlace FindingCode = "electricity-other-place"
	// LowGrade: manufacture by a factor of grade D or E. Args: the factor's id, the grade.
	LowGrade FindingCode = "low-grade"
	// ServiceUnknown: a functional unit is stated for a service that no line of the
	// inventory names. Args: the service.
	ServiceUnknown FindingCode = "service-unknown"
	// WideSpread: a factor whose high is more than five times its low. Args: the
	// factor's id, low to high.
	WideSpread FindingCode = "wide-spread"
)

// FindingCodes lists every code, for whoever words them.
var FindingCodes = []FindingCode{
	UnresolvedCategory, NoFactor, StageNotInPacks, UnsuitableUnit, NoLifetime, NoAcquisitionDate, NoWithdrawalDate,
	WithdrawalsUnknown, WithdrawalUndated, NoMass, NoEnergy, NoActivityUse, NoElectricityFactor, NoPUE, NoWUE, InstanceUnknown, NoPriceLevel, ElectricityIncomplete,
	LifetimeFromPolicy, LifetimeFromPack, TypicalEnergy, EnergyCompleted, AttributionFromMethod, PersonalBorneWhole,
	AssessedAsNew, AssessedByMass, FreightByMass, RouteWithoutFactor, InStockUnused, HostingUnknown, PUEStated, PUEFromMethod,
	PUEFromPack, PUEOfProvider, InOverhead, InLines, PlaceFromMethod, ServerPartAssumed, ServerWithoutDrives, ServerByLadder,
	StatusAssumed, OwnershipAssumed, ConditionAssumed, HostingAssumed, ServiceAssumed, RouteAssumed, LoadAssumed, PriceLevel, MarketByLocation,
	ElectricityProjected, ElectricityStated, ElectricityHeld,
	PlaceUnknown, InvalidLifetime, InvalidAttribution, RateIncomplete, LifeCycleInScope2, LossesInScope2,
	ElectricityOtherYear, ElectricityOtherPlace, LowGrade, WideSpread, ServiceUnknown,
}
