package factors

import (
	"slices"
	"strings"
)

// lintCategories finds categories that lack something the engine needs: a
// manufacturing impact, a lifetime, energy, mass. A pack of a higher layer
// completes others, so what it lacks alone is worth a note only.
func lintCategories(packs []*Pack) []Issue {
	type state struct {
		first                                *Factor
		base, made, lifetime, energy, weight bool
	}
	states := map[string]*state{}
	var order []string
	for _, p := range packs {
		for _, f := range p.Factors {
			root := subjectRoot(f.Subject)
			if root == RootHardware || !slices.Contains(Categories, root) {
				continue
			}
			s := states[root]
			if s == nil {
				s = &state{first: f}
				states[root] = s
				order = append(order, root)
			}
			if p.Layer == Base {
				s.base = true
			}
			if f.Subject != root {
				continue // a sub-category does not help a device that only has a category
			}
			switch f.Property {
			case PropertyImpact:
				s.made = s.made || f.Stage == Manufacturing && f.Impact == GWP
			case PropertyLifetime:
				s.lifetime = true
			case PropertyAnnualEnergy, PropertyPowerActive:
				s.energy = true
			case PropertyMass:
				s.weight = true
			}
		}
	}
	var issues []Issue
	for _, root := range order {
		s := states[root]
		var lacks []string
		for _, need := range []struct {
			name string
			has  bool
		}{{"a manufacturing impact (gwp)", s.made}, {"a lifetime", s.lifetime}, {"energy", s.energy}, {"mass", s.weight}} {
			if !need.has {
				lacks = append(lacks, need.name)
			}
		}
		if len(lacks) == 0 {
			continue
		}
		issue := about(s.first, colSubject, s.first.Subject, newIssue(CategoryGap, root, strings.Join(lacks, ", ")))
		if !s.base {
			issue.Severity = SeverityNote
		}
		issues = append(issues, issue)
	}
	return issues
}
