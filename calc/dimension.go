package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Dimension is something that a total can be broken down by.
type Dimension string

// The dimensions. An empty key in a breakdown is what the inventory does not state.
const (
	ByCategory     Dimension = "category"
	ByVariant      Dimension = "variant" // category/variant, as in laptop/14in
	ByManufacturer Dimension = "manufacturer"
	ByModel        Dimension = "model" // with its maker: dell latitude 5420
	ByDepartment   Dimension = "department"
	BySite         Dimension = "site"
	ByCountry      Dimension = "country"
	ByHosting      Dimension = "hosting"
	ByService      Dimension = "service"
	ByApplication  Dimension = "application"
	ByEnvironment  Dimension = "environment"
	ByCapacity     Dimension = "capacity" // part of a host: allocated to virtual machines, or idle
	ByKind         Dimension = "kind"     // hardware, cloud, software, network
	ByStatus       Dimension = "status"
	ByCondition    Dimension = "condition"
	ByOwnership    Dimension = "ownership"
	ByAcquired     Dimension = "acquired" // year of acquisition
	ByQuality      Dimension = "quality"  // data-quality grade of the line
	ByStage        Dimension = "stage"
	ByScope        Dimension = "scope"
)

// Dimensions lists the dimensions.
var Dimensions = []Dimension{
	ByCategory, ByVariant, ByManufacturer, ByModel, ByDepartment, BySite, ByCountry, ByHosting,
	ByService, ByApplication, ByEnvironment, ByCapacity, ByKind, ByStatus, ByCondition, ByOwnership, ByAcquired, ByQuality, ByStage, ByScope,
}

// Slice is the part of a total that has one key in a dimension.
type Slice struct {
	Key    string
	Rows   int64
	Units  decimal.Decimal
	Values Values

	// Activities are the rows that are no devices, Amounts what they add up to in
	// each measure: vCPU.h, GB, GBP2024.
	Activities int64
	Amounts    map[string]decimal.Decimal

	// Grades says how many of the units are in lines of each grade; grade 0 is
	// a line of which nothing is known.
	Grades map[factors.Grade]decimal.Decimal
}
