package quantity

// Unit is a unit of measurement. Units are comparable: two that print the same
// are equal with ==. The zero Unit is 1, the unit of a plain number.
type Unit struct {
	text  string // canonical; empty for 1
	dim   Dimension
	scale scale
}
