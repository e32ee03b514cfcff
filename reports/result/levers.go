package result

import (
	_ "embed"
	"encoding/json"
	"io"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc/lever"
	"govfootprint/calc/replacement"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// LeversSchema is the JSON Schema (2020-12) of what [WriteLevers] writes.
//
//go:embed levers.schema.json
var LeversSchema []byte

// leversName is what levers name their schema by.
const leversName = "urn:govfootprint:levers:1"

type leversDocument struct {
	Schema       string           `json:"schema"`
	Organisation string           `json:"organisation,omitempty"`
	Period       string           `json:"period"`
	Basis        string           `json:"basis"`
	Electricity  string           `json:"electricity"`
	Totals       []comparedTotal  `json:"totals"`
	Replacements []replacementRow `json:"keep_or_replace"`
	Beyond       beyond           `json:"beyond_break_even"`
	Levers       []leverEntry     `json:"levers"`
	Uncertainty  *comparedDraws   `json:"uncertainty,omitempty"`
	Factors      []factor         `json:"factors"`
	Manifest     manifest         `json:"manifest"`
}

// beyond are the devices of which it is known when replacing pays, by climate change.
type beyond struct {
	Units  text `json:"units"`
	Beyond text `json:"units_beyond"`
}

type replacementRow struct {
	Category string           `json:"category"`
	Kind     string           `json:"kind,omitempty"`
	Units    text             `json:"units"`
	Dated    text             `json:"units_of_known_age"`
	Newer    newerDevices     `json:"newer_devices"`
	Impacts  []breakEven      `json:"impacts"`
	Unknown  []factors.Impact `json:"not_known"`
}

type newerDevices struct {
	Less    text `json:"less_electricity"` // share of 1; an assumption of the user
	Yearly  bool `json:"each_year"`
	Assumed bool `json:"assumed"`
}

type breakEven struct {
	Impact      factors.Impact      `json:"impact"`
	Unit        string              `json:"unit"`
	Embodied    text                `json:"embodied_per_unit"`
	Use         text                `json:"use_per_unit_year"`
	Lifetime    text                `json:"lifetime_years"`
	Improvement *ranged             `json:"break_even_improvement"` // null: it is not used
	Payback     *text               `json:"payback_years"`          // null: nothing is saved
	Verdict     replacement.Verdict `json:"pays"`
	Age         *text               `json:"break_even_age_years"` // null: at no age
	AgeLow      *text               `json:"break_even_age_low"`
	AgeHigh     *text               `json:"break_even_age_high"`
	Beyond      text                `json:"units_beyond"`
	BeyondShare *text               `json:"share_beyond"` // null: no age is known
}

type ranged struct {
	Value text `json:"value"`
	Low   text `json:"low"`
	High  text `json:"high"`
}

type leverEntry struct {
	Rank       int               `json:"rank"`
	Key        lever.Key         `json:"key"`
	Name       string            `json:"name"`
	Impacts    []leverImpact     `json:"impacts"`
	Intervals  []differenceRange `json:"intervals,omitempty"`
	Categories []leverCategory   `json:"categories"`
	Notes      []string          `json:"notes"`
	Scenario   string            `json:"scenario"` // the file that says the same
	Pack       map[string]string `json:"pack,omitempty"`
}

type leverImpact struct {
	Impact     factors.Impact `json:"impact"`
	View       string         `json:"electricity"`
	Unit       string         `json:"unit"`
	Baseline   text           `json:"baseline"`
	Difference text           `json:"difference"`
	Relative   *text          `json:"relative"`
}

type leverCategory struct {
	Category    string                  `json:"category"`
	Units       text                    `json:"units"`
	Differences map[factors.Impact]text `json:"difference"`
	PerUnit     map[factors.Impact]text `json:"one_unit_less,omitempty"`
	Interval    *ranged                 `json:"difference_gwp_interval,omitempty"`
}

// WriteLevers writes levers as JSON.
func WriteLevers(w io.Writer, l *reports.Levers, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(leversOf(l, texts))
}

func leversOf(l *reports.Levers, texts *wording.Catalogue) leversDocument {
	c := l.Comparison
	d := leversDocument{
		Schema: leversName, Organisation: c.Organisation, Period: c.Period.String(),
		Basis: string(c.Method.WithDefaults().Basis), Electricity: string(c.View()),
		Totals: []comparedTotal{}, Replacements: []replacementRow{}, Levers: []leverEntry{}, Factors: []factor{},
		Beyond: beyond{l.Units.String(), l.Beyond.String()},
	}
	for _, i := range c.Impacts {
		d.Totals = append(d.Totals, totalOf(c, i))
	}
	for i := range l.Replacements {
		d.Replacements = append(d.Replacements, replacementOf(&l.Replacements[i]))
	}
	for i := range l.Levers {
		d.Levers = append(d.Levers, leverOf(c, &l.Levers[i], i+1, texts))
	}
	if u := c.Uncertainty; u != nil {
		d.Uncertainty = &comparedDraws{Method: string(u.Method), Draws: u.Draws}
		if u.Method == uncertainty.BySimulation {
			d.Uncertainty.Seed = strconv.FormatUint(u.Seed, 10)
		}
	}
	for _, u := range c.Factors {
		d.Factors = append(d.Factors, factorOf(u))
	}
	d.Manifest = manifestOf(&reports.Report{Manifest: c.Manifest, Packs: c.Packs})
	return d
}

func replacementOf(r *reports.Replacement) replacementRow {
	out := replacementRow{
		Category: r.Category, Kind: r.Kind, Units: r.Units.String(), Dated: r.Dated.String(),
		Newer:   newerDevices{r.Newer.Less.String(), r.Newer.Yearly, r.Newer.Less.IsPositive()},
		Impacts: []breakEven{}, Unknown: []factors.Impact{},
	}
	out.Unknown = append(out.Unknown, r.Unknown...)
	for _, b := range r.Impacts {
		e := breakEven{
			Impact: b.Impact, Unit: b.Unit, Embodied: b.Embodied.String(), Use: b.Use.String(), Lifetime: b.Lifetime.String(),
			Payback: maybe(b.Payback), Verdict: b.Verdict, Age: maybe(b.Age), AgeLow: maybe(b.AgeLow), AgeHigh: maybe(b.AgeHigh),
			Beyond: b.Beyond.String(), BeyondShare: maybe(b.BeyondShare),
		}
		if b.Use.IsPositive() {
			e.Improvement = &ranged{b.Improvement.String(), b.Low.String(), b.High.String()}
		}
		out.Impacts = append(out.Impacts, e)
	}
	return out
}

func leverOf(c *reports.Comparison, l *reports.Lever, rank int, texts *wording.Catalogue) leverEntry {
	out := leverEntry{
		Rank: rank, Key: l.Key, Name: texts.Name("lever", string(l.Key)),
		Impacts: []leverImpact{}, Categories: []leverCategory{}, Notes: []string{}, Scenario: texts.LeverFile(l.Lever),
	}
	out.Notes = append(out.Notes, texts.LeverNotes(l)...)
	if l.Pack != nil {
		out.Pack = make(map[string]string)
		for name, data := range lever.PackFiles(l.Pack) {
			out.Pack[name] = string(data)
		}
	}
	if l.Scenario == nil {
		return out
	}
	for _, i := range l.Scenario.Impacts {
		if !i.Known {
			continue
		}
		out.Impacts = append(out.Impacts, leverImpact{i.Key, viewOf(c, i), i.Unit, i.Baseline.String(), i.Difference.String(), maybe(i.Relative)})
		if sure, ok := l.Intervals[i.Key]; ok && !i.Market {
			out.Intervals = append(out.Intervals, differenceRange{i.Key, sure.Low.String(), sure.Median.String(), sure.High.String(), sure.Saving.String()})
		}
	}
	for _, s := range l.Categories {
		category := leverCategory{Category: s.Key, Units: s.Units.String(), Differences: textsOf(s.Differences), PerUnit: textsOf(s.PerUnit)}
		if s.Interval.Known {
			category.Interval = &ranged{s.Differences[factors.GWP].String(), s.Interval.Low.String(), s.Interval.High.String()}
		}
		out.Categories = append(out.Categories, category)
	}
	return out
}

func textsOf(values map[factors.Impact]decimal.Decimal) map[factors.Impact]text {
	if values == nil {
		return nil
	}
	all := make(map[factors.Impact]text, len(values))
	for impact, value := range values {
		all[impact] = value.String()
	}
	return all
}
