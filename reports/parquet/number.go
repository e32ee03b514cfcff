package parquet

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"govfootprint/reports/figure"
)

// places is how many decimal places a number has in a file.
const places = 18

// number is a decimal as Parquet holds it: a whole number of 10⁻¹⁸, in sixteen
// bytes, two's complement, the highest first.
type number [16]byte

// most is the largest whole number of thirty-eight digits, which every reader of
// decimals can hold.
var most = new(big.Int).Sub(new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil), big.NewInt(1))

// toNumber rounds a decimal to what a file holds, half to even. The error says
// that it is too large: of twenty digits before the point or more.
func toNumber(d decimal.Decimal) (number, error) {
	var n number
	whole := figure.Round(d, places).Shift(places).BigInt()
	if whole.CmpAbs(most) > 0 {
		return n, fmt.Errorf("the number %s has more than twenty digits before its point, which a Parquet file cannot hold; write .csv or .json", d)
	}
	if whole.Sign() < 0 {
		whole.Add(whole, new(big.Int).Lsh(big.NewInt(1), 128)) // 2¹²⁸ − |whole|
	}
	whole.FillBytes(n[:])
	return n, nil
}
