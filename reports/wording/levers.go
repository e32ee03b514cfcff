package wording

import (
	"errors"

	"github.com/shopspring/decimal"

	"govfootprint/calc/lever"
	"govfootprint/calc/replacement"
	"govfootprint/calc/scenario"
	"govfootprint/reports"
)

// LeverFile writes the scenario that says the same as a lever.
func (c *Catalogue) LeverFile(l *lever.Lever) string {
	return l.Text(lever.Words{Name: c.Name("lever", string(l.Key)), Reason: c.Label("lever.reason")})
}

// LeverNotes say why a lever does nothing, or not all of what it should.
func (c *Catalogue) LeverNotes(l *reports.Lever) []string {
	var notes []string
	if refused, ok := errors.AsType[*scenario.Error](l.Why); ok {
		for _, p := range refused.Problems {
			notes = append(notes, c.Label("levers.cannot", c.Sayf(p.Message.Format, p.Message.Args...)))
		}
	} else if l.Why != nil {
		notes = append(notes, c.Label("levers.cannot", c.Error(l.Why)))
	}
	if l.Scenario == nil {
		return notes
	}
	for _, n := range l.Scenario.Notes {
		notes = append(notes, c.Sayf(n.Message.Format, n.Message.Args...))
	}
	if l.Key == lever.Grid {
		notes = append(notes, c.Label("levers.grid"))
	}
	return notes
}

// Newer says what is assumed of newer devices.
func (c *Catalogue) Newer(n replacement.Newer) string {
	switch {
	case !n.Less.IsPositive():
		return c.Label("replace.newer.same")
	case n.Yearly:
		return c.Label("replace.newer.yearly", c.numbers.Percent(n.Less))
	}
	return c.Label("replace.newer.altogether", c.numbers.Percent(n.Less))
}

// Verdict says from when on replacing pays.
func (c *Catalogue) Verdict(b reports.BreakEven) string {
	if b.Verdict == replacement.FromAge {
		return c.years(b.Age)
	}
	return c.Label("replace." + string(b.Verdict))
}

// AgeRange says between what the age from which replacing pays lies, and nothing
// where it does not hang on the figures.
func (c *Catalogue) AgeRange(b reports.BreakEven) string {
	if !b.AgeLow.Valid && !b.AgeHigh.Valid || b.AgeLow.Valid && b.AgeHigh.Valid && b.AgeLow.Decimal.Equal(b.AgeHigh.Decimal) {
		return ""
	}
	return c.Label("compare.between", c.years(b.AgeLow), c.years(b.AgeHigh))
}

// years writes an age; one that is not there is never reached.
func (c *Catalogue) years(age decimal.NullDecimal) string {
	switch {
	case !age.Valid:
		return c.Label("replace.never")
	case age.Decimal.IsZero():
		return c.Label("replace.any-age")
	}
	places := int32(0)
	if age.Decimal.LessThan(decimal.NewFromInt(10)) {
		places = 1
	}
	return c.Label("replace.years", c.numbers.Fixed(age.Decimal, places))
}
