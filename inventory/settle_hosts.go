package inventory

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

// When everything is read, hosts and machines are put together: rows that list one
// host twice are found, each machine gets the host or the cluster that it runs on,
// and the units of each host are split over its machines (split_hosts.go).

// A hostGroup is a host: the rows that list it.
type hostGroup struct {
	name     hostName
	number   uint32 // of the groups
	rows     []*heldHost
	sources  []int        // files that list it, rows that are left out included
	assumed  *machineSays // of a host that no list has
	namedBy  *machine     // first to name that host
	machines []*machine   // that run on it
	out      int          // machines on it that bear nothing
	spread   []*spreadSet // of its clusters
	linked   *hostGroup   // another one that is split in the same way; see root
	capacity [weightKinds]Tally
	known    [weightKinds]bool
	units    Tally
}

// root returns the host that stands for all those that are split in the same way.
func (g *hostGroup) root() *hostGroup {
	for g.linked != nil {
		if g.linked.linked != nil {
			g.linked = g.linked.linked // others find it sooner
		}
		g = g.linked
	}
	return g
}

// A spreadSet is machines that run on one of several hosts, nobody knows which.
type spreadSet struct {
	hosts    []*hostGroup
	machines []*machine

	sized   bool // the following are known
	byUnits bool // the capacity of one of the hosts is not
	all     decimal.Decimal
}

// A hostIndex finds hosts by name.
type hostIndex struct {
	full  map[uint64]*hostGroup
	short map[uint64][]*hostGroup // of hosts whose name has a domain
}

// of returns the host of a name: of the same name, else of the same name up to the
// first point where one of the two has no more and only one can be meant.
func (x *hostIndex) of(n hostName) *hostGroup {
	if g := x.full[n.full]; g != nil || !n.known() {
		return g
	}
	if n.qualified() {
		return x.full[n.short]
	}
	if all := x.short[n.full]; len(all) == 1 {
		return all[0]
	}
	return nil
}

func (x *hostIndex) add(g *hostGroup) {
	x.full[g.name.full] = g
	if g.name.qualified() {
		x.short[g.name.short] = append(x.short[g.name.short], g)
	}
}

// A settlement is what is made of hosts and machines.
type settlement struct {
	*reader
	index     hostIndex
	groups    []*hostGroup // in the order of the rows
	gone      map[uint64]bool
	clusters  map[uint64][]*hostGroup
	spreads   map[spreadKey]*spreadSet
	sets      map[string]*spreadSet // by the numbers of their hosts
	names     nameSet               // of machines
	outer     outerIndex            // of machines that others run on
	nested    map[*machine]*machine // machines on them
	relations relationIndex
	unplaced  []*machine // on no host that anybody knows
}

type spreadKey struct {
	cluster, dataCentre uint64
	source              int
}

// settleVirtual settles everything that waited for the end of reading.
func (r *reader) settleVirtual() {
	s := &settlement{
		reader: r, index: hostIndex{make(map[uint64]*hostGroup), make(map[uint64][]*hostGroup)},
		gone: make(map[uint64]bool), clusters: make(map[uint64][]*hostGroup), spreads: make(map[spreadKey]*spreadSet),
		sets: make(map[string]*spreadSet),
	}
	s.findHosts()
	if len(r.virtual.machines) > 0 {
		s.findUnits()
		s.dropNames()
		s.relate()
		s.placeMachines()
		s.leaveRepeats()
		s.leaveMachinesAmongHosts()
		s.split()
		s.tellMachines()
	} else {
		s.relate()
		s.leaveRepeats()
		for i := range r.virtual.hosts {
			if h := &r.virtual.hosts[i]; !h.out {
				r.result.Estate.Add(h.estate.profile(&h.key), h.amounts)
			}
		}
	}
	r.settleRooms()
	r.virtual = virtualLists{}
}

