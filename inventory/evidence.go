package inventory

import (
	"bytes"
	"slices"
)

// Whether 03/04/2024 is in March or in April, and whether 1,234 is a thousand,
// no cell can say; its column can, since 17/04/2024 and 0,5 can be read in one
// way only. A later row may hold what decides an earlier one. So when the first
// ambiguous cell turns up, the whole sheet is read once more, only to count what
// its columns show; a sheet without such cells is read once. Counting all of it,
// and not up to the first that decides, keeps the result free of the order of rows.
//
// What decides, in this order: the column itself; the other columns of dates (or
// of numbers) on its sheet; the columns of other sheets and files of the run with the
// same header, as parts of one export do; the default, which is announced.

// columnEvidence counts what the cells of a column show.
type columnEvidence struct {
	dayFirst, monthFirst int64
	point, comma         int64
}

func (e *columnEvidence) add(o columnEvidence) {
	e.dayFirst += o.dayFirst
	e.monthFirst += o.monthFirst
	e.point += o.point
	e.comma += o.comma
}

// sheetEvidence is what the columns of a sheet show, and what to fall back on.
type sheetEvidence struct {
	columns   [fieldCount]columnEvidence
	siblings  func() columnEvidence // of the same header on other sheets
	defaults  decimalMark
	monthsUS  bool // the default order is the month first
	said      func(f field, order dateOrder, e columnEvidence)
	siblingOf *columnEvidence
}

// dateFields and numberFields are the fields whose columns are looked at.
var (
	dateFields   = []field{fieldAcquired, fieldRetired, fieldAcquiredProxy}
	numberFields = []field{
		fieldQuantity, fieldLifetime, fieldLifetimeBefore, fieldLifetimeAfter, fieldAnnualKWh, fieldPower, fieldHours, fieldAttribution,
		fieldCPUUnits, fieldCPUCores, fieldDieMM2, fieldMemoryGB, fieldMemoryModules, fieldSSDGB, fieldSSDUnits, fieldHDDUnits, fieldPSUUnits, fieldPSUKG, fieldScreenInches,
	}
)

// order returns the order of day and month in a column, and whether it was shown.
func (e *sheetEvidence) order(f field) (dateOrder, bool) {
	own := e.columns[f]
	for _, step := range []func() columnEvidence{
		func() columnEvidence { return own },
		func() columnEvidence { return e.sum(dateFields) },
		e.sibling,
	} {
		shown := step()
		if shown.dayFirst == 0 && shown.monthFirst == 0 {
			continue
		}
		order := orderDayFirst
		if shown.monthFirst > shown.dayFirst || shown.monthFirst == shown.dayFirst && e.monthsUS {
			order = orderMonthFirst
		}
		if shown.dayFirst > 0 && shown.monthFirst > 0 && e.said != nil {
			e.said(f, order, shown)
		}
		return order, true
	}
	if e.monthsUS {
		return orderMonthFirst, false
	}
	return orderDayFirst, false
}

// mark returns the decimal mark of a column, and whether it was shown.
func (e *sheetEvidence) mark(f field) (decimalMark, bool) {
	for _, shown := range []func() columnEvidence{
		func() columnEvidence { return e.columns[f] },
		func() columnEvidence { return e.sum(numberFields) },
		e.sibling,
	} {
		switch s := shown(); {
		case s.comma > s.point:
			return commaMark, true
		case s.point > s.comma:
			return pointMark, true
		case s.point > 0:
			return e.defaults, false
		}
	}
	return e.defaults, false
}

func (e *sheetEvidence) sum(fields []field) columnEvidence {
	var sum columnEvidence
	for _, f := range fields {
		sum.add(e.columns[f])
	}
	return sum
}

func (e *sheetEvidence) sibling() columnEvidence {
	if e.siblingOf == nil {
		var shown columnEvidence
		if e.siblings != nil {
			shown = e.siblings()
		}
		e.siblingOf = &shown
	}
	return *e.siblingOf
}

// gatherEvidence reads the rows of a table, which stands in a band of columns of
// a sheet, and counts what its columns show.
func gatherEvidence(doc document, sheet int, t *table, in *band, judge *rowJudge) (*sheetEvidence, error) {
	b := band{from: in.from, to: in.to}
	hint := new(rowHint)
	if b.whole() {
		hint.cells = t.width
	}
	e := new(sheetEvidence)
	var looked []column
	for _, col := range t.columns {
		if measuresOrDates(col.field) {
			looked = append(looked, col)
		}
	}
	for r, err := range doc.rows(sheet, hint) {
		if err != nil {
			return nil, err
		}
		if r.number <= t.header.row {
			continue
		}
		part := b.cut(&r)
		switch kind, _, _ := judge.look(part); kind {
		case rowItem:
		case rowHeader:
			return e, nil
		default:
			continue
		}
		for _, col := range looked {
			if col.index >= 0 && col.index < len(part.cells) {
				e.columns[col.field].look(col.field, part.cells[col.index])
			}
		}
	}
	return e, nil
}

// look counts what a cell shows.
func (e *columnEvidence) look(f field, c cell) {
	if c.number || len(c.text) < 3 || len(c.text) > maxNumberText {
		return
	}
	if slices.Contains(dateFields, f) {
		text, _ := cleanText(c.text)
		p, status := parseDate(text)
		switch {
		case status != dateOK:
		case p.order == orderDayFirst:
			e.dayFirst++
		case p.order == orderMonthFirst:
			e.monthFirst++
		}
		return
	}
	if !bytes.ContainsAny(c.text, ".,") {
		return
	}
	text, _ := cleanText(c.text)
	if n, ok := parseNumber(text, pointMark, false); ok {
		switch n.evidence {
		case showsPoint:
			e.point++
		case showsComma:
			e.comma++
		default:
		}
	}
}

// measuresOrDates reports whether a field holds numbers or dates.
func measuresOrDates(f field) bool {
	return slices.Contains(numberFields, f) || slices.Contains(dateFields, f)
}
