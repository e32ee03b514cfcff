package reports

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports/figure"
)

// Comparison is what every format shows of a baseline and what becomes of it: of
// scenarios, or of a later year. It is made by [NewComparison] and then only read.
type Comparison struct {
	Organisation string
	Period       inventory.Period // of what it is about: of two years, the later
	Earlier      inventory.Period // of two years, the earlier; else that of the scenarios
	Years        bool             // whether it compares two years
	Method       calc.Method      // of the baseline

	Impacts   []ComparedImpact // of the baseline: each at its own value, the difference 0
	Scenarios []ComparedScenario
	Ranking   []int    // places of the scenarios: that which saves most first, those without a known climate total last
	Families  []Family // whether the ranking holds with other factors

	Uncertainty *ComparedUncertainty // nil where nothing is known of it

	Factors  []calc.Used // used by any of them, by pack and id
	Packs    []Pack      // in force in any of them, those of the baseline first
	Manifest Manifest
}

// View returns the accounting of electricity that the comparison shows.
func (c *Comparison) View() calc.View { return cmp.Or(c.Method.View, calc.LocationBased) }

// ComparedScenario is a scenario beside the baseline, or the later of two years.
type ComparedScenario struct {
	Number      int // from 1
	Name        string
	Description string
	File        string

	Impacts   []ComparedImpact // as those of the baseline, in their order
	Waterfall []WaterfallStep
	Flags     []Flag
	Costs     []Cost // by currency; none where nobody states any
	Notes     []scenario.Note

	Categories []ComparedSlice // the climate total by category, the largest difference first
}

// Impact returns an impact of the scenario, and whether there is one.
func (s *ComparedScenario) Impact(key factors.Impact, market bool) (ComparedImpact, bool) {
	for _, i := range s.Impacts {
		if i.Key == key && i.Market == market {
			return i, true
		}
	}
	return ComparedImpact{}, false
}

// ComparedImpact is an impact's total in a scenario beside the baseline, in the view
// of the comparison; where that is location-based, the market-based climate total is
// another one.
type ComparedImpact struct {
	Key    factors.Impact
	Unit   string
	Market bool // the market-based total beside the location-based ones

	Known           bool // whether both say anything
	OneSided        bool // only one of them does: what is not known is no saving
	Baseline, Value decimal.Decimal
	Difference      decimal.Decimal
	Relative        decimal.NullDecimal // of the baseline; null where that is 0
	Stages          []ComparedStage
	Scopes          []ComparedScope // of the climate total: 2 and 3, those that there are

	CoverageBefore, Coverage calc.Coverage
}

// Saves reports whether there is less than in the baseline.
func (i ComparedImpact) Saves() bool { return i.Known && i.Difference.IsNegative() }

// Scale is that in which both totals are shown, with the places that the difference
// needs: two figures of it, and a tenth of one below a hundred.
func (i ComparedImpact) Scale() figure.Scale {
	scale := figure.ScaleFor(i.Unit, decimal.Max(i.Baseline, i.Value))
	if i.Difference.IsZero() {
		return scale
	}
	const mostPlaces = 6
	need := int32(0)
	switch m := figure.Magnitude(scale.Apply(i.Difference)); {
	case m < 0:
		need = 1 - m
	case m < 2:
		need = 1
	}
	scale.Places = min(max(scale.Places, need), mostPlaces)
	return scale
}

// ComparedStage is a stage's part of an impact.
type ComparedStage struct {
	Stage           factors.Stage
	Baseline, Value decimal.Decimal
	Difference      decimal.Decimal
}

// ComparedScope is the part of an impact that a scope of the GHG Protocol holds, all
// categories of scope 3 together. What moves to a provider moves from the one to the
// other.
type ComparedScope struct {
	Number          int
	Baseline, Value decimal.Decimal
	Difference      decimal.Decimal
}

