package inventory

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

// A domain is the hosts that are split in one way: one, or those of a cluster with
// machines of which nobody knows the host.
type domain struct {
	hosts    []*hostGroup
	machines []*machine
	kind     weightKind
	usual    decimal.Decimal // weight of a machine that does not state its own
}

// mostParts bounds the pairs of a machine and a host that it is spread over. A
// cluster with more has its machines dealt out to its hosts instead.
const mostParts = 4_000_000

// split splits the hosts over their machines.
func (s *settlement) split() {
	var sets []*spreadSet
	for _, g := range s.groups {
		for _, set := range g.spread {
			if set.hosts[0] == g {
				sets = append(sets, set)
			}
		}
	}
	for _, set := range sets {
		if len(set.machines) > mostParts/len(set.hosts) {
			for i, m := range set.machines {
				g := set.hosts[i%len(set.hosts)]
				g.machines = append(g.machines, m)
			}
			set.machines = nil
		}
	}
	domains := make(map[*hostGroup]*domain)
	var order []*domain
	for _, g := range s.groups {
		d := domains[g.root()]
		if d == nil {
			d = new(domain)
			domains[g.root()] = d
			order = append(order, d)
		}
		d.hosts = append(d.hosts, g)
		d.machines = append(d.machines, g.machines...)
	}
	for _, set := range sets {
		d := domains[set.hosts[0].root()]
		d.machines = append(d.machines, set.machines...)
	}
	for _, d := range order {
		s.chooseWeight(d)
		spread := make(map[*spreadSet][]entry)
		for _, g := range d.hosts {
			s.splitHost(d, g, spread)
		}
	}
	s.splitUnplaced()
}

// weightOf returns what the hosts of a domain are split by, and how many of its
// machines state it; states counts them.
func (s *settlement) weightOf(d *domain, states func(weightKind) int) (kind weightKind, most int) {
	wanted := s.options.Allocation
	switch all := len(d.machines); {
	case states(byShare) == all:
		return byShare, all
	case wanted == AllocateEqually:
		return equally, 0
	}
	kind = equally
	for _, k := range []weightKind{byVCPU, byMemory, byStorage} {
		n := states(k)
		if n > 0 && k.String() == string(wanted) || wanted == "" && 2*n >= len(d.machines) {
			return k, n
		}
		if n > most {
			kind, most = k, n
		}
	}
	return kind, most
}

// chooseWeight chooses what the hosts of a domain are split by: shares if all
// machines state one, else the first that at least half of them state, else what
// most do. A machine without a number must not change how all others are counted.
func (s *settlement) chooseWeight(d *domain) {
	if len(d.machines) == 0 {
		return
	}
	states := func(k weightKind) (n int) {
		for _, m := range d.machines {
			if m.states(k) {
				n++
			}
		}
		return n
	}
	shares := states(byShare)
	kind, most := s.weightOf(d, states)
	d.kind = kind
	if shares > 0 && d.kind != byShare {
		m := d.machines[slices.IndexFunc(d.machines, func(m *machine) bool { return m.states(byShare) })]
		s.said(m.list, machineNoteKey{CodeSharesIncomplete, d.kind.String()}, m).machines += int64(shares) - 1
	}
	if n := states(byVCPU); n > 0 && (d.kind == byMemory || d.kind == byStorage) && d.kind.String() != string(s.options.Allocation) {
		m := d.machines[slices.IndexFunc(d.machines, func(m *machine) bool { return !m.states(byVCPU) })]
		s.said(m.list, machineNoteKey{CodeVCPUsIncomplete, d.kind.String()}, m).machines += int64(len(d.machines)-n) - 1
	}
	if d.kind == equally || most == len(d.machines) {
		return
	}
	sum, of := decimal.Zero, int64(0)
	for _, m := range d.machines {
		if m.states(d.kind) {
			sum = sum.Add(m.weights[d.kind].Decimal().Mul(decimal.NewFromInt(m.count)))
			of += m.count
		}
	}
	d.usual = divideEven(sum, decimal.NewFromInt(of), conversionPlaces)
	for _, m := range d.machines {
		if !m.states(d.kind) {
			s.said(m.list, machineNoteKey{CodeMachineWeight, d.kind.String()}, m)
		}
	}
}

// weight returns what a machine weighs.
func (d *domain) weight(m *machine) decimal.Decimal {
	count := decimal.NewFromInt(m.count)
	switch {
	case d.kind == equally:
		return count
	case m.states(d.kind):
		return m.weights[d.kind].Decimal().Mul(count)
	}
	return d.usual.Mul(count)
}

