package factors

import (
	"slices"
	"strings"
)

// completeness is what a category has of what the engine needs.
type completeness struct {
	first                                *Factor
	base, made, lifetime, energy, weight bool
}

// lintCategories finds categories that lack something the engine needs: a
// manufacturing impact, a lifetime, energy, mass. A pack of a higher layer
// completes others, so what it lacks alone is worth a note only.
func lintCategories(packs []*Pack) []Issue {
	categories := map[string]*completeness{}
	var order []string
	for _, p := range packs {
		for _, f := range p.Factors {
			root := subjectRoot(f.Subject)
			if root == RootHardware || !slices.Contains(Categories, root) {
				continue
			}
			if categories[root] == nil {
				categories[root] = &completeness{first: f}
				order = append(order, root)
			}
			c := categories[root]
			c.base = c.base || p.Layer == Base
			if f.Subject == root { // a sub-category does not help a device that only has a category
				c.add(f)
			}
		}
	}
	var issues []Issue
	for _, root := range order {
		c := categories[root]
		lacks := c.lacks()
		if len(lacks) == 0 {
			continue
		}
		issue := about(c.first, colSubject, c.first.Subject, newIssue(CategoryGap, root, strings.Join(lacks, ", ")))
		if !c.base {
			issue.Severity = SeverityNote
		}
		issues = append(issues, issue)
	}
	return issues
}

func (c *completeness) add(f *Factor) {
	p := f.Property
	c.made = c.made || p == PropertyImpact && f.Stage == Manufacturing && f.Impact == GWP
	c.lifetime = c.lifetime || p == PropertyLifetime
	c.energy = c.energy || p == PropertyAnnualEnergy || p == PropertyPowerActive
	c.weight = c.weight || p == PropertyMass
}

func (c *completeness) lacks() []string {
	var lacks []string
	for _, need := range []struct {
		name string
		has  bool
	}{{"a manufacturing impact (gwp)", c.made}, {"a lifetime", c.lifetime}, {"energy", c.energy}, {"mass", c.weight}} {
		if !need.has {
			lacks = append(lacks, need.name)
		}
	}
	return lacks
}
