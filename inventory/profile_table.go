package inventory

// profileTable holds the profiles of an estate as packed rows of numbers, with
// their amounts beside them. A million profiles take some 60 MB: only columns
// that are in use are stored, sums are plain integers as long as they fit, and
// memory grows by blocks, so that nothing is ever copied as a whole.
type profileTable struct {
	len   int
	slots []uint64 // open addressing: 32 bits of hash, which are also the place, and index + 1

	active [keyColumns]int8 // place of a column in the packed row; -1 while the column is all zero
	stride int
	keys   [][]uint32 // blocks of packed rows

	base     [][]baseAmounts // blocks
	activity [][]int64       // blocks, nil while all zero; in millionths
	rates    [][]rateAmounts // blocks, nil while all zero
	observed [][]observedAmounts
	rest     map[int]Amounts // what does not fit the integers above, to be added to them
}

// blockRows is the number of profiles to a block.
const (
	blockBits = 12
	blockRows = 1 << blockBits
	blockMask = blockRows - 1
	firstRows = 64 // of the first block; blockRows is a power of two times as many
)

// baseAmounts are rows, and units, full service and unit-days in millionths.
type baseAmounts struct{ rows, units, full, days int64 }

// rateAmounts are full service and unit-days times the rate, in millionths.
type rateAmounts struct{ full, days int64 }

type observedAmounts struct{ full, days wide }

func newProfileTable() *profileTable {
	t := &profileTable{slots: make([]uint64, 64), rest: make(map[int]Amounts)}
	for i := range t.active {
		t.active[i] = -1
	}
	return t
}

// index returns the place of a key, adding it if it is new.
func (t *profileTable) index(key *profileKey) int {
	for column, v := range key {
		if v != 0 && t.active[column] < 0 {
			t.widen(column)
		}
	}
	h := key.hash()
	mask := uint64(len(t.slots) - 1)
	tag := h << 32
	for at := h & mask; ; at = (at + 1) & mask {
		slot := t.slots[at]
		if slot == 0 {
			return t.insert(key, tag, at)
		}
		if slot&tagMask != tag {
			continue
		}
		if i := int(slot&^tagMask) - 1; t.holds(i, key) {
			return i
		}
	}
}

// tagMask is the part of a slot that holds the hash.
const tagMask = 0xFFFFFFFF00000000

// holds reports whether the profile at i has that key.
func (t *profileTable) holds(i int, key *profileKey) bool {
	row := t.row(i)
	for column, place := range t.active {
		if place >= 0 && row[place] != key[column] {
			return false
		}
	}
	return true
}

// row returns the packed row of a profile.
func (t *profileTable) row(i int) []uint32 {
	at := (i & blockMask) * t.stride
	return t.keys[i>>blockBits][at : at+t.stride]
}

func (t *profileTable) insert(key *profileKey, tag, at uint64) int {
	i := t.len
	switch {
	case i == 0:
		t.addBlock(firstRows)
	case i&blockMask == 0:
		t.addBlock(blockRows)
	case i == len(t.base[0]):
		t.growFirst()
	}
	t.len++
	row := t.row(i)
	for column, place := range t.active {
		if place >= 0 {
			row[place] = key[column]
		}
	}
	t.slots[at] = tag | uint64(i+1)
	if uint64(t.len)*4 > uint64(len(t.slots))*3 {
		t.grow()
	}
	return i
}

func (t *profileTable) addBlock(rows int) {
	t.keys = append(t.keys, make([]uint32, rows*t.stride))
	t.base = append(t.base, make([]baseAmounts, rows))
}

// growFirst doubles the first block, which is small to begin with: each of
// thousands of files has an estate of its own, mostly of a few profiles.
func (t *profileTable) growFirst() {
	rows := 2 * len(t.base[0])
	keys, base := make([]uint32, rows*t.stride), make([]baseAmounts, rows)
	copy(keys, t.keys[0])
	copy(base, t.base[0])
	t.keys[0], t.base[0] = keys, base
}

// grow doubles the slots. Their hashes are at hand, so that no key is looked at.
func (t *profileTable) grow() {
	slots := make([]uint64, 2*len(t.slots))
	mask := uint64(len(slots) - 1)
	for _, slot := range t.slots {
		if slot == 0 {
			continue
		}
		at := slot >> 32 & mask
		for slots[at] != 0 {
			at = (at + 1) & mask
		}
		slots[at] = slot
	}
	t.slots = slots
}

// key unpacks the key of a profile.
func (t *profileTable) key(i int) profileKey {
	var key profileKey
	row := t.row(i)
	for column, place := range t.active {
		if place >= 0 {
			key[column] = row[place]
		}
	}
	return key
}