// An entry is a machine, or several of one bearer, on a host.
type entry struct {
	weight   decimal.Decimal
	portions []portion
	rows     int64
}

// A portion is the part of a machine that somebody bears; together they are 1.
type portion struct {
	bearer
	share decimal.Decimal
}

// portions returns who bears a machine: the applications on it by weight, where
// all of them state one, else equally.
func (s *settlement) portions(m *machine) []portion {
	own := m.says.bearer
	relations := s.relations.of(m.name)
	if len(relations) == 0 {
		return []portion{{own, decimal.NewFromInt(1)}}
	}
	weighted := !slices.ContainsFunc(relations, func(rel *runsOn) bool { return !rel.hasWeight })
	weights := make([]decimal.Decimal, len(relations))
	for i, rel := range relations {
		if weights[i] = decimal.NewFromInt(1); weighted {
			weights[i] = rel.weight.Decimal()
		}
	}
	shares, _ := allocate(weights, decimal.Zero)
	all := make([]portion, len(relations))
	for i, rel := range relations {
		b := rel.bearer
		b.department, b.service, b.environment = cmp.Or(b.department, own.department), cmp.Or(b.service, own.service), cmp.Or(b.environment, own.environment)
		all[i] = portion{b, shares[i]}
	}
	return all
}

// entries returns the machines of a spread set, those of one bearer together.
func (s *settlement) entries(d *domain, set *spreadSet) []entry {
	var all []entry
	at := make(map[bearer]int)
	for _, m := range set.machines {
		portions := s.portions(m)
		if len(portions) > 1 {
			all = append(all, entry{d.weight(m), portions, 1})
			continue
		}
		i, ok := at[portions[0].bearer]
		if !ok {
			i = len(all)
			at[portions[0].bearer] = i
			all = append(all, entry{portions: portions})
		}
		all[i].weight = all[i].weight.Add(d.weight(m))
		all[i].rows++
	}
	return all
}

// part returns what part of its machines a host of a spread set bears: that of its
// capacity in all of theirs, or of its units where one's capacity is not known.
func (set *spreadSet) part(g *hostGroup, k weightKind) (own, all decimal.Decimal) {
	size := func(h *hostGroup) decimal.Decimal {
		if set.byUnits {
			return h.units.Decimal()
		}
		return h.capacity[k].Decimal()
	}
	if !set.sized { // a set is split by one kind of weight: it has one domain
		set.byUnits = k == equally || k == byShare || slices.ContainsFunc(set.hosts, func(h *hostGroup) bool { return !h.known[k] })
		for _, h := range set.hosts {
			set.all = set.all.Add(size(h))
		}
		set.sized = true
	}
	return size(g), set.all
}

// splitHost splits a host over what runs on it.
func (s *settlement) splitHost(d *domain, g *hostGroup, spread map[*spreadSet][]entry) {
	var entries []entry
	for _, m := range g.machines {
		entries = append(entries, entry{d.weight(m), s.portions(m), 1})
		s.allocated(d, g, m)
	}
	for _, set := range g.spread {
		if len(set.machines) == 0 {
			continue
		}
		if _, ok := spread[set]; !ok {
			spread[set] = s.entries(d, set)
			for _, m := range set.machines {
				s.allocated(d, g, m)
			}
		}
		own, all := set.part(g, d.kind)
		for _, e := range spread[set] {
			e.weight = divideEven(e.weight.Mul(own), all, AllocationScale)
			if g != set.hosts[0] {
				e.rows = 0
			}
			entries = append(entries, e)
		}
	}
	if len(entries) == 0 {
		s.leaveWhole(g)
		return
	}
	weights := make([]decimal.Decimal, len(entries))
	for i, e := range entries {
		weights[i] = e.weight
	}
	capacity := s.capacityOf(d, g, weights)
	shares, idle := allocate(weights, capacity)
	told := s.newSplitting(d.kind, weights, capacity, g.assumed != nil)
	parts := make(map[bearer]*hostPart)
	var order []*hostPart
	for i, e := range entries {
		for n, p := range e.portions {
			part := parts[p.bearer]
			if part == nil {
				part = &hostPart{bearer: p.bearer}
				parts[p.bearer] = part
				order = append(order, part)
			}
			part.share = part.share.Add(shares[i].Mul(p.share))
			part.weights = told.weigh(part.weights, e.weight, p.share)
			if n == 0 {
				part.rows += e.rows
			}
		}
	}
	first := true
	for p, a := range s.whole(g) {
		s.addParts(p, a, order, idle, first, told)
		first = false
	}
}

// A hostPart is what one bearer bears of a host.
type hostPart struct {
	bearer
	share   decimal.Decimal
	rows    int64
	weights []SplitWeight // for whoever explains it
}

