package reports

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/pathway"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports/figure"
)

// Pathway is what every format shows of the years to a horizon. It is made by
// [NewPathway] and then only read.
type Pathway struct {
	Organisation string
	Periods      []inventory.Period
	Method       calc.Method // of the first year

	Impacts []PathwayImpact
	Courses []PathwayCourse // business as usual first, then the scenarios in their order
	Targets []TargetLine
	Grid    []GridCourse

	Assumptions []PathwayAssumption
	Uncertainty *Uncertainty // nil where nothing is known of it

	Factors  []calc.Used // used in any year, by pack and id
	Packs    []Pack
	Manifest Manifest
}

// View returns the accounting of electricity that the pathway shows.
func (p *Pathway) View() calc.View { return cmp.Or(p.Method.View, calc.LocationBased) }

// Year returns the year by which a period of the pathway is called: that in which it ends.
func (p *Pathway) Year(period int) int { return p.Periods[period].End.Month().Year() }

// Climate is the place of the climate total among the impacts, -1 where there is none.
func (p *Pathway) Climate() int {
	return slices.IndexFunc(p.Impacts, func(i PathwayImpact) bool { return i.Key == factors.GWP })
}

// PathwayImpact is an impact that the years have totals of, in the view of the pathway.
type PathwayImpact struct {
	Key  factors.Impact
	Unit string
}

// PathwayCourse is what becomes of the estate by one scenario.
type PathwayCourse struct {
	Number      int    // 0 of business as usual
	Name        string // empty of business as usual
	Description string
	File        string

	Years   []PathwayYear // as the periods
	Targets []TargetMet   // as the targets of the pathway
	Changes []scenario.Change
	Notes   []scenario.Note
}

// PathwayYear is a year of a course.
type PathwayYear struct {
	Units   decimal.Decimal // of devices assessed, those included that left in the year
	Impacts []YearImpact    // as those of the pathway
	Flows   []pathway.Flow  // by category; none of the first year
}

// Bought returns how many devices came in the year, in place of others or in addition.
func (y *PathwayYear) Bought() decimal.Decimal {
	sum := decimal.Zero
	for _, f := range y.Flows {
		sum = sum.Add(f.Bought).Add(f.Added)
	}
	return sum
}

// YearImpact is the total of an impact in a year, and the sum from the first year on.
type YearImpact struct {
	Known    bool
	Value    decimal.Decimal
	Stages   map[factors.Stage]decimal.Decimal
	Coverage calc.Coverage

	Summed     bool // whether all years so far are known
	Cumulative decimal.Decimal

	// To business as usual, in the same year and from the first year on.
	Difference           decimal.Decimal
	CumulativeDifference decimal.Decimal

	// The bands hold the middle nine tenths of the draws, of the impacts that targets
	// can be of. The factors are drawn once for all years and courses.
	Band, CumulativeBand, DifferenceBand Interval
	Saving                               decimal.NullDecimal // the probability that the cumulative difference is below 0
}

// TargetLine is a target, with what is due each year on the straight line to it from
// the base year, or from the target before it.
type TargetLine struct {
	Target

	Unit        string
	BaseYear    int
	Base, Aimed decimal.Decimal
	Due         []decimal.NullDecimal // by period; null before the base year
}

// TargetMet says whether a course meets a target.
type TargetMet struct {
	Known bool // whether the year of the target is in the pathway, and its total known

	Value decimal.Decimal // in the year of the target
	Above decimal.Decimal // the target; below 0 where it is met
	Meets bool

	// Year is the first from which on all totals are at the target or below it; 0
	// where there is none up to the horizon.
	Year int

	Probability decimal.NullDecimal // that it is met in its year
}

// GridCourse is the electricity of a place through the years.
type GridCourse struct {
	Place  string
	Unit   string
	Factor *factors.Factor
	Values []decimal.NullDecimal // by period
	Codes  []calc.FindingCode    // by period: how the figure came about; empty for a published factor

	// Projection is the id of the projection's last factor, and Ends its year.
	Projection string
	Ends       string
}

