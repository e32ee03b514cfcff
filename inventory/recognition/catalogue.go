package recognition

import "sync"

// A catalogue is what recognition knows. There is one; measurements use others
// that know less.
type catalogue struct {
	without func(maker, code string) bool // identifiers that it does not know; nil for none
}

var standard = sync.OnceValue(func() *catalogue { return new(catalogue) })

// Recognise finds out what a row describes. It is a pure function.
func Recognise(t Thing) Result { return standard().recognise(t) }

// WithoutIdentifiers returns a recognition that does not know some of the
// identifiers, given the maker and the code of each: those that were learnt from
// the very data on which it is to be measured.
func WithoutIdentifiers(unknown func(maker, code string) bool) func(Thing) Result {
	c := &catalogue{without: unknown}
	return c.recognise
}
