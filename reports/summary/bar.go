package summary

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports"
)

// eighths are the blocks from one eighth of a column to seven.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// bar draws a value against the largest, in a number of columns, to an eighth
// of a column; what is more than nothing shows as something.
func (p *printer) bar(value, largest decimal.Decimal, columns int) string {
	if !value.IsPositive() || !largest.IsPositive() {
		return strings.Repeat(" ", columns)
	}
	share := min(reports.Share(value, largest).InexactFloat64(), 1)
	if p.options.ASCII {
		full := max(1, int(share*float64(columns)+0.5))
		return strings.Repeat("#", full) + strings.Repeat(" ", columns-full)
	}
	parts := max(1, int(share*float64(columns)*8+0.5))
	drawn := strings.Repeat("█", parts/8) + eighths[parts%8]
	return drawn + strings.Repeat(" ", columns-(parts+7)/8)
}
