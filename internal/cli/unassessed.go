package cli

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports/figure"
)

// status is how a command ends that has worked out a footprint. Rows without
// any figure are as much missing from the result as rows that could not be read.
func (r *assessed) status() error {
	units, categories := r.unassessed()
	if units.IsPositive() {
		noun, verb, pronoun := "units", "are", "them"
		if units.Equal(decimal.NewFromInt(1)) {
			noun, verb, pronoun = "unit", "is", "it"
		}
		r.read.voice.streams.Messagef("%s %s of %s %s in no total: the packs have no figure for %s. A factor pack of your own can have one (govfootprint factors new).",
			figure.English.Exact(units), noun, strings.Join(categories, ", "), verb, pronoun)
	}
	return r.read.status(units.IsPositive())
}

// unassessed counts the units that are recognised and yet in no total of any
// impact, because no pack has a figure for their category.
func (r *assessed) unassessed() (units decimal.Decimal, categories []string) {
	for _, absent := range r.assessment.Unassessed() {
		units = units.Add(absent.Units)
		categories = append(categories, absent.Category)
	}
	return units, categories
}
