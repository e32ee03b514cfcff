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
		return inventory.Period{}, true, settings.Refuse(config.Period, strings.TrimPrefix(err.Error(), "period "))
	}
	return period, true, nil
}