// addParts adds a row of hosts to the estate, in parts that make it up exactly.
// The row itself is counted with what is idle, else with the first part; those of
// the machines with their bearers.
func (s *settlement) addParts(p Profile, a Amounts, parts []*hostPart, idle decimal.Decimal, machines bool, told *splitting) {
	rows := a.Rows
	if idle.IsPositive() {
		rest := p
		rest.Capacity = Idle
		unused := a.scaled(idle, rows)
		s.result.Estate.Add(rest, unused)
		if told != nil {
			told.keep(s.result.Estate, rest, unused, a, told.weigh(nil, told.idle, decimal.NewFromInt(1)))
		}
		rows = 0
	}
	for _, part := range parts {
		own := p
		own.Capacity = Allocated
		own.Department, own.Service = cmp.Or(part.department, p.Department), cmp.Or(part.service, p.Service)
		own.Application, own.Environment = cmp.Or(part.application, p.Application), cmp.Or(part.environment, p.Environment)
		if machines {
			rows += part.rows
		}
		borne := a.scaled(part.share, rows)
		s.result.Estate.Add(own, borne)
		told.keep(s.result.Estate, own, borne, a, part.weights)
		rows = 0
	}
}

// scaled returns a share of amounts, exactly, with a number of rows of its own.
func (a Amounts) scaled(share decimal.Decimal, rows int64) Amounts {
	scaled := Amounts{Rows: rows}
	for _, part := range []struct {
		from Tally
		into *Tally
	}{
		{a.Units, &scaled.Units},
		{a.Full, &scaled.Full},
		{a.Days, &scaled.Days},
		{a.Activity, &scaled.Activity},
		{a.RateFull, &scaled.RateFull},
		{a.RateDays, &scaled.RateDays},
		{a.ObservedFull, &scaled.ObservedFull},
		{a.ObservedDays, &scaled.ObservedDays},
	} {
		if !part.from.IsZero() {
			*part.into = DecimalTally(part.from.Decimal().Mul(share))
		}
	}
	return scaled
}

// whole yields the rows of a host; of one that no list has, what is assumed of it.
func (s *settlement) whole(g *hostGroup) func(yield func(Profile, Amounts) bool) {
	return func(yield func(Profile, Amounts) bool) {
		if g.assumed != nil {
			unit := CountTally(1)
			yield(s.assumedServer(g.assumed), Amounts{Units: unit, Full: unit})
			return
		}
		for _, h := range g.rows {
			if !yield(h.estate.profile(&h.key), h.amounts) {
				return
			}
		}
	}
}

// assumedServer is a server of which nothing is known but that it is there.
func (s *settlement) assumedServer(says *machineSays) Profile {
	p := Profile{Kind: Hardware, Category: "server", Recognition: ByKeyword, Hosting: DataCentre, Site: says.site, Country: says.country}
	if p.Country == "" {
		p.Country = openCountry
	}
	return p
}

// leaveWhole counts a host without running machines: idle if it is one of
// machines, as it stands if it may be any server.
func (s *settlement) leaveWhole(g *hostGroup) {
	if g.assumed != nil {
		s.openAt(g.namedBy, g.assumed.site, g.assumed.country)
	}
	for p, a := range s.whole(g) {
		if g.out > 0 || g.assumed != nil || len(g.spread) > 0 || slices.ContainsFunc(g.rows, func(h *heldHost) bool { return h.hypervisor }) {
			p.Capacity = Idle
		}
		s.result.Estate.Add(p, a)
	}
}

// capacityOf returns what a host can bear, 0 where its machines bear all of it:
// its cores, memory or drives; the whole for shares.
func (s *settlement) capacityOf(d *domain, g *hostGroup, weights []decimal.Decimal) decimal.Decimal {
	switch {
	case s.options.SpreadIdle || d.kind == equally:
		return decimal.Zero
	case d.kind == byShare:
		whole := decimal.NewFromInt(1)
		if sum := decimal.Sum(decimal.Zero, weights...); sum.GreaterThan(whole) && len(d.machines) > 0 {
			m := d.machines[0]
			if len(g.machines) > 0 {
				m = g.machines[0]
			}
			s.result.Problems.Add(Problem{Code: CodeSharesScaled, Severity: Warning, File: m.list.place.file, Sheet: m.list.place.sheet, Row: m.row, Args: []string{sum.String()}})
		}
		return whole
	case !g.known[d.kind]:
		if g.assumed == nil {
			m := d.machines[0]
			s.said(m.list, machineNoteKey{CodeHostCapacity, d.kind.String()}, m).hosts[g] = true
		}
		return decimal.Zero
	}
	return g.capacity[d.kind].Decimal()
}

