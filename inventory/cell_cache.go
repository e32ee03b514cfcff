package inventory

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"
)

// A cellCache remembers what the distinct cells of a column were converted to,
// so that each is converted once however many rows repeat it. A column of a
// million distinct values must not fill the memory: what is remembered is
// bounded by a budget that all caches of a sheet share, and what is beyond it is
// converted anew each time.
//
// It is a hash table of its own because nearly all the time of reading goes
// into looking cells up. It hands out pointers, so that a hit copies nothing,
// and takes the bytes of a short cell, as most are, for two numbers: to hash and
// to compare those takes a few instructions.
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
	mix     [2]uint64 // random, so that no file can be made to collide
}

func newCacheShared(decoded func()) cacheShared {
	return cacheShared{budget: cacheBudget, decoded: decoded, seed: maphash.MakeSeed(), mix: [2]uint64{rand.Uint64(), rand.Uint64()}}
}

// cacheBudget bounds what the caches of a sheet remember, in bytes.
const cacheBudget = 32 << 20

type cacheEntry[V any] struct {
	key   cellKey
	long  string // the text, where the key does not hold it
	value V
}

// A cellKey is a cell's text, if it is short; else its hash.
type cellKey struct {
	lo, hi uint64
	size   int32 // of the text, negative for a cell that is a number by type
}

// shortCell is how many bytes a key holds.
const shortCell = 16

// begin makes the cache ready: convert is told the text of a cell, and whether it
// is a number by type.
func (c *cellCache[V]) begin(shared *cacheShared, convert func(text string, typed bool) V) {
	c.shared, c.convert = shared, convert
}

// keyOf returns a cell's key and its hash.
func (s *cacheShared) keyOf(c cell) (cellKey, uint64) {
	n := len(c.text)
	k := cellKey{size: int32(n)} //nolint:gosec // CellBytes bounds it
	if c.number {
		k.size = ^k.size
	}
	if n > shortCell {
		k.lo, k.hi = maphash.Bytes(s.seed, c.text), 1
		return k, k.lo
	}
	if cap(c.text) < shortCell { // cells of a batch have room behind them
		var room [shortCell]byte
		copy(room[:], c.text)
		k.lo, k.hi = binary.LittleEndian.Uint64(room[:8]), binary.LittleEndian.Uint64(room[8:])
	} else {
		room := c.text[:shortCell]
		k.lo, k.hi = binary.LittleEndian.Uint64(room[:8]), binary.LittleEndian.Uint64(room[8:])
		if n < 8 {
			k.lo &= 1<<(8*n) - 1
			k.hi = 0
		} else {
			k.hi &= 1<<(8*n-64) - 1
		}
	}
	hash := s.hashOf(&k)
	return k, hash
}

// get returns the value of a cell. It is valid until the next get.
func (c *cellCache[V]) get(cell cell) *V {
	if len(c.slots) == 0 {
		c.slots = make([]uint32, 16)
	}
	key, hash := c.shared.keyOf(cell)
	mask := uint64(len(c.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		i := c.slots[at]
		if i == 0 {
			return c.miss(cell, key, at)
		}
		if e := &c.entries[i-1]; e.key == key && (len(cell.text) <= shortCell || e.long == string(cell.text)) {
			return &e.value
		}
	}
}

// miss converts a cell and remembers it, if the budget allows.
func (c *cellCache[V]) miss(cell cell, key cellKey, at uint64) *V {
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
	e := cacheEntry[V]{key: key, value: v}
	if len(cell.text) > shortCell {
		e.long = string(cell.text)
	}
	c.entries = append(c.entries, e)
	c.slots[at] = uint32(len(c.entries)) //nolint:gosec // the budget ends long before 4 billion entries
	if len(c.entries)*4 > len(c.slots)*3 {
		c.grow()
	}
	return &c.entries[len(c.entries)-1].value
}

// grow doubles the slots.
func (c *cellCache[V]) grow() {
	slots := make([]uint32, 2*len(c.slots))
	mask := uint64(len(slots) - 1)
	for i := range c.entries {
		k := &c.entries[i].key
		at := c.shared.hashOf(k) & mask
		for slots[at] != 0 {
			at = (at + 1) & mask
		}
		slots[at] = uint32(i + 1)
	}
	c.slots = slots
}

// hashOf returns the hash of a key that was made before.
func (s *cacheShared) hashOf(k *cellKey) uint64 {
	if size := max(k.size, ^k.size); size > shortCell {
		return k.lo
	}
	hi, lo := bits.Mul64(k.lo^s.mix[0], k.hi^s.mix[1]^uint64(k.size))
	return hi ^ lo
}
