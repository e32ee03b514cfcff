package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// liveLines is how many lines, with what is broken down of them, are formulas.
// A larger workbook holds values there: a spreadsheet program takes minutes to
// work millions of formulas out. Its totals stay formulas over the calculations.
const liveLines = 100_000

// Columns of the Calculations.
const (
	calcGroup = iota + 1
	calcOf
	calcImpact
	calcStage
	calcComponent
	calcScope
	calcMeasure
	calcAmount
	calcCoefficient
	calcCoefficientUnit
	calcLocation
	calcMarket
	calcUnit
	calcViews
	calcGrade
	calcLifetime
	calcFactors
)

// live says where the numbers stand from which formulas work the results out:
//
//	factor, parameter → coefficient; amount × coefficient → line → breakdown → summary
type live struct {
	lines  bool // the figures of lines are formulas, and what is broken down of them
	groups map[string]*groupPlace
	last   int  // row of the last coefficient on the Calculations
	whole  bool // every coefficient has a row

	coefficients string // the start of a reference to a coefficient: 'Calculations'!$I$

	measures map[calc.Measure]string // letters of the columns of amounts on the Lines
	selected map[breakdownKey]selection
	factors  map[*factors.Factor]int // rows of the factors
	settings parameters
}

// groupPlace says where the coefficients of a group stand.
type groupPlace struct {
	coefficients []coefficientPlace
	figures      [][]coefficientPlace // by figure column, made when first asked for
}

// coefficientPlace is a coefficient and its row on the Calculations.
type coefficientPlace struct {
	calc.Coefficient
	row int
}

// planLive works out the places of coefficients and factors.
func (b *book) planLive() {
	v := &b.live
	v.groups, v.whole, v.last = make(map[string]*groupPlace), true, tableHeader
	for group := range b.report.Groups {
		place := &groupPlace{}
		for _, c := range b.counted(group) {
			if v.last >= linesPerSheet {
				v.whole = false
				break
			}
			v.last++
			place.coefficients = append(place.coefficients, coefficientPlace{c, v.last})
		}
		v.groups[group.Name] = place
	}
	v.coefficients = quoted(b.label("sheet.calculations")) + "!$" + letters(calcCoefficient) + "$"
	v.factors = make(map[*factors.Factor]int)
	for i, used := range b.report.Factors {
		if _, again := v.factors[used.Match.Factor]; !again {
			v.factors[used.Match.Factor] = tableFirst + i
		}
	}
	v.measures = make(map[calc.Measure]string)
	for _, m := range reports.Measures {
		if column := b.attributeColumn(measureKey(m)); column > 0 {
			v.measures[m] = letters(column)
		}
	}
	v.lines = v.whole && b.places.linesAll && b.report.Profiles <= liveLines
	if v.lines {
		b.selectSlices()
	}
}

// counted returns the coefficients of a group that any line has something to
// multiply with.
func (b *book) counted(group calc.Group) []calc.Coefficient {
	var list []calc.Coefficient
	for _, c := range group.Coefficients {
		if b.report.Presence.Measures[c.Measure] {
			list = append(list, c)
		}
	}
	return list
}

// attributeColumn returns the column of the Lines that shows an attribute, 0 for none.
func (b *book) attributeColumn(key string) int {
	for i, a := range b.attributes {
		if a.key == key {
			return i + 1
		}
	}
	return 0
}

// measureKey is the key of the column that shows an amount.
func measureKey(m calc.Measure) string { return "measure." + strconv.Itoa(int(m)) }

// inFigure returns the coefficients of a group that a figure column adds up.
func (b *book) inFigure(group string, index int) []coefficientPlace {
	place := b.live.groups[group]
	if place == nil {
		return nil
	}
	if place.figures == nil {
		place.figures = make([][]coefficientPlace, len(b.places.figures))
		for i, f := range b.places.figures {
			for _, c := range place.coefficients {
				if c.Cell.Impact == f.impact.Key && (f.stage == "" || c.Cell.Stage == f.stage) && inView(c.Coefficient, b.view()) {
					place.figures[i] = append(place.figures[i], c)
				}
			}
		}
	}
	return place.figures[index]
}

func inView(c calc.Coefficient, view calc.View) bool {
	if view == calc.MarketBased {
		return c.Market
	}
	return c.Location
}

// calculated returns a formula that adds up an impact over all calculations, of
// a stage and a scope unless they are empty, and false where it cannot.
func (b *book) calculated(view calc.View, impact factors.Impact, stage factors.Stage, scope string) (string, bool) {
	v := &b.live
	if !v.whole || v.last < tableFirst {
		return "", false
	}
	column := func(n int) string {
		return quoted(b.label("sheet.calculations")) + "!" + fixed(n, tableFirst) + ":" + fixed(n, v.last)
	}
	result := calcLocation
	if view == calc.MarketBased {
		result = calcMarket
	}
	formula := fmt.Sprintf("SUMIFS(%s,%s,%s", column(result), column(calcImpact), literal(b.texts.Name("impact", string(impact))))
	if stage != "" {
		formula += "," + column(calcStage) + "," + literal(b.texts.Name("stage", string(stage)))
	}
	if scope != "" {
		formula += "," + column(calcScope) + "," + scope
	}
	return formula + ")", true
}

// literal writes a text as formulas do.
func literal(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// letters returns the name of a column: C for 3.
func letters(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil { // only beyond the limits of a sheet, which every caller keeps to
		return ""
	}
	return name
}
