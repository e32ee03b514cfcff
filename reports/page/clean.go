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
func clean(s string) string {
	s = fold.Visible(s)
	if len(s) <= longestText || uniseg.StringWidth(s) <= longestText {
		return s
	}
	columns, cut := 0, 0
	for graphemes := uniseg.NewGraphemes(s); graphemes.Next(); {
		if columns += graphemes.Width(); columns >= longestText {
			break
		}
		_, cut = graphemes.Positions()
	}
	return strings.TrimRight(s[:cut], " ") + "…"
}
