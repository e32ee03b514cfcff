package factors

import (
	"path"
	"sync"
)

// Pack is a published, immutable set of factors.
type Pack struct {
	Name, Version, Title, Description string
	Published                         string // YYYY-MM-DD
	Licence                           string // an SPDX identifier, or the terms in words
	Family                            string // packs of one family exclude each other; empty for none
	Layer                             Layer
	Sources                           []*Source
	Factors                           []*Factor // in the order of files and rows
	Dir                               string    // the folder it was read from

	hash struct {
		once sync.Once
		text string
	}
}

// Ref returns the pack's name and version, as in electricity@2026.1.
func (p *Pack) Ref() string { return p.Name + "@" + p.Version }

// packFileOf returns the pack's own file, to report issues of the pack at.
func packFileOf(p *Pack) string { return path.Join(p.Dir, packFile) }
