package inventory

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A server may be the host of virtual machines that stand in another list, of
// this file or of one that has not been read yet. So the rows of servers with a
// name wait, where there may be such a list, until everything is read; then
// settle_hosts.go splits them, or counts them as they are.

// mostHosts bounds the servers that wait. What is beyond counts as it is, and no
// machine is found on it.
const mostHosts = 1 << 18

// A sheetPlace is where a table stands in the result.
type sheetPlace struct {
	file, sheet   string
	source, index int // of FileInfo and SheetInfo
}

func (s *sheetRead) newPlace() *sheetPlace {
	p := &sheetPlace{file: s.report.file, sheet: s.report.sheet}
	s.places = append(s.places, p)
	return p
}

// settlePlaces numbers the tables of a sheet as the result has them.
func (s *sheetRead) settlePlaces(source, first int) {
	for i, p := range s.places {
		p.source, p.index = source, first+i
	}
}

// hostColumns are the places of columns whose cells are hashed, so that machines
// find their hosts; -1 for none.
type hostColumns struct{ name, cluster, dataCentre int }

// hostNameKeys are headers, as keys, of columns with names of servers, the surest
// first. Those of a layout's own that are identifiers are taken besides.
var hostNameKeys = keysOf([]string{
	"host", "hostname", "host name", "server name", "servername", "fqdn", "dns name", "vHostName", "nomEquipementPhysique", "nom équipement physique", "nom d'hôte", "nom hôte", "hôte",
	"netbios name", "netbios name0", "computer name", "machine name", "device name", "asset name", "computer", "machine", "name", "nom", "nom machine", "nom de la machine", "nom équipement", "nom de l'équipement",
	"ci name", "ci", "configuration item", "display name", "name0", "item name",
})

var clusterKeys = keysOf([]string{"cluster", "cluster name", "vHostCluster", "nom du cluster", "grappe"})

// hostColumns finds the columns of a table that names of servers are in.
func (t *table) hostColumns() hostColumns {
	at := hostColumns{-1, -1, -1}
	best := len(hostNameKeys)
	for i, h := range t.header.headers[:t.width] {
		if rank := slices.Index(hostNameKeys, h.key); rank >= 0 && rank < best && (t.infos[i].Why == whyIdentifier || t.infos[i].Why == whyUnknown) {
			best, at.name = rank, i
		}
		if at.cluster < 0 && slices.Contains(clusterKeys, h.key) {
			at.cluster = i
		}
	}
	for _, c := range t.columns {
		if c.field == fieldDataCentre {
			at.dataCentre = c.index
		}
	}
	return at
}

// A hostRow is what a row is known by to machines.
type hostRow struct {
	name                hostName
	cluster, dataCentre uint64
}

func (at hostColumns) of(r *row, hash *identifierHash) (h hostRow) {
	if at.name < 0 || at.name >= len(r.cells) {
		return h
	}
	text := func(place int) string {
		if place < 0 || place >= len(r.cells) {
			return ""
		}
		text, _ := cleanText(r.cells[place].text)
		return text
	}
	h.name = hash.host(text(at.name))
	h.cluster, h.dataCentre = hash.name(nameOfCluster, text(at.cluster)), hash.name(nameOfPlace, text(at.dataCentre))
	return h
}

// A hostHolder holds the servers of a file.
type hostHolder struct {
	lists *virtualLists
	hash  *identifierHash
	may   int // servers that may still be held, of the run
}

func (f *fileRead) hostHolder() *hostHolder {
	if f.holder == nil {
		f.holder = &hostHolder{&f.virtual, f.reader.hash, mostHosts - len(f.reader.virtual.hosts)}
	}
	return f.holder
}

// mayHaveMachines reports whether machines may run on what the file lists: only
// where there is another list.
func (f *fileRead) mayHaveMachines() bool { return len(f.reader.sources) > 1 || !f.alone }

