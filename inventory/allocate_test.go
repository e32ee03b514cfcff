package inventory

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func decimals(texts ...string) []decimal.Decimal {
	var list []decimal.Decimal
	for _, text := range texts {
		list = append(list, decimal.RequireFromString(text))
	}
	return list
}

// A host of 32 processors with machines of 8, 8 and 4: 0.25, 0.25, 0.125, and
// 0.375 idle. Promised 64 of 32: 8/64. A third each leaves 10^-12 for the first.
func TestAllocate(t *testing.T) {
	for _, c := range []struct {
		name, capacity string
		weights        []string
		shares         []string
		idle           string
	}{
		{"by capacity", "32", []string{"8", "8", "4"}, []string{"0.25", "0.25", "0.125"}, "0.375"},
		{"promised twice", "32", []string{"8", "56"}, []string{"0.125", "0.875"}, "0"},
		{"capacity unknown", "0", []string{"1", "3"}, []string{"0.25", "0.75"}, "0"},
		{"without weights", "32", []string{"0", "0"}, []string{"0.5", "0.5"}, "0"},
		{"thirds", "3", []string{"1", "1", "1"}, []string{"0.333333333334", "0.333333333333", "0.333333333333"}, "0"},
		{"no machines", "32", nil, nil, "1"},
	} {
		shares, idle := allocate(decimals(c.weights...), decimal.RequireFromString(c.capacity))
		if !idle.Equal(decimal.RequireFromString(c.idle)) || len(shares) != len(c.shares) {
			t.Errorf("%s: %s, idle %s", c.name, shares, idle)
			continue
		}
		for i, want := range decimals(c.shares...) {
			if !shares[i].Equal(want) {
				t.Errorf("%s: share %d is %s, want %s", c.name, i, shares[i], want)
			}
		}
	}
}

// Whatever the machines, they and what is idle make one host; none bears less
// than nothing; and taking a machine away takes nothing from the host.
func TestSharesMakeOneHost(t *testing.T) {
	check := func(t rapid.TB, weights []decimal.Decimal, capacity decimal.Decimal) {
		shares, idle := allocate(weights, capacity)
		if sum := decimal.Sum(idle, shares...); !sum.Equal(decimal.NewFromInt(1)) {
			t.Fatalf("%d machines on %s: sum %s", len(weights), capacity, sum)
		}
		for _, share := range append(shares, idle) {
			if share.IsNegative() {
				t.Fatalf("a share of %s", share)
			}
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		weights := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) decimal.Decimal {
			return decimal.New(rapid.Int64Range(0, 1_000_000).Draw(rt, "weight"), -3)
		}), 0, 60).Draw(rt, "weights")
		capacity := decimal.New(rapid.Int64Range(0, 10_000_000).Draw(rt, "capacity"), -3)
		check(rt, weights, capacity)
		if len(weights) > 0 {
			check(rt, weights[1:], capacity)
		}
	})
	many := make([]decimal.Decimal, 20_000)
	for i := range many {
		many[i] = decimal.NewFromInt(int64(1 + i%7))
	}
	check(t, many, decimal.NewFromInt(90_000))
}
