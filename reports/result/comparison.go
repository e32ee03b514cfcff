package result

import (
	_ "embed"
	"encoding/json"
	"io"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// ComparisonSchema is the JSON Schema (2020-12) of what [WriteComparison] writes.
//
//go:embed comparison.schema.json
var ComparisonSchema []byte

// comparisonName is what a comparison names its schema by.
const comparisonName = "urn:govfootprint:comparison:1"

type comparisonDocument struct {
	Schema       string             `json:"schema"`
	Organisation string             `json:"organisation,omitempty"`
	Period       string             `json:"period"`
	Earlier      string             `json:"earlier_period,omitempty"` // of two years
	Basis        string             `json:"basis"`
	Electricity  string             `json:"electricity"`
	Baseline     []comparedTotal    `json:"baseline"`
	Scenarios    []comparedScenario `json:"scenarios"`
	Ranking      []int              `json:"ranking"` // numbers of scenarios, the least climate change first
	Families     []comparedFamily   `json:"other_factors"`
	Uncertainty  *comparedDraws     `json:"uncertainty,omitempty"`
	Factors      []factor           `json:"factors"`
	Manifest     manifest           `json:"manifest"`
}

type comparedTotal struct {
	Impact  factors.Impact         `json:"impact"`
	View    string                 `json:"electricity"`
	Unit    string                 `json:"unit"`
	Value   *text                  `json:"value"` // null: nothing is known
	ByStage map[factors.Stage]text `json:"by_stage"`
}

type comparedScenario struct {
	Number      int               `json:"number"`
	Name        string            `json:"name,omitempty"`
	Description string            `json:"description,omitempty"`
	File        string            `json:"file,omitempty"`
	Impacts     []comparedImpact  `json:"impacts"`
	Waterfall   []waterfallStep   `json:"waterfall"`
	Flags       []comparedFlag    `json:"flags"`
	Costs       []comparedCost    `json:"costs"`
	Notes       []comparedNote    `json:"notes"`
	Categories  []comparedSlice   `json:"categories"`
	Intervals   []differenceRange `json:"intervals,omitempty"`
}

type comparedImpact struct {
	comparedTotal

	Baseline       text                   `json:"baseline"`
	Difference     text                   `json:"difference"`
	Relative       *text                  `json:"relative"` // of the baseline; null where that is 0
	Stages         map[factors.Stage]text `json:"difference_by_stage"`
	Scopes         map[int]text           `json:"difference_by_scope,omitempty"` // of the climate total
	Coverage       text                   `json:"coverage"`
	CoverageBefore text                   `json:"baseline_coverage"`
}

type waterfallStep struct {
	Name       string                            `json:"name"`
	Reason     string                            `json:"reason,omitempty"`
	Rebound    bool                              `json:"rebound,omitempty"`
	From       int                               `json:"from,omitempty"`
	To         int                               `json:"to,omitempty"`
	Line       int                               `json:"line,omitempty"`
	Units      text                              `json:"units"`
	Activities int64                             `json:"activities"`
	Difference map[string]text                   `json:"difference"`
	Stages     map[string]map[factors.Stage]text `json:"difference_by_stage"`
}

type comparedFlag struct {
	Kind    reports.FlagKind `json:"kind"`
	Impact  factors.Impact   `json:"impact,omitempty"`
	Share   *text            `json:"share,omitempty"`
	Step    string           `json:"step,omitempty"`
	Message string           `json:"message"`
}

type comparedCost struct {
	Currency string `json:"currency"`
	Amount   text   `json:"amount"`
	PerTonne *text  `json:"per_tonne_co2e"`
	Partial  bool   `json:"partial"`
}

type comparedNote struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type comparedSlice struct {
	Category       string `json:"category"`
	UnitsBefore    text   `json:"baseline_units"`
	Units          text   `json:"units"`
	Baseline       text   `json:"baseline_gwp"`
	Value          text   `json:"gwp"`
	DifferenceText text   `json:"difference_gwp"`
}

type comparedFamily struct {
	Pack        string `json:"pack"`
	Baseline    text   `json:"baseline_gwp"`
	Differences []text `json:"difference_gwp"`
	SameRanking bool   `json:"same_ranking"`
	SameSigns   bool   `json:"same_signs"`
}

type comparedDraws struct {
	Method string   `json:"method"`
	Draws  int      `json:"draws,omitempty"`
	Seed   string   `json:"seed,omitempty"`
	Below  [][]text `json:"probability_below,omitempty"`
}

type differenceRange struct {
	Impact factors.Impact `json:"impact"`
	Low    text           `json:"low"`
	Median text           `json:"median"`
	High   text           `json:"high"`
	Saving text           `json:"probability_of_saving"`
}

// WriteComparison writes a comparison as JSON.
func WriteComparison(w io.Writer, c *reports.Comparison, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(comparisonOf(c, texts))
}

func comparisonOf(c *reports.Comparison, texts *wording.Catalogue) comparisonDocument {
	d := comparisonDocument{
		Schema: comparisonName, Organisation: c.Organisation, Period: c.Period.String(),
		Basis: string(c.Method.WithDefaults().Basis), Electricity: string(c.View()),
		Baseline: []comparedTotal{}, Scenarios: []comparedScenario{}, Ranking: []int{}, Families: []comparedFamily{}, Factors: []factor{},
	}
	if c.Years {
		d.Earlier = c.Earlier.String()
	}
	for _, i := range c.Impacts {
		d.Baseline = append(d.Baseline, totalOf(c, i))
	}
	for i := range c.Scenarios {
		d.Scenarios = append(d.Scenarios, scenarioOf(c, i, texts))
	}
	for _, at := range c.Ranking {
		d.Ranking = append(d.Ranking, c.Scenarios[at].Number)
	}
	for _, f := range c.Families {
		out := comparedFamily{f.Name, f.Baseline.String(), []text{}, f.SameOrder, f.SameSigns}
		for _, difference := range f.Differences {
			out.Differences = append(out.Differences, difference.String())
		}
		d.Families = append(d.Families, out)
	}
	if u := c.Uncertainty; u != nil {
		d.Uncertainty = &comparedDraws{Method: string(u.Method), Draws: u.Draws}
		if u.Method == uncertainty.BySimulation {
			d.Uncertainty.Seed = strconv.FormatUint(u.Seed, 10)
		}
		for _, row := range u.Below {
			list := make([]text, len(row))
			for i, p := range row {
				list[i] = p.String()
			}
			d.Uncertainty.Below = append(d.Uncertainty.Below, list)
		}
	}
	for _, u := range c.Factors {
		d.Factors = append(d.Factors, factorOf(u))
	}
	d.Manifest = manifestOf(&reports.Report{Manifest: c.Manifest, Packs: c.Packs})
	return d
}

// viewOf names the accounting of electricity that an impact is shown by.
func viewOf(c *reports.Comparison, i reports.ComparedImpact) string {
	if i.Market {
		return "market"
	}
	return string(c.View())
}

func totalOf(c *reports.Comparison, i reports.ComparedImpact) comparedTotal {
	t := comparedTotal{Impact: i.Key, View: viewOf(c, i), Unit: i.Unit, ByStage: map[factors.Stage]text{}}
	t.Value = maybe(decimal.NullDecimal{Decimal: i.Value, Valid: i.Known})
	for _, s := range i.Stages {
		t.ByStage[s.Stage] = s.Value.String()
	}
	return t
}

// stepKey names an impact in a step: the market-based climate total stands beside the
// location-based one.
func stepKey(key factors.Impact, market bool) string {
	if market {
		return string(key) + "_market"
	}
	return string(key)
}

func scenarioOf(c *reports.Comparison, at int, texts *wording.Catalogue) comparedScenario {
	s := &c.Scenarios[at]
	out := comparedScenario{
		Number: s.Number, Name: s.Name, Description: s.Description, File: s.File,
		Impacts: []comparedImpact{}, Waterfall: []waterfallStep{}, Flags: []comparedFlag{}, Costs: []comparedCost{}, Notes: []comparedNote{}, Categories: []comparedSlice{},
	}
	for _, i := range s.Impacts {
		impact := comparedImpact{
			comparedTotal: totalOf(c, i), Baseline: i.Baseline.String(), Difference: i.Difference.String(), Relative: maybe(i.Relative),
			Stages: map[factors.Stage]text{}, Coverage: i.Coverage.Share.String(), CoverageBefore: i.CoverageBefore.Share.String(),
		}
		for _, st := range i.Stages {
			impact.Stages[st.Stage] = st.Difference.String()
		}
		for _, sc := range i.Scopes {
			if impact.Scopes == nil {
				impact.Scopes = make(map[int]text)
			}
			impact.Scopes[sc.Number] = sc.Difference.String()
		}
		out.Impacts = append(out.Impacts, impact)
		if sure, ok := intervalOf(c, at, i); ok {
			out.Intervals = append(out.Intervals, differenceRange{i.Key, sure.Low.String(), sure.Median.String(), sure.High.String(), sure.Saving.String()})
		}
	}
	for i := range s.Waterfall {
		out.Waterfall = append(out.Waterfall, stepOf(&s.Waterfall[i]))
	}
	for _, f := range s.Flags {
		out.Flags = append(out.Flags, comparedFlag{f.Kind, f.Impact, maybe(f.Share), f.Step, texts.Flag(f, s.Name)})
	}
	for _, cost := range s.Costs {
		out.Costs = append(out.Costs, comparedCost{cost.Currency, cost.Amount.String(), maybe(cost.PerTonne), cost.Partial})
	}
	for _, n := range s.Notes {
		out.Notes = append(out.Notes, comparedNote{n.File, n.At.Line, n.At.Column, texts.Sayf(n.Message.Format, n.Message.Args...)})
	}
	for _, slice := range s.Categories {
		out.Categories = append(out.Categories, comparedSlice{
			slice.Key, slice.UnitsBefore.String(), slice.Units.String(), slice.Baseline.String(), slice.Value.String(), slice.Difference.String(),
		})
	}
	return out
}

func intervalOf(c *reports.Comparison, at int, i reports.ComparedImpact) (reports.DifferenceInterval, bool) {
	if c.Uncertainty == nil || at >= len(c.Uncertainty.Scenarios) || i.Market {
		return reports.DifferenceInterval{}, false
	}
	sure, ok := c.Uncertainty.Scenarios[at][i.Key]
	return sure, ok
}

func stepOf(w *reports.WaterfallStep) waterfallStep {
	out := waterfallStep{
		Name: w.Name, Units: w.Units.String(), Activities: w.Activities,
		Difference: map[string]text{}, Stages: map[string]map[factors.Stage]text{},
	}
	if w.Change != nil {
		out.Reason, out.Rebound, out.From, out.To, out.Line = w.Change.Reason, w.Change.Rebound, w.Change.Phase.From, w.Change.Phase.To, w.Change.At.Line
	}
	for _, i := range w.Impacts {
		key := stepKey(i.Key, i.Market)
		out.Difference[key] = i.Difference.String()
		out.Stages[key] = map[factors.Stage]text{}
		for _, s := range i.Stages {
			out.Stages[key][s.Stage] = s.Difference.String()
		}
	}
	return out
}
