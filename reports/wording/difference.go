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

// Effect says what a scenario does to an impact, and how sure that is where it is known.
func (c *Catalogue) Effect(i reports.ComparedImpact, sure reports.DifferenceInterval, known bool) string {
	key := "compare.saves"
	switch i.Difference.Sign() {
	case 0:
		key = "compare.same"
	case 1:
		key = "compare.adds"
	}
	scale := i.Scale()
	amount := c.numbers.Scaled(i.Difference.Abs(), scale) + " " + scale.Unit
	text := c.Label(key, amount, c.numbers.Percent(i.Relative.Decimal.Abs()), c.numbers.Scaled(i.Baseline, scale)+" "+scale.Unit)
	if known && !i.Difference.IsZero() {
		text = c.Label("compare.sure", text, c.Range(sure, scale)+" "+scale.Unit, c.Probability(sure.Saving))
	}
	return text
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
