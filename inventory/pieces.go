package inventory

import (
	"regexp"
	"strconv"
)

// bracketedPieces are numbers of pieces as registers put them behind a
// description: (30 no.), (x30), (30 pcs), (30).
var bracketedPieces = regexp.MustCompile(`(?i)[(\[]\s*(?:x|qty|qté)?\s*:?\s*([1-9][0-9]{0,3})\s*(?:no|nos|nr|off|units?|unités?|pcs|pieces|pièces|ea|each|x)?\.?\s*[)\]]`)

// piecesIn returns the number of pieces that a text names in brackets, 0 for none.
// A year in brackets is none.
func piecesIn(text string) int64 {
	m := bracketedPieces.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil || n >= earliestYear && n < latestYear {
		return 0
	}
	return n
}
