package disclosure

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/aims"
)

// line is one thing that an indicator says.
type line struct {
	name     Text
	value    *Cell // a figure, words or a gap
	evidence Text  // what it rests on, and where
}

// indicator works out what an assessment says about an aim.
func (a *author) indicator(i aims.Indicator) []line {
	name := said("indicator." + string(i))
	one := func(value *Cell, evidence Text) []line { return []line{{name, value, evidence}} }
	gwp, _ := a.report.Impact(factors.GWP)
	switch i {
	case aims.Footprint:
		return one(a.copied(Scopes, "inventory", "total", "location"), on(Scopes))
	case aims.Stages:
		return a.byStage(func(s reports.StageTotal) *Cell {
			if !s.Known {
				return gap(said("gap.no_factor"), said("give.no_factor"))
			}
			return a.shown(s.Value.Shift(-3), Tonnes, tonnes(of(Slice{Impact: factors.GWP, Stage: s.Stage})))
		}, "indicator.stage", labelled("sheet.breakdown"))
	case aims.StageCoverage:
		return a.byStage(func(s reports.StageTotal) *Cell { return given(s.Coverage.Share, Share) }, "indicator.stage_coverage", labelled("sheet.summary"))
	case aims.Impacts:
		return a.otherImpacts()
	case aims.PerPerson:
		return []line{{said("fr.guide.per_user"), a.perUser(), labelled("sheet.summary")}, {said("years.kg_per_fte"), a.copied(Scopes, "years", "kg_per_fte", "current"), on(Scopes)}}
	case aims.Trend:
		return a.trend()
	case aims.Activities:
		evidence := said("evidence.activities", share(gwp.Coverage.ActivityShare()))
		if a.report.Activity == 0 {
			return one(gap(said("gap.activities"), said("give.activities")), Text{})
		}
		return one(counted(a.report.Activity, Rows), evidence)
	case aims.EmbodiedShare:
		if !gwp.Known || gwp.Total.IsZero() {
			return one(gap(said("gap.no_factor"), said("give.no_factor")), Text{})
		}
		return one(given(reports.Share(gwp.Embodied(), gwp.Total), Share), labelled("sheet.summary"))
	case aims.Targets:
		return a.targetLines(name)
	case aims.Scenarios:
		return one(gap(said("gap.scenarios"), said("give.scenarios")), Text{})
	case aims.Coverage:
		return one(given(gwp.Coverage.Share, Share), said("evidence.coverage"))
	case aims.DataQuality:
		good := decimal.Zero
		for _, g := range gwp.Grades {
			if g.Grade >= factors.GradeA && g.Grade <= factors.GradeC {
				good = good.Add(g.Share)
			}
		}
		return one(given(good, Share), labelled("sheet.summary"))
	case aims.Measured:
		e := a.report.Evidence
		return one(given(reports.Share(e.Measured, e.Units), Share), said("evidence.measured", e.Measured, e.Units))
	case aims.Provenance:
		return one(counted(int64(len(a.report.Factors)), Count), said("evidence.provenance", len(sourcesOf(a.report)), labelled("sheet.factors")))
	default:
		return a.indicatorOfKeeping(i, name)
	}
}

// indicatorOfKeeping is indicator for those of equipment, risks and services.
func (a *author) indicatorOfKeeping(i aims.Indicator, name Text) []line {
	one := func(value *Cell, evidence Text) []line { return []line{{name, value, evidence}} }
	switch i { //nolint:exhaustive // the others are those of indicator
	case aims.Lifetimes:
		return one(a.orGap(a.copied(Circularity, "holdings", "total", "lifetime"), "lifetime"), on(Circularity))
	case aims.SecondHand:
		return one(a.orGap(a.copied(Circularity, "holdings", "total", "second_hand_share"), "condition"), on(Circularity))
	case aims.Waste:
		return one(a.orWaste(a.copied(Circularity, "routes", "total", "mass")), on(Circularity))
	case aims.Routes:
		var lines []line
		for _, route := range []factors.Route{factors.RouteReuse, factors.RouteRecycling, factors.RouteLandfill} {
			lines = append(lines, line{said("indicator.route", named("route", string(route))), a.orWaste(a.copied(Circularity, "routes", string(route), "share")), on(Circularity)})
		}
		return lines
	case aims.HotSpots:
		return a.hotSpots()
	case aims.Gaps:
		return one(counted(int64(a.gapsFound()), Count), labelled("sheet.findings"))
	case aims.Exclusions:
		i := a.exclusionsItem()
		return one(counted(int64(len(a.report.Reporting.Exclusions)), Count), i.found)
	case aims.Sensitivity:
		return a.sensitivity(name)
	case aims.Market:
		c := a.copied(Scopes, "inventory", "total", "difference")
		if c == nil {
			c = a.noMarket()
		}
		return one(c, on(Scopes))
	case aims.PUE:
		return one(a.orRooms(a.copied(DataCentres, "use", "total", "pue")), on(DataCentres))
	case aims.Services:
		return a.serviceLines(name)
	case aims.Idle:
		c := a.copied(DataCentres, "rooms", "total", "idle_share")
		if c == nil {
			c = gap(said("gap.machines"), said("give.machines"))
		}
		return one(c, on(DataCentres))
	case aims.BeyondLifetime:
		return []line{
			{name, a.orGap(a.copied(Circularity, "holdings", "total", "beyond_share"), "age"), on(Circularity)},
			{said("circularity.support"), gap(said("gap.support"), said("give.support")), Text{}},
		}
	case aims.OpenFactors:
		return one(a.openFactors(), labelled("sheet.factors"))
	case aims.Exchange:
		return one(words(said("evidence.exchange")), said("evidence.exchange.how"))
	case aims.Checklist:
		n := 0
		for _, i := range a.items() {
			if i.state == filled {
				n++
			}
		}
		return one(counted(int64(n), Count), said("evidence.checklist", len(a.items())))
	}
	return nil
}

