package scenario

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/calc"
	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Method changes choices of the calculation: the department's own PUE, its policy of
// lifetimes, the default country, what it bears of personal devices. A change of the
// basis or of the view of electricity shows what counting in another way does, which
// saves nothing; that is noted.
type Method struct {
	PUE         decimal.NullDecimal
	Country     string
	Basis       calc.Basis
	View        calc.View
	Lifetimes   map[string]decimal.Decimal
	Attribution map[inventory.Ownership]decimal.Decimal

	at Position
}

func (p *parser) method(n *yaml.Node) Action {
	m := &Method{Lifetimes: map[string]decimal.Decimal{}, Attribution: map[inventory.Ownership]decimal.Decimal{}, at: at(n)}
	own := numbers{}
	before := len(p.all)
	p.keys(n, mapping.Verbatim("method"), []key{
		p.into(own, roomPUE),
		{"country", func(n *yaml.Node) { m.Country, _ = p.word(p.text(n, "country"), attributeOf("country")) }},
		{"lifetimes", func(n *yaml.Node) {
			p.named(n, "lifetimes", "laptop: 5", func(name located, n *yaml.Node) {
				years := numbers{}
				p.into(years, lifetimeYears).take(n)
				category, _, _ := strings.Cut(name.Value, "/")
				if _, ok := p.word(located{Text: mapping.Text{Value: category, At: name.At}}, attributeOf("category")); ok {
					m.Lifetimes[name.Value] = years[lifetimeYears]
				}
			})
		}},
		{"attribution", func(n *yaml.Node) {
			p.named(n, "attribution", "personal: 0.5", func(name located, n *yaml.Node) {
				share := numbers{}
				p.into(share, attribution).take(n)
				if owner, ok := p.word(name, attributeOf("ownership")); ok {
					m.Attribution[inventory.Ownership(owner)] = share[attribution]
				}
			})
		}},
		{"basis", func(n *yaml.Node) { m.Basis = calc.Basis(p.oneOf(p.text(n, "basis"), "basis", calc.Bases)) }},
		{"electricity", func(n *yaml.Node) {
			m.View = calc.View(p.oneOf(p.text(n, "electricity"), "electricity", []calc.Basis{calc.Basis(calc.LocationBased), calc.Basis(calc.MarketBased)}))
		}},
	})
	if pue, ok := own[roomPUE]; ok {
		m.PUE = decimal.NewNullDecimal(pue)
	}
	if len(m.assigns()) == 0 && len(p.all) == before {
		p.Refuse(at(n), "method: there is nothing to change; write what, such as pue: 1.2")
	}
	return m
}

// named yields the entries of a mapping whose names are the user's.
func (p *parser) named(n *yaml.Node, what, example string, take func(located, *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		p.Refuse(at(n), "%s: expected indented lines such as %s", mapping.Verbatim(what), example)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		take(p.text(n.Content[i], what), n.Content[i+1])
	}
}

func (p *parser) oneOf(t located, name string, known []calc.Basis) string {
	if slices.Contains(known, calc.Basis(t.Value)) {
		return t.Value
	}
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = string(k)
	}
	p.Refuse(t.At, "%s: %q is not among its values%s", name, t.Value, hint(t.Value, list, mapping.Messagef("; there are %s", strings.Join(list, ", "))))
	return ""
}

func (m *Method) assigns() map[string]string {
	all := make(map[string]string)
	if m.PUE.Valid {
		all["method.pue"] = m.PUE.Decimal.String()
	}
	for name, value := range map[string]string{"method.country": m.Country, "method.basis": string(m.Basis), "method.electricity": string(m.View)} {
		if value != "" {
			all[name] = value
		}
	}
	for category, years := range m.Lifetimes {
		all["method.lifetimes."+category] = years.String()
	}
	for owner, share := range m.Attribution {
		all["method.attribution."+string(owner)] = share.String()
	}
	return all
}

// apply changes the method of a state.
func (m *Method) apply(e *editing, st *State) {
	method := st.Method
	if m.PUE.Valid {
		method.PUE = m.PUE
	}
	if m.Country != "" {
		method.Country = m.Country
	}
	if m.Basis != "" && m.Basis != method.WithDefaults().Basis {
		method.Basis = m.Basis
		e.note(m.at, "method: another basis counts in another way and saves nothing; what this change shows is no saving")
	}
	if m.View != "" && m.View != method.WithDefaults().View {
		method.View = m.View
		e.note(m.at, "method: another view of electricity counts in another way and saves nothing; what this change shows is no saving")
	}
	method.Lifetimes = over(method.Lifetimes, m.Lifetimes)
	method.Attribution = over(method.Attribution, m.Attribution)
	st.Method = method
}

// over returns a copy of a map with the entries of another on top.
func over[K comparable, V any](below, above map[K]V) map[K]V {
	if len(above) == 0 {
		return below
	}
	all := maps.Clone(below)
	if all == nil {
		all = make(map[K]V)
	}
	maps.Copy(all, above)
	return all
}
