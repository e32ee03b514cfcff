package page

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// services shows the footprint of each service by its functional unit.
func (p *page) services() []block {
	if len(p.report.Services) == 0 {
		return nil
	}
	gwp, _ := p.report.Impact(factors.GWP)
	scale := p.scale(gwp.Total, gwp.Unit)
	t := &table{ID: "services", Caption: p.label("summary.services"), Heads: []cell{
		text(p.label("column.service")), text(p.label("column.functional_unit")), number(p.label("column.count")),
		number(p.label("column.operational", scale.Unit)), number(p.label("column.embodied", scale.Unit)), number(p.label("column.whole", scale.Unit)),
		number(p.label("column.sci")),
	}}
	spread := false
	for _, s := range p.report.Services {
		i := s.Intensity
		spread = spread || i.Value.Valid
		each := absent(p.label("not.known"))
		if per, known := s.PerUnit[factors.GWP]; known {
			each = number(p.amount(per, gwp.Unit))
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(s.Name), text(s.Unit), number(p.numbers.Exact(s.Count)), number(p.numbers.Scaled(i.Operational, scale)),
			number(p.numbers.Scaled(i.Embodied, scale)), number(p.numbers.Scaled(i.Whole, scale)), each,
		}})
	}
	blocks := []block{{Heading: p.label("page.heading.services")}, {Table: t}, {Note: p.label("summary.services.note")}}
	if !spread {
		blocks = append(blocks, block{Note: p.label("summary.services.none")})
	}
	return blocks
}

// capacity shows how much of the hosts of virtual machines is idle.
func (p *page) capacity() []block {
	c, stated := p.report.Capacity()
	if !stated {
		return nil
	}
	gwp, _ := p.report.Impact(factors.GWP)
	scale := p.scale(c.Total, gwp.Unit)
	t := &table{ID: "capacity", Caption: p.label("page.table.capacity", p.viewed(scale.Unit)), Heads: []cell{
		text(p.label("dimension.capacity")), number(p.label("column.hosts")), number(p.label("column.total_only")), number(p.label("column.share_short")),
	}}
	for _, part := range []struct {
		key          string
		hosts, total decimal.Decimal
	}{{"allocated", c.Hosts.Sub(c.Idle), c.Total.Sub(c.TotalIdle)}, {"idle", c.Idle, c.TotalIdle}} {
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(p.texts.Key("capacity", part.key)), number(p.count(part.hosts)), number(p.numbers.Scaled(part.total, scale)),
			number(p.numbers.Percent(reports.Share(part.total, c.Total))),
		}})
	}
	return []block{{Heading: p.label("page.heading.capacity")}, {Table: t}, {Note: p.label("summary.capacity.note")}}
}

// circularity shows how long equipment lasts and where it goes, and apart from
// every total what its routes avoid elsewhere.
func (p *page) circularity() []block {
	c := p.report.Circularity
	if c.Lifetime.Units.IsZero() && len(c.Withdrawn) == 0 && len(p.report.Avoided) == 0 {
		return nil
	}
	t := &table{ID: "circularity", Caption: p.label("page.table.circularity"), Heads: []cell{text(p.label("column.what")), number(p.label("column.value"))}}
	add := func(name, value string) {
		t.Rows = append(t.Rows, row{Cells: []cell{text(name), number(value)}})
	}
	if !c.Lifetime.Units.IsZero() {
		add(p.label("circularity.lifetime"), p.numbers.Fixed(c.Lifetime.Years, 1)+" "+p.label("circularity.years"))
	}
	add(p.label("circularity.second_hand"), p.numbers.Percent(c.SecondHandShare))
	for _, route := range append(slices.Clone(factors.Routes), "") {
		units, left := c.Withdrawn[route]
		if !left {
			continue
		}
		name := p.texts.Name("route", string(cmp.Or(route, factors.RouteUnknown)))
		add(p.label("circularity.withdrawn", name), p.label("affected.units", units))
		if kg, known := c.Waste[route]; known {
			add(p.label("circularity.waste", name), p.amount(kg, "kg"))
		}
	}
	blocks := []block{{Heading: p.label("summary.circularity")}, {Table: t}}
	for _, a := range avoidedByRoute(p.report.Avoided) {
		i, _ := p.report.Impact(a.Impact)
		add(p.label("circularity.avoided", p.texts.Name("route", string(a.Route))), p.amount(a.Value, i.Unit))
	}
	if len(p.report.Avoided) > 0 {
		blocks = append(blocks, block{Note: p.label("circularity.avoided.note")})
	}
	return blocks
}

// avoidedByRoute adds up what is avoided over the categories.
func avoidedByRoute(avoided []calc.AvoidedBurden) []calc.AvoidedBurden {
	var list []calc.AvoidedBurden
	for _, a := range avoided {
		at := slices.IndexFunc(list, func(have calc.AvoidedBurden) bool { return have.Route == a.Route && have.Impact == a.Impact })
		if at < 0 {
			list = append(list, calc.AvoidedBurden{Route: a.Route, Impact: a.Impact, Value: a.Value})
			continue
		}
		list[at].Value = list[at].Value.Add(a.Value)
	}
	return list
}
