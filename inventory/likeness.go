package inventory

import (
	"slices"

	"govfootprint/inventory/recognition"
)

// A workbook holds more than its inventory: lists of something, legends,
// exports of networks and licences. A sheet of several whose header says no more
// of a device than some "Type" is taken for an inventory only if its types are
// those of devices.

// saysMore are the fields that only an inventory of devices has.
var saysMore = []field{
	fieldManufacturer, fieldModel, fieldModelNumber, fieldQuantity, fieldStatus, fieldAcquired, fieldRetired, fieldLifetime, fieldAnnualKWh, fieldPower,
	fieldHours, fieldOwnership, fieldCondition, fieldEndOfLife, fieldChassis,
}

// resemblesInventory reports whether a table among several is one of devices,
// as far as its first rows tell.
func (t *table) resemblesInventory(rows []row) bool {
	more := func(c column) bool { return slices.Contains(saysMore, c.field) && c.unit != asDescription }
	if slices.ContainsFunc(t.columns, more) || len(t.wide) > 0 || len(t.years) > 0 {
		return true
	}
	known, all := 0, 0
	distinct := make(map[string]bool)
	for _, r := range rows {
		for _, col := range t.columns {
			if col.field != fieldCategory || col.index >= len(r.cells) || len(r.cells[col.index].text) > maxHeaderText {
				continue
			}
			text, _ := cleanText(r.cells[col.index].text)
			if isBlankText(text) {
				continue
			}
			all++
			distinct[text] = true
			if recognition.Recognise(recognition.Thing{Type: text}).Category != "" {
				known++
			}
		}
	}
	const few = 5
	if all > few && len(distinct) == all {
		return false // a list of types, each once
	}
	return known*2 >= all && known > 0
}
