package quantity

import (
	"slices"
	"strings"
)

// kind orders the symbols of a unit the way people write them: what is emitted
// first, time last (kgCO2e/(unit.year), t.km, W.h).
type kind int

const (
	kindNumber kind = iota
	kindImpact
	kindMoney
	kindEnergy
	kindPower
	kindMass
	kindCount
	kindData
	kindVolume
	kindLength
	kindAmount
	kindTime
)

// symbol is a unit that has a name of its own.
type symbol struct {
	name  string // canonical
	kind  kind
	dim   []dimensionTerm
	scale scale
}

// families are the base units, the prefixes each is used with (the commonest
// first: the order breaks ties between suggestions), and their sizes.
// Sizes are exact by definition: an hour of 3600 s, an inch of 0.0254 m, a pound of
// 0.45359237 kg, a US gallon of 231 cubic inches, a year of 365 days.
var families = []struct {
	name     string
	kind     kind
	dim      []dimensionTerm
	prefixes string // space-separated; "-" for none
	n        int64
	pow10    int16
}{
	{"%", kindNumber, nil, "-", 1, -2},
	{"g", kindMass, []dimensionTerm{{"mass", 1}}, "- µ m k", 1, -3},
	{"t", kindMass, []dimensionTerm{{"mass", 1}}, "- k M G", 1, 3},
	{"lb", kindMass, []dimensionTerm{{"mass", 1}}, "-", 45359237, -8},
	{"J", kindEnergy, []dimensionTerm{{"energy", 1}}, "k M - G T P m", 1, 0},
	{"Wh", kindEnergy, []dimensionTerm{{"energy", 1}}, "k M - G T m", 3600, 0},
	{"W", kindPower, []dimensionTerm{{"energy", 1}, {"time", -1}}, "- k M G m", 1, 0},
	{"s", kindTime, []dimensionTerm{{"time", 1}}, "- m µ n", 1, 0},
	{"min", kindTime, []dimensionTerm{{"time", 1}}, "-", 60, 0},
	{"h", kindTime, []dimensionTerm{{"time", 1}}, "-", 3600, 0},
	{"day", kindTime, []dimensionTerm{{"time", 1}}, "-", 24 * 3600, 0},
	{"week", kindTime, []dimensionTerm{{"time", 1}}, "-", 7 * 24 * 3600, 0},
	{"month", kindTime, []dimensionTerm{{"time", 1}}, "-", 730 * 3600, 0},
	{"year", kindTime, []dimensionTerm{{"time", 1}}, "-", 8760 * 3600, 0},
	{"m", kindLength, []dimensionTerm{{"length", 1}}, "m c k - d µ n", 1, 0},
	{"in", kindLength, []dimensionTerm{{"length", 1}}, "-", 254, -4},
	{"mile", kindLength, []dimensionTerm{{"length", 1}}, "-", 1609344, -3},
	{"L", kindVolume, []dimensionTerm{{"length", 3}}, "- µ m c h k M", 1, -3},
	{"gal", kindVolume, []dimensionTerm{{"length", 3}}, "-", 3785411784, -12},
	{"B", kindData, []dimensionTerm{{"data", 1}}, "G T M k - P E Ki Mi Gi Ti Pi", 1, 0},
	{"bit", kindData, []dimensionTerm{{"data", 1}}, "M G k - T", 125, -3},
	{"Bq", kindAmount, []dimensionTerm{{"radioactivity", 1}}, "- m k M", 1, 0},
	{"mol", kindAmount, []dimensionTerm{{"amount", 1}}, "- m k", 1, 0},
	{"CTUh", kindImpact, []dimensionTerm{{"CTUh", 1}}, "-", 1, 0},
	{"CTUe", kindImpact, []dimensionTerm{{"CTUe", 1}}, "-", 1, 0},
	{"Pt", kindImpact, []dimensionTerm{{"Pt", 1}}, "- m k", 1, 0},
	{"disease incidence", kindImpact, []dimensionTerm{{"disease incidence", 1}}, "-", 1, 0},
}

// prefixScale holds SI and binary prefixes.
var prefixScale = map[string]struct {
	n     int64
	pow10 int16
}{
	"-": {1, 0}, "n": {1, -9}, "µ": {1, -6}, "m": {1, -3}, "c": {1, -2}, "d": {1, -1}, "h": {1, 2},
	"k": {1, 3}, "M": {1, 6}, "G": {1, 9}, "T": {1, 12}, "P": {1, 15}, "E": {1, 18},
	"Ki": {1 << 10, 0}, "Mi": {1 << 20, 0}, "Gi": {1 << 30, 0}, "Ti": {1 << 40, 0}, "Pi": {1 << 50, 0},
}

// counts are the things that are counted. Each is a dimension of its own; unit,
// the thing an inventory counts, has the dimension item.
var counts = strings.Fields(`unit user person passenger FTE employee household vCPU core meal search email message
	prompt response token query page subscription account mailbox transaction night block`)

