package inventory_test

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// Projecting in two steps, or on what the estate states at all, is projecting
// once; and no projection changes the sum of the amounts.
func TestProjectionsCompose(t *testing.T) {
	const all = inventory.ConfigAttribute<<1 - 1
	rapid.Check(t, func(rt *rapid.T) {
		estate := read(t, propertyOptions, memorySource("a.csv", csvOf(drawTable(rt)))).Estate
		wide := inventory.Attributes(rapid.Uint16Range(0, uint16(all)).Draw(rt, "wide"))
		narrow := wide & inventory.Attributes(rapid.Uint16().Draw(rt, "of them"))
		once := profileTexts(estate.Project(narrow).All())
		if twice := profileTexts(estate.Project(wide).Project(narrow).All()); !slices.Equal(once, twice) {
			rt.Fatalf("in two steps:\n%q\nin one:\n%q", twice, once)
		}
		if stated := profileTexts(estate.Project(narrow & estate.Stated()).All()); !slices.Equal(once, stated) {
			rt.Fatalf("on what is stated:\n%q\non all:\n%q", stated, once)
		}
		if got, want := sumText(estate.Project(narrow).All()), sumText(estate.All()); got != want {
			rt.Fatalf("sum %s, want %s", got, want)
		}
	})
}

func profileTexts(profiles iter.Seq2[inventory.Profile, inventory.Amounts]) []string {
	texts := make(map[string]bool)
	for p, a := range profiles {
		texts[fmt.Sprintf("%+v %s", p, amountsText(a))] = true
	}
	return slices.Sorted(maps.Keys(texts))
}

func sumText(profiles iter.Seq2[inventory.Profile, inventory.Amounts]) string {
	var sum inventory.Amounts
	for _, a := range profiles {
		sum = sum.Add(a)
	}
	return amountsText(sum)
}
