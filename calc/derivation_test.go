package calc_test

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/quantity"
)

// checkDerivations works the steps of every derivation out again from its leaves:
// they give the coefficient to the last digit.
func checkDerivations(t tester, a *calc.Assessment) {
	t.Helper()
	for group := range a.Groups() {
		derivations := a.Derivations(group.Name)
		if len(derivations) != len(group.Coefficients) {
			t.Errorf("%s: %d derivations of %d coefficients", group.Name, len(derivations), len(group.Coefficients))
			return
		}
		for i, d := range derivations {
			if got, want := derived(t, d), group.Coefficients[i].Value; !got.Equal(want) {
				t.Errorf("%s, %v: the derivation gives %s, the coefficient is %s", group.Name, group.Coefficients[i].Cell, got, want)
			}
		}
	}
	if a.Derivations("G99999") != nil {
		t.Errorf("there are derivations of a group that is not there")
	}
}

// derived works a trace out from the values of its leaves.
func derived(t tester, trace *calc.Trace) decimal.Decimal {
	t.Helper()
	var values []decimal.Decimal
	for _, child := range trace.Children {
		values = append(values, derived(t, child))
	}
	product := func(list []decimal.Decimal) decimal.Decimal {
		p := decimal.NewFromInt(1)
		for _, v := range list {
			p = p.Mul(v)
		}
		return p
	}
	switch trace.Step {
	case calc.Product:
		return product(values)
	case calc.Quotient:
		cut := len(values) - trace.Divisors
		quotient, err := quantity.Divide(product(values[:cut]), product(values[cut:]), 30)
		if err != nil {
			t.Errorf("%s: %v", trace.Label, err)
		}
		return quotient
	case calc.Sum:
		sum := decimal.Zero
		for _, v := range values {
			sum = sum.Add(v)
		}
		return sum
	case calc.Difference:
		return values[0].Sub(values[1])
	case calc.RoundedUp:
		return values[0].Ceil()
	default:
		return trace.Value
	}
}
