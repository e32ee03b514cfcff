package inventory

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Allocation is what a host is split over its machines by. Shares that all of its
// machines state come first.
type Allocation string

// What hosts can be split by; with none of these, the first
// that at least half of the machines state, else what most do.
const (
	AllocateByVCPU    Allocation = "vcpu"
	AllocateByMemory  Allocation = "memory"
	AllocateByStorage Allocation = "storage"
	AllocateEqually   Allocation = "equal"
)

// Allocations are what hosts can be split by.
func Allocations() []Allocation {
	return []Allocation{AllocateByVCPU, AllocateByMemory, AllocateByStorage, AllocateEqually}
}

// AllocationScale is the number of decimal places of a share of a host: with a
// hundred thousand virtual machines to a host, a share still has seven digits.
const AllocationScale = 12

// allocate splits one host over its virtual machines by weights such as virtual
// processors, and returns their shares and what is left idle:
//
//	share(i) = weight(i) / max(capacity, Σ weight)      idle = 1 − Σ share
//
// A capacity of 0 is one that nobody knows: the machines then bear the whole host.
// So do they where more is promised than there is. Shares are rounded so that
// together they are exactly the part of the host that is allocated, the largest
// remainders up, ties in the order of the machines; so shares and idle always make
// one host, to the last digit. Without any weight the host is split equally.
func allocate(weights []decimal.Decimal, capacity decimal.Decimal) (shares []decimal.Decimal, idle decimal.Decimal) {
	one := decimal.NewFromInt(1)
	if len(weights) == 0 {
		return nil, one
	}
	sum := decimal.Sum(decimal.Zero, weights...)
	if !sum.IsPositive() {
		weights = slices.Repeat([]decimal.Decimal{one}, len(weights))
		sum, capacity = decimal.NewFromInt(int64(len(weights))), decimal.Zero
	}
	whole := decimal.Max(sum, capacity)
	allocated := one
	if sum.LessThan(whole) {
		allocated = divideEven(sum, whole, AllocationScale)
	}
	shares = make([]decimal.Decimal, len(weights))
	order := make([]int, len(weights))
	rest := allocated
	remainders := make([]decimal.Decimal, len(weights))
	for i, weight := range weights {
		shares[i], remainders[i] = weight.Mul(allocated).QuoRem(sum, AllocationScale) //nolint:forbidigo // rounded down; what is lost goes to the largest remainders
		rest = rest.Sub(shares[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return remainders[b].Cmp(remainders[a]) })
	for _, i := range order[:rest.Shift(AllocationScale).IntPart()] {
		shares[i] = shares[i].Add(decimal.New(1, -AllocationScale))
	}
	return shares, one.Sub(allocated)
}