// currencies are the ISO 4217 codes in use in 2026.
var currencies = strings.Fields(`AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
	BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
	GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
	MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
	RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
	UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG`)

// aliases are other spellings of symbols.
var aliases = map[string]string{
	"tonne": "t", "tonnes": "t", "kilogram": "kg", "gram": "g", "lbs": "lb",
	"sec": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min",
	"hr": "h", "hrs": "h", "hour": "h", "hours": "h", "d": "day", "days": "day", "weeks": "week", "months": "month",
	"yr": "year", "yrs": "year", "years": "year", "annum": "year",
	"metre": "m", "meter": "m", "um": "µm", "μm": "µm", "ug": "µg", "μg": "µg", "inch": "in", "miles": "mile",
	"l": "L", "litre": "L", "litres": "L", "liter": "L", "liters": "L", "ml": "mL",
	"units": "unit", "item": "unit", "items": "unit", "device": "unit", "devices": "unit", "piece": "unit", "pieces": "unit",
	"users": "user", "people": "person", "persons": "person", "passengers": "passenger", "employees": "employee",
	"fte": "FTE", "e-mail": "email", "queries": "query", "ratio": "1",
}

// commonSubstances are suggested where a unit is not known.
var commonSubstances = []string{"kgCO2e", "gCO2e", "tCO2e", "kgSbeq", "molH+eq", "kBqU235eq"}

var symbols, symbolNames = knownSymbols()

// knownSymbols spells out every prefixed symbol, and the names to suggest where
// one is not known.
func knownSymbols() (map[string]symbol, []string) {
	known := map[string]symbol{}
	var names []string
	add := func(s symbol) {
		known[s.name] = s
		names = append(names, s.name)
	}
	for _, f := range families {
		for prefix := range strings.SplitSeq(f.prefixes, " ") {
			p := prefixScale[prefix]
			size, _ := scaleOf(p.n, p.pow10)
			base, _ := scaleOf(f.n, f.pow10)
			add(symbol{strings.Trim(prefix, "-") + f.name, f.kind, f.dim, size.plus(base, 1)})
		}
	}
	for _, name := range counts {
		base := name
		if name == "unit" {
			base = "item"
		}
		add(symbol{name, kindCount, []dimensionTerm{{base, 1}}, scale{}})
	}
	for _, code := range currencies {
		add(symbol{code, kindMoney, []dimensionTerm{{code, 1}}, scale{}})
	}
	return known, append(slices.Clone(commonSubstances), names...)
}

// coherentSymbol returns the symbol of a base dimension's coherent unit.
func coherentSymbol(base string) string {
	switch base {
	case "mass":
		return "kg"
	case "energy":
		return "kWh"
	case "time":
		return "year"
	case "length":
		return "m"
	case "data":
		return "GB"
	case "radioactivity":
		return "Bq"
	case "amount":
		return "mol"
	case "item":
		return "unit"
	case "co2e":
		return "kgCO2e"
	case "sbeq":
		return "kgSbeq"
	}
	return base // counts, currencies and the other substances are named by it
}

// lookup finds a symbol by any of its spellings.
func lookup(name string) (symbol, bool) {
	if s, ok := symbols[name]; ok {
		return s, true
	}
	if alias, ok := aliases[name]; ok {
		if alias == "1" {
			return symbol{kind: kindNumber}, true
		}
		return symbols[alias], true
	}
	if s, ok := substance(name); ok {
		return s, true
	}
	if s, ok := datedCurrency(name); ok {
		return s, true
	}
	return namedCount(name)
}

// IsCurrency reports whether a text is the code of a currency, in capitals. Unlike
// [Parse] it takes no unit that holds money, such as GBP2024 or GBP/month, and makes no
// error of a text that is none.
func IsCurrency(code string) bool {
	_, is := slices.BinarySearch(currencies, code)
	return is
}

// datedCurrency reads money at the prices of a year, USD2022, which is not
// money of another year until somebody deflates it.
func datedCurrency(name string) (symbol, bool) {
	if len(name) != 7 {
		return symbol{}, false
	}
	code, year := name[:3], name[3:]
	if _, ok := symbols[code]; !ok || symbols[code].kind != kindMoney || (year[:2] != "19" && year[:2] != "20") || !digits(year) {
		return symbol{}, false
	}
	return symbol{name, kindMoney, []dimensionTerm{{name, 1}}, scale{}}, true
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// namedCount reads something that is counted and has no symbol: {cup of tea}.
func namedCount(name string) (symbol, bool) {
	inner, ok := strings.CutPrefix(name, "{")
	inner, closed := strings.CutSuffix(inner, "}")
	if !ok || !closed || inner == "" || inner != strings.TrimSpace(inner) {
		return symbol{}, false
	}
	for _, r := range inner {
		if !(r == ' ' || r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			return symbol{}, false
		}
	}
	return symbol{name, kindCount, []dimensionTerm{{name, 1}}, scale{}}, true
}
