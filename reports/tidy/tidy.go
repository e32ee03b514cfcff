// Package tidy writes the results as one long CSV table, a line for each
// profile, stage, component, impact and scope, for spreadsheets and statistics
// programs. Every part of every total is in it: adding up a column of one
// impact gives the total exactly, in the view of electricity that was asked for.
//
// Of each figure the table has the 5th percentile, the median and the 95th percentile
// of what it may be. Those must not be added up: lines share their unknowns.
//
// Numbers have a decimal point and no separators, at full precision; an amount
// that is not known has no line. Texts that come from an inventory and that a
// spreadsheet program would take for a formula (those that begin with =, +, -,
// @, a tab or a line break) are written with an apostrophe in front, as OWASP
// recommends, unless asked otherwise; numbers are never changed.
package tidy

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"govfootprint/calc"
	"govfootprint/reports"
)

// Options say how the table is written.
type Options struct {
	// Raw leaves texts as they are, for programs that are no spreadsheet.
	Raw bool
}

// Columns are the header of the table.
var Columns = []string{
	"line", "category", "variant", "manufacturer", "model", "department", "site", "country", "hosting", "service",
	"status", "ownership", "condition", "acquired", "retired", "rows", "units",
	"kind", "application", "environment", "capacity", "amount", "measure",
	"stage", "component", "impact", "scope", "value", "low", "median", "high", "unit", "grade", "calculation", "factors",
}

// Write writes the table.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	table := csv.NewWriter(buffered)
	if err := table.Write(Columns); err != nil {
		return err
	}
	units := make(map[string]string, len(r.Impacts))
	for _, i := range r.Impacts {
		units[string(i.Key)] = i.Unit
	}
	text := guard
	if opt.Raw {
		text = func(s string) string { return s }
	}
	intervals, err := Intervals(r)
	if err != nil {
		return err
	}
	factors := Factors(r)
	record := make([]string, 0, len(Columns))
	for line := range r.Lines {
		p := &line.Profile
		record = append(record[:0],
			strconv.Itoa(line.Number), text(p.Category), text(p.Variant), text(p.Manufacturer), text(p.Model),
			text(p.Department), text(p.Site), text(p.Country), string(p.Hosting), text(p.Service),
			string(p.Status), string(p.Ownership), string(p.Condition), p.Acquired.String(), p.Retired.String(),
			strconv.FormatInt(line.Amounts.Rows, 10), line.Amounts.Units.String(),
			string(p.Kind), text(p.Application), text(p.Environment), string(p.Capacity), activity(&line), text(p.Measure),
		)
		common := len(record)
		for _, c := range line.Cells {
			low, median, high := intervals(&line, &c)
			record = append(record[:common],
				string(c.Stage), string(c.Component), string(c.Impact), string(c.Scope), c.Value.String(), low, median, high, units[string(c.Impact)],
				line.Grade.String(), line.Group, text(factors[line.Group]),
			)
			if err := table.Write(record); err != nil {
				return err
			}
		}
	}
	table.Flush()
	if err := table.Error(); err != nil {
		return err
	}
	return buffered.Flush()
}

// Intervals returns what tells between what a figure of a line lies, as texts of
// six significant figures; empty where that is not known.
func Intervals(r *reports.Report) (func(*reports.Line, *reports.Cell) (low, median, high string), error) {
	if r.LineIntervals == nil {
		return func(*reports.Line, *reports.Cell) (low, median, high string) { return "", "", "" }, nil
	}
	lines, err := r.LineIntervals()
	if err != nil {
		return nil, err
	}
	return func(l *reports.Line, c *reports.Cell) (low, median, high string) {
		if c.Value.IsZero() {
			return "0", "0", "0"
		}
		part, known := lines.Interval(l.Group, l.Quality, c.CellKey)
		if !known {
			return "", "", ""
		}
		value := c.Value.InexactFloat64()
		return reports.Significant(value * part.Low), reports.Significant(value * part.Median), reports.Significant(value * part.High)
	}, nil
}

// activity is the amount of an activity, empty for devices.
func activity(l *reports.Line) string {
	if !l.Profile.Kind.Activity() {
		return ""
	}
	return l.Amounts.Activity.String()
}

// Factors lists the factors behind each calculation, by its name: their ids, with
// spaces between.
func Factors(r *reports.Report) map[string]string {
	lists := make(map[string]string)
	if r.Groups == nil {
		return lists
	}
	for group := range r.Groups {
		lists[group.Name] = factorList(group)
	}
	return lists
}

func factorList(group calc.Group) string {
	var b strings.Builder
	for i, m := range group.Factors {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(m.Factor.ID)
	}
	return b.String()
}

// guard makes a text harmless for a spreadsheet program.
func guard(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n':
		return "'" + s
	}
	return s
}
