package inventory

// A machine may run on one that is itself virtual: a hypervisor that was set up as a
// machine, to try things or to teach. Its hardware is the host of the outer machine,
// which bears its part of that; to assume a server for it would make up hardware, and to
// put it beside the outer machine would weigh it twice. So it is left out, and its row
// names that of the outer one.

// mostNesting bounds how deep machines run in one another.
const mostNesting = 16

// An outerIndex finds machines that are virtual for certain, by the names that others
// give to their hosts.
type outerIndex struct{ full, short map[uint64]*machine }

func (s *settlement) indexOuter() {
	s.nested = make(map[*machine]*machine)
	s.outer = outerIndex{make(map[uint64]*machine), make(map[uint64]*machine)}
	hosts := make(map[uint64]bool) // names that machines run on
	for i := range s.virtual.machines {
		if m := &s.virtual.machines[i]; m.host.known() {
			hosts[m.host.full], hosts[m.host.short] = true, true
		}
	}
	for i := range s.virtual.machines {
		m := &s.virtual.machines[i]
		if !m.isVirtual() || !hosts[m.name.full] && !hosts[m.name.short] {
			continue
		}
		if s.outer.full[m.name.full] == nil {
			s.outer.full[m.name.full] = m
		}
		if s.outer.short[m.name.short] == nil {
			s.outer.short[m.name.short] = m
		}
	}
}

// isVirtual reports whether a list says what a machine runs on, and that is not itself:
// lists of machines have servers among them that are none.
func (m *machine) isVirtual() bool {
	return m.name.known() && !m.physical && !m.host.isAlso(m.name) && (m.host.known() || m.cluster != 0)
}

// isAlso reports whether two names may be of one thing.
func (n hostName) isAlso(other hostName) bool {
	if !n.known() || !other.known() {
		return false
	}
	return n.full == other.full || (!n.qualified() || !other.qualified()) && n.short == other.short
}

// of returns the machine that a host is; nil for a host that is none.
func (x *outerIndex) of(host hostName) *machine {
	if !host.known() {
		return nil
	}
	if m := x.full[host.full]; m != nil {
		return m
	}
	if m := x.short[host.short]; m != nil && m.name.isAlso(host) {
		return m
	}
	return nil
}

// outerOf returns the machine that a machine runs on; nil where that is a server. Where
// machines run on one another in a circle, somebody has confused names, and each runs on
// a server as far as anybody knows.
func (s *settlement) outerOf(m *machine) *machine {
	if m.host.isAlso(m.name) || s.isServer(m.host) {
		return nil
	}
	first := s.outer.of(m.host)
	at := first
	for range mostNesting {
		switch {
		case at == nil || at == m || at.name.isAlso(m.name):
			return nil
		case s.isServer(at.host) || s.outer.of(at.host) == nil:
			return first
		}
		at = s.outer.of(at.host)
	}
	return nil
}

// isServer reports whether a list has a host as a server: by its maker or model, or as
// a hypervisor's list of hosts. One that a register has by name alone may be a machine.
func (s *settlement) isServer(host hostName) bool {
	g := s.index.of(host)
	if g == nil {
		return false
	}
	for _, h := range g.rows {
		if d := h.estate.devices.values[h.key[keyDevice]]; h.hypervisor || d.model != "" || d.manufacturer != "" {
			return true
		}
	}
	return false
}
