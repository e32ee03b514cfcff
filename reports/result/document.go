package result

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// A resultDocument is what stands in the file, in its order.
type resultDocument struct {
	Schema       string                      `json:"schema"`
	Organisation string                      `json:"organisation,omitempty"`
	Period       string                      `json:"period"`
	Basis        string                      `json:"basis"`
	Electricity  string                      `json:"electricity"`    // the setting
	View         string                      `json:"breakdown_view"` // of electricity; totals are location-based
	Country      string                      `json:"country,omitempty"`
	Users        int64                       `json:"users,omitempty"`
	Units        text                        `json:"units"`
	Activities   int64                       `json:"activities"`
	Totals       map[factors.Impact]total    `json:"totals"`
	Uncertainty  *uncertain                  `json:"uncertainty,omitempty"`
	Use          electricity                 `json:"electricity_use"`
	Breakdown    map[string][]map[string]any `json:"breakdown"`
	Services     []service                   `json:"services,omitempty"`
	Capacity     *capacity                   `json:"capacity,omitempty"`
	Avoided      []avoided                   `json:"avoided"`
	Circularity  circularity                 `json:"circularity"`
	Disclosures  []disclosed                 `json:"disclosures"`
	Rows         rows                        `json:"rows"`
	Problems     []problem                   `json:"problems"`
	Omitted      int64                       `json:"problems_omitted,omitempty"`
	Findings     []finding                   `json:"findings"`
	Factors      []factor                    `json:"factors"`
	Manifest     manifest                    `json:"manifest"`
}

// text is a decimal as JSON writes it.
type text = string

// maybe is a decimal that may not be known: null then.
func maybe(d decimal.NullDecimal) *text {
	if !d.Valid {
		return nil
	}
	s := d.Decimal.String()
	return &s
}

type total struct {
	Value    *text                  `json:"value"` // null: nothing is known
	Unit     string                 `json:"unit"`
	ByStage  map[factors.Stage]text `json:"by_stage"`
	Low      *text                  `json:"low,omitempty"`
	Median   *text                  `json:"median,omitempty"`
	High     *text                  `json:"high,omitempty"`
	Error    *samplingError         `json:"sampling_error,omitempty"`
	Causes   []cause                `json:"causes,omitempty"`
	Several  *text                  `json:"several_stages,omitempty"`
	Market   *text                  `json:"market_based,omitempty"`
	Coverage text                   `json:"coverage"` // share of units, 0 to 1
	Covered  coverage               `json:"covered"`
	Grades   map[string]text        `json:"grades"` // how much rests on data of each grade, in the breakdowns' view
}

type coverage struct {
	Units        text  `json:"units"`
	UnitsCovered text  `json:"units_covered"`
	UnitsPartly  text  `json:"units_partly"`
	Rows         int64 `json:"rows"`
	RowsCovered  int64 `json:"rows_covered"`

	Activities        int64 `json:"activities"`
	ActivitiesCovered int64 `json:"activities_covered"`
}

// service is the footprint of a service by its functional unit.
type service struct {
	Service    string                     `json:"service"`
	Unit       string                     `json:"functional_unit"`
	Count      text                       `json:"count"`
	Rows       int64                      `json:"rows"`
	Activities int64                      `json:"activities"`
	Units      text                       `json:"units"`
	Impacts    map[factors.Impact]perUnit `json:"impacts"`
	Intensity  *intensity                 `json:"sci,omitempty"` // absent: the basis spreads nothing over the life, or nothing is known
}

type perUnit struct {
	Total   text     `json:"total"`
	PerUnit text     `json:"per_functional_unit"`
	Covered coverage `json:"covered"`
}

type intensity struct {
	Value       text `json:"kgco2e_per_functional_unit"`
	Energy      text `json:"energy_kwh"`
	Operational text `json:"operational_kgco2e"`
	Embodied    text `json:"embodied_kgco2e"`
	Whole       text `json:"not_told_apart_kgco2e"`
}

