// Package pcrsi writes the results in the response format of PCR-SI, the exchange
// format for footprints of information systems after ADEME's product category
// rules, so that tools that speak it can read them: NumEcoEval and its relatives.
// https://github.com/Boavizta/PCR-SI_dataformat (MIT), response.json and
// ImpactObject.md of March 2024.
//
// The format is published as an example with notes, not as a schema; the schema
// in this package is this project's reading of it, and every response is valid
// by it. Figures have all their digits. An indicator of a stage that is not known
// is absent, never 0.
package pcrsi

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// impactObject is the format's measure of anything: indicators by life-cycle stage.
type impactObject struct {
	Build        indicators `json:"BLD"` //nolint:tagliatelle // the format's own codes
	Distribution indicators `json:"DIS"` //nolint:tagliatelle // the same
	Use          indicators `json:"USE"` //nolint:tagliatelle // the same
	EndOfLife    indicators `json:"EOL"` //nolint:tagliatelle // the same
}

// indicators are figures by the format's codes.
type indicators map[string]json.Number

// indicator is how the format calls an impact.
type indicator struct {
	Code   string `json:"indicator"`
	Source string `json:"source"`
	Unit   string `json:"unit"`
	impact factors.Impact
}

// stated says where the characterisation of an indicator is: packs hold figures
// of several publications, each with its own.
const stated = "as the source of each factor states it"

// known are the impacts that the format has an indicator for with the same
// meaning and unit. It has none for kWh of electricity and for the mass of waste;
// its water (m3 eq) is weighted by scarcity, and figures of packs are partly volumes.
var known = []indicator{
	{"GWP", stated, "kg CO2 eq", factors.GWP},
	{"ADPe", stated, "kg Sb eq", factors.ADPe},
	{"TPE", stated, "MJ", factors.PrimaryEnergy},
}

// newImpacts gathers an impact object from what knows its parts.
func newImpacts(part func(factors.Impact, factors.Stage) (decimal.Decimal, bool)) impactObject {
	stage := func(s factors.Stage) indicators {
		list := indicators{}
		for _, i := range known {
			if value, ok := part(i.impact, s); ok {
				list[i.Code] = json.Number(value.String())
			}
		}
		return list
	}
	return impactObject{stage(factors.Manufacturing), stage(factors.Distribution), stage(factors.Use), stage(factors.EndOfLife)}
}

// metadata says what a response is about.
type metadata struct {
	Organization string      `json:"organization"`
	Dataset      string      `json:"dataset"`
	Timestamp    string      `json:"timestamp"`
	Provider     string      `json:"provider"`
	Sources      []source    `json:"sources"`
	Version      string      `json:"version"`
	Indicators   []indicator `json:"indicators"`
}

// source is a set of factors.
type source struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// newMetadata says what a report is about. The timestamp is the end of the
// reporting period: no clock has a part in a report, so that the same inputs give
// the same bytes.
func newMetadata(r *reports.Report) metadata {
	m := metadata{
		Organization: r.Organisation,
		Dataset:      "IT footprint " + r.Period.String() + ", " + string(r.Method.WithDefaults().Basis) + ", " + string(r.View()) + "-based electricity",
		Timestamp:    r.Period.End.Time().Format("06-01-02") + "-23:59:59",
		Provider:     r.Manifest.Program,
		Sources:      []source{},
		Version:      r.Manifest.Version,
		Indicators:   []indicator{},
	}
	for _, p := range r.Packs {
		if p.Used > 0 {
			m.Sources = append(m.Sources, source{p.Name, p.Version})
		}
	}
	for _, i := range known {
		if impact, ok := r.Impact(i.impact); ok && impact.Shown.Valid {
			m.Indicators = append(m.Indicators, i)
		}
	}
	return m
}

