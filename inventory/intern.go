package inventory

import "slices"

// interner numbers distinct values in the order of their arrival, so that a
// profile is a handful of small integers. Number 0 is the zero value: what an
// inventory does not state.
type interner[T comparable] struct {
	ids    map[T]uint32
	values []T
}

func newInterner[T comparable]() interner[T] {
	var zero T
	return interner[T]{ids: map[T]uint32{zero: 0}, values: []T{zero}}
}

// id returns the number of a value, giving it the next one if it is new.
func (in *interner[T]) id(v T) uint32 {
	if id, ok := in.ids[v]; ok {
		return id
	}
	id := uint32(len(in.values)) //nolint:gosec // memory ends long before 4 billion values
	in.ids[v] = id
	in.values = append(in.values, v)
	return id
}

// translate numbers the values of another interner in this one: the result
// maps the other's numbers to this one's.
func (in *interner[T]) translate(other *interner[T]) []uint32 {
	ids := make([]uint32, len(other.values))
	for i, v := range other.values {
		ids[i] = in.id(v)
	}
	return ids
}

// ranks returns, for each number, the place of its value in the order of compare.
func (in *interner[T]) ranks(compare func(a, b T) int) []uint32 {
	order := make([]uint32, len(in.values))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return compare(in.values[a], in.values[b]) })
	ranks := make([]uint32, len(order))
	for rank, id := range order {
		ranks[id] = uint32(rank)
	}
	return ranks
}