// allocated counts a machine that bears a part of a host.
func (s *settlement) allocated(d *domain, g *hostGroup, m *machine) {
	s.assess(m)
	s.said(m.list, machineNoteKey{CodeMachinesAllocated, d.kind.String()}, m).hosts[g] = true
	if g.assumed != nil {
		s.openAt(m, g.assumed.site, g.assumed.country)
	}
}

// openAt notes that the country of what a machine runs on may stand in a list of data centres.
func (s *settlement) openAt(m *machine, site, country string) {
	if country != "" {
		return
	}
	key := machineNoteKey{arg: site} // of no message
	said := s.said(m.list, key, m)
	if said.machines == 1 {
		said.open = len(s.virtual.open)
		s.virtual.open = append(s.virtual.open, openPlace{place: m.list.place, name: site, row: m.row})
	}
	s.virtual.open[said.open].rows++
}

// vCPUs to a server whose machines are known and nothing else: Azure Migrate sizes
// hosts with 4 virtual processors to a core by default (Microsoft, “Azure VMware
// Solution assessment calculations in Azure Migrate”, vCPU Oversubscription,
// 2024-08-07), and the host that it sizes has two processors of 18 cores
// (Microsoft, “Disk capabilities of the hosts”, AV36, 2021-04-23). See
// docs/decisions/0013-virtual-machines.md.
const (
	vcpusPerCore   = 4
	coresPerServer = 2 * 18
)

// splitUnplaced gives machines of which nobody knows what they run on a part of a
// server each, by their virtual processors.
func (s *settlement) splitUnplaced() {
	vcpus := make(map[*machineList]Tally)
	for _, m := range s.unplaced {
		weight := m.weights[byVCPU].Decimal().Mul(decimal.NewFromInt(m.count))
		vcpus[m.list] = vcpus[m.list].Add(DecimalTally(weight))
		size := decimal.NewFromInt(vcpusPerCore * coresPerServer)
		units := DecimalTally(divideEven(weight, size, AllocationScale))
		a := Amounts{Units: units, Full: units}
		told := s.newSplitting(byVCPU, []decimal.Decimal{weight}, size, true)
		if told != nil {
			told.of = &Amounts{Units: CountTally(1), Full: CountTally(1)}
		}
		var parts []*hostPart
		for i, p := range s.portions(m) {
			part := &hostPart{bearer: p.bearer, share: p.share}
			if i == 0 {
				part.rows = 1
			}
			part.weights = told.weigh(nil, weight, p.share)
			parts = append(parts, part)
		}
		s.addParts(s.assumedServer(m.says), a, parts, decimal.Zero, true, told)
		s.assess(m)
		s.said(m.list, machineNoteKey{CodeMachineDensity, ""}, m)
		s.openAt(m, m.says.site, m.says.country)
	}
	for list, sum := range vcpus {
		list.notes[machineNoteKey{CodeMachineDensity, ""}].sum = sum
	}
}

// tellMachines tells what was said of each list.
func (s *settlement) tellMachines() {
	for _, list := range s.virtual.lists {
		for _, key := range list.order {
			said := list.notes[key]
			p := Problem{Code: key.code, Severity: Warning, File: list.place.file, Sheet: list.place.sheet, Row: said.row}
			machines, hosts := strconv.FormatInt(said.machines, 10), strconv.Itoa(len(said.hosts))
			switch key.code {
			case "":
				continue
			case CodeMachineRepeated:
				p.Severity, p.Args = Excluded, []string{machines}
			case CodeMachinesAllocated:
				p.Severity, p.Args = Note, []string{machines, key.arg}
			case CodeHostCapacity:
				p.Severity, p.Args = Note, []string{hosts, key.arg}
			case CodeHostAssumed:
				p.Args = []string{hosts, machines}
			case CodeMachineDensity:
				p.Args = []string{machines, said.sum.String(), strconv.Itoa(vcpusPerCore * coresPerServer), divideEven(said.sum.Decimal(), decimal.NewFromInt(vcpusPerCore*coresPerServer), 2).String()}
			case CodeMachineWeight, CodeSharesIncomplete, CodeVCPUsIncomplete:
				p.Args = []string{machines, key.arg}
			default:
				p.Args = []string{machines}
			}
			s.result.Problems.Add(p)
		}
	}
	if s.virtual.bounded {
		s.result.Problems.Add(Problem{Code: CodeHostsBounded, Severity: Warning, Args: []string{strconv.Itoa(mostHosts)}})
	}
}
