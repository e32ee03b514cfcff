package inventory

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// A part is a number of a thing that a profile holds as text, such as
// `cpu_units=2;die_mm2=588`: its key and its place in the struct.
type part struct {
	key   string
	value *decimal.NullDecimal
}

// writeParts returns the parts that are stated, behind what stands before them.
func writeParts(before []string, parts []part) string {
	for _, p := range parts {
		if p.value.Valid {
			before = append(before, p.key+"="+p.value.Decimal.String())
		}
	}
	return strings.Join(before, ";")
}

// readParts reads such a text. word takes a part that is no number, if there is one;
// what and example are for messages.
func readParts(text string, parts []part, what, example string, word func(key, value string) (taken bool, err error)) error {
	if text == "" {
		return nil
	}
	for item := range strings.SplitSeq(text, ";") {
		key, value, ok := strings.Cut(item, "=")
		if !ok {
			return fmt.Errorf("%s %q: %q is not a key=value pair such as %s", what, text, item, example)
		}
		taken, err := word(key, value)
		if err != nil {
			return fmt.Errorf("%s %q: %w", what, text, err)
		}
		if taken {
			continue
		}
		i := slices.IndexFunc(parts, func(p part) bool { return p.key == key })
		if i < 0 {
			return fmt.Errorf("%s %q: unknown part %q; one is %s", what, text, key, example)
		}
		d, err := decimal.NewFromString(value)
		if err != nil || d.IsNegative() {
			return fmt.Errorf("%s %q: %s is %q, want a number of 0 or more", what, text, key, value)
		}
		*parts[i].value = decimal.NewNullDecimal(d)
	}
	return nil
}
