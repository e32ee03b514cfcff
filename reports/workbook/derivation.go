package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/quantity"
)

// derivation writes how a coefficient was computed as a formula over the cells
// of its factors and parameters: 'Factors'!$J$12*'Parameters'!$D$5/('Parameters'!$D$8*'Parameters'!$D$6).
func (b *book) derivation(group calc.Group, t *calc.Trace) string {
	operand := func(t *calc.Trace) string {
		formula := b.derivation(group, t)
		if t.Step == calc.Sum || t.Step == calc.Difference || t.Value.IsNegative() {
			return "(" + formula + ")"
		}
		return formula
	}
	joined := func(list []*calc.Trace, sign string) string {
		parts := make([]string, len(list))
		for i, child := range list {
			parts[i] = operand(child)
		}
		return strings.Join(parts, sign)
	}
	switch t.Step {
	case calc.Published:
		if row, ok := b.live.factors[t.Factor.Factor]; ok {
			return quoted(b.label("sheet.factors")) + "!" + fixed(factorValue, row)
		}
		return t.Value.String()
	case calc.Converted:
		return operand(t.Children[0]) + "*" + conversion(t.Children[0], t)
	case calc.Product:
		return joined(t.Children, "*")
	case calc.Sum:
		return joined(t.Children, "+")
	case calc.Difference:
		return joined(t.Children, "-")
	case calc.Quotient:
		cut := len(t.Children) - t.Divisors
		return fmt.Sprintf("%s/(%s)", joined(t.Children[:cut], "*"), joined(t.Children[cut:], "*"))
	case calc.RoundedUp: // what a computer's floating point adds must not round up
		return "ROUNDUP(ROUND(" + operand(t.Children[0]) + ",9),0)"
	default:
		if t.Source == calc.FromFormula {
			return t.Value.String()
		}
		return quoted(b.label("sheet.parameters")) + "!" + fixed(parameterValue, b.live.settings.row(b.parameterOf(group, t)))
	}
}

// conversion is what a figure is multiplied with to be in another unit.
func conversion(from, to *calc.Trace) string {
	have, err := quantity.Parse(from.Unit)
	if err == nil {
		want, err := quantity.Parse(to.Unit)
		if err == nil {
			if factor, err := quantity.Convert(decimal.NewFromInt(1), have, want); err == nil {
				return factor.String()
			}
		}
	}
	factor, err := quantity.Divide(to.Value, from.Value, 30)
	if err != nil {
		return "1" // of a figure of 0
	}
	return factor.String()
}
