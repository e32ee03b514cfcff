package workbook

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// breakdown writes the totals split along every dimension, as one table: a
// filter on the first column shows one dimension, whose rows add up to the
// total in the first row.
func (b *book) breakdown() {
	p := &b.places
	columns := []column{
		{header: b.label("column.dimension"), width: 20},
		{header: b.label("column.value"), width: 34},
		{header: b.label("column.rows"), width: 10, format: wholeFormat},
		{header: b.label("column.units"), width: 12, format: amountFormat},
	}
	if b.report.Activity > 0 {
		columns = append(columns, column{header: b.label("column.amounts"), width: 24, look: look{align: "right"}})
	}
	columns = append(columns, b.figureColumns()...)
	columns = append(columns,
		column{header: b.label("column.share"), width: 11, format: percentFormat},
		column{header: b.label("column.grades"), width: 30})
	var (
		t           = b.table(b.label("sheet.breakdown"), b.label("breakdown.title"), b.label("breakdown.note")+" "+b.label("shown."+string(b.view())), darkBlue, 2, columns)
		shareColumn = p.breakdownFirst + len(p.figures)
		gwp         = p.figureIndex(factors.GWP, "")
	)
	b.breakdownTotal(t, shareColumn)
	for _, breakdown := range b.report.Stated() {
		dimension := string(breakdown.Dimension)
		for i, slice := range breakdown.Slices {
			name := b.texts.Key(dimension, slice.Key)
			t.values(b.label("dimension."+dimension), name)
			b.sliceCount(t, 3, breakdown.Dimension, slice, "rows", decimal.NewFromInt(slice.Rows))
			b.sliceCount(t, 4, breakdown.Dimension, slice, measureKey(calc.PerUnit), slice.Units)
			if b.report.Activity > 0 {
				t.value(5, b.sliceAmounts(slice))
			}
			for j, f := range p.figures {
				value, known := slice.Stage(f.impact.Key, f.stage)
				b.sliceFigure(t, breakdown.Dimension, slice, j, figureValue{value, known})
			}
			t.value(shareColumn, nil)
			if value, known := slice.Total(factors.GWP); known && gwp >= 0 {
				at := p.breakdownFirst + gwp
				formula := fmt.Sprintf("IF(%[1]s=0,0,%[2]s/%[1]s)", fixed(at, totalRow), ref(at, t.row))
				t.formula(shareColumn, t.body[shareColumn-1], formula, reports.Share(value, p.figures[gwp].impact.Shown.Decimal))
			}
			t.value(shareColumn+1, b.gradeMix(slice.Grades))
			if i == len(breakdown.Slices)-1 {
				t.underline()
			}
			t.end()
		}
	}
	t.done("Breakdown")
}

// totalCount writes how many rows or units there are: the sum over the Lines.
func (b *book) totalCount(t *table, column int, l look, key string, value decimal.Decimal) {
	if at := b.attributeColumn(key); at > 0 && b.live.lines {
		if sum, ok := b.lineSum(at - b.places.lineFirst); ok {
			t.formula(column, l, sum, value)
			return
		}
	}
	t.number(column, l, value)
}

// sliceCount writes how many rows or units a slice has, which the Lines show as
// an attribute. A stage has none of its own.
func (b *book) sliceCount(t *table, column int, d calc.Dimension, slice reports.Slice, key string, value decimal.Decimal) {
	if slice.Rows == 0 {
		t.value(column, nil)
		return
	}
	if b.isWhole(d) {
		t.formula(column, t.body[column-1], fixed(column, totalRow), value)
		return
	}
	if at := b.attributeColumn(key); at > 0 {
		if sum, ok := b.selectedSum(breakdownKey{d, slice.Key}, t.row, at, b.texts.Key(string(d), slice.Key)); ok {
			t.formula(column, t.body[column-1], sum, value)
			return
		}
	}
	t.value(column, value)
}

// isWhole reports whether every slice of a dimension has all rows: of stages and
// scopes, which split figures and not rows, and of a dimension with one slice.
func (b *book) isWhole(d calc.Dimension) bool {
	return d == calc.ByStage || d == calc.ByScope || len(b.report.Breakdown(d).Slices) == 1
}

