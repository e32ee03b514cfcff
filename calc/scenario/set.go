package scenario

import (
	"cmp"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Set gives attributes of items a value: a lifetime, hours, a condition, a
// department. What makes another device of an item is [Replace], what brings it
// elsewhere [Move].
type Set struct {
	Words   map[string]string
	Numbers numbers
}

func (p *parser) set(n *yaml.Node) Action {
	s := &Set{Words: assignments{}, Numbers: numbers{}}
	var keys []key
	for _, name := range []string{lifetimeYears, annualKWh, powerW, hoursPerYear, attribution, roomPUE, roomWUE} {
		keys = append(keys, p.into(s.Numbers, name))
	}
	for _, a := range attributes {
		if a.uses&settable != 0 {
			keys = append(keys, p.intoWord(s.Words, a))
		}
	}
	for _, a := range attributes {
		switch {
		case a.uses&settable != 0:
		case a.uses&placing != 0:
			keys = append(keys, p.elsewhere(a.name, "move"))
		case a.uses&defining != 0:
			keys = append(keys, p.elsewhere(a.name, "replace"))
		}
	}
	keys = append(keys, p.elsewhere(quantityName, "scale"))
	before := len(p.all)
	p.keys(n, mapping.Verbatim("set"), keys)
	if len(s.Words)+len(s.Numbers) == 0 && len(p.all) == before {
		p.Refuse(at(n), "set: there is nothing to set; write what, such as lifetime_years: 5")
	}
	return s
}

// elsewhere returns a key that another action takes.
func (p *parser) elsewhere(name, action string) key {
	return key{name, func(n *yaml.Node) {
		p.Refuse(at(n), "%s is not set, for more than that changes with it; use %s", name, action)
	}}
}

func (s *Set) assigns() map[string]string { return merged(s.Words, s.Numbers) }

func (s *Set) edit(e *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	assignments(s.Words).write(&p)
	if years, ok := s.Numbers[lifetimeYears]; ok && e.device(&p, a, lifetimeYears) {
		p.Lifetime = years.String()
	}
	if share, ok := s.Numbers[attribution]; ok {
		if before, err := decimal.NewFromString(cmp.Or(p.Attribution, "1")); err == nil && share.LessThan(before) {
			e.shared = e.shared.Add(a.Units)
		}
		p.Attribution = share.String()
	}
	p.Room = s.Numbers.room(p.Room)
	for _, name := range []string{annualKWh, powerW, hoursPerYear} {
		if value, ok := s.Numbers[name]; ok && e.device(&p, a, name) {
			p, a = e.setRate(p, a, name, value)
		}
	}
	return p, a, true
}
