package factors

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// Property says what a factor is a value of: an impact, or a parameter of the calculation.
type Property string

// The properties a pack may carry. Values may be in any unit of the same kind as the
// one given: a lifetime in months, an annual energy in MJ/year.
const (
	PropertyImpact  Property = "impact"  // of the row's impact, per unit of what its subject is
	PropertyAvoided Property = "avoided" // an impact that an end-of-life route avoids elsewhere; reported apart, never netted

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
	PropertyPUE          Property = "pue"           // 1; total energy of a data centre over that of its IT
	PropertyWUE          Property = "wue"           // L/kWh

	// PropertyConditionRemanufactured and the other conditions multiply the
	// manufacturing stage of a device that is not new.
	PropertyConditionRemanufactured Property = "condition_remanufactured" // 1
	PropertyConditionRefurbished    Property = "condition_refurbished"    // 1
	PropertyConditionReused         Property = "condition_reused"         // 1

	// PropertyEnergyIntensity and those below are of activities. An intensity is per
	// unit of whatever the activity is counted in: kWh/(vCPU.h), kWh/GB, Wh/email.
	PropertyEnergyIntensity Property = "energy_intensity"
	PropertyVCPUPowerIdle   Property = "vcpu_power_idle" // W/vCPU
	PropertyVCPUPowerFull   Property = "vcpu_power_full" // W/vCPU
	PropertyLoad            Property = "load"            // 1
	PropertyVCPUs           Property = "vcpus"           // vCPU; of an instance type
	PropertyMemory          Property = "memory"          // GB; of an instance type

	// PropertyPriceLevel is how much of one money buys what one unit of another does,
	// prices and exchange rate together: USD2022/GBP2024 of the subject currency/gbp.
	PropertyPriceLevel Property = "price_level"

	PropertyFreightDistanceSea  Property = "freight_distance_sea"  // km
	PropertyFreightDistanceRoad Property = "freight_distance_road" // km
	PropertyFreightDistanceAir  Property = "freight_distance_air"  // km
	PropertyFreightDistanceRail Property = "freight_distance_rail" // km

	PropertyDieAreaPerCore   Property = "die_area_per_core"  // mm2
	PropertyMemoryDensity    Property = "memory_density"     // GB/cm2 of die
	PropertySSDDensity       Property = "ssd_density"        // GB/cm2 of die
	PropertyMemoryModuleSize Property = "memory_module_size" // GB
	PropertySSDSize          Property = "ssd_size"           // GB
	PropertyCPUCores         Property = "cpu_cores"          // 1
	PropertyCPUCount         Property = "cpu_count"          // 1
	PropertyPowerSupplyMass  Property = "power_supply_mass"  // kg
	PropertyPowerSupplyCount Property = "power_supply_count" // 1
)

// parameter is the rule for the value of a parameter.
type parameter struct {
	unit         quantity.Unit
	above, below quantity.Dimension // the line: any unit with these will do
	least        decimal.Decimal
	positive     bool // the engine divides by it
	intensity    bool // per whatever its subject is counted in
	money        bool // money over money, of any currency and year
}

// fits reports whether a unit, given above and below its line, is one for the
// parameter. Above and below are looked at apart: W and kWh/year have one
// dimension, yet a column of annual energy that holds watts is a mistake more
// often than not.
func (rule parameter) fits(above, below quantity.Dimension) bool {
	switch {
	case rule.money:
		return above.IsMoney() && below.IsMoney()
	case rule.intensity:
		return above == rule.above && !below.IsNumber()
	default:
		return above == rule.above && below == rule.below
	}
}

var parameters = parameterRules()

func parameterRules() map[Property]parameter {
	rules := map[Property]parameter{}
	for unit, properties := range map[string][]Property{
		"year":     {PropertyLifetime},
		"kWh/year": {PropertyAnnualEnergy},
		"W":        {PropertyPowerActive, PropertyPowerIdle, PropertyPowerSleep, PropertyPowerOff},
		"h/year":   {PropertyHoursActive, PropertyHoursIdle, PropertyHoursSleep, PropertyHoursOff},
		"kg":       {PropertyMass, PropertyPowerSupplyMass},
		"L/kWh":    {PropertyWUE},
		"1": {
			PropertyPUE, PropertyConditionRemanufactured, PropertyConditionRefurbished, PropertyConditionReused,
			PropertyPowerSupplyCount, PropertyCPUCores, PropertyCPUCount, PropertyLoad,
		},
		"km":     {PropertyFreightDistanceSea, PropertyFreightDistanceRoad, PropertyFreightDistanceAir, PropertyFreightDistanceRail},
		"mm2":    {PropertyDieAreaPerCore},
		"GB/cm2": {PropertyMemoryDensity, PropertySSDDensity},
		"GB":     {PropertyMemoryModuleSize, PropertySSDSize, PropertyMemory},
		"kWh":    {PropertyEnergyIntensity},
		"W/vCPU": {PropertyVCPUPowerIdle, PropertyVCPUPowerFull},
		"vCPU":   {PropertyVCPUs},

		"USD2022/GBP2024": {PropertyPriceLevel},
	} {
		for _, property := range properties {
			u := quantity.MustParse(unit)
			rules[property] = parameter{unit: u, above: u.Numerator().Dimension(), below: u.Denominator().Dimension()}
		}
	}
	for _, property := range []Property{PropertyLifetime, PropertyMemoryDensity, PropertySSDDensity, PropertyMemoryModuleSize, PropertyPriceLevel} {
		rule := rules[property]
		rule.positive = true
		rules[property] = rule
	}
	rule := rules[PropertyEnergyIntensity]
	rule.intensity = true
	rules[PropertyEnergyIntensity] = rule
	rule = rules[PropertyPriceLevel]
	rule.money = true
	rules[PropertyPriceLevel] = rule
	rule = rules[PropertyPUE]
	rule.least = decimal.New(1, 0) // the IT is part of the whole
	rules[PropertyPUE] = rule
	return rules
}

// Properties lists the known properties in alphabetical order.
func Properties() []Property {
	list := []Property{PropertyImpact, PropertyAvoided}
	for property := range parameters {
		list = append(list, property)
	}
	slices.Sort(list)
	return list
}

// Unit returns the unit in which the engine takes a parameter, and whether the
// property is a parameter at all.
func (p Property) Unit() (quantity.Unit, bool) {
	rule, ok := parameters[p]
	return rule.unit, ok
}

// ofImpact reports whether the property is a value of an impact.
func (p Property) ofImpact() bool { return p == PropertyImpact || p == PropertyAvoided }
