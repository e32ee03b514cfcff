package disclosure

import (
	"strings"

	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// equivalences puts totals beside things of everyday life. They are for a reader
// to have a picture; nothing is computed from them.
func (a *author) equivalences() {
	v := a.view(Equivalences)
	t := v.table("list", wide("equivalence"), Column{Key: "amount", Head: said("column.amount"), Unit: Count}, head("impact"),
		Column{Key: "total", Head: said("column.total")}, Column{Key: "each", Head: said("column.each")}, head("unit"), wide("source"))
	t.Note = said("equivalences.note")
	for _, p := range a.report.Packs {
		if p.Pack == nil {
			continue
		}
		for _, f := range p.Factors {
			if name, ok := strings.CutPrefix(f.Subject, "equivalence/"); ok {
				a.equivalence(v, t, name, f)
			}
		}
	}
	if len(t.Rows) == 0 {
		v.view.Tables = nil
		v.note(said("equivalences.none"))
	}
}

// equivalence adds a row: a total over a figure for one of something.
//
//	amount = total ÷ figure
func (a *author) equivalence(v *viewAuthor, t *Table, name string, f *factors.Factor) {
	i, ok := a.report.Impact(f.Impact)
	if !ok || !i.Known || !i.Representative() || !f.Value.IsPositive() || f.Unit.Numerator().String() != i.Unit {
		return
	}
	source := Text{}
	if f.Source != nil {
		source = plain(f.Source.Title + ", " + f.Source.Publisher + " " + f.Source.Year + ". " + f.Source.URL)
	}
	unit := Unit(i.Unit)
	t.add(f.ID, words(named("equivalence", name)), nil, words(named("impact", string(f.Impact))),
		a.shown(i.Total, unit, of(Slice{Impact: f.Impact})), given(f.Value, ForOne), words(plain(figure.UnitName(i.Unit))), words(source))
	t.Row(f.ID).Cells[1] = a.worked(Count, op(Over, v.here(t, f.ID, "total"), v.here(t, f.ID, "each")))
}
