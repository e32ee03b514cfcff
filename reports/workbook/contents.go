package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
	"govfootprint/reports/disclosure"
)

// contentsKeys are the sheets after the Contents and the views, in order: sheet.<key> is the
// name of each, contents.<key> what it shows.
var contentsKeys = []string{"breakdown", "lines", "calculations", "parameters", "factors", "findings", "problems", "columns", "method", "manifest"}

// contents writes the sheet that links to the others, and the controls: sums
// that were worked out in two ways and must be the same.
func (b *book) contents() {
	s := b.add(b.label("sheet.contents"), layout{tab: darkBlue, widths: []float64{b.controlNames(), 22, 26, 14, 60}})
	defer s.close()
	s.titles(b.label("contents.title"), b.label("contents.note"))
	s.row = tableHeader
	s.columnHeads(b.label("column.sheet"), "", "", "", "")
	b.linkTo(s, b.label("sheet.summary"), b.label("contents.summary"))
	shown := make(map[disclosure.Key]bool)
	for _, v := range b.views {
		shown[v.view.Key] = true
		b.linkTo(s, b.label("sheet."+string(v.view.Key)), b.label("contents."+string(v.view.Key)))
	}
	for _, key := range contentsKeys {
		if key == "lines" {
			for _, part := range b.places.lineSheets {
				b.linkTo(s, part.name, b.label("contents.lines"))
			}
			for _, part := range b.items.sheets {
				b.linkTo(s, part.name, b.label("contents.items"))
			}
			continue
		}
		b.linkTo(s, b.label("sheet."+key), b.label("contents."+key))
	}
	b.otherReturns(s, shown)
	s.skip(1)
	b.controls(s)
}

// controlNames is the width of the first column: of the longest name of a control.
func (b *book) controlNames() float64 {
	width := 52.0
	gwp := b.texts.Name("impact", string(factors.GWP))
	for _, breakdown := range b.report.Stated() {
		width = max(width, textWidth(b.label("control.dimension", gwp, b.label("dimension."+string(breakdown.Dimension)))))
	}
	return width
}

// otherReturns names the returns of other places, which can be asked for.
func (b *book) otherReturns(s *sheet, shown map[disclosure.Key]bool) {
	var others []string
	for _, key := range disclosure.Returns {
		if !shown[key] {
			others = append(others, string(key))
		}
	}
	if len(others) > 0 {
		s.note(b.label("contents.returns", strings.Join(others, ", ")))
	}
}

// linkTo writes a row that leads to a sheet.
func (b *book) linkTo(s *sheet, name, shows string) {
	if b.err == nil {
		b.keep(b.file.SetCellHyperLink(s.name, ref(1, s.row), quoted(name)+"!A1", "Location", excelize.HyperlinkOpts{Tooltip: &name}))
	}
	s.tall = 18
	s.text(1, look{font: link}, name)
	s.text(2, look{}, shows)
	s.end()
}

// controls compares the total of each impact with the sum of the calculations,
// and that of the climate with the sum of every dimension.
func (b *book) controls(s *sheet) {
	p := &b.places
	s.tall = 24
	s.text(1, look{font: heading, edge: strongEdge}, b.label("contents.controls"))
	for column := 2; column <= 4; column++ {
		s.text(column, look{edge: strongEdge}, "")
	}
	s.end()
	s.columnHeads(b.label("column.control"), b.label("column.total_only"), b.label("column.other_way"), b.label("column.difference"))
	row := func(name string, column int, sum string, value decimal.Decimal) {
		if value.IsZero() {
			return
		}
		l := look{edge: faintEdge}
		f := l.as(format(value))
		total := quoted(b.label("sheet.breakdown")) + "!" + fixed(column, totalRow)
		s.text(1, l, name)
		s.formula(2, f, total, value)
		s.formula(3, f, sum, value)
		s.formula(4, l.as(differenceFormat), fmt.Sprintf("ROUND(%s/%s-1,9)", ref(3, s.row), ref(2, s.row)), decimal.Zero)
		s.end()
	}
	for i, f := range p.figures {
		if f.stage != "" {
			continue
		}
		if sum, ok := b.calculated(b.view(), f.impact.Key, "", ""); ok {
			row(b.label("control.calculations", b.texts.Name("impact", string(f.impact.Key))), p.breakdownFirst+i, sum, f.impact.Shown.Decimal)
		}
	}
	gwp := p.figureIndex(factors.GWP, "")
	if gwp < 0 {
		return
	}
	for _, breakdown := range b.report.Stated() {
		at := b.slicesAt(breakdown.Dimension, breakdown.Slices)
		sum := b.overBreakdown(p.breakdownFirst+gwp, at)
		row(b.label("control.dimension", b.texts.Name("impact", string(factors.GWP)), b.label("dimension."+string(breakdown.Dimension))), p.breakdownFirst+gwp, sum, p.figures[gwp].impact.Shown.Decimal)
	}
	b.itemControls(row)
}
