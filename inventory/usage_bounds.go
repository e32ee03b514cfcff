package inventory

import (
	"strconv"
	"sync"

	"github.com/shopspring/decimal"
)

// usageBound is how much one row of use can be in its measure.
type usageBound struct{ likely, possible Tally }

// usageBounds returns the bounds by measure; those of money are for any currency.
var usageBounds = sync.OnceValue(func() map[string]usageBound {
	bounds := make(map[string]usageBound)
	for line := range dataLines("usage_bounds.tsv") {
		var parsed [2]Tally
		for i := range parsed {
			d, err := decimal.NewFromString(line[1+i])
			if err != nil {
				defect("usage_bounds.tsv: " + line[0] + ": " + err.Error())
			}
			parsed[i] = DecimalTally(d)
		}
		bounds[line[0]] = usageBound{parsed[0], parsed[1]}
	}
	return bounds
})

// isPossible reports whether the amount of a row can be. One that is more than the
// world uses is rejected: a unit, or a number of something else, went wrong. One
// that is more than a whole government uses counts, and is doubted.
func (u *usageReader) isPossible(r *record, column, measure string, amount Tally) bool {
	bound, known := usageBounds()[measure]
	if !known && isMoneyMeasure(measure) {
		bound, known = usageBounds()["money"]
	}
	switch {
	case !known || amount.Cmp(bound.likely) <= 0:
		return true
	case amount.Cmp(bound.possible) > 0:
		r.reject(CodeUsageAbsurd, column, r.text(column), bound.possible.String(), measure)
		return false
	}
	r.tell(CodeUsageLarge, Warning, column, r.text(column), bound.likely.String(), measure)
	return true
}

// isMoneyMeasure reports whether a measure is money of a year: GBP2025.
func isMoneyMeasure(measure string) bool {
	if len(measure) != len("GBP2025") || !isCurrency(measure[:3]) {
		return false
	}
	_, err := strconv.Atoi(measure[3:])
	return err == nil
}