// findHosts groups the rows by the name of the host.
func (s *settlement) findHosts() {
	held := s.virtual.hosts
	for i := range held {
		h := &held[i]
		if s.index.full[h.name.full] == nil {
			g := &hostGroup{name: h.name, number: uint32(len(s.groups))} //nolint:gosec // bounded by mostHosts
			s.index.add(g)
			s.groups = append(s.groups, g)
		}
		g := s.index.full[h.name.full]
		g.rows = append(g.rows, h)
	}
	groups := s.groups[:0]
	for _, g := range s.groups { // esx01 is esx01.example.gov.uk where there is no other of that name
		if all := s.index.short[g.name.full]; !g.name.qualified() && len(all) == 1 {
			s.index.full[g.name.full] = all[0]
			all[0].rows = append(all[0].rows, g.rows...)
			continue
		}
		groups = append(groups, g)
	}
	s.groups = groups
	for _, g := range s.groups {
		for _, h := range g.rows {
			if last := len(g.sources) - 1; last < 0 || g.sources[last] != h.place.source {
				g.sources = append(g.sources, h.place.source)
			}
			of := s.clusters[h.cluster]
			if h.cluster != 0 && (len(of) == 0 || of[len(of)-1] != g) { // hosts come one after another
				s.clusters[h.cluster] = append(of, g)
			}
		}
	}
	for _, n := range s.virtual.gone {
		s.gone[n.full], s.gone[n.short] = true, true
	}
}

// leaveRepeats leaves out the rows of hosts that another list has too, and sizes
// what stays. It comes after the machines are placed, for a name alone does not
// make one server of two: departments number theirs alike.
func (s *settlement) leaveRepeats() {
	for _, g := range s.groups {
		if g.assumed != nil {
			continue
		}
		s.leaveRepeated(g)
		g.rows = slices.DeleteFunc(g.rows, func(h *heldHost) bool { return h.out })
		g.size()
	}
}

// runsMachines reports whether any machine is on the host, or may be.
func (g *hostGroup) runsMachines() bool {
	return len(g.machines) > 0 || g.out > 0 || slices.ContainsFunc(g.spread, func(set *spreadSet) bool { return len(set.machines) > 0 })
}

// leaveRepeated leaves out rows of a host that stands in another list: a
// hypervisor's list of its hosts and the register of assets. Of two lists of
// devices that is only likely where machines run on the host; rows of one list are
// several servers, and so are rows that contradict each other.
func (s *settlement) leaveRepeated(g *hostGroup) {
	if len(g.rows) < 2 {
		return
	}
	order := slices.Clone(g.rows)
	slices.SortStableFunc(order, func(a, b *heldHost) int { return cmp.Compare(b.richness(), a.richness()) })
	runs := g.runsMachines()
	stays := order[:1:1]
	for _, h := range order[1:] {
		same := slices.IndexFunc(stays, func(other *heldHost) bool {
			return h.place != other.place && (runs || h.hypervisor || other.hypervisor) && !h.contradicts(other)
		})
		if same < 0 {
			if len(stays) < mostRowsCompared {
				stays = append(stays, h)
			}
			continue
		}
		first := stays[same]
		h.out = true
		first.complete(h)
		s.ledger.leave(h.place, h.row)
		s.result.Estate.counts.Assessed -= h.amounts.Rows
		s.sheetOf(h.place).Assessed -= h.amounts.Rows
		s.leave(h.place, h.row, CodeHostRepeated, "", "", h.amounts.Units, rowArgs(h.place, first.place, first.row)...)
	}
}

// mostRowsCompared bounds the rows of one name that others are compared with.
const mostRowsCompared = 64

// contradicts reports whether two rows of a name cannot be of one server: both
// state a serial number, a department, a country or a product, and these differ. A
// hypervisor writes models in words of its own.
func (h *heldHost) contradicts(other *heldHost) bool {
	if h.identifier != 0 && other.identifier != 0 && h.kind == other.kind && h.identifier != other.identifier {
		return true
	}
	a, b := h.estate.profile(&h.key), other.estate.profile(&other.key)
	differ := func(a, b string) bool { return a != "" && b != "" && a != b }
	if differ(a.Department, b.Department) || differ(a.Manufacturer, b.Manufacturer) {
		return true
	}
	if !h.guessed && !other.guessed && differ(a.Country, b.Country) {
		return true
	}
	return !h.hypervisor && !other.hypervisor && differ(a.Model, b.Model)
}

