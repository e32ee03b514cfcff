package verify

import (
	"iter"
	"slices"
)

// Difference is a cell, or a sheet, that is not as expected.
type Difference struct {
	Sheet string
	Cell  string // empty: the whole sheet
	Row   string // the first text of the row, which says what it is about; empty for none

	Found, Expected Cell // the zero Cell for one that is not there

	// Computed is a value that a formula gives. It is other because another cell is:
	// one that holds an amount, a factor, or another formula.
	Computed bool
}

// Missing reports whether a whole sheet is missing, rather than one too many.
func (d Difference) Missing() bool { return d.Cell == "" && d.Found.Text == "" }

// Result is what comparing found.
type Result struct {
	most int // differences that are kept; 0 for all

	Sheets, Cells int64        // compared
	Changed       []Difference // of cells that hold something of their own, the first of them
	Others        int64        // that are not listed
	Computed      int64        // values of formulas that differ
	First         []Difference // the first of those, for a workbook in which nothing else differs
}

// Equal reports whether nothing differs.
func (r *Result) Equal() bool { return len(r.Changed) == 0 && r.Computed == 0 }

// Compare compares a report with what it should be. It keeps the first differences,
// as many as most says, all of them for 0.
func Compare(found, expected *Book, most int) (*Result, error) {
	r := &Result{most: most}
	for _, s := range expected.sheets {
		other := slices.IndexFunc(found.sheets, func(f sheet) bool { return f.name == s.name })
		if other < 0 {
			r.change(Difference{Sheet: s.name, Expected: Cell{Text: s.name}})
			continue
		}
		r.Sheets++
		if err := r.compare(s.name, found.cells(found.sheets[other].part), expected.cells(s.part)); err != nil {
			return nil, err
		}
	}
	for _, f := range found.sheets {
		if !slices.ContainsFunc(expected.sheets, func(s sheet) bool { return s.name == f.name }) {
			r.change(Difference{Sheet: f.name, Found: Cell{Text: f.name}})
		}
	}
	return r, nil
}

func (r *Result) full(kept []Difference) bool { return r.most > 0 && len(kept) >= r.most }

func (r *Result) change(d Difference) {
	if r.full(r.Changed) {
		r.Others++
		return
	}
	r.Changed = append(r.Changed, d)
}

// compare walks over two sheets side by side.
func (r *Result) compare(name string, found, expected iter.Seq2[Cell, error]) error {
	nextFound, stopFound := iter.Pull2(found)
	defer stopFound()
	nextExpected, stopExpected := iter.Pull2(expected)
	defer stopExpected()
	a, errA, moreA := nextFound()
	b, errB, moreB := nextExpected()
	var row int
	var label string // the first text of the row, as expected
	for moreA || moreB {
		if errA != nil {
			return errA
		}
		if errB != nil {
			return errB
		}
		at := Difference{Sheet: name}
		both := moreA && moreB && a.Row == b.Row && a.Column == b.Column
		onlyB := moreB && (!moreA || b.before(a))
		if (both || onlyB) && b.Row != row {
			row, label = b.Row, ""
		}
		if (both || onlyB) && label == "" && !b.Number {
			label = b.Text
		}
		switch {
		case both:
			at.Cell, at.Found, at.Expected = b.Name(), a, b
			r.weigh(at, label)
			a, errA, moreA = nextFound()
			b, errB, moreB = nextExpected()
		case onlyB:
			at.Cell, at.Expected = b.Name(), b
			r.weigh(at, label)
			b, errB, moreB = nextExpected()
		default:
			at.Cell, at.Found = a.Name(), a
			r.weigh(at, "")
			a, errA, moreA = nextFound()
		}
	}
	return nil
}

// weigh takes note of two cells.
func (r *Result) weigh(d Difference, label string) {
	r.Cells++
	formulas := sameFormula(d.Found, d.Expected)
	if formulas && sameValue(d.Found, d.Expected) {
		return
	}
	d.Row = label
	d.Computed = formulas && d.Expected.Formula != ""
	if !d.Computed {
		r.change(d)
		return
	}
	r.Computed++
	if !r.full(r.First) {
		r.First = append(r.First, d)
	}
}
