package quantity

import "strings"

// amounts in which an impact may be expressed, the longest prefix first where
// one begins another (mol before m…).
var amounts = []string{"kmol", "mmol", "mol", "MBq", "kBq", "mBq", "Bq", "Mt", "kt", "Gt", "kg", "mg", "µg", "g", "t"}

// substance reads an amount of a reference substance, such as kgCO2e, kgSbeq or
// molH+eq: the open-ended unit of life-cycle impacts. The substance begins with a
// capital letter and ends in `eq`, or in `e` for carbon dioxide.
func substance(name string) (symbol, bool) {
	for _, amount := range amounts {
		rest, ok := strings.CutPrefix(name, amount)
		if !ok {
			continue
		}
		reference, ok := referenceSubstance(rest)
		if !ok {
			continue
		}
		measure := symbols[amount]
		s := symbol{name: amount + reference, kind: kindImpact, scale: measure.scale}
		base := "kg" + reference
		switch {
		case measure.dim[0].base == "amount":
			base = "mol" + reference
		case measure.dim[0].base == "radioactivity":
			base = "Bq" + reference
		case reference == "CO2e":
			base = "co2e"
		case reference == "Sbeq":
			base = "sbeq"
		}
		s.dim = []dimensionTerm{{base, 1}}
		return s, true
	}
	return symbol{}, false
}

// referenceSubstance returns the canonical spelling of a substance with its
// ending: CO2e for CO2eq and CO2-eq, Sbeq for Sb-eq.
func referenceSubstance(s string) (string, bool) {
	switch s {
	case "CO2e", "CO2eq", "CO2-e", "CO2-eq", "CO₂e", "CO₂eq":
		return "CO2e", true
	}
	formula, ok := strings.CutSuffix(s, "eq")
	formula = strings.TrimSuffix(formula, "-")
	if !ok || formula == "" || len(formula) > 16 || formula[0] < 'A' || formula[0] > 'Z' {
		return "", false
	}
	for _, r := range formula {
		if !(r == '+' || r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			return "", false
		}
	}
	return formula + "eq", true
}
