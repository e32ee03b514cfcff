package bill

import (
	"strconv"
	"sync"

	"github.com/shopspring/decimal"
)

type diskTier struct {
	size    decimal.Decimal // GB
	variant string
}

// disks are Azure's managed disks by tier: p10 is an SSD of 128 GiB.
var disks = sync.OnceValue(func() map[string]diskTier {
	gib := decimal.NewFromInt(1 << 30).Shift(-9) // in GB
	m := make(map[string]diskTier)
	for line := range dataLines("disks.tsv", 3) {
		n, err := strconv.ParseInt(line[1], 10, 64)
		if err != nil {
			defect("disks.tsv: " + line[1])
		}
		m[line[0]] = diskTier{gib.Mul(decimal.NewFromInt(n)), line[2]}
	}
	return m
})

// disk returns the tier of disks that a line is for: of the meter "P10 LRS Disk",
// or of the product "Standard SSD Managed Disks - E2 - LRS - Disks - US East".
func (l *Line) disk() (diskTier, bool) {
	for _, text := range []string{l.Meter, l.Product, l.Description, l.SKU} {
		if m := azureDisk.FindStringSubmatch(joined(text)); m != nil {
			tier, ok := disks()[m[1]]
			return tier, ok
		}
	}
	return diskTier{}, false
}
