package factors

import (
	"strconv"

	"govfootprint/quantity"
)

// lintDuplicates finds rows of one pack between which nothing decides but their
// order. Activities are looked for by what they are counted in, and price levels by
// both moneys, so among these the unit decides, too.
func lintDuplicates(p *Pack) []Issue {
	type identity struct {
		series
		year      int
		dimension quantity.Dimension
	}
	var issues []Issue
	first := map[identity]*Factor{}
	for _, f := range p.Factors {
		s := seriesOf(f)
		s.covers = "" // a lumped and a plain value are filed under the same stage
		id := identity{series: s, year: f.Year}
		if IsActivity(f.Subject) || f.Property == PropertyPriceLevel {
			id.dimension = f.Unit.Dimension()
		}
		if earlier, ok := first[id]; ok {
			issues = append(issues, about(f, colID, f.ID, newIssue(DuplicateFactor, earlier.ID, earlier.File+":"+strconv.Itoa(earlier.Line))))
			continue
		}
		first[id] = f
	}
	return issues
}
