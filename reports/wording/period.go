package wording

import (
	"fmt"
	"strconv"

	"govfootprint/inventory"
)

// Period writes a reporting period in few words: 2025 for a calendar year,
// 2024–25 for another year of twelve whole months, else its first and last day.
func (c *Catalogue) Period(p inventory.Period) string {
	year := p.Start.Time().Year()
	if p == inventory.CalendarYear(year) {
		return strconv.Itoa(year)
	}
	if months, whole := p.Months(); whole && months == 12 {
		return fmt.Sprintf("%d–%02d", year, (year+1)%100)
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
