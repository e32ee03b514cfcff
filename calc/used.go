package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Used is a factor that the result rests on, and the way it was found.
type Used struct {
	Match *factors.Match // with the factor, the rungs and what it shadowed
	Units decimal.Decimal
	Rows  int64
}
