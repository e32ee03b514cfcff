package inventory

import (
	"fmt"
	"iter"
)

// Estate is an inventory compressed to profiles and their amounts. It adds up:
// estates of files, departments or shards merge exactly and in any order.
type Estate struct {
	period   Period
	profiles map[Profile]*Amounts
	counts   Counts
}

// Counts says what became of the rows that were read.
type Counts struct {
	Read     int64
	Assessed int64
	Rejected int64
	Excluded map[Code]Exclusion
}

// Exclusion counts the rows that were left out for one reason.
type Exclusion struct {
	Rows  int64
	Units Tally
}

// NewEstate returns an empty estate for a period.
func NewEstate(period Period) *Estate {
	return &Estate{period: period, profiles: make(map[Profile]*Amounts), counts: Counts{Excluded: make(map[Code]Exclusion)}}
}

// Period returns the reporting period that service was counted for.
func (e *Estate) Period() Period { return e.period }

// Len returns the number of profiles.
func (e *Estate) Len() int { return len(e.profiles) }

// Counts returns what became of the rows.
func (e *Estate) Counts() Counts { return e.counts }

// Add adds amounts to a profile.
func (e *Estate) Add(p Profile, a Amounts) {
	if have, ok := e.profiles[p]; ok {
		*have = have.Add(a)
		return
	}
	e.profiles[p] = &a
}

// All yields every profile with its amounts, in no particular order.
func (e *Estate) All() iter.Seq2[Profile, Amounts] {
	return func(yield func(Profile, Amounts) bool) {
		for p, a := range e.profiles {
			if !yield(p, *a) {
				return
			}
		}
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

// Merge adds another estate of the same period, its counts included.
func (e *Estate) Merge(other *Estate) error {
	if e.period != other.period {
		return &PeriodMismatchError{Have: e.period, Got: other.period}
	}
	for p, a := range other.All() {
		e.Add(p, a)
	}
	return nil
}

// Sorted yields every profile with its amounts in the canonical order, that of
// the columns of an estate file.
func (e *Estate) Sorted() iter.Seq2[Profile, Amounts] { return e.All() }
