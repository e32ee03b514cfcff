package uncertainty

import (
	"context"
	"slices"

	"govfootprint/calc"
	"govfootprint/inventory"
)

// Lines says how sure the figures of single lines are. They must not be added up:
// lines share their unknowns.
type Lines struct {
	cells []calc.CellKey
	kin   map[kinKey][]relative
}

type kinKey struct {
	group   string
	quality inventory.Quality
}

// relative is the interval of a figure in parts of it.
type relative struct {
	cell int
	Interval
}

// LinesOf derives how sure the figures of lines are, cell by cell.
func LinesOf(ctx context.Context, a *calc.Assessment, o Options) (*Lines, error) {
	x, err := a.Expand(ctx)
	if err != nil {
		return nil, err
	}
	b := newBuilder()
	o = o.withDefaults()
	numbers := b.variablesOf(x, o)
	l := &Lines{cells: x.Cells, kin: make(map[kinKey][]relative)}
	for kin := range x.Kins(o.viewOf(a)) {
		var list []relative
		for _, cell := range b.byCell(x, kin.Summands, numbers) {
			if m := b.moments(cell.terms); m.mean != 0 {
				d := fitted(m)
				list = append(list, relative{cell.number, Interval{d.at(-zOf95) / m.mean, d.at(0) / m.mean, d.at(zOf95) / m.mean}})
			}
		}
		l.kin[kinKey{kin.Group, kin.Quality}] = list
	}
	return l, nil
}

// Interval returns between what a figure of a line lies, in parts of the figure, and
// false where it is 0 or not known.
func (l *Lines) Interval(group string, quality inventory.Quality, cell calc.CellKey) (Interval, bool) {
	list := l.kin[kinKey{group, quality}]
	at := slices.IndexFunc(list, func(r relative) bool { return l.cells[r.cell] == cell })
	if at < 0 {
		return Interval{}, false
	}
	return list[at].Interval, true
}
