package factors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// ChangeKind says what happened to a pack or a factor.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// Change is one difference between two sets of packs.
type Change struct {
	Kind   ChangeKind
	Pack   string        // its name
	ID     string        // the factor's; empty where the pack itself changed
	Fields []FieldChange // of what changed, in the order of the columns
	Old    *Factor       // nil where added, and for packs
	New    *Factor       // nil where removed, and for packs
}

// FieldChange is the old and the new content of one field.
type FieldChange struct {
	Field, Old, New string
	// Ratio is new over old, for numbers; of values in different units of one kind, after
	// conversion. It has at most 12 decimal places.
	Ratio decimal.NullDecimal
}

// Diff compares two sets of packs: packs by name, factors by id. Changes are
// sorted by pack and id, a pack before its factors. Where nothing but the writing
// differs (0.5 and 0.50) there is no change.
func Diff(a, b []*Pack) []Change {
	before, after := packsByName(a), packsByName(b)
	var changes []Change
	for name, p := range before {
		if q, ok := after[name]; ok {
			changes = append(changes, diffPack(p, q)...)
			continue
		}
		changes = append(changes, Change{Kind: Removed, Pack: name})
		for _, f := range p.Factors {
			changes = append(changes, Change{Kind: Removed, Pack: name, ID: f.ID, Old: f})
		}
	}
	for name, q := range after {
		if _, ok := before[name]; ok {
			continue
		}
		changes = append(changes, Change{Kind: Added, Pack: name})
		for _, f := range q.Factors {
			changes = append(changes, Change{Kind: Added, Pack: name, ID: f.ID, New: f})
		}
	}
	slices.SortFunc(changes, func(x, y Change) int {
		return cmp.Or(strings.Compare(x.Pack, y.Pack), strings.Compare(x.ID, y.ID))
	})
	return changes
}

func packsByName(packs []*Pack) map[string]*Pack {
	byName := map[string]*Pack{}
	for _, p := range packs {
		byName[p.Name] = p
	}
	return byName
}

func diffPack(p, q *Pack) []Change {
	var changes []Change
	if fields := diffFields(packFields(p), packFields(q)); len(fields) > 0 {
		changes = append(changes, Change{Kind: Changed, Pack: p.Name, Fields: fields})
	}
	old := map[string]*Factor{}
	for _, f := range p.Factors {
		old[f.ID] = f
	}
	for _, g := range q.Factors {
		f, ok := old[g.ID]
		if !ok {
			changes = append(changes, Change{Kind: Added, Pack: q.Name, ID: g.ID, New: g})
			continue
		}
		delete(old, g.ID)
		if fields := diffFactor(f, g); len(fields) > 0 {
			changes = append(changes, Change{Kind: Changed, Pack: q.Name, ID: g.ID, Fields: fields, Old: f, New: g})
		}
	}
	for _, f := range old {
		changes = append(changes, Change{Kind: Removed, Pack: p.Name, ID: f.ID, Old: f})
	}
	return changes
}

type field struct{ name, value string }

func packFields(p *Pack) []field {
	fields := []field{
		{"version", p.Version},
		{"title", p.Title},
		{"description", p.Description},
		{"published", p.Published},
		{"licence", p.Licence},
		{"layer", p.Layer.String()},
		{"family", p.Family},
	}
	sources := slices.SortedFunc(slices.Values(p.Sources), func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	for _, s := range sources {
		fields = append(fields, field{"source " + s.ID, strings.Join([]string{
			s.Title, s.Publisher, s.Year, s.URL, s.Licence, s.Redistribution, s.Note, s.Expires,
		}, " | ")})
	}
	return fields
}

// diffFields compares fields by name, in the order in which they stand.
func diffFields(before, after []field) []FieldChange {
	var changes []FieldChange
	find := func(fields []field, name string) string {
		for _, f := range fields {
			if f.name == name {
				return f.value
			}
		}
		return ""
	}
	for _, f := range before {
		if other := find(after, f.name); other != f.value {
			changes = append(changes, FieldChange{Field: f.name, Old: f.value, New: other})
		}
	}
	for _, f := range after {
		if !slices.ContainsFunc(before, func(o field) bool { return o.name == f.name }) {
			changes = append(changes, FieldChange{Field: f.name, New: f.value})
		}
	}
	return changes
}

func diffFactor(f, g *Factor) []FieldChange {
	changes := diffFields(factorFields(f), factorFields(g))
	for i := range changes {
		switch changes[i].Field {
		case Columns[colValue]:
			changes[i].Ratio = ratio(decimal.NewNullDecimal(f.Value), f.Unit, decimal.NewNullDecimal(g.Value), g.Unit)
		case Columns[colLow]:
			changes[i].Ratio = ratio(f.Low, f.Unit, g.Low, g.Unit)
		case Columns[colHigh]:
			changes[i].Ratio = ratio(f.High, f.Unit, g.High, g.Unit)
		}
	}
	return changes
}

func factorFields(f *Factor) []field {
	values := [...]string{
		colID: f.ID, colSubject: f.Subject, colProperty: string(f.Property), colStage: f.StageText(), colImpact: string(f.Impact),
		colPlace: f.Place, colYear: yearText(f.Year), colValue: f.Value.String(), colLow: nullText(f.Low), colHigh: nullText(f.High),
		colUnit: f.Unit.String(), colDistribution: string(f.Distribution), colSource: f.sourceText(), colQuality: f.Quality.String(), colNote: f.Note,
	}
	fields := make([]field, len(values))
	for i, value := range values {
		fields[i] = field{Columns[i], value}
	}
	return fields
}

// ratio returns after/before, or nothing where that makes no sense.
func ratio(before decimal.NullDecimal, oldUnit quantity.Unit, after decimal.NullDecimal, newUnit quantity.Unit) decimal.NullDecimal {
	if !before.Valid || !after.Valid {
		return decimal.NullDecimal{}
	}
	value, err := quantity.Convert(after.Decimal, newUnit, oldUnit)
	if err != nil {
		return decimal.NullDecimal{}
	}
	quotient, err := quantity.Divide(value, before.Decimal, 12)
	if err != nil {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(quotient)
}
