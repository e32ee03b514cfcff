package calc

import "github.com/shopspring/decimal"

// Coverage says for how much of the estate an impact could be computed.
type Coverage struct {
	// Units and Rows are those that the impact applies to.
	Units decimal.Decimal
	Rows  int64

	// UnitsCovered and RowsCovered are those with a figure for every stage that
	// the impact applies to.
	UnitsCovered decimal.Decimal
	RowsCovered  int64

	// UnitsPartly are units of which some, but not all, is in the total.
	UnitsPartly decimal.Decimal

	// Share is UnitsCovered over Units, 1 where there are no units.
	Share decimal.Decimal
}
