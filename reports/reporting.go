package reports

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports/aims"
)

// Reporting is what a return asks for and no inventory says: full-time
// equivalents, other years, targets. It decides no figure of the assessment.
type Reporting struct {
	FTE decimal.NullDecimal // full-time equivalents in the period

	Base     *Year // that targets are measured against
	Previous *Year

	Targets     []Target
	Initiatives []string    // taken to reach them, as the settings put them
	Exclusions  []Exclusion // from what was assessed, on purpose

	Returns []string     // whose tables are shown, by country: see package disclosure; empty: by place
	Aims    aims.Mapping // of the sheet Shared Approach
}

// Year holds the figures of another year, as its own report gave them. What was
// not given is not valid.
type Year struct {
	Period inventory.Period
	Source string // where the figures are from

	FTE    decimal.NullDecimal
	GWP    decimal.NullDecimal // kgCO2e, location-based; the scopes' sum where they alone are given
	Scopes [3]decimal.NullDecimal
	Energy decimal.NullDecimal                   // kWh
	Waste  decimal.NullDecimal                   // kg; the routes' sum where they alone are given
	Routes map[factors.Route]decimal.NullDecimal // kg
}

// Target is a reduction by a year, against the base year.
type Target struct {
	Year   int
	Cut    decimal.Decimal // 0 to 1
	Of     factors.Impact  // gwp, energy or mass
	Source string
}

// Exclusion is something that was left out of what is assessed, and why.
type Exclusion struct{ What, Why string }

// Evidence says what the inventory's own statements rest on.
type Evidence struct {
	Units    decimal.Decimal // of devices
	Measured decimal.Decimal // of them, with measured electricity
	Classes  []QualityClass  // best first, those of which nobody says anything last
}

// QualityClass is the part of the rows for which the inventory states a class of
// data quality.
type QualityClass struct {
	Class inventory.Quality // empty: not stated
	Rows  int64
}

// evidence looks at what the rows of an estate say of their own quality.
func evidence(e *inventory.Estate) Evidence {
	var (
		units, measured inventory.Tally
		rows            = make(map[inventory.Quality]int64)
		out             Evidence
	)
	for p, amounts := range e.Project(inventory.TermsAttributes | inventory.DeviceAttributes).All() {
		rows[p.Quality] += amounts.Rows
		if p.Kind.Activity() {
			continue
		}
		units = units.Add(amounts.Units)
		if p.Energy == inventory.RateMeasured {
			measured = measured.Add(amounts.Units)
		}
	}
	out.Units, out.Measured = units.Decimal(), measured.Decimal()
	for _, class := range []inventory.Quality{inventory.HighQuality, inventory.MediumQuality, inventory.LowQuality, ""} {
		if n := rows[class]; n > 0 {
			out.Classes = append(out.Classes, QualityClass{class, n})
		}
	}
	return out
}

// scopeNumber returns the number of a scope: 2 of Scope2, 3 of every category.
func scopeNumber(s calc.Scope) int {
	if s == calc.Scope2 {
		return 2
	}
	return 3
}
