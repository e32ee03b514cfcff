package workbook

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// itemColumns says where the figures of the Items stand.
type itemColumns struct {
	sheets   []lineSheet // the sheets that hold items
	sheet    bool        // whether any file has sheets that are named
	rows     bool        // whether any item stands for another number of rows than one
	measures []calc.Measure
	totals   []int // of the figure columns, those that are totals of an impact
	first    int   // column of the first amount
	letters  map[calc.Measure]string
	live     bool // figures are formulas
}

// planItems works out where the rows of the inventories will stand.
func (b *book) planItems() {
	r, p := b.report, &b.items
	if r.Items == nil {
		return
	}
	for _, f := range r.Manifest.Files {
		p.sheet = p.sheet || len(f.Sheets) > 1 || len(f.Sheets) == 1 && f.Sheets[0].Name != ""
	}
	p.rows = int64(r.ItemCount) != r.Rows.Assessed
	for _, m := range reports.Measures {
		if r.Presence.Measures[m] {
			p.measures = append(p.measures, m)
		}
	}
	for i, f := range b.places.figures {
		if f.stage == "" {
			p.totals = append(p.totals, i)
		}
	}
	p.first = len(b.itemHeads()) + 1
	p.letters = make(map[calc.Measure]string)
	for i, m := range p.measures {
		p.letters[m] = letters(p.first + i)
	}
	p.live = b.live.lines && r.ItemCount <= liveLines
	for start := 0; start < r.ItemCount; start += b.perSheet {
		name := b.label("sheet.items")
		if start > 0 {
			name = fmt.Sprintf("%s %d", name, len(p.sheets)+1)
		}
		p.sheets = append(p.sheets, lineSheet{name: name, lines: min(b.perSheet, r.ItemCount-start)})
	}
}

// itemHeads lists the columns before the amounts: where the row stands, and its line.
func (b *book) itemHeads() []column {
	list := []column{{header: b.label("column.file"), width: 30}}
	if b.items.sheet {
		list = append(list, column{header: b.label("column.sheet"), width: 18})
	}
	list = append(list,
		column{header: b.label("column.row"), width: 9, format: yearFormat},
		column{header: b.label("column.line"), width: 9, format: yearFormat, look: look{font: quiet}},
		column{header: b.label("column.category"), width: b.fits(20, "variant.")})
	if b.items.rows {
		list = append(list, column{header: b.label("column.rows"), width: 9, format: wholeFormat})
	}
	return list
}

// itemRows writes one row for each row of the inventories that was counted, over as
// many sheets as it takes. A figure is the sum of the row's own amounts times the
// coefficients of its line.
func (b *book) itemRows() {
	p := &b.items
	if len(p.sheets) == 0 {
		return
	}
	columns := b.itemHeads()
	for _, m := range p.measures {
		columns = append(columns, column{header: b.label("column." + measureKey(m)), width: 13, format: amountFormat})
	}
	all := b.figureColumns()
	for _, i := range p.totals {
		c := all[i]
		c.format = tinyFormat
		columns = append(columns, c)
	}
	next, stop := iter.Pull(b.report.Items)
	defer stop()
	note := b.label("items.note") + " " + b.label("shown."+string(b.view()))
	categories := make(map[string]string)
	figures := make([]figureValue, len(b.places.figures))
	for n, part := range p.sheets {
		t := b.table(part.name, b.label("items.title"), note, turquoise, 0, columns)
		for range part.lines {
			item, ok := next()
			if !ok || b.err != nil {
				break
			}
			category, known := categories[item.Category]
			if !known {
				category = b.texts.Key("variant", item.Category)
				categories[item.Category] = category
			}
			b.item(t, &item, category, figures)
		}
		name := "Items"
		if n > 0 {
			name = fmt.Sprintf("Items%d", n+1)
		}
		t.done(name)
	}
}

// item writes a row.
func (b *book) item(t *table, item *reports.Item, category string, figures []figureValue) {
	p := &b.items
	column := 1
	put := func(value any) {
		t.value(column, value)
		column++
	}
	if item.Row == 0 && item.File == "" {
		put(b.label("items.several"))
	} else {
		put(item.File)
	}
	if p.sheet {
		put(item.Sheet)
	}
	if item.Row > 0 {
		put(item.Row)
	} else {
		put(nil)
	}
	put(item.Line)
	put(category)
	if p.rows {
		put(item.Amounts.Rows)
	}
	for _, m := range p.measures {
		if amount := m.Of(item.Amounts); amount.IsZero() {
			put(nil)
		} else {
			put(amount.Float64())
		}
	}
	b.spreadTotals(item.Cells, p.totals, figures)
	for _, index := range p.totals {
		f := figures[index]
		if !p.live || !f.known {
			put(f)
			continue
		}
		t.cell(column, t.styles[column-1], float(f.value), b.itemFormula(item, index, t.row))
		column++
	}
	t.end()
}

// itemFormula returns the formula of a figure of an item: its amounts times the
// coefficients of its line.
func (b *book) itemFormula(item *reports.Item, index, row int) string {
	return b.products(item.Group, index, item.Amounts, row, b.items.letters)
}

// itemSum returns a formula that adds up a column over all items, by the place of the
// column after the heads, and false where there are none.
func (b *book) itemSum(place int) (string, bool) {
	p := &b.items
	if len(p.sheets) == 0 {
		return "", false
	}
	sums := make([]string, len(p.sheets))
	for i, s := range p.sheets {
		column := p.first + place
		sums[i] = fmt.Sprintf("SUM(%s!%s:%s)", quoted(s.name), fixed(column, tableFirst), fixed(column, tableHeader+s.lines))
	}
	return strings.Join(sums, "+"), true
}

// itemControls compares the sum of the items with the totals.
func (b *book) itemControls(row func(name string, column int, sum string, value decimal.Decimal)) {
	p := &b.items
	if at := slices.Index(p.measures, calc.PerUnit); at >= 0 {
		if sum, ok := b.itemSum(at); ok {
			row(b.label("control.items", b.label("column.units")), breakdownUnits, sum, b.report.Units)
		}
	}
	for n, index := range p.totals {
		f := b.places.figures[index]
		if f.impact.Key != factors.GWP {
			continue
		}
		if sum, ok := b.itemSum(len(p.measures) + n); ok {
			row(b.label("control.items", b.texts.Name("impact", string(f.impact.Key))), b.places.breakdownFirst+index, sum, f.impact.Shown.Decimal)
		}
	}
}
