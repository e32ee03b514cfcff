package inventory

import "bytes"

// A cellCache remembers what the distinct cells of a column were converted to,
// so that each is converted once however many rows repeat it. A column of a
// million distinct values must not fill the memory: what is remembered is
// bounded by a budget that all caches of a sheet share, and what is beyond it is
// converted anew each time.
type cellCache[V any] struct {
	convert func(text string, typed bool) V
	decoded func() // told when a cell was not UTF-8
	budget  *int

	texts   map[string]V
	numbers map[string]V // of cells that are numbers by type

	last      []byte // the cell before, which sorted inventories repeat
	lastTyped bool
	lastValue V
}

// cacheBudget bounds what the caches of a sheet remember, in bytes.
const cacheBudget = 32 << 20

// get returns the value of a cell.
func (c *cellCache[V]) get(cell cell) V {
	if c.last != nil && cell.number == c.lastTyped && bytes.Equal(cell.text, c.last) {
		return c.lastValue
	}
	m := c.texts
	if cell.number {
		m = c.numbers
	}
	v, ok := m[string(cell.text)]
	if !ok {
		v = c.miss(cell)
	}
	c.last = append(c.last[:0], cell.text...)
	c.lastTyped, c.lastValue = cell.number, v
	return v
}

func (c *cellCache[V]) miss(cell cell) V {
	text, decoded := cleanText(cell.text)
	if decoded && c.decoded != nil {
		c.decoded()
	}
	v := c.convert(text, cell.number)
	const overhead = 96 // of a map's entry and a value, roughly
	cost := len(cell.text) + overhead
	if cost > *c.budget {
		return v
	}
	*c.budget -= cost
	m := &c.texts
	if cell.number {
		m = &c.numbers
	}
	if *m == nil {
		*m = make(map[string]V)
	}
	(*m)[string(cell.text)] = v
	return v
}
