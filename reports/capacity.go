package reports

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Capacity says how much of the hosts of virtual machines is used by none.
type Capacity struct {
	Hosts decimal.Decimal // units, those that stand for shares added up
	Idle  decimal.Decimal // units of them

	Total     decimal.Decimal // gwp of the hosts, in the view of the breakdowns
	TotalIdle decimal.Decimal
}

// Share returns the idle share of the hosts' impact on the climate.
func (c Capacity) Share() decimal.Decimal { return share(c.TotalIdle, c.Total) }

// Capacity returns the idle capacity of hosts, and whether the inventory says
// anything about it.
func (r *Report) Capacity() (Capacity, bool) {
	var c Capacity
	stated := false
	for _, s := range r.Breakdown(calc.ByCapacity).Slices {
		if s.Key == "" {
			continue
		}
		gwp, _ := s.Total(factors.GWP)
		c.Hosts, c.Total = c.Hosts.Add(s.Units), c.Total.Add(gwp)
		if s.Key == string(inventory.Idle) {
			c.Idle, c.TotalIdle, stated = s.Units, gwp, true
		}
	}
	return c, stated
}
