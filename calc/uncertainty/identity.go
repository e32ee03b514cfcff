package uncertainty

import (
	"crypto/sha256"
	"strconv"

	"govfootprint/calc"
	"govfootprint/factors"
)

// Identity says which unknown a quantity is. Quantities of one identity have one
// draw, in all assessments of a run: a higher quantile of one goes with the same
// quantile of the other. It is what the quantity is of, not who published it or
// when: subject, property, stage, route, impact and place, and what it is counted
// per. So another pack's figure for a laptop's manufacture, the grid of another
// year, or a lifetime of five years instead of four, err with the figure that they
// stand in for, and a difference between scenarios does not hold the same doubt
// twice.
type Identity struct {
	Datum    calc.Datum // of data; lifetimes of the packs too
	Subject  string     // of a factor; of a datum what it is about
	Property factors.Property
	Stage    factors.Stage // the first, of several
	Route    factors.Route
	Impact   factors.Impact
	Place    string
	Per      string // dimension of the unit, which tells a figure per user from one per pound
}

// IdentityOf returns the identity of a quantity.
func IdentityOf(q calc.Quantity) Identity {
	switch f := q.Factor; {
	case f == nil:
		return Identity{Datum: q.Datum, Subject: q.About}
	case f.Property == factors.PropertyLifetime && q.About != "":
		return Identity{Datum: calc.LifetimeDatum, Subject: q.About}
	default:
		return Identity{
			Subject: f.Subject, Property: f.Property, Stage: f.Stage, Route: f.Route, Impact: f.Impact, Place: f.Place,
			Per: f.Unit.Dimension().String(),
		}
	}
}

// stream returns the seed of an identity's draws in one batch.
func (i Identity) stream(seed uint64, batch int) [sha256.Size]byte {
	text := []byte("govfootprint draws 1")
	for _, part := range []string{
		strconv.FormatUint(seed, 10), strconv.Itoa(batch),
		string(i.Datum), i.Subject, string(i.Property), string(i.Stage), string(i.Route), string(i.Impact), i.Place, i.Per,
	} {
		text = append(append(text, 0), part...)
	}
	return sha256.Sum256(text)
}
