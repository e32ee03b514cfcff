package scenario

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"govfootprint/factors"
)

// Packs chooses other factors: packs by name, as --pack does, or a folder with a pack
// of one's own, as --factors does.
type Packs struct {
	Names   []string
	Folders []string // relative to the scenario file

	at Position
}

func (p *parser) packs(n *yaml.Node) Action {
	return &Packs{Names: p.texts(n, "packs", "- equipment-ademe"), at: at(n)}
}

func (p *parser) factors(n *yaml.Node) Action {
	return &Packs{Folders: p.texts(n, "factors", "- ./grid-2030"), at: at(n)}
}

// texts reads a list of texts; one needs no list.
func (p *parser) texts(n *yaml.Node, what, example string) []string {
	var all []string
	if n.Kind == yaml.ScalarNode && !isNull(n) {
		return []string{p.text(n, what).Value}
	}
	p.list(n, what, example, func(n *yaml.Node) { all = append(all, p.text(n, what).Value) })
	if len(all) == 0 {
		p.Refuse(at(n), "%s: expected a list, each element beginning with a dash, such as %s", what, example)
	}
	return all
}

func (k *Packs) assigns() map[string]string {
	return map[string]string{"packs": strings.Join(append(k.Names, k.Folders...), " ")}
}

func (k *Packs) apply(e *editing, st *State) {
	if e.packs == nil {
		e.refuseAt(k.at, "packs: other factors cannot be chosen here")
		return
	}
	library, err := e.packs(st.Library, k.Names, k.Folders)
	if err != nil {
		e.refuseAt(k.at, "packs: %v", err)
		return
	}
	st.Library = library
}

// PackChooser returns a library with packs by name, and those of folders, on top.
type PackChooser func(below *factors.Library, names, folders []string) (*factors.Library, error)
