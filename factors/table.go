package factors

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Columns lists the columns of a factor table, in order.
var Columns = []string{
	"id", "subject", "property", "stage", "impact", "place", "year", "value", "low", "high", "unit", "distribution",
	"source", "quality", "note",
}

// The columns by number.
const (
	colID = iota
	colSubject
	colProperty
	colStage
	colImpact
	colPlace
	colYear
	colValue
	colLow
	colHigh
	colUnit
	colDistribution
	colSource
	colQuality
	colNote
)

// readTable reads one CSV file into the pack.
func (l *loader) readTable(file string) {
	data, ok := l.read(file, maxTableSize)
	if !ok {
		return
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord = -1 // checked here, to say which row and what to do
	reader.ReuseRecord = true
	header, err := reader.Read()
	switch {
	case errors.Is(err, io.EOF):
		l.add(newIssue(HeaderInvalid, "the file is empty", strings.Join(Columns, ",")).at(file, 1, 1))
		return
	case err != nil:
		l.csvError(file, err)
		return
	case !slices.Equal(header, Columns):
		l.badHeader(file, header)
		return
	}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			l.csvError(file, err)
			return
		}
		if len(l.pack.Factors) >= maxPackRows {
			line, _ := reader.FieldPos(0)
			l.add(newIssue(TooManyRows, strconv.Itoa(maxPackRows)).at(file, line, 0))
			return
		}
		if l.dropped > maxIssues { // the file is in no state to go on
			return
		}
		l.readRow(&row{file: file, cells: cells, position: reader.FieldPos, collector: &l.collector})
	}
}

func (l *loader) csvError(file string, err error) {
	line, column, text := 0, 0, err.Error()
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		line, column, text = parse.Line, parse.Column, parse.Err.Error()
	}
	l.add(newIssue(CSVSyntax, text).at(file, line, column))
}

// badHeader says what is wrong with a header in the terms of whoever wrote it.
func (l *loader) badHeader(file string, header []string) {
	if len(header) == 1 {
		for separator, name := range map[string]string{";": "semicolons", "\t": "tabs", "|": "bars"} {
			if strings.Count(header[0], separator) >= len(Columns)/2 {
				l.add(newIssue(HeaderSeparator, name).at(file, 1, 1))
				return
			}
		}
	}
	var faults []string
	for _, column := range Columns {
		if !slices.Contains(header, column) {
			faults = append(faults, "the column "+column+" is missing")
		}
	}
	seen := map[string]bool{}
	for i, column := range header {
		switch {
		case !slices.Contains(Columns, column):
			faults = append(faults, fmt.Sprintf("%s in column %d is none of its columns", quote(column), i+1))
		case seen[column]:
			faults = append(faults, fmt.Sprintf("%s in column %d stands there before", column, i+1))
		}
		seen[column] = true
		if len(faults) > 20 {
			break
		}
	}
	if len(faults) == 0 {
		faults = append(faults, "the columns are in another order")
	}
	l.add(newIssue(HeaderInvalid, strings.Join(faults, ", "), strings.Join(Columns, ",")).at(file, 1, 1))
}

// row is one row of a table while it is read.
type row struct {
	file     string
	cells    []string
	position func(column int) (line, col int)
	*collector
	bad bool // an issue was found
}

// report adds an issue about a cell.
func (r *row) report(column int, issue Issue) {
	line, col := r.position(column)
	r.bad = true
	r.add(issue.at(r.file, line, col).in(Columns[column], r.cells[column]))
}

// sound reports what is wrong with the row as a whole.
func (r *row) sound() bool {
	line, _ := r.position(0)
	if len(r.cells) != len(Columns) {
		r.add(newIssue(RowLength, strconv.Itoa(len(r.cells)), strconv.Itoa(len(Columns))).at(r.file, line, 0))
		return false
	}
	if !slices.ContainsFunc(r.cells, func(cell string) bool { return cell != "" }) {
		r.add(newIssue(RowEmpty).at(r.file, line, 0))
		return false
	}
	for column, cell := range r.cells {
		switch {
		case hasControl(cell) || len(cell) > maxCellRunes && utf8.RuneCountInString(cell) > maxCellRunes:
			r.report(column, newIssue(CellText, strconv.Itoa(maxCellRunes)))
		case column != colNote && strings.ContainsAny(cell, "\n\t"):
			r.report(column, newIssue(CellText, strconv.Itoa(maxCellRunes)))
		case column != colNote && cell != strings.TrimSpace(cell):
			r.report(column, newIssue(CellSpace))
		}
	}
	return !r.bad
}