// PathwayAssumption is something that nobody knows of years to come, and what is taken
// in its place. Wording has a sentence for each key.
type PathwayAssumption struct {
	Key  string
	Args []any
}

// PathwayInput is what the report of a pathway is made from.
type PathwayInput struct {
	Pathway *pathway.Pathway
	Base    *Year // that targets are measured against; nil: the first year of the pathway
	Targets []Target

	Organisation string
	Program      string
	Version      string
	Files        []inventory.FileInfo
	Options      []Option
	Uncertainty  *uncertainty.Result // of Pathway.Assessments; nil for none
}

// BandedImpacts are the impacts that a pathway has bands of.
var BandedImpacts = []factors.Impact{factors.GWP, factors.Energy}

// NewPathway works out what is shown of a pathway.
func NewPathway(in PathwayInput) *Pathway {
	first := in.Pathway.Courses[0].Years[0].Assessment
	p := &Pathway{
		Organisation: in.Organisation, Periods: in.Pathway.Periods, Method: first.Method(),
		Manifest: Manifest{Program: cmp.Or(in.Program, "govfootprint"), Version: in.Version, Files: in.Files, Options: in.Options},
	}
	all, places := in.Pathway.Assessments()
	p.impacts(all)
	used := make(map[string]calc.Used)
	for _, a := range all {
		for _, u := range a.Factors() {
			used[u.Match.Factor.Pack.Ref()+" "+u.Match.Factor.ID] = u
		}
	}
	for _, key := range slices.Sorted(maps.Keys(used)) {
		p.Factors = append(p.Factors, used[key])
	}
	p.Packs = packs(first, p.Factors)
	for i := range in.Pathway.Courses {
		p.Courses = append(p.Courses, p.course(&in.Pathway.Courses[i], i))
	}
	p.compare()
	p.bands(in.Uncertainty, places)
	p.targets(in, places)
	p.grid(in.Pathway)
	p.assume(in)
	return p
}

// impacts lists the impacts that any year says anything of.
func (p *Pathway) impacts(all []*calc.Assessment) {
	for _, key := range all[0].Impacts() {
		if slices.ContainsFunc(all, func(a *calc.Assessment) bool { return a.Shown().Has(key) }) {
			p.Impacts = append(p.Impacts, PathwayImpact{key, all[0].ImpactUnit(key)})
		}
	}
}

func (p *Pathway) course(c *pathway.Course, number int) PathwayCourse {
	out := PathwayCourse{Number: number, Notes: c.Notes}
	if c.Scenario != nil {
		out.Name, out.Description, out.File, out.Changes = c.Scenario.Name, c.Scenario.Description, c.Scenario.File, c.Scenario.Changes
	}
	sums, unknown := make([]decimal.Decimal, len(p.Impacts)), make([]bool, len(p.Impacts))
	for _, y := range c.Years {
		year := PathwayYear{Units: y.Assessment.Units(), Flows: y.Flows}
		shown := y.Assessment.Shown()
		for i, impact := range p.Impacts {
			v := YearImpact{
				Known: shown.Has(impact.Key), Value: shown.Total(impact.Key), Stages: shown.ByStage(impact.Key), Coverage: y.Assessment.Coverage(impact.Key),
			}
			sums[i], unknown[i] = sums[i].Add(v.Value), unknown[i] || !v.Known
			v.Summed, v.Cumulative = !unknown[i], sums[i]
			year.Impacts = append(year.Impacts, v)
		}
		out.Years = append(out.Years, year)
	}
	return out
}

// compare puts each course beside business as usual.
func (p *Pathway) compare() {
	usual := p.Courses[0].Years
	for n := range p.Courses {
		for y := range p.Courses[n].Years {
			for i := range p.Impacts {
				v, u := &p.Courses[n].Years[y].Impacts[i], usual[y].Impacts[i]
				v.Difference, v.CumulativeDifference = difference(v.Value, u.Value), difference(v.Cumulative, u.Cumulative)
			}
		}
	}
}

// difference returns a − b to twelve decimal places. A unit that is there for all of a
// year, and two that share it, differ in the 30th place, for a coefficient for a
// unit-day is rounded there: that is no saving.
func difference(a, b decimal.Decimal) decimal.Decimal {
	const places = 12
	return figure.Round(a.Sub(b), places)
}