// capacity is how much of the hosts of virtual machines serves none.
type capacity struct {
	Hosts text `json:"hosts"`
	Idle  text `json:"idle"`
	GWP   text `json:"gwp"`
	Spare text `json:"gwp_idle"`
	Share text `json:"idle_share"`
}

type electricity struct {
	Total    *text           `json:"kwh"` // null where nothing is known, as in the totals
	IT       *text           `json:"kwh_equipment"`
	Overhead *text           `json:"kwh_overhead"`
	ByScope  map[string]text `json:"kwh_by_scope"`
}

type avoided struct {
	Category string `json:"category"`
	Route    string `json:"route"`
	Impact   string `json:"impact"`
	Units    text   `json:"units"`
	Value    text   `json:"value"`
}

type circularity struct {
	Withdrawn       map[string]text     `json:"withdrawn"`
	Waste           map[string]text     `json:"waste_kg"`
	WithoutMass     text                `json:"withdrawn_without_mass"`
	Lifetimes       map[string]lifetime `json:"lifetimes"`
	SecondHand      *text               `json:"second_hand"` // null: nobody states the condition of any unit
	SecondHandShare *text               `json:"second_hand_share"`
}

type lifetime struct {
	Years text `json:"years"`
	Units text `json:"units"`
}

type rows struct {
	Read         int64    `json:"read"`
	Assessed     int64    `json:"assessed"`
	Unrecognised int64    `json:"unrecognised"`
	Excluded     int64    `json:"excluded"`
	Rejected     int64    `json:"rejected"`
	Exclusions   []reason `json:"exclusions"`
	Rejections   []reason `json:"rejections"`
}

type reason struct {
	Code  string `json:"code"`
	Rows  int64  `json:"rows"`
	Units *text  `json:"units,omitempty"`
}

type problem struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	File     string   `json:"file"`
	Sheet    string   `json:"sheet"`
	Row      int      `json:"row"` // 0 for a whole sheet or file
	Column   string   `json:"column"`
	Value    string   `json:"value"`
	Message  string   `json:"message"`
	Fix      string   `json:"fix,omitempty"`
	Args     []string `json:"args,omitempty"`
}

type finding struct {
	Code         string   `json:"code"`
	Severity     string   `json:"severity"`
	Stage        string   `json:"stage,omitempty"`
	Impact       string   `json:"impact,omitempty"`
	Category     string   `json:"category,omitempty"`
	Place        string   `json:"place,omitempty"`
	Units        text     `json:"units"`
	Rows         int64    `json:"rows"`
	Effect       *text    `json:"effect,omitempty"`
	EffectImpact string   `json:"effect_impact,omitempty"`
	EffectBasis  string   `json:"effect_basis,omitempty"`
	Message      string   `json:"message"`
	Fix          string   `json:"fix,omitempty"`
	Args         []string `json:"args,omitempty"`
}

type factor struct {
	ID       string  `json:"id"`
	Pack     string  `json:"pack"`
	Subject  string  `json:"subject"`
	Property string  `json:"property"`
	Stage    string  `json:"stage,omitempty"`
	Impact   string  `json:"impact,omitempty"`
	Place    string  `json:"place,omitempty"`
	Year     int     `json:"year,omitempty"`
	Value    text    `json:"value"`
	Low      *text   `json:"low,omitempty"`
	High     *text   `json:"high,omitempty"`
	Unit     string  `json:"unit"`
	Quality  string  `json:"quality,omitempty"`
	Grade    string  `json:"grade,omitempty"`
	Units    text    `json:"units"` // of equipment that it was applied to
	Rows     int64   `json:"rows"`
	Source   *source `json:"source"`
	Note     string  `json:"note,omitempty"`
}

