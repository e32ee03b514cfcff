// Package proposal writes down how inventories were read as a mapping file for a
// person to correct: each sheet with its columns, and the questions that only a
// person can answer, with room for the answers.
package proposal

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// Of returns the mapping file that an inspection proposes, with its comments in
// a language.
func Of(in *reports.Inspection, language string) (*mapping.Draft, error) {
	texts, err := wording.In(language)
	if err != nil {
		return nil, err
	}
	p := proposer{texts}
	d := &mapping.Draft{
		Head: texts.Label("mapping.head"),
		Parts: mapping.Parts{
			Sheets: texts.Label("mapping.sheets", "{field: power_w, unit: kW}", "constants: {country: GB}"), Words: texts.Label("mapping.words"),
			Categories: texts.Label("mapping.categories"), Models: texts.Label("mapping.models"),
		},
	}
	for i := range in.Files {
		f := &in.Files[i]
		for j := range f.Sheets {
			if s, ok := p.sheet(f, &f.Sheets[j]); ok {
				d.Sheets = append(d.Sheets, s)
			}
		}
	}
	p.questions(d, in.Questions.All)
	return d, nil
}

type proposer struct{ texts *wording.Catalogue }

// sheet proposes an entry for a sheet; not for one that is hidden, or that holds nothing.
func (p proposer) sheet(f *inventory.FileInfo, s *inventory.SheetInfo) (mapping.DraftSheet, bool) {
	d := mapping.DraftSheet{File: filepath.Base(f.Name), Sheet: s.Name, Elsewhere: s.Mapped}
	switch {
	case s.List != "":
		d.List = p.list(s)
	case s.HeaderRow > 0 && s.Layout == "":
		d.List = mapping.DraftColumn{DraftPair: mapping.DraftPair{Key: "list", Comment: p.texts.Label("mapping.list.open", strings.Join(inventory.Lists(), ", "))}}
	}
	if s.Layout == "" {
		switch inventory.Code(s.Why) {
		case inventory.CodeOtherList, inventory.CodeColumnsMissing, inventory.CodeHeaderMissing, inventory.CodeListIncomplete:
		default:
			return d, false
		}
		d.Comment = p.texts.Reason(inventory.Code(s.Why))
		if s.List == "" && !f.Refused || inventory.Code(s.Why) == inventory.CodeOtherList {
			d.Skip = true
			return d, true
		}
		d.HeaderRow = s.HeaderRow
	}
	var unknown, closed []mapping.DraftColumn
	for _, c := range s.Columns {
		column := mapping.DraftColumn{DraftPair: mapping.DraftPair{Key: c.Header, Value: c.Field}, Unit: c.Unit}
		switch {
		case c.Header == "": // nothing to call it by
		case c.Item != "": // no field says so
			column.Closed = true
			column.Comment = p.texts.Label("mapping.column.item", c.Item, p.full(c, s))
			d.Columns = append(d.Columns, column)
		case c.Field != "":
			column.Understood = true
			column.Comment = p.texts.Label("mapping.column.read", p.texts.Label("inspect.how."+c.How), p.full(c, s), strings.Join(c.Samples, ", "))
			d.Columns = append(d.Columns, column)
		case c.How == "mapping":
			column.Understood = true
			column.Value = "-"
			d.Columns = append(d.Columns, column)
		case c.Why == "unknown":
			column.Comment = p.texts.Label("mapping.column.unknown", p.full(c, s), p.values(c))
			unknown = append(unknown, column)
		case c.Why == "alternate":
			column.Closed = true
			column.Comment = p.texts.Label("mapping.column.alternate", p.texts.Name("inspect.field", c.Means))
			closed = append(closed, column)
		case c.Why == "other_year":
			column.Closed = true
			column.Comment = p.texts.Label("mapping.column.other_year")
			closed = append(closed, column)
		case c.Why == "duplicate":
			column.Closed = true
			column.Comment = p.texts.Label("mapping.column.duplicate", p.texts.Name("inspect.field", c.Means), c.Instead)
			closed = append(closed, column)
		default:
			column.Closed = true
			column.Comment = p.texts.Label("mapping.column.closed", p.texts.Label("inspect.why."+c.Why))
			closed = append(closed, column)
		}
	}
	d.Columns = append(append(d.Columns, unknown...), closed...)
	return d, len(d.Columns) > 0
}

// list says what a sheet was taken for that lists something else than devices.
func (p proposer) list(s *inventory.SheetInfo) mapping.DraftColumn {
	pair := mapping.DraftPair{Key: "list", Value: s.List, Comment: p.texts.Name("inspect.layouts", cmp.Or(s.Layout, s.List))}
	return mapping.DraftColumn{DraftPair: pair, Understood: true}
}

// full says how much of a column holds something.
func (p proposer) full(c inventory.ColumnInfo, s *inventory.SheetInfo) string {
	return reports.Filled(c, s, p.texts.Numbers())
}

// values says of what kind the values of a column are that nobody knows, and shows
// the words that stand in many rows.
func (p proposer) values(c inventory.ColumnInfo) string {
	if c.Values == "" {
		return ""
	}
	return p.texts.Label("inspect.values", p.texts.Label("inspect.values."+string(c.Values)), c.Distinct, strings.Join(c.Samples, ", "))
}

// questions puts each question where its answer belongs.
func (p proposer) questions(d *mapping.Draft, questions []*inventory.Question) {
	words := make(map[string]int) // place of each field
	for _, q := range questions {
		comment := p.texts.Label("mapping.units", q.Units.Decimal(), q.Rows)
		if q.Suggestion != "" {
			comment = p.texts.Label("mapping.suggested", comment, q.Suggestion)
		}
		pair := mapping.DraftPair{Key: q.Text, Comment: comment}
		switch q.Kind {
		case inventory.AskWord:
			at, ok := words[q.Field]
			if !ok {
				at = len(d.Words)
				words[q.Field] = at
				d.Words = append(d.Words, mapping.DraftWords{Field: q.Field})
			}
			d.Words[at].Words = append(d.Words[at].Words, pair)
		case inventory.AskCategory:
			d.Categories = append(d.Categories, pair)
		case inventory.AskModel:
			d.Models = append(d.Models, mapping.DraftModel{Comment: comment, Manufacturer: q.Manufacturer, Model: q.Text})
		}
	}
	slices.SortStableFunc(d.Words, func(a, b mapping.DraftWords) int { return cmp.Compare(a.Field, b.Field) })
}
