package scenario

import (
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Shift adds to numbers of items, or takes away from them: a year of lifetime, the
// electricity of a second screen.
type Shift struct{ Numbers numbers }

func (p *parser) shift(n *yaml.Node) Action {
	s := &Shift{Numbers: numbers{}}
	var keys []key
	for _, name := range []string{lifetimeYears, annualKWh, powerW, hoursPerYear} {
		keys = append(keys, key{name, func(n *yaml.Node) {
			t := p.text(n, name)
			t.Value = strings.TrimPrefix(t.Value, "+")
			if by, ok := p.measured(t, name, numberUnits[name]); ok {
				s.Numbers[name] = by
			}
		}})
	}
	keys = append(keys, key{quantityName, func(n *yaml.Node) {
		p.Refuse(at(n), "quantity is not shifted, for nobody could tell which of the items go; scale it, or use add or remove")
	}})
	before := len(p.all)
	p.keys(n, mapping.Verbatim("shift"), keys)
	if len(s.Numbers) == 0 && len(p.all) == before {
		p.Refuse(at(n), "shift: there is nothing to shift; write what, such as lifetime_years: 1")
	}
	return s
}

func (s *Shift) assigns() map[string]string { return nil } // one after the other, shifts add up

func (s *Shift) edit(e *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	if years, ok := s.Numbers[lifetimeYears]; ok && e.device(&p, a, lifetimeYears) {
		p.Lifetime = e.shiftLifetime(p.Lifetime, years, a)
	}
	for _, name := range []string{annualKWh, powerW, hoursPerYear} {
		if by, ok := s.Numbers[name]; ok && e.device(&p, a, name) {
			p, a = e.shiftRate(p, a, name, by)
		}
	}
	return p, a, true
}

// shiftLifetime returns a lifetime some years longer or shorter. Where it is left to
// policy or packs, years can be added to what those say, and not taken away.
func (e *editing) shiftLifetime(lifetime string, years decimal.Decimal, a inventory.Amounts) string {
	further, left := inventory.FurtherLifetime(lifetime)
	if lifetime == "" || left {
		if further = further.Add(years); further.IsPositive() {
			return "default+" + further.String()
		}
		if further.IsZero() {
			return ""
		}
		e.skip(a, mapping.Messagef("their lifetime is the packs' or the policy's, from which years are not taken away; set it"))
		return lifetime
	}
	own, err := decimal.NewFromString(lifetime)
	if err != nil {
		return lifetime
	}
	if own = own.Add(years); !own.IsPositive() {
		e.refuse("lifetime_years: %s years less leave %s; a lifetime is above 0", years.Neg(), own)
		return lifetime
	}
	return own.String()
}
