package inventory

import "hash/maphash"

// A cellCache remembers what the distinct cells of a column were converted to,
// so that each is converted once however many rows repeat it. A column of a
// million distinct values must not fill the memory: what is remembered is
// bounded by a budget that all caches of a sheet share, and what is beyond it is
// converted anew each time.
//
// It is a hash table of its own because nearly all the time of reading goes
// into looking cells up: it hashes bytes without making a string of them, and
// hands out pointers, so that a hit copies nothing.
type cellCache[V any] struct {
	convert func(text string, typed bool) V
	shared  *cacheShared

	slots   []uint32 // open addressing: index of an entry + 1
	entries []cacheEntry[V]
}

// cacheShared is what the caches of a sheet have in common.
type cacheShared struct {
	budget  int
	decoded func() // told of each distinct cell that was not UTF-8
	seed    maphash.Seed
}

type cacheEntry[V any] struct {
	text  string
	hash  uint32
	typed bool
	value V
}

// cacheBudget bounds what the caches of a sheet remember, in bytes.
const cacheBudget = 32 << 20

// get returns the value of a cell. It is valid until the next get.
func (c *cellCache[V]) get(cell cell) *V {
	if len(c.slots) == 0 {
		c.slots = make([]uint32, 16)
	}
	h := uint32(maphash.Bytes(c.shared.seed, cell.text)) //nolint:gosec // half a hash is enough
	mask := uint32(len(c.slots) - 1)                     //nolint:gosec // the budget ends long before 4 billion entries
	for at := h & mask; ; at = (at + 1) & mask {
		i := c.slots[at]
		if i == 0 {
			return c.miss(cell, h, at)
		}
		if e := &c.entries[i-1]; e.hash == h && e.typed == cell.number && e.text == string(cell.text) {
			return &e.value
		}
	}
}

// miss converts a cell and remembers it, if the budget allows.
func (c *cellCache[V]) miss(cell cell, h, at uint32) *V {
	text, decoded := cleanText(cell.text)
	if decoded {
		c.shared.decoded()
	}
	v := c.convert(text, cell.number)
	const overhead = 256 // of an entry and its slots, roughly
	cost := len(cell.text) + overhead
	if cost > c.shared.budget {
		return &v
	}
	c.shared.budget -= cost
	c.entries = append(c.entries, cacheEntry[V]{string(cell.text), h, cell.number, v})
	c.slots[at] = uint32(len(c.entries)) //nolint:gosec // see mask
	if len(c.entries)*4 > len(c.slots)*3 {
		c.grow()
	}
	return &c.entries[len(c.entries)-1].value
}

func (c *cellCache[V]) grow() {
	slots := make([]uint32, 2*len(c.slots))
	mask := uint32(len(slots) - 1) //nolint:gosec // the budget ends long before 4 billion entries
	for i := range c.entries {
		at := c.entries[i].hash & mask
		for slots[at] != 0 {
			at = (at + 1) & mask
		}
		slots[at] = uint32(i + 1)
	}
	c.slots = slots
}
