package calc

import (
	"govfootprint/factors"
	"govfootprint/quantity"
)

// Spending is money of the bill's currency at the prices of its year, GBP2024, and
// a figure per money is of another, kgCO2e/USD2022. With p the price level between
// the two, how much of the figure's money buys what one unit of the bill's does, an
// amount A stands for
//
//	A[GBP2024] · p[USD2022/GBP2024] · F[kgCO2e/USD2022]
//
// The packs have p as one figure, exchange rate and change of prices together.
// Where they have none, the spending is a gap: money without a rate is not nothing.

// priceLevel returns the price level of a figure's money for one of the bill's, nil
// where the packs have none, or one of the two is no money.
func (e *engine) priceLevel(bill, figure quantity.Unit) *factors.Match {
	if !bill.Dimension().IsMoney() || !figure.Dimension().IsMoney() {
		return nil
	}
	levels := e.currencies[factors.CurrencySubject(bill)]
	if levels == nil {
		return nil
	}
	return e.findIn(units{of: figure.Div(bill)}, levels, "", want{property: factors.PropertyPriceLevel})
}

// inMoney returns a figure per one money per unit of another.
func (v *evaluation) inMoney(label string, match *factors.Match, impact factors.Impact, bill quantity.Unit) *term {
	money := match.Factor.Unit.Denominator()
	rate := v.priceLevel(bill, money)
	if rate == nil {
		return nil
	}
	unit := v.units[impact].impact
	perMoney := v.inUnit(label, match, unit.Div(money))
	level := v.inUnit("price level", rate, money.Div(bill))
	if perMoney == nil || level == nil {
		return nil
	}
	v.note(note{code: PriceLevel, severity: Assumption, args: [2]string{bill.String(), level.value.String() + " " + money.String()}})
	return productOf(label+" per "+bill.String(), unit.Div(bill).String(), level, perMoney)
}

// noteNoPriceLevel says that there is a figure, but no way to it from the bill's
// money. The stages that it covers need no other reason to be missing; a figure of
// their own still counts.
func (v *evaluation) noteNoPriceLevel(match *factors.Match, impact factors.Impact, r *resource) {
	f := match.Factor
	v.note(note{
		code: NoPriceLevel, severity: Gap, impact: impact, category: v.category,
		args: [2]string{r.measure.String(), f.Unit.Denominator().String()},
	})
	for _, stage := range append([]factors.Stage{f.Stage}, f.Covers...) {
		if at := (stageOfImpact{impact, stage}); r.states[at] == statusNone {
			r.states[at] = statusMissing
		}
	}
}
