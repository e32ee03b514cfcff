package inventory

import (
	"fmt"
	"iter"
	"maps"
	"strings"
)

// Estate is an inventory compressed to profiles and their amounts. It adds up:
// estates of files, departments or shards merge exactly and in any order.
//
// An Estate is not safe for use by several goroutines while one of them adds to it.
type Estate struct {
	period Period
	counts Counts
	why    map[Code]int64 // of the rows rejected, by their first reason; see Rejections

	devices interner[device]
	terms   interner[terms]
	texts   [keyColumns]interner[string] // of those columns of a key that number texts
	table   *profileTable

	splits []Split // only where they were asked for
}

// textColumns are the columns of a key that number texts.
var textColumns = [...]int{keyDepartment, keySite, keyCountry, keyService, keyApplication, keyEnvironment, keyLifetime, keyAttribution, keyConfig, keyRoom}

// Counts says what became of the rows that were read: Read is Assessed,
// Rejected and all the Excluded together.
type Counts struct {
	Read     int64 // rows that hold anything
	Assessed int64 // rows that are in the estate, those of unresolved category too
	Rejected int64 // rows that could not be used
	Excluded map[Code]Exclusion
}

// Exclusion counts the rows that were left out for one reason.
type Exclusion struct {
	Rows  int64
	Units Tally
}

// NewEstate returns an empty estate for a period.
func NewEstate(period Period) *Estate {
	e := &Estate{
		period:  period,
		counts:  Counts{Excluded: make(map[Code]Exclusion)},
		why:     make(map[Code]int64),
		devices: newInterner[device](),
		terms:   newInterner[terms](),
		table:   newProfileTable(),
	}
	for _, column := range textColumns {
		e.texts[column] = newInterner[string]()
	}
	return e
}

// Period returns the reporting period that service was counted for.
func (e *Estate) Period() Period { return e.period }

// Len returns the number of profiles.
func (e *Estate) Len() int { return e.table.len }

// Counts returns what became of the rows.
func (e *Estate) Counts() Counts {
	c := e.counts
	c.Excluded = maps.Clone(c.Excluded)
	return c
}

// Unrecognised returns how many of the rows assessed nobody can tell what they
// are: they are listed, and in no total.
func (e *Estate) Unrecognised() (rows int64) {
	for profile, amounts := range e.Project(DeviceAttributes).All() {
		if profile.Recognition == Unresolved {
			rows += amounts.Rows
		}
	}
	return rows
}

// CountRows adds to what became of the rows: for whoever makes an estate by
// other means than reading files, as a scenario does.
func (e *Estate) CountRows(c Counts) {
	e.counts.Read += c.Read
	e.counts.Assessed += c.Assessed
	e.counts.Rejected += c.Rejected
	for code, x := range c.Excluded {
		e.exclude(code, x.Rows, x.Units)
	}
}

// Rejections returns how many rows were rejected for each reason; a row with
// several counts under the first. The rows of an estate that came as a file are
// not among them, for it says how many there were and not why.
func (e *Estate) Rejections() map[Code]int64 { return maps.Clone(e.why) }

// reject counts a row that cannot be used.
func (e *Estate) reject(code Code) {
	e.counts.Rejected++
	e.why[code]++
}

func (e *Estate) exclude(code Code, rows int64, units Tally) {
	have := e.counts.Excluded[code]
	e.counts.Excluded[code] = Exclusion{Rows: have.Rows + rows, Units: have.Units.Add(units)}
}

// Add adds amounts to a profile.
func (e *Estate) Add(p Profile, a Amounts) {
	key := e.key(&p)
	e.add(e.table.index(&key), &a)
}

func (e *Estate) add(i int, a *Amounts) {
	if c, fits := contributionFrom(a); fits {
		e.table.add(i, &c)
		return
	}
	e.table.rest[i] = e.table.rest[i].Add(*a)
}

// key numbers the attributes of a profile.
func (e *Estate) key(p *Profile) profileKey {
	return profileKey{
		keyDevice:      e.devices.id(deviceOf(p)),
		keyTerms:       e.terms.id(termsOf(p)),
		keyDepartment:  e.texts[keyDepartment].id(p.Department),
		keySite:        e.texts[keySite].id(p.Site),
		keyCountry:     e.texts[keyCountry].id(p.Country),
		keyService:     e.texts[keyService].id(p.Service),
		keyApplication: e.texts[keyApplication].id(p.Application),
		keyEnvironment: e.texts[keyEnvironment].id(p.Environment),
		keyAcquired:    monthNumber(p.Acquired),
		keyRetired:     monthNumber(p.Retired),
		keyLifetime:    e.texts[keyLifetime].id(p.Lifetime),
		keyAttribution: e.texts[keyAttribution].id(p.Attribution),
		keyConfig:      e.texts[keyConfig].id(p.Config),
		keyRoom:        e.texts[keyRoom].id(p.Room),
		keyItem:        p.item,
	}
}

// monthNumber returns a month as a number of a key; one outside the years 0 to
// 9999 is not known.
func monthNumber(m Month) uint32 {
	if m < 0 || m > monthsPerYear*10_000 {
		return 0
	}
	return uint32(m)
}

