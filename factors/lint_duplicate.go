package factors

import "strconv"

// lintDuplicates finds rows of one pack between which nothing decides but their order.
func lintDuplicates(p *Pack) []Issue {
	type identity struct {
		series
		year int
	}
	var issues []Issue
	first := map[identity]*Factor{}
	for _, f := range p.Factors {
		s := seriesOf(f)
		s.covers = "" // a lumped and a plain value are filed under the same stage
		id := identity{s, f.Year}
		if earlier, ok := first[id]; ok {
			issues = append(issues, about(f, colID, f.ID, newIssue(DuplicateFactor, earlier.ID, earlier.File+":"+strconv.Itoa(earlier.Line))))
			continue
		}
		first[id] = f
	}
	return issues
}
