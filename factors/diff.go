package factors

import "github.com/shopspring/decimal"

// ChangeKind says what happened to a pack or a factor.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// Change is one difference between two sets of packs.
type Change struct {
	Kind   ChangeKind
	Pack   string // its name
	ID     string // the factor's; empty where the pack itself changed
	Fields []FieldChange
	Old    *Factor // nil where added, and for packs
	New    *Factor // nil where removed, and for packs
}

// FieldChange is the old and new content of one field.
type FieldChange struct {
	Field, Old, New string
	Ratio           decimal.NullDecimal // new over old, for values
}
