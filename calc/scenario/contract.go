package scenario

import (
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/calc"
	"govfootprint/inventory/mapping"
)

// Contract buys electricity by another contract. It takes the place of the contracts
// that supply the same place and site. It changes the market-based account alone: the
// grid stays what it is.
type Contract struct {
	calc.Contract
}

func (p *parser) contract(n *yaml.Node) Action {
	c := &Contract{Contract: calc.Contract{Share: decimal.NewFromInt(1)}}
	stated := false
	into := func(name string, s *string) key {
		return key{name, func(n *yaml.Node) { *s = p.text(n, name).Value }}
	}
	before := len(p.all)
	p.keys(n, mapping.Verbatim("contract"), []key{
		into("name", &c.Name), into("site", &c.Site), into("instrument", &c.Instrument), into("source", &c.Source),
		{"place", func(n *yaml.Node) { c.Place, _ = p.word(p.text(n, "place"), attributeOf("country")) }},
		{"share", func(n *yaml.Node) { c.Share, _ = p.part(p.text(n, "share"), "share") }},
		{"factor", func(n *yaml.Node) { c.Factor, stated = p.contractFactor(p.text(n, "factor")), true }},
	})
	if len(p.all) > before {
		return c
	}
	if c.Name == "" {
		p.Refuse(at(n), "contract: it has no name; add \"name: …\", so that the report can name it")
	}
	if !stated {
		p.Refuse(at(n), "contract: it has no factor; add one with its unit, such as factor: 0 kgCO2e/kWh")
	}
	return c
}

func (c *Contract) assigns() map[string]string {
	return map[string]string{"contract " + c.Place + " " + c.Site: c.Name + " " + c.Share.String() + " " + c.Factor.String()}
}

func (c *Contract) apply(_ *editing, st *State) { c.partly(st, decimal.NewFromInt(1)) }

// partly puts a part of the contract in force, 0 to 1: of the contracts in whose place
// it comes, the other part stays.
func (c *Contract) partly(st *State, part decimal.Decimal) {
	contracts := make([]calc.Contract, 0, len(st.Method.Contracts)+1)
	for _, o := range st.Method.Contracts {
		if o.Place == c.Place && o.Site == c.Site {
			if o.Share = o.Share.Mul(decimal.NewFromInt(1).Sub(part)); o.Share.IsZero() {
				continue
			}
		}
		contracts = append(contracts, o)
	}
	now := c.Contract
	now.Share = now.Share.Mul(part)
	contracts = append(contracts, now)
	st.Method.Contracts = contracts
}
