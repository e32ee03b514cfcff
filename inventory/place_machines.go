package inventory

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// placeMachines finds what each machine runs on. What a machine is and where it
// runs must not depend on the order of rows, so each step is taken for all of them.
func (s *settlement) placeMachines() {
	machines := s.virtual.machines
	ids := make(map[uint64]*machine)
	for i := range machines { // what another row of a machine says completes the first
		m := &machines[i]
		if m.id == 0 {
			continue
		}
		if first := ids[m.id]; first != nil {
			s.repeat(first, m)
			continue
		}
		ids[m.id] = m
	}
	homes := s.findHomes()
	seen := make(map[repeatKey]*machine)
	for i := range machines {
		m := &machines[i]
		if m.again || m.out == CodeMachineCloud || !m.name.known() || homes[i] == (machineHome{}) {
			continue
		}
		key := repeatKey{homes[i], m.name.full}
		first := seen[key]
		switch {
		case first == nil:
			seen[key] = m
		case m.id == 0 || first.id == 0: // not every list has identifiers
			if first.id == 0 {
				first.id = m.id
			}
			s.repeat(first, m)
		}
	}
	hostLists := make(map[int]bool) // sources with a hypervisor's list of hosts
	for i := range s.virtual.hosts {
		if s.virtual.hosts[i].hypervisor {
			hostLists[s.virtual.hosts[i].place.source] = true
		}
	}
	for i := range machines {
		m := &machines[i]
		switch {
		case m.again:
		case m.out == CodeMachineCloud:
			s.leaveMachine(m, m.out)
		case s.nested[m] != nil && m.out == "":
			outer := s.nested[m]
			s.leave(m.list.place, m.row, CodeMachineNested, "", "", Tally{}, rowArgs(m.list.place, outer.list.place, outer.row)...)
		case s.nested[m] != nil:
			s.leaveMachine(m, m.out)
		default:
			s.place(m, homes[i], hostLists)
		}
	}
}

// repeat leaves a row out whose machine has another.
func (s *settlement) repeat(first, m *machine) {
	first.complete(m)
	m.again = true
	s.said(m.list, machineNoteKey{CodeMachineRepeated, ""}, m)
	s.leaveQuietly(m, CodeMachineRepeated)
}

// A machineHome is what a machine runs on: a host, one of several, or a cluster of which
// no list has hosts.
type machineHome struct {
	host                *hostGroup
	spread              *spreadSet
	cluster, dataCentre uint64
}

// A repeatKey is equal for rows of one machine.
type repeatKey struct {
	home machineHome
	name uint64
}

// findHomes finds what each machine runs on. A host that no list has is assumed;
// names with a domain first, so that one without finds its host wherever it stands.
func (s *settlement) findHomes() []machineHome {
	machines := s.virtual.machines
	homes := make([]machineHome, len(machines))
	s.indexOuter()
	var assumed []int
	for i := range machines {
		m := &machines[i]
		if m.again || s.inCloud(m) {
			continue
		}
		if outer := s.outerOf(m); outer != nil {
			s.nested[m] = outer
			continue
		}
		var assume bool
		if homes[i], assume = s.homeOf(m); assume {
			assumed = append(assumed, i)
		}
	}
	for _, qualified := range []bool{true, false} {
		for _, i := range assumed {
			m := &machines[i]
			if m.host.qualified() != qualified || s.index.of(m.host) != nil {
				continue
			}
			g := &hostGroup{name: m.host, assumed: m.says, namedBy: m, units: CountTally(1)}
			s.index.add(g)
			s.groups = append(s.groups, g)
		}
	}
	for _, i := range assumed {
		homes[i].host = s.index.of(machines[i].host)
	}
	return homes
}

// leaveMachinesAmongHosts leaves out servers that are machines: a register lists
// them by name, without maker or model, and nothing runs on them.
func (s *settlement) leaveMachinesAmongHosts() {
	for _, g := range s.groups {
		if len(g.machines) > 0 || g.out > 0 || len(g.spread) > 0 || g.assumed != nil {
			continue
		}
		if !s.names.has(g.name) {
			continue
		}
		g.rows = slices.DeleteFunc(g.rows, func(h *heldHost) bool {
			if d := h.estate.devices.values[h.key[keyDevice]]; h.hypervisor || d.model != "" || d.manufacturer != "" {
				return false
			}
			s.result.Estate.counts.Assessed -= h.amounts.Rows
			s.sheetOf(h.place).Assessed -= h.amounts.Rows
			s.ledger.leave(h.place, h.row)
			s.leave(h.place, h.row, CodeServerIsMachine, "", "", h.amounts.Units)
			return true
		})
	}
}

// complete takes from another row of the machine what this one does not say.
func (m *machine) complete(other *machine) {
	if !m.host.known() {
		m.host = other.host
	}
	if m.cluster == 0 {
		m.cluster, m.manager, m.dataCentre = other.cluster, other.manager, other.dataCentre
	}
	for k := range weightKinds {
		if !m.states(k) && other.states(k) {
			m.state(k, other.weights[k])
		}
	}
	if m.out == "" && other.out != "" {
		m.out, m.aside = other.out, nil
	}
	says := *m.says
	for _, part := range []struct{ into, from *string }{
		{&says.department, &other.says.department},
		{&says.application, &other.says.application},
		{&says.service, &other.says.service},
		{&says.environment, &other.says.environment},
		{&says.site, &other.says.site},
		{&says.country, &other.says.country},
	} {
		*part.into = cmp.Or(*part.into, *part.from)
	}
	if says != *m.says {
		m.says = &says
	}
}

