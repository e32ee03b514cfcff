package inventory

import (
	"slices"
	"strings"

	"govfootprint/inventory/mapping"
)

// What a mapping may say of the columns of lists of something else than devices,
// whose names data/records has.

// listDevices is what a mapping calls an inventory of devices.
const listDevices recordKind = "devices"

// leftAlone stands in place of a canonical column for one that is not to be read.
const leftAlone = "-"

// schemasOf returns what a sheet may be besides an inventory of devices: the list
// that it is said to be, or any where nothing is said.
func schemasOf(list recordKind) (schemas []*recordSchema) {
	all := recordSchemas()
	for i := range all {
		if (list == "" || list == all[i].kind) && recordReaders[all[i].kind] != nil {
			schemas = append(schemas, &all[i])
		}
	}
	return schemas
}

// Lists returns what a mapping may say that a sheet lists where that is not devices.
func Lists() (names []string) {
	for _, s := range schemasOf("") {
		names = append(names, string(s.kind))
	}
	return names
}

// list takes what a sheet lists.
func (c *mappingCheck) list(t mapping.Text) recordKind {
	names := append([]string{string(listDevices)}, Lists()...)
	if t.Value != "" && !slices.Contains(names, t.Value) {
		c.problems.Refuse(t.At, "list: %q is not one of %s%s", t.Value, strings.Join(names, ", "), mapping.Hint(t.Value, names, mapping.Message{}))
		return ""
	}
	return recordKind(t.Value)
}

// canonical takes the name of a column of what a sheet lists. f is the field that
// devices have of that name, if the sheet may be of devices.
func (c *mappingCheck) canonical(list recordKind, t mapping.Text) (f field, ok bool) {
	if list == "" || list == listDevices {
		f, ok = fieldByName(t.Value)
	}
	for _, s := range schemasOf(list) {
		ok = ok || s.names[t.Value]
	}
	if ok {
		return f, true
	}
	names, where := slices.Clone(fieldNames[1:]), mapping.Messagef("; docs/inventories.md lists them, such as category, model, quantity, acquired")
	if list != "" && list != listDevices {
		s := schemasOf(list)[0]
		names, where = s.columnNames(), mapping.Messagef("; a list of %s has %s", list, strings.Join(s.columnNames(), ", "))
	} else {
		for _, s := range schemasOf(list) {
			names = append(names, s.columnNames()...)
		}
	}
	c.problems.Refuse(t.At, "%q is no field%s", t.Value, mapping.Hint(t.Value, names, where))
	return noField, false
}

// known returns what a header is known to stand for where a mapping states no more
// than its unit.
func known(list recordKind, h header, device field) string {
	if device != noField && (list == "" || list == listDevices) {
		return device.String()
	}
	for _, s := range schemasOf(list) {
		if m := s.meaningOf(h, nil); m.column != "" {
			return m.column
		}
	}
	return ""
}

// namesThings reports whether a column of a list holds names of machines, hosts and
// accounts, which nothing shows: one that by its header names single things is what
// it needs.
func (c *columnRule) namesThings() bool {
	return c.field == noField && slices.Contains(recordNames, c.column)
}

// readsUnit reports whether the numbers of a column may be in a unit, and which
// units these are; none where the column holds no numbers.
func readsUnit(list recordKind, rule *columnRule, unit string) (accepted string, reads bool) {
	if m := measures[rule.field]; m != nil {
		if _, ok := m.factors[unitKey(unit)]; ok {
			return m.accepted, true
		}
		accepted = m.accepted
	}
	for _, s := range schemasOf(list) {
		more, ok := s.readsUnit(rule.column, unit)
		if ok {
			return more, true
		}
		if accepted == "" {
			accepted = more
		}
	}
	return accepted, false
}

// readsUnit is the same for the lists of one kind.
func (s *recordSchema) readsUnit(column, unit string) (accepted string, reads bool) {
	if m := s.measures()[column]; m != nil {
		_, reads = m.factor(unit)
		return m.accepted, reads
	}
	switch {
	case s.kind != usageList:
	case column == "amount" || column == "pricing_amount":
		_, reads = usageUnit(unit)
		return "GB,TB,h,vCPU.h,users", reads
	case column == "spend" || column == "billed":
		_, _, reads = moneyWord(unit)
		return "EUR,GBP,USD", reads
	}
	return "", false
}

