package replacement

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Newer is an assumption: by how much less electricity newer devices use. The zero
// Newer is a device that uses as much as the one that it replaces.
type Newer struct {
	Less   decimal.Decimal // share of 1
	Yearly bool            // for each year between the making of the two; else altogether
}

// Assumptions are what is assumed of newer devices, by category; that of the empty
// category of all others.
type Assumptions map[string]Newer

// Of returns what is assumed of a category.
func (a Assumptions) Of(category string) Newer {
	if n, ok := a[category]; ok {
		return n
	}
	return a[""]
}

// longestNumber is how many characters a percentage may have.
const longestNumber = 20

// ParseNewer reads an assumption: -20%, -5%/year, monitor=-5%/year. It returns the
// category, empty for all, and false for anything else.
func ParseNewer(text string) (category string, n Newer, ok bool) {
	if before, rest, found := strings.Cut(text, "="); found {
		if category, text = strings.TrimSpace(before), rest; category == "" {
			return "", n, false
		}
	}
	number, yearly := strings.CutSuffix(strings.TrimSpace(text), "/year")
	number, percent := strings.CutSuffix(strings.TrimSpace(number), "%")
	number, minus := strings.CutPrefix(strings.Replace(strings.TrimSpace(number), "−", "-", 1), "-")
	if !percent || !minus || len(number) > longestNumber || strings.ContainsAny(number, "eE+-") {
		return "", n, false
	}
	d, err := decimal.NewFromString(number)
	if err != nil || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(100)) {
		return "", n, false
	}
	return category, Newer{Less: d.Shift(-2), Yearly: yearly}, true
}
