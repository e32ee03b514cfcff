package factors

// Property says what a factor is a value of: an impact, or a parameter of the calculation.
type Property string

// The properties a pack may carry.
const (
	PropertyImpact       Property = "impact"
	PropertyLifetime     Property = "lifetime"      // year
	PropertyAnnualEnergy Property = "annual_energy" // kWh/year
	PropertyPowerActive  Property = "power_active"  // W
	PropertyPowerIdle    Property = "power_idle"    // W
	PropertyPowerSleep   Property = "power_sleep"   // W
	PropertyPowerOff     Property = "power_off"     // W
	PropertyHoursActive  Property = "hours_active"  // h/year
	PropertyHoursIdle    Property = "hours_idle"    // h/year
	PropertyHoursSleep   Property = "hours_sleep"   // h/year
	PropertyHoursOff     Property = "hours_off"     // h/year
	PropertyMass         Property = "mass"          // kg
	PropertyPUE          Property = "pue"           // 1
	PropertyWUE          Property = "wue"           // L/kWh

	// Conditions multiply the manufacturing stage of a device that is not new.
	PropertyConditionRemanufactured Property = "condition_remanufactured" // 1
	PropertyConditionRefurbished    Property = "condition_refurbished"    // 1
	PropertyConditionReused         Property = "condition_reused"         // 1

	PropertyAvoided Property = "avoided" // an impact that an end-of-life route avoids elsewhere; never netted

	PropertyFreightDistanceSea  Property = "freight_distance_sea"  // km
	PropertyFreightDistanceRoad Property = "freight_distance_road" // km
	PropertyFreightDistanceAir  Property = "freight_distance_air"  // km
	PropertyFreightDistanceRail Property = "freight_distance_rail" // km

	PropertyDieAreaPerCore   Property = "die_area_per_core"  // mm2
	PropertyMemoryDensity    Property = "memory_density"     // GB/cm2
	PropertySSDDensity       Property = "ssd_density"        // GB/cm2
	PropertyMemoryModuleSize Property = "memory_module_size" // GB
	PropertyPowerSupplyMass  Property = "power_supply_mass"  // kg
	PropertyPowerSupplyCount Property = "power_supply_count" // 1
)
