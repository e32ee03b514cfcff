package factors

import (
	"io/fs"
	"iter"

	"govfootprint/quantity"
)

func (i Impact) Unit() quantity.Unit                           { return quantity.Unit{} }
func LoadPack(fsys fs.FS, dir string) (*Pack, error)           { return nil, nil }
func Embedded() fs.FS                                          { return nil }
func EmbeddedPacks() ([]*Pack, error)                          { return nil, nil }
func Default() ([]*Pack, error)                                { return nil, nil }
func Select(available []*Pack, refs []string) ([]*Pack, error) { return nil, nil }

type Library struct{}

func NewLibrary(packs ...*Pack) (*Library, error)                              { return nil, nil }
func (l *Library) Packs() []*Pack                                              { return nil }
func (l *Library) Factors() iter.Seq[*Factor]                                  { return nil }
func (l *Library) With(packs ...*Pack) (*Library, error)                       { return nil, nil }
func (l *Library) Impacts() []Impact                                           { return nil }
func (l *Library) ImpactUnit(i Impact) (quantity.Unit, bool)                   { return quantity.Unit{}, false }
func (l *Library) Find(q Query) (Match, bool)                                  { return Match{}, false }
func PlacesFor(place string) []string                                          { return nil }
func DeviceRungs(category, variant, manufacturer, family, model string) []Rung { return nil }

type LintOptions struct{ Today string }

func Lint(packs []*Pack, opt LintOptions) []Issue    { return nil }
func Diff(a, b []*Pack) []Change                     { return nil }
func Scaffold(dir string) (map[string][]byte, error) { return nil, nil }
