package factors

// Source is a publication that factors come from.
type Source struct {
	ID, Title, Publisher, Year, URL string
	Licence                         string // an SPDX identifier, or the terms in words
	Redistribution                  string // what the licence allows
	Note                            string
	Expires                         string // YYYY-MM-DD after which the source should no longer be used; empty for never

	line int // in pack.yaml
}
