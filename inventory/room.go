package inventory

import (
	"fmt"
	"slices"
	"strings"

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
func roomParts(r *Room) []configurationPart {
	return []configurationPart{{"pue", &r.PUE}, {"wue", &r.WUE}}
}

// String returns the room as Profile.Room holds it.
func (r Room) String() string {
	var parts []string
	for _, p := range roomParts(&r) {
		if p.value.Valid {
			parts = append(parts, p.key+"="+p.value.Decimal.String())
		}
	}
	return strings.Join(parts, ";")
}

// ParseRoom reads the text of a Profile.Room; the empty text is a room of which
// nothing is stated.
func ParseRoom(text string) (Room, error) {
	var r Room
	if text == "" {
		return r, nil
	}
	parts := roomParts(&r)
	for item := range strings.SplitSeq(text, ";") {
		key, value, _ := strings.Cut(item, "=")
		i := slices.IndexFunc(parts, func(p configurationPart) bool { return p.key == key })
		if i < 0 {
			return Room{}, fmt.Errorf("data centre %q: unknown part %q; want pue=1.4 or wue=0.3", text, key)
		}
		d, err := decimal.NewFromString(value)
		if err != nil || d.IsNegative() || key == "pue" && d.LessThan(decimal.NewFromInt(1)) {
			return Room{}, fmt.Errorf("data centre %q: %s is %q, want a number: a pue of 1 or more, a wue of 0 or more", text, key, value)
		}
		*parts[i].value = decimal.NewNullDecimal(d)
	}
	return r, nil
}
