package wording

import (
	"fmt"
	"strconv"

	"govfootprint/inventory"
)

// Period writes a reporting period in few words: 2025, or 1 April 2024 to 31 March 2025.
func (c *Catalogue) Period(p inventory.Period) string {
	if year := p.Start.Time().Year(); p == inventory.CalendarYear(year) {
		return strconv.Itoa(year)
	}
	return c.Days(p)
}

// Days writes the first and the last day of a period.
func (c *Catalogue) Days(p inventory.Period) string {
	return c.Label("period.days", c.Date(p.Start), c.Date(p.End))
}

// Date writes a date: 31 March 2025.
func (c *Catalogue) Date(d inventory.Date) string {
	t := d.Time()
	return c.LabelWith("date", Args{
		"day":   strconv.Itoa(t.Day()),
		"month": c.Label(fmt.Sprintf("month.%d", t.Month())),
		"year":  strconv.Itoa(t.Year()),
	})
}
