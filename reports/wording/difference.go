package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Change writes a difference with its sign, in a scale and without the unit.
func (c *Catalogue) Change(d decimal.Decimal, scale figure.Scale) string {
	return withSign(d, c.numbers.Scaled(d, scale))
}

// ChangeShown is [Catalogue.Change] of what is in the scale's unit already, and rounded.
func (c *Catalogue) ChangeShown(shown decimal.Decimal, scale figure.Scale) string {
	return withSign(shown, c.numbers.Rounded(shown, scale))
}

// Relative writes a difference as a share of the baseline, with its sign.
func (c *Catalogue) Relative(d decimal.NullDecimal) string {
	if !d.Valid {
		return c.Label("not.representative")
	}
	return withSign(d.Decimal, c.numbers.Percent(d.Decimal))
}

func withSign(d decimal.Decimal, text string) string {
	if d.IsPositive() && !strings.HasPrefix(text, "<") {
		return "+" + text
	}
	return text
}

// Range writes between what a difference lies, in a scale and without the unit.
func (c *Catalogue) Range(i reports.DifferenceInterval, scale figure.Scale) string {
	return c.Label("compare.between", c.Change(i.Low, scale), c.Change(i.High, scale))
}

// Probability writes a probability, never as more certain than draws can tell.
func (c *Catalogue) Probability(share decimal.Decimal) string {
	least, most := decimal.New(5, -4), decimal.New(9995, -4)
	return c.numbers.Percent(decimal.Min(decimal.Max(share, least), most))
}

// Effect says what a scenario does to an impact, and how sure that is where it is
// known. Amounts have no sign: a saving of −13 t would be read as its contrary.
func (c *Catalogue) Effect(name string, i reports.ComparedImpact, sure reports.DifferenceInterval, known bool) string {
	key := "compare.saves"
	switch i.Difference.Sign() {
	case 0:
		key = "compare.same"
	case 1:
		key = "compare.adds"
	}
	scale := i.Scale()
	text := c.Label(key, name, c.size(i.Difference, scale), c.numbers.Percent(i.Relative.Decimal.Abs()), c.size(i.Baseline, scale))
	if known && !i.Difference.IsZero() {
		text += " " + c.howSure(sure, scale)
	}
	return text
}

// size writes an amount without its sign, with its unit.
func (c *Catalogue) size(d decimal.Decimal, scale figure.Scale) string {
	return c.numbers.Scaled(d.Abs(), scale) + " " + scale.Unit
}

// howSure says in words between what a difference lies, and how often it is a saving.
func (c *Catalogue) howSure(i reports.DifferenceInterval, scale figure.Scale) string {
	low, high := i.Low.Abs(), i.High.Abs()
	switch {
	case !i.High.IsPositive(): // of a saving, what is least comes first
		return c.Label("compare.sure.saves", c.numbers.Scaled(high, scale), c.size(low, scale), c.Probability(i.Saving))
	case !i.Low.IsNegative():
		return c.Label("compare.sure.adds", c.numbers.Scaled(low, scale), c.size(high, scale), c.Probability(i.Saving))
	}
	return c.Label("compare.sure.either", c.size(low, scale), c.size(high, scale), c.Probability(i.Saving))
}

// Step names a step of a waterfall.
func (c *Catalogue) Step(w *reports.WaterfallStep) string {
	switch {
	case w.Change == nil:
		return c.Label("compare.step." + w.Name)
	case w.Change.Rebound:
		return c.Label("compare.rebound.step", w.Name)
	}
	return w.Name
}
