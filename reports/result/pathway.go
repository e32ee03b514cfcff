package result

import (
	_ "embed"
	"encoding/json"
	"io"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// PathwaySchema is the JSON Schema (2020-12) of what [WritePathway] writes.
//
//go:embed pathway.schema.json
var PathwaySchema []byte

// pathwayName is what a pathway names its schema by.
const pathwayName = "urn:govfootprint:pathway:1"

type pathwayDocument struct {
	Schema       string              `json:"schema"`
	Organisation string              `json:"organisation,omitempty"`
	Basis        string              `json:"basis"`
	Electricity  string              `json:"electricity"`
	Periods      []string            `json:"periods"`
	Units        map[string]string   `json:"units"` // of the impacts
	Courses      []pathwayCourse     `json:"courses"`
	Targets      []pathwayTarget     `json:"targets"`
	Grid         []pathwayGrid       `json:"grid"`
	Assumptions  []pathwayAssumption `json:"assumptions"`
	Uncertainty  *pathwayDraws       `json:"uncertainty,omitempty"`
	Factors      []factor            `json:"factors"`
	Manifest     manifest            `json:"manifest"`
}

type pathwayCourse struct {
	Number      int             `json:"number"` // 0 is business as usual
	Name        string          `json:"name"`
	Description string          `json:"description,omitempty"`
	File        string          `json:"file,omitempty"`
	Years       []pathwayYear   `json:"years"`
	Targets     []pathwayMet    `json:"targets"`
	Changes     []pathwayChange `json:"changes"`
	Notes       []comparedNote  `json:"notes"`
}

type pathwayYear struct {
	Period  string                    `json:"period"`
	Units   text                      `json:"units"`
	Impacts map[factors.Impact]yearly `json:"impacts"`
	Flows   []pathwayFlow             `json:"flows"`
}

type yearly struct {
	Value                *text                  `json:"value"` // null: nothing is known
	ByStage              map[factors.Stage]text `json:"by_stage"`
	Coverage             text                   `json:"coverage"`
	Cumulative           *text                  `json:"cumulative"` // null: a year so far is not known
	Difference           *text                  `json:"difference"`
	CumulativeDifference *text                  `json:"cumulative_difference"`
	Band                 *band                  `json:"band,omitempty"`
	CumulativeBand       *band                  `json:"cumulative_band,omitempty"`
	DifferenceBand       *band                  `json:"cumulative_difference_band,omitempty"`
	Saving               *text                  `json:"probability_of_saving,omitempty"`
}

type band struct {
	Low    text `json:"low"`
	Median text `json:"median"`
	High   text `json:"high"`
}

type pathwayFlow struct {
	Category string `json:"category"`
	Opening  text   `json:"opening"`
	Replaced text   `json:"replaced"`
	Removed  text   `json:"removed"`
	Bought   text   `json:"bought"`
	Added    text   `json:"added"`
	Closing  text   `json:"closing"`
}

type pathwayTarget struct {
	Impact   factors.Impact `json:"impact"`
	Year     int            `json:"year"`
	Cut      text           `json:"cut"`
	Source   string         `json:"source,omitempty"`
	BaseYear int            `json:"base_year"`
	Base     text           `json:"base"`
	Aimed    text           `json:"aimed"`
	Due      []*text        `json:"due"` // by period; null outside of the line
}

// pathwayMet says where a course meets a target, by the place of the target.
type pathwayMet struct {
	Target      int   `json:"target"`
	Known       bool  `json:"known"`
	Value       *text `json:"value"`
	Above       *text `json:"above"`
	Meets       bool  `json:"meets"`
	From        *int  `json:"from"` // the first year from which on it is met; null for none
	Probability *text `json:"probability,omitempty"`
}

type pathwayChange struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
	Where  string `json:"where,omitempty"`
	Does   string `json:"does"`
	Share  text   `json:"share"`
	When   string `json:"when"`
	From   int    `json:"from,omitempty"`
	To     int    `json:"to,omitempty"`
	Line   int    `json:"line"`
}

type pathwayGrid struct {
	Place  string   `json:"place"`
	Unit   string   `json:"unit"`
	Factor string   `json:"factor"`
	Values []*text  `json:"values"` // by period
	Basis  []string `json:"basis"`  // by period: published, projected, stated, held
}

type pathwayAssumption struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

type pathwayDraws struct {
	Method string `json:"method"`
	Draws  int    `json:"draws"`
	Seed   string `json:"seed"`
}

// WritePathway writes a pathway as JSON.
func WritePathway(w io.Writer, p *reports.Pathway, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(pathwayOf(p, texts))
}

