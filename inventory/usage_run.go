package inventory

import (
	"hash/maphash"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// What readers of usage know of the whole run.

// usageDays are the days of the period on which something was used.
type usageDays struct {
	period Period
	used   []bool
	any    bool
	years  map[int]int64 // rows outside the period, by the year in which they begin
}

func newUsageDays(p Period) *usageDays { return &usageDays{period: p, used: make([]bool, p.Days())} }

// see marks the days from start until end.
func (d *usageDays) see(start, end Date) {
	d.any = true
	for day := max(start, d.period.Start); day <= min(end, d.period.End); day++ {
		d.used[day-d.period.Start] = true
	}
}

// missed counts a row that begins outside the period.
func (d *usageDays) missed(start Date) {
	if d.years == nil {
		d.years = make(map[int]int64)
	}
	d.years[start.Time().Year()]++
}

// otherYear returns the year in which most rows begin, the last of several, where
// none begins in the period; 0 otherwise.
func (d *usageDays) otherYear() int {
	if d == nil || d.any {
		return 0
	}
	most := 0
	for _, year := range slices.Sorted(maps.Keys(d.years)) {
		if d.years[year] >= d.years[most] {
			most = year
		}
	}
	return most
}

// merge returns the days of both; nil is none.
func (d *usageDays) merge(more *usageDays) *usageDays {
	if d == nil || more == nil {
		if d == nil {
			return more
		}
		return d
	}
	for i, is := range more.used {
		d.used[i] = d.used[i] || is
	}
	d.any = d.any || more.any
	for year, rows := range more.years {
		if d.years == nil {
			d.years = make(map[int]int64)
		}
		d.years[year] += rows
	}
	return d
}

// tell warns where only part of the period has lines: nothing makes up for the rest.
func (d *usageDays) tell(problems *Problems) {
	used := 0
	for _, is := range d.used {
		if is {
			used++
		}
	}
	if !d.any || used == len(d.used) {
		return
	}
	problems.Add(Problem{Code: CodeUsagePartial, Severity: Warning, Args: []string{strconv.Itoa(used), strconv.Itoa(len(d.used))}})
}

// usageSeen finds lines that another file of the run has, too: the same bill at
// actual and at amortised cost, or given twice. One line may stand in one file
// several times; each of them is one of the other file's.
type usageSeen struct {
	seed  maphash.Seed
	files map[uint64]*seenLines
	gone  map[int32]bool // files that were refused after all
}

// forget leaves nothing behind of a file that is refused.
func (s *usageSeen) forget(source int) {
	if s != nil {
		s.gone[int32(source)] = true //nolint:gosec // files of a run
	}
}

type seenLines struct {
	file  int32 // that has them first
	count int32
	again map[int32]int32 // how often other files had it
}

// mostSeenLines bounds the lines that are compared.
const mostSeenLines = 4 << 20

func newUsageSeen() *usageSeen {
	return &usageSeen{seed: maphash.MakeSeed(), files: make(map[uint64]*seenLines), gone: make(map[int32]bool)}
}

// isAgain reports whether a line is one of another file, and leaves it out.
func (u *usageReader) isAgain(r *record) bool {
	if u.seen == nil || r.text("resource") == "" && r.text("account") == "" && r.text("sub_account") == "" {
		return false
	}
	u.key = u.key[:0]
	for _, column := range [...]string{"account", "sub_account", "resource", "sku_id", "price_id", "meter", "usage_type", "operation", "description", "unit"} {
		if cell, ok := r.cell(column); ok && len(cell.text) > 0 {
			u.key = append(append(u.key, cell.text...), 0)
		} else {
			u.key = append(append(u.key, r.constants[column]...), 0)
		}
	}
	for _, column := range [...]string{"start", "end"} { // however they are written
		text := r.text(column)
		d, _ := u.date(text)
		u.key = append(append(strconv.AppendInt(u.key, int64(d.in(u.order)), 10), timeIn(text)...), 0)
	}
	for _, column := range [...]string{"amount", "pricing_amount"} {
		n, _ := parseNumber(r.text(column), u.mark, true)
		u.key = append(append(u.key, n.value.String()...), 0)
	}
	sum := maphash.Bytes(u.seen.seed, u.key)
	source := int32(u.table.sheet.source) //nolint:gosec // files of a run
	have := u.seen.files[sum]
	switch {
	case have == nil || u.seen.gone[have.file]:
		if have != nil || len(u.seen.files) < mostSeenLines {
			u.seen.files[sum] = &seenLines{file: source, count: 1}
		}
		return false
	case have.file == source:
		have.count++
		return false
	}
	if have.again == nil {
		have.again = make(map[int32]int32)
	}
	have.again[source]++
	if have.again[source] > have.count {
		have.count = have.again[source] // which a third file is compared with
		return false
	}
	r.exclude(CodeUsageInOtherFile, u.named(), u.name(r))
	return true
}

// timeIn returns the hour and minute that a text ends in, as 07:30; nothing at midnight.
func timeIn(text string) string {
	at := strings.IndexByte(text, ':')
	if at < 2 || at+3 > len(text) || text[at-2:at+3] == "00:00" {
		return ""
	}
	return text[at-2 : at+3]
}

// Networks are what a file states of carried data and of the lines that carry them.
// Whether a department states both is known when everything is read; until then its
// data are held, the rows of one profile together.
type networks struct {
	lined map[string]bool // departments with lines, as words
	held  map[heldData]*heldAmount
	order []heldData
}

// heldData is what rows of data have in common.
type heldData struct {
	profile Profile
	place   *sheetPlace
}

type heldAmount struct {
	amount Tally
	rows   int64
	row    int // the first
	item   uint32
	column string
}

const networkLine = "network-line"

// network takes a row of a network: one of lines counts, one of data is held.
func (u *usageReader) network(r *record, p Profile, amount Tally) {
	p = u.stated(r, p)
	n := &u.table.sheet.file.network
	if p.Category == networkLine {
		if n.lined == nil {
			n.lined = make(map[string]bool)
		}
		n.lined[words(p.Department)] = true
		u.addStated(p, amount, 1)
		r.assess()
		return
	}
	item := p.item
	p.item = 0
	key := heldData{p, u.origin()}
	have := n.held[key]
	if have == nil {
		if n.held == nil {
			n.held = make(map[heldData]*heldAmount)
		}
		have = &heldAmount{item: item, row: r.line.number, column: r.at["category"].header.text}
		n.held[key] = have
		n.order = append(n.order, key)
		s := &key.profile
		u.table.sheet.report.countText(len(s.Manufacturer) + len(s.Model) + len(s.Variant) + len(s.Department) + len(s.Service) + len(s.Application) + len(s.Environment))
	}
	have.amount, have.rows = have.amount.Add(amount), have.rows+1
	u.table.sheet.file.estate.counts.Read--
	r.info.Assessed++
}

// origin is where the rows of the table stand.
func (u *usageReader) origin() *sheetPlace {
	if u.home == nil {
		u.home = u.table.sheet.newPlace()
	}
	return u.home
}

// take adds what another file states, which must not be used after that.
func (n *networks) take(other *networks) {
	if n.lined == nil {
		n.lined, n.held = make(map[string]bool), make(map[heldData]*heldAmount)
	}
	maps.Copy(n.lined, other.lined)
	maps.Copy(n.held, other.held)
	n.order = append(n.order, other.order...)
}

// settleNetworks adds what networks of others carried. Where a department has
// lines as well as data, the lines count: what they carry is in them.
func (r *reader) settleNetworks() {
	e := r.result.Estate
	for _, key := range r.network.order {
		data := r.network.held[key]
		e.counts.Read += data.rows
		if !r.network.lined[words(key.profile.Department)] {
			key.profile.item = data.item
			e.Add(key.profile, Amounts{Rows: data.rows, Activity: data.amount})
			e.counts.Assessed += data.rows
			continue
		}
		r.result.Problems.Add(Problem{
			Code: CodeNetworkTwice, Severity: Excluded, File: key.place.file, Sheet: key.place.sheet, Row: data.row, Column: data.column, Args: []string{strconv.FormatInt(data.rows, 10)},
		})
		e.exclude(CodeNetworkTwice, data.rows, Tally{})
		sheet := r.sheetOf(key.place)
		sheet.Assessed -= data.rows
		sheet.Excluded += data.rows
	}
	r.network = networks{}
}
