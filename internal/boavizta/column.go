package boavizta

import "strings"

// Columns of the table, in its order.
const (
	colManufacturer = iota
	colName
	colCategory
	colSubcategory
	colTotal
	colUse
	colEnergy
	colLifetime
	colUseLocation
	colReportDate
	colSources
	colSourcesHash
	colError
	colManufacturing
	colWeight
	colAssembly
	colScreen
	colServerType
	colDrive
	colMemory
	colProcessors
	colHeight
	colAdded
	colMethod
	colTransport
	colEndOfLife
	colElectronics
	colBattery
	colHDD
	colSSD
	colOther
	colComment
	columnCount
)

// columnNames are the headers, the same in both dialects.
var columnNames = [columnCount]string{
	"manufacturer", "name", "category", "subcategory", "gwp_total", "gwp_use_ratio", "yearly_tec", "lifetime", "use_location",
	"report_date", "sources", "sources_hash", "gwp_error_ratio", "gwp_manufacturing_ratio", "weight", "assembly_location",
	"screen_size", "server_type", "hard_drive", "memory", "number_cpu", "height", "added_date", "add_method",
	"gwp_transport_ratio", "gwp_eol_ratio", "gwp_electronics_ratio", "gwp_battery_ratio", "gwp_hdd_ratio", "gwp_ssd_ratio",
	"gwp_othercomponents_ratio", "comment",
}

// needed are the columns without which no footprint comes of a row.
var needed = []int{colManufacturer, colName, colTotal, colUse}

// useful are the columns that the pack is made of beyond those.
var useful = []int{
	colSubcategory, colEnergy, colLifetime, colUseLocation, colReportDate, colSources, colError, colManufacturing, colWeight, colScreen,
	colAdded, colTransport, colEndOfLife,
}

// unitsOf gives the units that a cell of a column of numbers may carry, and how
// many of the column's own unit each is. A column that is not here holds text.
var unitsOf = map[int]map[string]string{
	colTotal:         {"kg": "1", "kgco2": "1", "kgco2e": "1", "kgco2eq": "1", "t": "1000", "tco2e": "1000", "tco2eq": "1000", "g": "0.001"},
	colUse:           {"%": "0.01"},
	colEnergy:        {"kwh": "1", "kwh/y": "1", "kwh/year": "1", "wh": "0.001", "mwh": "1000"},
	colLifetime:      {"y": "1", "yr": "1", "yrs": "1", "year": "1", "years": "1", "an": "1", "ans": "1"},
	colError:         {"%": "0.01"},
	colManufacturing: {"%": "0.01"},
	colWeight:        {"kg": "1", "g": "0.001", "lb": "0.45359237", "lbs": "0.45359237"}, // the international pound, exactly
	colScreen:        {"in": "1", "inch": "1", "inches": "1", `"`: "1"},
	colTransport:     {"%": "0.01"},
	colEndOfLife:     {"%": "0.01"},
	colElectronics:   {"%": "0.01"},
	colBattery:       {"%": "0.01"},
	colHDD:           {"%": "0.01"},
	colSSD:           {"%": "0.01"},
	colOther:         {"%": "0.01"},
}

// columnOf returns the column that a header names.
func columnOf(header string) (int, bool) {
	key := strings.Join(strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), "_")
	for column, name := range columnNames {
		if key == name {
			return column, true
		}
	}
	return 0, false
}

func namesOf(columns []int) string {
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = columnNames[column]
	}
	return strings.Join(names, ", ")
}
