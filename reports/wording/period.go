package wording

import (
	"fmt"
	"strconv"
	"time"

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
		return c.Label("period.years", strconv.Itoa(year), strconv.Itoa(year + 1)[2:], strconv.Itoa(year+1))
	}
	return c.Days(p)
}

// Days writes the first and the last day of a period.
func (c *Catalogue) Days(p inventory.Period) string {
	return c.Label("period.days", c.Date(p.Start), c.Date(p.End))
}

// Date writes a date as the language does: 31 March 2025, 31/03/2025.
func (c *Catalogue) Date(d inventory.Date) string { return c.day(d.Time()) }

// dateText writes a date that comes as a text; what is none stands as it is.
func (c *Catalogue) dateText(text string) string {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return c.day(t)
}

func (c *Catalogue) day(t time.Time) string {
	return c.LabelWith("date", Args{
		"day": strconv.Itoa(t.Day()), "dd": t.Format("02"),
		"month": c.Label(fmt.Sprintf("month.%d", t.Month())), "mm": t.Format("01"),
		"year": strconv.Itoa(t.Year()),
	})
}
