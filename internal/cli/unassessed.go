package cli

import (
	"maps"
	"slices"
	"strings"

	"govfootprint/calc"
	"govfootprint/inventory"
)

// status is how a command ends that has worked out a footprint. Rows without
// any figure are as much missing from the result as rows that could not be read.
func (r *assessed) status() error {
	rows, categories := r.unassessed()
	if rows > 0 {
		verb, it := "are", "them"
		if rows == 1 {
			verb, it = "is", "it"
		}
		r.read.voice.streams.Messagef("%s of %s %s in no total: the packs have no figure for %s. A factor pack of your own can have one (govfootprint factors new).",
			count(rows, "row", "rows"), strings.Join(categories, ", "), verb, it)
	}
	return r.read.status(rows > 0)
}

// unassessed counts the rows that are recognised and yet in no total of any
// impact, because no pack has a figure for their category. A row that bears
// nothing in the period, such as a device written off before, is not among them:
// for its category nothing is missing.
func (r *assessed) unassessed() (rows int64, categories []string) {
	gaps := map[string]bool{}
	for _, finding := range r.assessment.Findings() {
		if finding.Severity == calc.Gap && finding.Category != "" {
			gaps[finding.Category] = true
		}
	}
	if len(gaps) == 0 {
		return 0, nil
	}
	found := map[string]bool{}
	for line := range r.assessment.Lines() {
		if line.Values.Len() == 0 && gaps[line.Profile.Category] && line.Profile.Recognition != inventory.Unresolved {
			rows += line.Amounts.Rows
			found[line.Profile.Category] = true
		}
	}
	return rows, slices.Sorted(maps.Keys(found))
}
