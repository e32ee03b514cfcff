package inventory

import (
	"strings"

	"github.com/shopspring/decimal"
)

// furtherLives begins a lifetime of which the row states only the years of a
// first life elsewhere or of reuse after: they add to those that policy or
// packs say.
const furtherLives = "default+"

// FurtherLifetime returns the years that [Profile.Lifetime] adds to those that
// policy or packs say; false where it states a lifetime of its own, or none.
func FurtherLifetime(lifetime string) (years decimal.Decimal, ok bool) {
	text, ok := strings.CutPrefix(lifetime, furtherLives)
	if !ok {
		return decimal.Zero, false
	}
	years, err := decimal.NewFromString(text)
	return years, err == nil && years.IsPositive()
}

// lifetimeID returns the number of the expected years in use: those of a first
// life elsewhere, with the department, and of reuse after, together.
func (c *converter) lifetimeID() uint32 {
	var parts [3]Tally
	own, stated := c.number(fieldLifetime, &c.lifetimes[0])
	parts[0] = own
	parts[1], _ = c.number(fieldLifetimeBefore, &c.lifetimes[1])
	parts[2], _ = c.number(fieldLifetimeAfter, &c.lifetimes[2])
	if !stated && parts[1].Sign() == 0 && parts[2].Sign() == 0 {
		return 0
	}
	byValue := parts[0].rest == nil && parts[1].rest == nil && parts[2].rest == nil
	if id, ok := c.lifetimeIDs[parts]; ok && byValue { // a stated lifetime is more than 0
		return id
	}
	text := parts[0].Add(parts[1]).Add(parts[2]).String()
	if !stated {
		text = furtherLives + text
	}
	id := c.estate.texts[keyLifetime].id(text)
	c.report.countText(len(text))
	if byValue && len(c.lifetimeIDs) < maxMemo {
		c.lifetimeIDs[parts] = id
	}
	return id
}
