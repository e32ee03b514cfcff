package page

import (
	"github.com/shopspring/decimal"

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
