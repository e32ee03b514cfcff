package scenario

import (
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Add puts devices or an activity into the estate that it does not have: in service
// throughout the period.
type Add struct {
	Device   Device
	Quantity decimal.Decimal
}

func (p *parser) add(n *yaml.Node) Action {
	a := &Add{Device: Device{Words: assignments{}, Numbers: numbers{}}}
	var amount *yaml.Node
	before := len(p.all)
	p.keys(n, mapping.Verbatim("add"), append(p.deviceKeys(&a.Device), key{quantityName, func(n *yaml.Node) { amount = n }}))
	if len(p.all) > before {
		return a
	}
	p.known(&a.Device, at(n))
	if len(p.all) > before {
		return a
	}
	if amount == nil {
		p.Refuse(at(n), "add: nothing says how many; add quantity, such as 50")
		return a
	}
	a.Quantity = p.amount(p.text(amount, quantityName), quantityName, &a.Device)
	return a
}

func (*Add) assigns() map[string]string { return nil }

// to adds the items to an estate, as one row would.
func (a *Add) to(e *inventory.Estate, share decimal.Decimal) inventory.Amounts {
	p := a.Device.profile()
	amount := inventory.DecimalTally(a.Quantity.Mul(share))
	added := inventory.Amounts{Rows: 1, Units: amount, Full: amount}
	if p.Kind.Activity() {
		added = inventory.Amounts{Rows: 1, Activity: amount}
	} else if p.Status == "" {
		p.Status = inventory.InService
	}
	if kWh, ok := a.Device.Numbers[annualKWh]; ok && !p.Kind.Activity() {
		p.Energy = inventory.RatePowered
		added.RateFull = timesTally(added.Full, kWh)
	}
	e.Add(p, added)
	e.CountRows(inventory.Counts{Read: 1, Assessed: 1})
	return added
}
