package factors

import (
	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// Factor is one row of a pack: a published value with its unit and its source.
type Factor struct {
	ID       string // unique in its pack
	Subject  string // what it describes; see the package documentation
	Property Property
	Stage    Stage   // empty for parameters
	Covers   []Stage // the further stages that a lumped value includes
	Route    Route   // of end of life; empty for any
	Impact   Impact  // empty for parameters
	Place    string  // ISO 3166, a group such as EU27, or WORLD; empty for anywhere
	Year     int     // 0 for any

	Value        decimal.Decimal
	Low, High    decimal.NullDecimal
	Unit         quantity.Unit
	Distribution Shape

	Source  *Source // nil where the row names none, or one that pack.yaml lacks
	Quality Grade   // 0 where the row states none: it counts as E
	Note    string

	Pack *Pack
	File string
	Line int

	sourceID string // as the row has it, for a source that pack.yaml lacks
}

// sourceText returns the source cell of the factor's row.
func (f *Factor) sourceText() string {
	if f.Source != nil {
		return f.Source.ID
	}
	return f.sourceID
}