// measures returns the columns of numbers of lists of a kind.
func (s *recordSchema) measures() map[string]*recordMeasure {
	all := make(map[string]*recordMeasure)
	for _, m := range recordMeasures[s.kind] {
		all[m.column] = m
	}
	return all
}

var recordMeasures = map[recordKind][]*recordMeasure{
	"applications":     {applicationWeight},
	"data_centres":     {roomPUE, roomWUE},
	"virtual_machines": {machineVCPUs, machineMemory, machineStorage, machineShare, machineCount},
}

// wrongConstant returns why a value cannot be that of all rows of a list; accepted
// says that the list has such a column and the value can stand in it.
func (s *recordSchema) wrongConstant(column, text string) (wrong mapping.Message, accepted bool) {
	if !s.names[column] {
		return mapping.Message{}, false
	}
	fits := true
	switch {
	case slices.Contains([]string{"virtual_machine", "id", "resource", "details"}, column):
		return mapping.Messagef("names one row; it cannot be that of all"), false
	case column == "country":
		if _, fits = parseCountry(text); !fits {
			wrong = mapping.Messagef("is no country; write its ISO 3166 code, such as GB")
		}
	case column == "start" || column == "end":
		if _, status := parseDate(text); status != dateOK {
			fits, wrong = false, mapping.Messagef("is no date; write one such as 2025-03-31")
		}
	case s.measures()[column] != nil:
		m := s.measures()[column]
		if n, ok := parseNumber(text, pointMark, false); !ok {
			fits, wrong = false, mapping.Messagef("is no number")
		} else if value, ok := m.convert(n, ""); !ok {
			fits, wrong = false, mapping.Messagef("has a unit of another kind; write one of %s", acceptedUnits(m.accepted))
		} else if value.Cmp(m.least) < 0 || value.Cmp(m.most) > 0 {
			fits, wrong = false, mapping.Messagef("is not between %s and %s", m.least, m.most)
		}
	case s.kind == usageList && column == "amount":
		if _, fits = parseNumber(text, pointMark, false); !fits {
			wrong = mapping.Messagef("is no number")
		}
	case s.kind == usageList && column == "category":
		if fits = activityKinds()[words(text)] != nil; !fits {
			wrong = mapping.Messagef("is no category%s", mapping.Hint(text, activityNames(), mapping.Messagef("; docs/inventories.md lists them")))
		}
	case s.kind == usageList && column == "unit":
		if _, fits = usageUnit(text); !fits {
			wrong = mapping.Messagef("is no unit; write one of %s", acceptedUnits("GB,TB,h,vCPU.h,users"))
		}
	case s.kind == usageList && column == "currency":
		if _, fits = money(text, 2020); !fits {
			wrong = mapping.Messagef("is no currency; write its ISO 4217 code, such as GBP")
		}
	case !slices.Contains(recordNames, column) && quotableAs(text, kindOf(keptAs[column])) != text:
		fits, wrong = false, mapping.Messagef("looks like personal data")
	}
	return wrong, fits
}

// constantsFor returns what the mapping states for the rows of a list that do not.
func (s *sheetMapping) constantsFor(schema *recordSchema) map[string]string {
	if s == nil {
		return nil
	}
	values := make(map[string]string)
	for _, c := range s.stated {
		if _, accepted := schema.wrongConstant(c.column, c.value); accepted {
			values[c.column] = c.value
		}
	}
	return values
}

// statedList reports that the mapping says what the sheet lists, and which list of
// something else than devices that is; nil for devices.
func (s *sheetMapping) statedList() (schema *recordSchema, stated bool) {
	if s == nil || s.list == "" {
		return nil, false
	}
	if s.list == listDevices {
		return nil, true
	}
	return schemasOf(s.list)[0], true
}

// ruleOf returns what the mapping says of a header, without noting that it was asked.
func (s *sheetMapping) ruleOf(h header) (rule columnRule, ok bool) {
	if s == nil {
		return columnRule{}, false
	}
	for _, c := range s.columns {
		if c.isOf(h) {
			rule, ok = c, true
		}
	}
	return rule, ok
}

// listedColumns returns the canonical columns that the mapping gives to headers of a
// row, and whether one of them is in no inventory of devices.
func (s *sheetMapping) listedColumns(hs []header) (columns map[string]bool, others bool) {
	columns = make(map[string]bool)
	for _, h := range hs {
		if c, ok := s.ruleOf(h); ok && c.column != leftAlone {
			columns[c.column] = true
			others = others || c.field == noField
		}
	}
	return columns, others
}
