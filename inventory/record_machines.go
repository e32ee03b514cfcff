package inventory

import (
	"bytes"
	"maps"
	"slices"
	"strings"
)

// A machineReader reads a list of virtual machines.
type machineReader struct {
	table *recordTable
	list  *machineList
	says  map[machineSays]*machineSays
}

func newMachineReader(t *recordTable) recordReader {
	v := &t.sheet.file.virtual
	r := &machineReader{table: t, list: newMachineList(t), says: make(map[machineSays]*machineSays)}
	v.lists = append(v.lists, r.list)
	return r
}

func newMachineList(t *recordTable) *machineList {
	t.place = t.sheet.newPlace()
	return &machineList{place: t.place, notes: make(map[machineNoteKey]*machineNote)}
}

// Memory and drives of machines are counted as hypervisors do it: their MB, GB and
// TB are the binary ones that others write MiB, GiB, TiB.
var (
	fractions = map[string]ratio{"": one, "%": {1, 100}, "percent": {1, 100}, "pour cent": {1, 100}}

	machineVCPUs   = &recordMeasure{column: "vcpus", factors: withUnits(counts, map[string]ratio{"vcpu": one, "vcpus": one, "cpu": one, "cpus": one, "core": one, "cores": one}), unit: "1", accepted: "a count", most: CountTally(100_000), decimals: true}
	machineMemory  = &recordMeasure{column: "memory_gb", factors: gigabytes, unit: "GB", accepted: "GB,MB,TB", most: CountTally(10_000_000)}
	machineStorage = &recordMeasure{column: "storage_gb", factors: gigabytes, unit: "GB", accepted: "GB,MB,TB", most: CountTally(1_000_000_000)}
	machineShare   = &recordMeasure{column: "share", factors: fractions, unit: "1", accepted: "a share from 0 to 1,%", most: CountTally(1), decimals: true}
	machineWeights = [weightKinds]*recordMeasure{byShare: machineShare, byVCPU: machineVCPUs, byMemory: machineMemory, byStorage: machineStorage}

	machineCount = &recordMeasure{column: "quantity", factors: counts, unit: "1", accepted: "a count", least: CountTally(1), most: CountTally(mostUnits)}
)

func withUnits(units, more map[string]ratio) map[string]ratio {
	all := make(map[string]ratio, len(units)+len(more))
	for _, from := range []map[string]ratio{units, more} {
		maps.Copy(all, from)
	}
	return all
}

// read takes a row: what it says is kept until everything is read.
func (r *machineReader) read(row *record) {
	row.items()
	name := row.text("virtual_machine")
	switch row.below(name) {
	case rowTotal:
		row.exclude(CodeTotalRow, "virtual_machine", "")
		return
	case rowFooter:
		row.exclude(CodeFooterRow, "virtual_machine", "")
		return
	default: // a machine, or what looks like none and is read as one
	}
	v := &r.table.sheet.file.virtual
	hash := r.table.sheet.reader.hash
	m := machine{
		list: r.list, row: row.line.number, count: 1,
		name: hash.host(name), host: hash.host(row.text("host")), cluster: hash.name(nameOfCluster, row.text("cluster")), manager: hash.host(row.text("cluster")), dataCentre: hash.name(nameOfPlace, row.text("data_centre")),
	}
	if id := row.text("id"); id != "" {
		m.id = hash.name(idOfMachine, id+"\x00"+name)
		m.physical = strings.Contains(strings.ToLower(id), "/serversites/")
	}
	bad := false
	for kind := range weightKinds { // in this order, so that what is wrong is told in it
		measure := machineWeights[kind]
		if text := row.text(measure.column); text == "-1" || strings.HasPrefix(text, "-1.0") {
			continue // as Azure Migrate writes what it does not know
		}
		value, ok, wrong := row.number(measure)
		bad = bad || wrong
		if ok && (value.Sign() > 0 || kind == byShare) {
			m.state(kind, value)
		}
	}
	n, ok, wrong := row.number(machineCount)
	if ok && !n.Decimal().IsInteger() { // machines are whole
		ok, wrong = false, row.refuse(CodeNumberInvalid, machineCount, row.text("quantity"), "quantity")
	}
	if ok {
		m.count = n.Decimal().IntPart()
	}
	if bad || wrong {
		if int64(len(v.lost)) < mostHosts {
			v.lost = append(v.lost, m.name)
		}
		row.drop()
		return
	}
	if int64(len(v.machines)+len(r.table.sheet.reader.virtual.machines)) >= r.table.sheet.reader.options.Limits.Machines {
		row.exclude(CodeMachinesBounded, "", "")
		return
	}
	r.list.sizes.see(row, &m)
	out, column, value := powerState(row)
	if out != "" {
		m.out, m.aside = out, &machineAside{outColumn: row.at[column].header.text, outValue: value}
	}
	m.findCloud(row)
	m.says = r.intern(machineSays{
		bearer: bearer{
			department: row.attribute("department", aboutGroup), application: row.attribute("application", aboutGroup),
			service: row.attribute("service", aboutGroup), environment: row.environment(),
		},
		site: row.attribute("data_centre", aboutPlace), country: row.country("country"),
	})
	v.machines = append(v.machines, m)
}