// sliceFigure writes a figure of a slice: a sum over its lines; of a stage what
// stands in the row of the totals; of a scope a sum over the calculations.
func (b *book) sliceFigure(t *table, d calc.Dimension, slice reports.Slice, index int, f figureValue) {
	column := b.places.breakdownFirst + index
	if !f.known {
		t.value(column, nil)
		return
	}
	formula, ok := "", false
	switch at := b.places.figures[index]; {
	case d == calc.ByStage:
		if i := b.places.figureIndex(at.impact.Key, factors.Stage(slice.Key)); i >= 0 {
			formula, ok = fixed(b.places.breakdownFirst+i, totalRow), true
		}
	case d == calc.ByScope:
		formula, ok = b.calculated(b.view(), at.impact.Key, at.stage, "$B"+strconv.Itoa(t.row))
	case b.isWhole(d):
		formula, ok = fixed(column, totalRow), true
	default:
		formula, ok = b.selectedSum(breakdownKey{d, slice.Key}, t.row, b.places.lineFirst+index, b.texts.Key(string(d), slice.Key))
	}
	if !ok {
		t.value(column, f)
		return
	}
	t.formula(column, t.body[column-1], formula, f.value)
}

// totalRow is the row of the totals on the Breakdown.
const totalRow = tableFirst

// breakdownTotal writes the totals: sums over the Lines where all are there.
func (b *book) breakdownTotal(t *table, shareColumn int) {
	p := &b.places
	total := look{font: bold, edge: totalEdge, fill: shade}
	t.text(1, total, b.label("total"))
	t.text(2, total, b.label("total.all"))
	b.totalCount(t, 3, total.in(t.body[2]), "rows", decimal.NewFromInt(b.report.Rows.Assessed))
	b.totalCount(t, 4, total.in(t.body[3]), measureKey(calc.PerUnit), b.report.Units)
	b.nameCount("rows", b.label("column.rows"), 3)
	b.nameCount("units", b.label("column.units"), 4)
	if b.report.Activity > 0 {
		t.text(5, total.in(t.body[4]), b.label("affected.activities", b.report.Activity))
	}
	for i, f := range p.figures {
		value := f.impact.Shown.Decimal
		if f.stage != "" {
			value = f.impact.Stage(f.stage).Shown.Decimal
		}
		column := p.breakdownFirst + i
		l := total.in(t.body[column-1])
		sum, ok := b.lineSum(i)
		if !b.live.lines { // sums of values would not follow a factor
			sum, ok = b.calculated(b.view(), f.impact.Key, f.stage, "")
		}
		if ok {
			t.formula(column, l, sum, value)
		} else {
			t.number(column, l, value)
		}
		b.nameTotal(f.impact.Key, f.stage, t.columns[column-1].header, column)
	}
	t.known(shareColumn, total.in(t.body[shareColumn-1]), decimal.NewFromInt(1), p.figureIndex(factors.GWP, "") >= 0)
	t.text(shareColumn+1, total.in(t.body[shareColumn]), "")
	t.end()
}

// sliceAmounts says how much there is of the activities of a slice.
func (b *book) sliceAmounts(s reports.Slice) string {
	switch {
	case s.Activities == 0 || s.Rows == 0:
		return ""
	case len(s.Amounts) == 1:
		return b.texts.Amount(s.Amounts[0])
	default:
		return b.label("affected.activities", s.Activities)
	}
}

// figureColumns lists the columns of results, with their units.
func (b *book) figureColumns() []column {
	var columns []column
	for _, f := range b.places.figures {
		name := b.texts.Name("impact", string(f.impact.Key))
		unit := figure.UnitName(f.impact.Unit)
		head := b.label("column.total", name, unit)
		if f.stage != "" {
			head = b.label("column.part", name, b.texts.Name("stage", string(f.stage)), unit)
		}
		columns = append(columns, column{header: head, width: 14, format: format(f.impact.Shown.Decimal)})
	}
	return columns
}

// gradeMix says in which data-quality grades the units of a slice are: A 12%, B 88%.
func (b *book) gradeMix(grades []reports.GradeShare) string {
	text := ""
	for _, g := range grades {
		if text != "" {
			text += ", "
		}
		grade := g.Grade.String()
		if grade == "" {
			grade = b.label("grade.none")
		}
		text += grade + " " + b.numbers.Percent(g.Share)
	}
	return text
}
