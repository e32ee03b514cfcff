package scenario

import (
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Move brings items elsewhere: to another kind of room, another country, another
// site. What was stated of the room that they stood in does not come along.
type Move struct {
	Words   map[string]string
	Numbers numbers
}

func (p *parser) move(n *yaml.Node) Action {
	m := &Move{Words: assignments{}, Numbers: numbers{}}
	var keys []key
	for _, a := range attributes {
		if a.uses&placing != 0 {
			keys = append(keys, p.intoWord(m.Words, a))
		}
	}
	keys = append(keys, p.into(m.Numbers, roomPUE), p.into(m.Numbers, roomWUE))
	before := len(p.all)
	p.keys(n, mapping.Verbatim("move"), keys)
	if m.Words["hosting"] == string(inventory.PublicCloud) {
		p.Refuse(at(n), "move: devices do not run in a cloud, which is billed by use; use replace with the category cloud-compute instead")
	}
	if len(m.Words) == 0 && len(p.all) == before {
		p.Refuse(at(n), "move: nothing says where to; write it, such as hosting: data_centre or country: SE")
	}
	return m
}

func (m *Move) assigns() map[string]string { return merged(m.Words, m.Numbers) }

func (m *Move) edit(_ *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	assignments(m.Words).write(&p)
	p.Room = m.Numbers.room("")
	return p, a, true
}
