package reports

import (
	"context"
	"errors"
	"iter"
	"sync"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/inventory"
)

// Input is what a report is made from.
type Input struct {
	Assessment *calc.Assessment
	Reading    *inventory.Result // what reading the files found; nil for an estate that was made in another way

	Reporting Reporting
	// Uncertainty is a simulation of which Assessment is the first; nil: intervals to
	// derived from the spreads.
	Uncertainty *uncertainty.Result

	Organisation string   // as the report names it; empty: not named
	Program      string   // empty: govfootprint
	Version      string   // of the program
	Options      []Option // in force, in the order to be listed in
}

// New works out a report. It fails where there is no assessment.
func New(in Input) (*Report, error) {
	if in.Assessment == nil {
		return nil, errors.New("reports: there is no assessment to report on")
	}
	r := &Report{
		Organisation: in.Organisation,
		Period:       in.Assessment.Period(),
		Method:       in.Assessment.Method(),
		Units:        in.Assessment.Units(),
		Activity:     in.Assessment.Activities(),
		Profiles:     in.Assessment.Estate().Len(),
		Presence:     presence(in.Assessment.Estate()),
		Avoided:      in.Assessment.Avoided(),
		Circularity:  in.Assessment.Circular(),
		Holdings:     in.Assessment.Holdings(),
		Rooms:        in.Assessment.Rooms(),
		Evidence:     evidence(in.Assessment.Estate()),
		Reporting:    in.Reporting,
		Findings:     in.Assessment.Findings(),
		Factors:      in.Assessment.Factors(),
		Lines:        lines(in.Assessment),
		Groups:       in.Assessment.Groups(),
		Derivations:  in.Assessment.Derivations,
		Key:          in.Assessment.Key,
	}
	r.Rows = rows(in.Assessment.Estate())
	r.Problems = problems(in.Reading)
	if in.Reading != nil {
		r.Questions = in.Reading.Questions
		r.addItems(in)
	}
	r.Impacts = impacts(in.Assessment)
	uncertain, err := intervals(in.Assessment, in.Uncertainty)
	if err != nil {
		return nil, err
	}
	r.addIntervals(uncertain)
	r.LineIntervals = sync.OnceValues(func() (*uncertainty.Lines, error) {
		return uncertainty.LinesOf(context.Background(), in.Assessment, uncertainty.Options{View: in.Assessment.Method().View})
	})
	r.Electricity = electricity(in.Assessment)
	r.Scopes = scopes(in.Assessment)
	r.Breakdowns = breakdowns(in.Assessment)
	r.Services = in.Assessment.Services()
	r.Packs = packs(in.Assessment, r.Factors)
	r.Manifest = manifest(in)
	Rank(r)
	return r, nil
}

// addItems adds the rows of the inventories, where reading told them apart.
func (r *Report) addItems(in Input) {
	read := in.Reading.Items
	if read == nil {
		return
	}
	r.ItemCount = read.Len()
	r.Items = func(yield func(Item) bool) {
		for i := range in.Assessment.Items(read) {
			item := Item{File: i.File, Sheet: i.Sheet, Row: i.Row, Line: i.Line, Category: i.Category, Group: i.Group, Amounts: i.Amounts, Cells: cells(i.Values)}
			if !yield(item) {
				return
			}
		}
	}
}

// lines numbers the lines of an assessment.
func lines(a *calc.Assessment) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		number := 0
		for l := range a.Lines() {
			number++
			line := Line{Number: number, Profile: l.Profile, Amounts: l.Amounts, Grade: l.Grade, Quality: l.Quality, Group: l.Group, Cells: cells(l.Values)}
			if !yield(line) {
				return
			}
		}
	}
}