// ComparedSlice is a category's part of the climate total.
type ComparedSlice struct {
	Key                string
	UnitsBefore, Units decimal.Decimal
	Baseline, Value    decimal.Decimal
	Difference         decimal.Decimal
	ActivitiesBefore   int64
	Activities         int64
}

// WaterfallStep is what one change does, on top of those before it. The steps of a
// scenario add up to its difference, for each impact and stage.
type WaterfallStep struct {
	Name   string
	Change *scenario.Change // nil for a step between years

	Units      decimal.Decimal // that it concerns
	Activities int64
	Profiles   int64
	Changed    bool // whether any of them is another one now

	Impacts []StepImpact // as those of the scenario
}

// StepImpact is a step's part of the difference.
type StepImpact struct {
	Key        factors.Impact
	Market     bool
	Difference decimal.Decimal
	Stages     []StepStage
	Scopes     []ComparedScope // of the climate total, before and after the step
}

// StepStage is a step's part of the difference in a stage.
type StepStage struct {
	Stage      factors.Stage
	Difference decimal.Decimal
}

// Difference returns a step's part of the difference of an impact.
func (w *WaterfallStep) Difference(key factors.Impact, market bool) decimal.Decimal {
	for _, i := range w.Impacts {
		if i.Key == key && i.Market == market {
			return i.Difference
		}
	}
	return decimal.Zero
}

// Cost is what a scenario costs in a currency, and for each tonne of CO2e that it
// saves; null where it saves none. Where only some changes state a cost, it is for each
// tonne that those save, by their own steps of the waterfall.
type Cost struct {
	Currency string
	Amount   decimal.Decimal // in the period; negative for what is saved
	PerTonne decimal.NullDecimal
	Partial  bool // some changes state no cost, beside rebound and those that do nothing
}

// Family is the comparison with other factors.
type Family struct {
	Name        string
	Baseline    decimal.Decimal   // climate total
	Differences []decimal.Decimal // of the scenarios, in their order
	SameOrder   bool              // whether the ranking holds
	SameSigns   bool              // whether each saves that saves by the default factors
	Turned      []int             // places of those that do not, in the order of the ranking
}

// ComparedUncertainty says how sure a comparison is: the middle nine tenths of what the
// differences may be, when the same factors are used for both sides.
type ComparedUncertainty struct {
	Uncertainty

	Scenarios []map[factors.Impact]DifferenceInterval // of the scenarios, in their order

	// Below is the probability that the climate total of one scenario is below that
	// of another, by their places in the comparison; nil where nothing was drawn.
	Below [][]decimal.Decimal
}

// DifferenceInterval is the interval of a difference, in the impact's unit, and the
// probability that it is a saving.
type DifferenceInterval struct {
	Interval

	Saving decimal.Decimal
}

// Sure returns how sure the difference of a scenario is, by its place in the comparison,
// and whether anything is known of that.
func (c *Comparison) Sure(number int, impact factors.Impact) (DifferenceInterval, bool) {
	if c.Uncertainty == nil || number >= len(c.Uncertainty.Scenarios) {
		return DifferenceInterval{}, false
	}
	i, ok := c.Uncertainty.Scenarios[number][impact]
	return i, ok
}

// Scale is that of the climate totals of all scenarios: the finest that one of them needs.
func (c *Comparison) Scale() figure.Scale {
	scale := c.Climate().Scale()
	for n, at := range c.Compared() {
		gwp, _ := c.Scenarios[at].Impact(factors.GWP, false)
		of := gwp.Scale()
		if n == 0 {
			scale = of
		}
		scale.Places = max(scale.Places, of.Places)
	}
	return scale
}

// ComparisonInput is what a comparison is made from.
type ComparisonInput struct {
	Comparison *comparison.Comparison
	Years      bool

	Organisation string
	Program      string
	Version      string
	Files        []inventory.FileInfo
	Options      []Option
	Uncertainty  *uncertainty.Result // of the assessments, the baseline first; nil for none
}