// profile is the reverse of key.
func (e *Estate) profile(key *profileKey) Profile {
	d, t := &e.devices.values[key[keyDevice]], &e.terms.values[key[keyTerms]]
	text := func(column int) string { return e.texts[column].values[key[column]] }
	return Profile{
		Kind:         d.kind,
		Category:     d.category,
		Variant:      d.variant,
		Manufacturer: d.manufacturer,
		Family:       d.family,
		Model:        d.model,
		Recognition:  d.recognition,
		Measure:      d.measure,
		Status:       t.status,
		Ownership:    t.ownership,
		Condition:    t.condition,
		Hosting:      t.hosting,
		EndOfLife:    t.endOfLife,
		Quality:      t.quality,
		Energy:       t.energy,
		Capacity:     t.capacity,
		Department:   text(keyDepartment),
		Site:         text(keySite),
		Country:      text(keyCountry),
		Service:      text(keyService),
		Application:  text(keyApplication),
		Environment:  text(keyEnvironment),
		Acquired:     Month(key[keyAcquired]), //nolint:gosec // put there by monthNumber
		Retired:      Month(key[keyRetired]),  //nolint:gosec // put there by monthNumber
		Lifetime:     text(keyLifetime),
		Attribution:  text(keyAttribution),
		Config:       text(keyConfig),
		Room:         text(keyRoom),
		item:         key[keyItem],
	}
}

// PeriodMismatchError tells that estates of different periods cannot be added:
// their service was counted for different days.
type PeriodMismatchError struct {
	Have, Got Period
}

func (err *PeriodMismatchError) Error() string {
	return fmt.Sprintf("estates of different periods do not add up: %s and %s; read both inventories for one period", err.Have, err.Got)
}

// Merge adds another estate of the same period, its counts included. The other
// estate stays as it is.
func (e *Estate) Merge(other *Estate) error {
	if e.period != other.period {
		return &PeriodMismatchError{Have: e.period, Got: other.period}
	}
	var translated [keyColumns][]uint32 // nil for columns whose numbers are no interned values
	translated[keyDevice] = e.devices.translate(&other.devices)
	translated[keyTerms] = e.terms.translate(&other.terms)
	for _, column := range textColumns {
		translated[column] = e.texts[column].translate(&other.texts[column])
	}
	for i := range other.table.len {
		key := other.table.key(i)
		for column, ids := range translated {
			if ids != nil {
				key[column] = ids[key[column]]
			}
		}
		a := other.table.amounts(i)
		e.add(e.table.index(&key), &a)
	}
	e.CountRows(other.counts)
	for code, rows := range other.why {
		e.why[code] += rows
	}
	return nil
}

// All yields every profile with its amounts, in no particular order.
func (e *Estate) All() iter.Seq2[Profile, Amounts] {
	return func(yield func(Profile, Amounts) bool) {
		for i := range e.table.len {
			key := e.table.key(i)
			if !yield(e.profile(&key), e.table.amounts(i)) {
				return
			}
		}
	}
}

// Sorted yields every profile with its amounts in the canonical order, see [Profile.Compare].
func (e *Estate) Sorted() iter.Seq2[Profile, Amounts] {
	return func(yield func(Profile, Amounts) bool) {
		for _, i := range e.sortedOrder() {
			key := e.table.key(int(i))
			if !yield(e.profile(&key), e.table.amounts(int(i))) {
				return
			}
		}
	}
}

// sortedOrder returns the places of the profiles in canonical order: a stable
// sort by one column after the other, the least significant first, which for a
// million profiles is a matter of tens of milliseconds.
func (e *Estate) sortedOrder() []uint32 {
	order := make([]uint32, e.table.len)
	for i := range order {
		order[i] = uint32(i)
	}
	spare := make([]uint32, len(order))
	for column := keyColumns - 1; column >= 0; column-- {
		place := e.table.active[column]
		if place < 0 {
			continue // the same in every profile
		}
		ranks, most := e.ranks(column)
		count := make([]uint32, most+2)
		rank := func(i uint32) uint32 {
			v := e.table.row(int(i))[place]
			if ranks == nil {
				return v
			}
			return ranks[v]
		}
		for _, i := range order {
			count[rank(i)+1]++
		}
		for r := range most + 1 {
			count[r+1] += count[r]
		}
		for _, i := range order {
			r := rank(i)
			spare[count[r]] = i
			count[r]++
		}
		order, spare = spare, order
	}
	return order
}

// ranks returns the rank of each number of a column, nil where the number is
// its own rank, and the highest rank.
func (e *Estate) ranks(column int) (ranks []uint32, most uint32) {
	switch column {
	case keyDevice:
		ranks = e.devices.ranks(compareDevices)
	case keyTerms:
		ranks = e.terms.ranks(compareTerms)
	case keyAcquired, keyRetired:
		place := e.table.active[column]
		for i := range e.table.len {
			most = max(most, e.table.row(i)[place])
		}
		return nil, most
	default:
		ranks = e.texts[column].ranks(strings.Compare)
	}
	return ranks, uint32(len(ranks)) //nolint:gosec // one more than the highest rank, at most as many as there are values
}
