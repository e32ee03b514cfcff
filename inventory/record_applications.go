package inventory

// An applicationReader reads what runs on which machine.
type applicationReader struct {
	table *recordTable
	list  *machineList
}

func newApplicationReader(t *recordTable) recordReader {
	r := &applicationReader{t, newMachineList(t)}
	v := &t.sheet.file.virtual
	v.lists = append(v.lists, r.list)
	return r
}

var applicationWeight = &recordMeasure{column: "weight", factors: fractions, unit: "1", accepted: "a number,%", most: CountTally(1_000_000_000), decimals: true}

func (r *applicationReader) read(row *record) {
	application := row.attribute("application", aboutGroup)
	if application == "" {
		row.rejectRelated(CodeApplicationMissing, "application")
		return
	}
	if row.text("virtual_machine") == "" {
		row.tell(CodeApplicationUnplaced, Warning, "virtual_machine", "")
		row.info.Excluded++
		return
	}
	weight, hasWeight, bad := row.number(applicationWeight)
	if bad {
		row.dropRelated()
		return
	}
	sheet := r.table.sheet
	v := &sheet.file.virtual
	if int64(len(v.relations)+len(sheet.reader.virtual.relations)) >= sheet.reader.options.Limits.Machines {
		row.tell(CodeMachinesBounded, Warning, "", "")
		row.info.Excluded++
		return
	}
	b := bearer{
		department: row.attribute("department", aboutGroup), application: application,
		service: row.attribute("service", aboutGroup), environment: row.environment(),
	}
	sheet.report.countText(len(b.department) + len(b.application) + len(b.service) + len(b.environment))
	v.relations = append(v.relations, runsOn{
		list: r.list, row: row.line.number, machine: sheet.reader.hash.host(row.text("virtual_machine")), bearer: b,
		weight: weight, hasWeight: hasWeight, column: row.at["virtual_machine"].header.text,
	})
	row.info.Assessed++
}

// rejectRelated rejects a row that is no item, but about some.
func (r *record) rejectRelated(code Code, column string) {
	r.tell(code, Rejected, column, "")
	r.dropRelated()
}

// dropRelated counts a row that is no item and cannot be used. The rows that can be
// used are not counted; one that cannot is missing from the result like any other.
func (r *record) dropRelated() {
	r.items()
	r.drop()
}

// A dataCentreReader reads what is known of data centres.
type dataCentreReader struct{ table *recordTable }

func newDataCentreReader(t *recordTable) recordReader {
	t.place = t.sheet.newPlace()
	return &dataCentreReader{t}
}

var (
	roomPUE = &recordMeasure{column: "pue", factors: map[string]ratio{"": one}, unit: "1", accepted: "a number", least: CountTally(1), most: CountTally(10), decimals: true}
	roomWUE = &recordMeasure{column: "wue", factors: map[string]ratio{"": one, "l kwh": one, "l": one, "litre kwh": one, "l per kwh": one}, unit: "L/kWh", accepted: "L/kWh", most: CountTally(100), decimals: true}
)

func (r *dataCentreReader) read(row *record) {
	entry := roomEntry{place: r.table.place, row: row.line.number}
	for _, column := range []string{"data_centre", "long_name"} {
		if name := words(row.attribute(column, aboutPlace)); name != "" {
			entry.names = append(entry.names, name)
		}
	}
	if len(entry.names) == 0 {
		row.rejectRelated(CodeDataCentreUnnamed, "data_centre")
		return
	}
	var room Room
	pue, hasPUE, badPUE := row.number(roomPUE)
	wue, hasWUE, badWUE := row.number(roomWUE)
	if badPUE || badWUE {
		row.dropRelated()
		return
	}
	if hasPUE {
		room.PUE.Decimal, room.PUE.Valid = pue.Decimal(), true
	}
	if hasWUE {
		room.WUE.Decimal, room.WUE.Valid = wue.Decimal(), true
	}
	entry.room, entry.country = room.String(), row.country("country")
	v, run := &r.table.sheet.file.virtual, r.table.sheet.reader
	if int64(len(v.rooms)+len(run.virtual.rooms)) >= run.options.Limits.Machines {
		row.tell(CodeMachinesBounded, Warning, "", "")
		row.info.Excluded++
		return
	}
	r.table.sheet.report.countText(len(entry.names[0]))
	v.rooms = append(v.rooms, entry)
	row.info.Assessed++
}