// homeOf returns what a machine runs on, and whether that is a host to be assumed.
// A home without anything is one that nobody knows, or of a host that was left out.
func (s *settlement) homeOf(m *machine) (at machineHome, assume bool) {
	if g := s.index.of(m.host); g != nil {
		return machineHome{host: g}, false
	}
	if g := s.index.of(m.manager); g != nil && !m.host.known() && len(s.clusters[m.cluster]) == 0 {
		return machineHome{host: g}, false
	}
	if s.isGone(m.host) {
		return machineHome{}, false
	}
	if set := s.spreadOf(m); set != nil {
		return machineHome{spread: set}, false
	}
	if !m.host.known() && m.physical && m.name.known() { // whoever discovered it knows of no hypervisor
		if g := s.index.of(m.name); g != nil {
			return machineHome{host: g}, false
		}
		if m.out == "" {
			m.host = m.name
		}
		if s.isGone(m.name) {
			return machineHome{}, false
		}
	}
	if m.host.known() {
		return machineHome{}, true
	}
	if m.cluster != 0 {
		return machineHome{cluster: m.cluster, dataCentre: m.dataCentre}, false
	}
	return machineHome{}, false
}

// isGone reports whether a host was left out or rejected.
func (s *settlement) isGone(n hostName) bool { return n.known() && (s.gone[n.full] || s.gone[n.short]) }

// place puts a machine on its host, or over the hosts of its cluster.
func (s *settlement) place(m *machine, at machineHome, hostLists map[int]bool) {
	switch {
	case at.host != nil:
		s.put(m, at.host)
	case s.isGone(m.host) && at.spread == nil:
		s.leaveMachine(m, cmp.Or(m.out, CodeMachineHostLeftOut))
	case at.spread != nil && m.host.known():
		s.said(m.list, machineNoteKey{CodeMachinesByCluster, ""}, m)
		fallthrough
	case at.spread != nil:
		if m.out != "" {
			s.leaveMachine(m, m.out)
			return
		}
		at.spread.machines = append(at.spread.machines, m)
	case m.out != "":
		s.leaveMachine(m, m.out)
	case hostLists[m.list.place.source] || !m.states(byVCPU):
		s.leaveMachine(m, CodeMachineUnplaced)
	default:
		s.unplaced = append(s.unplaced, m)
	}
}

// put puts a machine on a host.
func (s *settlement) put(m *machine, g *hostGroup) {
	if g.assumed != nil {
		if g.assumed.site == "" && m.says.site != "" {
			g.assumed = m.says
		}
		s.said(m.list, machineNoteKey{CodeHostAssumed, ""}, m).hosts[g] = true
	}
	if m.out != "" {
		g.out++
		s.leaveMachine(m, m.out)
		return
	}
	g.machines = append(g.machines, m)
}

// spreadOf returns the hosts of a machine's cluster; nil where no list has any.
// Clusters of several files are often called alike: those of the machine's own come first.
func (s *settlement) spreadOf(m *machine) *spreadSet {
	if m.cluster == 0 {
		return nil
	}
	key := spreadKey{m.cluster, m.dataCentre, m.list.place.source}
	if set, ok := s.spreads[key]; ok {
		return set
	}
	hosts := s.hostsOf(key, true)
	if len(hosts) == 0 {
		const anyFile = -1
		all := spreadKey{m.cluster, m.dataCentre, anyFile}
		set, ok := s.spreads[all]
		if !ok {
			set = s.newSpreadSet(s.hostsOf(key, false))
			s.spreads[all] = set
		}
		s.spreads[key] = set
		return set
	}
	s.spreads[key] = s.newSpreadSet(hosts)
	return s.spreads[key]
}

// hostsOf returns the hosts of a cluster, of one file or of all.
func (s *settlement) hostsOf(key spreadKey, own bool) (hosts []*hostGroup) {
	for _, g := range s.clusters[key.cluster] {
		if slices.ContainsFunc(g.rows, func(h *heldHost) bool {
			return h.cluster == key.cluster && (key.dataCentre == 0 || h.dataCentre == 0 || h.dataCentre == key.dataCentre) && (!own || slices.Contains(g.sources, key.source))
		}) {
			hosts = append(hosts, g)
		}
	}
	return hosts
}

// newSpreadSet ties hosts together; nil for none. The same hosts are one set,
// whatever machines call their cluster and its data centre.
func (s *settlement) newSpreadSet(hosts []*hostGroup) *spreadSet {
	if len(hosts) == 0 {
		return nil
	}
	numbers := make([]byte, 0, 4*len(hosts))
	for _, g := range hosts {
		numbers = binary.BigEndian.AppendUint32(numbers, g.number)
	}
	if set := s.sets[string(numbers)]; set != nil {
		return set
	}
	set := &spreadSet{hosts: hosts}
	s.sets[string(numbers)] = set
	for _, g := range hosts {
		g.spread = append(g.spread, set)
		if a, b := g.root(), hosts[0].root(); a != b {
			a.linked = b
		}
	}
	return set
}
