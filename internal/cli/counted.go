package cli

import (
	"sync"

	"govfootprint/calc"
	"govfootprint/internal/config"
	"govfootprint/inventory"
)

// counted returns what tells for which activities the packs of a run have a
// figure. The packs are loaded once somebody asks, which only bills and lists of
// usage do; what is wrong with them is said where they are loaded to assess.
func (a *App) counted(settings *config.Settings, country string, period inventory.Period) func(inventory.Profile) bool {
	figures := sync.OnceValue(func() *calc.Figures {
		library, err := a.library(settings)
		if err != nil {
			return nil
		}
		return calc.NewFigures(library, calc.Method{Country: country}, period)
	})
	return func(p inventory.Profile) bool {
		f := figures()
		return f == nil || f.Counted(p)
	}
}
