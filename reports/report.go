// Package reports works out what a footprint report shows, once, for every
// format to write down: the terminal summary, the workbook, result JSON, CSV.
//
// A [Report] holds exact numbers and codes. Rounding for people is in package
// figure, texts are in package wording, and each format has a package of its
// own with a function Write(w, report, options).
package reports

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Report is what every format shows. It is made by [New] and then only read.
type Report struct {
	Organisation string
	Period       inventory.Period
	Method       calc.Method // basis, view of electricity, default place, users …

	Rows     Rows
	Units    decimal.Decimal // assessed, whatever their service
	Activity int64           // rows assessed that are no devices
	Profiles int
	Presence Presence // what any of them states

	Impacts     []Impact // the shipped order first, gwp at the front
	Uncertainty Uncertainty
	Electricity Electricity
	Scopes      []Scope
	Breakdowns  []Breakdown    // in the order of [calc.Dimensions]
	Services    []calc.Service // of which a functional unit is stated, by name
	Avoided     []calc.AvoidedBurden
	Circularity calc.Circularity
	Holdings    []calc.Holding // by category
	Rooms       []calc.Room    // that equipment stands in
	Evidence    Evidence
	Reporting   Reporting

	Findings []calc.Finding
	Problems Problems
	Actions  []Action // what to do first, the most useful first
	Beyond   []Action // what only other factors could mend, the weightiest first

	Questions inventory.Questions // what only a person can say about the inventories

	Factors []calc.Used // every factor used, by pack and id
	Packs   []Pack      // in force, in the order of selection

	Manifest Manifest

	// Lines yields one line per profile, in canonical order, worked out as they are read.
	Lines iter.Seq[Line]

	// LineIntervals says how sure the figures of lines are; nil where nothing is known
	// about that. It is worked out when it is first asked for: few formats need it.
	LineIntervals func() (*uncertainty.Lines, error)

	// Items yields what each row of the inventories adds to its line, in the order of the
	// rows; nil where rows were not told apart. ItemCount is how many there are.
	Items     iter.Seq[Item]
	ItemCount int

	// Groups yields what lines share: their coefficients and the factors behind
	// them, in order of their names.
	Groups iter.Seq[calc.Group]

	// Derivations returns how each coefficient of a group was computed, in the order
	// of its coefficients; nil for a report that was made without an assessment.
	Derivations func(group string) []*calc.Trace

	// Key returns the key of a profile's slice in a breakdown of lines; nil as above.
	Key func(calc.Dimension, *inventory.Profile) string
}

// Users returns the number of people served, 0 where it is not known.
func (r *Report) Users() decimal.Decimal { return decimal.NewFromInt(r.Method.Users) }

// View returns the accounting of electricity that breakdowns and lines show.
// Totals are location-based in any view.
func (r *Report) View() calc.View { return cmp.Or(r.Method.View, calc.LocationBased) }

// Impact returns the totals of an impact, and false where it was not assessed.
func (r *Report) Impact(key factors.Impact) (Impact, bool) {
	for _, i := range r.Impacts {
		if i.Key == key {
			return i, true
		}
	}
	return Impact{}, false
}

// Stated returns the breakdowns along the dimensions that the inventory says
// something about.
func (r *Report) Stated() []Breakdown {
	return slices.DeleteFunc(slices.Clone(r.Breakdowns), func(b Breakdown) bool { return !b.Stated() })
}

// Breakdown returns the breakdown along a dimension; it is empty where there is none.
func (r *Report) Breakdown(dimension calc.Dimension) Breakdown {
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

	Unrecognised int64 // of the assessed: nobody can tell what they are; listed, and in no total

	Exclusions []Reason // rightly left out, by reason, most rows first
	Rejections []Reason // not usable, by reason, most rows first
}

// Recognised returns the rows that are assessed indeed: those that are listed
// only, because nobody can tell what they are, are not among them.
func (r Rows) Recognised() int64 { return r.Assessed - r.Unrecognised }

// Reason counts rows that were left out for one reason.
type Reason struct {
	Code  inventory.Code
	Rows  int64
	Units decimal.NullDecimal
}

// Impact is one impact's total with its parts. Its total and stages are
// location-based whatever the method's view; Market stands beside the total.
// Shown and Grades are in the view of the breakdowns: [Report.View].
type Impact struct {
	Key    factors.Impact
	Unit   string // of the values, written in full: kgCO2e
	Total  decimal.Decimal
	Known  bool         // whether the total says anything; a known total may be 0
	Stages []StageTotal // every stage, in the order of a device's life

	// SeveralStages is the part that figures hold which are of use and other stages
	// together; it stands under the first of their stages.
	SeveralStages decimal.Decimal

	Coverage calc.Coverage
	Market   decimal.NullDecimal // the total with market-based electricity, where that is known
	Shown    decimal.NullDecimal // what breakdowns and lines add up to; null where they have nothing
	Grades   []GradeShare        // how much of Shown rests on data of each grade, A first

	Interval      Interval // of Total
	SamplingError Interval // of a simulation: the standard errors of the interval's three figures
	Causes        []Cause  // of its width, the weightiest first
}

// representative is the coverage below which a total says more about the data
// than about the equipment.
var representative = decimal.New(5, -1)

// Representative reports whether the total stands for at least half of the
// units. A mean over all units of what is known about a few of them would be
// far too low, and looks like a figure; so no format shows one.
func (i Impact) Representative() bool { return i.Coverage.Share.GreaterThanOrEqual(representative) }

