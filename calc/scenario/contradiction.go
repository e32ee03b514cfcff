package scenario

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/mapping"
)

// contradictions refuses changes of which the later leaves nothing of the earlier:
// both give one thing a value, not the same, for the same items.
func (p *parser) contradictions(s *Scenario) {
	for i := range s.Changes {
		for j := range i {
			earlier, later := &s.Changes[j], &s.Changes[i]
			if earlier.Phase != later.Phase || !sameItems(earlier, later) {
				continue
			}
			if name, differs := disputed(earlier, later); differs {
				p.Refuse(later.At, "%q gives %s another value than %q in line %d, for the same items; leave one of the two out", later.Name, mapping.Verbatim(name), earlier.Name, earlier.At.Line)
			}
		}
	}
}

// sameItems reports whether two changes concern the same items, whatever the estate.
func sameItems(a, b *Change) bool {
	text := func(f *Filter) string {
		if f == nil {
			return ""
		}
		return strings.Join(strings.Fields(f.Text), " ")
	}
	one := decimal.NewFromInt(1)
	return text(a.Where) == text(b.Where) && a.Share.Equal(one) && b.Share.Equal(one)
}

// disputed returns what two changes give different values.
func disputed(a, b *Change) (name string, differs bool) {
	first, second := a.Action.assigns(), b.Action.assigns()
	for _, name := range slices.Sorted(maps.Keys(second)) {
		if value, ok := first[name]; ok && value != second[name] {
			return name, true
		}
	}
	return "", false
}

// conflicts notes, by the number of the later change, where two changes give the same
// items different values: the later one counts, which may not be meant.
func (s *Scenario) conflicts(base State) map[int][]Note {
	notes := make(map[int][]Note)
	for i := range s.Changes {
		for j := range i {
			earlier, later := &s.Changes[j], &s.Changes[i]
			name, differs := disputed(earlier, later)
			if _, ok := later.Action.(onItems); !ok || !differs {
				continue
			}
			units, profiles := selected(base, earlier.Where, later.Where)
			if profiles == 0 {
				continue
			}
			notes[i] = append(notes[i], Note{File: s.File, At: later.At, Message: mapping.Messagef(
				"%q gives %s of %s units another value than %q in line %d did; the later one counts", later.Name, mapping.Verbatim(name), units.Decimal(), earlier.Name, earlier.At.Line)})
		}
	}
	return notes
}
