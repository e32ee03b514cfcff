package cli

import (
	"cmp"
	"slices"

	"govfootprint/inventory"
)

// severities in the order in which a person should read them.
var severities = []inventory.Severity{inventory.Rejected, inventory.Warning, inventory.Excluded, inventory.Note}

// sortKinds puts what takes rows out of the totals first.
func sortKinds(kinds []*kind) {
	slices.SortStableFunc(kinds, func(a, b *kind) int {
		return cmp.Or(
			cmp.Compare(slices.Index(severities, a.severity), slices.Index(severities, b.severity)),
			cmp.Compare(b.count, a.count),
			cmp.Compare(a.code, b.code),
		)
	})
}
