package cli

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/reports/wording"
)

// status is how a command ends that has worked out a footprint. Rows without
// any figure are as much missing from the result as rows that could not be read.
func (r *assessed) status() error {
	units, categories := r.unassessed(func(u calc.Unassessed) decimal.Decimal { return u.Units })
	if units.IsPositive() {
		format := "%s units of %s are in no total: the packs have no figure for them. A factor pack of your own can have one (govfootprint factors new)."
		if units.Equal(decimal.NewFromInt(1)) {
			format = "%s unit of %s is in no total: the packs have no figure for it. A factor pack of your own can have one (govfootprint factors new)."
		}
		r.tellUnassessed(format, units, categories)
	}
	rows, categories := r.unassessed(func(u calc.Unassessed) decimal.Decimal { return decimal.NewFromInt(u.Activities) })
	if rows.IsPositive() {
		format := "%s rows of %s are in no total: the packs have no figure for them in their measure. A factor pack of your own can have one (govfootprint factors new)."
		if rows.Equal(decimal.NewFromInt(1)) {
			format = "%s row of %s is in no total: the packs have no figure for it in its measure. A factor pack of your own can have one (govfootprint factors new)."
		}
		r.tellUnassessed(format, rows, categories)
	}
	return r.read.status(units.IsPositive() || rows.IsPositive())
}

func (r *assessed) tellUnassessed(format string, count decimal.Decimal, categories []string) {
	texts := r.read.voice.texts
	names := make([]string, len(categories))
	for i, category := range categories {
		names[i] = category
		if texts.Language() != wording.Languages[0] {
			names[i] = wording.Within(texts.Key("category", category))
		}
	}
	r.read.voice.streams.Messagef(format, texts.Numbers().Exact(count), strings.Join(names, ", "))
}

// unassessed counts what is recognised and yet in no total of any impact,
// because no pack has a figure for its category.
func (r *assessed) unassessed(count func(calc.Unassessed) decimal.Decimal) (sum decimal.Decimal, categories []string) {
	for _, absent := range r.assessment.Unassessed() {
		if n := count(absent); n.IsPositive() {
			sum = sum.Add(n)
			categories = append(categories, absent.Category)
		}
	}
	return sum, categories
}
