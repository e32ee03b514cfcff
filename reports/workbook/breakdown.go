package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// breakdown writes the totals split along every dimension, as one table: a
// filter on the first column shows one dimension, whose rows add up to the
// total in the first row.
func (b *book) breakdown() {
	p := &b.places
	widths := []float64{20, 34, 10, 12}
	for range p.figures {
		widths = append(widths, 14)
	}
	shareColumn := p.breakdownFirst + len(p.figures)
	gradeColumn := shareColumn + 1
	widths = append(widths, 11, 24)

	s := b.add(b.label("sheet.breakdown"), layout{tab: darkBlue, widths: widths, frozen: tableHeader, columns: 2, repeat: tableHeader})
	defer s.close()
	s.titles(b.label("breakdown.title"), b.label("breakdown.note"))

	headers := []string{b.label("column.dimension"), b.label("column.value"), b.label("column.rows"), b.label("column.units")}
	headers = append(headers, b.figureHeaders()...)
	headers = append(headers, b.label("column.share"), b.label("column.grades"))
	s.header(headers)

	body := look{edge: faintEdge}
	total := look{font: bold, edge: totalEdge, fill: shade}
	s.text(1, total, b.label("total"))
	s.text(2, total, b.label("total.all"))
	s.count(3, total.as(wholeFormat), b.report.Rows.Assessed)
	s.number(4, total.as(amountFormat), b.report.Units)
	for i, f := range p.figures {
		value := f.impact.Total
		if f.stage != "" {
			value = f.impact.Stage(f.stage).Value
		}
		if sum, ok := b.lineSum(i); ok {
			s.formula(p.breakdownFirst+i, total.as(format(f.impact.Total)), sum, value)
		} else {
			s.number(p.breakdownFirst+i, total.as(format(f.impact.Total)), value)
		}
	}
	gwp := p.figureIndex(factors.GWP, "")
	s.known(shareColumn, total.as(percentFormat), decimal.NewFromInt(1), gwp >= 0)
	s.text(gradeColumn, total, "")
	totalRow := s.end()

	for _, breakdown := range b.report.Breakdowns {
		vocabulary := string(breakdown.Dimension)
		for i, slice := range breakdown.Slices {
			l := body
			if i == len(breakdown.Slices)-1 {
				l.edge = strongEdge
			}
			s.text(1, l, b.label("dimension."+vocabulary))
			s.text(2, l, b.keyName(vocabulary, slice.Key))
			s.known(3, l.as(wholeFormat), decimal.NewFromInt(slice.Rows), slice.Rows > 0)
			s.known(4, l.as(amountFormat), slice.Units, slice.Rows > 0)
			for j, f := range p.figures {
				value, known := slice.Stage(f.impact.Key, f.stage)
				s.known(p.breakdownFirst+j, l.as(format(f.impact.Total)), value, known)
			}
			if value, known := slice.Total(factors.GWP); known && gwp >= 0 {
				column := p.breakdownFirst + gwp
				impact := p.figures[gwp].impact
				s.formula(shareColumn, l.as(percentFormat), "IF("+fixed(column, totalRow)+"=0,0,"+ref(column, s.row)+"/"+fixed(column, totalRow)+")", reports.Share(value, impact.Total))
			} else {
				s.text(shareColumn, l, "")
			}
			s.text(gradeColumn, l, b.gradeMix(slice.Grades))
			s.end()
		}
	}
	s.table("Breakdown", tableHeader, s.row-1, gradeColumn)
}

// figureHeaders names the columns of results, with their units.
func (b *book) figureHeaders() []string {
	var headers []string
	for _, f := range b.places.figures {
		name := b.texts.Name("impact", string(f.impact.Key))
		unit := figure.UnitName(f.impact.Unit)
		if f.stage == "" {
			headers = append(headers, b.label("column.total", name, unit))
		} else {
			headers = append(headers, b.label("column.part", name, b.texts.Name("stage", string(f.stage)), unit))
		}
	}
	return headers
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

// keyName names a value of a dimension for people.
func (b *book) keyName(dimension, key string) string { return b.texts.Key(dimension, key) }
