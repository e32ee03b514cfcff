package factors

import (
	"iter"
	"slices"

	"govfootprint/quantity"
)

// Library is a set of packs, ready to find factors in. It never changes after it
// is made, so goroutines may share it.
type Library struct {
	packs   []*Pack
	index   map[string]*subjectIndex
	impacts []Impact
	units   map[Impact]quantity.Unit
}

// NewLibrary makes a library of packs. Within a layer, a later pack wins over an
// earlier one where both have equally near factors. Packs that exclude each other
// (two versions of one pack, two of one family, one impact measured in two ways)
// are refused with a [*LoadError]; [Select] and [Library.With] resolve the first two.
func NewLibrary(packs ...*Pack) (*Library, error) {
	var c collector
	names, families := map[string]*Pack{}, map[string]*Pack{}
	for _, p := range packs {
		file := packFileOf(p)
		if other, ok := names[p.Name]; ok {
			c.add(newIssue(PackConflict, other.Ref(), p.Ref()).at(file, 0, 0))
		} else if other, ok := families[p.Family]; ok && p.Family != "" {
			c.add(newIssue(FamilyConflict, other.Ref(), p.Ref(), p.Family).at(file, 0, 0))
		}
		names[p.Name], families[p.Family] = p, p
	}
	l := &Library{packs: slices.Clone(packs)}
	l.collectImpacts(&c)
	if err := c.err(); err != nil {
		return nil, err
	}
	l.buildIndex()
	return l, nil
}

// collectImpacts lists the impacts that the packs carry, with the unit in which
// each is reported, and reports impacts that two packs measure differently.
func (l *Library) collectImpacts(c *collector) {
	l.units = map[Impact]quantity.Unit{}
	firsts := map[Impact]*Pack{}
	coherent := map[quantity.Unit]quantity.Unit{} // few units, many factors
	for _, p := range l.packs {
		for _, f := range p.Factors {
			if f.Impact == "" {
				continue
			}
			unit, seen := coherent[f.Unit]
			if !seen {
				unit = f.Unit.Numerator().Dimension().Unit()
				coherent[f.Unit] = unit
			}
			first, known := firsts[f.Impact]
			switch {
			case known && l.units[f.Impact].Dimension() == unit.Dimension():
			case known:
				c.add(newIssue(ImpactConflict, string(f.Impact), unit.String(), l.units[f.Impact].String(), first.Ref()).
					at(f.File, f.Line, 0).in(Columns[colUnit], f.Unit.String()))
			default:
				firsts[f.Impact] = p
				if shipped, ok := impactUnits[f.Impact]; ok {
					unit = shipped
				}
				l.units[f.Impact] = unit
				l.impacts = append(l.impacts, f.Impact)
			}
		}
	}
	slices.SortFunc(l.impacts, compareImpacts)
}

// With returns a library of the same packs and some more, which win over those of
// their layer. A pack of the same name, or of the same family, is replaced. The
// library itself does not change.
func (l *Library) With(packs ...*Pack) (*Library, error) {
	return NewLibrary(overlay(l.packs, packs...)...)
}

// overlay puts packs after those they do not replace.
func overlay(under []*Pack, over ...*Pack) []*Pack {
	list := slices.Clone(under)
	for _, p := range over {
		list = slices.DeleteFunc(list, func(q *Pack) bool {
			return q.Name == p.Name || q.Family == p.Family && p.Family != ""
		})
		list = append(list, p)
	}
	return list
}

// Packs returns the packs in the order in which they were selected.
func (l *Library) Packs() []*Pack { return slices.Clone(l.packs) }

// Factors goes through all factors, pack by pack, in the order of their rows.
func (l *Library) Factors() iter.Seq[*Factor] {
	return func(yield func(*Factor) bool) {
		for _, p := range l.packs {
			for _, f := range p.Factors {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// Impacts lists the impacts that any pack carries: the shipped ones first, in
// the order of [Impacts], then the others by name.
func (l *Library) Impacts() []Impact { return slices.Clone(l.impacts) }

// ImpactUnit returns the unit in which an impact is reported, kgCO2e or molH+eq,
// and whether any pack carries the impact.
func (l *Library) ImpactUnit(i Impact) (quantity.Unit, bool) {
	unit, ok := l.units[i]
	return unit, ok
}
