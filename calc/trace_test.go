package calc_test

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/quantity"
)

// checkTraces explains every impact of an assessment and recomputes each step of
// the tree from its children, numbers and units.
func checkTraces(t tester, a *calc.Assessment) {
	t.Helper()
	checkDerivations(t, a)
	for _, impact := range a.Impacts() {
		if !a.Shown().Has(impact) {
			continue
		}
		tree, err := a.Explain(calc.Where{Impact: impact})
		if err != nil {
			t.Errorf("%s: %v", impact, err)
			continue
		}
		want(t, "explained "+string(impact), tree.Value, a.Shown().Total(impact).String())
		recompute(t, tree)
	}
}

func recompute(t tester, node *calc.Trace) {
	t.Helper()
	if node.Formula != "" {
		checkStep(t, node)
	}
	if len(node.Children) == 0 && node.Factor == nil && node.Source == "" && !strings.HasSuffix(node.Label, "further groups") {
		t.Errorf("%s: a leaf without a source", node.Label)
	}
	for _, child := range node.Children {
		recompute(t, child)
	}
}

// checkStep recomputes one step by its formula. The formula's operators are
// enough to tell what was done; its numbers must be those of the children.
func checkStep(t tester, node *calc.Trace) {
	t.Helper()
	f := node.Formula
	switch {
	case strings.Contains(f, " in "):
		from, to := quantity.MustParse(node.Children[0].Unit), quantity.MustParse(node.Unit)
		got, err := quantity.Convert(node.Children[0].Value, from, to)
		if err != nil || !got.Equal(node.Value) {
			t.Errorf("%s = %s: %s is not %s (%v)", node.Label, f, got, node.Value, err)
		}
		return
	case strings.HasPrefix(f, "round up "):
		want(t, node.Label, node.Value, node.Children[0].Value.Ceil().String())
		return
	}
	numbers := regexp.MustCompile(`-?\d+(\.\d+)?`).FindAllString(f, -1)
	if len(numbers) != len(node.Children) {
		t.Fatalf("%s = %s: %d numbers for %d children", node.Label, f, len(numbers), len(node.Children))
	}
	for i, n := range numbers {
		want(t, node.Label+", operand "+node.Children[i].Label, node.Children[i].Value, n)
	}
	above, below, divided := strings.Cut(f, " ÷ ")
	switch {
	case divided:
		split := len(regexp.MustCompile(`-?\d+(\.\d+)?`).FindAllString(above, -1))
		quotient, err := quantity.Divide(product(node.Children[:split]), product(node.Children[split:]), calc.Scale)
		if err != nil || below == "" {
			t.Fatalf("%s = %s: %v", node.Label, f, err)
		}
		want(t, node.Label, node.Value, quotient.String())
		sameUnit(t, node, unitOf(t, node.Children[:split]).Div(unitOf(t, node.Children[split:])))
	case strings.Contains(f, " × "):
		want(t, node.Label, node.Value, product(node.Children).String())
		sameUnit(t, node, unitOf(t, node.Children))
	case strings.Contains(f, " − "):
		want(t, node.Label, node.Value, node.Children[0].Value.Sub(node.Children[1].Value).String())
		sameUnit(t, node, unitOf(t, node.Children[:1]))
		sameUnit(t, node, unitOf(t, node.Children[1:]))
	default:
		sum := decimal.Zero
		for _, child := range node.Children {
			sum = sum.Add(child.Value)
			sameUnit(t, node, unitOf(t, []*calc.Trace{child}))
		}
		want(t, node.Label, node.Value, sum.String())
	}
}

func product(nodes []*calc.Trace) decimal.Decimal {
	p := decimal.NewFromInt(1)
	for _, n := range nodes {
		p = p.Mul(n.Value)
	}
	return p
}

// unitOf multiplies units. Pieces of equipment do not count: a mass is given in
// kg and means kg per piece.
func unitOf(t tester, nodes []*calc.Trace) quantity.Unit {
	t.Helper()
	unit := quantity.MustParse("1")
	for _, n := range nodes {
		parsed, err := quantity.Parse(withoutPieces(n.Unit))
		if err != nil {
			t.Fatalf("%s: %v", n.Label, err)
		}
		unit = unit.Mul(parsed)
	}
	return unit
}

func withoutPieces(unit string) string {
	for _, piece := range []string{"(unit.", "unit."} {
		unit = strings.ReplaceAll(unit, piece, strings.TrimSuffix(piece, "unit."))
	}
	unit = strings.ReplaceAll(unit, "/unit", "")
	if unit == "unit" {
		return "1"
	}
	if rest, ok := strings.CutPrefix(unit, "unit/"); ok {
		return "1/" + rest
	}
	return unit
}

func sameUnit(t tester, node *calc.Trace, got quantity.Unit) {
	t.Helper()
	if unit := unitOf(t, []*calc.Trace{node}); !got.Convertible(unit) {
		t.Errorf("%s = %s: the operands make %s, not %s", node.Label, node.Formula, got, node.Unit)
	}
}
