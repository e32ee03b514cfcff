package cli

import "govfootprint/inventory"

// missed is what the totals lack although it should be in them.
type missed struct {
	files        int64 // files that were refused
	rejected     int64 // rows that could not be used, here or when an estate was made
	inherited    int64 // of those, the ones that estates came with
	unrecognised int64 // rows of which nobody can tell what they are
}

// missedIn counts what is missing. The numbers are the estate's, so that they
// are the same whether its rows were read here or elsewhere.
func missedIn(result *inventory.Result) missed {
	m := missed{rejected: result.Estate.Counts().Rejected, unrecognised: result.Estate.Unrecognised()}
	for _, file := range result.Files {
		if file.Refused {
			m.files++
		}
	}
	m.inherited = m.rejected
	for _, rows := range result.Estate.Rejections() { // those read here
		m.inherited -= rows
	}
	return m
}
