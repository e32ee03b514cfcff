package inventory

// virtualLists is what the lists of a file, or of a run, say about virtual
// machines, what they run on and what runs on them. settle_hosts.go makes
// something of it once everything is read.
type virtualLists struct {
	hosts     []heldHost
	gone      []hostName // servers that were left out or rejected
	bounded   bool       // there were more servers than can be held
	lists     []*machineList
	lost      []hostName // machines whose rows were rejected
	machines  []machine
	relations []runsOn
	rooms     []roomEntry
	open      []openPlace
}

// take adds what another has, which must not be used after that.
func (v *virtualLists) take(other *virtualLists) {
	v.hosts = append(v.hosts, other.hosts...)
	v.gone = append(v.gone, other.gone...)
	v.bounded = v.bounded || other.bounded
	v.lost = append(v.lost, other.lost...)
	v.lists = append(v.lists, other.lists...)
	if v.machines == nil {
		v.machines = other.machines // there may be a million
	} else {
		v.machines = append(v.machines, other.machines...)
	}
	v.relations = append(v.relations, other.relations...)
	v.rooms = append(v.rooms, other.rooms...)
	v.open = append(v.open, other.open...)
}

// A machineList is a table of machines, or of what runs on them.
type machineList struct {
	place *sheetPlace
	sizes columnSizes // of a column of memory whose header states no unit
	notes map[machineNoteKey]*machineNote
	order []machineNoteKey
}

// A machineNoteKey is what is said of machines: a code with its argument.
type machineNoteKey struct {
	code Code
	arg  string
}

// A machineNote counts the machines of a list of which the same is said, to be told once.
type machineNote struct {
	machines int64
	row      int
	hosts    map[*hostGroup]bool
	sum      Tally
	open     int
}

// A machine is a row of a list of virtual machines.
type machine struct {
	list       *machineList
	row        int
	count      int64 // how many such machines the row stands for
	id         uint64
	name       hostName // machines are called like servers
	host       hostName
	cluster    uint64
	manager    hostName // the cluster as the name of a host: Azure Migrate names the vCenter server, or the only host
	dataCentre uint64
	says       *machineSays
	weights    [weightKinds]Tally
	has        uint8         // bits of the weights that are stated
	out        Code          // why it bears nothing; empty for a machine that runs
	aside      *machineAside // what few machines have; nil for the others
	again      bool          // a row before it lists the same machine
	unitless   bool          // nothing states the unit of its memory
	physical   bool          // whoever listed it knows of no hypervisor
}

// A machineAside is what is known of a machine that bears nothing, or may be in a cloud.
type machineAside struct {
	outColumn, outValue string
	cloud, cloudColumn  string // the provider that its host is called like
}

// A weightKind is what a host is split by.
type weightKind uint8

const (
	byShare weightKind = iota
	byVCPU
	byMemory
	byStorage
	weightKinds
)

const equally = weightKinds

func (k weightKind) String() string {
	return [...]string{"share", "vcpu", "memory", "storage", "equal"}[k]
}

func (m *machine) states(k weightKind) bool { return k < weightKinds && m.has&(1<<k) != 0 }

func (m *machine) state(k weightKind, t Tally) {
	m.weights[k] = t
	m.has |= 1 << k
}

// A bearer is who bears a part of a host. What it does not say, its host says.
type bearer struct{ department, application, service, environment string }

// machineSays is what machines have in common.
type machineSays struct {
	bearer
	site, country string // for a host that no list has
}

// A runsOn says that an application runs on a machine.
type runsOn struct {
	list      *machineList
	row       int
	machine   hostName
	bearer    bearer
	weight    Tally
	hasWeight bool
	column    string
}

// A roomEntry is a row of a list of data centres.
type roomEntry struct {
	place   *sheetPlace
	row     int
	names   []string // as words
	room    string
	country string
}
