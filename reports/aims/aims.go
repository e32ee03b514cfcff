// Package aims holds what a government has committed itself to, as data: aims
// with the words and the source of each, and the indicators of an assessment
// that speak to it.
//
// The program ships the aims of the Digital Nations Shared Approach that have
// been confirmed, and empty slots for its principles. A user's own file adds to
// these or replaces them. Nothing here claims that an aim is met.
package aims

import (
	_ "embed"
	"maps"
	"slices"
	"sync"
)

// Mapping is aims with the document that states them.
type Mapping struct {
	Title Text
	Date  string // of the document, as it is written: 2021-11-18
	URL   string // of the document

	Aims       []Aim
	Principles []Aim // as the document lists them; one without a text is an empty slot
}

// Aim is one aim or principle.
type Aim struct {
	ID         string
	Aim        Text   // in the words of this file
	Quotation  string // the document's own words, in its own language
	Source     Text   // where in the document, or in which other one
	URL        string // of the source, where it is not the document's
	Verified   bool   // whether somebody has read the quotation at its source
	Indicators []Indicator
}

// Empty reports whether an aim is a slot that nobody has filled in.
func (a Aim) Empty() bool { return len(a.Aim) == 0 && a.Quotation == "" }

// Text is a text by language. One that is given without a language is under the
// empty key and stands for all.
type Text map[string]string

// In returns the text in a language, else in English, else in whatever there is.
func (t Text) In(language string) string { return t[t.Language(language)] }

// Language returns the language of what [Text.In] returns, empty where nobody says.
func (t Text) Language(language string) string {
	for _, l := range []string{language, "", "en"} {
		if _, ok := t[l]; ok {
			return l
		}
	}
	for _, l := range slices.Sorted(maps.Keys(t)) {
		return l
	}
	return ""
}

// Indicator names what an assessment says about an aim.
type Indicator string

// The indicators that reports know how to work out.
const (
	Footprint      Indicator = "footprint"      // climate change in the period
	Stages         Indicator = "stages"         // the same by life-cycle stage
	Impacts        Indicator = "impacts"        // the other impacts
	PerPerson      Indicator = "per_person"     // climate change per person served and per full-time equivalent
	Trend          Indicator = "trend"          // against the base year and the year before
	StageCoverage  Indicator = "stage_coverage" // share of units with a figure, by stage
	Activities     Indicator = "activities"     // cloud, software and networks assessed
	EmbodiedShare  Indicator = "embodied_share" // of climate change
	Targets        Indicator = "targets"        // distance to each target
	Scenarios      Indicator = "scenarios"      // what they would save
	Coverage       Indicator = "coverage"       // share of units with a figure in every stage
	DataQuality    Indicator = "data_quality"   // share of the total that rests on data of grades A to C
	Measured       Indicator = "measured"       // share of devices with measured electricity
	Provenance     Indicator = "provenance"     // factors and the publications that they are cited from
	Lifetimes      Indicator = "lifetimes"      // planned lifetime by category
	SecondHand     Indicator = "second_hand"    // share of units acquired second-hand
	Waste          Indicator = "waste"          // mass of equipment that left
	Routes         Indicator = "routes"         // share of it by route
	HotSpots       Indicator = "hot_spots"      // largest categories
	Gaps           Indicator = "gaps"           // what is missing from totals
	Exclusions     Indicator = "exclusions"     // what was left out on purpose
	Sensitivity    Indicator = "sensitivity"    // what the largest gap could change
	Market         Indicator = "market"         // market-based against location-based electricity
	PUE            Indicator = "pue"            // of the rooms
	Services       Indicator = "services"       // footprint by functional unit
	Idle           Indicator = "idle"           // capacity of hosts that no machine uses
	BeyondLifetime Indicator = "beyond"         // equipment kept for longer than planned
	OpenFactors    Indicator = "open_factors"   // share of factors under a licence that lets others use them
	Exchange       Indicator = "exchange"       // the estate file, which holds no personal data
	Checklist      Indicator = "checklist"      // items of the conformity checklist that are filled in
)

// Indicators lists the indicators.
var Indicators = []Indicator{
	Footprint, Stages, Impacts, PerPerson, Trend, StageCoverage, Activities, EmbodiedShare, Targets, Scenarios, Coverage, DataQuality,
	Measured, Provenance, Lifetimes, SecondHand, Waste, Routes, HotSpots, Gaps, Exclusions, Sensitivity, Market, PUE, Services, Idle,
	BeyondLifetime, OpenFactors, Exchange, Checklist,
}

//go:embed shared-approach.yaml
var shipped []byte

// SharedApproach returns the mapping that the program ships, as it stands in
// [Source]. A test reads it, so that it always can be.
var SharedApproach = sync.OnceValue(func() Mapping {
	f, problems := Parse(shipped)
	if len(problems) > 0 {
		return Mapping{}
	}
	return f.Mapping
})

// Source is the file of the shipped mapping, to begin one's own from.
func Source() []byte { return slices.Clone(shipped) }

// Extend returns a mapping with a file on top: entries of the same id replace
// what was there, new ones come after it; a file that replaces leaves nothing else.
func (m Mapping) Extend(f File) Mapping {
	if f.Replace {
		return f.Mapping
	}
	return Mapping{
		Title: m.Title, Date: m.Date, URL: m.URL,
		Aims: extend(m.Aims, f.Aims, f.URL), Principles: extend(m.Principles, f.Principles, f.URL),
	}
}

func extend(below, above []Aim, url string) []Aim {
	list := slices.Clone(below)
	for _, a := range above {
		if a.URL == "" {
			a.URL = url
		}
		at := slices.IndexFunc(list, func(b Aim) bool { return b.ID == a.ID })
		if at < 0 {
			list = append(list, a)
			continue
		}
		list[at] = a
	}
	return list
}
