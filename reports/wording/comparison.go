package wording

import (
	"govfootprint/reports"
)

// Flag says what a person should know about a scenario.
func (c *Catalogue) Flag(f reports.Flag, scenario string) string {
	impact := Within(c.Name("impact", string(f.Impact)))
	switch f.Kind { //nolint:exhaustive // the others say the same of every scenario
	case reports.BurdenShift:
		change := c.numbers.Percent(f.Share.Decimal.Abs())
		if f.Share.Valid && f.Share.Decimal.IsNegative() {
			return c.Label("flag.burden-shift.down", impact, change)
		}
		return c.Label("flag.burden-shift", impact, change)
	case reports.ReboundFlag:
		if !f.Share.Valid {
			return c.Label("flag.rebound.all")
		}
		return c.Label("flag.rebound", c.numbers.Percent(f.Share.Decimal))
	case reports.StepWithoutEffect:
		return c.Label("flag.step-without-effect", f.Step)
	case reports.CoverageFalls:
		return c.Label("flag.coverage-falls", impact)
	}
	return c.Label("flag."+string(f.Kind), scenario)
}

// Cost says what a scenario costs, and for each tonne that it saves.
func (c *Catalogue) Cost(cost reports.Cost) string {
	key := "cost"
	if cost.Amount.IsNegative() {
		key = "cost.saved"
	}
	text := c.Label(key, c.numbers.Short(cost.Amount.Abs()), cost.Currency)
	if cost.PerTonne.Valid {
		text = c.Label("cost.tonne", text, c.numbers.Short(cost.PerTonne.Decimal), cost.Currency)
	}
	if cost.Partial {
		text = c.Label("cost.partial", text)
	}
	return c.Label("cost.sentence", text)
}

// FamilySentence says whether a ranking holds with other factors.
func (c *Catalogue) FamilySentence(f reports.Family, scenarios int) string {
	switch {
	case !f.SameSigns:
		return c.Label("compare.family.signs", f.Name)
	case scenarios < 2:
		return c.Label("compare.family.sign", f.Name)
	case f.SameOrder:
		return c.Label("compare.family.holds", f.Name)
	}
	return c.Label("compare.family.order", f.Name)
}