// newTotal is the impact of everything, in the view of the breakdowns.
func newTotal(r *reports.Report) impactObject {
	return newImpacts(func(impact factors.Impact, stage factors.Stage) (decimal.Decimal, bool) {
		i, _ := r.Impact(impact)
		shown := i.Stage(stage).Shown
		return shown.Decimal, shown.Valid
	})
}

// tag is what several items have in common, with their impact.
type tag struct {
	Name    string       `json:"name"`
	Impacts impactObject `json:"impacts"`
}

// tagged are the dimensions that make tags, each written as dimension=value, as
// filters of the command line are.
var tagged = []calc.Dimension{calc.ByDepartment, calc.BySite, calc.ByHosting, calc.ByService, calc.ByKind}

// newTags lists every tag.
func newTags(r *reports.Report) []tag {
	tags := []tag{}
	for _, dimension := range tagged {
		for _, s := range r.Breakdown(dimension).Slices {
			if s.Key != "" {
				tags = append(tags, tag{tagName(dimension, s.Key), newImpacts(s.Stage)})
			}
		}
	}
	return tags
}

func tagName(dimension calc.Dimension, key string) string { return string(dimension) + "=" + key }

// tagsOf lists the tags of a line.
func tagsOf(p *inventory.Profile) []string {
	tags := []string{}
	for _, t := range []struct {
		dimension calc.Dimension
		key       string
	}{
		{calc.ByDepartment, p.Department},
		{calc.BySite, p.Site},
		{calc.ByHosting, string(p.Hosting)},
		{calc.ByService, p.Service},
		{calc.ByKind, string(p.Kind)},
	} {
		if t.key != "" {
			tags = append(tags, tagName(t.dimension, t.key))
		}
	}
	return tags
}

// quality is which share of the impact on the climate rests on data of which
// quality.
type quality struct {
	High   json.Number `json:"high"`
	Medium json.Number `json:"medium"`
	Low    json.Number `json:"low"`
}

// newQuality adds up the shares of grades; nil where the impact is not known.
func newQuality(r *reports.Report) *quality {
	gwp, ok := r.Impact(factors.GWP)
	if !ok || len(gwp.Grades) == 0 {
		return nil
	}
	shares := make(map[string]decimal.Decimal)
	for _, g := range gwp.Grades {
		shares[level(g.Grade)] = shares[level(g.Grade)].Add(g.Share)
	}
	number := func(level string) json.Number { return json.Number(shares[level].String()) }
	return &quality{number("high"), number("medium"), number("low")}
}

// level is the format's word for a grade: A and B are of the thing itself, C is
// typical for its kind, all else stands in for it.
func level(g factors.Grade) string {
	switch g {
	case factors.GradeA, factors.GradeB:
		return "high"
	case factors.GradeC:
		return "medium"
	default:
		return "low"
	}
}

// detail is the impact of one item: here a line, which is all units that are
// alike in everything that decides the result.
type detail struct {
	Type     string       `json:"type"`
	Name     string       `json:"name"`
	Tags     []string     `json:"tags"`
	Quality  string       `json:"quality"`
	Impacts  impactObject `json:"impacts"`
	Source   string       `json:"source"`
	Provider string       `json:"provider"`
}

// newDetail is the detail of a line, with the ids of the factors behind it.
func newDetail(r *reports.Report, line *reports.Line, ids string) detail {
	p := &line.Profile
	d := detail{
		Type: p.Category, Name: strings.TrimSpace(p.Manufacturer + " " + p.Model), Tags: tagsOf(p), Quality: level(line.Grade),
		Impacts: newImpacts(line.Stage), Source: ids, Provider: strings.TrimSpace(r.Manifest.Program + " " + r.Manifest.Version),
	}
	if d.Type == "" {
		d.Type = "unknown"
	}
	if p.Model == "" {
		d.Name = strings.Trim(p.Category+"/"+p.Variant, "/")
	}
	if d.Name == "" {
		d.Name = "line " + strconv.Itoa(line.Number)
	}
	return d
}
