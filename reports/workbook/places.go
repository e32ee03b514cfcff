package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// places says where things will stand, so that a formula can point to a sheet
// that is not written yet.
type places struct {
	figures []figureColumn

	breakdownFirst int                  // column of the first figure on the Breakdown
	breakdownRow   map[breakdownKey]int // row of a slice on the Breakdown

	lineFirst  int         // column of the first figure on the Lines
	lineSheets []lineSheet // the sheets that hold lines
	linesAll   bool        // whether every line is there
}

// breakdownKey names a slice.
type breakdownKey struct {
	dimension calc.Dimension
	key       string
}

// lineSheet is one sheet of lines.
type lineSheet struct {
	name  string
	lines int
}

// figureColumn is a column of results: the total of an impact, or its part in a
// stage. Breakdown and Lines have the same, in the same order.
type figureColumn struct {
	impact reports.Impact
	stage  factors.Stage // empty for the total
}

// breakdownHead is how many columns the Breakdown has before its figures:
// dimension, value, rows, units.
const (
	breakdownHead  = 4
	breakdownUnits = 4
)

// linesPerSheet is how many lines fit on a sheet below its header, with room
// for a total one day; Excel ends at row 1,048,576.
const linesPerSheet = 1_000_000

// plan works out where things will stand.
func (b *book) plan() {
	p := &b.places
	for _, impact := range b.report.Impacts {
		if !impact.Shown.Valid {
			continue
		}
		p.figures = append(p.figures, figureColumn{impact: impact})
		stages := 0
		for _, s := range impact.Stages {
			if s.Shown.Valid {
				stages++
			}
		}
		if stages < 2 {
			continue // the total says it all
		}
		for _, s := range impact.Stages {
			if s.Shown.Valid {
				p.figures = append(p.figures, figureColumn{impact: impact, stage: s.Stage})
			}
		}
	}
	p.breakdownFirst = breakdownHead + 1
	if b.report.Activity > 0 {
		p.breakdownFirst++ // their amounts
	}
	p.breakdownRow = make(map[breakdownKey]int)
	row := tableFirst + 1 // after the total
	for _, breakdown := range b.report.Stated() {
		for _, slice := range breakdown.Slices {
			p.breakdownRow[breakdownKey{breakdown.Dimension, slice.Key}] = row
			row++
		}
	}
	b.attributes = b.profileAttributes()
	p.lineFirst = len(b.attributes) + 1
	shown := min(b.report.Profiles, b.options.MaxLines)
	p.linesAll = shown == b.report.Profiles
	for start := 0; start < shown; start += b.perSheet {
		name := b.label("sheet.lines")
		if start > 0 {
			name = fmt.Sprintf("%s %d", name, len(p.lineSheets)+1)
		}
		p.lineSheets = append(p.lineSheets, lineSheet{name: name, lines: min(b.perSheet, shown-start)})
	}
}

// figureIndex returns which of the figure columns holds an impact's total or
// its part in a stage, and -1 where none does.
func (p *places) figureIndex(impact factors.Impact, stage factors.Stage) int {
	only := -1
	for i, f := range p.figures {
		if f.impact.Key != impact {
			continue
		}
		if f.stage == stage {
			return i
		}
		if f.stage == "" && stage != "" && f.impact.Stage(stage).Shown.Valid {
			only = i // an impact of one stage has no column of its own for it
		}
	}
	if only >= 0 && only+1 < len(p.figures) && p.figures[only+1].impact.Key == impact {
		return -1
	}
	return only
}

// breakdownCell returns the formula reference of a figure on the Breakdown.
func (b *book) breakdownCell(row int, impact factors.Impact, stage factors.Stage) (string, bool) {
	i := b.places.figureIndex(impact, stage)
	if i < 0 {
		return "", false
	}
	return quoted(b.label("sheet.breakdown")) + "!" + fixed(b.places.breakdownFirst+i, row), true
}

// totalCell returns the formula reference of a total, or its part in a stage, on
// the Breakdown, and false where the Breakdown shows another: totals are
// location-based, the Breakdown is in the method's view.
func (b *book) totalCell(impact reports.Impact, stage factors.Stage) (string, bool) {
	total, shown := impact.Total, impact.Shown
	if stage != "" {
		part := impact.Stage(stage)
		total, shown = part.Value, part.Shown
	}
	if !shown.Valid || !shown.Decimal.Equal(total) {
		return "", false
	}
	return b.breakdownCell(totalRow, impact.Key, stage)
}

// locationBased returns a formula of a location-based total, or its part in a stage: the
// Breakdown's, or the sum over the Calculations where that shows the market-based one.
func (b *book) locationBased(impact reports.Impact, stage factors.Stage) (string, bool) {
	if cell, ok := b.totalCell(impact, stage); ok || b.view() == calc.LocationBased {
		return cell, ok
	}
	return b.calculated(calc.LocationBased, impact.Key, stage, "")
}

// viewed adds to a text which electricity it shows, where that is not the totals'.
func (b *book) viewed(text string) string {
	if b.view() == calc.MarketBased {
		return b.label("viewed.market", text)
	}
	return text
}

// lineSum returns a formula that adds up a figure column over all lines, and
// false where not all of them are shown.
func (b *book) lineSum(index int) (string, bool) {
	p := &b.places
	if !p.linesAll || len(p.lineSheets) == 0 {
		return "", false
	}
	var sums []string
	for _, s := range p.lineSheets {
		column := p.lineFirst + index
		sums = append(sums, fmt.Sprintf("SUM(%s!%s:%s)", quoted(s.name), fixed(column, tableFirst), fixed(column, tableHeader+s.lines)))
	}
	return strings.Join(sums, "+"), true
}

// format returns the number format that suits figures of an impact on the
// sheets that show base units: by how large its total is.
func format(total decimal.Decimal) string {
	switch m := figure.Magnitude(total); {
	case m >= 4:
		return measureFormat
	case m >= 1:
		return smallFormat
	default:
		return tinyFormat
	}
}