// below returns what a line below a list of machines is: a total, a remark (Nb VM:
// 13), or a machine after all. What runs somewhere is one, whatever its name.
func (r *record) below(name string) rowKind {
	if r.text("host") != "" || r.text("cluster") != "" || r.text("id") != "" {
		return rowItem
	}
	w := words(name)
	if total, _ := isTotal(w); total {
		return rowTotal
	}
	filled := 0
	for _, c := range r.line.cells {
		if len(bytes.TrimSpace(c.text)) > 0 {
			filled++
		}
	}
	const mostWords = 3 // of a name
	switch {
	case filled <= 3 && isFooter(name, w), filled == 1 && (strings.Contains(name, ":") || len(strings.Fields(name)) > mostWords):
		return rowFooter
	}
	return rowItem
}

func (r *machineReader) intern(says machineSays) *machineSays {
	if known := r.says[says]; known != nil {
		return known
	}
	r.table.sheet.report.countText(len(says.department) + len(says.application) + len(says.service) + len(says.environment) + len(says.site))
	r.says[says] = &says
	return &says
}

// Words for the state of a machine, as words.
var machineStates = map[Code][]string{
	"":                   {"poweredon", "powered on", "on", "running", "active", "actif", "en marche", "en service", "in service", "in use", "allumee", "allume", "demarree", "demarre", "started", "up", "true", "operational", "live", "ok", "enabled", "eingeschaltet", "encendida", "vm running"},
	CodeMachineOff:       {"poweredoff", "powered off", "off", "stopped", "shut down", "shutdown", "shut off", "eteinte", "eteint", "arretee", "arrete", "inactif", "inactive", "down", "deallocated", "vm deallocated", "vm stopped", "halted", "disabled", "ausgeschaltet", "apagada", "false"},
	CodeMachineSuspended: {"suspended", "paused", "saved", "hibernated", "suspendue", "suspendu", "en pause"},
}

// powerState returns why a machine bears nothing of its host.
func powerState(r *record) (why Code, column, value string) {
	if r.yes("template") {
		return CodeMachineTemplate, "template", r.text("template")
	}
	if r.yes("placeholder") {
		return CodeMachinePlaceholder, "placeholder", r.text("placeholder")
	}
	switch connection := words(r.text("connection")); connection {
	case "orphaned", "inaccessible", "invalid":
		return CodeMachineOrphaned, "connection", connection
	}
	text := r.text("state")
	if text == "" {
		return "", "", ""
	}
	if said, ok := r.sheet.reader.mapping.word(fieldStatus, text); ok {
		if said.exclude != "" || said.value != "" && said.value != string(InService) {
			return CodeMachineOff, "state", text
		}
		return "", "", ""
	}
	state := words(text)
	for code, list := range machineStates {
		if slices.Contains(list, state) {
			return code, "state", text
		}
	}
	if state == "template" {
		return CodeMachineTemplate, "state", text
	}
	r.note(CodeWordUnknown, Warning, "state", "", "state", "poweredOn,poweredOff,suspended")
	return "", "", ""
}

// columnSizes tells the unit of memory in a column whose header does not.
type columnSizes struct {
	united       bool // some cells state the unit
	large, small int  // cells without a unit
	column       string
}

// A machine with more GB of memory than the first of these is rare, one with more
// than the second is none, and no machine has so few MB as the third.
const (
	mostUsualGB = 512
	mostGB      = 4096
	leastMB     = 128
)

// see looks at a machine's memory whose unit neither the cell nor the header states.
func (s *columnSizes) see(r *record, m *machine) {
	c, ok := r.at["memory_gb"]
	if !ok || r.stated("memory_gb") == "" || c.unit != "" || c.header.key == headerKey("memory_gb").key || !m.states(byMemory) {
		return
	}
	s.column = c.header.text
	cell, _ := r.cell("memory_gb")
	if n, is := parseNumber(r.text("memory_gb"), pointMark, cell.number); is && n.unit != "" {
		s.united = true
		return
	}
	m.unitless = true
	if m.weights[byMemory].Cmp(CountTally(mostUsualGB)) > 0 {
		s.large++
	} else {
		s.small++
	}
}

// megabytes reports whether a number of the column that states no unit is one of
// MB: in a column of MB, all but those too small for it; in one of GB, those too
// large for it, which beside cells with units are fewer.
func (s *columnSizes) megabytes(n Tally) bool {
	switch {
	case s.large > s.small:
		return n.Cmp(CountTally(leastMB)) >= 0
	case s.united:
		return n.Cmp(CountTally(mostUsualGB)) > 0
	}
	return n.Cmp(CountTally(mostGB)) > 0
}
