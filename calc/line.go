package calc

import (
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Line is the footprint of one profile.
type Line struct {
	Profile inventory.Profile
	Amounts inventory.Amounts
	Values  Values // in the view of the method
	Grade   factors.Grade

	// Group names the lines that share every coefficient, for [Where].
	Group string
}