// A heldHost is a row of servers.
type heldHost struct {
	hostRow
	place      *sheetPlace
	row        int
	estate     *Estate // that has the numbers of its key
	key        profileKey
	amounts    Amounts
	identifier uint64
	kind       identifierKind
	hypervisor bool // its list is a hypervisor's of its hosts
	guessed    bool // nothing says its country
	out        bool // another row has it
}

// holdHost keeps the row in hand back if machines may run on it.
func (c *converter) holdHost(thing *deviceResult, key *profileKey, units, rate Tally, acquired, retired Date) bool {
	if !c.host.name.known() || !thing.server && !thing.unresolved {
		return false
	}
	if c.hosts.may <= 0 {
		c.hosts.lists.bounded = true
		return false
	}
	c.hosts.may--
	days, full := serviceDays(c.estate.period, acquired, retired)
	observed := 0
	if c.options.Observed {
		observed = observedDays(acquired, retired, c.options.AsOf)
	}
	c.hosts.lists.hosts = append(c.hosts.lists.hosts, heldHost{
		hostRow: c.host, place: c.place, row: c.row.number, estate: c.estate, key: *key, amounts: amountsOf(units, rate, days, full, observed),
		guessed: c.guessed, identifier: c.identifier, kind: c.identifierKind, hypervisor: isHostList(c.table),
	})
	return true
}

// isHostList reports whether a table is a hypervisor's list of its hosts.
func isHostList(t *table) bool { return strings.HasPrefix(t.layout, "rvtools-hosts") }

// leaveHost notes a server that was left out or rejected: what ran on it must not
// have another host made up for it.
func (c *converter) leaveHost(thing *deviceResult) {
	if c.hosts != nil && c.host.name.known() && (thing.server || thing.unresolved) && len(c.hosts.lists.gone) < mostHosts {
		c.hosts.lists.gone = append(c.hosts.lists.gone, c.host.name)
	}
}

// heldUnits returns the units that wait.
func (v *virtualLists) heldUnits() (sum Tally) {
	for i := range v.hosts {
		sum = sum.Add(v.hosts[i].amounts.Units)
	}
	return sum
}

// withHosts yields what the file lists, with what waits.
func (f *fileRead) withHosts() iter.Seq2[Profile, Amounts] {
	return func(yield func(Profile, Amounts) bool) {
		for p, a := range f.estate.All() {
			if !yield(p, a) {
				return
			}
		}
		for i := range f.virtual.hosts {
			if h := &f.virtual.hosts[i]; !yield(h.estate.profile(&h.key), h.amounts) {
				return
			}
		}
	}
}

// openCountry stands for the country of what stands in a data centre and states
// none, until the lists of data centres are read. No country is written so.
const openCountry = "\x00"

// An openPlace is rows without a country in a data centre.
type openPlace struct {
	place *sheetPlace
	name  string // of the data centre
	row   int    // first
	rows  int64
}

// openPlace leaves the country of the row in hand open.
func (c *converter) openPlace(site uint32) uint32 {
	if c.open == nil {
		c.open = make(map[uint32]*openPlace)
	}
	if c.open[site] == nil {
		c.open[site] = &openPlace{place: c.place, row: c.row.number}
	}
	c.open[site].rows++
	return c.estate.texts[keyCountry].id(openCountry)
}

// endPlaces hands on, at the end of a table, the data centres of which a country is wanted.
func (c *converter) endPlaces() {
	var all []openPlace
	for site, p := range c.open {
		p.name = c.estate.texts[keySite].values[site]
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b openPlace) int { return cmp.Compare(a.row, b.row) })
	if c.hosts != nil {
		c.hosts.lists.open = append(c.hosts.lists.open, all...)
	}
	c.open = nil
}

// rowArgs places another row for a message: the row, its sheet and its file, empty where they are the same.
func rowArgs(at, other *sheetPlace, row int) []string {
	return []string{strconv.Itoa(row), otherName(at.sheet, other.sheet), otherName(at.file, other.file)}
}