// NewComparison works out what is shown of a comparison.
func NewComparison(in ComparisonInput) *Comparison {
	base := in.Comparison.Baseline
	c := &Comparison{
		Organisation: in.Organisation, Years: in.Years,
		Period: base.Period(), Earlier: base.Period(), Method: base.Method(),
		Manifest: Manifest{Program: cmp.Or(in.Program, "govfootprint"), Version: in.Version, Files: in.Files, Options: in.Options},
	}
	c.Impacts = comparedImpacts(base, base)
	used := make(map[string]calc.Used)
	for _, a := range in.Comparison.Assessments() {
		for _, u := range a.Factors() {
			used[u.Match.Factor.Pack.Ref()+" "+u.Match.Factor.ID] = u
		}
	}
	for _, key := range slices.Sorted(maps.Keys(used)) {
		c.Factors = append(c.Factors, used[key])
	}
	for _, a := range in.Comparison.Assessments() {
		for _, p := range packs(a, c.Factors) {
			if !slices.ContainsFunc(c.Packs, func(have Pack) bool { return have.Ref() == p.Ref() && have.Hash() == p.Hash() }) {
				c.Packs = append(c.Packs, p)
			}
		}
	}
	for i := range in.Comparison.Outcomes {
		c.Scenarios = append(c.Scenarios, comparedScenario(in.Comparison, i))
		if in.Years {
			c.Period = in.Comparison.Outcomes[i].Assessment.Period()
		}
	}
	c.rank()
	c.uncertain(in.Uncertainty)
	c.families(in.Comparison.Families)
	return c
}

func comparedScenario(c *comparison.Comparison, number int) ComparedScenario {
	o := &c.Outcomes[number]
	s := ComparedScenario{Number: number + 1, Notes: o.Notes, Impacts: comparedImpacts(c.Baseline, o.Assessment)}
	if o.Scenario != nil {
		s.Name, s.Description, s.File = o.Scenario.Name, o.Scenario.Description, o.Scenario.File
	}
	before := comparison.Step{Location: c.Baseline.Values(), Shown: c.Baseline.Shown()}
	before.Market, _ = c.Baseline.Market()
	for _, step := range o.Steps {
		s.Waterfall = append(s.Waterfall, waterfallStep(&before, &step, s.Impacts))
		before = step
	}
	s.Categories = comparedSlices(c.By(calc.ByCategory, number))
	s.Costs = costs(o.Steps, &s)
	s.flag()
	return s
}

// comparedImpacts puts the totals of an assessment beside those of another.
func comparedImpacts(base, other *calc.Assessment) []ComparedImpact {
	var list []ComparedImpact
	for _, key := range base.Impacts() {
		if key == factors.Mass && base.Units().IsZero() && other.Units().IsZero() {
			continue
		}
		i := comparedImpact(base.Shown(), other.Shown(), key)
		i.Unit, i.CoverageBefore, i.Coverage = base.ImpactUnit(key), base.Coverage(key), other.Coverage(key)
		had, has := base.Shown().Has(key), other.Shown().Has(key)
		i.Known, i.OneSided = had && has, had != has
		list = append(list, i)
		before, hadMarket := base.Market()
		after, hasMarket := other.Market()
		if key == factors.GWP && base.Method().WithDefaults().View == calc.LocationBased && (hadMarket || hasMarket) {
			market := comparedImpact(before, after, key)
			market.Market, market.Known, market.Unit = true, true, i.Unit
			market.CoverageBefore, market.Coverage = i.CoverageBefore, i.Coverage
			list = append(list, market)
		}
	}
	return list
}

func comparedImpact(before, after calc.Values, key factors.Impact) ComparedImpact {
	i := ComparedImpact{Key: key, Baseline: before.Total(key), Value: after.Total(key)}
	i.Difference = i.Value.Sub(i.Baseline)
	if !i.Baseline.IsZero() {
		i.Relative = decimal.NewNullDecimal(share(i.Difference, i.Baseline))
	}
	first, second := before.ByStage(key), after.ByStage(key)
	for _, stage := range factors.Stages {
		_, had := first[stage]
		_, has := second[stage]
		if had || has {
			i.Stages = append(i.Stages, ComparedStage{stage, first[stage], second[stage], second[stage].Sub(first[stage])})
		}
	}
	if key == factors.GWP {
		i.Scopes = comparedScopes(before.ByScope(key), after.ByScope(key))
	}
	return i
}

