package cli

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports/wording"
)

// status is how a command ends that has worked out a footprint. Rows without
// any figure are as much missing from the result as rows that could not be read.
func (r *assessed) status() error {
	units, categories := r.unassessed()
	if units.IsPositive() {
		format := "%s units of %s are in no total: the packs have no figure for them. A factor pack of your own can have one (govfootprint factors new)."
		if units.Equal(decimal.NewFromInt(1)) {
			format = "%s unit of %s is in no total: the packs have no figure for it. A factor pack of your own can have one (govfootprint factors new)."
		}
		texts := r.read.voice.texts
		names := make([]string, len(categories))
		for i, category := range categories {
			names[i] = category
			if texts.Language() != wording.Languages[0] {
				names[i] = wording.Within(texts.Key("category", category))
			}
		}
		r.read.voice.streams.Messagef(format, texts.Numbers().Exact(units), strings.Join(names, ", "))
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
