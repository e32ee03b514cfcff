package calc

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// The amount of a part of a host is what its virtual machines take of it,
//
//	amount = A · Σ portion · weight / whole
//
// with A the amount of the whole host: one unit, or its measured kWh a year. It was
// divided while reading ([inventory.Split]), rounded to twelve decimal places, and
// is a fraction in the estate; here it is taken apart again to be explained.

// splits returns how the parts of hosts that a filter leaves came about, by group.
func (a *Assessment) splits(w Where) map[int][]inventory.Split {
	byGroup := make(map[int][]inventory.Split)
	for _, s := range a.estate.Splits() {
		if group, ok := a.leaves(w, &s.Profile); ok {
			byGroup[group] = append(byGroup[group], s)
		}
	}
	return byGroup
}

// amount returns the amount of some lines in a measure, with how the parts of hosts
// among them came about where that is known.
func (l someLines) amount(m Measure) *term {
	label, unit := m.String(), m.unit(l.rate, l.measure)
	whole := given(label, m.Of(l.amounts).Decimal(), unit, fromInventory)
	alike := l.alike(m)
	rest := whole.value
	for _, s := range alike {
		rest = rest.Sub(s.amount)
	}
	if len(alike) == 0 || rest.IsNegative() {
		return whole
	}
	var parts []*term
	for i, s := range alike {
		if i == partsShown && len(alike) > partsShown+1 {
			others := decimal.Zero
			for _, more := range alike[i:] {
				others = others.Add(more.amount)
			}
			parts = append(parts, given("further parts of hosts", others, unit, fromInventory))
			break
		}
		parts = append(parts, s.term(m, unit))
	}
	if rest.IsPositive() {
		parts = append(parts, given(label+", undivided", rest, unit, fromInventory))
	}
	return sumOf(label, unit, parts...)
}

// partsShown is how many parts of hosts are explained one by one, the largest first.
const partsShown = 3

// A hostShare is a part of a host, or of several that were split alike.
type hostShare struct {
	*inventory.Split
	count  int64
	of     decimal.Decimal // amount of one whole host
	amount decimal.Decimal // of all parts
}

// alike returns the parts of hosts that count in a measure, those that came about
// alike as one, the largest first.
func (l someLines) alike(m Measure) []*hostShare {
	var shares []*hostShare
	byKey := make(map[string]*hostShare)
	for i := range l.splits {
		s := &l.splits[i]
		part, of := m.Of(s.Amounts).Decimal(), m.Of(s.Of).Decimal()
		if part.IsZero() {
			continue
		}
		parts := []string{s.By, string(s.Profile.Capacity), s.Whole.String(), of.String()}
		for _, w := range s.Weights {
			parts = append(parts, w.Weight.String()+"×"+w.Portion.String())
		}
		key := strings.Join(parts, "|")
		if byKey[key] == nil {
			byKey[key] = &hostShare{Split: s, of: of}
			shares = append(shares, byKey[key])
		}
		byKey[key].count++
		byKey[key].amount = byKey[key].amount.Add(part)
	}
	slices.SortStableFunc(shares, func(a, b *hostShare) int { return b.amount.Cmp(a.amount) })
	return shares
}

// weightWords say of what hosts are split by what machines take, what is idle, what
// a host has, and what all of its machines were promised, and the unit of it.
var weightWords = map[string]struct{ unit, borne, idle, capacity, promised string }{
	"vcpu":    {"1", "virtual processors of the machines", "cores that no machine was promised", "cores of the host", "virtual processors of all machines on the host"},
	"memory":  {"GB", "memory of the machines", "memory that no machine was promised", "memory of the host", "memory of all machines on the host"},
	"storage": {"GB", "storage of the machines", "storage that no machine was promised", "storage of the host", "storage of all machines on the host"},
	"share":   {"1", "stated shares of the machines", "share that no machine has", "the whole host", "stated shares of all machines on the host"},
	"equal":   {"1", "virtual machines", "", "", "all machines on the host"},
}

// term returns a part of a host as what it takes over what there is.
func (s *hostShare) term(m Measure, unit string) *term {
	words := weightWords[s.By]
	label, wholeName, source := "part of a host", words.capacity, fromInventory
	switch {
	case s.Assumed && !s.Scaled:
		label, wholeName, source = "part of an assumed server", "virtual processors to a server", fromFormula
	case s.Scaled:
		wholeName = words.promised
	}
	var borne []*term
	for _, w := range s.Weights {
		name := words.borne
		if s.Profile.Capacity == inventory.Idle {
			name = words.idle
		}
		weight := given(name, w.Weight, words.unit, fromInventory)
		if !w.Portion.Equal(one) {
			weight = productOf("of machines that several applications share", words.unit, weight, given("portion of the application", w.Portion, "1", fromInventory))
		}
		borne = append(borne, weight)
	}
	weight := borne[0]
	if len(borne) > 1 {
		weight = sumOf(words.borne, words.unit, borne...)
	}
	dividends := []*term{weight}
	if s.count > 1 {
		label = "parts of hosts that came about alike"
		dividends = append(dividends, givenInt("parts", s.count, "1", fromInventory))
	}
	if !s.of.Equal(one) || m != PerUnit && m != PerFull {
		dividends = append(dividends, given("of a whole host: "+m.String(), s.of, unit, fromInventory))
	}
	t := quotientOf(label, unit, dividends, []*term{given(wholeName, s.Whole, words.unit, source)})
	t.value = s.amount // rounded so that the parts make up the host
	return t
}
