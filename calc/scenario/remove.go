package scenario

import (
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
)

// Remove takes items out of the estate: they bear nothing any more. That they were
// made is not undone by it.
type Remove struct{}

func (p *parser) remove(n *yaml.Node) Action {
	if t := p.text(n, "remove"); t.Value != "true" {
		p.Refuse(t.At, "remove: write true; which items go is what the filter says")
	}
	return &Remove{}
}

func (*Remove) assigns() map[string]string { return nil }

func (*Remove) edit(_ *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	return p, a, false
}