// comparedScopes adds the categories of each scope up.
func comparedScopes(before, after map[calc.Scope]decimal.Decimal) []ComparedScope {
	var list []ComparedScope
	for _, number := range []int{2, 3} {
		s, there := ComparedScope{Number: number}, false
		for _, scope := range calc.Scopes {
			if scopeNumber(scope) != number {
				continue
			}
			first, had := before[scope]
			second, has := after[scope]
			s.Baseline, s.Value, there = s.Baseline.Add(first), s.Value.Add(second), there || had || has
		}
		if s.Difference = s.Value.Sub(s.Baseline); there {
			list = append(list, s)
		}
	}
	return list
}

// waterfallStep is what a step adds to the one before it, for the impacts that the
// scenario shows.
func waterfallStep(before, after *comparison.Step, shown []ComparedImpact) WaterfallStep {
	w := WaterfallStep{Name: after.Name, Change: after.Change, Units: after.Units, Activities: after.Activities, Profiles: after.Profiles, Changed: after.Changed}
	for _, i := range shown {
		first, second := before.Shown, after.Shown
		if i.Market {
			first, second = before.Market, after.Market
		}
		d := comparedImpact(first, second, i.Key)
		step := StepImpact{Key: i.Key, Market: i.Market, Difference: d.Difference, Scopes: d.Scopes}
		for _, s := range i.Stages {
			var part decimal.Decimal
			for _, have := range d.Stages {
				if have.Stage == s.Stage {
					part = have.Difference
				}
			}
			step.Stages = append(step.Stages, StepStage{s.Stage, part})
		}
		w.Impacts = append(w.Impacts, step)
	}
	return w
}

// comparedSlices joins a breakdown before and after by its keys.
func comparedSlices(s comparison.Slices) []ComparedSlice {
	byKey := make(map[string]*ComparedSlice)
	var list []*ComparedSlice
	of := func(key string) *ComparedSlice {
		if byKey[key] == nil {
			byKey[key] = &ComparedSlice{Key: key}
			list = append(list, byKey[key])
		}
		return byKey[key]
	}
	for _, b := range s.Before {
		c := of(b.Key)
		c.UnitsBefore, c.Baseline, c.ActivitiesBefore = b.Units, b.Values.Total(factors.GWP), b.Activities
	}
	for _, a := range s.After {
		c := of(a.Key)
		c.Units, c.Value, c.Activities = a.Units, a.Values.Total(factors.GWP), a.Activities
	}
	sorted := make([]ComparedSlice, len(list))
	for i, c := range list {
		c.Difference = c.Value.Sub(c.Baseline)
		sorted[i] = *c
	}
	slices.SortStableFunc(sorted, func(a, b ComparedSlice) int {
		return cmp.Or(b.Difference.Abs().Cmp(a.Difference.Abs()), cmp.Compare(a.Key, b.Key))
	})
	return sorted
}

// costs adds up what the changes cost, by currency.
func costs(steps []comparison.Step, s *ComparedScenario) []Cost {
	sums := make(map[string]decimal.Decimal)
	partial, saved := false, decimal.Zero
	for i, step := range steps {
		if step.Change == nil || step.Change.Cost == nil {
			does := step.Change == nil || !step.Change.Rebound && !s.Waterfall[i].idle()
			partial = partial || does
			continue
		}
		saved = saved.Sub(s.Waterfall[i].Difference(factors.GWP, false))
		c := step.Change.Cost
		sums[c.Currency] = sums[c.Currency].Add(c.Total(step.Units))
	}
	gwp, _ := s.Impact(factors.GWP, false)
	if !partial {
		saved = gwp.Difference.Neg()
	}
	var list []Cost
	for _, currency := range slices.Sorted(maps.Keys(sums)) {
		cost := Cost{Currency: currency, Amount: sums[currency], Partial: partial}
		if gwp.Known && saved.IsPositive() && len(sums) == 1 {
			cost.PerTonne = decimal.NewNullDecimal(share(cost.Amount, saved.Shift(-3)))
		}
		list = append(list, cost)
	}
	return list
}