// widen makes room for a column that was all zero so far. It happens at most
// once for each column, and nearly always in the first rows.
func (t *profileTable) widen(column int) {
	old := t.stride
	t.stride++
	for b, block := range t.keys {
		wider := make([]uint32, len(t.base[b])*t.stride)
		for i := range min(blockRows, t.len-b*blockRows) {
			copy(wider[i*t.stride:], block[i*old:(i+1)*old])
		}
		t.keys[b] = wider
	}
	t.active[column] = int8(old) //nolint:gosec // there are eleven columns
}

// A contribution is what one row, or one profile of another estate, adds to a
// profile, in the integers of the table. Sums that the integers cannot hold go
// the long way, as Amounts.
type contribution struct {
	base     baseAmounts
	activity int64
	rates    rateAmounts
	observed observedAmounts
}

// add adds a contribution to a profile.
func (t *profileTable) add(i int, c *contribution) {
	b := &t.base[i>>blockBits][i&blockMask]
	base := baseAmounts{b.rows + c.base.rows, b.units + c.base.units, b.full + c.base.full, b.days + c.base.days}
	fits := base.rows >= 0 && base.units >= 0 && base.full >= 0 && base.days >= 0 // else beyond 9 × 10^12
	if c.activity == 0 && c.rates == (rateAmounts{}) && c.observed == (observedAmounts{}) && fits {
		*b = base
		return
	}
	activity, rates, observed := peek(t.activity, i)+c.activity, peek(t.rates, i), peek(t.observed, i)
	rates = rateAmounts{rates.full + c.rates.full, rates.days + c.rates.days}
	full, fullFits := observed.full.add(c.observed.full)
	days, daysFit := observed.days.add(c.observed.days)
	if !fits || activity < 0 || rates.full < 0 || rates.days < 0 || !fullFits || !daysFit {
		t.rest[i] = t.rest[i].Add(c.amounts())
		return
	}
	*b = base
	if activity != 0 {
		*at(&t.activity, i) = activity
	}
	if rates != (rateAmounts{}) {
		*at(&t.rates, i) = rates
	}
	if !full.isZero() || !days.isZero() {
		*at(&t.observed, i) = observedAmounts{full, days}
	}
}

// at returns the element of a profile in a column that is stored only where it is not zero.
func at[T any](blocks *[][]T, i int) *T {
	b := i >> blockBits
	for len(*blocks) <= b {
		*blocks = append(*blocks, nil)
	}
	if (*blocks)[b] == nil {
		(*blocks)[b] = make([]T, blockRows)
	}
	return &(*blocks)[b][i&blockMask]
}

// peek returns the element of a profile in such a column without making room for it.
func peek[T any](blocks [][]T, i int) T {
	var zero T
	if b := i >> blockBits; b < len(blocks) && blocks[b] != nil {
		return blocks[b][i&blockMask]
	}
	return zero
}

// contribution returns what of a profile's amounts fits the integers.
func (t *profileTable) contribution(i int) contribution {
	return contribution{base: t.base[i>>blockBits][i&blockMask], activity: peek(t.activity, i), rates: peek(t.rates, i), observed: peek(t.observed, i)}
}

// amounts returns the amounts of a profile.
func (t *profileTable) amounts(i int) Amounts {
	c := t.contribution(i)
	a := c.amounts()
	if len(t.rest) > 0 {
		if rest, ok := t.rest[i]; ok {
			a = a.Add(rest)
		}
	}
	return a
}

// amounts returns the contribution as exact sums.
func (c *contribution) amounts() Amounts {
	a := Amounts{
		Rows:     c.base.rows,
		Units:    Tally{micro: c.base.units},
		Full:     Tally{micro: c.base.full},
		Days:     Tally{micro: c.base.days},
		Activity: Tally{micro: c.activity},
		RateFull: Tally{micro: c.rates.full},
		RateDays: Tally{micro: c.rates.days},
	}
	if !c.observed.full.isZero() {
		a.ObservedFull = DecimalTally(c.observed.full.decimal())
	}
	if !c.observed.days.isZero() {
		a.ObservedDays = DecimalTally(c.observed.days.decimal())
	}
	return a
}

// contributionFrom returns amounts as integers, if they fit.
func contributionFrom(a *Amounts) (contribution, bool) {
	var c contribution
	for _, part := range []struct {
		tally Tally
		into  *int64
	}{
		{a.Units, &c.base.units},
		{a.Full, &c.base.full},
		{a.Days, &c.base.days},
		{a.Activity, &c.activity},
		{a.RateFull, &c.rates.full},
		{a.RateDays, &c.rates.days},
	} {
		if part.tally.rest != nil || part.tally.micro < 0 {
			return c, false
		}
		*part.into = part.tally.micro
	}
	c.base.rows = a.Rows
	for _, part := range []struct {
		tally Tally
		into  *wide
	}{{a.ObservedFull, &c.observed.full}, {a.ObservedDays, &c.observed.days}} {
		if part.tally.IsZero() {
			continue
		}
		w, fits := wideFromDecimal(part.tally.Decimal())
		if !fits {
			return c, false
		}
		*part.into = w
	}
	return c, a.Rows >= 0
}