// richness says how much a row tells. A register of assets knows dates and owners;
// a hypervisor what is inside.
func (h *heldHost) richness() int {
	p := h.estate.profile(&h.key)
	n := 0
	for _, text := range []string{p.Model, string(p.Status), string(p.Ownership), string(p.Condition), string(p.Hosting), p.Department, p.Site, p.Service, p.Lifetime, p.Attribution, p.Config} {
		if text != "" {
			n++
		}
	}
	if p.Recognition != Unresolved {
		n += 20
	}
	for _, known := range []bool{p.Acquired != 0, p.Energy == RateMeasured} {
		if known {
			n += 5
		}
	}
	if !h.hypervisor {
		n++
	}
	return n
}

// complete takes from a row of the same host what this one does not say: what is
// inside from a hypervisor's list, which has it from the machine itself.
func (h *heldHost) complete(other *heldHost) {
	mine, theirs := h.estate.profile(&h.key), other.estate.profile(&other.key)
	config, err := ParseConfiguration(mine.Config)
	more, otherErr := ParseConfiguration(theirs.Config)
	if err != nil || otherErr != nil {
		return
	}
	parts := partsOf(&config)
	for i, part := range partsOf(&more) {
		if part.value.Valid && (other.hypervisor || !parts[i].value.Valid) {
			*parts[i].value = *part.value
		}
	}
	config.Casing = cmp.Or(config.Casing, more.Casing)
	h.key[keyConfig] = h.estate.texts[keyConfig].id(config.String())
	if h.cluster == 0 {
		h.cluster, h.dataCentre = other.cluster, other.dataCentre
	}
	if h.key[keySite] == 0 && theirs.Site != "" {
		h.key[keySite] = h.estate.texts[keySite].id(theirs.Site)
	}
	if terms := h.estate.terms.values[h.key[keyTerms]]; terms.hosting == "" {
		terms.hosting = theirs.Hosting
		h.key[keyTerms] = h.estate.terms.id(terms)
	}
	if h.guessed && !other.guessed {
		h.key[keyCountry] = h.estate.texts[keyCountry].id(theirs.Country)
	}
}

// size sums up what a host has: cores, GB of memory and of drives.
func (g *hostGroup) size() {
	for k := range g.known {
		g.known[k] = true
	}
	for _, h := range g.rows {
		units := h.amounts.Units.Decimal()
		g.units = g.units.Add(h.amounts.Units)
		config, err := ParseConfiguration(h.estate.texts[keyConfig].values[h.key[keyConfig]])
		if err != nil {
			config = Configuration{}
		}
		for k, part := range map[weightKind][]decimal.NullDecimal{byVCPU: {config.CPUUnits, config.CPUCores}, byMemory: {config.MemoryGB}, byStorage: {config.SSDGB}} {
			product := units
			for _, factor := range part {
				g.known[k] = g.known[k] && factor.Valid && factor.Decimal.IsPositive()
				product = product.Mul(factor.Decimal)
			}
			g.capacity[k] = g.capacity[k].Add(DecimalTally(product))
		}
	}
	if len(g.rows) == 0 {
		g.known = [weightKinds]bool{}
	}
}

// findUnits converts memory that is in MB though nothing says so.
func (s *settlement) findUnits() {
	guessed := make(map[*machineList]*Problem)
	rows := make(map[*machineList]int)
	for i := range s.virtual.machines {
		m := &s.virtual.machines[i]
		value := m.weights[byMemory]
		if !m.unitless || !m.list.sizes.megabytes(value) {
			continue
		}
		m.weights[byMemory] = DecimalTally(divideEven(value.Decimal(), decimal.NewFromInt(1024), conversionPlaces))
		rows[m.list]++
		if rows[m.list] == 1 {
			guessed[m.list] = &Problem{
				Code: CodeUnitGuessed, Severity: Warning, File: m.list.place.file, Sheet: m.list.place.sheet, Row: m.row, Column: m.list.sizes.column, Value: value.String(),
			}
		}
	}
	for _, list := range s.virtual.lists {
		if p := guessed[list]; p != nil {
			p.Args = []string{"MB", strconv.Itoa(rows[list])}
			s.result.Problems.Add(*p)
		}
	}
}