// bands takes over how sure the years are.
func (p *Pathway) bands(result *uncertainty.Result, places [][]int) {
	if result == nil || result.Method != uncertainty.BySimulation {
		return
	}
	p.Uncertainty = &Uncertainty{result.Method, result.Draws, result.Seed}
	known := func(f uncertainty.Figure) Interval {
		i := intervalOf(f.Interval)
		i.Known = true
		return i
	}
	for i, impact := range p.Impacts {
		if !slices.Contains(BandedImpacts, impact.Key) {
			continue
		}
		for n := range p.Courses {
			for y := range p.Courses[n].Years {
				v := &p.Courses[n].Years[y].Impacts[i]
				if f, ok := result.Together(impact.Key, places[n][y:y+1], nil); ok {
					v.Band = known(f)
				}
				if f, ok := result.Together(impact.Key, places[n][:y+1], nil); ok {
					v.CumulativeBand = known(f)
				}
				if n == 0 || v.CumulativeDifference.IsZero() {
					continue
				}
				if f, ok := result.Together(impact.Key, places[n][:y+1], places[0][:y+1]); ok {
					v.DifferenceBand, v.Saving = known(f), decimal.NewNullDecimal(significant(f.Saving))
				}
			}
		}
	}
}

// targets works out the lines to the targets and where each course meets them.
//
//	due(year) = from + (to − from) · (year − year of from) / (year of to − year of from)
//
// from and to being the base year and the first target, or two targets of one impact.
func (p *Pathway) targets(in PathwayInput, places [][]int) {
	targets := slices.Clone(in.Targets)
	slices.SortStableFunc(targets, func(a, b Target) int { return cmp.Compare(a.Year, b.Year) })
	last := make(map[factors.Impact]*TargetLine)
	for _, t := range targets {
		at := slices.IndexFunc(p.Impacts, func(i PathwayImpact) bool { return i.Key == t.Of })
		if at < 0 {
			continue
		}
		line := TargetLine{Target: t, Unit: p.Impacts[at].Unit}
		stated := baseOf(in.Base, t.Of)
		if stated.Valid {
			line.BaseYear, line.Base = in.Base.Period.End.Month().Year(), stated.Decimal
		} else {
			line.BaseYear, line.Base = p.Year(0), p.Courses[0].Years[0].Impacts[at].Value
		}
		if t.Year <= line.BaseYear {
			continue
		}
		line.Aimed = line.Base.Sub(line.Base.Mul(t.Cut))
		from, value := line.BaseYear, line.Base
		if before := last[t.Of]; before != nil {
			from, value = before.Year, before.Aimed
		}
		for n := range p.Periods {
			line.Due = append(line.Due, due(p.Year(n), from, t.Year, value, line.Aimed))
		}
		p.Targets = append(p.Targets, line)
		last[t.Of] = &line
		for n := range p.Courses {
			p.Courses[n].Targets = append(p.Courses[n].Targets, p.meets(&p.Courses[n], at, &line, in.Uncertainty, places[n]))
		}
	}
}

// due returns what is due in a year on the line between two; null outside of it.
func due(year, from, to int, value, aimed decimal.Decimal) decimal.NullDecimal {
	if year < from || year > to || to == from {
		return decimal.NullDecimal{}
	}
	passed := aimed.Sub(value).Mul(decimal.NewFromInt(int64(year - from)))
	return decimal.NewNullDecimal(value.Add(share(passed, decimal.NewFromInt(int64(to-from)))))
}

func baseOf(y *Year, of factors.Impact) decimal.NullDecimal {
	if y == nil {
		return decimal.NullDecimal{}
	}
	switch of { //nolint:exhaustive // base years are stated of these three
	case factors.GWP:
		return y.GWP
	case factors.Energy:
		return y.Energy
	case factors.Mass:
		return y.Waste
	}
	return decimal.NullDecimal{}
}

