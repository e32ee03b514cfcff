package inventory

import (
	"hash/maphash"
	"maps"
	"slices"
)

// recordNames are columns of lists that name machines, hosts, people's things:
// their cells are counted, and nothing of them is shown.
var recordNames = []string{"virtual_machine", "id", "host", "cluster", "account", "sub_account", "resource", "sku_id", "price_id", "details"}

// survey prepares a look at the columns.
func (t *recordTable) survey() {
	if !t.sheet.reader.options.Survey {
		return
	}
	s := &survey{columns: make([]surveyed, len(t.info.Columns)), seed: maphash.MakeSeed(), budget: surveyBudget, people: make(map[uint64]struct{})}
	for i, info := range t.info.Columns {
		c := &s.columns[i]
		c.shut = info.Why == whyPersonal || info.Why == whyIdentifier || slices.Contains(recordNames, info.Field)
		c.open = info.Field != "" && !c.shut
		c.field, _ = fieldByName(info.Field)
		c.kinds, c.texts, c.distinct = make(map[ValueKind]int), make(map[string]*sampleText), make(map[uint64]struct{})
	}
	t.seen = s
}

// end sums up the list when all its rows have been read.
func (t *recordTable) end() {
	t.seen.tell(t.info.Columns)
	t.info.Columns = append(t.info.Columns, t.constantInfos()...)
	if ender, ok := t.reader.(interface{ end() }); ok {
		ender.end()
	}
	if t.info.Rows == 0 {
		t.sheet.report.add(Problem{Code: CodeRowsMissing, Severity: Warning, Row: t.info.HeaderRow})
	}
}

// constantInfos tells what the mapping states for all rows, as columns that are none.
func (t *recordTable) constantInfos() (infos []ColumnInfo) {
	for _, column := range slices.Sorted(maps.Keys(t.constants)) {
		info := ColumnInfo{Field: column, How: howConstant}
		if !slices.Contains(recordNames, column) {
			info.Samples = []string{t.constants[column]}
		}
		infos = append(infos, info)
	}
	return infos
}

// keptAs are the fields that cells of lists are filtered like where a rejected row
// is written out; names of machines and hosts stay blank.
var keptAs = map[string]field{
	"vcpus": fieldCPUUnits, "memory_gb": fieldMemoryGB, "storage_gb": fieldSSDGB, "share": fieldAttribution, "weight": fieldAttribution, "quantity": fieldQuantity,
	"category": fieldCategory, "provider": fieldManufacturer, "product": fieldModel, "variant": fieldVariant, "region": fieldCountry, "amount": fieldQuantity, "unit": fieldQuality,
	"spend": fieldPower, "currency": fieldQuality, "start": fieldAcquired, "end": fieldRetired, "data_quality": fieldQuality,
	"pue": fieldPower, "wue": fieldPower, "state": fieldStatus, "template": fieldVirtual, "country": fieldCountry,
	"application": fieldService, "service": fieldService, "environment": fieldService, "department": fieldDepartment, "data_centre": fieldDataCentre, "site": fieldSite,
}

// tied reports whether rows mean nothing without names of machines and hosts. These
// are in no output, so that a row written out without them would, once corrected, be
// a machine on no host, and its hardware would count twice: such rows are corrected
// in their list.
func (s *recordSchema) tied() bool { return s.kind == "virtual_machines" || s.kind == "applications" }

// keep notes how the list is read, for its rejected rows.
func (t *recordTable) keep() {
	k := new(readTable)
	for _, info := range t.info.Columns {
		f := keptAs[info.Field]
		text := info.Header
		if f == noField {
			text = quotable(text)
		}
		k.fields, k.header, k.groups = append(k.fields, f), append(k.header, text), append(k.groups, ownItem)
	}
	t.item = &readItem{k, ownItem}
}
