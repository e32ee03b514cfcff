package scenario

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
)

// Action is what a change does: one of [*Set], [*Scale], [*Shift], [*Replace],
// [*Remove], [*Move], [*Add], [*Method], [*Contract] and [*Packs].
type Action interface {
	// assigns returns what the action gives a value, by name, as text: two changes
	// that give one thing two values contradict each other.
	assigns() map[string]string
}

// onItems is an action on the items that a filter selects.
type onItems interface {
	Action

	// edit returns what becomes of a profile; false where nothing is left of it.
	edit(e *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool)
}

// actionReaders read the value of each action's key.
var actionReaders []struct {
	name string
	read func(*parser, *yaml.Node) Action
}

func init() { //nolint:gochecknoinits // the readers use the table themselves, to name what there is
	actionReaders = []struct {
		name string
		read func(*parser, *yaml.Node) Action
	}{
		{"set", (*parser).set},
		{"scale", (*parser).scale},
		{"shift", (*parser).shift},
		{"replace", (*parser).replace},
		{"remove", (*parser).remove},
		{"move", (*parser).move},
		{"add", (*parser).add},
		{"method", (*parser).method},
		{"contract", (*parser).contract},
		{"packs", (*parser).packs},
		{"factors", (*parser).factors},
	}
}

func actionNames() []string {
	list := make([]string, len(actionReaders))
	for i, a := range actionReaders {
		list[i] = a.name
	}
	return list
}

// Names of the numbers that changes write.
const (
	lifetimeYears = "lifetime_years"
	annualKWh     = "annual_kwh"
	powerW        = "power_w"
	hoursPerYear  = "hours_per_year"
	attribution   = "attribution"
	roomPUE       = "pue"
	roomWUE       = "wue"
	quantityName  = "quantity"
)

// units of those numbers, as messages name them.
var numberUnits = map[string]string{
	lifetimeYears: "year", annualKWh: "kWh/year", powerW: "W", hoursPerYear: "h/year", roomWUE: "L/kWh",
}

// numbers are what a change gives numbers of an item, by their names.
type numbers map[string]decimal.Decimal

// into returns the key that takes a number.
func (p *parser) into(n numbers, name string) key {
	return key{name, func(node *yaml.Node) {
		t := p.text(node, name)
		var d decimal.Decimal
		var ok bool
		switch name {
		case attribution:
			if t.Value == "0" {
				ok = true
			} else {
				d, ok = p.part(t, name)
			}
		case roomPUE:
			if d, ok = p.plainNumber(t, name); ok && d.LessThan(decimal.NewFromInt(1)) {
				p.Refuse(t.At, "pue: %s is below 1; it is the electricity of the whole room over that of its equipment", t.Value)
			}
		default:
			d, ok = p.measured(t, name, numberUnits[name])
		}
		switch {
		case !ok:
		case name == lifetimeYears && !d.IsPositive():
			p.Refuse(t.At, "lifetime_years: %s is no lifetime; write a number of years above 0", t.Value)
		case name == lifetimeYears && d.GreaterThan(longestLifetime):
			p.Refuse(t.At, "lifetime_years: nothing lasts %s years; write a number of years up to %s", d, longestLifetime)
		case d.IsNegative():
			p.Refuse(t.At, "%s: %s is below 0", name, t.Value)
		default:
			n[name] = d
		}
	}}
}

// longestLifetime is beyond any of equipment, in years: what is above it is a slip.
var longestLifetime = decimal.NewFromInt(100)

func (p *parser) plainNumber(t located, name string) (decimal.Decimal, bool) {
	d, ok := decimalOf(t.Value)
	if !ok {
		p.Refuse(t.At, "%s: %q is not a number", name, t.Value)
	}
	return d, ok
}

// assignments are what a change gives texts of an item.
type assignments map[string]string

// intoWord returns the key that takes the value of a text attribute.
func (p *parser) intoWord(w assignments, a *attribute) key {
	return key{a.name, func(n *yaml.Node) {
		t := p.text(n, a.name)
		value, ok := p.word(t, a)
		if !ok {
			return
		}
		if a.write != nil && value != "" && !slices.Contains(a.write, value) {
			p.Refuse(t.At, "%s: a change cannot make items %s, for that takes dates; remove them instead", a.name, value)
			return
		}
		w[a.name] = value
	}}
}

// merged is what a change gives values, as text.
func merged(w assignments, n numbers) map[string]string {
	all := make(map[string]string, len(w)+len(n))
	maps.Copy(all, w)
	for name, value := range n {
		all[name] = value.String()
	}
	return all
}

// write gives a profile its texts.
func (w assignments) write(p *inventory.Profile) {
	for _, a := range attributes {
		if value, ok := w[a.name]; ok && a.put != nil {
			a.put(p, value)
		}
	}
}

// room returns what is stated of a room, with what the change states of it.
func (n numbers) room(text string) string {
	room, _ := inventory.ParseRoom(text) // an estate was checked when it was read
	if pue, ok := n[roomPUE]; ok {
		room.PUE = decimal.NewNullDecimal(pue)
	}
	if wue, ok := n[roomWUE]; ok {
		room.WUE = decimal.NewNullDecimal(wue)
	}
	return room.String()
}
