package wording

import (
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/reports"
)

// Course names a course of a pathway, with its number where there are several scenarios.
func (c *Catalogue) Course(p *reports.Pathway, course int) string {
	switch {
	case course == 0:
		return c.Label("pathway.usual")
	case len(p.Courses) == 2:
		return p.Courses[course].Name
	}
	return c.numbers.Int(int64(course)) + ". " + p.Courses[course].Name
}

// shares are the assumptions whose numbers are shares.
var shares = map[string]bool{"pathway.assume.growth": true, "pathway.assume.decline": true}

// PathwayAssumption says what is taken in the place of what nobody knows.
func (c *Catalogue) PathwayAssumption(a reports.PathwayAssumption) string {
	args := slices.Clone(a.Args)
	if shares[a.Key] {
		for i, arg := range args {
			if share, ok := arg.(decimal.Decimal); ok {
				args[i] = c.numbers.Percent(share)
			}
		}
	}
	return c.Label(a.Key, args...)
}

// GridBasis says how the electricity of a place in a year came about.
func (c *Catalogue) GridBasis(code calc.FindingCode) string {
	if code == "" {
		return c.Label("pathway.grid.published")
	}
	return c.Label("pathway.grid." + string(code))
}