// meets says where a course meets a target.
func (p *Pathway) meets(c *PathwayCourse, impact int, line *TargetLine, sure *uncertainty.Result, places []int) TargetMet {
	var m TargetMet
	for n, year := range slices.Backward(c.Years) {
		v := year.Impacts[impact]
		if !v.Known || v.Value.GreaterThan(line.Aimed) {
			break
		}
		m.Year = p.Year(n)
	}
	n := line.Year - p.Year(0)
	if n < 0 || n >= len(c.Years) || !c.Years[n].Impacts[impact].Known {
		return m
	}
	m.Known, m.Value = true, c.Years[n].Impacts[impact].Value
	m.Above = m.Value.Sub(line.Aimed)
	m.Meets = !m.Above.IsPositive()
	if sure != nil && p.Impacts[impact].Key != factors.Mass {
		if share, simulated := sure.AtMost(places[n], line.Of, line.Aimed.InexactFloat64()); simulated {
			m.Probability = decimal.NewNullDecimal(significant(share))
		}
	}
	return m
}

// grid lists the electricity of each place through the years, of all courses: a place
// to which a scenario moves something is there from then on.
func (p *Pathway) grid(in *pathway.Pathway) {
	byPlace := make(map[string]*GridCourse)
	for _, c := range in.Courses {
		for n, y := range c.Years {
			for _, e := range y.Assessment.PlaceElectricities() {
				g := byPlace[e.Place]
				if g == nil {
					g = &GridCourse{Place: e.Place, Unit: e.Unit, Values: make([]decimal.NullDecimal, len(p.Periods)), Codes: make([]calc.FindingCode, len(p.Periods))}
					byPlace[e.Place] = g
				}
				g.Factor = e.Match.Factor
				g.Values[n] = decimal.NewNullDecimal(e.Value)
				if e.Trend == nil {
					continue
				}
				g.Codes[n] = e.Trend.Code
				if e.Trend.Code == calc.ElectricityProjected {
					g.Projection, g.Ends = e.Trend.Args[0], e.Trend.Args[1]
				}
			}
		}
	}
	for _, place := range slices.Sorted(maps.Keys(byPlace)) {
		p.Grid = append(p.Grid, *byPlace[place])
	}
}

// assume lists what was assumed.
func (p *Pathway) assume(in PathwayInput) {
	add := func(key string, args ...any) {
		p.Assumptions = append(p.Assumptions, PathwayAssumption{"pathway.assume." + key, args})
	}
	start := in.Pathway.Start
	add("renewal")
	counted := func(key string, units decimal.Decimal, more ...any) {
		if units.IsPositive() {
			add(key, append([]any{units}, more...)...)
		}
	}
	counted("overdue", start.Overdue, start.Backlog)
	counted("undated", start.Undated)
	if basis := p.Method.WithDefaults().Basis; basis == calc.Acquired || basis == calc.Depreciated {
		counted("unbooked", start.Undated)
	}
	counted("lasting", start.Lasting)
	counted("measured", start.Measured)
	switch start.Growth.Sign() {
	case 0:
		add("size")
	case 1:
		add("growth", start.Growth)
	default:
		add("decline", start.Growth.Neg())
	}
	add("factors", strconv.Itoa(p.Year(0)))
	for i := range p.Grid {
		p.assumeGrid(&p.Grid[i], add)
	}
	for _, t := range p.Targets {
		if !baseOf(in.Base, t.Of).Valid {
			add("base", strconv.Itoa(t.BaseYear))
			break
		}
	}
	if len(p.Targets) > 0 {
		add("line")
	}
}

func (p *Pathway) assumeGrid(g *GridCourse, add func(string, ...any)) {
	place := cmp.Or(g.Place, factors.World)
	switch n := len(g.Codes) - 1; {
	case slices.Contains(g.Codes, calc.ElectricityStated):
		add("stated", place)
	case g.Projection != "" && g.Ends < inventory.CalendarYear(p.Year(n)).String():
		add("projected.ends", place, g.Projection, g.Ends)
	case g.Projection != "":
		add("projected", place, g.Projection)
	case slices.Contains(g.Codes, calc.ElectricityHeld):
		add("held", place, g.Factor.ID, inventory.CalendarYear(g.Factor.Year).String())
	}
}