// on names the sheet of a view.
func on(key Key) Text { return labelled("sheet." + string(key)) }

// byStage is a line for each life-cycle stage that climate change has.
func (a *author) byStage(of func(reports.StageTotal) *Cell, label string, evidence Text) []line {
	var lines []line
	gwp, _ := a.report.Impact(factors.GWP)
	for _, s := range gwp.Stages {
		if s.Applies {
			lines = append(lines, line{said(label, named("stage", string(s.Stage))), of(s), evidence})
		}
	}
	return lines
}

// otherImpacts is a line for each impact but climate change.
func (a *author) otherImpacts() []line {
	var lines []line
	for _, i := range a.report.Impacts {
		if i.Key == factors.GWP || !i.Known {
			continue
		}
		lines = append(lines, line{named("impact", string(i.Key)), a.shown(i.Total, Unit(i.Unit), of(Slice{Impact: i.Key})), said("evidence.covered", share(i.Coverage.Share))})
	}
	return lines
}

// trend is the change against the base year and the year before.
func (a *author) trend() []line {
	var lines []line
	for _, column := range []string{"base", "previous"} {
		c := a.copied(Scopes, "years", "total", "change_"+column)
		if c == nil {
			c = a.copied(Scopes, "years", "total", column)
		}
		if c != nil && c.Figure != nil && c.Figure.Unit != Share {
			c = nil // there is a figure of that year, and none of this
		}
		lines = append(lines, line{said("indicator.trend." + column), c, on(Scopes)})
	}
	return lines
}

// targetLines is how far this year is above the straight line to each target.
func (a *author) targetLines(name Text) []line {
	targets := a.report.Reporting.Targets
	if len(targets) == 0 {
		return []line{{name, gap(said("gap.targets"), said("give.targets")), Text{}}}
	}
	var lines []line
	for i, t := range targets {
		lines = append(lines, line{
			said("indicator.target", strconv.Itoa(t.Year), named("impact", string(t.Of)), share(t.Cut)),
			a.copied(Scopes, "targets", targetKey(i), "above"), on(Scopes),
		})
	}
	return lines
}

// hotSpots are the categories with the largest impact on the climate.
func (a *author) hotSpots() []line {
	const most = 3
	var lines []line
	for _, s := range a.report.Breakdown(calc.ByCategory).Slices {
		if _, known := s.Total(factors.GWP); !known || len(lines) == most {
			continue
		}
		e := op(Over, of(Slice{Dimension: calc.ByCategory, Key: s.Key, Impact: factors.GWP}), of(Slice{Impact: factors.GWP}))
		lines = append(lines, line{said("indicator.hot_spot", named("category", s.Key)), a.worked(Share, e), labelled("sheet.breakdown")})
	}
	return lines
}

// sensitivity is what the largest gap could add to the total.
func (a *author) sensitivity(name Text) []line {
	gwp, _ := a.report.Impact(factors.GWP)
	var largest decimal.Decimal
	for _, f := range a.report.Findings {
		if f.Severity == calc.Gap && f.EffectImpact == factors.GWP && f.Effect.Valid {
			largest = decimal.Max(largest, f.Effect.Decimal)
		}
	}
	if largest.IsZero() || gwp.Total.IsZero() {
		return []line{{name, words(said("evidence.no_effect")), labelled("sheet.findings")}}
	}
	return []line{{name, given(reports.Share(largest, gwp.Total), Share), said("evidence.effect", labelled("sheet.findings"))}}
}

// serviceLines is climate change by functional unit.
func (a *author) serviceLines(name Text) []line {
	var lines []line
	for _, s := range a.report.Services {
		per, known := s.PerUnit[factors.GWP]
		if !known {
			continue
		}
		lines = append(lines, line{said("indicator.service", s.Name, s.Unit), given(per, Kilograms), labelled("sheet.summary")})
	}
	slices.SortStableFunc(lines, func(x, y line) int { return cmp.Compare(x.name.key(), y.name.key()) })
	if len(lines) == 0 {
		return []line{{name, gap(said("gap.services"), said("give.services")), Text{}}}
	}
	return lines
}

// openFactors is the share of the factors used that ship with the program, each
// with its source and licence, so that others can use the same.
func (a *author) openFactors() *Cell {
	open, all := 0, 0
	for _, u := range a.report.Factors {
		if u.Match == nil || u.Match.Factor == nil || u.Match.Factor.Pack == nil {
			continue
		}
		all++
		if u.Match.Factor.Pack.Layer <= factors.Jurisdiction {
			open++
		}
	}
	return given(reports.Share(decimal.NewFromInt(int64(open)), decimal.NewFromInt(int64(all))), Share)
}