// rank orders the scenarios by their climate totals.
func (c *Comparison) rank() {
	for i := range c.Scenarios {
		c.Ranking = append(c.Ranking, i)
	}
	slices.SortStableFunc(c.Ranking, func(a, b int) int {
		switch first, second := c.compared(a), c.compared(b); {
		case first && second:
			return c.difference(a).Cmp(c.difference(b))
		case first:
			return -1
		case second:
			return 1
		}
		return 0
	})
}

// compared reports whether the climate total of a scenario is known beside the baseline's.
func (c *Comparison) compared(number int) bool {
	gwp, there := c.Scenarios[number].Impact(factors.GWP, false)
	return there && gwp.Known
}

// Compared is the part of the ranking of which the climate total is known: of the others
// nobody can say what they save.
func (c *Comparison) Compared() []int {
	known := slices.IndexFunc(c.Ranking, func(at int) bool { return !c.compared(at) })
	if known < 0 {
		return c.Ranking
	}
	return c.Ranking[:known]
}

// Climate is the climate total of the baseline.
func (c *Comparison) Climate() ComparedImpact {
	at := slices.IndexFunc(c.Impacts, func(i ComparedImpact) bool { return i.Key == factors.GWP && !i.Market })
	if at < 0 {
		return ComparedImpact{}
	}
	return c.Impacts[at]
}

func (c *Comparison) difference(number int) decimal.Decimal {
	gwp, _ := c.Scenarios[number].Impact(factors.GWP, false)
	return gwp.Difference
}

// uncertain takes over how sure the differences are.
func (c *Comparison) uncertain(result *uncertainty.Result) {
	if result == nil {
		return
	}
	u := &ComparedUncertainty{Uncertainty: Uncertainty{result.Method, result.Draws, result.Seed}}
	for i := range c.Scenarios {
		intervals := make(map[factors.Impact]DifferenceInterval)
		for _, f := range result.Outcomes[i+1].Differences {
			if (f.Key == uncertainty.Key{Impact: f.Impact}) {
				interval := intervalOf(f.Interval)
				interval.Known = true
				intervals[f.Impact] = DifferenceInterval{interval, significant(f.Saving)}
			}
		}
		u.Scenarios = append(u.Scenarios, intervals)
		var below []decimal.Decimal
		for j := range c.Scenarios {
			if p, simulated := result.Below(i+1, j+1, factors.GWP); simulated {
				below = append(below, significant(p))
			}
		}
		if below != nil {
			u.Below = append(u.Below, below)
		}
	}
	c.Uncertainty = u
}

// families tells whether the ranking holds with other factors.
func (c *Comparison) families(others []comparison.Family) {
	for _, o := range others {
		f := Family{Name: o.Name, Baseline: o.Baseline.Total(factors.GWP), SameOrder: true}
		for _, values := range o.Outcomes {
			f.Differences = append(f.Differences, values.Total(factors.GWP).Sub(f.Baseline))
		}
		ranking := c.Compared()
		for _, at := range ranking {
			own, _ := c.Scenarios[at].Impact(factors.GWP, false)
			if own.Scale().Show(f.Differences[at]).Sign() != own.Difference.Sign() { // as it is shown: next to nothing is no saving
				f.Turned = append(f.Turned, at)
			}
		}
		f.SameSigns = len(f.Turned) == 0
		for i := 1; i < len(ranking); i++ {
			if f.Differences[ranking[i-1]].GreaterThan(f.Differences[ranking[i]]) {
				f.SameOrder = false
			}
		}
		c.Families = append(c.Families, f)
	}
}
