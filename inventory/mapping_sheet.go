package inventory

import (
	"maps"
	"slices"
)

// What a mapping says about a sheet, as the steps of reading it ask for it. All
// methods do nothing for a nil sheet.

// columnOf returns what the mapping says about the column of a header.
func (s *sheetMapping) columnOf(h header) (rule columnRule, ok bool) {
	if s == nil {
		return columnRule{}, false
	}
	for _, c := range s.columns {
		if c.isOf(h) && (c.field != noField || c.column == leftAlone) {
			s.use.mark(c.rule) // those that a later one overrules, too: they are about what was read
			rule, ok = c, true
		}
	}
	return rule, ok
}

// evidence adds what the mapping says of dates and numbers to what columns show:
// as if they had shown nothing else.
func (s *sheetMapping) evidence(e *sheetEvidence) {
	if s == nil {
		return
	}
	for _, f := range dateFields {
		switch s.order {
		case orderDayFirst:
			e.columns[f] = columnEvidence{dayFirst: 1}
		case orderMonthFirst:
			e.columns[f] = columnEvidence{monthFirst: 1}
		case orderOpen:
		}
	}
	if s.mark == nil {
		return
	}
	for _, f := range numberFields {
		e.columns[f] = columnEvidence{point: 1}
		if *s.mark == commaMark {
			e.columns[f] = columnEvidence{comma: 1}
		}
	}
}

// statesMark reports whether the mapping says which sign stands before decimals.
func (s *sheetMapping) statesMark() bool { return s != nil && s.mark != nil }

// markOr returns that sign, or the usual one.
func (s *sheetMapping) markOr(usual decimalMark) decimalMark {
	if s.statesMark() {
		return *s.mark
	}
	return usual
}

// meaning returns what a header stands for: what the mapping says, else what is
// known. A column of personal data stays shut, and so does one of identifiers
// unless the mapping says that it is none.
func (s *sheetMapping) meaning(h header, known meaning) meaning {
	c, ok := s.columnOf(h)
	switch {
	case !ok:
		return known
	case c.column == leftAlone:
		return meaning{why: whyMapping, how: howMapping}
	case !c.mayOpen(known):
		return known
	}
	unit := c.unit
	if unit == "" && known.field == c.field {
		unit = known.unit
	}
	return meaning{field: c.field, unit: unit, rank: -2, how: howMapping}
}

func (c *columnRule) mayOpen(known meaning) bool {
	return known.why != whyPersonal && (known.why != whyIdentifier || c.notIdentifying || c.namesThings())
}

// tellRefused warns of columns that the mapping has read and that the layout
// knows better.
func (s *sheetMapping) tellRefused(t *table, report *reporter) {
	for i, info := range t.infos {
		if (info.Why != whyPersonal && info.Why != whyIdentifier) || i >= len(t.header.headers) {
			continue
		}
		if c, ok := s.columnOf(t.header.headers[i]); ok && c.field != noField {
			report.add(Problem{Code: CodeMappingRefused, Severity: Warning, Row: t.header.row, Column: info.Header, Args: []string{info.Why}})
		}
	}
}

// asInventory reports whether the mapping says that the sheet is an inventory,
// whatever it looks like.
func (s *sheetMapping) asInventory() bool {
	return s != nil && (s.read || s.list == listDevices || len(s.columns) > 0)
}

// fitsRecords reports whether a list of something else than devices can have the
// columns that the mapping says it has: one with a model or a purchase date is an
// inventory, whatever its other headers are.
func (s *sheetMapping) fitsRecords(schema *recordSchema, hs []header) bool {
	if s == nil {
		return true
	}
	return !slices.ContainsFunc(s.columns, func(c columnRule) bool {
		return c.column != leftAlone && !schema.names[c.column] && slices.ContainsFunc(hs, c.isOf)
	})
}

// recordMeaning returns what a header of such a list stands for: what the mapping
// says, else what is known. What is personal or names single things stays shut, as
// in [sheetMapping.meaning].
func (s *sheetMapping) recordMeaning(h header, known recordMeaning) recordMeaning {
	c, ok := s.ruleOf(h)
	if !ok {
		return known
	}
	for _, each := range s.columns {
		if each.isOf(h) {
			s.use.mark(each.rule)
		}
	}
	switch {
	case !c.mayOpen(meaning{why: known.why}):
		return known
	case c.column == leftAlone:
		return recordMeaning{why: whyMapping}
	}
	unit := c.unit
	if unit == "" && known.column == c.column {
		unit = known.unit
	}
	return recordMeaning{column: c.column, unit: unit, rank: mappedRank, mapped: true}
}

// statedHeader returns the row that the mapping says to be the header: by its
// number, or because it has more of the columns that the mapping is about than
// the row that was found.
func (s *sheetMapping) statedHeader(rows []headerRow, found headerRow) (headerRow, bool) {
	if s == nil {
		return headerRow{}, false
	}
	best, most := headerRow{}, s.columnsIn(found)
	for _, r := range rows {
		if s.headerRow > 0 && r.row == s.headerRow {
			s.use.mark(s.headerRule)
			return r, true
		}
		if n := s.columnsIn(r); n > most {
			best, most = r, n
		}
	}
	return best, len(best.headers) > 0
}

// headsElsewhere reports whether the mapping says that the header is another of the
// rows than the one at a place.
func (s *sheetMapping) headsElsewhere(rows []headerRow, at int) bool {
	if s == nil || s.headerRow == 0 || !slices.ContainsFunc(rows, func(r headerRow) bool { return r.row == s.headerRow }) {
		return false
	}
	s.use.mark(s.headerRule)
	return rows[at].row != s.headerRow
}

// columnsIn returns how many headers of a row the mapping is about.
func (s *sheetMapping) columnsIn(r headerRow) int {
	n := 0
	for _, h := range r.headers {
		if slices.ContainsFunc(s.columns, func(c columnRule) bool { return c.isOf(h) }) {
			n++
		}
	}
	return n
}

// isOf reports whether the rule is about the column of a header.
func (c *columnRule) isOf(h header) bool {
	return h.text != "" && (c.header.text == h.text || c.header.key == h.key && h.key != "")
}

// values returns what the mapping states for rows that do not.
func (s *sheetMapping) values() map[field]string {
	if s == nil {
		return nil
	}
	return s.constants
}

// isNamed reports whether an entry of the mapping names the sheet.
func (s *sheetMapping) isNamed() bool { return s != nil && s.found }

// infos tells the same as columns that are none.
func (s *sheetMapping) infos() (infos []ColumnInfo) {
	for _, f := range slices.Sorted(maps.Keys(s.values())) {
		infos = append(infos, ColumnInfo{Field: f.String(), How: howConstant, Samples: []string{s.constants[f]}})
	}
	return infos
}
