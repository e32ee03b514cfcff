package boavizta

import "github.com/shopspring/decimal"

// bounds are what a device of a category can have. They are wide: some three times
// beyond the 10th and 90th percentile of the 1,226 published sheets, so that
// what they catch is a wrong unit, a misplaced mark, or a figure of another
// column, and not a device that is better or worse than others.
type bounds struct {
	category  string
	footprint [2]string // kgCO2e without use
	energy    [2]string // kWh a year
	mass      [2]string // kg
	screen    [2]string // inches; empty where the size says nothing
}

var plausible = []bounds{
	{"laptop", [2]string{"40", "800"}, [2]string{"3", "120"}, [2]string{"0.55", "6"}, [2]string{"8", "20"}},
	{"mobile-workstation", [2]string{"80", "900"}, [2]string{"5", "200"}, [2]string{"1", "6"}, [2]string{"12", "20"}},
	{"desktop", [2]string{"40", "1500"}, [2]string{"5", "600"}, [2]string{"0.2", "30"}, [2]string{}},
	{"workstation", [2]string{"80", "5500"}, [2]string{"10", "1500"}, [2]string{"1", "60"}, [2]string{}},
	{"all-in-one", [2]string{"80", "1200"}, [2]string{"15", "400"}, [2]string{"2", "25"}, [2]string{"17", "40"}},
	{"thin-client", [2]string{"15", "400"}, [2]string{"5", "200"}, [2]string{"0.1", "10"}, [2]string{}},
	{"tablet", [2]string{"15", "250"}, [2]string{"1", "60"}, [2]string{"0.2", "2"}, [2]string{"6", "16"}},
	{"smartphone", [2]string{"8", "150"}, [2]string{"0.5", "25"}, [2]string{"0.05", "0.8"}, [2]string{"1", "9"}},
	{"monitor", [2]string{"50", "3000"}, [2]string{"8", "700"}, [2]string{"0.4", "150"}, [2]string{"10", "110"}},
	{"printer", [2]string{"20", "3000"}, [2]string{"3", "1000"}, [2]string{"2", "300"}, [2]string{}},
	{"server", [2]string{"300", "20000"}, [2]string{"100", "10000"}, [2]string{"2", "200"}, [2]string{}},
	{"iot", [2]string{"2", "200"}, [2]string{"0.2", "100"}, [2]string{"0.02", "5"}, [2]string{}},
	{"games-console", [2]string{"10", "500"}, [2]string{"0.5", "500"}, [2]string{"0.1", "8"}, [2]string{}},
	{"", [2]string{"1", "50000"}, [2]string{"0.2", "50000"}, [2]string{"0.01", "1000"}, [2]string{}}, // any other device
}

// largeScreen is a screen that cannot weigh less than lightestLarge: 20 inches, 1.5 kg.
// The lightest monitors of that size on the sheets have 2.4 kg, without their stand.
var largeScreen, lightestLarge = decimal.New(20, 0), decimal.New(15, -1)

func boundsOf(category string) *bounds {
	for i := range plausible {
		if plausible[i].category == category {
			return &plausible[i]
		}
	}
	return &plausible[len(plausible)-1]
}

// within reports whether a value lies in a range; a range that is not stated holds all.
func within(value decimal.Decimal, limits [2]string) bool {
	return limits[0] == "" || !value.LessThan(decimal.RequireFromString(limits[0])) && !value.GreaterThan(decimal.RequireFromString(limits[1]))
}

// The electricity behind a sheet's use phase, in kgCO2e a kWh: the makers took the
// mean of Europe, the United States or the world, 0.3 to 0.9. A data centre's sheets
// add about as much again for cooling.
var (
	gridOfSheets        = [2]string{"0.1", "1.2"}
	gridWithDataCentres = [2]string{"0.1", "1.6"}
)

// Beyond this an error ratio is a slip: servers, the worst of all, state up to 1.15.
var mostError = decimal.New(15, -1)

// categories are the categories of the table, for devices whose name tells none.
var categories = map[string]string{
	"laptop": "laptop", "monitor": "monitor", "desktop": "desktop", "server": "server", "smartphone": "smartphone", "tablet": "tablet", "thin client": "thin-client",
	"printer": "printer", "workstation": "workstation", "gaming": "games-console", "iot": "iot", "network": "modem-router", "san/nas": "storage",
	"converged": "server", "converged edge": "server",
}

// variantOf returns the sub-category that a screen decides, as the inventory has it.
func variantOf(category string, screen decimal.NullDecimal) string {
	var steps []struct {
		from int64
		name string
	}
	type step = struct {
		from int64
		name string
	}
	switch category {
	case "laptop":
		steps = []step{{0, "13in"}, {14, "14in"}, {15, "15in"}}
	case "monitor":
		steps = []step{{0, "22in"}, {23, "24in"}, {26, "27in"}, {30, "30in"}}
	}
	name := ""
	for _, s := range steps {
		if screen.Valid && !screen.Decimal.LessThan(decimal.NewFromInt(s.from)) {
			name = s.name
		}
	}
	return name
}
