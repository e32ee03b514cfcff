package wording

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
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
	case reports.StepBetweenScopes:
		return c.movedScopes(f)
	case reports.StepWithoutFigure:
		return c.Label("flag.step-without-figure", f.Step)
	case reports.StepWithoutEffect:
		return c.Label("flag.step-without-effect", f.Step)
	case reports.CoverageFalls:
		return c.Label("flag.coverage-falls", impact)
	}
	return c.Label("flag."+string(f.Kind), scenario)
}

// movedScopes says what a change moves from one scope to the other.
func (c *Catalogue) movedScopes(f reports.Flag) string {
	from, to, amount := 0, 0, decimal.Zero
	for _, s := range f.Moved {
		if s.Difference.IsNegative() {
			from, amount = s.Number, s.Difference.Neg()
		} else {
			to = s.Number
		}
	}
	return c.Label("flag.step-between-scopes", f.Step, c.size(amount, figure.ScaleFor("kgCO2e", amount)), from, to)
}

// Cost says what a scenario costs, and for each tonne that it saves.
func (c *Catalogue) Cost(cost reports.Cost) string {
	key := "cost"
	if cost.Amount.IsNegative() {
		key = "cost.saved"
	}
	text := c.Label(key, c.numbers.Short(cost.Amount.Abs()), cost.Currency)
	tonne := "cost.tonne"
	if cost.Partial {
		text, tonne = c.Label("cost.partial", text), "cost.tonne.partial"
	}
	if cost.PerTonne.Valid {
		text = c.Label(tonne, text, c.numbers.Short(cost.PerTonne.Decimal), cost.Currency)
	}
	return c.Label("cost.sentence", text)
}

// OtherAnswers says what a scenario does with those other factors by which it does not
// save what it saves, or add what it adds, with the factors in use.
func (c *Catalogue) OtherAnswers(compared *reports.Comparison, at int) []string {
	var list []string
	for _, f := range compared.Families {
		if slices.Contains(f.Turned, at) {
			list = append(list, c.otherAnswer(compared, f, at))
		}
	}
	return list
}

func (c *Catalogue) otherAnswer(compared *reports.Comparison, f reports.Family, at int) string {
	gwp, _ := compared.Scenarios[at].Impact(factors.GWP, false)
	scale := gwp.Scale()
	return c.Label("compare.family.other", f.Name, c.Change(f.Differences[at], scale)+" "+scale.Unit)
}

// FamilySentence says whether a ranking holds with other factors.
func (c *Catalogue) FamilySentence(compared *reports.Comparison, f reports.Family) string {
	ranked := compared.Compared()
	switch {
	case len(f.Turned) > 0 && len(ranked) < 2:
		return c.otherAnswer(compared, f, f.Turned[0])
	case len(f.Turned) > 0:
		var names []string
		for _, at := range f.Turned {
			s := &compared.Scenarios[at]
			names = append(names, strconv.Itoa(s.Number)+". "+s.Name)
		}
		return c.Label("compare.family.turned", f.Name, strings.Join(names, ", "))
	case len(ranked) < 2:
		return c.Label("compare.family.sign", f.Name)
	case f.SameOrder:
		return c.Label("compare.family.holds", f.Name)
	}
	return c.Label("compare.family.order", f.Name)
}
