package workbook

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// quality writes on data of which quality the result rests.
func (b *book) quality(s *sheet) {
	s.heading(b.viewed(b.label("summary.quality")))
	heads := []string{b.label("column.grade_name")}
	var shown []reports.Impact
	for _, i := range b.report.Impacts {
		if i.Known && len(shown) < summaryColumns-1 {
			shown = append(shown, i)
			heads = append(heads, b.texts.Name("impact", string(i.Key)))
		}
	}
	s.columnHeads(heads...)
	for _, grade := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE} {
		s.text(1, look{edge: faintEdge}, b.texts.Name("quality", grade.String()))
		for n, i := range shown {
			s.number(2+n, look{edge: faintEdge, format: shareFormat, align: "right"}, gradeShare(i, grade))
		}
		s.end()
	}
	s.text(1, look{font: quiet}, b.label("summary.quality.note"))
	s.end()
}

// coverage writes for how many of the units there is a figure, stage by stage.
func (b *book) coverage(s *sheet) {
	s.heading(b.label("summary.coverage"))
	heads := []string{b.label("column.impact")}
	for _, stage := range factors.Stages {
		heads = append(heads, b.texts.Name("stage", string(stage)))
	}
	s.columnHeads(append(heads, b.label("column.every_stage"))...)
	for _, c := range b.coverages() {
		b.coverageRows(s, c)
	}
}

// coverageRows writes the coverage of units, or of activities, by impact.
func (b *book) coverageRows(s *sheet, of coverageColumn) {
	for _, i := range b.report.Impacts {
		name := b.texts.Name("impact", string(i.Key))
		if len(b.coverages()) > 1 {
			name += " · " + wording.Within(b.label(of.head))
		}
		s.text(1, look{edge: faintEdge}, name)
		for n, stage := range factors.Stages {
			if part := i.Stage(stage); part.Applies {
				s.covered(2+n, look{edge: faintEdge}, of, part.Coverage)
			} else {
				s.text(2+n, look{font: quiet, edge: faintEdge, align: "right"}, "–")
			}
		}
		s.covered(2+len(factors.Stages), look{font: bold, edge: faintEdge}, of, i.Coverage)
		s.end()
	}
}

// coverageColumn is a column for how much figures stand.
type coverageColumn struct {
	head string
	of   func(calc.Coverage) decimal.Decimal
	any  func(calc.Coverage) bool // whether there is anything to cover
}

// covered writes for how much a figure stands, a dash where there is nothing to
// stand for.
func (s *sheet) covered(column int, l look, of coverageColumn, c calc.Coverage) {
	if !of.any(c) {
		s.text(column, look{font: quiet, edge: l.edge, align: "right"}, "–")
		return
	}
	share := of.of(c)
	s.number(column, l.as(coverageFormat(share)), share)
}

// coverages lists the columns of coverage: of units, of activities, or of both.
func (b *book) coverages() []coverageColumn {
	units := coverageColumn{"column.coverage", func(c calc.Coverage) decimal.Decimal { return c.Share }, func(calc.Coverage) bool { return true }}
	activities := coverageColumn{"column.coverage.activities", calc.Coverage.ActivityShare, func(c calc.Coverage) bool { return c.Activities > 0 }}
	switch {
	case b.report.Activity == 0:
		return []coverageColumn{units}
	case b.report.Units.IsZero():
		return []coverageColumn{activities}
	}
	units.head, units.any = "column.coverage.units", func(c calc.Coverage) bool { return !c.Units.IsZero() }
	return []coverageColumn{units, activities}
}

// circularity writes how long equipment lasts and where it goes, and apart from
// every total what its routes avoid elsewhere; nothing where nothing is known.
func (b *book) circularity(s *sheet) {
	c := b.report.Circularity
	if c.Lifetime.Units.IsZero() && len(c.Withdrawn) == 0 && len(b.report.Avoided) == 0 {
		return
	}
	s.heading(b.label("summary.circularity"))
	l := look{edge: faintEdge}
	line := func(name string, value decimal.Decimal, format, unit string) {
		s.text(1, l, name)
		s.number(2, l.as(format), value)
		s.text(3, look{font: quiet, edge: faintEdge, indent: 1}, unit)
		s.end()
	}
	if !c.Lifetime.Units.IsZero() {
		line(b.label("circularity.lifetime"), c.Lifetime.Years, durationFormat, b.label("circularity.years"))
	}
	if c.SecondHandShare.Valid {
		line(b.label("circularity.second_hand"), c.SecondHandShare.Decimal, "0.0%", b.label("circularity.of_units"))
	}
	for _, route := range append(slices.Clone(factors.Routes), "") {
		units, left := c.Withdrawn[route]
		if !left {
			continue
		}
		name := b.texts.Name("route", string(cmp.Or(route, factors.RouteUnknown)))
		line(b.label("circularity.withdrawn", name), units, amountFormat, b.label("circularity.units"))
		if kg, known := c.Waste[route]; known {
			line(b.label("circularity.waste", name), kg, measureFormat, "kg")
		}
	}
	for _, a := range avoidedByRoute(b.report) {
		i, _ := b.report.Impact(a.Impact)
		line(b.label("circularity.avoided", b.texts.Name("route", string(a.Route))), a.Value, measureFormat, figure.UnitName(i.Unit))
	}
	if len(b.report.Avoided) > 0 {
		s.text(1, look{font: quiet}, b.label("circularity.avoided.note"))
		s.end()
	}
	s.skip(1)
}

// avoidedByRoute adds up what is avoided over the categories.
func avoidedByRoute(r *reports.Report) []calc.AvoidedBurden {
	var list []calc.AvoidedBurden
	for _, a := range r.Avoided {
		at := slices.IndexFunc(list, func(have calc.AvoidedBurden) bool { return have.Route == a.Route && have.Impact == a.Impact })
		if at < 0 {
			list = append(list, calc.AvoidedBurden{Route: a.Route, Impact: a.Impact, Value: a.Value})
			continue
		}
		list[at].Value = list[at].Value.Add(a.Value)
	}
	return list
}

// gradeShare returns which share of an impact rests on a grade.
func gradeShare(i reports.Impact, grade factors.Grade) decimal.Decimal {
	for _, g := range i.Grades {
		if g.Grade == grade {
			return g.Share
		}
	}
	return decimal.Zero
}
