package inventory

// ParsePlace returns the ISO 3166 code of a country or of one of its
// subdivisions, from what a row may hold: GB, UK, United Kingdom, CA-ON, Ontario.
// It is what settings and other programs should read a place with, so that the
// same word means the same place everywhere.
func ParsePlace(text string) (code string, ok bool) { return parseCountry(text) }