type source struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      string `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Licence   string `json:"licence,omitempty"`
}

type manifest struct {
	Program string   `json:"program"`
	Version string   `json:"version"`
	Files   []file   `json:"files"`
	Packs   []pack   `json:"packs"`
	Options []option `json:"options"`
}

type file struct {
	Name   string  `json:"name"`
	SHA256 string  `json:"sha256"`
	Size   int64   `json:"size"`
	Format string  `json:"format,omitempty"`
	Code   string  `json:"encoding,omitempty"`
	Delim  string  `json:"delimiter,omitempty"`
	Sheets []sheet `json:"sheets,omitempty"`
}

type sheet struct {
	Name    string       `json:"name,omitempty"`
	Layout  string       `json:"layout,omitempty"`
	Header  int          `json:"header_row,omitempty"`
	Why     string       `json:"not_read,omitempty"` // why the sheet was not
	Rows    int64        `json:"rows"`
	Missing []string     `json:"missing,omitempty"`
	Columns []columnRead `json:"columns,omitempty"`
}

// columnRead is what a column was taken for.
type columnRead struct {
	Header  string `json:"header"`
	Field   string `json:"field,omitempty"`    // absent: not read
	Why     string `json:"not_read,omitempty"` // why not
	How     string `json:"how,omitempty"`
	Unit    string `json:"unit,omitempty"`
	Means   string `json:"means,omitempty"`
	Instead string `json:"instead,omitempty"`
}

type pack struct {
	Name      string `json:"name"`
	Version   string `json:"version"`
	Title     string `json:"title,omitempty"`
	Hash      string `json:"hash"`
	Licence   string `json:"licence,omitempty"`
	Layer     string `json:"layer"`
	Published string `json:"published,omitempty"`
	Used      int    `json:"factors_used"`
}

type option struct {
	Key    string `json:"key"`
	Value  string `json:"value"`
	Origin string `json:"origin,omitempty"`
}

// problemOf lists a problem in words.
func problemOf(p inventory.Problem, texts *wording.Catalogue) problem {
	m := texts.Problem(p)
	return problem{
		Code: string(p.Code), Severity: string(p.Severity), File: p.File, Sheet: p.Sheet, Row: p.Row,
		Column: p.Column, Value: p.Value, Message: m.Text, Fix: m.Fix, Args: p.Args,
	}
}

// document turns a report into what stands in the file.
func document(r *reports.Report, texts *wording.Catalogue) resultDocument {
	method := r.Method.WithDefaults()
	d := resultDocument{
		Schema:       schemaName,
		Organisation: r.Organisation,
		Period:       r.Period.String(),
		Basis:        string(method.Basis),
		Electricity:  string(method.View),
		View:         string(r.View()),
		Country:      method.Country,
		Users:        method.Users,
		Units:        r.Units.String(),
		Activities:   r.Activity,
		Services:     services(r),
		Capacity:     idle(r),
		Totals:       totals(r),
		Uncertainty:  uncertaintyOf(r),
		Use:          electricityUse(r),
		Breakdown:    breakdown(r),
		Avoided:      []avoided{},
		Circularity:  circular(r),
		Disclosures:  disclosures(r, texts),
		Rows:         rowsOf(r.Rows),
		Problems:     []problem{},
		Omitted:      r.Problems.Omitted,
		Findings:     []finding{},
		Factors:      []factor{},
		Manifest:     manifestOf(r),
	}
	for _, a := range r.Avoided {
		d.Avoided = append(d.Avoided, avoided{a.Category, string(a.Route), string(a.Impact), a.Units.String(), a.Value.String()})
	}
	for _, p := range r.Problems.Items {
		d.Problems = append(d.Problems, problemOf(p, texts))
	}
	for _, f := range r.Findings {
		m := texts.Finding(f)
		d.Findings = append(d.Findings, finding{
			Code: string(f.Code), Severity: string(f.Severity), Stage: string(f.Stage), Impact: string(f.Impact),
			Category: f.Category, Place: f.Place, Units: f.Units.String(), Rows: f.Rows,
			Effect: maybe(f.Effect), EffectImpact: string(f.EffectImpact), EffectBasis: string(f.EffectBasis),
			Message: m.Text, Fix: m.Fix, Args: f.Args,
		})
	}
	for _, u := range r.Factors {
		d.Factors = append(d.Factors, factorOf(u))
	}
	return d
}
