package inventory

import "bytes"

// Apple's model identifiers hold a comma: MacBookPro17,1. A program that puts no
// quotation marks around them makes two cells of one, and everything behind them
// stands a column too far to the right. Nothing else ends in a family's name and
// number, with one or two digits alone in the cell behind.

// appleFamilies begin the identifiers of what has a comma in them.
var appleFamilies = [][]byte{
	[]byte("AppleTV"), []byte("AudioAccessory"), []byte("MacBookAir"), []byte("MacBookPro"), []byte("MacBook"), []byte("Macmini"), []byte("MacPro"), []byte("Mac"),
	[]byte("RealityDevice"), []byte("VirtualMac"), []byte("Watch"), []byte("Xserve"),
	[]byte("iMacPro"), []byte("iMac"), []byte("iPad"), []byte("iPhone"), []byte("iPod"),
}

// joinIdentifiers puts the two halves of such identifiers together, in a row
// with more filled cells than there are headers, and reports whether that makes the
// row fit.
func joinIdentifiers(r *row, width int) bool {
	var halves []int
	for i := range len(r.cells) - 1 {
		if isIdentifierHead(r.cells[i].text) && isIdentifierTail(r.cells[i+1].text) {
			halves = append(halves, i)
		}
	}
	surplus := len(r.cells) - width
	for surplus > 0 && len(r.cells[width+surplus-1].text) == 0 { // a comma at the end of each line
		surplus--
	}
	if len(halves) == 0 || len(halves) != surplus {
		return false
	}
	joined := make([]cell, 0, len(r.cells))
	for i := 0; i < len(r.cells); i++ {
		c := r.cells[i]
		if len(halves) > 0 && halves[0] == i {
			c.text = bytes.Join([][]byte{c.text, r.cells[i+1].text}, []byte(","))
			halves = halves[1:]
			i++
		}
		joined = append(joined, c)
	}
	r.cells = joined
	return true
}

// isIdentifierHead accepts MacBookPro17.
func isIdentifierHead(text []byte) bool {
	for _, family := range appleFamilies {
		if number, ok := bytes.CutPrefix(text, family); ok && isFewDigits(number) {
			return true
		}
	}
	return false
}

// isIdentifierTail accepts the 1 of MacBookPro17,1.
func isIdentifierTail(text []byte) bool { return isFewDigits(text) && text[0] != '0' }

func isFewDigits(text []byte) bool {
	if len(text) == 0 || len(text) > 2 {
		return false
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