func pathwayOf(p *reports.Pathway, texts *wording.Catalogue) pathwayDocument {
	d := pathwayDocument{
		Schema: pathwayName, Organisation: p.Organisation,
		Basis: string(p.Method.WithDefaults().Basis), Electricity: string(p.View()),
		Periods: []string{}, Units: map[string]string{}, Courses: []pathwayCourse{}, Targets: []pathwayTarget{}, Grid: []pathwayGrid{},
		Assumptions: []pathwayAssumption{}, Factors: []factor{},
	}
	for _, period := range p.Periods {
		d.Periods = append(d.Periods, period.String())
	}
	for _, i := range p.Impacts {
		d.Units[string(i.Key)] = i.Unit
	}
	for n := range p.Courses {
		d.Courses = append(d.Courses, courseOf(p, n, texts))
	}
	for _, t := range p.Targets {
		out := pathwayTarget{
			Impact: t.Of, Year: t.Year, Cut: t.Cut.String(), Source: t.Source, BaseYear: t.BaseYear, Base: t.Base.String(), Aimed: t.Aimed.String(), Due: []*text{},
		}
		for _, due := range t.Due {
			out.Due = append(out.Due, maybe(due))
		}
		d.Targets = append(d.Targets, out)
	}
	for _, g := range p.Grid {
		d.Grid = append(d.Grid, gridOf(g))
	}
	for _, a := range p.Assumptions {
		d.Assumptions = append(d.Assumptions, pathwayAssumption{a.Key, texts.PathwayAssumption(a)})
	}
	if u := p.Uncertainty; u != nil {
		d.Uncertainty = &pathwayDraws{string(u.Method), u.Draws, strconv.FormatUint(u.Seed, 10)}
	}
	for _, u := range p.Factors {
		d.Factors = append(d.Factors, factorOf(u))
	}
	d.Manifest = manifestOf(&reports.Report{Manifest: p.Manifest, Packs: p.Packs})
	return d
}

// gridBases are the words for how the electricity of a year came about.
var gridBases = map[calc.FindingCode]string{
	"": "published", calc.ElectricityProjected: "projected", calc.ElectricityStated: "stated", calc.ElectricityHeld: "held",
}

func gridOf(g reports.GridCourse) pathwayGrid {
	out := pathwayGrid{Place: g.Place, Unit: g.Unit, Factor: g.Factor.ID, Values: []*text{}, Basis: []string{}}
	if out.Place == "" {
		out.Place = factors.World
	}
	for n, v := range g.Values {
		out.Values = append(out.Values, maybe(v))
		out.Basis = append(out.Basis, gridBases[g.Codes[n]])
	}
	return out
}

func courseOf(p *reports.Pathway, number int, texts *wording.Catalogue) pathwayCourse {
	c := &p.Courses[number]
	out := pathwayCourse{
		Number: c.Number, Name: c.Name, Description: c.Description, File: c.File,
		Years: []pathwayYear{}, Targets: []pathwayMet{}, Changes: []pathwayChange{}, Notes: []comparedNote{},
	}
	if number == 0 {
		out.Name = texts.Label("pathway.usual")
	}
	for n := range c.Years {
		out.Years = append(out.Years, yearOf(p, c, n))
	}
	for n, m := range c.Targets {
		met := pathwayMet{Target: n, Known: m.Known, Meets: m.Meets, Probability: maybe(m.Probability)}
		met.Value = maybe(decimal.NullDecimal{Decimal: m.Value, Valid: m.Known})
		met.Above = maybe(decimal.NullDecimal{Decimal: m.Above, Valid: m.Known})
		if m.Year != 0 {
			met.From = &m.Year
		}
		out.Targets = append(out.Targets, met)
	}
	for i := range c.Changes {
		change := &c.Changes[i]
		where := ""
		if change.Where != nil {
			where = change.Where.Text
		}
		out.Changes = append(out.Changes, pathwayChange{
			change.Name, change.Reason, where, change.Does, change.Share.String(), string(change.Timing()), change.Phase.From, change.Phase.To, change.At.Line,
		})
	}
	for _, n := range c.Notes {
		out.Notes = append(out.Notes, comparedNote{n.File, n.At.Line, n.At.Column, texts.Sayf(n.Message.Format, n.Message.Args...)})
	}
	return out
}

func yearOf(p *reports.Pathway, c *reports.PathwayCourse, at int) pathwayYear {
	y := &c.Years[at]
	out := pathwayYear{Period: p.Periods[at].String(), Units: y.Units.String(), Impacts: map[factors.Impact]yearly{}, Flows: []pathwayFlow{}}
	for n, i := range p.Impacts {
		v := y.Impacts[n]
		year := yearly{
			Value: maybe(decimal.NullDecimal{Decimal: v.Value, Valid: v.Known}), ByStage: map[factors.Stage]text{},
			Coverage:             v.Coverage.Share.String(),
			Cumulative:           maybe(decimal.NullDecimal{Decimal: v.Cumulative, Valid: v.Summed}),
			Difference:           maybe(decimal.NullDecimal{Decimal: v.Difference, Valid: v.Known}),
			CumulativeDifference: maybe(decimal.NullDecimal{Decimal: v.CumulativeDifference, Valid: v.Summed}),
			Band:                 bandOf(v.Band), CumulativeBand: bandOf(v.CumulativeBand), DifferenceBand: bandOf(v.DifferenceBand), Saving: maybe(v.Saving),
		}
		for stage, value := range v.Stages {
			year.ByStage[stage] = value.String()
		}
		out.Impacts[i.Key] = year
	}
	for _, f := range y.Flows {
		out.Flows = append(out.Flows, pathwayFlow{
			f.Category, f.Opening.String(), f.Replaced.String(), f.Removed.String(), f.Bought.String(), f.Added.String(), f.Closing.String(),
		})
	}
	return out
}

func bandOf(i reports.Interval) *band {
	if !i.Known {
		return nil
	}
	return &band{i.Low.String(), i.Median.String(), i.High.String()}
}
