package page

import (
	"strings"

	"github.com/rivo/uniseg"

	"govfootprint/inventory/fold"
)

// longestText is how many columns of letters of one text from outside the page shows.
const longestText = 300

// clean makes a text from an inventory or a pack fit for the page: without what
// cannot be seen or changes the direction of writing, and no longer than can be
// read. Escaping is the layout's.
func clean(s string) string { return cleanTo(longestText, s) }

// longestProse is how many columns of letters of a text that is there to be read, such
// as an aim or a reason, the page shows.
const longestProse = 900

// prose is clean for such a text.
func prose(s string) string { return cleanTo(longestProse, s) }

func cleanTo(longest int, s string) string {
	s = fold.Visible(s)
	if len(s) <= longest || uniseg.StringWidth(s) <= longest {
		return s
	}
	columns, cut := 0, 0
	for graphemes := uniseg.NewGraphemes(s); graphemes.Next(); {
		if columns += graphemes.Width(); columns >= longest {
			break
		}
		_, cut = graphemes.Positions()
	}
	return strings.TrimRight(s[:cut], " ") + "…"
}