// relate finds the machines that applications run on.
func (s *settlement) relate() {
	s.relations = relationIndex{make(map[uint64][]*runsOn), make(map[uint64][]*runsOn)}
	s.names = nameSet{make(map[uint64]bool), make(map[uint64]bool)}
	for i := range s.virtual.machines {
		s.names.add(s.virtual.machines[i].name)
	}
	lost := make(map[uint64]bool)
	for _, n := range s.virtual.lost {
		lost[n.full] = true
	}
	for i := range s.virtual.relations {
		rel := &s.virtual.relations[i]
		if !s.names.has(rel.machine) {
			if !lost[rel.machine.full] {
				s.result.Problems.Add(Problem{Code: CodeApplicationMachine, Severity: Warning, File: rel.list.place.file, Sheet: rel.list.place.sheet, Row: rel.row, Column: rel.column})
			}
			sheet := s.sheetOf(rel.list.place)
			sheet.Assessed--
			sheet.Excluded++
			continue
		}
		s.relations.add(rel)
	}
}

// A nameSet is names of machines. Many may have one first label, so it does not
// look through those.
type nameSet struct{ full, short map[uint64]bool }

func (s *nameSet) add(n hostName) {
	if n.known() {
		s.full[n.full], s.short[n.short] = true, true
	}
}

// has reports whether a machine may be meant: one of the same name, or of the same
// name up to the first point where one of the two has no more.
func (s *nameSet) has(n hostName) bool {
	return n.known() && (s.full[n.full] || s.full[n.short] || !n.qualified() && s.short[n.short])
}

// A relationIndex finds what runs on a machine, as a nameSet finds machines.
type relationIndex struct{ full, short map[uint64][]*runsOn }

func (x *relationIndex) add(rel *runsOn) {
	x.full[rel.machine.full] = append(x.full[rel.machine.full], rel)
	if rel.machine.qualified() {
		x.short[rel.machine.short] = append(x.short[rel.machine.short], rel)
	}
}

func (x *relationIndex) of(n hostName) []*runsOn {
	switch {
	case !n.known():
		return nil
	case n.qualified():
		return slices.Concat(x.full[n.full], x.full[n.short])
	}
	return slices.Concat(x.full[n.full], x.short[n.short])
}

// sheetOf returns what the result says of a table.
func (r *reader) sheetOf(p *sheetPlace) *SheetInfo { return &r.result.Files[p.source].Sheets[p.index] }

// leave leaves a row out.
func (r *reader) leave(p *sheetPlace, row int, code Code, column, value string, units Tally, args ...string) {
	r.result.Problems.Add(Problem{Code: code, Severity: Excluded, File: p.file, Sheet: p.sheet, Row: row, Column: column, Value: value, Args: args})
	r.result.Estate.exclude(code, 1, units)
	r.sheetOf(p).Excluded++
}

// leaveMachine leaves a machine out, and names its row.
func (s *settlement) leaveMachine(m *machine, code Code) {
	var why machineAside
	if m.aside != nil {
		why = *m.aside
	}
	s.leave(m.list.place, m.row, code, why.outColumn, quotableField(why.outValue, fieldStatus), Tally{})
}

// leaveQuietly leaves out a machine of many of which one message tells.
func (s *settlement) leaveQuietly(m *machine, code Code) {
	s.result.Estate.exclude(code, 1, Tally{})
	s.sheetOf(m.list.place).Excluded++
}

// assess counts a machine that bears its part.
func (s *settlement) assess(m *machine) {
	s.result.Estate.counts.Assessed++
	s.sheetOf(m.list.place).Assessed++
}

// said counts what is told once for a list.
func (s *settlement) said(list *machineList, key machineNoteKey, m *machine) *machineNote {
	said := list.notes[key]
	if said == nil {
		said = &machineNote{row: m.row, hosts: make(map[*hostGroup]bool)}
		list.notes[key] = said
		list.order = append(list.order, key)
	}
	said.machines++
	return said
}
