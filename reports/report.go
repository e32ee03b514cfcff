// Package reports works out what a footprint report shows, once, for every
// format to write down: the terminal summary, the workbook, result JSON, CSV.
//
// A [Report] holds exact numbers and codes. Rounding for people is in package
// figure, texts are in package wording, and each format has a package of its
// own with a function Write(w, report, options).
package reports

import (
	"iter"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Report is what every format shows. It is made by [New] and then only read.
type Report struct {
	Organisation string
	Period       inventory.Period
	Basis        string // how embodied impact is spread over time: annualised, depreciated, acquired, observed
	View         string // which electricity the breakdowns and lines show: location or market
	Country      string // default place; empty: the world
	Users        int64  // 0 for unknown

	Rows     Rows
	Units    decimal.Decimal // assessed, whatever their service
	Profiles int

	Impacts     []Impact // the shipped order first, gwp at the front
	Electricity Electricity
	Scopes      []Scope
	Breakdowns  []Breakdown
	Avoided     []Avoided
	Circularity Circularity

	Findings []Finding
	Problems Problems
	Actions  []Action // what to do first, the most useful first

	Factors []Factor
	Packs   []Pack

	Manifest Manifest

	lines func() iter.Seq[Line]
}

// Lines yields one line per profile, in canonical order, worked out as they are read.
func (r *Report) Lines() iter.Seq[Line] {
	if r.lines == nil {
		return func(func(Line) bool) {}
	}
	return r.lines()
}

// Impact returns the totals of an impact, and false where it was not assessed.
func (r *Report) Impact(key factors.Impact) (Impact, bool) {
	for _, i := range r.Impacts {
		if i.Key == key {
			return i, true
		}
	}
	return Impact{}, false
}

// Breakdown returns the breakdown along a dimension; it is empty where there is none.
func (r *Report) Breakdown(dimension string) Breakdown {
	for _, b := range r.Breakdowns {
		if b.Dimension == dimension {
			return b
		}
	}
	return Breakdown{Dimension: dimension}
}

// Rows says what became of the rows that were read: Read is the sum of the others.
type Rows struct {
	Read, Assessed, Excluded, Rejected int64

	Exclusions []Reason // rightly left out, by reason, most rows first
	Rejections []Reason // not usable, by reason, most rows first
}

// Reason counts rows that were left out for one reason.
type Reason struct {
	Code  inventory.Code
	Rows  int64
	Units decimal.NullDecimal
}

// Impact is one impact's total with its parts.
type Impact struct {
	Key      factors.Impact
	Unit     string // of the values, written in full: kgCO2e
	Total    decimal.Decimal
	Stages   []StageTotal // every stage, in the order of a device's life
	Coverage Coverage
	Market   decimal.NullDecimal // the total with market-based electricity, where that is known
	Grades   []GradeShare        // how much of the total rests on data of each grade
}

// Stage returns the part of a life-cycle stage.
func (i Impact) Stage(stage factors.Stage) StageTotal {
	for _, s := range i.Stages {
		if s.Stage == stage {
			return s
		}
	}
	return StageTotal{Stage: stage}
}

// Embodied returns the sum of every stage but use.
func (i Impact) Embodied() decimal.Decimal { return i.Total.Sub(i.Stage(factors.Use).Value) }

// StageTotal is the part of a total that a stage holds.
type StageTotal struct {
	Stage    factors.Stage
	Value    decimal.Decimal
	Known    bool // whether anything at all was assessed for it
	Coverage Coverage
}

// Coverage says how much of the inventory a total covers. What is not covered
// is in no total; it is not zero.
type Coverage struct {
	Units, UnitsCovered decimal.Decimal
	Rows, RowsCovered   int64
	Share               decimal.Decimal // of units, 0 to 1
}

// GradeShare is the part of a total that rests on data of a grade.
type GradeShare struct {
	Grade factors.Grade
	Value decimal.Decimal
	Share decimal.Decimal // of the total, 0 to 1
}

// Electricity is the electricity used, in kWh.
type Electricity struct {
	Total    decimal.Decimal
	IT       decimal.Decimal // by the equipment itself
	Overhead decimal.Decimal // of the places that host it: cooling, power conversion

	Location decimal.Decimal     // use-stage gwp with the grid's average, kgCO2e
	Market   decimal.NullDecimal // use-stage gwp with contracts and residual mix, kgCO2e
}

// Scope is the part of the totals that a GHG Protocol scope or category holds.
type Scope struct {
	Key    string // 2, 3.1, 3.2 …
	GWP    decimal.Decimal
	Market decimal.NullDecimal // with market-based electricity, where that is known
	Values []Value             // every impact that has a value there
}

// Value is an amount of an impact.
type Value struct {
	Impact factors.Impact
	Value  decimal.Decimal
}

// Breakdown is the totals split along a dimension. Its slices add up to the
// totals exactly.
type Breakdown struct {
	Dimension string
	Slices    []Slice // most gwp first
}

// Slice is the part of the totals that belongs to one value of a dimension.
type Slice struct {
	Key   string // empty where the inventory does not say
	Rows  int64
	Units decimal.Decimal
	Cells []Cell // sorted
	Grade factors.Grade
}

// Total returns the slice's total of an impact, and whether it has any.
func (s Slice) Total(impact factors.Impact) (decimal.Decimal, bool) {
	return total(s.Cells, impact, "")
}

// Stage returns the slice's part of an impact in a stage, and whether it has any.
func (s Slice) Stage(impact factors.Impact, stage factors.Stage) (decimal.Decimal, bool) {
	return total(s.Cells, impact, stage)
}

// Cell is the smallest part of a result: one component of a stage, of an
// impact, in a scope.
type Cell struct {
	Stage     factors.Stage
	Component string // manufacture, freight, electricity, losses …
	Impact    factors.Impact
	Scope     string
	Value     decimal.Decimal
}

// total adds up the cells of an impact, and of a stage unless that is empty.
func total(cells []Cell, impact factors.Impact, stage factors.Stage) (sum decimal.Decimal, known bool) {
	for _, c := range cells {
		if c.Impact == impact && (stage == "" || c.Stage == stage) {
			sum = sum.Add(c.Value)
			known = true
		}
	}
	return sum, known
}

// Line is the result of one profile: rows of the inventory that are alike in
// everything that decides the result.
type Line struct {
	Number  int // from 1, in canonical order
	Profile inventory.Profile
	Amounts inventory.Amounts
	Cells   []Cell
	Grade   factors.Grade
	Factors []string // references of the factors used: id, see [Factor]
	Trace   string   // names the calculation that the line shares with others
}

// Total returns the line's total of an impact, and whether it has any.
func (l Line) Total(impact factors.Impact) (decimal.Decimal, bool) { return total(l.Cells, impact, "") }

// Stage returns the line's part of an impact in a stage, and whether it has any.
func (l Line) Stage(impact factors.Impact, stage factors.Stage) (decimal.Decimal, bool) {
	return total(l.Cells, impact, stage)
}

// Avoided is a burden that reuse or recycling avoids elsewhere. It stands
// apart and is never taken off a total.
type Avoided struct {
	Route  string
	Impact factors.Impact
	Value  decimal.Decimal
}

// Circularity is what the inventory says about reuse and waste.
type Circularity struct {
	Waste           []RouteMass // e-waste by route, kg
	MeanLifetime    decimal.NullDecimal
	SecondLifeShare decimal.NullDecimal // share of units acquired refurbished, remanufactured or reused
}

// RouteMass is e-waste that took one route.
type RouteMass struct {
	Route string
	Kg    decimal.Decimal
}

// Finding is something that the assessment found: a gap, an assumption, a doubt.
type Finding struct {
	Code     string
	Severity string // gap, warning, assumption, note
	Stage    factors.Stage
	Impact   factors.Impact
	Category string
	Units    decimal.Decimal
	Rows     int64
	Effect   decimal.NullDecimal // share of the total that it could change, 0 to 1
	Args     map[string]any
}

// Problems are what reading found wrong: the first of each kind one by one, all
// of them by number.
type Problems struct {
	Items   []inventory.Problem
	Counts  []ProblemCount // most severe first, then most frequent
	Omitted int64          // how many there are beyond Items
}

// ProblemCount counts the problems of one kind.
type ProblemCount struct {
	Code     inventory.Code
	Severity inventory.Severity
	Count    int64
	Example  inventory.Problem
}

// Action is a step that would make the result better, in order of what it is worth.
type Action struct {
	Finding *Finding      // one of these two is set
	Problem *ProblemCount //
	Units   decimal.Decimal
	Rows    int64
	Effect  decimal.NullDecimal // share of the total that it could change, 0 to 1
}

// Factor is a published figure that the result uses, and how it was found.
type Factor struct {
	*factors.Factor
	Match    *factors.Match
	Units    decimal.Decimal // units of equipment that it was applied to
	Lines    int64
	Property factors.Property
}

// Pack is a set of factors that was in force.
type Pack struct {
	Name, Version, Title, Hash, Licence string
	Layer                               string
	Used                                int // how many of its factors the result uses
}

// Ref returns the pack's name and version, as in electricity@2026.1.
func (p Pack) Ref() string { return p.Name + "@" + p.Version }

// Manifest says what made the report, so that anyone can make it again.
type Manifest struct {
	Program string // govfootprint
	Version string
	Files   []inventory.FileInfo // the inputs: name, SHA-256, size, and what each was taken for
	Options []Option
}

// Option is a setting in force.
type Option struct {
	Key, Value, Origin string // Origin: default, a file, the environment, a flag
}