// Stage returns the part of a life-cycle stage.
func (i Impact) Stage(stage factors.Stage) StageTotal {
	for _, s := range i.Stages {
		if s.Stage == stage {
			return s
		}
	}
	return StageTotal{Stage: stage}
}

// Embodied returns the sum of every stage but use, without figures that hold use
// and other stages in one.
func (i Impact) Embodied() decimal.Decimal {
	return i.Total.Sub(i.Stage(factors.Use).Value).Sub(i.SeveralStages)
}

// StageTotal is the part of a total that a stage holds.
type StageTotal struct {
	Stage    factors.Stage
	Value    decimal.Decimal
	Known    bool                // whether the value says anything; a known value may be 0
	Shown    decimal.NullDecimal // as in [Impact]
	Applies  bool                // whether the impact has this stage at all
	Coverage calc.Coverage
}

// GradeShare is the part of a whole that rests on data of a grade.
type GradeShare struct {
	Grade factors.Grade
	Value decimal.Decimal
	Share decimal.Decimal // of the whole, 0 to 1
}

// Electricity is the electricity used, and what it emits in the two ways of
// accounting for it.
type Electricity struct {
	calc.ElectricityUse                     // kWh
	Location            decimal.Decimal     // use-stage gwp with the grid's average, kgCO2e
	Market              decimal.NullDecimal // use-stage gwp with contracts and residual mix, kgCO2e
}

// Scope is the part of the totals that a GHG Protocol scope or category holds.
type Scope struct {
	Key      calc.Scope
	Location decimal.Decimal     // gwp with location-based electricity
	Market   decimal.NullDecimal // gwp with market-based electricity, where that is known
}

// Breakdown is the totals in the method's view of electricity, split along a
// dimension. Its slices add up to [Impact.Shown] exactly.
type Breakdown struct {
	Dimension calc.Dimension
	Slices    []Slice // most gwp first
}

// Stated reports whether the inventory says anything along the dimension: a
// breakdown whose only slice is what is not stated tells nothing.
func (b Breakdown) Stated() bool {
	return len(b.Slices) > 1 || (len(b.Slices) == 1 && b.Slices[0].Key != "")
}

// Slice is the part of the totals that belongs to one value of a dimension.
type Slice struct {
	Key    string // empty where the inventory does not say
	Rows   int64
	Units  decimal.Decimal
	Cells  []Cell       // sorted
	Grades []GradeShare // of the units

	Activities int64    // the rows that are no devices
	Amounts    []Amount // of those
}

// Amount is how much there is of activities with a common measure.
type Amount struct {
	Measure string // vCPU.h, GB, user.year, GBP2024
	Value   decimal.Decimal
}

// amounts lists amounts by measure.
func amounts(byMeasure map[string]decimal.Decimal) []Amount {
	var list []Amount
	for _, measure := range slices.Sorted(maps.Keys(byMeasure)) {
		list = append(list, Amount{measure, byMeasure[measure]})
	}
	return list
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
	calc.CellKey
	Value decimal.Decimal
}

// Line is the result of one profile, in the method's view of electricity: rows of the inventory that are alike in
// everything that decides the result.
type Line struct {
	Number  int // from 1, in canonical order
	Profile inventory.Profile
	Amounts inventory.Amounts
	Grade   factors.Grade
	Quality inventory.Quality // of its data
	Group   string            // names the lines that share every coefficient, for `explain`
	Cells   []Cell            // sorted
}

// Item is what a row of an inventory adds to a line.
type Item struct {
	File, Sheet string // empty for what no one row states
	Row         int    // as a spreadsheet counts; 0 for what no one row states
	Line        int    // number of its line
	Category    string // with its variant: laptop/14in
	Group       string // of its line
	Amounts     inventory.Amounts
	Cells       []Cell // sorted
}

// Total returns the line's total of an impact, and whether it has any.
func (l Line) Total(impact factors.Impact) (decimal.Decimal, bool) { return total(l.Cells, impact, "") }

// Stage returns the line's part of an impact in a stage, and whether it has any.
func (l Line) Stage(impact factors.Impact, stage factors.Stage) (decimal.Decimal, bool) {
	return total(l.Cells, impact, stage)
}

// cells lists values in their order.
func cells(values calc.Values) []Cell {
	list := make([]Cell, 0, values.Len())
	for key, value := range values.Cells() {
		list = append(list, Cell{CellKey: key, Value: value})
	}
	return list
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

// Problems are what reading found wrong: the first of each kind one by one, all
// of them by number.
type Problems struct {
	Items   []inventory.Problem
	Counts  []ProblemCount // most severe first, then most frequent
	Total   int64
	Omitted int64 // how many there are beyond Items
}

// ProblemCount counts the problems of one kind.
type ProblemCount struct {
	Code     inventory.Code
	Severity inventory.Severity
	Count    int64
	Rows     int64             // concerned: a problem may stand for a whole column, or for no row
	Files    []string          // rejected as a whole; of nothing else
	Example  inventory.Problem // the first
}

// Pack is a set of factors that was in force.
type Pack struct {
	*factors.Pack
	Used int // how many of its factors the result uses
}

// Manifest says what made the report, so that anyone can make it again.
type Manifest struct {
	Program string // govfootprint
	Version string
	Files   []inventory.FileInfo // the inputs: name, SHA-256, size, and what each was taken for
	Options []Option
}

// Option is a setting in force.
type Option struct {
	Key, Value string
	Origin     string // where it was set: default, a file and line, the environment, a flag
	Unset      bool   // nobody set it; Value says in words what applies instead
}
