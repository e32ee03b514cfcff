package workbook

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// services writes each service's footprint by its functional unit: for the
// climate the software carbon intensity with its parts, then the other impacts.
func (b *book) services(s *sheet) {
	services := b.report.Services
	if len(services) == 0 {
		return
	}
	scale := b.scale(factors.GWP)
	s.keepTogether(4 + len(services))
	s.heading(b.label("summary.services"))
	heads := []string{
		b.label("column.service"), b.label("column.functional_unit"), b.label("column.count"),
		b.label("column.operational", scale.Unit), b.label("column.embodied", scale.Unit), b.label("column.whole", scale.Unit), b.label("column.sci"),
	}
	for _, c := range b.coverages() {
		heads = append(heads, b.label(c.head))
	}
	s.columnHeads(heads...)
	l := look{edge: faintEdge}
	f := l.as(partFormat(scale))
	spread := false
	for _, service := range services {
		i := service.Intensity
		spread = spread || i.Value.Valid
		s.text(1, l, service.Name)
		s.text(2, look{edge: faintEdge, align: "right"}, service.Unit)
		s.number(3, l.as(amountFormat), service.Count)
		b.servicePoint(s, 4, f, service, factors.Use, i.Operational, scale)
		s.number(5, f, scale.Apply(i.Embodied))
		s.number(6, f, scale.Apply(i.Whole))
		b.each(s, 7, service, factors.GWP)
		b.intensity(s, service, scale)
		for n, c := range b.coverages() {
			s.covered(8+n, l, c, service.Coverage[factors.GWP])
		}
		s.end()
	}
	s.note(b.label("summary.services.note"))
	if !spread {
		s.note(b.label("summary.services.none"))
	}
	b.otherImpacts(s, services)
	s.skip(1)
}

// servicePoint puts what a service bears into a cell: a formula that points to its
// slice on the Breakdown, where that shows the same.
func (b *book) servicePoint(s *sheet, column int, l look, service calc.Service, stage factors.Stage, value decimal.Decimal, scale figure.Scale) {
	for _, slice := range b.report.Breakdown(calc.ByService).Slices {
		shown, known := slice.Stage(factors.GWP, stage)
		if slice.Key == service.Name && known && shown.Equal(value) {
			b.point(s, column, l, b.slicesAt(calc.ByService, []reports.Slice{slice}), stage, value, scale)
			return
		}
	}
	s.number(column, l, scale.Apply(value))
}

// intensity makes the climate impact per functional unit a formula over the row: its
// parts over the count.
func (b *book) intensity(s *sheet, service calc.Service, whole figure.Scale) {
	per, known := service.PerUnit[factors.GWP]
	parts := decimal.Sum(service.Intensity.Operational, service.Intensity.Embodied, service.Intensity.Whole)
	if !known || service.Count.IsZero() || per.Sub(reports.Share(parts, service.Count)).Abs().GreaterThan(per.Abs().Shift(-12)) { // both are rounded
		return
	}
	i, _ := b.report.Impact(factors.GWP)
	scale := figure.ScaleFor(i.Unit, per)
	l := look{font: bold, edge: faintEdge}.as(scaleFormat(scale) + " \"" + scale.Unit + "\"")
	s.formula(7, l, shifted("SUM("+ref(4, s.row)+":"+ref(6, s.row)+")/"+ref(3, s.row), scale.Shift-whole.Shift), scale.Apply(per))
}

// each writes an impact per functional unit.
func (b *book) each(s *sheet, column int, service calc.Service, impact factors.Impact) {
	per, known := service.PerUnit[impact]
	if !known {
		s.text(column, look{font: quiet, edge: faintEdge, align: "right"}, b.label("not.known"))
		return
	}
	i, _ := b.report.Impact(impact)
	scale := figure.ScaleFor(i.Unit, per)
	s.number(column, look{font: bold, edge: faintEdge}.as(scaleFormat(scale)+" \""+scale.Unit+"\""), scale.Apply(per))
}

// otherImpacts writes the other impacts of services per functional unit, with
// how many of the service's rows they cover.
func (b *book) otherImpacts(s *sheet, services []calc.Service) {
	var shown []reports.Impact
	for _, i := range b.report.Impacts {
		has := func(s calc.Service) bool { _, known := s.PerUnit[i.Key]; return known }
		if i.Key != factors.GWP && len(shown) < summaryColumns-1 && slices.ContainsFunc(services, has) {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return
	}
	heads := []string{b.label("column.service")}
	for _, i := range shown {
		heads = append(heads, b.texts.Name("impact", string(i.Key)))
	}
	s.columnHeads(heads...)
	for _, service := range services {
		s.text(1, look{edge: faintEdge}, service.Name)
		for n, i := range shown {
			b.each(s, 2+n, service, i.Key)
		}
		s.end()
	}
}

// capacityPoint puts the hosts and the impact of what is allocated or idle: formulas that
// point to its slice on the Breakdown, where that shows the same.
func (b *book) capacityPoint(s *sheet, key string, l look, hosts, total decimal.Decimal, scale figure.Scale) {
	s.number(2, l.as(amountFormat), hosts)
	s.number(3, l.as(partFormat(scale)), scale.Apply(total))
	for _, slice := range b.report.Breakdown(calc.ByCapacity).Slices {
		if slice.Key != key {
			continue
		}
		at := b.slicesAt(calc.ByCapacity, []reports.Slice{slice})
		if slice.Units.Equal(hosts) && at.first > 0 {
			s.formula(2, l.as(amountFormat), b.overBreakdown(breakdownUnits, at), hosts)
		}
		if shown, known := slice.Total(factors.GWP); known && shown.Equal(total) {
			b.point(s, 3, l.as(partFormat(scale)), at, "", total, scale)
		}
	}
}

// capacity writes how much of the hosts of virtual machines is idle.
func (b *book) capacity(s *sheet) {
	c, stated := b.report.Capacity()
	if !stated {
		return
	}
	scale := b.scale(factors.GWP)
	s.keepTogether(5)
	s.heading(b.label("summary.capacity"))
	s.columnHeads("", b.label("column.hosts"), scale.Unit, b.label("column.share_short"))
	l := look{edge: faintEdge}
	first := s.row
	for _, row := range []struct {
		key          string
		hosts, total decimal.Decimal
	}{{"allocated", c.Hosts.Sub(c.Idle), c.Total.Sub(c.TotalIdle)}, {"idle", c.Idle, c.TotalIdle}} {
		s.text(1, l, b.texts.Key("capacity", row.key))
		b.capacityPoint(s, row.key, l, row.hosts, row.total, scale)
		s.formula(4, l.as("0%"), fmt.Sprintf("IF(SUM(%[2]s:%[3]s)=0,0,%[1]s/SUM(%[2]s:%[3]s))", ref(3, s.row), fixed(3, first), fixed(3, first+1)), reports.Share(row.total, c.Total))
		s.end()
	}
	s.note(b.label("summary.capacity.note"))
	s.skip(1)
}
