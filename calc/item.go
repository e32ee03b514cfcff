package calc

import (
	"iter"

	"govfootprint/inventory"
)

// Item is the footprint of what a row of the inventory adds to a line: the row's own
// amounts times the coefficients of the line. The items of a line add up to it, to
// the last digit, because both are the same products.
type Item struct {
	inventory.Item

	Group    string // of its line
	Category string // likewise
	Values   Values // in the view of the method
}

// Items yields the footprint of each item of the estate that was assessed.
func (a *Assessment) Items(items *inventory.Items) iter.Seq[Item] {
	type ofLine struct {
		group    int
		category string
		assessed bool
	}
	return func(yield func(Item) bool) {
		lines := make([]ofLine, 0, a.estate.Len())
		for profile := range a.estate.Sorted() {
			group, ok := a.groupOf(&profile)
			lines = append(lines, ofLine{group, joinVariant(profile.Category, profile.Variant), ok})
		}
		books := a.newLedger()
		seen := a.engine.method.View.mask()
		for item := range items.All() {
			line := lines[item.Line-1]
			if !line.assessed {
				continue // added to the estate after it was assessed
			}
			books.reset()
			books.add(a.plans[line.group], item.Amounts, seen)
			if !yield(Item{Item: item, Group: groupName(line.group), Category: line.category, Values: books.values()}) {
				return
			}
		}
	}
}
