package factors

// Pack is a published, immutable set of factors.
type Pack struct {
	Name, Version, Title, Description string
	Published                         string // YYYY-MM-DD
	Licence                           string // an SPDX identifier, or the terms in words
	Family                            string // packs of one family exclude each other
	Layer                             Layer
	Sources                           []*Source
	Factors                           []*Factor
	Hash                              string // "sha256:…" over the canonical content
	Dir                               string // the folder it was read from
}

// Ref returns the pack's name and version, as in electricity@2026.1.
func (p *Pack) Ref() string { return p.Name + "@" + p.Version }
