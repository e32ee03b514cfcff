package inventory

// A field is a canonical column of an inventory, or something that a column of
// a known layout says of one.
type field int

const (
	noField field = iota
	fieldKind
	fieldCategory
	fieldSubcategory
	fieldManufacturer
	fieldModel
	fieldQuantity
	fieldStatus
	fieldDepartment
	fieldSite
	fieldCountry
	fieldSubdivision
	fieldHosting
	fieldDataCentre // a data centre's name: the site, and the hosting
	fieldAcquired
	fieldAcquiredProxy // a date near that of acquisition: made, enrolled, warranty, seen
	fieldRetired
	fieldLifetime
	fieldLifetimeBefore // years of a first life elsewhere
	fieldLifetimeAfter  // years of reuse after
	fieldAnnualKWh
	fieldPower
	fieldHours
	fieldOwnership
	fieldCondition
	fieldEndOfLife
	fieldAttribution
	fieldQuality
	fieldService
	fieldCPUUnits
	fieldCPUCores
	fieldDieMM2
	fieldMemoryGB
	fieldMemoryModules
	fieldSSDGB
	fieldSSDUnits
	fieldHDDUnits
	fieldPSUUnits
	fieldPSUKG
	fieldCasing
	fieldScreenInches
	fieldVariant
	fieldVirtual
	fieldChassis
	fieldModelNumber // a model's number or identifier, beside its name
	fieldCount
)

// fieldNames are the names of fields in layouts, messages and templates.
var fieldNames = [fieldCount]string{
	fieldKind:           "kind",
	fieldCategory:       "category",
	fieldSubcategory:    "subcategory",
	fieldManufacturer:   "manufacturer",
	fieldModel:          "model",
	fieldQuantity:       "quantity",
	fieldStatus:         "status",
	fieldDepartment:     "department",
	fieldSite:           "site",
	fieldCountry:        "country",
	fieldSubdivision:    "subdivision",
	fieldHosting:        "hosting",
	fieldDataCentre:     "data_centre",
	fieldAcquired:       "acquired",
	fieldAcquiredProxy:  "acquired_proxy",
	fieldRetired:        "retired",
	fieldLifetime:       "lifetime_years",
	fieldLifetimeBefore: "lifetime_before",
	fieldLifetimeAfter:  "lifetime_after",
	fieldAnnualKWh:      "annual_kwh",
	fieldPower:          "power_w",
	fieldHours:          "hours_per_year",
	fieldOwnership:      "ownership",
	fieldCondition:      "condition",
	fieldEndOfLife:      "end_of_life",
	fieldAttribution:    "attribution",
	fieldQuality:        "quality",
	fieldService:        "service",
	fieldCPUUnits:       "cpu_units",
	fieldCPUCores:       "cpu_cores",
	fieldDieMM2:         "die_mm2",
	fieldMemoryGB:       "memory_gb",
	fieldMemoryModules:  "memory_modules",
	fieldSSDGB:          "ssd_gb",
	fieldSSDUnits:       "ssd_units",
	fieldHDDUnits:       "hdd_units",
	fieldPSUUnits:       "psu_units",
	fieldPSUKG:          "psu_kg",
	fieldCasing:         "casing",
	fieldScreenInches:   "screen_inches",
	fieldVariant:        "variant",
	fieldVirtual:        "virtual",
	fieldChassis:        "chassis",
	fieldModelNumber:    "model_number",
}

func (f field) String() string { return fieldNames[f] }

// fieldByName returns the field of a name.
func fieldByName(name string) (field, bool) {
	for f, n := range fieldNames {
		if n == name && n != "" {
			return field(f), true
		}
	}
	return noField, false
}
