package cli

import (
	"strings"

	"govfootprint/internal/config"
	"govfootprint/inventory"
)

// period returns the reporting period and whether a person chose it. Where
// nobody did it is the last calendar year that is complete: the year that
// reports are due for, and one for which every unit's service is known.
func (a *App) period(settings *config.Settings) (period inventory.Period, chosen bool, err error) {
	if settings.Period == "" {
		return inventory.CalendarYear(a.Now().Year() - 1), false, nil
	}
	period, err = inventory.ParsePeriod(settings.Period)
	if err != nil {
		return inventory.Period{}, true, settings.Refuse(config.Period, periodError(settings.Period))
	}
	return period, true, nil
}

// periodError says why a text is no period, in words that every language has.
func periodError(text string) error {
	first, last, both := strings.Cut(text, "/")
	_, wrongFirst := inventory.ParsePeriod(first + "/" + first)
	_, wrongLast := inventory.ParsePeriod(last + "/" + last)
	if both && wrongFirst == nil && wrongLast == nil {
		return errorf("%q: the first day is after the last; want a year such as 2025, or a first and last day such as 2024-04-01/2025-03-31", text)
	}
	return errorf("%q: want a year such as 2025, or a first and last day such as 2024-04-01/2025-03-31", text)
}
