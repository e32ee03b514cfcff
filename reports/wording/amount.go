package wording

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// money is a currency with the year of its prices.
var money = regexp.MustCompile(`^([A-Z]{3})(\d{4})$`)

// Counted says in what activities are counted, as people read it: vCPU·h, users ×
// years, GBP of 2024.
func (c *Catalogue) Counted(measure string) string {
	if m := money.FindStringSubmatch(measure); m != nil {
		return c.Label("counted.money", m[1], m[2])
	}
	if key := "counted." + strings.ReplaceAll(measure, ".", "-"); c.Has(key) {
		return c.Label(key)
	}
	return strings.NewReplacer(".", "·", "{", "", "}", "").Replace(measure)
}

// large are the words for large amounts, with their powers of ten.
var large = []struct {
	from, shift int32
	key         string
}{{11, -9, "counted.billion"}, {8, -6, "counted.million"}}

// Amount writes how much there is of activities: 1,200 users × years.
func (c *Catalogue) Amount(a reports.Amount) string {
	counted := c.Counted(a.Measure)
	for _, l := range large {
		if figure.Magnitude(a.Value) >= l.from {
			return c.Label(l.key, c.numbers.Short(a.Value.Shift(l.shift)), counted)
		}
	}
	places := int32(0)
	if figure.Magnitude(a.Value) < 3 {
		places = figure.Places(a.Value)
	}
	return c.Label("counted.amount", c.numbers.Fixed(a.Value, places), counted)
}

// Size says how large a slice is: its units, its amounts, or how many activities
// of several measures there are.
func (c *Catalogue) Size(s reports.Slice) string {
	var parts []string
	if !s.Units.IsZero() || s.Activities == 0 {
		parts = append(parts, c.Label("affected.units", s.Units))
	}
	switch {
	case s.Activities > 0 && len(s.Amounts) == 1:
		parts = append(parts, c.Amount(s.Amounts[0]))
	case s.Activities > 0:
		parts = append(parts, c.Label("affected.activities", s.Activities))
	}
	return strings.Join(parts, ", ")
}

// Whole says how much a report is about: units, activities, or both.
func (c *Catalogue) Whole(r *reports.Report) string { return c.UnitsAndActivities(r.Units, r.Activity) }

// UnitsAndActivities says how many there are of those that there are.
func (c *Catalogue) UnitsAndActivities(units decimal.Decimal, activities int64) string {
	switch {
	case activities == 0:
		return c.Label("affected.units", units)
	case units.IsZero():
		return c.Label("affected.activities", activities)
	default:
		return c.Label("affected.units", units) + ", " + c.Label("affected.activities", activities)
	}
}

// Kinds returns a label for what a report is about: that of equipment, of
// services, or of both.
func (c *Catalogue) Kinds(r *reports.Report, key string, args ...any) string {
	switch {
	case r.Activity == 0:
		return c.Label(key, args...)
	case r.Units.IsZero():
		return c.Label(key+".services", args...)
	default:
		return c.Label(key+".both", args...)
	}
}
