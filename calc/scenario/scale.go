package scenario

import (
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Scale multiplies amounts of items: how many there are, or the electricity that
// they draw.
type Scale struct {
	Quantity    decimal.NullDecimal
	Electricity decimal.NullDecimal
}

func (p *parser) scale(n *yaml.Node) Action {
	s := &Scale{}
	into := func(name string, d *decimal.NullDecimal) key {
		return key{name, func(n *yaml.Node) {
			if by, ok := p.factor(p.text(n, name), name); ok {
				*d = decimal.NewNullDecimal(by)
			}
		}}
	}
	before := len(p.all)
	p.keys(n, mapping.Verbatim("scale"), []key{
		into(quantityName, &s.Quantity), into(annualKWh, &s.Electricity),
		{lifetimeYears, func(n *yaml.Node) {
			p.Refuse(at(n), "lifetime_years is not scaled, for most inventories leave it to the packs; set it, or shift it by years")
		}},
	})
	if !s.Quantity.Valid && !s.Electricity.Valid && len(p.all) == before {
		p.Refuse(at(n), "scale: there is nothing to scale; write what, such as quantity: 0.5 or annual_kwh: -20%%")
	}
	return s
}

func (s *Scale) assigns() map[string]string { return nil } // one after the other, factors multiply

func (s *Scale) edit(e *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	if s.Quantity.Valid {
		a = times(a, s.Quantity.Decimal)
	}
	if s.Electricity.Valid && e.device(&p, a, annualKWh) {
		p, a = scaleElectricity(p, a, s.Electricity.Decimal)
	}
	return p, a, !a.Units.IsZero() || !a.Activity.IsZero()
}
