package inventory

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Room is what an inventory states about a data centre or server room itself.
// What it does not state is not valid; the packs decide then.
//
// Profile.Room holds it as text: the parts that are stated, in alphabetical
// order, such as `pue=1.4;wue=0.3`.
type Room struct {
	PUE decimal.NullDecimal // power usage effectiveness (ISO/IEC 30134-2), 1 or more
	WUE decimal.NullDecimal // water usage effectiveness (ISO/IEC 30134-9), L for each kWh of the IT
}

// roomParts returns the parts of a room in alphabetical order of their keys.
func roomParts(r *Room) []part { return []part{{"pue", &r.PUE}, {"wue", &r.WUE}} }

// String returns the room as Profile.Room holds it.
func (r Room) String() string { return writeParts(nil, roomParts(&r)) }

// ParseRoom reads the text of a Profile.Room; the empty text is a room of which
// nothing is stated.
func ParseRoom(text string) (Room, error) {
	var r Room
	if err := readParts(text, roomParts(&r), "data centre", "pue=1.4", func(string, string) (bool, error) { return false, nil }); err != nil {
		return Room{}, err
	}
	if r.PUE.Valid && r.PUE.Decimal.LessThan(decimal.NewFromInt(1)) {
		return Room{}, fmt.Errorf("data centre %q: pue is %q, want a number of 1 or more", text, r.PUE.Decimal)
	}
	return r, nil
}
